package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// take takes the next events.
func (p *pairing) take(events []event) {
	for i := range events {
		e := &events[i]
		p.upTo(e.at)
		p.event(e)
		p.seen = max(p.seen, e.end)
	}
}

// pair pairs the events of a text. held are the statuses in a string that no body was found for.
func (s *scope) pair(around *context, inString bool) (answers, held []answer) {
	p := pairing{v: s.view, s: s.view.Text, around: *around, inString: inString}
	p.take(s.events)
	return p.finish()
}

// finish ends the last exchange.
func (p *pairing) finish() (answers, held []answer) {
	p.upTo(len(p.s))
	p.flush()
	p.close()
	return p.answers, p.held
}

// event takes an event.
func (p *pairing) event(e *event) {
	x := &p.exchange
	switch e.kind {
	case requestAt:
		p.request(e)
	case addressAt:
		if d := direction(x.method, e.host, e.path); d != unknown {
			p.knows(e, d, true)
		}
	case headerAt:
		p.header(e)
	case headersEnd:
		x.inBody = x.inBody || x.how == message && !x.used && e.number > x.number
	case statusAt:
		p.status(e, e.how, e.end)
	case messageEnd:
		p.flush()
	case pageStart:
		p.page(e)
	case pageTitle:
		x.harmless = x.code < 400
	case pageEnd:
		if x.html {
			x.end = e.end
			p.flush()
			p.exchange = exchange{direction: x.direction, certain: x.certain}
		}
	case objectAt:
		p.object(e)
	case encodedAt:
		c := p.context(e)
		answers, held := e.inner.pair(&c, p.inString)
		p.held = append(p.held, held...)
		p.found(e, answers)
	}
}

// object takes an object: the bodies in it, or another system's body.
func (p *pairing) object(e *event) {
	x := &p.exchange
	if x.bodyLine > 0 && e.blank > x.bodyLine {
		p.flush() // its body is behind
	}
	if len(e.inner.events) > 0 {
		if p.statusBelow(e) {
			p.flush()
		}
		c := p.context(e)
		answers, held := e.inner.document(&c, p.inString, p.room[:0])
		p.held = append(p.held, held...)
		found := p.found(e, answers)
		clear(answers)
		if p.room = answers; found {
			return
		}
	}
	if !p.reaches(e) && e.complains && e.code >= 400 {
		p.status(e, title, e.at) // another system's body behind its status: request failed (402): {"message":…}
	}
	if x.used || !p.reaches(e) || e.is == noObject {
		return
	}
	if x.code < 400 {
		x.used = x.how < message || x.inBody // the body of a success
		return
	}
	// Another system's body, if it stands where the answer's must be.
	if x.how < labelled && !e.failed {
		return
	}
	x.alone = x.alone || e.complains && specific(x.label)
	x.end = max(x.end, e.end)
	x.bodyLine = e.number + e.lines
	x.reset = max(x.reset, e.object.reset)
	x.is[e.is] = x.is[e.is] || e.is != foreignObject || !x.is[emptyObject]
}

// statusBelow reports whether the open status is that of the body before, on the line above it, rather than
// that of the body at e: the lines of these two begin alike, the first of the text had no status before
// it, and no time says otherwise.
func (p *pairing) statusBelow(e *event) bool {
	x, last := &p.exchange, p.before()
	if last == nil || last.status != 0 || x.used || x.code < 400 || x.number != p.ends+1 || e.number == x.number ||
		!ties.hold(below, x.how, 1) || e.at-e.line != p.last.at-p.last.line {
		return false
	}
	return text.SamePrefix(p.s, e.line, p.s[p.last.line:p.last.at]) &&
		p.alike(p.last.line, x.line) >= p.alike(e.line, x.line)
}

// alike is over how many bytes two lines begin alike.
func (p *pairing) alike(i, j int) (n int) {
	for n < text.MaxPrefix && max(i, j)+n < len(p.s) && p.s[i+n] == p.s[j+n] {
		n++
	}
	return n
}

// found takes the answers that an event holds. It reports whether there are any.
func (p *pairing) found(e *event, answers []answer) bool {
	if len(answers) == 0 {
		return false
	}
	x := &p.exchange
	p.label = ""
	if x.code != 0 {
		if !x.used {
			p.label = x.label
		}
		x.used = true
	}
	x.asked.number, p.around.status = 0, 0
	p.close()
	n := len(answers) - 1
	p.answers, p.open, p.last = append(p.answers, answers[:n]...), answers[n], e.place
	p.ends = e.number + strings.Count(p.s[e.at:min(e.end, len(p.s))], "\n")
	return true
}

// context is what the exchange says to a body.
func (p *pairing) context(e *event) context {
	x := &p.exchange
	c := context{direction: x.direction, certain: x.certain, reset: x.reset, exchange: p.requested(e.number, e.at)}
	switch p.tied(e) {
	case above:
		c.status, c.span = x.code, p.v.Span(x.start, x.end)
	case beside:
		c.status, c.span = e.code, p.v.Span(e.from, e.at)
	}
	outer := p.around
	if outer.status != 0 && !ties.hold(enclosing, 0, 0) {
		outer.status = 0
	}
	c.within(&outer)
	return c
}
