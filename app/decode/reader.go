package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
)

// A reader reads one body into a tree. It mends what it can and never goes back by more
// than a token: where the text cannot be part of the body any more, the body ends.
type reader struct {
	t     *tree
	s     string
	i     int
	after bool // a value stands before, so a comma is due
	comma int  // where the last comma stands, if nothing followed it yet; else -1
	end   int  // where the last value ended
	long  bool // the body may go on behind s

	quoted bool // s ends in a string
}

// read reads the body that begins with the bracket at v.text[i], up to limit at most, and
// returns where it ends.
func (t *tree) read(v *view, i, limit int) (end int) {
	*t = tree{view: v, nodes: t.nodes[:0], repairs: t.repairs[:0]}
	r := &reader{t: t, s: v.text[:min(limit, i+maxBody)], i: i, comma: -1, long: limit > i+maxBody}
	open := r.open(0, node{})
	if strings.HasSuffix(v.text[:i], "map") {
		t.nodes[0].open, t.dump = goMap, true
	}
	return r.entries(open)
}

// readOpen reads the members of an object whose braces are missing, the first of which begins
// at v.text[i]. The repairs of the tree stay.
func (t *tree) readOpen(v *view, i, limit int) (end int) {
	*t = tree{view: v, nodes: t.nodes[:0], repairs: t.repairs}
	r := &reader{t: t, s: v.text[:min(limit, i+maxBody)], i: i, comma: -1, end: i, long: limit > i+maxBody}
	t.add(0, node{kind: container, open: '{', start: int32(i)})
	n := len(t.repairs)
	if end = r.entries(0); !t.cut {
		return end
	}
	root := &t.nodes[0]
	root.cut, root.end = t.nodes[root.lastChild].cut && root.child != 0, int32(r.end)
	for ; n < len(t.repairs); n++ {
		if t.repairs[n].id == "truncated" && !root.cut {
			t.repairs = append(t.repairs[:n], t.repairs[n+1:]...)
		}
	}
	return r.end
}

// entries reads the entries of the root, which is open, and returns where the body ends.
func (r *reader) entries(open int32) int {
	t := r.t
	for {
		r.blanks()
		if r.i >= len(r.s) {
			return r.cut(open)
		}
		switch c := r.s[r.i]; c {
		case '}', ']', ')':
			var closed bool
			if open, closed = r.close(open, c); closed {
				return r.i
			}
		case ',', ';':
			if !r.after {
				t.mend("comma", r.i, r.i+1)
			}
			t.code = t.code || c == ';'
			r.comma, r.after = r.i, false
			r.i++
		default:
			next, ok := r.entry(open)
			if !ok {
				return r.cut(next)
			}
			open = next
		}
	}
}

// goMap is the bracket of map[key:value key:value], as Go prints it.
const goMap = 'm'

// open adds the container whose bracket stands at r.i.
func (r *reader) open(parent int32, n node) int32 {
	n.kind, n.open, n.start = container, r.s[r.i], int32(r.i)
	r.i++
	r.after, r.comma = false, -1
	return r.t.add(parent, n)
}

// close ends the container that the bracket c at r.i belongs to: the open one, or one of
// the few around it whose own brackets are missing. A bracket of none is passed over.
func (r *reader) close(open int32, c byte) (int32, bool) {
	n := r.t.nodes
	at := open
	for up := 0; !closes(n[at].open, c); up++ {
		if at == 0 || up == 8 {
			r.t.mend("bracket", r.i, r.i+1)
			r.i++
			return open, false
		}
		at = n[at].parent
	}
	if r.comma >= 0 {
		r.t.mend("comma", r.comma, r.comma+1)
	}
	if at != open {
		r.t.mend("bracket", r.i, r.i)
	}
	for k := open; k != at; k = n[k].parent {
		n[k].end = int32(r.i)
	}
	r.i++
	n[at].end = int32(r.i)
	r.unwrap(at)
	r.after, r.comma, r.end = true, -1, r.i
	return n[at].parent, at == 0
}

func closes(open, c byte) bool {
	return open == '{' && c == '}' || (open == '[' || open == goMap) && c == ']' || open == '(' && c == ')'
}

// unwrap makes a scalar of a container that only names the type of one: NumberLong(2003).
func (r *reader) unwrap(i int32) {
	n := &r.t.nodes[i]
	if n.open != '(' || n.child == 0 || n.child != n.lastChild || i == 0 {
		return
	}
	c := r.t.nodes[n.child]
	if c.kind == container || c.hasKey {
		return
	}
	n.kind, n.null, n.cut, n.escaped, n.joined, n.from, n.to = c.kind, c.null, c.cut, c.escaped, c.joined, c.from, c.to
	n.child, n.lastChild = 0, 0
	r.t.nodes = r.t.nodes[:len(r.t.nodes)-1]
}

// blanks passes over what says nothing: spaces, comments, marks.
func (r *reader) blanks() {
	for r.i < len(r.s) {
		c := r.s[r.i]
		if c == ' ' || c == '\n' && r.i+1 < len(r.s) && r.s[r.i+1] == ' ' && !r.marked(r.i+1) {
			r.i++
			continue
		}
		if c > ' ' && c < 0x80 && c != '\\' && c != '<' && c != '#' && c != '^' && c != '/' && c != '&' && c != '+' {
			return
		}
		if n, id := blank(r.s, r.i); n > 0 {
			if id != "" {
				r.t.mend(id, r.i, r.i+n)
			}
			r.i += n
		} else if n := comment(r.s, r.i); n > 0 {
			r.t.mend("comment", r.i, r.i+n)
			r.i += n
		} else {
			return
		}
	}
}

// marked reports whether marks of quoted mail stand behind the spaces at s[i].
func (r *reader) marked(i int) bool {
	for i < len(r.s) && r.s[i] == ' ' {
		i++
	}
	return i < len(r.s) && (r.s[i] == '>' || r.s[i] == '|' || r.s[i] == '\t')
}

// entry reads one entry of the container open: a value, or a key and a value. It returns
// the container that is open then; ok is false, and r.i where the entry begins, if what
// stands there cannot be part of the body.
func (r *reader) entry(open int32) (int32, bool) {
	start := r.i
	n := node{start: int32(start)}
	inObject := r.t.nodes[open].open != '['
	switch c := r.s[r.i]; {
	case c == '"':
		if !inObject {
			break
		}
		tok := r.str(1, text.DoubleQuotes, true)
		if tok.plain && r.s[r.i] == ':' {
			n.setKey(r.s, tok)
			if r.nextResponse(open, tok) {
				return r.dropTo(open), false
			}
			r.i++
			return r.value(open, n, start)
		}
		return r.behind(open, n, tok)
	case c == '{', c == '(' && !strings.HasPrefix(r.s[r.i:], "(object)"):
		return r.value(open, n, start)
	default:
		if n := cutMark(r.s, r.i); n > 0 {
			return r.leftOut(open, n)
		}
		if r.chunkSize(open) {
			return open, true
		}
		if key, ok := r.bracketKey(); ok {
			n.setKey(r.s, key)
			return r.value(open, n, start)
		}
		r.sigil()
		if r.i >= len(r.s) {
			return open, true // the caller sees the end of the text next
		}
		if strings.IndexByte("{[(", r.s[r.i]) >= 0 || r.typed() {
			return r.value(open, n, start)
		}
	}
	tok, ok := r.token(inObject)
	if !ok {
		r.i = start
		return open, false
	}
	return r.behind(open, n, tok)
}

// behind reads on behind the first string or word of an entry, which may be a key.
func (r *reader) behind(open int32, n node, tok token) (int32, bool) {
	start := int(n.start)
	inObject := r.t.nodes[open].open != '['
	resume := r.i
	r.blanks()
	if r.i >= len(r.s) {
		if tok.kind == bare && !inObject && r.isScalar(tok) {
			r.addScalar(open, n, tok)
		}
		return open, !tok.cut // the caller sees the end of the text next
	}
	if r.separator(inObject || tok.kind == quoted) {
		n.setKey(r.s, tok)
		if r.nextResponse(open, tok) {
			return r.dropTo(open), false
		}
		return r.value(open, n, start)
	}
	if inObject && tok.kind == quoted && !tok.cut && r.t.nodes[open].open == '{' {
		c := r.s[r.i]
		if c == ',' || c == '}' || strings.IndexByte(r.s[resume:r.i], '\n') >= 0 {
			r.addScalar(open, n, tok) // a name without a value
			return open, true
		}
		if _, quote := quoteAt(r.s, r.i); quote != "" || text.Digit(c) || c == '{' || c == '[' || c == '-' || text.Letter(c) {
			r.t.mend("colon", resume, resume)
			n.setKey(r.s, tok)
			return r.value(open, n, start)
		}
	}
	if tok.kind == bare && !r.isScalar(tok) {
		if c := r.s[r.i]; inObject || r.after || c != ',' && c != ']' && c != ')' {
			r.i = start
			return open, false
		}
	}
	r.i = resume
	r.missingComma(start)
	r.addScalar(open, n, tok)
	return open, !tok.cut
}

// value reads what stands behind a key, or a container without one.
func (r *reader) value(open int32, n node, start int) (int32, bool) {
	r.blanks()
	if r.i >= len(r.s) {
		return open, true
	}
	switch c := r.s[r.i]; { // what stands there in clean JSON
	case c == '"':
		r.missingComma(start)
		tok := r.str(1, text.DoubleQuotes, false)
		r.addScalar(open, n, tok)
		return open, !tok.cut || r.i >= len(r.s)
	case c == '{', c == '[' && n.hasKey && r.i+1 < len(r.s) && (r.s[r.i+1] == '{' || r.s[r.i+1] == '\n') && !r.t.dump:
		r.missingComma(start)
		n.start = int32(r.i)
		return r.open(open, n), true
	}
	r.sigil()
	if r.i >= len(r.s) {
		return open, true
	}
	r.missingComma(start)
	if n.hasKey {
		for r.chunkSize(open) {
			r.blanks()
			if r.i >= len(r.s) {
				return open, true
			}
		}
		if mark := cutMark(r.s, r.i); mark > 0 && r.s[r.i] != '[' {
			r.t.mend("truncated", r.i, r.i+mark)
			return open, false
		}
		if c := r.s[r.i]; c == '}' || c == ']' || c == ')' || c == ',' || c == ';' || r.t.dump && r.atBracketKey() {
			r.addScalar(open, n, token{kind: bare, from: r.i, to: r.i, end: r.i, null: !r.t.dump})
			if !r.t.dump {
				r.t.mend("literal", r.i, r.i)
			}
			return open, true
		}
		if tok, ok := r.sized(); ok {
			r.addScalar(open, n, tok)
			return open, true
		}
		r.typed()
	}
	switch r.s[r.i] {
	case '{', '[', '(':
		n.start = int32(r.i)
		if end, ok := goType(r.s, r.i); ok {
			r.i, r.t.dump = end, true
		}
		next := r.open(open, n)
		if strings.HasSuffix(r.s[:r.i-1], "map") {
			r.t.nodes[next].open = goMap
		}
		return next, true
	}
	tok, ok := r.token(false)
	if !ok {
		return open, false
	}
	r.addScalar(open, n, tok)
	return open, !tok.cut || r.i >= len(r.s)
}

//go:noinline
func (r *reader) missingComma(start int) {
	if r.after {
		r.t.mend("comma", r.end, r.end)
	}
	r.after, r.comma = false, -1
}

func (r *reader) addScalar(open int32, n node, tok token) {
	n.kind, n.from, n.to = tok.kind, int32(tok.from), int32(tok.to)
	n.escaped, n.joined, n.null, n.cut = tok.escaped, tok.joined, tok.null, tok.cut
	n.start, n.end = int32(tok.start), int32(tok.end)
	if tok.kind == bare && tok.start == 0 {
		n.start = n.from
	}
	r.t.add(open, n)
	r.after, r.comma, r.end = true, -1, r.i
}

// setKey makes tok the node's key.
func (n *node) setKey(s string, tok token) {
	n.hasKey, n.keyFrom, n.keyTo, n.odd = true, int32(tok.from), int32(tok.to), tok.escaped
	if tok.plain {
		return
	}
	for i := tok.from; i < tok.to && !n.odd; i++ {
		n.odd = s[i] >= 0x80 || s[i] == '\\' || s[i] == '\n'
	}
}

// separator passes over what stands between a key and its value.
func (r *reader) separator(colon bool) bool {
	switch s := r.s[r.i:]; {
	case strings.HasPrefix(s, "=>"):
		r.i += 2
		r.t.dump = true
	case s[0] == '=' && !strings.HasPrefix(s, "=="):
		r.i++
		r.t.dump = true
	case s[0] == ':' && colon:
		r.i++
	default:
		return false
	}
	return true
}

// chunkSize passes over a line that holds the size of an HTTP chunk and nothing else.
func (r *reader) chunkSize(open int32) bool {
	i := r.i
	if i == 0 || r.s[i-1] != '\n' || !text.Digit(r.s[i]) && (r.s[i]|0x20 < 'a' || r.s[i]|0x20 > 'f') {
		return false
	}
	j := i
	for j < len(r.s) && j-i < 7 && (text.Digit(r.s[j]) || r.s[j]|0x20 >= 'a' && r.s[j]|0x20 <= 'f') {
		j++
	}
	k := j
	if k < len(r.s) && r.s[k] == '\r' {
		k++
	}
	if j == i || k >= len(r.s) || r.s[k] != '\n' || r.t.nodes[open].open == '[' && !r.after {
		return false
	}
	// A number that a comma or bracket follows is a value.
	next := k
	for next < len(r.s) && r.s[next] <= ' ' {
		next++
	}
	if next < len(r.s) && strings.IndexByte(",]}", r.s[next]) >= 0 && !r.after {
		return false
	}
	r.t.mend("chunked", i, j)
	r.i = k
	return true
}
