package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Begins reports whether a body can begin at the bracket s[i], and where its own bracket stands:
// there, or behind the type that Go prints before a value.
func Begins(s string, i int) (begin int, ok bool) {
	if strings.HasSuffix(s[:i], "map") {
		if at, ok := goType(s, i-len("map")); ok {
			return at, true
		}
	}
	return i, plausible(s, i)
}

// plausible reports whether the bracket at s[i] can begin a body: whether what follows it
// is a key, a value or a bracket.
func plausible(s string, i int) bool {
	j := i + 1
	for j < len(s) && j < i+200 {
		n, _ := blank(s, j)
		if n == 0 {
			break
		}
		j += n
	}
	if j >= len(s) {
		return false
	}
	c := s[j]
	quote, _ := quoteAt(s, j)
	switch s[i] {
	case '{':
		if quote > 0 || c == '}' || commentAt(s, j) {
			return true
		}
		if _, ok := bracketKeyEnd(s, j); ok {
			return true
		}
		for j < len(s) && strings.IndexByte(":+-#@?,", s[j]) >= 0 {
			j++
			if q, _ := quoteAt(s, min(j, len(s)-1)); q > 0 && j < len(s) {
				return true
			}
		}
		return keyAt(s, j)
	case '[':
		if quote > 0 || c == '{' || c == '[' || c == ']' || c == '(' {
			return true
		}
		if strings.HasSuffix(s[:i], "map") {
			return keyAt(s, j)
		}
		if groovyMap(s, i) {
			return true
		}
		k := j
		for k < len(s) && k < j+64 && (text.WordByte(s[k]) || s[k] == '.' || s[k] == '\\') {
			k++
		}
		return k > j && k < len(s) && (s[k] == '(' || s[k] == '{' || s[k] == '[' || text.At(s, k, " {") ||
			text.At(s, k, ":") && k+2 < len(s) && text.Digit(s[k+1]))
	default: // ( begins a body only behind the name of a type
		if i == 0 || !text.WordByte(s[i-1]) && s[i-1] > ' ' {
			return false
		}
		if _, ok := bracketKeyEnd(s, j); ok {
			return true
		}
		if quote > 0 {
			k := strings.IndexByte(s[j+quote:min(len(s), j+60)], s[j])
			return k > 0 && strings.HasPrefix(strings.TrimLeft(s[j+quote+k+1:min(len(s), j+quote+k+8)], " "), "=>")
		}
		return text.WordByte(s[i-1]) && c != '(' && keyAt(s, j) && assigned(s, j)
	}
}

// groovyMap reports whether s[i] begins a map as Groovy prints it, of which the first member is
// one of several: [errors:[.
func groovyMap(s string, i int) bool {
	if s[i] != '[' || !namedAt(s, i+1) {
		return false
	}
	for i++; text.WordByte(s[i]); i++ {
	}
	return text.At(s, i, ":[")
}

// keyAt reports whether a name and the separator of a value stand at s[i].
func keyAt(s string, i int) bool {
	j := i
	for j < len(s) && j < i+64 && (text.WordByte(s[j]) || s[j] == '-' || s[j] == '$' || s[j] == '.') {
		j++
	}
	if j == i {
		return false
	}
	if j < len(s) && strings.IndexByte("\"'", s[j]) >= 0 {
		j++
	}
	for j < len(s) && j < i+100 {
		n, _ := blank(s, j)
		if n == 0 {
			break
		}
		j += n
	}
	return j < len(s) && (s[j] == ':' || s[j] == '=')
}

// assigned reports whether the separator behind the name at s[i] is =.
func assigned(s string, i int) bool {
	for i < len(s) && text.WordByte(s[i]) {
		i++
	}
	return i < len(s) && s[i] == '='
}
