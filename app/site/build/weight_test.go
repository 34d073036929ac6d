package main

import (
	"os"
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
			for _, asset := range []string{"assets/style.", "assets/theme."} {
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
