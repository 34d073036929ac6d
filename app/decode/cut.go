package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// limit is where the line ends behind which the next record of a log or the next message
// begins: a body that is open there was cut off. It is looked for once a record.
func (w *scanner) limit() int {
	if w.memo.next <= w.at {
		w.memo.next = nextMessage(w.s, w.at)
		w.memo.written = text.SpacesBefore(w.s, w.memo.next)
	}
	return w.memo.next
}

// nextMessage is the end of the first line from s[i] on that a new message follows, or where a
// mark at the end of a line says that the rest was left out.
func nextMessage(s string, i int) int {
	for line := i; ; {
		eol := text.LineEnd(s, line)
		last := eol == len(s) || newMessage(s, eol+1)
		if eol > i+1 && endsMark[s[eol-1]] {
			if mark := cutMarkBefore(s[:eol], max(i+1, eol-80), last); mark > i && (last ||
				strings.IndexByte("}],", s[min(text.SkipSpaces(s, eol), len(s)-1)]) < 0) {
				return mark
			}
		}
		if last {
			return eol
		}
		line = eol + 1
	}
}

// endsMark are the bytes with which a line may end that the rest was left out of.
var endsMark = [256]bool{' ': true, '\t': true, '\r': true, '"': true, '\'': true, ')': true, ']': true, '>': true,
	'.': true, 0xa6: true} // the last one that of …

// cutMarkBefore is where a mark begins that ends s but for closing quotes and brackets: ...,
// [...], (truncated...), ... (812 bytes). Dots alone count at the end of a text or record. It
// is 0 if there is none from s[from] on.
func cutMarkBefore(s string, from int, last bool) int {
	for end, n := len(s), 0; end > from && n < 6; end, n = end-1, n+1 {
		switch c := s[end-1]; c {
		case ' ', '\t', '\r', '"', '\'':
		case ')', ']', '>':
			if k := tree.CutMarkBefore(s, from, end); k > 0 {
				return from + len(strings.TrimRight(s[from:k], " .…"))
			}
		case '.', "…"[2]:
			rest := strings.TrimRight(s[from:end], ".…")
			if last && end-from-len(rest) > 2 && strings.Trim(s[end:], " \t\r\"'") == "" {
				return from + len(rest)
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// bodyLimit is the limit of a body at w.at: also its own line, if the next one begins with the
// same words.
func (w *scanner) bodyLimit() int {
	limit := w.limit()
	if words := w.s[w.line:w.at]; len(words) <= 160 && strings.IndexFunc(words, text.Alphabetic) >= 0 {
		if eol := w.v.LineEnd(w.at); text.SamePrefix(w.s, eol+1, words) {
			return min(limit, eol)
		}
	}
	return limit
}

// bodyEnd is the limit of a body at w.at without the blanks at its end.
func (w *scanner) bodyEnd() int {
	if limit := w.bodyLimit(); limit != w.memo.next {
		return text.SpacesBefore(w.s, limit)
	}
	return max(w.memo.written, w.at)
}

// newMessage reports whether the line at s[i] begins a record of a log or a message: with a
// status line, a request, a time, a level, the marks of a client, or with an errors object.
func newMessage(s string, i int) bool {
	line := s[i:min(len(s), i+48)]
	if len(line) < 5 || line[0] <= ' ' || line[0] == '"' {
		return false
	}
	if line[1] == ' ' && (line[0] == '<' || line[0] == '>') { // curl -v
		line = line[2:]
	}
	switch line[0] {
	case '<', '-':
		return strings.HasPrefix(line, "<-- ") || strings.HasPrefix(line, "--> ") // OkHttp
	case '{':
		for _, key := range [...]string{`errors`, `level`, `time`, `ts"`, `@timestamp`} {
			if strings.HasPrefix(strings.TrimLeft(line[1:], `\"' `), key) {
				return true
			}
		}
		return false
	case '[':
		line = line[1:]
	}
	return beginsRecord(line) || hasTime(line)
}

// beginsRecord reports whether the first word of a line says that a message or a record begins.
func beginsRecord(line string) bool {
	end, r := wordAt(line, 0)
	if end == len(line) {
		return false
	}
	word, c, capital := line[:end], line[end], text.UpperAt(line, 0)
	switch {
	case word == "HTTP":
		return c == '/'
	case r == methodWord && capital:
		return c == ' ' && end+1 < len(line) && (line[end+1] == '/' || line[end+1] == 'h')
	case end == 1 && capital: // logcat
		return c == '/'
	case end > 3 && capital && word == strings.ToUpper(word):
		return r == failureWord || r == logWord
	}
	return c == '=' && (r == logWord || word == "time" || word == "ts")
}

// hasTime reports whether a time stands on a line before anything of a body.
func hasTime(line string) bool {
	for k := 0; k+6 < len(line) && strings.IndexByte("\n\"{", line[k]) < 0; k++ {
		if line[k+2] == ':' && text.AllDigits(line[k:k+2]) && text.AllDigits(line[k+3:k+5]) &&
			(line[k+5] == ':' && text.Digit(line[k+6]) || k == 0 && line[5] == ' ') {
			return true
		}
	}
	return false
}

// typed reports whether s begins with what var_dump writes behind the name of a type: (9) ", (2) {.
func typed(s string) bool {
	n := strings.IndexByte(s[:min(len(s), 64)], ')')
	return s[0] == '(' && n > 1 && (n+1 == len(s) || s[n+1] == '#' || n+2 < len(s) &&
		strings.IndexByte("\"{", s[n+2]) >= 0)
}

// goesOn reports whether a line of the same prefix can go on with a body that began with
// first: neither a message nor words begin at s[i].
func goesOn(s string, i int, prefix, first string) bool {
	if newMessage(s, i) {
		return false
	}
	line := s[i:text.LineEnd(s[:min(len(s), i+text.MaxLine)], i)]
	if strings.Contains(first, "errors") && strings.Contains(line, "errors") {
		return false
	}
	line = strings.TrimLeft(line, " \t")
	if strings.IndexFunc(prefix, text.Alphabetic) < 0 || line != "" && !text.BeginsWord(line, 0) {
		return true
	}
	end, _ := wordAt(line, 0)
	return end < len(line) && strings.IndexByte(`:"',`, line[end]) >= 0 || end == len(line) || typed(line[end:])
}
