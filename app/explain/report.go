package explain

import (
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
	Certain   bool // the direction is shown by a host or by the response's shape
	Span      Span
	Reset     int    // seconds until a rate limit ends, or the second since 1970 at which it does
	*Verdict         // of the response itself, if it has no errors of the catalogue
	State     string // of a bulk task: FAILED or DECLINED
	Errors    []Error
	Notes     []Note
	Repairs   []Mark
	Personal  []Mark

	traces [len(traces)]*decode.Trace // the line, the id and the time of the request
}

// DirectionText says in words who answered whom.
func (r *Response) DirectionText(lang catalog.Lang) string {
	id := string(r.Direction)
	if !r.Certain && r.Direction != catalog.Unknown {
		id += "-likely"
	}
	return catalog.Word("direction", id, lang)
}

// A Verdict says what happened and what to do about it.
type Verdict struct {
	Title       string
	Explanation string        // one sentence, values in backticks
	Actor       catalog.Actor // who must act first
	Retry       catalog.Retry
	Page        string // relative to the root of the site

	Entry     *catalog.Entry // for an unknown code a general one
	Status    *catalog.Entry // of an unknown code: that of its HTTP status, which says what to do; nil if there is none
	Sentence  []Part         // Explanation in parts
	Steps     []Step
	Otherwise []Step // what to do if somebody else answered than most likely did

	code string // as the text has it
	lang catalog.Lang
}

// A Step is one thing to do. Where the text does not show which case it is, such as who
// answered whom, the first step for a case has a Lead that names the case.
type Step struct {
	Lead  []Part
	Parts []Part
	For   catalog.Actor
}

// RetryText says in words whether to repeat the request.
func (v *Verdict) RetryText() string {
	if text := v.About().Text[v.lang].Retry; text != "" {
		return text
	}
	return catalog.Word("retry", string(v.Retry), v.lang)
}

// About is the entry that says who acts and what to do: that of the code, or of an unknown
// code's status.
func (v *Verdict) About() *catalog.Entry {
	if v.Status != nil {
		return v.Status
	}
	return v.Entry
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

func span(s decode.Span) Span { return Span{s.Start, s.End} }

func marks(from []decode.Mark) []Mark {
	list := make([]Mark, 0, len(from))
	for _, m := range from {
		list = append(list, Mark{m.ID, span(m.Span)})
	}
	return list
}
