package site

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/site/page"
)

// tool makes the page of the tool.
func (p *pages) tool() error {
	table, err := p.table("errors/", p.family("webhook"))
	if err != nil {
		return err
	}
	if err := p.toolTwin(); err != nil {
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
		{"page", [][]string{{"find", "/", "Ctrl K"}, {"help", "Ctrl /"}}},
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

// example is what the tool's button puts into the box: two exchanges in the output of curl.
func (p *pages) example() string {
	const request = "> PUT /api/v1/inventories/stores/20170222-D58C-40E0-8051-B53ADFF38860/documents HTTP/1.1\n> Host: partner.example\n> Authorization: Bearer 5f0d2c1e-example\n>\n"
	return request + "< HTTP/1.1 400 Bad Request\n< Content-Type: application/json\n<\n" +
		"{ \"errors\": [\n    { \"code\": 2003\n      \"reason\": \"incorrect\",\n      \"subject\": \"deviceUuid\",\n      \"value\": null }\n] }\n\n" +
		request + "< HTTP/1.1 405 Method Not Allowed\n< Content-Type: application/json\n<\n" +
		"{ \"errors\": [\n    { \"code\": 1005,\n      \"reason\": \"not allowed\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\" }\n] }\n"
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
	var others []other
	for _, r := range p.family("page") {
		others = append(others, other{link{Href: r.Name + "/", Text: r.Text[p.lang].Title}, inline(r.Text[p.lang].Meaning)})
	}
	lead, err := p.html(p.word("page", "codes-lead"))
	if err != nil {
		return err
	}
	apiLead, err := p.html(p.word("page", "api-lead"))
	if err != nil {
		return err
	}
	if err := p.codesTwin(); err != nil {
		return err
	}
	return p.page("codes.html", layout{
		Title: p.word("page", "codes-title"), Description: p.word("page", "codes-description"), Path: "errors/",
		Heading: escape(p.word("page", "codes-title")),
		Body:    codesBody{lead, webhook, apiLead, api, others},
	})
}

type codesBody struct {
	Lead, Webhook, APILead, API template.HTML
	Others                      []other
}

// An other is what people ask about that has neither code nor status.
type other struct {
	link
	Meaning template.HTML
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
	return p.in.Docs.Record(name)
}

// A tableText is what codes.md is made of.
type tableText struct {
	Rows []row
	Link string
}

type row struct{ Status, Code, Name, Title, Body string }

// table renders a table of codes; link leads from the page to the folder of the codes.
func (p *pages) table(link string, records []*page.Record) (template.HTML, error) {
	md, err := p.tableText(link, records)
	if err != nil {
		return "", err
	}
	html, err := p.html(md)
	return `<div class="scroll" tabindex="0" role="group" aria-label="` + escape(p.word("site", "codes")) + `">` + html + `</div>`, err
}

// tableText is a table of codes in Markdown.
func (p *pages) tableText(link string, records []*page.Record) (string, error) {
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
	return p.markdown("codes.md", tableText{rows, link})
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
	if len(r.Samples) == 0 {
		return ""
	}
	_, body, _ := strings.Cut(r.Samples[0].Text, "\n\n")
	return strings.TrimSpace(body)
}

func (p *pages) html(markdown string) (template.HTML, error) {
	html, _, err := p.render.HTML(markdown)
	return html, err
}

func escape(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }

type textBody struct {
	article
	See []link
}

// guides makes the pages for people.
func (p *pages) guides() error {
	for _, g := range p.in.Docs.Guides {
		t := g.Text[p.lang]
		md, evidence, err := p.withWebhooks(t)
		if err != nil {
			return err
		}
		body, err := p.article(md, evidence)
		if err != nil {
			return fmt.Errorf("docs/guide/%s/%s.md: %w", g.Name, p.lang, err)
		}
		if err := p.twin(twin{Path: "guide/" + g.Name + "/", Title: t.Title, Text: md, See: p.see(g.Name, "../../"), Evidence: evidence}); err != nil {
			return err
		}
		name, script := "text.html", ""
		if g.Name == "embedding" {
			name, script = "embedding.html", "embedding.js"
		}
		err = p.page(name, layout{
			Script: script, Embed: script != "",
			Title: t.Title + " — " + p.word("site", "name"), Description: t.Description,
			Heading: escape(t.Title), Path: "guide/" + g.Name + "/",
			Body: textBody{body, p.see(g.Name, "../../")},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// withWebhooks is a guide with the table of webhooks where the line {webhooks} stands.
func (p *pages) withWebhooks(t *page.GuideText) (markdown string, evidence labels, err error) {
	const line = "\n{webhooks}\n"
	evidence = slices.Clone(t.Evidence)
	if !strings.Contains(t.Markdown, line) {
		return t.Markdown, evidence, nil
	}
	var rows []webhook
	for _, w := range p.in.Docs.Webhooks {
		rows = append(rows, webhook{w, evidence.add(w.Evidence())})
	}
	table, err := p.markdown("webhooks.md", rows)
	return strings.Replace(t.Markdown, line, "\n"+table+"\n", 1), evidence, err
}
