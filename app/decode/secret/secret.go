// Package secret finds in a text what must not be repeated: tokens, passwords, cookies,
// headers of authorization; and what is somebody's: phones, e-mail addresses, taxpayers'
// numbers, ids of devices and users.
//
// A secret is known by its name, by its form or by its place. The table names says of each
// name how its value is carried, and it is the only one: the data of the embedded element are
// made of it, so to add a name, add it there. Find takes time linear in the text, Values.Find
// n log n.
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
	User
)

// String is the id of a kind in a report.
func (k Kind) String() string {
	return [...]string{"", "secret", "phone", "email", "inn", "device", "user"}[k]
}

// A Finding is a place of a text.
type Finding struct {
	text.Span
	Kind Kind
}

// A carrier says how the value of a name is carried.
type carrier uint8

const (
	word     carrier = iota + 1 // a word behind a separator, or one apart that looks random: token=…
	header                      // a scheme and a word: Authorization: Bearer …
	cookie                      // the rest of a line or string
	scheme                      // a word behind a space: Bearer …
	list                        // the values of a list: "cookies":[{"name":…,"value":…}]
	pair                        // the second string of two: auth=('user', 'password')
	options                     // those of a command line: curl -u user:password
	taxpayer                    // digits: no secret, but personal
)

// names are those of secrets, in lower case and without dashes.
var names = [...]struct {
	carrier carrier
	words   string
}{
	{header, "authorization xauthorization proxyauthorization"},
	{cookie, "cookie setcookie"},
	{list, "cookies"},
	{word, "jwt otp pwd pass passphrase phpauthpw privatekey oauth2bearer session sessionid phpsessid jsessionid"},
	{word, "пароль пароля токен токена токеном секрет"},
	{scheme, "bearer basic"},
	{pair, "auth"},
	{options, "curl"},
	{taxpayer, "inn инн"},
}

// ends are names of words too, and the ends of longer ones: EVOTOR_TOKEN, my_service_api_key.
var ends = [...]string{"token", "password", "passwd", "apikey", "secret", "secretkey", "accesskey", "authkey"}

// Tables are what the embedded element finds secrets by: the names of each carrier, the ends of
// names, and words that stand for a value.
func Tables() (carried map[string]string, longer, noValues []string) {
	carried = map[string]string{}
	for _, n := range names {
		if n.carrier != taxpayer {
			id := [...]string{word: "word", header: "header", cookie: "cookie", scheme: "scheme", list: "list", pair: "pair", options: "options"}[n.carrier]
			carried[id] = strings.TrimSpace(carried[id] + " " + n.words)
		}
	}
	return carried, ends[:], strings.Fields(none)
}

var lexicon = func() (l text.Lexicon[carrier]) {
	for _, n := range names {
		l.Add(n.carrier, n.words)
	}
	return l
}()

// of is how the value of a name is carried; 0 if the name is that of no secret.
func of(name []byte) carrier {
	if c := lexicon.Of(name); c != 0 || len(name) < 2 {
		return c
	}
	if len(name) > 8 && string(name[:4]) == "http" { // of $_SERVER
		return lexicon.Of(name[4:])
	}
	switch string(name[len(name)-2:]) {
	default:
		return 0
	case "en", "rd", "wd", "ey", "et":
	}
	for _, end := range ends {
		if len(name) >= len(end) && string(name[len(name)-len(end):]) == end {
			return word
		}
	}
	return 0
}

// Find finds the secrets and the personal data of a text, in its order.
func Find(s string) []Finding {
	f := finder{s: s}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case text.IsLetter(c) || c == 0xd0 || c == 0xd1:
			i = max(f.word(i), i+1)
		case c == '\\' && i+1 < len(s) && (s[i+1] == 'n' || s[i+1] == 'r'):
			i += 2
		case c == '@':
			f.address(i)
			i++
		case c == '%' && i+3 < len(s) && text.HexDigit(s[i+1]) && text.HexDigit(s[i+2]):
			i += 3
		case text.IsDigit(c) || c == '+' && i+1 < len(s) && text.IsDigit(s[i+1]):
			i = f.figures(i)
		default:
			i++
		}
	}
	return f.list
}

// A finder goes through a text.
type finder struct {
	s      string
	list   []Finding
	looked int // up to where the options of a command line, or the items of a list, were looked at
}

func (f *finder) add(k Kind, i, j int) {
	f.list = append(f.list, Finding{text.Span{Start: i, End: j}, k})
}

// hide notes a secret at s[i:j], unless it is masked already or no value at all. It returns
// where it ends.
func (f *finder) hide(i, j int) int {
	for j > i && strings.IndexByte(".!?", f.s[j-1]) >= 0 {
		j--
	}
	if !IsMasked(f.s[i:j]) {
		f.add(Secret, i, j)
	}
	return j
}

// word looks at the word at s[i] and hides the secret that it names or is. It returns where to
// go on: at the end of the word, or of the secret.
func (f *finder) word(i int) int {
	s := f.s
	var room [48]byte
	end, n := nameAt(s, i, &room)
	if n == 0 || i > 0 && (text.IsLetter(s[i-1]) || text.IsDigit(s[i-1])) && !(i > 2 && (s[i-3] == '%' || s[i-2] == '\\')) {
		return end
	}
	if text.StartsAt(s, end, "://") {
		return f.credentials(end + 3)
	}
	if n >= 15 && text.StartsAt(s, i, "eyJ") && text.StartsAt(s, end, ".eyJ") {
		return f.webToken(i, end)
	}
	if n > len(room) {
		return end
	}
	name := room[:n]
	carried := of(name)
	if j, ok := addressed(s, i, end, string(name)); ok && (carried == 0 || carried == pair) {
		return f.hide(end+1, j)
	}
	switch carried {
	case word, header, cookie:
		return f.named(i, end, carried)
	case scheme:
		return f.schemed(end)
	case list:
		return f.listed(end)
	case pair:
		return f.paired(end)
	case options:
		f.commanded(end)
	case taxpayer:
		f.taxpayer(end)
	}
	return end
}

// nameFold is that of names, whose parts dashes join.
var nameFold = text.NewFold("")

// nameAt writes the name at s[i] to room, in lower case and without dashes, and returns where
// it ends. n is the number of its bytes, which can be more than there is room for.
func nameAt(s string, i int, room *[48]byte) (end, n int) {
	for end = i; ; end++ { // past the dash
		var part int
		end, part = nameFold.Folded(s, end, room[min(n, len(room)):])
		n += part
		if end+1 >= len(s) || s[end] != '-' && s[end] != '_' || !text.IsLetter(s[end+1]) && !text.IsDigit(s[end+1]) {
			return end, n
		}
	}
}

// Named is what the name of a field says of its value: Secret, or somebody's; 0 if nothing.
// The name may be a path: headers.authorization, tokens[0], /data/token.
func Named(name string) (k Kind) {
	for i := 0; i < len(name); {
		var room [48]byte
		end, n := nameAt(name, i, &room)
		if n > 0 && n <= len(room) {
			if c := of(room[:n]); n > 2 && c != 0 && c != taxpayer && c != options {
				k = Secret
			} else if k != Secret {
				k = people.Of(room[:n]) // of a path the last name counts
			}
		}
		for i = end; i < len(name) && strings.IndexByte("./[]\"':$-_", name[i]) >= 0; i++ {
		}
		if i == end && i < len(name) {
			return 0 // no path, but words
		}
	}
	return k
}
