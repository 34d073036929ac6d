package explain

import "strings"

// requestNames are the names under which texts have the id of a request, in lower case.
var requestNames = [...]string{"x-request-id", "request-id", "request_id", "requestid", "x-correlation-id", "correlation-id", "correlation_id", "correlationid", "x-trace-id", "trace-id", "trace_id", "traceid"}

// maxTrace is how far from a response its request is looked for: line, id and time.
const maxTrace = 16 << 10

// nearest is what stands at the place nearest to a response: the last up to its end, else the
// first behind it; "" if there is none.
func nearest(text string, s Span, at func(i int) string) string {
	for i := s[1] - 1; i >= max(0, s[0]-maxTrace); i-- {
		if found := at(i); found != "" {
			return found
		}
	}
	for i := s[1]; i < min(len(text), s[1]+maxTrace); i++ {
		if found := at(i); found != "" {
			return found
		}
	}
	return ""
}

// idAt is the id whose name stands at text[i].
func idAt(text string, i int, masks []Span) string {
	switch text[i] | 0x20 {
	case 'x', 'r', 'c', 't':
	default:
		return ""
	}
	if i > 0 && (wordByte(text[i-1]) || text[i-1] == '-') {
		return ""
	}
	for _, name := range requestNames {
		end := i + len(name)
		if end > len(text) || !strings.EqualFold(text[i:end], name) {
			continue
		}
		from := end
		for from < len(text) && from < end+8 && strings.IndexByte(" \t\"'\\:=>[", text[from]) >= 0 {
			from++
		}
		to := from
		for to < len(text) && to < from+100 && (wordByte(text[to]) || text[to] == '-' || text[to] == '.') {
			to++
		}
		if from > end && to-from >= 6 && strings.ContainsAny(text[from:to], "0123456789") && !masked(masks, from, to) {
			return text[from:to]
		}
	}
	return ""
}

// methods are those of the requests that Evotor's cloud answers or sends.
var methods = [...]string{"GET ", "POST ", "PUT ", "PATCH ", "DELETE "}

// requestAt is the method and the address that stand at text[i], without the query: it is of
// no use to support, and the place of many a secret.
func requestAt(text string, i int, masks []Span) string {
	if i > 0 && (wordByte(text[i-1]) || text[i-1] == '-') {
		return ""
	}
	for _, method := range methods {
		rest, ok := strings.CutPrefix(text[i:], method)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " '\"")
		if !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "http://") {
			return ""
		}
		from := len(text) - len(rest)
		to := from
		for to < len(text) && to < from+300 && text[to] > ' ' && strings.IndexByte("?#'\"\\<>`,;)]}", text[to]) < 0 {
			to++
		}
		return method + mask(text[from:to], within(masks, from, to))
	}
	return ""
}

func wordByte(c byte) bool {
	return c == '_' || c-'0' < 10 || c|0x20-'a' < 26
}

func masked(masks []Span, from, to int) bool {
	for _, m := range masks {
		if m[0] < to && from < m[1] {
			return true
		}
	}
	return false
}

// momentForms are how texts write a date with a time: 0 stands for a digit, a for a letter.
var momentForms = [...]string{
	"0000-00-00T00:00:00", "0000-00-00 00:00:00", "0000/00/00 00:00:00",
	"00.00.0000 00:00:00", "00.00.0000, 00:00:00", "00/aaa/0000:00:00:00", "aaa, 00 aaa 0000 00:00:00",
}

// momentAt is the date with a time that stands at text[i], with its fraction and zone.
func momentAt(text string, i int, masks []Span) string {
	if i > 0 && wordByte(text[i-1]) {
		return ""
	}
	for _, form := range momentForms {
		if !matches(text[i:], form) {
			continue
		}
		end := i + len(form)
		for end < len(text) && end < i+40 && strings.IndexByte("0123456789.,:+-Z", text[end]) >= 0 {
			end++
		}
		for _, zone := range [...]string{" GMT", " UTC", " +0000", " -0000"} {
			if matches(text[end:], zone) {
				end += len(zone)
			}
		}
		if !masked(masks, i, end) {
			return strings.TrimRight(text[i:end], ".,:+-")
		}
	}
	return ""
}

// matches reports whether s begins as form has it.
func matches(s, form string) bool {
	if len(s) < len(form) {
		return false
	}
	for k := 0; k < len(form); k++ {
		c := s[k]
		switch form[k] {
		case '0':
			if c-'0' > 9 {
				return false
			}
		case 'a':
			if c|0x20-'a' > 25 {
				return false
			}
		default:
			if c != form[k] {
				return false
			}
		}
	}
	return true
}
