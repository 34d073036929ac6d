package text

import "strings"

// Dechunked joins the chunks of an HTTP body that begins at v.Text[i] with the size of the
// first one. ok is false unless the sizes fit; end is then where they do no more.
func Dechunked(v *View, i int) (inner *View, end int, ok bool) {
	s := v.Text
	w := Writer{From: v}
	for j := i; ; {
		eol := LineEnd(s, j)
		size := strings.TrimRight(s[j:eol], "\r ")
		if k := strings.IndexByte(size, ';'); k > 0 {
			size = size[:k]
		}
		n, isHex := Hex(size, 0, len(size))
		if !isHex || eol >= len(s) {
			return nil, j, false
		}
		if n == 0 {
			return w.View("chunked", i, eol), eol, len(w.buf) > 0
		}
		data := eol + 1
		if data+n >= len(s) { // cut off within the chunk
			w.Keep(data, len(s))
			return w.View("chunked", i, len(s)), len(s), data < len(s)
		}
		w.Keep(data, data+n)
		switch {
		case s[data+n] == '\n':
			j = data + n + 1
		case At(s, data+n, "\r\n"):
			j = data + n + 2
		default:
			return nil, j, false
		}
		if j >= len(s) {
			return w.View("chunked", i, j), j, true
		}
	}
}
