package secret

import (
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// named hides the value of the name s[start:i].
func (f *finder) named(start, i int, c carrier) int {
	s := f.s
	j, separated := valueStart(s, start, i)
	if !separated {
		if j, ok := valueAhead(s, start); ok {
			return max(i, f.hide(j, valueEnd(s, j)))
		}
		return f.apart(start, i)
	}
	if first := firstElement(s, j); first > j {
		return f.elements(first, c)
	}
	if j < len(s) && s[j] == '\n' && (start == 0 || s[start-1] == '\n') { // a browser has the value on the next line
		word := s[j+1 : valueEnd(s, j+1)]
		if strings.HasSuffix(word, ":") || !random(word) && strings.IndexByte(word, '=') < 0 && !isScheme(word) {
			return j
		}
		j++
	}
	if c == header || c == cookie {
		return f.headed(j, c)
	}
	end := valueEnd(s, j)
	if isScheme(s[j:end]) {
		return f.schemed(end)
	}
	return f.hide(j, end)
}

// gap is how many bytes at s[i] may stand between a name and its value: quotes, spaces and what
// separates the two, encoded and escaped too. behind says that something before separated
// them.
func gap(s string, i int, behind bool) (n int, separates bool) {
	switch c := s[i]; c {
	case ':', '=':
		return 1, true
	case ' ', '\t', '"', '\'', '\\', '`':
		return 1, false
	case ']', '>', '\r': // [token] => and the end of a line that is folded
		if c == ']' != behind {
			return 1, false
		}
	case '[': // Go's map[Cookie:[…]]
		if behind && s[i-1] == ':' && i+1 < len(s) && text.WordByte(s[i+1]) {
			return 1, false
		}
	case 'u', 'b': // of Python's strings
		if behind && i+1 < len(s) && (s[i+1] == '\'' || s[i+1] == '"') {
			return 1, false
		}
	case '&':
		if strings.HasPrefix(s[i:], "&quot;") {
			return len("&quot;"), false
		}
	case '%':
		if separates = text.HexAt(s, i+1, "3A") || text.HexAt(s, i+1, "3D"); separates || text.HexAt(s, i+1, "22") || text.HexAt(s, i+1, "20") {
			return len("%22"), separates
		}
	default:
		return text.Among(s, i, text.CurlyDoubleQuotes), false
	}
	return 0, false
}

// valueStart is where the value of the name s[start:i] begins; separated is false if nothing
// shows that there is one. A header of a HAR has its value in a member of its own,
// "name":"Cookie","value":"…"; an element of XML behind its tag; a folded header and var_dump
// on the next line.
func valueStart(s string, start, i int) (j int, separated bool) {
	if i < len(s) && s[i] == '>' && start > 0 && s[start-1] == '<' {
		return i + 1, true
	}
	limit := min(len(s), i+48)
	for j = i; j < limit; {
		if n, separates := gap(s[:limit], j, separated); n > 0 {
			separated = separated || separates
			j += n
			continue
		}
		switch c := s[j]; {
		case c == ',' && !separated:
			rest := strings.TrimLeft(s[j+1:limit], " \\\"'\n\r\t")
			if !strings.HasPrefix(strings.ToLower(rest), "value") {
				return i, false
			}
			j = limit - len(rest) + len("value")
		case c == '\n' && separated && j+1 < limit && (s[j+1] == ' ' || s[j+1] == '\t') && start > 0 && i-start > 5:
			j++ // folded
		case c == '\n' && separated:
			rest := strings.TrimLeft(s[j:limit], " \n")
			if quote := strings.IndexByte(rest, '"'); strings.HasPrefix(rest, "string(") && quote > 0 { // var_dump
				return limit - len(rest) + quote + 1, true
			}
			return j, true
		default:
			return j, separated
		}
	}
	return j, separated
}

// valueEnd is where a value without spaces ends.
func valueEnd(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c == '\\' && i+1 < len(s) && s[i+1] == '/' {
			i += 2
			continue
		}
		if c <= ' ' || strings.IndexByte("\"'`,;&<>{}[]()|\\", c) >= 0 || c == '%' && (text.HexAt(s, i+1, "22") || text.HexAt(s, i+1, "20")) {
			return i
		}
		if c >= 0xc2 && (text.Among(s, i, text.CurlyDoubleQuotes) > 0 || strings.HasPrefix(s[i:], "\u00a0")) {
			return i
		}
		i++
	}
	return i
}

// isScheme reports whether a word says how a token behind it is presented.
func isScheme(s string) bool { return strings.EqualFold(s, "bearer") || strings.EqualFold(s, "basic") }

// headed hides what a header of authorization or cookies carries: to the end of its string or
// line. The scheme of an authorization stays.
func (f *finder) headed(i int, c carrier) int {
	s := f.s
	if c == header {
		end := valueEnd(s, i)
		switch strings.ToLower(s[i:min(end, i+8)]) {
		case "bearer", "basic", "token", "digest", "apikey":
			if end < len(s) && (s[end] == ' ' || s[end] == '%') {
				i = pastSpaces(s, end)
			}
		}
	}
	end := i
	for end < len(s) && s[end] != '\n' && s[end] != '\r' && strings.IndexByte("\"'`<>", s[end]) < 0 {
		if s[end] == '\\' || s[end] == '%' && text.HexAt(s, end+1, "22") || s[end] == '&' && strings.HasPrefix(s[end:], "&quot;") {
			break
		}
		if c == header && strings.IndexByte(" ,})]", s[end]) >= 0 || c == cookie && (s[end] == ']' || s[end] == ' ' && end > i && s[end-1] != ';') {
			break
		}
		end++
	}
	return f.hide(i, end)
}

// pastSpaces is where the spaces at s[i] end, those of an address too.
func pastSpaces(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '+') {
		i++
	}
	if i < len(s) && s[i] == '%' && text.HexAt(s, i+1, "20") {
		i += len("%20")
	}
	return i
}

// schemed hides the token behind Bearer or Basic, whose name ends at s[i].
func (f *finder) schemed(i int) int {
	s := f.s
	j := pastSpaces(s, i)
	if j == i {
		return i
	}
	end := valueEnd(s, j)
	if end-j < 6 || s[i-1]|0x20 == 'c' && !base64Like(s[j:end]) || s[i-1]|0x20 == 'r' && strings.IndexAny(s[j:end], "0123456789-_.") < 0 && end-j < 16 {
		return i // «basic auth», «bearer token»
	}
	return f.hide(j, end)
}

func base64Like(s string) bool {
	return len(s) >= 8 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-") == "" && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=")
}

// firstElement is where the first value of a list at s[j] begins: ["X", Array ( [0] => X; j if
// there is none.
func firstElement(s string, j int) int {
	limit := min(len(s), j+80)
	skip := func(i int, set string) int {
		for i < limit && strings.IndexByte(set, s[i]) >= 0 {
			i++
		}
		return i
	}
	const blanks = " \t\r\n"
	i := j
	if j+5 < limit && strings.EqualFold(s[j:j+5], "array") {
		i = skip(j+5, blanks)
	}
	if i >= limit || s[i] != '[' && s[i] != '(' {
		return j
	}
	i = skip(i+1, blanks)
	if at := strings.TrimLeft(s[i:limit], "[0]"); strings.HasPrefix(at, " =>") {
		i = limit - len(at) + 3
	}
	return skip(i, blanks+"\"'")
}

// elements hides the values of a list of headers, the first of which stands at s[i]. Of a list
// behind another name it hides what looks drawn at random.
func (f *finder) elements(i int, c carrier) int {
	s := f.s
	for {
		end := valueEnd(s, i)
		switch {
		case c == header || c == cookie:
			end = f.headed(i, c)
		case random(s[i:end]):
			f.hide(i, end)
		}
		for i = end; i < len(s) && strings.IndexByte("\"' ,", s[i]) >= 0; i++ {
		}
		if i == end || i == len(s) || s[i-1] != '"' && s[i-1] != '\'' || strings.IndexByte(s[end:i], ',') < 0 {
			return end
		}
	}
}

// apart hides the value of a name without a separator, as an option, a column or an argument
// has it, --token X, "token","X", | token | X, and that of a longer name: токен облака: X. It
// must look like one that was drawn at random.
func (f *finder) apart(start, i int) int {
	s := f.s
	j := i
	for j < len(s) && j < i+40 {
		n := text.Among(s, j, " \t\"'\\,|-—–«“„")
		if n == 0 {
			break
		}
		j += n
	}
	if j == i || j >= len(s) {
		return i
	}
	end := valueEnd(s, j)
	if last := s[max(j, end-1):end]; last == ":" || last == "=" {
		for j = end; j < len(s) && (s[j] == ' ' || s[j] == '"' || s[j] == '\''); j++ {
		}
		end = valueEnd(s, j)
	} else if end+1 < len(s) && s[end] == ' ' && strings.IndexFunc(s[j:end], func(r rune) bool { return !text.Alphabetic(r) }) < 0 {
		// токен облака X
		if next := valueEnd(s, end+1); random(s[end+1 : next]) {
			if _, device := deviceID(s, end+1); !device {
				return f.hide(end+1, next)
			}
		}
	}
	if word := s[j:end]; isScheme(word) || strings.EqualFold(word, "token") {
		return f.schemed(end)
	}
	option := start >= 2 && s[start-2:start] == "--"
	if end == j || !option && !random(s[j:end]) {
		return i
	}
	return f.hide(j, end)
}

// valueAhead is where the value of a header stands whose name follows it in an object:
// {"value":"…","name":"Cookie".
func valueAhead(s string, start int) (int, bool) {
	from := max(0, start-512)
	if !strings.HasSuffix(strings.TrimRight(s[max(from, start-8):start], " :\\\"'"), "name") {
		return 0, false
	}
	k := strings.LastIndexByte(s[from:start], '{')
	if k < 0 {
		return 0, false
	}
	n := strings.Index(s[from+k:start], "value")
	if n < 0 {
		return 0, false
	}
	name := from + k + n
	return valueStart(s, name, name+len("value"))
}

// random reports whether a value looks as if it was drawn at random: long, of letters and
// figures.
func random(s string) bool {
	s = strings.TrimRight(s, ".:!?")
	return len(s) >= 8 && strings.ContainsAny(s, "0123456789") && strings.IndexByte(s, '/') < 0 &&
		strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf && text.Letter(byte(r)) }) >= 0
}

// most is how far the items of a list and the options of a command line are looked for.
const most = 2048

// listed hides the values of a list of cookies.
func (f *finder) listed(i int) int {
	s := f.s
	j, separated := valueStart(s, i, i)
	if separated && j < len(s) && s[j] != '[' && strings.IndexByte(s[j:valueEnd(s, j)], '=') > 0 {
		return f.headed(j, cookie)
	}
	if !separated || j >= len(s) || s[j] != '[' || j < f.looked {
		return i
	}
	stop := min(len(s), j+most)
	if n := strings.IndexByte(s[j:stop], ']'); n >= 0 {
		stop = j + n
	}
	f.looked = stop
	for {
		n := strings.Index(s[j:stop], "value")
		if n < 0 {
			return i
		}
		j += n + len("value")
		if from, separated := valueStart(s, j, j); separated && from < stop {
			j = f.hide(from, min(stop, valueEnd(s[:stop], from)))
		}
	}
}

// paired hides the second string of auth=('user', 'password').
func (f *finder) paired(i int) int {
	s := f.s
	j := i
	for j < len(s) && j < i+16 && strings.IndexByte(" =:([\"'", s[j]) >= 0 {
		j++
	}
	if j == i || strings.IndexByte("\"'", s[j-1]) < 0 || strings.IndexAny(s[i:j], "([") < 0 {
		return i
	}
	j = valueEnd(s, j)
	from := j
	for from < len(s) && from < j+16 && strings.IndexByte(" ,\"'", s[from]) >= 0 {
		from++
	}
	if from-j < 3 || strings.IndexByte(s[j:from], ',') < 0 || strings.IndexByte("\"'", s[from-1]) < 0 {
		return i
	}
	return f.hide(from, valueEnd(s, from))
}

// commanded hides what the options of the command line at s[i] hold: -u user:password,
// -b cookies.
func (f *finder) commanded(i int) {
	if i < f.looked {
		return
	}
	s := f.s[:min(len(f.s), i+most)]
	s = s[:text.LineEnd(s, i)]
	f.looked = len(s)
	for {
		n := strings.Index(s[i:], " -")
		if n < 0 {
			return
		}
		i += n + 1
		option, _, ok := strings.Cut(s[i:], " ")
		i += len(option)
		if !ok {
			return
		}
		from := i + 1
		for from < len(s) && strings.IndexByte(" \"'", s[from]) >= 0 {
			from++
		}
		switch option {
		case "-u", "--user", "-U", "--proxy-user":
			end := from
			for ; end < len(s) && strings.IndexByte(" \"'", s[end]) < 0; end++ {
			}
			if colon := strings.IndexByte(s[from:end], ':'); colon >= 0 {
				f.hide(from+colon+1, end)
			}
		case "-b", "--cookie":
			if end := valueEnd(s, from); strings.IndexByte(s[from:end], '=') > 0 {
				f.headed(from, cookie)
			}
		}
	}
}
