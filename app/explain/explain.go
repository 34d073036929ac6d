// Package explain reads the error answers of Evotor's cloud, and of the services that
// answer it, and says what happened, who must act, whether to repeat the request, and what
// to change.
//
// Text takes any text that holds such answers, however mangled. Answer takes what an HTTP
// client has: a status and a body. Encoded as JSON, a Report is what the command line
// prints and what the embedded tool hands to its host. Secrets in the text are never
// repeated in a report.
package explain

import (
	"cmp"
	"sort"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

var vocabulary = decode.Vocabulary{
	Code:   func(code string) bool { _, ok := catalog.Lookup(code); return ok },
	Reason: catalog.Reason,
	Secret: func(code string) bool { e, ok := catalog.Lookup(code); return ok && e.Secret },
}

// Find finds the error responses in a text, without a word on them.
func Find(s string) decode.Result { return decode.Text(s, vocabulary) }

// Reader is a reader of error responses in a text of any size, without a word on them.
func Reader(found func(decode.Finding)) *decode.Reader { return decode.NewReader(vocabulary, found) }

// Text explains the error responses in a text.
func Text(s string, lang catalog.Lang) Report { return report(s, decode.Text(s, vocabulary), lang) }

// TextFrom explains the error responses in a text as from who answered whom where the text does
// not show it.
func TextFrom(s string, direction catalog.Direction, lang catalog.Lang) Report {
	found := decode.Text(s, vocabulary)
	for i := range found.Responses {
		if r := &found.Responses[i]; !r.Certain {
			r.Direction, r.Certain = string(direction), true
		}
	}
	return report(s, found, lang)
}

// Answer explains an HTTP response.
func Answer(status int, body string, lang catalog.Lang) Report {
	return report(body, decode.Answer(status, body, vocabulary), lang)
}

func report(s string, found decode.Result, lang catalog.Lang) Report {
	r := Report{
		Responses: make([]Response, 0, len(found.Responses)), text: s, lang: lang,
		secrets: found.Secrets, values: found.Values, someone: found.Personal,
	}
	r.Secrets = len(found.Secrets)
	for i := range found.Responses {
		r.Responses = append(r.Responses, response(&found.Responses[i], lang))
		r.Secrets -= len(found.Responses[i].Secrets)
	}
	for _, u := range found.Unread {
		r.unread(span(u))
	}
	r.Diagnosis = diagnosis(r.Responses, lang)
	return r
}

// unread says of the last response up to a place that was not read, or else of the first one,
// that there may be more.
func (r *Report) unread(s Span) {
	r.Unread = append(r.Unread, s)
	i := sort.Search(len(r.Responses), func(i int) bool { return r.Responses[i].Span[0] > s[0] })
	if n := len(r.Responses); n > 0 {
		w := noter{lang: r.lang}
		w.add("unread", -1)
		w.list[0].Span = &s
		near := &r.Responses[min(max(i-1, 0), n-1)]
		near.Notes = append(near.Notes, w.list...)
	}
}

func response(from *decode.Response, lang catalog.Lang) Response {
	r := Response{
		Kind:      from.Kind,
		Reset:     from.Reset,
		State:     from.State,
		Direction: catalog.Direction(from.Direction),
		Certain:   from.Certain,
		Span:      span(from.Span),
		Errors:    make([]Error, 0, len(from.Errors)),
		Repairs:   marks(from.Repairs),
		Personal:  marks(from.Personal),
		traces:    [...]*decode.Trace{from.Request, from.RequestID, from.Time},
	}
	if from.Status != 0 {
		r.Status = &from.Status
	}
	if from.Kind == decode.Numeric && r.Direction == catalog.Unknown {
		r.Direction = catalog.ToCloud // since October 2017 the documentation knows no other
	}
	around := slots(r.Slots(lang))
	for i := range from.Errors {
		r.Errors = append(r.Errors, newError(&from.Errors[i], around, from.Status, lang))
	}
	if len(from.Errors) == 0 {
		entry := catalog.ByStatus(from.Status)
		if from.Kind == decode.Bulk {
			entry = catalog.Bulk
			around["reason"] = from.State
		} else if from.System == "fiscal" {
			entry = catalog.Fiscal
		}
		v := verdict(entry, around, lang)
		if title := catalog.Word("lookalike", from.System, lang); title != "" {
			v.Title, v.Sentence = title, Parts(catalog.Word("lookalike-sentence", from.System, lang))
			v.Explanation = plain(v.Sentence)
		}
		r.Verdict = &v
	}
	if !r.Certain && r.Direction != catalog.Unknown {
		r.otherwise(around, lang)
	}
	r.clues(lang)
	r.Notes = notes(&r, from, lang)
	return r
}

// otherwise adds what to do if the direction is not the one that is most likely.
func (r *Response) otherwise(around slots, lang catalog.Lang) {
	other := slots{}
	for name, value := range around {
		other[name] = value
	}
	other["direction"] = string(catalog.FromCloud)
	if r.Direction == catalog.FromCloud {
		other["direction"] = string(catalog.ToCloud)
	}
	add := func(v *Verdict, s slots) {
		for _, line := range v.About().Text[lang].Steps {
			if line.When != other["direction"] {
				continue
			}
			if parts, ok := s.fill(line, v.About(), true); ok {
				v.Otherwise = append(v.Otherwise, Step{Parts: parts, For: line.For})
			}
		}
		if v.Otherwise != nil {
			v.Otherwise[0].Lead = lead(other["direction"], v.Entry, lang)
		}
	}
	for i := range r.Errors {
		e := &r.Errors[i]
		add(&e.Verdict, e.Slots(other))
		for _, step := range e.Otherwise {
			e.ofSomebody(step.Parts)
		}
	}
	if r.Verdict != nil {
		add(r.Verdict, other)
	}
}

func newError(from *decode.Error, around slots, status int, lang catalog.Lang) Error {
	e := Error{
		Code: from.Code, Span: span(from.Span), Spans: map[string]Span{},
		Reason: Field{from.Reason}, Subject: Field{from.Subject},
		Value: Field{from.Value}, Message: Field{from.Message},
	}
	if from.Code != "" {
		e.Spans["code"] = span(from.CodeSpan)
	}
	for name, f := range e.fields() {
		if f.State != decode.Absent && name != "message" {
			e.Spans[name] = span(f.Span)
		}
	}
	s := slots(e.Slots(around))
	entry, known := catalog.Lookup(from.Code)
	if !known {
		entry = catalog.UnknownCode
	}
	e.Known = known
	e.Verdict = verdict(entry, s, lang)
	if by := catalog.ByStatus(status); !known && by.Published {
		act := verdict(by, s, lang)
		e.Actor, e.Retry, e.Steps, e.Status = act.Actor, act.Retry, act.Steps, by
	}
	e.ofSomebody(e.Sentence)
	for _, step := range e.Steps {
		e.ofSomebody(step.Parts)
	}
	return e
}

// ofSomebody marks the parts that repeat personal data of the error.
func (e *Error) ofSomebody(parts []Part) {
	for name, f := range e.fields() {
		personal(parts, name, f.Personal)
	}
}

// verdict fills the entry's texts with what the response shows.
func verdict(entry *catalog.Entry, s slots, lang catalog.Lang) Verdict {
	said := &entry.Text[lang]
	v := Verdict{
		Title: said.Title, Actor: entry.Actors[0], Retry: entry.Retry, Page: entry.Page(),
		Entry: entry, code: s["code"], lang: lang,
	}
	switch {
	case s["direction"] == string(catalog.ToCloud) && len(entry.ActorsToCloud) > 0:
		v.Actor = entry.ActorsToCloud[0]
	case s["direction"] == string(catalog.FromCloud) && len(entry.ActorsFromCloud) > 0:
		v.Actor = entry.ActorsFromCloud[0]
	}
	v.Sentence = s.first(said.Sentences, entry)
	v.Explanation = plain(v.Sentence)
	last := ""
	for _, line := range said.Steps {
		parts, ok := s.fill(line, entry, true)
		if !ok {
			continue
		}
		step := Step{Parts: parts, For: line.For}
		when := line.When
		if s.holds(when, entry, false) {
			when = ""
		}
		if when != last {
			step.Lead = lead(when, entry, lang)
			last = when
		}
		v.Steps = append(v.Steps, step)
	}
	return v
}

// lead names the case that a step is for.
func lead(when string, entry *catalog.Entry, lang catalog.Lang) []Part {
	id, s := cmp.Or(when, "any"), slots{}
	if entry.HasReason(when) {
		id, s = "reason", slots{"reason": when}
	}
	parts, _ := s.fill(catalog.Line{Text: catalog.Word("case", id, lang)}, nil, false)
	return parts
}

// Entry is what an entry of the catalogue says without a response: its title, and what to do
// in any case it knows. A field that a step names is the one of the entry's sample.
func Entry(e *catalog.Entry, lang catalog.Lang) Verdict {
	s := slots{"direction": string(catalog.Unknown)}
	if r := Text(e.Sample, lang); len(r.Responses) > 0 && len(r.Responses[0].Errors) > 0 {
		s = r.Responses[0].Errors[0].Slots(s)
		delete(s, "reason")
	}
	v := verdict(e, s, lang)
	v.Sentence = Parts(v.Title)
	v.Explanation = v.Title
	return v
}
