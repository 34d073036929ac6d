package ui

import (
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
	state

	close func()
}

// OnMount follows the box from now on, and reads what is in it already.
func (t *tool) OnMount(ctx app.Context) {
	send("tool:ready", "")
	box := app.Window().GetElementByID(boxID)
	input := app.FuncOf(func(app.Value, []app.Value) any {
		ctx.Dispatch(func(app.Context) { t.read(box.Get("value").String()) })
		return nil
	})
	coming := app.FuncOf(func(_ app.Value, args []app.Value) any {
		ctx.Dispatch(func(app.Context) { t.read(args[0].Get("detail").String()) })
		return nil
	})
	document := app.Window().Get("document")
	entry := app.FuncOf(func(_ app.Value, args []app.Value) any {
		ctx.Dispatch(func(app.Context) {
			if e, ok := catalog.ByName(args[0].Get("detail").String()); ok && t.query != "" {
				t.found = []*catalog.Entry{e}
			}
		})
		return nil
	})
	box.Call("addEventListener", "input", input)
	document.Call("addEventListener", "box:coming", coming)
	document.Call("addEventListener", "tool:open", entry)
	t.close = func() {
		box.Call("removeEventListener", "input", input)
		document.Call("removeEventListener", "box:coming", coming)
		document.Call("removeEventListener", "tool:open", entry)
		input.Release()
		coming.Release()
		entry.Release()
	}
	t.read(box.Get("value").String())
}

// OnDismount lets go of the box.
func (t *tool) OnDismount() { t.close() }

// read explains a text that is in the box, or about to be.
func (t *tool) read(text string) {
	if text == t.text {
		places, _ := marks(text, t.report, t.plan)
		send("tool:marks", places) // it may be there only now
		return
	}
	t.text, t.state = text, state{most: maxCards, open: map[string]bool{}}
	send("tool:reading", "") // should the page die over it
	t.report = explain.Text(text, t.lang)
	t.plan = t.report.Plan()
	t.found, t.query = nil, ""
	if q := strings.TrimSpace(text); q != "" && len(t.plan) == 0 && isQuery(text) && !strings.Contains(q, "\n") {
		if t.found = catalog.Named(q); t.found == nil {
			t.query = q
		}
	}
	places, unmarked := marks(text, t.report, t.plan)
	t.unmarked = unmarked
	send("tool:marks", places)
	send("tool:codes", t.report.Codes())
}

// maxQuery is how many characters a text may have to be a search in the reference: it holds a
// sentence of Evotor's documentation.
const maxQuery = 300

func isQuery(text string) bool {
	return len(text) <= utf8.UTFMax*maxQuery && utf8.RuneCountInString(text) <= maxQuery
}

// Render draws the report.
func (t *tool) Render() app.UI {
	v := view{lang: t.lang, root: t.root, empty: blank(t.text), report: t.report, plan: t.plan, found: t.found, query: t.query, unmarked: t.unmarked, state: t.state, act: t.click}
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
	case "unmask":
		t.unmasked = !t.unmasked
	case "foreign":
		t.foreign = !t.foreign
	case "copy":
		send("tool:copy", t.reply(explain.Audience(argument)))
	case "share":
		send("tool:share", t.shared(argument == "text"))
	}
}

// reply is a message about the report, in the language that was chosen for it.
func (t *tool) reply(to explain.Audience) string {
	report := t.report
	if t.foreign {
		report = explain.Text(t.text, catalog.Langs[1-int(t.lang)])
	}
	return report.Reply(to, t.unmasked)
}

// shared is the report as a text for a link: its codes and fields, or all of its text but
// the secrets and the personal data.
func (t *tool) shared(whole bool) string {
	if whole {
		return t.report.Redacted(false)
	}
	return t.report.Shared()
}

func blank(s string) bool {
	for _, r := range s {
		if r > ' ' && r != '\u00a0' {
			return false
		}
	}
	return true
}
