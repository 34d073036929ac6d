package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"evotor-errors/app/catalog/entry"
)

// Package makes the embedded element as an npm package: a module with the code, one for each
// language, their types, what describes them and what changed.
func Package(in Input) (Tree, error) {
	b := &builder{in: in}
	tree := Tree{}
	files, err := fs.ReadDir(in.Web, "embed/package")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if tree[f.Name()], err = fs.ReadFile(in.Web, path.Join("embed/package", f.Name())); err != nil {
			return nil, err
		}
	}
	if tree["custom-elements.json"], err = fs.ReadFile(in.Web, promisesFile); err != nil {
		return nil, err
	}
	version, err := b.packageVersion()
	if err != nil {
		return nil, err
	}
	tree["package.json"] = bytes.Replace(tree["package.json"], []byte(`"0.0.0"`), []byte(`"`+version+`"`), 1)
	tree["CHANGELOG.md"] = []byte("# Changes\n\n" + prose(b.pages(entry.English).changelog(), func(line string) string {
		return headingPattern.ReplaceAllString(line, "$1")
	}))

	data, err := b.embedData()
	if err != nil {
		return nil, err
	}
	base, err := exported("base", in.Base)
	if err != nil {
		return nil, err
	}
	if tree["define.js"], err = b.module("module.js", map[string]string{"data": data, "base": base}); err != nil {
		return nil, err
	}
	for _, lang := range entry.Langs {
		texts, err := b.pages(lang).embedTexts()
		if err != nil {
			return nil, err
		}
		if tree[lang.String()+".js"], err = b.module("module-language.js", map[string]string{"texts": texts}); err != nil {
			return nil, err
		}
	}
	return tree, nil
}

// module bundles a module of the package, to be read and bundled again.
func (b *builder) module(entry string, modules map[string]string) ([]byte, error) {
	files, err := fs.Sub(b.in.Web, "embed")
	if err != nil {
		return nil, err
	}
	return bundled(files, entry, api.BuildOptions{Format: api.FormatESModule}, modules)
}

// packageVersion is that of the newest release if the element is as it was then, otherwise one
// between that and the next.
func (b *builder) packageVersion() (string, error) {
	hashes, err := readHashes(b.in.Web)
	if err != nil {
		return "", err
	}
	v, ok := newest(hashes)
	if !ok {
		return "", fmt.Errorf("the element has no version yet\n./build.sh release v1.0.0 makes one")
	}
	for _, lang := range entry.Langs {
		scripts, err := b.pages(lang).embedScripts()
		if err != nil {
			return "", err
		}
		for name, script := range scripts {
			if integrity(script) != hashes[path.Join(v.String(), name)] {
				return fmt.Sprintf("%d.%d.%d-0", v[0], v[1], v[2]+1), nil
			}
		}
	}
	return strings.TrimPrefix(v.String(), "v"), nil
}

// changelog is the part of the guide on frameworks that says what each version changed.
func (p *pages) changelog() string {
	for _, g := range p.in.Docs.Guides {
		if g.Name == "frameworks" {
			_, versions, _ := strings.Cut(g.Text[p.lang].Markdown, " {#versions}\n")
			versions, _, _ = strings.Cut(versions, "\n## ")
			return versions
		}
	}
	return ""
}

// promisesFile describes what hosts rely on: names of attributes, properties, events and more.
const promisesFile = "embed/custom-elements.json"

// promises are the names in such a description, each with its element, its kind and its type.
func promises(data []byte) (map[string]bool, error) {
	type named struct {
		Name   string
		Static bool
		Type   struct{ Text string }
	}
	var manifest struct {
		Modules []struct {
			Declarations []struct {
				TagName                                                     string
				Attributes, Members, Events, Slots, CSSProperties, CSSParts []named
			}
		}
	}
	if err := json.Unmarshal(data, &manifest); err != nil {
		return nil, fmt.Errorf("%s: %w", promisesFile, err)
	}
	all := map[string]bool{}
	for _, m := range manifest.Modules {
		for _, d := range m.Declarations {
			for kind, list := range map[string][]named{"attribute": d.Attributes, "member": d.Members, "event": d.Events, "slot": d.Slots, "CSS property": d.CSSProperties, "part": d.CSSParts} {
				for _, n := range list {
					kind, name := kind, n.Name
					if n.Static {
						kind = "static " + kind
					}
					if n.Type.Text != "" {
						name += ": " + n.Type.Text
					}
					all[fmt.Sprintf("<%s> %s %q", d.TagName, kind, name)] = true
				}
			}
		}
	}
	return all, nil
}
