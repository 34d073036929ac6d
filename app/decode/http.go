package decode

import (
	"strconv"
	"strings"

	"evotor-errors/app/decode/text"
)

// startLine reads what lines begin with: the marks of curl and of OkHttp, a header, a blank
// line.
func (w *walker) startLine() {
	w.line, w.label, w.trouble, w.firstOn = w.i, plainWord, false, true
	w.lineNo++
	i := w.i
	for i < len(w.s) && (w.s[i] == ' ' || w.s[i] == '\t' || w.s[i] == '<' && i+1 < len(w.s) && w.s[i+1] == ' ' || w.s[i] == '>' && i+1 < len(w.s) && w.s[i+1] <= ' ') {
		i++
	}
	end := w.v.LineEnd(i)
	if i == end || w.s[i] == '\r' && strings.Trim(w.s[i:end], "\r") == "" {
		w.blankLine(end)
		return
	}
	if text.At(w.s, i, "<-- ") {
		w.i = i
		return
	}
	if last := strings.TrimRight(w.s[max(i, end-2):end], "\r"); strings.HasSuffix(last, ":") && w.block() {
		return
	}
	if text.HexDigit(w.s[i]) {
		if inner, end, ok := text.Hexdump(w.v, w.line); ok {
			w.sub(inner, end)
			return
		}
	}
	if w.ex.strength == message && !w.ex.used && strings.IndexByte("*{}", w.s[i]) < 0 && !strings.HasPrefix(w.s[i:end], "HTTP/") {
		switch {
		case !w.ex.inBody:
			w.ex.end = end
		case w.s[w.line] != '>' && (w.s[w.line] != '<' || w.line+1 < end && (text.Letter(w.s[w.line+1]) || strings.IndexByte("!?", w.s[w.line+1]) >= 0)):
			w.ex.foreign, w.ex.end = true, end // text, until a body is found in it
		}
	}
	if colon := strings.IndexByte(w.s[i:min(end, i+40)], ':'); colon > 0 {
		w.header(strings.TrimSpace(w.s[i:i+colon]), strings.TrimSpace(w.s[i+colon+1:end]))
	}
}

// okhttp reads what OkHttp's log says of an answer, whatever stands before it on the line:
// <-- 402 https://host/path (31ms), <-- END HTTP (26-byte body).
func (w *walker) okhttp(i int) {
	rest := w.s[i+len("<-- ") : w.v.LineEnd(i)]
	if strings.HasPrefix(rest, "END HTTP") {
		w.flush()
	} else if len(rest) >= 3 && (len(rest) == 3 || rest[3] == ' ') {
		if status, ok := text.Decimal(rest[:3]); ok && status >= 100 && status <= 599 {
			w.i = i + len("<-- 400")
			w.setStatus(status, i, w.i, message, "")
		}
	}
}

// blankLine ends the headers of a message; its body may come in chunks.
func (w *walker) blankLine(end int) {
	w.blankAt = w.lineNo
	if w.ex.strength != message || w.ex.inBody || w.ex.used || w.lineNo <= w.ex.line {
		return
	}
	w.ex.inBody = true
	if end+1 >= len(w.s) || end+1 < w.unchunked || w.v.Depth >= maxDepth {
		return
	}
	inner, stop, ok := text.Dechunked(w.v, end+1)
	if !ok {
		w.unchunked = stop
		return
	}
	w.i = end + 1
	w.sub(inner, stop)
}

// header notes what a header says of the exchange.
func (w *walker) header(name, value string) {
	if name == "" || !text.Letter(name[0]) {
		return
	}
	switch strings.ToLower(name) {
	case "host":
		w.ex.host = value
		w.setDirection()
	case "direction": // of a text that explain.Report.Shared wrote
		likely, perhaps := strings.CutPrefix(value, "likely ")
		switch likely {
		case toCloud, fromCloud:
			w.ex.direction, w.ex.certain = likely, !perhaps
		case unknown:
			w.ex.direction, w.ex.certain = "", false
		}
	case "x-authorization":
		if w.ex.direction == "" && w.ex.status == 0 {
			w.ex.direction = fromCloud
		}
	case "content-length":
		w.ex.empty = w.ex.strength == message && value == "0"
	case "accept", "content-type":
		if strings.Contains(value, "application/vnd.evotor") && w.ex.direction == "" {
			w.ex.direction = fromCloud
		}
	case "x-ratelimit-reset", "retry-after":
		if n := resetOf(value); n > 0 {
			w.ex.reset = n
		}
		if w.ex.direction == "" && name[0]|0x20 == 'x' {
			w.ex.direction = fromCloud
		}
	}
}

// statusLine reads HTTP/1.1 400 Bad Request, and the end of an access log's request,
// HTTP/1.1" 400, whose status counts only if a body follows.
func (w *walker) statusLine(i int) {
	s := w.s
	j := i + len("HTTP/")
	for j < len(s) && (text.Digit(s[j]) || s[j] == '.') {
		j++
	}
	how := message
	k := j
	if text.At(s, j, `" `) {
		how, k = near, j+1
	}
	for k < len(s) && s[k] == ' ' {
		k++
	}
	if k == j || k+3 > len(s) {
		return
	}
	status, ok := text.Decimal(s[k : k+3])
	if !ok || status < 100 || status > 599 || k+3 < len(s) && text.WordByte(s[k+3]) {
		return
	}
	w.i = k + 3
	if written(s[:i]) {
		return
	}
	label := ""
	if how == near && status >= 400 && w.ex.direction != "" && w.ex.requestLine == w.lineNo {
		how, label = labelled, formLabel // a webhook, or the cloud
	}
	if how == message && !strings.HasSuffix(s[:i], `"`) && w.ex.method != "" && w.ex.status == 0 && strings.Contains(s[w.line:i], w.ex.method+" ") {
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
	w.setStatus(status, start, w.i, how, label)
}

// written reports whether s ends with a call of a program that writes what follows: header("
func written(s string) bool {
	if n := len(s); n < 8 || s[n-2] != '(' || s[n-1] != '"' && s[n-1] != '\'' {
		return false
	}
	s = strings.ToLower(s[max(0, len(s)-12) : len(s)-2])
	return strings.HasSuffix(s, "header") || strings.HasSuffix(s, "write") || strings.HasSuffix(s, "send") || strings.HasSuffix(s, "print")
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
	if w.ex.status == 0 || w.ex.used || w.ex.line != w.lineNo {
		if w.ex.end > i && i > w.ex.start {
			w.ex.end = i // what was taken for its body is the next request
		}
		w.flush()
		w.ex = exchange{}
	} // else the status of this request stands before it: 401 from GET https://host/path
	w.requested = w.lineNo
	w.ex.method, w.ex.host, w.ex.path, w.ex.direction, w.ex.certain = s[i:end], "", "", "", false
	w.ex.requested, w.ex.requestLine = w.line+1, w.lineNo
	if _, rest, ok := strings.Cut(target, "://"); ok {
		w.ex.host, w.ex.path = splitURL(rest)
	} else {
		w.ex.path = target
	}
	w.setDirection()
	for w.i = j; w.i < stop && !(s[w.i] == '%' && text.Bracket(s, w.i)); {
		w.i++ // to a body that the query carries, or to its end
	}
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
		w.knows(d, true)
	}
	for w.i = from; w.i < end && !(s[w.i] == '%' && text.Bracket(s, w.i)); {
		w.i++ // to a body that the address carries, or to its end
	}
}

// resetOf is when a rate limit ends: in how many seconds, or at which second since 1970, which
// some give in milliseconds; 0 for anything else, such as the date that Retry-After may have.
func resetOf(value string) int {
	n, ok := text.Decimal(value)
	if ok {
		return n
	}
	const moment = len("1700000000")
	if len(value) != moment && len(value) != moment+3 || value[0] != '1' {
		return 0
	}
	if n, err := strconv.Atoi(value[:moment]); err == nil {
		return n
	}
	return 0
}
