package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// tool is the component that the page's report is.
type tool struct {
	app.Compo

	lang   catalog.Lang
	root   string // leads to the root of the language's pages
	text   string
	report explain.Report
	found  []*catalog.Entry
	most   int // cards to draw

	copied   explain.Audience // whom the last copied reply is for
	unmasked bool             // replies have personal data

	close func()
}

// OnMount follows the box from now on, and reads what is in it already.
func (t *tool) OnMount(ctx app.Context) {
	ready()
	box := app.Window().GetElementByID(boxID)
	input := app.FuncOf(func(app.Value, []app.Value) any {
		ctx.Dispatch(func(app.Context) { t.read(box) })
		return nil
	})
	box.Call("addEventListener", "input", input)
	t.close = func() {
		box.Call("removeEventListener", "input", input)
		input.Release()
	}
	t.read(box)
}

// OnDismount lets go of the box.
func (t *tool) OnDismount() { t.close() }

// read explains what is in the box.
func (t *tool) read(box app.Value) {
	text := box.Get("value").String()
	if text == t.text {
		return
	}
	t.text, t.most, t.copied, t.unmasked = text, maxCards, "", false
	t.report = explain.Text(text, t.lang)
	t.found = nil
	if len(t.report.Responses) == 0 && len(text) <= maxQuery && !strings.Contains(strings.TrimSpace(text), "\n") {
		t.found = catalog.Search(text, t.lang)
	}
	send("tool:marks", marks(text, t.report))
}

// maxQuery is how many bytes a text may have to be a search in the reference.
const maxQuery = 160

// Render draws the report.
func (t *tool) Render() app.UI {
	v := view{lang: t.lang, root: t.root, empty: blank(t.text), report: t.report, found: t.found, most: t.most, copied: t.copied, unmasked: t.unmasked}
	v.copy = func(to explain.Audience) app.EventHandler {
		return func(app.Context, app.Event) {
			app.Window().Get("navigator").Get("clipboard").Call("writeText", t.report.Reply(t.text, to, t.lang, t.unmasked))
			t.copied = to
		}
	}
	v.share = func(app.Context, app.Event) { send("tool:share", t.report.Shared()) }
	v.unmask = func(app.Context, app.Event) { t.unmasked, t.copied = !t.unmasked, "" }
	v.more = func(app.Context, app.Event) { t.most += maxCards }
	return v.draw()
}

func blank(s string) bool {
	for _, r := range s {
		if r > ' ' && r != '\u00a0' {
			return false
		}
	}
	return true
}
