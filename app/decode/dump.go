package decode

import "strings"

// goType passes over a composite type that Go prints before a value with %#v,
// map[string]interface {}{…}, []main.Error{…}, interface {}(nil), and returns where the
// bracket of the value stands.
func goType(s string, i int) (end int, ok bool) {
	from := i
	for {
		switch rest := s[min(i, len(s)):]; {
		case strings.HasPrefix(rest, "[]"):
			i += len("[]")
		case strings.HasPrefix(rest, "map["):
			n := strings.IndexByte(rest[:min(len(rest), 40)], ']')
			if n < 0 {
				return from, false
			}
			i += n + 1
		case strings.HasPrefix(rest, "*"), strings.HasPrefix(rest, "&"):
			i++
		case strings.HasPrefix(rest, "interface {}"):
			i += len("interface {}")
			return i, i < len(s) && (s[i] == '{' || s[i] == '(')
		default:
			if i == from {
				return from, false
			}
			for i < len(s) && i-from < 120 && (wordByte(s[i]) || s[i] == '.') {
				i++
			}
			return i, i < len(s) && s[i] == '{'
		}
	}
}
