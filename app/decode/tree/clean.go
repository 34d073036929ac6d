package tree

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// ReadClean reads the body that begins with the bracket at v.Text[i], if it is JSON as programs write it:
// no string of it has an escape, and nothing can begin on a line of it but its own parts. The tree is the
// one that Read reads, which may look for where the body must end, and mend. Where ok is false, end is
// where that shows.
func (t *Tree) ReadClean(v *text.View, i int) (end int, ok bool) {
	s := v.Text[:min(len(v.Text), i+MaxBody)]
	*t = Tree{View: v, Nodes: t.Nodes[:0], repairs: t.repairs[:0], Restart: t.Restart}
	if c := s[i]; c != '{' && c != '[' || i > 0 && (s[i-1] == '@' || strings.HasSuffix(s[:i], "map")) {
		return i, false // of PowerShell, of Go
	}
	open := t.add(0, Node{Open: s[i], Start: int32(i)})
	first, due := true, false // nothing stands in the open container so far; a comma or its bracket is due
	for i = cleanBlanks(s, i+1); i < len(s); i = cleanBlanks(s, i) {
		in := &t.Nodes[open]
		switch c := s[i]; {
		case c == in.Open+2 && (due || first): // its bracket
			i++
			if in.End = int32(i); open == 0 {
				return i, true
			}
			open, first, due = in.Parent, false, true
		case due != (c == ','):
			return i, false
		case due:
			i, due = i+1, false
		default:
			n := Node{}
			if i, ok = t.cleanKey(s, i, open, &n); !ok {
				return i, false
			}
			if i, ok = cleanValue(s, i, &n); !ok || n.Kind == Bare && len(t.Nodes) == 1 && !n.HasKey {
				return i, false
			}
			at := t.add(open, n)
			if first, due = false, true; n.Kind == Container {
				open, first, due = at, true, false
			}
		}
	}
	return i, false
}

// cleanBlanks is where the blanks at s[i] end, and the end of s behind a line that may begin something else.
func cleanBlanks(s string, i int) int {
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && i > 0 && s[i-1] == '\n' && c != '"' && c != '}' && c != ']':
			return len(s)
		case c != ' ' && c != '\n' && c != '\t' && c != '\r':
			return i
		}
	}
	return i
}

// cleanKey reads the key at s[i], in an object, and goes on to its value.
func (t *Tree) cleanKey(s string, i int, open int32, n *Node) (value int, ok bool) {
	if t.Nodes[open].Open == '[' {
		return i, true
	}
	end := i + 1
	for s[i] == '"' && end < len(s) && plainByte[s[end]] {
		end++
	}
	if s[i] != '"' || !text.At(s, end, `":`) || t.restarts(open, s[i+1:end]) {
		return end, false
	}
	n.HasKey, n.KeyFrom, n.KeyTo = true, int32(i+1), int32(end)
	value = cleanBlanks(s, end+2)
	return value, value < len(s)
}

// cleanValue reads the value at s[i], of a container its bracket.
func cleanValue(s string, i int, n *Node) (end int, ok bool) {
	n.Start = int32(i)
	switch c := s[i]; {
	case c == '{' || c == '[':
		n.Open = c
		return i + 1, true
	case c == '"':
		for end = i + 1; end < len(s) && (plainByte[s[end]] || s[end] == 0xd0 || s[end] == 0xd1 || s[end]&0xc0 == 0x80); {
			end++
		}
		if end == len(s) || s[end] != '"' {
			return end, false
		}
		n.Kind, n.From, n.To = Quoted, int32(i+1), int32(end)
		end++
	default:
		for end = i; end < len(s) && (text.WordByte(s[end]) || s[end] == '-' || s[end] == '.'); {
			end++
		}
		if word := s[i:end]; word != "null" && word != "true" && word != "false" && !number(word) {
			return end, false
		}
		n.Kind, n.Null, n.From, n.To = Bare, c == 'n', int32(i), int32(end)
	}
	n.End = int32(end)
	next := cleanBlanks(s, end)
	return end, next < len(s) && (s[next] == ',' || s[next] == '}' || s[next] == ']')
}
