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
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// TestNothingMoves wants the prerendered page and the live tool to be the same to the pixel, and
// nothing to move in between.
func TestNothingMoves(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	for width, scheme := range map[int64]string{360: "light", 768: "light", 1440: "dark"} {
		tab := newTab(t)
		tab.view(width, scheme)
		// The border that the focus colours does so in a moment that a picture can meet.
		tab.media("", "prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
		tab.open(s.url)
		eval[any](tab, `(window.shifts = [], new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => [e.value, ...e.sources.map(s => s.node?.nodeName + "#" + s.node?.id + "." + s.node?.className)]))).observe({type: "layout-shift", buffered: true}))`)
		tab.wait("document.readyState === 'complete'")
		moved := eval[string](tab, "shifts.splice(0).join()")
		eval[any](tab, "text.style.caretColor = 'transparent'") // it blinks
		before := tab.picture(chromedp.FullScreenshot(100))
		rest := func() { eval[any](tab, "new Promise(resolve => setTimeout(resolve, 300))") }
		rest()
		eval[any](tab, "shifts.splice(0)") // a picture of the whole page moves it
		tab.start()
		rest()
		if moved += eval[string](tab, "shifts.join()"); moved != "" {
			t.Errorf("%d, %s: the layout shifts: %s", width, scheme, moved)
		}
		if diff := differing(before, tab.picture(chromedp.FullScreenshot(100))); diff != 0 {
			t.Errorf("%d, %s: %d pixels change when the program has started", width, scheme, diff)
		}
	}
}

// start starts the program as if somebody had touched the box and left it.
func (t *tab) start() {
	t.Helper()
	eval[any](t, "text.dispatchEvent(new Event('focus'))")
	t.ready()
}

// picture is what a part of the page looks like, as it is shot.
func (t *tab) picture(shot chromedp.Action[[]byte]) image.Image {
	t.Helper()
	data, err := chromedp.Run(t.ctx, shot)
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

// TestRehearsed wants the program's functions compiled beside the page, by the time that a
// person pastes: the page itself compiles next to none.
func TestRehearsed(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab, leave := alone(t, filepath.Join(t.TempDir(), "profile"))
	defer leave()
	ended := tab.trace("v8.wasm", "disabled-by-default-v8.wasm.detailed")
	tab.before(readers)
	tab.open(s.url)
	tab.wait("readers.length")
	// Who answers has started; the example is drawn part by part, between its answers.
	eval[any](tab, `(async () => {
		for (let n = 0; n < 20; n++) {
			await new Promise((resolve) => (readers[0].onmessage = resolve, readers[0].postMessage({ message: { what: "codes", form: {} } })));
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})()`)
	tab.paste(curl)
	tab.wait("document.querySelector('#report .card')")
	threads := map[[2]int]string{}
	compiled := map[string]int{}
	events := ended()
	for _, e := range events {
		if e.Name == "thread_name" {
			threads[[2]int{e.PID, e.TID}] = e.Args.Name
		}
	}
	for _, e := range events {
		if e.Name == "wasm.CompileLazy" {
			compiled[threads[[2]int{e.PID, e.TID}]]++
		}
	}
	if beside, page := compiled["DedicatedWorker thread"], compiled["CrRendererMain"]; beside < 1000 || page > beside/10 {
		t.Errorf("functions are compiled by these threads: %v", compiled)
	}
}

// alone is a tab in a browser of its own.
func alone(t *testing.T, profile string, more ...chromedp.ExecAllocatorOption) (_ *tab, leave func()) {
	t.Helper()
	path, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), append(browserOptions(path, profile), more...)...)
	ctx, cancelTab := chromedp.NewContext(allocator)
	tab := &tab{T: t, ctx: ctx, hosts: map[string]bool{}}
	tab.do(chromedp.Navigate("about:blank"))
	return tab, func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Log(err)
		}
		cancelTab()
		cancel()
	}
}

// traced is an event of the browser's own record.
type traced struct {
	Name          string
	PID, TID      int
	TS, Dur, Tdur float64 // microseconds; Tdur is what the thread itself worked
	Args          struct {
		Name string
		Data struct{ Type, FunctionName, URL string }
	}
}

// recording is held while the browser records: it does so once at a time.
var recording sync.Mutex

// trace has the browser record events of some categories until they are asked for.
func (t *tab) trace(categories ...string) (ended func() []traced) {
	t.Helper()
	recording.Lock()
	release := sync.OnceFunc(recording.Unlock)
	t.Cleanup(release)
	ctx, cancel := context.WithCancel(t.ctx)
	var events []traced
	complete := make(chan struct{})
	if err := chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *tracing.EventDataCollected:
			for _, raw := range ev.Value {
				var e traced
				if json.Unmarshal(raw, &e) == nil {
					events = append(events, e)
				}
			}
		case *tracing.EventTracingComplete:
			close(complete)
		}
	}); err != nil {
		t.Fatal(err)
	}
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: categories}})
		return err
	}))
	return func() []traced {
		t.Helper()
		defer release()
		defer cancel()
		t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, tracing.End, struct{}{})
			return err
		}))
		select {
		case <-complete:
		case <-time.After(patience):
			t.Fatal("the browser does not say what it did")
		}
		return events
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
