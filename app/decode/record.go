package decode

import (
	"sort"
	"strings"
)

// Trees that carry bodies: structured logs with the body as a string, HAR files, exports
// of HTTP clients. A record is an object of such a tree that says something of an exchange.
type record struct {
	status             int
	statusNode         int32
	reset              int
	method, host, path string
	request, response  int32 // of a HAR entry
	export             bool  // a HAR entry or an exported response: its strings are no repair
	direction          string
}

// newTree is an empty tree for a view of this depth; trees of other depths stay in use.
func (d *decoder) newTree(depth int) *tree {
	for len(d.trees) <= depth {
		d.trees = append(d.trees, &tree{nodes: make([]node, 0, 24)})
	}
	return d.trees[depth]
}

// bodies emits the responses of a tree, of the strings in it too. c is what surrounds the
// tree; errorsKey says that its root is an errors array without the object around it.
func (d *decoder) bodies(t *tree, c context, errorsKey bool) {
	first := len(d.responses)
	var records map[int32]record
	var exports []int32
	until := int32(0) // nodes that begin before are part of a body that was emitted
	if errorsKey {
		if errors, ok := d.numeric(t, 0); ok {
			d.emit(t, found{kind: Numeric, node: 0, errors: errors}, c)
			return
		}
	}
	if f, ok := d.bareList(t); ok {
		d.emit(t, f, c)
		return
	}
	for i := int32(0); int(i) < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.start < until {
			continue
		}
		switch {
		case n.kind == container:
			f, ok := d.shape(t, i)
			if !ok {
				if n.open == '{' {
					if rec := t.record(i); rec.status != 0 || rec.request != 0 {
						if records == nil {
							records = map[int32]record{}
						}
						records[i] = rec
						if rec.export && rec.status >= 400 {
							exports = append(exports, i)
						}
					}
				}
				continue
			}
			around := t.around(i, c, records)
			if f.status != 0 {
				around.status, around.span = f.status, t.span(f.statusNode)
			} else if f.kind == Numeric && n.child != n.lastChild {
				if own := t.record(i); own.status != 0 {
					around.status, around.span = own.status, t.span(own.statusNode)
				}
			}
			if d.emit(t, f, around) {
				until = n.end
				if !around.same(c) {
					continue
				}
				c.status = 0
			}
		case n.kind == quoted && mayHold(t.view.text[n.from:n.to]) && t.view.depth < maxDepth:
			around := t.around(i, c, records)
			w := writer{from: t.view}
			w.decode(int(n.from), int(n.to))
			layer := "escaped"
			if around.export = t.exported(i, records); around.export {
				layer = ""
			}
			inner := w.view(layer, int(n.from), int(n.to))
			before := len(d.responses)
			d.sensitive(inner)
			d.walk(inner, around)
			if len(d.responses) > before && around.same(c) {
				c.status = 0
			}
		}
	}
	d.exports(t, exports, records, first)
}

// same reports whether two contexts speak of the same status.
func (c context) same(other context) bool { return c.status == other.status && c.span == other.span }

// mayHold reports whether a string is worth a look: whether it can hold a body or a status.
func mayHold(s string) bool {
	if len(s) < 8 {
		return false
	}
	return strings.IndexByte(s, '{') >= 0 || strings.Contains(s, "%7B") || strings.Contains(s, "%7b") ||
		strings.Contains(s, "HTTP/") || strings.Contains(s, "=>") || strings.Contains(s, `\u007`) || strings.Contains(s, `\x7`) ||
		strings.Contains(s, "&#") || mayBeBase64(s, 0) || strings.IndexByte(s, '<') >= 0 && strings.Contains(s, "itle>") || strings.Contains(s, " 4") || strings.Contains(s, " 5")
}

// decode writes the string at from.text[i:j] as what it stands for.
func (w *writer) decode(i, j int) {
	s := w.from.text[:j]
	kept := i
	for k := i; k < j; {
		if s[k] != '\\' {
			k++
			continue
		}
		text, n := unescape(s, k)
		if text != "" {
			w.keep(kept, k)
			w.put(text, k, k+n)
			kept = k + n
		}
		k += n
	}
	w.keep(kept, j)
}

// bareList recognises an array of nothing but error objects.
func (d *decoder) bareList(t *tree) (found, bool) {
	if t.nodes[0].open != '[' || t.nodes[0].child == 0 || !t.list(0) {
		return found{}, false
	}
	var errors []Error
	for c := t.nodes[0].child; c != 0; c = t.nodes[c].next {
		if t.nodes[c].kind != container {
			return found{}, false
		}
		m := t.members(c)
		if !d.bareError(t, c, m) {
			return found{}, false
		}
		errors = append(errors, t.item(c, m))
	}
	return found{kind: Numeric, node: 0, errors: errors, bare: true}, true
}

// emit adds a response, unless the body counts only under an HTTP error that the context
// does not show.
func (d *decoder) emit(t *tree, f found, c context) bool {
	if f.needsStatus && c.status < 400 {
		return false
	}
	n := &t.nodes[f.node]
	body := t.span(f.node)
	r := Response{Kind: f.kind, Status: c.status, Direction: c.direction, Certain: c.certain, Span: body, Errors: f.errors, Reset: c.reset, Bare: f.bare, Fiscal: f.fiscal}
	if c.status != 0 {
		r.Span = r.Span.union(c.span)
	}
	if f.kind == API || f.kind == Bulk {
		r.Direction, r.Certain = fromCloud, true
	}
	if r.Direction == "" {
		r.Direction = unknown
	}
	r.Repairs = append(r.Repairs, t.view.layers...)
	if m, ok := d.converted(body); ok {
		r.Repairs = append(r.Repairs, m)
	}
	if t.dump {
		r.Repairs = append(r.Repairs, Mark{"syntax", body})
	}
	for _, m := range t.repairs {
		if m.i < int(n.start) || m.i > int(n.end) {
			continue
		}
		if t.dump && (m.id == "comma" || m.id == "quotes" || m.id == "literal" || m.id == "bracket" || m.id == "colon") {
			continue
		}
		if m.id == "truncated" && !n.cut {
			continue
		}
		if k := len(r.Repairs); (m.id == "escaped" || m.id == "spaces") && k > 0 && r.Repairs[k-1].ID == m.id {
			continue // one note for all line feeds
		}
		r.Repairs = append(r.Repairs, Mark{m.id, t.view.span(m.i, m.j)})
	}
	r.Truncated = n.cut
	d.responses = append(d.responses, r)
	return true
}

// converted is the part of a span of the given text that is no UTF-8.
func (d *decoder) converted(s Span) (Mark, bool) {
	i := sort.SearchInts(d.foreign, s.Start)
	if i >= len(d.foreign) || d.foreign[i] >= s.End {
		return Mark{}, false
	}
	j := sort.SearchInts(d.foreign, s.End)
	return Mark{"encoding", Span{d.foreign[i], d.foreign[j-1] + 1}}, true
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

// record reads what an object says of an exchange: its members that are named like a
// status, an address or a method, and the request and response of a HAR entry.
func (t *tree) record(i int32) (rec record) {
	rec.direction = unknown
	var code, body, header, status int32
	for c := t.nodes[i].child; c != 0; c = t.nodes[c].next {
		n := &t.nodes[c]
		if !n.hasKey || n.keyTo-n.keyFrom > 20 || t.isKey(c, "errors") {
			continue
		}
		switch strings.ToLower(t.view.text[n.keyFrom:n.keyTo]) {
		case "status", "statuscode", "status_code", "httpstatus", "http_status", "httpcode", "http_code", "responsecode", "response_code", "responsestatus", "response_status":
			if s, ok := t.statusValue(c); ok {
				rec.status, rec.statusNode = s, c
			}
			status = c
		case "code":
			code = c
		case "body", "responsebody", "response_body", "content", "data":
			body = c
		case "header", "headers":
			header = c
			rec.reset = t.resetHeader(c)
		case "method", "http_method", "httpmethod":
			rec.method = t.scalarText(c)
		case "url", "uri", "request_url", "requesturl":
			rec.address(t.scalarText(c))
		case "path", "request_path":
			rec.path = t.scalarText(c)
		case "host":
			rec.host = t.scalarText(c)
		case "request", "req":
			if n.kind == container {
				inner := t.record(c)
				rec.request = c
				if rec.method == "" {
					rec.method, rec.host, rec.path = inner.method, inner.host, inner.path
				}
			}
		case "response", "res":
			if n.kind == container {
				if inner := t.record(c); inner.status != 0 {
					rec.response = c
					rec.status, rec.statusNode, rec.reset = inner.status, inner.statusNode, inner.reset
				}
			}
		}
	}
	rec.export = rec.request != 0 && rec.response != 0
	if rec.status == 0 && code != 0 && body != 0 && (header != 0 || status != 0) { // Postman
		if s, ok := t.statusValue(code); ok {
			rec.status, rec.statusNode, rec.export = s, code, true
			rec.response = i
		}
	}
	rec.direction = direction(rec.method, rec.host, rec.path)
	return rec
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
	n, ok := decimal(s)
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
		if n, ok := decimal(t.scalarText(value)); ok {
			return n
		}
	}
	return 0
}

// exports emits the HTTP errors of a HAR or an export for which no body was found.
func (d *decoder) exports(t *tree, list []int32, records map[int32]record, first int) {
	found := d.responses[first:] // in the order of the text
	for _, i := range list {
		rec := records[i]
		span := t.span(i)
		k := sort.Search(len(found), func(k int) bool { return found[k].Span.Start >= span.Start })
		if k < len(found) && span.contains(found[k].Span) {
			continue
		}
		r := Response{Kind: StatusOnly, Status: rec.status, Span: t.span(rec.response), Direction: rec.direction, Certain: rec.host != "" && rec.direction != unknown, Reset: rec.reset}
		if t.hasContent(rec.response) {
			r.Kind = Other
		}
		d.responses = append(d.responses, r)
	}
}

// hasContent reports whether a response of a HAR or an export has a body.
func (t *tree) hasContent(i int32) bool {
	for _, key := range [...]string{"content", "body", "text"} {
		c := t.find(i, key)
		if c == 0 {
			continue
		}
		if t.nodes[c].kind == container {
			if c = t.find(c, "text"); c == 0 {
				continue
			}
		}
		if s := strings.TrimSpace(t.scalarText(c)); s != "" && s != "{}" && s != "[]" {
			return true
		}
	}
	return false
}
