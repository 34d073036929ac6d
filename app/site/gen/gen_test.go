package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"evotor-errors/app/cli"
)

const root = "../../.."

// quiet is a call that nobody listens to.
func quiet() call { return call{&cli.Call{Err: io.Discard, Messages: messages}} }

// TestUpToDate wants the catalogue to be what the records say.
func TestUpToDate(t *testing.T) {
	stale, err := quiet().generate(root, false, time.Now())
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
		if _, err := quiet().generate(dir, true, now); err != nil {
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
	_, err := quiet().generate(dir, true, time.Now())
	if err == nil || !strings.Contains(err.Error(), "unknown-code") {
		t.Errorf("a record that code needs is missing: %v", err)
	}
}

// TestMessages wants what is said in the person's language.
func TestMessages(t *testing.T) {
	dir := copied(t)
	t.Chdir(dir)
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_MESSAGES", "")
	for _, c := range []struct{ args, env, changed, broken string }{
		{"", "en_US.UTF-8", "brought up to date with docs", "there are mistakes in docs:"},
		{"-lang ru", "en_US.UTF-8", "обновлён по docs", "в docs ошибки:"},
	} {
		t.Setenv("LANG", c.env)
		if err := os.Truncate(file, 0); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		if status := run(strings.Fields(c.args), &said, &said); status != 0 || !strings.Contains(said.String(), file+" "+c.changed) {
			t.Errorf("%s %s: status %d, %s", c.env, c.args, status, &said)
		}
		if err := os.Rename("docs/errors/2001/en.md", "away"); err != nil {
			t.Fatal(err)
		}
		said.Reset()
		if status := run(strings.Fields(c.args), &said, &said); status != 2 || !strings.Contains(said.String(), c.broken) {
			t.Errorf("%s %s: status %d, %s", c.env, c.args, status, &said)
		}
		if err := os.Rename("away", "docs/errors/2001/en.md"); err != nil {
			t.Fatal(err)
		}
	}
	var said strings.Builder
	if status := run([]string{"-lang", "en", "x"}, &said, &said); status != 2 || !strings.Contains(said.String(), `unexpected argument "x"`) {
		t.Errorf("status %d, %s", status, &said)
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
