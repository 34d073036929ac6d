//go:build !js

package cmd

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"evotor-errors/app/explain"
)

// decode explains the error responses of files, or of the standard input.
func (c *call) decode(args []string) int {
	format := "text"
	files, status, ok := c.flags("decode", args, func(f *flag.FlagSet) { f.StringVar(&format, "format", format, "") })
	if !ok {
		return status
	}
	if format != "text" && format != "json" {
		return c.usage("bad-format", format)
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	found, unread := false, false
	for i, file := range files {
		text, err := c.read(file)
		if err != nil {
			c.fail(exitUsage, c.say("cannot-read", file, err))
			unread = true
			continue
		}
		report := explain.Text(string(text), c.lang)
		found = found || len(report.Responses) > 0
		if format == "json" {
			err = c.json(file, len(files) > 1, report)
		} else {
			err = c.text(file, i, len(files) > 1, report)
		}
		if err != nil {
			return c.fail(exitUsage, err.Error())
		}
	}
	switch {
	case unread:
		return exitUsage
	case !found:
		fmt.Fprintln(c.err, c.say("nothing"))
		return exitNothing
	}
	return exitOK
}

// read reads a file, or the standard input for "-".
func (c *call) read(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(c.in)
	}
	return os.ReadFile(file)
}

// json prints a report; of several files, each with its name.
func (c *call) json(file string, several bool, report explain.Report) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if several {
		return e.Encode(struct {
			File string `json:"file"`
			explain.Report
		}{file, report})
	}
	return e.Encode(report)
}
