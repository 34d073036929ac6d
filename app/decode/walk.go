package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// A walker goes through a view once, from the beginning to the end, and notes what
// surrounds the bodies.
type walker struct {
	d   *decoder
	v   *text.View
	s   string
	i   int
	ctx context
	ex  exchange

	line         int // where the line of i begins
	lineNo       int
	blankAt      int        // number of the last blank line
	tried        text.Tried // up to where there is no body in a carrier
	next         int        // where the next message begins
	written      int        // where the blanks before it begin
	digits       int        // up to where there is no Base64
	untried      int        // where the last fragment ended
	untriedBlock int        // likewise a block of YAML
	unchunked    int        // up to where there are no chunks
	begins       int        // where the text begins, blanks aside
	label        role       // a label stands before, and nothing but fillers since
	labelAt      int
	named        int   // where the label ends
	requested    int   // number of the last line with a request
	trouble      bool  // the line says that something failed
	told         int   // number of the last line that tells of a request or a failure
	signed       signs // of the line that begins at signed.line
	firstOn      bool  // nothing but blanks and marks before i on its line

	last      int // index of the last response that this walk emitted, -1 if none
	lastLine  int
	lastLabel string // the word that named its status
	repeats   int    // number of the line that repeats its status
	lastAt    int    // where the line of its status begins

}

// inside reads what was found in an encoding.
func (d *decoder) inside(v *text.View, ctx context) {
	if v.Depth > maxDepth {
		d.unread = append(d.unread, v.Span(0, len(v.Text)))
		return
	}
	d.sensitive(v)
	d.walk(v, ctx)
}

// leave notes what was not read of a body that is too long.
func (d *decoder) leave(t *document) {
	if t.Left.End > t.Left.Start {
		d.unread = append(d.unread, t.View.Span(t.Left.Start, t.Left.End))
	}
}

// A class is what a byte can begin.
type class uint8

const (
	other  class = iota
	passed       // it neither ends a label nor begins a line
	lineFeed
	wordClass
	digit
	opening // a bracket
	encodes // perhaps an encoded one
	tagOpening
)

// classes are the classes of all bytes: in the browser program a call for each would cost more.
var classes = func() (t [256]class) {
	for c := range t {
		switch b := byte(c); {
		case b == '\n':
			t[c] = lineFeed
		case text.BeginsWord(string([]byte{b}), 0):
			t[c] = wordClass
		case text.Digit(b):
			t[c] = digit
		case b <= ' ' || strings.IndexByte(":=\"'`])>*|~", b) >= 0:
			t[c] = passed
		}
	}
	t['{'], t['['], t['('] = opening, opening, opening
	t['%'], t['&'], t['\\'] = encodes, encodes, encodes
	t['<'] = tagOpening
	return t
}()

func (d *decoder) walk(v *text.View, ctx context) {
	w := &walker{d: d, v: v, s: v.Text, ctx: ctx, last: -1}
	if ctx.answered != 0 {
		w.ex = exchange{status: ctx.answered, strength: message, alone: true, inBody: true}
		w.ctx.answered = 0
	}
	w.begins = text.SkipSpaces(w.s, 0)
	w.startLine()
	for w.i < len(w.s) {
		switch classes[w.s[w.i]] {
		case passed:
			w.i++
			continue
		case lineFeed:
			w.i++
			w.startLine()
			continue
		case wordClass:
			w.word()
		case digit:
			w.number()
		case opening:
			w.bracket()
		case tagOpening:
			w.tag()
		case encodes:
			if text.Bracket(w.s, w.i) {
				if !w.inside() {
					w.i++
				}
				break
			}
			fallthrough
		default:
			w.label = plainWord
			w.i++
		}
		w.firstOn = false
	}
	w.flush()
}

// bracket reads what begins with a bracket, if a body can begin so.
func (w *walker) bracket() {
	if w.s[w.i] != '(' && w.inside() {
		return
	}
	if text.At(w.s, w.i, "[CDATA[") {
		w.i += len("[CDATA[")
		return
	}
	if w.s[w.i] != '(' && w.carried() {
		return
	}
	begin, ok := tree.Begins(w.s, w.i)
	if !ok || text.At(w.s, w.i, `{"HTTP/`) { // a status line, as Erlang has it
		w.i++
		return
	}
	t := w.d.newTree(w.v.Depth)
	end := t.Read(w.v, begin, w.bodyEnd())
	w.d.leave(t)
	if strings.HasSuffix(w.s[:begin], "@") { // PowerShell's @{code=1004; reason=…}
		t.Dump, t.Code = true, false
	}
	t.Dump = t.Dump || begin > w.i
	if !w.body(t) && t.Cut && end-w.i < maxRetry {
		end = w.i // no body after all: what stands here may still say something
	}
	w.moveTo(max(end, w.i+1))
}

// carried reads a body that goes on over lines in a carrier.
func (w *walker) carried() bool {
	inner, end, ok := text.Carried(w.v, w.line, w.i, w.bodyLimit(), &w.tried, goesOn)
	if ok {
		w.sub(inner, end)
	}
	return ok
}

// inside reads what is in an encoding.
func (w *walker) inside() bool {
	inner, end, ok := text.Encoded(w.v, w.i, w.limit())
	if ok {
		w.sub(inner, end)
	}
	return ok
}

// sub walks a view that was read out of w.v up to end.
func (w *walker) sub(inner *text.View, end int) {
	before := len(w.d.responses)
	w.d.inside(inner, w.context(w.i))
	if len(w.d.responses) > before {
		w.emitted(before)
	}
	w.moveTo(end)
}

// moveTo goes on at i and keeps count of the lines.
func (w *walker) moveTo(i int) {
	passed := w.s[w.i:i]
	if n := strings.Count(passed, "\n"); n > 0 {
		w.lineNo += n
		w.line = w.i + strings.LastIndexByte(passed, '\n') + 1
		w.label, w.trouble = plainWord, false
	}
	w.i = i
}

// word reads a word and what it begins: a status line, a request, an address, Base64.
func (w *walker) word() {
	s, i := w.s, w.i
	if i >= w.digits && text.MayBeBase64(s, i) {
		inner, end, ok := text.Base64(w.v, i)
		if w.digits = end; ok {
			if w.ctx.export {
				inner.Layers = w.v.Layers
			}
			w.sub(inner, end)
			return
		}
	}
	end, r := wordAt(s, i)
	if end == i {
		end = i + 1
	}
	if r == weakLabel && end-i == len("code") && w.fragment(i, end) {
		return
	}
	w.i = end
	switch {
	case text.At(s, i, "HTTP/") || text.At(s, i, "http/"):
		w.statusLine(i)
	case text.At(s, end, ": http") && names[strings.ToLower(s[i:end])] != 0: // Unauthorized: https://…
		w.setStatus(names[strings.ToLower(s[i:end])], i, end, labelled, formLabel)
	case text.At(s, end, "://"):
		w.address(i, end+3)
	case r == method && text.UpperAt(s, i) && end+1 < len(s) && s[end] == ' ':
		w.request(i, end)
	case r == weakLabel && w.label == plainWord && strings.EqualFold(s[max(w.line, i-len("response ")):i], "response "):
		w.label, w.labelAt, w.named = label, i-len("response "), end
	case r == trouble && strings.HasSuffix(s[w.line:i], "URL returned "): // curl: The requested URL returned error: 404
		w.label, w.labelAt, w.named, w.trouble = exception, i, end, true
	case r == label, r == weakLabel && w.label == plainWord:
		if w.label == plainWord {
			w.labelAt = i
		}
		w.label, w.named = r, end
	case r == said && w.label == plainWord, r == event && w.label == plainWord:
		w.label, w.labelAt, w.named = said, i, end
	case r == weakLabel, r == filler, r == said, r == event:
		w.named = end
	case r == trouble:
		w.trouble = true
		if w.label == said {
			w.named = end // вернул ошибку 402
		}
	case troubleSuffix(s[i:end]):
		w.label, w.labelAt, w.named, w.trouble = exception, i, end, true
	default:
		w.label = plainWord
	}
	if w.label != plainWord {
		w.trouble = w.trouble || w.label == label
	}
}

// troubleSuffix reports whether a word is the name of an exception.
func troubleSuffix(word string) bool {
	last := word[len(word)-1]
	return last == 'n' && strings.HasSuffix(word, "Exception") || last == 'r' && strings.HasSuffix(word, "Error") || last == 'R' && strings.HasSuffix(word, "ERROR")
}

// maxRetry is how much of a text that turns out to be no body is read again.
const maxRetry = 256

// body deals with a tree that was read. It reports whether it was an error body.
func (w *walker) body(t *document) bool {
	before := len(w.d.responses)
	if w.ex.bodyLine > 0 && w.blankAt > w.ex.bodyLine {
		w.flush() // its body is behind
	}
	c := w.context(w.i)
	c.source = w.signs().condition || made(w.s[w.line:w.i])
	w.d.bodies(t, c, errorsKeyBefore(w.s, w.i) || w.ctx.errors && w.i <= w.begins)
	if len(w.d.responses) > before {
		w.emitted(len(w.d.responses) - 1)
		return true
	}
	n := &t.Nodes[0]
	if !w.reaches(w.i) && n.Open == '{' && (t.complains() || t.headers()) && !w.signs().condition {
		// Another system's body right behind its status: request failed (402): {"message":…}
		if status, from, to := statusBefore(w.s, w.line, w.i, w.trouble || w.signs().answer); status >= 400 {
			w.setStatus(status, from, to, title, "")
		}
	}
	if w.ex.used || !w.reaches(w.i) || n.Open != '{' && n.Child != 0 && t.Nodes[n.Child].Kind != tree.Container {
		return false
	}
	if w.ex.status < 400 {
		w.ex.used = w.ex.strength < message || w.ex.inBody // the body of a success
		return false
	}
	// Another system's body, if it stands where the answer's must be.
	if w.ex.strength < labelled && !w.trouble {
		return false
	}
	w.ex.end = max(w.ex.end, int(n.End))
	w.ex.bodyLine = w.lineNo + strings.Count(w.s[n.Start:n.End], "\n")
	switch {
	case n.Child == 0 || t.emptyErrors():
		w.ex.emptyBody = true
	case t.headers():
		w.ex.empty = w.ex.empty || t.scalarText(t.Find(0, "content-length")) == "0"
		w.ex.reset = max(w.ex.reset, t.resetHeader(0))
	case !w.ex.emptyBody:
		w.ex.foreign = true
	}
	return false
}

// made reports whether s ends with what makes an object in a program: new ErrorResult.
func made(s string) bool {
	s = strings.TrimRight(s[max(0, len(s)-80):], " (")
	k := strings.LastIndexByte(s, ' ')
	for _, word := range [...]string{"new", "raise", "throw", "return"} {
		if k > 0 && strings.HasSuffix(s[:k], word) {
			return true
		}
	}
	return false
}

// errorsKeyBefore reports whether the bracket at s[i] opens the array of a copied part:
// "errors": [.
func errorsKeyBefore(s string, i int) bool {
	j := i
	for j > 0 && i-j < 24 && strings.IndexByte(" \t\n\r:=>\"'", s[j-1]) >= 0 {
		j--
	}
	return j >= 6 && i-j > 0 && strings.EqualFold(s[j-6:j], "errors") && (j == 6 || !text.WordByte(s[j-7])) && strings.ContainsAny(s[j:i], ":=")
}

// headers reports whether an object holds the headers of an answer.
func (t *document) headers() bool {
	return t.Find(0, "content-length") != 0 || t.Find(0, "content-type") != 0 && t.Find(0, "date") != 0
}

// emptyErrors reports whether a body is {"errors":[]}.
func (t *document) emptyErrors() bool {
	c := t.Nodes[0].Child
	return c != 0 && c == t.Nodes[0].LastChild && t.IsKey(c, "errors") && t.Nodes[c].Kind == tree.Container && t.Nodes[c].Child == 0
}
