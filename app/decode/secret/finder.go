package secret

import (
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// A finder goes through a text.
type finder struct {
	s    string
	list []Finding
	name name

	looked    int // up to where the options of a command line, or what is in brackets, was looked at
	from, end int // a value without spaces, and where it ends: what was asked for last
	line, eol int // likewise a line

	heading, rows int // the line that names columns, and where its rows end
}

func (f *finder) add(k Kind, i, j int) {
	f.list = append(f.list, Finding{text.Span{Start: i, End: j}, k})
}

// hide notes a secret at s[i:j], unless it is masked already or no value at all. It returns
// where it ends.
func (f *finder) hide(i, j int) int {
	if i < j && !IsMasked(f.s[i:j]) {
		f.add(Secret, i, j)
	}
	return j
}

// most is how far what is in brackets and the options of a command line are looked through, and
// near how far the members of an object, or the attributes of a tag.
const (
	most = 2048
	near = 256
)

const nbsp = "\u00a0"

// A place is where the value of a name begins.
type place struct {
	start int  // of the name
	at    int  // of the value
	quote int  // where the quote before it stands; -1 if there is none
	tag   bool // it ends at the next tag
}

// Where values end.

// wordEnd is where a value without spaces ends.
func (f *finder) wordEnd(i int) int {
	if i >= f.from && i < f.end {
		return f.end
	}
	f.from, f.end = i, endOfWord(f.s, i)
	return f.end
}

func endOfWord(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c == '\\' && i+1 < len(s) && s[i+1] == '/' {
			i += 2
			continue
		}
		if c <= ' ' || strings.IndexByte("\"'`,;&<>{}[]()|\\", c) >= 0 || c == '%' && (text.HexAt(s, i+1, "22") ||
			text.HexAt(s, i+1, "20")) {
			return i
		}
		if c >= 0xc2 && text.Among(s, i, text.CurlyDoubleQuotes+nbsp) > 0 {
			return i
		}
		i++
	}
	return i
}

// valueEnd is where a value ends.
func (f *finder) valueEnd(p place) int {
	s := f.s
	switch {
	case p.tag:
		part := s[p.at:min(len(s), p.at+most)]
		n := strings.IndexByte(part, '<')
		if n < 0 || !text.At(part, n, "</") {
			return p.at
		}
		return p.at + len(strings.TrimRight(strings.TrimSuffix(part[:n], "]]>"), " \t\r\n"))
	case p.quote >= 0:
		return f.closing(p.at, p.quote)
	}
	end := f.wordEnd(p.at)
	for end > p.at && strings.IndexByte(".!?", s[end-1]) >= 0 {
		end--
	}
	return end
}

// closing is where the string ends that begins at s[i] behind the quote s[quote]: at its other
// quote, escaped as often, or at the end of the line.
func (f *finder) closing(i, quote int) int {
	s := f.s
	mark := s[quote]
	depth := 0
	for quote > depth && s[quote-1-depth] == '\\' {
		depth++
	}
	for i < len(s) {
		switch c := s[i]; {
		case c == '\n':
			return i
		case c == mark && mark < utf8.RuneSelf, mark >= utf8.RuneSelf && c >= 0xc2 &&
			text.Among(s, i, text.CurlyDoubleQuotes) > 0:
			return i
		case c == '\\':
			n := 1
			for i+n < len(s) && s[i+n] == '\\' {
				n++
			}
			i += n
			if i == len(s) || s[i] != mark {
				continue
			}
			if n < depth || (n-depth)%(2*depth+2) == 0 {
				return i - min(n, depth)
			}
		}
		i++
	}
	return i
}

// lineEnd is where the line of s[i] ends.
func (f *finder) lineEnd(i int) int {
	if i < f.line || i > f.eol || f.eol == 0 {
		f.line, f.eol = i, text.LineEnd(f.s, i)
	}
	return f.eol
}

// random reports whether a value looks as if it was drawn at random: long, of letters and
// figures.
func random(s string) bool {
	s = strings.TrimRight(s, ".:!?")
	return len(s) >= 8 && strings.ContainsAny(s, "0123456789") && strings.IndexByte(s, '/') < 0 &&
		strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf && text.Letter(byte(r)) }) >= 0
}
