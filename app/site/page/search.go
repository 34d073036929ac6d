package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/search"
)

// Index is the search's index of the pages of a language, and of the sections of its guides.
// What they are called they are called in both languages.
func (d *Docs) Index(lang entry.Lang) *search.Index {
	var list []search.Doc
	for _, r := range d.Records {
		if r.Family != "general" { // no page
			list = append(list, r.found(lang, d.SiteWords["status"][strconv.Itoa(r.Status)]))
		}
	}
	for _, g := range d.Guides {
		list = append(list, g.found(lang)...)
	}
	return search.New(list)
}

// found is a record for the search; status is what its status is called.
func (r *Record) found(lang entry.Lang, status entry.Both) search.Doc {
	t, other := r.Text[lang], r.Text[1-lang]
	doc := search.Doc{Path: "errors/" + r.Name + "/", Title: t.Title, Label: r.Code}
	doc.Names = []string{other.Title}
	if number, ok := strings.CutPrefix(r.Name, "http-"); ok {
		doc.Label, doc.Names = number, append(doc.Names, status[:]...)
	} else if r.Status != 0 {
		doc.Status = strconv.Itoa(r.Status)
	}
	if doc.Label != "" && doc.Label[0] <= '9' {
		doc.Codes = []string{doc.Label}
	}
	doc.Phrases = append(slices.Clone(r.Keywords), r.Reasons...)
	text := []string{t.Meaning, other.Meaning}
	for _, lines := range [][]Line{t.Sentences, t.Steps} {
		for _, line := range lines {
			text = append(text, line.Text)
		}
	}
	for _, c := range r.Causes {
		cause := t.Causes[c.ID]
		text = append(text, cause.Text)
		text = append(text, fieldPattern.FindAllString(cause.Check+" "+cause.Fix, -1)...)
	}
	for _, s := range r.Samples {
		text = append(text, fieldPattern.FindAllString(s.Text, -1)...)
	}
	doc.Text = Plain(strings.Join(text, "\n"))
	return doc
}

// fieldPattern is the name of a field, an event or a header. Of samples, and of how to check and fix a
// cause, the index has names alone: all of the prose would be a quarter more.
var fieldPattern = regexp.MustCompile(`\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[a-z]+_\w+|[A-Z]\w+(?:-[A-Z]\w+)+)\b`)

// headingPattern is a heading that a link leads to: "## Токен облака {#cloud}".
var headingPattern = regexp.MustCompile(`(?m)^##+ (.+?) \{#([a-z-]+)\}$`)

func (g *Guide) found(lang entry.Lang) []search.Doc {
	t, other := g.Text[lang], g.Text[1-lang]
	path := "guide/" + g.Name + "/"
	heads := headingPattern.FindAllStringSubmatchIndex(t.Markdown, -1)
	end := func(i int) int {
		if i < len(heads) {
			return heads[i][0]
		}
		return len(t.Markdown)
	}
	titles := map[string]string{} // of the other language, by id
	for _, m := range headingPattern.FindAllStringSubmatch(other.Markdown, -1) {
		titles[m[2]] = m[1]
	}
	list := []search.Doc{{
		Path: path, Title: t.Title, Names: []string{other.Title},
		Text: Plain(t.Description + "\n" + t.Markdown[:end(0)]),
	}}
	for i, h := range heads {
		title, id := t.Markdown[h[2]:h[3]], t.Markdown[h[4]:h[5]]
		list = append(list, search.Doc{
			Path: path + "#" + id, Title: Plain(title), Of: t.Title, Names: []string{Plain(titles[id])},
			Text: Plain(id + "\n" + start(t.Markdown[h[1]:end(i+1)])),
		})
	}
	return list
}

// start is what the prose of a section begins with: all words of all guides would be half of the
// index.
func start(section string) string {
	runes := []rune(strings.TrimSpace(fencedPattern.ReplaceAllString(section, "")))
	return string(runes[:min(len(runes), 500)])
}

var fencedPattern = regexp.MustCompile("(?s)```.*?\n```")

var (
	linkPattern = regexp.MustCompile(`\[([^\]]+)\]\([^)]*\)`)
	markPattern = regexp.MustCompile("`|\\{\\d+\\}|https?://\\S+")
)

// Plain is Markdown without its marks, labels and addresses.
func Plain(markdown string) string {
	return markPattern.ReplaceAllString(linkPattern.ReplaceAllString(markdown, "$1"), "")
}
