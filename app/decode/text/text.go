// Package text reads a text through whatever it was put in, and keeps its places.
//
// A View is a text read out of another one: however many charsets, escapes and prefixes were
// taken off to get it, Span gives the place of each of its parts in the text as it was given.
// Reading.Read takes a text as a whole: UTF-16, Windows-1251, a terminal's colours. Encoded, Base64,
// Unescaped, Carried and Dechunked take one layer off a part of a view. None of them fails or
// goes over a text more than a few times; none knows what the text is about.
//
// Beside that it has what all readers of a text look at: bytes and the words made of them.
//
//	charset.go, colour.go            a text as a whole
//	encoding.go, balance.go          percent-encoding, entities, escapes, up to the bracket that closes a body
//	base64.go, hexdump.go, chunk.go  likewise, by their own rules
//	carrier.go                       what runs through the lines of a body
//	escape.go                        an escape or an entity
//	view.go                          the places
//	word.go, text.go                 words and bytes
//	finder.go                        many words in a long text at once
package text

import (
	"sort"
	"strings"
)

// Quotes. A string that begins with one of a group ends with any of the group.
const (
	DoubleQuotes      = "\""
	SingleQuotes      = "'"
	CurlyDoubleQuotes = "\"“”„‟«»″＂"
	CurlySingleQuotes = "'‘’‚‛′´`"
)

// Digit and Letter tell ASCII's digits and letters.
func Digit(c byte) bool { return c-'0' < 10 }

func Letter(c byte) bool { return c|0x20-'a' < 26 }

// WordByte reports whether c can be part of a name.
func WordByte(c byte) bool { return Letter(c) || Digit(c) || c == '_' }

func HexDigit(c byte) bool { return Digit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// Alphabetic reports whether r is a Latin letter, or one of another alphabet.
func Alphabetic(r rune) bool { return r < 0x80 && Letter(byte(r)) || r > 0x400 }

// BeginsWord reports whether s[i] begins a word of Latin or Cyrillic letters.
func BeginsWord(s string, i int) bool {
	c := s[i]
	return Letter(c) || c == '_' || c == '$' || c == '@' || (c == 0xd0 || c == 0xd1)
}

func AllDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// UpperAt reports whether s[i] is a capital Latin letter.
func UpperAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }

// At reports whether s[i:] begins with p.
func At(s string, i int, p string) bool { return len(s)-i >= len(p) && s[i:i+len(p)] == p }

// HexAt reports whether the two digits want stand at s[i], letter case aside.
func HexAt(s string, i int, want string) bool {
	return i+2 <= len(s) && strings.EqualFold(s[i:i+2], want)
}

// Hex reads n hexadecimal digits at s[i], six at most.
func Hex(s string, i, n int) (int, bool) {
	if n <= 0 || n > 6 || i+n > len(s) {
		return 0, false
	}
	v := 0
	for _, c := range []byte(s[i : i+n]) {
		switch {
		case Digit(c):
			v = v<<4 | int(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = v<<4 | int(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return v, true
}

// Decimal reads all of s as a number of at most seven digits.
func Decimal(s string) (int, bool) {
	if s == "" || len(s) > 7 {
		return 0, false
	}
	v := 0
	for _, c := range []byte(s) {
		if !Digit(c) {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// Among is the length of the character at s[i] if it is one of set, else 0.
func Among(s string, i int, set string) int {
	if s[i] < 0x80 {
		if strings.IndexByte(set, s[i]) >= 0 {
			return 1
		}
		return 0
	}
	for _, r := range set {
		if c := string(r); r >= 0x80 && At(s, i, c) {
			return len(c)
		}
	}
	return 0
}

// Invisible is the length of a character at s[i] that messengers put in and nobody sees.
func Invisible(s string, i int) int {
	if s[i] < 0xc2 {
		return 0
	}
	for _, c := range [...]string{"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f"} {
		if At(s, i, c) {
			return len(c)
		}
	}
	return 0
}

// LineEnd is where the line of s[i] ends: at its line feed, or at the end of the text.
func LineEnd(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s)
}

// SkipSpaces is where the spaces and line ends at s[i] end.
func SkipSpaces(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r') {
		i++
	}
	return i
}

// SpacesBefore is where the spaces and line ends before s[j] begin.
func SpacesBefore(s string, j int) int {
	for j > 0 && (s[j-1] == ' ' || s[j-1] == '\n' || s[j-1] == '\t' || s[j-1] == '\r') {
		j--
	}
	return j
}

// A Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Contains reports whether t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Union is the least span that s and t lie in.
func (s Span) Union(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Join sorts spans and makes one of those that overlap.
func Join(spans []Span) []Span {
	if len(spans) < 2 {
		return spans
	}
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start < last.End {
			last.End = max(last.End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
