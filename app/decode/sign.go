package decode

import (
	"strings"
	"sync"

	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
)

// The signs of an answer.
const (
	keySign      = iota // of a body
	stateSign           // of a bulk task
	numberSign          // perhaps a status
	addressSign         // perhaps behind the name of a status: PaymentRequired: https://…
	openingSign         // likewise
	documentSign        // that goes on over lines
	encodedSign         // perhaps a letter or a bracket in an encoding
	base64Sign          // perhaps the beginning of a body
	hiddenSign          // perhaps a character that is not seen, in a word
	dumpSign            // perhaps the first line of a hexdump
	ownSigns     = iota // behind them are those of secrets
)

// signs finds them. Without one of its words no line of a text has a sign: to have one more form
// of a body read in long texts, see that some word of it is here.
var signs = sync.OnceValue(func() *text.Finder {
	return text.NewFinder(append([][]string{
		keySign:      {"code", "errors", "violations"},
		stateSign:    {"failed", "declined"},
		numberSign:   {"^499"},
		addressSign:  {": http"},
		openingSign:  {"{"},
		documentSign: {"{\n", "{\r", "[\n", "[\r", "(\n", "(\r"},
		encodedSign:  {"%4", "%6", "%7", "%25", "&#", "&l", `\u0`, `\x`},
		base64Sign:   {"^ey", "^ew", "^w3", "^ww", "^w1", "^wy", "^in", "^sf", "^77", "^ih", "^cn", "^dq", "^ic"},
		hiddenSign:   {"\xe2\x80", "\xe2\x81", "\xef\xbb", "\xc2\xad"},
		dumpSign:     {"\n000", " 000", "\t000", "x000"},
	}, secret.Signs()...)...)
})

// is reports whether what ends at s[i] is the sign that it may be.
func (m *skimmer) is(sign, i int) bool {
	s := m.s
	switch sign {
	case keySign:
		return m.key(i)
	case stateSign:
		return m.value(i)
	case numberSign:
		return m.number(i-3, i)
	case addressSign:
		return names[strings.ToLower(lastWord(s[m.line:i-len(": http")]))] != 0
	case openingSign:
		m.known, m.failed = lineHints{}, true
		return strings.TrimLeft(s[m.line:i-1], " \t") != "" && m.statusBefore(i-1).code != 0
	case encodedSign:
		return encodedLetter(s, i)
	case base64Sign:
		return m.base64(i - 2)
	case hiddenSign:
		return text.Invisible(s, i-2) > 0
	case dumpSign:
		return m.dump()
	}
	return true
}

// wordBefore is where the word of Latin letters begins that ends at s[i], if it is no longer than keys are.
func (m *skimmer) wordBefore(i int) int {
	k := i
	for k > max(m.line, i-len("violations")-1) && text.Letter(m.s[k-1]) {
		k--
	}
	return k
}

// key reports whether the word that ends at s[i] is a key of a body, and not a part of another word.
func (m *skimmer) key(i int) bool {
	s, k := m.s, m.wordBefore(i)
	if i < len(s) && (text.Letter(s[i]) || s[i] == '_') || k > m.line && s[k-1] == '_' {
		return false
	}
	if k > m.line && s[k-1] == '\\' {
		k++ // an escape: \ncode
	}
	switch strings.ToLower(s[k:i]) {
	case "code", "errors", "violations":
		return true
	}
	return false
}

// value reports whether the word that ends at s[i] is the value of something.
func (m *skimmer) value(i int) bool {
	k := m.wordBefore(i)
	before := strings.TrimRight(m.s[max(m.line, k-8):k], " \t")
	return before != "" && strings.IndexByte("\"':=>`", before[len(before)-1]) >= 0
}

// number reports whether the figures s[i:j] are a number that may be a status.
func (m *skimmer) number(i, j int) bool {
	s := m.s
	if i > 0 && numberBefore(s, i) && !m.lineNumber(i) || numberBehind(s, j) || j < len(s) && text.Digit(s[j]) {
		return false
	}
	return i-m.line < maxLook && strings.IndexFunc(s[m.line:i], text.Alphabetic) < 0 || !m.counts(i, j) && m.notes()
}

// counts reports whether the number s[i:j] is seen to be no status: it stands in a path, or behind a word, a
// key or a number that says nothing of one, and before a word, a number or the end of the line.
func (m *skimmer) counts(i, j int) bool {
	s := m.s
	if i > m.line+1 && s[i-1] == '/' && text.Letter(s[i-2]) {
		return j < len(s) && strings.IndexByte("/?\" ", s[j]) >= 0 && !asks(s[max(m.line, i-maxLook):i])
	}
	if !saysNothing(strings.TrimRight(s[max(m.line, i-maxKey):i], ":= \\\"")) {
		return false
	}
	if code, _ := text.Decimal(s[i:j]); phraseAfter(s, j, code) > j {
		return false
	}
	behind := strings.TrimLeft(s[j:min(len(s), j+maxKey)], " \t:=->)],.|;}\"'\\")
	if behind == "" || text.Digit(behind[0]) || strings.IndexByte("\r\n", behind[0]) >= 0 {
		return true
	}
	end, _ := wordAt(behind, 0)
	return text.BeginsWord(behind, 0) && !namesBody(behind[:end])
}

// saysNothing reports whether s ends with a number, or with a word or a key that says nothing of a number behind.
func saysNothing(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if last != s && text.AllDigits(last) {
		return true
	}
	word := lastWord(s)
	at := len(s) - len(word)
	if word == "" || at == 0 || strings.IndexByte(" \t\"'{,\\", s[at-1]) < 0 || !text.BeginsWord(word, 0) || failureSuffix(word) {
		return false
	}
	end, r := wordAt(word, 0)
	if r != plainWord || end < len(word) {
		return false
	}
	return word[0] >= 0x80 || recordKeyOf.Of([]byte(strings.ToLower(strings.ReplaceAll(word, "_", "")))) == noKey
}

// asks reports whether a text may have a request.
func asks(s string) bool {
	for _, method := range [...]string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"} {
		if strings.Contains(s, method) {
			return true
		}
	}
	return false
}

// maxKey is how far from a number the word stands that it counts.
const maxKey = 40

// encodedLetter reports whether what stands before s[i] begins an encoded letter or bracket.
func encodedLetter(s string, i int) bool {
	from := max(0, i-3)
	read, _ := text.OpenedAt(s, from+strings.LastIndexAny(s[from:i], `%&\`))
	return len(read) == 1 && (text.Letter(read[0]) || read[0] == '{' || read[0] == '[')
}

// base64 reports whether the Base64 at s[i] may hold a body.
func (m *skimmer) base64(i int) bool {
	if i < m.memo.base64 || !text.MayBeBase64(m.s, i) {
		return false
	}
	_, end, ok := text.Base64(m.v, i)
	m.memo.base64 = end
	return ok && m.notes()
}

// dump reports whether the line begins a hexdump.
func (m *skimmer) dump() bool {
	if m.line < m.memo.dump {
		return false
	}
	_, end, ok := text.Hexdump(m.v, m.line)
	m.memo.dump = max(end, m.line+1)
	return ok
}

// maxNoted is how long a line may be to be read by itself, and doubts the part of a text that is, one in so
// many bytes: where more is in doubt, all of it may as well be read at once.
const maxNoted, doubts = 4 << 10, 4

// notes reports whether the line, read by itself, says something of an answer.
func (m *skimmer) notes() bool {
	line := m.s[m.line:m.v.LineEnd(m.line)]
	if m.noted || len(line) > maxNoted || m.spent > ahead+m.line/doubts {
		return !m.noted
	}
	m.noted, m.spent = true, m.spent+len(line)
	d := decoders.Get().(*decoder)
	defer d.release()
	d.vocabulary, d.given, d.long = m.d.vocabulary, line, maxNoted+1
	return tell(d.scan(text.Given(line), literal{}, nil, nil).events)
}

// tell reports whether events say something of an answer, those inside others too.
func tell(events []event) bool {
	for i := range events {
		e := &events[i]
		switch e.kind {
		case statusAt:
			if e.how > near || e.phrased {
				return true
			}
		case objectAt, encodedAt:
			if tell(e.inner.events) || e.code >= 400 && (e.complains || e.kind == encodedAt) {
				return true
			}
		case answerAt, recordAt:
			return true
		}
	}
	return false
}

// lastWord is the word at the end of s.
func lastWord(s string) string {
	k := len(s)
	for k > max(0, len(s)-maxLook) && (text.WordByte(s[k-1]) || s[k-1] >= 0x80) {
		k--
	}
	return s[k:]
}
