package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
	"evotor-errors/app/site/page"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"build": func() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	source, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true, Setup: func(env *testscript.Env) error {
		env.Setenv("ROOT", source)
		for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOSUMDB"} {
			out, err := exec.Command("go", "env", name).Output()
			if err != nil {
				return err
			}
			env.Setenv(name, strings.TrimSpace(string(out)))
		}
		return nil
	}})
}

const root = "../../.."

// TestSamplesDecode wants every response in a record or guide that shows one to decode to
// codes of the catalogue: what people copy from the pages works in the tool.
func TestSamplesDecode(t *testing.T) {
	docs, err := page.Load(os.DirFS(root+"/docs"), decodeSample)
	if err != nil {
		t.Fatalf("docs have problems:\n%v", err)
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
