package explain

import "strings"

// requestNames are the names under which texts have the id of a request, in lower case.
var requestNames = [...]string{"x-request-id", "request-id", "request_id", "requestid", "x-correlation-id", "correlation_id", "correlationid", "trace_id", "traceid", "x-trace-id"}

// requestID is the id of a request that a text names, "" if it names none.
func requestID(text string) string {
	lower := strings.ToLower(text[:min(len(text), maxTrace)])
	if len(lower) != min(len(text), maxTrace) {
		return "" // letters that change their length: places would not fit
	}
	for _, name := range requestNames {
		i := strings.Index(lower, name)
		if i < 0 {
			continue
		}
		rest := text[i+len(name):]
		value := strings.TrimLeft(rest[:min(len(rest), 120)], " \t\"'\\:=>")
		end := strings.IndexFunc(value, func(r rune) bool {
			return !(r == '-' || r == '_' || r == '.' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z')
		})
		if end < 0 {
			end = len(value)
		}
		if end >= 6 && strings.ContainsAny(value[:end], "0123456789") {
			return value[:end]
		}
	}
	return ""
}

// maxTrace is how much of a text is searched for the id and the time of its request.
const maxTrace = 64 << 10

// moment is the first date with a time in a text, "" if there is none:
// 2024-03-04T12:00:00.123Z, 2024-03-04 12:00:00,123.
func moment(text string) string {
	const form = "0000-00-00T00:00:00"
	text = text[:min(len(text), maxTrace)]
next:
	for i := 0; i+len(form) <= len(text); i++ {
		for k := 0; k < len(form); k++ {
			c := text[i+k]
			switch form[k] {
			case '0':
				if c < '0' || c > '9' {
					continue next
				}
			case 'T':
				if c != 'T' && c != ' ' {
					continue next
				}
			default:
				if c != form[k] {
					continue next
				}
			}
		}
		end := i + len(form)
		for end < len(text) && end < i+40 && strings.IndexByte("0123456789.,:+-Z", text[end]) >= 0 {
			end++
		}
		return strings.TrimRight(text[i:end], ".,:+-")
	}
	return ""
}
