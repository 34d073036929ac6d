package site

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// everyCode makes a page for each record of the catalogue.
func (p *pages) everyCode() error {
	var list []*page.Record
	for _, family := range []string{"webhook", "api", "page"} {
		list = append(list, p.family(family)...)
	}
	for i, r := range list {
		beside := beside(list, i, func(r *page.Record) link { return link{Href: "../" + r.Name + "/", Text: p.short(r)} })
		if err := p.code(r, beside); err != nil {
			return fmt.Errorf("code %s: %w", r.Name, err)
		}
	}
	return nil
}

// Neighbours are the pages before and after one.
type neighbours struct{ Previous, Next *link }

func beside[T any](list []T, i int, to func(T) link) (n neighbours) {
	if i > 0 {
		l := to(list[i-1])
		n.Previous = &l
	}
	if i+1 < len(list) {
		l := to(list[i+1])
		n.Next = &l
	}
	return n
}

// short names a record in a link.
func (p *pages) short(r *page.Record) string {
	switch {
	case r.Code != "":
		return r.Code
	case r.Family == "page":
		return r.Text[p.lang].Title
	}
	return "HTTP " + strings.TrimPrefix(r.Name, "http-")
}

// heading names a record and what it means.
func (p *pages) heading(r *page.Record) string {
	if title := r.Text[p.lang].Title; r.Family != "page" {
		return p.short(r) + ": " + title
	}
	return p.short(r)
}

// A group holds the causes or steps for one case.
type group struct {
	ID, Heading string // Heading is "" if the code knows one case only
	Items       []item
}

// An item is a step, or a cause with how to tell it and what to do about it.
type item struct{ Text, Label, Check, Fix string }

// A codeText is what code.md is made of. Labels stand in it as render reads them.
type codeText struct {
	Record        *page.Record
	Text          *page.Text
	Meaning       string // its label
	Obsolete      string // likewise
	Steps, Causes []group
	Samples       []sample
	Wrong         string
	Right         sample
	Requests      []request
	Webhooks      []webhook
	See           []link
}

// A sample is a response with what says whether it is real.
type sample struct{ Text, Word, Label string }

type request struct{ Text, Shows string }

type webhook struct {
	page.Webhook
	Label string
}

type codeBody struct {
	verdict
	article
	neighbours
	Acts    []tag    // all who may have to act
	Between []string // who answers whom
	Sample  string   // the fragment that opens the first sample in the tool
}

// codeText gathers what the page of a record says, and the evidence for it.
func (p *pages) codeText(r *page.Record) (codeText, []page.Evidence) {
	t := r.Text[p.lang]
	var list labels
	c := codeText{Record: r, Text: t, Steps: p.steps(r, t), Meaning: list.add(r.Meaning)}
	if r.Obsolete != nil {
		c.Obsolete = list.add(r.Obsolete.Evidence)
	}
	c.Causes = p.causes(r, t, &list)
	for _, s := range r.Samples {
		word := "sample-" + s.Sure
		if _, body, _ := strings.Cut(s.Text, "\n\n"); s.Sure == page.Inferred && strings.TrimSpace(body) == "" {
			word = "sample-plain"
		}
		c.Samples = append(c.Samples, sample{laidOut(s.Text), p.word("page", word), list.add(s.Evidence)})
	}
	if r.Wrong != "" {
		c.Wrong = laidOut(r.Wrong)
		if c.Right = (sample{Text: laidOut(r.Right)}); r.Right == "" { // the first sample is the right answer
			c.Right, c.Samples = c.Samples[0], c.Samples[1:]
		}
	}
	for i, text := range r.Requests {
		c.Requests = append(c.Requests, request{strings.TrimSpace(text), t.Requests[i].Text})
	}
	for _, w := range p.in.Docs.Webhooks {
		if w.AnsweredWith(r) {
			c.Webhooks = append(c.Webhooks, webhook{w, list.add(w.Evidence())})
		}
	}
	c.See = p.see(r.Name, "../../")
	return c, list
}

// see leads to what belongs to a record or guide, from a page that root leads to the root of
// the language's pages from.
func (p *pages) see(name, root string) []link {
	var list []link
	records, guides := p.related(name)
	for _, r := range records {
		list = append(list, link{Href: root + "errors/" + r.Name + "/", Text: p.heading(r)})
	}
	for _, g := range guides {
		list = append(list, link{Href: root + "guide/" + g.Name + "/", Text: g.Text[p.lang].Title})
	}
	return list
}

// related are the records and guides that belong to a record or guide.
func (b *builder) related(name string) (records []*page.Record, guides []*page.Guide) {
	var named []string // by the page itself
	if r := b.in.Docs.Record(name); r != nil {
		named = r.See
	}
	for _, r := range b.in.Docs.Records {
		if r.Name != name && r.Family != "general" && (slices.Contains(r.See, name) || slices.Contains(named, r.Name)) {
			records = append(records, r)
		}
	}
	for _, g := range b.in.Docs.Guides {
		if slices.Contains(named, g.Name) {
			guides = append(guides, g)
		}
	}
	return records, guides
}

// code makes the page of one record.
func (p *pages) code(r *page.Record, beside neighbours) error {
	said, evidence := p.codeText(r)
	md, err := p.markdown("code.md", said)
	if err != nil {
		return err
	}
	body, err := p.article(md, evidence)
	if err != nil {
		return err
	}
	if err := p.twin(twin{Path: "errors/" + r.Name + "/", Title: p.heading(r), Facts: p.facts(r), Text: md, Evidence: evidence}); err != nil {
		return err
	}
	sample, err := sampleFragment(r)
	if err != nil {
		return err
	}
	return p.page("code.html", layout{
		Title:       p.title(r),
		Description: p.description(r),
		Path:        "errors/" + r.Name + "/",
		Source:      "errors/" + r.Name + "/",
		OEmbed:      p.in.Base != "" && r.Family != "page",
		Body:        codeBody{p.verdict(r), body, beside, p.acts(r), p.between(r), sample},
	})
}

// acts are all who may have to act on a record.
func (p *pages) acts(r *page.Record) (list []tag) {
	for _, a := range slices.Concat(r.Actors, r.ActorsToCloud, r.ActorsFromCloud) {
		if t := (tag{string(a), p.word("actor", string(a))}); !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// between says who answers whom with a record: as its family does, and as causes name it.
func (p *pages) between(r *page.Record) (list []string) {
	if r.Family == "page" {
		return nil
	}
	for _, d := range []struct {
		direction entry.Direction
		family    string
	}{{entry.ToCloud, "webhook"}, {entry.FromCloud, "api"}} {
		if r.Family == d.family || slices.ContainsFunc(r.Causes, func(c page.Cause) bool { return c.Direction == d.direction }) {
			list = append(list, p.word("page", "answers-"+string(d.direction)))
		}
	}
	return list
}

// sampleFragment is the first sample of a record as web/share.js reads it from the fragment of
// the tool's address; "" where the tool has nothing to say of one.
func sampleFragment(r *page.Record) (string, error) {
	if r.Family == "page" {
		return "", nil
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return "", err
	}
	_, err = io.WriteString(w, laidOut(r.Samples[0].Text))
	err = errors.Join(err, w.Close())
	return "v1." + base64.RawURLEncoding.EncodeToString(b.Bytes()), err
}

// details publishes what a card of the tool unfolds: of each record what its page says beyond
// the card. It is one file for all, so that no request tells which code somebody looks at.
func (p *pages) details() error {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=%q><meta charset=\"utf-8\"><title>%s</title>\n", p.lang, p.word("site", "name"))
	for _, r := range p.in.Docs.Records {
		said, evidence := p.codeText(r)
		md, err := p.markdown("details.md", said)
		if err != nil {
			return err
		}
		body, err := p.article(md, evidence)
		if err != nil {
			return err
		}
		var html bytes.Buffer
		t, err := p.template("details.html")
		if err != nil {
			return err
		}
		if err := t.ExecuteTemplate(&html, "main", body); err != nil {
			return err
		}
		fmt.Fprintf(&b, "<section id=%q>%s</section>\n", r.Name, embedded(html.String(), "../"+p.lang.Prefix()))
	}
	return p.asset("details-"+p.lang.String()+".html", []byte(b.String()))
}

// embedded is a part of a page as it stands inside another one: without ids and what leads to
// them, code without the row above it, its headings a level lower, its links from a page that root
// leads to the root of the language's pages from.
func embedded(html, root string) string {
	html = idPattern.ReplaceAllString(html, "")
	html = selfPattern.ReplaceAllString(html, "$1$2")
	html = headPattern.ReplaceAllString(html, "")
	html = herePattern.ReplaceAllString(html, `<span class="sure">$1</span>`)
	return strings.NewReplacer("<h2", "<h3", "</h2", "</h3", "<h3", "<h4", "</h3", "</h4", `href="../../`, `href="`+root).Replace(html)
}

var (
	idPattern   = regexp.MustCompile(` id="[^"]*"`)
	selfPattern = regexp.MustCompile(`(<h[23]>)<a href="#[^"]*">(.*)</a>`)
	headPattern = regexp.MustCompile(`<p class="head">[^<]*</p>`)
	herePattern = regexp.MustCompile(`<a class="sure" href="#[^"]*">([^<]*)</a>`)
)

// A tag is a label of a verdict.
type tag struct{ ID, Text string }

// A verdict is what the head of a code's page says.
type verdict struct {
	Number, Title, Status string
	Coded                 bool // the number is a code, not a status
	Actor                 tag
	Retry                 string
}

// RetryHTML is Retry for a page.
func (v verdict) RetryHTML() template.HTML { return inline(v.Retry) }

func (p *pages) verdict(r *page.Record) verdict {
	t := r.Text[p.lang]
	retry := t.Retry
	if retry == "" {
		retry = p.word("retry", string(r.Retry))
	}
	actor := string(r.Actors[0])
	return verdict{p.short(r), t.Title, p.status(r), r.Code != "", tag{actor, p.word("acts", actor)}, retry}
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
			groups = append(groups, group{ID: "steps-" + strconv.Itoa(len(groups)+1), Heading: heading})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, item{Text: r.Filled(s)})
	}
	return groups
}

// causes are grouped by direction where it matters.
func (p *pages) causes(r *page.Record, t *page.Text, list *labels) []group {
	directed := slices.ContainsFunc(r.Causes, func(c page.Cause) bool { return c.Direction != "" })
	var groups []group
	for _, direction := range []entry.Direction{entry.ToCloud, entry.FromCloud, ""} {
		var g group
		for _, c := range r.Causes {
			if c.Direction == direction {
				text := t.Causes[c.ID]
				g.Items = append(g.Items, item{text.Text, list.add(c.Evidence), text.Check, text.Fix})
			}
		}
		if len(g.Items) == 0 {
			continue
		}
		if direction == "" {
			direction = "either"
		}
		if directed {
			g.ID, g.Heading = "causes-"+string(direction), p.word("case", string(direction))
		}
		groups = append(groups, g)
	}
	return groups
}

// laidOut is a response with its body laid out for reading.
func laidOut(response string) string {
	head, body, ok := strings.Cut(response, "\n\n")
	if !ok {
		head, body = "", response
	}
	var b bytes.Buffer
	if json.Indent(&b, []byte(strings.TrimSpace(body)), "", "  ") == nil {
		body = b.String()
	}
	return strings.TrimSpace(head + "\n\n" + body)
}
