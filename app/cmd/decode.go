//go:build !js

package cmd

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"evotor-errors/app/cli"
	"evotor-errors/app/explain"
)

// decode explains the error responses of files, or of the standard input.
func (c call) decode(args []string) int {
	format, summary, lines := "", false, false
	files, status, ok := c.Flags(args, func(f *flag.FlagSet) {
		f.StringVar(&format, "format", format, "")
		f.BoolVar(&summary, "summary", false, "")
		f.BoolVar(&lines, "lines", false, "")
	})
	if !ok {
		return status
	}
	formats := []string{"text", "json"}
	switch {
	case summary && lines:
		return c.Usage("one-of", "-summary", "-lines")
	case lines:
		formats = []string{"json"}
	case summary:
		formats = append(formats, "csv")
	}
	format = cmp.Or(format, formats[0])
	if !slices.Contains(formats, format) {
		return c.Usage("bad-format", format, strings.Join(formats, ", "))
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	switch {
	case lines:
		return c.lines(files)
	case summary:
		return c.summary(files, format)
	}
	return c.whole(files, format)
}

// whole explains what is in files, each as a text.
func (c call) whole(files []string, format string) int {
	found, unread := false, false
	for i, file := range files {
		text, err := c.read(file)
		if err != nil {
			c.unread(file, err)
			unread = true
			continue
		}
		report := explain.Text(string(text), c.Lang)
		found = found || len(report.Responses) > 0
		if format == "json" {
			err = c.json(file, len(files) > 1, report)
		} else {
			err = c.text(file, i, len(files) > 1, report)
		}
		if err != nil {
			return c.Fail(cli.Wrong, err.Error())
		}
	}
	switch {
	case unread:
		return cli.Wrong
	case !found:
		fmt.Fprintln(c.Err, c.Say("nothing"))
		return cli.Nothing
	}
	return cli.OK
}

// maxWhole is how many bytes are read of a text that is explained as a whole.
const maxWhole = 512 << 20

// read reads a file, or the standard input for "-".
func (c call) read(file string) ([]byte, error) {
	in, err := c.open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxWhole+1))
	if len(data) > maxWhole {
		return nil, errors.New(c.Say("too-large", c.bytesText(maxWhole)))
	}
	return data, err
}

// json prints a report; of several files, each with its name as the first member.
func (c call) json(file string, several bool, report explain.Report) error {
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
	_, err = c.Out.Write(append(layout(data), '\n'))
	return err
}

// layout writes JSON over lines: what fits one stays on it, and so do numbers; of anything else
// each member has a line of its own. A report of many places is a third as long as it is with each number on a
// line.
func layout(data []byte) []byte {
	const most = 100 // bytes of a line, without its indentation
	var out []byte
	var open []bool // of the containers around, whether their members have lines
	broken := func() bool { return len(open) > 0 && open[len(open)-1] }
	line := func(depth int) {
		out = append(out, '\n')
		for range depth {
			out = append(out, "  "...)
		}
	}
	for i := 0; i < len(data); i++ {
		switch c := data[i]; c {
		case '"':
			end := i + 1
			for ; data[end] != '"'; end++ {
				if data[end] == '\\' {
					end++
				}
			}
			out = append(out, data[i:end+1]...)
			i = end
		case '{', '[':
			numbers := c == '[' && data[i+1] >= '0' && data[i+1] <= '9'
			open = append(open, !numbers && length(data[i:], most) > most)
			if out = append(out, c); broken() {
				line(len(open))
			}
		case '}', ']':
			if broken() {
				line(len(open) - 1)
			}
			out = append(out, c)
			open = open[:len(open)-1]
		case ',':
			if out = append(out, c); broken() {
				line(len(open))
			} else {
				out = append(out, ' ')
			}
		case ':':
			out = append(out, ": "...)
		default:
			out = append(out, c)
		}
	}
	return out
}

// length is how many bytes the container has that data begin with, or more than most.
func length(data []byte, most int) int {
	depth, quoted := 0, false
	for i := 0; i <= most && i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return most + 1
}
