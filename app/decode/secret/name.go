package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A class is what a word says about a name that it is part of.
type class uint8

const (
	secretWord class = iota + 1 // makes the name that of a secret: token, EVOTOR_TOKEN_PROD
	lastWord                    // only at the end of the name: DB_PASS
	looseWord                   // likewise, and the value must look drawn at random: laravel_session
	keyWord                     // only in two words: API Key, Ключ API
	headerWord
	cookieWord
	cookiesWord
	schemeWord
	authWord
	commandWord
	taxpayerWord
	kept // may follow the others: tokenValue, password_confirmation
)

// words are those that names are made of, in lower case. Of key and id, the word before is
// looked up with them.
var words = [...]struct {
	class class
	words string
}{
	{secretWord, "token tokens password passwords passwd passphrase passcode secret secrets jwt credentials секрет секрета"},
	{secretWord, "apikey apikeys privatekey signingkey encryptionkey appkey masterkey apiключ ключapi"},
	{lastWord, "pwd pass pw otp pin hmac csrf sessionid phpsessid jsessionid"},
	{looseWord, "session sid signature"},
	{keyWord, "key ключ ключа ключом"},
	{headerWord, "authorization"},
	{cookieWord, "cookie"},
	{cookiesWord, "cookies"},
	{schemeWord, "bearer basic"},
	{authWord, "auth"},
	{commandWord, "curl"},
	{kept, "value hash base prod test dev new old confirm confirmation repeat"},
}

// begins are the beginnings of Russian words in all their forms.
var begins = [...]string{"парол", "токен"}

// ends are the ends of words that are written as one: accesstoken, dbpassword.
var ends = [...]string{"token", "password", "passwd", "apikey", "secret", "secretkey", "accesskey", "authkey"}

// Tables are what the embedded element finds secrets by: for each class its name and its words,
// expressions for how the words begin and end that are not listed, and values that are no secret.
func Tables() (classes, roots, values []string) {
	ids := [...]string{secretWord: "secret", lastWord: "last", looseWord: "loose", headerWord: "cookie",
		cookieWord: "cookie", cookiesWord: "cookie",
		schemeWord: "scheme", authWord: "auth", kept: "kept"}
	for _, w := range words {
		if w.class < class(len(ids)) && ids[w.class] != "" {
			classes = append(classes, ids[w.class]+" "+w.words)
		}
	}
	for _, root := range begins {
		roots = append(roots, "^"+root)
	}
	for _, end := range ends {
		roots = append(roots, end+"$")
	}
	return classes, roots, strings.Fields(none)
}

// A meaning is what a word, or two of them together, say of the value of a name.
type meaning struct {
	class  class
	whole  Kind // of a name that is nothing else
	behind Kind // of a name that ends so
}

var lexicon = func() (l text.Lexicon[meaning]) {
	for _, w := range words {
		l.Add(meaning{class: w.class}, w.words)
	}
	for _, p := range people {
		l.Add(p.meaning, p.words)
	}
	return l
}()

// A name is the name of a field, a variable, a header, in lower case and taken into words:
// access_token, X-Authorization, apiKey, ПарольПользователя.
type name struct {
	room   [64]byte // the words one behind the other
	n      int
	starts [12]uint8 // where each begins
	words  int
	loud   bool // there are no small letters, or they are Russian
}

// read reads the name at s[i] and returns where it ends. Of a very long one it keeps the end.
func (n *name) read(s string, i int) (end int) {
	n.n, n.words, n.loud = 0, 0, true
	fits, russian := true, false
	var before byte // the kind of the character before
	for end = i; end < len(s); {
		c := s[end]
		if c == '_' || c == '-' {
			next := end + 1
			for next < len(s) && next < end+3 && s[next] == '_' {
				next++
			}
			if next < len(s) && (text.Letter(s[next]) || text.Digit(s[next]) || cyrillic(s, next)) {
				end, before = next, 0
				continue
			}
		}
		kind, size, pair := character(s, end)
		n.loud = n.loud && (kind != lower || size == 2)
		russian = russian || size == 2
		if kind == 0 {
			break
		}
		if before == 0 || (before == digit) != (kind == digit) || kind == upper && (before == lower || end+1 < len(s) &&
			s[end+1] >= 'a' && s[end+1] <= 'z') {
			if n.words == len(n.starts) {
				fits = false
			} else {
				n.starts[n.words] = uint8(n.n)
				n.words++
			}
		}
		if fits = fits && n.n+size <= len(n.room); fits {
			n.n += copy(n.room[n.n:], pair[:size])
		}
		before = kind
		end += size
		if kind != digit {
			for end < len(s) && s[end]-'a' < 26 && n.n < len(n.room) { // most of a text
				n.room[n.n] = s[end]
				n.n++
				end++
				before, n.loud = lower, false
			}
		}
	}
	n.loud = n.loud || russian
	if !fits && end-i > 40 {
		for i = end - 40; s[i]&0xc0 == 0x80; i++ {
		}
		return n.read(s, i)
	}
	return end
}

// The kinds of characters of a name.
const lower, upper, digit = 'a', 'A', '0'

// character is the letter or digit at s[i], in lower case: its kind, 0 if it is none, and its size.
func character(s string, i int) (kind byte, size int, pair [2]byte) {
	switch c := s[i]; {
	case text.Letter(c):
		if c < 'a' {
			return upper, 1, [2]byte{c | 0x20}
		}
		return lower, 1, [2]byte{c}
	case text.Digit(c):
		return digit, 1, [2]byte{c}
	case (c == 0xd0 || c == 0xd1) && i+1 < len(s):
		pair = text.LowerCyrillic(c, s[i+1])
		if pair[0] != c || pair[1] != s[i+1] {
			return upper, 2, pair
		}
		return lower, 2, pair
	}
	return 0, 1, pair
}

// of is what the words from a to b say together.
func (n *name) of(a, b int) meaning { return lexicon.Of(n.part(a, b)) }

func (n *name) part(a, b int) []byte {
	end := n.n
	if b+1 < n.words {
		end = int(n.starts[b+1])
	}
	return n.room[n.starts[a]:end]
}

// last is the last word that is no number.
func (n *name) last() int {
	last := n.words - 1
	for last > 0 && text.Digit(n.room[n.starts[last]]) {
		last--
	}
	return last
}

// means is what the name says of its value, and whose that is; 0 if nothing, and nobody's.
func (n *name) means() (c class, k Kind) {
	if n.words == 0 {
		return 0, 0
	}
	last := n.last()
	one := n.of(last, last)
	if last == 0 {
		return n.class(last, one.class), one.whole
	}
	two := n.of(last-1, last)
	if k = two.whole; last > 1 {
		k = two.behind
	}
	if k == 0 {
		k = one.behind
	}
	switch {
	case two.class == secretWord, two.class == lastWord:
		return two.class, k
	case one.class == schemeWord:
		return lastWord, k
	case one.class == commandWord, one.class == keyWord:
		return 0, k
	}
	return n.class(last, one.class), k
}

// class is what the name says of its value whose last word is of the class c.
func (n *name) class(last int, c class) class {
	if c != 0 && c != kept {
		return c
	}
	if rooted(n.part(last, last)) {
		return secretWord
	}
	for k := last - 1; k >= 0; k-- {
		if !n.loud && n.of(k+1, k+1).class != kept {
			break
		}
		if n.of(k, k).class == secretWord || k > 0 && n.of(k-1, k).class == secretWord || rooted(n.part(k, k)) {
			return secretWord
		}
	}
	return 0
}

// rooted reports whether a word begins or ends like the name of a secret.
func rooted(word []byte) bool {
	if len(word) < 5 {
		return false
	}
	if word[0] >= 0xd0 {
		for _, begin := range begins {
			if len(word) >= len(begin) && string(word[:len(begin)]) == begin {
				return true
			}
		}
	}
	switch string(word[len(word)-2:]) {
	default:
		return false
	case "en", "rd", "wd", "ey", "et":
	}
	for _, end := range ends {
		if len(word) >= len(end) && string(word[len(word)-len(end):]) == end {
			return true
		}
	}
	return false
}

// Named is what the name of a field says of its value: Secret, or somebody's; 0 if nothing.
// The name may be a path: headers.authorization, tokens[0], /data/token.
func Named(path string) (k Kind) {
	var n name
	for i := 0; i < len(path); {
		end := n.read(path, i)
		if n.n > 0 {
			switch c, whose := n.means(); c {
			case 0, taxpayerWord, keyWord:
				if k != Secret {
					k = whose // of a path the last name counts
				}
			case commandWord:
			default:
				k = Secret
			}
		}
		for i = end; i < len(path) && strings.IndexByte("./[]\"':$-_", path[i]) >= 0; i++ {
		}
		if i == end && i < len(path) {
			return 0 // no path, but words
		}
	}
	return k
}
