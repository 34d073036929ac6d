package decode

import (
	"sort"

	"evotor-errors/app/decode/text"
)

// Text finds the error responses in s.
func Text(s string, v Vocabulary) Result { return read(s, 0, v, long) }

// Answer finds the error responses in the body of an HTTP response with a status.
func Answer(status int, body string, v Vocabulary) Result {
	return read(body, status, v, long)
}

// read reads a text; one from a length on it skims.
func read(s string, answered int, v Vocabulary, long int) Result {
	d := decoders.Get().(*decoder)
	defer d.release()
	d.vocabulary, d.long = v, long
	d.given = s
	d.root.Read(s)
	if d.root.Wide {
		d.sensitive(text.Given(s)) // should a part of the text be none of UTF-16
	}
	parts := d.sensitive(&d.root.View)
	p := &d.pairing
	p.v, p.s = &d.root.View, d.root.Text
	if answered != 0 {
		p.exchange = exchange{status: status{code: answered, how: message}, alone: true, inBody: true}
	}
	d.scan(&d.root.View, literal{}, p, parts)
	answers, _ := p.finish()
	d.arrange(answers)
	p.answers = emptied(answers)
	d.trace()
	d.attach()
	return Result{d.responses, d.secrets, d.personal, d.hidden.List(), text.Join(d.unread)}
}

// arrange puts the responses in the order of the text. What stands between two of them and both
// have, a status or the rest of a line, is the place of the second, unless an error of the first
// is in it.
func (d *decoder) arrange(answers []answer) {
	for i := 1; i < len(answers); i++ {
		if answers[i].whole.Start < answers[i-1].whole.Start {
			sort.SliceStable(answers, func(i, j int) bool { return answers[i].whole.Start < answers[j].whole.Start })
			break
		}
	}
	if answers = neighbours(d.given, answers); len(answers) == 0 {
		return
	}
	list := d.results.take(len(answers))
	for i := range answers {
		answers[i].tell(&list[i])
	}
	d.responses = list
	furthest := 0 // the response that ends last so far
	for i := range list {
		before, r := &list[furthest], &list[i].Span
		if r.Start < before.Span.End && before.Span.End < r.End {
			if n := len(before.Errors); n > 0 && before.Errors[n-1].Span.End > r.Start {
				r.Start = before.Span.End
			} else {
				before.Span.End = r.Start
			}
		}
		if r.End >= before.Span.End {
			furthest = i
		}
	}
}
