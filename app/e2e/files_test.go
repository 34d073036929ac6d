package e2e

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// logFile is JavaScript that makes window.log(bytes), a file of a log with one error of a thousand
// lines, and window.drop(files).
const logFile = `(() => {
	const line = "2026-11-24T19:13:22.123Z INFO sync of store 12 took 12 ms and sent 40 documents\n";
	const error = (minute, status, code) => "2026-11-24T20:" + minute + ":00.000Z ERROR PUT https://partner.example/x status=" + status + " body={\"errors\":[{\"code\":" + code + ",\"subject\":\"a\"}]}\n";
	window.log = (bytes, name = "app.log") => {
		const well = line.repeat(999);
		const parts = [];
		for (let size = 0, i = 0; size < bytes; i++) {
			const part = well + (i % 4 ? error(String(i % 60).padStart(2, "0"), 401, 1003) : error("59", 400, 2003));
			size += part.length;
			parts.push(part);
		}
		return new File(parts, name);
	};
	window.drop = (...files) => {
		const data = new DataTransfer();
		for (const file of files) data.items.add(file);
		document.body.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: data}));
	};
	window.tasks = [];
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({entryTypes: ["longtask"]});
})()`

// TestLargeFiles opens files that are too large for the box.
func TestLargeFiles(t *testing.T) {
	tab := openTool(t, "")
	tab.paste(`{"errors":[{"code":1005}]}`)
	tab.waitText("#report .sum strong", "1 ошибка")
	eval[any](tab, logFile)

	// 50 MB are read beside the page: keys are answered meanwhile, and nothing typed is replaced.
	eval[any](tab, "(window.big = log(50e6), new Promise(resolve => setTimeout(resolve, 200)))")
	eval[any](tab, "(tasks.length = 0, drop(big))")
	tab.wait("opened.querySelector('progress').value > 1e6 && !opened.querySelector('progress').hidden")
	tab.paste(`{"errors":[{"code":1004}]}`)
	tab.wait("document.querySelector('#report .card[data-code=\"1004\"]')")
	if eval[bool](tab, "opened.querySelector('progress').hidden") {
		t.Error("the key was answered after the file was read")
	}
	for _, far := range []string{"15e6", "30e6", "45e6"} { // each within the time that a wait has
		tab.wait("!overview.hidden || opened.querySelector('progress').value > " + far)
	}
	tab.wait("!overview.hidden")
	if got := eval[string](tab, "text.value"); got != `{"errors":[{"code":1004}]}` {
		t.Errorf("the box has %q", got)
	}
	t.Logf("tasks of more than 50 ms on the page: %v", eval[[]float64](tab, "tasks.map(Math.round)"))
	if got := eval[float64](tab, "Math.max(0, ...tasks)"); got > 1000 {
		t.Errorf("the page was busy for %.0f ms in one piece", got)
	}
	if got := eval[int](tab, "performance.memory.usedJSHeapSize"); got > 150<<20 {
		t.Errorf("the page holds %d MB", got>>20)
	}
	const all = 625 // of 50 MB
	tab.waitText("#overview h2", "Ошибок: "+strconv.Itoa(all)+", ответов: "+strconv.Itoa(all))
	tab.waitText("#overview .code", "1003")

	// A row has its first errors explained, and counts in the chart; a bar counts in the table.
	tab.click("#overview > table button")
	tab.waitText("#overview .filter", "Показано 468 из 625 Показать все")
	tab.wait("document.querySelectorAll('#report .card').length === 1 && document.querySelector('#report .card').dataset.code === '1003' && overview.querySelectorAll('.part').length > 5")
	if got := eval[string](tab, "text.value"); strings.Count(got, "⋯ L") != 3 || strings.Count(got, "1003") != 3 || !strings.Contains(got, "⋯ L2000\n") {
		t.Errorf("the box has %q", got)
	}
	tab.click("#overview .filter button")
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	eval[any](tab, "overview.querySelector('details').open = true")
	tab.click("#overview details tr:last-child button")
	tab.wait("overview.querySelectorAll('.chosen').length === 1 && overview.querySelector('tbody .code').textContent === '2003'")

	// What is saved has no text of the log.
	eval[any](tab, "(URL.createObjectURL = (blob) => { window.saved = blob; return '#'; })")
	tab.click("#overview .chips:last-child button")
	if got := eval[string](tab, "saved.text()"); !strings.HasPrefix(got, `"status","code","kind","errors","first","last","file","line","title"`+"\r\n"+`"401","1003","numeric-error","468",`) || strings.Contains(got, "partner") {
		t.Errorf("the CSV is %q", got)
	}
	tab.click("#overview .chips:last-child button:last-child")
	if got := eval[string](tab, "saved.text()"); !strings.Contains(got, `"responses": 625`) || strings.Contains(got, "partner") {
		t.Errorf("the JSON is %q", got)
	}

	// Packed files, several at once; what is closed or cancelled leaves nothing behind.
	tab.click("#opened button")
	tab.wait("opened.hidden && overview.hidden")
	eval[any](tab, `(async () => drop(log(2e5), new File([await new Response(log(2e5).stream().pipeThrough(new CompressionStream("gzip"))).blob()], "b.log.gz")))()`)
	tab.waitText("#overview h2", "Ошибок: 6, ответов: 6")
	tab.wait("text.value.startsWith('⋯ app.log L')")
	eval[any](tab, "drop(big)")
	tab.wait("opened.querySelector('progress').value > 0 && overview.hidden")
	tab.click("#opened button")
	tab.wait("opened.hidden")

	// What is no text gets a sentence.
	for head, says := range map[string]string{
		`"\x89PNG"`:    "Это картинка",
		`"PK\x03\x04"`: "Это архив: распакуйте его",
		`"%PDF-"`:      "Это не",
	} {
		eval[any](tab, "drop(new File([new Uint8Array([..."+head+"].map(c => c.charCodeAt()).concat(Array(2e5).fill(0)))], 'x'))")
		tab.wait("document.querySelector('#state.failed')?.textContent.startsWith(" + strconv.Quote(says) + ")")
	}
}

// TestOverview has a text with more than a handful of errors: a click in its overview leaves the
// cards of one kind.
func TestOverview(t *testing.T) {
	tab := openTool(t, "en/")
	tab.paste(`{"errors":[{"code":1005},{"code":1004}]}` + "\n" + strings.Repeat(`2026-11-24 19:13:22 {"errors":[{"code":2003,"subject":"a"}]}`+"\n", 4))
	tab.waitText("#overview h2", "Errors: 6, responses: 5")
	tab.accessible("an overview")
	tab.click("#report [data-do=show]")
	tab.waitText("#state", "Place 1 of 8")
	tab.click("#overview > table button")
	tab.wait("[...document.querySelectorAll('#report .card:not([hidden])')].map(e => e.dataset.code).join() === '2003'")
	tab.click("#overview .filter button")
	tab.wait("document.querySelectorAll('#report .card:not([hidden])').length === 3")
	tab.paste(`{"errors":[{"code":1005}]}`)
	tab.wait("overview.hidden")
}

// TestTypingInLargeText types into a megabyte: no key waits for it to be read, and it is read once
// the hand rests.
func TestTypingInLargeText(t *testing.T) {
	tab := openTool(t, "")
	tab.clipboard(logOf(1_000_000))
	tab.wait("document.querySelectorAll('#report .card').length === 2 && !text.classList.contains('unpainted')")
	eval[any](tab, `(window.read = 0, document.addEventListener("tool:reading", () => window.read++), text.focus(), text.setSelectionRange(0, 0))`)
	keys := eval[[]float64](tab, `(async () => {
		const took = [];
		for (const key of "status 404") {
			const begin = performance.now();
			document.execCommand("insertText", false, key);
			took.push(performance.now() - begin);
			await new Promise((resolve) => setTimeout(resolve, 30));
		}
		return [...took, read];
	})()`)
	t.Logf("a key takes %.0f ms", keys[:10])
	if keys[10] != 0 {
		t.Errorf("the text was read %v times while it was typed", keys[10])
	}
	tab.wait("read === 1")
	typed := eval[int](tab, "text.value.length")
	tab.press('z', chromedp.ModifierCtrl)
	tab.wait("text.value.length < " + strconv.Itoa(typed))
}
