package decode

import (
	"strings"

	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
)

// A long text, such as a log, is mostly lines without a sign of an answer: a key of a body, a number that
// is a status, an encoding in which they could be. What is far from all signs the scanner passes over.

// long is how long such a text is at least.
const long = 64 << 10

// ahead and behind are how much of it is read on either side of a line with a sign.
const ahead, behind = 16 << 10, 4 << 10

// A skimmer finds the lines of a text that have a sign. It looks back from them as a scanner does.
type skimmer struct {
	scanner
	secrets []Span // the lines that may have some
	noted   bool   // the line was read by itself
	spent   int    // bytes of lines that were
}

// skim finds in a long text the lines that may have secrets, and the parts that are read, unless the whole
// is: in order and apart, each from the beginning of a line on.
func (d *decoder) skim(v *text.View, whole bool) *skimmer {
	m := &skimmer{scanner: scanner{d: d, v: v, s: v.Text, parts: []Span{{Start: 0, End: behind}}}}
	seen, read, hidden := 0, 0, 0 // up to where was looked; up to where the line with the last sign goes, of each kind
	for end, found := range signs().All(m.s) {
		if n := strings.LastIndexByte(m.s[seen:end-1], '\n'); n >= 0 {
			m.line, m.noted = seen+n+1, false
		}
		seen = end - 1
		if seen >= hidden && m.hides(found>>ownSigns, end) {
			hidden = v.LineEnd(seen)
			m.secrets = append(m.secrets, Span{Start: m.line, End: hidden})
		}
		if !whole && seen >= read && m.tells(found&(1<<ownSigns-1), end) {
			read = v.LineEnd(seen)
			m.part(m.line-ahead, read+behind)
		}
	}
	m.part(len(m.s)-ahead, len(m.s))
	for i := 0; i < len(m.s); {
		end := text.LineEnd(m.s, i)
		if secret.Russian(m.s[i:end]) {
			m.secrets = append(m.secrets, Span{Start: i, End: end})
		}
		i = end + 1
	}
	m.secrets = text.Join(m.secrets)
	return m
}

// part adds a part, or lengthens the last one.
func (m *skimmer) part(from, to int) {
	last := &m.parts[len(m.parts)-1]
	if from > last.End {
		from = min(text.LineEnd(m.s, from)+1, len(m.s))
	}
	if from <= last.End {
		last.End = max(last.End, to)
		return
	}
	m.parts = append(m.parts, Span{Start: from, End: to})
}

// hides reports whether one of the signs of secrets that end at s[i] shows one.
func (m *skimmer) hides(found uint16, i int) bool {
	for k := 0; found>>k != 0; k++ {
		if found>>k&1 != 0 && secret.Shows(k, m.s, i) {
			return true
		}
	}
	return false
}

// tells reports whether one of the signs of an answer that end at s[i] is one.
func (m *skimmer) tells(found uint16, i int) bool {
	for k := 0; found>>k != 0; k++ {
		if found>>k&1 != 0 && m.is(k, i) {
			return true
		}
	}
	return false
}
