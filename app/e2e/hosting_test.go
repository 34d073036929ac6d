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
	if testing.Short() {
		t.Skip("needs nginx and a browser")
	}
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		nginx = "/usr/sbin/nginx"
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "evotor")
	build := exec.Command("go", "run", ".", "site", "-out", out, "-base", "http://127.0.0.1/evotor/")
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

	tab := newTab(t)
	tab.open(site + "en/")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelectorAll('.card').length === 2")
	tab.click(".card footer a")
	tab.wait("location.pathname === '/evotor/en/errors/2003/'")
	tab.expect("404")
	tab.open(site + "nowhere/at/all/")
	if got := tab.text("h1"); got != "Такой страницы нет" {
		t.Errorf("the page of missing pages says %q", got)
	}
	tab.click(".name")
	tab.wait("location.pathname === '/evotor/' && document.querySelector('#text')")
}
