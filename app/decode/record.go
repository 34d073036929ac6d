package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// A record is what an object of a document says of an exchange: a structured log's line, an
// entry of a HAR, the export of an HTTP client, a client's error.
type record struct {
	status             int
	statusNode         int32
	reset              int
	method, host, path string
	direction          string

	request, response int32 // members of the object; 0 if they are no objects, or say nothing
	answer            int32 // the object that is the answer: itself, or its response
	body              int32 // the answer's body, 0 if there is none
	text              bool  // without a body: the object is itself the body of another system
	export            bool  // a HAR entry or an exported response: its strings are no repair
	code              bool  // the status is a code, which only an error in the body makes one
	shown             bool  // an answer was given, whatever its body

	header, problem, said int32
	id, time, url, line   int32 // what it says of its request; line is PUT https://host/path
	log, certain          bool  // the object is a record of a log; its keys are those of HTTP alone
}

// A recordKey is a key of an object that says something of an exchange.
type recordKey uint8

const (
	noKey recordKey = iota
	certainStatus
	statusMember
	codeMember
	statusTextMember
	protocolMember
	bodyMember
	headersMember
	methodMember
	urlMember
	pathMember
	hostMember
	problemMember
	saidMember
	logMember
	stampMember
	idMember
	resetMember
	requestMember
	responseMember
	kindMember
	recordKeys int = iota
)

var recordKeyOf = func() (l text.Lexicon[recordKey]) {
	l.Add(certainStatus, "statuscode httpstatus httpcode httpstatuscode responsecode responsestatus")
	l.Add(statusMember, "status")
	l.Add(codeMember, "code")
	l.Add(statusTextMember, "statustext")
	l.Add(protocolMember, "protocol")
	l.Add(bodyMember, "body responsebody errorbody content data payload")
	l.Add(headersMember, "header headers")
	l.Add(methodMember, "method httpmethod")
	l.Add(urlMember, "url uri requesturl")
	l.Add(pathMember, "path requestpath")
	l.Add(hostMember, "host")
	l.Add(problemMember, "error title detail")
	l.Add(saidMember, "message")
	l.Add(logMember, "level lvl severity msg logger shortmessage ts time ok")
	l.Add(idMember, "x-request-id xrequestid request-id requestid x-correlation-id xcorrelationid correlation-id")
	l.Add(idMember, "correlationid x-trace-id xtraceid trace-id traceid")
	l.Add(resetMember, "x-ratelimit-reset")
	l.Add(requestMember, "request req originalrequest config")
	l.Add(responseMember, "response res")
	l.Add(kindMember, "kind")
	return l
}()

// recordMembers are the members of the object i that say something of an exchange; of those that are
// named alike the last one counts. Whatever its name, the first date with a time is that of a record.
func (t *document) recordMembers(i int32) (m [recordKeys]int32) {
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		if n := &t.Nodes[c]; n.KeyTo-n.KeyFrom <= 20 {
			name := strings.ReplaceAll(strings.ToLower(t.View.Text[n.KeyFrom:n.KeyTo]), "_", "")
			m[recordKeyOf.Of([]byte(name))] = c
			if m[stampMember] == 0 && n.Kind != tree.Container {
				if momentAt(t.View.Text[:n.To], int(n.From)) > int(n.From) {
					m[stampMember] = c
				}
			}
		}
	}
	return m
}

// own reads what an object itself says of an exchange: its members that are named like a
// status, an address or a method.
func (t *document) own(i int32) *record {
	m := t.recordMembers(i)
	rec := &record{}
	rec.direction, rec.answer = unknown, i
	rec.body, rec.header, rec.problem, rec.said = m[bodyMember], m[headersMember], m[problemMember], m[saidMember]
	rec.certain, rec.log = m[certainStatus]+m[statusTextMember] != 0, m[logMember] != 0
	rec.id, rec.time, rec.url = m[idMember], m[stampMember], max(m[urlMember], m[pathMember])
	for _, c := range [...]int32{m[statusMember], m[certainStatus]} {
		if c != 0 {
			rec.take(t, c)
		}
	}
	if c := m[kindMember]; c != 0 && strings.HasSuffix(t.View.Text[:t.Nodes[c].Start], "Status") && rec.take(t, c) {
		rec.certain, rec.log = true, true // reqwest's Status(402)
	}
	if m[codeMember] != 0 && rec.status == 0 {
		rec.coded(t, m)
	}
	if rec.header != 0 {
		rec.reset = t.resetHeader(rec.header)
		if id := t.header(rec.header, idMember); id != 0 {
			rec.id = id
		}
	}
	text := func(k recordKey) string {
		if m[k] == 0 {
			return ""
		}
		return t.scalarText(m[k])
	}
	if m[urlMember] != 0 {
		rec.address(t.address(m[urlMember]))
	}
	rec.method = text(methodMember)
	if m[pathMember] != 0 {
		rec.path = text(pathMember)
	}
	if m[hostMember] != 0 {
		rec.host = text(hostMember)
	}
	object := func(c int32) int32 {
		if t.Nodes[c].Kind != tree.Container {
			return 0
		}
		return c
	}
	rec.request, rec.response = object(m[requestMember]), object(m[responseMember])
	if rec.request == 0 && t.Nodes[m[requestMember]].Kind != tree.Container {
		rec.line = m[requestMember]
		words := strings.Fields(text(requestMember))
		if rec.method == "" && len(words) > 1 && direction(words[0], "", words[1]) != unknown {
			rec.method, rec.path = words[0], words[1] // of an access log
		}
	}
	rec.text = rec.body+rec.request == 0 && !rec.log && rec.problem+rec.said != 0
	return rec
}

// coded takes the code of an object for its status where the other members m say so.
func (rec *record) coded(t *document, m [recordKeys]int32) {
	switch code := m[codeMember]; {
	case rec.body != 0 && rec.header+m[statusMember]+m[certainStatus] != 0: // Postman
		rec.export = rec.take(t, code)
	case m[protocolMember] != 0: // OkHttp's Response{protocol=h2, code=402, …}
		rec.log = rec.take(t, code) || rec.log
	case rec.body+m[responseMember] != 0 && knownStatus(t.scalarText(code)) >= 400:
		rec.code = rec.take(t, code)
	}
}

// take takes the status that the member c is. It reports whether it is one.
func (rec *record) take(t *document, c int32) bool {
	s, ok := t.statusValue(c)
	if ok {
		rec.status, rec.statusNode = s, c
	}
	return ok
}

// record is what an object says of an exchange, its request and response included. What
// these say themselves is read once, and kept until the walk comes to them.
func (b *nodes) record(i int32) *record {
	t := b.t
	rec := b.records[i]
	if rec == nil {
		rec = t.own(i)
	}
	if rec.request != 0 && rec.method == "" && rec.host == "" && rec.path == "" {
		inner := b.member(rec.request)
		rec.method, rec.host, rec.path, rec.url = inner.method, inner.host, inner.path, inner.url
		rec.id = max(rec.id, inner.id)
	}
	if rec.response != 0 {
		if inner := b.member(rec.response); inner.status != 0 {
			rec.status, rec.statusNode, rec.reset = inner.status, inner.statusNode, inner.reset
			rec.answer, rec.body, rec.text = rec.response, inner.body, inner.text
			if rec.body == 0 {
				rec.body = t.Find(rec.response, "text")
			}
		} else {
			rec.response = 0
		}
	}
	rec.export = rec.export || rec.request != 0 && rec.response != 0
	if rec.text && rec.method == "" && rec.host == "" {
		rec.path = "" // the body's own, as Spring writes it
	}
	rec.direction = direction(rec.method, rec.host, rec.path)
	rec.shown = !rec.code && (rec.export || phrases[rec.status] != "" && (!rec.text || t.mayBeBare(i)) && rec.tells())
	return rec
}

// member is what the request or the response of a record says itself, kept until the walk comes to it.
func (b *nodes) member(i int32) *record {
	rec := b.records[i]
	if rec == nil {
		rec = b.t.own(i)
		b.keep(i, rec)
	}
	return rec
}

// tells reports whether an object says more of an answer than a number under «status».
func (rec *record) tells() bool {
	return rec.method != "" || rec.host != "" || rec.path != "" || rec.log ||
		rec.problem+rec.said+rec.response != 0 || rec.certain && rec.header+rec.body != 0
}

// keep keeps a record.
func (b *nodes) keep(i int32, rec *record) {
	if b.records == nil {
		b.records = map[int32]*record{}
	}
	b.records[i] = rec
}

// address is the text of an address, which Postman keeps in the member raw.
func (t *document) address(i int32) string {
	if t.Nodes[i].Kind == tree.Container {
		if raw := t.Find(i, "raw"); raw != 0 {
			return t.scalarText(raw)
		}
	}
	return t.scalarText(i)
}

// hasContent reports whether an answer has a body.
func (t *document) hasContent(rec *record) bool {
	c := rec.body
	if c == 0 {
		return rec.text
	}
	if t.Nodes[c].Kind == tree.Container {
		text := t.Find(c, "text")
		if text == 0 {
			return t.Nodes[c].Child != 0 && t.Find(c, "mimetype") == 0 && t.Find(c, "size") == 0
		}
		c = text
	}
	s := strings.TrimSpace(t.scalarText(c))
	return s != "" && s != "{}" && s != "[]" && !strings.HasPrefix(s, "System.Net.Http.") // the name of a type
}

// around is what the nearest objects around the node i say of the exchange; nil if they say nothing.
func (t *document) around(i int32, records map[int32]*record) (found *context) {
	for up := 0; i != 0 && up < 5 && len(records) > 0; up++ {
		i = t.Nodes[i].Parent
		rec := records[i]
		if rec == nil {
			continue
		}
		c := context{direction: rec.direction, certain: rec.host != "", reset: rec.reset}
		if rec.status != 0 {
			c.status, c.span = rec.status, t.span(rec.statusNode)
		}
		if rec.status != 0 || rec.request != 0 {
			c.exchange = t.span(i)
		}
		if found == nil {
			found = &context{}
		}
		found.within(&c)
		if rec.request != 0 && rec.response != 0 {
			found.exchange = c.exchange // rather than the response alone
		}
	}
	return found
}

// exported reports whether a string belongs to a HAR entry or an exported response.
func (t *document) exported(i int32, records map[int32]*record) bool {
	for up := 0; i != 0 && up < 5; up++ {
		i = t.Nodes[i].Parent
		if rec := records[i]; rec != nil && rec.export {
			return true
		}
	}
	return false
}

func (rec *record) address(url string) {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		rec.host, rec.path = splitURL(rest)
	} else {
		rec.path = url
	}
}

// statusValue reads 400, "400" or "400 Bad Request".
func (t *document) statusValue(i int32) (int, bool) {
	s := t.scalarText(i)
	if len(s) > 3 && s[3] == ' ' {
		s = s[:3]
	}
	n, ok := text.Decimal(s)
	return n, ok && n >= 100 && n <= 599
}

// resetHeader is when the rate limit of headers ends.
func (t *document) resetHeader(i int32) int {
	if c := t.header(i, resetMember); c != 0 {
		return resetOf(t.scalarText(c))
	}
	return 0
}

// header is the value of a header, given as a member of an object or as name and value; 0 if there is
// none.
func (t *document) header(i int32, key recordKey) int32 {
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		n, value := &t.Nodes[c], c
		name := t.View.Text[n.KeyFrom:n.KeyTo]
		if n.Kind == tree.Container {
			if value = n.Child; !n.HasKey {
				from := max(t.Find(c, "name"), t.Find(c, "key"))
				name, value = t.scalarText(from), t.Find(c, "value")
			}
		}
		if value != 0 && recordKeyOf.Of([]byte(strings.ToLower(name))) == key {
			return value
		}
	}
	return 0
}

// traced notes what a record says of its request.
func (b *nodes) traced(rec *record) {
	t := b.t
	if n := &t.Nodes[rec.time]; rec.time != 0 {
		b.trace(timeTrace, "", int(n.From), momentAt(t.View.Text[:n.To], int(n.From)))
	}
	if n := &t.Nodes[rec.id]; rec.id != 0 && n.Kind != tree.Container {
		from := int(n.From)
		b.trace(idTrace, "", from, from+idEnd(t.View.Text[from:n.To]))
	}
	if rec.url != 0 && rec.method != "" {
		if s := t.address(rec.url); isAddress(s) {
			b.d.traces.add(requestTrace, Trace{strings.ToUpper(rec.method), s[:addressOnly(s)], t.inner(rec.url)})
			return
		}
	}
	if n := &t.Nodes[rec.line]; rec.line != 0 {
		if method, s, _ := strings.Cut(t.View.Text[n.From:n.To], " "); isMethod(method) && isAddress(s) {
			from := int(n.From) + len(method) + 1
			b.trace(requestTrace, method, from, from+addressOnly(s))
		}
	}
}

// trace notes a trace at [i:j] of the text.
func (b *nodes) trace(kind traceKind, method string, i, j int) {
	if v := b.t.View; j > i {
		b.d.traces.add(kind, Trace{method, v.Text[i:j], v.Span(i, j)})
	}
}

// A preface is what the words before a document say of it.
type preface struct {
	source bool // a program makes it
	failed bool // that a request failed
}

// nodes goes through the nodes of a tree.
type nodes struct {
	d       *decoder
	t       *document
	line    preface
	until   int32 // nodes that begin before are part of a body
	records map[int32]*record
	out     scope
}
