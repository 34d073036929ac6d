package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// people are the names of fields whose values are somebody's, in lower case and without
// dashes.
var people = func() (l text.Lexicon[Kind]) {
	l.Add(Device, "deviceuuid deviceid")
	l.Add(User, "useruuid userid login username fullname firstname lastname middlename surname patronymic fio фио")
	l.Add(User, "passport snils birthdate birthday address card cardnumber pan")
	l.Add(Phone, "phone phonenumber")
	l.Add(Email, "email")
	l.Add(INN, "inn")
	return l
}()

// address notes the e-mail address around the @ at s[i].
func (f *finder) address(i int) {
	s := f.s
	from, to := i, i+1
	for from > 0 && i-from < 64 && (text.WordByte(s[from-1]) || strings.IndexByte(".+-%", s[from-1]) >= 0) {
		from--
	}
	for to < len(s) && to-i < 128 && (text.WordByte(s[to]) || s[to] == '-' || s[to] == '.' || s[to] >= 0xd0 && s[to] <= 0xd1) {
		to++
	}
	for to > i && s[to-1] == '.' {
		to--
	}
	if dot := i + strings.LastIndexByte(s[i:to], '.'); from < i && dot > i+1 && dot+2 < to {
		f.add(Email, from, to)
	}
}

// figures looks at the digits at s[i] and returns where they end: a phone, the id of a user
// (01-000000000015463), the id of a device (20170222-D58C-40E0-8051-B53ADFF38860).
func (f *finder) figures(i int) int {
	s := f.s
	if i == 0 || !text.WordByte(s[i-1]) && s[i-1] != '-' && s[i-1] != '.' {
		if i+18 <= len(s) && s[i+2] == '-' && text.AllDigits(s[i:i+2]) && text.AllDigits(s[i+3:i+18]) && (i+18 == len(s) || !text.WordByte(s[i+18])) {
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

// phoneAt reads a Russian phone, with spaces, brackets and dashes between its digits.
func phoneAt(s string, i int) (end int, ok bool) {
	first := s[i]
	if first != '+' && first != '7' && first != '8' {
		return i, false
	}
	n, groups := 0, 0
	for end = i; end < len(s) && end-i < 24; end++ {
		c := s[end]
		if text.IsDigit(c) {
			n++
		} else if strings.IndexByte("+ ()-", c) >= 0 && (c != '+' || end == i) && end+1 < len(s) && (text.IsDigit(s[end+1]) || strings.IndexByte("()", s[end+1]) >= 0 || s[end+1] == ' ') {
			groups++
		} else {
			break
		}
	}
	for end > i && !text.IsDigit(s[end-1]) {
		end--
	}
	return end, n == 11 && (first == '+' && s[i+1] == '7' || first != '+' && (groups > 1 || s[i+1] == '9')) && (end == len(s) || !text.WordByte(s[end]) && s[end] != '-')
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
		} else if !text.IsDigit(c) && (k < 8 || c|0x20 < 'a' || c|0x20 > 'f') {
			return i, false
		}
	}
	return i + len(form), true
}

// taxpayer notes the number behind the name of a taxpayer's number, which ends at s[i].
func (f *finder) taxpayer(i int) {
	s := f.s
	j, separated := valueStart(s, i, i)
	if !separated && (j == i || j >= len(s) || !text.IsDigit(s[j])) {
		for j = i; j < len(s) && s[j] == ' '; j++ {
		}
	}
	end := j
	for end < len(s) && end < j+16 && text.IsDigit(s[end]) {
		end++
	}
	if n := end - j; n == 10 || n == 12 {
		f.add(INN, j, end)
	}
}
