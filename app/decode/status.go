package decode

import "strings"

// A role is what a word says about a status that stands near it.
type role uint8

const (
	plainWord role = iota
	label          // names a status: «status», «код ответа»
	weakLabel      // names a status only if a body follows: «code»
	filler         // stands between a label and its number
	said           // likewise, and names itself what was got: «got»
	event          // likewise, and says that it happened: «вернул»
	trouble        // makes a status with its phrase an error: «failed»
	exception      // the name of one
	method         // of HTTP
	condition      // the text speaks of a status that may be: «if»
	logMark        // of a log: «level»
)

var roles = newLexicon([]entry[role]{
	{"status", label}, {"statuscode", label}, {"status_code", label}, {"status-code", label},
	{"httpstatus", label}, {"http_status", label}, {"http-status", label}, {"httpstatuscode", label}, {"http_status_code", label},
	{"http", label}, {"httpcode", label}, {"http_code", label}, {"http-code", label},
	{"responsecode", label}, {"response_code", label}, {"responsestatus", label}, {"response_status", label}, {"resp_status", label},
	{"статус", label}, {"статуса", label}, {"статусом", label}, {"http-статус", label}, {"http-код", label}, {"http-ответ", label},
	{"ответа", label}, {"состояния", label}, {"кодответа", label}, {"кодсостояния", label},
	{"code", weakLabel}, {"код", weakLabel}, {"кодом", weakLabel},
	{"is", filler}, {"was", filler}, {"of", filler}, {"a", filler}, {"an", filler}, {"the", filler}, {"does", filler}, {"not", filler}, {"indicate", filler}, {"success", filler},
	{"line", filler}, {"returned", said}, {"received", said}, {"got", said}, {"answered", said}, {"actual", said}, {"with", filler}, {"равен", filler}, {"сервера", filler}, {"вернул", event}, {"вернула", event}, {"возвратил", event}, {"ответил", event}, {"ответила", event}, {"получено", event}, {"получен", event}, {"получили", event},
	{"error", trouble}, {"errors", trouble}, {"err", trouble}, {"exception", trouble}, {"failed", trouble}, {"failure", trouble}, {"fail", trouble}, {"response", trouble},
	{"respond", trouble}, {"responded", trouble}, {"resulted", trouble}, {"ошибка", trouble}, {"ошибку", trouble}, {"ответ", trouble}, {"httperror", trouble},
	{"npm", condition}, {"yarn", condition}, {"probe", condition}, {"if", condition}, {"when", condition}, {"whenever", condition}, {"where", condition}, {"return", condition}, {"returns", condition}, {"case", condition}, {"assert", condition}, {"expect", condition}, {"expected", condition},
	{"should", condition}, {"means", condition}, {"mean", condition}, {"ожидали", condition}, {"ожидался", condition}, {"ожидалось", condition}, {"если", condition}, {"когда", condition}, {"значит", condition}, {"означает", condition}, {"почему", condition}, {"бывает", condition},
	{"level", logMark}, {"lvl", logMark}, {"msg", logMark}, {"message", logMark}, {"warn", logMark}, {"warning", logMark}, {"fatal", logMark}, {"critical", logMark}, {"debug", logMark}, {"info", logMark}, {"url", logMark}, {"uri", logMark}, {"path", logMark}, {"request", logMark}, {"req", logMark}, {"запрос", logMark}, {"запроса", logMark}, {"curl", logMark}, {"reasonphrase", logMark}, {"statustext", logMark}, {"headers", logMark}, {"обмена", logMark},
	{"get", method}, {"post", method}, {"put", method}, {"patch", method}, {"delete", method}, {"head", method}, {"options", method},
}...)

// phrases are the standard texts of the statuses, without spaces and in lower case, a comma
// between those of one. An array costs the browser program no code, as a map would.
var phrases = [1000]string{
	200: "ok", 201: "created", 202: "accepted", 204: "nocontent",
	400: "badrequest,неверныйзапрос", 401: "unauthorized,неавторизован", 402: "paymentrequired,необходимаоплата,требуетсяоплата",
	403: "forbidden", 404: "notfound,ненайдено", 405: "methodnotallowed,неподдерживается", 406: "notacceptable",
	407: "proxyauthenticationrequired", 408: "requesttimeout", 409: "conflict,конфликт", 410: "gone", 411: "lengthrequired", 412: "preconditionfailed",
	413: "payloadtoolarge,requestentitytoolarge,contenttoolarge", 414: "uritoolong,requesturitoolong", 415: "unsupportedmediatype",
	422: "unprocessableentity,unprocessablecontent", 423: "locked", 425: "tooearly", 429: "toomanyrequests", 431: "requestheaderfieldstoolarge",
	500: "internalservererror,servererror", 501: "notimplemented", 502: "badgateway",
	503: "serviceunavailable,servicetemporarilyunavailable", 504: "gatewaytimeout", 505: "httpversionnotsupported",
	520: "webserverreturnedanunknownerror", 521: "webserverisdown", 522: "connectiontimedout", 524: "atimeoutoccurred",
}

// names are the phrases by themselves, as exceptions are called: PaymentRequired.
var names = func() map[string]int {
	m := map[string]int{}
	for status, list := range phrases {
		for p := range strings.SplitSeq(list, ",") {
			if status >= 400 && len(p) > 4 {
				m[p] = status
			}
		}
	}
	return m
}()

// phraseAfter is where the standard text of the status ends that stands at s[i] behind the
// number: « Bad Request», « (Not Found)», « Client Error: Not Found»; i if there is none.
func phraseAfter(s string, i, status int) int {
	j := i
	for j < len(s) && j < i+6 {
		n := among(s, j, " :()-\"'`|–—")
		if n == 0 {
			break
		}
		j += n
	}
	for _, between := range [...]string{"Client Error: ", "Server Error: "} {
		if strings.HasPrefix(s[j:], between) {
			j += len(between)
		}
	}
	for p := range strings.SplitSeq(phrases[status], ",") {
		if end, ok := squashedPrefix(s, j, p); ok && p != "" {
			return end
		}
	}
	return i
}

// squashedPrefix reports whether s[i:] begins with p, case, spaces and dashes aside.
func squashedPrefix(s string, i int, p string) (end int, ok bool) {
	k := 0
	for k < len(p) {
		if i >= len(s) {
			return i, false
		}
		c := s[i]
		switch {
		case (c == ' ' || c == '-' || c == '_' || c == '\'') && k > 0:
			i++
			continue
		case letter(c) && c|0x20 == p[k]:
			i, k = i+1, k+1
		case c >= 0xd0 && c <= 0xd1 && i+1 < len(s):
			lower := lowerCyrillic(c, s[i+1])
			if k+1 >= len(p) || lower[0] != p[k] || lower[1] != p[k+1] {
				return i, false
			}
			i, k = i+2, k+2
		default:
			return i, false
		}
	}
	return i, i >= len(s) || !wordByte(s[i])
}

// lowerCyrillic is the lower-case form of a letter of two bytes.
func lowerCyrillic(a, b byte) [2]byte {
	switch {
	case a == 0xd0 && b >= 0x90 && b <= 0x9f:
		return [2]byte{0xd0, b + 0x20}
	case a == 0xd0 && b >= 0xa0 && b <= 0xaf:
		return [2]byte{0xd1, b - 0x20}
	case a == 0xd0 && b == 0x81:
		return [2]byte{0xd1, 0x91}
	}
	return [2]byte{a, b}
}

// wordAt is the word at s[i]: where it ends, and its role.
func wordAt(s string, i int) (end int, r role) {
	var room [32]byte
	end, n := folded(s, i, &wordFold, room[:])
	if n > len(room) {
		return end, plainWord
	}
	return end, roles.of(room[:n])
}

// statusBefore is the status that a text shows right before a body at s[i], on the same
// line: its number, as in «failed (403): {», or its name, as in «PaymentRequired: {».
func statusBefore(s string, line, i int, told bool) (status, from, to int) {
	line = max(line, i-80)
	j := i
	for {
		j = line + len(strings.TrimRight(s[line:j], " \t:=-–—>)],.|\"'`(«»“”→"))
		// Words such as «body» may stand between.
		k := j
		for k > line && (letter(s[k-1]) || s[k-1] == '_' || s[k-1] >= 0x80) {
			k--
		}
		switch strings.ToLower(s[k:j]) {
		case "b", "body", "response", "responsebody", "response_body", "content", "data", "payload", "with", "text", "json", "raw", "ответ", "тело", "телом", "сервера", "ответа", "и", "с":
			j = k
			continue
		}
		break
	}
	// A number of its own.
	if j-3 >= line && j >= 3 {
		if n, ok := decimal(s[j-3 : j]); ok && n >= 400 && phrases[n] != "" && standsAlone(s, line, j-3, told) {
			return n, j - 3, j
		}
	}
	// A name: up to four words without spaces between them.
	var squashed []byte
	k, words := j, 0
	for k > line && words < 4 {
		w := k
		for w > line && letter(s[w-1]) {
			w--
		}
		if w == k {
			break
		}
		squashed = append([]byte(strings.ToLower(s[w:k])), squashed...)
		name := string(squashed)
		for _, suffix := range [...]string{"", "exception", "error"} {
			bare := strings.TrimPrefix(strings.TrimSuffix(name, suffix), "http")
			if n, ok := names[bare]; ok {
				return n, w, j
			}
		}
		for _, e := range suffixes {
			if strings.HasSuffix(name, e.word) && upperAt(s, j-len(e.word)) {
				return e.value, j - len(e.word), j
			}
		}
		words++
		k = w
		for k > line && (s[k-1] == ' ' || s[k-1] == '_') {
			k--
		}
	}
	return 0, 0, 0
}

// standsAlone reports whether the number at s[i] can be a status by its place: at the
// beginning of the line, or in one that tells of a failure, and not what another word counts.
func standsAlone(s string, line, i int, told bool) bool {
	before := s[line:i]
	bare := strings.TrimRight(before, " \t")
	if bare == "" {
		return line == 0 || s[line-1] == '\n'
	}
	if before == "[" && startsAt(s, i+3, "] ") {
		return true
	}
	last := bare[len(bare)-1]
	if !told || numberBefore(s, i) {
		return false
	}
	if len(bare) == len(before) && strings.IndexByte("[(\"'`", last) >= 0 { // (403), [400
		bare = strings.TrimRight(bare[:len(bare)-1], " \t")
		return len(bare) < len(before)-1 || bare == "" || !wordByte(before[len(before)-2])
	}
	if strings.IndexByte("=-/#№", last) >= 0 && !strings.HasSuffix(bare, " -") || len(bare) == len(before) {
		return false
	}
	k := len(bare)
	for k > 0 && (letter(bare[k-1]) || bare[k-1] >= 0x80) {
		k--
	}
	switch strings.ToLower(bare[k:]) {
	case "line", "port", "of", "id", "size", "bytes", "attempt", "page", "row", "column", "after", "in", "pid", "thread", "строка", "строке", "порт", "из", "номер", "магазин", "заказ", "№":
		return false
	}
	return true
}

// compares reports whether what stands between a label and its number makes the two a
// comparison or a call: code, not an answer.
func compares(between string) bool {
	if strings.HasPrefix(between, "(") {
		return true
	}
	for _, mark := range [...]string{"==", "!=", ">=", "<=", " > ", " < ", "<>", "toBe", "("} {
		if strings.Contains(between, mark) {
			return mark != "(" || !strings.Contains(between, " (")
		}
	}
	return false
}

// suffixes are the names that stand at the end of a longer one: EvotorUnauthorized.
var suffixes = [...]entry[int]{{"unauthorized", 401}, {"paymentrequired", 402}, {"badrequest", 400}, {"notfound", 404}, {"forbidden", 403}, {"methodnotallowed", 405}, {"conflict", 409}}

//go:noinline
func upperAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }

// numberBefore reports whether a digit, letter or decimal point makes s[i:] the end of
// something longer.
func numberBefore(s string, i int) bool {
	c := s[i-1]
	return wordByte(c) || (c == '.' || c == ',' || c == '-' || c == '/' || c == ':') && i >= 2 && digit(s[i-2])
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
