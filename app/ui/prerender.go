//go:build !js

package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"evotor-errors/app/catalog"
)

// Prerender is the report of an empty box as HTML, the same bytes every time: go-app writes
// attributes in random order and indents, which would move text.
func Prerender(lang catalog.Lang) (string, error) {
	return rendered(&view{lang: lang, empty: true})
}

// rendered is a view as HTML.
func rendered(v *view) (string, error) {
	source := app.HTMLString(v.draw())
	nodes, err := html.ParseFragment(strings.NewReader(source), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, n := range nodes {
		normalize(n)
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// normalize sorts attributes and drops the white space that indents.
func normalize(n *html.Node) {
	slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			n.RemoveChild(c)
		} else {
			normalize(c)
		}
		c = next
	}
}
