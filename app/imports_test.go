// Package app holds the parts of the product; this test keeps the arrows between them.
package app

import (
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows are the imports allowed within the module, by package, and why a package is kept
// from more.
var arrows = map[string]struct {
	to  []string
	why string
}{
	"evotor-errors":                            {[]string{"app/cmd"}, "main is one statement"},
	"evotor-errors/app/catalog/entry":          {nil, "types alone: the generator of the data rests on it"},
	"evotor-errors/app/catalog":                {[]string{"app/catalog/entry"}, "the codes as data: partners import it"},
	"evotor-errors/app/search":                 {nil, "finds documents, whatever they are"},
	"evotor-errors/app/decode/text":            {nil, "bytes and words: everything that reads rests on it"},
	"evotor-errors/app/decode/secret":          {[]string{"app/decode/text"}, "knows texts alone"},
	"evotor-errors/app/decode/tree":            {[]string{"app/decode/text"}, "reads trees, whatever they are about"},
	"evotor-errors/app/decode":                 {[]string{"app/decode/secret", "app/decode/text", "app/decode/tree"}, "reads text and knows no codes: fuzzed and compiled for the browser"},
	"evotor-errors/app/explain":                {[]string{"app/catalog", "app/decode", "app/decode/secret", "app/decode/text"}, "the core: partners import it"},
	"evotor-errors/app/stream":                 {[]string{"app/catalog", "app/decode", "app/decode/text", "app/explain"}, "counts what the core finds, on a terminal and in a browser"},
	"evotor-errors/app/linear":                 {nil, "changes sources, and knows only where they lie"},
	"evotor-errors/app/linear/counted":         {nil, "is laid under the core, in tests alone"},
	"evotor-errors/app/linear/counted/strings": {[]string{"app/linear/counted"}, "stands in for the standard library"},
	"evotor-errors/app/linear/counted/slices":  {[]string{"app/linear/counted"}, "stands in for the standard library"},
	"evotor-errors/app/linear/counted/utf8":    {[]string{"app/linear/counted"}, "stands in for the standard library"},
	"evotor-errors/app/linear/measure":         {[]string{"app/catalog", "app/explain", "app/linear", "app/linear/counted"}, "measures the core"},
	"evotor-errors/app/mutate":                 {nil, "changes sources, and knows only where they lie"},
	"evotor-errors/app/ui":                     {[]string{"app/catalog", "app/explain", "app/stream"}, "the only importer of go-app"},
	"evotor-errors/app/wasm":                   {nil, "runs the go command"},
	"evotor-errors/app/cli":                    {[]string{"app/catalog/entry"}, "is what commands have in common, the generator of the data too"},
	"evotor-errors/app/cmd":                    {[]string{"app/catalog", "app/cli", "app/explain", "app/search", "app/stream", "app/ui"}, "is the decoder, on a terminal and in a browser: what builds the site is no part of it"},
	"evotor-errors/app/site/page":              {[]string{"app/catalog/entry", "app/search"}, "reads files: the site and the generator depend on it"},
	"evotor-errors/app/site/render":            {nil, "the only importer of goldmark"},
	"evotor-errors/app/site/gen":               {[]string{"app/catalog/entry", "app/cli", "app/site/page"}, "writes the catalogue from the records alone, and runs without it"},
	"evotor-errors/app/site":                   {[]string{"app/catalog/entry", "app/decode/secret", "app/site/page", "app/site/render"}, "makes pages without the program"},
	"evotor-errors/app/site/serve":             {nil, "serves files, however they are made"},
	"evotor-errors/app/site/build":             {[]string{"app/catalog", "app/cli", "app/explain", "app/site", "app/site/page", "app/site/serve", "app/ui", "app/wasm"}, "joins what the site is made of"},
}

// outside are the libraries that one package alone may import.
var outside = map[string]string{
	"github.com/maxence-charriere/go-app/": "evotor-errors/app/ui",
	"github.com/yuin/goldmark":             "evotor-errors/app/site/render",
	"github.com/alecthomas/chroma/":        "evotor-errors/app/site/render",
	"go.yaml.in/yaml/":                     "evotor-errors/app/site/page",
	"github.com/evanw/esbuild/":            "evotor-errors/app/site",
}

// TestReadme wants the README to name every budget, and to be read in a few minutes.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(strings.Fields(string(readme))); n > 1600 {
		t.Errorf("README.md has %d words, more than 1,600", n)
	}
	data, err := os.ReadFile("budgets.json")
	if err != nil {
		t.Fatal(err)
	}
	var budgets map[string]int
	if err := json.Unmarshal(data, &budgets); err != nil {
		t.Fatal(err)
	}
	for name, n := range budgets {
		number := strconv.Itoa(n)
		number = number[:len(number)-3] + "," + number[len(number)-3:] + " bytes"
		if !strings.Contains(string(readme), number) {
			t.Errorf("README.md does not say that the budget of the %s is %s", name, number)
		}
	}
}

func TestArrows(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}:{{join .Imports \" \"}}", "evotor-errors/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(strings.TrimSpace(line), ":")
		rule, known := arrows[pkg]
		if !known && imports != "" {
			t.Errorf("%s has no rule here", pkg)
		}
		for imp := range strings.FieldsSeq(imports) {
			if rest, ours := strings.CutPrefix(imp, "evotor-errors/"); ours && !slices.Contains(rule.to, rest) {
				t.Errorf("%s imports %s, but it %s", pkg, imp, rule.why)
			}
			for library, owner := range outside {
				if strings.HasPrefix(imp, library) && pkg != owner {
					t.Errorf("%s imports %s, which only %s may", pkg, imp, owner)
				}
			}
			if core := strings.HasPrefix(pkg, "evotor-errors/app/decode") || pkg == "evotor-errors/app/catalog" || pkg == "evotor-errors/app/explain"; core && strings.Contains(strings.Split(imp, "/")[0], ".") {
				t.Errorf("%s imports %s: the core needs the standard library alone", pkg, imp)
			}
		}
	}
}
