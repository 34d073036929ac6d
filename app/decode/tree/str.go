package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// str reads the string whose quote of n bytes stands at r.i, and those that a plus joins to it.
func (r *reader) str(n int, closers string, key bool) token {
	tok := r.part(n, closers, key)
	for !tok.cut {
		j := text.SkipSpaces(r.s, r.i)
		if j >= len(r.s) || r.s[j] != '+' {
			break
		}
		if j = text.SkipSpaces(r.s, j+1); j >= len(r.s) {
			break
		}
		n, closers := quoteAt(r.s, j)
		if n == 0 {
			break
		}
		r.t.mend("concatenation", tok.end, j)
		r.i = j
		next := r.part(n, closers, false)
		tok.to, tok.end, tok.joined, tok.cut = next.to, next.end, true, next.cut
	}
	return tok
}

// part reads one string. A quote ends it only if what follows can follow a string; any other
// one belongs to the value. Where the quote at the end is missing, the string ends where the
// next key or the line says that it must.
func (r *reader) part(n int, closers string, key bool) token {
	s, i := r.s, r.i
	tok := token{kind: Quoted, start: i, from: i + n}
	j := tok.from
	if closers == text.DoubleQuotes {
		end, ok := r.letters(j, key)
		if ok {
			tok.to, tok.end, r.i = end, end+1, end+1
			return tok
		}
		if !key {
			j = end
		}
	}
	q := quoted{token: tok, closers: closers, key: key, comma: -1, colon: -1}
	for ; j < len(s); j++ {
		if q.colon >= 0 && j-q.colon > maxKey {
			return r.missingQuote(q.token, q.colon)
		}
		switch c := s[j]; {
		case c == '\\':
			q.escaped = true
			j++
		case c == '\n', text.At(s, j, "\r\n"):
			if to, end, wrapped := r.lineBreak(tok.from, j, closers, key); !wrapped {
				return r.endString(q.token, to, end, key)
			}
			r.t.mend("newline", j, j+1)
			if c == '\r' {
				j++
			}
		case c == ':' && q.colon < 0 && key && r.mayBeBehindKey(tok.from, j):
			q.colon = j
		case c >= 0xc2 && text.Invisible(s, j) > 0:
			q.escaped = true
		case c == '"', c == '\'', c == '`', c >= 0xc2:
			m := text.Among(s, j, closers)
			if m == 0 {
				break
			}
			if tok, ends := r.quote(&q, j, m); ends {
				return tok
			}
			j += m - 1
		}
	}
	return r.cutString(q.token, len(s), key)
}

// mayBeBehindKey reports whether the colon at s[j] may stand behind the key s[from:j], of which the
// quote is missing or another one.
func (r *reader) mayBeBehindKey(from, j int) bool {
	k := text.SkipSpaces(r.s, j+1)
	return k < len(r.s) && (strings.IndexByte("[{\"", r.s[k]) >= 0 || r.unlike(from, j) < j)
}

// letters reads the string of the common case, which begins behind its quote at r.s[j]: letters, a quote,
// a delimiter. end is where its quote stands.
func (r *reader) letters(j int, key bool) (end int, ok bool) {
	s := r.s
	for j < len(s) && plainByte[s[j]] {
		j++
	}
	if j+1 >= len(s) || s[j] != '"' {
		return j, false
	}
	next := s[j+1]
	if key {
		return j, next == ':'
	}
	return j, next == ',' || next == '}'
}

// A quoted is a string that is read, and what in it may have to end it.
type quoted struct {
	token
	closers string
	key     bool
	comma   int // the last comma before a quote inside the string
	colon   int // the first colon before a bracket or quote inside it
	inner   int // quotes that belong to the value
}

// quote takes the quote of m bytes at r.s[j] inside a string. ends is false where it belongs to the
// value.
func (r *reader) quote(q *quoted, j, m int) (tok token, ends bool) {
	follow, ends := r.follows(j+m, j == q.from)
	switch {
	case !ends, !q.key && (follow == ',' || follow == ';') && r.member && !entryFollows(r.s, j+m),
		!q.key && r.member && noEntryFollows(r.s, j+m),
		!q.key && follow == ':' && r.member && q.comma < 0 && wordFollows(r.s, j+m),
		q.inner > 0 && !q.key && opened(r.s[max(q.from, j-maxKey):j], follow):
		if k := lastVisible(r.s, q.from, j); k >= 0 && r.s[k] == ',' {
			q.comma = k
		}
		q.inner++
		return token{}, false
	case !q.key && follow == ':' && q.comma >= 0:
		return r.missingQuote(q.token, q.comma), true
	case q.key && q.colon >= 0 && (q.inner > 0 || follow != ':' || r.unlike(q.from, q.colon) < q.colon):
		return r.missingQuote(q.token, q.colon), true
	}
	if q.inner > 0 {
		r.t.mend("quotes", q.from, j)
	}
	q.to, q.end, r.i = j, j+m, j+m
	return q.token, true
}

// opened reports whether the bracket that a value holds is closed behind it only, as in ООО "Мир" (склад "Юг.
func opened(s string, closing byte) bool {
	k := strings.IndexByte(")]", closing)
	return k >= 0 && strings.LastIndexByte(s, "(["[k]) > strings.LastIndexByte(s, closing)
}

// maxKey is how far behind its first colon a key may go on. It is what a string of which the
// quote is missing is read again, at most.
const maxKey = 256

// plainByte are the bytes that mean nothing but themselves in a string.
var plainByte = func() (t [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// follows says what stands after a quote at s[j-1], and whether a string can end before it.
func (r *reader) follows(j int, empty bool) (byte, bool) {
	s := r.s
	k, line := behindBlanks(s, j)
	if k >= len(s) {
		return 0, true
	}
	switch c := s[k]; {
	case strings.IndexByte(",:]});", c) >= 0:
		return c, true
	case c == '=':
		return ':', true
	case c == '+', c == '|': // of a concatenation, at the end of a line
		next := text.SkipSpaces(s, k+1)
		return c, k > j && (next == len(s) || !text.BeginsWord(s, next) || strings.IndexByte(s[k:next], '\n') > 0)
	case c == '/', c == '#':
		return c, commentAt(s, k)
	case line, c == '{', c == '[':
		return c, true
	case c == '<', c == '(', c == '.', text.At(s, k, "…"):
		return c, CutMark(s, k) > 0
	case text.Digit(c), c == '-':
		return c, k == j+1 && empty || k > j && r.numberThenDelimiter(k)
	default:
		m, _ := quoteAt(s, k)
		return c, m > 0
	}
}

// behindBlanks is where the blanks at s[j] end; line is whether a line ends among them.
func behindBlanks(s string, j int) (k int, line bool) {
	for k = j; k < len(s); {
		n, id := blank(s, k)
		if n == 0 || id == "escaped" && strings.IndexByte("nr[]{}", s[k+1]) < 0 {
			break
		}
		line = line || s[k] == '\n' || id == "escaped" && n == 2
		k += n
	}
	return k, line
}

// entryFollows reports whether, behind the comma or semicolon that stands behind s[:i], an entry can begin,
// rather than more of a value such as ООО "Ромашка", Казань.
func entryFollows(s string, i int) bool {
	i = text.SkipSpaces(s, strings.IndexAny(s[i:], ",;")+i+1)
	if i >= len(s) || !text.BeginsWord(s, i) && s[i] != '"' && !text.Digit(s[i]) {
		return true
	}
	limit := min(len(s), i+64)
	if s[i] == '"' {
		n := strings.IndexByte(s[i+1:limit], '"')
		if n < 0 {
			return true
		}
		k := text.SkipSpaces(s, i+n+2)
		return k >= len(s) || !text.BeginsWord(s, k) || n == 0 || s[i+n] == ':' // its quote is missing
	}
	j := i
	for j < limit && (text.WordByte(s[j]) || s[j] == '-' || s[j] >= 0x80) {
		j++
	}
	k := text.SkipSpaces(s, j)
	if j < limit && s[j] == '"' {
		k = text.SkipSpaces(s, j+1) // the quote before the key is missing
	}
	return k >= len(s) || strings.IndexByte(":=", s[k]) >= 0
}

// noEntryFollows reports whether a bracket or a quote stands at s[i] that begins no entry, as in
// ООО "Ромашка" [склад] and Чай ""Майский"".
func noEntryFollows(s string, i int) bool {
	if i == len(s) {
		return false
	}
	if n, _ := quoteAt(s, i); n > 0 {
		return !quotedKeyAt(s, i)
	}
	i = text.SkipSpaces(s[:min(len(s), i+2)], i)
	return i < len(s) && (s[i] == '[' || s[i] == '{') && s[i-1] != '\n' && CutMark(s, i) == 0
}

// wordFollows reports whether a word without quotes stands behind the colon at s[i], as in ООО "Ромашка": филиал.
func wordFollows(s string, i int) bool {
	return text.At(s, i, ": ") && i+2 < len(s) && text.BeginsWord(s, i+2)
}

// numberThenDelimiter reports whether a number stands at s[k] and the value ends after it.
func (r *reader) numberThenDelimiter(k int) bool {
	s := r.s
	for k < len(s) && (text.Digit(s[k]) || s[k] == '-' || s[k] == '.') {
		k++
	}
	k = text.SkipSpaces(s, k)
	return k >= len(s) || strings.IndexByte(",}]", s[k]) >= 0
}

// lineBreak decides what a line feed at s[j] inside a string means: the text was wrapped,
// or the string ended before it, at to with the rest of the body from end on.
func (r *reader) lineBreak(from, j int, closers string, key bool) (to, end int, wrapped bool) {
	s := r.s
	to = j
	for to > from && strings.IndexByte(" \t\r,]});", s[to-1]) >= 0 {
		to--
	}
	if strings.ContainsAny(s[to:j], ",]})") {
		return to, to, false // the quote before the comma or bracket is missing
	}
	// Wrapped, if the string ends on the next line.
	next := j + 1
	if s[j] == '\r' {
		next++
	}
	for k := next; k < len(s) && s[k] != '\n' && k < j+400; k++ {
		if m := text.Among(s, k, closers); m > 0 && s[k-1] != '\\' {
			follow, ends := r.follows(k+m, false)
			if ends && (follow != ':' || key && !strings.ContainsAny(s[from:k], " \t")) {
				return 0, 0, true
			}
			break
		}
	}
	// A new entry or a closing bracket: only the quote is missing.
	k := text.SkipSpaces(s, j)
	if k < len(s) && (s[k] == '}' || s[k] == ']') {
		return to, to, false
	}
	if k < len(s) && s[k] == '"' {
		if q := strings.IndexByte(s[k+1:min(len(s), k+80)], '"'); q > 0 {
			if c := text.SkipSpaces(s, k+q+2); c < len(s) && s[c] == ':' {
				return to, to, false
			}
		}
	}
	return j, -1, false
}

// endString ends a string at to; the body goes on at end, or is cut there if end is -1.
func (r *reader) endString(tok token, to, end int, key bool) token {
	if end < 0 {
		return r.cutString(tok, to, key)
	}
	r.t.mend("quotes", to, to)
	tok.to, tok.end, r.i = to, to, end
	return tok
}

// missingQuote ends a string before the delimiter at s[j].
func (r *reader) missingQuote(tok token, j int) token {
	for tok.to = j; tok.to > tok.from && r.s[tok.to-1] <= ' '; tok.to-- {
	}
	tok.end, r.i = tok.to, j
	tok.to = r.unlike(tok.from, tok.to)
	r.t.mend("quotes", tok.to, tok.end)
	return tok
}

// unlike is where the string s[from:to] ends if a quote unlike its first one closes it.
func (r *reader) unlike(from, to int) int {
	for _, quote := range [...]string{"”", "“", "»", "″", "’"} {
		if to-from >= len(quote) && strings.HasSuffix(r.s[from:to], quote) {
			return to - len(quote)
		}
	}
	return to
}

// cutString ends a string whose quote is missing at the end of the text or line. If
// brackets close the body there, only the quote is missing.
func (r *reader) cutString(tok token, to int, key bool) token {
	s := r.s
	j := to
	for j > tok.from && strings.IndexByte(" \t\r\n]})", s[j-1]) >= 0 {
		j--
	}
	if strings.ContainsAny(s[j:to], "]}") && !key && (to == len(s) || s[to] == '\n') {
		tok.to, tok.end, r.i = r.unlike(tok.from, j), j, j
		r.t.mend("quotes", tok.to, j)
		return tok
	}
	tok.cut, r.quoted = true, true
	tok.to, tok.end, r.i = to, to, to
	// What says that the text was cut is not part of it.
	for k := max(tok.from, to-40); k < to; k++ {
		if n := CutMark(s, k); n > 0 && k+n >= to-2 {
			for tok.to = k; tok.to > tok.from && s[tok.to-1] == ' '; tok.to-- {
			}
			break
		}
	}
	return tok
}

// lastVisible is the last byte of s[from:j] that is no space; -1 if there is none.
func lastVisible(s string, from, j int) int {
	for j--; j >= from; j-- {
		if s[j] > ' ' {
			return j
		}
	}
	return -1
}
