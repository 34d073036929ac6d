package text

import "strings"

// An encoding is a way in which a body was made to fit into something else, taken off one
// layer at a time. To add one, add it to encodings and its cases to the table of its test.
type encoding struct {
	id string // of the repair
	// starts reports whether v.Text[i:], which begins with a bracket or with an encoded one, is
	// in this encoding; quote is where the first thing inside the bracket begins.
	starts func(v *View, i, quote int) bool
	// step decodes what stands at s[i]: n bytes read as text. n is 0 where the encoded run
	// ends; a plain byte comes back as n 1 and text "".
	step func(s string, i int) (text string, n int)
}

// encodings are tried in this order: the ones whose marks survive in the others last.
var encodings = []encoding{
	{"encoding", percentStarts, percentStep},
	{"entities", markupStarts, markupStep},
	{"entities", entitiesStarts, entitiesStep},
	{"encoding", printableStarts, printableStep},
	{"escaped", escapedStarts, escapedStep},
	{"escaped", literalStarts, literalStep},
	{"escaped", doubledStarts(`""`), doubledStep('"')},
	{"escaped", doubledStarts(`''`), doubledStep('\'')},
}

// Encoded takes the outermost encoding off what begins at v.Text[i], which is a bracket or
// an encoded one. It returns where the encoded run ends, or ok false if there is none.
func Encoded(v *View, i, limit int) (inner *View, end int, ok bool) {
	quote := firstInside(v.Text, i)
	if plainly(v, i, quote) {
		return nil, i, false
	}
	for _, e := range encodings {
		if e.starts(v, i, quote) {
			inner, end = decodeRun(v, i, limit, e)
			return windows1251(inner), end, end > i
		}
	}
	return nil, i, false
}

// plainly reports whether v.Text[i:] begins as most bodies do, {"errors", and not in an encoding.
func plainly(v *View, i, quote int) bool {
	s := v.Text
	return s[i] != '%' && s[i] != '&' && s[i] != '\\' && quote+1 < len(s) && s[quote] == '"' && Letter(s[quote+1]) &&
		(i == 0 || s[i-1] != '\'') && !printableStarts(v, i, quote)
}

// firstInside skips the brackets at s[i] and the blanks after them, encoded or not.
func firstInside(s string, i int) int {
	limit := min(len(s), i+64)
	for i < limit {
		switch c := s[i]; {
		case c == '{' || c == '[' || c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case c == '\\':
			read, n := Unescape(s, i)
			if read == "" || strings.TrimSpace(read) != "" {
				return i
			}
			i += n
		default:
			return i
		}
	}
	return i
}

// decodeRun decodes from i to the end of the encoded run: to the bracket that closes the
// first one, or to where the encoding ends.
func decodeRun(v *View, i, limit int, e encoding) (*View, int) {
	s := v.Text[:limit]
	w := Writer{From: v}
	kept, j := i, i
	var b Balance
	for j < len(s) && !b.Closed() {
		text, n := e.step(s, j)
		if n == 0 {
			break
		}
		if text == "" && n == 1 {
			b.Next(s[j])
		} else {
			w.Keep(kept, j)
			w.Put(text, j, j+n)
			kept = j + n
			for k := 0; k < len(text); k++ {
				b.Next(text[k])
			}
		}
		j += n
	}
	w.Keep(kept, j)
	return w.View(e.id, i, j), j
}

// Percent-encoding: %7B%22errors%22, {%22errors%22, with + for a space as in forms.

func percentStarts(v *View, i, quote int) bool {
	s := v.Text
	if s[i] == '%' {
		return true // the walk comes here for an encoded bracket only
	}
	return At(s, quote, "%22") || At(s, quote, "%20") ||
		At(s, quote, "%0") || At(s, quote, "%27") || At(s, quote, "%5C")
}

func percentStep(s string, i int) (string, int) {
	switch c := s[i]; {
	case c == '%':
		if b, ok := Hex(s, i+1, 2); ok {
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

func entitiesStarts(v *View, _, quote int) bool {
	s := v.Text
	for quote < len(s) && s[quote] == '\\' {
		quote++
	}
	_, n := Entity(s, quote)
	return n > 0
}

func entitiesStep(s string, i int) (string, int) {
	switch s[i] {
	case '&':
		if text, n := Entity(s, i); n > 0 {
			return text, n
		}
	case '"':
		return "", 0
	case '<':
		if i+1 < len(s) && (s[i+1] == '/' || Letter(s[i+1])) && !BlankTag(s, i) {
			return "", 0
		}
	}
	return "", 1
}

// Markup: {<span class="x">&quot;errors&quot;</span>, as editors and messengers colour a text.

func markupStarts(v *View, i, quote int) bool {
	s := v.Text[i:min(len(v.Text), i+256)]
	k := quote - i
	for k < len(s) && BlankTag(s, k) {
		k += strings.IndexByte(s[k:], '>') + 1
	}
	return k < len(s) && (s[k] == '<' || s[k] == '&' && k > quote-i) && (strings.Contains(s, "<span") ||
		strings.Contains(s, "</"))
}

func markupStep(s string, i int) (string, int) {
	switch s[i] {
	case '<':
		if i+1 < len(s) && (s[i+1] == '/' || Letter(s[i+1])) {
			if n := strings.IndexByte(s[i:min(len(s), i+300)], '>'); n > 0 {
				return "", n + 1
			}
		}
	case '&':
		if read, n := Entity(s, i); n > 0 {
			return read, n
		}
	}
	return "", 1
}

// Escaped: a body inside a string, {\"errors\", {\u0022errors, {\x22errors.

func escapedStarts(v *View, _, quote int) bool {
	rest := v.Text[quote:]
	return len(rest) > 1 && rest[0] == '\\' && (rest[1] == '"' || rest[1] == '\\' || rest[1] == '\'' ||
		strings.HasPrefix(rest, `\u00`) || strings.HasPrefix(rest, `\x2`))
}

func escapedStep(s string, i int) (string, int) {
	switch s[i] {
	case '"':
		return "", concatenated(s, i) // or the end of the string around the body
	case '\\':
		return Unescape(s, i)
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

// A literal in single quotes, as Python prints a string: '{"a":"\\"b\\""}', of which the backslashes
// are escaped and the double quotes are not.

func literalStarts(v *View, i, _ int) bool {
	s := v.Text
	if i == 0 || s[i-1] != '\'' {
		return false
	}
	for j := i; j+1 < len(s) && s[j] != '\'' && s[j] != '\n'; j++ {
		if s[j] == '\\' {
			if s[j+1] == '\\' || s[j+1] == '\'' {
				return true
			}
			j++
		}
	}
	return false
}

func literalStep(s string, i int) (string, int) {
	switch s[i] {
	case '\'':
		return "", 0
	case '\\':
		return Unescape(s, i)
	}
	return "", 1
}

// Doubled quotes: {""errors"" in a cell of CSV, {''errors'' in SQL.

func doubledStarts(quotes string) func(*View, int, int) bool {
	return func(v *View, _, quote int) bool {
		rest := v.Text[quote:]
		return strings.HasPrefix(rest, quotes) && len(rest) > 2 && Letter(rest[2])
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

func printableStarts(v *View, i, _ int) bool {
	line := strings.TrimSuffix(v.Text[i:v.LineEnd(i)], "\r")
	return i+len(line) < len(v.Text) && len(line) > 20 && line[len(line)-1] == '='
}

func printableStep(s string, i int) (string, int) {
	if s[i] != '=' {
		return "", 1
	}
	if At(s, i+1, "\n") {
		return "", 2
	}
	if At(s, i+1, "\r\n") {
		return "", 3
	}
	if b, ok := Hex(s, i+1, 2); ok {
		return string([]byte{byte(b)}), 3
	}
	return "", 1
}
