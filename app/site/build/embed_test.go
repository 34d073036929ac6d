package main

import (
	"bytes"
	"encoding/json"
	"evotor-errors/app/cli"
	"evotor-errors/app/site"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// compressed is the size of data at brotli -q 11.
func compressed(t *testing.T, data []byte) int {
	t.Helper()
	packed, err := site.Brotli(data, site.Best)
	if err != nil {
		t.Fatal(err)
	}
	return len(packed)
}

// budget is what something may weigh at brotli -q 11, in bytes.
func budget(t *testing.T, name string) int {
	t.Helper()
	data, err := os.ReadFile(root + "/app/budgets.json")
	if err != nil {
		t.Fatal(err)
	}
	var budgets map[string]int
	if err := json.Unmarshal(data, &budgets); err != nil {
		t.Fatal(err)
	}
	n, ok := budgets[name]
	if !ok {
		t.Fatalf("no budget for %q", name)
	}
	return n
}

// TestEmbedWeight holds what a partner's page pays for: the element with all texts of a
// language, and the bare page of a code with its style.
func TestEmbedWeight(t *testing.T) {
	scriptMost, pageMost := budget(t, "element"), budget(t, "bare page")
	tree := testTree(t, "")
	style := 0
	for name, data := range tree {
		if strings.HasPrefix(name, "assets/bare.") {
			style = compressed(t, data)
		}
	}
	for _, lang := range []string{"ru", "en"} {
		n, texts := compressed(t, tree["v1/embed."+lang+".js"]), compressed(t, tree["v1/"+lang+".js"])
		t.Logf("embed.%s.js: %d bytes, of them texts: %d (%[1]s.js)", lang, n, texts)
		if n > scriptMost {
			t.Errorf("embed.%s.js has %d bytes, more than %d", lang, n, scriptMost)
		}
	}
	for name, data := range tree {
		if strings.HasPrefix(name, "embed/") && name != "embed/index.html" && name != "embed/demo/index.html" {
			if n := compressed(t, data) + style; n > pageMost {
				t.Errorf("%s has %d bytes with its style, more than %d", name, n, pageMost)
			}
		}
	}
}

// TestReleases wants releases kept as they went out: a build with a changed one fails, and
// a version comes out once.
func TestReleases(t *testing.T) {
	tree := testTree(t, "")
	var hashes map[string]string
	if err := json.Unmarshal(tree["integrity.json"], &hashes); err != nil {
		t.Fatal(err)
	}
	if hashes["v1.0.0/embed.ru.js"] == "" || len(tree["v1.0.0/embed.ru.js"]) == 0 || len(tree["v1.0.0/embed.en.js"]) == 0 {
		t.Fatal("version v1.0.0 is missing")
	}

	source := t.TempDir()
	for _, dir := range []string{"docs", "web"} {
		if err := os.CopyFS(filepath.Join(source, dir), os.DirFS(filepath.Join(root, dir))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(source, "go.mod"), []byte("module evotor-errors\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(source)
	var said log
	if status := run([]string{"release", "-lang", "en", "v1.0.0"}, &said, &said); status != cli.Wrong || !strings.Contains(said.String(), `version "v1.0.0" is out already`) {
		t.Errorf("a second v1.0.0: status %d, %s", status, said.String())
	}
	if status := run([]string{"release", "-lang", "en", "1.0"}, &said, &said); status != cli.Wrong || !strings.Contains(said.String(), `wrong version "1.0"`) {
		t.Errorf("a version of another form: status %d, %s", status, said.String())
	}
	if status := run([]string{"release", "-lang", "en", "v1.9.0"}, &said, &said); status != cli.OK {
		t.Errorf("a new version: status %d, %s", status, said.String())
	}
	w := &workshop{root: source, program: []byte("program"), runtime: []byte("runtime"), notices: []byte("notices")}
	docs, err := w.docs()
	if err != nil {
		t.Fatal(err)
	}
	if tree, err := w.tree(docs); err != nil || !bytes.Equal(tree["v1.9.0/embed.ru.js"], tree["v1/embed.ru.js"]) || !bytes.Equal(tree["v1.9.0/en.js"], tree["v1/en.js"]) {
		t.Errorf("the new version is not what was built: %v", err)
	}
	file := filepath.Join(source, "web/embed/release/v1.9.0/embed.ru.js")
	if err := os.WriteFile(file, []byte("changed"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := w.tree(docs); err == nil || !strings.Contains(err.Error(), `"v1.9.0/embed.ru.js" has changed`) {
		t.Errorf("a changed release is published: %v", err)
	}
}

// TestOEmbed follows the discovery from a code's page.
func TestOEmbed(t *testing.T) {
	tree := testTree(t, "https://example.com/help/")
	page := string(tree["en/errors/2003/index.html"])
	if !strings.Contains(page, `type="application/json+oembed" href="https://example.com/help/en/errors/2003/oembed.json"`) {
		t.Error("the page of a code does not lead to its description")
	}
	var got struct{ Version, Type, Title, HTML string }
	if err := json.Unmarshal(tree["en/errors/2003/oembed.json"], &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != "1.0" || got.Type != "rich" || !strings.Contains(got.HTML, `<iframe src="https://example.com/help/en/embed/2003/" width="640" height="700" title="2003: Invalid parameter value" sandbox="allow-popups allow-popups-to-escape-sandbox">`) || tree["en/embed/2003/index.html"] == nil {
		t.Errorf("the description is %+v", got)
	}
}

// TestGuideGo runs the guide's lines of Go on a response with an error and on one without.
func TestGuideGo(t *testing.T) {
	for _, lang := range []string{"ru", "en"} {
		guide, err := os.ReadFile(filepath.Join(root, "docs/guide/embedding", lang+".md"))
		if err != nil {
			t.Fatal(err)
		}
		_, code, _ := strings.Cut(string(guide), "```go\n")
		code, _, _ = strings.Cut(code, "```")
		program := filepath.Join(t.TempDir(), "main.go")
		err = os.WriteFile(program, []byte(`package main

import (
	"fmt"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

func main() {
	for _, body := range []string{`+"`{}`, `{\"errors\":[{\"code\":1004},{\"code\":1005}]}`"+`} {
		`+code+`
		fmt.Println(html)
	}
}
`), 0o644)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("go", "run", program)
		cmd.Dir = root
		out, err := cmd.CombinedOutput()
		if n := strings.Count(string(out), "<section"); err != nil || n != 3 {
			t.Errorf("%s: %d fragments, %v\n%s", lang, n, err, out)
		}
	}
}

func TestParseHosts(t *testing.T) {
	for s, want := range map[string]string{
		"*":                               "*",
		"https://a.example":               "https://a.example",
		"https://a.example,http://b:8080": "https://a.example http://b:8080",
		"https://a.example https://b":     "https://a.example https://b",
		"":                                "",
		"a.example":                       "",
		"https://a.example/path":          "",
		"https://*.example":               "",
		"* https://a.example":             "",
		"https://a.example; script-src *": "",
		"javascript:alert(1)":             "",
	} {
		if got, ok := parseHosts(s); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v", s, got, ok)
		}
	}
}
