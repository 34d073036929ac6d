package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// fragment reads the members of an error object that was copied without its braces, or lost
// them, from the word «code» at w.s[i:end] on: "code":2003,"reason":"incorrect". It reports
// whether it was one.
func (w *scanner) fragment(i, end int) bool {
	s := w.s
	from := end
	for from < len(s) && from < end+16 && strings.IndexByte("\" \t:=", s[from]) >= 0 {
		from++
	}
	to := from
	for to < len(s) && text.Digit(s[to]) {
		to++
	}
	if i < w.memo.fragment || to-from != 4 || !strings.ContainsAny(s[end:from], ":=") {
		return false
	}
	next := strings.TrimLeft(s[to:min(len(s), to+48)], "\", \t\r\n")
	if stop, _ := wordAt(next, 0); stop == 0 ||
		!strings.Contains("reason subject value message", strings.ToLower(next[:stop])) {
		return false
	}
	if i > 0 && s[i-1] == '"' {
		i--
	}
	t := w.d.newTree(w.v.Depth)
	t.Reset()
	stop := t.ReadOpen(w.v, i, w.bodyLimit())
	w.d.leave(t)
	w.memo.fragment = stop
	m := t.members(0)
	if m[codeKey] == 0 || m.foreign() > 0 || t.Nodes[m[codeKey]].Kind == tree.Container ||
		!w.d.vocabulary.Code(t.Text(m[codeKey])) ||
		!codeNumber(t.Text(m[codeKey])) || m[subjectKey] == 0 && !(m[reasonKey] != 0 &&
		w.d.vocabulary.Reason(t.scalarText(m[reasonKey]))) {
		return false
	}
	t.Dump = s[end] != '"'
	e := w.note(objectAt, i, stop)
	e.status, e.inner.view = w.statusBefore(i), t.View
	w.d.answer(t, &found{kind: Numeric, errors: t.items(nil, 0, &m), bare: true}, &e.inner)
	w.moveTo(max(stop, w.at))
	return true
}

// block reads the block of YAML that the line of w.i belongs to, if it has members. It reports
// whether a body may be in it.
func (w *scanner) block() bool {
	if w.line < w.memo.block {
		return false
	}
	key := strings.TrimSuffix(w.s[w.line:w.v.LineEnd(w.line)], "\r")
	if n := len(key) - 2; n < 0 || key[n] == '"' || key[n] == '\'' {
		return false
	}
	begin, ok := tree.BlockAt(w.s, w.line)
	if !ok {
		return w.carriedBlock()
	}
	t := w.d.newTree(w.v.Depth)
	end := t.ReadBlock(w.v, begin)
	w.d.leave(t)
	w.memo.block = end
	inner := w.d.bodies(t, "", preface{})
	if len(inner.events) == 0 {
		return false
	}
	w.note(objectAt, w.line, end).inner = inner
	w.moveTo(max(end, w.at))
	return true
}

// carriedBlock reads such a block if what stands before its first key stands before all of its lines.
func (w *scanner) carriedBlock() bool {
	s, eol := w.s, w.v.LineEnd(w.line)
	key := len(strings.TrimRight(s[:eol], "\r:"))
	for key > w.line && text.WordByte(s[key-1]) {
		key--
	}
	next := eol + 1 + key - w.line
	if next >= len(s) || s[next] != ' ' && s[next] != '-' || !text.SamePrefix(s, eol+1, s[w.line:key]) {
		return false
	}
	inner, end, ok := text.Carried(w.v, w.line, key, w.limit(), &w.memo.carrier, goesOn)
	if !ok {
		return false
	}
	if _, ok = tree.BlockAt(inner.Text, 0); !ok {
		w.memo.block = end
		return false
	}
	w.sub(inner, end)
	return true
}
