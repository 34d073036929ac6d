package explain

import (
	"strings"

	"evotor-errors/app/catalog"
)

// A Part is a run of a sentence.
type Part struct {
	Text string
	Code bool   // set as code: a name or a value
	Slot string // the field of the error that it repeats, "" if none

	personal string // the kind of personal data that it repeats; "" if none
}

// personal marks the parts that repeat a field with the kind of personal data in it.
func personal(parts []Part, slot, kind string) {
	for i := range parts {
		if parts[i].Slot == slot {
			parts[i].personal = kind
		}
	}
}

// fill puts the slots into a line. ok is false if the line's condition does not hold or a
// slot cannot be filled. A step that is for one direction or reason is said too where the
// text does not show which it is.
func (s slots) fill(line catalog.Line, entry *catalog.Entry, step bool) (parts []Part, ok bool) {
	if !s.holds(line.When, entry, step) {
		return nil, false
	}
	rest, code, joined := line.Text, false, false
	literal := func(n int) {
		if joined {
			parts[len(parts)-1].Text += rest[:n]
		} else {
			parts = append(parts, Part{Text: rest[:n], Code: code})
		}
		rest, joined = rest[n:], true
	}
	for rest != "" {
		switch i := strings.IndexAny(rest, "`{"); {
		case i < 0:
			literal(len(rest))
		case i > 0:
			literal(i)
		case rest[0] == '`':
			code, joined, rest = !code, false, rest[1:]
		default:
			end := strings.IndexByte(rest, '}')
			name := rest[1:max(end, 1)]
			if !slotName(name) {
				literal(1)
				continue
			}
			value, known := s[name]
			if !known {
				return nil, false
			}
			parts = append(parts, Part{Text: value, Code: code, Slot: name})
			joined, rest = false, rest[end+1:]
		}
	}
	return parts, true
}

// first is the first of the lines that fits.
func (s slots) first(lines []catalog.Line, entry *catalog.Entry) []Part {
	for _, line := range lines {
		if parts, ok := s.fill(line, entry, false); ok {
			return parts
		}
	}
	return nil
}

// all are the lines that fit, as steps.
func (s slots) all(lines []catalog.Line, entry *catalog.Entry) (list []Step) {
	for _, line := range lines {
		if parts, ok := s.fill(line, entry, true); ok {
			list = append(list, Step{Parts: parts, For: line.For})
		}
	}
	return list
}

// slotName tells {subject} from the braces of a body.
func slotName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func (s slots) holds(when string, entry *catalog.Entry, step bool) bool {
	switch when {
	case "":
		return true
	case string(catalog.ToCloud), string(catalog.FromCloud):
		return s["direction"] == when || step && s["direction"] == string(catalog.Unknown)
	}
	if entry.HasReason(when) {
		reason, given := s["reason"]
		return strings.EqualFold(reason, when) || step && (!given || !entry.HasReason(reason))
	}
	_, given := s[when]
	return given
}

// plain is a sentence in one string, code in backticks.
func plain(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Code {
			b.WriteByte('`')
		}
		b.WriteString(p.Text)
		if p.Code {
			b.WriteByte('`')
		}
	}
	return b.String()
}

// Parts takes a text of the catalogue apart that has code but no slots.
func Parts(text string) []Part {
	parts, _ := slots{}.fill(catalog.Line{Text: text}, nil, false)
	return parts
}
