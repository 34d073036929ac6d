package decode

import (
	"sort"

	"evotor-errors/app/decode/text"
)

// document pairs the events of a document, and puts the answers into the room. Statuses in its strings
// are those of its bodies without one; held are those left, for the document around it.
func (s *scope) document(around *context, inString bool, room []answer) (answers, held []answer) {
	answers = room
	until := 0 // events before are part of a body
	for i := range s.events {
		e := &s.events[i]
		if e.at < until || e.kind == recordAt {
			continue
		}
		var c context
		if e.around != nil {
			c = *e.around
		}
		if c.status != 0 && !ties.hold(enclosing, 0, 0) {
			c.status = 0
		}
		c.within(around)
		n := len(answers)
		if e.kind == encodedAt {
			inner, left := e.inner.pair(&c, true)
			answers, held = append(answers, inner...), append(held, left...)
		} else if !e.needs || c.status >= 400 {
			answers = append(answers, e.answer.in(&c, e.needs))
			until = e.end
		}
		if len(answers) > n && c.status == around.status && c.span == around.span {
			around.status = 0
		}
	}
	answers = s.recorded(answers, around)
	if inString {
		return answers, held // the document around decides
	}
	if around.status != 0 {
		return answers, nil
	}
	return settle(answers, held), nil
}

// recorded adds the HTTP errors that the records of a document tell of and for which no body was
// found.
func (s *scope) recorded(answers []answer, around *context) []answer {
	list := answers // in the order of the text
	var last Span
	for i := range s.events {
		e := &s.events[i]
		if e.kind != recordAt || e.answer.Span == last || around.status != 0 && around.status < 400 {
			continue
		}
		c := *e.around
		k := sort.Search(len(list), func(k int) bool { return list[k].whole.Start >= c.exchange.Start })
		if k < len(list) && c.exchange.Contains(list[k].whole) {
			continue
		}
		last = e.answer.Span
		if around.status != 0 {
			c.status, c.span, around.status = around.status, around.span, 0
		}
		c.within(around)
		answers = append(answers, e.answer.in(&c, false))
	}
	return answers
}

// settle gives the statuses that stand in strings to the answers that have none. A status that no
// body is found for is an answer without one, unless another one has it.
func settle(answers, held []answer) []answer {
	if len(held) == 0 {
		return answers
	}
	var spans []Span
	var first [600]int // of each status, the first answer that has it, plus one; of 0, that has none
	for k := range answers {
		a := &answers[k]
		spans = append(spans, a.whole)
		if first[a.status] == 0 {
			first[a.status] = k + 1
		}
	}
	spans = text.Join(spans)
	for _, h := range held {
		k := sort.Search(len(spans), func(k int) bool { return spans[k].End >= h.whole.End })
		if k < len(spans) && spans[k].Contains(h.whole) {
			continue // the body that it stands in has it
		}
		none, same := &first[0], &first[h.status]
		switch {
		case *none > 0 && (*same == 0 || *none < *same) && ties.hold(sibling, 0, 0):
			answers[*none-1].status, *same = h.status, *none
			for *none++; *none <= len(answers) && answers[*none-1].status != 0; *none++ {
			}
			if *none > len(answers) {
				*none = 0
			}
		case *same == 0:
			answers = append(answers, h)
			*same = len(answers)
		}
	}
	return answers
}
