//go:build !js

package cmd

import (
	"embed"
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cli"
	"evotor-errors/app/explain"
	"evotor-errors/app/search"
)

// explain tells about codes and statuses, or finds what words speak of.
func (c call) explain(args []string) int {
	codes, status, ok := c.Flags(args, nil)
	if !ok {
		return status
	}
	if len(codes) == 0 {
		return c.Usage("no-code")
	}
	p := c.printer()
	var entries []*catalog.Entry
	known := true
	for _, code := range codes {
		if named := named(code); named != nil {
			entries = append(entries, named...)
		} else if strings.Trim(code, "0123456789") == "" {
			return c.Fail(cli.Nothing, c.Say("unknown-code", code, strings.Join(names(), ", ")))
		} else {
			known = false
		}
	}
	if !known {
		query := strings.Join(codes, " ")
		if !p.found(query) {
			return c.Fail(cli.Nothing, c.Say("unfound", query, strings.Join(names(), ", ")))
		}
		entries = nil
	}
	for i, entry := range entries {
		if i > 0 {
			p.line(0, "")
		}
		p.entry(c, entry)
	}
	if p.err != nil {
		return c.Fail(cli.Wrong, p.err.Error())
	}
	return cli.OK
}

// named are the entries that a person calls so: 2002, validation_failed, http-404, 404, "код 2002".
func named(code string) []*catalog.Entry {
	if e, ok := catalog.ByName(code); ok && e.Published {
		return []*catalog.Entry{e}
	}
	return catalog.Named(code)
}

func names() (list []string) {
	for _, e := range catalog.All() {
		list = append(list, e.Name)
	}
	return list
}

// indexes are those of the site's search; app/site/gen writes them.
//
//go:embed search/*.json
var indexes embed.FS

// mostFound is how many pages are listed of those that words find.
const mostFound = 10

// found lists the pages that words find, the best first, a line each. It reports whether there
// are any.
func (p *printer) found(query string) bool {
	data, err := indexes.ReadFile("search/" + p.lang.String() + ".json")
	if err != nil {
		panic(err) // it is part of the program
	}
	index, err := search.Read(data)
	if err != nil {
		panic(err)
	}
	hits := index.Find(query)
	for _, h := range hits[:min(len(hits), mostFound)] {
		text := h.Title
		if h.Label != "" {
			text = h.Label + " " + text
		}
		for _, more := range []string{h.Of, h.Also} {
			if more != "" {
				text += " · " + more
			}
		}
		text = search.Mark(text, h.Words, func(w string) string { return p.paint(bold, w) })
		p.line(0, "%s  %s", text, p.paint(dim, p.lang.Prefix()+h.Path))
	}
	return len(hits) > 0
}

// entry prints an entry of the catalogue.
func (p *printer) entry(c call, e *catalog.Entry) {
	t := &e.Text[c.Lang]
	status := strconv.Itoa(e.Status)
	if e.Name == "http-5xx" {
		status = "5xx"
	}
	name, head := e.Code, ""
	if name != "" {
		name += " "
	}
	if e.Status != 0 {
		head = "HTTP " + status + " · "
	}
	p.line(0, "%s", p.paint(bold, name+t.Title))
	retry := t.Retry
	if retry == "" {
		retry = catalog.Word("retry", string(e.Retry), c.Lang)
	}
	p.line(0, "%s%s · %s", head, p.paint(blue, catalog.Word("acts", string(e.Actors[0]), c.Lang)), retry)
	p.line(0, "")
	p.line(0, "%s", p.sentence(explain.Parts(t.Meaning)))
	p.line(0, "")
	p.line(0, "%s:", c.Say("steps"))
	p.steps(explain.Entry(e, c.Lang).Steps)
	if e.Sample != "" {
		p.line(0, "")
		p.line(0, "%s:", c.Say("sample"))
		for line := range strings.Lines(e.Sample) {
			p.line(2, "%s", strings.TrimRight(line, "\n"))
		}
	}
	p.line(0, "")
	p.page(0, e.Page())
}
