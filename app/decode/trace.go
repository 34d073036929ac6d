package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

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

// momentAt is where the date with a time ends that stands at s[i], with its fraction and its zone; i if
// there is none.
func momentAt(s string, i int) (end int) {
	for _, form := range momentForms {
		if !matches(s[i:], form) {
			continue
		}
		end = i + len(form)
		for k := end; k < len(s) && k < i+40; k++ {
			if text.Digit(s[k]) || s[k] == 'Z' {
				end = k + 1
			} else if strings.IndexByte(".,:+-", s[k]) < 0 {
				break
			}
		}
		for _, zone := range [...]string{" GMT", " UTC", " +0000", " -0000"} {
			if matches(s[end:], zone) {
				end += len(zone)
			}
		}
		return end
	}
	return i
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
