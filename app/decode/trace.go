package decode

import (
	"sort"
	"strings"

	"evotor-errors/app/decode/text"
)

// A Trace is what a text says of the request that a response answers.
type Trace struct {
	Method string // of a request
	Text   string // of a request its address without the query
	Span   Span
}

// A traceKind is what a trace is.
type traceKind uint8

const (
	requestTrace traceKind = iota
	idTrace
	timeTrace
	traceKinds int = iota
)

// traces are those of a text around what may be an answer: of each kind the last one before it and
// the first one behind, so that the times of a log are not all kept.
type traces struct {
	list [traceKinds][]Trace
	last [traceKinds]Trace // not in the list so far
	next [traceKinds]bool  // the next one is the first behind what may be an answer
}

// add takes the next trace.
func (t *traces) add(kind traceKind, next Trace) {
	if t.next[kind] {
		t.list[kind] = append(t.list[kind], next)
		t.next[kind] = false
		return
	}
	t.last[kind] = next
}

// around keeps the traces around what may be an answer.
func (t *traces) around() {
	for kind := range t.last {
		if last := &t.last[kind]; last.Text != "" {
			t.list[kind] = append(t.list[kind], *last)
			*last = Trace{}
		}
		t.next[kind] = true
	}
}

// maxTrace is how far from a response its request is looked for, and maxLine how far its lines go.
const maxTrace, maxLine = 16 << 10, 1 << 10

// trace gives the responses their traces: those of their exchange, else of their lines, else those
// that stand between the responses around.
func (d *decoder) trace() {
	for _, list := range d.traces.list {
		sort.SliceStable(list, func(i, j int) bool { return list[i].Span.Start < list[j].Span.Start })
	}
	from := 0
	for i := range d.responses {
		r := &d.responses[i]
		lines, to := d.lines(r.Span), len(d.given)
		if i+1 < len(d.responses) {
			next := &d.responses[i+1]
			if to = d.lines(next.Span).Start; next.exchange.End > 0 {
				to = min(to, next.exchange.Start)
			}
		}
		between := Span{Start: max(from, r.Span.Start-maxTrace), End: min(to, r.Span.End+maxTrace)}
		for kind, of := range [...]**Trace{&r.Request, &r.RequestID, &r.Time} {
			for _, within := range [...]Span{r.exchange, lines, between} {
				if *of == nil {
					*of = nearest(d.traces.list[kind], within, r.Span.End)
				}
			}
		}
		from = max(from, lines.End)
	}
}

// lines is a span with the lines that it begins and ends in, if they are short.
func (d *decoder) lines(s Span) Span {
	before := d.given[max(0, s.Start-maxLine):s.Start]
	behind := d.given[s.End:min(len(d.given), s.End+maxLine)]
	return Span{Start: s.Start - len(before) + strings.LastIndexByte(before, '\n') + 1,
		End: s.End + text.LineEnd(behind, 0)}
}

// nearest is the last trace of a place up to i, else the first one behind.
func nearest(list []Trace, within Span, i int) *Trace {
	k := sort.Search(len(list), func(k int) bool { return list[k].Span.Start >= i })
	switch {
	case k > 0 && list[k-1].Span.Start >= within.Start && list[k-1].Span.Start < within.End:
		return &list[k-1]
	case k < len(list) && list[k].Span.Start < within.End:
		return &list[k]
	}
	return nil
}

// isAddress reports whether s is an address, or a path.
func isAddress(s string) bool { return strings.HasPrefix(s, "/") || strings.Contains(s, "://") }

// addressOnly is how much of s is an address without its query, which is of no use to support, and the
// place of many a secret.
func addressOnly(s string) int {
	end := 0
	for end < len(s) && end < 300 && s[end] > ' ' && strings.IndexByte("?#'\"\\<>`,;)]}", s[end]) < 0 {
		end++
	}
	return end
}

// idAt is where the id of a request begins that s[i:], the rest behind its name, gives, and where it
// ends; nothing if it gives none.
func idAt(s string, i int) (from, to int) {
	from = i
	for from < len(s) && from < i+8 && strings.IndexByte(" \t\"'\\:=>[", s[from]) >= 0 {
		from++
	}
	if to = from + idEnd(s[from:]); from == i || to == from {
		return i, i
	}
	return from, to
}

// idEnd is how much of s is an id of a request: six letters, figures and marks at least, and a figure
// among them.
func idEnd(s string) int {
	end, figures := 0, false
	for end < len(s) && end < 100 && (text.WordByte(s[end]) || s[end] == '-' || s[end] == '.') {
		figures = figures || text.Digit(s[end])
		end++
	}
	if end < 6 || !figures {
		return 0
	}
	return end
}

// momentForms are how texts write a date with a time: 0 stands for a digit, a for a letter.
var momentForms = [...]string{
	"0000-00-00T00:00:00", "0000-00-00 00:00:00", "0000/00/00 00:00:00",
	"00.00.0000 00:00:00", "00.00.0000, 00:00:00", "00/aaa/0000:00:00:00", "aaa, 00 aaa 0000 00:00:00",
}

// momentAt is how long the date with a time is that stands at s[i], and how long with its fraction and
// its zone; 0 if there is none.
func momentAt(s string, i int) (length, whole int) {
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
		return len(form), len(strings.TrimRight(s[i:end], ".,:+-"))
	}
	return 0, 0
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
