package decode

import (
	"strings"
	"unicode/utf8"
)

// A secretKind says what follows the name of a secret.
type secretKind uint8

const (
	valueSecret  secretKind = iota + 1 // a value: token=…
	headerSecret                       // the rest of a line, behind a scheme: Authorization: Bearer …
	cookieSecret                       // the rest of a line
	schemeSecret                       // a value behind a space: Bearer …
	listSecret                         // the values of a list: "cookies":[{"name":…,"value":…}]
	pairSecret                         // the second string of a pair: auth=('user', 'password')
	curlSecret                         // the options of curl that follow
)

// secretNames are the names of secrets, without dashes and in lower case.
var secretNames = map[string]secretKind{
	"authorization": headerSecret, "xauthorization": headerSecret, "proxyauthorization": headerSecret,
	"cookie": cookieSecret, "setcookie": cookieSecret, "cookies": listSecret,
	"token": valueSecret, "accesstoken": valueSecret, "refreshtoken": valueSecret, "idtoken": valueSecret, "authtoken": valueSecret, "apitoken": valueSecret,
	"usertoken": valueSecret, "cloudtoken": valueSecret, "apptoken": valueSecret, "xauthtoken": valueSecret, "xapitoken": valueSecret, "xaccesstoken": valueSecret, "bearertoken": valueSecret, "sessiontoken": valueSecret, "xcsrftoken": valueSecret, "csrftoken": valueSecret,
	"apikey": valueSecret, "xapikey": valueSecret, "secretkey": valueSecret, "privatekey": valueSecret, "accesskey": valueSecret,
	"password": valueSecret, "passwd": valueSecret, "pwd": valueSecret, "pass": valueSecret, "passphrase": valueSecret, "userpassword": valueSecret,
	"secret": valueSecret, "clientsecret": valueSecret, "appsecret": valueSecret, "sessionid": valueSecret, "session": valueSecret, "phpsessid": valueSecret, "jsessionid": valueSecret,
	"пароль": valueSecret, "пароля": valueSecret, "токен": valueSecret, "токена": valueSecret, "токеном": valueSecret, "секрет": valueSecret,
	"bearer": schemeSecret, "basic": schemeSecret, "oauth2bearer": valueSecret, "auth": pairSecret, "curl": curlSecret,
}

// secretEnds are the ends of longer names: EVOTOR_TOKEN, my_service_api_key.
var secretEnds = [...]string{"token", "password", "passwd", "apikey", "secret", "secretkey", "accesskey", "authkey"}

// secretOf is what the name of n letters says of the value behind it; 0 if nothing.
func secretOf(name [48]byte, n int) secretKind {
	if n > len(name) {
		return 0
	}
	if kind := secretNames[string(name[:n])]; kind != 0 {
		return kind
	}
	for _, end := range secretEnds {
		if strings.HasSuffix(string(name[:n]), end) {
			return valueSecret
		}
	}
	return 0
}

// sensitive notes the secrets and the personal data of a view.
func (d *decoder) sensitive(v *view) {
	s := v.text
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case letter(c) || c == 0xd0 || c == 0xd1:
			end := d.secretAt(v, i)
			i = max(end, i+1)
		case c == '@':
			d.address(v, i)
			i++
		case digit(c) || c == '+' && i+1 < len(s) && digit(s[i+1]):
			i = d.figures(v, i)
		default:
			i++
		}
	}
}

// secretAt looks at the word at s[i] and hides the secret it names. It returns where to go
// on: at the end of the word, or of the secret.
func (d *decoder) secretAt(v *view, i int) int {
	s := v.text
	end, name, n := wordName(s, i)
	if n == 0 || i > 0 && (letter(s[i-1]) || digit(s[i-1])) {
		return end
	}
	if strings.HasPrefix(s[end:], "://") {
		return d.credentials(v, end+3)
	}
	if n >= 30 && strings.HasPrefix(s[i:], "eyJ") && end < len(s) && s[end] == '.' {
		return d.webToken(v, i, end)
	}
	kind := secretOf(name, n)
	switch kind {
	case 0:
		if n == 3 && string(name[:n]) == "inn" || n == 6 && string(name[:n]) == "инн" {
			d.inn(v, end)
		}
		return end
	case schemeSecret:
		return d.scheme(v, i, end)
	case listSecret:
		return d.list(v, end)
	case pairSecret:
		return d.pair(v, end)
	case curlSecret:
		d.curl(v, end)
		return end
	}
	return d.named(v, i, end, kind)
}

// wordName is the word at s[i]: where it ends, and its letters in lower case without dashes.
// n is their number, which can be more than there is room for.
func wordName(s string, i int) (end int, name [48]byte, n int) {
	for end = i; end < len(s); {
		c := s[end]
		size := 1
		var a [2]byte
		switch {
		case letter(c):
			a[0] = c | 0x20
		case digit(c):
			a[0] = c
		case (c == '-' || c == '_') && end+1 < len(s) && (letter(s[end+1]) || digit(s[end+1])):
			end++
			continue
		case (c == 0xd0 || c == 0xd1) && end+1 < len(s):
			a, size = lowerCyrillic(c, s[end+1]), 2
		default:
			return end, name, n
		}
		if n+size <= len(name) {
			copy(name[n:], a[:size])
		}
		n += size
		end += size
	}
	return end, name, n
}

// named hides the value of a name that ends at s[i].
func (d *decoder) named(v *view, start, i int, kind secretKind) int {
	s := v.text
	j, separated := valueStart(s, start, i)
	if !separated {
		return d.apart(v, start, i)
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

// apart hides the value of a name without a separator, as an option, a column or an argument
// has it, --token X, "token","X", | token | X, and that of a longer name: токен облака: X. It
// must look like one that was drawn at random.
func (d *decoder) apart(v *view, start, i int) int {
	s := v.text
	j := i
	for j < len(s) && j < i+40 && strings.IndexByte(" \t\"'\\,|", s[j]) >= 0 {
		j++
	}
	if j == i || j >= len(s) {
		return i
	}
	end := valueEnd(s, j)
	if word := strings.ToLower(s[j:end]); strings.HasSuffix(word, ":") || strings.HasSuffix(word, "=") {
		for j = end; j < len(s) && (s[j] == ' ' || s[j] == '"' || s[j] == '\''); j++ {
		}
		end = valueEnd(s, j)
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
		if kind == headerSecret && strings.IndexByte(" ,})]", s[end]) >= 0 || kind == cookieSecret && s[end] == ' ' && end > i && s[end-1] != ';' {
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

// hide notes a secret at s[i:j], unless it is masked already or no value at all.
func (d *decoder) hide(v *view, i, j int) int {
	s := v.text[i:j]
	for len(s) > 0 && strings.IndexByte(".!?", s[len(s)-1]) >= 0 {
		s = s[:len(s)-1]
	}
	j = i + len(s)
	if masked(s) {
		return j
	}
	span := v.span(i, j)
	d.secrets = append(d.secrets, span)
	if v.shared(i) {
		d.share(span, s)
	}
	d.remember(s)
	for pair := range strings.SplitSeq(s, ";") { // of cookies each one
		if _, value, ok := strings.Cut(pair, "="); ok {
			d.remember(strings.TrimSpace(value))
		}
	}
	return j
}

// share notes the value of a secret whose place others have too: it tells them apart.
func (d *decoder) share(span Span, value string) {
	if d.shared == nil {
		d.shared = map[Span]string{}
	}
	d.shared[span] += value + "\n"
}

// remember hides a value wherever it recurs, unless it is too short to tell.
func (d *decoder) remember(value string) {
	if len(value) < 6 {
		return
	}
	if d.hidden == nil {
		d.hidden = map[string]bool{}
	}
	d.hidden[value] = true
}

// masked reports whether a value hides its secret already, or is a word that stands for
// one: ***, <token>, {{token}}, null.
func masked(s string) bool {
	if len(s) < 2 || strings.Contains(s, "***") || strings.Contains(s, "•") || strings.Contains(s, "…") || strings.Contains(s, "...") {
		return true
	}
	switch s[0] {
	case '$', '%', '<', '{', '[':
		return true
	}
	if strings.HasPrefix(s, "█") || strings.HasPrefix(s, "●") {
		return true
	}
	switch strings.ToLower(s) {
	case "null", "none", "nil", "true", "false", "undefined", "redacted", "filtered", "hidden", "masked", "removed", "secret", "token", "required", "missing", "incorrect", "invalid", "скрыт", "скрыто", "неверен", "неверный", "string", "array", "object":
		return true
	}
	return strings.Trim(s, "xX*#-_.") == ""
}

// secretValue hides the value of an error that is about a token or a password.
func (d *decoder) secretValue(e *Error) {
	f := &e.Value
	if f.State != Present || f.Span.Start >= f.Span.End {
		return
	}
	if object := len(f.Text) > 2 && (f.Text[0] == '{' && f.Text[1] != '{' || f.Text[0] == '['); masked(f.Text) && !object {
		return
	}
	end, name, n := wordName(e.Subject.Text, 0)
	about := n > 3 && end == len(e.Subject.Text) && secretOf(name, n) != 0
	if e.Code != "" && d.vocabulary.Secret(e.Code) || about {
		d.secrets = append(d.secrets, f.Span)
		if f.Span == e.Span {
			d.share(f.Span, f.Text)
		}
		d.remember(f.Text)
		f.Text = Masked
	}
}

// mask replaces the secrets that a field repeats.
func (d *decoder) mask(r *Response, f *Field) {
	if f.State != Present || f.Text == "" || len(d.secrets) == 0 {
		return
	}
	for _, s := range r.Secrets {
		if s.contains(f.Span) && f.Span.Start < f.Span.End {
			if values, ok := d.shared[s]; ok && !strings.Contains("\n"+values, "\n"+f.Text+"\n") {
				continue
			}
			f.Text = Masked
			return
		}
	}
	f.Text = d.masked(f.Text)
}

// masked is a text with the secrets in it replaced: those that its own words name, and
// those that were found elsewhere.
func (d *decoder) masked(text string) string {
	inner := decoder{}
	v := &view{text: text}
	inner.sensitive(v)
	spans := inner.secrets
	for i := 0; i < len(text) && len(d.hidden) > 0; {
		j := i
		for j < len(text) && strings.IndexByte(" \t\n\r\"'`,;<>{}[]()=:&?/\\", text[j]) < 0 {
			j++
		}
		if j > i && d.hidden[text[i:j]] {
			spans = append(spans, Span{i, j})
		}
		i = j + 1
	}
	for s := range d.hidden {
		if k := strings.Index(text, s); k >= 0 && len(d.hidden) <= 32 {
			spans = append(spans, Span{k, k + len(s)})
		}
	}
	if len(spans) == 0 {
		return text
	}
	var b strings.Builder
	end := 0
	for _, s := range disjoint(spans) {
		b.WriteString(text[end:s.Start])
		b.WriteString(Masked)
		end = s.End
	}
	b.WriteString(text[end:])
	if out := b.String(); utf8.ValidString(out) {
		return out
	}
	return Masked
}
