package site

import (
	"io/fs"
	"net/url"
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// What the head of a page says of it to search engines and to those who show links, and where
// its readers can mend it.

// title names a record as people search for it.
func (p *pages) title(r *page.Record) string {
	t := r.Text[p.lang]
	if r.Family == "page" {
		return t.Title + " — " + p.word("site", "name")
	}
	return fill(p.word("page", "error-title"), "code", p.short(r)) + ": " + page.Lower(t.Title)
}

// description says in a few sentences what a record is, without markup.
func (p *pages) description(r *page.Record) string {
	meaning := page.Plain(r.Text[p.lang].Meaning)
	if r.Family == "page" {
		return meaning
	}
	id := "error-lead"
	if r.Code == "" {
		id = "status-lead"
	}
	v := p.verdict(r)
	lead := fill(fill(p.word("page", id), "code", v.Number), "status", v.Status)
	return lead + " " + meaning + " " + v.Actor.Text + ". " + page.Plain(v.Retry) + "."
}

// picture publishes the picture that links to the site are shown with. Its address is fixed:
// others keep it.
func (b *builder) picture() error {
	if b.in.Base == "" {
		return nil
	}
	data, err := fs.ReadFile(b.in.Web, "picture.png")
	b.tree["picture.png"] = data
	return err
}

// Article reports whether the page is one of those that are read, not used.
func (l layout) Article() bool { return l.Source != "" }

// Locales are the page's language and the other one, as Open Graph writes them.
func (l layout) Locales() (list []link) {
	for _, lang := range entry.Langs {
		list = append(list, link{Text: map[entry.Lang]string{entry.Russian: "ru_RU", entry.English: "en_US"}[lang], Current: lang == l.lang})
	}
	return list
}

// Edit leads to where the page's source is edited, Report to where a mistake in it is reported;
// "" where the site has no such place.
func (l layout) Edit() string {
	if l.in.Edit == "" || l.Source == "" {
		return ""
	}
	return l.in.Edit + "docs/" + l.Source + l.lang.String() + ".md"
}

func (l layout) Report() string {
	return strings.ReplaceAll(l.in.Mistakes, "{page}", url.QueryEscape(l.Prefix()+l.Path))
}
