package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// token reads the string or word at r.i; key says whether a key is more likely than a
// value. ok is false if there is none.
func (r *reader) token(key bool) (token, bool) {
	if n, closers := quoteAt(r.s, r.i); n > 0 {
		tok := r.str(n, closers, key)
		if closers != text.DoubleQuotes {
			r.t.mend("quotes", tok.start, tok.end)
		}
		return tok, true
	}
	return r.word(key)
}

// word reads what stands without quotes: a key, a number, a literal, or words up to where
// the value must end.
func (r *reader) word(key bool) (token, bool) {
	s, from := r.s, r.i
	if tok, ok := r.digits(key); ok {
		return tok, true
	}
	to, parens, unseen := r.wordEnd(key)
	if to == from {
		return token{}, false
	}
	tok := token{kind: Bare, start: from, from: from, to: to, escaped: unseen}
	null, known, exact := literal(s[from:to])
	switch {
	case known:
		tok.null = null
		if !exact && !r.t.Dump {
			r.t.mend("literal", from, to)
		}
		tok.escaped = s[from] == 'T' || s[from] == 'F' // True is true
	case unseen && number(unescaped(s[from:to], false)), number(s[from:to]):
	default:
		if !key {
			to = r.words(to, parens)
		}
		r.t.mend("quotes", from, to)
		tok.to = to
		for tok.to > tok.from && (s[tok.to-1] == '"' || s[tok.to-1] == '\'') {
			tok.to-- // the quote before is missing
		}
		if key && to < len(s) && s[to] == '"' {
			to++ // likewise, of a key
		}
	}
	r.i, tok.end = to, to
	return tok, true
}

// digits reads a number of digits alone, a line break within it aside.
func (r *reader) digits(key bool) (token, bool) {
	s, from := r.s, r.i
	to := digitsEnd(s, from)
	if to == from || to == len(s) {
		return token{}, false
	}
	if !key && s[to] == '\n' && to+1 < len(s) && text.Digit(s[to+1]) {
		if end := digitsEnd(s, to+1); end < len(s) && strings.IndexByte(",}]", s[end]) >= 0 {
			r.t.mend("newline", to, to+1)
			r.i = end
			return token{kind: Bare, start: from, end: end, from: from, to: end, escaped: true}, true
		}
	}
	if strings.IndexByte(",}]\n ", s[to]) < 0 {
		return token{}, false
	}
	r.i = to
	return token{kind: Bare, start: from, end: to, from: from, to: to}, true
}

// wordEnd is where the word at r.i ends, how many parentheses are open in it, and whether blanks
// that nobody sees divide a number.
func (r *reader) wordEnd(key bool) (to, parens int, unseen bool) {
	s, i := r.s, r.i
	for to = i; to < len(s); to++ {
		c := s[to]
		switch {
		case c == '(':
			parens++
		case c == ')' && parens > 0:
			parens--
			continue
		case c <= ' ', strings.IndexByte(",;}])", c) >= 0, key && (c == ':' && to > i || c == '=' || c == '"'),
			!key && (c == '{' || c == '['), to > i && strings.IndexByte("<#&^", c) >= 0 && marked(s, to),
			c == '\\' && to+1 < len(s) && (s[to+1] == 'n' || s[to+1] == 'r'):
			return to, parens, unseen
		case c >= 0xc2:
			n, _ := blank(s, to)
			if n == 0 {
				continue
			}
			if to == i || !text.Digit(s[to-1]) || to+n >= len(s) || !text.Digit(s[to+n]) {
				return to, parens, unseen
			}
			r.t.mend("spaces", to, to+n) // inside a number
			unseen = true
			to += n - 1
		}
	}
	return to, parens, unseen
}

// lookahead is how much of a text is read as words once that was for nothing too often.
const lookahead = 256

// words goes on from the first word of a value to where the value ends. In a text that is made
// so that what was read turns out to be no body again and again, it reads a few words only.
func (r *reader) words(to, parens int) int {
	s, v := r.s, r.t.View
	if v.Spent > 4*len(v.Text)+1<<12 {
		s = s[:min(len(s), to+lookahead)]
	}
	end := r.wordsEnd(s, to, parens)
	v.Spent += end - to
	return end
}

func (r *reader) wordsEnd(s string, to, parens int) int {
	for {
		j := to
		for j < len(s) && (s[j] == ' ' || s[j] == '\t') {
			j++
		}
		if j >= len(s) || j == to && strings.IndexByte("{[(", s[j]) < 0 || s[j] <= ' ' || s[j] == '"' || r.t.Dump &&
			r.bracketKeyAt(j) || namedAt(s, j) || CutMark(s, j) > 0 {
			return to
		}
		if parens == 0 && strings.IndexByte(",;}])", s[j]) >= 0 {
			return to
		}
		if strings.IndexByte("{[", s[j]) >= 0 && !r.t.Dump {
			return to
		}
		for j < len(s) && s[j] > ' ' {
			c := s[j]
			if c == '(' {
				parens++
			} else if c == ')' && parens > 0 {
				parens--
			} else if strings.IndexByte(",;}])", c) >= 0 {
				break
			}
			j++
		}
		if j == to {
			return to
		}
		to = j
	}
}

// isScalar reports whether a word is a number or a literal.
func (r *reader) isScalar(tok token) bool {
	w := r.s[tok.from:tok.to]
	_, known, _ := literal(w)
	return known || number(w)
}

// number reports whether s is a number, perhaps one that was cut off.
func number(s string) bool {
	i, digits := 0, 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case text.Digit(c):
			digits++
		case c == '.' || (c == 'e' || c == 'E') && digits > 0:
		case (c == '-' || c == '+') && (s[i-1] == 'e' || s[i-1] == 'E'):
		default:
			return false
		}
	}
	return digits > 0
}

// A word is what a literal means, and whether JSON writes it so.
type word uint8

const (
	nullWord word = 1 << iota
	boolWord
	exactWord
)

var literals = func() (l text.Lexicon[word]) {
	l.Add(nullWord|exactWord, "null")
	l.Add(boolWord|exactWord, "true false")
	l.Add(nullWord, "None NULL nil Null undefined undef NaN <nil> <null> (null) Nothing Undefined Неопределено")
	l.Add(boolWord, "True False TRUE FALSE Истина Ложь")
	return l
}()

// literal reads null, true and false as the languages write them. exact is whether JSON
// writes it so.
func literal(s string) (null, known, exact bool) {
	if len(s) > 24 {
		return false, false, false
	}
	w := literals.Of([]byte(s))
	return w&nullWord != 0, w != 0, w&exactWord != 0
}
