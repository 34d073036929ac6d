// Package site makes the static site: the tool's page, the table of codes, a page per code
// and the guides, in each language.
//
// Build returns the whole tree in memory, the same bytes for the same input. Addresses in
// the pages are relative, so that the tree works under any path; only what must be absolute
// needs a base. Everything that can be cached for good is under assets/ with a hash of its
// content in its name. Write puts a tree on disk.
package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
	text "text/template"
	"time"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
	"evotor-errors/app/site/render"
)

// CSP is the Content-Security-Policy that every page works under. It is a meta tag of each
// page; a server should send it as a header too.
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"

// FrameCSP is the policy of the pages for frames; hosts are the origins that may frame them.
// frame-ancestors counts in a header alone.
func FrameCSP(hosts string) string { return frameCSP + "; frame-ancestors " + hosts }

const frameCSP = CSP + "; frame-src 'self'"

// A Tree is a site: contents by path, without a leading slash.
type Tree map[string][]byte

// Input is what a site is made of.
type Input struct {
	Docs     *page.Docs
	Template fs.FS                        // docs/template
	Schema   fs.FS                        // docs/schema
	Web      fs.FS                        // web
	Runtime  []byte                       // Go's wasm_exec.js: the module "runtime" of web/start.js
	Program  []byte                       // the WebAssembly
	Report   map[entry.Lang]template.HTML // the tool's report, prerendered
	Base     string                       // what absolute addresses begin with, slash at the end; "" leaves them out
	Live     bool                         // the site changes while it is served
	Version  string                       // of the product
	Date     time.Time                    // of the catalogue
	Notices  []byte                       // the licences of what the program is made of
	Hosts    string                       // origins whose pages may frame the tool and speak to it, spaces between; "*" for all
	Edit     string                       // where sources are edited, the path of one follows; "" for nowhere
	Mistakes string                       // where a mistake is reported, the page's path in place of {page}; "" for nowhere
}

// Build makes the tree.
func Build(in Input) (Tree, error) {
	b := &builder{in: in, tree: Tree{}, assets: map[string]string{}}
	if err := b.pack(); err != nil {
		return nil, err
	}
	for _, lang := range entry.Langs {
		p := b.pages(lang)
		for _, make := range []func() error{p.details, p.tool, p.codes, p.everyCode, p.guides, p.guideIndex, p.changes, p.embed, p.redirects} {
			if err := make(); err != nil {
				return nil, fmt.Errorf("making the pages in %s: %w", lang, err)
			}
		}
	}
	if err := b.missing(); err != nil {
		return nil, err
	}
	if err := b.picture(); err != nil {
		return nil, err
	}
	if err := b.releases(); err != nil {
		return nil, err
	}
	for _, make := range []func() error{b.catalogue, b.schemas, b.llms} {
		if err := make(); err != nil {
			return nil, fmt.Errorf("making what is for programs: %w", err)
		}
	}
	b.robots()
	b.tree["licenses.txt"] = b.in.Notices
	if err := b.offline(); err != nil {
		return nil, err
	}
	return b.tree, nil
}

type builder struct {
	in     Input
	tree   Tree
	assets map[string]string // paths by plain name
}

// pages makes the pages of one language.
type pages struct {
	*builder
	lang      entry.Lang
	templates map[string]*template.Template
	texts     map[string]*text.Template
	render    *render.Renderer
}

func (b *builder) pages(lang entry.Lang) *pages {
	p := &pages{builder: b, lang: lang, templates: map[string]*template.Template{}, texts: map[string]*text.Template{}}
	p.render = render.New()
	return p
}

// layout is what the template of every page gets.
type layout struct {
	*pages
	Title, Description string
	Heading            template.HTML
	Path               string // of the page below its language: "errors/2003/"
	Source             string // the folder of docs that it is made of: "errors/2003/"
	Script             string
	Body               any
	Tool               bool // with the tool and its style
	Bare               bool // without the site's head and foot: for frames
	Embed              bool // with the embedded element
	OEmbed             bool // with a description for systems that show links in frames
}

// Lang is the page's language.
func (l layout) Lang() entry.Lang { return l.lang }

// CSP is the page's policy.
func (l layout) CSP() string {
	if l.Bare {
		return frameCSP
	}
	return CSP
}

// Hosts are the origins whose pages may frame the page.
func (l layout) Hosts() string { return l.in.Hosts }

// Version is the product's version.
func (l layout) Version() string { return l.in.Version }

// Day is the date of the catalogue, for machines.
func (l layout) Day() string { return l.in.Date.Format(time.DateOnly) }

// Date is the date of the catalogue, for people.
func (l layout) Date() string { return l.date(l.in.Date) }

// date is a day for people.
func (p *pages) date(t time.Time) string {
	if p.lang == entry.Russian {
		return t.Format("02.01.2006")
	}
	return t.Format("2 January 2006")
}

// Base is what absolute addresses begin with.
func (l layout) Base() string { return l.in.Base }

// Prefix is where the language's pages are: Russian, the first language, has the root.
func (l layout) Prefix() string { return l.lang.Prefix() }

// Root leads from the page to the root of the site.
func (l layout) Root() string {
	return up(l.Prefix() + l.Path)
}

// Home leads to the tool in the page's language.
func (l layout) Home() string { return l.to("") }

// Guide leads to a page for people.
func (l layout) Guide(name string) string { return l.to("guide/" + name + "/") }

// Codes leads to the table of codes.
func (l layout) Codes() string { return l.to("errors/") }

// Changes leads to the list of changes.
func (l layout) Changes() string { return l.to("changes/") }

// to leads from the page to another one of its language.
func (l layout) to(path string) string {
	return up(l.Path) + path
}

// up leads from a path to where it begins.
func up(path string) string {
	if n := strings.Count(path, "/"); n > 0 {
		return strings.Repeat("../", n)
	}
	return "./"
}

// Asset is the path of an asset.
func (l layout) Asset(name string) (string, error) {
	if path, ok := l.assets[name]; ok {
		return path, nil
	}
	return "", fmt.Errorf("no asset %q", name)
}

// A link is an entry of a menu.
type link struct {
	Href, Text string
	Lang       entry.Lang
	Current    bool
}

// Menu leads to the parts of the site.
func (l layout) Menu() []link {
	var list []link
	for _, part := range []struct{ path, word string }{{"", "tool"}, {"errors/", "codes"}, {"guide/", "guides"}} {
		list = append(list, link{Href: l.to(part.path), Text: l.word("site", part.word), Current: l.Path == part.path})
	}
	return list
}

// Languages leads to the same page in each language.
func (l layout) Languages() []link {
	var list []link
	for _, lang := range entry.Langs {
		list = append(list, link{Href: l.Root() + lang.Prefix() + l.Path, Text: strings.ToUpper(lang.String()), Lang: lang, Current: lang == l.lang})
	}
	return list
}

// Alternates are the addresses of the same page in each language, for search engines.
func (l layout) Alternates() []link {
	if l.in.Base == "" {
		return nil
	}
	var list []link
	for _, lang := range entry.Langs {
		list = append(list, link{Href: l.in.Base + lang.Prefix() + l.Path, Text: lang.String()})
	}
	return append(list, link{Href: l.in.Base + l.Path, Text: "x-default"})
}

// A form is the page in another form, or what its readers may follow.
type form struct{ Type, Href string }

// Forms are the page's twin and feed, where it has them.
func (l layout) Forms() []form {
	var list []form
	for _, f := range []form{{"text/markdown", twinName(l.Path)}, {"application/atom+xml", feedName(l.Path)}} {
		if name := l.Prefix() + f.Href; l.tree[name] != nil {
			list = append(list, form{f.Type, l.Root() + name})
		}
	}
	return list
}

// word is a word of the site, or one that all ways of use share.
func (p *pages) word(group, id string) string {
	if w, ok := p.in.Docs.SiteWords[group][id]; ok {
		return w[p.lang]
	}
	return p.in.Docs.Words[group][id][p.lang]
}

// page renders a page with the layout and the template name.
func (p *pages) page(name string, l layout) error {
	l.pages = p
	l.Description = strings.ReplaceAll(l.Description, "`", "")
	if l.Script == "" && !l.Bare {
		l.Script = "page.js"
	}
	t, err := p.template(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	whole := "layout"
	if l.Bare {
		whole = "bare"
	}
	if err := t.ExecuteTemplate(&b, whole, l); err != nil {
		return err
	}
	p.tree[l.Prefix()+l.Path+"index.html"] = b.Bytes()
	return nil
}

// checkedWord is word for templates, where a wrong id must not pass.
func (p *pages) checkedWord(group, id string) (string, error) {
	if w := p.word(group, id); w != "" {
		return w, nil
	}
	return "", fmt.Errorf("no word %q in group %q", id, group)
}

// template is the template of a page, with the layout around it; each is read once a language.
func (p *pages) template(name string) (*template.Template, error) {
	if t := p.templates[name]; t != nil {
		return t, nil
	}
	t, err := template.New("").Funcs(template.FuncMap{"word": p.checkedWord, "fill": func(word, slot string, value any) string { return fill(word, slot, fmt.Sprint(value)) }}).ParseFS(p.in.Template, "layout.html", "bench.html", "table.html", name)
	p.templates[name] = t
	return t, err
}

// markdown fills a Markdown template.
func (p *pages) markdown(name string, data any) (string, error) {
	t := p.texts[name]
	if t == nil {
		var err error
		t, err = text.New(name).Funcs(text.FuncMap{
			"word":  p.checkedWord,
			"fill":  fill,
			"cell":  func(s string) string { return "`" + strings.ReplaceAll(s, "|", `\|`) + "`" },
			"codes": func(list []string) string { return "`" + strings.Join(list, "`, `") + "`" },
		}).ParseFS(p.in.Template, "parts.md", name)
		if err != nil {
			return "", err
		}
		p.texts[name] = t
	}
	var b strings.Builder
	err := t.Execute(&b, data)
	return b.String(), err
}

// fill puts a value into the slot of a word.
func fill(word, slot, value string) string {
	return strings.ReplaceAll(strings.ReplaceAll(word, "`{"+slot+"}`", "`"+strings.Trim(value, "`")+"`"), "{"+slot+"}", value)
}

// robots lets search engines in, and with a base tells them all pages.
func (b *builder) robots() {
	robots := "User-agent: *\nAllow: /\n"
	if base := b.in.Base; base != "" {
		robots += "Sitemap: " + base + "sitemap.xml\n"
		b.siteMap()
	}
	b.tree["robots.txt"] = []byte(robots)
}
