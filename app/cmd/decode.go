//go:build !js

package cmd

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

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

// json prints a report; of several files, each with its name as the first member.
func (c *call) json(file string, several bool, report explain.Report) error {
	data, err := report.MarshalJSON()
	if err != nil {
		return err
	}
	if several {
		name, err := json.Marshal(file)
		if err != nil {
			return err
		}
		data = slices.Concat([]byte(`{"file":`), name, []byte(","), data[1:])
	}
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = b.WriteTo(c.out)
	return err
}
