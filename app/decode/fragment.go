package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// fragment reads the members of an error object that was copied without its braces, or lost
// them, from the word «code» at w.s[i:end] on: "code":2003,"reason":"incorrect". Items of a
// list in YAML under the key errors are an errors array. It reports whether it was one.
func (w *walker) fragment(i, end int) bool {
	s := w.s
	from := end
	for from < len(s) && from < end+16 && strings.IndexByte("\" \t:=", s[from]) >= 0 {
		from++
	}
	to := from
	for to < len(s) && text.Digit(s[to]) {
		to++
	}
	if i < w.untried || to-from != 4 || !strings.ContainsAny(s[end:from], ":=") {
		return false
	}
	if i > 0 && s[i-1] == '"' {
		i--
	}
	listed := s[max(0, i-80):i]
	listed = strings.TrimRight(strings.TrimSuffix(listed, "- "), " ")
	list := strings.HasSuffix(strings.TrimRight(listed, "\r\n"), "errors:") && strings.HasSuffix(s[:i], "- ")
	if !list {
		next := strings.TrimLeft(s[to:min(len(s), to+48)], "\", \t\r\n")
		if stop, _ := wordAt(next, 0); stop == 0 || !strings.Contains("reason subject value message", strings.ToLower(next[:stop])) {
			return false
		}
	}
	limit := w.bodyLimit()
	if list { // up to the line that is indented less
		indent := i - w.line
		for eol := text.LineEnd(s, i); eol < limit; eol = text.LineEnd(s, eol+1) {
			rest := strings.TrimLeft(s[eol+1:limit], " ")
			if in := limit - len(rest) - eol - 1; in < indent && (in < indent-len("- ") || !strings.HasPrefix(rest, "- ")) {
				limit = eol
			}
		}
	}
	t := w.d.newTree(w.v.Depth)
	t.Reset()
	var errors []Error
	stop, cut := i, false
	for at := i; ; {
		end := t.ReadOpen(w.v, at, limit)
		w.d.leave(t)
		m := t.members(0)
		w.untried = end
		if m.code == 0 || t.Nodes[m.code].Kind == tree.Container || !codeNumber(t.Text(m.code)) {
			break
		}
		if !list && (m.foreign() > 0 || !w.d.vocabulary.Code(t.Text(m.code)) || m.subject == 0 && !(m.reason != 0 && w.d.vocabulary.Reason(t.scalarText(m.reason)))) {
			return false
		}
		errors = t.items(errors, 0, &m)
		stop, cut = end, t.Nodes[0].Cut
		k := text.SkipSpaces(s, stop)
		if !list || !text.StartsAt(s[:limit], k, "- ") {
			break
		}
		at = k + 2
	}
	if len(errors) == 0 {
		return false
	}
	root := &t.Nodes[0]
	root.Start, root.End, root.Cut = int32(i), int32(stop), cut // of all items, the last one may be none
	t.Dump = list || s[end] != '"'
	if !w.d.emit(t, found{kind: Numeric, errors: errors, bare: !list}, w.context(i)) {
		return false
	}
	w.emitted(len(w.d.responses) - 1)
	w.moveTo(max(stop, w.i))
	return true
}
