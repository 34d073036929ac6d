package decode

// A fold says of each byte what a word has instead: its lower case, cyrillic for the first of
// two bytes that fold together, 0 where no word goes on. Texts are mostly words, and a table
// reads them about twice as fast as comparisons do.
type fold [256]byte

const cyrillic = 1

var (
	wordFold = newFold("_-") // of words that are looked up as they are
	nameFold = newFold("")   // of names, whose parts dashes join
)

//go:noinline
func newFold(marks string) (f fold) {
	for c := range f {
		switch b := byte(c); {
		case isLetter(b):
			f[c] = b | 0x20
		case isDigit(b):
			f[c] = b
		}
	}
	for _, c := range []byte(marks) {
		f[c] = c
	}
	f[0xd0], f[0xd1] = cyrillic, cyrillic
	return f
}

// startsAt reports whether s[i:] begins with p. Unlike strings.HasPrefix it is inlined in the
// browser program too, where a call costs more than the comparison.
func startsAt(s string, i int, p string) bool { return len(s)-i >= len(p) && s[i:i+len(p)] == p }

// folded writes the word at s[i] to room and returns where it ends. n is the number of its
// bytes, which can be more than there is room for.
func folded(s string, i int, f *fold, room []byte) (end, n int) {
	for end = i; end < len(s); end++ {
		c := f[s[end]]
		if c <= cyrillic {
			if c == 0 || end+1 == len(s) {
				break
			}
			pair := lowerCyrillic(s[end], s[end+1])
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

// A lexicon says what words mean. It is looked into for every word of a text: a few bytes of
// the word find its entry, which a map would hash whole.
type lexicon[V any] [256][]entry[V]

type entry[V any] struct {
	word  string
	value V
}

//go:noinline
func newLexicon[V any](entries ...entry[V]) *lexicon[V] {
	l := &lexicon[V]{}
	for _, e := range entries {
		k := bucket([]byte(e.word))
		l[k] = append(l[k], e)
	}
	return l
}

// of is what a word means; the zero value if it is not in the lexicon.
func (l *lexicon[V]) of(word []byte) (v V) {
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
