package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// A card is a verdict to be drawn: who acts and whether to repeat, what happened, what to
// do; the rest unfolds.
type card struct {
	id      string
	code    string   // of the error; an HTTP status where there is none
	groups  []string // of the overview that it is of
	verdict *explain.Verdict
	tags    []string // more than who acts and whether to repeat
	notes   []explain.Note
	clues   [][]explain.Part
	placed  bool // the text has places of it
	facts   []*node
}

// task draws the card of a task.
func (v *view) task(t *explain.Task) *node {
	c := card{id: taskID(t), code: t.Code, verdict: &t.Verdict, notes: t.Notes, clues: t.Clues, placed: !v.unplaced}
	if v.unplaced {
		c.clues = c.clues[:0] // they are of a response, and there is none
	}
	r := &v.report.Responses[t.Response]
	if t.Errors == nil {
		c.code, c.groups = statusOf(r), []string{groupOf(r, "")}
	}
	for _, e := range t.Errors {
		of := &v.report.Responses[e[0]]
		if g := groupOf(of, of.Errors[e[1]].Code); !slices.Contains(c.groups, g) {
			c.groups = append(c.groups, g)
		}
	}
	if len(v.report.Responses) > 1 {
		where := word(v.lang, "response", strconv.Itoa(t.Response+1))
		if status := statusOf(r); status != "" {
			where += ", HTTP " + status
		}
		c.tags = append(c.tags, where)
		c.facts = v.known(t.Response, "request", "time", "request-id") // its status is a tag
	}
	if count := t.CountText(); count != "" {
		c.tags = append(c.tags, count)
	}
	return v.card(c)
}

// groupOf is how web/files.js names the group of the overview that an error of a response is in.
func groupOf(r *explain.Response, code string) string {
	return cmp.Or(statusOf(r), "0") + " " + cmp.Or(code, string(r.Kind))
}

// statusOf is the HTTP status of a response, "" if the text shows none.
func statusOf(r *explain.Response) string {
	if r.Status == nil {
		return ""
	}
	return strconv.Itoa(*r.Status)
}

func (v *view) card(c card) *node {
	tags := []*node{
		element("span").Class("tag " + string(c.verdict.Actor)).Text(catalog.Word("acts", string(c.verdict.Actor), v.lang)), textNode(" "),
		element("span").Class("tag plain").Body(sentence(explain.Parts(c.verdict.RetryText()))...),
	}
	for _, tag := range c.tags {
		tags = append(tags, textNode(" "), element("span").Class("tag plain").Text(tag))
	}
	var title []*node
	if c.code != "" && c.clues == nil { // the sentence on an unknown one has it
		title = append(title, element("span").Class("code").Text(c.code), textNode(" "))
	}
	body := append([]*node{element("p").Class("verdict").Body(tags...)}, c.facts...)
	body = append(body, element("h2").ID("title-"+c.id).Body(append(title, sentence(c.verdict.Sentence)...)...))
	for _, n := range c.notes {
		body = append(body, element("p").Class("note").DataSet("id", n.ID).Body(sentence(n.Parts)...))
	}
	if len(c.clues) > 0 {
		body = append(body,
			element("p").Class("sub").Body(textNode(word(v.lang, "clues", "")+" "), element("span").Class("sure").Text(catalog.Word("sure", "inferred", v.lang))),
			element("ul").Class("clues").Body(items(c.clues)...))
	}
	body = append(body, v.steps(c.verdict.Steps)...)
	if other := c.verdict.Otherwise; other != nil {
		body = append(body, element("details").Class("otherwise").Body(
			element("summary").Body(sentence(other[0].Lead)...),
			element("ol").Aria("label", word(v.lang, "steps", "")).Body(items(told(other))...)))
	}
	parts := []*node{element("div").Body(body...), v.foot(c)}
	if v.open[c.id] {
		parts = append(parts, more(c.verdict.About()))
	}
	return element("article").Class("card").DataSet("code", c.code).DataSet("groups", strings.Join(c.groups, "\n")).DataSet("card", c.id).Attr("tabindex", "-1").Aria("labelledby", "title-"+c.id).Body(parts...)
}

// foot draws what a card leads to.
func (v *view) foot(c card) *node {
	about := func(do, text string) *node { // of which card, for those who hear it alone
		return button(do, text).Aria("label", text+": "+cmp.Or(c.code, c.verdict.Title))
	}
	parts := []*node{about("unfold", word(v.lang, "unfold", "")).Aria("expanded", strconv.FormatBool(v.open[c.id]))}
	if c.placed {
		name := "show"
		if v.lines[c.id] > 0 {
			name = "show-line"
		}
		parts = append(parts, about("show", word(v.lang, name, strconv.Itoa(v.lines[c.id]))))
	}
	if c.clues != nil {
		do := "copy-" + string(explain.Unknown)
		parts = append(parts, button(do, word(v.lang, do, "")))
	}
	e := c.verdict.About()
	if page := e.Page(); page != "" {
		name, about := e.Code, "about-code"
		switch {
		case name == "" && e.Status != 0:
			name, about = strings.TrimPrefix(e.Name, "http-"), "about-status"
		case name == "":
			about = "more"
		}
		parts = append(parts, element("a").Attr("href", v.root+page).Text(word(v.lang, about, name)))
	}
	return element("footer").Body(parts...)
}

// more is what a card unfolds: web/details.js fills it from the file that says for each entry
// what its page does.
func more(e *catalog.Entry) *node { return element("div").Class("more").DataSet("entry", e.Name) }

// steps draws what to do, case by case.
func (v *view) steps(list []explain.Step) (children []*node) {
	for i := 0; i < len(list); {
		if lead := list[i].Lead; lead != nil {
			children = append(children, element("p").Class("case").Body(sentence(lead)...))
		}
		var lines [][]explain.Part
		for lines == nil || i < len(list) && list[i].Lead == nil {
			lines = append(lines, list[i].Parts)
			i++
		}
		children = append(children, element("ol").Aria("label", word(v.lang, "steps", "")).Body(items(lines)...))
	}
	return children
}

// told is what steps say.
func told(steps []explain.Step) [][]explain.Part {
	list := make([][]explain.Part, len(steps))
	for i, s := range steps {
		list[i] = s.Parts
	}
	return list
}

func items(lines [][]explain.Part) []*node {
	list := make([]*node, len(lines))
	for i, line := range lines {
		list[i] = element("li").Body(sentence(line)...)
	}
	return list
}

// sentence draws a sentence; values of the response stand out from names.
func sentence(parts []explain.Part) []*node {
	list := make([]*node, len(parts), len(parts)+2)
	for i, p := range parts {
		switch {
		case p.Slot != "" && p.Code:
			list[i] = element("code").Class("value").Text(p.Text)
		case p.Code:
			list[i] = element("code").Text(p.Text)
		default:
			list[i] = textNode(p.Text)
		}
	}
	return list
}
