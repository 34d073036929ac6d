package decode

import (
	"strings"
	"unicode/utf8"
)

// named hides the value of a name that ends at s[i].
func (d *decoder) named(v *view, start, i int, kind secretKind) int {
	s := v.text
	j, separated := valueStart(s, start, i)
	if !separated {
		if j, ok := valueAhead(s, start); ok {
			return max(i, d.hide(v, j, valueEnd(s, j)))
		}
		return d.apart(v, start, i)
	}
	if first := firstElement(s, j); first > j {
		return d.elements(v, first, kind)
	}
	if j < len(s) && s[j] == '\n' && (start == 0 || s[start-1] == '\n') { // a browser has the value on the next line
		word := s[j+1 : valueEnd(s, j+1)]
		if strings.HasSuffix(word, ":") || !random(word) && strings.IndexByte(word, '=') < 0 && !strings.EqualFold(word, "bearer") && !strings.EqualFold(word, "basic") {
			return j
		}
		j++
	}
	if kind == headerSecret || kind == cookieSecret {
		return d.headerValue(v, j, kind)
	}
	end := valueEnd(s, j)
	if name := strings.ToLower(s[j:end]); name == "bearer" || name == "basic" {
		return d.scheme(v, j, end)
	}
	return d.hide(v, j, end)
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
func (d *decoder) elements(v *view, i int, kind secretKind) int {
	s := v.text
	for {
		end := valueEnd(s, i)
		switch {
		case kind == headerSecret || kind == cookieSecret:
			end = d.headerValue(v, i, kind)
		case random(s[i:end]):
			d.hide(v, i, end)
		}
		for i = end; i < len(s) && strings.IndexByte("\"' ,", s[i]) >= 0; i++ {
		}
		if i == end || i == len(s) || s[i-1] != '"' && s[i-1] != '\'' || !strings.Contains(s[end:i], ",") {
			return end
		}
	}
}

// apart hides the value of a name without a separator, as an option, a column or an argument
// has it, --token X, "token","X", | token | X, and that of a longer name: токен облака: X. It
// must look like one that was drawn at random.
func (d *decoder) apart(v *view, start, i int) int {
	s := v.text
	j := i
	for j < len(s) && j < i+40 {
		if n := among(s, j, " \t\"'\\,|-—–«“„"); n > 0 {
			j += n
			continue
		}
		break
	}
	if j == i || j >= len(s) {
		return i
	}
	end := valueEnd(s, j)
	if word := strings.ToLower(s[j:end]); strings.HasSuffix(word, ":") || strings.HasSuffix(word, "=") {
		for j = end; j < len(s) && (s[j] == ' ' || s[j] == '"' || s[j] == '\''); j++ {
		}
		end = valueEnd(s, j)
	} else if end+1 < len(s) && s[end] == ' ' && strings.IndexFunc(word, func(r rune) bool { return !alphabetic(r) }) < 0 {
		// токен облака X
		if next := valueEnd(s, end+1); random(s[end+1 : next]) {
			if _, device := deviceID(s, end+1); !device {
				return d.hide(v, end+1, next)
			}
		}
	}
	switch strings.ToLower(s[j:end]) {
	case "bearer", "basic", "token":
		return d.scheme(v, j, end)
	}
	option := start >= 2 && s[start-2:start] == "--"
	if end == j || !option && !random(s[j:end]) {
		return i
	}
	return d.hide(v, j, end)
}

// valueAhead is where the value of a header stands whose name follows it in an object:
// {"value":"…","name":"Cookie".
func valueAhead(s string, start int) (int, bool) {
	from := max(0, start-512)
	k := strings.LastIndexByte(s[from:start], '{')
	if k < 0 || !strings.HasSuffix(strings.TrimRight(s[from:start], " :\\\"'"), "name") {
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
	return len(s) >= 8 && strings.ContainsAny(s, "0123456789") && strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf && letter(byte(r)) }) >= 0 && strings.IndexByte(s, '/') < 0
}

// list hides the values of a list of cookies.
func (d *decoder) list(v *view, i int) int {
	s := v.text
	j, separated := valueStart(s, i, i)
	if separated && j < len(s) && s[j] != '[' && strings.IndexByte(s[j:valueEnd(s, j)], '=') > 0 {
		return d.headerValue(v, j, cookieSecret)
	}
	if !separated || j >= len(s) || s[j] != '[' {
		return i
	}
	stop := j + max(0, strings.IndexByte(s[j:min(len(s), j+4096)], ']'))
	for {
		n := strings.Index(s[j:stop], "value")
		if n < 0 {
			return i
		}
		j += n + len("value")
		if from, separated := valueStart(s, j, j); separated && from < stop {
			j = d.hide(v, from, valueEnd(s, from))
		}
	}
}

// pair hides the second string of auth=('user', 'password').
func (d *decoder) pair(v *view, i int) int {
	s := v.text
	j := i
	for j < len(s) && strings.IndexByte(" =:([\"'", s[j]) >= 0 {
		j++
	}
	if j == i || strings.IndexByte("\"'", s[j-1]) < 0 || strings.IndexAny(s[i:j], "([") < 0 {
		return i
	}
	j = valueEnd(s, j)
	from := j
	for from < len(s) && strings.IndexByte(" ,\"'", s[from]) >= 0 {
		from++
	}
	if from-j < 3 || strings.IndexByte(s[j:from], ',') < 0 || strings.IndexByte("\"'", s[from-1]) < 0 {
		return i
	}
	return d.hide(v, from, valueEnd(s, from))
}

// curl hides what the options of the command line at s[i] hold: -u user:password, -b cookies.
func (d *decoder) curl(v *view, i int) {
	s := v.text[:min(len(v.text), i+2048)]
	s = s[:lineEnd(s, i)]
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
			end := valueEnd(s, from)
			if colon := strings.IndexByte(s[from:end], ':'); colon >= 0 {
				d.hide(v, from+colon+1, end)
			}
		case "-b", "--cookie":
			if end := valueEnd(s, from); strings.IndexByte(s[from:end], '=') > 0 {
				d.headerValue(v, from, cookieSecret)
			}
		}
	}
}

// valueStart is where the value of the name s[start:i] begins: behind quotes, brackets and a
// separator, encoded or escaped; separated is false if there is none. A header of a HAR has
// its value in a member of its own: "name":"Cookie","value":"…"; an element of XML behind its
// tag; a folded header on the next line.
func valueStart(s string, start, i int) (j int, separated bool) {
	j = i
	limit := min(len(s), i+48)
	if i < len(s) && s[i] == '>' && start > 0 && s[start-1] == '<' {
		return i + 1, true
	}
	for j < limit {
		switch c := s[j]; {
		case c == ':' || c == '=':
			separated = true
		case c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '\\' || c == '`' || c == ']' && !separated || c == '>' && separated:
		case c == '[' && separated && j+1 < limit && (letter(s[j+1]) || digit(s[j+1])) && s[j-1] == ':': // Go's map[Cookie:[…]]
		case (c == 'u' || c == 'b') && separated && j+1 < limit && (s[j+1] == '\'' || s[j+1] == '"'): // Python's
		case c == '&' && strings.HasPrefix(s[j:], "&quot;"):
			j += 5
		case c == '%' && (hexAt(s, j+1, "22") || hexAt(s, j+1, "20")):
			j += 2
		case c == '%' && (hexAt(s, j+1, "3A") || hexAt(s, j+1, "3D")):
			separated = true
			j += 2
		case c >= 0xc2 && !separated && among(s, j, curlyDoubleQuotes) > 0:
			j += among(s, j, curlyDoubleQuotes) - 1
		case c >= 0xc2 && separated && among(s, j, curlyDoubleQuotes) > 0:
			return j + among(s, j, curlyDoubleQuotes), true
		case c == ',' && !separated:
			rest := strings.TrimLeft(s[j+1:limit], " \\\"'\n\r\t")
			if !strings.HasPrefix(strings.ToLower(rest), "value") {
				return i, false
			}
			j = limit - len(rest) + len("value") - 1
		case c == '\r' && separated && strings.HasPrefix(s[j+1:], "\n"):
		case c == '\n' && separated && j+1 < limit && (s[j+1] == ' ' || s[j+1] == '\t') && start > 0 && i-start > 5: // folded
		case c == '\n' && separated && strings.HasPrefix(strings.TrimLeft(s[j:limit], " \n"), "string("): // var_dump
			n := strings.IndexByte(s[j:limit], '"')
			if n < 0 {
				return i, false
			}
			return j + n + 1, true
		case c == '\n' || c == '\r':
			if !separated {
				return i, false
			}
			return j, true // nothing there
		default:
			return j, separated
		}
		j++
	}
	return j, separated
}

// valueEnd is where a value without spaces ends.
func valueEnd(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if strings.HasPrefix(s[i:], `\/`) {
			i += 2
			continue
		}
		if c <= ' ' || strings.IndexByte("\"'`,;&<>{}[]()|\\", c) >= 0 || c == '%' && hexAt(s, i+1, "22") {
			return i
		}
		if c >= 0xc2 && (among(s, i, curlyDoubleQuotes) > 0 || strings.HasPrefix(s[i:], "\u00a0")) {
			return i
		}
		i++
	}
	return i
}

// headerValue hides what an Authorization or Cookie header carries: to the end of its
// string or line. The scheme of an authorization stays.
func (d *decoder) headerValue(v *view, i int, kind secretKind) int {
	s := v.text
	if kind == headerSecret {
		end := valueEnd(s, i)
		switch strings.ToLower(s[i:end]) {
		case "bearer", "basic", "token", "digest", "apikey":
			if end < len(s) && (s[end] == ' ' || s[end] == '%') {
				i = end
				for i < len(s) && s[i] == ' ' {
					i++
				}
				if hexAt(s, i+1, "20") && s[i] == '%' {
					i += 3
				}
			}
		}
	}
	end := i
	for end < len(s) && s[end] != '\n' && s[end] != '\r' && strings.IndexByte("\"'`<>", s[end]) < 0 {
		if s[end] == '\\' || s[end] == '%' && hexAt(s, end+1, "22") || strings.HasPrefix(s[end:], "&quot;") {
			break
		}
		if kind == headerSecret && strings.IndexByte(" ,})]", s[end]) >= 0 || kind == cookieSecret && s[end] == ']' || kind == cookieSecret && s[end] == ' ' && end > i && s[end-1] != ';' {
			break
		}
		end++
	}
	return d.hide(v, i, end)
}

// scheme hides the token behind Bearer or Basic.
func (d *decoder) scheme(v *view, start, i int) int {
	s := v.text
	j := i
	for j < len(s) && (s[j] == ' ' || s[j] == '+') {
		j++
	}
	if hexAt(s, j+1, "20") && s[j] == '%' {
		j += 3
	}
	if j == i {
		return i
	}
	end := valueEnd(s, j)
	if end-j < 6 || s[i-1] == 'c' && !base64Like(s[j:end]) || s[i-1] == 'r' && strings.IndexAny(s[j:end], "0123456789-_.") < 0 && end-j < 16 {
		return i // «basic auth», «bearer token»
	}
	return d.hide(v, j, end)
}

func base64Like(s string) bool {
	return len(s) >= 8 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-") == "" && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=")
}

// webToken hides a JSON Web Token.
func (d *decoder) webToken(v *view, i, end int) int {
	s := v.text
	for end < len(s) && (wordByte(s[end]) || s[end] == '-' || s[end] == '.') {
		end++
	}
	return d.hide(v, i, end)
}

// credentials hides the password of an address: https://user:password@host.
func (d *decoder) credentials(v *view, i int) int {
	s := v.text
	colon := -1
	for j := i; j < len(s) && j < i+256; j++ {
		switch c := s[j]; {
		case c == '@':
			if colon < 0 {
				return i
			}
			return d.hide(v, colon+1, j)
		case c == ':' && colon < 0:
			colon = j
		case c <= ' ' || c == '/' || c == '"' || c == '?':
			return i
		}
	}
	return i
}
