package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
	"evotor-errors/app/site/render"
)

// tool makes the page of the tool.
func (p *pages) tool() error {
	table, err := p.table("errors/", p.family("webhook"))
	if err != nil {
		return err
	}
	return p.page("tool.html", layout{
		Title: p.word("tool", "title"), Description: p.word("tool", "description"), Script: "start.js",
		Body: toolBody{p.bench(), table, p.keys()},
	})
}

type toolBody struct {
	benchBody
	Table template.HTML
	Keys  []keyGroup
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

// A benchBody is what the box and the report beside it need.
type benchBody struct {
	Brief                []brief
	States               []string
	Example, Placeholder string
	Report               template.HTML
	Size                 int // of the program
}

// A brief is the answer on a code before the program is there.
type brief struct {
	verdict
	Meaning template.HTML
	About   string
}

func (p *pages) bench() benchBody {
	var briefs []brief
	for _, r := range p.family("webhook") {
		if r.Code == "" {
			continue
		}
		v := p.verdict(r)
		v.Actors = v.Actors[:1]
		briefs = append(briefs, brief{v, inline(r.Text[p.lang].Meaning), fill(p.word("ui", "about-code"), "code", r.Code)})
	}
	return benchBody{
		Brief:       briefs,
		States:      states,
		Example:     p.example(),
		Placeholder: fill(p.word("tool", "placeholder"), "sample", sampleBody(p.record("1003"))),
		Report:      p.in.Report[p.lang],
		Size:        len(p.in.Program),
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
		Body:    codesBody{lead, webhook, apiLead, api},
	})
}

type codesBody struct{ Lead, Webhook, APILead, API template.HTML }

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

// A tableText is what codes.md is made of.
type tableText struct {
	Rows []row
	Link string
}

type row struct{ Status, Code, Name, Title, Body string }

// table renders a table of codes; link leads from the page to the folder of the codes.
func (p *pages) table(link string, records []*page.Record) (template.HTML, error) {
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
	md, err := p.markdown("codes.md", tableText{rows, link})
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
	html, _, err := p.render.HTML(markdown)
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

// article renders a page of Markdown, and says what its contents and sources are.
func (p *pages) article(markdown string) (body template.HTML, contents []render.Heading, sources []source, err error) {
	body, headings, err := p.render.HTML(markdown)
	if err != nil {
		return "", nil, nil, err
	}
	contents = slices.DeleteFunc(headings, func(h render.Heading) bool { return h.Level != 2 })
	if sources = p.sources(markdown); len(sources) > 0 {
		contents = append(contents, render.Heading{ID: "sources", Text: p.word("page", "sources")})
	}
	return body, contents, sources, nil
}

type textBody struct {
	Text     template.HTML
	Contents []render.Heading
	Sources  []source
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
			Body: textBody{body, contents, sources},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
