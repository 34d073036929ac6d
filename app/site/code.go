package site

import (
	"bytes"
	"encoding/json"
	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
	"evotor-errors/app/site/render"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"
)

// everyCode makes a page for each record of the catalogue.
func (p *pages) everyCode() error {
	var list []*page.Record
	for _, family := range []string{"webhook", "api"} {
		list = append(list, p.family(family)...)
	}
	for i, r := range list {
		var previous, next *link
		if i > 0 {
			previous = &link{Href: "../" + list[i-1].Name + "/", Text: p.short(list[i-1])}
		}
		if i+1 < len(list) {
			next = &link{Href: "../" + list[i+1].Name + "/", Text: p.short(list[i+1])}
		}
		if err := p.code(r, previous, next); err != nil {
			return fmt.Errorf("code %s: %w", r.Name, err)
		}
	}
	return nil
}

// short names a record in a link.
func (p *pages) short(r *page.Record) string {
	if r.Code != "" {
		return r.Code
	}
	return "HTTP " + strings.TrimPrefix(r.Name, "http-")
}

// A group holds the causes or steps for one case.
type group struct {
	Heading string // "" if the code knows one case only
	Items   []item
}

type item struct {
	Text     string
	Evidence entry.Evidence
}

// A codeText is what code.md is made of.
type codeText struct {
	Record        *page.Record
	Text          *page.Text
	Steps, Causes []group
	Webhooks      []page.Webhook
	Samples       []string
}

type codeBody struct {
	verdict
	Markdown       template.HTML
	Sources        []source
	Contents       []render.Heading
	Previous, Next *link
}

// code makes the page of one record.
func (p *pages) code(r *page.Record, previous, next *link) error {
	t := r.Text[p.lang]
	md, err := p.markdown("code.md", codeText{r, t, p.steps(r, t), p.causes(r, t), p.webhooks(r), samples(r)})
	if err != nil {
		return err
	}
	body, contents, sources, err := p.article(md)
	if err != nil {
		return err
	}
	return p.page("code.html", layout{
		Title:       p.short(r) + ": " + t.Title + " — " + p.word("site", "name"),
		Description: t.Meaning,
		Path:        "errors/" + r.Name + "/",
		OEmbed:      p.in.Base != "",
		Body:        codeBody{p.verdict(r), body, sources, contents, previous, next},
	})
}

// A tag is a label of a verdict.
type tag struct{ ID, Text string }

// A verdict is what the head of a code's page says.
type verdict struct {
	Number, Title, Status string
	Actors                []tag
	Retry                 string
}

func (p *pages) verdict(r *page.Record) verdict {
	t := r.Text[p.lang]
	retry := t.Retry
	if retry == "" {
		retry = p.word("retry", string(r.Retry))
	}
	var actors []tag
	for i, a := range r.Actors {
		group := "acts"
		if i > 0 {
			group = "actor"
		}
		actors = append(actors, tag{string(a), p.word(group, string(a))})
	}
	return verdict{p.short(r), t.Title, p.status(r), actors, retry}
}

// steps are what to do, with what the sample shows in their slots, grouped by the direction
// or reason they are for.
func (p *pages) steps(r *page.Record, t *page.Text) []group {
	var groups []group
	for i, s := range t.Steps {
		if i == 0 || s.When != t.Steps[i-1].When {
			heading := ""
			switch {
			case s.When == "" && i > 0:
				heading = p.word("case", "any")
			case slices.Contains(r.Reasons, s.When):
				heading = fill(p.word("case", "reason"), "reason", s.When)
			case s.When != "":
				heading = p.word("case", s.When)
			}
			groups = append(groups, group{Heading: heading})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, item{Text: r.Filled(s)})
	}
	return groups
}

// causes are grouped by direction where it matters.
func (p *pages) causes(r *page.Record, t *page.Text) []group {
	directed := slices.ContainsFunc(r.Causes, func(c page.Cause) bool { return c.Direction != "" })
	var groups []group
	for _, direction := range []entry.Direction{entry.ToCloud, entry.FromCloud, ""} {
		var g group
		for _, c := range r.Causes {
			if c.Direction == direction {
				g.Items = append(g.Items, item{t.Causes[c.ID].Text, c.Evidence})
			}
		}
		if len(g.Items) == 0 {
			continue
		}
		if direction == "" {
			direction = "either"
		}
		if directed {
			g.Heading = p.word("case", string(direction))
		}
		groups = append(groups, g)
	}
	return groups
}

// samples are the record's samples with their bodies laid out for reading.
func samples(r *page.Record) []string {
	var list []string
	for _, s := range r.Samples {
		head, body, ok := strings.Cut(s, "\n\n")
		if !ok {
			head, body = "", s
		}
		var b bytes.Buffer
		if json.Indent(&b, []byte(strings.TrimSpace(body)), "", "  ") == nil {
			body = b.String()
		}
		list = append(list, strings.TrimSpace(head+"\n\n"+body))
	}
	return list
}

func (p *pages) webhooks(r *page.Record) []page.Webhook {
	var list []page.Webhook
	for _, w := range p.in.Docs.Webhooks {
		if slices.Contains(r.Webhooks.IDs, w.ID) {
			list = append(list, w)
		}
	}
	return list
}

var sourcePattern = regexp.MustCompile(`\{(?:documented|observed) ([a-z-]+)\}`)

type source struct{ ID, Title, Where, Years string }

// sources are the sources that the labels of a page refer to.
func (p *pages) sources(markdown string) []source {
	used := map[string]bool{}
	for _, m := range sourcePattern.FindAllStringSubmatch(markdown, -1) {
		used[m[1]] = true
	}
	var list []source
	for _, s := range p.in.Docs.Sources {
		if used[s.ID] {
			list = append(list, source{s.ID, s.Title[p.lang], s.Where, fill(p.word("page", "source-years"), "years", s.Years)})
		}
	}
	return list
}
