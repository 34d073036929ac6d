package decode

import "strings"

// A walker goes through a view once, from the beginning to the end, and notes what
// surrounds the bodies.
type walker struct {
	d   *decoder
	v   *view
	s   string
	i   int
	ctx context
	ex  exchange

	line      int // where the line of i begins
	lineNo    int
	blankAt   int                // number of the last blank line
	tried     [len(carriers)]int // up to where there is no body in a carrier
	next      int                // where the next message begins
	untried   int                // where the last fragment ended
	label     role               // a label stands before, and nothing but fillers since
	labelAt   int
	named     int   // where the label ends
	requested int   // number of the last line with a request
	trouble   bool  // the line says that something failed
	told      int   // number of the last line that tells of a request or a failure
	signed    signs // of the line that begins at signed.line
	firstOn   bool  // nothing but blanks and marks before i on its line

	last      int // index of the last response that this walk emitted, -1 if none
	lastLine  int
	lastLabel string // the word that named its status
	repeats   int    // number of the line that repeats its status
}

func (d *decoder) walk(v *view, ctx context) {
	if v.depth > maxDepth {
		return
	}
	w := &walker{d: d, v: v, s: v.text, ctx: ctx, last: -1}
	w.startLine()
	for w.i < len(w.s) {
		switch c := w.s[w.i]; {
		case c == '\n':
			w.i++
			w.startLine()
			continue
		case c == '{' || c == '[' || c == '(':
			w.bracket()
		case c == '%' && percentBracket(w.s, w.i),
			c == '&' && entityBracket(w.s, w.i),
			c == '\\' && escapedBracket(w.s, w.i):
			if !w.inside() {
				w.i++
			}
		case letters(w.s, w.i):
			w.word()
		case isDigit(c):
			w.number()
		case c == '<':
			w.tag()
		case c <= ' ' || c == ':' || c == '=' || c == '"' || c == '\'' || c == '`' || c == ']' || c == ')' || c == '>' || c == '*' || c == '|' || c == '~':
			w.i++
			continue // neither ends a label nor begins a line
		default:
			w.label = plainWord
			w.i++
		}
		w.firstOn = false
	}
	w.flush()
}

//go:noinline
func hexAt(s string, i int, want string) bool {
	return i+2 <= len(s) && strings.EqualFold(s[i:i+2], want)
}

// percentBracket reports whether a bracket stands at s[i], encoded once or more.
func percentBracket(s string, i int) bool {
	for i++; hexAt(s, i, "25"); i += 2 {
	}
	return hexAt(s, i, "7B") || hexAt(s, i, "5B")
}

func entityBracket(s string, i int) bool {
	text, n := entity(s, i)
	return n > 0 && (text == "{" || text == "[")
}

func escapedBracket(s string, i int) bool {
	text, n := unescape(s, i)
	return n > 2 && (text == "{" || text == "[")
}

// bracket reads what begins with a bracket, if a body can begin so.
func (w *walker) bracket() {
	if w.s[w.i] != '(' && w.inside() {
		return
	}
	if strings.HasPrefix(w.s[w.i:], "[CDATA[") {
		w.i += len("[CDATA[")
		return
	}
	if w.v.depth < maxDepth && w.s[w.i] != '(' && w.carried() {
		return
	}
	begin := w.i
	if strings.HasSuffix(w.s[:begin], "map") {
		if at, ok := goType(w.s, begin-len("map")); ok {
			begin = at
		}
	}
	if begin == w.i && !plausible(w.s, w.i) {
		w.i++
		return
	}
	t := w.d.newTree(w.v.depth)
	limit := len(strings.TrimRight(w.s[:w.bodyLimit()], " \t\r\n"))
	end := t.read(w.v, begin, limit)
	if strings.HasSuffix(w.s[:begin], "@") { // PowerShell's @{code=1004; reason=…}
		t.dump, t.code = true, false
	}
	t.dump = t.dump || begin > w.i
	if !w.body(t) && t.cut && end-w.i < maxRetry {
		end = w.i // no body after all: what stands here may still say something
	}
	w.moveTo(max(end, w.i+1))
}

// carried reads a body that goes on over lines in a carrier.
func (w *walker) carried() bool {
	limit := w.bodyLimit()
	for k, carrier := range carriers {
		if w.i < w.tried[k] {
			continue
		}
		inner, end, ok := carrier(w.v, w.line, w.i, limit)
		if ok {
			w.sub(inner, end)
			return true
		}
		w.tried[k] = end
	}
	return false
}

// inside reads what is in an encoding.
func (w *walker) inside() bool {
	if w.v.depth >= maxDepth {
		return false
	}
	inner, end, ok := encoded(w.v, w.i, w.limit())
	if ok {
		w.sub(inner, end)
	}
	return ok
}

// sub walks a view that was read out of w.v up to end.
func (w *walker) sub(inner *view, end int) {
	before := len(w.d.responses)
	w.d.sensitive(inner)
	w.d.walk(inner, w.context(w.i))
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
	if mayBeBase64(s, i) && w.v.depth < maxDepth {
		if inner, end, ok := base64Run(w.v, i); ok {
			if w.ctx.export {
				inner.layers = w.v.layers
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
	case startsAt(s, i, "HTTP/") || startsAt(s, i, "http/"):
		w.statusLine(i)
	case startsAt(s, end, "://"):
		w.address(i, end+3)
	case r == method && upperAt(s, i) && end+1 < len(s) && s[end] == ' ':
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

// number reads a number that may be a status.
func (w *walker) number() {
	s, i := w.s, w.i
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	w.i = j
	kind := w.label
	w.label = plainWord
	if j-i != 3 || i > 0 && numberBefore(s, i) && kind != label || j < len(s) && (isLetter(s[j]) || s[j] == '_' || j+1 < len(s) && (s[j] == '.' || s[j] == ',' || s[j] == ':') && isDigit(s[j+1])) {
		return
	}
	status, _ := decimal(s[i:j])
	if status < 100 || status > 599 {
		return
	}
	between := ""
	if kind != plainWord {
		between = s[w.named:i]
		if compares(between) {
			return
		}
	}
	end := phraseAfter(s, j, status)
	switch {
	case kind == label:
		w.setStatus(status, w.labelAt, max(end, j), labelled, strings.ToLower(s[w.labelAt:w.named]))
	case kind == said && w.ex.status != 0 && !w.ex.used && w.ex.line == w.lineNo && w.signs().condition:
		w.ex.status = 0 // it was expected, this one came
		w.setStatus(status, w.labelAt, max(end, j), labelled, came)
	case w.shown(i, j, max(end, j)):
		w.setStatus(status, i, max(end, j), labelled, "")
	case phrases[status] != "" && w.behind(i, j):
		r := &w.d.responses[w.last]
		r.Status, r.Span = status, r.Span.union(w.v.span(i, j))
	case kind == exception && strings.Contains(between, ":") && phrases[status] != "",
		end == j && phrases[status] != "" && w.arrow(i, j):
		w.setStatus(status, i, max(end, j), labelled, "")
	case end > j && (w.trouble || w.ex.html || w.wholeLine(i, end)):
		how := phrase
		if w.ex.html {
			how = title
		}
		w.setStatus(status, i, end, how, "")
	case end > j:
		w.setStatus(status, i, end, near, "")
	case kind == weakLabel, kind == said && status >= 400 && phrases[status] != "" && ended(s, j):
		w.setStatus(status, w.labelAt, j, near, "")
	}
	w.i = max(end, j)
}

// shown reports whether the number s[i:j], its standard text up to end, stands where only a
// status does: <Response [402]>, [400] during [PUT], «error: (402) …», a line of its own
// between a request or a phrase of Swagger's and what belongs to them.
func (w *walker) shown(i, j, end int) bool {
	s := w.s
	line := strings.TrimSpace(s[j:lineEnd(s[:min(len(s), j+80)], j)])
	switch before := s[w.line:i]; {
	case strings.HasSuffix(before, "[") && (startsAt(s, end, "]>") || startsAt(s, j, "] during [")),
		strings.HasSuffix(before, ": (") && startsAt(s, j, ") ") && w.trouble,
		end > j && w.requested == w.lineNo && strings.LastIndexByte(before, '/') > strings.LastIndexByte(strings.TrimRight(before, " \t["), ' '):
		return true
	case before != "" || line != "":
		return false
	}
	return w.requested > 0 && w.requested == w.lineNo-1 || startsAt(s, lineEnd(s, j), "\nError: ")
}

// behind reports whether nothing but the number s[i:j] stands behind a body without a status.
func (w *walker) behind(i, j int) bool {
	if w.last < 0 || w.lineNo-w.lastLine > 1 || len(w.s)-j > 8 || strings.TrimSpace(w.s[j:]) != "" {
		return false
	}
	r := &w.d.responses[w.last]
	return r.Status == 0 && r.Span.End == w.v.placeEnd(len(strings.TrimRight(w.s[:i], " \r\n")))
}

// ended reports whether no word follows s[:i] that it could count.
func ended(s string, i int) bool {
	s = strings.TrimLeft(s[i:min(len(s), i+16)], " )]")
	return s == "" || !letters(s, 0) || strings.HasPrefix(s, "with") || strings.HasPrefix(s, "с ")
}

// arrow reports whether s[i:j] stands behind an arrow at the end of a line that names a
// request: POST /user/verify → 401.
func (w *walker) arrow(i, j int) bool {
	before := strings.TrimRight(w.s[w.line:i], " \t")
	return (strings.HasSuffix(before, "→") || strings.HasSuffix(before, "->") || strings.HasSuffix(before, "=>")) &&
		strings.TrimSpace(w.s[j:lineEnd(w.s, j)]) == "" && w.signs().answer
}

// wholeLine reports whether nothing but s[i:end], marks and figures stand on the line.
func (w *walker) wholeLine(i, end int) bool {
	rest := w.s[end:lineEnd(w.s, end)]
	return strings.Trim(w.s[w.line:i], " \t><*|`:=\"'[]()~-") == "" && (strings.Trim(rest, " \t\r.:") == "" || strings.HasSuffix(w.s[:i], "[") && strings.HasSuffix(strings.TrimRight(rest, " \r"), "]") || strings.HasSuffix(strings.TrimRight(rest, " \t\r"), "B"))
}

// tag reads an HTML tag, as far as it tells a page from a text.
func (w *walker) tag() {
	s, i := w.s, w.i
	w.i++
	w.label = plainWord
	if startsAt(s, i, "<-- ") {
		w.okhttp(i)
		return
	}
	rest := strings.ToLower(s[i:min(len(s), i+16)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<center>", "<title>"} {
		if strings.HasPrefix(rest, tag) {
			w.page(i)
		}
	}
	if !w.ex.html {
		return
	}
	w.ex.end = max(w.ex.end, min(len(s), i+1))
	switch {
	case strings.HasPrefix(rest, "<title>"):
		w.title(i + len("<title>"))
	case strings.HasPrefix(rest, "</html>"):
		w.ex.end = i + len("</html>")
		w.flush()
		w.ex = exchange{direction: w.ex.direction, certain: w.ex.certain}
	}
}

// page notes that an HTML page begins at s[i], or goes on.
func (w *walker) page(i int) {
	if w.ex.html {
		return
	}
	if w.ex.status != 0 && w.ex.strength < message && w.lineNo-w.ex.line > 2 {
		w.flush()
	}
	if w.ex.used {
		w.ex = exchange{}
	}
	if w.ex.status == 0 {
		w.ex.start = i
	}
	w.ex.html = true
}

// title reads the title of a page at s[i]. It is that of an error if a status begins it, or
// begins its last part, or if it is the standard text of one.
func (w *walker) title(i int) {
	end := strings.IndexByte(w.s[i:min(len(w.s), i+200)], '<')
	if end < 0 {
		return
	}
	text := strings.TrimSpace(w.s[i : i+end])
	part := text[strings.LastIndexByte(text, '|')+1:]
	for _, s := range [...]string{text, part} {
		s = strings.TrimSpace(s)
		for _, word := range [...]string{"HTTP ", "Error ", "Ошибка ", "Status "} {
			s = strings.TrimPrefix(s, word)
		}
		if len(s) >= 3 && (len(s) == 3 || !wordByte(s[3])) {
			if status, ok := decimal(s[:3]); ok && phrases[status] != "" {
				w.setStatus(status, w.ex.start, i+end, title, "")
				w.i = i + end
				return
			}
		}
	}
	if n := len(text); n > 5 && text[n-1] == ')' && text[n-5] == '(' { // Django's Server Error (500)
		if status, ok := decimal(text[n-4 : n-1]); ok && phrases[status] != "" && status >= 400 {
			w.setStatus(status, w.ex.start, i+end, title, "")
			w.i = i + end
			return
		}
	}
	squashed := strings.ToLower(strings.ReplaceAll(text, " ", ""))
	w.ex.harmless = w.ex.status < 400 && names[squashed] == 0 && !strings.HasSuffix(squashed, "error") && squashed != ""
}

// maxRetry is how much of a text that turns out to be no body is read again.
const maxRetry = 256

// body deals with a tree that was read. It reports whether it was an error body.
func (w *walker) body(t *tree) bool {
	before := len(w.d.responses)
	if w.ex.bodyLine > 0 && w.blankAt > w.ex.bodyLine {
		w.flush() // its body is behind
	}
	c := w.context(w.i)
	w.d.bodies(t, c, errorsKeyBefore(w.s, w.i) || w.ctx.errors && strings.Trim(w.s[:w.i], " \t\r\n") == "")
	if len(w.d.responses) > before {
		if len(w.d.responses) == before+1 && w.last == before-1 && before > 0 && w.previewed() {
			w.d.responses = w.d.responses[:before]
			return true
		}
		w.emitted(len(w.d.responses) - 1)
		return true
	}
	n := &t.nodes[0]
	if w.ex.used || !w.reaches(w.i) || n.open != '{' && n.child != 0 && t.nodes[n.child].kind != container {
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
	w.ex.end = max(w.ex.end, int(n.end))
	w.ex.bodyLine = w.lineNo + strings.Count(w.s[n.start:n.end], "\n")
	switch {
	case n.child == 0 || t.emptyErrors():
		w.ex.emptyBody = true
	case t.find(0, "content-length") != 0: // headers, as .NET prints them
		w.ex.empty = w.ex.empty || t.scalarText(t.find(0, "content-length")) == "0"
	case !w.ex.emptyBody:
		w.ex.foreign = true
	}
	return false
}

// previewed reports whether the last response is a part of the one before it, as a browser
// shows a body and under it, behind a colon on its own line, each of its parts.
func (w *walker) previewed() bool {
	if before := strings.TrimRight(w.s[max(0, w.i-8):w.i], " \t\r\n"); !strings.HasSuffix(before, "\n:") {
		return false
	}
	all := w.d.responses[w.last:]
	for i := range all[1].Errors {
		known := false
		for k := range all[0].Errors {
			known = known || all[0].Errors[k].Code == all[1].Errors[i].Code
		}
		if !known {
			return false
		}
	}
	return true
}

// errorsKeyBefore reports whether the bracket at s[i] opens the array of a copied part:
// "errors": [.
func errorsKeyBefore(s string, i int) bool {
	j := i
	for j > 0 && i-j < 24 && strings.IndexByte(" \t\n\r:=>\"'", s[j-1]) >= 0 {
		j--
	}
	return j >= 6 && i-j > 0 && strings.EqualFold(s[j-6:j], "errors") && (j == 6 || !wordByte(s[j-7])) && strings.ContainsAny(s[j:i], ":=")
}

// emptyErrors reports whether a body is {"errors":[]}.
func (t *tree) emptyErrors() bool {
	c := t.nodes[0].child
	return c != 0 && c == t.nodes[0].lastChild && t.isKey(c, "errors") && t.nodes[c].kind == container && t.nodes[c].child == 0
}
