package decode

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// vocabulary is as much of the catalogue as the tests need.
var vocabulary = Vocabulary{
	Code: func(code string) bool {
		code = strings.TrimLeft(strings.TrimSuffix(code, ".0"), "0")
		switch code {
		case "1001", "1002", "1003", "1004", "1005", "1006", "1007", "2001", "2002", "2003", "2004", "2005", "validation_failed", "invalid_format", "unknown_device":
			return true
		}
		return false
	},
	Reason: func(reason string) bool {
		switch strings.ToLower(reason) {
		case "missing", "unexpected", "incorrect", "payment required", "not allowed", "license overhead":
			return true
		}
		return false
	},
	Secret: func(code string) bool { return code == "1001" || code == "1002" || code == "1003" || code == "1006" },
}

// summary is what a report holds on one line a response, to compare and to read:
//
//	numeric-error 400 to-cloud? 2003(incorrect|deviceUuid|null) +comma×2 !truncated
//	elsewhere secret:12
//
// A question mark is behind a direction that is not certain. In an error's brackets stand the
// reason, the subject, the value and the message that it has; … is behind one that was cut, ~phone
// behind one with personal data, ↵ for an end of a line. Then come the repairs, the secrets with
// their lengths and the personal data that belong to the response. On the last line is what belongs
// to none.
func summary(s string) string {
	var lines []string
	result := Text(s, vocabulary)
	others := map[Span]string{}
	for _, s := range result.Secrets {
		others[s] = fmt.Sprintf(" secret:%d", s.End-s.Start)
	}
	for _, p := range result.Personal {
		others[p.Span] = " " + p.ID
	}
	for _, r := range result.Responses {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %d", r.Kind, r.Status)
		if r.Direction != unknown {
			b.WriteString(" " + r.Direction)
			if !r.Certain {
				b.WriteString("?")
			}
		}
		if r.State != "" {
			b.WriteString(" " + r.State)
		}
		for i := range r.Errors {
			b.WriteString(" " + summed(&r.Errors[i]))
		}
		b.WriteString(repaired(&r))
		if r.Bare {
			b.WriteString(" !bare")
		}
		if r.Truncated {
			b.WriteString(" !truncated")
		}
		if r.System != "" {
			b.WriteString(" !" + r.System)
		}
		if r.Doubtful {
			b.WriteString(" !doubtful")
		}
		if r.Reset > 0 {
			fmt.Fprintf(&b, " reset:%d", r.Reset)
		}
		for _, s := range r.Secrets {
			b.WriteString(others[s])
			delete(others, s)
		}
		for _, p := range r.Personal {
			b.WriteString(" " + p.ID)
			delete(others, p.Span)
		}
		lines = append(lines, b.String())
	}
	if len(others) > 0 {
		line := "elsewhere"
		for _, s := range result.Secrets {
			line += others[s]
		}
		for _, p := range result.Personal {
			line += others[p.Span]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// summed is an error on the line of its response.
func summed(e *Error) string {
	var said []string
	for _, f := range []struct {
		name string
		Field
	}{{"", e.Reason}, {"", e.Subject}, {"", e.Value}, {"message:", e.Message}} {
		switch f.State {
		case Absent:
			continue
		case Null:
			f.Text = "null"
		}
		if f.Cut {
			f.Text += "…"
		}
		if f.Personal != "" {
			f.Text += "~" + f.Personal
		}
		said = append(said, f.name+printable(strings.ReplaceAll(f.Text, "\n", "↵")))
	}
	return e.Code + "(" + strings.Join(said, "|") + ")"
}

// repaired are the repairs of a response, each once.
func repaired(r *Response) string {
	var b strings.Builder
	var repairs []string
	times := map[string]int{}
	for _, m := range r.Repairs {
		if times[m.ID]++; times[m.ID] == 1 {
			repairs = append(repairs, m.ID)
		}
	}
	for _, id := range repairs {
		if b.WriteString(" +" + id); times[id] > 1 {
			fmt.Fprintf(&b, "×%d", times[id])
		}
	}
	return b.String()
}

// A mark is what a place of the text was read as.
type mark struct {
	Span
	role string
}

// marks are those of all that is found in a text, the outer before the inner.
func marks(result Result) (list []mark) {
	add := func(role string, s Span) {
		for i := range list {
			if list[i].Span == s {
				if !slices.Contains(strings.Fields(list[i].role), role) {
					list[i].role += " " + role
				}
				return
			}
		}
		list = append(list, mark{s, role})
	}
	for i, r := range result.Responses {
		add(fmt.Sprint(i+1), r.Span)
		for j, e := range r.Errors {
			add(fmt.Sprintf("%d.%d", i+1, j+1), e.Span)
			if e.CodeSpan != (Span{}) {
				add("code", e.CodeSpan)
			}
			for _, f := range []struct {
				role string
				Field
			}{{"reason", e.Reason}, {"subject", e.Subject}, {"value", e.Value}, {"message", e.Message}} {
				if f.State != Absent && f.Span != (Span{}) {
					add(f.role, f.Span)
				}
			}
		}
		for _, m := range r.Repairs {
			add("+"+m.ID, m.Span)
		}
	}
	for _, s := range result.Secrets {
		add("secret", s)
	}
	for _, m := range result.Personal {
		add(m.ID, m.Span)
	}
	for _, s := range result.Unread {
		add("unread", s)
	}
	slices.SortStableFunc(list, func(a, b mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return list
}

// marked are the lines of a text on which something that was found begins or ends, with marks: its
// role stands before it, ⟦code|2003⟧, and behind it too where two marks cross. A response is marked
// with its number, its errors with 1.1, 1.2 and so on, a repair with +comma. … stands for text
// between marks, ‹0D› for a character that does not show.
func marked(s string) string {
	list := marks(Text(s, vocabulary))
	if len(list) == 0 {
		return ""
	}
	var b strings.Builder
	var open []mark
	at := 0
	to := func(end int) { // writes the text up to there, shortened
		part := s[at:end]
		first, last := strings.IndexByte(part, '\n')+1, strings.LastIndexByte(part, '\n')+1
		if first == 0 {
			b.WriteString(printable(shortened(part, 24, 24)))
			at = end
			return
		}
		if b.Len() > 0 {
			b.WriteString(printable(shortened(part[:first-1], 24, 0)) + "\n")
			if first < last {
				b.WriteString("…\n")
			}
		}
		b.WriteString(printable(shortened(part[last:], 0, 24)))
		at = end
	}
	closeTo := func(end int) { // closes what ends up to there
		for len(open) > 0 {
			first := slices.MinFunc(open, func(a, b mark) int { return a.End - b.End }).End
			if first > end {
				return
			}
			to(first)
			for i := len(open) - 1; i >= 0; i-- {
				if open[i].End != first {
					continue
				}
				if i < len(open)-1 {
					b.WriteString("|" + open[i].role)
				}
				b.WriteString("⟧")
				open = slices.Delete(open, i, i+1)
			}
		}
	}
	for _, m := range list {
		closeTo(m.Start)
		to(m.Start)
		b.WriteString("⟦" + m.role + "|")
		open = append(open, m)
		if m.Start == m.End {
			b.WriteString("⟧")
			open = open[:len(open)-1]
		}
	}
	closeTo(len(s))
	to(text.LineEnd(s, at))
	return b.String()
}

// shortened leaves out the middle of a long text, but so many bytes before and behind it.
func shortened(s string, before, behind int) string {
	if len(s) <= before+behind+16 {
		return s
	}
	for ; !utf8.RuneStart(s[before]); before++ {
	}
	for ; behind > 0 && !utf8.RuneStart(s[len(s)-behind]); behind-- {
	}
	return s[:before] + "…" + s[len(s)-behind:]
}

// printable shows the characters that do not show.
func printable(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && s[i] != "\ufffd"[0]:
			fmt.Fprintf(&b, "‹%02X›", s[i])
		case r == '\n' || unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "‹%02X›", r)
		}
	}
	return b.String()
}
