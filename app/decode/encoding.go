package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An encoding is a way in which a body was made to fit into something else, taken off one
// layer at a time. To add one, add it to encodings and its cases to the table of its test.
type encoding struct {
	id string // of the repair
	// starts reports whether v.text[i:], which begins with a bracket or with an encoded one, is
	// in this encoding; quote is where the first thing inside the bracket begins.
	starts func(v *view, i, quote int) bool
	// step decodes what stands at s[i]: n bytes read as text. n is 0 where the encoded run
	// ends; a plain byte comes back as n 1 and text "".
	step func(s string, i int) (text string, n int)
}

// encodings are tried in this order: the ones whose marks survive in the others last.
var encodings = []encoding{
	{"encoding", percentStarts, percentStep},
	{"entities", entitiesStarts, entitiesStep},
	{"encoding", printableStarts, printableStep},
	{"escaped", escapedStarts, escapedStep},
	{"escaped", doubledStarts(`""`), doubledStep('"')},
	{"escaped", doubledStarts(`''`), doubledStep('\'')},
}

// encoded takes the outermost encoding off what begins at v.text[i], which is a bracket or
// an encoded one. It returns where the encoded run ends, or ok false if there is none.
func encoded(v *view, i, limit int) (inner *view, end int, ok bool) {
	quote := firstInside(v.text, i)
	for _, e := range encodings {
		if e.starts(v, i, quote) {
			inner, end = decodeRun(v, i, limit, e)
			return windows1251(inner), end, end > i
		}
	}
	return nil, i, false
}

// firstInside skips the brackets at s[i] and the blanks after them, encoded or not.
func firstInside(s string, i int) int {
	limit := min(len(s), i+64)
	for i < limit {
		switch c := s[i]; {
		case c == '{' || c == '[' || c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case c == '\\' && i+1 < limit && strings.IndexByte("nrt", s[i+1]) >= 0:
			i += 2
		default:
			return i
		}
	}
	return i
}

// decodeRun decodes from i to the end of the encoded run: to the bracket that closes the
// first one, or to where the encoding ends.
func decodeRun(v *view, i, limit int, e encoding) (*view, int) {
	s := v.text[:limit]
	w := writer{from: v}
	kept, j := i, i
	var b balance
	for j < len(s) && !b.closed() {
		text, n := e.step(s, j)
		if n == 0 {
			break
		}
		if text == "" && n == 1 {
			b.next(s[j])
		} else {
			w.keep(kept, j)
			w.put(text, j, j+n)
			kept = j + n
			for k := 0; k < len(text); k++ {
				b.next(text[k])
			}
		}
		j += n
	}
	w.keep(kept, j)
	return w.view(e.id, i, j), j
}

// balance finds the bracket that closes the first one of a text that may itself be in a
// further encoding: quotes count as such if they are escaped as often as the first one is.
type balance struct {
	depth   int
	opened  bool
	quoted  bool
	slashes int // before the byte to come
	level   int // slashes before the first quote, plus one; 0 while there was none
}

func (b *balance) next(c byte) {
	switch {
	case c == '"':
		if b.level == 0 {
			b.level = b.slashes + 1
		}
		if b.slashes+1 == b.level {
			b.quoted = !b.quoted
		}
	case b.quoted:
	case c == '{' || c == '[':
		b.depth++
		b.opened = true
	case c == '}' || c == ']':
		b.depth--
	}
	if c == '\\' {
		b.slashes++
	} else {
		b.slashes = 0
	}
}

func (b *balance) closed() bool { return b.opened && b.depth <= 0 && !b.quoted }

// Percent-encoding: %7B%22errors%22, {%22errors%22, with + for a space as in forms.

func percentStarts(v *view, i, quote int) bool {
	s := v.text
	if s[i] == '%' {
		return true // the walk comes here for an encoded bracket only
	}
	return strings.HasPrefix(s[quote:], "%22") || strings.HasPrefix(s[quote:], "%20") ||
		strings.HasPrefix(s[quote:], "%0") || strings.HasPrefix(s[quote:], "%27") || strings.HasPrefix(s[quote:], "%5C")
}

func percentStep(s string, i int) (string, int) {
	switch c := s[i]; {
	case c == '%':
		if b, ok := text.Hex(s, i+1, 2); ok {
			return string([]byte{byte(b)}), 3
		}
		return "", 1
	case c == '+':
		return " ", 1
	case c <= ' ' || strings.IndexByte("\"'<>`&#", c) >= 0:
		return "", 0
	}
	return "", 1
}

// HTML entities: {&quot;errors&quot;, also escaped twice: &amp;quot;.

func entitiesStarts(v *view, i, quote int) bool {
	s := v.text
	if s[i] == '&' {
		return true
	}
	for quote < len(s) && s[quote] == '\\' {
		quote++
	}
	_, n := entity(s, quote)
	return n > 0
}

func entitiesStep(s string, i int) (string, int) {
	switch s[i] {
	case '&':
		if text, n := entity(s, i); n > 0 {
			return text, n
		}
	case '"':
		return "", 0
	case '<':
		if i+1 < len(s) && (s[i+1] == '/' || text.Letter(s[i+1])) && !blankTag(s, i) {
			return "", 0
		}
	}
	return "", 1
}

// entity reads the entity at s[i]; n is 0 if there is none.
func entity(s string, i int) (read string, n int) {
	if i+3 > len(s) || s[i] != '&' {
		return "", 0
	}
	end := strings.IndexByte(s[i:min(len(s), i+12)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[i+1 : i+end]
	if name[:1] == "#" {
		r, ok := 0, false
		if len(name) > 2 && name[1]|0x20 == 'x' {
			r, ok = text.Hex(name, 2, len(name)-2)
		} else {
			r, ok = text.Decimal(name[1:])
		}
		if !ok {
			return "", 0
		}
		return string(rune(r)), end + 1
	}
	if read, ok := entityNames[name]; ok {
		return read, end + 1
	}
	return "", 0
}

var entityNames = map[string]string{
	"quot": `"`, "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": "\u00a0",
	"lbrace": "{", "lcub": "{", "rbrace": "}", "rcub": "}", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]",
	"colon": ":", "comma": ",", "bsol": `\`, "sol": "/", "num": "#", "lowbar": "_", "equals": "=",
	"laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”", "bdquo": "„", "mdash": "—", "ndash": "–", "hellip": "…", "NewLine": "\n", "Tab": "\t",
}

// Escaped: a body inside a string, {\"errors\", {\u0022errors, {\x22errors.

func escapedStarts(v *view, i, quote int) bool {
	s := v.text
	if s[i] == '\\' {
		return true
	}
	rest := s[quote:]
	return len(rest) > 1 && rest[0] == '\\' && (rest[1] == '"' || rest[1] == '\\' || rest[1] == '\'' ||
		strings.HasPrefix(rest, `\u00`) || strings.HasPrefix(rest, `\x2`))
}

func escapedStep(s string, i int) (string, int) {
	switch s[i] {
	case '"':
		return "", concatenated(s, i) // or the end of the string around the body
	case '\\':
		return unescape(s, i)
	}
	return "", 1
}

// concatenated is the length of what joins the string that ends at s[i] with the next one:
// a quote, a plus or a line break, a quote; 0 if nothing does.
func concatenated(s string, i int) int {
	j := i + 1
	joined := false
	for j < len(s) && j < i+80 && (s[j] <= ' ' || s[j] == '+' || s[j] == '.') {
		joined = joined || s[j] != ' ' && s[j] != '\t'
		j++
	}
	if !joined || j+1 >= len(s) || s[j] != '"' || j == i+1 {
		return 0
	}
	return j + 1 - i
}

// unescape reads the escape at s[i], a backslash: what it stands for and how long it is.
// Of an unknown escape, and at the end of the text, the backslash stays.
func unescape(s string, i int) (read string, n int) {
	if i+1 >= len(s) {
		return "", 1
	}
	switch c := s[i+1]; c {
	case '"', '\\', '/', '\'', '`':
		return s[i+1 : i+2], 2
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	case 'b', 'f', 'a', 'v':
		return " ", 2
	case 'x':
		// Bytes of one character: \xd0\xbf.
		var b []byte
		for n = 0; i+n+1 < len(s) && s[i+n] == '\\' && s[i+n+1] == 'x' && len(b) < utf8.UTFMax; n += 4 {
			c, ok := text.Hex(s, i+n+2, 2)
			if !ok || len(b) > 0 && c < utf8.RuneSelf {
				break
			}
			b = append(b, byte(c))
			if utf8.FullRune(b) {
				n += 4
				break
			}
		}
		if len(b) > 0 {
			if r, size := utf8.DecodeRune(b); r == utf8.RuneError && size == 1 {
				return string(fromWindows1251OrASCII(b[0])), 4
			}
			return string(b), n
		}
	case 'u':
		if r, ok := text.Hex(s, i+2, 4); ok {
			if !utf16.IsSurrogate(rune(r)) {
				return string(rune(r)), 6
			}
			if strings.HasPrefix(s[i+6:], `\u`) {
				if r2, ok := text.Hex(s, i+8, 4); ok {
					if pair := utf16.DecodeRune(rune(r), rune(r2)); pair != utf8.RuneError {
						return string(pair), 12
					}
				}
			}
			return string(utf8.RuneError), 6
		}
	}
	return "", 1
}

func fromWindows1251OrASCII(b byte) rune {
	if b < utf8.RuneSelf {
		return rune(b)
	}
	return fromWindows1251(b)
}

// Doubled quotes: {""errors"" in a cell of CSV, {''errors'' in SQL.

func doubledStarts(quotes string) func(*view, int, int) bool {
	return func(v *view, _, quote int) bool {
		rest := v.text[quote:]
		return strings.HasPrefix(rest, quotes) && len(rest) > 2 && text.Letter(rest[2])
	}
}

func doubledStep(quote byte) func(string, int) (string, int) {
	return func(s string, i int) (string, int) {
		if s[i] != quote {
			return "", 1
		}
		if i+1 < len(s) && s[i+1] == quote {
			return s[i : i+1], 2
		}
		return "", 0
	}
}

// Quoted-printable: lines that end with =, bytes as =D0.

func printableStarts(v *view, i, _ int) bool {
	line := strings.TrimSuffix(v.text[i:v.lineEnd(i)], "\r")
	return i+len(line) < len(v.text) && len(line) > 20 && line[len(line)-1] == '='
}

func printableStep(s string, i int) (string, int) {
	if s[i] != '=' {
		return "", 1
	}
	if strings.HasPrefix(s[i+1:], "\n") {
		return "", 2
	}
	if strings.HasPrefix(s[i+1:], "\r\n") {
		return "", 3
	}
	if b, ok := text.Hex(s, i+1, 2); ok {
		return string([]byte{byte(b)}), 3
	}
	return "", 1
}

// Small readers.

// opened is a text with what is written otherwise in it in its place: \u0430, \xd0\xb0, \/, %D0%B0,
// &#1072;, \n. It is nil if nothing is. Escaped quotes stay.
func opened(v *view) *view {
	s := v.text
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '%') < 0 && strings.IndexByte(s, '&') < 0 {
		return nil
	}
	w := writer{from: v}
	kept := 0
	var plain []byte
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], `\%&`)
		if n < 0 {
			break
		}
		i += n
		from := i
		for plain = plain[:0]; i < len(s); {
			read, n := openedAt(s, i)
			if read == "" {
				if i == from {
					i += n
				}
				break
			}
			plain = append(plain, read...)
			i += n
		}
		if len(plain) > 0 {
			w.keep(kept, from)
			w.put(string(plain), from, i)
			kept = i
		}
	}
	if kept == 0 {
		return nil
	}
	w.keep(kept, len(s))
	return w.view("", 0, len(s))
}

// openedAt reads the character that is written otherwise at s[i], escaped as often as it is. read
// is empty if there is none within the n bytes there.
func openedAt(s string, i int) (read string, n int) {
	switch s[i] {
	case '\\':
		for n = 1; i+n < len(s) && s[i+n] == '\\'; n++ {
		}
		if i+n < len(s) && strings.IndexByte("ux/nrt", s[i+n]) >= 0 {
			if read, size := unescape(s, i+n-1); read != "" {
				return read, n - 1 + size
			}
		}
		return "", n
	case '%':
		for n = 1; text.HexAt(s, i+n, "25"); n += 2 {
		}
		if c, ok := text.Hex(s, i+n, 2); ok {
			return string([]byte{byte(c)}), n + 2
		}
		return "", n
	case '&':
		if read, n = entity(s, i); n > 0 {
			return read, n
		}
	}
	return "", 1
}
