package e2e

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	sites "evotor-errors/app/site"
)

// TestHosting follows the guide to the letter: the site in a folder, served by nginx with
// the very configuration that the guide shows.
func TestHosting(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("needs nginx and a browser")
	}
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		nginx = "/usr/sbin/nginx"
	}
	dir := publish(t)
	addr := freeAddr(t)
	var temp strings.Builder
	for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temp.WriteString(kind + "_temp_path " + dir + "/t;\n")
	}
	config := "daemon off; pid " + dir + "/pid; error_log " + dir + "/error.log;\nevents {}\nhttp {\naccess_log off;\n" + temp.String() +
		"server {\nlisten " + addr + ";\n" + strings.ReplaceAll(recipe(t, "nginx.conf"), "/var/www", dir) + "}\n}\n"
	home := hosted(t, dir, addr, config, nginx, "-p", dir, "-c")

	tab := newTab(t)
	tab.open(home + "en/")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	tab.click("#report .card footer a")
	tab.wait("location.pathname === '/evotor/en/errors/2003/'")
	tab.expect("404")
	tab.open(home + "en/e/2003/")
	tab.wait("location.pathname === '/evotor/en/errors/2003/'")
	tab.open(home + "nowhere/at/all/")
	if got := tab.text("h1"); got != "404 Такой страницы нет Page not found" {
		t.Errorf("the page of missing pages says %q", got)
	}
	tab.click(".name")
	tab.wait("location.pathname === '/evotor/' && document.querySelector('#text')")

	// An isolated page frames the tool.
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		io.WriteString(w, `<!doctype html><title>host</title><main><evotor-error-decoder></evotor-error-decoder></main><script src="`+home+`v1/embed.en.js"></script>`)
	}))
	defer page.Close()
	tab.most++
	tab.open(page.URL)
	if got := eval[string](tab, "document.querySelector('evotor-error-decoder').decode('x'.repeat(9e6)).catch(e => e.message)"); got != "the text is too long" {
		t.Errorf("in an isolated page the frame answers %q", got)
	}
}

// publish builds the site into the folder evotor of the folder that it returns, which anybody can
// read: the workers of a server started by root run as nobody.
func publish(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	build := exec.Command("go", "run", "./app/site/build", "site", "-out", filepath.Join(dir, "evotor"), "-base", "http://127.0.0.1/evotor/")
	build.Dir = "../.."
	if log, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	for p := dir; len(p) > len(os.TempDir()); p = filepath.Dir(p) {
		os.Chmod(p, 0o755)
	}
	return dir
}

// recipe is a configuration that the guide shows.
func recipe(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../docs/guide/hosting/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// hosted starts a server with a configuration and checks what it answers: whether types, policies
// and caching are right, for what is missing too. It returns the address of the site.
func hosted(t *testing.T, dir, addr, config, program string, args ...string) string {
	t.Helper()
	file := filepath.Join(dir, "config")
	if err := os.WriteFile(file, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	server := exec.Command(program, append(args, file)...)
	server.Env = append(os.Environ(), "HOME="+dir)
	if err := server.Start(); err != nil {
		t.Fatalf("%v\n./build.sh test installs nginx, ./build.sh test-browsers Caddy", err)
	}
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	home := "http://" + addr + "/evotor/"
	comes(func() bool {
		r, err := http.Get(home)
		if err == nil {
			r.Body.Close()
		}
		return err == nil
	})
	programs, err := filepath.Glob(filepath.Join(dir, "evotor", "assets", "app.*.wasm"))
	if err != nil || len(programs) != 1 {
		t.Fatal(programs, err)
	}
	const (
		html, script, forGood = "text/html; charset=utf-8", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"
		none                  = "" // no policy is asked for
	)
	for _, c := range []struct {
		path          string
		status        int
		kind, caching string
		policy        string
	}{
		{"", 200, html, "no-cache", sites.CSP},
		{"errors/2003/", 200, html, "no-cache", sites.CSP},
		{"assets/" + filepath.Base(programs[0]), 200, "application/wasm", forGood, none},
		{"v1/embed.ru.js", 200, script, "no-cache", none},
		{"v1.0.0/embed.ru.js", 200, script, forGood, none},
		{"en/embed/2003/", 200, html, "no-cache", sites.FrameCSP("*")},
		{"embed/", 200, html, "no-cache", sites.FrameCSP("*")},
		{"licenses.txt", 200, "text/plain; charset=utf-8", "no-cache", none},
		{"errors/2003.md", 200, "text/markdown; charset=utf-8", "no-cache", none},
		{"changes.atom", 200, "application/atom+xml", "no-cache", none},
		{"integrity.json", 200, "application/json", "no-cache", none},
		{"nowhere/at/all/", 404, html, "no-cache", sites.CSP},
		{"errors/assets/", 404, html, "no-cache", sites.CSP},
		{"assets/", 404, html, "no-cache", sites.CSP},
		{"assets/style.000000000000.css", 404, html, "no-cache", sites.CSP},
		{"v1.0.0/nothing.js", 404, html, "no-cache", sites.CSP},
		{"en/embed/nothing/", 404, html, "no-cache", sites.CSP},
	} {
		request, err := http.NewRequest(http.MethodGet, home+c.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept-Encoding", "gzip")
		r, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, r.Body)
		r.Body.Close()
		h := r.Header
		if r.StatusCode != c.status || h.Get("Content-Type") != c.kind || h.Get("Cache-Control") != c.caching || h.Get("Content-Encoding") != "gzip" {
			t.Errorf("%s: %s, %v", c.path, r.Status, h)
		}
		if policy := h.Get("Content-Security-Policy"); c.status == 200 && c.policy != none && policy != c.policy || !strings.HasPrefix(policy, c.policy) {
			t.Errorf("%s: the policy is %q, want %q", c.path, policy, c.policy)
		}
		if h.Get("Access-Control-Allow-Origin") != "*" || h.Get("Cross-Origin-Resource-Policy") != "cross-origin" || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the headers are %v", c.path, h)
		}
		if framed := strings.HasPrefix(c.path, "assets/") || strings.Contains(c.path, "embed/"); c.status == 200 && framed && h.Get("Cross-Origin-Embedder-Policy") != "require-corp" {
			t.Errorf("%s: an isolated page cannot frame it: %v", c.path, h)
		}
		if !strings.Contains(h.Get("Vary"), "Accept-Encoding") {
			t.Errorf("%s: a cache may send it compressed to anybody: %v", c.path, h)
		}
	}
	stay := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	// Without its slash an address leads on, and whatever proxy stands before the server.
	for _, path := range []string{"", "errors/", "en/errors/2003/", "embed/"} {
		at := home + path
		r, err := stay.Get(strings.TrimSuffix(at, "/"))
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		to, err := url.Parse(r.Header.Get("Location"))
		if err != nil || to.IsAbs() || r.Request.URL.ResolveReference(to).String() != at || r.StatusCode/100 != 3 {
			t.Errorf("%s leads to %q: %s", strings.TrimSuffix(at, "/"), to, r.Status)
		}
	}
	return home
}
