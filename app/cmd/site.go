//go:build !js

package cmd

import (
	"flag"
	"fmt"

	"evotor-errors/docs/gen"
	"evotor-errors/docs/site"
)

// generate brings the catalogue up to date with the records.
func (c *call) generate(args []string) int {
	w, _, status, ok := c.workshop("generate", args, nil)
	if !ok {
		return status
	}
	docs, err := w.docs()
	if err != nil {
		return c.fail(exitUsage, c.say("docs-problems", err))
	}
	stale, err := w.generate(docs)
	if err != nil {
		return c.fail(exitUsage, err.Error())
	}
	if stale {
		fmt.Fprintln(c.err, c.say("generated", gen.File))
	} else {
		fmt.Fprintln(c.err, c.say("up-to-date", gen.File))
	}
	return exitOK
}

// site writes the static site.
func (c *call) site(args []string) int {
	out := "build/site"
	w, _, status, ok := c.workshop("site", args, func(f *flag.FlagSet) { f.StringVar(&out, "out", out, "") })
	if !ok {
		return status
	}
	docs, err := w.docs()
	if err != nil {
		return c.fail(exitUsage, c.say("docs-problems", err))
	}
	if _, err := w.generate(docs); err != nil {
		return c.fail(exitUsage, err.Error())
	}
	fmt.Fprintln(c.err, c.say("building-wasm"))
	if err := c.compile(w); err != nil {
		return c.fail(exitUsage, err.Error())
	}
	fmt.Fprintln(c.err, c.say("building-pages"))
	tree, err := w.tree(docs)
	if err != nil {
		return c.fail(exitUsage, err.Error())
	}
	if err := site.Write(out, tree); err != nil {
		return c.fail(exitUsage, err.Error())
	}
	fmt.Fprintln(c.err, c.say("written", out, len(tree)))
	return exitOK
}

// workshop parses the flags of a command that works on the source tree and takes no
// arguments.
func (c *call) workshop(name string, args []string, define func(*flag.FlagSet)) (w *workshop, rest []string, status int, ok bool) {
	w = &workshop{}
	base := ""
	rest, status, ok = c.flags(name, args, func(f *flag.FlagSet) {
		f.StringVar(&base, "base", "", "")
		if define != nil {
			define(f)
		}
	})
	if !ok {
		return nil, nil, status, false
	}
	if len(rest) > 0 {
		return nil, nil, c.usage("no-arguments", rest[0]), false
	}
	if w.base, ok = parseBase(base); !ok {
		return nil, nil, c.usage("bad-base", base), false
	}
	if w.root, ok = c.findRoot(); !ok {
		return nil, nil, exitUsage, false
	}
	return w, rest, exitOK, true
}
