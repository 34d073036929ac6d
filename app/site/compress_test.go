package site_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"evotor-errors/app/site"
)

// cache has what is compressed kept in a folder of the test.
func cache(t *testing.T) string {
	t.Helper()
	before := site.Cache
	t.Cleanup(func() { site.Cache = before })
	site.Cache = filepath.Join(t.TempDir(), "cache")
	return site.Cache
}

// TestPrecompress wants what lies beside a file to be the file, the same every time, with what
// is kept and without.
func TestPrecompress(t *testing.T) {
	dir := cache(t)
	page := []byte(strings.Repeat("<p>страница</p>", 100))
	var first site.Tree
	for range 2 {
		tree := site.Tree{"index.html": page, "tiny.txt": []byte("x"), "picture.png": page}
		if err := site.Precompress(tree, site.Best); err != nil {
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
		if first == nil {
			first = tree
		}
		for name := range tree {
			if !bytes.Equal(tree[name], first[name]) {
				t.Errorf("%s differs from time to time", name)
			}
		}
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 4 {
		t.Errorf("kept are %v, %v", files, err)
	}
}

// TestCache wants what is kept taken, the better of two qualities, unless it is damaged; and
// what nobody asks for forgotten.
func TestCache(t *testing.T) {
	dir := cache(t)
	data := []byte(strings.Repeat("a page of a site; ", 1000))
	if _, err := site.Brotli(data, site.Best); err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(kept) != 1 {
		t.Fatal(kept, err)
	}
	sum := sha256.Sum256([]byte("kept"))
	if err := os.WriteFile(kept[0], append(sum[:], "kept"...), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, quality := range []int{site.Best, site.Quick} {
		if got, err := site.Brotli(data, quality); err != nil || string(got) != "kept" {
			t.Errorf("at quality %d: %.20q, %v, not what is kept", quality, got, err)
		}
	}
	if err := os.WriteFile(kept[0], append(sum[:], "damaged"...), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := site.Brotli(data, site.Best)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := io.ReadAll(brotli.NewReader(bytes.NewReader(got))); err != nil || !bytes.Equal(back, data) {
		t.Errorf("what is damaged was taken: %v", err)
	}
	old := time.Now().AddDate(0, -2, 0)
	if err := os.Chtimes(kept[0], old, old); err != nil {
		t.Fatal(err)
	}
	if err := site.Precompress(site.Tree{"other.txt": data[1:]}, site.Quick); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(kept[0]); !os.IsNotExist(err) {
		t.Errorf("a file that no build has asked for in two months is kept: %v", err)
	}
	// Where nothing can be kept, it works as well.
	site.Cache = filepath.Join(kept[0], "no", "folder")
	if err := os.WriteFile(kept[0], nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := site.Brotli(data, site.Quick); err != nil {
		t.Error(err)
	}
}
