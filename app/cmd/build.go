//go:build !js

package cmd

import (
	"html/template"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
	"evotor-errors/app/ui"
	"evotor-errors/app/wasm"
	"evotor-errors/docs/gen"
	"evotor-errors/docs/page"
	"evotor-errors/docs/site"
)

// A workshop makes the site from the source tree at root.
type workshop struct {
	root    string
	base    string
	hosts   string // who may frame the tool
	live    bool   // the site is served while its sources may change
	program []byte
	runtime []byte
}

// findRoot is the root of the module that the working directory lies in.
func (c *call) findRoot() (string, bool) {
	wd, err := os.Getwd()
	if err != nil {
		c.fail(exitUsage, err.Error())
		return "", false
	}
	for dir := wd; ; dir = filepath.Dir(dir) {
		if mod, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil && strings.HasPrefix(string(mod), "module evotor-errors\n") {
			return dir, true
		}
		if dir == filepath.Dir(dir) {
			c.fail(exitUsage, c.say("not-a-tree", wd))
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
	return page.Load(os.DirFS(filepath.Join(w.root, "docs")), DecodeSample)
}

// DecodeSample reads a sample of a record as the tool does: it is the page.Decoder of the
// documentation.
func DecodeSample(sample string) []page.Decoded {
	var list []page.Decoded
	for _, r := range explain.Text(sample, catalog.Russian).Responses {
		slots := map[string]string{}
		if r.Status != nil {
			slots["status"] = strconv.Itoa(*r.Status)
		}
		if r.Reset > 0 {
			slots["reset"] = strconv.Itoa(r.Reset)
		}
		if len(r.Errors) == 0 {
			list = append(list, page.Decoded{Slots: slots})
		}
		for _, e := range r.Errors {
			list = append(list, page.Decoded{Code: e.Code, Slots: e.Slots(slots)})
		}
	}
	return list
}

// generate brings the catalogue up to date; stale is whether it was not.
func (w *workshop) generate(docs *page.Docs) (stale bool, err error) {
	return gen.Write(w.root, docs, true)
}

// compile builds the WebAssembly.
func (c *call) compile(w *workshop) error {
	dir, err := os.MkdirTemp("", "site")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "app.wasm")
	if err := wasm.Build(w.root, out, c.err); err != nil {
		return err
	}
	if w.program, err = os.ReadFile(out); err != nil {
		return err
	}
	w.runtime, err = wasm.Runtime()
	return err
}

// tree makes the site.
func (w *workshop) tree(docs *page.Docs) (site.Tree, error) {
	in := w.input(docs)
	for _, lang := range catalog.Langs {
		html, err := ui.Prerender(lang)
		if err != nil {
			return nil, err
		}
		in.Report[page.Lang(lang.String())] = template.HTML(html)
	}
	return site.Build(in)
}

// input is what the site is made of, but for the reports.
func (w *workshop) input(docs *page.Docs) site.Input {
	return site.Input{
		Docs:     docs,
		Template: os.DirFS(filepath.Join(w.root, "docs", "site", "template")),
		Web:      os.DirFS(filepath.Join(w.root, "web")),
		Runtime:  w.runtime,
		Program:  w.program,
		Report:   map[page.Lang]template.HTML{},
		Base:     w.base,
		Hosts:    w.hosts,
		Live:     w.live,
	}
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
