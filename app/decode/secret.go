package decode

import "strings"

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
	innName                            // a taxpayer's number: not a secret, but personal
)

// secretNames are the names of secrets, without dashes and in lower case.
var secretNames = newLexicon([]entry[secretKind]{
	{"authorization", headerSecret}, {"xauthorization", headerSecret}, {"proxyauthorization", headerSecret},
	{"cookie", cookieSecret}, {"setcookie", cookieSecret}, {"cookies", listSecret},
	{"token", valueSecret}, {"accesstoken", valueSecret}, {"refreshtoken", valueSecret}, {"idtoken", valueSecret}, {"authtoken", valueSecret}, {"apitoken", valueSecret},
	{"usertoken", valueSecret}, {"cloudtoken", valueSecret}, {"apptoken", valueSecret}, {"xauthtoken", valueSecret}, {"xapitoken", valueSecret}, {"xaccesstoken", valueSecret}, {"bearertoken", valueSecret}, {"sessiontoken", valueSecret}, {"xcsrftoken", valueSecret}, {"csrftoken", valueSecret},
	{"apikey", valueSecret}, {"xapikey", valueSecret}, {"secretkey", valueSecret}, {"privatekey", valueSecret}, {"accesskey", valueSecret},
	{"password", valueSecret}, {"passwd", valueSecret}, {"pwd", valueSecret}, {"pass", valueSecret}, {"passphrase", valueSecret}, {"userpassword", valueSecret}, {"phpauthpw", valueSecret},
	{"secret", valueSecret}, {"clientsecret", valueSecret}, {"appsecret", valueSecret}, {"sessionid", valueSecret}, {"session", valueSecret}, {"phpsessid", valueSecret}, {"jsessionid", valueSecret},
	{"пароль", valueSecret}, {"пароля", valueSecret}, {"токен", valueSecret}, {"токена", valueSecret}, {"токеном", valueSecret}, {"секрет", valueSecret},
	{"bearer", schemeSecret}, {"basic", schemeSecret}, {"oauth2bearer", valueSecret}, {"auth", pairSecret}, {"curl", curlSecret},
	{"inn", innName}, {"инн", innName},
}...)

// secretEnds are the ends of longer names: EVOTOR_TOKEN, my_service_api_key.
var secretEnds = [...]string{"token", "password", "passwd", "apikey", "secret", "secretkey", "accesskey", "authkey"}

// secretOf is what a name says of the value behind it; 0 if nothing.
func secretOf(name []byte) secretKind {
	if kind := secretNames.of(name); kind != 0 || len(name) < 2 {
		return kind
	}
	if len(name) > 8 && string(name[:4]) == "http" { // of $_SERVER
		return secretNames.of(name[4:])
	}
	switch string(name[len(name)-2:]) {
	default:
		return 0
	case "en", "rd", "wd", "ey", "et":
	}
	for _, end := range secretEnds {
		if len(name) > len(end) && string(name[len(name)-len(end):]) == end {
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
		case isLetter(c) || c == 0xd0 || c == 0xd1:
			end := d.secretAt(v, i)
			i = max(end, i+1)
		case c == '\\' && i+1 < len(s) && (s[i+1] == 'n' || s[i+1] == 'r'):
			i += 2
		case c == '@':
			d.address(v, i)
			i++
		case c == '%' && i+3 < len(s) && hexDigit(s[i+1]) && hexDigit(s[i+2]):
			i += 3
		case isDigit(c) || c == '+' && i+1 < len(s) && isDigit(s[i+1]):
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
	var room [48]byte
	end, n := wordName(s, i, &room)
	if n == 0 || i > 0 && (isLetter(s[i-1]) || isDigit(s[i-1])) && !(i > 2 && (s[i-3] == '%' || s[i-2] == '\\')) {
		return end
	}
	if startsAt(s, end, "://") {
		return d.credentials(v, end+3)
	}
	if n >= 15 && startsAt(s, i, "eyJ") && startsAt(s, end, ".eyJ") {
		return d.webToken(v, i, end)
	}
	name := room[:min(n, len(room))]
	if n > len(room) {
		return end
	}
	kind := secretOf(name)
	if i > 0 && end < len(s) && (kind == 0 || kind == pairSecret) {
		switch before := s[i-1]; {
		case (before == '?' || before == '&' || before == ';') && s[end] == '=' && strings.Contains(" key sign signature sig auth ", " "+string(name)+" "),
			before == '/' && s[end] == ':' && startsAt(s, i, "bot"): // of Telegram
			value, _, _ := strings.Cut(s[end+1:valueEnd(s, end+1)], "/")
			if random(value) {
				return d.hide(v, end+1, end+1+len(value))
			}
		}
	}
	switch kind {
	case 0:
		return end
	case innName:
		d.inn(v, end)
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

// wordName writes the word at s[i] to name, in lower case and without dashes, and returns
// where it ends. n is the number of its bytes, which can be more than there is room for.
func wordName(s string, i int, name *[48]byte) (end, n int) {
	for end = i; ; end++ { // past the dash
		var part int
		end, part = folded(s, end, &nameFold, name[min(n, len(name)):])
		n += part
		if end+1 >= len(s) || s[end] != '-' && s[end] != '_' || !isLetter(s[end+1]) && !isDigit(s[end+1]) {
			return end, n
		}
	}
}
