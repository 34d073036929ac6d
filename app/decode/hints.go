package decode

import "evotor-errors/app/decode/text"

// hints are what the words of a line say of the statuses on it.
type hints struct {
	condition bool // a condition or a question: the status may be, no answer had it
	tells     bool // of a request, a failure, the marks of a log: of an answer
}

// lineHints are those of the line that begins at line.
type lineHints struct {
	hints
	known bool
	line  int
}

// maxHints is how much of a line is read for its hints.
const maxHints = 2048

// hints are those of the scanner's line, up to a body on it.
func (w *scanner) hints() hints {
	if w.known.known && w.known.line == w.line {
		return w.known.hints
	}
	h := lineHints{known: true, line: w.line}
	s := w.s[w.line:min(w.v.LineEnd(w.line), w.line+maxHints)]
	for i := 0; i < len(s) && s[i] != '{'; {
		if s[i] == '?' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\r') {
			h.condition = true
		}
		if !text.BeginsWord(s, i) {
			i++
			continue
		}
		end, r := wordAt(s, i)
		end = max(end, i+1)
		switch {
		case r == conditionWord:
			h.condition = true
		case r == logWord, r == failureWord, r == happenedWord, text.At(s, end, "://"), failureSuffix(s[i:end]):
			h.tells = true
		case r == methodWord && text.UpperAt(s, i) && end+1 < len(s) && s[end] == ' ' && s[end+1] == '/':
			h.tells = true
		}
		i = end
	}
	w.known = h
	return h.hints
}
