package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// unquoted reads the value of a member whose key has no quotes, as dumps write it: 10 шт., or
// ООО "Ромашка", Казань. It ends where the next member or the end of the container must be.
func (r *reader) unquoted() (token, bool) {
	s, i, v := r.s, r.i, r.t.View
	if v.Spent > 4*len(v.Text)+1<<12 {
		s = s[:min(len(s), i+lookahead)]
	}
	to := r.unquotedEnd(s, i)
	v.Spent += to - i
	for to > i && (s[to-1] == ' ' || s[to-1] == '\t' || s[to-1] == '\r') {
		to--
	}
	if to == i {
		return token{}, false
	}
	r.i = to
	if c := s[to-1]; (c == '"' || c == '\'') && strings.Count(s[i:to], string(c))%2 == 1 {
		to-- // the quote before is missing
	}
	return r.scalar(i, to), true
}

// inQuotes reports whether the value at r.i is in quotes, rather than that its first words are: "Ромашка" ООО.
func (r *reader) inQuotes() bool {
	s := r.s
	n, closers := quoteAt(s, r.i)
	if n == 0 {
		return false
	}
	for j := r.i + n; j < len(s) && j < r.i+maxKey && s[j] != '\n'; j++ {
		if m := text.Among(s, j, closers); m > 0 {
			next := j + m + 1
			if s[j-1] <= ' ' || next >= len(s) || s[next-1] != ' ' || !text.BeginsWord(s, next) || namedAt(s, next) {
				return true
			}
			end := r.unquotedEnd(s[:min(len(s), j+maxKey)], r.i)
			quotes := 0
			for ; j < end; j++ {
				if text.Among(s, j, closers) > 0 {
					quotes++
				}
			}
			return quotes%2 == 0 // with the first one
		}
	}
	return true
}

// unquotedEnd is where the value at s[i] ends.
func (r *reader) unquotedEnd(s string, i int) int {
	depth := 0
	for j := i; j < len(s); j++ {
		switch c := s[j]; c {
		case '(', '[', '{':
			if j > i && CutMark(s, j) > 0 {
				return j
			}
			depth++
		case ')', ']', '}':
			if depth == 0 {
				return j
			}
			depth--
		default:
			if c == '\n' || text.At(s, j, `\n`) || text.At(s, j, `\r`) || depth == 0 && r.unquotedEnds(s, i, j) {
				return j
			}
		}
	}
	return len(s)
}

// unquotedEnds reports whether the value at s[i] ends before what stands at s[j].
func (r *reader) unquotedEnds(s string, i, j int) bool {
	switch c := s[j]; c {
	case ',', ';':
		return r.memberFollows(s, j+1)
	case ' ':
		return j+1 < len(s) && (namedAt(s, j+1) || r.named != bareWord && quotedKeyAt(s, j+1) ||
			r.bracketKeyAt(j+1) || CutMark(s, j+1) > 0)
	case '>':
		return rubyEnds(s, i, j)
	case '.':
		return text.At(s, j, "...")
	case '<':
		return text.BlankTag(s, j)
	default:
		n, _ := blank(s, j)
		return c >= 0xc2 && j > i && n > 0 && !text.At(s, j, "\u00a0")
	}
}

// rubyEnds reports whether the > at s[j] ends an object as Ruby prints it, #<OpenStruct code=2003>,
// whose value begins at s[i].
func rubyEnds(s string, i, j int) bool {
	return (j+1 == len(s) || strings.IndexByte(",]})>\n", s[j+1]) >= 0) && strings.Contains(s[max(0, i-200):i], "#<")
}

// memberFollows reports whether, behind a comma, the next member or the end of the container
// stands at s[i], rather than more of the value.
func (r *reader) memberFollows(s string, i int) bool {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	if i >= len(s) || s[i] < ' ' || strings.IndexByte("{[()]},;\\'`#/", s[i]) >= 0 || quotedKeyAt(s, i) ||
		CutMark(s, i) > 0 {
		return true
	}
	if strings.IndexByte(":@+", s[i]) >= 0 { // :code=>
		i++
	}
	j := nameEnd(s, i)
	k := j
	for k < len(s) && s[k] == ' ' && k < j+8 {
		k++
	}
	return j > i && k < len(s) && (s[k] == '=' || s[k] == ':' && !text.At(s, k, ":/")) && !text.Digit(s[i]) || j == len(s)
}

// quotedKeyAt reports whether a key in quotes and its separator stand at s[i].
func quotedKeyAt(s string, i int) bool {
	n, closers := quoteAt(s, i)
	if n == 0 {
		return false
	}
	for j := i + n; j < len(s) && j < i+80 && s[j] != '\n'; j++ {
		if m := text.Among(s, j, closers); m > 0 {
			k := j + m
			for k < len(s) && s[k] == ' ' && k < j+8 {
				k++
			}
			return k < len(s) && (s[k] == ':' || s[k] == '=')
		}
	}
	return false
}

// restOfLine reads the value of a member that stands on a line of its own, as print_r and YAML
// write it: whatever it holds, it goes to the end of the line.
func (r *reader) restOfLine(from int) (token, bool) {
	s := r.s
	line := from
	for line > 0 && (s[line-1] == ' ' || s[line-1] == '\t') {
		line--
	}
	if line > 0 && s[line-1] != '\n' || strings.IndexByte(s[from:r.i], '\n') >= 0 {
		return token{}, false
	}
	to := text.LineEnd(s, r.i)
	if to == len(s) && !r.t.Cut && s[r.i:] == "" {
		return token{}, false
	}
	value := strings.TrimRight(s[r.i:to], " \t\r")
	if c := s[r.i]; c == '{' || c == '[' || (c == '"' || c == '\'') && strings.IndexByte(value[1:], c) == len(value)-2 {
		return token{}, false
	}
	if value == "Array" || strings.HasSuffix(value, " Object") || strings.HasSuffix(value, "(") || to == len(s) &&
		strings.ContainsAny(value, ")]}") {
		return token{}, false
	}
	for k := 0; k < len(value); k++ {
		if value[k] == '[' && r.bracketKeyAt(r.i+k) {
			return token{}, false
		}
	}
	if value == "" || CutMark(value, max(0, len(value)-3)) > 0 {
		return token{}, false
	}
	i := r.i
	r.i += len(value)
	return r.scalar(i, r.i), true
}

// scalar is the word or the words s[from:to].
func (r *reader) scalar(from, to int) token {
	tok := token{kind: Bare, start: from, end: to, from: from, to: to}
	s := r.s[from:to]
	if null, known, exact := literal(s); known {
		if tok.null = null; !exact && !r.t.Dump {
			r.t.mend("literal", from, to)
		}
		tok.escaped = s[0] == 'T' || s[0] == 'F' // True is true
	} else if !number(s) {
		r.t.mend("quotes", from, to)
	}
	return tok
}
