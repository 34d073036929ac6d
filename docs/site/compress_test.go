package site_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"evotor-errors/docs/site"
)

// TestPrecompress wants what lies beside a file to be the file, and the same every time.
func TestPrecompress(t *testing.T) {
	page := []byte(strings.Repeat("<p>страница</p>", 100))
	trees := []site.Tree{
		{"index.html": page, "tiny.txt": []byte("x"), "picture.png": page},
		{"index.html": page, "tiny.txt": []byte("x"), "picture.png": page},
	}
	for _, tree := range trees {
		if err := site.Precompress(tree); err != nil {
			t.Fatal(err)
		}
		if len(tree) != 5 {
			t.Errorf("the tree has %d files, want index.html twice more", len(tree))
		}
		gz, err := gzip.NewReader(bytes.NewReader(tree["index.html.gz"]))
		if err != nil {
			t.Fatal(err)
		}
		for name, r := range map[string]io.Reader{"gz": gz, "br": brotli.NewReader(bytes.NewReader(tree["index.html.br"]))} {
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, page) {
				t.Errorf("%s holds something else: %v", name, err)
			}
		}
	}
	for name := range trees[0] {
		if !bytes.Equal(trees[0][name], trees[1][name]) {
			t.Errorf("%s differs from time to time", name)
		}
	}
}
