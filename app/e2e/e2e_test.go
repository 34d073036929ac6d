// Package e2e tests the product as people meet it: the served site in a real Chromium.
// Its tests need Chromium and, for accessibility, what package.json names; build.sh test
// installs both. Run with -short they are left out.
package e2e

import (
	"bufio"
	"context"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var (
	browser context.Context // the browser that all tests share
	served  *url.URL        // the site, from build.sh serve
)

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	for _, arg := range os.Args {
		if arg == "-test.short=true" {
			return m.Run()
		}
	}
	stop, err := start()
	defer stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// start serves the site and starts the browser.
func start() (stop func(), err error) {
	var stops []func()
	stop = func() {
		for _, f := range slices.Backward(stops) {
			f()
		}
	}
	dir, err := os.MkdirTemp("", "e2e")
	if err != nil {
		return stop, err
	}
	stops = append(stops, func() { os.RemoveAll(dir) })

	program := filepath.Join(dir, "build")
	if out, err := exec.Command("go", "build", "-o", program, "../site/build").CombinedOutput(); err != nil {
		return stop, fmt.Errorf("%w\n%s", err, out)
	}
	if flag.Lookup("test.bench").Value.String() != "" {
		// What is measured is sent as the published site sends it: serve takes what site has kept.
		if out, err := exec.Command(program, "site", "-out", filepath.Join(dir, "site")).CombinedOutput(); err != nil {
			return stop, fmt.Errorf("%w\n%s", err, out)
		}
	}
	serve := exec.Command(program, "serve", "-lang", "en", "-addr", "127.0.0.1:0")
	log, err := serve.StderrPipe()
	if err != nil {
		return stop, err
	}
	if err := serve.Start(); err != nil {
		return stop, err
	}
	stops = append(stops, func() { serve.Process.Kill(); serve.Wait() })
	lines := bufio.NewScanner(log)
	for served == nil && lines.Scan() {
		if addr, ok := strings.CutPrefix(lines.Text(), "open "); ok {
			if served, err = url.Parse(addr); err != nil {
				return stop, err
			}
		}
	}
	if served == nil {
		return stop, fmt.Errorf("serve did not say where it serves")
	}
	go io.Copy(io.Discard, log)

	path, err := chromium()
	if err != nil {
		return stop, err
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), browserOptions(path, filepath.Join(dir, "profile"))...)
	stops = append(stops, cancel)
	browser, cancel = chromedp.NewContext(allocator)
	stops = append(stops, cancel)
	return stop, chromedp.Do(browser, chromedp.Navigate("about:blank"))
}

// browserOptions start the browser at path with a profile of its own.
func browserOptions(path, profile string) []chromedp.ExecAllocatorOption {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.UserDataDir(profile),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		// With it each page that is left keeps its process, and the next one compiles the program anew.
		chromedp.Flag("disable-back-forward-cache", true),
		// The program is compiled once, for its start: compiling it again for speed costs more than a test gains.
		chromedp.Flag("js-flags", "--liftoff-only"),
		// Each window would draw two lists below an address bar that nobody sees: a second of work.
		chromedp.Flag("disable-features", "Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup"))
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	return options
}

// chromes are the names and places of the browser on the systems that people work on; build.sh
// looks for the same.
//
//go:embed chromium.txt
var chromes string

// chromium is where the browser is. A missing one is an error, not a reason to skip.
func chromium() (string, error) {
	for name := range strings.Lines(chromes) {
		if path, err := exec.LookPath(strings.TrimSuffix(name, "\n")); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no Chromium on this machine\n  ./build.sh test installs it; ./build.sh test -nobrowser leaves the browser tests out")
}

// A site is the served site behind a proxy of the test, under a prefix.
type site struct {
	url string

	mu      sync.Mutex
	hold    chan struct{}                                 // requests for the program wait for it
	answer  func(http.ResponseWriter, *http.Request) bool // answers instead of the site
	change  func(*http.Response)                          // changes what the site answers
	program int                                           // requests for the program
	sent    map[string]int                                // bytes by path
}

func newSite(t *testing.T, prefix string) *site {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a browser")
	}
	s := &site{sent: map[string]int{}}
	proxy := httputil.NewSingleHostReverseProxy(served)
	proxy.ModifyResponse = func(r *http.Response) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.change != nil {
			s.change(r)
		}
		s.sent[r.Request.URL.Path] += int(max(r.ContentLength, 0))
		return nil
	}
	front := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(prefix, "/"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		answer, hold := s.answer, s.hold
		if s.change != nil {
			r.Header.Set("Accept-Encoding", "identity") // what is changed must be plain
		}
		if isProgram(r.URL.Path) {
			s.program++
		}
		s.mu.Unlock()
		if hold != nil && isProgram(r.URL.Path) {
			select {
			case <-hold:
			case <-r.Context().Done():
				return
			}
		}
		if answer != nil && answer(w, r) {
			return
		}
		proxy.ServeHTTP(w, r)
	})))
	t.Cleanup(front.Close)
	s.url = front.URL + prefix
	return s
}

func isProgram(path string) bool { return strings.HasSuffix(path, ".wasm") }

// lose has the site without its program.
func (s *site) lose() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = func(w http.ResponseWriter, r *http.Request) bool {
		if isProgram(r.URL.Path) {
			http.NotFound(w, r)
		}
		return isProgram(r.URL.Path)
	}
}

func (s *site) programs() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.program
}

// A tab is a page of the browser that fails the test if the page complains, breaks its
// policy, or asks another host for anything.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string
	expected []string // what a test provokes
	hosts    map[string]bool
	most     int // how many hosts the page may ask: itself, and our site where it embeds it
}

func newTab(t *testing.T) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	ctx, cancelTime := context.WithTimeout(ctx, 6*time.Minute) // a busy machine is slow
	tab := &tab{T: t, ctx: ctx, hosts: map[string]bool{}, most: 1}
	tab.expect("beforeunload")       // asks only people, who have touched the page
	tab.expect("content-visibility") // the browser's remark on a box that is not painted
	console := chromedp.Console(ctx)
	requests := chromedp.Events(ctx, network.RequestWillBeSent)
	var done sync.WaitGroup
	done.Go(func() {
		for m, err := range console {
			if err != nil {
				return
			}
			if m.Type != chromedp.ConsoleInfo && m.Type != chromedp.ConsoleLog {
				tab.problem(fmt.Sprint(m))
			}
		}
	})
	done.Go(func() {
		for e, err := range requests {
			if err != nil {
				return
			}
			if u, err := url.Parse(e.Request.URL); err == nil && u.Host != "" {
				tab.mu.Lock()
				tab.hosts[u.Host] = true
				tab.mu.Unlock()
			}
		}
	})
	tab.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		// Tests that run side by side each have the focus.
		_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		return err
	}))
	t.Cleanup(func() {
		cancelTime()
		cancel()
		done.Wait()
		tab.mu.Lock()
		defer tab.mu.Unlock()
		for _, p := range tab.problems {
			if !slices.ContainsFunc(tab.expected, func(e string) bool { return strings.Contains(p, e) }) {
				t.Errorf("the page complains: %s", p)
			}
		}
		if len(tab.hosts) > tab.most {
			t.Errorf("the page asked several hosts: %v", tab.hosts)
		}
	})
	return tab
}

// openTool opens the tool, with what follows its address, in a tab that runs beside others.
func openTool(t *testing.T, rest string) *tab {
	t.Helper()
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url + rest)
	return tab
}

func (t *tab) problem(s string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.problems = append(t.problems, s)
}

// expect makes a complaint that holds s no failure.
func (t *tab) expect(s string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.expected = append(t.expected, s)
}

func (t *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(t.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// before runs a script in every page that the tab opens, before the page's own.
func (t *tab) before(script string) {
	t.Helper()
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	}))
}

// open navigates and waits until the page is there.
func (t *tab) open(url string) {
	t.Helper()
	t.do(chromedp.Navigate(url), chromedp.WaitReady(chromedp.CSS("main")))
}

// leave goes away without a draft.
func (t *tab) leave() {
	t.Helper()
	// A draft that is being enciphered would be stored behind this, and the browser would ask.
	eval[any](t, "(Storage.prototype.setItem = () => {}, sessionStorage.clear(), addEventListener('beforeunload', e => e.stopImmediatePropagation(), true))")
	t.do(chromedp.Navigate("about:blank"))
}

// eval is the value of a JavaScript expression, a promise awaited.
func eval[T any](t *tab, js string) T {
	t.Helper()
	v, err := chromedp.Run(t.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// patience is how long a test waits for what must come: on a busy machine that takes long.
const patience = time.Minute

// comes waits until something is so, and reports whether it came to be.
func comes(is func() bool) bool {
	for begin := time.Now(); time.Since(begin) < patience; time.Sleep(50 * time.Millisecond) {
		if is() {
			return true
		}
	}
	return false
}

// wait waits until a JavaScript expression is true.
func (t *tab) wait(js string) {
	t.Helper()
	if comes(func() bool {
		// While the page changes there may be nothing to ask.
		ok, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool]("!!("+js+")"))
		return err == nil && ok
	}) {
		return
	}
	t.Fatalf("never true: %s\nthe page says: %s", js, t.text("main"))
}

// paste puts text into the box as a person does.
func (t *tab) paste(text string) {
	t.Helper()
	eval[bool](t, "text.focus(), text.select(), document.execCommand('insertText', false, "+strconv.Quote(text)+")")
}

// text is what an element shows, spaces all alike.
func (t *tab) text(selector string) string {
	t.Helper()
	return words(eval[string](t, shown(selector)))
}

// shown is the JavaScript expression for what an element shows.
func shown(selector string) string {
	return "(document.querySelector(" + strconv.Quote(selector) + ") ?? {innerText: ''}).innerText"
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// click clicks on an element as a mouse does, where it stands once it has come to rest.
func (t *tab) click(selector string, opts ...chromedp.MouseOption) {
	t.Helper()
	at := eval[[]float64](t, `(async () => {
		for (let n = 0, before = ""; ; n++) {
			const e = document.querySelector(`+strconv.Quote(selector)+`);
			e.scrollIntoView({block: "center"});
			const {x, y, width, height} = e.getClientRects()[0];
			const at = [x + width / 2, y + height / 2];
			if (at.join() === before || n > 100) return at;
			before = at.join();
			// A frame may scroll to where the address points, behind its callbacks.
			await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
		}
	})()`)
	t.do(chromedp.MouseClickXY(at[0], at[1], opts...))
}

// press presses a key, with others held down, where it types nothing: chromedp would type it
// even if the page took the key for a command.
func (t *tab) press(key rune, held ...chromedp.Modifier) {
	t.Helper()
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		for _, event := range kb.Encode(key) {
			chromedp.KeyModifiers(held...)(event)
			if event.Type == kb.KeyChar {
				continue
			}
			if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, *event); err != nil {
				return err
			}
		}
		return nil
	}))
}

// waitText waits until an element shows a text.
func (t *tab) waitText(selector, want string) {
	t.Helper()
	if comes(func() bool {
		got, err := chromedp.Run(t.ctx, chromedp.Evaluate[string](shown(selector)))
		return err == nil && words(got) == want
	}) {
		return
	}
	t.Fatalf("%s says %q, want %q", selector, t.text(selector), want)
}

// ready waits for the tool.
func (t *tab) ready() {
	t.Helper()
	t.wait("document.documentElement.dataset.tool === 'ready'")
}

// view sets the size of the window and its colours.
func (t *tab) view(width int64, scheme string) {
	t.Helper()
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1})
		return err
	}))
	t.media("", "prefers-color-scheme", scheme)
}

// media shows the page on a kind of medium, "" for the usual one, with features: names and values.
func (t *tab) media(kind string, features ...string) {
	t.Helper()
	params := emulation.SetEmulatedMediaParams{Media: kind}
	for pair := range slices.Chunk(features, 2) {
		params.Features = append(params.Features, &emulation.MediaFeature{Name: pair[0], Value: pair[1]})
	}
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, params)
		return err
	}))
}
