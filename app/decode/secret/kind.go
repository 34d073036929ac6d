package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Masked stands for a secret wherever a value is repeated.
const Masked = "•••"

// A Kind is what was found: a secret, or whose it is.
type Kind uint8

const (
	Secret Kind = iota + 1
	Phone
	Email
	INN // a taxpayer's number
	Device
	User   // an account of Evotor
	Person // names, documents, cards, logins of somebody
)

// String is the id of a kind in a report.
func (k Kind) String() string { return kinds[k] }

var kinds = [...]string{"", "secret", "phone", "email", "inn", "device", "user", "person"}

// A Finding is a place of a text.
type Finding struct {
	text.Span
	Kind Kind
}

// IsMasked reports whether a value hides its secret already, or is a word that stands for one:
// ***, <token>, {{token}}, $TOKEN, null.
func IsMasked(s string) bool {
	if len(s) < 2 {
		return true
	}
	word := len(s) <= 16
	for i := range len(s) {
		c := s[i]
		word = word && (text.Letter(c) || c >= 0x80)
		if (c == '*' || c == '.' || c == "•"[0]) && hides(s[i:]) {
			return true
		}
	}
	if word && strings.Contains(none, " "+strings.ToLower(s)+" ") ||
		strings.IndexByte(fills, s[0]) >= 0 && strings.Trim(s, fills) == "" {
		return true
	}
	return (strings.IndexByte(wraps, s[0]) >= 0 || strings.IndexByte(wraps, s[len(s)-1]) >= 0) && standsFor(s)
}

// standsFor reports whether s is the name of a variable, as one is written where its value belongs.
func standsFor(s string) bool {
	inner := strings.Trim(s, wraps)
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

// fills are the characters of nothing but a mask, and wraps those around the name of a variable.
const fills, wraps = "xX*#-_.", "$%{}<>[]:"

// hides reports whether s begins with what a mask, or an ellipsis, is made of.
func hides(s string) bool {
	for _, mark := range [...]string{"***", "•", "…", "...", "█", "●"} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

// none are words that stand for a value, or tell of one.
const none = " null none nil true false undefined redacted filtered hidden masked removed " +
	"secret token password required missing incorrect invalid expired скрыт скрыто неверен нет истина ложь " +
	"string array object "
