package decode

import (
	"sort"
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

// A pairing goes through the events of a text, in order, and pairs bodies with statuses.
type pairing struct {
	v        *text.View
	s        string // of v
	around   context
	inString bool // of a document, which may hold the body elsewhere
	exchange exchange
	seen     int // up to where the text between the events was looked at
	told     int // number of the last line with a status that tells of an answer

	answers []*Response // of the last one what follows may still say something
	last    place       // of it
	label   string      // that names its status
	repeats int         // number of the line that repeats its status
	held    []*Response // statuses in strings of a document, without a body
}

// take takes the next events.
func (p *pairing) take(events []event) {
	for i := range events {
		e := &events[i]
		p.upTo(e.at)
		p.event(e)
		p.seen = max(p.seen, e.end)
	}
}

// pair pairs the events of a scope. held are the statuses in a string that no body was found for.
func (s *scope) pair(around *context, inString bool) (answers, held []*Response) {
	p := pairing{v: s.view, s: s.view.Text, around: *around, inString: inString}
	p.take(s.events)
	return p.finish()
}

// finish ends the last exchange.
func (p *pairing) finish() (answers, held []*Response) {
	p.upTo(len(p.s))
	p.flush()
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

// knows notes who answered, also of the answer whose status this line repeats.
func (p *pairing) knows(e *event, direction string, certain bool) {
	p.exchange.direction, p.exchange.certain = direction, certain
	if r := p.before(); r != nil && p.repeats == e.number && r.Direction == unknown {
		r.Direction, r.Certain = direction, certain
	}
}

// before is the last answer, nil if there is none.
func (p *pairing) before() *Response {
	if len(p.answers) == 0 {
		return nil
	}
	return p.answers[len(p.answers)-1]
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
	alone := how >= title || how > near && p.stands(e, how)
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
func (p *pairing) closes(last *Response, e *event) bool {
	return last != nil && last.Status == 0 && e.number-p.last.number <= 1 &&
		last.Span.End == p.v.PlaceEnd(len(strings.TrimRight(p.s[:e.from], " \r\n")))
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
func (p *pairing) repeated(last *Response, e *event) bool {
	x := &p.exchange
	again := last.Status == e.code && (x.used || x.code == 0) && e.number-p.last.number <= repeatedLater &&
		(e.label == "" || e.label != p.label) && !p.anew(p.last.line, e) &&
		(x.asked.number == 0 || x.asked.number <= p.last.number)
	if again {
		p.repeats = e.number
	}
	return again
}

// has gives an answer the status that stands behind its body.
func (r *Response) has(code int, span Span) {
	r.Status, r.Span = code, r.Span.Union(span)
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
		p.wholeText(e) || specific(e.label) && wholeLine(p.v, e.line, e.from, e.end)
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

// object takes an object: the bodies in it, or another system's body.
func (p *pairing) object(e *event) {
	x := &p.exchange
	if x.bodyLine > 0 && e.blank > x.bodyLine {
		p.flush() // its body is behind
	}
	if len(e.inner.events) > 0 {
		c := p.context(e)
		answers, held := e.inner.document(&c, p.inString)
		p.held = append(p.held, held...)
		if p.found(e, answers) {
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
	x.end = max(x.end, e.end)
	x.bodyLine = e.number + e.lines
	x.reset = max(x.reset, e.object.reset)
	x.is[e.is] = x.is[e.is] || e.is != foreignObject || !x.is[emptyObject]
}

// found takes the answers that an event holds. It reports whether there are any.
func (p *pairing) found(e *event, answers []*Response) bool {
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
	p.answers, p.last = append(p.answers, answers...), e.place
	return true
}

// context is what the exchange says to a body.
func (p *pairing) context(e *event) context {
	x := &p.exchange
	c := context{direction: x.direction, certain: x.certain, reset: x.reset, exchange: p.requested(e.number, e.at)}
	switch {
	case p.reaches(e):
		c.status, c.span = x.code, p.v.Span(x.start, x.end)
	case e.code != 0:
		c.status, c.span = e.code, p.v.Span(e.from, e.at)
	}
	c.within(&p.around)
	return c
}

// A reach is over how many lines a status is that of a body: one below it, or one above it.
type reach struct{ below, above int }

// anyLine is further than any line is.
const anyLine = 1 << 62

// reaches are the reaches of statuses, by how sure it is that they are any. That of a success goes
// over two lines.
var reaches = [...]reach{
	near:     {1, -1},
	phrase:   {20, 2},
	labelled: {20, 2},
	title:    {20, -1},
	message:  {anyLine, -1},
}

// leads is over how many lines a body belongs to a status above it, by what stands before the body
// on its line.
var leads = [...]int{
	noLead:    20, // nothing but marks
	formLead:  2,  // anything, below one of the forms
	sameLead:  4,  // what stands before the status, too
	namedLead: 3,  // a name: «Body:»
	otherLead: 0,
}

// A lead is what stands before a body on its line.
type lead uint8

const (
	noLead lead = iota
	sameLead
	formLead
	namedLead
	otherLead
)

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

// reaches reports whether the open status is that of a body at e: on its line, or within its reach.
func (p *pairing) reaches(e *event) bool {
	x := &p.exchange
	if x.code == 0 || x.used {
		return false
	}
	lines, most := e.number-x.number, reaches[x.how].below
	if x.code < 400 && x.how != message {
		most = min(most, 2)
	}
	return lines == 0 || most == anyLine || lines <= most && lines <= leads[p.leadOf(e)]
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

// flush ends the exchange: an error of HTTP that no body was found for is an answer of its own.
func (p *pairing) flush() {
	x, last := &p.exchange, p.before()
	if x.used {
		return
	}
	x.used = true
	if x.code < 400 || x.how < phrase && !x.html {
		return
	}
	if last != nil && last.Status == 0 && x.number-p.last.number <= reaches[x.how].above {
		last.has(x.code, p.v.Span(x.start, x.end)) // on the line behind the body
		return
	}
	if !x.alone {
		return
	}
	r := &Response{Kind: StatusOnly, Status: x.code, Span: p.v.Span(x.start, x.end), Direction: unknown, Reset: x.reset}
	r.exchange, r.ended = p.requested(x.number, x.end), x.how == message
	if (x.html || x.is[foreignObject]) && !x.is[noContent] && !x.is[emptyObject] {
		r.Kind = Other
	}
	if x.direction != "" {
		r.Direction, r.Certain = x.direction, x.certain
	} else if p.around.direction != "" {
		r.Direction, r.Certain = p.around.direction, p.around.certain
	}
	if p.inString {
		p.held = append(p.held, r)
		return
	}
	p.answers, p.last, p.label = append(p.answers, r), x.place, x.label
}

// document pairs the events of a document. Statuses in its strings are those of its bodies without
// one; held are those left, for the document around it.
func (s *scope) document(around *context, inString bool) (answers, held []*Response) {
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
		c.within(around)
		n := len(answers)
		if e.kind == encodedAt {
			inner, left := e.inner.pair(&c, true)
			answers, held = append(answers, inner...), append(held, left...)
		} else if !e.needs || c.status >= 400 {
			e.answer.complete(&c, e.needs)
			answers = append(answers, e.answer)
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

// complete adds what stands around an answer.
func (r *Response) complete(c *context, needsStatus bool) {
	r.Status, r.Direction, r.Certain, r.Reset, r.exchange = c.status, c.direction, c.certain, c.reset, c.exchange
	if c.status != 0 {
		r.Span = r.Span.Union(c.span)
	}
	if r.Kind == API || r.Kind == Bulk {
		certain := !needsStatus || c.direction == fromCloud && c.certain
		r.Direction, r.Certain, r.Doubtful = fromCloud, certain, !certain
	}
	if r.Direction == "" {
		r.Direction = unknown
	}
}

// recorded adds the HTTP errors that the records of a document tell of and for which no body was
// found.
func (s *scope) recorded(answers []*Response, around *context) []*Response {
	list := answers // in the order of the text
	var last Span
	for i := range s.events {
		e := &s.events[i]
		if e.kind != recordAt || e.answer.Span == last || around.status != 0 && around.status < 400 {
			continue
		}
		r, whole := e.answer, e.answer.exchange
		if k := sort.Search(len(list), func(k int) bool { return list[k].Span.Start >= whole.Start }); k < len(list) &&
			whole.Contains(list[k].Span) {
			continue
		}
		last = r.Span
		if around.status != 0 {
			r.Status, r.Span = around.status, r.Span.Union(around.span)
			around.status = 0
		}
		if r.Direction == unknown && around.direction != "" {
			r.Direction, r.Certain = around.direction, around.certain
		}
		answers = append(answers, r)
	}
	return answers
}

// settle gives the statuses that stand in strings to the answers that have none. A status that no
// body is found for is an answer without one, unless another one has it.
func settle(answers, held []*Response) []*Response {
	if len(held) == 0 {
		return answers
	}
	var spans []Span
	var first [600]int // of each status, the first answer that has it, plus one; of 0, that has none
	for k, r := range answers {
		spans = append(spans, r.Span)
		if first[r.Status] == 0 {
			first[r.Status] = k + 1
		}
	}
	spans = text.Join(spans)
	for _, h := range held {
		k := sort.Search(len(spans), func(k int) bool { return spans[k].End >= h.Span.End })
		if k < len(spans) && spans[k].Contains(h.Span) {
			continue // the body that it stands in has it
		}
		none, same := &first[0], &first[h.Status]
		switch {
		case *none > 0 && (*same == 0 || *none < *same):
			answers[*none-1].Status, *same = h.Status, *none
			for *none++; *none <= len(answers) && answers[*none-1].Status != 0; *none++ {
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
