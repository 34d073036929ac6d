package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// TestNothingMoves wants no element to change its place, from the first paint until the
// program has drawn.
func TestNothingMoves(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	for _, width := range []int64{360, 768, 1440} {
		tab := newTab(t)
		tab.view(width, "light")
		tab.open(s.url)
		eval[any](tab, `(window.shifts = [], new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => [e.value, ...e.sources.map(s => s.node?.nodeName + "#" + s.node?.id + "." + s.node?.className)]))).observe({type: "layout-shift", buffered: true}))`)
		tab.start()
		eval[any](tab, "new Promise(resolve => setTimeout(resolve, 300))")
		if got := eval[string](tab, "shifts.join()"); got != "" {
			t.Errorf("%d: the layout shifts: %s", width, got)
		}
	}
}

// TestPrerendered wants the prerendered page and the live tool to be the same to the pixel.
func TestPrerendered(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	for _, width := range []int64{360, 1440} {
		for _, scheme := range []string{"light", "dark"} {
			tab := newTab(t)
			tab.view(width, scheme)
			tab.open(s.url)
			tab.wait("document.readyState === 'complete'")
			before := tab.picture()
			tab.start()
			eval[any](tab, "new Promise(resolve => setTimeout(resolve, 300))")
			if diff := differing(before, tab.picture()); diff != 0 {
				t.Errorf("%d, %s: %d pixels change when the program has started", width, scheme, diff)
			}
		}
	}
}

// start starts the program as if somebody had touched the box and left it.
func (t *tab) start() {
	t.Helper()
	eval[any](t, "text.dispatchEvent(new Event('focus'))")
	t.ready()
}

// picture is what the whole page looks like.
func (t *tab) picture() image.Image {
	t.Helper()
	data, err := chromedp.Run(t.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	p, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// differing is how many pixels of two pictures differ.
func differing(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// TestCompiledCodeIsKept starts the tool twice, in a browser that keeps compiled code at once
// and not after a while: the second start compiles nothing anew, although a worker is there.
func TestCompiledCodeIsKept(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	path, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	options := append(browserOptions(path, filepath.Join(t.TempDir(), "profile")), chromedp.Flag("js-flags", "--wasm-caching-timeout-ms=0"))
	for visit := range 2 {
		allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, cancelTab := chromedp.NewContext(allocator)
		tab := &tab{T: t, ctx: ctx, hosts: map[string]bool{}}
		tab.do(chromedp.Navigate("about:blank"))
		var mu sync.Mutex
		seen := map[string]int{}
		done := make(chan struct{})
		collected := chromedp.Events(ctx, tracing.DataCollected)
		go func() {
			for e, err := range collected {
				if err != nil {
					return
				}
				mu.Lock()
				for _, raw := range e.Value {
					var event struct{ Name string }
					if json.Unmarshal(raw, &event) == nil {
						seen[event.Name]++
					}
				}
				mu.Unlock()
			}
		}()
		completed := chromedp.Events(ctx, tracing.TracingComplete)
		go func() {
			for range completed {
				close(done)
				return
			}
		}()
		tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: []string{"v8.wasm"}}})
			return err
		}))
		tab.visit(s.url)
		tab.start()
		for i := range 6 { // so that the browser finds something worth keeping
			eval[any](tab, "evotorDecode("+strconv.Quote(logOf(400_000+100*i))+")")
			time.Sleep(300 * time.Millisecond)
		}
		tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, tracing.End, struct{}{})
			return err
		}))
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatal("the browser does not say what it did")
		}
		mu.Lock()
		if visit == 0 && seen["wasm.SerializeModule"] == 0 {
			t.Errorf("nothing is kept: %v", seen)
		}
		if visit == 1 && seen["wasm.Deserialize"] == 0 {
			t.Errorf("the second start does not use what is kept: %v", seen)
		}
		mu.Unlock()
		if err := chromedp.Cancel(ctx); err != nil {
			t.Log(err)
		}
		cancelTab()
		cancel()
	}
}

// TestLighthouse runs Lighthouse as a phone, on what does not depend on the machine's speed;
// for that there is BenchmarkLighthouse.
func TestLighthouse(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	for category, score := range lighthouse(t, s.url, "accessibility", "best-practices", "seo") {
		if score != 100 {
			t.Errorf("%s: %v, want 100", category, score)
		}
	}
}

// lighthouse is the score of each category of a page, of 100, and logs what costs points.
func lighthouse(t testing.TB, url string, categories ...string) map[string]float64 {
	t.Helper()
	path, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	flags := "--headless --disable-gpu --disable-quic"
	if os.Getuid() == 0 {
		flags += " --no-sandbox"
	}
	cmd := exec.Command("node_modules/.bin/lighthouse", url, "--quiet", "--output=json", "--only-categories="+strings.Join(categories, ","), "--chrome-flags="+flags)
	cmd.Env = append(os.Environ(), "CHROME_PATH="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n./build.sh test installs it", err)
	}
	var report struct {
		Categories map[string]struct {
			Score     float64
			AuditRefs []struct {
				ID     string
				Weight float64
			}
		}
		Audits map[string]struct {
			Title string
			Score *float64
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	scores := map[string]float64{}
	for name, c := range report.Categories {
		scores[name] = math.Round(c.Score * 100)
		for _, ref := range c.AuditRefs {
			if audit := report.Audits[ref.ID]; ref.Weight > 0 && audit.Score != nil && *audit.Score < 1 {
				t.Logf("%s: %s: %v", name, audit.Title, *audit.Score)
			}
		}
	}
	return scores
}
