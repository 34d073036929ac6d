package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Secrets that are known by their form or place.

// webToken hides a JSON Web Token, encrypted or not, the first part of which is s[i:end].
func (f *finder) webToken(i, end int) int {
	s := f.s
	dots := 0
	for end < len(s) && (text.WordByte(s[end]) || s[end] == '-' || s[end] == '.') {
		if s[end] == '.' {
			dots++
		}
		end++
	}
	if dots < 2 {
		return end
	}
	return f.hide(i, end)
}

// begin is what a key in PEM begins with.
const begin = "-----BEGIN "

// privateKey hides a private key in PEM that begins at s[i], and returns where to go on.
func (f *finder) privateKey(i int) int {
	s := f.s
	i += len(begin)
	kind, _, ok := strings.Cut(s[i:min(len(s), i+64)], "-----")
	if !ok || !strings.HasSuffix(kind, "PRIVATE KEY") {
		return i
	}
	i += len(kind) + len("-----")
	end := i
	for end < len(s) && (s[end] <= ' ' || text.WordByte(s[end]) || strings.IndexByte("+/=\\:,", s[end]) >= 0) {
		end++
	}
	return f.hide(i, end)
}

// credentials hides the password of an address, https://user:password@host, or what stands for
// both, https://token@host.
func (f *finder) credentials(i int) int {
	s := f.s
	colon, at := -1, -1
	j := i
	for ; j < len(s) && j < i+near && s[j] > ' ' && strings.IndexByte("\"'<>`", s[j]) < 0; j++ {
		switch s[j] {
		case '@':
			at = j
		case ':':
			if colon < 0 && at < 0 && strings.IndexByte(s[i:j], '/') < 0 && strings.IndexByte(s[i:j], '?') < 0 {
				colon = j
			}
		}
	}
	switch {
	case at < 0:
		return i
	case colon >= 0:
		port := colon + 1
		for port < at && text.Digit(s[port]) {
			port++
		}
		if port > colon+1 && strings.IndexByte("/?", s[port]) >= 0 {
			return i
		}
		return f.hide(colon+1, at) + 1
	case !strings.ContainsAny(s[i:at], "/?@") && random(s[i:at]):
		return f.hide(i, at) + 1
	}
	return i
}

// inAddress are parameters of an address, ?key=…, that hold a secret if it looks drawn at random.
const inAddress = " key sign signature sig auth code "

// part hides the part of an address at s[i], if it looks drawn at random.
func (f *finder) part(i int) int {
	part, _, _ := strings.Cut(f.s[i:f.wordEnd(i)], "/")
	if !random(part) {
		return i
	}
	return f.hide(i, i+len(part))
}

// Tokens finds what looks like a token among the words of an error about one.
func Tokens(s string) (list []text.Span) {
	for i := 0; i < len(s); i++ {
		from := i
		letters, figures, lower, upper := 0, 0, false, false
		for ; i < len(s) && (text.WordByte(s[i]) || s[i] == '-'); i++ {
			if c := s[i]; text.Digit(c) {
				figures++
			} else if text.Letter(c) {
				letters++
				lower, upper = lower || c >= 'a', upper || c < 'a'
			}
		}
		// OAuth2Exception has one figure, 2024-03-04T12 one letter.
		if i-from < 8 || figures == 0 || figures == 1 && lower && upper || letters == 0 || letters == 1 && i-from < 16 {
			continue
		}
		list = append(list, text.Span{Start: from, End: i})
	}
	return list
}

// IsMasked reports whether a value hides its secret already, or is a word that stands for one:
// ***, <token>, {{token}}, $TOKEN, null.
func IsMasked(s string) bool {
	for _, mark := range [...]string{"***", "•", "…", "...", "█", "●"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	if len(s) <= 16 && strings.Contains(none, " "+strings.ToLower(s)+" ") || strings.Trim(s, "xX*#-_.") == "" {
		return true
	}
	if len(s) < 2 {
		return true
	}
	inner := strings.Trim(s, "$%{}<>[]:")
	if inner == "" {
		return true
	}
	at := strings.Index(s, inner)
	open, close := s[:at], s[at+len(inner):]
	if strings.ContainsAny(inner, "\"'=:;,\\") || strings.ContainsAny(inner, "0123456789") &&
		strings.IndexByte(inner, ' ') < 0 {
		return false
	}
	switch {
	case open == "$" && close == "":
		return strings.ToUpper(inner) == inner
	case open == "%" && close == "":
		return len(inner) == 1
	case open == "" || close == "":
		return false
	}
	return open[len(open)-1] == '{' && close[0] == '}' || open[len(open)-1] == '<' && close[0] == '>' ||
		open[len(open)-1] == '[' && close[0] == ']' || open == "%" && close == "%"
}

// none are words that stand for a value, or tell of one.
const none = " null none nil true false undefined redacted filtered hidden masked removed secret token password required missing incorrect invalid expired скрыт скрыто неверен нет истина ложь string array object "
