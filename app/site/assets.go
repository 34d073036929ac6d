package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// pack puts scripts, styles, icons and the program under assets/, scripts and styles
// minified, each with a hash of its content in its name.
func (b *builder) pack() error {
	// Frames of other sites pay for what they show alone: bare.css is without what pages add.
	for name, files := range map[string][]string{"style.css": {"style.css", "pages.css"}, "bare.css": {"style.css"}, "icon.svg": {"icon.svg"}} {
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
	for _, name := range []string{"theme.js", "page.js", "codes.js", "missing.js", "compile.js", "rehearse.js", "start.js", "frame.js", "embedding.js"} {
		data, err := bundle(b.in.Web, name, map[string]string{"runtime": string(b.in.Runtime)})
		if err != nil {
			return err
		}
		if err := b.asset(name, data); err != nil {
			return err
		}
	}
	return b.asset("app.wasm", b.in.Program)
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
			Loader: loader, Sourcefile: "web/" + name, Target: api.ES2022, LegalComments: api.LegalCommentsNone,
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
