package decode

import (
	"evotor-errors/app/decode/text"
)

// signs are what the words of a line say of the statuses on it.
type signs struct {
	known     bool
	line      int  // where the line begins
	condition bool // a condition or a question: the status may be, no answer had it
	answer    bool // a request, a failure, the marks of a log: an answer is told of
}

// maxSigns is how much of a line is read for its signs.
const maxSigns = 2048

// signs are those of the line of w.i, up to a body on it.
func (w *walker) signs() signs {
	if w.signed.known && w.signed.line == w.line {
		return w.signed
	}
	g := signs{known: true, line: w.line}
	s := w.s[w.line:min(w.v.LineEnd(w.line), w.line+maxSigns)]
	for i := 0; i < len(s); {
		if s[i] == '{' {
			break
		}
		if s[i] == '?' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\r') {
			g.condition = true
		}
		if !text.BeginsWord(s, i) {
			i++
			continue
		}
		end, r := wordAt(s, i)
		end = max(end, i+1)
		switch {
		case r == condition:
			g.condition = true
		case r == logMark, r == trouble, r == event, text.At(s, end, "://"), troubleSuffix(s[i:end]):
			g.answer = true
		case r == method && text.UpperAt(s, i) && end+1 < len(s) && s[end] == ' ' && s[end+1] == '/':
			g.answer = true
		}
		i = end
	}
	w.signed = g
	return g
}
