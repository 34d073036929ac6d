package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// sayAgain is over how many lines a text says the same of one answer: its status here, its body there.
const sayAgain = 12

// neighbours makes one of neighbours that are the same answer, said twice: a status and the body that
// follows it, a body and its status again, a body as a string and as the document that it was
// read into. list is in the order of the text s.
func neighbours(s string, list []*Response) []*Response {
	if len(list) < 2 {
		return list
	}
	out := list[:1]
	for _, r := range list[1:] {
		last := out[len(out)-1]
		switch {
		case sameAnswer(s, last, r):
			if last.Kind == StatusOnly {
				r.take(last)
				out[len(out)-1] = r
			} else {
				last.take(r)
			}
		case sameBody(s, last, r):
			last.take(r)
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
	if (a.Kind == StatusOnly) == (b.Kind == StatusOnly) || a.Kind == Other || b.Kind == Other ||
		a.Span.End > b.Span.Start {
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
	begins := strings.LastIndexByte(s[max(0, a.Span.Start-text.MaxPrefix):a.Span.Start], '\n') + 1 + max(0,
		a.Span.Start-text.MaxPrefix)
	line := strings.LastIndexByte(s[max(0, b.Span.Start-text.MaxPrefix):b.Span.Start], '\n') + 1 + max(0,
		b.Span.Start-text.MaxPrefix)
	said := s[line:b.Span.Start]
	return line <= begins || said == "" || !text.SamePrefix(s, begins, said) || strings.HasPrefix(s[begins:], said)
}

// maxParts is how many errors a body may have for its parts to be known again.
const maxParts = 256

// sameBody reports whether b is a, or a part of it, once more: the body of one record as a string
// and as a document, or what a browser shows under a body, errors: [ and 0: {, part by part.
func sameBody(s string, a, b *Response) bool {
	if behind := b.Span.Start - a.Span.End; behind >= 0 && behind <= maxElided && a.elided(b) {
		a.Errors = b.Errors
		return true
	}
	n := len(b.Errors)
	if a.Kind != b.Kind || n == 0 || n > len(a.Errors) || len(a.Errors) > maxParts || b.Status != 0 &&
		b.Status != a.Status {
		return false
	}
	recorded := a.exchange.End > 0 && a.exchange == b.exchange && a.Status == b.Status && n == len(a.Errors)
	if !recorded && (a.Span.End > b.Span.Start || !partFollows(s[a.Span.End:b.Span.Start], b.Bare)) {
		return false
	}
	for i := range b.Errors {
		known := false
		for j := range a.Errors {
			x, y := &a.Errors[j], &b.Errors[i]
			known = known || x.Code == y.Code && x.Reason.Text == y.Reason.Text && x.Subject.Text == y.Subject.Text &&
				x.Value.Text == y.Value.Text
		}
		if !known {
			return false
		}
	}
	return true
}

// partFollows reports whether what stands between two bodies is the name of a part on a line of
// its own; before the members of an error there may be none.
func partFollows(between string, bare bool) bool {
	if len(between) > 24 || strings.IndexByte(between, '\n') < 0 {
		return false
	}
	switch name := strings.Trim(between, " \t\r\n:"); {
	case name == "":
		return bare && strings.IndexByte(between, ':') < 0
	case strings.IndexByte(between, ':') < 0:
		return false
	default:
		return name == "errors" || name == "violations" || len(name) < 4 && text.AllDigits(name)
	}
}

// maxElided is how far behind the first line of a preview its violations may stand.
const maxElided = 512

// elided reports whether b are the violations that the preview a, {code: "…", message: "…",…}, leaves
// out; they get its code and its message.
func (r *Response) elided(b *Response) bool {
	if r.Kind != API || b.Kind != API || len(r.Errors) != 1 || r.Errors[0].Subject.State != Absent || b.Errors[0].Code != "" {
		return false
	}
	for i := range b.Errors {
		b.Errors[i].Code, b.Errors[i].CodeSpan, b.Errors[i].Message = r.Errors[0].Code, r.Errors[0].CodeSpan, r.Errors[0].Message
	}
	return true
}
