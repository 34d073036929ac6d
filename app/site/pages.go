package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/site/page"
	"evotor-errors/app/site/render"
)

// tool makes the page of the tool.
func (p *pages) tool() error {
	table, err := p.table("errors/", p.family("webhook"))
	if err != nil {
		return err
	}
	bench := p.bench()
	bench["Table"], bench["Keys"] = table, p.keys()
	return p.page("tool.html", layout{
		Title: p.word("tool", "title"), Description: p.word("tool", "description"), Script: "start.js", Body: bench,
	})
}

// states are what the line under the box has to say at times.
var states = []string{
	"privacy", "starting", "loading", "blocked", "broken", "stopped", "again", "secret", "covered", "mended", "large", "unread",
	"copied", "uncopied", "linked", "long", "damaged", "waiting", "open", "held", "read",
}

// A keyGroup are the keys that work in one place of the page.
type keyGroup struct {
	Where string
	Keys  []key
}

type key struct {
	Keys []string
	Does string
}

// keys are those of web/keys.js, for the sheet that explains them.
func (p *pages) keys() []keyGroup {
	var groups []keyGroup
	for _, g := range []struct {
		where string
		keys  [][]string // what a key does, and the keys
	}{
		{"box", [][]string{{"next", "Alt ↓"}, {"previous", "Alt ↑"}, {"cross", "Alt Enter"}, {"leave", "Esc"}}},
		{"report", [][]string{{"move", "J", "K"}, {"unfold", "O"}, {"show", "T"}, {"copy", "C", "M", "S"}, {"link", "L"}, {"leave", "Esc"}, {"help", "?"}}},
		{"page", [][]string{{"help", "Ctrl /"}}},
	} {
		group := keyGroup{Where: p.word("keys", g.where)}
		for _, k := range g.keys {
			group.Keys = append(group.Keys, key{k[1:], p.word("keys", g.where+"-"+k[0])})
		}
		groups = append(groups, group)
	}
	return groups
}

// bench is what the box and the report beside it need.
func (p *pages) bench() map[string]any {
	var brief []map[string]any
	for _, r := range p.family("webhook") {
		if r.Code == "" {
			continue
		}
		data := p.verdict(r, map[string]any{"Meaning": inline(r.Text[p.lang].Meaning), "About": fill(p.word("ui", "about-code"), "code", r.Code)})
		data["Actors"] = data["Actors"].([]tag)[:1]
		brief = append(brief, data)
	}
	return map[string]any{
		"Brief":       brief,
		"States":      states,
		"Example":     p.example(),
		"Placeholder": fill(p.word("tool", "placeholder"), "sample", sampleBody(p.record("1003"))),
		"Report":      p.in.Report[p.lang],
		"Size":        len(p.in.Program),
	}
}

// example is what the tool's button puts into the box: two errors in the output of curl.
func (p *pages) example() string {
	return "> PUT /api/v1/inventories/devices HTTP/1.1\n> Host: partner.example\n> Authorization: Bearer 5f0d2c1e-example\n>\n< HTTP/1.1 400 Bad Request\n< Content-Type: application/json\n<\n" +
		"{ \"errors\": [\n    { \"code\": 2003\n      \"reason\": \"incorrect\",\n      \"subject\": \"deviceUuid\",\n      \"value\": null },\n" +
		"    { \"code\": 1005,\n      \"reason\": \"not allowed\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\" }\n] }\n"
}

// codes makes the page with the tables of all codes.
func (p *pages) codes() error {
	webhook, err := p.table("", p.family("webhook"))
	if err != nil {
		return err
	}
	api, err := p.table("", p.family("api"))
	if err != nil {
		return err
	}
	lead, err := p.html(p.word("page", "codes-lead"))
	if err != nil {
		return err
	}
	apiLead, err := p.html(p.word("page", "api-lead"))
	if err != nil {
		return err
	}
	return p.page("codes.html", layout{
		Title: p.word("page", "codes-title"), Description: p.word("page", "codes-description"), Path: "errors/",
		Heading: escape(p.word("page", "codes-title")),
		Body:    map[string]any{"Lead": lead, "Webhook": webhook, "APILead": apiLead, "API": api},
	})
}

// family are the records of a family, in the order of the table.
func (p *pages) family(name string) []*page.Record {
	var list []*page.Record
	for _, r := range p.in.Docs.Records {
		if r.Family == name {
			list = append(list, r)
		}
	}
	return list
}

func (p *pages) record(name string) *page.Record {
	return p.in.Docs.Records[slices.IndexFunc(p.in.Docs.Records, func(r *page.Record) bool { return r.Name == name })]
}

// table renders a table of codes; link leads from the page to the folder of the codes.
func (p *pages) table(link string, records []*page.Record) (template.HTML, error) {
	type row struct{ Status, Code, Name, Title, Body string }
	var rows []row
	for _, r := range records {
		body := sampleBody(r)
		if body == "" {
			body = p.word("page", "no-body")
		} else {
			body = "`" + strings.ReplaceAll(body, "|", `\|`) + "`"
		}
		rows = append(rows, row{p.status(r), p.number(r), r.Name, r.Text[p.lang].Title, body})
	}
	md, err := p.markdown("codes.md", map[string]any{"Rows": rows, "Link": link})
	if err != nil {
		return "", err
	}
	html, err := p.html(md)
	return `<div class="scroll" tabindex="0" role="group" aria-label="` + escape(p.word("site", "codes")) + `">` + html + `</div>`, err
}

// status is a record's HTTP status with its text.
func (p *pages) status(r *page.Record) string {
	number := strconv.Itoa(r.Status)
	if r.Name == "http-5xx" {
		number = "5xx"
	}
	return number + " " + p.word("status", strconv.Itoa(r.Status))
}

// number is what a record is called: its code, or that it has none.
func (p *pages) number(r *page.Record) string {
	if r.Code == "" {
		return p.word("page", "no-code")
	}
	return r.Code
}

// sampleBody is the body of a record's first sample.
func sampleBody(r *page.Record) string {
	_, body, _ := strings.Cut(r.Samples[0], "\n\n")
	return strings.TrimSpace(body)
}

func (p *pages) html(markdown string) (template.HTML, error) {
	html, _, err := render.HTML(markdown, p.sure)
	return html, err
}

// sure is the word on a label of evidence.
func (p *pages) sure(id string) string { return p.word("sure", id) }

func escape(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }

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
	Evidence page.Evidence
}

// code makes the page of one record.
func (p *pages) code(r *page.Record, previous, next *link) error {
	t := r.Text[p.lang]
	md, err := p.markdown("code.md", map[string]any{
		"Record": r, "Text": t, "Steps": p.steps(r, t), "Causes": p.causes(r, t), "Webhooks": p.webhooks(r), "Samples": samples(r),
	})
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
		Body: p.verdict(r, map[string]any{
			"Markdown": body, "Sources": sources, "Contents": contents, "Previous": previous, "Next": next,
		}),
	})
}

// A tag is a label of a verdict.
type tag struct{ ID, Text string }

// verdict adds to data what the head of a code's page says.
func (p *pages) verdict(r *page.Record, data map[string]any) map[string]any {
	t := r.Text[p.lang]
	retry := t.Retry
	if retry == "" {
		retry = p.word("retry", r.Retry)
	}
	var actors []tag
	for i, a := range r.Actors {
		group := "acts"
		if i > 0 {
			group = "actor"
		}
		actors = append(actors, tag{a, p.word(group, a)})
	}
	maps.Copy(data, map[string]any{"Number": p.short(r), "Title": t.Title, "Status": p.status(r), "Actors": actors, "Retry": retry})
	return data
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
	for _, direction := range []string{"to-cloud", "from-cloud", ""} {
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
			g.Heading = p.word("case", direction)
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

// sources are the sources that the labels of a page refer to.
func (p *pages) sources(markdown string) []map[string]string {
	used := map[string]bool{}
	for _, m := range sourcePattern.FindAllStringSubmatch(markdown, -1) {
		used[m[1]] = true
	}
	var list []map[string]string
	for _, s := range p.in.Docs.Sources {
		if used[s.ID] {
			list = append(list, map[string]string{
				"ID": s.ID, "Title": s.Title[p.lang], "Where": s.Where,
				"Years": fill(p.word("page", "source-years"), "years", s.Years),
			})
		}
	}
	return list
}

// article renders a page of Markdown, and says what its contents and sources are.
func (p *pages) article(markdown string) (body template.HTML, contents []render.Heading, sources []map[string]string, err error) {
	body, headings, err := render.HTML(markdown, p.sure)
	if err != nil {
		return "", nil, nil, err
	}
	contents = slices.DeleteFunc(headings, func(h render.Heading) bool { return h.Level != 2 })
	if sources = p.sources(markdown); len(sources) > 0 {
		contents = append(contents, render.Heading{ID: "sources", Text: p.word("page", "sources")})
	}
	return body, contents, sources, nil
}

// guides makes the pages for people.
func (p *pages) guides() error {
	for _, g := range p.in.Docs.Guides {
		t := g.Text[p.lang]
		body, contents, sources, err := p.article(t.Markdown)
		if err != nil {
			return fmt.Errorf("docs/guide/%s/%s.md: %w", g.Name, p.lang, err)
		}
		name, script := "text.html", ""
		if g.Name == "embedding" {
			name, script = "embedding.html", "embedding.js"
		}
		err = p.page(name, layout{
			Script: script, Embed: script != "",
			Title: t.Title + " — " + p.word("site", "name"), Description: t.Description,
			Heading: escape(t.Title), Path: "guide/" + g.Name + "/",
			Body: map[string]any{"Text": body, "Contents": contents, "Sources": sources},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
