//go:build !js

package cmd_test

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cmd"
	"evotor-errors/app/explain"
	"evotor-errors/docs/gen"
	"evotor-errors/docs/page"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"evotor-errors": func() { os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true})
}

// TestDocs lints the documentation as the site's build does, and wants the catalogue to be
// what the records say.
func TestDocs(t *testing.T) {
	docs, err := page.Load(os.DirFS("../../docs"), cmd.DecodeSample)
	if err != nil {
		t.Fatalf("docs have problems:\n%v", err)
	}
	stale, err := gen.Write("../..", docs, false)
	if err != nil {
		t.Fatal(err)
	}
	if stale {
		t.Errorf("%s does not match docs/errors\nbring it up to date: go run . generate", gen.File)
	}
}

// TestSamplesDecode wants every response in a record or guide that shows one to decode to
// codes of the catalogue: what people copy from the pages works in the tool.
func TestSamplesDecode(t *testing.T) {
	docs, err := page.Load(os.DirFS("../../docs"), cmd.DecodeSample)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range docs.Guides {
		for lang, text := range g.Text {
			for i, block := range strings.Split(text.Markdown, "```") {
				if i%2 == 0 || !strings.Contains(block, `"errors"`) && !strings.Contains(block, `"violations"`) {
					continue
				}
				r := explain.Text(block, catalog.Russian)
				if len(r.Responses) == 0 {
					t.Errorf("guide %s in %s shows a response that the tool does not read:\n%s", g.Name, lang, block)
				}
			}
		}
	}
}
