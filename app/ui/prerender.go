//go:build !js

package ui

import (
	"html"
	"strings"

	"evotor-errors/app/catalog"
)

// Prerender is the report of an empty box as HTML, as go-app draws it later.
func Prerender(lang catalog.Lang) string {
	return rendered(&view{lang: lang, empty: true})
}

// rendered is a view as HTML.
func rendered(v *view) string {
	var b strings.Builder
	v.draw().write(&b)
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	if n.name == "" {
		b.WriteString(html.EscapeString(n.text))
		return
	}
	b.WriteString("<" + n.name)
	for i := 0; i < len(n.attrs); i += 2 {
		if value := n.attrs[i+1]; value != "" { // go-app leaves out what is empty
			b.WriteString(" " + n.attrs[i] + `="` + html.EscapeString(value) + `"`)
		}
	}
	b.WriteString(">")
	for _, child := range n.children {
		child.write(b)
	}
	b.WriteString("</" + n.name + ">")
}
