package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// Ids of the page's elements that the tool works with.
const (
	boxID    = "text"   // the text area
	reportID = "report" // the element that the tool draws into
)

// tool is the component that the page's report is.
type tool struct {
	app.Compo

	lang     catalog.Lang
	root     string // leads to the root of the language's pages
	text     string
	report   explain.Report
	plan     []explain.Task
	found    []*catalog.Entry
	query    string
	unmarked int // places of the report that are not marked in the text
	lines    map[string]int
	codes    string // of the report: as long as they are the same, the answer is
	facts    []map[string]string
	state

	closers []func()
}

// OnMount follows the box from now on, and reads what is in it already.
func (t *tool) OnMount(ctx app.Context) {
	send("tool:ready", "")
	box := app.Window().GetElementByID(boxID)
	document := app.Window().Get("document")
	follow := func(target app.Value, event string, do func(detail app.Value)) {
		f := app.FuncOf(func(_ app.Value, args []app.Value) any {
			ctx.Dispatch(func(app.Context) { do(args[0].Get("detail")) })
			return nil
		})
		target.Call("addEventListener", event, f)
		t.closers = append(t.closers, func() {
			target.Call("removeEventListener", event, f)
			f.Release()
		})
	}
	follow(box, "input", func(app.Value) {
		if box.Get("dataset").Get("typing").IsUndefined() { // else it comes when the hand rests
			t.read(box.Get("value").String())
		}
	})
	follow(document, "box:coming", func(detail app.Value) { t.read(detail.String()) })
	follow(document, "tool:open", func(detail app.Value) {
		if e, ok := catalog.ByName(detail.String()); ok && t.query != "" {
			t.found = []*catalog.Entry{e}
		}
	})
	app.Window().Set("evotorMessage", app.FuncOf(func(_ app.Value, args []app.Value) any {
		return t.message(args[0].String(), args[1])
	}))
	t.read(box.Get("value").String())
}

// OnDismount lets go of the box.
func (t *tool) OnDismount() {
	for _, f := range t.closers {
		f()
	}
}

// read explains a text that is in the box, or about to be.
func (t *tool) read(text string) {
	if text == t.text {
		places, _, _ := marks(text, t.report, t.plan)
		send("tool:marks", places) // it may be there only now
		return
	}
	before := t.codes
	t.text = text
	given := t.take()
	send("tool:reading", "") // should the page die over it
	t.explain()
	if !given && (t.codes == "" || t.codes != before) { // what was chosen was for another answer
		said := t.direction
		t.state = state{most: maxCards, open: map[string]bool{}}
		if said != "" {
			t.explain()
		}
	}
	send("tool:chosen", t.chosen())
	t.found, t.query = nil, ""
	if q := strings.TrimSpace(text); q != "" && len(t.plan) == 0 && isQuery(text) && !strings.Contains(q, "\n") {
		if t.found = catalog.Named(q); t.found == nil {
			t.query = q
		}
	}
	send("tool:codes", t.codes)
}

// take takes over what was chosen of this text before a reload, or by whoever made a link to it: the
// page has it ready.
func (t *tool) take() bool {
	data := app.Window().GetElementByID(reportID).Get("dataset")
	given := data.Get("chosen")
	if !given.Truthy() {
		return false
	}
	data.Set("chosen", "")
	direction, cards, _ := strings.Cut(given.String(), " ")
	t.state = state{most: maxCards, open: map[string]bool{}, direction: catalog.Direction(direction)}
	for _, id := range strings.Fields(cards) {
		t.open[id] = true
	}
	return true
}

// chosen is what the person chose of the answer: who gave it, and which cards are unfolded.
func (t *tool) chosen() string {
	s := string(t.direction)
	for id, is := range t.open {
		if is {
			s += " " + id
		}
	}
	return s
}

// explain explains the text, by who answered whom if the person said so.
func (t *tool) explain() {
	t.report = t.reported(t.lang)
	t.plan = t.report.Plan()
	t.facts = t.report.Facts()
	t.codes = t.report.Codes()
	var places string
	places, t.lines, t.unmarked = marks(t.text, t.report, t.plan)
	if !numbered(t.text) {
		t.lines = nil
	}
	send("tool:marks", places)
	errors := 0
	for i := range t.report.Responses {
		errors += max(len(t.report.Responses[i].Errors), 1)
	}
	send("tool:count", strconv.Itoa(errors))
}

// numbered reports whether lines of a text have numbers for a person: there are several, and they are
// not excerpts of a file, which say themselves where they stand.
func numbered(text string) bool {
	return strings.Contains(strings.TrimSpace(text), "\n") && !strings.HasPrefix(text, "⋯ ")
}

func (t *tool) reported(lang catalog.Lang) explain.Report {
	if t.direction != "" {
		return explain.TextFrom(t.text, t.direction, lang)
	}
	return explain.Text(t.text, lang)
}

// maxQuery is how many characters a text may have to be a search in the reference: it holds a
// sentence of Evotor's documentation.
const maxQuery = 300

func isQuery(text string) bool {
	return len(text) <= utf8.UTFMax*maxQuery && utf8.RuneCountInString(text) <= maxQuery
}

// Render draws the report.
func (t *tool) Render() app.UI {
	v := view{lang: t.lang, root: t.root, empty: blank(t.text), report: t.report, plan: t.plan, found: t.found, query: t.query, unmarked: t.unmarked, lines: t.lines, facts: t.facts, state: t.state, act: t.click}
	return v.draw()
}

// click does what the button is for that was clicked.
func (t *tool) click(ctx app.Context, e app.Event) {
	target := e.Get("target").Call("closest", "[data-do]")
	if !target.Truthy() {
		ctx.PreventUpdate()
		return
	}
	do := target.Get("dataset").Get("do").String()
	name, argument, _ := strings.Cut(do, "-")
	switch name {
	case "unfold":
		id := target.Call("closest", ".card").Get("dataset").Get("card").String()
		t.open[id] = !t.open[id]
	case "more":
		t.most += maxCards
	case "who":
		if t.direction == catalog.Direction(argument) {
			argument = ""
		}
		t.direction = catalog.Direction(argument)
		t.explain()
	default: // the page's own
		ctx.PreventUpdate()
		return
	}
	send("tool:chosen", t.chosen())
}

// message is what the page passes on: the report's codes and fields, all of its text but the
// secrets and the personal data, or a message for somebody.
func (t *tool) message(what string, form app.Value) string {
	report := t.report
	if form.Get("foreign").Bool() {
		report = t.reported(catalog.Langs[1-int(t.lang)])
	}
	switch what {
	case "codes":
		return report.Shared()
	case "text":
		return report.Redacted(false)
	}
	return report.Reply(explain.Audience(what), explain.Form{
		Unmasked: form.Get("unmask").Bool(), Markdown: form.Get("markdown").Bool(), Site: form.Get("site").String(), Link: form.Get("link").String(),
	})
}

func blank(s string) bool {
	for _, r := range s {
		if r > ' ' && r != '\u00a0' {
			return false
		}
	}
	return true
}
