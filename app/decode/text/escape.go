package text

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Bracket reports whether an encoded bracket stands at s[i].
func Bracket(s string, i int) bool {
	switch s[i] {
	case '%':
		for i++; HexAt(s, i, "25"); i += 2 {
		}
		return HexAt(s, i, "7B") || HexAt(s, i, "5B")
	case '&':
		read, n := Entity(s, i)
		return n > 0 && (read == "{" || read == "[")
	case '\\':
		read, n := Unescape(s, i)
		return n > 2 && (read == "{" || read == "[")
	}
	return false
}

// Unescaped is the string at v.Text[i:j] as what it stands for; layer is as Writer.View has it.
func Unescaped(v *View, i, j int, layer string) *View {
	w := Writer{From: v}
	s := v.Text[:j]
	kept := i
	for k := i; k < j; {
		if s[k] != '\\' {
			k++
			continue
		}
		read, n := Unescape(s, k)
		if read != "" {
			w.Keep(kept, k)
			w.Put(read, k, k+n)
			kept = k + n
		}
		k += n
	}
	w.Keep(kept, j)
	return w.View(layer, i, j)
}

// Opened is a text with what is written otherwise in it in its place: \u0430, \xd0\xb0, \/, %D0%B0,
// &#1072;, \n. It is nil if nothing is. Escaped quotes stay.
func Opened(v *View) *View {
	s := v.Text
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '%') < 0 && strings.IndexByte(s, '&') < 0 {
		return nil
	}
	w := Writer{From: v}
	kept := 0
	var plain []byte
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], `\%&`)
		if n < 0 {
			break
		}
		i += n
		from := i
		for plain = plain[:0]; i < len(s); {
			read, n := OpenedAt(s, i)
			if read == "" {
				if i == from {
					i += n
				}
				break
			}
			plain = append(plain, read...)
			i += n
		}
		if len(plain) > 0 {
			w.Keep(kept, from)
			w.Put(string(plain), from, i)
			kept = i
		}
	}
	if kept == 0 {
		return nil
	}
	w.Keep(kept, len(s))
	return w.View("", 0, len(s))
}

// OpenedAt reads the character that is written otherwise at s[i], escaped as often as it is. read
// is empty if there is none within the n bytes there.
func OpenedAt(s string, i int) (read string, n int) {
	switch s[i] {
	case '\\':
		for n = 1; i+n < len(s) && s[i+n] == '\\'; n++ {
		}
		if i+n < len(s) && strings.IndexByte("ux/nrt", s[i+n]) >= 0 {
			read, size := Unescape(s, i+n-1)
			return read, n - 1 + size
		}
		return "", n
	case '%':
		for n = 1; HexAt(s, i+n, "25"); n += 2 {
		}
		if c, ok := Hex(s, i+n, 2); ok {
			return string([]byte{byte(c)}), n + 2
		}
		return "", n
	case '&':
		if read, n = Entity(s, i); n > 0 {
			return read, n
		}
	}
	return "", 1
}

// Unescape reads the escape at s[i], a backslash: what it stands for and how long it is.
// Of an unknown escape, and at the end of the text, the backslash stays.
func Unescape(s string, i int) (read string, n int) {
	if i+1 >= len(s) {
		return "", 1
	}
	switch c := s[i+1]; c {
	case '"', '\\', '/', '\'', '`':
		return s[i+1 : i+2], 2
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	case 'b', 'f', 'a', 'v':
		return " ", 2
	case 'x':
		// Bytes of one character: \xd0\xbf.
		var b []byte
		for n = 0; i+n+1 < len(s) && s[i+n] == '\\' && s[i+n+1] == 'x' && len(b) < utf8.UTFMax; n += 4 {
			c, ok := Hex(s, i+n+2, 2)
			if !ok || len(b) > 0 && c < utf8.RuneSelf {
				break
			}
			b = append(b, byte(c))
			if utf8.FullRune(b) {
				n += 4
				break
			}
		}
		if len(b) > 0 {
			if r, size := utf8.DecodeRune(b); r == utf8.RuneError && size == 1 {
				return string(fromWindows1251(b[0])), 4
			}
			return string(b), n
		}
	case 'u':
		if r, ok := Hex(s, i+2, 4); ok {
			if !utf16.IsSurrogate(rune(r)) {
				return string(rune(r)), 6
			}
			if At(s, i+6, `\u`) {
				r2, _ := Hex(s, i+8, 4)
				if pair := utf16.DecodeRune(rune(r), rune(r2)); pair != utf8.RuneError {
					return string(pair), 12
				}
			}
			return string(utf8.RuneError), 6
		}
	}
	return "", 1
}

// Entity reads the entity at s[i]; n is 0 if there is none.
func Entity(s string, i int) (read string, n int) {
	if i+3 > len(s) || s[i] != '&' {
		return "", 0
	}
	end := strings.IndexByte(s[i:min(len(s), i+12)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[i+1 : i+end]
	if name[:1] == "#" {
		r, ok := 0, false
		if len(name) > 2 && name[1]|0x20 == 'x' {
			r, ok = Hex(name, 2, len(name)-2)
		} else {
			r, ok = Decimal(name[1:])
		}
		if !ok {
			return "", 0
		}
		return string(rune(r)), end + 1
	}
	if read, ok := entityNames[name]; ok {
		return read, end + 1
	}
	return "", 0
}

var entityNames = map[string]string{
	"quot": `"`, "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": "\u00a0",
	"lbrace": "{", "lcub": "{", "rbrace": "}", "rcub": "}", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]",
	"colon": ":", "comma": ",", "bsol": `\`, "sol": "/", "num": "#", "lowbar": "_", "equals": "=",
	"laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”", "bdquo": "„", "mdash": "—", "ndash": "–", "hellip": "…",
	"NewLine": "\n", "Tab": "\t",
}

// BlankTag reports whether a tag or mark for the end of a line stands at s[i].
func BlankTag(s string, i int) bool {
	for _, tag := range [...]string{"<EOL>", "<CR>", "<LF>", "<CRLF>", "<br>", "<BR>", "<br/>", "<br />", "<nl>", "<NL>"} {
		if At(s, i, tag) {
			return true
		}
	}
	return false
}
