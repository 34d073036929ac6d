package decode

import "strings"

// unprefixed strips what stands before every line of a body that begins at v.text[i]: the
// marks of quoted mail, of a comment or a diff, the prefix of a log. line is where the line
// of i begins. ok is false unless the body goes on over lines with the same prefix, digits
// aside.
func unprefixed(v *view, line, i int) (inner *view, end int, ok bool) {
	s := v.text
	prefix := strings.TrimRight(s[line:i], " ")
	if prefix == "" || i-line > 160 || strings.TrimLeft(prefix, " \t") == "" {
		return nil, i, false
	}
	stop := lineEnd(s, i)
	var b balance
	for j := i; j < stop; j++ {
		b.next(s[j])
	}
	if b.depth <= 0 || !samePrefix(s, stop+1, prefix) {
		return nil, i, false
	}
	w := writer{from: v}
	w.keep(i, stop)
	for end = stop; samePrefix(s, end+1, prefix); {
		next := lineEnd(s, end+1)
		w.keep(end, end+1)
		w.keep(end+1+len(prefix), next)
		end = next
	}
	return w.view("spaces", i, end), end, true
}

// samePrefix reports whether s[i:] begins like prefix, digits aside.
func samePrefix(s string, i int, prefix string) bool {
	if i+len(prefix) > len(s) {
		return false
	}
	for k := 0; k < len(prefix); k++ {
		if c := s[i+k]; c != prefix[k] && !(digit(c) && digit(prefix[k])) {
			return false
		}
	}
	return true
}

// dechunked joins the chunks of an HTTP body that begins at v.text[i] with the size of the
// first one. ok is false unless the sizes fit.
func dechunked(v *view, i int) (inner *view, end int, ok bool) {
	s := v.text
	w := writer{from: v}
	for j := i; ; {
		eol := lineEnd(s, j)
		size := strings.TrimRight(s[j:eol], "\r ")
		if k := strings.IndexByte(size, ';'); k > 0 {
			size = size[:k]
		}
		n, isHex := hex(size, 0, len(size))
		if !isHex || eol >= len(s) {
			return nil, i, false
		}
		if n == 0 {
			return w.view("chunked", i, eol), eol, len(w.buf) > 0
		}
		data := eol + 1
		if data+n >= len(s) { // cut off within the chunk
			w.keep(data, len(s))
			return w.view("chunked", i, len(s)), len(s), data < len(s)
		}
		w.keep(data, data+n)
		switch {
		case s[data+n] == '\n':
			j = data + n + 1
		case strings.HasPrefix(s[data+n:], "\r\n"):
			j = data + n + 2
		default:
			return nil, i, false
		}
		if j >= len(s) {
			return w.view("chunked", i, j), j, true
		}
	}
}

// lineEnd is where the line of s[i] ends: at its line feed, or at the end of the text.
func lineEnd(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s)
}
