package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
	"unicode/utf8"
)

// carriers take off what runs through the lines of a body that begins at v.text[i], on the
// line that begins at line: one signature, tried in this order. end is where the body ends,
// or, where ok is false, up to where there is none in this carrier. limit is where the next
// message begins, as far as the lines tell without a carrier. To add one, add it here and its
// cases to the table of its test.
var carriers = [...]func(v *view, line, i, limit int) (inner *view, end int, ok bool){unprefixed, unwrapped}

// maxPrefix is the longest prefix of the lines of a body.
const maxPrefix = 512

// unprefixed strips what stands before every line of a body that begins at v.text[i]: the
// marks of quoted mail, of a comment or a diff, the prefix of a log. line is where the line
// of i begins. ok is false unless the body goes on over lines with the same prefix, figures
// aside.
func unprefixed(v *view, line, i, _ int) (inner *view, end int, ok bool) {
	s := v.text
	prefix := s[line:i]
	if i-line > maxPrefix || strings.TrimSpace(prefix) == "" || strings.IndexByte(prefix, '{') >= 0 {
		return nil, i, false
	}
	stop := v.lineEnd(i)
	if stop-i > maxLine {
		return nil, i, false
	}
	var b balance
	for j := i; j < stop; j++ {
		b.next(s[j])
	}
	if b.depth <= 0 {
		return nil, i, false
	}
	if !samePrefix(s, stop+1, prefix) {
		prefix = strings.TrimRight(prefix, " ")
	}
	w := writer{from: v}
	w.keep(i, stop)
	for end = stop; samePrefix(s, end+1, prefix) && goesOn(s, end+1+len(prefix), prefix, s[i:stop]); {
		next := text.LineEnd(s, end+1)
		w.keep(end, end+1)
		w.keep(end+1+len(prefix), next)
		end = next
	}
	if end == stop {
		return nil, i, false // one line, or one that is too long
	}
	return w.view("spaces", i, end), end, true
}

// samePrefix reports whether s[i:] begins like prefix, figures aside: a time, a number of a
// line, an offset as curl --trace prints it.
func samePrefix(s string, i int, prefix string) bool {
	if i+len(prefix) > len(s) {
		return false
	}
	offset := strings.HasSuffix(strings.TrimRight(prefix, " "), ":") && len(prefix) < 10
	for k := 0; k < len(prefix); k++ {
		c, p := s[i+k], prefix[k]
		switch {
		case c == p, text.Digit(c) && text.Digit(p),
			offset && text.HexDigit(c) && text.HexDigit(p),
			text.Digit(c) && p == ' ' && k+1 < len(prefix) && text.Digit(prefix[k+1]),
			text.Digit(p) && c == ' ' && k+1 < len(prefix) && text.Digit(s[i+k+1]):
		default:
			return false
		}
	}
	return true
}

// Lines that were broken at a fixed width are at least this long.
const minWidth = 40

// maxLine is the longest first line of a body that goes on over others.
const maxLine = 2048

// unwrapped joins the lines of a body that begins at v.text[i], if they were broken at a
// fixed width, without regard to words. ok is false unless a break stands inside a token and
// all lines but the last are of one width; end is where that shows.
func unwrapped(v *view, line, i, limit int) (inner *view, end int, ok bool) {
	s := v.text
	stop := v.lineEnd(i)
	if stop-i > maxLine || stop == len(s) || s[stop] != '\n' || stop-line < minWidth || i-line > maxLine || stop >= limit {
		return nil, i, false
	}
	width := visible(s[line:stop])
	var b balance
	w := writer{from: v}
	inside, full := false, 0
	for at := i; ; {
		eol := stop
		if eol > at && s[eol-1] == '\r' {
			eol--
		}
		w.keep(at, eol)
		for ; at < eol; at++ {
			b.next(s[at])
		}
		if b.closed() || stop >= limit || stop-line > 4*width || visible(s[line:stop]) != width {
			break
		}
		full++
		next := stop + 1
		inside = inside || next < len(s) && s[next] > ' ' && (b.quoted || text.WordByte(s[eol-1]) && text.WordByte(s[next]))
		line, at, stop = next, next, text.LineEnd(s, next)
	}
	usual := width%10 == 0 || width == 64 || width == 72 || width == 76 || width == 78 || width == 79
	if !inside || full < 2 && !usual {
		return nil, stop, false
	}
	return w.view("wrapped", i, stop), stop, true
}

// visible is the width of a line in characters.
func visible(line string) int { return utf8.RuneCountInString(strings.TrimSuffix(line, "\r")) }

// dechunked joins the chunks of an HTTP body that begins at v.text[i] with the size of the
// first one. ok is false unless the sizes fit; end is then where they do no more.
func dechunked(v *view, i int) (inner *view, end int, ok bool) {
	s := v.text
	w := writer{from: v}
	for j := i; ; {
		eol := text.LineEnd(s, j)
		size := strings.TrimRight(s[j:eol], "\r ")
		if k := strings.IndexByte(size, ';'); k > 0 {
			size = size[:k]
		}
		n, isHex := text.Hex(size, 0, len(size))
		if !isHex || eol >= len(s) {
			return nil, j, false
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
			return nil, j, false
		}
		if j >= len(s) {
			return w.view("chunked", i, j), j, true
		}
	}
}
