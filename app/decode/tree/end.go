package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// open adds the container whose bracket stands at r.i.
func (r *reader) open(parent int32, n Node) int32 {
	n.Kind, n.Open, n.Start = Container, r.s[r.i], int32(r.i)
	r.i++
	r.after, r.comma = false, -1
	return r.t.add(parent, n)
}

// close ends the container that the bracket c at r.i belongs to: the open one, or one of
// the few around it whose own brackets are missing. A bracket of none is passed over.
func (r *reader) close(open int32, c byte) (int32, bool) {
	n := r.t.Nodes
	at := open
	for up := 0; !closes(n[at].Open, c); up++ {
		if at == r.root || up == 8 {
			r.t.mend("bracket", r.i, r.i+1)
			r.i++
			return open, false
		}
		at = n[at].Parent
	}
	if r.comma >= 0 {
		r.t.mend("comma", r.comma, r.comma+1)
	}
	if at != open {
		r.t.mend("bracket", r.i, r.i)
	}
	for k := open; k != at; k = n[k].Parent {
		n[k].End = int32(r.i)
	}
	r.i++
	n[at].End = int32(r.i)
	r.unwrap(at)
	r.after, r.comma, r.end = true, -1, r.i
	return n[at].Parent, at == r.root
}

func closes(open, c byte) bool {
	return open == '{' && c == '}' || (open == '[' || open == goMap) && c == ']' || open == '(' && c == ')'
}

// unwrap makes a scalar of a container that only names the type of one: NumberLong(2003).
func (r *reader) unwrap(i int32) {
	n := &r.t.Nodes[i]
	if n.Open != '(' || n.Child == 0 || n.Child != n.LastChild || i == 0 {
		return
	}
	c := r.t.Nodes[n.Child]
	if c.Kind == Container || c.HasKey {
		return
	}
	n.Kind, n.Null, n.Cut, n.escaped, n.joined, n.From, n.To = c.Kind, c.Null, c.Cut, c.escaped, c.joined, c.From, c.To
	n.Child, n.LastChild = 0, 0
	r.t.Nodes = r.t.Nodes[:len(r.t.Nodes)-1]
}

// cut ends the body at r.i with its containers open. What a body that is too long still
// holds is passed over.
func (r *reader) cut(open int32) int {
	t := r.t
	t.Cut = true
	t.mend("truncated", r.i, r.i)
	if r.comma >= 0 && r.i < len(r.s) {
		t.mend("comma", r.comma, r.comma+1)
	}
	depth := 0
	for k := open; ; k = t.Nodes[k].Parent {
		t.Nodes[k].End, t.Nodes[k].Cut = int32(r.i), true
		depth++
		if k == 0 {
			break
		}
	}
	end := r.i
	if whole := t.View.Text; r.long && r.i >= len(r.s) {
		b := text.Balance{Depth: depth, Opened: true, Level: 1, Quoted: r.quoted}
		for ; end < len(whole) && !b.Closed(); end++ {
			b.Next(whole[end])
		}
		t.Left = text.Span{Start: r.i, End: end}
	}
	return end
}

// restarts reports whether a key shows that the container open, which stands in a list
// behind the same key, is the next body: the end of this one is missing.
func (t *Tree) restarts(open int32, key string) bool {
	if open == 0 || t.Restart == "" || len(key) != len(t.Restart) || t.Nodes[open].Child != 0 ||
		!strings.EqualFold(key, t.Restart) {
		return false
	}
	list := t.Nodes[open].Parent
	return t.Nodes[list].HasKey && t.IsKey(list, key) || !t.Nodes[open].HasKey && t.Nodes[list].Open == '{'
}

// dropTo takes back the container i, which is empty and the last node, and the comma that
// was missed before it. It returns the container around it.
func (r *reader) dropTo(i int32) int32 {
	t := r.t
	r.i = int(t.Nodes[i].Start)
	parent := t.Nodes[i].Parent
	list := &t.Nodes[parent]
	list.LastChild = 0
	for c := list.Child; c != 0 && c != i; c = t.Nodes[c].Next {
		list.LastChild = c
	}
	if list.LastChild == 0 {
		list.Child = 0
	} else {
		t.Nodes[list.LastChild].Next = 0
	}
	t.Nodes = t.Nodes[:i]
	for n := len(t.repairs); n > 0 && t.repairs[n-1].End >= r.end && t.repairs[n-1].ID == "comma"; n-- {
		t.repairs = t.repairs[:n-1]
	}
	return parent
}

// leftOut passes over a mark that stands for entries, or ends the body at it.
func (r *reader) leftOut(open int32, n int) (int32, bool) {
	j := r.i + n
	for j < len(r.s) && (r.s[j] == ' ' || r.s[j] == '\n' || r.s[j] == '\r' || r.s[j] == '\t') {
		j++
	}
	if j < len(r.s) && strings.IndexByte(",]})", r.s[j]) >= 0 {
		r.t.mend("ellipsis", r.i, r.i+n)
		r.i += n
		r.after, r.comma = true, -1
		return open, true
	}
	return open, false
}
