package text

import "strings"

// A hexdump, as hexdump, xxd, tcpdump and curl --trace print it: an offset, bytes, and what they
// stand for on the right.

// Hexdump reads the hexdump whose first line begins at v.Text[i].
func Hexdump(v *View, i int) (inner *View, end int, ok bool) {
	s := v.Text
	w := Writer{From: v}
	end = i
	for at := i; at < len(s); {
		eol := LineEnd(s, at)
		offset, from, isLine := dumpLine(s[at:eol])
		if !isLine {
			if at == i || !between(s[at:eol]) {
				break
			}
			at = eol + 1
			continue
		}
		most := 16
		if next, _, ok := dumpLine(s[min(eol+1, len(s)):LineEnd(s, eol+1)]); ok && next > offset {
			most = next - offset
		}
		dumpBytes(&w, at+from, eol, most)
		end = eol
		at = eol + 1
	}
	if len(w.buf) < 8 {
		return nil, end, false
	}
	return windows1251(w.View("encoding", i, end)), end, true
}

// dumpLine reads the offset that a line begins with; from is where its bytes begin.
func dumpLine(line string) (offset, from int, ok bool) {
	i := len(line) - len(strings.TrimLeft(line, " \t"))
	if At(line, i, "0x") {
		i += 2
	}
	j := i
	for j < len(line) && HexDigit(line[j]) {
		j++
	}
	offset, ok = Hex(line, max(i, j-6), min(j-i, 6))
	if !ok || j-i < 4 || j-i > 8 {
		return 0, 0, false
	}
	if j == len(line) || line[j] == '\r' {
		return offset, j, j-i >= 7 // how many bytes there were
	}
	if line[j] == ':' {
		j++
	}
	k := j
	for k < len(line) && line[k] == ' ' {
		k++
	}
	_, first := Hex(line, k, 2)
	return offset, k, first && k > j && (k+2 == len(line) || line[k+2] == ' ' || k+4 <= len(line) && HexDigit(line[k+3]))
}

// between reports whether a line stands between two parts of a dump: curl's == Info, <= Recv data.
func between(line string) bool {
	return strings.HasPrefix(line, "<= ") || strings.HasPrefix(line, "=> ") || strings.HasPrefix(line, "== ")
}

// dumpBytes writes the bytes from i on, most of them at most, up to what they stand for.
func dumpBytes(w *Writer, i, end, most int) {
	s := w.From.Text[:end]
	for n := 0; n < most; n++ {
		gap := i
		for i < len(s) && s[i] == ' ' {
			i++
		}
		c, ok := Hex(s, i, 2)
		if !ok || n > 0 && i-gap > 2 || i+2 < len(s) && s[i+2] != ' ' && !HexDigit(s[i+2]) {
			return
		}
		w.Put(string([]byte{byte(c)}), i, i+2)
		i += 2
	}
}
