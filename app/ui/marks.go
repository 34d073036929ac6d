package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/explain"
)

// A mark is a place of the text that the report speaks of.
type mark struct {
	start, end int    // bytes
	kind       string // code, reason, subject, value, mend, secret
	card       string // the card that it belongs to, "" if none
}

// maxMarks is how many places are marked at most.
const maxMarks = 600

// marks are the places of a text to be marked, a line each: start, end, kind, card. They lie
// apart and in order, and count UTF-16 units, as the box does. A secret covers what it holds.
func marks(text string, r explain.Report) string {
	var list []mark
	_, rest := r.Diagnosis.Repeats()
	owner := map[[2]int]string{}
	for _, c := range r.Diagnosis.Causes {
		for _, e := range c.Errors {
			if rest[e] {
				owner[e] = cardID(c.Errors[0][0], c.Errors[0][1])
			}
		}
	}
	for i := range r.Responses {
		resp := &r.Responses[i]
		for _, n := range resp.Notes {
			if n.ID == "secret" && n.Span != nil {
				list = append(list, mark{n.Span[0], n.Span[1], "secret", ""})
			}
		}
		for j := range resp.Errors {
			card := cardID(i, j)
			if id := owner[[2]int{i, j}]; id != "" {
				card = id
			}
			for kind, s := range resp.Errors[j].Spans {
				list = append(list, mark{s[0], s[1], kind, card})
			}
		}
		for _, m := range resp.Repairs {
			if m.Span[1]-m.Span[0] <= 8 { // one place, not a whole body in another form
				list = append(list, mark{m.Span[0], m.Span[1], "mend", ""})
			}
		}
		if len(list) > maxMarks {
			break
		}
	}
	return written(text, apart(list))
}

// apart sorts marks and leaves out those that overlap: secrets stay, of others the first.
func apart(list []mark) []mark {
	rank := func(m mark) int {
		if m.kind == "secret" {
			return 0
		}
		return 1
	}
	slices.SortFunc(list, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(rank(a), rank(b)), cmp.Compare(b.end, a.end), cmp.Compare(a.kind, b.kind), cmp.Compare(a.card, b.card))
	})
	out := list[:0]
	for _, m := range list {
		for n := len(out); n > 0 && rank(m) < rank(out[n-1]) && m.start < out[n-1].end; n = len(out) {
			out = out[:n-1]
		}
		if n := len(out); n == 0 || m.start >= out[n-1].end {
			out = append(out, m)
		}
	}
	return out
}

func written(text string, list []mark) string {
	var b strings.Builder
	at, units := 0, 0
	unit := func(i int) int {
		for _, r := range text[at:i] {
			units++
			if r > 0xffff {
				units++
			}
		}
		at = i
		return units
	}
	for _, m := range list {
		if m.start < at || m.end > len(text) {
			continue
		}
		b.WriteString(strconv.Itoa(unit(m.start)) + " " + strconv.Itoa(unit(m.end)) + " " + m.kind + " " + m.card + "\n")
	}
	return b.String()
}
