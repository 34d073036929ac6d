package decode

import "strings"

// Kinds of personal data.
const (
	phone  = "phone"
	email  = "email"
	inn    = "inn"
	device = "device"
	user   = "user"
)

//go:noinline
func (d *decoder) person(v *view, id string, i, j int) {
	d.personal = append(d.personal, Mark{id, v.span(i, j)})
}

// address notes the e-mail address around the @ at s[i].
func (d *decoder) address(v *view, i int) {
	s := v.text
	from, to := i, i+1
	for from > 0 && i-from < 64 && (wordByte(s[from-1]) || strings.IndexByte(".+-%", s[from-1]) >= 0) {
		from--
	}
	dot := -1
	for to < len(s) && to-i < 128 && (wordByte(s[to]) || s[to] == '-' || s[to] == '.' || s[to] >= 0xd0 && s[to] <= 0xd1) {
		if s[to] == '.' {
			dot = to
		}
		to++
	}
	for to > i && s[to-1] == '.' {
		to--
	}
	if from < i && dot > i+1 && dot+2 < to {
		d.person(v, email, from, to)
	}
}

// figures looks at the digits at s[i] and returns where they end: a phone, the id of a user
// (01-000000000015463), the id of a device (20170222-D58C-40E0-8051-B53ADFF38860).
func (d *decoder) figures(v *view, i int) int {
	s := v.text
	if i > 0 && (wordByte(s[i-1]) || s[i-1] == '-' || s[i-1] == '.') {
		for i++; i < len(s) && wordByte(s[i]); i++ {
		}
		return i
	}
	if i+18 <= len(s) && s[i+2] == '-' && allDigits(s[i:i+2]) && allDigits(s[i+3:i+18]) && (i+18 == len(s) || !wordByte(s[i+18])) {
		d.person(v, user, i, i+18)
		return i + 18
	}
	if end, ok := deviceID(s, i); ok {
		d.person(v, device, i, end)
		return end
	}
	if end, ok := phoneAt(s, i); ok {
		d.person(v, phone, i, end)
		return end
	}
	for i++; i < len(s) && wordByte(s[i]); i++ {
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
		if isDigit(c) {
			n++
		} else if strings.IndexByte("+ ()-", c) >= 0 && (c != '+' || end == i) && end+1 < len(s) && (isDigit(s[end+1]) || strings.IndexByte("()", s[end+1]) >= 0 || s[end+1] == ' ') {
			groups++
		} else {
			break
		}
	}
	for end > i && !isDigit(s[end-1]) {
		end--
	}
	return end, n == 11 && (first == '+' && s[i+1] == '7' || first != '+' && (groups > 1 || s[i+1] == '9')) && (end == len(s) || !wordByte(s[end]) && s[end] != '-')
}

//go:noinline
func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

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
		} else if !isDigit(c) && (k < 8 || c|0x20 < 'a' || c|0x20 > 'f') {
			return i, false
		}
	}
	return i + len(form), true
}

// inn notes the number behind the name of a taxpayer's number.
func (d *decoder) inn(v *view, i int) {
	s := v.text
	j, separated := valueStart(s, i, i)
	if !separated && (j == i || j >= len(s) || !isDigit(s[j])) {
		for j = i; j < len(s) && s[j] == ' '; j++ {
		}
	}
	end := j
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	if n := end - j; n == 10 || n == 12 {
		d.person(v, inn, j, end)
	}
}

// subjects are the fields whose values are somebody's, without the marks between their words.
const subjects = " deviceuuid=device deviceid=device" +
	" useruuid=user userid=user login=user username=user" +
	" fullname=user firstname=user lastname=user middlename=user surname=user patronymic=user fio=user фио=user" +
	" passport=user snils=user birthdate=user birthday=user address=user" +
	" card=user cardnumber=user pan=user" +
	" phone=phone phonenumber=phone email=email inn=inn "

// personalValue marks the value of an error whose subject is a device or a user.
func (d *decoder) personalValue(r *Response, e *Error) {
	if e.Value.State != Present || e.Value.Span.Start >= e.Value.Span.End || e.Value.Text == Masked {
		return
	}
	name := e.Subject.Text[strings.LastIndexByte(e.Subject.Text, '.')+1:] // customer.phone
	if n := len(name); n < 3 || n > 16 || e.Value.Text == "null" {
		return
	}
	name = strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(name, "_", ""), "-", ""))
	_, id, ok := strings.Cut(subjects, " "+name+"=")
	if !ok {
		return
	}
	id, _, _ = strings.Cut(id, " ")
	for _, p := range r.Personal {
		if p.Span == e.Value.Span {
			return
		}
	}
	r.Personal = append(r.Personal, Mark{id, e.Value.Span})
}
