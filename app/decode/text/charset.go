package text

import (
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A Reading is a text as a whole, read as what it is written in.
type Reading struct {
	View
	Wide bool // it was UTF-16

	foreign []int // the bytes of the given text that are no UTF-8
	colours []int // the places of a terminal's colours in it
}

// Read reads a text as UTF-16 if it is marked as such or full of zero bytes, else as UTF-8 in
// which what is no UTF-8 is Windows-1251. A byte order mark and colours are left out.
func (r *Reading) Read(s string) {
	*r = Reading{View: View{Text: s}}
	v := &r.View
	switch {
	case strings.HasPrefix(s, "\xff\xfe") && highBytes(s, 3):
		r.View, r.Wide = *wide(v, 2, false), true
	case strings.HasPrefix(s, "\xfe\xff") && highBytes(s, 2):
		r.View, r.Wide = *wide(v, 2, true), true
	case zeros(s, 1):
		r.View, r.Wide = *wide(v, 0, false), true
	case zeros(s, 0):
		r.View, r.Wide = *wide(v, 0, true), true
	default:
		r.narrow()
	}
	if v, places := uncoloured(&r.View); places != nil {
		r.View, r.colours = *v, places
	}
}

// Repairs are what it took to read the part s of the given text.
func (r *Reading) Repairs(s Span) (list []Mark) {
	if r.foreign == nil && r.colours == nil {
		return nil
	}
	for _, m := range [...]struct {
		id     string
		places []int
	}{{"encoding", r.foreign}, {"colours", r.colours}} {
		if part, ok := within(m.places, s); ok {
			list = append(list, Mark{m.id, part})
		}
	}
	return list
}

// within is the part of a span from the first to the last of the places in it.
func within(places []int, s Span) (Span, bool) {
	i := sort.SearchInts(places, s.Start)
	if i >= len(places) || places[i] >= s.End {
		return Span{}, false
	}
	j := sort.SearchInts(places, s.End)
	return Span{Start: places[i], End: places[j-1] + 1}, true
}

// highBytes reports whether most of the first bytes from i on, every second one, are those of
// Latin or Cyrillic letters in UTF-16.
func highBytes(text string, i int) bool {
	n, high := 0, 0
	for ; i < min(len(text), 256); i += 2 {
		n++
		if text[i] == 0 || text[i] == 4 {
			high++
		}
	}
	return high*2 >= n
}

// narrow reads a text as UTF-8, or Windows-1251.
func (r *Reading) narrow() {
	if strings.HasPrefix(r.Text, "\xef\xbb\xbf") {
		r.View = View{Text: r.Text[3:], base: 3, Layers: []Mark{{"encoding", Span{Start: 0, End: 3}}}}
	}
	if v := windows1251(&r.View); v != &r.View {
		r.View = *v
		for _, run := range r.runs {
			if run.step == 0 {
				r.foreign = append(r.foreign, run.start)
			}
		}
	}
}

// zeros reports whether most of the first bytes at odd (1) or even (0) places are zero, and few of the
// others: a file that was being written when the power went has zeros in a row.
func zeros(text string, odd int) bool {
	text = text[:min(len(text), 64)]
	if strings.IndexByte(text, 0) < 0 {
		return false
	}
	n, zero := 0, 0
	for i := odd; i < len(text); i += 2 {
		n++
		if text[i] == 0 {
			zero++
		}
	}
	others := strings.Count(text, "\x00") - zero
	return n >= 4 && zero*2 > n && others*4 < zero && text[1-odd] != 0
}

// wide reads UTF-16 from byte i on.
func wide(from *View, i int, bigEndian bool) *View {
	w := Writer{From: from, buf: make([]byte, 0, len(from.Text))}
	s := from.Text
	unit := func(i int) rune {
		if bigEndian {
			return rune(s[i])<<8 | rune(s[i+1])
		}
		return rune(s[i+1])<<8 | rune(s[i])
	}
	for i+1 < len(s) {
		r, n := unit(i), 2
		if utf16.IsSurrogate(r) {
			r2 := rune(0)
			if i+3 < len(s) {
				r2 = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, r2); r != utf8.RuneError {
				n = 4
			}
		}
		if r < utf8.RuneSelf {
			w.run(run{len(w.buf), from.base + i, from.base + i + n, 2})
			w.buf = append(w.buf, byte(r))
		} else {
			w.Put(string(r), i, i+n)
		}
		i += n
	}
	return w.View("encoding", 0, len(s))
}

// windows1251 reads the bytes that are no UTF-8 as Windows-1251, unless they are a few in a
// text of UTF-8: then a character was cut.
func windows1251(from *View) *View {
	s := from.Text
	if utf8.ValidString(s) {
		return from
	}
	w := Writer{From: from, buf: make([]byte, 0, len(s)+len(s)/2)}
	cut := mostlyUTF8(s)
	kept := 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			if !cut {
				r = fromWindows1251(s[i])
			}
			w.Keep(kept, i)
			w.Put(string(r), i, i+1)
			kept = i + 1
		}
		i += n
	}
	w.Keep(kept, len(s))
	return w.View("", 0, len(s)) // where it concerns a body, the body says so
}

// mostlyUTF8 reports whether all but a few of the bytes beyond ASCII are UTF-8.
func mostlyUTF8(s string) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(s) && invalid <= 6; {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		i += n
	}
	for k := 1; k < utf8.UTFMax && k <= len(s); k++ {
		if end := s[len(s)-k:]; utf8.RuneStart(end[0]) {
			return !utf8.FullRuneInString(end) && utf8.ValidString(s[:len(s)-k]) || valid > 4*invalid
		}
	}
	return valid > 4*invalid
}

// Reread reads a text of UTF-8 that was read as Windows-1251 again, РќРµ as Не; ok is false if
// it is none. Russian words are none: as bytes of Windows-1251, they are no UTF-8.
func Reread(s string) (read string, ok bool) {
	if strings.IndexByte(s, "Р"[0]) < 0 || !strings.Contains(s, "Р") && !strings.Contains(s, "С") {
		return s, false
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		c := int(r)
		if r >= utf8.RuneSelf {
			for c = 0x80; c <= 0xff && fromWindows1251(byte(c)) != r; c++ {
			}
		}
		b = append(b, byte(c)) // a zero for a character that Windows-1251 lacks
	}
	read = string(b)
	if !utf8.ValidString(read) || strings.IndexByte(read, 0) >= 0 {
		return s, false
	}
	return read, true
}

// fromWindows1251 is the character of a byte from 0x80 on.
func fromWindows1251(b byte) rune {
	if b >= 0xc0 {
		return 'А' + rune(b-0xc0)
	}
	return upper1251[b-0x80]
}

var upper1251 = []rune("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї")
