package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// people are the names of fields whose values are somebody's, in lower case and without dashes. But
// for the first ones, words may stand before them: customerPhone.
var people = [...]struct {
	meaning
	words string
}{
	{meaning{whole: Person}, "login address card pan fio фио адрес"},
	{meaning{0, Device, Device}, "deviceuuid deviceid"},
	{meaning{0, User, User}, "useruuid userid"},
	{meaning{0, Person, Person}, "username fullname firstname lastname middlename surname patronymic"},
	{meaning{0, Person, Person}, "passport snils birthdate birthday cardnumber паспорт снилс фамилия отчество"},
	{meaning{0, Phone, Phone}, "phone phones phonenumber телефон телефона"},
	{meaning{0, Email, Email}, "email emails почта"},
	{meaning{taxpayerWord, INN, INN}, "inn инн"},
}

// belonging notes the value of the name s[start:i] that is somebody's: a string, or what its kind
// has the form of.
func (f *finder) belonging(start, i int, k Kind) int {
	s := f.s
	p, ok := f.behind(i, false)
	if !ok || p.at >= len(s) {
		return i
	}
	to := f.valueEnd(p)
	value := s[p.at:to]
	switch {
	case IsMasked(value):
		return i
	case k == Phone:
		digits := 0
		for j := 0; j < len(value) && digits >= 0; j++ {
			if text.Digit(value[j]) {
				digits++
			} else if text.WordByte(value[j]) {
				digits = -1
			}
		}
		ok = digits >= 7
	case k == Email:
		ok = strings.IndexByte(value, '@') > 0
	default:
		ok = p.quote >= 0
	}
	if !ok || strings.IndexByte("[{(", s[p.at]) >= 0 {
		return i
	}
	f.add(k, p.at, to)
	return max(i, to)
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

// cyrillic reports whether s[i] is a byte of a Russian letter.
func cyrillic(s string, i int) bool {
	return s[i] == 0xd0 || s[i] == 0xd1 || s[i]&0xc0 == 0x80 && i > 0 && (s[i-1] == 0xd0 || s[i-1] == 0xd1)
}

// figures looks at the digits at s[i] and returns where they end: a phone, the id of a user
// (01-000000000015463), the id of a device (20170222-D58C-40E0-8051-B53ADFF38860).
func (f *finder) figures(i int) int {
	s := f.s
	if i == 0 || !text.WordByte(s[i-1]) && s[i-1] != '-' && s[i-1] != '.' {
		if i+18 <= len(s) && s[i+2] == '-' && text.AllDigits(s[i:i+2]) && text.AllDigits(s[i+3:i+18]) &&
			(i+18 == len(s) || !text.WordByte(s[i+18])) {
			f.add(User, i, i+18)
			return i + 18
		}
		if end, ok := deviceID(s, i); ok {
			f.add(Device, i, end)
			return end
		}
		if end, ok := phoneAt(s, i); ok {
			f.add(Phone, i, end)
			return end
		}
	}
	for i++; i < len(s) && text.WordByte(s[i]); i++ {
	}
	return i
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
	return end, n == 11 && (groups > 2 || strings.IndexByte("3489", s[i+1]) >= 0)
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

// taxpayer notes the number behind the name of a taxpayer's number, which ends at s[i]: ИНН/КПП …,
// ИНН организации: …
func (f *finder) taxpayer(i int) {
	s := f.s
	for limit := min(len(s), i+48); i < limit && !text.Digit(s[i]); i++ {
		if s[i] == '\n' {
			return
		}
	}
	end := i
	for end < len(s) && end < i+16 && text.Digit(s[end]) {
		end++
	}
	if n := end - i; n == 10 || n == 12 {
		f.add(INN, i, end)
	}
}
