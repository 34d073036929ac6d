package explain

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
)

// Hidden are the places of the text's secrets, in order and apart.
func (r *Report) Hidden() []Span {
	list := make([]Span, len(r.secrets))
	for i, s := range r.secrets {
		list[i] = span(s)
	}
	return list
}

// Redacted is the text that the report is on, with its secrets masked, and its personal data
// too unless unmasked. A value that is masked once is masked wherever it recurs, as it is or
// escaped as in JSON or an address. Without responses nothing is known of the text, and
// nothing of it is passed on.
func (r *Report) Redacted(unmasked bool) string {
	if len(r.Responses) == 0 {
		return ""
	}
	masks, _ := r.masks(func(string) bool { return !unmasked })
	return secret.Replace(r.text, masks)
}

// masks are the places of the text that are not to be passed on, in order and apart, and the
// values that are not wherever they recur: secrets, and the kinds of personal data that hides
// says.
func (r *Report) masks(hides func(kind string) bool) ([]text.Span, *secret.Values) {
	list := append([]text.Span(nil), r.secrets...)
	for _, m := range r.someone {
		if hides(m.ID) {
			list = append(list, m.Span)
		}
	}
	var values secret.Values
	add := func(v string, isSecret bool) {
		plain := unescaped(v)
		for _, form := range [...]string{v, plain, strings.ReplaceAll(plain, "/", `\/`), percent(plain)} {
			if isSecret {
				values.AddSecret(form)
			} else {
				values.Add(form)
			}
		}
	}
	for i, s := range list {
		add(r.text[s.Start:s.End], i < len(r.secrets))
	}
	for _, v := range r.values {
		add(v, true)
	}
	return text.Join(append(list, values.Find(r.text)...)), &values
}

// unescaped is a value without the escapes of JSON and of addresses that it may be written with.
func unescaped(s string) string {
	s = strings.ReplaceAll(s, `\/`, "/")
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// percent is a value as addresses have it.
func percent(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; text.WordByte(c) || c == '-' || c == '.' || c == '~' {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15]))
		}
	}
	return b.String()
}

// excerpt is the part of the text that a response stands in, redacted, its end left out
// where it is long.
func (r *Report) excerpt(s Span, masks []text.Span) string {
	const most = 2000
	end := min(s[1], s[0]+most)
	for end > s[0] && end < len(r.text) && !utf8.RuneStart(r.text[end]) {
		end--
	}
	out := strings.TrimSpace(redacted(r.text, s[0], end, masks))
	if end < s[1] {
		out += "…"
	}
	return out
}

// redacted is s[from:to] with what is masked in it replaced.
func redacted(s string, from, to int, masks []text.Span) string {
	var list []text.Span
	for _, m := range masks[sort.Search(len(masks), func(k int) bool { return masks[k].End > from }):] {
		if m.Start >= to {
			break
		}
		list = append(list, text.Span{Start: max(m.Start, from) - from, End: min(m.End, to) - from})
	}
	return secret.Replace(s[from:to], list)
}
