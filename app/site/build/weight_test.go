package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// TestPageWeight holds what comes before the first paint: the tool's page with its style and
// the script that sets its colours, at brotli -q 11.
func TestPageWeight(t *testing.T) {
	most := budget(t, "tool page")
	tree := testTree(t, "")
	for _, page := range []string{"index.html", "en/index.html"} {
		n := compressed(t, tree[page])
		for name, data := range tree {
			for _, asset := range []string{"assets/style.", "assets/tool.", "assets/theme."} {
				if len(name) > len(asset) && name[:len(asset)] == asset {
					n += compressed(t, data)
				}
			}
		}
		t.Logf("%s: %d bytes", page, n)
		if n > most {
			t.Errorf("%s has %d bytes, more than %d", page, n, most)
		}
	}
}

// TestReaderWeight holds what a reader of one page of the documentation gets, with all that the page
// loads and the worker keeps, at brotli -q 11. The tool's page has a budget of its own.
func TestReaderWeight(t *testing.T) {
	const most = 30_000
	tree := testTree(t, "")
	heaviest, heavy := "", 0
	weights := map[string]int{}
	weigh := func(name string) int {
		if weights[name] == 0 {
			weights[name] = compressed(t, tree[name])
		}
		return weights[name]
	}
	for name, data := range tree {
		if !strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "assets/") || bytes.Contains(data, []byte("data-wasm")) {
			continue
		}
		n := weigh(name) + weigh("worker.js")
		for _, asset := range regexp.MustCompile(`(?:src|href)="[./]*(assets/[^"]+|v1/[^"]+)"`).FindAllSubmatch(data, -1) {
			n += weigh(string(asset[1]))
		}
		if n > heavy {
			heaviest, heavy = name, n
		}
	}
	t.Logf("%s: %d bytes", heaviest, heavy)
	if heavy > most {
		t.Errorf("a reader of %s gets %d bytes, more than %d", heaviest, heavy, most)
	}
}

// TestProvisionalWeight holds the script that answers before the program is there: it comes
// with the page, on the slowest network.
func TestProvisionalWeight(t *testing.T) {
	most := budget(t, "provisional answer")
	source, err := os.ReadFile(root + "/web/provisional.js")
	if err != nil {
		t.Fatal(err)
	}
	out := api.Transform(string(source), api.TransformOptions{MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Target: api.ES2022})
	t.Logf("%d bytes", len(out.Code))
	if len(out.Code) > most {
		t.Errorf("the script has %d bytes, more than %d", len(out.Code), most)
	}
}

// TestSearchWeight holds what the first search fetches: the script with its index, at brotli -q 11.
func TestSearchWeight(t *testing.T) {
	most := budget(t, "search")
	for name, data := range testTree(t, "") {
		if !strings.HasPrefix(name, "assets/search-") {
			continue
		}
		n := compressed(t, data)
		t.Logf("%s: %d bytes", name, n)
		if n > most {
			t.Errorf("%s has %d bytes, more than %d", name, n, most)
		}
	}
}
