package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// repeatedLater is over how many lines a text may repeat the status of one answer.
const repeatedLater = 8

// status takes a status up to end: of an answer that begins, of the one that is open, or of the
// body before.
func (p *pairing) status(e *event, how strength, end int) {
	x, last, from := &p.exchange, p.before(), e.from
	if e.closing {
		if p.closes(last, e) {
			last.has(e.code, p.v.Span(from, end))
		}
		return
	}
	if x.html && x.harmless && how < message {
		return
	}
	how = x.sure(e, how)
	alone := how >= title || how > lone && p.stands(e, how)
	if x.code != 0 && !x.used {
		if e.actual && x.number == e.number && e.condition {
			x.code = 0 // it was expected, this one came
		} else if p.again(e, how, alone) {
			return
		} else if how == message && x.code == e.code && x.how < message && e.number-x.number <= 2 {
			from, x.used = x.start, true // a title above the message
		}
	}
	if last != nil && how < message && p.repeated(last, e) {
		return
	}
	if x.end > from && from > x.start {
		x.end = from // what was taken for its body holds the next message
	}
	p.flush()
	was := *x
	*x = exchange{request: was.request, asked: was.asked, direction: was.direction, certain: was.certain,
		status: e.status, place: e.place, alone: alone, start: from, end: end}
	if x.how = how; was.html && was.code == 0 {
		x.html, x.harmless, x.start = true, was.harmless, was.start
	}
}

// sure is how sure it is that a number is a status, where it stands: in a page or a condition.
func (x *exchange) sure(e *event, how strength) strength {
	switch {
	case x.html && how <= phrase && e.phrased:
		return title
	case how < title && e.condition && !e.actual:
		return near
	}
	return how
}

// closes reports whether a number with which the text ends is the status of the body before it.
func (p *pairing) closes(last *answer, e *event) bool {
	return last != nil && last.status == 0 && ties.hold(ending, 0, e.number-p.ends) &&
		last.whole.End == p.v.PlaceEnd(len(strings.TrimRight(p.s[:e.from], " \r\n\t\"',;|")))
}

// again reports whether e says once more which status the open answer has.
func (p *pairing) again(e *event, how strength, alone bool) bool {
	x := &p.exchange
	same := x.code == e.code
	if how == message || x.how < message && x.number != e.number && !x.html &&
		!(same && e.number-x.number < 3 && (e.label == "" || e.label != x.label) && !p.anew(x.line, e)) {
		return false
	}
	if same && x.how != message {
		x.number, x.line = e.number, e.line
	}
	x.how, x.alone = max(x.how, how), x.alone || alone
	return true
}

// repeated reports whether e says once more which status the last answer has.
func (p *pairing) repeated(last *answer, e *event) bool {
	x := &p.exchange
	again := last.status == e.code && (x.used || x.code == 0) && e.number-p.ends <= repeatedLater &&
		(e.label == "" || e.label != p.label) && !p.anew(p.last.line, e) &&
		(x.asked.number == 0 || x.asked.number <= p.last.number)
	if again {
		p.repeats = e.number
	}
	return again
}

// stands reports whether the text shows that an answer had the status e.
func (p *pairing) stands(e *event, how strength) bool {
	if how == phrase || e.label == formLabel {
		return true
	}
	if e.tells {
		p.told = e.number
	}
	return p.told > 0 && e.number-p.told <= 3 || p.exchange.method != "" || p.exchange.host != "" || p.inString ||
		p.wholeText(e) || (specific(e.label) || e.phrased) && wholeLine(p.v, e.line, e.from, e.end)
}

// anew reports whether the line of e repeats the one at s[begins] but for its figures: what
// happened happened again.
func (p *pairing) anew(begins int, e *event) bool {
	was, is := p.s[begins:min(len(p.s), begins+text.MaxPrefix)], p.s[e.line:e.end]
	return begins < e.line && len(is) <= len(was) && text.SamePrefix(was, 0, is) && was[:len(is)] != is
}

// wholeText reports whether nothing but the status e stands in the text.
func (p *pairing) wholeText(e *event) bool {
	return len(p.s)-(e.end-e.from) < 80 && strings.Trim(p.s[:e.from], " \t\r\n") == "" &&
		strings.Trim(p.s[e.end:], " \t\r\n.") == ""
}

// specific reports whether a label can only be that of an HTTP status.
func specific(label string) bool { return label != "status" && label != "статус" && label != "" }
