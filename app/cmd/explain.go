//go:build !js

package cmd

import (
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cli"
	"evotor-errors/app/explain"
)

// explain tells about codes and statuses.
func (c call) explain(args []string) int {
	codes, status, ok := c.Flags(args, nil)
	if !ok {
		return status
	}
	if len(codes) == 0 {
		return c.Usage("no-code")
	}
	p := c.printer()
	for i, code := range codes {
		entry, ok := entryOf(code)
		if !ok {
			return c.Fail(cli.Nothing, c.Say("unknown-code", code, strings.Join(names(), ", ")))
		}
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

// entryOf finds what a person calls a code: 2002, validation_failed, http-404, 404.
func entryOf(code string) (*catalog.Entry, bool) {
	if e, ok := catalog.Lookup(code); ok {
		return e, true
	}
	if e, ok := catalog.ByName(code); ok && e.Published {
		return e, true
	}
	if status, err := strconv.Atoi(code); err == nil && status >= 400 && status <= 599 {
		e := catalog.ByStatus(status)
		return e, e.Published
	}
	return nil, false
}

func names() (list []string) {
	for _, e := range catalog.All() {
		list = append(list, e.Name)
	}
	return list
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
	p.line(0, "%s", p.paint(dim, c.Lang.Prefix()+e.Page()))
}
