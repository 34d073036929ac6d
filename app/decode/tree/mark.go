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

// marked reports whether one of the marks <#&+^ at s[i] begins a blank.
func marked(s string, i int) bool {
	n, _ := markBlank(s, i)
	return n > 0
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

// CutMark is how many bytes at s[i] say that something was left out: ..., (truncated...).
func CutMark(s string, i int) int {
	switch s[i] {
	case '.':
		if text.At(s, i, "...") {
			return 3
		}
	case 0xe2:
		if text.At(s, i, "…") {
			return len("…")
		}
	case '(', '[', '<':
		for k := i + 1; k < min(len(s), i+maxMark-2) && !noMark[s[k]]; k++ {
			if s[k] == ')' || s[k] == ']' || s[k] == '>' {
				if saysCut(s[i+1 : k]) {
					return k + 1 - i
				}
				break
			}
		}
	}
	return 0
}

// CutMarkBefore is where a mark in brackets begins that ends before s[end] and says that something was
// left out; 0 if none does from s[from] on.
func CutMarkBefore(s string, from, end int) int {
	open := "([<"[strings.IndexByte(")]>", s[end-1])]
	for k := end - 2; k >= from && end-k < maxMark && !noMark[s[k]]; k-- {
		if s[k] == open {
			if saysCut(s[k+1 : end-1]) {
				return k
			}
			break
		}
	}
	return 0
}

// maxMark is how long a mark in brackets may be.
const maxMark = 42

// noMark are the bytes that such a mark has none of.
var noMark = [256]bool{'"': true, '\'': true, '{': true, ':': true, ',': true, '/': true}

// saysCut reports whether what stands in brackets says that something was left out.
func saysCut(inside string) bool {
	inside = strings.ToLower(inside)
	for _, word := range [...]string{"truncated", "bytes", "more", "cut", "omitted", "chars", "...", "…", "обрез",
		"сокращ", "байт", "символ"} {
		if strings.Contains(inside, word) {
			return true
		}
	}
	return false
}

// nameEnd is where the name at s[i] ends.
func nameEnd(s string, i int) int {
	j := i
	for j < len(s) && j < i+64 && (text.WordByte(s[j]) || s[j] == '-' || s[j] == '$' || s[j] == '.') {
		j++
	}
	return j
}

// namedAt reports whether a key and its separator stand at s[i].
func namedAt(s string, i int) bool {
	j := i
	for j < len(s) && text.WordByte(s[j]) {
		j++
	}
	return j > i && !text.Digit(s[i]) && j+1 < len(s) && (s[j] == ':' && s[j+1] != '/' || s[j] == '=' && s[j+1] != '=')
}

// bracketKeyEnd is where the => of such a key at s[i] ends.
func bracketKeyEnd(s string, i int) (int, bool) {
	if i >= len(s) || s[i] != '[' {
		return i, false
	}
	n := strings.IndexByte(s[i:min(len(s), i+80)], ']')
	if n < 2 {
		return i, false
	}
	j := i + n + 1
	for j < len(s) && j < i+100 && (s[j] == ' ' || s[j] == '\n' || s[j] == '\r') {
		j++
	}
	if !text.At(s, j, "=>") {
		return i, false
	}
	return j + 2, true
}

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
			for i < len(s) && i-from < 120 && (text.WordByte(s[i]) || s[i] == '.') {
				i++
			}
			return i, i < len(s) && s[i] == '{'
		}
	}
}

func digitsEnd(s string, i int) int {
	for i < len(s) && text.Digit(s[i]) {
		i++
	}
	return i
}
