package serve_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"evotor-errors/app/site/serve"
)

func TestServeHeadersAndPaths(t *testing.T) {
	page := []byte("<!doctype html>")
	s, err := serve.New(serve.Site{
		Stamp: func() string { return "" },
		Make: func() (map[string][]byte, error) {
			return map[string][]byte{
				"index.html": page, "index.html.br": []byte("br"), "index.html.gz": []byte("gz"), "en/errors/2002/index.html": page, "404.html": page, "assets/app.0123.wasm": {0},
				"v1/embed.ru.js": page, "v1.0.0/embed.ru.js": page, "integrity.json": []byte("{}"), "errors/2002.md": []byte("#"),
				"sitemap.xml": page, "picture.png": page, "assets/style.0123.css": page, "_headers": page,
			}, nil
		},
		Policy: func(name string) string { return "policy of " + name },
	})
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s)
	defer ts.Close()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, c := range []struct {
		path   string
		status int
		header map[string]string
	}{
		{"/", 200, map[string]string{"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}},
		{"/en/errors/2002/", 200, map[string]string{"Content-Type": "text/html; charset=utf-8"}},
		{"/en/errors/2002", 301, map[string]string{"Location": "2002/"}},
		{"/assets/app.0123.wasm", 200, map[string]string{"Content-Type": "application/wasm", "Cache-Control": "public, max-age=31536000, immutable"}},
		{"/en/errors/2002/", 200, map[string]string{"Content-Security-Policy": "policy of en/errors/2002/index.html", "Cross-Origin-Embedder-Policy": "require-corp"}},
		{"/v1/embed.ru.js", 200, map[string]string{"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}},
		{"/v1.0.0/embed.ru.js", 200, map[string]string{"Cache-Control": "public, max-age=31536000, immutable", "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}},
		{"/integrity.json", 200, map[string]string{"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}},
		{"/errors/2002.md", 200, map[string]string{"Content-Type": "text/markdown; charset=utf-8", "Access-Control-Allow-Origin": "*"}},
		{"/sitemap.xml", 200, map[string]string{"Content-Type": "application/xml"}},
		{"/picture.png", 200, map[string]string{"Content-Type": "image/png"}},
		{"/assets/style.0123.css", 200, map[string]string{"Content-Type": "text/css; charset=utf-8"}},
		{"/_headers", 200, map[string]string{"Content-Type": "application/octet-stream"}},
		{"/nowhere/", 404, map[string]string{"Content-Type": "text/html; charset=utf-8"}},
		{"/../go.mod", 404, map[string]string{"Cache-Control": "no-cache"}},
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
	}
}

// TestServeEncodings sends what a browser takes.
func TestServeEncodings(t *testing.T) {
	s, err := serve.New(serve.Site{
		Stamp: func() string { return "" },
		Make: func() (map[string][]byte, error) {
			return map[string][]byte{"a.txt": []byte("plain"), "a.txt.br": []byte("br"), "a.txt.gz": []byte("gz")}, nil
		},
		Policy: func(string) string { return "" },
	})
	if err != nil {
		t.Fatal(err)
	}
	for accept, want := range map[string]string{
		"": "plain", "gzip, deflate, br": "br", "gzip": "gz", "br;q=0, gzip": "gz", "br; q=0.000,gzip;q=1.0": "gz", "br;Q=0,gzip": "gz", "gzip;q=0": "plain", "identity": "plain", "BR": "br", "br; q=0.5": "br", "abr": "plain",
	} {
		r := httptest.NewRequest(http.MethodGet, "/a.txt", nil)
		r.Header.Set("Accept-Encoding", accept)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if got := w.Body.String(); got != want {
			t.Errorf("%q: sent is %s, want %s", accept, got, want)
		}
	}
}

// TestServeEdits edits the sources from several places at once: what is shown is whole, the last
// edit wins, and the program is built as often as it must be.
func TestServeEdits(t *testing.T) {
	var version, program, built, made atomic.Int64
	var mistake atomic.Bool
	var mu sync.Mutex
	said := map[string]int{}
	s, err := serve.New(serve.Site{
		Stamp: func() string { return fmt.Sprint(version.Load(), mistake.Load()) },
		Make: func() (map[string][]byte, error) {
			if mistake.Load() {
				return nil, errors.New("mistake")
			}
			made.Add(1)
			return map[string][]byte{"index.html": fmt.Appendf(nil, "version %d, program %d", version.Load(), program.Load())}, nil
		},
		Stale: func() (bool, error) { return true, nil },
		Build: func() error {
			built.Add(1)
			of := version.Load()
			time.Sleep(time.Millisecond)
			program.Store(of)
			return nil
		},
		Policy: func(string) string { return "" },
		Say: func(id string, args ...any) {
			mu.Lock()
			said[id]++
			mu.Unlock()
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s)
	defer ts.Close()
	get := func() string {
		r, err := http.Get(ts.URL)
		if err != nil {
			t.Error(err)
			return ""
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		return string(body)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 25 {
				version.Add(1)
				if page := get(); !strings.HasPrefix(page, "version ") {
					t.Errorf("the page is %q", page)
				}
			}
		})
	}
	group.Wait()
	const last = "version 100, program 100"
	for deadline := time.Now().Add(10 * time.Second); get() != last; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the page is %q, want %q", get(), last)
		}
	}
	if built.Load() > 101 || made.Load() > 202 {
		t.Errorf("the program was built %d times, the site made %d times", built.Load(), made.Load())
	}
	mistake.Store(true)
	if got := get(); got != last {
		t.Errorf("with a mistake the page is %q", got)
	}
	mu.Lock()
	defer mu.Unlock()
	if said["problems"] != 1 || said["edited"] == 0 || said["rebuilding"] == 0 || said["rebuilt"] == 0 {
		t.Errorf("said was %v", said)
	}
}
