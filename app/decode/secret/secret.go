// Package secret finds in a text what must not be repeated: tokens, passwords, cookies,
// headers of authorization; and what is somebody's: phones, e-mail addresses, taxpayers'
// numbers, ids of devices and users.
//
// A secret is known by its name, by its form or by its place. The tables of words in words.go
// say which names are those of secrets, and they are the only ones: the data of the embedded
// element are made of them, so to add a name, add its words there. The text is looked at as it
// is: what is written otherwise in it, as \u0430 or %20, a caller puts in its place first and
// looks again. Find takes time linear in the text, Values.Find n log n.
//
//	secret.go, form.go     what a text has: by its form and place, or by a name
//	carry.go, apart.go     where the value of a name begins
//	table.go               the columns that names head
//	header.go, list.go     the values of headers, those in brackets and of options
//	personal.go            what is somebody's
//	finder.go              where a value ends
//	name.go, words.go      what a name means, by the words in it
//	kind.go                what was found
//	sign.go                lines of a long text that need not be looked at
//	values.go              values that are covered wherever they recur
package secret

import (
	"sort"
	"strings"

	"evotor-errors/app/decode/text"
)

// Find finds the secrets and the personal data of a text, in its order.
func Find(s string) []Finding { return Append(nil, s) }

// Append does so in the room of a list, which is empty.
func Append(list []Finding, s string) []Finding {
	f := finder{s: s, list: list}
	f.look(0, len(s))
	return ordered(f.list)
}

// AppendIn does so in some lines of a text, which lie in order and apart.
func AppendIn(list []Finding, s string, lines []text.Span) []Finding {
	f := finder{s: s, list: list}
	end := 0
	for _, l := range lines {
		end = f.look(max(end, l.Start), l.End)
	}
	return ordered(f.list)
}

// look looks at s[i:end] and returns where to go on.
func (f *finder) look(i, end int) int {
	s := f.s
	for i < end {
		for i < end && !telling[s[i]] {
			i++
		}
		if i == end {
			break
		}
		c := s[i]
		switch {
		case text.Letter(c) || c == 0xd0 || c == 0xd1:
			i = max(f.word(i), i+1)
		case c == '\\' && i+1 < len(s) && (s[i+1] == 'n' || s[i+1] == 'r'):
			i += 2
		case c == '@':
			f.address(i)
			i++
		case c == '%' && i+3 < len(s) && text.HexDigit(s[i+1]) && text.HexDigit(s[i+2]):
			i += 3
		case text.Digit(c) || c == '+' && i+1 < len(s) && text.Digit(s[i+1]):
			i = f.figures(i)
		case c == '-' && text.At(s, i, begin):
			i = f.privateKey(i)
		default:
			i++
		}
	}
	return i
}

// telling are the bytes that what is looked at begins with.
var telling = func() (t [256]bool) {
	for c := range t {
		t[c] = text.Letter(byte(c)) || text.Digit(byte(c)) || c == 0xd0 || c == 0xd1 ||
			strings.IndexByte("\\@%+-", byte(c)) >= 0
	}
	return t
}()

// ordered sorts findings, without those that lie in one before.
func ordered(list []Finding) []Finding {
	if len(list) < 2 {
		return list
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Start < list[j].Start })
	out := list[:0]
	for _, f := range list {
		if n := len(out); n == 0 || !out[n-1].Contains(f.Span) || out[n-1].Kind > f.Kind {
			out = append(out, f)
		}
	}
	return out
}

// word looks at the word at s[i] and hides the secret that it names or is. It returns where to
// go on: at the end of the word, or of the secret.
func (f *finder) word(i int) int {
	s, n := f.s, &f.name
	if end := smallEnd(s, i); end > i && saysNothing(s[i:end]) {
		return end // most words
	}
	if end := russianEnd(s, i); end > i {
		return end // likewise
	}
	end := n.read(s, i)
	if i > 0 && (text.Letter(s[i-1]) || text.Digit(s[i-1])) && !(i > 2 && (s[i-3] == '%' || s[i-2] == '\\')) {
		return end
	}
	if to, ok := f.addressed(i, end); ok {
		return to
	}
	return f.meant(i, end)
}

// smallEnd is where the word of small letters at s[i] ends, if it is a name by itself and begins no
// address; else i.
func smallEnd(s string, i int) int {
	end := i
	for end < len(s) && s[end]-'a' < 26 {
		end++
	}
	if end < len(s) && (s[end] == '"' || s[end] == ' ' || s[end] == ',' || s[end] == '\n') {
		return end
	}
	return i
}

// addressed hides what stands in an address behind the word s[i:end], or the token that it begins.
func (f *finder) addressed(i, end int) (to int, ok bool) {
	s, n := f.s, &f.name
	if end == len(s) {
		return end, false
	}
	switch s[end] {
	case ':':
		if text.At(s, end, "://") {
			return f.credentials(end + 3), true
		}
		if s[i] == 'b' && i > 0 && s[i-1] == '/' && text.At(s, i, "bot") { // Telegram's
			return f.part(end + 1), true
		}
	case '.':
		if end-i >= 15 && text.At(s, i, "eyJ") {
			return f.webToken(i, end), true
		}
	case '=':
		if i > 0 && strings.IndexByte("?&;", s[i-1]) >= 0 && n.words == 1 &&
			strings.Contains(inAddress, " "+string(n.part(0, 0))+" ") {
			return f.part(end + 1), true
		}
	}
	return end, false
}

// meant hides what stands behind the word s[i:end] by what it means.
func (f *finder) meant(i, end int) int {
	s, n := f.s, &f.name
	switch c, k := n.means(); c {
	case secretWord, lastWord, looseWord, headerWord, cookieWord, cookiesWord:
		if i > 0 && s[i-1] == '/' && text.At(s, end, "/") {
			return f.part(end + 1)
		}
		f.column(i, end)
		return f.named(i, end, c)
	case keyWord:
		before := strings.TrimRight(strings.ToLower(s[max(0, i-24):i]), " -")
		behind := strings.ToLower(s[end:min(len(s), end+16)])
		for _, word := range [...]string{"api", "secret", "access", "секретный", "доступа"} {
			if strings.HasSuffix(before, word) || strings.HasPrefix(behind, " "+word) {
				return f.named(i, end, secretWord)
			}
		}
	case schemeWord:
		if to := f.schemed(end); to > end {
			return to
		}
		if end < len(s) && s[end] == '"' {
			return f.named(i, end, looseWord)
		}
	case authWord:
		if to := f.paired(end); to > end {
			return to
		}
		return f.named(i, end, looseWord)
	case commandWord:
		f.commanded(end)
	case taxpayerWord:
		f.taxpayer(end)
	case 0, kept:
		if k != 0 {
			return f.belonging(i, end, k)
		}
	}
	return end
}
