package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// A card is a verdict to be drawn: who acts and whether to repeat, what happened, what to
// do; the rest unfolds.
type card struct {
	id      string
	code    string // of the error; an HTTP status where there is none
	verdict *explain.Verdict
	tags    []string // more than who acts and whether to repeat
	notes   []explain.Note
	clues   [][]explain.Part
	placed  bool // the text has places of it
}

// task draws the card of a task.
func (v *view) task(t *explain.Task) app.UI {
	c := card{id: taskID(t), code: t.Code, verdict: &t.Verdict, notes: t.Notes, clues: t.Clues, placed: true}
	r := &v.report.Responses[t.Response]
	if t.Errors == nil {
		c.code = statusOf(r)
	}
	if len(v.report.Responses) > 1 {
		where := word(v.lang, "response", strconv.Itoa(t.Response+1))
		if status := statusOf(r); status != "" {
			where += ", HTTP " + status
		}
		c.tags = append(c.tags, where)
	}
	if count := t.CountText(); count != "" {
		c.tags = append(c.tags, count)
	}
	return v.card(c)
}

// statusOf is the HTTP status of a response, "" if the text shows none.
func statusOf(r *explain.Response) string {
	if r.Status == nil {
		return ""
	}
	return strconv.Itoa(*r.Status)
}

func (v *view) card(c card) app.UI {
	tags := []app.UI{
		app.Elem("span").Class("tag " + string(c.verdict.Actor)).Text(catalog.Word("acts", string(c.verdict.Actor), v.lang)), app.Text(" "),
		app.Elem("span").Class("tag plain").Text(c.verdict.RetryText()),
	}
	for _, tag := range c.tags {
		tags = append(tags, app.Text(" "), app.Elem("span").Class("tag plain").Text(tag))
	}
	var title []app.UI
	if c.code != "" {
		title = append(title, app.Elem("span").Class("code").Text(c.code), app.Text(" "))
	}
	body := []app.UI{
		app.Elem("p").Class("verdict").Body(tags...),
		app.Elem("h2").ID("title-" + c.id).Body(append(title, sentence(c.verdict.Sentence)...)...),
	}
	for _, n := range c.notes {
		body = append(body, app.Elem("p").Class("note").DataSet("id", n.ID).Body(sentence(n.Parts)...))
	}
	if c.clues != nil {
		body = append(body,
			app.Elem("p").Class("sub").Body(app.Text(word(v.lang, "clues", "")+" "), sure(v.lang, "inferred")),
			app.Elem("ul").Class("clues").Body(items(c.clues)...))
	}
	body = append(body, v.steps(c.verdict.Steps)...)
	parts := []app.UI{app.Elem("div").Body(body...), v.foot(c)}
	if v.open[c.id] {
		parts = append(parts, v.more(c))
	}
	return app.Elem("article").Class("card").DataSet("code", c.code).DataSet("card", c.id).TabIndex(-1).Aria("labelledby", "title-"+c.id).Body(parts...)
}

// foot draws what a card leads to.
func (v *view) foot(c card) app.UI {
	about := func(do string) app.HTMLElem { // of which card, for those who hear it alone
		text := word(v.lang, do, "")
		return button(do, text).Aria("label", text+": "+c.code)
	}
	parts := []app.UI{about("unfold").Aria("expanded", strconv.FormatBool(v.open[c.id]))}
	if c.placed {
		parts = append(parts, about("show"))
	}
	if c.clues != nil {
		do := "copy-" + string(explain.Unknown)
		parts = append(parts, button(do, word(v.lang, do, "")))
	}
	if e := c.verdict.Entry; c.verdict.Page != "" {
		name, about := e.Code, "about-code"
		if name == "" {
			name, about = strings.TrimPrefix(e.Name, "http-"), "about-status"
		}
		parts = append(parts, app.Elem("a").Attr("href", v.root+c.verdict.Page).Text(word(v.lang, about, name)))
	}
	return app.Elem("footer").Body(parts...)
}

// more draws what a card unfolds: what the code means, why it appears, a sample, and where
// each statement comes from.
func (v *view) more(c card) app.UI {
	e := c.verdict.Entry
	text := &e.Text[v.lang]
	said := func(parts []explain.Part, by catalog.Evidence) []app.UI {
		return append(sentence(parts), app.Text(" "), sure(v.lang, by.Sure))
	}
	heading := func(id string) app.UI { return app.Elem("h3").Text(catalog.Word("page", id, v.lang)) }
	parts := []app.UI{
		heading("what"),
		app.Elem("p").Body(said(c.verdict.Meaning(), e.Meaning)...),
		heading("causes"),
	}
	used := []catalog.Evidence{e.Meaning}
	var causes []app.UI
	for i, cause := range text.Causes {
		causes = append(causes, app.Elem("li").Body(said(explain.Parts(cause), e.Causes[i].Evidence)...))
		used = append(used, e.Causes[i].Evidence)
	}
	parts = append(parts, app.Elem("ul").Body(causes...))
	if e.Sample != "" {
		parts = append(parts, heading("sample"), app.Elem("pre").TabIndex(0).Body(app.Elem("code").Text(strings.TrimSpace(e.Sample))))
	}
	var sources []app.UI
	told := map[string]bool{}
	for _, by := range used {
		if s, ok := catalog.Sources(by.Source); ok && !told[s.ID] {
			told[s.ID] = true
			years := strings.ReplaceAll(catalog.Word("page", "source-years", v.lang), "{years}", s.Years)
			sources = append(sources, app.Elem("li").Text(s.Title[v.lang]+", "+years+": "+s.Where))
		}
	}
	if sources != nil {
		parts = append(parts, heading("sources"), app.Elem("ul").Class("sources").Body(sources...))
	}
	return app.Elem("div").Class("more").Body(parts...)
}

// sure labels how sure a statement is.
func sure(lang catalog.Lang, id string) app.UI {
	return app.Elem("span").Class("sure").Text(catalog.Word("sure", id, lang))
}

// steps draws what to do, case by case.
func (v *view) steps(list []explain.Step) (children []app.UI) {
	for i := 0; i < len(list); {
		if lead := list[i].Lead; lead != nil {
			children = append(children, app.Elem("p").Class("case").Body(sentence(lead)...))
		}
		var lines [][]explain.Part
		for lines == nil || i < len(list) && list[i].Lead == nil {
			lines = append(lines, list[i].Parts)
			i++
		}
		children = append(children, app.Elem("ol").Aria("label", word(v.lang, "steps", "")).Body(items(lines)...))
	}
	return children
}

func items(lines [][]explain.Part) []app.UI {
	list := make([]app.UI, len(lines))
	for i, line := range lines {
		list[i] = app.Elem("li").Body(sentence(line)...)
	}
	return list
}

// sentence draws a sentence; values of the response stand out from names.
func sentence(parts []explain.Part) []app.UI {
	list := make([]app.UI, len(parts), len(parts)+2)
	for i, p := range parts {
		switch {
		case p.Slot != "" && p.Code:
			list[i] = app.Elem("code").Class("value").Text(p.Text)
		case p.Code:
			list[i] = app.Elem("code").Text(p.Text)
		default:
			list[i] = app.Text(p.Text)
		}
	}
	return list
}
