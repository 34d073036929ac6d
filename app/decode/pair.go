package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// sayAgain is over how many lines a text says the same of one answer: its status here, its body there.
const sayAgain = 12

// pair makes one of neighbours that are the same answer, said twice: a status and the body that
// follows it, a body and its status again, a body as a string and as the document that it was
// read into. list is in the order of the text s.
func pair(s string, list []Response) []Response {
	if len(list) < 2 {
		return list
	}
	out := list[:1]
	for _, r := range list[1:] {
		last := &out[len(out)-1]
		switch {
		case sameAnswer(s, last, &r):
			if last.Kind == StatusOnly {
				r.take(last)
				*last = r
			} else {
				last.take(&r)
			}
		case sameBody(last, &r):
			last.take(&r)
		default:
			out = append(out, r)
		}
	}
	return out
}

// take notes what another place says of the answer.
func (r *Response) take(other *Response) {
	if r.Status == 0 {
		r.Status = other.Status
	}
	if r.Direction == unknown {
		r.Direction, r.Certain = other.Direction, other.Certain
	}
	if r.Reset == 0 {
		r.Reset = other.Reset
	}
	r.Span = r.Span.Union(other.Span)
}

// sameAnswer reports whether one of two neighbours is the status of the other, which has none or
// the same. Where lines are alike but for their figures, it happened twice.
func sameAnswer(s string, a, b *Response) bool {
	if (a.Kind == StatusOnly) == (b.Kind == StatusOnly) || a.Kind == Other || b.Kind == Other || a.Span.End > b.Span.Start {
		return false
	}
	if a.Status != b.Status && a.Status != 0 && b.Status != 0 || a.Kind != StatusOnly && a.Status == 0 {
		return false
	}
	if a.ended && b.Status == 0 {
		return false
	}
	between := s[a.Span.End:b.Span.Start]
	if len(between) > text.MaxLine || strings.Count(between, "\n") > sayAgain {
		return false
	}
	begins := strings.LastIndexByte(s[max(0, a.Span.Start-text.MaxPrefix):a.Span.Start], '\n') + 1 + max(0, a.Span.Start-text.MaxPrefix)
	line := strings.LastIndexByte(s[max(0, b.Span.Start-text.MaxPrefix):b.Span.Start], '\n') + 1 + max(0, b.Span.Start-text.MaxPrefix)
	said := s[line:b.Span.Start]
	return line <= begins || said == "" || !text.SamePrefix(s, begins, said) || strings.HasPrefix(s[begins:], said)
}

// sameBody reports whether two neighbours of one record have the same body.
func sameBody(a, b *Response) bool {
	if a.exchange.End == 0 || a.exchange != b.exchange || a.Status != b.Status || a.Kind != b.Kind || len(a.Errors) != len(b.Errors) || len(a.Errors) == 0 {
		return false
	}
	for i := range a.Errors {
		x, y := &a.Errors[i], &b.Errors[i]
		if x.Code != y.Code || x.Reason.Text != y.Reason.Text || x.Subject.Text != y.Subject.Text || x.Value.Text != y.Value.Text {
			return false
		}
	}
	return true
}
