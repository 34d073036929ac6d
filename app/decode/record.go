package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
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

// own reads what an object itself says of an exchange: its members that are named like a
// status, an address or a method.
func (t *tree) own(i int32) (rec record) {
	rec.direction, rec.answer = unknown, i
	var code, status, protocol int32
	for c := t.nodes[i].child; c != 0; c = t.nodes[c].next {
		n := &t.nodes[c]
		if !n.hasKey || n.keyTo-n.keyFrom > 20 || t.isKey(c, "errors") {
			continue
		}
		switch strings.ReplaceAll(strings.ToLower(t.view.text[n.keyFrom:n.keyTo]), "_", "") {
		case "statuscode", "httpstatus", "httpcode", "httpstatuscode", "responsecode", "responsestatus":
			rec.certain = true
			fallthrough
		case "status":
			if s, ok := t.statusValue(c); ok {
				rec.status, rec.statusNode = s, c
			}
			status = c
		case "code":
			code = c
		case "statustext":
			rec.certain = true
		case "protocol":
			protocol = c
		case "body", "responsebody", "content", "data", "payload":
			rec.body = c
		case "header", "headers":
			rec.header = c
			rec.reset = t.resetHeader(c)
		case "method", "httpmethod":
			rec.method = t.scalarText(c)
		case "url", "uri", "requesturl":
			rec.address(t.address(c))
		case "path", "requestpath":
			rec.path = t.scalarText(c)
		case "host":
			rec.host = t.scalarText(c)
		case "error", "title", "detail":
			rec.problem = c
		case "message":
			rec.said = c
		case "level", "lvl", "severity", "msg", "logger", "shortmessage", "ts", "time":
			rec.log = true
		case "request", "req", "originalrequest", "config":
			if n.kind == container {
				rec.request = c
			}
		case "response", "res":
			if n.kind == container {
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
func (b *treeWalk) record(i int32) record {
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
				rec.body = t.find(rec.response, "text")
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
func (b *treeWalk) keep(i int32, rec record) {
	if b.records == nil {
		b.records = map[int32]record{}
	}
	b.records[i] = rec
}

// address is the text of an address, which Postman keeps in the member raw.
func (t *tree) address(i int32) string {
	if t.nodes[i].kind == container {
		if raw := t.find(i, "raw"); raw != 0 {
			return t.scalarText(raw)
		}
	}
	return t.scalarText(i)
}

// hasContent reports whether an answer has a body.
func (t *tree) hasContent(rec record) bool {
	c := rec.body
	if c == 0 {
		return rec.text
	}
	if t.nodes[c].kind == container {
		text := t.find(c, "text")
		if text == 0 {
			return t.nodes[c].child != 0 && t.find(c, "mimetype") == 0 && t.find(c, "size") == 0
		}
		c = text
	}
	s := strings.TrimSpace(t.scalarText(c))
	return s != "" && s != "{}" && s != "[]"
}

// around is what a tree says of the exchange of a body in it: the nearest objects around
// the body, then what surrounds the tree.
func (t *tree) around(i int32, c context, records map[int32]record) context {
	found := context{}
	for up := 0; i != 0 && up < 5; up++ {
		i = t.nodes[i].parent
		rec, ok := records[i]
		if !ok {
			continue
		}
		if found.status == 0 && rec.status != 0 {
			found.status, found.span = rec.status, t.span(rec.statusNode)
		}
		if found.direction == "" && rec.direction != unknown {
			found.direction, found.certain = rec.direction, rec.host != ""
		}
		if found.reset == 0 {
			found.reset = rec.reset
		}
		if rec.status != 0 || rec.request != 0 {
			found.exchange = t.span(i)
		}
	}
	if found.status == 0 {
		found.status, found.span = c.status, c.span
	}
	if found.direction == "" {
		found.direction, found.certain = c.direction, c.certain
	}
	if found.reset == 0 {
		found.reset = c.reset
	}
	if found.exchange.End == 0 {
		found.exchange = c.exchange
	}
	return found
}

// exported reports whether a string belongs to a HAR entry or an exported response.
func (t *tree) exported(i int32, records map[int32]record) bool {
	for up := 0; i != 0 && up < 5; up++ {
		i = t.nodes[i].parent
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

func (t *tree) scalarText(i int32) string {
	if n := &t.nodes[i]; n.kind == container || n.null || n.to-n.from > 2048 {
		return ""
	}
	return t.text(i)
}

// statusValue reads 400, "400" or "400 Bad Request".
func (t *tree) statusValue(i int32) (int, bool) {
	s := t.scalarText(i)
	if len(s) > 3 && s[3] == ' ' {
		s = s[:3]
	}
	n, ok := text.Decimal(s)
	return n, ok && n >= 100 && n <= 599
}

// resetHeader reads the rate limit of headers, given as an object or as name and value.
func (t *tree) resetHeader(i int32) int {
	if t.nodes[i].kind != container {
		return 0
	}
	for c := t.nodes[i].child; c != 0; c = t.nodes[c].next {
		value := c
		if t.nodes[c].kind == container {
			name := t.find(c, "name")
			if name == 0 {
				name = t.find(c, "key")
			}
			value = t.find(c, "value")
			if name == 0 || value == 0 || !strings.EqualFold(t.scalarText(name), "x-ratelimit-reset") {
				continue
			}
		} else if !t.isKey(c, "x-ratelimit-reset") {
			continue
		}
		if n := resetOf(t.scalarText(value)); n > 0 {
			return n
		}
	}
	return 0
}
