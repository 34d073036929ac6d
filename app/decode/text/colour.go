package text

import "strings"

// uncoloured leaves out the colours that a terminal's text has, ESC [33m, also those that
// lost their ESC on the way; places are where they stood.
func uncoloured(v *View) (out *View, places []int) {
	s := v.Text
	some, lost := false, false
	for i := 0; i < len(s) && !lost; i++ {
		n := strings.IndexByte(s[i:], '[')
		if n < 0 {
			break
		}
		i += n
		switch n := colour(s, i); s[i : i+n] {
		case "[0m", "[39m", "[22m":
			lost = true
		}
		some = some || i > 0 && s[i-1] == '\x1b'
	}
	if !some && !lost {
		return v, nil
	}
	w := Writer{From: v}
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
		w.Keep(kept, i)
		places = append(places, v.Span(i, i+n).Start)
		i += n
		kept = i
	}
	w.Keep(kept, len(s))
	return w.View("", 0, len(s)), places
}

// colour is the length of the colour at s[i], [1;33m; 0 if there is none.
func colour(s string, i int) int {
	if i >= len(s) || s[i] != '[' {
		return 0
	}
	for j := i + 1; j < len(s) && j < i+16; j++ {
		if c := s[j]; c == 'm' {
			return j + 1 - i
		} else if !Digit(c) && c != ';' {
			return 0
		}
	}
	return 0
}
