package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"strings"

	"evotor-errors/app/catalog/entry"
)

// A missingPage is what the template of the page of missing pages gets. That page is one for all
// addresses and both languages.
type missingPage struct {
	layout
	Known string // names of records, spaces between
	// Without a base nobody knows where the site begins: the page has its style and script within
	// it, and looks for Landmark. A server whose own policy forbids that gives them from its root.
	Style    template.CSS
	Code     template.JS
	Landmark string
	Parts    []layout
}

// Root is where the site begins, as far as is known.
func (m missingPage) Root() string {
	if _, path, ok := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(m.in.Base, "https://"), "http://"), "/"); ok {
		return "/" + path
	}
	return "/"
}

// CSP allows what stands within the page, and nothing else beyond the site.
func (m missingPage) CSP() string {
	if m.Landmark == "" {
		return CSP
	}
	return strings.NewReplacer("script-src 'self'", "script-src 'self' "+digest(string(m.Code)), "style-src 'self'", "style-src 'self' "+digest(string(m.Style))).Replace(CSP)
}

// Tag is the part's language as menus have it.
func (l layout) Tag() string { return strings.ToUpper(l.lang.String()) }

// Index is the search in the part's language.
func (l layout) Index() string { return l.assets["search-"+l.lang.String()+".js"] }

// Word is a word of the site in the part's language.
func (l layout) Word(id string) (string, error) { return l.checkedWord("site", id) }

// digest is a script or style as a policy names it.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// missing makes the page for addresses that lead nowhere.
func (b *builder) missing() error {
	m := missingPage{layout: layout{pages: b.pages(entry.Russian)}}
	for _, lang := range entry.Langs {
		m.Parts = append(m.Parts, layout{pages: b.pages(lang)})
	}
	var known []string
	for _, r := range b.in.Docs.Records {
		if r.Family != "general" {
			known = append(known, r.Name)
		}
	}
	m.Known = strings.Join(known, " ")
	if b.in.Base == "" {
		m.Landmark = b.assets["style.css"]
		m.Style = template.CSS(b.tree[m.Landmark])
		m.Code = template.JS(b.tree[b.assets["missing.js"]])
	}
	t, err := m.template("404.html")
	if err != nil {
		return err
	}
	var page bytes.Buffer
	err = t.ExecuteTemplate(&page, "missing", m)
	b.tree["404.html"] = page.Bytes()
	return err
}
