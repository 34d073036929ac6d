// Package tree reads what was once JSON, or a dump of the same in another language's form, into a
// tree, however damaged it is.
//
// Read always gives a tree and says where the body ends: it never fails, never recurses, and goes
// over a text once, but for the little that it looks ahead. What it had to mend it notes with its
// place. It knows nothing of what a body means.
//
//	clean.go               a body that is JSON as programs write it
//	begin.go               where any other one can begin
//	read.go, end.go        a body, entry by entry, and where it and its containers end
//	block.go               one that YAML writes, line by line
//	str.go, word.go        strings; numbers, literals and words
//	unquoted.go, dump.go   values and keys as dumps in other languages' forms have them
//	reader.go, mark.go     the state that all of these share, and what stands at a place
//	tree.go                what is read
package tree

import (
	"sort"
	"strings"

	"evotor-errors/app/decode/text"
)

// A Tree is a body as it was read, in one array: a node before its children, all in the
// order of the text. Texts are not stored; they are read out of the view when asked for.
type Tree struct {
	View  *text.View
	Nodes []Node
	Cut   bool      // the end of the body is missing
	Dump  bool      // written in another language's form
	Code  bool      // a semicolon between entries: a program or a style sheet
	Left  text.Span // of a body that is too long: what was not read, in the view

	// Restart is a key, in lower case, at which a body begins anew: an object that begins with it
	// inside the list behind the same key is the next body, and the end of this one is missing.
	Restart string

	repairs []Repair
	ordered bool // the repairs are in order
}

// A Repair is what was mended, and its place in the view.
type Repair struct {
	ID         string
	Start, End int
}

// A Kind is what a node is.
type Kind uint8

const (
	Container Kind = iota // of values, with or without keys
	Quoted                // a string
	Bare                  // a number, a literal, a word
)

// A Node is a value, with its key if it has one.
type Node struct {
	Kind    Kind
	Open    byte // of a container: its bracket
	Null    bool
	Cut     bool // the text ends inside
	HasKey  bool
	escaped bool // of a scalar: it is not what it stands for letter by letter
	joined  bool // of strings with a plus between them
	odd     bool // the key is not what it stands for letter by letter

	Start, End       int32 // in the view, with brackets or quotes
	From, To         int32 // of a scalar, without quotes
	KeyFrom, KeyTo   int32
	Parent           int32
	Next             int32 // the next child of the same parent; 0 if none
	Child, LastChild int32 // 0 if none
}

// add appends a node to the container parent; the first node has none.
func (t *Tree) add(parent int32, n Node) int32 {
	i := int32(len(t.Nodes))
	n.Parent = parent
	t.Nodes = append(t.Nodes, n)
	if i > 0 {
		p := &t.Nodes[parent]
		if p.Child == 0 {
			p.Child = i
		} else {
			t.Nodes[p.LastChild].Next = i
		}
		p.LastChild = i
	}
	return i
}

// Text is what a scalar stands for.
func (t *Tree) Text(i int32) string {
	n := &t.Nodes[i]
	s := t.View.Text[n.From:n.To]
	switch {
	case n.joined:
		return unescaped(join(s), n.Cut)
	case n.escaped && n.Kind == Bare:
		return strings.ReplaceAll(strings.ToLower(unescaped(s, false)), "\n", "") // True, FALSE, a number over two lines
	case n.escaped:
		return unescaped(s, n.Cut)
	}
	return s
}

// join leaves out what stands between the quotes of strings joined by a plus.
func join(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexAny(s, "\"'")
		if i < 0 {
			return b.String() + s
		}
		b.WriteString(s[:i])
		j := strings.IndexAny(s[i+1:], "\"'")
		if j < 0 {
			return b.String()
		}
		s = s[i+1+j+1:]
	}
}

// Key is what the key of a node stands for.
func (t *Tree) Key(n *Node) string {
	key := t.View.Text[n.KeyFrom:n.KeyTo]
	if n.odd {
		return strings.ReplaceAll(unescaped(key, false), "\n", "")
	}
	return key
}

// IsKey reports whether a node stands behind the key, letter case aside.
func (t *Tree) IsKey(i int32, key string) bool {
	n := &t.Nodes[i]
	return n.mayBe(key) && strings.EqualFold(t.Key(n), key)
}

// mayBe reports whether the key of a node is as long as the key that is looked for.
func (n *Node) mayBe(key string) bool { return n.odd || int(n.KeyTo-n.KeyFrom) == len(key) }

// Find is the last child of a container that stands behind the key; 0 if none.
func (t *Tree) Find(i int32, key string) int32 {
	found := int32(0)
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].mayBe(key) && t.IsKey(c, key) {
			found = c
		}
	}
	return found
}

// List reports whether a container holds values without names: [a, b] or {0 => a, 1 => b}.
func (t *Tree) List(i int32) bool {
	if t.Nodes[i].Kind != Container {
		return false
	}
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		if n := &t.Nodes[c]; n.HasKey {
			if _, ok := text.Decimal(t.View.Text[n.KeyFrom:n.KeyTo]); !ok {
				return false
			}
		}
	}
	return true
}

// Reset forgets the repairs, which ReadOpen keeps.
func (t *Tree) Reset() { t.repairs = t.repairs[:0] }

// mend is called from so many places that its copies would weigh in the browser.
func (t *Tree) mend(id string, i, j int) {
	t.repairs = append(t.repairs, Repair{id, i, j})
}

// Mended are the repairs from i to j, in order.
func (t *Tree) Mended(i, j int) []Repair {
	if len(t.repairs) == 0 {
		return nil
	}
	if !t.ordered {
		sort.SliceStable(t.repairs, func(a, b int) bool { return t.repairs[a].Start < t.repairs[b].Start })
		t.ordered = true
	}
	from := sort.Search(len(t.repairs), func(k int) bool { return t.repairs[k].Start >= i })
	to := sort.Search(len(t.repairs), func(k int) bool { return t.repairs[k].Start > j })
	return t.repairs[from:max(from, to)]
}

// unescaped reads the escapes of a string and drops invisible characters. cut says that the
// text ends inside the string, perhaps inside an escape.
func unescaped(s string, cut bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '\\' {
			text, n := text.Unescape(s, i)
			if text == "" {
				text, n = s[i:i+1], 1
				if i+1 < len(s) && s[i+1] == '\n' { // a line continued
					text, n = "", 2
				} else if i+1 < len(s) && strings.IndexByte("_*[]", s[i+1]) >= 0 { // for Markdown
					text = ""
				} else if cut && (i+1 == len(s) || (s[i+1] == 'u' || s[i+1] == 'x') && i+6 > len(s)) {
					break
				}
			}
			b.WriteString(text)
			i += n
			continue
		}
		if n := text.Invisible(s, i); n > 0 {
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
