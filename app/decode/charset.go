package decode

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// charset reads the text as a whole: as UTF-16 if it is marked as such or full of zero
// bytes, else as UTF-8 in which what is no UTF-8 is Windows-1251. A byte order mark is
// left out.
func (d *decoder) charset(text string) *view {
	v := &d.root
	from, bigEndian := 0, false
	switch {
	case strings.HasPrefix(text, "\xff\xfe") && highBytes(text, 3):
		from = 2
	case strings.HasPrefix(text, "\xfe\xff") && highBytes(text, 2):
		from, bigEndian = 2, true
	case zeros(text, 1):
	case zeros(text, 0):
		bigEndian = true
	default:
		return d.narrow(text)
	}
	d.sensitive(v) // should a part of the text be none of UTF-16
	return wide(v, from, bigEndian)
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

// narrow reads the text as UTF-8, or Windows-1251.
func (d *decoder) narrow(text string) *view {
	v := &d.root
	if strings.HasPrefix(text, "\xef\xbb\xbf") {
		v = &view{text: text[3:], base: 3, layers: []Mark{{"encoding", Span{Start: 0, End: 3}}}}
	}
	w := windows1251(v)
	if w != v {
		for _, r := range w.runs {
			if r.step == 0 {
				d.foreign = append(d.foreign, r.start)
			}
		}
	}
	return w
}

// zeros reports whether most of the first bytes at odd (1) or even (0) places are zero.
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
	return n >= 4 && zero*2 > n && text[1-odd] != 0
}

// wide reads UTF-16 from byte i on.
func wide(from *view, i int, bigEndian bool) *view {
	w := writer{from: from, buf: make([]byte, 0, len(from.text))}
	s := from.text
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
			w.put(string(r), i, i+n)
		}
		i += n
	}
	return w.view("encoding", 0, len(s))
}

// windows1251 reads the bytes that are no UTF-8 as Windows-1251, unless they are a few in a
// text of UTF-8: then a character was cut.
func windows1251(from *view) *view {
	s := from.text
	if utf8.ValidString(s) {
		return from
	}
	w := writer{from: from, buf: make([]byte, 0, len(s)+len(s)/2)}
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
			w.keep(kept, i)
			w.put(string(r), i, i+1)
			kept = i + 1
		}
		i += n
	}
	w.keep(kept, len(s))
	return w.view("", 0, len(s)) // where it concerns a body, the body says so
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

// reread mends a text of UTF-8 that was read as Windows-1251, РќРµ for Не. Russian words are
// none: as bytes of Windows-1251, they are no UTF-8.
func reread(f *Field) bool {
	if !strings.Contains(f.Text, "Р") && !strings.Contains(f.Text, "С") {
		return false
	}
	b := make([]byte, 0, len(f.Text))
	for _, r := range f.Text {
		c := int(r)
		if r >= utf8.RuneSelf {
			for c = 0x80; c <= 0xff && fromWindows1251(byte(c)) != r; c++ {
			}
		}
		b = append(b, byte(c)) // a zero for a character that Windows-1251 lacks
	}
	text := string(b)
	if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
		return false
	}
	f.Text = text
	return true
}

// fromWindows1251 is the character of a byte from 0x80 on.
func fromWindows1251(b byte) rune {
	if b >= 0xc0 {
		return 'А' + rune(b-0xc0)
	}
	return upper1251[b-0x80]
}

var upper1251 = []rune("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї")
