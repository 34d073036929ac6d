package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"evotor-errors/app/catalog/entry"
)

// pack puts scripts, styles, icons and the program under assets/, scripts and styles
// minified, each with a hash of its content in its name.
func (b *builder) pack() error {
	// Each page pays for what it shows alone: bare.css is without what pages add, tool.css is the
	// tool's.
	for name, files := range map[string][]string{"style.css": {"style.css", "pages.css"}, "bare.css": {"style.css"}, "tool.css": {"tool.css"}, "icon.svg": {"icon.svg"}} {
		var all []byte
		for _, file := range files {
			data, err := fs.ReadFile(b.in.Web, file)
			if err != nil {
				return err
			}
			all = append(all, data...)
		}
		if err := b.asset(name, all); err != nil {
			return err
		}
	}
	for _, name := range []string{"theme.js", "page.js", "codes.js", "missing.js", "compile.js", "scan.js", "start.js", "frame.js", "embedding.js"} {
		data, err := bundle(b.in.Web, name, api.FormatIIFE, map[string]string{"runtime": string(b.in.Runtime)})
		if err != nil {
			return err
		}
		if err := b.asset(name, data); err != nil {
			return err
		}
	}
	for _, lang := range entry.Langs {
		if err := b.search(lang); err != nil {
			return err
		}
		words, err := json.Marshal(b.words("overview", lang))
		if err != nil {
			return err
		}
		script, err := bundle(b.in.Web, "overview.js", api.FormatESModule, map[string]string{"words": "export const words = " + string(words)})
		if err != nil {
			return err
		}
		if err := b.asset("overview-"+lang.String()+".js", script); err != nil {
			return err
		}
	}
	return b.asset("app.wasm", b.in.Program)
}

// search publishes the search of a language: the script and the index in one file, which pages
// fetch when somebody first searches.
func (b *builder) search(lang entry.Lang) error {
	var module strings.Builder
	for _, export := range []struct {
		name  string
		value any
	}{{"docs", b.in.Docs.Index(lang)}, {"prefix", lang.Prefix()}, {"words", b.words("search", lang)}} {
		data, err := json.Marshal(export.value)
		if err != nil {
			return err
		}
		fmt.Fprintf(&module, "export const %s = %s;\n", export.name, data)
	}
	script, err := bundle(b.in.Web, "search.js", api.FormatESModule, map[string]string{"index": module.String()})
	if err != nil {
		return err
	}
	return b.asset("search-"+lang.String()+".js", script)
}

// words are those of a group in a language.
func (b *builder) words(group string, lang entry.Lang) map[string]string {
	words := map[string]string{}
	for id, w := range b.in.Docs.SiteWords[group] {
		words[id] = w[lang]
	}
	return words
}

func (b *builder) asset(name string, data []byte) error {
	loader := api.LoaderNone
	switch path.Ext(name) {
	case ".js":
		loader = api.LoaderJS
	case ".css":
		loader = api.LoaderCSS
	}
	if loader != api.LoaderNone {
		result := api.Transform(string(data), api.TransformOptions{
			Loader: loader, Sourcefile: "web/" + name, Target: api.ES2022, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
			MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		})
		if len(result.Errors) > 0 {
			return fmt.Errorf("%s", strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
		}
		data = result.Code
	}
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	file := "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:])[:12] + ext
	b.assets[name] = file
	b.tree[file] = data
	return nil
}
