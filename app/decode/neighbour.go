package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// neighbours makes one of neighbours that are the same answer, said twice: a status and the body that
// follows it, a body and its status again, a body as a string and as the document that it was
// read into. list is in the order of the text s.
func neighbours(s string, list []answer) []answer {
	if len(list) < 2 {
		return list
	}
	out := list[:1]
	for i := range list[1:] {
		last, a := &out[len(out)-1], list[i+1]
		switch {
		case sameAnswer(s, last, &a):
			if last.body.Kind == StatusOnly {
				a.takes(last)
				*last = a
			} else {
				last.takes(&a)
			}
		case last.elided(&a):
			last.fill(&a)
			last.takes(&a)
		case sameBody(s, last, &a):
			last.takes(&a)
		default:
			out = append(out, a)
		}
	}
	return out
}

// sameAnswer reports whether one of two neighbours is the status of the other, which has none or
// the same. Where lines are alike but for their figures, it happened twice.
func sameAnswer(s string, a, b *answer) bool {
	if (a.body.Kind == StatusOnly) == (b.body.Kind == StatusOnly) || a.body.Kind == Other || b.body.Kind == Other ||
		a.whole.End > b.whole.Start {
		return false
	}
	if a.status != b.status && a.status != 0 && b.status != 0 || a.body.Kind != StatusOnly && a.status == 0 {
		return false
	}
	if a.ended && b.status == 0 {
		return false
	}
	between := s[a.whole.End:b.whole.Start]
	if len(between) > text.MaxLine || !ties.hold(again, 0, strings.Count(between, "\n")) {
		return false
	}
	begins := strings.LastIndexByte(s[max(0, a.whole.Start-text.MaxPrefix):a.whole.Start], '\n') + 1 + max(0,
		a.whole.Start-text.MaxPrefix)
	line := strings.LastIndexByte(s[max(0, b.whole.Start-text.MaxPrefix):b.whole.Start], '\n') + 1 + max(0,
		b.whole.Start-text.MaxPrefix)
	said := s[line:b.whole.Start]
	return line <= begins || said == "" || !text.SamePrefix(s, begins, said) || strings.HasPrefix(s[begins:], said)
}

// maxParts is how many errors a body may have for its parts to be known again.
const maxParts = 256

// sameBody reports whether b is a, or a part of it, once more: the body of one record as a string
// and as a document, or what a browser shows under a body, errors: [ and 0: {, part by part.
func sameBody(s string, a, b *answer) bool {
	n := len(b.body.Errors)
	if a.body.Kind != b.body.Kind || n == 0 || n > len(a.body.Errors) || len(a.body.Errors) > maxParts || b.status != 0 &&
		b.status != a.status {
		return false
	}
	recorded := a.exchange.End > 0 && a.exchange == b.exchange && a.status == b.status && n == len(a.body.Errors)
	if !recorded && (a.whole.End > b.whole.Start || !partFollows(s[a.whole.End:b.whole.Start], b.body.Bare)) {
		return false
	}
	for i := range b.body.Errors {
		known := false
		for j := range a.body.Errors {
			x, y := &a.body.Errors[j], &b.body.Errors[i]
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
// out.
func (a *answer) elided(b *answer) bool {
	list, behind := a.body.Errors, b.whole.Start-a.whole.End
	return behind >= 0 && behind <= maxElided && a.body.Kind == API && b.body.Kind == API && len(list) == 1 &&
		list[0].Subject.State == Absent && b.body.Errors[0].Code == ""
}

// fill is the preview a with the violations of b, which get its code and its message.
func (a *answer) fill(b *answer) {
	body := *a.body
	body.Errors = append([]Error(nil), b.body.Errors...)
	for i := range body.Errors {
		e, from := &body.Errors[i], &a.body.Errors[0]
		e.Code, e.CodeSpan, e.Message = from.Code, from.CodeSpan, from.Message
	}
	a.body = &body
}
