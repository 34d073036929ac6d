package explain

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode"
)

// Redacted is the text that the report is on, with its secrets masked, and its personal data
// too unless unmasked. A value that is masked once is masked wherever it recurs, as it is or
// escaped as in JSON or an address. Without responses nothing is known of the text, and
// nothing of it is passed on.
func (r *Report) Redacted(text string, unmasked bool) string {
	if len(r.Responses) == 0 {
		return ""
	}
	return mask(text, r.masks(text, unmasked))
}

// masks are the places of a text that are not to be passed on, in order and apart.
func (r *Report) masks(text string, unmasked bool) []Span {
	var list []Span
	for i := range r.Responses {
		resp := &r.Responses[i]
		for _, n := range resp.Notes {
			if n.ID == "secret" && n.Span != nil {
				list = append(list, *n.Span)
			}
		}
		if !unmasked {
			for _, m := range resp.Personal {
				list = append(list, m.Span)
			}
		}
	}
	values := map[string]bool{}
	for _, s := range list {
		if v := text[s[0]:s[1]]; len(v) >= minRecurring {
			plain := unescaped(v)
			for _, form := range [...]string{v, plain, strings.ReplaceAll(plain, "/", `\/`), percent(plain)} {
				values[form] = true
			}
		}
	}
	for v := range values {
		for at := 0; ; {
			k := strings.Index(text[at:], v)
			if k < 0 {
				break
			}
			list = append(list, Span{at + k, at + k + len(v)})
			at += k + len(v)
		}
	}
	slices.SortFunc(list, func(a, b Span) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	apart := list[:0]
	for _, s := range list {
		if n := len(apart); n > 0 && s[0] < apart[n-1][1] {
			apart[n-1][1] = max(apart[n-1][1], s[1])
		} else {
			apart = append(apart, s)
		}
	}
	return apart
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
		if c := s[i]; wordByte(c) || c == '-' || c == '.' || c == '~' {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15]))
		}
	}
	return b.String()
}

// minRecurring is how long a value must be to be looked for elsewhere in the text.
const minRecurring = 6

// mask puts the mark of what is masked in the place of each span.
func mask(text string, spans []Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s[0]])
		b.WriteString(decode.Masked)
		at = s[1]
	}
	b.WriteString(text[at:])
	return b.String()
}

// excerpt is the part of the text that a response stands in, redacted, its end left out
// where it is long.
func (r *Report) excerpt(text string, s Span, masks []Span) string {
	const most = 2000
	end := min(s[1], s[0]+most)
	for end > s[0] && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	out := strings.TrimSpace(mask(text[s[0]:end], within(masks, s[0], end)))
	if end < s[1] {
		out += "…"
	}
	return out
}

// within are the parts of spans between two places, counted from the first.
func within(spans []Span, from, to int) []Span {
	var list []Span
	for _, s := range spans {
		if s[0] < to && from < s[1] {
			list = append(list, Span{max(s[0], from) - from, min(s[1], to) - from})
		}
	}
	return list
}
