// Package ui is the tool's live half: it reads the page's box and draws the explanation of
// what is in it. It is the only importer of go-app.
//
// The page around it is static: header, box, buttons and table are plain HTML, so nothing
// that a person typed is ever replaced: go-app does not hydrate but replaces what it finds,
// and would lose text, selection, focus and undo. go-app draws into one element, the report,
// whose prerendered form Prerender returns. What go-app wants beyond that (the body, the
// clicks on links, the visitor's storage) it does not get: see run_js.go and web/goapp.js.
// What concerns the box goes to the page as events: what to mark (web/marks.js). What needs no
// report is the page's own: it fills in the facts of an exchange, and asks for messages to pass on
// (web/share.js). Elements are made with app.Elem: each of go-app's own
// types, such as that of app.Section, brings a hundred methods into the program, 12 KB of it
// for those that are used here.
package ui

import (
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// word is a text of the tool, with count in its slot {count} or {code}.
func word(lang catalog.Lang, id, value string) string {
	text := catalog.Word("ui", id, lang)
	return strings.ReplaceAll(strings.ReplaceAll(text, "{count}", value), "{code}", value)
}

// counted is n things in words: 1 ошибка, 2 ошибки, 5 ошибок.
func counted(lang catalog.Lang, id string, n int) string {
	form := "many"
	switch {
	case lang == catalog.English && n == 1, lang == catalog.Russian && n%10 == 1 && n%100 != 11:
		form = "one"
	case lang == catalog.Russian && n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		form = "few"
	}
	return word(lang, id+"-"+form, strconv.Itoa(n))
}

// maxCards is how many cards are drawn at first, and how many more on demand.
const maxCards = 50

// A view is a report to be drawn.
type view struct {
	lang     catalog.Lang
	root     string // leads to the root of the language's pages
	empty    bool   // there is no text
	report   explain.Report
	plan     []explain.Task
	found    []*catalog.Entry // what the reference has on a text without a response
	query    string           // what the page's search looks up there: web/search.js
	unmarked int              // places of the report that are not marked in the text
	unplaced bool             // the text has no places of the report
	lines    map[string]int   // by card, that of its first place; none in a text that has one line
	facts    []map[string]string
	state
}

// state is what the person did with a report.
type state struct {
	most      int               // cards to draw
	open      map[string]bool   // cards that are unfolded
	direction catalog.Direction // who answered whom, as the person says; "" if unsaid
}

// draw draws the explanation of a text.
func (v *view) draw() *node {
	// The page says what the tool reads where there is nothing else: by this, as does what waits
	// until something is drawn.
	kind := "found"
	switch {
	case v.empty:
		kind = "empty"
	case len(v.plan) == 0 && len(v.found) == 0 && v.query == "":
		kind = "nothing"
	}
	section := element("section").Class("report").DataSet("state", kind).Aria("label", word(v.lang, "report", ""))
	switch {
	case v.empty:
		return section.Body(sum(word(v.lang, "empty", "")))
	case v.query != "":
		return section.Body(v.search()...)
	case len(v.found) > 0:
		return section.Body(v.results()...)
	case len(v.plan) == 0:
		list := []*node{sum(word(v.lang, "nothing", ""))}
		if len(v.report.Unread) > 0 {
			list = append(list, element("p").Class("note").Text(catalog.Word("note", "unread", v.lang)))
		}
		return section.Body(list...)
	}
	// The buttons that pass it on are the page's own: they show themselves by what is said here.
	section = section.DataSet("to", audiences(&v.report)).DataSet("masks", strconv.FormatBool(v.report.Masks()))
	children := []*node{v.summary()}
	if len(v.report.Responses) == 1 {
		children = append(children, v.known(0, "status", "request", "time", "request-id")...)
	}
	if v.asks() {
		children = append(children, v.who())
	}
	for i := range v.plan[:min(len(v.plan), v.most)] {
		children = append(children, v.task(&v.plan[i]))
	}
	if left := len(v.plan) - v.most; left > 0 {
		children = append(children, button("more", word(v.lang, "rest", strconv.Itoa(min(left, maxCards)))).ID("more"))
	}
	if m := v.mended(); m != nil {
		children = append(children, m)
	}
	return section.Body(children...)
}

// audiences are those that the report has a message for.
func audiences(r *explain.Report) string {
	var all []string
	for _, to := range r.Audiences() {
		all = append(all, string(to))
	}
	return strings.Join(all, " ")
}

// known is the place of the facts of a response, a line for each: what it is, and what the text
// has.
func (v *view) known(response int, kinds ...string) []*node {
	if response >= len(v.facts) {
		return nil
	}
	lines := ""
	for _, kind := range kinds {
		if fact := v.facts[response][kind]; fact != "" {
			lines += kind + " " + fact + "\n"
		}
	}
	if lines == "" {
		return nil
	}
	return []*node{element("p").Class("facts").DataSet("facts", lines)}
}

// asks reports whether the text leaves open who answered whom.
func (v *view) asks() bool {
	return v.direction != "" || slices.ContainsFunc(v.report.Responses, func(r explain.Response) bool { return !r.Certain })
}

// who lets the person say who answered whom.
func (v *view) who() *node {
	parts := []*node{element("span").Text(word(v.lang, "who", ""))}
	for _, d := range [...]catalog.Direction{catalog.ToCloud, catalog.FromCloud} {
		parts = append(parts, button("who-"+string(d), word(v.lang, "who-"+string(d), "")).Class("switch").Aria("pressed", strconv.FormatBool(v.direction == d)))
	}
	return element("div").Class("chips").Attr("role", "group").Aria("label", word(v.lang, "who", "")).Body(parts...)
}

// button is a button of the report; do says what a click on it is for.
func button(do, text string) *node {
	return element("button").Attr("type", "button").DataSet("do", do).Text(text)
}

// summary says how much there is, and who answered whom if it is the same throughout.
func (v *view) summary() *node {
	direction := v.report.Responses[0].DirectionText(v.lang)
	for i := range v.report.Responses {
		if v.report.Responses[i].DirectionText(v.lang) != direction {
			direction = ""
		}
	}
	count := counted(v.lang, "errors", v.errors())
	if n := len(v.report.Responses); n > 1 {
		count = counted(v.lang, "responses", n)
	}
	parts := []*node{element("strong").Text(count)}
	if direction != "" && (!v.unplaced || v.direction != "") {
		parts = append(parts, textNode(" "), element("span").Text(direction))
	}
	if v.unmarked > 0 {
		parts = append(parts, textNode(" "), element("span").Text(word(v.lang, "unmarked", strconv.Itoa(v.unmarked))))
	}
	parts = append(parts, textNode(" "), button("copy-ticket", word(v.lang, "copy-ticket", "")))
	if len(v.plan) > 1 {
		parts = append(parts, textNode(" "), element("span").Class("order").Text(word(v.lang, "order", "")))
	}
	return element("p").Class("sum").Body(parts...)
}

// sum says what there is.
func sum(text string) *node {
	return element("p").Class("sum").Body(element("strong").Text(text))
}

// results draws the entries of codes and statuses that are named.
func (v *view) results() []*node {
	return append([]*node{sum(word(v.lang, "found", strconv.Itoa(len(v.found))))}, v.entries()...)
}

// search draws the place that web/search.js fills with what a few words find, and below it the
// entry that the person chose there.
func (v *view) search() []*node {
	return append([]*node{element("div").DataSet("search", v.query)}, v.entries()...)
}

func (v *view) entries() (children []*node) {
	for _, e := range v.found {
		verdict := explain.Entry(e, v.lang)
		c := card{id: e.Name, code: e.Code, verdict: &verdict}
		if c.code == "" && e.Status != 0 {
			c.code = strconv.Itoa(e.Status)
		}
		children = append(children, v.card(c))
	}
	return children
}

// cardID names the card of an error, or of a response that has none: 0.1, 0.
func cardID(response, err int) string {
	id := strconv.Itoa(response)
	if err >= 0 {
		id += "." + strconv.Itoa(err)
	}
	return id
}

// taskID names the card of a task.
func taskID(t *explain.Task) string {
	if t.Errors == nil {
		return cardID(t.Response, -1)
	}
	return cardID(t.Errors[0][0], t.Errors[0][1])
}

// mended says what was mended to read the text; a click on it leads to the places.
func (v *view) mended() *node {
	count := map[string]int{}
	var order []string
	for i := range v.report.Responses {
		for _, m := range v.report.Responses[i].Repairs {
			if count[m.ID]++; count[m.ID] == 1 && m.ID != "truncated" { // a note says it
				order = append(order, m.ID)
			}
		}
	}
	if order == nil {
		return nil
	}
	parts := []*node{textNode(word(v.lang, "mended", ""))}
	for _, id := range order {
		text := catalog.Word("repair", id, v.lang)
		if n := count[id]; n > 1 {
			text += " ×" + strconv.Itoa(n)
		}
		parts = append(parts, textNode(" "), button("mend", text).DataSet("mend", id))
	}
	return element("p").Class("mended").Body(parts...)
}
