//go:build !js

package cmd

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cli"
	"evotor-errors/app/stream"
)

// memory is what the summary may take, whatever the size of what it reads.
const memory = 48 << 20

// interrupted is the exit status after Ctrl+C, as a shell has it.
const interrupted = 130

// summary counts the errors of files, or of the standard input, without keeping them.
func (c call) summary(files []string, format string) int {
	debug.SetMemoryLimit(memory)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program
	s := &stream.Summary{}
	status := cli.OK
	progress := c.progress(files)
	for _, file := range files {
		err := c.sum(ctx, s, file, len(files) > 1, progress)
		if errors.Is(err, context.Canceled) {
			status = interrupted
			break
		}
		if err != nil {
			progress.clear()
			status = c.unread(file, err)
		}
	}
	progress.clear()
	if status == interrupted {
		c.Note("interrupted", c.bytesText(s.Bytes))
	}
	if status == cli.Wrong && s.Bytes == 0 {
		return status // there is nothing to sum up
	}
	if err := c.print(s, format, status != interrupted); err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	if status == cli.OK && s.Responses == 0 {
		fmt.Fprintln(c.Err, c.Say("nothing"))
		return cli.Nothing
	}
	return status
}

// sum adds a file to a summary.
func (c call) sum(ctx context.Context, s *stream.Summary, file string, several bool, progress *progress) error {
	in, err := c.open(file)
	if err != nil {
		return err
	}
	name := ""
	if several {
		name = file
	}
	r := s.Reader(name)
	err = copyUntil(ctx, io.MultiWriter(r, progress.of(in)), in)
	if closed := r.Close(); err == nil {
		err = closed
	}
	s.Read(r)
	if errors.Is(err, context.Canceled) {
		return err // a Read may go on
	}
	return errors.Join(err, in.Close())
}

func (c call) print(s *stream.Summary, format string, complete bool) error {
	switch format {
	case "json":
		data := s.JSON(c.Lang, false)
		data = append(data[:len(data)-1], `,"complete":`+strconv.FormatBool(complete)+"}"...)
		_, err := c.Out.Write(append(layout(data), '\n'))
		return err
	case "csv":
		return c.csv(s)
	}
	return c.table(s)
}

// csv prints a line for each group.
func (c call) csv(s *stream.Summary) error {
	w := csv.NewWriter(c.Out)
	w.Write([]string{"status", "code", "kind", "errors", "first", "last", "file", "line", "title"})
	for _, g := range s.Groups() {
		status := ""
		if g.Status != 0 {
			status = strconv.Itoa(g.Status)
		}
		at := g.Places[0]
		w.Write([]string{
			status, cell(g.Code), string(g.Kind), strconv.Itoa(g.Count), stream.Stamp(g.First), stream.Stamp(g.Last),
			cell(at.File), strconv.Itoa(at.Line), g.Title(c.Lang),
		})
	}
	w.Flush()
	return w.Error()
}

// cell is what a text or a person named, as a spreadsheet does not take it for a formula.
func cell(s string) string {
	if strings.IndexAny(s, "=+-@\t\r\n") == 0 {
		return "'" + s
	}
	return s
}

// maxBars is how many lines the chart has.
const maxBars = 24

// table prints the summary for people.
func (c call) table(s *stream.Summary) error {
	p := c.printer()
	head := c.Say("summary", c.number(s.Errors), c.number(s.Responses), c.number(s.Lines), c.bytesText(s.Bytes))
	p.line(0, "%s", p.paint(bold, head))
	if !s.First.IsZero() {
		p.line(0, "%s — %s", c.stamp(s.First), c.stamp(s.Last))
	}
	if s.Unread > 0 {
		p.line(0, "! %s", c.Say("unread-places", c.number(s.Unread)))
	}
	groups := s.Groups()
	if len(groups) == 0 {
		return p.err
	}
	width := utf8.RuneCountInString(c.Say("head-code"))
	for _, g := range groups {
		width = max(width, min(utf8.RuneCountInString(g.Code), 20))
	}
	p.line(0, "")
	p.line(0, "%s", p.paint(dim, fmt.Sprintf("HTTP  %-*s  %9s", width, c.Say("head-code"), c.Say("head-errors"))))
	for _, g := range groups {
		status := ""
		if g.Status != 0 {
			status = strconv.Itoa(g.Status)
		}
		p.row("%4s  %s  %9s  %s  %s", status, p.paint(bold, fmt.Sprintf("%-*s", width, g.Code)),
			c.number(g.Count), p.paint(blue, bar(g.Count, groups[0].Count, 16)), g.Title(c.Lang))
	}
	if s.Others > 0 {
		p.line(0, "%s", c.Say("others", c.number(s.Others)))
	}
	if chart := s.Chart(maxBars); len(chart.Counts) > 1 {
		c.chart(p, chart)
	}
	return p.err
}

// chart prints the responses over time.
func (c call) chart(p *printer, chart stream.Chart) {
	p.line(0, "")
	p.line(0, "%s", p.paint(dim, c.Say("over-time", c.duration(chart.Seconds))))
	peak := 0
	for _, n := range chart.Counts {
		peak = max(peak, n)
	}
	for i, n := range chart.Counts {
		at := chart.Start.Add(time.Duration(int64(i)*chart.Seconds) * time.Second)
		p.row("%s  %7s  %s", c.stamp(at), c.number(n), p.paint(blue, bar(n, peak, 40)))
	}
}

// row prints a line of a table, without the spaces at its end.
func (p *printer) row(format string, args ...any) {
	p.line(0, "%s", strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

// bar is n of most as a bar of as many characters as width, or less.
func bar(n, most, width int) string {
	eighths := max((n*width*8+most/2)/most, min(n, 1))
	s := strings.Repeat("█", eighths/8) + []string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}[eighths%8]
	return s + strings.Repeat(" ", width-utf8.RuneCountInString(s))
}

// number is a number with its thousands apart.
func (c call) number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + [...]string{" ", ","}[c.Lang] + s[i:]
	}
	return s
}

// decimal is a number in figures with the language's mark.
func (c call) decimal(s string) string {
	if c.Lang == catalog.Russian {
		return strings.ReplaceAll(s, ".", ",")
	}
	return s
}

// stamp is a time for people.
func (c call) stamp(t time.Time) string {
	return t.Format([...]string{"02.01.2006 15:04:05", "2006-01-02 15:04:05"}[c.Lang])
}

// duration is the width of a bucket: 5 мин.
func (c call) duration(seconds int64) string {
	for _, unit := range []struct {
		seconds int64
		id      string
	}{{86400, "unit-day"}, {3600, "unit-hour"}, {60, "unit-minute"}} {
		if seconds >= unit.seconds {
			return strconv.FormatInt(seconds/unit.seconds, 10) + " " + c.Say(unit.id)
		}
	}
	return strconv.FormatInt(seconds, 10) + " " + c.Say("unit-second")
}
