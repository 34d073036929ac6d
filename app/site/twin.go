package site

import (
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// A twin is a page as programs read it: Markdown without labels, anchors and HTML. It is made
// of the Markdown that the page is made of.
type twin struct {
	Path     string // of the page below its language
	Title    string
	Facts    string // a line below the title
	Text     string
	See      []link
	Evidence []page.Evidence
}

// twinName is where the twin of a page is: errors/2003/ has errors/2003.md, a language's first
// page index.md.
func twinName(path string) string {
	if path == "" || path == entry.English.Prefix() {
		return path + "index.md"
	}
	return strings.TrimSuffix(path, "/") + ".md"
}

// twin publishes the twin of a page. Pages come after their twins, to which they lead.
func (p *pages) twin(t twin) error {
	here := p.lang.Prefix() + t.Path
	var a article
	var labels []string
	for _, e := range t.Evidence {
		labels = append(labels, "("+p.sureOf(&a, e)+")")
	}
	t.Text = prose(t.Text, func(line string) string {
		line = headingPattern.ReplaceAllString(line, "$1")
		line = linkPattern.ReplaceAllStringFunc(line, func(l string) string {
			m := linkPattern.FindStringSubmatch(l)
			if href := twinHref(here, m[2]); href != "" {
				return "[" + m[1] + "](" + href + ")"
			}
			return m[1]
		})
		return labelPattern.ReplaceAllStringFunc(line, func(label string) string {
			if i, err := strconv.Atoi(label[1 : len(label)-1]); err == nil && i < len(labels) {
				return labels[i]
			}
			return label
		})
	})
	for i := range t.See {
		t.See[i].Href = twinHref(here, t.See[i].Href)
	}
	for _, s := range a.Sources {
		for i, place := range s.Places {
			if strings.Contains(place, "#/") {
				s.Places[i] = "`" + place + "`"
			}
		}
	}
	other := entry.Langs[1-p.lang]
	md, err := p.markdown("twin.md", struct {
		twin
		Sources                      []source
		Date, Page, Other, OtherText string
	}{
		t, a.Sources, p.date(p.in.Date), between(here, here),
		between(here, twinName(other.Prefix()+t.Path)), p.in.Docs.SiteWords["machines"]["open"][other],
	})
	p.tree[twinName(here)] = []byte(prose(md, func(line string) string { return strings.ReplaceAll(line, "\u00a0", " ") }))
	return err
}

// sureOf says how sure a statement is, and cites its source among those of the article.
func (p *pages) sureOf(a *article, e page.Evidence) string {
	sure := p.word("sure", e.Sure)
	switch e.Sure {
	case page.Documented:
		p.cite(a, e)
		for i, s := range a.Sources {
			if s.ID == e.Source {
				return sure + ", " + fill(p.word("machines", "source"), "n", strconv.Itoa(i+1))
			}
		}
	case page.Observed:
		seen := fill(p.word("machines", "seen"), "form", e.Seen.Form[p.lang])
		return sure + ": " + fill(fill(seen, "projects", strconv.Itoa(e.Seen.Projects)), "years", e.Seen.Years)
	}
	return sure
}

var (
	itemPattern    = regexp.MustCompile(`^\d+\. `)
	labelPattern   = regexp.MustCompile(`\{\d+\}`)
	headingPattern = regexp.MustCompile(`^(#+ .*?) \{#[^}]*\}$`)
	linkPattern    = regexp.MustCompile(`\[([^\]]*)\]\(([^)\s]*)\)`)
)

// prose changes the lines of a text that are no code. It takes away blank lines beyond the
// first and numbers the items of lists, for which Markdown needs no more than a 1.
func prose(markdown string, change func(line string) string) string {
	var out []string
	fenced, item := false, 0
	for _, line := range strings.Split(strings.TrimSpace(markdown), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		} else if !fenced {
			line = strings.TrimRight(change(line), " ")
			if line == "" && out[len(out)-1] == "" {
				continue
			}
			if text := itemPattern.ReplaceAllString(line, ""); text != line {
				item++
				line = strconv.Itoa(item) + ". " + text
			} else {
				item = 0
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n") + "\n"
}

// twinHref is where a link of the page here leads from the page's twin: to the twin of what it
// led to; "" for a place in the page itself, since twins have no anchors.
func twinHref(here, href string) string {
	to, _, _ := strings.Cut(href, "#")
	if to == "" || strings.Contains(to, "://") {
		return to
	}
	target := strings.TrimPrefix(path.Join("/", here, to), "/")
	if strings.HasSuffix(to, "/") {
		if target != "" {
			target += "/"
		}
		if !strings.Contains("/"+target, "/embed/") { // those are no pages for reading
			target = twinName(target)
		}
	}
	return between(here, target)
}

// between is the way from the twin of a page to a path.
func between(page, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(path.Dir(twinName(page))), filepath.FromSlash(to))
	if err != nil {
		panic(err) // both begin at the root of the site
	}
	if rel = filepath.ToSlash(rel); to == "" || strings.HasSuffix(to, "/") {
		rel += "/"
	}
	return rel
}

// facts is what the head of a record's page says, on a line.
func (p *pages) facts(r *page.Record) string {
	v := p.verdict(r)
	list := []string{v.Actor.Text, v.Retry}
	if r.Status != 0 {
		list = append([]string{"HTTP " + v.Status}, list...)
	}
	return strings.Join(list, " · ")
}

// toolTwin is the twin of the tool's page: what the tool does and the table below it.
func (p *pages) toolTwin() error {
	table, err := p.tableText("errors/", "webhook")
	if err != nil {
		return err
	}
	text := p.word("tool", "description") + "\n\n## " + p.word("page", "webhook-table") + "\n\n" + table
	return p.twin(twin{Title: p.word("site", "name"), Text: text})
}

// codesTwin is the twin of the page with the tables of all codes.
func (p *pages) codesTwin() error {
	var text strings.Builder
	text.WriteString(p.word("page", "codes-lead") + "\n")
	for _, part := range []struct{ family, heading, lead string }{
		{"webhook", "webhook-table", ""}, {"api", "api-table", "api-lead"},
	} {
		table, err := p.tableText("", part.family)
		if err != nil {
			return err
		}
		text.WriteString("\n## " + p.word("page", part.heading) + "\n\n" + p.word("page", part.lead) + "\n\n" + table)
	}
	text.WriteString("\n## " + p.word("page", "page-table") + "\n\n" + p.word("page", "other-lead") + "\n\n")
	for _, r := range p.family("page") {
		text.WriteString("- [" + p.short(r) + "](" + r.Name + "/): " + r.Text[p.lang].Meaning + "\n")
	}
	return p.twin(twin{Path: "errors/", Title: p.word("page", "codes-title"), Text: text.String()})
}
