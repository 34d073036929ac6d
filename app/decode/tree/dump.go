package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// sigil passes over what some languages put before a key, a string or a container.
func (r *reader) sigil() {
	if r.i+1 >= len(r.s) {
		return
	}
	c, next := r.s[r.i], r.s[r.i+1]
	_, quote := quoteAt(r.s, r.i+1)
	switch {
	case text.At(r.s, r.i, "(object)"): // PHP's
		r.i += len("(object)")
		r.blanks()
		return
	case c == ':' && (text.Letter(next) || next == '_' || next == '"'), // Ruby's symbols
		(c == '%' || c == '&' || c == '*') && (next == '{' || text.Letter(next)), // Elixir's maps, Go's pointers
		(c == '+' || c == '-' || c == '#') && quote != "":                        // Symfony's dumps
		r.t.Dump = true
	// Python's strings
	case (c == 'u' || c == 'b' || c == 'r') && (quote == text.DoubleQuotes || quote == text.SingleQuotes):
	default:
		return
	}
	r.i++
}

// typed passes over the name of a type and says whether a bracket follows it: Array (,
// array(2) {, Error(code=…), NumberLong(…), map[…], array:2 […].
func (r *reader) typed() bool {
	s, i := r.s, r.i
	if end, ok := goType(s, i); ok {
		r.i, r.t.Dump = end, true
		return true
	}
	j, k := typeName(s, i)
	if k >= len(s) {
		return false
	}
	name := s[i:j]
	switch at := s[k]; {
	case at == '(' && (k == j || strings.EqualFold(name, "array") || k > j && s[k-1] != ' ' ||
		strings.Contains(s[j:k], "Object")):
		k = behindCount(s, k)
	case at == '{' && (k == j || k == j+1 && s[i] >= 'A' && s[i] <= 'Z'),
		at == '[' && (k == j || name == "Array"):
	case at == ':' && k == j: // array:2 [
		m := digitsEnd(s, k+1)
		if m == k+1 || m+1 >= len(s) || s[m] != ' ' || s[m+1] != '[' && s[m+1] != '{' {
			return false
		}
		k = m + 1
	default:
		return false
	}
	r.i = k
	r.t.Dump = true
	return true
}

// typeName is where the name of a type at s[i] ends, and where what follows it begins; the end of s
// where there is none.
func typeName(s string, i int) (end, next int) {
	if i >= len(s) || !text.Letter(s[i]) && s[i] != '\\' {
		return i, len(s)
	}
	for end = i; end < len(s) && end < i+80 && (text.WordByte(s[end]) || strings.IndexByte("\\.$", s[end]) >= 0); end++ {
	}
	for next = end; next < len(s) && next < end+200 && s[next] <= ' '; next++ {
	}
	if text.At(s, next, "Object") && next > end { // stdClass Object (
		for next += len("Object"); next < len(s) && s[next] <= ' '; next++ {
		}
	}
	return end, next
}

// behindCount is the bracket behind the count in parentheses at s[k], array(2) {, object(Error)#3 (2) {,
// or that parenthesis, if it counts nothing.
func behindCount(s string, k int) int {
	end := strings.IndexByte(s[k:min(len(s), k+120)], ')')
	m := k + end + 1
	if m < len(s) && s[m] == '#' {
		if paren := strings.IndexByte(s[m:min(len(s), m+40)], ')'); paren > 0 {
			m += paren + 1
		}
	}
	for m < len(s) && m < k+160 && s[m] <= ' ' {
		m++
	}
	if m < len(s) && s[m] == '{' {
		return m
	}
	return k
}

// sized reads a scalar as var_dump prints it: int(2003), bool(true), string(9) "incorrect".
func (r *reader) sized() (token, bool) {
	s, i := r.s, r.i
	j := i
	for j < len(s) && text.Letter(s[j]) {
		j++
	}
	switch s[i:j] {
	case "int", "float", "bool", "string", "double", "enum":
	default:
		return token{}, false
	}
	if j >= len(s) || s[j] != '(' {
		return token{}, false
	}
	n := strings.IndexByte(s[j:min(len(s), j+64)], ')')
	if n < 2 {
		return token{}, false
	}
	from, to := j+1, j+n
	r.t.Dump = true
	if s[i:j] != "string" {
		r.i = to + 1
		return token{kind: Bare, start: i, end: to + 1, from: from, to: to}, true
	}
	k := to + 1
	for k < len(s) && s[k] == ' ' {
		k++
	}
	if k >= len(s) || s[k] != '"' {
		return token{}, false
	}
	if size, ok := text.Decimal(s[from:to]); ok && k+1+size < len(s) && s[k+1+size] == '"' {
		r.i = k + size + 2
		return token{kind: Quoted, start: k, end: r.i, from: k + 1, to: k + 1 + size}, true
	}
	r.i = k
	return r.str(1, text.DoubleQuotes, false), true
}

// bracketKey reads a key as PHP prints it: [errors] =>, ["errors"]=>, [errors:protected] =>.
func (r *reader) bracketKey() (token, bool) {
	end, ok := bracketKeyEnd(r.s, r.i)
	if !ok {
		return token{}, false
	}
	from := r.i + 1
	to := from + strings.IndexByte(r.s[from:end], ']')
	if k := strings.IndexByte(r.s[from:to], ':'); k > 0 {
		to = from + k
	}
	for from < to && strings.IndexByte("\"'", r.s[from]) >= 0 {
		from++
	}
	for from < to && strings.IndexByte("\"'", r.s[to-1]) >= 0 {
		to--
	}
	r.i = end
	r.t.Dump = true
	return token{kind: Quoted, from: from, to: to}, true
}

func (r *reader) atBracketKey() bool {
	_, ok := bracketKeyEnd(r.s, r.i)
	return ok
}

func (r *reader) bracketKeyAt(i int) bool {
	_, ok := bracketKeyEnd(r.s, i)
	return ok
}
