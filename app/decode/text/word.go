package text

import "strings"

// A Fold says of each byte what a word has instead: its lower case, cyrillic for the first of
// two bytes that fold together, 0 where no word goes on. Texts are mostly words, and a table
// reads them about twice as fast as comparisons do.
type Fold [256]byte

const cyrillic = 1

// NewFold is the fold of letters and digits, and of the marks that may stand in a word.
func NewFold(marks string) (f Fold) {
	for c := range f {
		switch b := byte(c); {
		case Letter(b):
			f[c] = b | 0x20
		case Digit(b):
			f[c] = b
		}
	}
	for _, c := range []byte(marks) {
		f[c] = c
	}
	f[0xd0], f[0xd1] = cyrillic, cyrillic
	return f
}

// Folded writes the word at s[i] to room and returns where it ends. n is the number of its
// bytes, which can be more than there is room for.
func (f *Fold) Folded(s string, i int, room []byte) (end, n int) {
	for end = i; end < len(s); end++ {
		c := f[s[end]]
		if c <= cyrillic {
			if c == 0 || end+1 == len(s) {
				break
			}
			pair := LowerCyrillic(s[end], s[end+1])
			if n+1 < len(room) {
				room[n], room[n+1] = pair[0], pair[1]
			}
			n += 2
			end++
			continue
		}
		if n < len(room) {
			room[n] = c
		}
		n++
	}
	return end, n
}

// LowerCyrillic is the lower-case form of a letter of two bytes.
func LowerCyrillic(a, b byte) [2]byte {
	switch {
	case a == 0xd0 && b >= 0x90 && b <= 0x9f:
		return [2]byte{0xd0, b + 0x20}
	case a == 0xd0 && b >= 0xa0 && b <= 0xaf:
		return [2]byte{0xd1, b - 0x20}
	case a == 0xd0 && b == 0x81:
		return [2]byte{0xd1, 0x91}
	}
	return [2]byte{a, b}
}

// A Lexicon says what words mean. It is looked into for every word of a text: a few bytes of
// the word find its entry, which a map would hash whole.
type Lexicon[V any] [256][]entry[V]

type entry[V any] struct {
	word  string
	value V
}

// Add adds words, in lower case and with spaces between them, that all mean one thing.
func (l *Lexicon[V]) Add(value V, words string) {
	for w := range strings.FieldsSeq(words) {
		k := bucket([]byte(w))
		l[k] = append(l[k], entry[V]{w, value})
	}
}

// Of is what a word means; the zero value if it is not in the lexicon.
func (l *Lexicon[V]) Of(word []byte) (v V) {
	for _, e := range l[bucket(word)] {
		if e.word == string(word) {
			return e.value
		}
	}
	return v
}

// bucket hashes the ends of a word and its length.
func bucket(word []byte) byte {
	n := len(word)
	if n == 0 {
		return 0
	}
	return word[0] + 7*word[n-1] + 31*word[n/2] + byte(n)
}
