package e2e

import (
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
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
	dir := t.TempDir()
	out := filepath.Join(dir, "evotor")
	build := exec.Command("go", "run", "./app/site/build", "site", "-out", out, "-base", "http://127.0.0.1/evotor/")
	build.Dir = "../.."
	if log, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	guide, err := os.ReadFile("../../docs/guide/hosting/ru.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(guide), "```nginx\n")
	config, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("the guide shows no configuration of nginx")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	whole := "daemon off; pid " + dir + "/pid; error_log " + dir + "/error.log;\nevents {}\nhttp {\naccess_log off; client_body_temp_path " + dir + "/t; proxy_temp_path " + dir + "/t; fastcgi_temp_path " + dir + "/t; uwsgi_temp_path " + dir + "/t; scgi_temp_path " + dir + "/t;\nserver {\nlisten " + addr + ";\n" +
		strings.ReplaceAll(config, "/var/www/evotor/", out+"/") + "}\n}\n"
	file := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(file, []byte(whole), 0o644); err != nil {
		t.Fatal(err)
	}
	// The workers of a server started by root run as nobody, who must reach the folder.
	for p := dir; len(p) > len(os.TempDir()); p = filepath.Dir(p) {
		os.Chmod(p, 0o755)
	}
	server := exec.Command(nginx, "-p", dir, "-c", file)
	if err := server.Start(); err != nil {
		t.Fatalf("%v\n./build.sh test installs nginx", err)
	}
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	site := "http://" + addr + "/evotor/"
	for range 100 {
		if r, err := http.Get(site); err == nil {
			r.Body.Close()
			break
		}
		time.Sleep(50 * time.Millisecond)
	}

	// The program comes compressed, of the right type, and for good; other sites may load it.
	programs, err := filepath.Glob(filepath.Join(out, "assets", "app.*.wasm"))
	if err != nil || len(programs) != 1 {
		t.Fatal(programs, err)
	}
	request, err := http.NewRequest(http.MethodGet, site+"assets/"+filepath.Base(programs[0]), nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "gzip")
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	for name, want := range map[string]string{
		"Content-Encoding": "gzip", "Content-Type": "application/wasm", "Cache-Control": "public, max-age=31536000, immutable",
		"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin",
	} {
		if got := answer.Header.Get(name); got != want {
			t.Errorf("the program's %s is %q, want %q", name, got, want)
		}
	}
	for path, want := range map[string]string{"en/embed/2003/": "frame-ancestors *", "v1/embed.ru.js": "", "v1.0.0/embed.ru.js": ""} {
		r, err := http.Get(site + path)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != http.StatusOK || r.Header.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(r.Header.Get("Content-Security-Policy"), want) {
			t.Errorf("%s: %s, %v", path, r.Status, r.Header)
		}
	}

	tab := newTab(t)
	tab.open(site + "en/")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	tab.click("#report .card footer a")
	tab.wait("location.pathname === '/evotor/en/errors/2003/'")
	tab.expect("404")
	tab.open(site + "en/e/2003/")
	tab.wait("location.pathname === '/evotor/en/errors/2003/'")
	tab.open(site + "nowhere/at/all/")
	if got := tab.text("h1"); got != "Такой страницы нет" {
		t.Errorf("the page of missing pages says %q", got)
	}
	tab.click(".name")
	tab.wait("location.pathname === '/evotor/' && document.querySelector('#text')")
}
