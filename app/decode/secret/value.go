package secret

import (
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

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
