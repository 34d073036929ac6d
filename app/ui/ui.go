// Package ui is the tool's live half: it reads the page's box and draws the explanation of
// what is in it. It is the only importer of go-app.
//
// The page around it is static: header, box, buttons and table are plain HTML, so nothing
// that a person typed is ever replaced: go-app does not hydrate but replaces what it finds,
// and would lose text, selection, focus and undo. go-app draws into one element, the report,
// whose prerendered form Prerender returns. What go-app wants beyond that (the body, the
// clicks on links, the visitor's storage) it does not get: see run_js.go and web/start.js.
// What concerns the box goes to the page as events: what to mark (web/marks.js), what to
// share (web/share.js).
package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// Ids of the page's elements that the tool works with.
const (
	boxID    = "text"   // the text area
	reportID = "report" // the element that the tool draws into
)

// word is a text of the tool, with count in its slot {count} or {code}.
func word(lang catalog.Lang, id, value string) string {
	text := catalog.Word("ui", id, lang)
	return strings.NewReplacer("{count}", value, "{code}", value).Replace(text)
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
	lang   catalog.Lang
	root   string // leads to the root of the language's pages
	empty  bool   // there is no text
	report explain.Report
	found  []*catalog.Entry // what the reference has on a text without a response
	most   int              // cards to draw
	more   app.EventHandler // draws more

	copied   explain.Audience // whom the last copied reply is for
	unmasked bool             // replies have personal data
	copy     func(explain.Audience) app.EventHandler
	unmask   app.EventHandler
	share    app.EventHandler
}

// draw draws the explanation of a text.
func (v *view) draw() app.UI {
	lang, r := v.lang, v.report
	state := "found"
	if v.empty {
		state = "empty" // web/provisional.js stays until something is drawn
	}
	section := app.Section().Class("report").DataSet("state", state).Aria("label", word(lang, "report", ""))
	switch {
	case v.empty:
		return section.Body(hint(lang, "empty")...)
	case len(v.found) > 0:
		return section.Body(v.results()...)
	case len(r.Responses) == 0:
		return section.Body(hint(lang, "nothing")...)
	}
	children := []app.UI{summary(lang, r), v.replies()}
	title := func(parts ...app.UI) app.UI { return app.H2().Body(parts...) }
	if len(r.Responses) > 1 {
		title = func(parts ...app.UI) app.UI { return app.H3().Body(parts...) }
	}
	for _, cause := range r.Diagnosis.Causes {
		if cause.ID != "same" {
			children = append(children, app.P().Class("note").DataSet("id", cause.ID).Body(sentence(cause.Parts)...))
		}
	}
	first, rest := r.Diagnosis.Repeats()
	cards, left := 0, 0
	for i := range r.Responses {
		resp := &r.Responses[i]
		if cards >= v.most {
			left += max(len(resp.Errors), 1)
			continue
		}
		if len(r.Responses) > 1 {
			children = append(children, app.H2().Class("response").Text(heading(lang, i, resp)))
		}
		children = append(children, notes(resp)...)
		if resp.Verdict != nil {
			children = append(children, card(lang, v.root, cardID(i, -1), statusOf(resp), "about-status", resp.Verdict, nil, title))
			cards++
		}
		for j := range resp.Errors {
			at := [2]int{i, j}
			switch {
			case rest[at]:
			case cards >= v.most:
				left++
			default:
				children = append(children, card(lang, v.root, cardID(i, j), resp.Errors[j].Code, "about-code", &resp.Errors[j].Verdict, first[at], title))
				cards++
			}
		}
		if m := mended(lang, resp); m != "" {
			children = append(children, app.P().Class("mended").Text(m))
		}
	}
	if left > 0 {
		children = append(children, app.Button().Type("button").ID("more").Text(word(lang, "rest", strconv.Itoa(min(left, maxCards)))).OnClick(v.more))
	}
	return section.Body(children...)
}

// maxFound is how many entries a search shows.
const maxFound = 8

// results draws what the reference has on a few words.
func (v *view) results() []app.UI {
	children := []app.UI{app.P().Class("sum").Role("status").Body(app.Strong().Text(word(v.lang, "found", strconv.Itoa(len(v.found)))))}
	for _, e := range v.found[:min(len(v.found), maxFound)] {
		verdict := explain.Entry(e, v.lang)
		code, about := e.Code, "about-code"
		if code == "" {
			code, about = strconv.Itoa(e.Status), "about-status"
		}
		children = append(children, card(v.lang, v.root, "", code, about, &verdict, nil, func(parts ...app.UI) app.UI { return app.H2().Body(parts...) }))
	}
	return children
}

// replies are the buttons that copy a message about the errors.
func (v *view) replies() app.UI {
	parts := []app.UI{app.Span().Text(word(v.lang, "copy", ""))}
	for _, to := range explain.Audiences {
		text := word(v.lang, "copy-"+string(to), "")
		if to == v.copied {
			text = word(v.lang, "copied", "")
		}
		parts = append(parts, app.Button().Type("button").DataSet("to", string(to)).Text(text).OnClick(v.copy(to), app.EventScope(string(to))))
	}
	parts = append(parts, app.Button().Type("button").DataSet("to", "link").Text(word(v.lang, "link", "")).OnClick(v.share))
	for i := range v.report.Responses {
		if len(v.report.Responses[i].Personal) > 0 {
			parts = append(parts, app.Label().Body(app.Input().Type("checkbox").ID("unmask").Checked(v.unmasked).OnChange(v.unmask), app.Text(word(v.lang, "unmask", ""))))
			break
		}
	}
	return app.Div().Class("replies").Body(parts...)
}

// cardID names the card of an error, or of a response that has none: 0.1, 0.
func cardID(response, err int) string {
	id := strconv.Itoa(response)
	if err >= 0 {
		id += "." + strconv.Itoa(err)
	}
	return id
}

// mended says what was mended to read a response, "" if nothing was.
func mended(lang catalog.Lang, r *explain.Response) string {
	var list []string
	said := map[string]bool{"truncated": true} // a note says it
	for _, m := range r.Repairs {
		if text := catalog.Word("repair", m.ID, lang); !said[m.ID] && text != "" {
			list = append(list, text)
		}
		said[m.ID] = true
	}
	if list == nil {
		return ""
	}
	return word(lang, "mended", strings.Join(list, ", "))
}

// hint says what the tool reads, under a heading.
func hint(lang catalog.Lang, id string) []app.UI {
	var items []app.UI
	for _, item := range []string{"reads-body", "reads-http", "reads-log", "reads-message"} {
		items = append(items, app.Li().Text(word(lang, item, "")))
	}
	return []app.UI{
		app.P().Class("sum").Role("status").Body(app.Strong().Text(word(lang, id, ""))),
		app.Div().Class("hint").Body(
			app.P().Text(word(lang, id+"-hint", "")),
			app.P().Text(word(lang, "reads", "")),
			app.Ul().Body(items...),
		),
	}
}

// summary says how much there is, and who answered whom if it is the same throughout.
func summary(lang catalog.Lang, r explain.Report) app.UI {
	errors := 0
	direction := r.Responses[0].Direction
	for _, resp := range r.Responses {
		errors += max(len(resp.Errors), 1)
		if resp.Direction != direction {
			direction = ""
		}
	}
	count := counted(lang, "errors", errors)
	if len(r.Responses) > 1 {
		count = counted(lang, "responses", len(r.Responses))
	}
	sum := app.P().Class("sum").Role("status")
	parts := []app.UI{app.Strong().Text(count)}
	if direction != "" {
		parts = append(parts, app.Span().Text(catalog.Word("direction", string(direction), lang)))
	}
	return sum.Body(parts...)
}

// heading names one response of several.
func heading(lang catalog.Lang, i int, r *explain.Response) string {
	text := word(lang, "response", strconv.Itoa(i+1))
	if status := statusOf(r); status != "" {
		text += ", HTTP " + status
	}
	return text
}

// notes draws what is to be said of a response beyond its errors.
func notes(r *explain.Response) []app.UI {
	var list []app.UI
	said := map[string]bool{}
	for _, n := range r.Notes {
		if !said[n.Text] {
			list = append(list, app.P().Class("note").DataSet("id", n.ID).Body(sentence(n.Parts)...))
		}
		said[n.Text] = true
	}
	return list
}

// statusOf is the HTTP status of a response, "" if the text shows none.
func statusOf(r *explain.Response) string {
	if r.Status == nil {
		return ""
	}
	return strconv.Itoa(*r.Status)
}

// card draws a verdict: who acts and whether to repeat, what happened, what to do. cause is
// what the error has in common with others that get no card, nil if nothing.
func card(lang catalog.Lang, root, id, code, about string, v *explain.Verdict, cause *explain.Cause, title func(...app.UI) app.UI) app.UI {
	head := []app.UI{}
	if code != "" {
		head = append(head, app.Span().Class("code").Text(code), app.Text(" "))
	}
	steps := make([]app.UI, len(v.Steps))
	for i, s := range v.Steps {
		steps[i] = app.Li().Body(sentence(s)...)
	}
	tags := []app.UI{
		app.Span().Class("tag " + string(v.Actor)).Text(catalog.Word("acts", string(v.Actor), lang)),
		app.Span().Class("tag plain").Text(v.RetryText()),
	}
	if cause != nil {
		tags = append(tags, app.Span().Class("tag plain").Body(sentence(cause.Parts)...))
	}
	children := []app.UI{
		app.Div().Class("verdict").Body(tags...),
		title(append(head, sentence(v.Sentence)...)...),
		app.P().Class("meaning").Body(sentence(v.Meaning())...),
		app.Ol().Aria("label", word(lang, "steps", "")).Body(steps...),
	}
	body := []app.UI{app.Div().Body(children...)}
	if v.Page != "" {
		name := v.Entry.Code
		if name == "" {
			name = strings.ToUpper(strings.TrimPrefix(v.Entry.Name, "http-"))
		}
		body = append(body, app.Footer().Body(app.A().Href(root+v.Page).Text(word(lang, about, name))))
	}
	return app.Article().Class("card").DataSet("code", code).DataSet("card", id).Body(body...)
}

// sentence draws a sentence; values of the response stand out from names.
func sentence(parts []explain.Part) []app.UI {
	list := make([]app.UI, len(parts))
	for i, p := range parts {
		switch {
		case p.Slot != "" && p.Code:
			list[i] = app.Code().Class("value").Text(p.Text)
		case p.Code:
			list[i] = app.Code().Text(p.Text)
		default:
			list[i] = app.Text(p.Text)
		}
	}
	return list
}
