package ui

import (
	"cmp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"evotor-errors/app/explain"
)

// A mark is a place of the text that the report speaks of.
type mark struct {
	start, end int    // bytes
	kind       string // code, reason, subject, value, status, secret; mend- and a repair's id, behind a plus if a field was mended; region- and it
	card       string // the card that it belongs to, "" if none
}

// maxMarks is how many places are marked, secrets aside: each is laid out by the browser.
const maxMarks = 600

// marks are the places of a text to be marked, a line each: start, end, kind, card. They lie
// apart and in order, and count UTF-16 units, as the box does. A secret covers what it holds.
// A region is what was mended as a whole: it is not drawn, and what it holds follows it.
// lines are those of the text that have each card's first place; unmarked is how many places there
// are beyond those that are marked.
func marks(text string, r explain.Report, plan []explain.Task) (places string, lines map[string]int, unmarked int) {
	var list, regions []mark
	owner := map[[2]int]string{}
	for i := range plan {
		t := &plan[i]
		for _, e := range t.Errors {
			owner[e] = taskID(t)
		}
	}
	add := func(m ...mark) {
		room := min(maxMarks-len(list), len(m))
		list = append(list, m[:room]...)
		unmarked += len(m) - room
	}
	for i := range r.Responses {
		resp := &r.Responses[i]
		if resp.Verdict != nil {
			add(mark{resp.Span[0], lineEnd(text, resp.Span), "status", cardID(i, -1)})
		}
		for j := range resp.Errors {
			for kind, s := range resp.Errors[j].Spans {
				add(mark{s[0], s[1], kind, owner[[2]int{i, j}]})
			}
		}
		for _, m := range resp.Repairs {
			places, region := mends(text, m)
			add(places...)
			if region {
				regions = append(regions, mark{m.Span[0], m.Span[1], "region-" + m.ID, ""})
			}
		}
	}
	for _, s := range r.Hidden() {
		list = append(list, mark{s[0], s[1], "secret", ""})
	}
	lines = map[string]int{}
	return written(text, apart(list), lines) + written(text, apart(regions), lines), lines, unmarked
}

// lineEnd is where the first line of a span ends.
func lineEnd(text string, s explain.Span) int {
	if n := strings.IndexAny(text[s[0]:s[1]], "\r\n"); n >= 0 {
		return s[0] + n
	}
	return s[1]
}

// maxMend is how long what was mended in one place may be; more is a body in another form.
const maxMend = 8

// mends are the places in which a repair was made: of quotes where they stand or are
// missing. region is whether it is none of single places.
func mends(text string, m explain.Mark) (places []mark, region bool) {
	kind, start, end := "mend-"+m.ID, m.Span[0], m.Span[1]
	if m.ID == "quotes" {
		first, last := quote(text[start:end])
		return []mark{{start, start + first, kind, ""}, {end - last, end, kind, ""}}, false
	}
	if end-start > maxMend {
		return nil, true
	}
	return []mark{{start, end, kind, ""}}, false
}

// quote is how many bytes the quotes at the ends of a string take, 0 where they are missing.
func quote(s string) (first, last int) {
	const quotes = "'\"`‘’‚‛“”„‟«»′″"
	r, n := utf8.DecodeRuneInString(s)
	if n < len(s) && strings.ContainsRune(quotes, r) {
		first = n
	}
	if r, n := utf8.DecodeLastRuneInString(s); first+n <= len(s) && first > 0 && strings.ContainsRune(quotes, r) {
		last = n
	}
	return first, last
}

// join makes one mark of a field and of what was mended in it.
func (m *mark) join(other mark) {
	const mend = "mend-"
	switch {
	case strings.HasPrefix(m.kind, mend) && !strings.HasPrefix(other.kind, mend):
		m.kind, m.card = other.kind+"+"+m.kind, other.card
	case strings.HasPrefix(other.kind, mend) && !strings.Contains(m.kind, mend):
		m.kind += "+" + other.kind
	}
}

// apart sorts marks and leaves out those that overlap: secrets stay, of others the first.
func apart(list []mark) []mark {
	rank := func(m mark) int {
		if m.kind == "secret" {
			return 0
		}
		return 1
	}
	empty := func(m mark) int { // what is missing stands before what follows
		if m.start == m.end {
			return 1
		}
		return 0
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(rank(*a), rank(*b)), empty(*b)-empty(*a), cmp.Compare(b.end, a.end), cmp.Compare(a.kind, b.kind), cmp.Compare(a.card, b.card)) < 0
	})
	out := list[:0]
	for _, m := range list {
		for n := len(out); n > 0 && rank(m) < rank(out[n-1]) && m.start < out[n-1].end; n = len(out) {
			out = out[:n-1]
		}
		switch n := len(out); {
		case n == 0 || m.start >= out[n-1].end:
			out = append(out, m)
		case m.start == out[n-1].start && m.end == out[n-1].end && rank(m) == 1 && rank(out[n-1]) == 1:
			out[n-1].join(m)
		}
	}
	return out
}

func written(text string, list []mark, lines map[string]int) string {
	var b strings.Builder
	at, units, line := 0, 0, 1
	unit := func(i int) int {
		for _, r := range text[at:i] {
			units++
			switch {
			case r > 0xffff:
				units++
			case r == '\n':
				line++
			}
		}
		at = i
		return units
	}
	for _, m := range list {
		if m.start < at || m.end > len(text) {
			continue
		}
		b.WriteString(strconv.Itoa(unit(m.start)))
		if lines[m.card] == 0 {
			lines[m.card] = line
		}
		b.WriteString(" " + strconv.Itoa(unit(m.end)) + " " + m.kind + " " + m.card + "\n")
	}
	return b.String()
}
