package decode

import (
	"evotor-errors/app/decode/text"
)

// A scanner goes through a view once, from the beginning to the end, and notes what stands where.
type scanner struct {
	place
	d      *decoder
	v      *text.View
	s      string // of v
	of     literal
	label  wordLabel
	failed bool // the line says that something failed
	known  lineHints
	memo   memo
	out    scope
	to     *pairing // of a whole text: takes the events while it is gone through
	parts  []Span   // of it, that are read; all of it if there are none
}

// A literal is a string of a document that a text was read from.
type literal struct {
	export bool // of a HAR or an export: that it is encoded is no repair
	errors bool // it stands under the key errors
}

// A wordLabel is a word that names what follows; nothing but fillers stands since.
type wordLabel struct {
	role
	from, to int
}

// A memo says up to where something was looked for, that it is not looked for again.
type memo struct {
	carrier       text.Tried
	next, written int // where the next message begins, and the blanks before it
	base64, dump  int
	fragment      int
	block         int
	chunks        int
	unclean       int // no body before is clean as a whole
	timed         int // number of the last line with a time
	begins        int // where the text begins, blanks aside
}

// window is how many events of a whole text are kept until they are paired, and kept how many of
// those the scanner looks back at.
const window, kept = 512, 16

// note notes what stands at i.
func (w *scanner) note(kind eventKind, i, end int) *event {
	e := w.out.note(kind, place{i, w.line, w.number, w.blank}, end)
	e.failed, e.hints = w.failed, w.hints()
	return e
}

// back is the last event of one of the kinds on the lines from number on, nil if there is none.
func (w *scanner) back(number int, kinds ...eventKind) *event {
	list := w.out.events
	for k := len(list) - 1; k >= max(0, len(list)-kept) && list[k].number >= number; k-- {
		for _, kind := range kinds {
			if list[k].kind == kind {
				return &list[k]
			}
		}
	}
	return nil
}

// status notes a status up to end.
func (w *scanner) status(end int, st *status) {
	w.note(statusAt, st.from, end).status = *st
	w.d.traces.around()
}

// trace notes a trace at s[i:j].
func (w *scanner) trace(kind traceKind, method string, i, j int) {
	w.d.traces.add(kind, Trace{method, w.s[i:j], w.v.Span(i, j)})
}

// moment goes behind the date with a time at w.at, if one stands there; the first one of a line is noted.
func (w *scanner) moment() bool {
	i := w.at
	end := momentAt(w.s, i)
	if end == i || i > 0 && text.WordByte(w.s[i-1]) {
		return false
	}
	if w.memo.timed < w.number {
		w.memo.timed = w.number
		w.trace(timeTrace, "", i, end)
	}
	w.at, w.label.role = end, plainWord
	return true
}

// evotors reports whether the request of the line is a webhook, or went to the cloud.
func (w *scanner) evotors() bool {
	e := w.back(w.number, requestAt, addressAt)
	return e != nil && direction(e.method, e.host, e.path) != unknown
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
	for i := 0; i < len(s) && (s[i] != '{' || i+1 < len(s) && s[i+1] >= 0x80); { // of 1C: {Модуль(402)}: …
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
