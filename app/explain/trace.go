package explain

import (
	"sort"
	"strconv"
	"strings"

	"evotor-errors/app/decode/text"
)

// A trace is what stands at a place of the text: the line, the id or the time of a request.
type trace struct {
	at   int
	text string
}

// traces says for each kind of them how it is told, and what stands at s[i]; "" if nothing.
var traces = [...]struct {
	word string
	at   func(s string, i int, masks []text.Span) string
}{{"request", requestAt}, {"request-id", idAt}, {"time", momentAt}}

// traced are the traces of a text between two of its places, of each kind in their order.
func traced(s string, from, to int, masks []text.Span) (list [len(traces)][]trace) {
	for i := from; i < to; i++ {
		if i > 0 && text.WordByte(s[i-1]) || !text.WordByte(s[i]) {
			continue
		}
		for k := range traces {
			if found := traces[k].at(s, i, masks); found != "" {
				list[k] = append(list[k], trace{i, found})
			}
		}
	}
	return list
}

// maxTrace is how far from a response its request is looked for: line, id and time.
const maxTrace = 16 << 10

// nearest is the trace nearest to a response: the last up to its end, else the first behind it;
// "" if there is none.
func nearest(list []trace, s Span) string {
	k := sort.Search(len(list), func(k int) bool { return list[k].at >= s[1] })
	switch {
	case k > 0 && list[k-1].at >= s[0]-maxTrace:
		return list[k-1].text
	case k < len(list) && list[k].at < s[1]+maxTrace:
		return list[k].text
	}
	return ""
}

// maxFacts is of how many responses the facts are told.
const maxFacts = 10

// Facts are what the text shows of the exchange around each of the first responses, by what it
// is: its status, and the line, the id and the time of its request, between the responses around
// it. What is secret or somebody's is masked.
func (r *Report) Facts() []map[string]string {
	masks, _ := r.masks(func(string) bool { return true })
	facts := make([]map[string]string, min(len(r.Responses), maxFacts))
	for i := range facts {
		resp := &r.Responses[i]
		facts[i] = map[string]string{}
		if resp.Status != nil {
			facts[i]["status"] = strconv.Itoa(*resp.Status)
		}
		from, to := max(0, resp.Span[0]-maxTrace), min(len(r.text), resp.Span[1]+maxTrace)
		if i > 0 {
			from = max(from, r.Responses[i-1].Span[1])
		}
		if i+1 < len(r.Responses) {
			to = min(to, r.Responses[i+1].Span[0])
		}
		found := traced(r.text, from, to, masks)
		for k, t := range traces {
			if s := nearest(found[k], resp.Span); s != "" {
				facts[i][t.word] = s
			}
		}
	}
	return facts
}

// requestNames are the names under which texts have the id of a request, in lower case.
var requestNames = [...]string{"x-request-id", "request-id", "request_id", "requestid", "x-correlation-id", "correlation-id", "correlation_id", "correlationid", "x-trace-id", "trace-id", "trace_id", "traceid"}

// idAt is the id whose name stands at s[i].
func idAt(s string, i int, masks []text.Span) string {
	switch s[i] | 0x20 {
	case 'x', 'r', 'c', 't':
	default:
		return ""
	}
	if i > 0 && s[i-1] == '-' {
		return ""
	}
	for _, name := range requestNames {
		end := i + len(name)
		if end > len(s) || !strings.EqualFold(s[i:end], name) {
			continue
		}
		from := end
		for from < len(s) && from < end+8 && strings.IndexByte(" \t\"'\\:=>[", s[from]) >= 0 {
			from++
		}
		to := from
		for to < len(s) && to < from+100 && (text.WordByte(s[to]) || s[to] == '-' || s[to] == '.') {
			to++
		}
		if from > end && to-from >= 6 && strings.ContainsAny(s[from:to], "0123456789") && !masked(masks, from, to) {
			return s[from:to]
		}
	}
	return ""
}

// methods are those of the requests that Evotor's cloud answers or sends.
var methods = [...]string{"GET ", "POST ", "PUT ", "PATCH ", "DELETE "}

// requestAt is the method and the address that stand at s[i], without the query: it is of
// no use to support, and the place of many a secret.
func requestAt(s string, i int, masks []text.Span) string {
	if i > 0 && s[i-1] == '-' {
		return ""
	}
	for _, method := range methods {
		rest, ok := strings.CutPrefix(s[i:], method)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " '\"")
		if !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "http://") {
			return ""
		}
		from := len(s) - len(rest)
		to := from
		for to < len(s) && to < from+300 && s[to] > ' ' && strings.IndexByte("?#'\"\\<>`,;)]}", s[to]) < 0 {
			to++
		}
		return method + redacted(s, from, to, masks)
	}
	return ""
}

func masked(masks []text.Span, from, to int) bool {
	k := sort.Search(len(masks), func(k int) bool { return masks[k].End > from })
	return k < len(masks) && masks[k].Start < to
}

// momentForms are how texts write a date with a time: 0 stands for a digit, a for a letter.
var momentForms = [...]string{
	"0000-00-00T00:00:00", "0000-00-00 00:00:00", "0000/00/00 00:00:00",
	"00.00.0000 00:00:00", "00.00.0000, 00:00:00", "00/aaa/0000:00:00:00", "aaa, 00 aaa 0000 00:00:00",
}

// MomentAt is the date with a time that stands at s[i], as the text has it; "" if there is none.
func MomentAt(s string, i int) string { return momentAt(s, i, nil) }

// momentAt is the date with a time that stands at s[i], with its fraction and zone.
func momentAt(s string, i int, masks []text.Span) string {
	for _, form := range momentForms {
		if !matches(s[i:], form) {
			continue
		}
		end := i + len(form)
		for end < len(s) && end < i+40 && strings.IndexByte("0123456789.,:+-Z", s[end]) >= 0 {
			end++
		}
		for _, zone := range [...]string{" GMT", " UTC", " +0000", " -0000"} {
			if matches(s[end:], zone) {
				end += len(zone)
			}
		}
		if !masked(masks, i, end) {
			return strings.TrimRight(s[i:end], ".,:+-")
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
