package decode

import "strings"

// A context is what surrounds a text that was found inside another one.
type context struct {
	status    int
	span      Span // of the message that the status begins
	direction string
	certain   bool // the direction is shown by a host
	reset     int
	export    bool // a string of a HAR or an export: that it is encoded is no repair
}

// An exchange is the request and answer that the walk is in.
type exchange struct {
	status   int
	strength strength
	start    int // of the status, or of the message that it begins
	end      int // of what belongs to it so far
	line     int // number of the line of the status
	used     bool

	direction, method, host, path string
	certain                       bool // the direction is shown by a host
	reset                         int
	empty                         bool // Content-Length: 0
	chunked                       bool
	inBody                        bool // the blank line after the headers is behind
	html, foreign                 bool // a body that is not Evotor's was seen
	emptyBody                     bool // {} or [] was seen
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

// A walker goes through a view once, from the beginning to the end, and notes what
// surrounds the bodies.
type walker struct {
	d   *decoder
	v   *view
	s   string
	i   int
	ctx context
	ex  exchange

	line     int // where the line of i begins
	lineNo   int
	label    role // a label stands before, and nothing but fillers since
	labelAt  int
	trouble  bool // the line says that something failed
	firstOn  bool // nothing but blanks and marks before i on its line
	last     int  // index of the last response that this walk emitted, -1 if none
	lastLine int
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
		case digit(c):
			w.number()
		case c == '<':
			w.tag()
		case c <= ' ' || strings.IndexByte(":=\"'`[]()>*|~", c) >= 0:
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
	if !plausible(w.s, w.i) {
		w.i++
		return
	}
	if inner, end, ok := unprefixed(w.v, w.line, w.i); ok && w.v.depth < maxDepth {
		w.sub(inner, end)
		return
	}
	t := w.d.newTree(w.v.depth)
	end := t.read(w.v, w.i)
	if !w.body(t) && t.cut && end-w.i < maxRetry {
		end = w.i // no body after all: what stands here may still say something
	}
	w.moveTo(max(end, w.i+1))
}

// inside reads what is in an encoding.
func (w *walker) inside() bool {
	if w.v.depth >= maxDepth {
		return false
	}
	inner, end, ok := encoded(w.v, w.i)
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

// emitted notes that the response with the index now has what the exchange shows.
func (w *walker) emitted(index int) {
	if w.ex.status != 0 {
		w.ex.used = true
	}
	w.ctx.status = 0
	w.last, w.lastLine = index, w.lineNo
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

// startLine reads what lines begin with: the marks of curl, a header, a blank line.
func (w *walker) startLine() {
	w.line, w.label, w.trouble, w.firstOn = w.i, plainWord, false, true
	w.lineNo++
	i := w.i
	for i < len(w.s) && (w.s[i] == ' ' || w.s[i] == '\t' || w.s[i] == '<' && i+1 < len(w.s) && w.s[i+1] == ' ' || w.s[i] == '>' && i+1 < len(w.s) && w.s[i+1] <= ' ') {
		i++
	}
	end := lineEnd(w.s, i)
	if strings.TrimRight(w.s[i:end], "\r") == "" {
		if w.ex.strength == message && !w.ex.inBody && !w.ex.used && w.lineNo > w.ex.line {
			w.ex.inBody = true
			if w.ex.chunked && end+1 < len(w.s) {
				if inner, stop, ok := dechunked(w.v, end+1); ok && w.v.depth < maxDepth {
					w.i = end + 1
					w.sub(inner, stop)
				}
			}
		}
		return
	}
	if w.ex.strength == message && !w.ex.used && strings.IndexByte("*{}", w.s[i]) < 0 && !strings.HasPrefix(w.s[i:end], "HTTP/") {
		switch {
		case !w.ex.inBody:
			w.ex.end = end
		case w.s[w.line] != '<' && w.s[w.line] != '>':
			w.ex.foreign, w.ex.end = true, end // text, until a body is found in it
		}
	}
	if colon := strings.IndexByte(w.s[i:min(end, i+40)], ':'); colon > 0 {
		w.header(strings.TrimSpace(w.s[i:i+colon]), strings.TrimSpace(w.s[i+colon+1:end]))
	}
}

// header notes what a header says of the exchange.
func (w *walker) header(name, value string) {
	switch strings.ToLower(name) {
	case "host":
		w.ex.host = value
		w.setDirection()
	case "x-authorization":
		if w.ex.direction == "" && w.ex.status == 0 {
			w.ex.direction = fromCloud
		}
	case "content-length":
		w.ex.empty = w.ex.strength == message && value == "0"
	case "transfer-encoding":
		w.ex.chunked = strings.EqualFold(value, "chunked")
	case "accept", "content-type":
		if strings.Contains(value, "application/vnd.evotor") && w.ex.direction == "" {
			w.ex.direction = fromCloud
		}
	case "x-ratelimit-reset", "retry-after":
		if n, ok := decimal(value); ok {
			w.ex.reset = n
		}
		if w.ex.direction == "" && name[0]|0x20 == 'x' {
			w.ex.direction = fromCloud
		}
	}
}

func (w *walker) setDirection() {
	if d := direction(w.ex.method, w.ex.host, w.ex.path); d != unknown {
		w.ex.direction, w.ex.certain = d, w.ex.host != ""
	}
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
	w.i = end
	switch {
	case strings.HasPrefix(s[i:], "HTTP/") || strings.HasPrefix(s[i:], "http/"):
		w.statusLine(i)
	case strings.HasPrefix(s[end:], "://"):
		w.address(i, end+3)
	case r == method && upperAt(s, i) && end+1 < len(s) && s[end] == ' ':
		w.request(i, end)
	case r == label, r == weakLabel && w.label == plainWord:
		if w.label == plainWord {
			w.labelAt = i
		}
		w.label = r
	case r == weakLabel, r == filler:
	case r == trouble:
		w.trouble = true
	default:
		w.label = plainWord
		w.trouble = w.trouble || troubleSuffix(s[i:end])
	}
	if w.label != plainWord {
		w.trouble = w.trouble || w.label == label
	}
}

// troubleSuffix reports whether a word is the name of an exception.
func troubleSuffix(word string) bool {
	return strings.HasSuffix(word, "Exception") || strings.HasSuffix(word, "Error") || strings.HasSuffix(word, "ERROR")
}

// statusLine reads HTTP/1.1 400 Bad Request.
func (w *walker) statusLine(i int) {
	s := w.s
	j := i + len("HTTP/")
	for j < len(s) && (digit(s[j]) || s[j] == '.') {
		j++
	}
	k := j
	for k < len(s) && s[k] == ' ' {
		k++
	}
	if k == j || k+3 > len(s) {
		return
	}
	status, ok := decimal(s[k : k+3])
	if !ok || status < 100 || status > 599 || k+3 < len(s) && wordByte(s[k+3]) {
		return
	}
	w.i = k + 3
	if w.ex.method != "" && w.ex.status == 0 && strings.Contains(s[w.line:i], w.ex.method+" ") {
		return // an access log
	}
	start := i
	if w.firstOn {
		start = w.line
		for start < i && (s[start] == ' ' || s[start] == '<' || s[start] == '>' || s[start] == '*') {
			start++
		}
	}
	if end := phraseAfter(s, w.i, status); end > w.i {
		w.i = end
	}
	w.setStatus(status, start, w.i, message)
}

// request reads PUT /path, PUT https://host/path.
func (w *walker) request(i, end int) {
	s := w.s
	j := end + 1
	stop := j
	for stop < len(s) && s[stop] > ' ' && strings.IndexByte("\"'`]),", s[stop]) < 0 {
		stop++
	}
	target := s[j:stop]
	if !strings.HasPrefix(target, "/") && !strings.Contains(target, "://") && !strings.HasPrefix(target, "{{") {
		return
	}
	if w.ex.status != 0 {
		w.flush()
	}
	w.ex = exchange{method: s[i:end]}
	if _, rest, ok := strings.Cut(target, "://"); ok {
		w.ex.host, w.ex.path = splitURL(rest)
	} else {
		w.ex.path = target
	}
	w.setDirection()
	w.i = stop
}

// address reads https://host/path.
func (w *walker) address(i, from int) {
	s := w.s
	end := from
	for end < len(s) && s[end] > ' ' && strings.IndexByte("\"'`<>]),;{", s[end]) < 0 {
		end++
	}
	host, path := splitURL(s[from:end])
	if d := direction(w.ex.method, host, path); d != unknown {
		w.ex.direction, w.ex.certain = d, true
	}
	for w.i = from; w.i < end && !(s[w.i] == '%' && percentBracket(s, w.i)); {
		w.i++ // to a body that the address carries, or to its end
	}
}

// number reads a number that may be a status.
func (w *walker) number() {
	s, i := w.s, w.i
	j := i
	for j < len(s) && digit(s[j]) {
		j++
	}
	w.i = j
	kind := w.label
	w.label = plainWord
	if j-i != 3 || i > 0 && numberBefore(s, i) && kind != label || j < len(s) && (letter(s[j]) || s[j] == '_' || j+1 < len(s) && (s[j] == '.' || s[j] == ',' || s[j] == ':') && digit(s[j+1])) {
		return
	}
	status, _ := decimal(s[i:j])
	if status < 100 || status > 599 {
		return
	}
	end := phraseAfter(s, j, status)
	switch {
	case kind == label:
		w.setStatus(status, w.labelAt, max(end, j), labelled)
	case end > j && (w.trouble || w.ex.html || w.wholeLine(i, end)):
		how := phrase
		if w.ex.html {
			how = title
		}
		w.setStatus(status, i, end, how)
	case end > j:
		w.setStatus(status, i, end, near)
	case kind == weakLabel:
		w.setStatus(status, w.labelAt, j, near)
	}
	w.i = max(end, j)
}

// wholeLine reports whether nothing but s[i:end], marks and figures stand on the line.
func (w *walker) wholeLine(i, end int) bool {
	rest := w.s[end:lineEnd(w.s, end)]
	return w.firstOn && (strings.Trim(rest, " \t\r.:") == "" || strings.HasSuffix(strings.TrimRight(rest, " \t\r"), "B"))
}

// setStatus notes a status that stands at s[i:j].
func (w *walker) setStatus(status, i, j int, how strength) {
	if how < message && w.ex.status != 0 && !w.ex.used {
		if w.ex.strength == message || w.ex.line == w.lineNo || w.ex.html || w.ex.status == status && w.lineNo-w.ex.line < 3 {
			w.ex.strength = max(w.ex.strength, how)
			return // one answer, its status said twice
		}
	}
	if how >= phrase && how < message && w.last >= 0 && w.lastLine == w.lineNo && w.d.responses[w.last].Status == 0 {
		// Behind the body, on its line.
		r := &w.d.responses[w.last]
		r.Status, r.Span = status, r.Span.union(w.v.span(i, j))
		return
	}
	if w.ex.status != 0 {
		w.flush()
	}
	keep := exchange{direction: w.ex.direction, certain: w.ex.certain, method: w.ex.method, host: w.ex.host, path: w.ex.path}
	w.ex = keep
	w.ex.status, w.ex.strength, w.ex.start, w.ex.end, w.ex.line = status, how, i, j, w.lineNo
}

// tag reads an HTML tag, as far as it tells a page from a text.
func (w *walker) tag() {
	s, i := w.s, w.i
	w.i++
	w.label = plainWord
	rest := strings.ToLower(s[i:min(len(s), i+16)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<center>", "<title>"} {
		if strings.HasPrefix(rest, tag) {
			if !w.ex.html && w.ex.status != 0 && w.ex.strength < message && w.ex.line != w.lineNo && w.lineNo-w.ex.line > 2 {
				w.flush()
			}
			if w.ex.used {
				w.ex = exchange{}
			}
			if !w.ex.html && w.ex.status == 0 {
				w.ex.start = i
			}
			w.ex.html = true
		}
	}
	if w.ex.html {
		w.ex.end = max(w.ex.end, min(len(s), i+1))
		if strings.HasPrefix(rest, "</html>") {
			w.ex.end = i + len("</html>")
			if w.ex.status != 0 {
				w.flush()
			}
			w.ex = exchange{direction: w.ex.direction, certain: w.ex.certain}
		}
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
	if w.reaches(i) {
		c.status, c.span = w.ex.status, w.v.span(w.ex.start, w.ex.end)
	} else if status, from, to := statusBefore(w.s, w.line, i); status != 0 {
		c.status, c.span = status, w.v.span(from, to)
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
	own := name == "" || strings.Trim(prefix, ">|`#/* \t\"'") == "" || gap < 4 && len(prefix) < 40 && (strings.HasSuffix(name, ":") || strings.HasSuffix(name, "="))
	if ex.strength == near {
		return own && gap <= 1
	}
	if ex.status < 400 {
		return own && gap <= 2
	}
	return own && gap <= 20
}

// maxRetry is how much of a text that turns out to be no body is read again.
const maxRetry = 256

// body deals with a tree that was read. It reports whether it was an error body.
func (w *walker) body(t *tree) bool {
	before := len(w.d.responses)
	c := w.context(w.i)
	w.d.bodies(t, c, errorsKeyBefore(w.s, w.i))
	if len(w.d.responses) > before {
		w.emitted(len(w.d.responses) - 1)
		return true
	}
	// Another system's body, if it stands where the answer's must be.
	if n := &t.nodes[0]; w.ex.status >= 400 && !w.ex.used && w.reaches(w.i) && (n.open == '{' || n.child != 0 && t.nodes[n.child].kind == container || n.child == 0) {
		if w.ex.strength < labelled && !w.trouble {
			return false
		}
		w.ex.end = max(w.ex.end, int(n.end))
		if n.child == 0 || t.emptyErrors() {
			w.ex.emptyBody = true
		} else if !w.ex.emptyBody {
			w.ex.foreign = true
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
	return j >= 6 && i-j > 0 && strings.EqualFold(s[j-6:j], "errors") && (j == 6 || !wordByte(s[j-7])) && strings.ContainsAny(s[j:i], ":=")
}

// emptyErrors reports whether a body is {"errors":[]}.
func (t *tree) emptyErrors() bool {
	c := t.nodes[0].child
	return c != 0 && c == t.nodes[0].lastChild && t.isKey(c, "errors") && t.nodes[c].kind == container && t.nodes[c].child == 0
}

// flush ends the exchange: an error of HTTP that no body was found for is a response of
// its own.
func (w *walker) flush() {
	ex := w.ex
	w.ex.used = true
	if ex.status < 400 || ex.used || ex.strength < phrase && !ex.html {
		return
	}
	r := Response{Kind: StatusOnly, Status: ex.status, Span: w.v.span(ex.start, ex.end), Direction: unknown, Reset: ex.reset}
	if (ex.html || ex.foreign) && !ex.empty && !ex.emptyBody {
		r.Kind = Other
	}
	if ex.direction != "" {
		r.Direction, r.Certain = ex.direction, ex.certain
	} else if w.ctx.direction != "" {
		r.Direction, r.Certain = w.ctx.direction, w.ctx.certain
	}
	w.d.responses = append(w.d.responses, r)
	w.last, w.lastLine = len(w.d.responses)-1, ex.line
}

// plausible reports whether the bracket at s[i] can begin a body: whether what follows it
// is a key, a value or a bracket.
func plausible(s string, i int) bool {
	j := i + 1
	for j < len(s) && j < i+200 {
		n, _ := blank(s, j)
		if n == 0 {
			break
		}
		j += n
	}
	if j >= len(s) {
		return false
	}
	c := s[j]
	quote, _ := quoteAt(s, j)
	switch s[i] {
	case '{':
		if quote > 0 || c == '}' || comment(s, j) > 0 {
			return true
		}
		if _, ok := bracketKeyEnd(s, j); ok {
			return true
		}
		for j < len(s) && strings.IndexByte(":+-#@?,", s[j]) >= 0 {
			j++
			if q, _ := quoteAt(s, min(j, len(s)-1)); q > 0 && j < len(s) {
				return true
			}
		}
		return keyAt(s, j)
	case '[':
		if quote > 0 || c == '{' || c == '[' || c == ']' || c == '(' {
			return true
		}
		if strings.HasSuffix(s[:i], "map") {
			return keyAt(s, j)
		}
		k := j
		for k < len(s) && k < j+64 && (wordByte(s[k]) || s[k] == '.' || s[k] == '\\') {
			k++
		}
		return k > j && k < len(s) && (s[k] == '(' || s[k] == '{' || s[k] == '[' || strings.HasPrefix(s[k:], " {") || strings.HasPrefix(s[k:], ":") && k+2 < len(s) && digit(s[k+1]))
	default: // ( begins a body only behind the name of a type
		if i == 0 || !wordByte(s[i-1]) && s[i-1] > ' ' {
			return false
		}
		if _, ok := bracketKeyEnd(s, j); ok {
			return true
		}
		if quote > 0 {
			k := strings.IndexByte(s[j+quote:min(len(s), j+60)], s[j])
			return k > 0 && strings.HasPrefix(strings.TrimLeft(s[j+quote+k+1:min(len(s), j+quote+k+8)], " "), "=>")
		}
		return wordByte(s[i-1]) && c != '(' && keyAt(s, j) && assigned(s, j)
	}
}

// keyAt reports whether a name and the separator of a value stand at s[i].
func keyAt(s string, i int) bool {
	j := i
	for j < len(s) && j < i+64 && (wordByte(s[j]) || s[j] == '-' || s[j] == '$' || s[j] == '.') {
		j++
	}
	if j == i {
		return false
	}
	if j < len(s) && strings.IndexByte("\"'", s[j]) >= 0 {
		j++
	}
	for j < len(s) && j < i+100 {
		n, _ := blank(s, j)
		if n == 0 {
			break
		}
		j += n
	}
	return j < len(s) && (s[j] == ':' || s[j] == '=')
}

// assigned reports whether the separator behind the name at s[i] is =.
func assigned(s string, i int) bool {
	for i < len(s) && wordByte(s[i]) {
		i++
	}
	return i < len(s) && s[i] == '='
}
