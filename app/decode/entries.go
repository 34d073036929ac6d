package decode

import (
	"bytes"
	"strings"
)

// An outline follows the brackets of a JSON document through the buffer, so that it can be cut
// behind one of its entries.
type outline struct {
	open   []bracket
	at     int // how much of the buffer was looked at
	quoted bool
	none   bool   // what was seen is no JSON
	string [2]int // the last string
	before string // what leads to the first entry in the buffer: {"log":{"entries":[
	skip   int    // of an entry that is too long, the brackets around it; 0 if there is none
}

// A bracket is one that is open.
type bracket struct {
	is   byte
	key  [2]int // in the buffer
	lead string // the key and the bracket, once the buffer is without them
	done int    // where the last entry in it ends; 0 if none is in the buffer
}

// begun is the outline of the document that a text begins with, nil if it is none.
func begun(b []byte) *outline {
	s := strings.TrimLeft(strings.TrimPrefix(string(b[:min(len(b), 256)]), "\ufeff"), " \t\r\n")
	if s == "" || s[0] != '{' && s[0] != '[' {
		return nil
	}
	return &outline{}
}

// scan looks at what is new in the buffer, up to the end of the document, or of an entry that
// is passed over, or up to what is no JSON. It reports whether the document is at its end.
func (d *outline) scan(b []byte) (ended bool) {
	for d.at < len(b) && !d.none {
		if d.quoted {
			d.quote(b)
			continue
		}
		c := b[d.at]
		d.at++
		switch c {
		case '"':
			d.quoted, d.string[0] = true, d.at-1
		case '{', '[':
			next := bracket{is: c}
			if n := len(d.open); n > 0 && d.open[n-1].is == '{' {
				next.key = d.string
			}
			d.open = append(d.open, next)
		case ',':
			if n := len(d.open); n > 0 {
				d.open[n-1].done = d.at - 1
				if d.skip == n {
					return false
				}
			}
		case '}', ']':
			n := len(d.open) - 1
			if n <= 0 {
				return true
			}
			d.open = d.open[:n]
			d.open[n-1].done = d.at
			if d.skip == n {
				return false
			}
		default:
			d.none = c > ' ' && strings.IndexByte("0123456789truefalsn.+-E:\xef\xbb\xbf", c) < 0
		}
	}
	return false
}

// quote looks for the end of a string.
func (d *outline) quote(b []byte) {
	n := bytes.IndexByte(b[d.at:], '"')
	if n < 0 {
		d.at = len(b)
		d.lined(b)
		return
	}
	end := d.at + n
	escapes := 0
	for end-escapes > 0 && b[end-escapes-1] == '\\' {
		escapes++
	}
	d.at = end + 1
	if escapes%2 == 0 {
		d.quoted, d.string[1] = false, d.at
		d.lined(b)
	}
}

// lined looks for a line end in a long string: there is none in JSON.
func (d *outline) lined(b []byte) {
	d.none = d.at-d.string[0] > 1<<10 && bytes.IndexByte(b[d.string[0]:d.at], '\n') >= 0
}

// cut is the bracket around the entry behind which the buffer can be cut, -1 if there is none:
// the outermost array, or, if any will do, the outermost bracket.
func (d *outline) cut(any bool) int {
	for i := range d.open {
		if b := &d.open[i]; b.done > 0 && (b.is == '[' || any) {
			return i
		}
	}
	return -1
}

// lead is what leads into the first n brackets.
func (d *outline) lead(b []byte, n int) string {
	var s strings.Builder
	for i := range d.open[:n] {
		o := &d.open[i]
		if o.lead == "" {
			if o.key[1] > o.key[0] {
				o.lead = string(b[o.key[0]:o.key[1]]) + ":"
			}
			o.lead += string(o.is)
		}
		s.WriteString(o.lead)
	}
	return s.String()
}

// closing closes the first n brackets.
func (d *outline) closing(n int) string {
	var s strings.Builder
	for n--; n >= 0; n-- {
		s.WriteByte(d.open[n].is + 2) // as { and }, [ and ] stand in ASCII
	}
	return s.String()
}

// shift follows the buffer, of which n bytes are dropped.
func (d *outline) shift(n int) {
	d.at -= n
	for k := range d.string {
		d.string[k] = max(d.string[k]-n, 0)
	}
	for i := range d.open {
		o := &d.open[i]
		o.done = max(o.done-n, 0)
		for k := range o.key {
			o.key[k] = max(o.key[k]-n, 0)
		}
	}
}

// entries reads what is complete of a document, or wants more of it.
func (r *Reader) entries(final, ended bool) {
	d := r.doc
	if d.skip > 0 {
		r.pass(final, ended)
		return
	}
	switch {
	case d.none:
		r.doc, r.inDoc = nil, false
		r.lines(final)
		return
	case ended, final:
		end := len(r.buf)
		if ended {
			end = d.at
		}
		r.entry(end, "")
		r.over(end)
		return
	case d.cut(false) >= 0:
		r.part(d.cut(false))
	case len(r.buf) < r.maxRecord:
		r.want = 2 * len(r.buf)
		return
	case d.cut(true) >= 0:
		r.part(d.cut(true))
	default:
		r.Unread++
		r.entry(len(r.buf), "")
		d.skip = 1
		for i, o := range d.open {
			if o.is == '[' {
				d.skip = i + 1
			}
		}
		d.before = d.lead(r.buf, d.skip)
		r.pass(false, false)
		return
	}
	r.want = len(r.buf) + r.piece
}

// part reads the buffer up to the last entry in a bracket.
func (r *Reader) part(i int) {
	d := r.doc
	end := d.open[i].done
	r.entry(end, d.closing(i+1))
	d.before = d.lead(r.buf, i+1)
	for end < d.at && (r.buf[end] <= ' ' || r.buf[end] == ',') {
		end++
	}
	r.drop(end)
	d.shift(end)
}

// entry reads the buffer up to end as a part of the document.
func (r *Reader) entry(end int, behind string) {
	before := r.doc.before
	s := before + string(r.buf[:end]) + behind
	r.hand(s, Text(s, r.vocabulary), len(before), 0, end+1)
}

// pass passes over the rest of an entry.
func (r *Reader) pass(final, ended bool) {
	d := r.doc
	end := d.at
	switch over := !d.quoted && len(d.open) == d.skip && d.open[d.skip-1].done > 0; {
	case ended, final && !over:
		r.over(end)
		return
	case over:
		d.skip = 0
		for end < len(r.buf) && (r.buf[end] <= ' ' || r.buf[end] == ',') {
			end++
			d.at++
		}
	default:
		for end > 0 && r.buf[end-1] == '\\' {
			end-- // whether the next character is escaped
		}
	}
	r.drop(end)
	d.shift(end)
	r.want = len(r.buf) + r.piece
}

// over ends the document.
func (r *Reader) over(end int) {
	r.doc, r.inDoc = nil, false
	r.drop(end)
	r.want = max(r.piece+r.margin, len(r.buf)+1)
}
