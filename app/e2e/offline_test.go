package e2e

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"regexp"
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

// visit opens the tool and waits until all of the site is kept for later: the list comes last.
func (t *tab) visit(url string) {
	t.Helper()
	t.open(url)
	t.wait("(" + keptNow + ")().then(urls => window.kept_ = urls), window.kept_?.some(url => url.includes('/assets/files.'))")
}

// keptNow is a function of the page: the addresses in the site's caches.
const keptNow = `async () => {
	const all = [];
	for (const key of await caches.keys()) all.push(...(await (await caches.open(key)).keys()).map(r => r.url));
	return all;
}`

// publish puts another version on the server: the list of its files is changed.
func (s *site) publish(t *testing.T, change func(list []byte) []byte) (before, now string) {
	t.Helper()
	before = regexp.MustCompile(`"([0-9a-f]{12})"`).FindStringSubmatch(string(s.get(t, "worker.js")))[1]
	list := change(s.get(t, "assets/files."+before+".json"))
	sum := sha256.Sum256(list)
	now = hex.EncodeToString(sum[:])[:12]
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change = func(r *http.Response) {
		switch r.Request.URL.Path {
		case "/worker.js":
			body, _ := io.ReadAll(r.Body)
			r.Body = io.NopCloser(bytes.NewReader(bytes.ReplaceAll(body, []byte(before), []byte(now))))
		case "/assets/files." + now + ".json":
			r.StatusCode, r.Body, r.ContentLength = http.StatusOK, io.NopCloser(bytes.NewReader(list)), int64(len(list))
			r.Header.Set("Content-Length", strconv.Itoa(len(list)))
		}
	}
	return before, now
}

// another changes a list so that it says the same.
func another(list []byte) []byte { return append(list, '\n') }

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
	// Of what is not there the site says so, not the browser.
	tab.expect("Refused to") // until it knows where the site begins
	tab.open(s.url + "errors/9999/")
	tab.wait("document.querySelector('.asked:not([hidden])')?.pathname.startsWith('/help/')")
}

// TestReader reads pages of the documentation: of all that comes to the browser, the worker's part
// too, there is no more than a page's own weight; and what was read can be read without a network.
func TestReader(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/help/")
	tab := newTab(t)
	kept := func(path string) string {
		return "(" + keptNow + ")().then(urls => window.kept_ = urls), window.kept_?.some(url => url.endsWith('" + path + "'))"
	}
	tab.open(s.url + "errors/2003/")
	tab.wait(kept("/errors/2003/index.html"))
	eval[any](tab, "new Promise(resolve => setTimeout(resolve, 500))")
	s.mu.Lock()
	total := 0
	for _, n := range s.sent {
		total += n
	}
	t.Logf("%d bytes", total)
	if worker := s.sent["/worker.js"]; total > 30_000 || worker == 0 || worker > 2000 {
		t.Errorf("a reader of one page gets %d bytes: %v", total, s.sent)
	}
	s.mu.Unlock()
	tab.open(s.url + "en/errors/1003/?from=elsewhere")
	tab.wait(kept("/en/errors/1003/index.html"))
	// A new version has nothing to wait for. It takes along what the pages need, and no more.
	eval[any](tab, "caches.keys().then(k => caches.open(k[0])).then(c => c.put(document.documentElement.dataset.root + 'assets/old.css', new Response()))")
	s.publish(t, another)
	tab.open(s.url + "en/errors/1003/")
	eval[any](tab, "navigator.serviceWorker.addEventListener('controllerchange', () => window.changed_ = true), navigator.serviceWorker.ready.then(r => r.update())")
	tab.wait("window.changed_")
	tab.wait("(" + keptNow + ")().then(urls => window.kept_ = urls), window.kept_?.length && !window.kept_.some(url => url.endsWith('old.css'))")
	if eval[bool](tab, "!document.getElementById('update').hidden") {
		t.Error("a reader is asked to let a new version in")
	}
	// Without a network, and without the browser's own cache.
	s.down()
	tab.do(chromedp.Func(clearCache))
	tab.expect("Failed to load resource")
	tab.open(s.url + "errors/2003/#steps")
	if got := eval[string](tab, "getComputedStyle(document.querySelector('.skip')).position"); got != "absolute" {
		t.Errorf("the page has no style: %q", got)
	}
	tab.open(s.url + "en/errors/1003/")
	tab.wait("document.querySelector('h1')")
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
	before, now := s.publish(t, another)
	tab.open(s.url)
	tab.wait("!document.getElementById('update').hidden")
	tab.paste("что-то набрано")
	tab.click("#update button")
	tab.wait("document.getElementById('update').hidden && document.readyState === 'complete'")
	tab.wait("document.getElementById('text').value === 'что-то набрано'")
	tab.wait("caches.keys().then(k => window.keys_ = k.join('|')), window.keys_?.includes('" + now + "') && !window.keys_.includes('" + before + "')")
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
	s.publish(t, func(list []byte) []byte {
		at := bytes.Index(list, []byte(`"errors/2003/index.html":"`)) + len(`"errors/2003/index.html":"`)
		copy(list[at:], "0123456789abcdef") // another content is to come
		return list
	})
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
	tab.open(s.url)
	tab.paste("в первой вкладке")
	before, now := s.publish(t, another)
	eval[any](tab, "navigator.serviceWorker.ready.then(r => r.update())")
	tab.wait("!document.getElementById('update').hidden")
	// As the other tab would.
	eval[any](tab, "navigator.serviceWorker.getRegistration().then(r => r.waiting.postMessage('activate'))")
	tab.wait("caches.keys().then(k => window.keys_ = k.join()), window.keys_?.includes('" + now + "') && !window.keys_.includes('" + before + "')")
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
