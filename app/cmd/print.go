//go:build !js

package cmd

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// A printer writes reports for people, in colours on a terminal.
type printer struct {
	w      io.Writer
	colour bool
	lang   catalog.Lang
	err    error

	first map[[2]int]*explain.Cause // errors with the same cause as later ones
	rest  map[[2]int]bool           // and those later ones
}

func (c *call) printer() *printer {
	return &printer{w: c.out, colour: terminal(c.out), lang: c.lang}
}

// line prints a line. Where a page has non-breaking spaces a terminal gets plain ones, so
// that what is copied or searched is what it looks like.
func (p *printer) line(indent int, format string, args ...any) {
	if p.err == nil {
		text := fmt.Sprintf(strings.Repeat(" ", indent)+format+"\n", args...)
		_, p.err = io.WriteString(p.w, strings.ReplaceAll(text, "\u00a0", " "))
	}
}

// paint wraps s into a colour of the terminal.
func (p *printer) paint(sgr, s string) string {
	if !p.colour {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[0m"
}

const (
	bold   = "1"
	dim    = "2"
	yellow = "33"
	blue   = "34"
)

// sentence is a sentence in one string; its code is in colour, or in backticks.
func (p *printer) sentence(parts []explain.Part) string {
	var b strings.Builder
	for _, part := range parts {
		switch {
		case part.Code && p.colour:
			b.WriteString(p.paint(yellow, part.Text))
		case part.Code:
			b.WriteString("`" + part.Text + "`")
		default:
			b.WriteString(part.Text)
		}
	}
	return b.String()
}

// text prints a report for people.
func (c *call) text(file string, i int, several bool, report explain.Report) error {
	p := c.printer()
	if several {
		if i > 0 {
			p.line(0, "")
		}
		p.line(0, "%s", p.paint(bold, file))
	}
	p.first, p.rest = report.Diagnosis.Repeats()
	for j := range report.Responses {
		if j > 0 {
			p.line(0, "")
		}
		p.response(j, &report.Responses[j])
	}
	for _, cause := range report.Diagnosis.Causes {
		if cause.ID != "same" {
			p.line(0, "")
			p.line(0, "! %s", p.sentence(cause.Parts))
		}
	}
	return p.err
}

func (p *printer) response(i int, r *explain.Response) {
	head := catalog.Word("direction", string(r.Direction), p.lang)
	if r.Status != nil {
		head = "HTTP " + strconv.Itoa(*r.Status) + " · " + head
	}
	p.line(0, "%s", p.paint(dim, head))
	said := map[string]bool{}
	for _, n := range r.Notes {
		if !said[n.Text] {
			p.line(0, "! %s", p.sentence(n.Parts))
		}
		said[n.Text] = true
	}
	if r.Verdict != nil {
		p.line(0, "")
		p.verdict("", r.Verdict)
	}
	for j := range r.Errors {
		at := [2]int{i, j}
		if p.rest[at] {
			continue
		}
		p.line(0, "")
		p.verdict(r.Errors[j].Code, &r.Errors[j].Verdict)
		if cause := p.first[at]; cause != nil {
			p.line(2, "%s", p.paint(dim, p.sentence(cause.Parts)))
		}
	}
}

// verdict prints what happened, who acts, whether to repeat, and the steps.
func (p *printer) verdict(code string, v *explain.Verdict) {
	if code != "" {
		code = p.paint(bold, code) + "  "
	}
	p.line(0, "%s%s", code, p.sentence(v.Sentence))
	p.line(2, "%s · %s", p.paint(blue, catalog.Word("acts", string(v.Actor), p.lang)), v.RetryText())
	p.line(2, "%s", p.sentence(v.Meaning()))
	for i, s := range v.Steps {
		p.line(2, "%d. %s", i+1, p.sentence(s))
	}
	if v.Page != "" {
		p.line(2, "%s", p.paint(dim, v.Page))
	}
}
