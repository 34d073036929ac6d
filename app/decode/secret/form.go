package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Secrets that are known by their form or place.

// webToken hides a JSON Web Token.
func (f *finder) webToken(i, end int) int {
	s := f.s
	for end < len(s) && (text.WordByte(s[end]) || s[end] == '-' || s[end] == '.') {
		end++
	}
	return f.hide(i, end)
}

// credentials hides the password of an address: https://user:password@host.
func (f *finder) credentials(i int) int {
	s := f.s
	colon := -1
	for j := i; j < len(s) && j < i+256; j++ {
		switch c := s[j]; {
		case c == '@':
			if colon < 0 {
				return i
			}
			return f.hide(colon+1, j)
		case c == ':' && colon < 0:
			colon = j
		case c <= ' ' || c == '/' || c == '"' || c == '?':
			return i
		}
	}
	return i
}

// addressed reports whether the word s[i:end] is a part of an address that a random value
// follows, and where that ends: ?key=…, &sign=…, /bot123:… of Telegram.
func addressed(s string, i, end int, name string) (to int, ok bool) {
	if i == 0 || end >= len(s) {
		return 0, false
	}
	switch before := s[i-1]; {
	case (before == '?' || before == '&' || before == ';') && s[end] == '=' && strings.Contains(" key sign signature sig auth ", " "+name+" "),
		before == '/' && s[end] == ':' && text.StartsAt(s, i, "bot"):
		value, _, _ := strings.Cut(s[end+1:valueEnd(s, end+1)], "/")
		return end + 1 + len(value), random(value)
	}
	return 0, false
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
// ***, <token>, {{token}}, null.
func IsMasked(s string) bool {
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
	if len(s) <= 16 && strings.Contains(none, " "+strings.ToLower(s)+" ") {
		return true
	}
	return strings.Trim(s, "xX*#-_.") == ""
}

// none are words that stand for a value, or tell of one.
const none = " null none nil true false undefined redacted filtered hidden masked removed secret token required missing incorrect invalid скрыт скрыто неверен неверный string array object "
