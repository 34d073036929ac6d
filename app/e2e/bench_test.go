package e2e

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// BenchmarkPaste is the time from a paste to the frame with its cards, in the browser's own
// milliseconds: ms/paste.
func BenchmarkPaste(b *testing.B) {
	for name, size := range map[string]int{"10KB": 10_000, "1MB": 1_000_000} {
		b.Run(name, func(b *testing.B) {
			ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
			defer cancel()
			if err := chromedp.Do(ctx, chromedp.Navigate(served.String())); err != nil {
				b.Fatal(err)
			}
			line := "2024-03-04T12:00:00Z INFO sync of a store took 12 ms and sent 40 documents\n"
			text := strings.Repeat(line, size/len(line)) + curl
			paste := func() float64 {
				took, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`new Promise((resolve) => {
					const box = document.getElementById("text"), report = document.getElementById("report");
					box.focus();
					const begin = performance.now();
					const watch = new MutationObserver(() => {
						if (report.querySelectorAll(".card").length !== 2) return;
						watch.disconnect();
						requestAnimationFrame(() => resolve(performance.now() - begin));
					});
					watch.observe(report, {childList: true, subtree: true});
					box.value = `+strconv.Quote(text)+`;
					box.dispatchEvent(new Event("input", {bubbles: true}));
				})`, chromedp.EvalAwaitPromise))
				if err != nil {
					b.Fatal(err)
				}
				return took
			}
			clear := func() {
				_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`new Promise((resolve) => {
					const box = document.getElementById("text");
					box.value = "";
					box.dispatchEvent(new Event("input", {bubbles: true}));
					(function wait() { document.querySelector("#report .card") ? requestAnimationFrame(wait) : resolve(true); })();
				})`, chromedp.EvalAwaitPromise))
				if err != nil {
					b.Fatal(err)
				}
			}
			paste() // starts the program
			total := 0.0
			n := 0
			for b.Loop() {
				clear()
				total += paste()
				n++
			}
			b.ReportMetric(total/float64(n), "ms/paste")
		})
	}
}
