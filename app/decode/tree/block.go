package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A block is a mapping as YAML writes it: a member a line, what belongs to it indented more.

// maxAbove is how many lines of a block may stand before the first member that has members.
const maxAbove = 32

// BlockAt reports whether the line of s[line] is a member of a block that has members itself, and
// where the block begins.
func BlockAt(s string, line int) (begin int, ok bool) {
	eol := text.LineEnd(s, line)
	indent, from := indented(s, line)
	key, value, named := blockKey(s[:eol], from)
	if !named || value < eol && strings.TrimSpace(s[value:eol]) != "" || key == 0 || eol == len(s) {
		return 0, false
	}
	deeper, next := indented(s, eol+1)
	end := text.LineEnd(s, next)
	if item := text.At(s, next, "- "); deeper < indent || deeper == indent && !item {
		return 0, false
	} else if item {
		next += 2
	}
	if _, _, named := blockKey(s[:end], next); !named {
		return 0, false
	}
	for begin = line; begin > 0; {
		near := max(0, begin-1-maxAbove*16)
		above := near + strings.LastIndexByte(s[near:begin-1], '\n') + 1
		if above == near && near > 0 {
			break
		}
		in, from := indented(s, above)
		_, value, named := blockKey(s[:begin-1], from)
		if !named || line-above > maxAbove*64 || in > indent || in < indent && strings.TrimSpace(s[value:begin-1]) != "" {
			break
		}
		begin, indent = above, in
	}
	return begin, true
}

// indented is by how many spaces the line of s[i] is indented, and where they end.
func indented(s string, i int) (indent, from int) {
	for from = i; from < len(s) && s[from] == ' '; from++ {
	}
	return from - i, from
}

// blockKey reads the key at s[i]: how long it is, and where its value begins.
func blockKey(s string, i int) (n, value int, ok bool) {
	j := i
	for j < len(s) && j < i+64 && (text.WordByte(s[j]) || strings.IndexByte("-.@/", s[j]) >= 0) {
		j++
	}
	if j == i || s[i] == '-' || j >= len(s) || s[j] != ':' || j+1 < len(s) && s[j+1] > ' ' {
		return 0, 0, false
	}
	n = j - i
	for j++; j < len(s) && (s[j] == ' ' || s[j] == '\r'); j++ {
	}
	return n, j, true
}

// A level is a container of a block that is open.
type level struct {
	indent int
	node   int32
	list   bool
}

// ReadBlock reads the block whose first line begins at v.Text[i], and returns where it ends.
func (t *Tree) ReadBlock(v *text.View, i int) (end int) {
	*t = Tree{View: v, Nodes: t.Nodes[:0], repairs: t.repairs[:0], Restart: t.Restart, Dump: true}
	r := &reader{t: t, s: v.Text[:min(len(v.Text), i+MaxBody)], i: i, comma: -1}
	indent, from := indented(r.s, i)
	t.add(0, Node{Kind: Container, Open: '{', Start: int32(from)})
	b := block{reader: r, levels: []level{{indent: indent}}, end: from}
	for r.i < len(r.s) && b.line() {
	}
	if whole := len(v.Text); r.i >= len(r.s) && len(r.s) < whole {
		t.Left = text.Span{Start: len(r.s), End: whole}
	}
	b.close(0)
	return b.end
}

// block reads a block line by line.
type block struct {
	*reader
	levels  []level
	pending int32 // a member without a value yet
	end     int   // of what was read
}

// close ends the levels from n on.
func (b *block) close(n int) {
	for k := n; k < len(b.levels); k++ {
		b.t.Nodes[b.levels[k].node].End = int32(b.end)
	}
	b.levels = b.levels[:n]
}

// line reads the line at b.i. It reports whether it belongs to the block.
func (b *block) line() bool {
	indent, from := indented(b.s, b.i)
	eol := text.LineEnd(b.s, from)
	item := text.At(b.s, from, "- ")
	n := len(b.levels)
	for n > 0 && (indent < b.levels[n-1].indent || indent == b.levels[n-1].indent && b.levels[n-1].list && !item) {
		n--
	}
	if n == 0 {
		return false
	}
	if p := b.pending; p != 0 && n == len(b.levels) {
		if top := b.levels[n-1].indent; indent > top || indent == top && item && !b.levels[n-1].list {
			c := &b.t.Nodes[p]
			c.Kind, c.Null, c.Open, c.Start = Container, false, '{', int32(from)
			if item {
				c.Open = '['
			}
			b.levels = append(b.levels, level{indent, p, item})
			n++
		}
	}
	b.pending = 0
	if b.levels[n-1].indent != indent || b.levels[n-1].list != item {
		return false
	}
	b.close(n)
	if item {
		if from += len("- "); !b.item(from, eol) {
			return true
		}
	}
	size, value, ok := blockKey(b.s[:eol], from)
	if !ok {
		return false
	}
	node := Node{HasKey: true, KeyFrom: int32(from), KeyTo: int32(from + size)}
	b.value(node, value, eol)
	return true
}

// item begins the item of a list at b.s[from]. It reports whether it has members.
func (b *block) item(from, eol int) bool {
	if _, _, ok := blockKey(b.s[:eol], from); !ok {
		b.value(Node{}, from, eol)
		return false
	}
	list := b.levels[len(b.levels)-1].node
	n := b.t.add(list, Node{Kind: Container, Open: '{', Start: int32(from)})
	b.levels = append(b.levels, level{from - b.i, n, false})
	return true
}

// value reads the value at b.s[i] of a member or an item.
func (b *block) value(n Node, i, eol int) {
	parent := b.levels[len(b.levels)-1].node
	rest := strings.TrimRight(b.s[i:eol], " \t\r")
	switch {
	case rest == "":
		b.addScalar(parent, n, token{kind: Bare, null: true, start: i, end: i, from: i, to: i})
		b.pending = int32(len(b.t.Nodes) - 1)
	case strings.Trim(rest, "|>-+") == "" && (rest[0] == '|' || rest[0] == '>'):
		indent, _ := indented(b.s, b.i)
		from := min(eol+1, len(b.s))
		for eol < len(b.s) {
			if in, at := indented(b.s, eol+1); in <= indent && at < len(b.s) && b.s[at] != '\n' {
				break
			}
			eol = text.LineEnd(b.s, eol+1)
		}
		b.addScalar(parent, n, token{kind: Quoted, start: from, end: max(from, eol), from: from, to: max(from, eol)})
	case rest[0] == '{' || rest[0] == '[':
		n.Start, b.i = int32(i), i
		b.root = b.open(parent, n)
		b.i = b.entries(b.root)
		eol = text.LineEnd(b.s, b.i)
	case (rest[0] == '"' || rest[0] == '\'') && len(rest) > 1 && rest[len(rest)-1] == rest[0]:
		inner := rest[1 : len(rest)-1]
		b.addScalar(parent, n, token{kind: Quoted, start: i, end: i + len(rest), from: i + 1, to: i + 1 + len(inner),
			escaped: rest[0] == '"' && strings.IndexByte(inner, '\\') >= 0})
	default:
		if k := strings.Index(rest, " #"); k > 0 {
			rest = strings.TrimRight(rest[:k], " ")
		}
		b.addScalar(parent, n, b.scalar(i, i+len(rest)))
	}
	b.end = len(strings.TrimRight(b.s[:eol], "\r"))
	b.i = min(eol+1, len(b.s))
}
