package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// named hides the value of the name s[start:i].
func (f *finder) named(start, i int, c class) int {
	s := f.s
	p, ok := f.carried(start, i, c)
	if ok && p.quote < 0 && !p.tag && p.at < len(s) && s[p.at] == '\n' {
		p, ok = f.nextLine(p, c)
		if !ok {
			return i
		}
	}
	if !ok || p.at >= len(s) {
		return f.apart(start, i, c)
	}
	if p.quote < 0 && !p.tag && strings.IndexByte("[{(", s[p.at]) >= 0 {
		f.inside(p.at, c)
		return max(i, p.at)
	}
	switch {
	case c == headerWord:
		return f.header(p)
	case c == cookieWord, c == cookiesWord && strings.IndexByte(s[p.at:f.wordEnd(p.at)], '=') > 0:
		return f.cookies(p)
	case c == cookiesWord:
		return i
	}
	from, to := p.at, f.valueEnd(p)
	if word := f.wordEnd(from); word < to && isScheme(s[from:word]) {
		from = pastSpaces(s, word)
	} else if word == to && isScheme(s[from:word]) {
		return max(i, f.schemed(to))
	}
	if c == looseWord && !random(s[from:to]) {
		if p.quote < 0 && to-from < len(f.name.room) {
			return i // session: token: …
		}
		return max(i, to)
	}
	return max(i, f.hide(from, to))
}

// carried is where the value of the name s[start:i] begins.
func (f *finder) carried(start, i int, c class) (p place, ok bool) {
	if p, ok = f.member(start, i); !ok {
		p, ok = f.element(start, i)
	}
	if !ok {
		p, ok = f.behind(i, c == headerWord || c == cookieWord)
	}
	p.start = start
	return p, ok
}

// behind is where the value of a name begins that ends at s[i]: behind what separates the two,
// and the quotes, spaces and marks on both sides. listed says that a comma between two strings
// separates them too.
func (f *finder) behind(i int, listed bool) (p place, ok bool) {
	s := f.s
	limit := min(len(s), i+64)
	for j := i; j < limit; {
		p = place{at: j, quote: -1}
		switch c := s[j]; c {
		case '"', '\'':
			if j++; ok {
				if j+1 < limit && s[j] == c && s[j+1] > ' ' && strings.IndexByte(",;}])", s[j+1]) < 0 {
					j++ // doubled, as in a cell of CSV
				}
				return place{at: j, quote: j - 1}, true
			}
		case '<':
			n, cell := tagAt(s[:limit], j)
			if n == 0 {
				return p, ok
			}
			if j += n; cell {
				return place{at: j, quote: -1, tag: true}, true
			}
		case '(':
			n := strings.IndexByte(s[j:limit], ')')
			if ok || n < 0 {
				return p, ok
			}
			j += n + 1
		case ',':
			if !ok {
				if next := valueNamed(s[:limit], j+1); next > 0 {
					j = next // "subject":"token","value":"…"
					continue
				}
				if listed {
					return f.listedBehind(p, j, limit)
				}
			}
			return p, ok
		case ':', '=', ' ', '\t', '`', '\r', '\\', ']', ')', '}', '>', '|', '-', '*', '_', '!':
			next, separated, passed := pass(s[:limit], j, ok)
			if !passed {
				return p, separated
			}
			j, ok = next, separated
		default:
			n := text.Among(s, j, text.CurlyDoubleQuotes+nbsp)
			if n == 0 {
				return calledBehind(s[:limit], p, ok)
			}
			if j += n; ok && s[j-1] != nbsp[1] {
				return place{at: j, quote: j - n}, true
			}
		}
	}
	return p, false
}

// valueNamed is where the name value ends that stands at s[i], behind blanks and quotes; 0 if it does not.
func valueNamed(s string, i int) int {
	for i < len(s) && strings.IndexByte(" \\\"'\n\r\t", s[i]) >= 0 {
		i++
	}
	if text.At(s, i, "value") || text.At(s, i, "Value") {
		return i + len("value")
	}
	return 0
}

// listedBehind is the place of the string that a comma at s[j] separates from a name in quotes.
func (f *finder) listedBehind(p place, j, limit int) (place, bool) {
	s := f.s
	if strings.IndexByte("\"'", s[j-1]) < 0 {
		return p, false
	}
	if j = text.SkipSpaces(s[:limit], j+1); j == limit || strings.IndexByte("\"'", s[j]) < 0 {
		return p, false
	}
	p = place{at: j + 1, quote: j}
	end := f.closing(p.at, j)
	return p, end >= len(s) || s[end] != s[j] || !text.At(s, text.SkipSpaces(s, end+1), ":")
}

// pass passes over the mark at s[j] between a name and its value: ok says whether one that separates
// the two stands before it, separated whether one stands up to next. Where the mark is none of them,
// passed is false.
func pass(s string, j int, ok bool) (next int, separated, passed bool) {
	c, next := s[j], j+1
	switch c {
	case ':', '=':
		return next, true, true
	case '\\':
		if text.At(s, next, "n") || text.At(s, next, "r") { // a line ends, as a string has it
			return next, false, false
		}
	case ']', ')', '}':
		return next, ok, !ok
	case '>': // =>
		return next, ok, ok
	case '|': // this and the next one: the signs of a block in YAML
		return next, ok, ok && (text.At(s, j, "|\n") || text.At(s, j, "|-"))
	case '-':
		if !ok && text.At(s, j, "->") {
			return j + 2, true, true
		}
		return next, ok, ok && strings.IndexByte("|>", s[j-1]) >= 0
	case '*', '_':
		n := len(s[j:]) - len(strings.TrimLeft(s[j:], s[j:next]))
		return j + n, ok, n == 2 || n == 1 && !ok
	case '!': // !!str of YAML
		if !ok || !text.At(s, j, "!!") {
			return next, ok, false
		}
		for next = j; next < len(s) && s[next] > ' '; {
			next++
		}
	}
	return next, ok, true
}

// calledBehind is the place of the value at p, if a call or a type begins there that it stands in.
func calledBehind(s string, p place, ok bool) (place, bool) {
	if k := called(s, p.at); ok && k > p.at {
		if strings.IndexByte("\"'", s[k]) >= 0 {
			return place{at: k + 1, quote: k}, true
		}
		p.at = k
	}
	return p, ok
}

// called is where the quote or the bracket stands that the value of a call or of a type at s[j]
// begins with: SecretStr('…, string(12) "…, array (, []string{, String = "…, and of Python's u'…; j if
// there is none.
func called(s string, j int) int {
	k := j
	for k < len(s) && (text.WordByte(s[k]) || s[k] == '[' && text.At(s, k, "[]") || s[k] == ']' || s[k] == '.') {
		k++
	}
	switch {
	case k == j || k == len(s):
		return j
	case strings.EqualFold(s[j:k], "array"):
		if k = text.SkipSpaces(s, k); k < len(s) && s[k] == '(' {
			return k
		}
		return j
	case s[k] == '{' && s[j] == '[', k == j+1 && strings.IndexByte("\"'", s[k]) >= 0:
		return k
	case text.At(s, k, " = ") || text.At(s, k, "? = "): // val token: String? = "…
		if k += strings.IndexByte(s[k:], '=') + 2; k < len(s) && strings.IndexByte("\"'", s[k]) >= 0 {
			return k
		}
	case s[k] == '(':
		if strings.HasPrefix(s[j:], "string(") {
			k = max(k, j+strings.Index(s[j:], ") ")+1)
		}
		if k+1 < len(s) && strings.IndexByte("\"'", s[k+1]) >= 0 {
			return k + 1
		}
	}
	return j
}

// tagAt is the length of the tag at s[j], if it is one that sets a name or a value off; cell says
// that it begins one of a table.
func tagAt(s string, j int) (n int, cell bool) {
	n = strings.IndexByte(s[j:], '>') + 1
	if n < 3 || n > 40 {
		return 0, false
	}
	inner := s[j+1 : j+n-1]
	if inner[0] == '/' {
		return n, false
	}
	id, _, _ := strings.Cut(inner, " ")
	id = " " + strings.ToLower(id) + " "
	cell = strings.Contains(" td th dd ", id)
	if !cell && !strings.Contains(" b i em strong code span p pre br br/ tt ", id) {
		return 0, false
	}
	return n, cell
}

// element is where the text of an element begins whose name is s[start:i]: <ns:token attr="…">.
func (f *finder) element(start, i int) (p place, ok bool) {
	s := f.s
	k := start
	if k > 0 && s[k-1] == ':' {
		for k--; k > 0 && start-k < 20 && text.WordByte(s[k-1]); k-- {
		}
	}
	if k == 0 || s[k-1] != '<' {
		return p, false
	}
	n := strings.IndexAny(s[i:min(len(s), i+near)], "<>")
	if n < 0 || s[i+n] == '<' || n > 0 && s[i+n-1] == '/' {
		return p, false
	}
	at := text.SkipSpaces(s, i+n+1)
	if text.At(s, at, "<![CDATA[") {
		at += len("<![CDATA[")
	}
	return place{at: at, quote: -1, tag: true}, true
}

// member is where the value begins that a member or an attribute of its own has, the name
// s[start:i] being that of another: {"name":"Cookie","value":"…"}, <param name="token">…</param>.
func (f *finder) member(start, i int) (p place, ok bool) {
	s := f.s
	k, separated := start, false
	for ; k > 0 && start-k < 8 && strings.IndexByte(" :=\\\"'", s[k-1]) >= 0; k-- {
		separated = separated || s[k-1] == ':' || s[k-1] == '='
	}
	switch {
	case !separated:
		return p, false
	case k >= 4 && strings.EqualFold(s[k-4:k], "name"):
		k -= 4
	case k >= 3 && strings.EqualFold(s[k-3:k], "key"):
		k -= 3
	default:
		return p, false
	}
	if k > 0 && text.WordByte(s[k-1]) {
		return p, false
	}
	ahead := s[i:min(len(s), i+near)]
	if n := strings.IndexAny(ahead, "{}<>"); n >= 0 {
		ahead = ahead[:n]
	}
	if n := strings.Index(ahead, "value"); n >= 0 {
		return f.behind(i+n+len("value"), false)
	}
	rest := strings.TrimLeft(ahead, "\\\"'\r")
	if strings.HasPrefix(rest, "\n\n") || strings.HasPrefix(rest, "\n\r\n") { // a part of a form
		return place{at: i + len(ahead) - len(strings.TrimLeft(rest, "\r\n")), quote: -1}, true
	}
	before := s[max(0, k-near):k]
	if n := strings.LastIndexAny(before, "{<"); n >= 0 {
		if v := strings.Index(before[n:], "value"); v >= 0 {
			return f.behind(k-len(before)+n+v+len("value"), false)
		}
		if end := i + len(ahead); before[n] == '<' && end < len(s) && s[end] == '>' {
			return place{at: end + 1, quote: -1, tag: true}, true
		}
	}
	return p, false
}

// nextLine is where a value begins that stands on the line after its name's: a folded header, a
// browser's list of headers, YAML, var_dump, a label. A word must be alone on its line.
func (f *finder) nextLine(p place, c class) (place, bool) {
	s := f.s
	k := p.at + 1
	for k < len(s) && strings.IndexByte(" \t\r", s[k]) >= 0 {
		k++
	}
	indented := k > p.at+1 && s[k-1] != '\r'
	if text.At(s, k, "- ") {
		k += 2
	}
	line := strings.TrimRight(s[k:f.lineEnd(k)], " \t\r")
	if line == "" || strings.HasSuffix(line, ":") {
		return p, false
	}
	if at := called(s[:min(len(s), k+64)], k); at > k {
		k = at
	}
	if strings.IndexByte("\"'", s[k]) >= 0 {
		return place{start: p.start, at: k + 1, quote: k}, true
	}
	if s[k] == '(' {
		return place{start: p.start, at: k, quote: -1}, true
	}
	word := s[k:f.wordEnd(k)]
	if c == headerWord || c == cookieWord {
		lined := indented || p.start == 0 || s[p.start-1] == '\n'
		return place{start: p.start, at: k, quote: -1}, lined && !strings.HasSuffix(word, ":") && (random(word) ||
			strings.IndexByte(word, '=') > 0 || isScheme(word))
	}
	return place{start: p.start, at: k, quote: -1}, len(word) >= 4 && (len(word) == len(line) ||
		strings.IndexByte("\"'\\", line[len(word)]) >= 0)
}
