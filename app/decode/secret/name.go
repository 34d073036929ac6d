package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A name is the name of a field, a variable, a header, in lower case and taken into words:
// access_token, X-Authorization, apiKey, ПарольПользователя.
type name struct {
	room   [64]byte // the words one behind the other
	n      int
	starts [12]uint8 // where each begins
	words  int
	loud   bool // there are no small letters, or they are Russian
}

// read reads the name at s[i] and returns where it ends. Of a very long one it keeps the end.
func (n *name) read(s string, i int) (end int) {
	n.n, n.words, n.loud = 0, 0, true
	fits, russian := true, false
	var before byte // the kind of the character before
	for end = i; end < len(s); {
		if next := joined(s, end); next > end {
			end, before = next, 0
			continue
		}
		kind, size, pair := character(s, end)
		n.loud = n.loud && (kind != lower || size == 2)
		russian = russian || size == 2
		if kind == 0 {
			break
		}
		if before == 0 || (before == digit) != (kind == digit) || kind == upper && (before == lower ||
			end+1 < len(s) && s[end+1]-'a' < 26) {
			fits = fits && n.begin()
		}
		if fits = fits && n.n+size <= len(n.room); fits {
			n.n += copy(n.room[n.n:], pair[:size])
		}
		before = kind
		end += size
		if kind != digit {
			for end < len(s) && s[end]-'a' < 26 && n.n < len(n.room) { // most of a text
				n.room[n.n] = s[end]
				n.n++
				end++
				before, n.loud = lower, false
			}
		}
	}
	n.loud = n.loud || russian
	if !fits && end-i > 40 {
		for i = end - 40; s[i]&0xc0 == 0x80; i++ {
		}
		return n.read(s, i)
	}
	return end
}

// joined is where the mark ends that joins the word before s[i] with the next one; i if none does.
func joined(s string, i int) int {
	if s[i] != '_' && s[i] != '-' {
		return i
	}
	next := i + 1
	for next < len(s) && next < i+3 && s[next] == '_' {
		next++
	}
	if next < len(s) && (text.Letter(s[next]) || text.Digit(s[next]) || cyrillic(s, next)) {
		return next
	}
	return i
}

// begin begins a word. It reports whether there is room for one more.
func (n *name) begin() bool {
	if n.words == len(n.starts) {
		return false
	}
	n.starts[n.words] = uint8(n.n)
	n.words++
	return true
}

// The kinds of characters of a name.
const lower, upper, digit = 'a', 'A', '0'

// character is the letter or digit at s[i], in lower case: its kind, 0 if it is none, and its size.
func character(s string, i int) (kind byte, size int, pair [2]byte) {
	switch c := s[i]; {
	case text.Letter(c):
		if c < 'a' {
			return upper, 1, [2]byte{c | 0x20}
		}
		return lower, 1, [2]byte{c}
	case text.Digit(c):
		return digit, 1, [2]byte{c}
	case (c == 0xd0 || c == 0xd1) && i+1 < len(s):
		pair = text.LowerCyrillic(c, s[i+1])
		if pair[0] != c || pair[1] != s[i+1] {
			return upper, 2, pair
		}
		return lower, 2, pair
	}
	return 0, 1, pair
}

// cyrillic reports whether s[i] is a byte of a Russian letter.
func cyrillic(s string, i int) bool {
	return s[i] == 0xd0 || s[i] == 0xd1 || s[i]&0xc0 == 0x80 && i > 0 && (s[i-1] == 0xd0 || s[i-1] == 0xd1)
}

// of is what the words from a to b say together.
func (n *name) of(a, b int) meaning { return lexicon.Of(n.part(a, b)) }

func (n *name) part(a, b int) []byte {
	end := n.n
	if b+1 < n.words {
		end = int(n.starts[b+1])
	}
	return n.room[n.starts[a]:end]
}

// last is the last word that is no number.
func (n *name) last() int {
	last := n.words - 1
	for last > 0 && text.Digit(n.room[n.starts[last]]) {
		last--
	}
	return last
}

// means is what the name says of its value, and whose that is; 0 if nothing, and nobody's.
func (n *name) means() (c class, k Kind) {
	if n.words == 0 {
		return 0, 0
	}
	last := n.last()
	one := n.of(last, last)
	if last == 0 {
		return n.class(last, one.class), one.whole
	}
	two := n.of(last-1, last)
	if k = two.whole; last > 1 {
		k = two.behind
	}
	if k == 0 {
		k = one.behind
	}
	switch {
	case two.class == secretWord, two.class == lastWord:
		return two.class, k
	case one.class == schemeWord:
		return lastWord, k
	case one.class == commandWord, one.class == keyWord:
		return 0, k
	}
	return n.class(last, one.class), k
}

// class is what the name says of its value whose last word is of the class c.
func (n *name) class(last int, c class) class {
	if c != 0 && c != kept {
		return c
	}
	if rooted(n.part(last, last)) {
		return secretWord
	}
	for k := last - 1; k >= 0; k-- {
		if !n.loud && n.of(k+1, k+1).class != kept {
			break
		}
		if n.of(k, k).class == secretWord || k > 0 && n.of(k-1, k).class == secretWord || rooted(n.part(k, k)) {
			return secretWord
		}
	}
	return 0
}

// saysNothing reports whether a word of small letters that is a name by itself says nothing of its value.
func saysNothing(word string) bool {
	var room [32]byte
	if len(word) > len(room) {
		return false
	}
	n := copy(room[:], word)
	return lexicon.Of(room[:n]) == meaning{} && !rooted(room[:n])
}

// russianEnd is where the Russian word at s[i] ends, if it is a name by itself that says nothing; else i.
func russianEnd(s string, i int) int {
	var room [32]byte
	end, n, small := i, 0, false
	for ; end+1 < len(s) && n+2 <= len(room) && (s[end] == 0xd0 || s[end] == 0xd1); end, n = end+2, n+2 {
		pair := text.LowerCyrillic(s[end], s[end+1])
		switch is := pair == [2]byte{s[end], s[end+1]}; {
		case n == 2:
			small = is
		case n > 2 && is != small:
			return i // another word may begin
		}
		room[n], room[n+1] = pair[0], pair[1]
	}
	if end == len(s) || s[end] >= 0x80 || text.WordByte(s[end]) || s[end] == '-' || text.At(s, end, "://") ||
		lexicon.Of(room[:n]) != (meaning{}) || rooted(room[:n]) {
		return i
	}
	return end
}

// rooted reports whether a word begins or ends like the name of a secret.
func rooted(word []byte) bool {
	if len(word) < 5 {
		return false
	}
	if word[0] >= 0xd0 {
		for _, begin := range begins {
			if len(word) >= len(begin) && string(word[:len(begin)]) == begin {
				return true
			}
		}
	}
	switch string(word[len(word)-2:]) {
	default:
		return false
	case "en", "rd", "wd", "ey", "et":
	}
	for _, end := range ends {
		if len(word) >= len(end) && string(word[len(word)-len(end):]) == end {
			return true
		}
	}
	return false
}

// Named is what the name of a field says of its value: Secret, or somebody's; 0 if nothing.
// The name may be a path: headers.authorization, tokens[0], /data/token.
func Named(path string) (k Kind) {
	var n name
	for i := 0; i < len(path); {
		end := n.read(path, i)
		if n.n > 0 {
			switch c, whose := n.means(); c {
			case 0, taxpayerWord, keyWord:
				if k != Secret {
					k = whose // of a path the last name counts
				}
			case commandWord:
			default:
				k = Secret
			}
		}
		for i = end; i < len(path) && strings.IndexByte("./[]\"':$-_", path[i]) >= 0; i++ {
		}
		if i == end && i < len(path) {
			return 0 // no path, but words
		}
	}
	return k
}
