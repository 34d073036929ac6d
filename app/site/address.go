package site

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"path"
	"slices"
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// old are addresses that other sites had for what a page here says. Evotor's own page of the
// errors was called so.
var old = map[string]string{"doc_errors_returned.html": "errors/"}

// shortPath is the short address of a record's page, for a letter or a call: e/2002/, e/404/.
func shortPath(r *page.Record) string { return "e/" + strings.TrimPrefix(r.Name, "http-") + "/" }

// redirects makes the short addresses of the language, and the old ones, which are Russian.
func (p *pages) redirects() error {
	for _, r := range p.in.Docs.Records {
		if r.Family == "general" {
			continue
		}
		at := shortPath(r)
		if err := p.redirect(p.lang.Prefix()+at+"index.html", at, "errors/"+r.Name+"/", p.heading(r)); err != nil {
			return err
		}
	}
	if p.lang != entry.Russian {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		at, _ := path.Split(name)
		if err := p.redirect(name, at, old[name], p.word("page", "codes-title")); err != nil {
			return err
		}
	}
	return nil
}

// redirect writes the page file, in the folder at of the language's pages, that leads on to a page
// of the language, on any host and without a script. It is not marked noindex: search engines
// take it as what has moved.
func (p *pages) redirect(file, at, to, title string) error {
	t, err := p.template("moved.html")
	if err != nil {
		return err
	}
	l := layout{pages: p, Title: title, Description: title, Path: at, Bare: true}
	var links []link
	for _, lang := range entry.Langs {
		text := p.in.Docs.SiteWords["machines"]["open"][lang]
		links = append(links, link{Href: l.Root() + lang.Prefix() + to, Text: text, Lang: lang})
	}
	l.Body = struct {
		To    string
		Links []link
	}{p.lang.Prefix() + to, links}
	var b bytes.Buffer
	err = t.ExecuteTemplate(&b, "moved", l)
	p.tree[file] = b.Bytes()
	return err
}

// siteMap tells search engines every page for reading, when it changed, and the same page in
// the other languages.
func (b *builder) siteMap() {
	var s strings.Builder
	s.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	langs := map[entry.Lang]*pages{}
	for _, lang := range entry.Langs {
		langs[lang] = b.pages(lang)
	}
	for _, name := range slices.Sorted(maps.Keys(b.tree)) {
		dir, isPage := strings.CutSuffix(name, "index.html")
		lang := entry.Russian
		at, english := strings.CutPrefix(dir, entry.English.Prefix())
		if english {
			lang = entry.English
		}
		if !isPage || strings.HasPrefix(at, "embed/") || strings.HasPrefix(at, "e/") {
			continue
		}
		fmt.Fprintf(&s, "<url><loc>%s</loc><lastmod>%s</lastmod>", template.HTMLEscapeString(b.in.Base+dir), b.changed(at))
		for _, a := range (layout{pages: langs[lang], Path: at}).Alternates() {
			fmt.Fprintf(&s, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, a.Text, template.HTMLEscapeString(a.Href))
		}
		s.WriteString("</url>\n")
	}
	s.WriteString("</urlset>\n")
	b.tree["sitemap.xml"] = []byte(s.String())
}

// changed is the day on which what a page says changed, by the list of changes; what is made of
// many records changes with each of them.
func (b *builder) changed(path string) string {
	for _, folder := range []string{"errors/", "guide/"} {
		if name, ok := strings.CutPrefix(strings.TrimSuffix(path, "/"), folder); ok {
			if day := b.in.Docs.Changed(name); day != "" {
				return day
			}
		}
	}
	return b.in.Docs.Changes[0].Date
}
