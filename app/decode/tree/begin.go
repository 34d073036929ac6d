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
	switch s[i] {
	case '{':
		return objectBegins(s, j)
	case '[':
		return listBegins(s, i, j)
	}
	return groupBegins(s, i, j)
}

// objectBegins reports whether what stands at s[j] can follow the brace of an object.
func objectBegins(s string, j int) bool {
	if quote, _ := quoteAt(s, j); quote > 0 || s[j] == '}' || commentAt(s, j) {
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
}

// listBegins reports whether what stands at s[j] can follow the bracket s[i] of a list.
func listBegins(s string, i, j int) bool {
	if quote, _ := quoteAt(s, j); quote > 0 || strings.IndexByte("{[](", s[j]) >= 0 {
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
	return k > j && k < len(s) && (strings.IndexByte("({[", s[k]) >= 0 || text.At(s, k, " {") ||
		text.At(s, k, ":") && k+2 < len(s) && text.Digit(s[k+1]))
}

// groupBegins reports whether the parenthesis s[i] begins a body, as it does behind the name of a
// type alone.
func groupBegins(s string, i, j int) bool {
	if i > 0 && !text.WordByte(s[i-1]) && s[i-1] > ' ' {
		return false
	}
	if _, ok := bracketKeyEnd(s, j); ok || i == 0 {
		return ok
	}
	if quote, _ := quoteAt(s, j); quote > 0 {
		k := strings.IndexByte(s[j+quote:min(len(s), j+60)], s[j])
		return k > 0 && strings.HasPrefix(strings.TrimLeft(s[j+quote+k+1:min(len(s), j+quote+k+8)], " "), "=>")
	}
	return text.WordByte(s[i-1]) && s[j] != '(' && keyAt(s, j) && assigned(s, j)
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
	j := nameEnd(s, i)
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
