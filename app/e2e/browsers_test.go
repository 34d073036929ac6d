//go:build browsers

package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// A driver drives a browser that chromedp cannot.
type driver interface {
	open(url string) error
	// run is the value of a JavaScript expression in the page, a promise awaited.
	run(js string) (any, error)
}

// awaited is a script that hands the value of an expression to its last argument.
func awaited(js string) string {
	return "const done = arguments[arguments.length - 1]; (async () => (" + js + "))().then(v => done([v ?? null]), e => done(String(e)))"
}

func result(v any) (any, error) {
	if list, ok := v.([]any); ok && len(list) == 1 {
		return list[0], nil
	}
	return nil, fmt.Errorf("%v", v)
}

// checker returns what waits for an expression to have a value.
func checker(t *testing.T, d driver) func(js string, want any) {
	return func(js string, want any) {
		t.Helper()
		var got any
		var err error
		for range 200 {
			if got, err = d.run(js); err == nil && fmt.Sprint(got) == fmt.Sprint(want) {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Errorf("%s: %v, %v, want %v", js, got, err, want)
	}
}

// TestBrowsers runs the element, the frame, the tool and the frameworks in Firefox and in WebKitGTK.
func TestBrowsers(t *testing.T) {
	for name, start := range map[string]func(*testing.T) driver{"Firefox": firefox, "WebKitGTK": webkit} {
		t.Run(name, func(t *testing.T) {
			d := start(t)
			s := newSite(t, "/help/")
			page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src "+s.url+"; frame-src "+s.url+"; style-src 'none'")
				fmt.Fprintf(w, `<!doctype html><title>host</title><main><evotor-error code="2003" subject="deviceUuid" value="null">2003</evotor-error><evotor-error id="tip" variant="tooltip" code="1003">1003</evotor-error><evotor-error-decoder></evotor-error-decoder></main><script src="%sv1/embed.en.js" defer></script>`, s.url)
			}))
			defer page.Close()
			check := checker(t, d)
			if err := d.open(page.URL); err != nil {
				t.Fatal(err)
			}
			check("document.querySelector('evotor-error').shadowRoot.querySelector('[part=sentence]').textContent", "2003 Field deviceUuid: the value null is invalid")
			check("getComputedStyle(document.querySelector('evotor-error').shadowRoot.querySelector('[part=card]')).borderTopWidth", "1px")
			check("(([b, p]) => (p.showPopover(), p = p.getBoundingClientRect(), b = b.getBoundingClientRect(), [p.top >= b.bottom || p.bottom <= b.top, p.left >= 0, p.right <= innerWidth, p.bottom <= innerHeight]))(tip.shadowRoot.querySelectorAll('[part=button], [part=panel]')).join()", "true,true,true,true")
			check("(e => (e.value = false, e.value))(document.createElement('evotor-error'))", false)
			check("document.querySelector('evotor-error-decoder').decode('{\"errors\":[{\"code\":2004}]}').then(r => r.responses[0].errors[0].code)", "2004")

			if err := d.open(s.url + "en/"); err != nil {
				t.Fatal(err)
			}
			check("(text.focus(), text.value = "+strconv.Quote(curl)+", text.dispatchEvent(new Event('input', {bubbles: true})))", true)
			check("document.querySelectorAll('#report .card').length", 2)
			check("document.querySelector('#report .card h2').textContent", "2003 Field deviceUuid: the value null is invalid")
			check("text.value.length", len(curl))
			checkFrameworks(t, d)
		})
	}
}

// Firefox, by its own protocol: a length, a colon, a message.
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	id   int
}

func firefox(t *testing.T) driver {
	port := freePort(t)
	profile := t.TempDir()
	prefs := fmt.Sprintf("user_pref(\"marionette.port\", %s);\nuser_pref(\"app.update.enabled\", false);\nuser_pref(\"datareporting.policy.dataSubmissionEnabled\", false);\nuser_pref(\"network.captive-portal-service.enabled\", false);\n", port)
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(prefs), 0o644); err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("firefox-esr")
	if err != nil {
		if program, err = exec.LookPath("firefox"); err != nil {
			t.Fatal("no Firefox on this machine\n  ./build.sh test-browsers installs it")
		}
	}
	launch(t, exec.Command(program, "--headless", "--marionette", "--no-remote", "--profile", profile))
	m := &marionette{}
	for range 300 {
		if m.conn, err = net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.conn.Close() })
	m.in = bufio.NewReader(m.conn)
	if _, err := m.read(); err != nil {
		t.Fatal(err)
	}
	if _, err := m.call("WebDriver:NewSession", map[string]any{}); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *marionette) read() ([]byte, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	data := make([]byte, n)
	_, err = io.ReadFull(m.in, data)
	return data, err
}

func (m *marionette) call(command string, params map[string]any) (any, error) {
	m.id++
	data, err := json.Marshal([]any{0, m.id, command, params})
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(data), data); err != nil {
		return nil, err
	}
	if data, err = m.read(); err != nil {
		return nil, err
	}
	var answer []any // kind, id, error, result
	if err := json.Unmarshal(data, &answer); err != nil || len(answer) != 4 {
		return nil, fmt.Errorf("%s: %w", data, err)
	}
	if answer[2] != nil {
		return nil, fmt.Errorf("%v", answer[2])
	}
	if o, ok := answer[3].(map[string]any); ok {
		return o["value"], nil
	}
	return nil, nil
}

func (m *marionette) open(url string) error {
	_, err := m.call("WebDriver:Navigate", map[string]any{"url": url})
	return err
}

func (m *marionette) run(js string) (any, error) {
	v, err := m.call("WebDriver:ExecuteAsyncScript", map[string]any{"script": awaited(js), "args": []any{}, "sandbox": nil})
	if err != nil {
		return nil, err
	}
	return result(v)
}

// WebKitGTK, by WebDriver, on a screen that nobody sees.
type webdriver struct{ url string }

func webkit(t *testing.T) driver {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x900x24")
	screen.ExtraFiles = []*os.File{w}
	launch(t, screen)
	w.Close()
	display, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal("no screen: ", err)
	}
	port := freePort(t)
	server := exec.Command("WebKitWebDriver", "--port="+port)
	server.Env = append(os.Environ(), "DISPLAY=:"+strings.TrimSpace(display), "WEBKIT_DISABLE_COMPOSITING_MODE=1", "NO_AT_BRIDGE=1")
	launch(t, server)
	d := &webdriver{url: "http://127.0.0.1:" + port + "/session"}
	var session any
	for range 100 {
		if session, err = d.call("", map[string]any{"capabilities": map[string]any{}}); err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.url += "/" + session.(map[string]any)["sessionId"].(string)
	t.Cleanup(func() {
		if r, err := http.NewRequest(http.MethodDelete, d.url, nil); err == nil {
			http.DefaultClient.Do(r)
		}
	})
	return d
}

func (d *webdriver) call(path string, body any) (any, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	r, err := http.Post(d.url+path, "application/json", bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	var answer struct{ Value any }
	if err := json.NewDecoder(r.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if r.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%v", answer.Value)
	}
	return answer.Value, nil
}

func (d *webdriver) open(url string) error {
	_, err := d.call("/url", map[string]any{"url": url})
	return err
}

func (d *webdriver) run(js string) (any, error) {
	v, err := d.call("/execute/async", map[string]any{"script": awaited(js), "args": []any{}})
	if err != nil {
		return nil, err
	}
	return result(v)
}

// launch starts a program for the time of the test.
func launch(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatalf("%v\n  ./build.sh test-browsers installs it", err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// TestBrowsersKeepCompiledCode starts the tool twice, in a browser that keeps compiled code at once
// and not after a while: the second start compiles nothing anew, although a worker is there.
func TestBrowsersKeepCompiledCode(t *testing.T) {
	s := newSite(t, "/")
	profile := filepath.Join(t.TempDir(), "profile")
	for visit := range 2 {
		tab, leave := alone(t, profile, chromedp.Flag("js-flags", "--wasm-caching-timeout-ms=0"))
		ended := tab.trace("v8.wasm")
		tab.visit(s.url)
		tab.start()
		for i := range 6 { // so that the browser finds something worth keeping
			eval[any](tab, "evotorMessage('report', {text: "+strconv.Quote(logOf(400_000+100*i))+"})")
			time.Sleep(300 * time.Millisecond)
		}
		seen := map[string]int{}
		for _, e := range ended() {
			seen[e.Name]++
		}
		if visit == 0 && seen["wasm.SerializeModule"] == 0 {
			t.Errorf("nothing is kept: %v", seen)
		}
		if visit == 1 && seen["wasm.Deserialize"] == 0 {
			t.Errorf("the second start does not use what is kept: %v", seen)
		}
		leave()
	}
}
