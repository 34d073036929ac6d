package tree

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evotor-errors/app/decode/text"
)

var update = flag.Bool("update", false, "write what is read into the table of cases")

// show writes a tree as JSON, what stands behind it, and what was mended.
func show(s string) string {
	t := Tree{Restart: "errors"}
	begin, ok := 0, false
	for i := 0; i < len(s) && !ok; i++ {
		if strings.IndexByte("{[(", s[i]) >= 0 {
			begin, ok = Begins(s, i)
		}
	}
	end := 0
	for line := 0; line < len(s) && end == 0 && (!ok || line < begin); line = text.LineEnd(s, line) + 1 {
		if block, isBlock := BlockAt(s, line); isBlock {
			end = t.ReadBlock(text.Given(s), block)
		}
	}
	if end == 0 && ok {
		end = t.Read(text.Given(s), begin, len(s))
	} else if end == 0 {
		return "nothing"
	}
	out := write(&t)
	if rest := s[end:]; rest != "" {
		out += " then " + strconv.Quote(rest)
	}
	for _, r := range t.Mended(-1, len(s)) {
		out += " +" + r.ID
	}
	if t.Dump {
		out += " !dump"
	}
	return out
}

// write writes a tree without recursion, as it was read.
func write(t *Tree) string {
	var b strings.Builder
	var open []int32
	for i := int32(0); int(i) < len(t.Nodes); i++ {
		n := &t.Nodes[i]
		for len(open) > 0 && (i == 0 || open[len(open)-1] != n.Parent) {
			b.WriteString(closing[t.Nodes[open[len(open)-1]].Open])
			open = open[:len(open)-1]
		}
		if i != 0 && t.Nodes[n.Parent].Child != i {
			b.WriteString(",")
		}
		if n.HasKey {
			fmt.Fprintf(&b, "%s:", t.Key(n))
		}
		switch {
		case n.Kind == Container:
			b.WriteByte(n.Open)
			open = append(open, i)
		case n.Null:
			b.WriteString("null")
		case n.Kind == Quoted:
			b.WriteString(strconv.Quote(t.Text(i)))
		default:
			b.WriteString(t.Text(i))
		}
		if n.Cut && n.Kind != Container {
			b.WriteString("…")
		}
	}
	for ; len(open) > 0; open = open[:len(open)-1] {
		b.WriteString(closing[t.Nodes[open[len(open)-1]].Open])
	}
	return b.String()
}

// closing closes a container; one of Go or Groovy opens with an m.
var closing = map[byte]string{'{': "}", '[': "]", '(': ")", goMap: "m"}

// TestRead reads the texts of testdata/trees.txt: a text, and behind an arrow what is read of it.
func TestRead(t *testing.T) {
	data, err := os.ReadFile("testdata/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n---\n")
	var out []string
	for _, c := range cases {
		s, want, _ := strings.Cut(c, "\n=> ")
		got := show(s)
		if got != want {
			t.Errorf("%s\nis   %s\nwant %s", s, got, want)
		}
		out = append(out, s+"\n=> "+got)
	}
	if *update {
		if err := os.WriteFile("testdata/trees.txt", []byte(strings.Join(out, "\n---\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzRead wants of every text a tree whose nodes lie in one another and in the text, and of JSON
// what encoding/json reads.
func FuzzRead(f *testing.F) {
	data, err := os.ReadFile("testdata/trees.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "\n---\n") {
		s, _, _ := strings.Cut(c, "\n=> ")
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i := strings.IndexAny(s, "{[(")
		if i < 0 {
			return
		}
		var tr Tree
		end := tr.Read(text.Given(s), i, len(s))
		if end <= i || end > len(s) {
			t.Fatalf("%q is read from %d to %d", s, i, end)
		}
		checkNodes(t, s, &tr)
		checkClean(t, s, i)
		var v any
		isJSON := (s[0] == '{' || s[0] == '[') && json.Unmarshal([]byte(s), &v) == nil
		plain := strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 || r < ' ' }) < 0
		if mended := tr.Mended(0, len(s)); isJSON && plain && len(mended) > 0 {
			t.Fatalf("%q was mended: %v", s, mended)
		}
	})
}

// checkClean wants of what ReadClean takes for clean the tree that Read reads. It reports whether it does.
func checkClean(t *testing.T, s string, i int) bool {
	clean, tolerant := Tree{Restart: "errors"}, Tree{Restart: "errors"}
	end, ok := clean.ReadClean(text.Given(s), i)
	if !ok {
		return false
	}
	if want := tolerant.Read(text.Given(s), i, len(s)); end != want || !slices.Equal(clean.Nodes, tolerant.Nodes) ||
		tolerant.Cut || tolerant.Dump || tolerant.Code || len(tolerant.Mended(0, len(s))) > 0 {
		t.Errorf("%q is clean up to %d: %s; read up to %d: %s", s, end, write(&clean), want, write(&tolerant))
	}
	return true
}

// TestReadClean edits clean bodies byte by byte.
func TestReadClean(t *testing.T) {
	for _, s := range []string{
		`{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":null},{"code":1}]}`,
		"{ \"errors\":\r\n\t[\n    {\n \"code\": 2002 ,\n      \"reason\": \"не так, \"\n    },{}\n]\n} ",
		`{"code":"a","list":["a","b, c",1,-2.5e3,true,[],{"d":false}],"errors":{"errors":[]}} x`,
		"[{\"a\":\"b\"},\n [1, 2]]",
	} {
		if !checkClean(t, s, 0) {
			t.Errorf("%q is not clean", s)
		}
		for i := 1; i < len(s); i++ {
			checkClean(t, s[:i]+s[i+1:], 0)
			for _, c := range []byte("\"\\ \n\r\t{}[](),:;=+-/#'<>|_aeEtn0159.@\xc2\xad\xd0\xe2") {
				checkClean(t, s[:i]+string([]byte{c})+s[i:], 0)
				checkClean(t, s[:i]+string([]byte{c})+s[i+1:], 0)
			}
		}
	}
}

// TestReadCleanOnly has what may be more than a clean body: a dump, or two records.
func TestReadCleanOnly(t *testing.T) {
	for _, s := range []string{
		`@{"a":1}`, `map["a"]`, `("a")`, "[{\"a\":1},\n{\"level\":\"info\"}]", "[\"a\",\n2024]", "[\"a\",\n[1]]", "[1,2]",
	} {
		var tr Tree
		if end, ok := tr.ReadClean(text.Given(s), strings.IndexAny(s, "{[(")); ok {
			t.Errorf("%q is clean up to %d", s, end)
		}
	}
}

// checkNodes wants the nodes of a tree in one another.
func checkNodes(t *testing.T, s string, tr *Tree) {
	for k := range tr.Nodes {
		n, up := &tr.Nodes[k], &tr.Nodes[tr.Nodes[k].Parent]
		if n.Start > n.End || int(n.End) > len(s) || k > 0 && (n.Start < up.Start || n.End > up.End) {
			t.Fatalf("%q: node %d %+v in %+v", s, k, n, up)
		}
		if n.Kind != Container && (n.From > n.To || n.From < n.Start && n.Start != n.End || n.To > n.End && n.Start != n.End) {
			t.Fatalf("%q: scalar %d %+v", s, k, n)
		}
		if n.Next != 0 && (n.Next <= int32(k) || tr.Nodes[n.Next].Parent != n.Parent) {
			t.Fatalf("%q: node %d goes on at %d", s, k, n.Next)
		}
	}
}
