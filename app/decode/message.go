package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// startLine reads what lines begin with: the marks of curl and of OkHttp, a header, a blank
// line.
func (w *scanner) startLine() {
	w.line, w.label.role, w.failed = w.at, plainWord, false
	w.number++
	if len(w.out.events) > window {
		w.hand(kept)
	}
	i := unmarked(w.s, w.at)
	end := w.v.LineEnd(i)
	if i == end || w.s[i] == '\r' && strings.Trim(w.s[i:end], "\r") == "" {
		w.blankLine(end)
		return
	}
	if w.s[i] == '{' {
		return // a body
	}
	if last := strings.TrimRight(w.s[max(i, end-2):end], "\r"); strings.HasSuffix(last, ":") && w.block() {
		return
	}
	if text.HexDigit(w.s[i]) && w.line >= w.memo.dump {
		inner, end, ok := text.Hexdump(w.v, w.line)
		if ok {
			w.sub(inner, end)
			return
		}
		w.memo.dump = end
	}
	if colon := strings.IndexByte(w.s[i:min(end, i+40)], ':'); colon > 0 {
		w.header(i, i+colon, end)
	}
}

// okhttp reads what OkHttp's log says of an answer, whatever stands before it on the line:
// <-- 402 https://host/path (31ms), <-- END HTTP (26-byte body).
func (w *scanner) okhttp(i int) {
	rest := w.s[i+len("<-- ") : w.v.LineEnd(i)]
	if strings.HasPrefix(rest, "END HTTP") {
		w.note(messageEnd, i, i)
	} else if len(rest) >= 3 && (len(rest) == 3 || rest[3] == ' ') {
		if code, ok := text.Decimal(rest[:3]); ok && code >= 100 && code <= 599 {
			w.at = i + len("<-- 400")
			w.status(w.at, &status{code: code, from: i, how: message})
		}
	}
}

// blankLine ends the headers of a message; its body may come in chunks.
func (w *scanner) blankLine(end int) {
	w.blank = w.number
	k := len(w.out.events) - 1
	for k > 0 && w.out.events[k].kind == headerAt {
		k--
	}
	if k < 0 || w.out.events[k].kind != statusAt || w.out.events[k].how != message || w.number <= w.out.events[k].number {
		return
	}
	w.note(headersEnd, w.line, end)
	if end+1 >= len(w.s) || end+1 < w.memo.chunks || w.v.Depth >= maxDepth {
		return
	}
	inner, stop, ok := text.Dechunked(w.v, end+1)
	if !ok {
		w.memo.chunks = stop
		return
	}
	w.at = end + 1
	w.sub(inner, stop)
}

// headerNames are the headers that say something of an exchange.
const headerNames = " host direction x-authorization content-length accept content-type x-ratelimit-reset retry-after "

// header notes a header whose name is s[i:colon].
func (w *scanner) header(i, colon, end int) {
	name := strings.TrimSpace(w.s[i:colon])
	if len(name) < 4 || strings.IndexByte("hdxcar", name[0]|0x20) < 0 {
		return
	}
	name = strings.ToLower(name)
	if k := strings.Index(headerNames, name); k > 0 && headerNames[k-1] == ' ' && headerNames[k+len(name)] == ' ' {
		e := w.note(headerAt, i, end)
		e.name, e.value = name, strings.TrimSpace(w.s[colon+1:end])
	}
}

// statusLine reads HTTP/1.1 400 Bad Request, and the end of an access log's request,
// HTTP/1.1" 400, whose status counts only if a body follows.
func (w *scanner) statusLine(i int) {
	s := w.s
	j := i + len("HTTP/")
	for j < len(s) && (text.Digit(s[j]) || s[j] == '.') {
		j++
	}
	st := status{from: i, how: message}
	k := j
	if text.At(s, j, `" `) {
		st.how, k = near, j+1
	}
	for k < len(s) && s[k] == ' ' {
		k++
	}
	if k == j || k+3 > len(s) {
		return
	}
	code, ok := text.Decimal(s[k : k+3])
	if !ok || code < 100 || code > 599 || k+3 < len(s) && text.WordByte(s[k+3]) {
		return
	}
	w.at = k + 3
	if written(s[:i]) {
		return
	}
	st.code = code
	if last := w.back(w.number, requestAt, statusAt); last != nil && last.kind == requestAt {
		switch {
		case st.how == message && !strings.HasSuffix(s[:i], `"`):
			return // an access log
		case st.how == near && code >= 400 && w.evotors():
			st.how, st.label = labelled, formLabel // a webhook, or the cloud
		}
	}
	w.at = max(w.at, phraseAfter(s, w.at, code))
	w.status(w.at, &st)
}

// written reports whether s ends with a call of a program that writes what follows: header("
func written(s string) bool {
	if n := len(s); n < 8 || s[n-2] != '(' || s[n-1] != '"' && s[n-1] != '\'' {
		return false
	}
	s = strings.ToLower(s[max(0, len(s)-12) : len(s)-2])
	return strings.HasSuffix(s, "header") || strings.HasSuffix(s, "write") || strings.HasSuffix(s, "send") ||
		strings.HasSuffix(s, "print")
}

// request reads PUT /path, PUT https://host/path, method=PUT path=/path.
func (w *scanner) request(i, end int) {
	s := w.s
	j := end + 1
	if k, r := wordAt(s, j); r == logWord && text.At(s, k, "=") {
		j = k + 1
	}
	for k := j + 3; j < len(s) && j < k && strings.IndexByte(" '\"", s[j]) >= 0; {
		j++
	}
	stop := j
	for stop < len(s) && s[stop] > ' ' && strings.IndexByte("\"'`]),;", s[stop]) < 0 {
		stop++
	}
	target := strings.TrimRight(s[j:stop], sentenceMarks)
	stop = j + len(target)
	if !isAddress(target) && !strings.HasPrefix(target, "{{") {
		return
	}
	e := w.note(requestAt, i, stop)
	e.method, e.path = s[i:end], target
	if to := j + addressOnly(target); target[0] != '{' {
		w.trace(requestTrace, s[i:end], j, to)
	}
	if _, rest, ok := strings.Cut(target, "://"); ok {
		e.host, e.path = splitURL(rest)
	}
	w.query(j, stop)
}

// sentenceMarks may stand behind an address.
const sentenceMarks = ":.,"

// address reads https://host/path, whose host begins at s[from].
func (w *scanner) address(from int) {
	s := w.s
	end := from
	for end < len(s) && s[end] > ' ' && strings.IndexByte("\"'`<>]),;{", s[end]) < 0 {
		end++
	}
	end = from + len(strings.TrimRight(s[from:end], sentenceMarks))
	e := w.note(addressAt, from, end)
	e.host, e.path = splitURL(s[from:end])
	w.query(from, end)
}

// query goes on behind an address, or at a body that it carries.
func (w *scanner) query(from, end int) {
	for w.at = from; w.at < end && !(w.s[w.at] == '%' && text.Bracket(w.s, w.at)); {
		w.at++
	}
}

// tag reads an HTML tag, as far as it tells a page from a text.
func (w *scanner) tag() {
	s, i := w.s, w.at
	w.at++
	w.label.role = plainWord
	if text.At(s, i, "<-- ") {
		w.okhttp(i)
		return
	}
	rest := strings.ToLower(s[i:min(len(s), i+16)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<center>", "<title>"} {
		if strings.HasPrefix(rest, tag) {
			w.note(pageStart, i, w.at)
		}
	}
	switch {
	case strings.HasPrefix(rest, "<title>"):
		w.title(i + len("<title>"))
	case strings.HasPrefix(rest, "</html>"):
		w.note(pageEnd, i, i+len("</html>"))
	}
}

// title reads the title of a page at s[i]. It is that of an error if a status begins it, or
// begins its last part, or if it is the standard text of one.
func (w *scanner) title(i int) {
	end := strings.IndexByte(w.s[i:min(len(w.s), i+200)], '<')
	if end < 0 {
		return
	}
	words := strings.TrimSpace(w.s[i : i+end])
	code := 0
	for _, s := range [...]string{words, words[strings.LastIndexByte(words, '|')+1:]} {
		s = strings.TrimSpace(s)
		for _, label := range [...]string{"HTTP ", "Error ", "Ошибка ", "Status "} {
			s = strings.TrimPrefix(s, label)
		}
		if code == 0 && len(s) >= 3 && (len(s) == 3 || !text.WordByte(s[3])) {
			code = knownStatus(s[:3])
		}
	}
	if n := len(words); code == 0 && n > 5 && words[n-1] == ')' && words[n-5] == '(' { // Django's Server Error (500)
		code = knownStatus(words[n-4 : n-1])
	}
	if code != 0 {
		w.at = i + end
		w.status(w.at, &status{code: code, from: i, how: title})
		return
	}
	squashed := strings.ToLower(strings.ReplaceAll(words, " ", ""))
	if names[squashed] == 0 && !strings.HasSuffix(squashed, "error") && squashed != "" {
		w.note(pageTitle, i, i+end)
	}
}
