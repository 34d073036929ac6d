package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

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

// scan goes through a view and returns its events, unless a pairing takes them.
func (d *decoder) scan(v *text.View, of literal, to *pairing, parts []Span) scope {
	w := &scanner{d: d, v: v, s: v.Text, of: of, to: to, parts: parts}
	if to != nil {
		w.out.events = d.events
	}
	w.out.view, w.memo.begins = v, text.SkipSpaces(v.Text, 0)
	w.startLine()
	for w.at < len(w.s) {
		switch classes[w.s[w.at]] {
		case passed:
			w.at++
		case lineFeed:
			w.at++
			w.pass()
			w.startLine()
		case wordClass:
			w.word()
		case digit:
			w.statusNumber()
		case opening:
			w.bracket()
		case tagOpening:
			w.tag()
		case encodes:
			if text.Bracket(w.s, w.at) {
				if !w.encoded() {
					w.at++
				}
				break
			}
			fallthrough
		default:
			w.label.role = plainWord
			w.at++
		}
	}
	w.hand(0)
	if to != nil {
		d.events = w.out.events[:0]
	}
	return w.out
}

// bracket reads what begins with a bracket, if a body can begin so.
func (w *scanner) bracket() {
	if w.cleanBody() {
		return
	}
	round := w.s[w.at] == '('
	if !round && w.encoded() {
		return
	}
	if text.At(w.s, w.at, "[CDATA[") {
		w.at += len("[CDATA[")
		return
	}
	if w.carried() {
		return
	}
	begin, ok := tree.Begins(w.s, w.at)
	if !ok || text.At(w.s, w.at, `{"HTTP/`) { // a status line, as Erlang has it
		w.at++
		return
	}
	t := w.d.newTree(w.v.Depth)
	end := t.Read(w.v, begin, w.bodyEnd())
	w.d.leave(t)
	if strings.HasSuffix(w.s[:begin], "@") { // PowerShell's @{code=1004; reason=…}
		t.Dump, t.Code = true, false
	}
	t.Dump = t.Dump || begin > w.at
	if !w.document(t) && t.Cut && end-w.at < maxRetry {
		end = w.at // no body after all: what stands here may still say something
	}
	w.moveTo(max(end, w.at+1))
}

// cleanBody reads a body that is nothing but that: neither in an encoding or a carrier nor cut off.
func (w *scanner) cleanBody() bool {
	if w.at < w.memo.unclean {
		return false
	}
	t := w.d.newTree(w.v.Depth)
	end, ok := t.ReadClean(w.v, w.at)
	if !ok {
		w.memo.unclean = end
		return false
	}
	w.document(t)
	w.moveTo(end)
	return true
}

// maxRetry is how much of a text that turns out to be no body is read again.
const maxRetry = 256

// document notes a tree that was read. It reports whether a body may be in it.
func (w *scanner) document(t *document) bool {
	h := w.hints()
	source := h.condition || made(w.s[w.line:w.at]) || t.metric()
	inner := w.d.bodies(t, w.keyBefore(), preface{source: source, failed: w.failed && h.tells})
	e := w.note(objectAt, w.at, int(t.Nodes[0].End))
	e.inner, e.number = inner, w.bodyLine()
	if len(inner.events) == 0 || inner.events[0].needs || inner.events[0].kind != answerAt {
		e.object = t.object()
		e.complains = e.complains && !h.condition
	}
	if e.complains || len(inner.events) > 0 {
		if e.status = w.statusBefore(w.at); e.code != 0 {
			w.d.traces.around()
		}
	}
	return len(inner.events) > 0
}

// object is what a document is as the body of another system.
func (t *document) object() (o object) {
	n := &t.Nodes[0]
	ofHeaders := t.headers()
	o.complains = n.Open == '{' && (ofHeaders || t.complains())
	o.lines = strings.Count(t.View.Text[n.Start:n.End], "\n")
	switch {
	case n.Open != '{' && n.Child != 0 && t.Nodes[n.Child].Kind != tree.Container:
	case n.Child == 0 || t.emptyErrors():
		o.is = emptyObject
	case ofHeaders:
		o.is, o.reset = headersObject, t.resetHeader(0)
		if t.scalarText(t.Find(0, "content-length")) == "0" {
			o.is = noContent
		}
	default:
		o.is = foreignObject
	}
	return o
}

// carried reads a body that goes on over lines in a carrier; a parenthesis begins one that print_r
// writes, alone on its line.
func (w *scanner) carried() bool {
	if w.s[w.at] == '(' && !text.At(w.s, w.at, "(\n") && !text.At(w.s, w.at, "(\r\n") {
		return false
	}
	inner, end, ok := text.Carried(w.v, w.line, w.at, w.bodyLimit(), &w.memo.carrier, goesOn)
	if ok {
		w.sub(inner, end)
	}
	return ok
}

// encoded reads what is in an encoding.
func (w *scanner) encoded() bool {
	inner, end, ok := text.Encoded(w.v, w.at, w.limit())
	if ok {
		w.sub(inner, end)
	}
	return ok
}

// word reads a word and what it begins: a status line, a request, an address, Base64.
func (w *scanner) word() {
	s, i := w.s, w.at
	if i >= w.memo.base64 && text.MayBeBase64(s, i) {
		inner, end, ok := text.Base64(w.v, i)
		if w.memo.base64 = end; ok {
			if w.of.export {
				inner.Layers = w.v.Layers
			}
			w.sub(inner, end)
			return
		}
	}
	end, r := wordAt(s, i)
	end = max(end, i+1)
	if r == weakLabel && end-i == len("code") && w.fragment(i, end) {
		return
	}
	if r == idWord {
		from, to := idAt(s, end)
		if to > from {
			w.trace(idTrace, "", from, to)
		}
	} else if end == i+3 && end < len(s) && s[end] == ',' && w.moment() {
		return
	}
	w.at = end
	switch {
	case text.At(s, i, "HTTP/") || text.At(s, i, "http/"):
		w.statusLine(i)
	case text.At(s, end, ": http") && names[strings.ToLower(s[i:end])] != 0: // Unauthorized: https://…
		w.status(end, &status{code: names[strings.ToLower(s[i:end])], from: i, how: labelled, label: formLabel})
	case text.At(s, end, "://"):
		w.address(end + 3)
	case r == methodWord && text.UpperAt(s, i) && end+1 < len(s) && strings.IndexByte(" ,;\t", s[end]) >= 0:
		w.request(i, end)
	case w.label.role == labelWord && names[strings.ToLower(s[i:end])] != 0: // StatusCode: Unauthorized
		w.status(end, &status{code: names[strings.ToLower(s[i:end])], from: w.label.from, how: near})
	default:
		w.names(i, end, r)
	}
}

// names notes what the word s[i:end] says of a number behind it.
func (w *scanner) names(i, end int, r role) {
	s, free := w.s, w.label.role == plainWord
	switch {
	case r == plainWord && !failureSuffix(s[i:end]): // most words
		w.label.role = plainWord
	case r == weakLabel && (free || w.label.role == exceptionWord) &&
		strings.EqualFold(s[max(w.line, i-len("response ")):i], "response "):
		w.label = wordLabel{labelWord, i - len("response "), end}
	// curl: The requested URL returned error: 404
	case r == failureWord && strings.HasSuffix(s[w.line:i], "URL returned "):
		w.label = wordLabel{exceptionWord, i, end}
	case r == labelWord, r == weakLabel && free:
		if free {
			w.label.from = i
		}
		w.label.role, w.label.to = r, end
	case free && (r == reportedWord || r == happenedWord):
		w.label = wordLabel{reportedWord, i, end}
	case r == weakLabel, r == fillerWord, r == partyWord, r == reportedWord, r == happenedWord:
		w.label.to = end
	case r == failureWord:
		w.failed = true
		if w.label.role == reportedWord {
			w.label.to = end // вернул ошибку 402
		}
	case r == plainWord:
		w.label, w.failed = wordLabel{exceptionWord, i, end}, true
	default:
		w.label.role = plainWord
	}
	w.failed = w.failed || w.label.role == labelWord || w.label.role == exceptionWord
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

// keyBefore is the key of the array, errors or violations, that the bracket at w.at opens without the
// object around it, as in a copied part, "errors": [, or in a string under that key.
func (w *scanner) keyBefore() string {
	s, i := w.s, w.at
	if w.of.errors && i <= w.memo.begins {
		return "errors"
	}
	j := i
	for j > 0 && i-j < 24 && strings.IndexByte(" \t\n\r:=>\"'", s[j-1]) >= 0 {
		j--
	}
	if i == j || !strings.ContainsAny(s[j:i], ":=") {
		return ""
	}
	for _, key := range [...]string{"errors", "violations"} {
		if from := j - len(key); from >= 0 && strings.EqualFold(s[from:j], key) && (from == 0 || !text.WordByte(s[from-1])) {
			return key
		}
	}
	return ""
}
