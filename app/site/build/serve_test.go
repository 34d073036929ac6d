package main

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

	"evotor-errors/app/cli"
	"evotor-errors/app/site"
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
func startServer(t *testing.T) (source, url string, get func(path string) (int, string), said *log) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program")
	}
	source, said = copySource(t), &log{}
	s, err := call{&cli.Call{Out: said, Err: said, Messages: messages}}.server(&workshop{root: source, hosts: "https://crm.example"})
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s)
	t.Cleanup(ts.Close)
	return source, ts.URL, func(path string) (int, string) {
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
	source, url, get, said := startServer(t)
	program := func() string {
		_, page := get("/")
		_, rest, _ := strings.Cut(page, `data-wasm="`)
		name, _, _ := strings.Cut(rest, `"`)
		return name
	}
	before := program()
	if r, err := http.Get(url + "/en/embed/2003/"); err != nil || r.Header.Get("Content-Security-Policy") != site.FrameCSP("https://crm.example") {
		t.Errorf("a page for frames: %v, %v", r.Header, err)
	}

	// A style shows at once.
	edit(t, filepath.Join(source, "web/style.css"), "--paper: light-dark(#f7f6f3", "--paper: light-dark(#123456")
	_, page := get("/")
	_, rest, _ := strings.Cut(page, `<link rel="stylesheet" href="./`)
	style, _, _ := strings.Cut(rest, `"`)
	if _, css := get("/" + style); !strings.Contains(css, "#123456") {
		t.Error("an edited style does not show")
	}

	// A mistake is said, with its place, and what was there before stays.
	record := filepath.Join(source, "docs/errors/2001/ru.md")
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
	if data, _ := os.ReadFile(filepath.Join(source, "app/catalog/entries_gen.go")); !strings.Contains(string(data), "Новое название") {
		t.Error("the catalogue was not brought up to date")
	}
	for deadline := time.Now().Add(3 * time.Minute); !strings.Contains(said.String(), "WebAssembly собран"); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the program was not built anew:\n%s", said)
		}
	}
	if program() == before {
		t.Error("the pages have the program from before the edit")
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
	if status := run([]string{"serve", "-lang", "en", "-addr", addr}, &said, &said); status != cli.Wrong {
		t.Errorf("exit status %d", status)
	}
	if s := said.String(); !strings.Contains(s, `the address "`+addr+`" is in use by another program`) || !strings.Contains(s, "./build.sh serve -addr 127.0.0.1:") {
		t.Errorf("it says %q", s)
	}
}
