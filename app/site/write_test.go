package site_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/site"
)

// files are the contents of a folder by name, without what Write keeps for itself.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == ".site-files" {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		got[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWrite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1"), "old/index.html": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "CNAME"), "example.ru")
	write(t, filepath.Join(dir, ".git", "config"), "mine")
	if err := site.Write(dir, site.Tree{"index.html": []byte("2"), "new/index.html": []byte("2")}); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"index.html": "2", "new/index.html": "2", "CNAME": "example.ru", ".git/config": "mine"}
	if diff := cmp.Diff(want, files(t, dir)); diff != "" {
		t.Errorf("the second site, with what is not ours: %s", diff)
	}
	if left, _ := os.ReadDir(parent); len(left) != 1 {
		t.Errorf("beside the site lies %v", left)
	}
}

func TestWriteLeavesForeignFoldersAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "thesis.txt"), "mine")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err == nil {
		t.Error("a folder with files that are not ours was written to")
	}
	if diff := cmp.Diff(map[string]string{"thesis.txt": "mine"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestWriteKeepsAForeignFileInOurWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "robots.txt"), "mine")
	if err := site.Write(dir, site.Tree{"index.html": []byte("2"), "robots.txt": []byte("ours")}); err == nil {
		t.Error("a file that is not ours was overwritten")
	}
	if diff := cmp.Diff(map[string]string{"index.html": "1", "robots.txt": "mine"}, files(t, dir)); diff != "" {
		t.Errorf("the old site: %s", diff)
	}
}

func TestWriteIntoAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err != nil {
		t.Error(err)
	}
}
