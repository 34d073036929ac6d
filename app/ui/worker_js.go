package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"evotor-errors/app/catalog"
	"evotor-errors/app/stream"
)

// offer lets the script call a function.
func offer(name string, do func(arg app.Value) any) {
	app.Window().Set(name, app.FuncOf(func(_ app.Value, args []app.Value) any { return do(append(args, app.Undefined())[0]) }))
}

// sums are the functions that sum up files: evotorBegin(language), for each file evotorFile(name) and
// evotorRead(bytes) as often as there are some, and evotorSum() for the summary as JSON.
func sums() {
	var lang catalog.Lang
	var s *stream.Summary
	var r *stream.Reader
	end := func() {
		if r != nil {
			r.Close()
			s.Read(r)
			r = nil
		}
	}
	offer("evotorBegin", func(tag app.Value) any {
		lang, _ = catalog.ParseLang(tag.String())
		s, r = &stream.Summary{}, nil
		return nil
	})
	offer("evotorFile", func(name app.Value) any {
		end()
		r = s.Reader(name.String())
		return nil
	})
	offer("evotorRead", func(data app.Value) any {
		part := make([]byte, data.Length())
		app.CopyBytesToGo(part, data)
		r.Write(part)
		return nil
	})
	offer("evotorSum", func(app.Value) any {
		end()
		return string(s.JSON(lang, true))
	})
}

// texts are the functions that read a text as the page does: evotorText({lang, root, text, given,
// codes, chosen}), the last two of the text before, then evotorDo({what, card}) for a click on its
// report, both for what the page draws, and evotorPass({what, form}).
func texts() {
	var r reading
	drawn := func() any {
		packed := r.draw().packed(nil)
		bytes := app.Window().Get("Uint8Array").New(len(packed))
		app.CopyBytesToJS(bytes, packed)
		return map[string]any{"drawn": bytes, "marks": r.places, "count": r.errors(), "codes": r.codes, "chosen": r.chosen()}
	}
	offer("evotorText", func(of app.Value) any {
		r.lang, _ = catalog.ParseLang(of.Get("lang").String())
		r.root = of.Get("root").String()
		if codes := of.Get("codes").String(); codes != r.codes { // another program read the text before
			r.codes = codes
			r.choose(of.Get("chosen").String())
		}
		r.read(of.Get("text").String(), of.Get("given").String())
		return drawn()
	})
	offer("evotorDo", func(of app.Value) any {
		r.do(of.Get("what").String(), of.Get("card").String())
		return drawn()
	})
	offer("evotorPass", func(of app.Value) any {
		return r.pass(of.Get("what").String(), of.Get("form"))
	})
}
