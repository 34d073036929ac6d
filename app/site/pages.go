package site

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/site/page"
)

// tool makes the page of the tool.
func (p *pages) tool() error {
	if err := p.toolTwin(); err != nil {
		return err
	}
	return p.page("tool.html", layout{
		Title: p.word("tool", "title"), Description: p.word("tool", "description"), Script: "start.js", Tool: true,
		Body: toolBody{p.bench(), table{Rows: p.rows("webhook"), Link: "errors/"}, p.keys()},
	})
}

type toolBody struct {
	benchBody
	Table table
	Keys  []keyGroup
}

// states are what the line under the box has to say at times.
var states = []string{
	"privacy", "starting", "loading", "blocked", "broken", "stopped", "slow", "again", "unchecked", "secret", "covered", "mended", "place", "unread", "blank", "picture", "nothing", "unpasted", "drop", "early",
	"copy", "repeat", "body", "copied", "uncopied", "unsent", "hidden", "select", "linked", "long", "damaged", "waiting", "open", "held", "read", "unstored",
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
	Previews             []string // what may be passed on, after a look at it
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
		Previews:    []string{"ticket", "merchant", "support", "unknown", "text"},
		Example:     p.example(),
		Placeholder: fill(p.word("tool", "placeholder"), "sample", sampleBody(p.in.Docs.Record("1003"))),
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
	body := codesBody{
		Lead: lead, APILead: apiLead, Webhook: table{Rows: p.rows("webhook"), Facts: true}, API: table{Rows: p.rows("api"), Facts: true}, Others: p.rows("page"),
	}
	all := slices.Concat(body.Webhook.Rows, body.API.Rows, body.Others)
	body.Filters, body.Count = p.filters(all), len(all)
	return p.page("codes.html", layout{
		Title: p.word("page", "codes-title"), Description: p.word("page", "codes-description"), Path: "errors/", Script: "codes.js",
		Heading: escape(p.word("page", "codes-title")), Body: body,
	})
}

type codesBody struct {
	Lead, APILead template.HTML
	Webhook, API  table
	Others        []row // what people ask about that has neither code nor status
	Filters       []filter
	Count         int
}

// A filter is one of the ways to filter the table of codes: web/codes.js does it.
type filter struct {
	Name    string
	Options []option
}

type option struct{ Value, Text string }

// filters are by what rows have; the statuses are in order, the rest as it comes.
func (p *pages) filters(rows []row) []filter {
	list := []filter{{Name: "status"}, {Name: "acts"}, {Name: "retry"}, {Name: "family"}}
	for _, r := range rows {
		status := option{r.By.Status, r.Status}
		retry := option{r.By.Retry, p.word("retry", r.By.Retry)}
		family := option{r.By.Family, p.word("page", r.By.Family+"-table")}
		for i, o := range []option{status, {}, retry, family} {
			list[i].add(o)
		}
		for _, a := range r.Acts {
			list[1].add(option{a.ID, a.Text})
		}
	}
	slices.SortFunc(list[0].Options, func(a, b option) int { return strings.Compare(a.Value, b.Value) })
	return list
}

func (f *filter) add(o option) {
	if o.Value != "" && !slices.Contains(f.Options, o) {
		f.Options = append(f.Options, o)
	}
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

// A table of codes: Link leads from the page to the folder of the codes. With Facts it says of
// each who acts and whether to repeat.
type table struct {
	Rows  []row
	Link  string
	Facts bool
}

// A row is what a table or list of codes has of a record, and by what that can be found.
type row struct {
	verdict
	Name    string
	Acts    []tag
	Meaning template.HTML
	Body    string
	By      facets
}

// facets are what a table of codes is filtered by.
type facets struct{ Family, Status, Acts, Retry string }

// rows are those of the records of a family.
func (p *pages) rows(family string) (rows []row) {
	for _, r := range p.family(family) {
		w := row{
			verdict: p.verdict(r), Name: r.Name, Acts: p.acts(r), Meaning: inline(r.Text[p.lang].Meaning), Body: sampleBody(r),
			By: facets{Family: family, Retry: string(r.Retry)},
		}
		if r.Status != 0 {
			w.By.Status, _, _ = strings.Cut(w.Status, " ")
		}
		for _, a := range w.Acts {
			w.By.Acts = strings.TrimSpace(w.By.Acts + " " + a.ID)
		}
		rows = append(rows, w)
	}
	return rows
}

// tableText is a table of codes in Markdown.
func (p *pages) tableText(link, family string) (string, error) {
	return p.markdown("codes.md", table{Rows: p.rows(family), Link: link})
}

// status is a record's HTTP status with its text.
func (p *pages) status(r *page.Record) string {
	number := strconv.Itoa(r.Status)
	if r.Name == "http-5xx" {
		number = "5xx"
	}
	return number + " " + p.word("status", strconv.Itoa(r.Status))
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
	neighbours
	See []link
}

// guideIndex makes the page that leads to the guides.
func (p *pages) guideIndex() error {
	var list []guideLink
	text := p.word("page", "guides-description") + "\n\n"
	for _, g := range p.in.Docs.Guides {
		t := g.Text[p.lang]
		list = append(list, guideLink{link{Href: g.Name + "/", Text: t.Title}, t.Description})
		text += "- [" + t.Title + "](" + g.Name + "/): " + t.Description + "\n"
	}
	if err := p.twin(twin{Path: "guide/", Title: p.word("site", "guides"), Text: text}); err != nil {
		return err
	}
	return p.page("guides.html", layout{
		Title: p.word("page", "guides-title"), Description: p.word("page", "guides-description"), Path: "guide/",
		Heading: escape(p.word("site", "guides")), Body: list,
	})
}

type guideLink struct {
	link
	Description string
}

// guides makes the pages for people.
func (p *pages) guides() error {
	for i, g := range p.in.Docs.Guides {
		t := g.Text[p.lang]
		md, evidence, err := p.filled(t)
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
			Heading: escape(t.Title), Path: "guide/" + g.Name + "/", Source: "guide/" + g.Name + "/",
			Body: textBody{body, beside(p.in.Docs.Guides, i, p.guideBeside), p.see(g.Name, "../../")},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// guideBeside leads from a guide to another one.
func (p *pages) guideBeside(g *page.Guide) link {
	t := g.Text[p.lang]
	return link{Href: "../" + g.Name + "/", Text: cmp.Or(t.Menu, t.Title)}
}

// filled is a guide with the newest version of the element in its slots and the table of webhooks
// where the line {webhooks} stands.
func (p *pages) filled(t *page.GuideText) (markdown string, evidence labels, err error) {
	const line = "\n{webhooks}\n"
	evidence = slices.Clone(t.Evidence)
	if markdown, err = p.pinned(t.Markdown); err != nil || !strings.Contains(markdown, line) {
		return markdown, evidence, err
	}
	var rows []webhook
	for _, w := range p.in.Docs.Webhooks {
		rows = append(rows, webhook{w, evidence.add(w.Evidence())})
	}
	table, err := p.markdown("webhooks.md", rows)
	return strings.Replace(markdown, line, "\n"+table+"\n", 1), evidence, err
}
