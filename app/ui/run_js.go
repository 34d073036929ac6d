package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
)

// Run draws into the page's report until the page goes. In a worker the page is for show: its script,
// web/scan.js, reads what is too large for a page by the functions that are offered. web/goapp.js has
// what is assumed of go-app.
func Run() {
	sums()
	texts()
	lang, _ := catalog.ParseLang(app.Window().Get("document").Get("documentElement").Get("lang").String())
	root := app.Window().GetElementByID(reportID).Get("dataset").Get("root").String()
	app.Route("/", func() app.Composer {
		t := &tool{reading: reading{view: view{lang: lang, root: root, empty: true}}}
		t.drawn = t.draw()
		t.shown = len(t.drawn.children)
		return t
	})
	app.RunWhenOnBrowser()
}

// send hands the page something under the name of an event.
func send(event, detail string) {
	w := app.Window()
	w.Get("document").Call("dispatchEvent", w.Get("CustomEvent").New(event, map[string]any{"detail": detail}))
}
