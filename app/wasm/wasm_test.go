package wasm_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"evotor-errors/app/site"
	"evotor-errors/app/wasm"
)

const root = "../.."

// build builds the program once for all tests that need it.
func build(t *testing.T) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("building the program takes long")
	}
	out := filepath.Join(t.TempDir(), "app.wasm")
	var log bytes.Buffer
	if err := wasm.Build(root, out, &log); err != nil {
		t.Fatalf("%v\n%s", err, &log)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSize holds what the program may weigh at brotli -q 11. Every user pays for it in waiting:
// at 1.6 Mbit/s each 0.1 MB is half a second. The budget is a ratchet: later work may lower it,
// not raise it.
func TestSize(t *testing.T) {
	data, err := os.ReadFile("../budgets.json")
	if err != nil {
		t.Fatal(err)
	}
	var budgets struct{ Program int }
	if err := json.Unmarshal(data, &budgets); err != nil {
		t.Fatal(err)
	}
	budget := budgets.Program
	packed, err := site.Brotli(build(t), site.Best)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes at brotli -q 11", len(packed))
	if len(packed) > budget {
		t.Errorf("the program weighs %d bytes at brotli -q 11, the budget is %d\ngo list -deps and a look at what was imported last tell where they come from", len(packed), budget)
	}
}

// TestReproducible builds again in another folder: the bytes must not depend on where and when.
func TestReproducible(t *testing.T) {
	first := build(t)
	copied := filepath.Join(t.TempDir(), "elsewhere")
	if out, err := exec.Command("cp", "-r", root, copied).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out := filepath.Join(t.TempDir(), "app.wasm")
	if err := wasm.Build(copied, out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	second, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if sha256.Sum256(first) != sha256.Sum256(second) {
		t.Error("two builds of one commit differ")
	}
}

// TestImports keeps out of the browser what its users would pay for and never use.
func TestImports(t *testing.T) {
	got, err := wasm.Imports(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range got {
		for _, r := range []struct{ prefix, reason string }{
			{"evotor-errors/docs", "the browser program works from the generated catalogue"},
			{"github.com/yuin/goldmark", "Markdown is rendered when the site is built"},
			{"go.yaml.in/", "records are read when the catalogue is generated"},
			{"html/template", "go-app draws the page"},
			{"text/template", "go-app draws the page"},
			{"net/http/", "the stand-in for net/http was lost"},
			{"crypto/tls", "the stand-in for net/http was lost"},
			{"net/netip", "the stand-in for net/url was lost"},
			{"regexp/", "the stand-in for regexp was lost"},
			{"crypto/internal/", "a stand-in for cryptography was lost"},
			{"golang.org/x/", "character sets and languages are dealt with by hand, x/text costs 0.2 MB"},
		} {
			if strings.HasPrefix(p, r.prefix) {
				t.Errorf("the browser program imports %s: %s", p, r.reason)
			}
		}
	}
	for _, own := range ownImports(t) {
		name, imports, _ := strings.Cut(own, ":")
		for _, p := range standIns(t) {
			if slices.Contains(strings.Fields(imports), p) {
				t.Errorf("%s imports %s, of which the browser program has a stand-in that does not do its work", name, p)
			}
		}
	}
	if !slices.Contains(got, "evotor-errors/app/decode") {
		t.Error("the list of imports is not that of the browser program")
	}
}

// ownImports are the packages of the module that the browser program is made of, each with its
// imports.
func ownImports(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-f", `{{if .Module}}{{if .Module.Main}}{{.ImportPath}}:{{join .Imports " "}}{{end}}{{end}}`, ".")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	list := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(list) < 5 {
		t.Fatalf("the browser program is made of %v", list)
	}
	return list
}

// standIns are the packages that have a stand-in.
func standIns(t *testing.T) (list []string) {
	t.Helper()
	files, err := os.ReadDir("standin")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		list = append(list, strings.ReplaceAll(strings.TrimSuffix(f.Name(), ".txt"), "-", "/"))
	}
	return list
}
