package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// MaxBody is how many bytes of one body are read.
var MaxBody = 64 << 20

// Read reads the body that begins with the bracket at v.Text[i], up to limit at most, and
// returns where it ends.
func (t *Tree) Read(v *text.View, i, limit int) (end int) {
	*t = Tree{View: v, Nodes: t.Nodes[:0], repairs: t.repairs[:0], Restart: t.Restart}
	r := &reader{t: t, s: v.Text[:min(limit, i+MaxBody)], i: i, comma: -1, long: limit > i+MaxBody}
	open := r.open(0, Node{})
	if strings.HasSuffix(v.Text[:i], "map") || groovyMap(v.Text, i) {
		t.Nodes[0].Open, t.Dump = goMap, true
	}
	return r.entries(open)
}

// ReadOpen reads the members of an object whose braces are missing, the first of which begins
// at v.Text[i]. The repairs of the tree stay.
func (t *Tree) ReadOpen(v *text.View, i, limit int) (end int) {
	*t = Tree{View: v, Nodes: t.Nodes[:0], repairs: t.repairs, Restart: t.Restart}
	r := &reader{t: t, s: v.Text[:min(limit, i+MaxBody)], i: i, comma: -1, end: i, long: limit > i+MaxBody}
	t.add(0, Node{Kind: Container, Open: '{', Start: int32(i)})
	n := len(t.repairs)
	if end = r.entries(0); !t.Cut {
		return end
	}
	root := &t.Nodes[0]
	root.Cut, root.End = t.Nodes[root.LastChild].Cut && root.Child != 0, int32(r.end)
	for ; n < len(t.repairs); n++ {
		if t.repairs[n].ID == "truncated" && !root.Cut {
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
			t.Code = t.Code || c == ';'
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

// entry reads one entry of the container open: a value, or a key and a value. It returns
// the container that is open then; ok is false, and r.i where the entry begins, if what
// stands there cannot be part of the body.
func (r *reader) entry(open int32) (int32, bool) {
	start := r.i
	n := Node{Start: int32(start)}
	inObject := r.t.Nodes[open].Open != '['
	r.member = false
	if n := CutMark(r.s, r.i); n > 0 {
		return r.leftOut(open, n)
	}
	if r.chunkSize(open) {
		return open, true
	}
	if key, ok := r.bracketKey(); ok {
		n.setKey(r.s, key)
		if r.named = inBrackets; key.from != start+1 {
			r.named = inQuotes
		}
		return r.value(open, n, start)
	}
	r.sigil()
	if r.i >= len(r.s) {
		return open, true // the caller sees the end of the text next
	}
	if strings.IndexByte("{[(", r.s[r.i]) >= 0 || r.typed() {
		return r.value(open, n, start)
	}
	tok, ok := r.token(inObject)
	if !ok {
		r.i = start
		return open, false
	}
	return r.behind(open, n, tok)
}

// behind reads on behind the first string or word of an entry, which may be a key.
func (r *reader) behind(open int32, n Node, tok token) (int32, bool) {
	start := int(n.Start)
	inObject := r.t.Nodes[open].Open != '['
	resume := r.i
	r.blanks()
	if r.i >= len(r.s) {
		if tok.kind == Bare && !inObject && r.isScalar(tok) {
			r.addScalar(open, n, tok)
		}
		return open, !tok.cut // the caller sees the end of the text next
	}
	if r.named = inQuotes; tok.kind == Bare {
		r.named = bareWord
	}
	if r.separator(inObject || tok.kind == Quoted) {
		n.setKey(r.s, tok)
		if r.t.restarts(open, r.s[tok.from:tok.to]) {
			return r.dropTo(open), false
		}
		return r.value(open, n, start)
	}
	if tok.kind == Quoted && !tok.cut && r.t.Nodes[open].Open == '{' {
		if c := r.s[r.i]; c == ',' || c == '}' || strings.IndexByte(r.s[resume:r.i], '\n') >= 0 {
			r.addScalar(open, n, tok) // a name without a value
			return open, true
		}
		if r.valueBegins() {
			r.t.mend("colon", resume, resume)
			n.setKey(r.s, tok)
			return r.value(open, n, start)
		}
	}
	if tok.kind == Bare && !r.isScalar(tok) {
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

// valueBegins reports whether what stands at r.i can begin a value.
func (r *reader) valueBegins() bool {
	c := r.s[r.i]
	n, _ := quoteAt(r.s, r.i)
	return n > 0 || text.Digit(c) || text.Letter(c) || c == '{' || c == '[' || c == '-'
}

// value reads what stands behind a key, or a container without one.
func (r *reader) value(open int32, n Node, start int) (int32, bool) {
	r.blanks()
	if r.i >= len(r.s) {
		return open, true
	}
	r.member = n.HasKey
	if n.HasKey && r.named == inBrackets {
		if tok, ok := r.restOfLine(start); ok {
			r.missingComma(start)
			r.addScalar(open, n, tok)
			return open, true
		}
	}
	r.sigil()
	if r.i >= len(r.s) {
		return open, true
	}
	r.missingComma(start)
	if n.HasKey {
		if done, ok := r.noValue(open, n); done {
			return open, ok
		}
		r.typed()
	}
	if strings.IndexByte("{[(", r.s[r.i]) >= 0 {
		n.Start = int32(r.i)
		if end, ok := goType(r.s, r.i); ok {
			r.i, r.t.Dump = end, true
		}
		next := r.open(open, n)
		if strings.HasSuffix(r.s[:r.i-1], "map") || r.t.Dump && r.s[r.i-1] == '[' && namedAt(r.s, r.i) {
			r.t.Nodes[next].Open = goMap
		}
		return next, true
	}
	tok, ok := token{}, false
	if n.HasKey && r.named != inQuotes && !r.inQuotes() {
		tok, ok = r.unquoted()
	} else {
		tok, ok = r.token(false)
	}
	if !ok {
		return open, false
	}
	r.addScalar(open, n, tok)
	return open, !tok.cut || r.i >= len(r.s)
}

// noValue reads what stands in place of a value or is one by itself: a cut, nothing, a scalar of
// var_dump. done is false where a value is yet to come.
func (r *reader) noValue(open int32, n Node) (done, ok bool) {
	for r.chunkSize(open) {
		r.blanks()
		if r.i >= len(r.s) {
			return true, true
		}
	}
	if mark := CutMark(r.s, r.i); mark > 0 && r.s[r.i] != '[' {
		r.t.mend("truncated", r.i, r.i+mark)
		return true, false
	}
	if strings.IndexByte("}]),;", r.s[r.i]) >= 0 || r.t.Dump && r.atBracketKey() {
		r.addScalar(open, n, token{kind: Bare, from: r.i, to: r.i, end: r.i, null: !r.t.Dump})
		if !r.t.Dump {
			r.t.mend("literal", r.i, r.i)
		}
		return true, true
	}
	tok, ok := r.sized()
	if ok {
		r.addScalar(open, n, tok)
	}
	return ok, ok
}

// separator passes over what stands between a key and its value.
func (r *reader) separator(colon bool) bool {
	switch s := r.s[r.i:]; {
	case strings.HasPrefix(s, "=>"):
		r.i += 2
		r.t.Dump = true
	case s[0] == '=' && !strings.HasPrefix(s, "=="):
		r.i++
		r.t.Dump = true
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
	if j == i || k >= len(r.s) || r.s[k] != '\n' || r.t.Nodes[open].Open == '[' && !r.after {
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
