package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A context is what surrounds a text that was found inside another one.
type context struct {
	status    int
	span      Span // of the message that the status begins
	direction string
	certain   bool // the direction is shown by a host
	reset     int
	export    bool // a string of a HAR or an export: that it is encoded is no repair
	errors    bool // a string under the key errors
	source    bool // a program: what it says of a status is no answer
	inTree    bool // a string of a document, which may hold the body elsewhere
	exchange  Span // the request and its answer, as far as a document shows them; empty if it shows none
	answered  int  // the status of the answer whose body the text is; 0 if it is none
}

// An exchange is the request and answer that the walk is in.
type exchange struct {
	status   int
	strength strength
	label    string // the word that names the status, "" if none does
	alone    bool   // the text shows that an answer had this status, even without a body
	start    int    // of the status, or of the message that it begins
	end      int    // of what belongs to it so far
	line     int    // number of the line of the status
	begins   int    // where that line begins
	used     bool

	requested, requestLine int // where the request begins, plus one, and the number of its line; 0 if there is none

	direction, method, host, path string
	certain                       bool // the direction is shown by a host
	reset                         int
	empty                         bool // Content-Length: 0
	inBody                        bool // the blank line after the headers is behind
	html, foreign                 bool // a body that is not Evotor's was seen
	harmless                      bool // the title of the page is not that of an error
	emptyBody                     bool // {} or [] was seen
	bodyLine                      int  // number of the line where another system's body ended
}

// strength is how sure it is that a number is a status.
type strength uint8

const (
	near     strength = iota + 1 // counts if a body follows
	phrase                       // a number with its standard text
	labelled                     // a number with a name before it
	title                        // of an HTML page
	message                      // a status line
)

// came labels a status that came where another one was expected.
const came = "got"

// again is over how many lines a text may repeat the status of one answer.
const again = 8

// setStatus notes a status that stands at s[i:j], named by label.
func (w *walker) setStatus(status, i, j int, how strength, label string) {
	ex := &w.ex
	alone := how >= title
	if how < message && ex.html && ex.harmless {
		return
	}
	if how < title {
		signs := w.signs()
		if signs.condition && label != came {
			how = near
		}
		alone = how > near && (how == phrase || label == formLabel || w.answers() || w.wholeText(i, j) || specific(label) && w.wholeLine(i, j))
	}
	if ex.status != 0 && !ex.used {
		same := ex.status == status
		switch {
		case how < message && (ex.strength == message || ex.line == w.lineNo || ex.html),
			how < message && same && w.lineNo-ex.line < 3 && (label == "" || label != ex.label) && !w.anew(ex.begins):
			if same && ex.strength != message {
				ex.line = w.lineNo
			}
			ex.strength, ex.alone = max(ex.strength, how), ex.alone || alone
			return // one answer, its status said twice
		case how == message && same && ex.strength < message && w.lineNo-ex.line <= 2:
			i = ex.start // a title above the message
			ex.used = true
		}
	}
	if how < message && w.last >= 0 {
		r := &w.d.responses[w.last]
		switch {
		case how >= phrase && w.lastLine == w.lineNo && r.Status == 0:
			// Behind the body, on its line.
			r.Status, r.Span = status, r.Span.Union(w.v.Span(i, j))
			return
		case r.Status == status && (ex.used || ex.status == 0) && w.lineNo-w.lastLine <= again && (label == "" || label != w.lastLabel) && !w.anew(w.lastAt) && (ex.requested == 0 || ex.requestLine <= w.lastLine):
			w.repeats = w.lineNo
			return
		}
	}
	if ex.end > i && i > ex.start {
		ex.end = i // what was taken for its body holds the next message
	}
	w.flush()
	keep := exchange{direction: ex.direction, certain: ex.certain, method: ex.method, host: ex.host, path: ex.path, requested: ex.requested, requestLine: ex.requestLine}
	if ex.html && ex.status == 0 {
		keep.html, keep.harmless, i = true, ex.harmless, ex.start
	}
	w.ex = keep
	ex.status, ex.strength, ex.label, ex.alone, ex.start, ex.end, ex.line, ex.begins = status, how, label, alone, i, j, w.lineNo, w.line
}

// anew reports whether the line repeats the one at s[begins] but for its figures: what happened
// happened again.
func (w *walker) anew(begins int) bool {
	was, is := w.s[begins:min(len(w.s), begins+text.MaxPrefix)], w.s[w.line:w.i]
	return begins < w.line && len(is) <= len(was) && text.SamePrefix(was, 0, is) && was[:len(is)] != is
}

// answers reports whether the line, or one shortly before, tells of a request or a failure.
func (w *walker) answers() bool {
	if w.signs().answer {
		w.told = w.lineNo
	}
	return w.told > 0 && w.lineNo-w.told <= 3 || w.ex.method != "" || w.ex.host != "" || w.ctx.inTree
}

// wholeText reports whether nothing but s[i:j] stands in the text.
func (w *walker) wholeText(i, j int) bool {
	return len(w.s)-(j-i) < 80 && strings.Trim(w.s[:i], " \t\r\n") == "" && strings.Trim(w.s[j:], " \t\r\n.") == ""
}

// specific reports whether a label can only be that of an HTTP status.
func specific(label string) bool { return label != "status" && label != "статус" && label != "" }

// setDirection notes what the request says.
func (w *walker) setDirection() {
	d := direction(w.ex.method, w.ex.host, w.ex.path)
	if d == unknown {
		return
	}
	w.ex.direction, w.ex.certain = d, w.ex.host != ""
	w.knows(d, w.ex.certain)
}

// knows tells the response whose status this line repeats who answered it.
func (w *walker) knows(direction string, certain bool) {
	if w.repeats != w.lineNo || w.last < 0 {
		return
	}
	if r := &w.d.responses[w.last]; r.Direction == unknown {
		r.Direction, r.Certain = direction, certain
	}
}

// context is what the exchange says to a body at i.
func (w *walker) context(i int) context {
	c := w.ctx
	if w.ex.direction != "" {
		c.direction, c.certain = w.ex.direction, w.ex.certain
	}
	if w.ex.reset != 0 {
		c.reset = w.ex.reset
	}
	if e := w.asked(i); e.End > 0 {
		c.exchange = e
	}
	if w.reaches(i) {
		c.status, c.span = w.ex.status, w.v.Span(w.ex.start, w.ex.end)
	} else if status, from, to := statusBefore(w.s, w.line, i, w.trouble || w.signs().answer); status != 0 {
		c.status, c.span = status, w.v.Span(from, to)
	}
	return c
}

// reaches reports whether the status of the exchange is that of a body at i. A status line
// reaches to the next one; any other status to its line, or to a body that begins a line
// shortly after, unless it says that all went well.
func (w *walker) reaches(i int) bool {
	ex := &w.ex
	if ex.status == 0 || ex.used {
		return false
	}
	if ex.strength == message || ex.line == w.lineNo {
		return true
	}
	gap := w.lineNo - ex.line
	prefix := strings.TrimRight(w.s[max(w.line, i-100):i], " \t")
	name := strings.TrimRight(prefix, "\"'`b([ ")
	own := name == "" || ex.label == formLabel && gap <= 2 || gap <= 4 && text.SamePrefix(w.s[:w.line], ex.begins, w.s[w.line:i]) || strings.Trim(prefix, ">|│`#/* \t\"'") == "" || gap < 4 && len(prefix) < 56 && strings.IndexByte(":=|>", name[len(name)-1]) >= 0
	if ex.strength == near {
		return own && gap <= 1
	}
	if ex.status < 400 {
		return own && gap <= 2
	}
	return own && gap <= 20
}

// asked is where the request begins whose answer ends at i, up to there; empty without one.
func (w *walker) asked(i int) Span {
	if from := w.ex.requested; from > 0 && w.lineNo-w.ex.requestLine < maxExchange {
		return w.v.Span(from-1, i)
	}
	return Span{}
}

// maxExchange is over how many lines a request and its answer may go.
const maxExchange = 500

// flush ends the exchange: an error of HTTP that no body was found for is a response of
// its own.
func (w *walker) flush() {
	ex := w.ex
	w.ex.used = true
	if ex.status < 400 || ex.used || ex.strength < phrase && !ex.html {
		return
	}
	if ex.strength < title && w.last >= 0 && ex.line-w.lastLine <= 2 {
		if r := &w.d.responses[w.last]; r.Status == 0 {
			r.Status, r.Span = ex.status, r.Span.Union(w.v.Span(ex.start, ex.end))
			return // on the line behind the body
		}
	}
	if !ex.alone {
		return
	}
	r := Response{Kind: StatusOnly, Status: ex.status, Span: w.v.Span(ex.start, ex.end), Direction: unknown, Reset: ex.reset}
	r.exchange, r.ended = w.asked(ex.end), ex.strength == message
	if (ex.html || ex.foreign) && !ex.empty && !ex.emptyBody {
		r.Kind = Other
	}
	if ex.direction != "" {
		r.Direction, r.Certain = ex.direction, ex.certain
	} else if w.ctx.direction != "" {
		r.Direction, r.Certain = w.ctx.direction, w.ctx.certain
	}
	if w.ctx.inTree {
		w.d.held = append(w.d.held, r)
		return
	}
	w.d.responses = append(w.d.responses, r)
	w.last, w.lastLine, w.lastAt, w.lastLabel = len(w.d.responses)-1, ex.line, ex.begins, ex.label
}

// emitted notes that the response with the index now has what the exchange shows.
func (w *walker) emitted(index int) {
	w.lastLabel = ""
	if w.ex.status != 0 {
		if !w.ex.used {
			w.lastLabel = w.ex.label
		}
		w.ex.used = true
	}
	w.ex.requested, w.ctx.status = 0, 0
	w.last, w.lastLine, w.lastAt = index, w.lineNo, w.line
}
