package decode

import "evotor-errors/app/decode/text"

// An event is what stands at a place of a text and has a say in which answers the text shows.
// The scanner notes events and decides nothing; pair decides.
type event struct {
	kind eventKind
	place
	end int // in the text of its scope, as at
	hints
	failed bool // the line up to it says that something failed

	status             // of statusAt: the status; of the others: the one that stands right before
	request            // of requestAt and addressAt
	name, value string // of headerAt
	object             // of objectAt: what it is as another system's body

	answer *Response // of answerAt and recordAt: the answer, but for what stands around it
	needs  bool      // of answerAt: it counts only under an HTTP error
	around *context  // of answerAt, recordAt and a string: what their document says of the exchange
	inner  scope     // of objectAt and encodedAt: what is in it
}

// A place is where the scanner is.
type place struct {
	at     int
	line   int // where its line begins
	number int // of the line
	blank  int // number of the last blank line up to it
}

// An eventKind is what was found.
type eventKind uint8

const (
	requestAt  eventKind = iota // GET https://host/path
	addressAt                   // https://host/path
	headerAt                    // a header
	headersEnd                  // the blank line behind the headers of a message
	statusAt                    // a status
	messageEnd                  // OkHttp says so
	pageStart
	pageTitle // a page, by words that tell no status
	pageEnd
	objectAt  // an object, or a part of one
	encodedAt // a text in an encoding, or in a string of a document
	answerAt  // the body of an answer, in a document
	recordAt  // a record of a document that shows an answer, whatever its body
)

// A request is what the text says of one.
type request struct{ method, host, path string }

// A status is a number that may be that of an answer.
type status struct {
	code    int
	from    int // where it begins, with what names it; it ends where the event does
	how     strength
	label   string // the word that names it; "" if none does
	phrased bool   // its standard text follows
	actual  bool   // it came where another one was expected
	closing bool   // the text ends with it
}

// strength is how sure it is that a number is a status.
type strength uint8

const (
	near     strength = iota + 1 // counts if a body follows
	lone                         // likewise, or stands before: a number that has its line for itself
	phrase                       // a number with its standard text
	labelled                     // a number with a name before it
	title                        // of an HTML page
	message                      // a status line
)

// An object is what an object is beside a status, if its body is none of ours.
type object struct {
	is        objectKind
	complains bool // it has a word on what went wrong, or headers
	lines     int  // over how many it goes on
	reset     int  // of headers: when a rate limit ends
}

// An objectKind is what an object is beside a status.
type objectKind uint8

const (
	noObject objectKind = iota
	emptyObject
	headersObject
	noContent // they say that there is no body
	foreignObject
)

// note adds an event.
func (s *scope) note(kind eventKind, at place, end int) *event {
	s.events = append(s.events, event{})
	e := &s.events[len(s.events)-1]
	e.kind, e.place, e.end = kind, at, end
	return e
}

// hints are what the words of a line say of the statuses on it.
type hints struct {
	condition bool // a condition or a question: the status may be, no answer had it
	tells     bool // of a request, a failure, the marks of a log: of an answer
}

// lineHints are those of the line that begins at line.
type lineHints struct {
	hints
	known bool
	line  int
}

// A scope is a text or a document inside another one.
type scope struct {
	view   *text.View
	events []event
}
