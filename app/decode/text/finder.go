package text

import (
	"bytes"
	"iter"
)

// A Finder finds words in a text, all in one pass that takes the same few steps for every byte. In a
// word a small letter is that letter in either case, 9 is a digit, 4 is 4 or 5, ^ is any byte but a
// Latin letter, ! any but that of a number or a name, and the beginning of the text is either.
type Finder struct {
	class   [256]uint16              // what the words do not tell apart has one class
	next    [states * classes]uint16 // by the state, a multiple of classes, and the class of the next byte
	kinds   [states]uint16           // of the words that end in the state over classes
	begin   uint16                   // the state at the beginning
	ends    uint16                   // from this state on, words end
	longest int                      // of the words
}

// How many states and classes there may be.
const states, classes = 1024, 64

// NewFinder is a Finder of lists of words, sixteen at most: the kind of a word is a bit, by its list.
func NewFinder(lists ...[]string) *Finder {
	f := &Finder{}
	var symbols []byte // of the words, one of each
	var places []place // of the words, one behind the other
	var first []uint16 // those where words begin
	for k, list := range lists {
		for _, word := range list {
			first, f.longest = append(first, uint16(len(places))), max(f.longest, len(word))
			for _, c := range []byte(word) {
				at := bytes.IndexByte(symbols, c)
				if at < 0 {
					at, symbols = len(symbols), append(symbols, c)
				}
				places = append(places, place{symbol: at})
			}
			places[len(places)-1].kinds = 1 << k
		}
	}
	var known []string // of each class, which of the symbols its bytes are
	for c := range f.class {
		is, k := make([]byte, len(symbols)), 0
		for i, symbol := range symbols {
			if isSymbol(symbol, byte(c)) {
				is[i] = 1
			}
		}
		for k < len(known) && known[k] != string(is) {
			k++
		}
		if k == len(known) {
			known = append(known, string(is))
		}
		f.class[c] = uint16(k)
	}
	f.build(places, first, known)
	f.begin = f.at("\n", 1)
	return f
}

// A place is one in a word.
type place struct {
	symbol int
	kinds  uint16 // of the word if it ends here
}

// A state is the places that a text has come to, and the kinds of the words that ended with it.
type state struct {
	at    []uint16
	kinds uint16
}

// build finds the states of a text.
func (f *Finder) build(places []place, first []uint16, known []string) {
	step := func(to *state, at []uint16, is string) {
		for _, p := range at {
			if is[places[p].symbol] == 0 {
				continue
			}
			if to.kinds |= places[p].kinds; places[p].kinds == 0 {
				to.at = append(to.at, p+1)
			}
		}
	}
	begun := make([]state, len(known)) // where words are whose first byte is of the class
	for class, is := range known {
		step(&begun[class], first, is)
	}
	var all []state
	numbers := map[string]int{}
	number := func(s state) int {
		id := []byte{byte(s.kinds), byte(s.kinds >> 8)}
		for _, p := range s.at {
			id = append(id, byte(p), byte(p>>8))
		}
		k, ok := numbers[string(id)]
		if !ok {
			k = len(all)
			numbers[string(id)], all = k, append(all, s)
		}
		return k
	}
	number(state{})
	var next []int // by the state and the class
	for i := 0; i < len(all); i++ {
		for class, is := range known {
			to := state{}
			if step(&to, all[i].at, is); to.at == nil && to.kinds == 0 && i > 0 {
				next = append(next, next[class]) // nothing goes on
				continue
			}
			to.at, to.kinds = append(to.at, begun[class].at...), to.kinds|begun[class].kinds
			next = append(next, number(to))
		}
	}
	if len(all) > states || len(known) > classes {
		panic("text: too many words for a Finder")
	}
	f.order(all, next, len(known))
}

// order puts the states in their order, with the next ones, of which each has so many: those in which words
// end come last.
func (f *Finder) order(all []state, next []int, each int) {
	n, order := uint16(0), make([]uint16, len(all))
	for _, ends := range [...]bool{false, true} {
		f.ends = n * classes
		for i := range all {
			if all[i].kinds != 0 == ends {
				order[i], f.kinds[n] = n*classes, all[i].kinds
				n++
			}
		}
	}
	for i, k := range next {
		f.next[int(order[i/each])+i%each] = order[k]
	}
}

// isSymbol reports whether a byte is what a symbol of a word stands for.
func isSymbol(symbol, c byte) bool {
	switch symbol {
	case '9':
		return Digit(c)
	case '4':
		return c == '4' || c == '5'
	case '^':
		return !Letter(c)
	case '!':
		return !WordByte(c) && c != '-' && c != '.'
	}
	return c == symbol || Letter(symbol) && c|0x20 == symbol
}

// A found word ends at a place.
type found struct {
	end   int
	kinds uint16
}

// All are the places of a text where words end, and the kinds of these.
func (f *Finder) All(s string) iter.Seq2[int, uint16] {
	return func(yield func(end int, kinds uint16) bool) {
		var quarters [4][]found
		for i := 0; i < len(s); i += block {
			f.find(s, i, min(i+block, len(s)), &quarters)
			for k, list := range quarters {
				for _, w := range list {
					if !yield(w.end, w.kinds) {
						return
					}
				}
				quarters[k] = list[:0]
			}
		}
	}
}

// block is how much of a text is gone through at once.
const block = 32 << 10

// find goes through s[from:to] in four places at once: what the processor waits for in one of them it
// does in the others.
func (f *Finder) find(s string, from, to int, quarters *[4][]found) {
	n := (to - from) / 4
	a, b, c, d := f.at(s, from), f.at(s, from+n), f.at(s, from+2*n), f.at(s, from+3*n)
	sa, sb, sc, sd := s[from:from+n], s[from+n:from+2*n], s[from+2*n:from+3*n], s[from+3*n:to]
	for i := 0; i < len(sa) && i < len(sb) && i < len(sc) && i < len(sd); i++ {
		a = f.next[a|f.class[sa[i]]]
		b = f.next[b|f.class[sb[i]]]
		c = f.next[c|f.class[sc[i]]]
		d = f.next[d|f.class[sd[i]]]
		if a >= f.ends || b >= f.ends || c >= f.ends || d >= f.ends {
			for k, state := range [...]uint16{a, b, c, d} {
				if state >= f.ends {
					quarters[k] = append(quarters[k], found{from + k*n + i + 1, f.kinds[state/classes]})
				}
			}
		}
	}
	for i := from + 4*n; i < to; i++ {
		if d = f.next[d|f.class[s[i]]]; d >= f.ends {
			quarters[3] = append(quarters[3], found{i + 1, f.kinds[d/classes]})
		}
	}
}

// at is the state at s[i].
func (f *Finder) at(s string, i int) uint16 {
	state := f.begin
	for _, c := range []byte(s[max(0, i-f.longest):i]) {
		state = f.next[state|f.class[c]]
	}
	return state
}
