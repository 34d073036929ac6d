// Package decode finds error responses of Evotor's cloud, and of the services that answer
// it, in any text: a body, an HTTP message, a log, a dump, encoded, quoted or cut off.
//
// Text never fails and never panics. Its work is linear in the text, which package linear
// measures, and every span it returns is a place in the text as it was given. What lies beyond
// one of its bounds is named in Unread. It knows shapes, not meanings: which codes and reasons
// are documented it asks its Vocabulary. In a text of 64 KB and more, what belongs to an answer, such as
// its request, is seen up to 16 KB before a sign of it.
//
// How a text is read:
//
//	text                  the text as a whole, and what is in an encoding or runs through lines: keeps the places
//	read.go               takes a text through all of it
//	skim.go, sign.go      of a long one through the parts that have a sign of an answer
//	reader.go, entries.go a text of any size, in pieces: of lines, or of a document
//	scan.go, inside.go    go through a text and what is inside it, and note what stands where
//	scanner.go, event.go  as events
//	message.go            requests, headers, pages
//	status.go             numbers that may be a status, and what a line says of them, by the words of role.go
//	form.go               and the forms in which one stands, by a table
//	cut.go                where the next record of a log or the next message begins
//	tree                  a body, however damaged, as a tree
//	fragment.go           a body that was copied without its braces
//	body.go, record.go    a tree that carries a body, as events too: a HAR, an export, a structured log
//	shape.go, item.go     which trees are errors
//	pair.go, scope.go     which status is whose, from the events of a text or of a document
//	tie.go, lead.go       by this table
//	said.go, exchange.go  what a status belongs to, and where an exchange ends
//	neighbour.go          what was said twice
//	trace.go              the line, the id and the time of a request
//	secret, attach.go     what must not be repeated, and which response it and they stand with
package decode

import (
	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
)

// A Span is a half-open range of bytes in the text as it was given.
type Span = text.Span

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
	Secrets   []Span // of those of the text, the ones that stand with the response
	Personal  []Mark // likewise: phone, email, inn, device, user, person
	Bare      bool   // the error objects stand without an errors array
	Truncated bool   // the end of the body is missing
	Reset     int    // seconds until a rate limit ends, or the second since 1970 when it does; 0 where the text names none
	System    string // of a look-alike: whose it is, "fiscal", "moysklad"; "" if it is none
	Doubtful  bool   // the shape alone speaks for Evotor
	State     string // of a bulk task: FAILED or DECLINED

	// What the text says of the request; nil where it does not.
	Request, RequestID, Time *Trace

	exchange Span // the request and its answer, as far as the text shows them
}

// An Error is one error object, or one violation of an API error.
type Error struct {
	Code                            string // as the text has it; "" where there is none
	CodeCut                         bool   // the text ends with it: it may go on
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

	Personal string // the kind of personal data that it is or holds; "" if none
}

// A Trace is what a text says of the request that a response answers.
type Trace struct {
	Method string // of a request
	Text   string // of a request its address without the query; a secret in it is not masked
	Span   Span
}

// FieldState tells an absent key, a JSON null and a value apart.
type FieldState uint8

const (
	Absent FieldState = iota
	Null
	Present
)

// Masked stands for a secret wherever a value is repeated.
const Masked = secret.Masked

// A Mark is a place with an id: of a repair, or of a kind of personal data.
type Mark = text.Mark

// A Vocabulary says what is documented. Its functions must be pure.
type Vocabulary struct {
	Code   func(code string) bool   // whether the catalogue has the code
	Reason func(reason string) bool // whether some code has the reason
	Secret func(code string) bool   // whether the value under a code is a token or a password
}

// A Result is what was found in a text. Secrets and personal data stand with the response whose
// span, lines or exchange hold them, or that follows within 64 lines; here are all of them.
type Result struct {
	Responses []Response // in the order of the text
	Secrets   []Span     // in order and apart
	Personal  []Mark     // in order
	Values    []string   // of the secrets, as they were read: where two secrets overlap, Secrets has one place
	Unread    []Span     // what lies beyond a bound, in order and apart
}
