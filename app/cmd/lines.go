//go:build !js

package cmd

import (
	"bufio"
	"io"

	"evotor-errors/app/cli"
	"evotor-errors/app/explain"
)

// lines explains each line by itself, and prints for each a report on a line, in order. That there
// is no error in it is no failure: an engine that runs this over a part of a log would call it one.
func (c call) lines(files []string) int {
	out := bufio.NewWriter(c.Out)
	status := cli.OK
	for _, file := range files {
		err := c.eachLine(file, func(line string) error {
			report := explain.Text(line, c.Lang)
			_, err := out.Write(append(report.Line(), '\n'))
			return err
		})
		if err != nil {
			status = c.unread(file, err)
		}
	}
	if err := out.Flush(); err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	return status
}

// eachLine reads a file line by line.
func (c call) eachLine(file string, do func(line string) error) error {
	in, err := c.open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	for r := bufio.NewReader(in); ; {
		line, err := r.ReadString('\n')
		if line != "" {
			if err := do(line); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
