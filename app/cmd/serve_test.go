//go:build !js

package cmd

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"evotor-errors/docs/site"
)

// A log is what a command says, safe to read while it runs.
type log struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// startServer serves a copy of the source, which the test may edit.
func startServer(t *testing.T) (root string, get func(path string) (int, string), said *log) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program")
	}
	root, said = copySource(t), &log{}
	s := &server{c: &call{out: said, err: said}, w: &workshop{root: root}}
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s)
	t.Cleanup(ts.Close)
	return root, func(path string) (int, string) {
		r, err := http.Get(ts.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r.StatusCode, string(body)
	}, said
}

func edit(t *testing.T, file, old, new string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestServeTakesEditsOver(t *testing.T) {
	root, get, said := startServer(t)
	program := func() string {
		_, page := get("/")
		_, rest, _ := strings.Cut(page, `data-wasm="`)
		name, _, _ := strings.Cut(rest, `"`)
		return name
	}
	before := program()

	// A style shows at once.
	edit(t, filepath.Join(root, "web/style.css"), "--paper: light-dark(#f7f6f3", "--paper: light-dark(#123456")
	_, page := get("/")
	_, rest, _ := strings.Cut(page, `<link rel="stylesheet" href="./`)
	style, _, _ := strings.Cut(rest, `"`)
	if _, css := get("/" + style); !strings.Contains(css, "#123456") {
		t.Error("an edited style does not show")
	}

	// A mistake is said, with its place, and what was there before stays.
	record := filepath.Join(root, "docs/errors/2001/ru.md")
	edit(t, record, "# Синтаксическая ошибка в запросе", "# Синтаксическая \"ошибка\" в запросе")
	if _, page := get("/errors/2001/"); !strings.Contains(page, "Синтаксическая ошибка") {
		t.Error("a mistake took the page away")
	}
	if want := "docs/errors/2001/ru.md:1: straight quotes"; !strings.Contains(said.String(), want) {
		t.Errorf("the log lacks %q:\n%s", want, said)
	}

	// A record shows at once, and the program is built anew in the background.
	edit(t, record, "# Синтаксическая \"ошибка\" в запросе", "# Новое название ошибки")
	if _, page := get("/errors/2001/"); !strings.Contains(page, "Новое название") {
		t.Error("an edited record does not show")
	}
	if data, _ := os.ReadFile(filepath.Join(root, "app/catalog/entries_gen.go")); !strings.Contains(string(data), "Новое название") {
		t.Error("the catalogue was not brought up to date")
	}
	for deadline := time.Now().Add(3 * time.Minute); program() == before; time.Sleep(200 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the program was not built anew:\n%s", said)
		}
	}
	if !strings.Contains(said.String(), "WebAssembly собран") {
		t.Errorf("the log does not say that the program is there:\n%s", said)
	}
}

func TestServeHeadersAndPaths(t *testing.T) {
	tree := testTree(t, "")
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		serveFile(w, r, tree, strings.Trim(r.URL.Path, "/"), "https://crm.example")
	}))
	defer ts.Close()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	var wasm string
	for name := range tree {
		if strings.HasSuffix(name, ".wasm") {
			wasm = name
		}
	}
	for _, c := range []struct {
		path   string
		status int
		header map[string]string
	}{
		{"/", 200, map[string]string{"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}},
		{"/en/errors/2002/", 200, map[string]string{"Content-Type": "text/html; charset=utf-8"}},
		{"/en/errors/2002", 301, map[string]string{"Location": "2002/"}},
		{"/" + wasm, 200, map[string]string{"Content-Type": "application/wasm", "Cache-Control": "public, max-age=31536000, immutable"}},
		{"/en/embed/2003/", 200, map[string]string{"Content-Security-Policy": site.CSP + "; frame-src 'self'; frame-ancestors https://crm.example"}},
		{"/v1/embed.ru.js", 200, map[string]string{"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}},
		{"/v1.0.0/embed.ru.js", 200, map[string]string{"Cache-Control": "public, max-age=31536000, immutable", "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}},
		{"/integrity.json", 200, map[string]string{"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}},
		{"/nowhere/", 404, map[string]string{"Content-Type": "text/html; charset=utf-8"}},
		{"/../go.mod", 404, nil},
	} {
		r, err := client.Get(ts.URL + c.path)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != c.status {
			t.Errorf("%s: status %d, want %d", c.path, r.StatusCode, c.status)
		}
		for name, want := range c.header {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", c.path, name, got, want)
			}
		}
		if csp := r.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval';") {
			t.Errorf("%s: the policy is %q", c.path, csp)
		}
	}
}

func TestServeOnABusyPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var said log
	addr := l.Addr().String()
	if status := Main([]string{"serve", "-lang", "en", "-addr", addr}, nil, &said, &said); status != exitUsage {
		t.Errorf("exit status %d", status)
	}
	if s := said.String(); !strings.Contains(s, `the address "`+addr+`" is in use by another program`) || !strings.Contains(s, "./build.sh serve -addr 127.0.0.1:") {
		t.Errorf("it says %q", s)
	}
}
