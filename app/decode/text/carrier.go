package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// carriers take off what runs through the lines of a body that begins at v.Text[i], on the
// line that begins at line: one signature, tried in this order. end is where the body ends,
// or, where ok is false, up to where there is none in this carrier. limit is where the next
// message begins, as far as the lines tell without a carrier. To add one, add it here and its
// cases to the table of its test.
var carriers = [...]func(v *View, line, i, limit int, goesOn GoesOn) (inner *View, end int, ok bool){
	unprefixed, framed, unwrapped,
}

// GoesOn reports whether the line of s[i], which has the prefix of the line before, can go on
// with a body whose first line is first: whether no record of its own begins there.
type GoesOn func(s string, i int, prefix, first string) bool

// Tried is up to where there is no body in each carrier.
type Tried [len(carriers)]int

// Carried takes off what runs through the lines of a body that begins at v.Text[i].
func Carried(v *View, line, i, limit int, tried *Tried, goesOn GoesOn) (inner *View, end int, ok bool) {
	for k, carrier := range carriers {
		if i < tried[k] {
			continue
		}
		if inner, end, ok = carrier(v, line, i, limit, goesOn); ok {
			return inner, end, true
		}
		tried[k] = end
	}
	return nil, i, false
}

// MaxPrefix is the longest prefix of the lines of a body.
const MaxPrefix = 512

// unprefixed strips what stands before every line of a body that begins at v.Text[i]: the
// marks of quoted mail, of a comment or a diff, the prefix of a log. line is where the line
// of i begins. On it, text of its own may stand behind the prefix. ok is false unless the body
// goes on over lines with the same prefix, figures aside.
func unprefixed(v *View, line, i, _ int, goesOn GoesOn) (inner *View, end int, ok bool) {
	s := v.Text
	prefix := s[line:i]
	if i-line > MaxPrefix || strings.TrimSpace(prefix) == "" || strings.IndexByte(prefix, '{') >= 0 {
		return nil, i, false
	}
	stop := v.LineEnd(i)
	if stop-i > MaxLine || stop == len(s) {
		return nil, i, false
	}
	first := strings.TrimRight(s[i:stop], " \t\r")
	if !opens(first) {
		return nil, i, false
	}
	if !SamePrefix(s, stop+1, prefix) {
		if strings.IndexByte("{[(,:", first[len(first)-1]) < 0 {
			return nil, i, false // it does not go on
		}
		if prefix = shared(prefix, s[stop+1:LineEnd(s[:min(len(s), stop+MaxPrefix)], stop+1)]); prefix == "" {
			return nil, i, false
		}
	}
	w := Writer{From: v}
	w.Keep(i, stop)
	for end = stop; end < len(s); {
		from, ok := prefixed(s, end+1, prefix)
		if !ok || !goesOn(s, from, prefix, s[i:stop]) {
			break
		}
		next := LineEnd(s, from)
		w.Keep(end, end+1)
		w.Keep(from, next)
		end = next
	}
	if end == stop {
		return nil, i, false // one line, or one that is too long
	}
	return w.View("spaces", i, end), end, true
}

// opens reports whether the first line of a body opens what the next ones go on with: a bracket, a
// parenthesis that stands alone as print_r writes it, a key of YAML.
func opens(first string) bool {
	if c := first[0]; c != '{' && c != '[' {
		return first == "(" || first[len(first)-1] == ':'
	}
	var b Balance
	for j := range len(first) {
		b.Next(first[j])
	}
	return b.Depth > 0
}

// framed joins the lines of a body that begins at v.Text[i], if something stands around each
// of its parts: the border of a window on both sides, or what a container's log has before a
// part of a line, 2024-03-05T07:11:12.3Z stdout P.
func framed(v *View, line, i, _ int, _ GoesOn) (inner *View, end int, ok bool) {
	s := v.Text
	if i-line > MaxPrefix {
		return nil, i, false
	}
	part := borderPart
	if !At(s, line, border) {
		if part = logPart; !strings.Contains(s[line:i], " P ") {
			return nil, i, false
		}
	}
	w := Writer{From: v}
	var b Balance
	for at, from := line, i; ; {
		begin, stop, more := part(s, at)
		if begin < 0 {
			break
		}
		from = max(from, begin)
		w.Keep(from, stop)
		for k := from; k < stop; k++ {
			b.Next(s[k])
		}
		end = v.LineEnd(stop)
		if b.Closed() || !more || end == len(s) {
			break
		}
		at, from = end+1, end+1
	}
	if end <= v.LineEnd(i) {
		return nil, i, false
	}
	return w.View("wrapped", i, end), end, true
}

const border = "│"

// borderPart is what stands between the borders of the line at s[i]; -1 if there are none.
func borderPart(s string, i int) (from, to int, more bool) {
	end := LineEnd(s, i)
	line := strings.TrimRight(s[i:end], " \t\r")
	if len(line) < 2*len(border) || !strings.HasPrefix(line, border) || !strings.HasSuffix(line, border) {
		return -1, -1, false
	}
	from, to = i+len(border), i+len(line)-len(border)
	if s[from] == ' ' {
		from++
	}
	if to > from && s[to-1] == ' ' {
		to--
	}
	return from, to, true
}

// logPart is what stands behind the mark of a container's log on the line at s[i]; -1 if there is
// none. more is whether the line goes on on the next one.
func logPart(s string, i int) (from, to int, more bool) {
	end := LineEnd(s, i)
	for _, mark := range [...]string{" stdout P ", " stderr P ", " stdout F ", " stderr F "} {
		if n := strings.Index(s[i:min(end, i+64)], mark); n > 0 {
			return i + n + len(mark), i + len(strings.TrimRight(s[i:end], "\r")), mark[8] == 'P'
		}
	}
	return -1, -1, false
}

// shared is the prefix that two lines have in common, figures aside, as the first one has it;
// it ends behind a space or a mark, and is empty if it is nothing but spaces.
func shared(a, b string) string {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		if Digit(a[i]) && Digit(b[j]) {
			i, j = figures(a, i), figures(b, j)
		} else if a[i] == b[j] {
			i, j = i+1, j+1
		} else if a[i] == ' ' && Digit(b[j]) && i+1 < len(a) {
			i++ // padded
		} else if b[j] == ' ' && Digit(a[i]) && j+1 < len(b) {
			j++
		} else {
			break
		}
	}
	for i > 0 && strings.IndexByte(" \t:|>])#*-", a[i-1]) < 0 && !strings.HasSuffix(a[:i], "│") {
		i--
	}
	if strings.TrimSpace(a[:i]) == "" {
		return ""
	}
	return a[:i]
}

// prefixed is where the line of s[i] goes on behind a prefix, figures and the spaces at the
// prefix's end aside.
func prefixed(s string, i int, prefix string) (end int, ok bool) {
	if SamePrefix(s, i, prefix) {
		return i + len(prefix), true
	}
	k := 0
	for k < len(prefix) {
		if i >= len(s) || s[i] == '\n' || s[i] == '\r' {
			return i, strings.TrimSpace(prefix[k:]) == "" && strings.TrimSpace(prefix[:k]) != ""
		}
		switch p := prefix[k]; {
		case Digit(p) && Digit(s[i]):
			k, i = figures(prefix, k), figures(s, i)
		case p == s[i]:
			k, i = k+1, i+1
		case p == ' ' && Digit(s[i]):
			k++
		case s[i] == ' ' && Digit(p):
			i++
		default:
			return i, false
		}
	}
	return i, true
}

// figures is where the digits at s[i] end.
func figures(s string, i int) int {
	for i < len(s) && Digit(s[i]) {
		i++
	}
	return i
}

// SamePrefix reports whether s[i:] begins like prefix, figures aside: a time, a number of a
// line, an offset as curl --trace prints it.
func SamePrefix(s string, i int, prefix string) bool {
	if i+len(prefix) > len(s) {
		return false
	}
	offset := len(prefix) < 10 && len(prefix) > 4 && HexDigit(prefix[0]) &&
		strings.HasSuffix(strings.TrimRight(prefix, " "), ":")
	for k := 0; k < len(prefix); k++ {
		c, p := s[i+k], prefix[k]
		switch {
		case c == p, Digit(c) && Digit(p),
			offset && HexDigit(c) && HexDigit(p),
			Digit(c) && p == ' ' && k+1 < len(prefix) && Digit(prefix[k+1]),
			Digit(p) && c == ' ' && k+1 < len(prefix) && Digit(s[i+k+1]):
		default:
			return false
		}
	}
	return true
}

// Lines that were broken at a fixed width are at least this long.
const minWidth = 40

// MaxLine is the longest first line of a body that goes on over others.
const MaxLine = 2048

// unwrapped joins the lines of a body that begins at v.Text[i], if they were broken at a
// fixed width, without regard to words. ok is false unless a break stands inside a token and
// all lines but the last are of one width; end is where that shows.
func unwrapped(v *View, line, i, limit int, _ GoesOn) (inner *View, end int, ok bool) {
	s := v.Text
	stop := v.LineEnd(i)
	if stop-line < minWidth || max(stop-i, i-line) > MaxLine || stop >= min(limit, len(s)) {
		return nil, i, false
	}
	width := visible(s[line:stop])
	var b Balance
	w := Writer{From: v}
	inside, full := false, 0
	for at := i; ; {
		eol := stop
		if eol > at && s[eol-1] == '\r' {
			eol--
		}
		w.Keep(at, eol)
		for ; at < eol; at++ {
			b.Next(s[at])
		}
		if b.Closed() || stop >= limit || stop-line > 4*width || visible(s[line:stop]) != width {
			break
		}
		full++
		next := stop + 1
		inside = inside || next < len(s) && s[next] > ' ' && (b.Quoted || WordByte(s[eol-1]) && WordByte(s[next]))
		line, at, stop = next, next, LineEnd(s, next)
	}
	if !inside || full < 2 && width%10 > 0 && !slices.Contains(usualWidths[:], width) {
		return nil, stop, false
	}
	return w.View("wrapped", i, stop), stop, true
}

// usualWidths are widths at which lines are broken, beside full tens.
var usualWidths = [...]int{64, 72, 76, 78, 79}

// visible is the width of a line in characters.
func visible(line string) int { return utf8.RuneCountInString(strings.TrimSuffix(line, "\r")) }
