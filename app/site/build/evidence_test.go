package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"evotor-errors/app/site/page"
)

// TestEvidence looks statements up in a repository of its own.
func TestEvidence(t *testing.T) {
	dir := t.TempDir()
	repo := filepath.Join(dir, "documentation")
	for name, text := range map[string]string{
		"page.md":  "# Ошибки {#errors}\n\nОтвет содержит\u00a0код\nсостояния.\n",
		"api.yaml": "402:\n  description: истекла подписка\n/a/b:\n  post: x\n",
	} {
		if err := os.MkdirAll(repo, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(repo, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git := func(args ...string) string {
		cmd := exec.Command("git", append([]string{"-C", repo, "-c", "user.name=x", "-c", "user.email=x@example.com"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE=2017-06-26T12:00:00Z", "GIT_COMMITTER_DATE=2017-06-26T12:00:00Z")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "x")
	at := func(path string) page.Source {
		return page.Source{ID: path, Repo: "evotor/documentation", Commit: git("rev-parse", "HEAD"), Path: path}
	}
	c := clones{dir: dir, files: map[string]string{}}
	for _, s := range []struct {
		path, at, words string
		want            string // of the error; "" for none
	}{
		{"page.md", "Ошибки", "содержит код состояния", ""},
		{"page.md", "line 3", "Ответ", ""},
		{"page.md", "line 2", "Ответ", `nothing stands at "line 2"`},
		{"page.md", "Ошибка", "Ответ", `no heading "Ошибка"`},
		{"page.md", "Ошибки", "содержит статус", `no words "содержит статус"`},
		{"api.yaml", "/402", "истекла подписка", ""},
		{"api.yaml", "/~1a~1b/post", "post: x", ""},
		{"api.yaml", "/403", "истекла подписка", `no key "403"`},
		{"none.md", "line 1", "x", `no file "none.md"`},
	} {
		err := c.check(at(s.path), page.Evidence{At: s.at, Words: s.words})
		if s.want == "" && err != nil || s.want != "" && (err == nil || !strings.Contains(err.Error(), s.want)) {
			t.Errorf("%s at %q, %q: %v, want %q", s.path, s.at, s.words, err, s.want)
		}
	}
	if got := c.year(at("page.md")); got != "2017" {
		t.Errorf("the year is %q", got)
	}
	if c.has(page.Source{Repo: "evotor/other"}) {
		t.Error("a clone that is not there is found")
	}
}
