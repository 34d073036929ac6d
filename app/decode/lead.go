package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// tied is where the status of the body at e stands, of those that the text shows up to there.
func (p *pairing) tied(e *event) where {
	x := &p.exchange
	lines, lead := e.number-x.number, lead(0)
	open := x.code >= 400 || x.code != 0 && (x.how == message || lines <= maxSuccess)
	if !open && e.code == 0 && p.around.status == 0 {
		return nowhere
	}
	for i := range ties {
		t := &ties[i]
		switch {
		case t.where == above && open && !x.used && x.how >= t.how && lines <= t.lines:
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
	from := max(e.line, e.at-100)
	at := from + len(untyped(p.s[from:e.at]))
	before := strings.TrimRight(p.s[from:at], " \t")
	name := strings.TrimRight(before, "\"'`b([ ")
	own := p.ownLead(e, name)
	switch {
	case name == "", strings.Trim(before, leadMarks) == "",
		text.At(p.s, text.SkipSpaces(p.s, e.line), "at "): // of a stack
		// Marks are a fence of Markdown, too: ```json.
		if since := p.v.LineEnd(p.exchange.end); since <= e.line && e.line-since < 20 &&
			strings.Trim(strings.ReplaceAll(p.s[since:e.line], "```json", ""), leadMarks+"\r\n") == "" {
			return noLead | nextLead
		}
		return noLead
	case text.SamePrefix(p.s[:e.line], p.exchange.line, p.s[e.line:at]), strings.Trim(own, leadMarks) == "":
		return sameLead
	case namesNext(own), strings.HasSuffix(p.s[from:at], "\t"): // of a column
		return namedLead
	case p.exchange.label == formLabel:
		return formLead
	}
	return otherLead
}

// leadMarks stand before a body that is quoted, framed or a comment.
const leadMarks = ">|│║`#/* \t\"'"

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
	if len(words) >= 80 {
		return false
	}
	return strings.IndexByte(":=|>", words[len(words)-1]) >= 0 || namesBody(words[strings.LastIndexByte(words, ' ')+1:])
}
