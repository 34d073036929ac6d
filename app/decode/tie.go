package decode

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
	nextLead // nothing but marks, nor anything else since the line of the status
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
	{above, near, someLead, 1, "code 402\nthe body: ⟨⟩"},
	{above, near, nextLead, 3, "code 402\n\n\n⟨⟩"},
	{above, phrase, noLead, 20, "status: 402\n\n\n\n\n\n⟨⟩"},
	{above, phrase, sameLead, 4, "12:00:00 sync: status: 402\n\n\n\n12:00:00 sync: ⟨⟩"},
	{above, phrase, namedLead, 3, "status: 402\n\n\nthe body: ⟨⟩"},
	{above, phrase, formLead, 2, "<Response [402]>\n\nit has ⟨⟩"},
	{beside, 0, anyLead, 0, "PaymentRequired: ⟨⟩"},
	{enclosing, 0, anyLead, anyLine, `{"status":402,"body":⟨⟩}`},
	{below, phrase, anyLead, 2, "⟨⟩\n\nstatus: 402"},
	{below, lone, anyLead, 1, "⟨⟩\n402\nx"},
	{ending, 0, anyLead, 1, "⟨⟩402"},
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
