package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/site/page"
	"evotor-errors/app/site/render"
)

// labels are the evidence of a page, in the order of its labels.
type labels []page.Evidence

// add is the label of a statement, as render reads it.
func (l *labels) add(e page.Evidence) string {
	*l = append(*l, e)
	return "{" + strconv.Itoa(len(*l)-1) + "}"
}

// A source is where statements of a page come from.
type source struct {
	ID, Title, Year, URL, Where string
	Places                      []string
}

// An observation is what a page has from public code.
type observation struct {
	ID   string
	Text template.HTML
}

// An article is a page of Markdown with what it rests on.
type article struct {
	Text     template.HTML
	Contents []render.Heading
	Sources  []source
	Seen     []observation
}

// article renders a page of Markdown.
func (p *pages) article(markdown string, evidence []page.Evidence) (article, error) {
	var a article
	var labels []render.Label
	for _, e := range evidence {
		label := render.Label{Text: p.word("sure", e.Sure)}
		switch e.Sure {
		case page.Documented:
			label.Href = "#source-" + e.Source
			p.cite(&a, e)
		case page.Observed:
			id := "seen-" + strconv.Itoa(len(a.Seen)+1)
			label.Href = "#" + id
			text := fill(p.word("page", "seen"), "form", e.Seen.Form[p.lang])
			text = fill(fill(text, "projects", strconv.Itoa(e.Seen.Projects)), "years", e.Seen.Years)
			a.Seen = append(a.Seen, observation{id, inline(text)})
		}
		labels = append(labels, label)
	}
	var headings []render.Heading
	var err error
	if a.Text, headings, err = p.render.HTML(markdown, labels...); err != nil {
		return a, err
	}
	a.Contents = slices.DeleteFunc(headings, func(h render.Heading) bool { return h.Level != 2 })
	if len(a.Sources)+len(a.Seen) > 0 {
		a.Contents = append(a.Contents, render.Heading{ID: "sources", Text: p.word("page", "sources")})
	}
	return a, nil
}

// cite adds a source to those of an article, or a place to one that it has.
func (p *pages) cite(a *article, e page.Evidence) {
	i := slices.IndexFunc(a.Sources, func(s source) bool { return s.ID == e.Source })
	from, _ := p.in.Docs.Source(e.Source)
	if i < 0 {
		where := from.Page
		if from.Repo != "" {
			where = from.Repo + ", " + from.Path
		}
		i = len(a.Sources)
		a.Sources = append(a.Sources, source{from.ID, from.Title[p.lang], from.Year, from.URL(), where, nil})
	}
	place := from.Place(e.At)
	if line, ok := strings.CutPrefix(place, "line "); ok {
		place = fill(p.word("page", "line"), "line", line)
	}
	if !slices.Contains(a.Sources[i].Places, place) {
		a.Sources[i].Places = append(a.Sources[i].Places, place)
	}
}
