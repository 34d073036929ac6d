//go:build !js

package cmd

import (
	"fmt"
	"io"
	"os"
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
}

func (c call) printer() *printer {
	return &printer{w: c.Out, colour: terminal(c.Out), lang: c.Lang}
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

// text prints a report for people: what there is to do, in the order in which to do it.
func (c call) text(file string, i int, several bool, report explain.Report) error {
	p := c.printer()
	if several {
		if i > 0 {
			p.line(0, "")
		}
		p.line(0, "%s", p.paint(bold, file))
	}
	p.secrets(&report)
	if len(report.Responses) == 0 && len(report.Unread) > 0 {
		p.note("unread") // a task's note says it otherwise
	}
	told := -1
	for _, t := range report.Plan() {
		if t.Response != told {
			if told >= 0 {
				p.line(0, "")
			}
			told = t.Response
			p.head(told, &report)
		}
		p.line(0, "")
		p.task(&t)
	}
	return p.err
}

// secrets warns of secrets in the text, once.
func (p *printer) secrets(report *explain.Report) {
	if len(report.Hidden()) > 0 {
		p.note("secret")
	}
}

// note prints what is to be said of a text as a whole.
func (p *printer) note(id string) {
	p.line(0, "! %s", p.sentence(explain.Parts(catalog.Word("note", id, p.lang))))
}

// head prints which response of several it is, who answered whom, and how.
func (p *printer) head(i int, report *explain.Report) {
	r := &report.Responses[i]
	head := r.DirectionText(p.lang)
	if r.Status != nil {
		head = "HTTP " + strconv.Itoa(*r.Status) + " · " + head
	}
	if len(report.Responses) > 1 {
		head = strings.ReplaceAll(catalog.Word("ui", "response", p.lang), "{count}", strconv.Itoa(i+1)) + " · " + head
	}
	p.line(0, "%s", p.paint(dim, head))
}

// task prints what happened, who acts, whether to repeat, and the steps.
func (p *printer) task(t *explain.Task) {
	code := t.Code
	if code != "" {
		code = p.paint(bold, code) + "  "
	}
	p.line(0, "%s%s", code, p.sentence(t.Sentence))
	p.line(2, "%s · %s", p.paint(blue, catalog.Word("acts", string(t.Actor), p.lang)), t.RetryText())
	if count := t.CountText(); count != "" {
		p.line(2, "%s", p.paint(dim, count))
	}
	for _, n := range t.Notes {
		p.line(2, "! %s", p.sentence(n.Parts))
	}
	p.line(2, "%s", p.sentence(t.Meaning()))
	for _, clue := range t.Clues {
		p.line(2, "- %s", p.sentence(clue))
	}
	p.steps(t.Steps)
	p.steps(t.Otherwise)
	if page := t.About().Page(); page != "" {
		p.page(2, page)
	}
}

// page names the page with the whole of it.
func (p *printer) page(indent int, page string) {
	p.line(indent, "%s", p.paint(dim, fmt.Sprintf(messages["page"][p.lang], p.lang.Prefix()+page)))
}

func (p *printer) steps(steps []explain.Step) {
	n := 0
	for _, s := range steps {
		if s.Lead != nil {
			p.line(2, "%s:", p.sentence(s.Lead))
			n = 0
		}
		n++
		p.line(2, "%d. %s", n, p.sentence(s.Parts))
	}
}

// terminal reports whether w is a terminal that wants colours.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
