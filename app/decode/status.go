package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// statusBefore is the status that the text shows right before a body at s[i], on the same
// line: its number, as in «failed (403): {», or its name, as in «PaymentRequired: {». The type of a
// dump may stand between.
func (w *scanner) statusBefore(i int) status {
	st := w.statusUpTo(i)
	if line := max(w.line, i-80); st.code == 0 {
		if k := line + len(untyped(w.s[line:i])); k < i {
			return w.statusUpTo(k)
		}
	}
	return st
}

// statusUpTo is the status right before s[i].
func (w *scanner) statusUpTo(i int) status {
	s, line := w.s, max(w.line, i-80)
	if line == i {
		return status{}
	}
	j := i
	for k := i; k == j; { // words such as «body» may stand between
		j = line + len(strings.TrimRight(s[line:j], " \t:=-–—>)],.|\"'`(«»“”→"))
		for k = j; k > line && (text.Letter(s[k-1]) || s[k-1] == '_' || s[k-1] >= 0x80); {
			k--
		}
		if k == j || !namesBody(s[k:j]) {
			break
		}
		j = k
	}
	if j-3 >= line && j >= 3 {
		told := w.failed || w.hints().tells || endsWith(s[line:j-3], partyWord)
		if n := knownStatus(s[j-3 : j]); n >= 400 && (standsAlone(s, line, j-3, told) || w.asked(j-3)) {
			return status{code: n, from: j - 3}
		}
	}
	return statusNamed(s, line, j)
}

// untyped is a text without the type at its end that a dump begins with: ErrorBody, map, array(1),
// object(Error)#3 (1).
func untyped(s string) string {
	k := max(strings.LastIndex(s, "array("), strings.LastIndex(s, "object("))
	if k >= 0 && strings.HasSuffix(strings.TrimRight(s, " "), ")") {
		return s[:k]
	}
	for k = len(s); k > 0 && text.WordByte(s[k-1]); k-- {
	}
	return s[:k]
}

// asked reports whether a request stands right before s[i], or in the column before.
func (w *scanner) asked(i int) bool {
	r := w.back(w.number, requestAt, addressAt)
	return r != nil && r.end < i && i-r.end < 8 && strings.Trim(w.s[r.end:i], " \t,;|\"") == ""
}

// namesBody reports whether a word may stand between a status and its body.
func namesBody(word string) bool {
	_, r := wordAt(word, 0)
	if r == betweenWord {
		return true
	}
	switch strings.ToLower(word) {
	case "response", "with", "from", "for", "с", "от", "ответ", "сервера", "ответа":
		return true
	}
	return false
}

// statusNamed is the status whose name ends at s[j]: up to four words on the line, spaces between
// them or none.
func statusNamed(s string, line, j int) status {
	squashed, k := "", j
	for words := 0; k > line && words < 4; words++ {
		first := k
		for first > line && text.Letter(s[first-1]) {
			first--
		}
		if first == k {
			break
		}
		squashed = strings.ToLower(s[first:k]) + squashed
		for _, suffix := range [...]string{"", "exception", "httpexception", "error"} {
			if n, ok := names[strings.TrimPrefix(strings.TrimSuffix(squashed, suffix), "http")]; ok {
				return status{code: n, from: first}
			}
		}
		for _, e := range suffixes {
			if strings.HasSuffix(squashed, e.word) && text.UpperAt(s, j-len(e.word)) {
				return status{code: e.value, from: j - len(e.word)}
			}
		}
		for k = first; k > line && (s[k-1] == ' ' || s[k-1] == '_'); {
			k--
		}
	}
	return status{}
}

// standsAlone reports whether the number at s[i] can be a status by its place: at the
// beginning of the line, or in one that tells of a failure, and not what another word counts.
func standsAlone(s string, line, i int, told bool) bool {
	before := s[line:i]
	bare := strings.TrimRight(before, " \t")
	if n := len(before) - len("HTTP_"); n >= 0 && strings.EqualFold(before[n:], "HTTP_") {
		return true // a name such as EVOTOR_HTTP_429
	}
	if bare == "" {
		return line == 0 || s[line-1] == '\n'
	}
	if before == "[" && text.At(s, i+3, "] ") || before == "(" && (text.At(s, i+3, ", ") || text.At(s, i+3, ") ")) {
		return true
	}
	last := bare[len(bare)-1]
	if !told || numberBefore(s, i) {
		return false
	}
	if len(bare) == len(before) && strings.IndexByte("[(\"'`", last) >= 0 { // (403), [400
		bare = strings.TrimRight(bare[:len(bare)-1], " \t")
		return len(bare) < len(before)-1 || bare == "" || !text.WordByte(before[len(before)-2]) || failureSuffix(bare)
	}
	if strings.IndexByte("=-/#№", last) >= 0 && !strings.HasSuffix(bare, " -") || len(bare) == len(before) {
		return false
	}
	if last == ':' && text.At(s, i+3, ",") {
		return false // товаров: 429, ответ: {
	}
	return !counts(bare)
}

// counts reports whether s ends with a word that counts or numbers what follows, or that says
// nothing of a status: сборка 502.
func counts(s string) bool {
	k := len(s)
	for k > 0 && (text.Letter(s[k-1]) || s[k-1] >= 0x80) {
		k--
	}
	word := s[k:]
	end, r := wordAt(word, 0)
	if r == plainWord && word != "" && end == len(word) && !failureSuffix(word) {
		return true
	}
	return r == idWord || word == "of" || word == "line" || strings.HasSuffix(s, "№")
}

// endsWith reports whether the last word of s has a role.
func endsWith(s string, is role) bool {
	s = strings.TrimRight(s[max(0, len(s)-40):], " ")
	_, r := wordAt(s, strings.LastIndexByte(s, ' ')+1)
	return r == is
}

// compares reports whether what stands between a label and its number makes the two a
// comparison or a call: code, not an answer.
func compares(between string) bool {
	for _, mark := range [...]string{"==", "!=", ">=", "<=", " > ", " < ", "<>", "toBe", "("} {
		if strings.Contains(between, mark) {
			return mark != "(" || !strings.Contains(between, " (")
		}
	}
	return false
}

// tallied reports whether the number that ends at s[j] is what a party to HTTP counts: HTTP API 500 магазинов.
func tallied(label, s string, j, code int) bool {
	const name = "HTTP "
	return len(label) > len(name) && strings.EqualFold(label[:len(name)], name) && endsWith(label, partyWord) &&
		!unfollowed(s, j) && phraseAfter(s, j, code) == j
}

// assigns reports whether a number between the two is what a program sets: StatusCode = 404;
func assigns(before, behind string) bool {
	return before == " = " && (strings.HasPrefix(behind, ";\n") || behind == ";")
}

// suffixes are the names that stand at the end of a longer one: EvotorUnauthorized.
var suffixes = [...]struct {
	word  string
	value int
}{{"unauthorized", 401}, {"paymentrequired", 402}, {"badrequest", 400}, {"notfound", 404}, {"forbidden", 403},
	{"methodnotallowed", 405}, {"conflict", 409}}

// numberBefore reports whether a digit, letter or decimal point makes s[i:] the end of
// something longer.
func numberBefore(s string, i int) bool {
	c := s[i-1]
	return text.WordByte(c) || (c == '.' || c == ',' || c == '-' || c == '/' || c == ':') && i >= 2 && text.Digit(s[i-2])
}

// lineNumber reports whether nothing but the number of the line, as grep -n writes it, stands before i.
func (w *scanner) lineNumber(i int) bool {
	return i-w.line < 9 && w.s[i-1] == ':' && text.AllDigits(w.s[w.line:i-1])
}

// numberBehind reports whether a digit, letter or decimal point makes s[:i] the beginning of
// something longer.
func numberBehind(s string, i int) bool {
	return i < len(s) && (text.Letter(s[i]) || s[i] == '_' ||
		i+1 < len(s) && (s[i] == '.' || s[i] == ',' || s[i] == ':') && text.Digit(s[i+1]))
}

// statusNumber reads a number that may be a status.
func (w *scanner) statusNumber() {
	s, i := w.s, w.at
	j := i
	for j < len(s) && text.Digit(s[j]) {
		j++
	}
	if (j-i == 4 || j-i == 2) && j < len(s) && strings.IndexByte("-/.", s[j]) >= 0 && w.moment() {
		return
	}
	w.at = j
	named := w.label
	w.label.role = plainWord
	if j-i != 3 || i > 0 && numberBefore(s, i) && named.role != labelWord && !w.lineNumber(i) || numberBehind(s, j) {
		return
	}
	code, _ := text.Decimal(s[i:j])
	if code < 100 || code > 599 {
		return
	}
	between := ""
	if named.role != plainWord {
		if between = s[named.to:i]; compares(between) || assigns(between, s[j:]) ||
			tallied(s[named.from:named.to], s, j, code) {
			return
		}
	}
	end := phraseAfter(s, j, code)
	st := status{code: code, from: i, phrased: end > j}
	if named.role != plainWord && named.role != exceptionWord {
		st.from = named.from
	}
	w.strength(&st, named, between, i, j, end)
	if st.how > 0 || st.closing {
		w.status(end, &st)
	}
	w.at = end
}

// strength says how sure it is that the number s[i:j], its standard text up to end, is a status.
func (w *scanner) strength(st *status, named wordLabel, between string, i, j, end int) {
	s, known := w.s, phrases[st.code] != ""
	open := st.code >= 400 && known && unfollowed(s, j)
	reported := open && named.role == reportedWord
	shown := w.shown(st.code, i, j, end)
	switch {
	case named.role == labelWord:
		st.how, st.label = labelled, strings.ToLower(s[named.from:named.to])
		if shown {
			st.label = formLabel
		}
	case named.role == reportedWord && w.hints().condition && w.back(w.number, statusAt) != nil:
		st.how, st.actual = labelled, true // another one was expected, this one came
	case reported && w.coded(s[named.from:named.to]):
		st.how = labelled // вернул ошибку 402, вернул код 402
	case reported && endsWith(s[w.line:named.from], partyWord):
		st.how, st.label = labelled, formLabel // Эвотор ответил 429
	case shown:
		st.how, st.label, st.from = labelled, formLabel, i
	case known && (named.role == exceptionWord && strings.Contains(between, ":") || w.arrow(i, end)):
		st.how, st.from = labelled, i
	case st.phrased:
		st.how, st.from = near, i
		if w.failed || wholeLine(w.v, w.line, i, end) {
			st.how = phrase
		}
	default:
		st.how = w.weak(i, j, named.role == weakLabel || reported, open)
	}
	st.closing = st.how == 0 && known && endsText(s, j)
}

// weak says how sure it is that the number s[i:j], which is named at most weakly, is a status; open is
// whether it may be one of an error by itself.
func (w *scanner) weak(i, j int, named, open bool) strength {
	switch {
	case open && wholeLine(w.v, w.line, i, j) && !numbered(w.s[:w.line]):
		return lone
	case named, open && endsAnswer(w.s[w.line:i], w.s[j:w.v.LineEnd(j)]):
		return near
	}
	return 0
}

// numbered reports whether s ends with a line that is a number, of a list or of lines.
func numbered(s string) bool {
	s = strings.TrimRight(s, "\r\n")
	rest := strings.TrimRight(s, "0123456789")
	return rest != s && (rest == "" || rest[len(rest)-1] == '\n')
}

// coded reports whether a label, or the line, says that what was got is an error or a code: ответил с кодом.
func (w *scanner) coded(label string) bool {
	_, r := wordAt(label, strings.LastIndexByte(label, ' ')+1)
	return w.failed || r == weakLabel
}

// endsAnswer reports whether a number between the two ends a line that names an answer or an error:
// ответ сервера: 402
func endsAnswer(before, behind string) bool {
	behind = strings.TrimSuffix(strings.TrimRight(behind[:min(len(behind), 9)], "\r"), "Array") // of print_r
	if len(behind) > 3 || strings.Trim(behind, " :.") != "" {
		return false
	}
	before = strings.TrimRight(before[max(0, len(before)-32):], " :=-–—")
	switch strings.ToLower(before[strings.LastIndexAny(before, " \t])>:|")+1:]) {
	case "response", "answer", "error", "ответ", "сервера", "ошибка":
		return true
	}
	return false
}

// endsText reports whether nothing but a few blanks follow s[:i].
func endsText(s string, i int) bool { return len(s)-i <= 8 && strings.TrimSpace(s[i:]) == "" }

// unfollowed reports whether no word follows s[:i] that it could count.
func unfollowed(s string, i int) bool {
	if text.At(s, i, "%") || text.At(s, i, "₽") || text.At(s, i, "-") && i+1 < len(s) && text.BeginsWord(s, i+1) {
		return false
	}
	s = strings.TrimLeft(s[i:min(len(s), i+16)], " )]")
	if s == "" || !text.BeginsWord(s, 0) {
		return true
	}
	end, _ := wordAt(s, 0)
	return namesBody(s[:end])
}

// arrow reports whether s[i:j] stands behind an arrow on a line that names a request, at its end or
// before what it took: POST /user/verify → 401 (12 ms).
func (w *scanner) arrow(i, j int) bool {
	before, behind := strings.TrimRight(w.s[max(w.line, i-maxLook):i], " \t"), w.s[j:w.v.LineEnd(j)]
	if len(behind) >= maxLook || !w.hints().tells {
		return false
	}
	if behind = strings.TrimSpace(behind); behind != "" && behind[0] != '(' {
		return false
	}
	return strings.HasSuffix(before, "→") || strings.HasSuffix(before, "->") || strings.HasSuffix(before, "=>")
}

// maxLook is how much of a line is looked at on either side of a number.
const maxLook = 512

// wholeLine reports whether nothing but v.Text[i:end], marks and what was measured stand on its line.
func wholeLine(v *text.View, line, i, end int) bool {
	s := v.Text
	rest := s[end:v.LineEnd(end)]
	if i-line >= maxLook || len(rest) >= maxLook || strings.Trim(s[line:i], " \t><*|`:=\"'[]()~-") != "" {
		return false
	}
	inBrackets := strings.HasSuffix(s[:i], "[") && strings.HasSuffix(strings.TrimRight(rest, " \r"), "]")
	return inBrackets || measures(strings.TrimRight(rest, " \t\r.:"))
}

// measures reports whether s is nothing, or how long an answer took and how large it was: 125 ms 230 B.
func measures(s string) bool {
	for word := range strings.FieldsSeq(s) {
		unit := strings.TrimLeft(word, "0123456789.,")
		if unit != "" && !strings.Contains(" ms s B KB Time: Size: • · ", " "+unit+" ") {
			return false
		}
	}
	return true
}
