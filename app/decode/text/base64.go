package text

import (
	"strings"
	"unicode/utf8"
)

// Base64 reads a body or message in Base64 that begins at v.Text[i], of either alphabet,
// on one line or wrapped. What it holds has no places of its own. end is where its digits end,
// also where they stand for nothing.
func Base64(v *View, i int) (inner *View, end int, ok bool) {
	s := v.Text
	var read []byte
	digits, bits := 0, 0
	end = i
scan:
	for j := i; j < len(s); j++ {
		switch c := s[j]; {
		case c == '=':
			end = j + 1
			if j+1 < len(s) && s[j+1] == '=' {
				end++
			}
			break scan
		case (c == '\n' || c == '\r') && digits >= 60:
			continue // wrapped
		default:
			value := base64Digits[c]
			if value == 0 {
				break scan
			}
			digits++
			if bits = bits<<6 | int(value-1); digits%4 == 0 {
				read = append(read, byte(bits>>16), byte(bits>>8), byte(bits))
			}
		}
		end = j + 1
	}
	if digits < 16 {
		return nil, end, false
	}
	switch digits % 4 {
	case 2:
		read = append(read, byte(bits>>4))
	case 3:
		read = append(read, byte(bits>>10), byte(bits>>2))
	}
	start := strings.TrimLeft(string(read), "\ufeff \t\r\n")
	if start == "" || strings.IndexByte(`{["H%&\`, start[0]) < 0 {
		return nil, end, false
	}
	w := Writer{From: v}
	w.Put(string(read), i, end)
	return windows1251(w.View("encoding", i, end)), end, true
}

// base64Digits are the values of the digits of either alphabet, plus one.
var base64Digits = func() (t [256]byte) {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	for k := range digits {
		t[digits[k]] = byte(k + 1)
	}
	t['+'], t['-'], t['/'], t['_'] = 63, 63, 64, 64
	return t
}()

// MayBeBase64 reports whether s[i:] begins as an encoded bracket, quote or status line does, and goes on
// as text: most words that begin so stand for no characters.
func MayBeBase64(s string, i int) bool {
	if i+16 > len(s) {
		return false
	}
	switch s[i : i+2] {
	default:
		return false
	case "ey", "ew", "W3", "Ww", "W1", "Wy", "In", "SF", "77", "IH", "Cn", "DQ", "IC":
	}
	var read [12]byte
	bits := 0
	for k := range 16 {
		value := base64Digits[s[i+k]]
		if value == 0 {
			return false
		}
		if bits = bits<<6 | int(value-1); k%4 == 3 {
			n := k / 4 * 3
			read[n], read[n+1], read[n+2] = byte(bits>>16), byte(bits>>8), byte(bits)
		}
	}
	for k, r := range string(read[:]) {
		if r < ' ' && strings.IndexByte("\t\r\n", byte(r)) < 0 || r == utf8.RuneError && k+utf8.UTFMax <= len(read) {
			return false
		}
	}
	return true
}
