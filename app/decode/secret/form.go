package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// What is known by its form or place.

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

// figures looks at the digits at s[i] and returns where they end.
func (f *finder) figures(i int) int {
	s := f.s
	if end, k := numbered(s, i); k != 0 {
		f.add(k, i, end)
		return end
	}
	for i++; i < len(s) && text.WordByte(s[i]); i++ {
	}
	return i
}

// numbered reads the number at s[i] that is somebody's: a phone, the id of a user (01-000000000015463), the id
// of a device (20170222-D58C-40E0-8051-B53ADFF38860). The kind is 0 if it is none.
func numbered(s string, i int) (end int, k Kind) {
	if i > 0 && (text.WordByte(s[i-1]) || s[i-1] == '-' || s[i-1] == '.') {
		return i, 0
	}
	if i+18 <= len(s) && s[i+2] == '-' && text.AllDigits(s[i:i+2]) && text.AllDigits(s[i+3:i+18]) &&
		(i+18 == len(s) || !text.WordByte(s[i+18])) {
		return i + 18, User
	}
	if end, ok := deviceID(s, i); ok {
		return end, Device
	}
	if end, ok := phoneAt(s, i); ok {
		return end, Phone
	}
	return i, 0
}

// phoneAt reads a phone, with spaces, brackets, dots and dashes between its digits: a Russian one,
// or one of another country behind its plus.
func phoneAt(s string, i int) (end int, ok bool) {
	first := s[i]
	if first != '+' && first != '7' && first != '8' {
		return i, false
	}
	n, groups := 0, 0
	for end = i; end < len(s) && end-i < 40; {
		c := s[end]
		if text.Digit(c) {
			n++
			end++
			continue
		}
		size := text.Among(s, end, " ()-.\u00a0\u2011\u2012\u2013")
		if c == '+' && end == i {
			size = 1
		}
		if size == 0 || end+size >= len(s) || !text.Digit(s[end+size]) &&
			text.Among(s, end+size, " ()-\u00a0\u2011\u2012\u2013") == 0 {
			break
		}
		groups++
		end += size
	}
	for end > i && !text.Digit(s[end-1]) {
		end--
	}
	if end < len(s) && (text.WordByte(s[end]) || s[end] == '-') {
		return end, false
	}
	if first == '+' {
		return end, n >= 11 && n <= 13
	}
	return end, n == 11 && (groups > 2 || strings.IndexByte("3489(", s[i+1]) >= 0)
}

// deviceID reads an id as Evotor gives it: a date and parts of a UUID.
func deviceID(s string, i int) (end int, ok bool) {
	const form = "20000000-0000-0000-0000-000000000000"
	if i+len(form) > len(s) || s[i:i+2] != "20" {
		return i, false
	}
	for k := 0; k < len(form); k++ {
		c := s[i+k]
		if form[k] == '-' {
			if c != '-' {
				return i, false
			}
		} else if !text.Digit(c) && (k < 8 || c|0x20 < 'a' || c|0x20 > 'f') {
			return i, false
		}
	}
	return i + len(form), true
}

// address notes the e-mail address around the @ at s[i].
func (f *finder) address(i int) {
	s := f.s
	from, to := i, i+1
	for from > 0 && i-from < 64 && (text.WordByte(s[from-1]) || strings.IndexByte(".+-%", s[from-1]) >= 0 ||
		cyrillic(s, from-1)) {
		from--
	}
	for to < len(s) && to-i < 128 && (text.WordByte(s[to]) || s[to] == '-' || s[to] == '.' || cyrillic(s, to)) {
		to++
	}
	for to > i && s[to-1] == '.' {
		to--
	}
	if dot := i + strings.LastIndexByte(s[i:to], '.'); from < i && dot > i+1 && dot+2 < to {
		f.add(Email, from, to)
	}
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
