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
		if err := site.Precompress(tree, site.Best, nil); err != nil {
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
	// What is there already is taken over, what has changed is not.
	before := site.Tree{"index.html": page, "index.html.br": []byte("br"), "index.html.gz": []byte("gz"), "a.css": []byte("other"), "a.css.br": []byte("br"), "a.css.gz": []byte("gz")}
	again := site.Tree{"index.html": page, "a.css": page}
	if err := site.Precompress(again, site.Quick, before); err != nil {
		t.Fatal(err)
	}
	if string(again["index.html.br"]) != "br" || string(again["index.html.gz"]) != "gz" || len(again["a.css.gz"]) < 10 {
		t.Error("the same file was compressed again, or another one was not")
	}
	for name := range trees[0] {
		if !bytes.Equal(trees[0][name], trees[1][name]) {
			t.Errorf("%s differs from time to time", name)
		}
	}
}
