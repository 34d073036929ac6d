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
	shown             bool  // an answer was given, whatever its body

	header, problem, said int32
	log, certain          bool // the object is a record of a log; its keys are those of HTTP alone
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
	requestMember
	responseMember
	kindMember
)

var recordKeyOf = func() (l text.Lexicon[recordKey]) {
	l.Add(certainStatus, "statuscode httpstatus httpcode httpstatuscode responsecode responsestatus")
	l.Add(statusMember, "status")
	l.Add(codeMember, "code")
	l.Add(statusTextMember, "statustext")
	l.Add(protocolMember, "protocol")
	l.Add(bodyMember, "body responsebody content data payload")
	l.Add(headersMember, "header headers")
	l.Add(methodMember, "method httpmethod")
	l.Add(urlMember, "url uri requesturl")
	l.Add(pathMember, "path requestpath")
	l.Add(hostMember, "host")
	l.Add(problemMember, "error title detail")
	l.Add(saidMember, "message")
	l.Add(logMember, "level lvl severity msg logger shortmessage ts time ok")
	l.Add(requestMember, "request req originalrequest config")
	l.Add(responseMember, "response res")
	l.Add(kindMember, "kind")
	return l
}()

// own reads what an object itself says of an exchange: its members that are named like a
// status, an address or a method.
func (t *document) own(i int32) (rec record) {
	rec.direction, rec.answer = unknown, i
	var code, status, protocol int32
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		n := &t.Nodes[c]
		if !n.HasKey || n.KeyTo-n.KeyFrom > 20 || t.IsKey(c, "errors") {
			continue
		}
		name := strings.ReplaceAll(strings.ToLower(t.View.Text[n.KeyFrom:n.KeyTo]), "_", "")
		switch k := recordKeyOf.Of([]byte(name)); k {
		case certainStatus, statusMember:
			rec.certain = rec.certain || k == certainStatus
			if s, ok := t.statusValue(c); ok {
				rec.status, rec.statusNode = s, c
			}
			status = c
		case codeMember:
			code = c
		case kindMember: // reqwest's Status(402)
			if code, ok := t.statusValue(c); ok && strings.HasSuffix(t.View.Text[:n.Start], "Status") {
				rec.certain, rec.log = true, true
				rec.status, rec.statusNode = code, c
			}
		case statusTextMember:
			rec.certain = true
		case protocolMember:
			protocol = c
		case bodyMember:
			rec.body = c
		case headersMember:
			rec.header = c
			rec.reset = t.resetHeader(c)
		case methodMember:
			rec.method = t.scalarText(c)
		case urlMember:
			rec.address(t.address(c))
		case pathMember:
			rec.path = t.scalarText(c)
		case hostMember:
			rec.host = t.scalarText(c)
		case problemMember:
			rec.problem = c
		case saidMember:
			rec.said = c
		case logMember:
			rec.log = true
		case requestMember:
			if n.Kind == tree.Container {
				rec.request = c
			}
		case responseMember:
			if n.Kind == tree.Container {
				rec.response = c
			}
		}
	}
	if rec.status == 0 && code != 0 && rec.body != 0 && (rec.header != 0 || status != 0) { // Postman
		if s, ok := t.statusValue(code); ok {
			rec.status, rec.statusNode, rec.export = s, code, true
		}
	}
	if rec.status == 0 && code != 0 && protocol != 0 { // OkHttp's Response{protocol=h2, code=402, …}
		rec.status, _ = t.statusValue(code)
		rec.statusNode, rec.log = code, true
	}
	rec.text = rec.body == 0 && !rec.log && (rec.problem != 0 || rec.said != 0)
	return rec
}

// record is what an object says of an exchange, its request and response included. What
// these say themselves is read once, and kept until the walk comes to them.
func (b *nodes) record(i int32) record {
	t := b.t
	rec, read := b.records[i]
	if !read {
		rec = t.own(i)
	}
	member := func(i int32) record {
		rec, read := b.records[i]
		if !read {
			rec = t.own(i)
			b.keep(i, rec)
		}
		return rec
	}
	if rec.request != 0 && rec.method == "" && rec.host == "" && rec.path == "" {
		inner := member(rec.request)
		rec.method, rec.host, rec.path = inner.method, inner.host, inner.path
	}
	if rec.response != 0 {
		if inner := member(rec.response); inner.status != 0 {
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
	addressed := rec.method != "" || rec.host != "" || rec.path != ""
	rec.shown = rec.export || phrases[rec.status] != "" && (!rec.text || t.mayBeBare(i)) &&
		(addressed || rec.log || rec.problem != 0 || rec.said != 0 || rec.response != 0 || rec.certain && (rec.header != 0 || rec.body != 0))
	return rec
}

// keep keeps a record.
func (b *nodes) keep(i int32, rec record) {
	if b.records == nil {
		b.records = map[int32]record{}
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
func (t *document) around(i int32, records map[int32]record) (found *context) {
	for up := 0; i != 0 && up < 5 && len(records) > 0; up++ {
		i = t.Nodes[i].Parent
		rec, ok := records[i]
		if !ok {
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
	}
	return found
}

// exported reports whether a string belongs to a HAR entry or an exported response.
func (t *document) exported(i int32, records map[int32]record) bool {
	for up := 0; i != 0 && up < 5; up++ {
		i = t.Nodes[i].Parent
		if rec, ok := records[i]; ok && rec.export {
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

func (t *document) scalarText(i int32) string {
	if n := &t.Nodes[i]; n.Kind == tree.Container || n.Null || n.To-n.From > 2048 {
		return ""
	}
	return t.Text(i)
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

// resetHeader reads the rate limit of headers, given as an object or as name and value.
func (t *document) resetHeader(i int32) int {
	if t.Nodes[i].Kind != tree.Container {
		return 0
	}
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		value := c
		if t.Nodes[c].Kind == tree.Container {
			name := t.Find(c, "name")
			if name == 0 {
				name = t.Find(c, "key")
			}
			value = t.Find(c, "value")
			if name == 0 || value == 0 || !strings.EqualFold(t.scalarText(name), "x-ratelimit-reset") {
				continue
			}
		} else if !t.IsKey(c, "x-ratelimit-reset") {
			continue
		}
		if n := resetOf(t.scalarText(value)); n > 0 {
			return n
		}
	}
	return 0
}
