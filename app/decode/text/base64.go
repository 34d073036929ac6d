package text

import (
	"encoding/base64"
	"strings"
)

// Base64 reads a body or message in Base64 that begins at v.Text[i], of either alphabet,
// on one line or wrapped. What it holds has no places of its own. end is where its digits end,
// also where they stand for nothing.
func Base64(v *View, i int) (inner *View, end int, ok bool) {
	s := v.Text
	digits := make([]byte, 0, 64)
	end = i
scan:
	for j := i; j < len(s); j++ {
		switch c := s[j]; {
		case Letter(c) || Digit(c) || c == '+' || c == '/':
			digits = append(digits, c)
		case c == '-':
			digits = append(digits, '+')
		case c == '_':
			digits = append(digits, '/')
		case c == '=':
			end = j + 1
			if j+1 < len(s) && s[j+1] == '=' {
				end++
			}
			break scan
		case (c == '\n' || c == '\r') && len(digits) >= 60:
			continue // wrapped
		default:
			break scan
		}
		end = j + 1
	}
	if len(digits) < 16 {
		return nil, end, false
	}
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	text, err := base64.RawStdEncoding.DecodeString(string(digits))
	start := strings.TrimLeft(string(text), "\ufeff \t\r\n")
	if err != nil || start == "" || strings.IndexByte(`{["H%&\`, start[0]) < 0 {
		return nil, end, false
	}
	w := Writer{From: v}
	w.Put(string(text), i, end)
	return windows1251(w.View("encoding", i, end)), end, true
}

// MayBeBase64 reports whether s[i:] begins as an encoded bracket, quote or status line does.
func MayBeBase64(s string, i int) bool {
	if i+16 > len(s) {
		return false
	}
	switch s[i : i+2] {
	case "ey", "ew", "W3", "Ww", "W1", "Wy", "In", "SF", "77", "IH", "Cn", "DQ", "IC":
		return true
	}
	return false
}
