package e2e

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// BenchmarkPaste is the time from a paste to its cards, in milliseconds of the browser: till
// they are in the page (cards-ms), till the frame that shows them begins (frame-ms), and till
// that frame is over (shown-ms). The last counts what the browser itself takes to lay out and
// paint.
func BenchmarkPaste(b *testing.B) {
	for _, size := range []int{10_000, 1_000_000} {
		b.Run(strconv.Itoa(size/1000)+"KB", func(b *testing.B) {
			ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
			defer cancel()
			if err := chromedp.Do(ctx, chromedp.Navigate(served.String())); err != nil {
				b.Fatal(err)
			}
			const paste = `new Promise((resolve) => {
				const box = document.getElementById("text"), report = document.getElementById("report");
				const data = new DataTransfer();
				data.setData("text/plain", pasted);
				box.focus();
				const begin = performance.now();
				const watch = new MutationObserver(() => {
					if (report.querySelectorAll(".card").length !== 2) return;
					watch.disconnect();
					const cards = performance.now() - begin;
					requestAnimationFrame(() => {
						const frame = performance.now() - begin;
						const {port1, port2} = new MessageChannel();
						port1.onmessage = () => resolve([cards, frame, performance.now() - begin]);
						port2.postMessage(0);
					});
				});
				watch.observe(report, {childList: true, subtree: true});
				if (box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))) {
					box.value = pasted;
					box.dispatchEvent(new Event("input", {bubbles: true}));
				}
			})`
			const clear = `new Promise((resolve) => {
				const box = document.getElementById("text");
				box.value = "";
				box.dispatchEvent(new Event("input", {bubbles: true}));
				(function wait() { document.querySelector("#report .card") || box.value ? requestAnimationFrame(wait) : setTimeout(resolve, 100, [0]); })();
			})`
			run := func(js string) []float64 {
				took, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](js, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
				if err != nil {
					b.Fatal(err)
				}
				return took
			}
			run("(window.pasted = " + strconv.Quote(logOf(size)) + ", [])")
			var all [3][]float64
			for range 5 { // starts the program, and lets the browser compile it
				run(paste)
				run(clear)
			}
			for b.Loop() {
				for i, ms := range run(paste) {
					all[i] = append(all[i], ms)
				}
				run(clear)
			}
			b.ReportMetric(0, "ns/op")
			for i, unit := range []string{"cards-ms", "frame-ms", "shown-ms"} {
				b.ReportMetric(median(all[i]), unit)
			}
		})
	}
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

// BenchmarkStart is the time from the navigation until a text pasted at once is answered: by
// the page itself (provisional-ms) and by the program (tool-ms, and warm-tool-ms at the second
// visit), as it is and as a slow phone on a slow network has it: a CPU 4 times slower, 1.6
// Mbit/s and 150 ms. Each cold start has a store of its own. later-ms is the time from a
// paste to its answer when the person has read the page before.
func BenchmarkStart(b *testing.B) {
	slowly := httptest.NewServer(slow(httputil.NewSingleHostReverseProxy(served)))
	defer slowly.Close()
	for _, c := range []struct {
		name string
		cpu  float64
		url  string
	}{{"fast", 1, served.String()}, {"cpu", 4, served.String()}, {"network", 1, slowly.URL}, {"cpu+network", 4, slowly.URL}} {
		b.Run(c.name, func(b *testing.B) {
			var provisional, cold, warm, later []float64
			for b.Loop() {
				ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
				first := answered(b, ctx, c.cpu, c.url, 0)
				second := answered(b, ctx, c.cpu, c.url, 0)
				cancel()
				ctx, cancel = chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
				read := answered(b, ctx, c.cpu, c.url, 12*time.Second)
				cancel()
				provisional, cold, warm, later = append(provisional, first[0]), append(cold, first[1]), append(warm, second[1]), append(later, read[1])
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(provisional), "provisional-ms")
			b.ReportMetric(median(cold), "tool-ms")
			b.ReportMetric(median(warm), "warm-tool-ms")
			b.ReportMetric(median(later), "later-ms")
		})
	}
}

// slow answers as through 1.6 Mbit/s that all requests share, each 150 ms later. The browser's
// own emulation does not reach what a worker fetches.
func slow(h http.Handler) http.Handler {
	link := new(link)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(150 * time.Millisecond)
		h.ServeHTTP(&slowWriter{w, link}, r)
	})
}

type link struct {
	mu   sync.Mutex
	free time.Time // when it has sent all it has
}

func (l *link) send(bytes int) {
	l.mu.Lock()
	if now := time.Now(); l.free.Before(now) {
		l.free = now
	}
	l.free = l.free.Add(time.Duration(bytes) * time.Second / (1.6e6 / 8))
	sent := l.free
	l.mu.Unlock()
	time.Sleep(time.Until(sent))
}

type slowWriter struct {
	http.ResponseWriter
	link *link
}

func (w *slowWriter) Write(p []byte) (n int, err error) {
	for part := range slices.Chunk(p, 2000) {
		w.link.send(len(part))
		written, err := w.ResponseWriter.Write(part)
		n += written
		if err != nil {
			return n, err
		}
		w.ResponseWriter.(http.Flusher).Flush()
	}
	return n, nil
}

// answered opens the page, pastes after a time, and waits for both answers. Their times in
// milliseconds count from the paste; without a time before it, from the navigation.
func answered(b *testing.B, ctx context.Context, cpu float64, url string, wait time.Duration) []float64 {
	b.Helper()
	const script = `window.answered = (async () => {
		let begin = 0;
		const until = async (test) => { while (!test()) await new Promise(requestAnimationFrame); return performance.now() - begin; };
		await until(() => document.getElementById("report"));
		if (wait) {
			await new Promise((resolve) => setTimeout(resolve, wait));
			begin = performance.now();
		}
		const box = document.getElementById("text");
		box.focus();
		box.value = pasted;
		box.dispatchEvent(new Event("input", {bubbles: true}));
		const provisional = await until(() => document.querySelector("#provisional .card, #report .card"));
		return [provisional, await until(() => document.querySelectorAll("#report .card").length === 2)];
	})()`
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpu}); err != nil {
			return err
		}
		_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
			Source: "const wait = " + strconv.FormatInt(wait.Milliseconds(), 10) + ", pasted = " + strconv.Quote(curl) + "\n" + script,
		})
		return err
	}), chromedp.Navigate(url)); err != nil {
		b.Fatal(err)
	}
	took, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64]("answered", chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	if err != nil {
		b.Fatal(err)
	}
	// For what is kept for the next visit.
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[int]("navigator.serviceWorker.ready.then(() => 1)", chromedp.EvalAwaitPromise)); err != nil {
		b.Fatal(err)
	}
	time.Sleep(2 * time.Second)
	return took
}

// BenchmarkLighthouse is the score of each category, as a phone.
func BenchmarkLighthouse(b *testing.B) {
	for category, score := range lighthouse(b, served.String(), "performance", "accessibility", "best-practices", "seo") {
		b.ReportMetric(score, category)
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkFirstPaste is the time from the first paste in a fresh tab, whose program is compiled, to
// its cards: as it is and with a CPU 4 times slower.
func BenchmarkFirstPaste(b *testing.B) {
	for _, cpu := range []float64{1, 4} {
		for _, size := range []int{10_000, 100_000, 1_000_000} {
			b.Run(strconv.Itoa(size/1000)+"KB/cpu"+strconv.Itoa(int(cpu)), func(b *testing.B) {
				var took []float64
				for b.Loop() {
					took = append(took, firstPaste(b, cpu, size))
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(median(took), "cards-ms")
			})
		}
	}
}

// firstPaste is the time of one in milliseconds.
func firstPaste(b *testing.B, cpu float64, size int) float64 {
	b.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	defer cancel()
	const compiled = `window.compiled = new Promise((resolve) => addEventListener("tool:fetched", () => setTimeout(resolve, 4000), true))`
	err := chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpu}); err != nil {
			return err
		}
		_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: compiled})
		return err
	}), chromedp.Navigate(served.String()))
	if err != nil {
		b.Fatal(err)
	}
	took, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`compiled.then(() => new Promise((resolve) => {
		const box = document.getElementById("text"), report = document.getElementById("report");
		new MutationObserver(() => report.querySelectorAll(".card").length === 2 && resolve(performance.now() - begin)).observe(report, {childList: true, subtree: true});
		const data = new DataTransfer();
		data.setData("text/plain", `+strconv.Quote(logOf(size))+`);
		const begin = performance.now();
		box.focus();
		if (box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))) {
			box.value = data.getData("text/plain");
			box.dispatchEvent(new Event("input", {bubbles: true}));
		}
	}))`, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	if err != nil {
		b.Fatal(err)
	}
	return took
}

// BenchmarkFile opens a log of 200 MB while somebody types: how fast it is read, the longest task
// that the page has meanwhile and how many are over 50 ms, and what its heap gains.
func BenchmarkFile(b *testing.B) {
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(served.String())); err != nil {
		b.Fatal(err)
	}
	run := func(js string) []float64 {
		took, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](js, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
		if err != nil {
			b.Fatal(err)
		}
		return took
	}
	run(`(async () => {
		` + logFile + `;
		window.big = log(200e6);
		text.focus();
		document.execCommand("insertText", false, '{"errors":[{"code":1005}]}');
		while (!document.querySelector("#report .card")) await new Promise(requestAnimationFrame);
		await new Promise((resolve) => setTimeout(resolve, 2000));
		return [];
	})()`)
	for b.Loop() {
		got := run(`(async () => {
			const heap = performance.memory.usedJSHeapSize, begin = performance.now();
			tasks.length = 0;
			drop(big);
			for (let i = 0; overview.hidden; i++) {
				await new Promise((resolve) => setTimeout(resolve, 200));
				if (i % 5 === 0) document.execCommand("insertText", false, " ");
			}
			const took = performance.now() - begin;
			const gained = performance.memory.usedJSHeapSize - heap;
			document.querySelector("#opened button").click();
			return [200e3 / took, Math.max(0, ...tasks), tasks.length, gained / 1e6];
		})()`)
		for i, unit := range []string{"MB/s", "longest-task-ms", "tasks-over-50ms", "heap-MB"} {
			b.ReportMetric(got[i], unit)
		}
	}
	b.ReportMetric(0, "ns/op")
}
