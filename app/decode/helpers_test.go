package decode

import (
	"fmt"
	"strings"
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
//	numeric-error 400 to-cloud 2003(incorrect deviceUuid null) +comma !truncated
//	elsewhere secret:12
func summary(text string) string {
	var lines []string
	result := Text(text, vocabulary)
	others := map[Span]bool{}
	for _, s := range result.Secrets {
		others[s] = true
	}
	for _, r := range result.Responses {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %d", r.Kind, r.Status)
		if r.Direction != unknown {
			b.WriteString(" " + r.Direction)
		}
		for _, e := range r.Errors {
			b.WriteString(" " + e.Code + "(")
			var fields []string
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
				fields = append(fields, f.name+f.Text)
			}
			b.WriteString(strings.Join(fields, "|") + ")")
		}
		last := ""
		for _, m := range r.Repairs {
			if m.ID != last {
				b.WriteString(" +" + m.ID)
			}
			last = m.ID
		}
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
			fmt.Fprintf(&b, " secret:%d", s.End-s.Start)
			delete(others, s)
		}
		for _, p := range r.Personal {
			b.WriteString(" " + p.ID)
		}
		lines = append(lines, b.String())
	}
	if len(lines) > 0 && len(others) > 0 {
		line := "elsewhere"
		for _, s := range result.Secrets {
			if others[s] {
				line += fmt.Sprintf(" secret:%d", s.End-s.Start)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
