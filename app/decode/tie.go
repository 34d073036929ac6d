package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A where is where a status stands that may be that of a body.
type where uint8

const (
	nowhere   where = iota
	above           // before the body, in its exchange
	beside          // right before it, on its line
	enclosing       // in the record, the document or the text around it
	below           // behind it
	ending          // likewise, and the text ends with it
	sibling         // in another string of its document
	again           // before or behind, and the status was an answer by itself
)

// A lead is what stands before a body on its line.
type lead uint8

const (
	noLead    lead = 1 << iota // nothing but marks
	sameLead                   // what stands before the status, too
	namedLead                  // a name: «Body:»
	formLead                   // anything, below one of the forms
	otherLead
	someLead = noLead | sameLead | namedLead | formLead
	anyLead  = someLead | otherLead
)

// anyLine is further than any line is.
const anyLine = 1 << 62

// A tie says which status is that of a body: the first one that fits. Its example is its test: without
// the tie the body in it, ⟨⟩, has not the status 402.
type tie struct {
	where
	how     strength // how sure it must be that it is a status
	lead    lead     // what may stand before the body on its line
	lines   int      // over how many lines
	example string
}

type tieList []tie

var ties = tieList{
	{above, message, anyLead, anyLine, "HTTP/1.1 402 x\nDate: x\n\nx\nx\nit has ⟨⟩"},
	{above, near, anyLead, 0, "code 402, it has ⟨⟩"},
	{above, near, someLead, 1, "code 402\n⟨⟩"},
	{above, phrase, noLead, 20, "status: 402\n\n\n\n\n\n⟨⟩"},
	{above, phrase, sameLead, 4, "12:00:00 sync: status: 402\n\n\n\n12:00:00 sync: ⟨⟩"},
	{above, phrase, namedLead, 3, "status: 402\n\n\nthe body: ⟨⟩"},
	{above, phrase, formLead, 2, "<Response [402]>\n\nit has ⟨⟩"},
	{beside, 0, anyLead, 0, "PaymentRequired: ⟨⟩"},
	{enclosing, 0, anyLead, anyLine, `{"status":402,"body":⟨⟩}`},
	{below, phrase, anyLead, 2, "⟨⟩\n\nstatus: 402"},
	{ending, 0, anyLead, 1, "⟨⟩\n402"},
	{sibling, 0, anyLead, anyLine, `["HTTP/1.1 402 x", ⟨⟩]`},
	{again, 0, anyLead, 12, "http_status: 402\nPUT /x\n\nit has ⟨⟩"},
}

// hold reports whether a status that stands so, so many lines away from a body, is the body's.
func (t tieList) hold(w where, how strength, lines int) bool {
	for i := range t {
		if t[i].where == w && how >= t[i].how && lines <= t[i].lines && (w != below || how < title) {
			return true
		}
	}
	return false
}

// tied is where the status of the body at e stands, of those that the text shows up to there.
func (p *pairing) tied(e *event) where {
	x := &p.exchange
	open, lines, lead := x.code != 0 && !x.used, e.number-x.number, lead(0)
	for i := range ties {
		t := &ties[i]
		switch {
		case t.where == above && open && x.how >= t.how && lines <= t.lines && (x.code >= 400 || x.how == message || lines <= maxSuccess):
			if lead == 0 && t.lead != anyLead {
				lead = p.leadOf(e)
			}
			if t.lead == anyLead || t.lead&lead != 0 {
				return above
			}
		case t.where == beside && e.code != 0:
			return beside
		case t.where == enclosing && p.around.status != 0:
			return enclosing
		}
	}
	return nowhere
}

// maxSuccess is over how many lines a status that is no error is that of a body.
const maxSuccess = 2

// reaches reports whether the open status is that of a body at e.
func (p *pairing) reaches(e *event) bool { return p.tied(e) == above }

// leadOf is what stands before the body at e, below the open status.
func (p *pairing) leadOf(e *event) lead {
	before := strings.TrimRight(p.s[max(e.line, e.at-100):e.at], " \t")
	name := strings.TrimRight(before, "\"'`b([ ")
	switch {
	case name == "", strings.Trim(before, ">|│`#/* \t\"'") == "":
		return noLead
	case text.SamePrefix(p.s[:e.line], p.exchange.line, p.s[e.line:e.at]):
		return sameLead
	case namesNext(p.ownLead(e, name)):
		return namedLead
	case p.exchange.label == formLabel:
		return formLead
	}
	return otherLead
}

// ownLead is what of the words before the body at e the line of the open status does not begin with
// too, as it does with a time and a logger's name.
func (p *pairing) ownLead(e *event, words string) string {
	from := max(e.line, e.at-100)
	for k := len(words); k > 0 && e.at-e.line <= text.MaxPrefix; k-- {
		if words[k-1] == ' ' && text.SamePrefix(p.s[:e.line], p.exchange.line, p.s[e.line:from+k]) {
			return words[k:]
		}
	}
	return words
}

// namesNext reports whether words name what follows them: «Body:», «ответ».
func namesNext(words string) bool {
	if len(words) >= 56 {
		return false
	}
	return strings.IndexByte(":=|>", words[len(words)-1]) >= 0 || namesBody(words[strings.LastIndexByte(words, ' ')+1:])
}
