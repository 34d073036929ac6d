package main

import (
	"bytes"
	"encoding/json"
	"evotor-errors/app/cli"
	"evotor-errors/app/site"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
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

// TestReleases wants releases kept as they went out, a version for each change of what is promised,
// and a build with a changed one refused.
func TestReleases(t *testing.T) {
	source := t.TempDir()
	for _, dir := range []string{"docs", "web"} {
		if err := os.CopyFS(filepath.Join(source, dir), os.DirFS(filepath.Join(root, dir))); err != nil {
			t.Fatal(err)
		}
	}
	edit := func(file, from, to string) {
		t.Helper()
		file = filepath.Join(source, filepath.FromSlash(file))
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), from) {
			t.Fatalf("%s has no %q: %v", file, from, err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(data), from, to, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(source, "go.mod"), []byte("module evotor-errors\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(source)
	release := func(version, want string) {
		t.Helper()
		var said log
		status := run([]string{"release", "-lang", "en", version}, &said, &said)
		if !strings.Contains(said.String(), want) || (status == cli.OK) != strings.Contains(want, "is in web") {
			t.Errorf("release %s: status %d, %s", version, status, said.String())
		}
	}
	release("v1.0.0", `version "v1.0.0" is out already`)
	release("1.0", `wrong version "1.0"`)
	release("v1.9.1", `docs/guide/frameworks/ru.md does not say what "v1.9.1" changes`)
	for _, lang := range []string{"ru", "en"} {
		for _, v := range []string{"1.9.0", "1.9.1", "1.10.0"} {
			edit("docs/guide/frameworks/"+lang+".md", "\n### ", "\n### "+v+" {#v"+strings.ReplaceAll(v, ".", "-")+"}\n\nx\n\n### ")
		}
	}
	release("v1.9.0", "version v1.9.0 is in web/embed/release")
	edit("web/embed/custom-elements.json", `"name": "verdict"`, `"name": "judgement"`)
	release("v1.10.0", `<evotor-error> part "verdict"`)
	edit("web/embed/custom-elements.json", `"name": "judgement"`, `"name": "verdict"}, {"name": "judgement"`)
	release("v1.9.1", "that needs a new second number: v1.10.0")
	release("v1.10.0", "version v1.10.0 is in web/embed/release")

	w := &workshop{root: source, program: []byte("program"), runtime: []byte("runtime"), notices: []byte("notices")}
	docs, err := w.docs()
	if err != nil {
		t.Fatal(err)
	}
	tree, err := w.tree(docs)
	if err != nil || !bytes.Equal(tree["v1.10.0/embed.ru.js"], tree["v1/embed.ru.js"]) || !bytes.Equal(tree["v1.10.0/en.js"], tree["v1/en.js"]) {
		t.Errorf("the new version is not what was built: %v", err)
	}
	if guide := string(tree["guide/embedding/index.html"]); !strings.Contains(guide, "/v1.10.0/embed.ru.js") {
		t.Error("the guide does not show the newest version")
	}
	pack := func() string {
		t.Helper()
		files, err := site.Package(w.input(docs))
		if err != nil {
			t.Fatal(err)
		}
		if log := string(files["CHANGELOG.md"]); !strings.Contains(log, "\n### 1.0.0\n") || strings.Contains(log, "{#") {
			t.Errorf("what changed is not told in plain Markdown:\n%s", log)
		}
		_, version, _ := strings.Cut(string(files["package.json"]), `"version": "`)
		version, _, _ = strings.Cut(version, `"`)
		return version
	}
	if got := pack(); got != "1.10.0" {
		t.Errorf("the package of a release is %s", got)
	}
	edit("web/embed/element.css", "16px 18px", "16px 19px")
	if got := pack(); got != "1.10.1-0" {
		t.Errorf("the package after a release is %s", got)
	}
	edit("web/embed/release/v1.9.0/embed.ru.js", "(", "((")
	if _, err := w.tree(docs); err == nil || !strings.Contains(err.Error(), `"v1.9.0/embed.ru.js" has changed`) {
		t.Errorf("a changed release is published: %v", err)
	}
}

// TestPromisesAreDescribed wants the guide to name what hosts may rely on, and the newest version
// that never changes to have it.
func TestPromisesAreDescribed(t *testing.T) {
	var manifest struct {
		Modules []struct {
			Declarations []map[string]any
		}
	}
	read := func(file string) (names []string) {
		data, err := os.ReadFile(filepath.Join(root, "web/embed", file))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &manifest); err != nil {
			t.Fatal(err)
		}
		for _, d := range manifest.Modules[0].Declarations {
			for _, kind := range []string{"attributes", "members", "events", "slots", "cssProperties", "cssParts"} {
				list, _ := d[kind].([]any)
				for _, n := range list {
					names = append(names, n.(map[string]any)["name"].(string))
				}
			}
		}
		return names
	}
	now := read("custom-elements.json")
	releases, err := filepath.Glob(filepath.Join(root, "web/embed/release/v*/custom-elements.json"))
	if err != nil || len(releases) == 0 {
		t.Fatal(releases, err)
	}
	same := false
	for _, file := range releases {
		same = same || slices.Equal(read("release/"+filepath.Base(filepath.Dir(file))+"/custom-elements.json"), now)
	}
	if !same {
		t.Error("no version has what the guide describes: ./build.sh release makes one")
	}
	for _, lang := range []string{"ru", "en"} {
		guide, err := os.ReadFile(filepath.Join(root, "docs/guide/embedding", lang+".md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range now {
			if !regexp.MustCompile("[`.]" + name + "[`(]").Match(guide) {
				t.Errorf("%s: the guide does not name %s", lang, name)
			}
		}
	}
	css, err := os.ReadFile(filepath.Join(root, "web/embed/element.css"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range regexp.MustCompile(`--evotor-[a-z]+`).FindAllString(string(css), -1) {
		if !slices.Contains(now, name) {
			t.Errorf("the style takes %s, which nobody describes", name)
		}
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
	if got.Version != "1.0" || got.Type != "rich" || !strings.Contains(got.HTML, `<iframe src="https://example.com/help/en/embed/2003/" width="640" height="720" title="2003: Invalid parameter value" sandbox="allow-popups allow-popups-to-escape-sandbox">`) || tree["en/embed/2003/index.html"] == nil {
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
