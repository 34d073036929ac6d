package decode

import (
	"strings"

	"evotor-errors/app/decode/tree"
)

// A document is a tree in which error bodies are looked for.
type document struct{ tree.Tree }

func (t *document) scalarText(i int32) string {
	if n := &t.Nodes[i]; n.Kind == tree.Container || n.Null || n.To-n.From > 2048 {
		return ""
	}
	return t.Text(i)
}

// A shapeKey is a key that decides the shape of an object.
type shapeKey uint8

const (
	otherKey shapeKey = iota
	errorsKey
	codeKey
	messageKey
	violationsKey
	statusKey
	detailsKey
	reasonKey
	subjectKey
	valueKey
	errKey
	idKey
	typKey
	titleKey
	detailKey
	shapeKeys int = iota
)

// shapeKeyOf is the key that a name is, letter case aside. A switch finds it four times as fast as a map.
func shapeKeyOf(name string) shapeKey {
	switch name {
	case "errors":
		return errorsKey
	case "code":
		return codeKey
	case "message":
		return messageKey
	case "violations":
		return violationsKey
	case "status":
		return statusKey
	case "details":
		return detailsKey
	case "reason":
		return reasonKey
	case "subject":
		return subjectKey
	case "value":
		return valueKey
	case "error":
		return errKey
	case "id":
		return idKey
	case "type":
		return typKey
	case "title":
		return titleKey
	case "detail":
		return detailKey
	}
	if lower := strings.ToLower(name); lower != name {
		return shapeKeyOf(lower)
	}
	return otherKey
}

// members are the children of an object that decide its shape, and how many others it has.
type members [shapeKeys]int32

func (t *document) members(i int32) (m members) {
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		n := &t.Nodes[c]
		k := otherKey
		if n.HasKey {
			k = shapeKeyOf(t.Key(n))
		}
		if k == otherKey {
			m[k]++
			continue
		}
		m[k] = c // of duplicates the last one counts
	}
	return m
}

// doubtful reports whether an error has no documented field but its code beside others.
func (m *members) doubtful() bool {
	return m[reasonKey]+m[subjectKey]+m[valueKey]+m[messageKey] == 0 && m.foreign() > 0
}

// foreign counts what an error object of Evotor's does not have.
func (m *members) foreign() int {
	n := int(m[otherKey])
	for k, c := range m {
		switch shapeKey(k) {
		case otherKey, codeKey, reasonKey, subjectKey, valueKey, messageKey:
		default:
			if c != 0 {
				n++
			}
		}
	}
	return n
}

// span is the place of a node.
func (t *document) span(i int32) Span {
	return t.View.Span(int(t.Nodes[i].Start), int(t.Nodes[i].End))
}

// inner is the place of a scalar without its quotes.
func (t *document) inner(i int32) Span {
	return t.View.Span(int(t.Nodes[i].From), int(t.Nodes[i].To))
}

// field reads the field whose value is the node i; the node 0 is none's.
func (t *document) field(i int32, f *Field) {
	if i == 0 {
		return
	}
	n := &t.Nodes[i]
	switch f.State = Present; {
	case n.Kind == tree.Container:
		f.Text, f.Span, f.Cut = t.View.Text[n.Start:n.End], t.span(i), n.Cut
	case n.Null:
		f.State, f.Span = Null, t.inner(i)
	default:
		f.Text, f.Span, f.Cut = t.Text(i), t.inner(i), n.Cut
	}
}

// complains reports whether the root is an object that has a word on what went wrong.
func (t *document) complains() bool {
	m := t.members(0)
	return m[messageKey] != 0 || m[errKey] != 0 || m[errorsKey] != 0 || m[detailKey] != 0 || m[titleKey] != 0 ||
		t.Find(0, "description") != 0
}

// headers reports whether an object holds the headers of an answer.
func (t *document) headers() bool {
	return t.Find(0, "content-length") != 0 || t.Find(0, "content-type") != 0 && t.Find(0, "date") != 0
}

// emptyErrors reports whether a body is {"errors":[]}.
func (t *document) emptyErrors() bool {
	c := t.Nodes[0].Child
	return c != 0 && c == t.Nodes[0].LastChild && t.IsKey(c, "errors") && t.Nodes[c].Kind == tree.Container &&
		t.Nodes[c].Child == 0
}
