//go:build !js

// Package cmd is the decoder's command line, and for a browser the program that draws the tool.
package cmd

import (
	"fmt"
	"io"
	"os"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cli"
)

// A call is one run of the program.
type call struct{ *cli.Call }

var commands = []cli.Command{
	{Name: "decode", Run: func(c *cli.Call, args []string) int { return call{c}.decode(args) }},
	{Name: "explain", Run: func(c *cli.Call, args []string) int { return call{c}.explain(args) }},
	{Name: "version", Run: func(c *cli.Call, args []string) int { return call{c}.version(args) }},
}

// Main runs the subcommand of the process's arguments and exits.
func Main() { os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Run runs the subcommand that args begin with and returns the exit status.
func Run(args []string, in io.Reader, out, err io.Writer) int {
	c := &cli.Call{In: in, Out: out, Err: err, Name: "evotor-errors", Messages: messages}
	return c.Run(commands, args)
}

// version prints the version and the date of the catalogue.
func (c call) version(args []string) int {
	rest, status, ok := c.Flags(args, nil)
	switch {
	case !ok:
		return status
	case len(rest) > 0:
		return c.Usage("no-arguments", rest[0])
	}
	fmt.Fprintf(c.Out, "evotor-errors %s\n%s\n", catalog.Version, c.Say("catalogue", catalog.Date))
	return cli.OK
}
