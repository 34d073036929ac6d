package main

import (
	"flag"
	"os"
	"path/filepath"

	"evotor-errors/app/cli"
	"evotor-errors/app/site"
)

// site writes the static site.
func (c call) site(args []string) int {
	out := ""
	w, _, status, ok := c.workshop("site", args, func(f *flag.FlagSet) { f.StringVar(&out, "out", out, "") })
	if !ok {
		return status
	}
	if out == "" {
		out = filepath.Join(w.root, "build", "site")
	} else {
		out = relative(out)
	}
	// What keeps it from being written is said before the minute that it takes to make.
	if err := site.Check(out); err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	docs, err := w.docs()
	if err != nil {
		return c.Fail(cli.Wrong, c.Say("docs-problems", err))
	}
	c.Note("building-wasm")
	if err := c.compile(w); err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	c.Note("building-pages")
	tree, err := w.tree(docs)
	if err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	c.Note("compressing")
	if err := site.Precompress(tree, site.Best); err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	if err := site.Write(out, tree); err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	c.Note("written", out, len(tree))
	return cli.OK
}

// pack writes the embedded element as an npm package.
func (c call) pack(args []string) int {
	out := ""
	w, _, status, ok := c.workshop("package", args, func(f *flag.FlagSet) { f.StringVar(&out, "out", out, "") })
	if !ok {
		return status
	}
	if out == "" {
		out = filepath.Join(w.root, "build", "package")
	} else {
		out = relative(out)
	}
	docs, err := w.docs()
	if err != nil {
		return c.Fail(cli.Wrong, c.Say("docs-problems", err))
	}
	tree, err := site.Package(w.input(docs))
	if err == nil {
		err = site.Write(out, tree)
	}
	if err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	c.Note("packed", out)
	return cli.OK
}

// release writes the embedded element, as it is now, as a version that never changes.
func (c call) release(args []string) int {
	w, rest, status, ok := c.workshop("release", args, nil)
	if !ok {
		return status
	}
	if len(rest) != 1 {
		return c.Usage("no-version")
	}
	docs, err := w.docs()
	if err != nil {
		return c.Fail(cli.Wrong, c.Say("docs-problems", err))
	}
	files, err := site.Release(w.input(docs), rest[0])
	if err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	for name, data := range files {
		file := filepath.Join(w.root, "web", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return c.Fail(cli.Wrong, err.Error())
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return c.Fail(cli.Wrong, err.Error())
		}
	}
	c.Note("released", rest[0])
	return cli.OK
}

// workshop parses the flags of a command that works on the source tree and takes no
// arguments.
func (c call) workshop(name string, args []string, define func(*flag.FlagSet)) (w *workshop, rest []string, status int, ok bool) {
	w = &workshop{}
	base, hosts := "", ""
	rest, status, ok = c.Flags(args, func(f *flag.FlagSet) {
		f.StringVar(&base, "base", "", "")
		f.StringVar(&hosts, "hosts", "*", "")
		f.StringVar(&w.edit, "edit", "", "")
		f.StringVar(&w.mistakes, "report", "", "")
		if define != nil {
			define(f)
		}
	})
	if !ok {
		return nil, nil, status, false
	}
	if len(rest) > 0 && name != "release" {
		return nil, nil, c.Usage("no-arguments", rest[0]), false
	}
	if w.base, ok = parseBase(base); !ok {
		return nil, nil, c.Usage("bad-base", base), false
	}
	if w.hosts, ok = parseHosts(hosts); !ok {
		return nil, nil, c.Usage("bad-hosts", hosts), false
	}
	if !address(w.edit, "https", "http") {
		return nil, nil, c.Usage("bad-edit", w.edit), false
	}
	if !address(w.mistakes, "https", "http", "mailto") {
		return nil, nil, c.Usage("bad-report", w.mistakes), false
	}
	if w.root, ok = c.findRoot(); !ok {
		return nil, nil, cli.Wrong, false
	}
	return w, rest, cli.OK, true
}

// relative is a path as the person means it who calls build.sh in some folder.
func relative(path string) string {
	if from := os.Getenv("BUILD_FROM"); from != "" && !filepath.IsAbs(path) {
		return filepath.Join(from, path)
	}
	return path
}
