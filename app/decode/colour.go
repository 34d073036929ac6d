package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
)

// uncoloured leaves out the colours that a terminal's text has, ESC [33m, also those that
// lost their ESC on the way. Where one stood inside a body, the body says so.
func (d *decoder) uncoloured(v *view) *view {
	s := v.text
	lost := strings.Contains(s, "[0m") || strings.Contains(s, "[39m") || strings.Contains(s, "[22m")
	if !lost && !strings.Contains(s, "\x1b[") {
		return v
	}
	w := writer{from: v}
	kept := 0
	for i := 0; i < len(s); {
		n := 0
		switch {
		case s[i] == '\x1b':
			n = 1 + colour(s, i+1)
		case s[i] == '[' && lost:
			n = colour(s, i)
		}
		if n == 0 {
			i++
			continue
		}
		w.keep(kept, i)
		d.colours = append(d.colours, v.span(i, i+n).Start)
		i += n
		kept = i
	}
	w.keep(kept, len(s))
	return w.view("", 0, len(s))
}

// colour is the length of the colour at s[i], [1;33m; 0 if there is none.
func colour(s string, i int) int {
	if i >= len(s) || s[i] != '[' {
		return 0
	}
	for j := i + 1; j < len(s) && j < i+16; j++ {
		if c := s[j]; c == 'm' {
			return j + 1 - i
		} else if !text.Digit(c) && c != ';' {
			return 0
		}
	}
	return 0
}
