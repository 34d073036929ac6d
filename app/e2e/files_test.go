package e2e

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
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
	eval[any](tab, "(window.big = log(50e6), 0)")
	tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error { // of what the test made
		_, err := chromedp.Call(ctx, heapprofiler.CollectGarbage, struct{}{})
		return err
	}))
	ended := tab.trace("toplevel", "blink.user_timing")
	if got := eval[string](tab, `new Promise((resolve) => {
		const bar = opened.querySelector("progress");
		new MutationObserver((_, watch) => {
			if (bar.value < 1e6) return;
			watch.disconnect();
			text.focus();
			text.select();
			document.execCommand("insertText", false, '{"errors":[{"code":1004}]}');
		}).observe(bar, {attributes: true});
		new MutationObserver(() => document.querySelector("#report .card[data-code='1004']") && resolve(bar.hidden ? "after" : "while")).observe(report, {childList: true, subtree: true, attributes: true});
		drop(big);
	})`); got != "while" {
		t.Errorf("the key was answered %s the file was read", got)
	}
	tab.notBusy(ended, 100)
	for _, far := range []string{"15e6", "30e6", "45e6"} { // each within the time that a wait has
		tab.wait("!overview.hidden || opened.querySelector('progress').value > " + far)
	}
	tab.wait("!overview.hidden")
	if got := eval[string](tab, "text.value + opened.querySelector('span').textContent.replace(/\\s/g, ' ')"); got != `{"errors":[{"code":1004}]}50 МБ` {
		t.Errorf("the box, and what is said of it, is %q", got)
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
	tab.waitText("#opened span", "50 МБ. В поле — строки вокруг первых ошибок.")
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

	// Packed files, those in a row within a file too, UTF-16, several at once; what is closed or cancelled
	// leaves nothing behind.
	tab.click("#opened button")
	tab.wait("opened.hidden && overview.hidden")
	eval[any](tab, `(async () => {
		window.pack = (blob) => new Response(blob.stream().pipeThrough(new CompressionStream("gzip"))).blob();
		const wide = new Uint8Array(Uint16Array.from("\ufeff" + await log(2e5).text(), (c) => c.charCodeAt()).buffer);
		drop(log(2e5), new File([await pack(log(2e5)), await pack(log(4e5))], "b.log.gz"), new File([wide], "c.log"));
	})()`)
	tab.waitText("#overview h2", "Ошибок: 14, ответов: 14")
	tab.wait("text.value.startsWith('⋯ app.log L')")
	eval[any](tab, "drop(big)")
	tab.wait("opened.querySelector('progress').value > 0 && overview.hidden")
	tab.click("#opened button")
	tab.wait("opened.hidden")

	// What is no text, or cannot be unpacked, gets a sentence.
	eval[any](tab, `(async () => {
		const tar = new Uint8Array(2e5);
		tar.set([..."ustar"].map((c) => c.charCodeAt()), 257);
		drop(new File([await pack(new Blob([tar])), new Uint8Array(2e5)], "a.tar.gz"));
	})()`)
	tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Это архив')")
	eval[any](tab, `(async () => drop(new File([(await pack(new Blob([1, 2, 3].map(() => crypto.getRandomValues(new Uint8Array(65536)))))).slice(0, -9)], "cut.gz")))()`)
	tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Не\u00a0удалось прочитать файл')")
	eval[any](tab, `drop(new File([], "empty.log"))`)
	tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Файл пуст')")
	for head, says := range map[string]string{
		`"\x89PNG"`:          "Это картинка",
		`"\xff\xd8\xff\xe0"`: "Это картинка",
		`"PK\x03\x04"`:       "Это архив: распакуйте его",
		`"PK\x05\x06"`:       "Это архив: распакуйте его", // with nothing in it
		`"%PDF-"`:            "Это не",
	} {
		for _, size := range []string{"3e3", "2e5"} {
			eval[any](tab, "drop(new File([new Uint8Array([..."+head+"].map(c => c.charCodeAt()).concat(Array("+size+").fill(0)))], 'a.log'))")
			tab.wait("document.querySelector('#state.failed')?.textContent.startsWith(" + strconv.Quote(says) + ")")
		}
	}
}

// TestFileLetters opens large files in the encodings that logs come in, packed ones too: the letters
// survive.
func TestFileLetters(t *testing.T) {
	tab := openTool(t, "")
	text := strings.Repeat("2026-11-24 19:13:21 INFO sync of a store took 12 ms\n", 4000) + "Касса «У входа» 😀\n" + `{"errors":[{"code":2003,"subject":"поле"}]}`
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"utf-8.log": []byte(text), "windows-1251.log": []byte(windows1251(text)), "utf-16.log": utf16le("\ufeff" + text), "utf-16 without a mark.log": utf16le(text),
		"utf-8.gz": zipped(t, text), "windows-1251.gz": zipped(t, windows1251(text)), "utf-16.gz": zipped(t, string(utf16le(text))),
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		tab.choose(file)
		tab.waitText("#opened strong", name)
		tab.waitText("#report .card h2", "2003 Поле поле: значение недопустимо")
		if got := eval[string](tab, "text.value"); !strings.Contains(got, "Касса «У входа»") {
			t.Errorf("%s: the box has %q", name, got)
		}
		tab.click("#opened button")
		tab.click("#clear")
		tab.wait("!document.querySelector('#report .card')")
	}
}

// utf16le is a text in UTF-16.
func utf16le(text string) (data []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return data
}

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDroppedFolder drops a folder, as a file manager does: the files within are opened.
func TestDroppedFolder(t *testing.T) {
	tab := openTool(t, "")
	dir := t.TempDir()
	for name, text := range map[string]string{"logs/a.log": `{"errors":[{"code":1003}]}`, "logs/old/b.log": `{"errors":[{"code":1005}]}`, "logs/old/screen.png": "x", "blank/c.txt": " \n\n", "x.log": `{"errors":[{"code":2004}]}`} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	drop := func(names ...string) {
		t.Helper()
		data := &input.DragData{DragOperationsMask: 1, Items: []*input.DragDataItem{}}
		for _, name := range names {
			data.Files = append(data.Files, filepath.Join(dir, name))
		}
		for _, kind := range []input.DispatchDragEventType{"dragEnter", "dragOver", "drop"} {
			tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
				_, err := chromedp.Call(ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 300, Y: 100, Data: data})
				return err
			}))
		}
	}
	drop("logs", "x.log")
	tab.wait("['1003', '1005', '2004'].every((code) => text.value.includes(code)) && document.querySelectorAll('#report .card').length === 3")
	drop("blank")
	tab.waitText("#state.failed", "Файл пуст: откройте другой или вставьте текст ответа.")
	if got := eval[string](tab, "text.value"); !strings.Contains(got, "1003") {
		t.Errorf("the box has %q", got)
	}
}

// TestHostileFiles opens what a log should not be: it is read, or what to do is said, and the box keeps
// what was typed.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	s.change = func(r *http.Response) { // for a bomb of this size
		if !strings.Contains(r.Request.URL.Path, "/assets/scan.") {
			return
		}
		script, _ := io.ReadAll(r.Body)
		small := bytes.Replace(script, []byte("8*2**30"), []byte("4*2**20"), 1)
		if bytes.Equal(small, script) {
			t.Error("the limit is not where it was")
		}
		r.Body = io.NopCloser(bytes.NewReader(small))
		r.ContentLength = int64(len(small))
		r.Header.Set("Content-Length", strconv.Itoa(len(small)))
	}
	tab := newTab(t)
	tab.open(s.url)
	const typed = `{"errors":[{"code":1005}]}`
	tab.paste(typed)
	tab.waitText("#report .sum strong", "1 ошибка")
	eval[any](tab, logFile+`, (window.error = (code) => '{"errors":[{"code":' + code + '}]}\n', window.pack = (blob) => new Response(blob.stream().pipeThrough(new CompressionStream("gzip"))).blob())`)
	for _, c := range []struct{ name, drop, failed, opened string }{
		{"a bomb", `pack(new Blob([new Uint8Array(5e6)])).then((bomb) => drop(new File([bomb], "a.gz")))`, "Файл распаковывается больше чем", ""},
		{"a line without an end", `drop(new File(Array(9).fill("x".repeat(1e6)), "a.log"))`, "", "ошибкой нет."},
		{"a picture among others", `drop(log(1e5), new File(["\xff", "x".repeat(2e5)], "a.log"), new File([new Uint8Array([0xff, 0xd8, 0xff]), "x".repeat(2e5)], "b.log"))`, "b.log: Это картинка", ""},
		{"nothing but zeros", `drop(new File([new Uint8Array(3e6)], "a.log"))`, "", "ошибкой нет."},
		{"a packed nothing", `pack(new Blob([])).then((nothing) => drop(new File([nothing], "a.gz")))`, "", "ошибкой нет."},
		{"a member that is none", `pack(new Blob([error(1003)])).then((good) => drop(new File([good, "and more"], "a.gz")))`, "Не\u00a0удалось прочитать файл", ""},
	} {
		eval[any](tab, c.drop)
		if c.failed != "" {
			tab.wait("opened.hidden && document.querySelector('#state.failed')?.textContent.startsWith(" + strconv.Quote(c.failed) + ")")
		} else {
			tab.wait("!document.querySelector('#state.failed') && !opened.hidden && opened.textContent.includes(" + strconv.Quote(c.opened) + ")")
		}
		if got := eval[string](tab, "text.value"); got != typed {
			t.Errorf("%s: the box has %.80q", c.name, got)
		}
	}
	// Zeros among errors hide none, a thousand files are one sum, and of two drops the second counts.
	eval[any](tab, `drop(new File([error(1003), "\0".repeat(2e5), "\n", error(1004)], "a.log"))`)
	tab.waitText("#overview h2", "Ошибок: 2, ответов: 2")
	eval[any](tab, `drop(...Array.from({length: 1000}, (_, i) => new File(["x".repeat(200), "\n", error(1003)], i + ".log")))`)
	tab.waitText("#overview h2", "Ошибок: 1 000, ответов: 1 000")
	eval[any](tab, `(drop(log(20e6)), setTimeout(() => drop(log(3e5)), 100))`)
	tab.waitText("#overview h2", "Ошибок: 4, ответов: 4")
	// A reload in the middle leaves the text.
	tab.click("#opened button")
	tab.paste(typed)
	tab.stored()
	eval[any](tab, holding+", drop(log(2e5))")
	tab.wait("held && !opened.hidden")
	tab.do(reload)
	tab.wait("document.getElementById('text')?.value === " + strconv.Quote(typed))
	tab.wait("opened.hidden && document.querySelectorAll('#report .card').length === 1")
}

// notBusy wants the page's thread to have worked for at most so many milliseconds at a time while it was
// traced: others' pages are in the record, too. Beside other tests a task of 50 takes twice as long, and
// a key in a megabyte takes 40 to 60 of the browser alone, which lays out the whole box.
func (t *tab) notBusy(ended func() []traced, most float64) {
	t.Helper()
	eval[any](t, "performance.mark('this page')")
	events := ended()
	this := slices.IndexFunc(events, func(e traced) bool { return e.Name == "this page" })
	if this < 0 {
		t.Fatal("the page is not in the record")
	}
	longest := 0.0
	for _, e := range events {
		if e.PID == events[this].PID && e.TID == events[this].TID {
			longest = max(longest, e.Tdur/1000)
		}
	}
	t.Logf("the page's longest task took %.0f ms of its thread", longest)
	if longest > most {
		t.Errorf("the page was busy for %.0f ms", longest)
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
	// A row is of a code under one status, or of what has no code.
	var rows strings.Builder
	for i, r := range []string{`400 {"errors":[{"code":2003,"subject":"a"}]}`, `422 {"errors":[{"code":2003,"subject":"b"}]}`,
		`400 {"errors":[{"reason":"missing","subject":"c"}]}`, `404 <html></html>`} {
		status, body, _ := strings.Cut(r, " ")
		for range 4 - i {
			fmt.Fprintf(&rows, "HTTP/1.1 %s x\n\n%s\n\n", status, body)
		}
	}
	tab.paste(rows.String())
	tab.waitText("#overview h2", "Errors: 10, responses: 10")
	var shown []string
	for i := range 4 {
		eval[any](tab, fmt.Sprintf("overview.querySelectorAll('tbody tr')[%d].querySelector('button').click()", i))
		shown = append(shown, words(eval[string](tab, "overview.querySelector('tr.open').innerText + ' → ' + [...report.querySelectorAll('.card:not([hidden]) h2')].map(e => e.innerText).join('; ')")))
		eval[any](tab, "overview.querySelector('.filter button').click()")
	}
	want := []string{
		"400 2003 Invalid parameter value Below are 3 of 4, lines: 1, 5, 9 4 → 2003 Field a: the value is invalid",
		"422 2003 Invalid parameter value Below are 3 of 3, lines: 17, 21, 25 3 → 2003 Field b: the value is invalid",
		"400 — An error without a code Below are 2 of 2, lines: 29, 33 2 → An error without a code: missing, field c",
		"404 — Resource not found Below are 1 of 1, lines: 37 1 → 404 URL or object not found",
	}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Errorf("the rows and what they leave (-want +got):\n%s", diff)
	}
	// A column of the chart leaves the kinds that it counts.
	tab.paste(strings.Repeat(`2026-11-24 19:13:22 {"errors":[{"code":2003}]}`+"\n", 4) + strings.Repeat(`2026-11-24 20:15:22 {"errors":[{"code":1005}]}`+"\n", 3))
	tab.waitText("#overview h2", "Errors: 7, responses: 7")
	eval[any](tab, "overview.querySelector('details tbody tr:last-child button').click()")
	tab.wait("overview.querySelector('.filter').innerText.startsWith('Showing 3 of 7') && [...document.querySelectorAll('#report .card:not([hidden])')].map(e => e.dataset.code).join() === '1005'")
	eval[any](tab, "overview.querySelector('.filter button').click()")
	tab.wait("document.querySelectorAll('#report .card:not([hidden])').length === 2")
	// Cards that come later are of that kind, too.
	var many strings.Builder
	for i := range 60 {
		fmt.Fprintf(&many, `{"errors":[{"code":%d,"subject":"field%d"}]}`+"\n", 2003-i%2, i)
	}
	tab.paste(many.String())
	tab.waitText("#overview h2", "Errors: 60, responses: 60")
	tab.click("#overview > table button")
	tab.wait("document.querySelectorAll('#report .card:not([hidden])').length === 25")
	tab.click("#more")
	tab.wait("document.querySelectorAll('#report .card').length === 60 && document.querySelectorAll('#report .card:not([hidden])').length === 30")
	tab.paste(`{"errors":[{"code":1005}]}`)
	tab.wait("overview.hidden && document.querySelectorAll('#report .card:not([hidden])').length === 1")
}

// TestTypingInLargeText types into a megabyte with errors: it is read beside the page once the hand
// rests, and the page is never busy for long.
func TestTypingInLargeText(t *testing.T) {
	tab := openTool(t, "")
	var log strings.Builder
	for i := 0; log.Len() < 1_000_000; i++ {
		fmt.Fprintf(&log, "2026-11-24T19:13:22Z INFO sync of store %d took 12 ms and sent 40 documents\n", i)
		if i%50 == 0 {
			fmt.Fprintf(&log, `2026-11-24T19:13:22Z ERROR status=400 body={"errors":[{"code":%d,"subject":"field%d"}]}`+"\n", 1001+i/50%5, i)
		}
	}
	tab.clipboard(log.String())
	tab.wait("document.querySelectorAll('#report .card').length === 50 && report.ariaBusy === 'false'")
	sum := tab.text("#report .sum strong")
	eval[any](tab, `(window.own = 0, document.addEventListener("tool:reading", () => window.own++), window.said = [],
		document.addEventListener("tool:codes", () => said.push(text.value.slice(0, 3))), text.focus(), text.setSelectionRange(0, 0))`)
	eval[any](tab, holding)
	ended := tab.trace("toplevel", "blink.user_timing")
	if got := eval[string](tab, `(async () => {
		for (const key of "abc") {
			document.execCommand("insertText", false, key);
			await new Promise((resolve) => setTimeout(resolve, 30));
		}
		return said.join();
	})()`); got != "" {
		t.Errorf("the text was read while it was typed: %q", got)
	}
	// A text that comes while another one is read takes its place.
	tab.wait("held && report.ariaBusy === 'true'")
	eval[any](tab, `(hold = false, document.execCommand("insertText", false, "d"))`)
	tab.wait("said.length && report.ariaBusy === 'false'")
	if got := eval[string](tab, "said.join() + ' ' + own + ' ' + text.value.slice(0, 4)"); got != "abc 0 abcd" {
		t.Errorf("read was %q", got)
	}
	if got := tab.text("#report .sum strong"); got != sum {
		t.Errorf("the report says %q, not %q", got, sum)
	}
	tab.notBusy(ended, 250)

	// The report is drawn by the worker in every other way, too.
	tab.click("#report .card [data-do=unfold]")
	tab.wait("document.querySelector('#report .card .more h3')")
	tab.click("#more")
	tab.wait("document.querySelectorAll('#report .card').length === 100")
	eval[any](tab, "document.querySelector('#report [data-do=who-from-cloud]').click()") // the page may scroll yet
	tab.wait("document.querySelector('#report [data-do=who-from-cloud]').ariaPressed === 'true'")
	// What is passed on is of the present text.
	eval[any](tab, `(text.focus(), text.setSelectionRange(0, 0), document.execCommand("insertText", false, "HTTP/1.1 404 Not Found\n\n"))`)
	tab.click("#report [data-do=copy-ticket]")
	tab.wait("preview.querySelector('textarea').value.includes('404')")
	eval[any](tab, "preview.close()")
	// Undo is at once, and a small text is the page's own again.
	eval[any](tab, "text.focus()")
	tab.press('z', chromedp.ModifierCtrl)
	if got := eval[string](tab, "text.value.slice(0, 4)"); got != "abcd" {
		t.Errorf("undone, the text begins with %q", got)
	}
	tab.wait("!text.classList.contains('unpainted')")
	tab.paste(`{"errors":[{"code":1005}]}`)
	tab.waitText("#report .sum strong", "1 ошибка")
	if got := eval[int](tab, "own"); got != 1 {
		t.Errorf("the page read %d texts", got)
	}
	tab.press('z', chromedp.ModifierCtrl)
	tab.wait("text.value.length > 1e6 && report.ariaBusy === 'false' && document.querySelectorAll('#report .card').length === 50")
}
