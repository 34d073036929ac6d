package ui

import (
	"syscall/js"

	"evotor-errors/app/catalog"
	"evotor-errors/app/stream"
)

// serve lets the script of a worker, web/scan.js, sum up texts that are too large for the page:
// evotorBegin(language), for each text evotorFile(name) and evotorRead(bytes) as often as there are
// some, and evotorSum() for the summary as JSON.
func serve() {
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
	for name, do := range map[string]func(arg js.Value) any{
		"evotorBegin": func(tag js.Value) any {
			lang, _ = catalog.ParseLang(tag.String())
			s, r = &stream.Summary{}, nil
			return nil
		},
		"evotorFile": func(name js.Value) any {
			end()
			r = s.Reader(name.String())
			return nil
		},
		"evotorRead": func(data js.Value) any {
			part := make([]byte, data.Length())
			js.CopyBytesToGo(part, data)
			r.Write(part)
			return nil
		},
		"evotorSum": func(js.Value) any {
			end()
			return string(s.JSON(lang, true))
		},
	} {
		js.Global().Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return do(append(args, js.Undefined())[0]) }))
	}
	select {}
}
