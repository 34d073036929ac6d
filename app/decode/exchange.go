package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// An exchange is the request and answer that the pairing is in.
type exchange struct {
	request
	asked     place  // where it is; its number is 0 if there is none
	direction string // of the answer; "" if nothing shows it
	certain   bool   // the direction is shown by a host
	reset     int

	status
	place         // of the status
	alone    bool // the text shows that an answer had this status, even without a body
	start    int  // of the status, or of the message that it begins
	end      int  // of what belongs to it so far
	used     bool // a body has it
	inBody   bool // the blank line after the headers is behind
	html     bool // a page is its body, or goes on around it
	harmless bool // the title of the page is not that of an error
	bodyLine int  // number of the line where another system's body ended

	is [foreignObject + 1]bool // what was seen of a body that is none of ours
}

// A pairing goes through the events of a text, in order, and pairs bodies with statuses. It keeps one
// exchange and one answer open: what stands behind them may still be said of them.
type pairing struct {
	v        *text.View
	s        string // of v
	around   context
	inString bool // of a document, which may hold the body elsewhere
	exchange exchange
	seen     int // up to where the text between the events was looked at
	told     int // number of the last line with a status that tells of an answer

	open    answer   // the last one, of which what follows may still say something
	last    place    // of it
	ends    int      // number of the line where its body ends
	label   string   // that names its status
	repeats int      // number of the line that repeats its status
	answers []answer // those before
	held    []answer // statuses in strings of a document, without a body
	room    []answer // for those of a document
}

// upTo looks at the text before an event: how far a page goes on, and the lines of a message.
func (p *pairing) upTo(i int) {
	x := &p.exchange
	if i <= p.seen {
		return
	}
	if x.html {
		if k := strings.LastIndexByte(p.s[p.seen:i], '<'); k >= 0 {
			x.end = max(x.end, p.seen+k+1)
		}
	}
	if x.how == message && !x.used {
		for at := p.seen; ; {
			at = text.LineEnd(p.s[:i], at) + 1
			if at > i || at > len(p.s) {
				break
			}
			p.line(at)
		}
	}
	p.seen = i
}

// line takes a line of a message: a header, or text until a body is found in it.
func (p *pairing) line(line int) {
	s, x := p.s, &p.exchange
	i := unmarked(s, line)
	end := p.v.LineEnd(i)
	if i == end || strings.IndexByte("*{}", s[i]) >= 0 || text.At(s, i, "<-- ") || text.At(s, i, "HTTP/") ||
		strings.Trim(s[i:min(end, i+2)], "\r") == "" {
		return
	}
	switch {
	case !x.inBody:
		x.end = end
	case s[line] != '>' && (s[line] != '<' || line+1 < end && (text.Letter(s[line+1]) ||
		strings.IndexByte("!?", s[line+1]) >= 0)):
		x.is[foreignObject], x.end = true, end
	}
}

// request begins an exchange, unless its status stands before it on the line: 401 from GET
// https://host/path.
func (p *pairing) request(e *event) {
	x := &p.exchange
	if x.code == 0 || x.used || x.number != e.number {
		if x.end > e.at && e.at > x.start {
			x.end = e.at // what was taken for its body is the next request
		}
		p.flush()
		*x = exchange{}
	}
	x.request, x.asked, x.direction, x.certain = e.request, e.place, "", false
	p.direct(e)
}

// direct notes what the request says of who answered it.
func (p *pairing) direct(e *event) {
	x := &p.exchange
	if d := direction(x.method, x.host, x.path); d != unknown {
		p.knows(e, d, x.host != "")
	}
}

// knows notes who answered, also of the answer that ends on this line or whose status the line repeats.
func (p *pairing) knows(e *event, direction string, certain bool) {
	p.exchange.direction, p.exchange.certain = direction, certain
	if a := p.before(); a != nil && (p.ends == e.number || p.repeats == e.number) &&
		(a.direction == "" || a.direction == unknown) {
		a.direction, a.certain = direction, certain
	}
}

// header notes what a header says of the exchange.
func (p *pairing) header(e *event) {
	x := &p.exchange
	cloud := false
	switch e.name {
	case "host":
		x.host = e.value
		p.direct(e)
	case "direction": // of a text that explain.Report.Shared wrote
		likely, perhaps := strings.CutPrefix(e.value, "likely ")
		switch likely {
		case toCloud, fromCloud:
			x.direction, x.certain = likely, !perhaps
		case unknown:
			x.direction, x.certain = "", false
		}
	case "x-authorization":
		cloud = x.code == 0
	case "content-length":
		x.is[noContent] = x.how == message && e.value == "0"
	case "accept", "content-type":
		cloud = strings.Contains(e.value, "application/vnd.evotor")
	case "x-ratelimit-reset", "retry-after":
		if n := resetOf(e.value); n > 0 {
			x.reset = n
		}
		cloud = e.name[0] == 'x'
	}
	if cloud && x.direction == "" {
		x.direction = fromCloud
	}
}

// page begins an HTML page, or goes on with it.
func (p *pairing) page(e *event) {
	x := &p.exchange
	if x.html {
		return
	}
	if x.code != 0 && x.how < message && e.number-x.number > 2 {
		p.flush()
	}
	if x.used {
		*x = exchange{}
	}
	if x.code == 0 {
		x.start = e.at
	}
	x.html = true
}

// requested is where the request begins whose answer ends at i, up to there; empty without one.
func (p *pairing) requested(number, i int) Span {
	if r := &p.exchange.asked; r.number > 0 && number-r.number < maxExchange {
		return p.v.Span(r.line, i)
	}
	return Span{}
}

// maxExchange is over how many lines a request and its answer may go.
const maxExchange = 500

// before is the answer that is open, nil if there is none.
func (p *pairing) before() *answer {
	if p.open.body == nil {
		return nil
	}
	return &p.open
}

// close ends the answer that is open.
func (p *pairing) close() {
	if p.open.body != nil {
		p.answers = append(p.answers, p.open)
		p.open.body = nil
	}
}

// flush ends the exchange: an error of HTTP that no body was found for is an answer of its own.
func (p *pairing) flush() {
	x, last := &p.exchange, p.before()
	if x.used {
		return
	}
	x.used = true
	if x.code < 400 || x.how < lone && !x.html {
		return
	}
	span := p.v.Span(x.start, x.end)
	if last != nil && last.status == 0 && ties.hold(below, x.how, x.number-p.ends) {
		last.has(x.code, span)
		return
	}
	if !x.alone {
		return
	}
	kind := StatusOnly
	if (x.html || x.is[foreignObject]) && !x.is[noContent] && !x.is[emptyObject] {
		kind = Other
	}
	c := context{status: x.code, span: span, direction: x.direction, certain: x.certain, reset: x.reset,
		exchange: p.requested(x.number, x.end)}
	if c.direction == "" {
		c.direction, c.certain = p.around.direction, p.around.certain
	}
	a := answer{body: &Response{Kind: kind, Span: span}, context: c, whole: span, ended: x.how == message}
	if p.inString {
		p.held = append(p.held, a)
		return
	}
	p.close()
	p.open, p.last, p.ends, p.label = a, x.place, x.number, x.label
}

// unmarked is where the blanks and the marks of curl at s[i] end.
func unmarked(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '<' && i+1 < len(s) && s[i+1] == ' ' || s[i] == '>' &&
		i+1 < len(s) && s[i+1] <= ' ') {
		i++
	}
	return i
}
