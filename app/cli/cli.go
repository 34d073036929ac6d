// Package cli is what the commands of the module have in common: subcommands, flags that may
// stand after arguments, messages in the user's language, exit statuses.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"evotor-errors/app/catalog/entry"
)

// Exit statuses.
const (
	OK      = 0
	Nothing = 1 // nothing in the input is an error response, or a code is not known
	Wrong   = 2 // wrong usage, or a file that cannot be read
)

// Messages are what a command says, by id, in Russian and English: "usage", and its own. What
// stands in common may be said otherwise.
type Messages map[string][2]string

// common are the messages of more than one command.
var common = Messages{
	"see-help":        {"список команд: %s help", "the commands: %s help -lang en"},
	"unknown-command": {"неизвестная команда %q", "unknown command %q"},
	"bad-lang":        {"неизвестный язык %q, есть ru и en", "unknown language %q, there are ru and en"},
	"unknown-flag":    {"неизвестный флаг %q", "unknown flag %q"},
	"no-value":        {"у флага %q нет значения", "flag %q lacks a value"},
	"bad-value":       {"неверное значение флага: %q", "wrong value of a flag: %q"},
	"no-arguments":    {"лишний аргумент %q", "unexpected argument %q"},
	"docs-problems":   {"в docs ошибки:\n%v", "there are mistakes in docs:\n%v"},
}

// A Command is a subcommand. Run gets the arguments behind its name and returns the exit status.
type Command struct {
	Name string
	Run  func(c *Call, args []string) int
}

// A Call is one run of a program.
type Call struct {
	In       io.Reader
	Out, Err io.Writer
	Lang     entry.Lang // that of -lang; before that, and without it, the system's
	Name     string     // as a person calls the program
	Messages Messages
}

// Run runs the subcommand that args begin with.
func (c *Call) Run(commands []Command, args []string) int {
	c.Lang = askedLang(args, systemLang(os.Getenv))
	if len(args) == 0 {
		fmt.Fprint(c.Err, c.Say("usage"))
		return Wrong
	}
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		if _, status, ok := c.Flags(args[1:], nil); !ok {
			return status
		}
		fmt.Fprint(c.Out, c.Say("usage"))
		return OK
	}
	for _, command := range commands {
		if command.Name == args[0] {
			return command.Run(c, args[1:])
		}
	}
	return c.Usage("unknown-command", args[0])
}

// askedLang is the language of -lang, wherever it stands in args, so that what is said of another
// argument is in it; lang without it.
func askedLang(args []string, lang entry.Lang) entry.Lang {
	for i, arg := range args {
		name, value, valued := strings.Cut(arg, "=")
		switch {
		case name == "--":
			return lang
		case name != "-lang" && name != "--lang":
			continue
		case !valued && i+1 < len(args):
			value = args[i+1]
		}
		if asked, ok := entry.ParseLang(value); ok {
			lang = asked
		}
	}
	return lang
}

// systemLang is the language that the environment asks for, if there are texts in it.
func systemLang(getenv func(string) string) entry.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			tag, _, _ := strings.Cut(strings.ToLower(value), ".")
			tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "-", "_"), "_")
			lang, _ := entry.ParseLang(tag)
			return lang
		}
	}
	return entry.Russian
}

// Flags parses the flags of a subcommand, which may stand between its arguments and behind
// them; "--" ends them. ok is false, and status what to exit with, if that ends the call.
func (c *Call) Flags(args []string, define func(*flag.FlagSet)) (rest []string, status int, ok bool) {
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	strange := "" // a language that is none
	f.Func("lang", "", func(s string) error {
		lang, ok := entry.ParseLang(s)
		if !ok {
			strange = s
			return errors.New("no language")
		}
		c.Lang = lang
		return nil
	})
	if define != nil {
		define(f)
	}
	for {
		err := f.Parse(args)
		parsed := args[:len(args)-f.NArg()]
		switch {
		case errors.Is(err, flag.ErrHelp):
			fmt.Fprint(c.Out, c.Say("usage"))
			return nil, OK, false
		case strange != "":
			return nil, c.Usage("bad-lang", strange), false
		case err != nil:
			arg, unread := strings.CutPrefix(err.Error(), "bad flag syntax: ")
			if !unread {
				arg = parsed[len(parsed)-1]
			}
			return nil, c.wrongFlag(f, arg), false
		}
		if f.NArg() == 0 || len(parsed) > 0 && parsed[len(parsed)-1] == "--" {
			return append(rest, f.Args()...), OK, true
		}
		rest, args = append(rest, f.Arg(0)), f.Args()[1:]
	}
}

// wrongFlag says what is wrong with the argument that f did not take: what the package flag says is
// in one language alone.
func (c *Call) wrongFlag(f *flag.FlagSet, arg string) int {
	name, _, valued := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
	switch {
	case f.Lookup(name) == nil:
		return c.Usage("unknown-flag", arg)
	case !valued:
		return c.Usage("no-value", arg)
	}
	return c.Usage("bad-value", arg)
}

// Fail prints a message, its hints each on a line of their own, and returns the status.
func (c *Call) Fail(status int, message string) int {
	fmt.Fprintf(c.Err, "%s: %s\n", c.Name, strings.ReplaceAll(strings.TrimSpace(message), "\n", "\n  "))
	return status
}

// Usage fails with the message id and the way to help.
func (c *Call) Usage(id string, args ...any) int {
	return c.Fail(Wrong, c.Say(id, args...)+"\n"+c.Say("see-help", c.Name))
}

// Say is a message in the language of the call.
func (c *Call) Say(id string, args ...any) string {
	text, ok := c.Messages[id]
	if !ok {
		if text, ok = common[id]; !ok {
			panic("no message " + id)
		}
	}
	return fmt.Sprintf(text[c.Lang], args...)
}

// Note prints a message on the standard error.
func (c *Call) Note(id string, args ...any) { fmt.Fprintln(c.Err, c.Say(id, args...)) }
