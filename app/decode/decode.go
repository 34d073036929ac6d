// Package decode finds error responses of Evotor's cloud, and of the services that answer
// it, in any text: a body, an HTTP message, a log, a dump, encoded, quoted or cut off.
//
// Text never fails and never panics. It takes time linear in the text, and every span it
// returns is a place in the text as it was given. It knows shapes, not meanings: which
// codes and reasons are documented it asks its Vocabulary.
//
// How a text is read, in the order of the files:
//
//	plain.go                 a clean body alone, in one pass
//	charset.go, colour.go    the text as a whole: UTF-16, Windows-1251, a byte order mark, a terminal's colours
//	word.go, walk.go         goes through a text: brackets, words, numbers, tags
//	http.go, page.go, status.go, signs.go   messages, pages of proxies, labels, log lines, and what is none of them
//	exchange.go              whose status it is that was read
//	carrier.go               what runs through a body's lines: prefixes, fixed widths, chunks
//	encoding.go, base64.go   runs in an encoding, taken off layer by layer: view.go keeps the places
//	begin.go, reader.go, str.go, token.go, dump.go   a body, however damaged, as a tree
//	cut.go, fragment.go      a body that was cut off, or copied without its braces
//	body.go, record.go       a tree that carries a body: a HAR, an export, a structured log
//	shape.go                 which trees are errors
//	secret.go, secretvalue.go, mask.go, personal.go   what must not be repeated or shared
//
// What is called from many places and is not hot says go:noinline: in the browser program, each
// copy weighs.
package decode

import (
	"sort"
	"sync"
)

// A Span is a half-open range of bytes in the text as it was given.
type Span struct{ Start, End int }

func (s Span) contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

func (s Span) union(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Kind is the shape of an error response.
type Kind string

const (
	Numeric    Kind = "numeric-error" // {"errors":[{"code":2003}]}
	API        Kind = "api-error"     // {"code":"word","message":…,"violations":[…]}
	Bulk       Kind = "bulk-error"    // a bulk task with status FAILED or DECLINED
	StatusOnly Kind = "status-only"   // an HTTP error without a body
	Other      Kind = "other"         // an HTTP error whose body is not Evotor's
)

// A Response is one error response of the text.
type Response struct {
	Kind      Kind
	Status    int    // of HTTP; 0 where the text shows none
	Direction string // to-cloud, from-cloud, unknown
	Certain   bool   // the direction is shown by a host or by the response's shape
	Span      Span
	Errors    []Error
	Repairs   []Mark // what was mended to read the body, in order
	Secrets   []Span // in and around the response
	Personal  []Mark // phone, email, inn, device, user
	Bare      bool   // the error objects stand without an errors array
	Truncated bool   // the end of the body is missing
	Reset     int    // seconds until a rate limit ends; 0 where the text names none
	Fiscal    bool   // the look-alike of the fiscalisation service
}

// An Error is one error object, or one violation of an API error.
type Error struct {
	Code                            string // as the text has it; "" where there is none
	CodeSpan                        Span   // empty where there is none
	Span                            Span
	Reason, Subject, Value, Message Field
}

// A Field is a value as the text has it, decoded.
type Field struct {
	Text  string // a secret is Masked
	Span  Span   // without quotes; empty if the field comes from elsewhere
	State FieldState
	Cut   bool // the text ends inside it
}

// FieldState tells an absent key, a JSON null and a value apart.
type FieldState uint8

const (
	Absent FieldState = iota
	Null
	Present
)

// Masked stands for a secret wherever a value is repeated.
const Masked = "•••"

// A Mark is a place with an id: of a repair, or of a kind of personal data.
type Mark struct {
	ID   string
	Span Span
}

// A Vocabulary says what is documented. Its functions must be pure.
type Vocabulary struct {
	Code   func(code string) bool   // whether the catalogue has the code
	Reason func(reason string) bool // whether some code has the reason
	Secret func(code string) bool   // whether the value under a code is a token or a password
}

const (
	maxBody  = 8 << 20 // bytes of one body; the rest is left unread
	maxDepth = 8       // encodings one in another
)

// Text returns the error responses in text, in the order of the text.
func Text(text string, v Vocabulary) []Response {
	d := decoders.Get().(*decoder)
	defer d.release()
	d.vocabulary = v
	d.root = view{text: text}
	if d.plain(text) {
		r := &d.responses[0]
		r.Personal = d.personal
		for i := range r.Errors {
			d.personalValue(r, &r.Errors[i])
		}
		return d.responses
	}
	d.whole(text)
	if len(d.responses) > 1 {
		sort.SliceStable(d.responses, func(i, j int) bool { return d.responses[i].Span.Start < d.responses[j].Span.Start })
	}
	d.attach()
	return d.responses
}

// whole reads any text.
func (d *decoder) whole(text string) {
	d.responses, d.personal = nil, nil // of a plain text that turned out to be none
	root := d.uncoloured(d.charset(text))
	d.sensitive(root)
	d.walk(root, context{})
}

var decoders = sync.Pool{New: func() any { return &decoder{} }}

// release gives the decoder back, without what it found.
func (d *decoder) release() {
	for _, t := range d.trees {
		t.view = nil
	}
	*d = decoder{trees: d.trees, root: view{}}
	decoders.Put(d)
}

// A decoder holds what was found so far in one text.
type decoder struct {
	vocabulary Vocabulary
	responses  []Response
	held       []Response // statuses in strings of a document, whose body may stand elsewhere in it
	secrets    []Span
	personal   []Mark
	shared     map[Span]string // of secrets without a place of their own: the values, a line each
	hidden     map[string]bool // the values of secrets, to be masked wherever they recur
	root       view
	trees      []*tree // by the depth of their view, reused from body to body and text to text
	foreign    []int   // the bytes of the given text that are no UTF-8
	colours    []int   // the places of a terminal's colours in the given text
}

// attach gives secrets and personal data to the responses they belong to: to the one they
// stand in, else to the next one, else to the last; and masks them in what is repeated.
func (d *decoder) attach() {
	n := len(d.responses)
	if n == 0 {
		return
	}
	owner := func(s Span) *Response {
		i := sort.Search(n, func(i int) bool { return d.responses[i].Span.Start > s.Start })
		if i > 0 && s.Start < d.responses[i-1].Span.End {
			i--
		}
		return &d.responses[min(i, n-1)]
	}
	for i := range d.responses {
		for j := range d.responses[i].Errors {
			d.secretValue(&d.responses[i].Errors[j])
		}
	}
	d.secrets = disjoint(d.secrets)
	for _, s := range d.secrets {
		r := owner(s)
		r.Secrets = append(r.Secrets, s)
	}
	for _, p := range d.personal {
		k := sort.Search(len(d.secrets), func(k int) bool { return d.secrets[k].End > p.Span.Start })
		if k < len(d.secrets) && d.secrets[k].Start < p.Span.End {
			continue // a part of a secret
		}
		r := owner(p.Span)
		r.Personal = append(r.Personal, p)
	}
	for i := range d.responses {
		r := &d.responses[i]
		for j := range r.Errors {
			e := &r.Errors[j]
			d.mask(r, &e.Reason)
			d.mask(r, &e.Subject)
			d.mask(r, &e.Value)
			d.mask(r, &e.Message)
			d.personalValue(r, e)
		}
	}
}

// disjoint sorts spans and joins those that overlap.
func disjoint(spans []Span) []Span {
	if len(spans) < 2 {
		return spans
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start < last.End {
			last.End = max(last.End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
