package ui

import (
	"strconv"
	"strings"
)

// A node is an element of the report, or a text in it. What is drawn is nodes, so that it can be drawn
// in a worker and handed over to the page.
type node struct {
	name     string // of the element; "" of a text
	text     string
	attrs    []string // names, each with its value
	children []*node
}

func element(name string) *node { return &node{name: name} }

func textNode(s string) *node { return &node{text: s} }

// Attr sets an attribute; the methods below set one each.
func (n *node) Attr(name, value string) *node {
	n.attrs = append(n.attrs, name, value)
	return n
}

func (n *node) ID(id string) *node               { return n.Attr("id", id) }
func (n *node) Class(names string) *node         { return n.Attr("class", names) }
func (n *node) DataSet(name, value string) *node { return n.Attr("data-"+name, value) }
func (n *node) Aria(name, value string) *node    { return n.Attr("aria-"+name, value) }

// Text and Body set what is in an element.
func (n *node) Text(s string) *node { return n.Body(textNode(s)) }

func (n *node) Body(children ...*node) *node {
	n.children = children
	return n
}

// packed is a node as bytes: its strings and the numbers of its attributes and children, each with its
// length before it.
func (n *node) packed(to []byte) []byte {
	put := func(s string) { to = append(append(strconv.AppendInt(to, int64(len(s)), 10), ' '), s...) }
	put(n.name)
	put(n.text)
	put(strconv.Itoa(len(n.attrs)))
	for _, s := range n.attrs {
		put(s)
	}
	put(strconv.Itoa(len(n.children)))
	for _, child := range n.children {
		to = child.packed(to)
	}
	return to
}

// unpack takes a node from the beginning of what packed wrote.
func unpack(from *string) *node {
	take := func() string {
		length, rest, _ := strings.Cut(*from, " ")
		n, _ := strconv.Atoi(length)
		*from = rest[n:]
		return rest[:n]
	}
	count := func() int {
		n, _ := strconv.Atoi(take())
		return n
	}
	n := &node{name: take(), text: take()}
	n.attrs = make([]string, count())
	for i := range n.attrs {
		n.attrs[i] = take()
	}
	n.children = make([]*node, count())
	for i := range n.children {
		n.children[i] = unpack(from)
	}
	return n
}
