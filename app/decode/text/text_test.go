package text

import (
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestEncoded takes one layer off what begins a text, and wants the place of each ⟦part⟧ of it.
func TestEncoded(t *testing.T) {
	for _, c := range []struct{ text, want, layer, rest string }{
		{`%7B%22a%22%3A⟦%22x+%D1%8F%22⟧%7D&b=1`, `{"a":⟦"x я"⟧}`, "encoding", "&b=1"},
		{`{%22a%22:⟦1⟧} x`, `{"a":⟦1⟧}`, "encoding", " x"},
		{`%257B%2522a⟦%2522⟧%257D`, `%7B%22a⟦%22⟧%7D`, "encoding", ""},
		{`{&quot;a&quot;:&quot;⟦&lt;&#1103;⟧&quot;} x`, `{"a":"⟦<я⟧"}`, "entities", " x"},
		{`{\"a\":\"⟦\\n⟧\"}"`, `{"a":"⟦\n⟧"}`, "escaped", `"`},
		{`{\x22a\x22:⟦\xd1\x8f⟧}`, `{"a":⟦я⟧}`, "escaped", ""},
		{`\u007B\u0022a\u0022:⟦\ud83d\ude00⟧\u007D`, `{"a":⟦😀⟧}`, "escaped", ""},
		{`'{"a":"⟦\\"\xd1\x8f\\"⟧"}' x`, `{"a":"⟦\"я\"⟧"}`, "escaped", "' x"},
		{`{""a"":⟦""b""⟧}";1`, `{"a":⟦"b"⟧}`, "escaped", `";1`},
		{`{''a'':⟦1⟧}'`, `{'a':⟦1⟧}`, "escaped", "'"},
		{"{\"aaaaaaaaaaaaaaaaaaaa\":=\n⟦=D1=8F⟧}", `{"aaaaaaaaaaaaaaaaaaaa":⟦я⟧}`, "encoding", ""},
		{`%7B%22a⟦%22⟧" x`, `{"a⟦"⟧`, "encoding", `" x`},
		{`{<b>&quot;a&quot;</b>:&quot;⟦1 < 2 & 3⟧ <b&quot;}`, `{"a":"⟦1 < 2 & 3⟧ <b"}`, "entities", ""},
		{`{\"a\":⟦1⟧" x`, `{"a":⟦1⟧`, "escaped", `" x`},
		{`{\"a\":\"x \\\"⟦}⟧\\\" y\"} z`, `{"a":"x \"⟦}⟧\" y"}`, "escaped", " z"},
		{`'{"a":"⟦\\"⟧' x`, `{"a":"⟦\"⟧`, "escaped", "' x"},
		{`{""a"":⟦1⟧";2`, `{"a":⟦1⟧`, "escaped", `";2`},
	} {
		text, place := unmark(c.text)
		want, part := unmark(c.want)
		inner, end, ok := Encoded(Given(text), len(text)-len(strings.TrimLeft(text, "'")), len(text))
		if !ok || inner.Text != want || text[end:] != c.rest || inner.Layers[0].ID != c.layer {
			t.Errorf("%s is %+v, want %s", text, inner, want)
			continue
		}
		if got := inner.Span(part.Start, part.End); got != place {
			t.Errorf("%s: %s stands at %v, want %v", text, want[part.Start:part.End], got, place)
		}
	}
}

// TestOpened puts what is written otherwise in its place, and leaves alone what is not.
func TestOpened(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`a\u0430\\\/%D0%B0%257b&#1072;&amp;\n`, "aа/а{а&\n"},
		{`\xcd\xe5 \ud83d\ude00`, "Не 😀"},
		{`\ud83d--de00`, "\ufffd--de00"},
		{`a\"b\q\u12\xzz%zz&x;`, ""},
		{"a", ""},
	} {
		if opened := Opened(Given(c.text)); c.want == "" && opened != nil || c.want != "" && (opened == nil || opened.Text != c.want) {
			t.Errorf("%s is %+v, want %q", c.text, opened, c.want)
		}
	}
	if got := Unescaped(Given(`a\qb\xzz\"`), 0, 10, "").Text; got != `a\qb\xzz"` {
		t.Errorf("unescaped: %s", got)
	}
	if _, n := Entity(`"amp;`, 0); n != 0 {
		t.Error("a quote is no entity")
	}
}

// unmark takes the marks out of a text with one ⟦part⟧.
func unmark(s string) (string, Span) {
	before, rest, _ := strings.Cut(s, "⟦")
	part, behind, _ := strings.Cut(rest, "⟧")
	return before + part + behind, Span{len(before), len(before) + len(part)}
}

// TestRead reads whole texts.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, text, want, repairs string
	}{
		{"nothing to do", "abc я", "abc я", ""},
		{"a byte order mark", "\xef\xbb\xbfabc", "abc", ""},
		{"UTF-16, marked", "\xff\xfea\x00b\x00\x4f\x04", "abя", ""},
		{"UTF-16, big-endian", "\xfe\xff\x00a\x00b\x04\x4f", "abя", ""},
		{"UTF-16, not marked", "a\x00b\x00c\x00d\x00", "abcd", ""},
		{"UTF-16, not marked, big-endian", "\x00a\x00b\x00c\x00d", "abcd", ""},
		{"zeros in a row", "abc\n" + strings.Repeat("\x00", 60) + "\nd", "abc\n" + strings.Repeat("\x00", 60) + "\nd", ""},
		{"a surrogate pair", "\xff\xfea\x00b\x00\x3d\xd8\x00\xde", "ab😀", ""},
		{"half a surrogate pair", "\xff\xfea\x00\x3d\xd8", "a\ufffd", ""},
		{"Windows-1251", "\xcd\xe5\xf2", "Нет", "encoding"},
		{"a character that was cut", "Нет\xd0", "Нет\ufffd", "encoding"},
		{"colours", "\x1b[1;33mabc\x1b[0m", "abc", "colours"},
		{"an escape that is no colour", "\x1b1mabc\x1b", "\x1b1mabc\x1b", ""},
		{"colours without ESC", "[33mabc[0m", "abc", "colours"},
	} {
		var r Reading
		r.Read(c.text)
		repairs := ""
		for _, m := range r.Repairs(Span{End: len(c.text)}) {
			repairs += m.ID
		}
		if r.Text != c.want || repairs != c.repairs {
			t.Errorf("%s: %q with %q, want %q with %q", c.name, r.Text, repairs, c.want, c.repairs)
		}
	}
}

func TestBase64(t *testing.T) {
	const body = `{"a":"???>>>"}`
	for _, text := range []string{
		base64.StdEncoding.EncodeToString([]byte(body)) + " x",
		base64.URLEncoding.EncodeToString([]byte(body)) + "\n",
		base64.RawURLEncoding.EncodeToString([]byte(body)),
	} {
		if inner, _, ok := Base64(Given(text), 0); !ok || inner.Text != body || inner.Span(3, 4) != (Span{0, len(strings.TrimRight(text, " x\n"))}) {
			t.Errorf("%s: %v %+v", text, ok, inner)
		}
	}
	if _, _, ok := Base64(Given(base64.StdEncoding.EncodeToString([]byte("hello, a long world"))), 0); ok {
		t.Error("words are no body")
	}
	wrapped := base64.StdEncoding.EncodeToString([]byte(`{"a":"` + strings.Repeat("x", 80) + `"}`))
	wrapped = wrapped[:64] + "\n" + wrapped[64:]
	if inner, end, ok := Base64(Given(wrapped), 0); !ok || end != len(wrapped) || !strings.HasSuffix(inner.Text, `x"}`) {
		t.Errorf("wrapped: %v up to %d of %d", ok, end, len(wrapped))
	}
}

// TestCarried takes off what runs through lines.
func TestCarried(t *testing.T) {
	goesOn := func(s string, i int, prefix, first string) bool { return !strings.Contains(s[i:LineEnd(s, i)], border) }
	wide := `{"a":"` + strings.Repeat("x", 74) + "\n" + `y"}`
	for _, c := range []struct {
		name, text string
		line, i    int
		want, rest string
	}{
		{"quoted mail", "> {\n>  \"a\": 1\n> }\nx", 0, 2, "{\n \"a\": 1\n}", "\nx"},
		{"times", "10:00:01 {\n10:00:02 }\n", 0, 9, "{\n}", "\n"},
		{"numbers of lines", " 9 {\n10 }\n", 0, 3, "{\n}", "\n"},
		{"windows", "> {\r\n> }\r\n", 0, 2, "{\r\n}\r", "\n"},
		{"wrapped", wide + "\nx", 0, 0, strings.Replace(wide, "\n", "", 1), "\nx"},
		{"wrapped, windows", strings.Replace(wide, "\n", "\r\n", 1), 0, 0, strings.Replace(wide, "\n", "", 1), ""},
		{"text before the brace", "web  | answered 400: {\nweb  |   \"a\": 1\nweb  | }\nx", 0, 21, "{\n  \"a\": 1\n}", "\nx"},
		{"and figures of other widths", "I/x ( 80): a [2]: {\nI/x (1180):   \"a\"\nI/x (9): }", 0, 18, "{\n  \"a\"\n}", ""},
		{"and figures of smaller widths", "I/x (1180): a [2]: {\nI/x (  80):   \"a\"\nI/x (   9): }", 0, 19, "{\n  \"a\"\n}", ""},
		{"a window", "│ {\"a\":  │\n│  1}     │\nx", 0, 4, "{\"a\":  1}    ", "\nx"},
		{"a window without spaces", "│{\"a\":│\n│1}│\nx", 0, 3, "{\"a\":1}", "\nx"},
		{"a window that ends", "│{\"a\":│\n│1│\nx", 0, 3, "{\"a\":1", "\nx"},
		{"a window of one line", "│{\"a\":1}│\nx", 0, 3, "", ""},
		{"and lines without their spaces", "10:00:01 web: a {\n10:00:01 web:\n10:00:01 web: }", 0, 16, "{\n\n }", ""},
		{"text before the brace alone", "answered {\n  \"a\": 1\n}", 0, 9, "", ""},
		{"a member", "\"a\": {\n\"b\": 1\n}", 0, 5, "", ""},
		{"one line", "> {}\n> x", 0, 2, "", ""},
	} {
		var tried Tried
		inner, end, ok := Carried(Given(c.text), c.line, c.i, len(c.text), &tried, goesOn)
		if ok != (c.want != "") {
			t.Errorf("%s: %v", c.name, ok)
		} else if ok && (inner.Text != c.want || c.text[end:] != c.rest) {
			t.Errorf("%s: %q and then %q, want %q and %q", c.name, inner.Text, c.text[end:], c.want, c.rest)
		}
	}
}

func TestDechunked(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde"},
		{"3;x=1\nabc\n0\n", "abc"},
		{"ff\nabc", "abc"},
		{"3\nabcd", ""},
		{"x\nabc", ""},
	} {
		inner, _, ok := Dechunked(Given(c.text), 0)
		if ok != (c.want != "") || ok && inner.Text != c.want {
			t.Errorf("%q: %v %+v", c.text, ok, inner)
		}
	}
}

// FuzzView reads a text through every layer that fits, one in another, and wants each byte to
// have a place in it, in the order of the text.
func FuzzView(f *testing.F) {
	for _, s := range []string{`{\"a\":1}`, "%7B%22a%22%7D", "{&quot;a", `{""a"":1}`, "eyJhIjoxLCJiIjoyfQ==", "> {\n> }", "3\nabc\n0\n", "\xff\xfea\x00", "\xcd\xe5", "\x1b[0m{", `{\x22\xd1\x8f`, `{\u0022\ud83d\ude00`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var look func(v *View)
		look = func(v *View) {
			last := Span{}
			for i := range len(v.Text) {
				at := v.Span(i, i+1)
				if at.Start < last.Start || at.Start > at.End || at.End > len(s) || at.End < last.End {
					t.Fatalf("byte %d of %q stands at %v behind %v, in %d bytes", i, v.Text, at, last, len(s))
				}
				last = at
			}
			if v.Depth > 3 {
				return
			}
			for i := range len(v.Text) {
				if strings.IndexByte("{[%&\\", v.Text[i]) >= 0 && (v.Text[i] == '{' || v.Text[i] == '[' || Bracket(v.Text, i)) {
					if inner, end, ok := Encoded(v, i, len(v.Text)); ok {
						if end <= i || end > len(v.Text) {
							t.Fatalf("from %d to %d", i, end)
						}
						look(inner)
					}
					break
				}
			}
			if inner, _, ok := Base64(v, 0); ok {
				look(inner)
			}
			if inner, _, ok := Dechunked(v, 0); ok {
				look(inner)
			}
			if opened := Opened(v); opened != nil && v.Depth < 2 {
				look(opened)
			}
		}
		var r Reading
		r.Read(s)
		if !utf8.ValidString(r.Text) {
			t.Fatalf("%q is no UTF-8", r.Text)
		}
		look(&r.View)
	})
}

// TestHexdump reads what tools print of bytes.
func TestHexdump(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"hexdump -C", "00000000  7b 22 61 62 63 64 65 66  22 3a 31 7d              |{\"abcdef\":1}|\n0000000c\n", `{"abcdef":1}`},
		{"xxd", "00000000: 7b22 6162 6364 6566 223a 317d            {\"abcdef\":1}\n", `{"abcdef":1}`},
		{"xxd, an odd number", "00000000: 7b22 6162 6364 6522 3a31 7d              {\"abcde\":1}\n", `{"abcde":1}`},
		{"curl --trace", "0000: 7b 22 61 62 63 64 65 66 22 3a 31 7d             {\"abcdef\":1}\n== Info: done", `{"abcdef":1}`},
		{"curl --trace, in two parts", "0000: 7b 22 61 62 63 64 65 66 {\"abcdef\n<= Recv data, 4 bytes (0x4)\n0000: 22 3a 31 7d             \":1}\n", `{"abcdef":1}`},
		{"tcpdump -X", "\t0x0000:  7b22 6162 6364 6566 223a 317d  {\"abcdef\":1}\n", `{"abcdef":1}`},
		{"xxd, what looks like bytes on the right", "00000000: 7b22 6122 3a22 6162  {\"a\":\"ab\n00000008: 6162 6364 6566 3132  abcdef12\n00000010: 227d                 \"}\n", `{"a":"ababcdef12"}`},
		{"od", "000000 7b 22 61 62 63 64 65 66 22 3a 31 7d\n00000c\n", `{"abcdef":1}`},
		{"lines between that are none of a dump's", "0000: 7b 22 61 62 63 64 65 66 {\"abcdef\nabc\n0000: 22 3a 31 7d             \":1}\n", `{"abcdef`},
		{"lines before", "abc\n0000: 7b 22 61 62 63 64 65 66\n", ""},
		{"a short word", "abc: 7b 22 61 62 63 64 65 66\n", ""},
		{"Cyrillic", "00000000  7b 22 d1 8f 22 3a 31 7d  7d                       |{\"..\":1}}|\n", `{"я":1}}`},
		{"a time", "2024-03-05 10:11:12 abc\n", ""},
		{"words", "deadbeef is dead\n", ""},
	} {
		inner, _, ok := Hexdump(Given(c.text), 0)
		if ok != (c.want != "") || ok && inner.Text != c.want {
			t.Errorf("%s: %v %+v", c.name, ok, inner)
		}
	}
}
