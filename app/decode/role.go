package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A role is what a word says about a status that stands near it.
type role uint8

const (
	plainWord     role = iota
	labelWord          // names a status: «status», «код ответа»
	weakLabel          // names a status only if a body follows: «code»
	fillerWord         // stands between a label and its number
	partyWord          // likewise, and names who answered: «Эвотор»
	reportedWord       // likewise, and names itself what was got: «got»
	happenedWord       // likewise, and says that it happened: «вернул»
	failureWord        // makes a status with its phrase an error: «failed»
	exceptionWord      // the name of one
	methodWord         // of HTTP
	conditionWord      // the text speaks of a status that may be: «if»
	logWord            // of a log: «level»
	betweenWord        // stands between a status and its body: «ответ»
	idWord             // names the id of a request
)

// roleWords are the words of each role: to add one, add it here.
var roleWords = [...]struct {
	role  role
	words string
}{
	{labelWord, "status statuscode status_code status-code httpstatus http_status http-status"},
	{labelWord, "httpstatuscode http_status_code http httpcode http_code http-code responsecode"},
	{labelWord, "response_code responsestatus response_status resp_status статус статуса статусом"},
	{labelWord, "http-статус http-код http-ответ ответа состояние состояния кодответа кодсостояния"},
	{labelWord, "otveta"},
	{weakLabel, "code код кодом kod"},
	{fillerWord, "is was of a an the does not indicate success line with с равен от"},
	{partyWord, "evotor эвотор эвотора api облако облака сервер сервера сервис сервиса cloud server"},
	{partyWord, "service"},
	{reportedWord, "returned received got answered replied actual возвращает отвечает отдаёт отдает"},
	{reportedWord, "приходит пришёл пришел прилетает получаем получаю"},
	{happenedWord, "completed вернул вернула вернуло возвратил возвратило ответил ответила ответило"},
	{happenedWord, "получено получен получили vernul otvetil завершился завершилась завершилось"},
	{failureWord, "error errors err exception failed failure fail response respond responded"},
	{failureWord, "resulted answer ошибка ошибку ошибкой ответ httperror unexpected oshibka oshibku"},
	{failureWord, "otvet"},
	{conditionWord, "иначеесли тогда elif elseif header npm yarn probe if when whenever where"},
	{conditionWord, "return returns case assert expect expected should means mean throw raise"},
	{conditionWord, "ожидали ожидался ожидалось если когда значит означает почему бывает"},
	{logWord, "level lvl msg message warn warning fatal critical debug info url uri path request"},
	{logWord, "req запрос запроса curl reasonphrase statustext headers обмена"},
	{betweenWord, "b body responsebody response_body content data payload text json raw тело телом"},
	{betweenWord, "и telo back"},
	{idWord, "x-request-id request-id request_id requestid x-correlation-id correlation-id"},
	{idWord, "correlation_id correlationid x-trace-id trace-id trace_id traceid"},
	{methodWord, "get post put patch delete head options"},
}

var roles = func() (l text.Lexicon[role]) {
	for _, row := range roleWords {
		l.Add(row.role, row.words)
	}
	return l
}()

// phrases are the standard texts of the statuses, without spaces and in lower case, a comma
// between those of one. An array costs the browser program no code, as a map would.
var phrases = [1000]string{
	200: "ok", 201: "created", 202: "accepted", 204: "nocontent",
	400: "badrequest,неверныйзапрос", 401: "unauthorized,неавторизован",
	402: "paymentrequired,необходимаоплата,требуетсяоплата",
	403: "forbidden", 404: "notfound,ненайдено", 405: "methodnotallowed,неподдерживается", 406: "notacceptable",
	407: "proxyauthenticationrequired", 408: "requesttimeout", 409: "conflict,конфликт", 410: "gone",
	411: "lengthrequired", 412: "preconditionfailed",
	413: "payloadtoolarge,requestentitytoolarge,contenttoolarge", 414: "uritoolong,requesturitoolong",
	415: "unsupportedmediatype",
	422: "unprocessableentity,unprocessablecontent", 423: "locked", 425: "tooearly", 429: "toomanyrequests",
	431: "requestheaderfieldstoolarge",
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
		n := text.Among(s, j, " :()-\"'`|–—")
		if n == 0 {
			break
		}
		j += n
	}
	for _, between := range [...]string{"Client Error: ", "Server Error: "} {
		if text.At(s, j, between) {
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
		case text.Letter(c) && c|0x20 == p[k]:
			i, k = i+1, k+1
		case c >= 0xd0 && c <= 0xd1 && i+1 < len(s):
			lower := text.LowerCyrillic(c, s[i+1])
			if k+1 >= len(p) || lower[0] != p[k] || lower[1] != p[k+1] {
				return i, false
			}
			i, k = i+2, k+2
		default:
			return i, false
		}
	}
	return i, i >= len(s) || !text.WordByte(s[i])
}

// wordFold is that of words that are looked up as they are.
var wordFold = text.NewFold("_-")

// wordAt is the word at s[i]: where it ends, and its role.
func wordAt(s string, i int) (end int, r role) {
	var room [32]byte
	end, n := wordFold.Folded(s, i, room[:])
	if n > len(room) {
		return end, plainWord
	}
	return end, roles.Of(room[:n])
}

// isMethod reports whether a word is a method of HTTP.
func isMethod(word string) bool {
	end, r := wordAt(word, 0)
	return r == methodWord && end == len(word) && text.UpperAt(word, 0)
}

// knownStatus is a status that has a standard text; 0 if s is none.
func knownStatus(s string) int {
	if code, ok := text.Decimal(s); ok && code < len(phrases) && phrases[code] != "" {
		return code
	}
	return 0
}

// failureSuffix reports whether a word is the name of an exception.
func failureSuffix(word string) bool {
	last := word[len(word)-1]
	return last == 'n' && strings.HasSuffix(word, "Exception") || last == 'r' && strings.HasSuffix(word, "Error") ||
		last == 'R' && strings.HasSuffix(word, "ERROR")
}

// resetOf is when a rate limit ends: in how many seconds, or at which second since 1970, which
// some give in milliseconds; 0 for anything else, such as the date that Retry-After may have.
func resetOf(value string) int {
	if n, ok := text.Decimal(value); ok {
		return n
	}
	const moment = len("1700000000")
	if len(value) != moment && len(value) != moment+3 || value[0] != '1' || !text.AllDigits(value) {
		return 0
	}
	n := 0
	for _, c := range []byte(value[:moment]) {
		n = n*10 + int(c-'0')
	}
	return n
}
