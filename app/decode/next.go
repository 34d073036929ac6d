package decode

import "strings"

// limit is where the line ends behind which the next record of a log or the next message
// begins: a body that is open there was cut off. It is looked for once a record.
func (w *walker) limit() int {
	if w.next <= w.i {
		w.next = nextMessage(w.s, w.i)
	}
	return w.next
}

// nextMessage is the end of the first line from s[i] on that a new message follows.
func nextMessage(s string, i int) int {
	for i = lineEnd(s, i); i < len(s) && !newMessage(s, i+1); {
		i = lineEnd(s, i+1)
	}
	return i
}

// bodyLimit is the limit of a body at w.i: also its own line, if the next one begins with the
// same words.
func (w *walker) bodyLimit() int {
	if eol := lineEnd(w.s, w.i); sameWords(w.s, w.line, w.i, eol) {
		return eol
	}
	return w.limit()
}

// sameWords reports whether the line behind eol begins with what stands before the body at s[i].
func sameWords(s string, line, i, eol int) bool {
	return i-line <= 160 && strings.IndexFunc(s[line:i], isLetter) >= 0 && samePrefix(s, eol+1, s[line:i])
}

func isLetter(r rune) bool { return r < 0x80 && letter(byte(r)) || r > 0x400 }

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
	end, r := wordAt(line, 0)
	if end < len(line) {
		switch c := line[end]; {
		case line[:end] == "HTTP":
			return c == '/'
		case r == method && upperAt(line, 0):
			return c == ' ' && end+1 < len(line) && (line[end+1] == '/' || line[end+1] == 'h')
		case end == 1 && upperAt(line, 0): // logcat
			return c == '/'
		case end > 3 && upperAt(line, 0) && line[:end] == strings.ToUpper(line[:end]):
			return r == trouble || r == logMark
		case c == '=':
			return r == logMark || line[:end] == "time" || line[:end] == "ts"
		}
	}
	for k := 0; k+6 < len(line) && strings.IndexByte("\n\"{", line[k]) < 0; k++ {
		if line[k+2] == ':' && allDigits(line[k:k+2]) && allDigits(line[k+3:k+5]) && (line[k+5] == ':' && digit(line[k+6]) || k == 0 && line[5] == ' ') {
			return true
		}
	}
	return false
}

// goesOn reports whether a line of the same prefix can go on with a body that began with
// first: neither a message nor words begin at s[i].
func goesOn(s string, i int, prefix, first string) bool {
	if newMessage(s, i) {
		return false
	}
	line := s[i:lineEnd(s[:min(len(s), i+maxLine)], i)]
	if strings.Contains(first, "errors") && strings.Contains(line, "errors") {
		return false
	}
	line = strings.TrimLeft(line, " \t")
	if strings.IndexFunc(prefix, isLetter) < 0 || line != "" && !letters(line, 0) {
		return true
	}
	if line == "" {
		return false
	}
	end, _ := wordAt(line, 0)
	return end < len(line) && strings.IndexByte(`:"',`, line[end]) >= 0 || end == len(line)
}
