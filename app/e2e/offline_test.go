package e2e

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// down makes the site's server vanish.
func (s *site) down() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = func(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }
}

// visit opens the tool and waits until it is kept for later.
func (t *tab) visit(url string) {
	t.Helper()
	t.open(url)
	t.wait("navigator.serviceWorker.controller || (navigator.serviceWorker.ready.then(r => window.kept = r.active), window.kept?.state === 'activated')")
}

// TestOffline stops the server after the first visit and uses the tool.
func TestOffline(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/help/")
	tab := newTab(t)
	tab.visit(s.url)
	s.down()
	tab.expect("Failed to load resource")
	for range 2 { // with the browser's own cache, and without it
		tab.open(s.url)
		tab.paste("")
		tab.paste(curl)
		tab.ready()
		tab.wait("document.querySelectorAll('#report .card').length === 2")
		tab.do(chromedp.Func(clearCache))
	}
	tab.click("[data-do=unfold]")
	tab.wait("document.querySelector('#report .more h3')")
	tab.click("#report .card footer a")
	tab.wait("location.pathname === '/help/errors/2003/' && document.querySelector('h1')")
	tab.open(s.url + "en/errors/")
	if got := tab.text("h1"); got != "Evotor error codes" {
		t.Errorf("the table's page says %q", got)
	}
}

// TestProgramGone wants the tool of the version that is kept to work although the server has
// another one by now.
func TestProgramGone(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.visit(s.url)
	s.lose()
	tab.do(chromedp.Func(clearCache))
	tab.expect("404")
	tab.open(s.url)
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
}

// TestNewVersion publishes another version: the person decides when it comes, and keeps the
// text. Caches of others stay as they are.
func TestNewVersion(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.visit(s.url)
	eval[any](tab, "caches.open('another application')")
	keys := func() string { return eval[string](tab, "caches.keys().then(k => k.join('|'))") }
	first := keys()
	s.mu.Lock()
	s.change = func(r *http.Response) {
		if r.Request.URL.Path != "/worker.js" {
			return
		}
		body, _ := io.ReadAll(r.Body)
		for _, name := range strings.Split(first, "|") {
			if f := strings.Fields(name); len(f) == 3 && f[0] == "evotor-errors" {
				body = bytes.ReplaceAll(body, []byte(f[2]), []byte("0123456789abcdef"))
			}
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	s.mu.Unlock()
	tab.open(s.url)
	tab.wait("!document.getElementById('update').hidden")
	tab.paste("что-то набрано")
	tab.click("#update button")
	tab.wait("document.getElementById('update').hidden && document.readyState === 'complete'")
	tab.wait("document.getElementById('text').value === 'что-то набрано'")
	tab.wait("caches.keys().then(k => window.keys_ = k.join('|')), window.keys_?.includes('0123456789abcdef') && !window.keys_.includes(" + strconv.Quote(strings.Fields(strings.Split(first, "|")[0])[2]) + ")")
	if got := keys(); !strings.Contains(got, "another application") {
		t.Errorf("the caches are %s", got)
	}
}

// TestHalfAVersion publishes a version while some files are still of the old one: it never
// counts, and the pages stay as they were.
func TestHalfAVersion(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.visit(s.url)
	keys := func() string { return eval[string](tab, "caches.keys().then(k => k.join('|'))") }
	first := keys()
	s.mu.Lock()
	s.change = func(r *http.Response) {
		if r.Request.URL.Path != "/worker.js" {
			return
		}
		body, _ := io.ReadAll(r.Body)
		at := bytes.Index(body, []byte(`"errors/2003/index.html":"`)) + len(`"errors/2003/index.html":"`)
		copy(body[at:], "0123456789abcdef") // another content is to come
		body = bytes.ReplaceAll(body, []byte(strings.Fields(first)[2]), []byte("0123456789abcdef"))
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	s.mu.Unlock()
	tab.expect("of another version")
	tab.open(s.url)
	eval[any](tab, "navigator.serviceWorker.ready.then(r => r.update().catch(() => {}))")
	tab.wait("navigator.serviceWorker.getRegistration().then(r => window.idle_ = !r.installing && !r.waiting), window.idle_")
	if got := keys(); got != first {
		t.Errorf("the caches are %s, they were %s", got, first)
	}
	if eval[bool](tab, "!document.getElementById('update').hidden") {
		t.Error("half a version is offered")
	}
}

// TestOtherTab lets a new version in from one tab: the other one is told, and keeps its text.
func TestOtherTab(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.visit(s.url)
	first := eval[string](tab, "caches.keys().then(k => k.join('|'))")
	tab.open(s.url)
	tab.paste("в первой вкладке")
	s.mu.Lock()
	s.change = func(r *http.Response) {
		if r.Request.URL.Path == "/worker.js" {
			body, _ := io.ReadAll(r.Body)
			r.Body = io.NopCloser(bytes.NewReader(bytes.ReplaceAll(body, []byte(strings.Fields(first)[2]), []byte("0123456789abcdef"))))
		}
	}
	s.mu.Unlock()
	eval[any](tab, "navigator.serviceWorker.ready.then(r => r.update())")
	tab.wait("!document.getElementById('update').hidden")
	// As the other tab would.
	eval[any](tab, "navigator.serviceWorker.getRegistration().then(r => r.waiting.postMessage('activate'))")
	tab.wait("caches.keys().then(k => window.keys_ = k.join()), window.keys_?.includes('0123456789abcdef') && !window.keys_.includes(" + strconv.Quote(strings.Fields(first)[2]) + ")")
	if eval[bool](tab, "document.getElementById('update').hidden") {
		t.Error("the other tab is not told")
	}
	tab.click("#update button")
	tab.wait("document.getElementById('update')?.hidden && document.getElementById('text').value === 'в первой вкладке'")
}

// TestWorkerOff publishes the file that turns the worker off.
func TestWorkerOff(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	off := s.get(t, "worker-off.js")
	tab := newTab(t)
	tab.visit(s.url)
	eval[any](tab, "caches.open('another application')")
	s.mu.Lock()
	s.answer = func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != "/worker.js" {
			return false
		}
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(off)
		return true
	}
	s.mu.Unlock()
	tab.open(s.url)
	tab.wait("caches.keys().then(k => window.keys_ = k.join('|')), window.keys_ === 'another application'")
	tab.wait("navigator.serviceWorker.getRegistrations().then(r => window.left = r.length), window.left === 0")
}

// TestTextStays changes the language the moment after a text was pasted, and reloads the page:
// what was in the box is still there.
func TestTextStays(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	for _, text := range []string{`{"errors":[{"code":2001}]}`, `{"errors":[{"code":2001}]}` + strings.Repeat(" 0123456789", 1000)} {
		tab.open(s.url)
		tab.paste(text)
		eval[any](tab, "document.querySelector('.lang a[lang=en]').click()")
		tab.wait("document.documentElement.lang === 'en' && document.querySelector('#report .card')")
		if got := eval[string](tab, "text.value"); got != text {
			t.Errorf("in the other language the box has %.40q", got)
		}
		tab.do(chromedp.Reload())
		tab.wait("document.querySelector('#report .card')")
		if got := eval[string](tab, "text.value"); got != text {
			t.Errorf("after a reload the box has %.40q", got)
		}
		tab.leave()
	}
}
