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

// A scope is a text or a document inside another one.
type scope struct {
	view   *text.View
	events []event
}

// note adds an event.
func (s *scope) note(kind eventKind, at place, end int) *event {
	s.events = append(s.events, event{})
	e := &s.events[len(s.events)-1]
	e.kind, e.place, e.end = kind, at, end
	return e
}

// A scanner goes through a view once, from the beginning to the end, and notes what stands where.
type scanner struct {
	place
	d      *decoder
	v      *text.View
	s      string // of v
	of     literal
	label  wordLabel
	failed bool // the line says that something failed
	known  lineHints
	memo   memo
	out    scope
	to     *pairing // of a whole text: takes the events while it is gone through
}

// A literal is a string of a document that a text was read from.
type literal struct {
	export bool // of a HAR or an export: that it is encoded is no repair
	errors bool // it stands under the key errors
}

// A wordLabel is a word that names what follows; nothing but fillers stands since.
type wordLabel struct {
	role
	from, to int
}

// A memo says up to where something was looked for, that it is not looked for again.
type memo struct {
	carrier       text.Tried
	next, written int // where the next message begins, and the blanks before it
	base64        int
	fragment      int
	block         int
	chunks        int
	timed         int // number of the last line with a time
	begins        int // where the text begins, blanks aside
}

// window is how many events of a whole text are kept until they are paired, and kept how many of
// those the scanner looks back at.
const window, kept = 512, 16

// note notes what stands at i.
func (w *scanner) note(kind eventKind, i, end int) *event {
	e := w.out.note(kind, place{i, w.line, w.number, w.blank}, end)
	e.failed, e.hints = w.failed, w.hints()
	return e
}

// back is the last event of one of the kinds on the lines from number on, nil if there is none.
func (w *scanner) back(number int, kinds ...eventKind) *event {
	list := w.out.events
	for k := len(list) - 1; k >= max(0, len(list)-kept) && list[k].number >= number; k-- {
		for _, kind := range kinds {
			if list[k].kind == kind {
				return &list[k]
			}
		}
	}
	return nil
}

// status notes a status up to end.
func (w *scanner) status(end int, st *status) {
	w.note(statusAt, st.from, end).status = *st
	w.d.traces.around()
}

// trace notes a trace at s[i:j].
func (w *scanner) trace(kind traceKind, method string, i, j int) {
	w.d.traces.add(kind, Trace{method, w.s[i:j], w.v.Span(i, j)})
}

// moment goes behind the date with a time at w.at, if one stands there; the first one of a line is noted.
func (w *scanner) moment() bool {
	i := w.at
	length, whole := momentAt(w.s, i)
	if length == 0 || i > 0 && text.WordByte(w.s[i-1]) {
		return false
	}
	if w.memo.timed < w.number {
		w.memo.timed = w.number
		w.trace(timeTrace, "", i, i+whole)
	}
	w.at, w.label.role = i+length, plainWord
	return true
}

// evotors reports whether the request of the line is a webhook, or went to the cloud.
func (w *scanner) evotors() bool {
	e := w.back(w.number, requestAt, addressAt)
	return e != nil && direction(e.method, e.host, e.path) != unknown
}

// A context is what surrounds a text that was found inside another one.
type context struct {
	status    int
	span      Span   // of what the status begins
	direction string // "" if nothing shows it
	certain   bool   // the direction is shown by a host
	reset     int
	exchange  Span // the request and its answer, as far as they show; empty if they do not
}

// within completes the context by the one around it.
func (c *context) within(outer *context) {
	if c.status == 0 {
		c.status, c.span = outer.status, outer.span
	}
	if c.direction == "" || c.direction == unknown {
		c.direction, c.certain = outer.direction, outer.certain
	}
	if c.reset == 0 {
		c.reset = outer.reset
	}
	if c.exchange.End == 0 {
		c.exchange = outer.exchange
	}
}
