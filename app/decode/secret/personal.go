package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// belonging notes the value of the name s[start:i] that is somebody's: a string, or what its kind
// has the form of.
func (f *finder) belonging(start, i int, k Kind) int {
	s := f.s
	p, ok := f.element(start, i)
	if !ok {
		p, ok = f.behind(i, false)
	}
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
		ok = p.quote >= 0 || p.tag
	}
	if !ok || strings.IndexByte("[{(", s[p.at]) >= 0 {
		return i
	}
	f.add(k, p.at, to)
	return max(i, to)
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
