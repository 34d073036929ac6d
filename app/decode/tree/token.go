package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// quoteAt returns how many bytes the quote at s[i] has, and the quotes that can end a
// string it begins; 0 if there is none.
func quoteAt(s string, i int) (n int, closers string) {
	switch c := s[i]; {
	case c == '"':
		return 1, text.DoubleQuotes
	case c == '\'':
		return 1, text.SingleQuotes
	case c == '`':
		return 1, text.CurlySingleQuotes
	case c < 0xc2:
		return 0, ""
	}
	if n := text.Among(s, i, text.CurlyDoubleQuotes); n > 0 {
		if text.At(s, i, "«") || text.At(s, i, "»") {
			return n, "\"«»"
		}
		return n, "\"“”„‟″＂"
	}
	if n := text.Among(s, i, text.CurlySingleQuotes); n > 0 {
		return n, text.CurlySingleQuotes
	}
	return 0, ""
}

// blank is how many bytes at s[i] say nothing between two tokens, and the repair it takes
// to pass over them, "" if none.
func blank(s string, i int) (n int, id string) {
	switch c := s[i]; {
	case c == '\n':
		return lineMarks(s, i)
	case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f':
		return 1, ""
	case c == '\\' && i+1 < len(s):
		if strings.IndexByte("nrt\n", s[i+1]) >= 0 {
			return 2, "escaped" // the line feeds of a body that was printed as a string
		}
		if strings.IndexByte("[]{}", s[i+1]) >= 0 {
			return 1, "escaped" // for Markdown
		}
	case c >= 0xc2:
		return wideBlank(s, i)
	case c < ' ':
		return 1, "spaces"
	case strings.IndexByte("<#&+^", c) >= 0:
		return markBlank(s, i)
	}
	return 0, ""
}

// lineMarks are a line feed and the marks of quoted mail, or of a chat, behind it.
func lineMarks(s string, i int) (n int, id string) {
	j := i + 1
	for j < len(s) && (s[j] == ' ' || s[j] == '\t') {
		j++
	}
	marks := j
	for j < len(s) && (s[j] == '>' || s[j] == '|' || j > marks && s[j] == ' ') {
		j++
	}
	if j > marks {
		return j - i, "spaces"
	}
	return 1, ""
}

// markBlank is a blank that one of the marks <#&+^ at s[i] begins.
func markBlank(s string, i int) (n int, id string) {
	switch s[i] {
	case '<':
		if text.BlankTag(s, i) {
			return strings.IndexByte(s[i:], '>') + 1, "spaces"
		}
	case '#':
		if end := digitsEnd(s, i+1); i > 0 && s[i-1] == '{' && end > i+1 { // the number of an object in a dump
			return end - i, ""
		}
		if text.At(s, i, "#012") || text.At(s, i, "#011") || text.At(s, i, "#015") {
			return 4, "spaces" // control characters as syslog writes them
		}
	case '&':
		if text, n := text.Entity(s, i); n > 0 && (text == "\u00a0" || text == "\n" || text == "\t") {
			return n, "spaces"
		}
	case '+': // a line that psql continues
		if i > 0 && s[i-1] == ' ' && (text.At(s, i, "+\n") || text.At(s, i, "+\r\n")) {
			return 1, "spaces"
		}
	case '^':
		if text.At(s, i, "^M") || text.At(s, i, "^J") {
			return 2, "spaces"
		}
	}
	return 0, ""
}

// wideBlanks are the spaces and the signs for blanks beyond ASCII.
const wideBlanks = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f" +
	"\u205f\u3000\u2028\u2029\u0085↵⏎␤␊␍"

// wideBlank is a blank of several bytes at s[i].
func wideBlank(s string, i int) (n int, id string) {
	if text.At(s, i, "▼") || text.At(s, i, "▶") {
		return len("▼"), "" // of Laravel's dumps
	}
	if n := text.Among(s, i, wideBlanks); n > 0 {
		return n, "spaces"
	}
	return text.Invisible(s, i), "spaces"
}

// commentAt reports whether a comment begins at s[i].
func commentAt(s string, i int) bool {
	return text.At(s, i, "//") || text.At(s, i, "/*") || s[i] == '#' && (i+1 == len(s) || s[i+1] == ' ')
}

// comment is how many bytes the comment at s[i] has; 0 if there is none.
func comment(s string, i int) int {
	switch {
	case !commentAt(s, i):
		return 0
	case s[i+1:min(i+2, len(s))] != "*":
		return text.LineEnd(s, i) - i
	}
	if n := strings.Index(s[i+2:], "*/"); n >= 0 {
		return n + 4
	}
	return len(s) - i
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

// A token is a string or a word.
type token struct {
	kind       Kind
	start, end int  // with quotes
	from, to   int  // without
	escaped    bool // not what it stands for letter by letter
	joined     bool // of strings with a plus between them
	plain      bool // what it stands for letter by letter, all of ASCII
	null       bool
	cut        bool
}

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

func digitsEnd(s string, i int) int {
	for i < len(s) && text.Digit(s[i]) {
		i++
	}
	return i
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
			!key && (c == '{' || c == '['), c == '<' && to > i && text.BlankTag(s, to),
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
