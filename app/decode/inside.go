package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
)

// hand gives the events to the pairing, but for those that the scanner may look back at.
func (w *scanner) hand(keep int) {
	if k := len(w.out.events) - keep; w.to != nil && k > 0 {
		w.to.take(w.out.events[:k])
		left := copy(w.out.events, w.out.events[k:])
		clear(w.out.events[left:])
		w.out.events = w.out.events[:left]
	}
}

// inside reads what was found in an encoding.
func (d *decoder) inside(v *text.View, of literal) scope {
	if v.Depth > maxDepth {
		d.unread = append(d.unread, v.Span(0, len(v.Text)))
		return scope{}
	}
	d.sensitive(v)
	return d.scan(v, of, nil, nil)
}

// leave notes what was not read of a body that is too long.
func (d *decoder) leave(t *document) {
	if t.Left.End > t.Left.Start {
		d.unread = append(d.unread, t.View.Span(t.Left.Start, t.Left.End))
	}
}

// sub scans a view that was read out of w.v up to end.
func (w *scanner) sub(inner *text.View, end int) {
	if s := w.d.inside(inner, literal{export: w.of.export}); len(s.events) > 0 {
		e := w.note(encodedAt, w.at, end)
		e.inner, e.status, e.number = s, w.statusBefore(w.at), w.bodyLine()
	}
	w.moveTo(end)
}

// bodyLine is the number of the line that the body at w.at begins on: for print_r, which writes the
// parenthesis on a line of its own, that of its type above.
func (w *scanner) bodyLine() int {
	if above := w.s[:max(0, w.line-1)]; w.s[w.at] == '(' && (strings.HasSuffix(above, "Array") ||
		strings.HasSuffix(above, " Object")) {
		return w.number - 1
	}
	return w.number
}

// moveTo goes on at i and keeps count of the lines.
func (w *scanner) moveTo(i int) {
	passed := w.s[w.at:i]
	if n := strings.Count(passed, "\n"); n > 0 {
		w.number += n
		w.line = w.at + strings.LastIndexByte(passed, '\n') + 1
		w.label.role, w.failed = plainWord, false
	}
	w.at = i
}

// pass passes over what is not read, at the beginning of a line.
func (w *scanner) pass() {
	for len(w.parts) > 1 && w.at >= w.parts[0].End {
		w.parts = w.parts[1:]
		w.moveTo(max(w.at, w.parts[0].Start))
	}
}
