package decode

import (
	"evotor-errors/app/decode/text"
	"sort"
	"strings"
)

// A tree is a body as it was read, in one array: a node before its children, all in the
// order of the text. Texts are not stored; they are read out of the view when asked for.
type tree struct {
	view    *view
	nodes   []node
	repairs []repair
	cut     bool                   // the end of the body is missing
	dump    bool                   // written in another language's form
	code    bool                   // a semicolon between entries: a program or a style sheet
	ordered bool                   // the repairs are in order
	left    struct{ from, to int } // of a body that is too long: what was not read
}

type repair struct {
	id   string
	i, j int // in the view
}

type kind uint8

const (
	container kind = iota // of values, with or without keys
	quoted                // a string
	bare                  // a number, a literal, a word
)

type node struct {
	kind    kind
	open    byte // of a container: its bracket
	null    bool
	cut     bool // the text ends inside
	escaped bool // of a scalar: it is not what it stands for letter by letter
	joined  bool // of strings with a plus between them
	hasKey  bool
	odd     bool // the key is not what it stands for letter by letter

	start, end       int32 // in the view, with brackets or quotes
	from, to         int32 // of a scalar, without quotes
	keyFrom, keyTo   int32
	parent           int32
	next             int32 // the next child of the same parent; 0 if none
	child, lastChild int32 // 0 if none
}

// add appends a node to the container parent; the first node has none.
func (t *tree) add(parent int32, n node) int32 {
	i := int32(len(t.nodes))
	n.parent = parent
	t.nodes = append(t.nodes, n)
	if i > 0 {
		p := &t.nodes[parent]
		if p.child == 0 {
			p.child = i
		} else {
			t.nodes[p.lastChild].next = i
		}
		p.lastChild = i
	}
	return i
}

// text is what a scalar stands for.
func (t *tree) text(i int32) string {
	n := &t.nodes[i]
	s := t.view.text[n.from:n.to]
	switch {
	case n.joined:
		return plain(join(s), n.cut)
	case n.escaped && n.kind == bare:
		return strings.ReplaceAll(strings.ToLower(plain(s, false)), "\n", "") // True, FALSE, a number over two lines
	case n.escaped:
		return plain(s, n.cut)
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

// key is what the key of a node stands for.
func (t *tree) key(n *node) string {
	key := t.view.text[n.keyFrom:n.keyTo]
	if n.odd {
		return strings.ReplaceAll(plain(key, false), "\n", "")
	}
	return key
}

// isKey reports whether a node stands behind the key, letter case aside.
func (t *tree) isKey(i int32, key string) bool {
	n := &t.nodes[i]
	if n.odd {
		return strings.EqualFold(t.key(n), key)
	}
	return int(n.keyTo-n.keyFrom) == len(key) && strings.EqualFold(t.view.text[n.keyFrom:n.keyTo], key)
}

// find is the last child of a container that stands behind the key; 0 if none.
func (t *tree) find(i int32, key string) int32 {
	found := int32(0)
	for c := t.nodes[i].child; c != 0; c = t.nodes[c].next {
		if t.isKey(c, key) {
			found = c
		}
	}
	return found
}

// list reports whether a container holds values without names: [a, b] or {0 => a, 1 => b}.
func (t *tree) list(i int32) bool {
	if t.nodes[i].kind != container {
		return false
	}
	for c := t.nodes[i].child; c != 0; c = t.nodes[c].next {
		if n := &t.nodes[c]; n.hasKey {
			if _, ok := text.Decimal(t.view.text[n.keyFrom:n.keyTo]); !ok {
				return false
			}
		}
	}
	return true
}

// mend is called from so many places that its copies would weigh in the browser.
//
//go:noinline
func (t *tree) mend(id string, i, j int) {
	t.repairs = append(t.repairs, repair{id, i, j})
}

// mended are the repairs from i to j, in order.
func (t *tree) mended(i, j int) []repair {
	if !t.ordered {
		sort.SliceStable(t.repairs, func(a, b int) bool { return t.repairs[a].i < t.repairs[b].i })
		t.ordered = true
	}
	from := sort.Search(len(t.repairs), func(k int) bool { return t.repairs[k].i >= i })
	to := sort.Search(len(t.repairs), func(k int) bool { return t.repairs[k].i > j })
	return t.repairs[from:max(from, to)]
}

// plain reads the escapes of a string and drops invisible characters. cut says that the
// text ends inside the string, perhaps inside an escape.
func plain(s string, cut bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '\\' {
			text, n := unescape(s, i)
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
		if n := invisible(s, i); n > 0 {
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// invisible is the length of a character at s[i] that messengers put in and nobody sees.
func invisible(s string, i int) int {
	if s[i] < 0xc2 {
		return 0
	}
	for _, c := range [...]string{"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f"} {
		if strings.HasPrefix(s[i:], c) {
			return len(c)
		}
	}
	return 0
}
