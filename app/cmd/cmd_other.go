//go:build !js

// Package cmd is the command line, and for a browser the program that draws the tool.
package cmd

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"evotor-errors/app/catalog"
)

// Exit statuses.
const (
	exitOK      = 0
	exitNothing = 1 // nothing in the input is an error response, or a code is not known
	exitUsage   = 2 // wrong usage, or a file that cannot be read
)

// A command is one of the subcommands. run gets the arguments behind its name.
type command struct {
	name string
	run  func(c *call, args []string) int
}

var commands = []command{
	{"decode", (*call).decode},
	{"explain", (*call).explain},
	{"serve", (*call).serve},
	{"site", (*call).site},
	{"generate", (*call).generate},
	{"release", (*call).release},
}

// A call is one run of the program.
type call struct {
	in       io.Reader
	out, err io.Writer
	lang     catalog.Lang
}

// Main runs the subcommand that args begin with and returns the exit status.
func Main(args []string, in io.Reader, out, err io.Writer) int {
	c := &call{in: in, out: out, err: err}
	if len(args) == 0 {
		fmt.Fprint(err, c.say("usage"))
		return exitUsage
	}
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		if _, status, ok := c.flags("help", args[1:], nil); !ok {
			return status
		}
		fmt.Fprint(out, c.say("usage"))
		return exitOK
	}
	for _, cmd := range commands {
		if cmd.name == args[0] {
			return cmd.run(c, args[1:])
		}
	}
	return c.usage("unknown-command", args[0])
}

// flags parses the flags of a subcommand; ok is false, and status what to exit with, if
// that ends the call.
func (c *call) flags(name string, args []string, define func(*flag.FlagSet)) (rest []string, status int, ok bool) {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Func("lang", "", func(s string) error {
		lang, ok := catalog.ParseLang(s)
		if !ok {
			return errors.New(c.say("bad-lang", s))
		}
		c.lang = lang
		return nil
	})
	if define != nil {
		define(f)
	}
	err := f.Parse(args)
	switch {
	case err == nil:
		return f.Args(), exitOK, true
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(c.out, c.say("usage"))
		return nil, exitOK, false
	}
	return nil, c.fail(exitUsage, err.Error()+"\n"+c.say("see-help")), false
}

// fail prints a message, its hints each on a line of their own, and returns the status.
func (c *call) fail(status int, message string) int {
	fmt.Fprintf(c.err, "evotor-errors: %s\n", strings.ReplaceAll(strings.TrimSpace(message), "\n", "\n  "))
	return status
}

func (c *call) usage(id string, args ...any) int {
	return c.fail(exitUsage, c.say(id, args...)+"\n"+c.say("see-help"))
}

// say is a message in the language of the call.
func (c *call) say(id string, args ...any) string {
	text, ok := messages[id]
	if !ok {
		panic("no message " + id)
	}
	return fmt.Sprintf(text[c.lang], args...)
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
