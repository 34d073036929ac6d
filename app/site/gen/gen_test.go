package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const root = "../../.."

// TestUpToDate wants the catalogue to be what the records say.
func TestUpToDate(t *testing.T) {
	stale, err := generate(root, false, time.Now(), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	if stale {
		t.Error("what is generated does not match docs\nbring it up to date: go run ./app/site/gen")
	}
}

// copied is a copy of what the generator reads and writes.
func copied(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"docs", "app/catalog"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestDate wants the date of the last change, whatever happens to the file.
func TestDate(t *testing.T) {
	dir := copied(t)
	name := filepath.Join(dir, file)
	now := time.Date(2031, 2, 3, 23, 0, 0, 0, time.UTC)
	before, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	read := func() string {
		t.Helper()
		var log bytes.Buffer
		if _, err := generate(dir, true, now, &log); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if read() != string(before) {
		t.Error("nothing has changed, and the file did")
	}
	for what, damage := range map[string]func() error{
		"a changed record": func() error {
			record := filepath.Join(dir, "docs/errors/2001/en.md")
			data, err := os.ReadFile(record)
			if err != nil {
				return err
			}
			return os.WriteFile(record, bytes.Replace(data, []byte("# "), []byte("# New: "), 1), 0o644)
		},
		"an empty file":   func() error { return os.WriteFile(name, nil, 0o644) },
		"a missing file":  func() error { return os.Remove(name) },
		"a cut-off file":  func() error { return os.Truncate(name, 5000) },
		"what is no code": func() error { return os.WriteFile(name, []byte("<<<<<<< HEAD\n"), 0o644) },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		if got := read(); !strings.Contains(got, `const Date = "2031-02-03"`) || !strings.HasSuffix(got, "}\n") {
			t.Errorf("%s: it holds %.300s", what, got)
		}
	}
}

// TestMissingRecord names a record that code needs.
func TestMissingRecord(t *testing.T) {
	dir := copied(t)
	if err := os.RemoveAll(filepath.Join(dir, "docs/errors/unknown-code")); err != nil {
		t.Fatal(err)
	}
	_, err := generate(dir, true, time.Now(), os.Stderr)
	if err == nil || !strings.Contains(err.Error(), "unknown-code") {
		t.Errorf("a record that code needs is missing: %v", err)
	}
}

// TestImports wants the generator to build without what it writes.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.FieldsSeq(string(out)) {
		if name == "evotor-errors/app/catalog" {
			t.Error("the generator imports the catalogue, which it writes")
		}
	}
}
