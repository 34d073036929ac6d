// Command build makes the site from docs, web and app: it serves it while they are edited,
// writes it into a folder, or makes a package or a release of the embedded element. ./build.sh calls it.
package main

import (
	"errors"
	"html/template"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cli"
	"evotor-errors/app/explain"
	"evotor-errors/app/site"
	"evotor-errors/app/site/page"
	"evotor-errors/app/ui"
	"evotor-errors/app/wasm"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run runs the subcommand that args begin with and returns the exit status.
func run(args []string, out, err io.Writer) int {
	c := &cli.Call{Out: out, Err: err, Name: "build.sh", Messages: messages}
	return c.Run([]cli.Command{
		{Name: "serve", Run: func(c *cli.Call, args []string) int { return call{c}.serve(args) }},
		{Name: "site", Run: func(c *cli.Call, args []string) int { return call{c}.site(args) }},
		{Name: "evidence", Run: func(c *cli.Call, args []string) int { return call{c}.evidence(args) }},
		{Name: "package", Run: func(c *cli.Call, args []string) int { return call{c}.pack(args) }},
		{Name: "release", Run: func(c *cli.Call, args []string) int { return call{c}.release(args) }},
	}, args)
}

// A call is one run of the program.
type call struct{ *cli.Call }

// A workshop makes the site from the source tree at root.
type workshop struct {
	root     string
	base     string
	hosts    string // who may frame the tool
	edit     string // where sources are edited
	mistakes string // where mistakes are reported
	live     bool   // the site is served while its sources may change
	program  []byte
	runtime  []byte
	notices  []byte
}

// findRoot is the root of the module that the working directory lies in.
func (c call) findRoot() (string, bool) {
	wd, err := os.Getwd()
	if err != nil {
		c.Fail(cli.Wrong, err.Error())
		return "", false
	}
	for dir := wd; ; dir = filepath.Dir(dir) {
		if mod, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil && strings.HasPrefix(string(mod), "module evotor-errors\n") {
			return dir, true
		}
		if dir == filepath.Dir(dir) {
			c.Fail(cli.Wrong, c.Say("not-a-tree", wd))
			return "", false
		}
	}
}

// parseBase checks an address that absolute addresses begin with.
func parseBase(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", false
	}
	return strings.TrimSuffix(s, "/") + "/", true
}

// docs loads and lints the documentation.
func (w *workshop) docs() (*page.Docs, error) {
	return page.Load(os.DirFS(filepath.Join(w.root, "docs")), decodeSample)
}

// decodeSample reads a sample of a record as the tool does: it is the page.Decoder of the
// documentation.
func decodeSample(sample string) []page.Decoded {
	var list []page.Decoded
	for _, r := range explain.Text(sample, catalog.Russian).Responses {
		slots := r.Slots(catalog.Russian)
		delete(slots, "direction") // a condition, no value
		if len(r.Errors) == 0 {
			list = append(list, page.Decoded{Slots: slots})
		}
		for _, e := range r.Errors {
			list = append(list, page.Decoded{Code: e.Code, Slots: e.Slots(slots)})
		}
	}
	return list
}

// generate brings the catalogue up to date, with the generator of the source tree; stale is
// whether it was not.
func (c call) generate(w *workshop) (stale bool, err error) {
	catalogue := func() string {
		data, _ := os.ReadFile(filepath.Join(w.root, "app", "catalog", "entries_gen.go"))
		return string(data)
	}
	before := catalogue()
	cmd := exec.Command("go", "run", "./app/site/gen", "-lang", c.Lang.String())
	cmd.Dir = w.root
	if out, err := cmd.CombinedOutput(); err != nil {
		return false, errors.New(string(out))
	}
	return catalogue() != before, nil
}

// compile builds the WebAssembly.
func (c call) compile(w *workshop) error {
	dir, err := os.MkdirTemp("", "site")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "app.wasm")
	if err := wasm.Build(w.root, out, c.Err); err != nil {
		return err
	}
	if w.program, err = os.ReadFile(out); err != nil {
		return err
	}
	if w.notices, err = wasm.Notices(w.root); err != nil {
		return err
	}
	w.runtime, err = wasm.Runtime(w.root)
	return err
}

// tree makes the site.
func (w *workshop) tree(docs *page.Docs) (site.Tree, error) {
	in := w.input(docs)
	for _, lang := range catalog.Langs {
		in.Report[lang] = template.HTML(ui.Prerender(lang))
	}
	return site.Build(in)
}

// input is what the site is made of, but for the reports.
func (w *workshop) input(docs *page.Docs) site.Input {
	date, err := time.Parse(time.DateOnly, catalog.Date)
	if err != nil {
		panic(err) // the generator wrote it
	}
	return site.Input{
		Docs:     docs,
		Template: os.DirFS(filepath.Join(w.root, "docs", "template")),
		Schema:   os.DirFS(filepath.Join(w.root, "docs", "schema")),
		Web:      os.DirFS(filepath.Join(w.root, "web")),
		Runtime:  w.runtime,
		Program:  w.program,
		Report:   map[catalog.Lang]template.HTML{},
		Notices:  w.notices,
		Version:  catalog.Version,
		Date:     date,
		Base:     w.base,
		Hosts:    w.hosts,
		Edit:     w.edit,
		Mistakes: w.mistakes,
		Live:     w.live,
	}
}

// address reports whether s is one of a scheme, or none.
func address(s string, schemes ...string) bool {
	u, err := url.Parse(s)
	return s == "" || err == nil && slices.Contains(schemes, u.Scheme) && u.Host+u.Opaque != ""
}

// parseHosts checks the origins of pages that may frame the tool: https://host, with commas
// or spaces between, or * for all.
func parseHosts(s string) (string, bool) {
	list := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
	for _, origin := range list {
		u, err := url.Parse(origin)
		if origin == "*" && len(list) == 1 {
			continue
		}
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Path != "" || u.RawQuery != "" || u.Fragment != "" || strings.Contains(u.Host, "*") {
			return "", false
		}
	}
	return strings.Join(list, " "), len(list) > 0
}
