package site

import (
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// An llmsText is the part of llms.txt in one language.
type llmsText struct {
	Name, Lead, Note string
	Sections         []llmsSection
}

type llmsSection struct {
	Title string
	Links []llmsLink
}

type llmsLink struct{ Text, Href, Note string }

// llms publishes llms.txt: where programs that read texts find the twins and the data.
func (b *builder) llms() error {
	var list []llmsText
	var p *pages
	for _, lang := range entry.Langs {
		p = b.pages(lang)
		list = append(list, p.llmsText())
	}
	md, err := p.markdown("llms.txt", list)
	b.tree["llms.txt"] = []byte(prose(md, func(line string) string { return strings.ReplaceAll(line, "\u00a0", " ") }))
	return err
}

func (p *pages) llmsText() llmsText {
	at := func(path string) string { return p.in.Base + p.lang.Prefix() + path }
	codes := []llmsLink{{p.word("page", "codes-title"), at("errors.md"), p.word("machines", "llms-table")}}
	for _, family := range []string{"webhook", "api", "page"} {
		for _, r := range p.family(family) {
			codes = append(codes, llmsLink{p.heading(r), at(twinName("errors/" + r.Name + "/")), p.llmsNote(r)})
		}
	}
	guides := []llmsLink{{p.word("page", "guides-title"), at("guide.md"), p.word("page", "guides-description")}}
	for _, g := range p.in.Docs.Guides {
		t := g.Text[p.lang]
		guides = append(guides, llmsLink{t.Title, at(twinName("guide/" + g.Name + "/")), t.Description})
	}
	data := []llmsLink{
		{"catalogue.json", p.in.Base + "catalogue.json", p.word("machines", "llms-catalogue")},
		{"schema/catalogue.json", p.in.Base + "schema/catalogue.json", p.word("machines", "llms-schema-catalogue")},
		{"schema/error-body.json", p.in.Base + "schema/error-body.json", p.word("machines", "llms-schema-errors")},
		{p.word("machines", "changes"), at("changes.md"), p.word("machines", "llms-changes")},
	}
	word := func(id string) string { return p.word("machines", "llms-"+id) }
	return llmsText{p.word("site", "name"), word("lead"), word("note"), []llmsSection{
		{word("codes"), codes}, {word("guides"), guides}, {word("data"), data},
	}}
}

// llmsNote says of a record what helps to choose it.
func (p *pages) llmsNote(r *page.Record) string {
	if r.Status == 0 || r.Code == "" {
		return r.Text[p.lang].Meaning
	}
	return "HTTP " + p.verdict(r).Status + ". " + r.Text[p.lang].Meaning
}
