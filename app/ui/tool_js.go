package ui

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// reportID is the id of the element that the tool draws into.
const reportID = "report"

// tool is the component that the page's report is.
type tool struct {
	app.Compo
	reading
	beside  bool    // a worker has read the text instead
	drawn   *node   // the report
	shown   int     // how many parts of it are in the page,
	before  []*node // behind which there are parts of the one before
	closers []func()
}

// few is how many parts of a report are drawn at a time: with all, a key would have to wait.
const few = 8

// OnMount reads from now on what web/reader.js gives it.
func (t *tool) OnMount(ctx app.Context) {
	document := app.Window().Get("document")
	follow := func(event string, do func(ctx app.Context, detail app.Value)) {
		f := app.FuncOf(func(_ app.Value, args []app.Value) any {
			ctx.Dispatch(func(ctx app.Context) { do(ctx, args[0].Get("detail")) })
			return nil
		})
		document.Call("addEventListener", event, f)
		t.closers = append(t.closers, func() {
			document.Call("removeEventListener", event, f)
			f.Release()
		})
	}
	follow("box:read", t.take)
	follow("tool:drawn", func(ctx app.Context, detail app.Value) {
		t.beside = true
		packed := make([]byte, detail.Get("drawn").Length())
		app.CopyBytesToGo(packed, detail.Get("drawn"))
		from := string(packed)
		t.show(ctx, unpack(&from), detail.Get("anew").Bool())
	})
	follow("tool:open", func(ctx app.Context, detail app.Value) {
		if e, ok := catalog.ByName(detail.String()); ok && t.query != "" {
			t.found = []*catalog.Entry{e}
			t.show(ctx, t.draw(), true)
		}
	})
	app.Window().Set("evotorMessage", app.FuncOf(func(_ app.Value, args []app.Value) any {
		return t.pass(args[0].String(), args[1])
	}))
	send("tool:ready", "")
}

// OnDismount lets go of the page.
func (t *tool) OnDismount() {
	for _, f := range t.closers {
		f()
	}
}

// take explains a text that is in the box, or about to be.
func (t *tool) take(ctx app.Context, detail app.Value) {
	if text := detail.String(); text != t.text || t.beside {
		t.beside = false
		send("tool:reading", "") // should the page die over it
		t.read(text, given())
		t.show(ctx, t.draw(), true)
		send("tool:chosen", t.chosen())
		send("tool:count", strconv.Itoa(t.errors()))
		send("tool:codes", t.codes)
	}
	send("tool:marks", t.places) // of the same text, as it may be in the box only now
}

// given is what was chosen of the text before it was read: the page has it ready, once.
func given() string {
	data := app.Window().GetElementByID(reportID).Get("dataset")
	chosen := data.Get("chosen")
	if !chosen.Truthy() {
		return ""
	}
	data.Set("chosen", "")
	return chosen.String()
}

// show draws a report, part by part. If it is not anew, what is in the page was drawn of the same text.
func (t *tool) show(ctx app.Context, drawn *node, anew bool) {
	if anew {
		t.before, t.shown = t.parts(), 0
	}
	t.drawn = drawn
	t.grow(ctx)
}

func (t *tool) grow(ctx app.Context) {
	n := few
	if t.beside {
		n /= 2 // of a large text, of which the box takes longer over a key
	}
	t.shown = min(t.shown+n, len(t.drawn.children))
	if t.shown < len(t.drawn.children) {
		ctx.After(time.Millisecond, t.grow)
	} else {
		t.before = nil
	}
}

// parts are what is in the page.
func (t *tool) parts() []*node {
	parts := append([]*node(nil), t.drawn.children[:t.shown]...)
	if t.shown < len(t.before) {
		parts = append(parts, t.before[t.shown:]...)
	}
	return parts
}

// Render draws what is shown of the report.
func (t *tool) Render() app.UI {
	n := *t.drawn
	n.children = t.parts()
	return n.ui().(app.HTMLElem).OnClick(t.click)
}

// ui is a node as go-app has it.
func (n *node) ui() app.UI {
	if n.name == "" {
		return app.Text(n.text)
	}
	e := app.Elem(n.name)
	for i := 0; i < len(n.attrs); i += 2 {
		e.Attr(n.attrs[i], n.attrs[i+1])
	}
	var children []app.UI
	for _, child := range n.children {
		children = append(children, child.ui())
	}
	return e.Body(children...)
}

// click does what the button is for that was clicked.
func (t *tool) click(ctx app.Context, e app.Event) {
	target := e.Get("target").Call("closest", "[data-do]")
	if !target.Truthy() {
		ctx.PreventUpdate()
		return
	}
	what, card := target.Get("dataset").Get("do").String(), ""
	if of := target.Call("closest", ".card"); of.Truthy() {
		card = of.Get("dataset").Get("card").String()
	}
	if t.beside {
		send("tool:do", what+" "+card)
		ctx.PreventUpdate()
		return
	}
	places := t.places
	if !t.do(what, card) {
		ctx.PreventUpdate()
		return
	}
	t.show(ctx, t.draw(), false)
	send("tool:chosen", t.chosen())
	if t.places != places {
		send("tool:marks", t.places)
	}
}

// pass gives the page what it passes on: a message, or for the frame of another page the report on a
// text as JSON.
func (r *reading) pass(what string, form app.Value) string {
	if what == "report" {
		return r.json(form.Get("text").String())
	}
	is := func(name string) bool { return form.Get(name).Truthy() }
	return r.message(what, is("foreign"), explain.Form{
		Unmasked: is("unmask"), Markdown: is("markdown"), Site: form.Get("site").String(), Link: form.Get("link").String(),
	})
}
