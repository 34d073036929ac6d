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
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
	"evotor-errors/app/decode/text"
)

// A Report is what a text holds: its error responses in the order of the text, none if
// nothing in it is an error response.
type Report struct {
	Responses []Response
	Diagnosis Diagnosis
	Secrets   int    // how many secrets of the text stand with none of the responses
	Unread    []Span // what lies beyond a bound of the reader

	text    string
	lang    catalog.Lang
	secrets []text.Span   // all of the text's, in order and apart
	values  []string      // of the secrets
	someone []decode.Mark // all personal data, in order
}

// A Response is one error response.
type Response struct {
	Kind      decode.Kind
	Status    *int // of HTTP; null where the text shows none
	Direction catalog.Direction
	Span      Span
	Reset     int // seconds until a rate limit ends
	*Verdict      // of the response itself, if it has no errors of the catalogue
	Errors    []Error
	Notes     []Note
	Repairs   []Mark
	Personal  []Mark
}

// A Verdict says what happened and what to do about it.
type Verdict struct {
	Title       string
	Explanation string        // one sentence, values in backticks
	Actor       catalog.Actor // who must act first
	Retry       catalog.Retry
	Page        string // relative to the root of the site

	Entry    *catalog.Entry // for an unknown code a general one
	Sentence []Part         // Explanation in parts
	Steps    []Step

	code string // as the text has it
	lang catalog.Lang
}

// A Step is one thing to do. Where the text does not show which case it is, such as who
// answered whom, the first step for a case has a Lead that names the case.
type Step struct {
	Lead  []Part
	Parts []Part
}

// RetryText says in words whether to repeat the request.
func (v *Verdict) RetryText() string {
	if text := v.Entry.Text[v.lang].Retry; text != "" && v.Retry == v.Entry.Retry {
		return text
	}
	return catalog.Word("retry", string(v.Retry), v.lang)
}

// Meaning is what the code or status means, whatever the values of the response.
func (v *Verdict) Meaning() []Part { return Parts(v.Entry.Text[v.lang].Meaning) }

// An Error is one error object, or one violation of an API error.
type Error struct {
	Code  string // as the text has it, "" where there is none
	Known bool
	Verdict
	Reason  Field
	Subject Field
	Value   Field
	Message Field
	Span    Span
	Spans   map[string]Span // of code, reason, subject, value
	Clues   [][]Part        // what its status, shape and neighbours imply of an unknown code; our inference
}

// A Note is what the reader should know about a response as a whole.
type Note struct {
	ID    string
	Text  string // "" where the note before says the same of another place
	Error *int   // the error that it concerns, if one
	Span  *Span  // the place that it concerns, if one

	Parts []Part // Text in parts
}

// A Mark is a place in the text with an id.
type Mark struct {
	ID   string
	Span Span
}

// A Span is a half-open range of bytes in the text as it was given.
type Span [2]int

// A Field is a value as the text has it: absent, null, or a string.
type Field struct{ decode.Field }

// IsZero reports whether the text lacks the field.
func (f Field) IsZero() bool { return f.State == decode.Absent }

var vocabulary = decode.Vocabulary{
	Code:   func(code string) bool { _, ok := catalog.Lookup(code); return ok },
	Reason: catalog.Reason,
	Secret: func(code string) bool { e, ok := catalog.Lookup(code); return ok && e.Secret },
}

// Text explains the error responses in a text.
func Text(s string, lang catalog.Lang) Report { return report(s, decode.Text(s, vocabulary), lang) }

// Answer explains an HTTP response.
func Answer(status int, body string, lang catalog.Lang) Report {
	return report(body, decode.Answer(status, body, vocabulary), lang)
}

func report(s string, found decode.Result, lang catalog.Lang) Report {
	r := Report{Responses: make([]Response, 0, len(found.Responses)), text: s, lang: lang, secrets: found.Secrets, values: found.Values, someone: found.Personal}
	r.Secrets = len(found.Secrets)
	for i := range found.Responses {
		r.Responses = append(r.Responses, response(&found.Responses[i], lang))
		r.Secrets -= len(found.Responses[i].Secrets)
	}
	for _, u := range found.Unread {
		r.unread(span(u))
	}
	r.Diagnosis = diagnosis(found.Responses, r.Responses, lang)
	return r
}

// unread says of the last response up to a place that was not read, or else of the first one,
// that there may be more.
func (r *Report) unread(s Span) {
	r.Unread = append(r.Unread, s)
	i := sort.Search(len(r.Responses), func(i int) bool { return r.Responses[i].Span[0] > s[0] })
	if n := len(r.Responses); n > 0 {
		w := noter{lang: r.lang}
		w.add("unread", -1, nil)
		w.list[0].Span = &s
		near := &r.Responses[min(max(i-1, 0), n-1)]
		near.Notes = append(near.Notes, w.list...)
	}
}

func response(from *decode.Response, lang catalog.Lang) Response {
	r := Response{
		Kind:      from.Kind,
		Reset:     from.Reset,
		Direction: catalog.Direction(from.Direction),
		Span:      span(from.Span),
		Errors:    make([]Error, 0, len(from.Errors)),
		Repairs:   marks(from.Repairs),
		Personal:  marks(from.Personal),
	}
	if from.Status != 0 {
		r.Status = &from.Status
	}
	for i := range from.Errors {
		r.Errors = append(r.Errors, newError(&from.Errors[i], from, lang))
	}
	if len(from.Errors) == 0 {
		entry := catalog.ByStatus(from.Status)
		if from.Kind == decode.Bulk {
			entry = catalog.Bulk
		} else if from.Fiscal {
			entry = catalog.Fiscal
		}
		s := surroundings(from)
		v := verdict(entry, s, lang)
		r.Verdict = &v
	}
	r.clues(lang)
	r.Notes = notes(&r, from, lang)
	return r
}

func newError(from *decode.Error, around *decode.Response, lang catalog.Lang) Error {
	e := Error{
		Code: from.Code, Span: span(from.Span), Spans: map[string]Span{},
		Reason: Field{from.Reason}, Subject: Field{from.Subject}, Value: Field{from.Value}, Message: Field{from.Message},
	}
	if from.Code != "" {
		e.Spans["code"] = span(from.CodeSpan)
	}
	for name, f := range e.fields() {
		if f.State != decode.Absent && name != "message" {
			e.Spans[name] = span(f.Span)
		}
	}
	s := slots(e.Slots(surroundings(around)))
	entry, known := catalog.Lookup(from.Code)
	if !known {
		entry = catalog.UnknownCode
	}
	e.Known = known
	e.Verdict = verdict(entry, s, lang)
	e.ofSomebody(e.Sentence)
	for _, step := range e.Steps {
		e.ofSomebody(step.Parts)
	}
	if !known {
		e.Retry = retryByStatus(around.Status, e.Retry)
	}
	return e
}

// ofSomebody marks the parts that repeat personal data of the error.
func (e *Error) ofSomebody(parts []Part) {
	for name, f := range e.fields() {
		personal(parts, name, f.Personal)
	}
}

// retryByStatus is what an HTTP status says of repeating a request whose code says nothing.
func retryByStatus(status int, otherwise catalog.Retry) catalog.Retry {
	if status < 400 {
		return otherwise
	}
	return catalog.ByStatus(status).Retry
}

// verdict fills the entry's texts with what the response shows.
func verdict(entry *catalog.Entry, s slots, lang catalog.Lang) Verdict {
	said := &entry.Text[lang]
	v := Verdict{Title: said.Title, Actor: entry.Actors[0], Retry: entry.Retry, Page: entry.Page(), Entry: entry, code: s["code"], lang: lang}
	if s["direction"] == string(catalog.ToCloud) && len(entry.ActorsToCloud) > 0 {
		v.Actor = entry.ActorsToCloud[0]
	}
	for _, line := range said.Sentences {
		if parts, ok := s.fill(line, entry, false); ok {
			v.Sentence = parts
			break
		}
	}
	v.Explanation = plain(v.Sentence)
	last := ""
	for _, line := range said.Steps {
		parts, ok := s.fill(line, entry, true)
		if !ok {
			continue
		}
		step := Step{Parts: parts}
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

func span(s decode.Span) Span { return Span{s.Start, s.End} }

func marks(from []decode.Mark) []Mark {
	list := make([]Mark, 0, len(from))
	for _, m := range from {
		list = append(list, Mark{m.ID, span(m.Span)})
	}
	return list
}

// surroundings are the slots that a response fills for all of its errors.
func surroundings(r *decode.Response) slots {
	s := slots{"direction": r.Direction}
	if r.Status != 0 {
		s["status"] = strconv.Itoa(r.Status)
	}
	if r.Reset != 0 {
		s["reset"] = strconv.Itoa(r.Reset)
	}
	return s
}

// shown is a field as a sentence shows it.
func shown(f decode.Field) string {
	switch {
	case f.State == decode.Null:
		return "null"
	case f.Text == "":
		return `""`
	case f.Cut:
		return short(f.Text) + "…"
	}
	return short(f.Text)
}

// maxShown is how many characters of a value a sentence repeats.
const maxShown = 100

// short is a value on one line, its middle left out if it is long, and without the
// characters that turn the direction of what follows.
func short(s string) string {
	const head, tail = maxShown * 2 / 3, maxShown / 3
	if len(s) > 8*maxShown { // far more than fits: count no characters
		s = strings.ToValidUTF8(s[:4*maxShown], "") + "…" + strings.ToValidUTF8(s[len(s)-4*maxShown:], "")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f:
			return '\ufffd'
		}
		return r
	}, s)
	runes := []rune(s)
	if len(runes) <= maxShown {
		return s
	}
	return string(runes[:head]) + "…" + string(runes[len(runes)-tail:])
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

// Slots are what a sentence can repeat of the error, and what it can of the answer around.
func (e *Error) Slots(around map[string]string) map[string]string {
	s := map[string]string{}
	for k, v := range around {
		s[k] = v
	}
	if e.Code != "" {
		s["code"] = short(e.Code)
	}
	for name, f := range e.fields() {
		if f.State != decode.Absent {
			s[name] = shown(f.Field)
		}
	}
	return s
}

func (e *Error) fields() map[string]Field {
	return map[string]Field{"reason": e.Reason, "subject": e.Subject, "value": e.Value, "message": e.Message}
}
