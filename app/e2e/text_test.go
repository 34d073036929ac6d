package e2e

import (
	"context"
	"encoding/base64"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var reload = chromedp.Reload()

// logOf is a text of about size bytes with an answer at its end.
func logOf(size int) string {
	const line = "2024-03-04T12:00:00Z INFO sync of a store took 12 ms and sent 40 documents\n"
	return strings.Repeat(line, size/len(line)) + curl
}

// clipboard pastes as a person does: the page gets the event, and the browser puts the text
// in if the page does not.
func (t *tab) clipboard(text string) {
	t.Helper()
	eval[any](t, `(pasted => {
		const data = new DataTransfer();
		data.setData("text/plain", pasted);
		const box = document.getElementById("text");
		box.focus();
		if (box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))) document.execCommand("insertText", false, pasted);
	})(`+strconv.Quote(text)+`)`)
}

// TestAnswersBeforeLayout wants the cards of a paste before its text is laid out, and then
// the text, whole, with what was typed meanwhile.
func TestAnswersBeforeLayout(t *testing.T) {
	tab := openTool(t, "")
	tab.paste("начало ")
	tab.ready()
	for _, size := range []int{10_000, 1_000_000} {
		text := logOf(size)
		before := eval[string](tab, "text.value")
		eval[any](tab, "text.setSelectionRange(text.value.length, text.value.length)")
		// In the event of the paste itself the cards are drawn, those of a large text once a worker has
		// read it, and the box is as it was.
		cards := "2 "
		if size > 20_000 {
			cards = "0 "
		}
		if got := eval[string](tab, `(pasted => {
			const data = new DataTransfer();
			data.setData("text/plain", pasted);
			text.focus();
			text.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
			const now = document.querySelectorAll("#report .card").length + " " + text.value.length;
			document.execCommand("insertText", false, "!"); // a key in that moment
			return now;
		})(`+strconv.Quote(text)+`)`); got != cards+strconv.Itoa(len([]rune(before))) {
			t.Errorf("%d: in the paste there are %s", size, got)
		}
		want := before + text + "!"
		tab.wait("text.value.length === " + strconv.Itoa(len([]rune(want))))
		if got := eval[string](tab, "text.value"); got != want {
			t.Errorf("%d: the box has %d bytes, want %d", size, len(got), len(want))
		}
		tab.wait("document.querySelectorAll('#report .card').length === 2 && !text.classList.contains('unpainted')")
		// Ctrl+Z brings back what was there.
		tab.press('z', chromedp.ModifierCtrl)
		tab.wait("text.value.length < " + strconv.Itoa(len([]rune(before))+10))
		if got := eval[string](tab, "text.value"); got != before+"!" {
			t.Errorf("%d: undone, the box has %q", size, got)
		}
		// Undone or replaced before the text is in the box, it does not come.
		for does, want := range map[string]string{
			"text.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true}))": before + "!",
			"document.getElementById('clear').click()": "",
		} {
			eval[any](tab, `(pasted => {
				const data = new DataTransfer();
				data.setData("text/plain", pasted);
				text.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
				`+does+`;
				return new Promise((resolve) => setTimeout(resolve, 500));
			})(`+strconv.Quote(text)+`)`)
			if got := eval[string](tab, "text.value"); got != want || eval[int](tab, "document.querySelectorAll('#report .card').length") != 0 {
				t.Errorf("%d: after %s the box has %.60q, and there are cards of what did not come", size, does, got)
			}
			tab.paste(before + "!")
		}
		tab.paste("начало ")
	}
}

// TestCardsFollowTheBox wants the cards to follow a text that no key has typed.
func TestCardsFollowTheBox(t *testing.T) {
	tab := openTool(t, "#code=2001")
	tab.wait("document.querySelector('#report .card')")
	for range 5 {
		for text, cards := range map[string]string{curl: "2", "": "0"} {
			eval[any](tab, "(text.value = "+strconv.Quote(text)+", text.dispatchEvent(new Event('input', {bubbles: true})))")
			tab.wait("document.querySelectorAll('#report .card').length === " + cards)
		}
	}
}

// TestLargeText marks a large text line by line, each mark over its text.
func TestLargeText(t *testing.T) {
	tab := openTool(t, "")
	text := logOf(1_000_000)
	tab.clipboard(text)
	tab.wait("document.querySelector('#report .card') && text.value.length > 1e6 && report.ariaBusy === 'false' && !text.classList.contains('unpainted')")
	if got := eval[string](tab, "text.value"); got != text {
		t.Errorf("the box has %d bytes, want %d", len(got), len(text))
	}
	// Scrolled to its place, the mark of a value lies over the line that has it.
	tab.click(`#report [data-card="0.1"] [data-do=show]`)
	if got := eval[float64](tab, `(() => {
		const mark = [...document.querySelectorAll("#marks mark")].find(m => m.textContent === "1005").getBoundingClientRect(), box = text.getBoundingClientRect();
		const line = text.value.slice(0, text.value.indexOf("1005")).split("\n").length - 1;
		const width = mark.width / 4, column = text.value.slice(text.value.lastIndexOf("\n", text.value.indexOf("1005")) + 1).indexOf("1005");
		return Math.abs(mark.y - box.y + text.scrollTop - 14 - line * 24) + Math.abs(mark.x - box.x + text.scrollLeft - 16 - column * width);
	})()`); got > 8 {
		t.Errorf("the mark is %.1f pixels off its text", got)
	}
	if got := eval[string](tab, "text.value.slice(text.selectionStart, text.selectionEnd)"); got != "1005" {
		t.Errorf("selected is %q", got)
	}
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#marks mark.code').length === 2 && !text.classList.contains('long')")
	// One line without an end wraps, and is marked as well.
	tab.clipboard(strings.Repeat("x", 150_000) + " " + curl)
	tab.wait("document.querySelectorAll('#marks mark.code').length >= 2 && text.value.length > 150000 && !text.classList.contains('long')")
}

// TestNothingIsLost types, and does what can go wrong next. What goes through the tab's storage
// is tried with a large text too.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"набрано\n" + curl, logOf(600_000)} {
		t.Run(strconv.Itoa(len(text)), func(t *testing.T) {
			t.Parallel()
			s := newSite(t, "/")
			tab := newTab(t)
			tab.open(s.url)
			tab.clipboard(text)
			for _, c := range []struct {
				name    string
				happens func()
			}{
				{"a reload", func() { tab.do(reload) }},
				{"clearing, and a reload", func() {
					tab.click("#clear")
					tab.stored()
					tab.do(reload)
					tab.wait("!restore.hidden")
					tab.click("#restore")
				}},
				{"the theme", func() { tab.click("#theme") }},
				{"the example, and undo", func() { tab.click("#example"); tab.click("#restore") }},
				{"clearing, and Ctrl+Z", func() { tab.click("#clear"); tab.press('z', chromedp.ModifierCtrl) }},
				{"a page and back", func() { tab.open(s.url + "errors/2003/"); tab.open(s.url) }},
				{"another language", func() {
					tab.click(".lang a[hreflang=en]")
					tab.wait("document.documentElement.lang === 'en'")
				}},
				{"a start that fails", func() {
					s.lose()
					tab.expect("404")
					eval[any](tab, "navigator.serviceWorker.getRegistrations().then(r => Promise.all(r.map(x => x.unregister())))")
					tab.do(chromedp.Func(clearCache))
					tab.do(reload)
					tab.wait("document.documentElement.dataset.tool === 'failed'")
				}},
			} {
				if len(text) > 100_000 && !strings.Contains(c.name, "reload") {
					continue
				}
				there := "document.getElementById('text')?.value.length === " + strconv.Itoa(len([]rune(text)))
				tab.wait(there)
				tab.stored()
				c.happens()
				tab.wait(there)
				if got := eval[string](tab, "text.value"); got != text {
					t.Errorf("%s: the box has %.40q", c.name, got)
				}
			}
		})
	}
}

// clearCache empties the browser's own cache.
func clearCache(ctx context.Context, _ *chromedp.Target) error {
	_, err := chromedp.Call(ctx, network.ClearBrowserCache, struct{}{})
	return err
}

// stored waits until the tab's storage has the draft of what is in the box.
func (t *tab) stored() {
	t.Helper()
	eval[any](t, `(async () => {
		const bytes = (s) => Uint8Array.from(atob(s), (c) => c.charCodeAt());
		const draft = async () => {
			const [iv, data] = sessionStorage.getItem("draft")?.split(" ") ?? [];
			if (!data) return "";
			const key = await crypto.subtle.importKey("raw", bytes(window.name.split(" ").at(-1)), "AES-GCM", false, ["decrypt"]);
			const packed = await crypto.subtle.decrypt({name: "AES-GCM", iv: bytes(iv)}, key, bytes(data));
			return (await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json())[0];
		};
		for (const begin = Date.now(); (await draft()) !== text.value; await new Promise((resolve) => setTimeout(resolve, 20))) {
			if (Date.now() - begin > 60_000) throw new Error("the draft is not stored");
		}
	})()`)
}

// windows1251 is a Russian text in that encoding.
func windows1251(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= 'А' && r <= 'я' {
			r = 0xc0 + r - 'А'
		}
		b.WriteByte(byte(r))
	}
	return b.String()
}

// choose chooses a file in the browser's dialog.
func (t *tab) choose(file string) {
	t.Helper()
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		doc, err := chromedp.Call(ctx, dom.GetDocument, dom.GetDocumentParams{})
		if err != nil {
			return err
		}
		node, err := chromedp.Call(ctx, dom.QuerySelector, dom.QuerySelectorParams{NodeID: doc.Root.NodeID, Selector: "#files"})
		if err != nil {
			return err
		}
		_, err = chromedp.Call(ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{file}, NodeID: node.NodeID})
		return err
	}))
}

// TestFiles opens files as they come: UTF-8, UTF-16, Windows-1251; chosen and dropped.
func TestFiles(t *testing.T) {
	tab := openTool(t, "")
	const text = "Ошибка обмена\n" + `{"errors":[{"code":2003,"subject":"поле"}]}`
	wide, err := os.ReadFile("../explain/testdata/samples/utf16le-bom.in")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ data, want string }{
		"utf-8":        {text, "поле"},
		"windows-1251": {windows1251(text), "поле"},
		"utf-16":       {string(wide), "code"},
		// A part of a log begins and ends in the middle of a letter.
		"utf-8, cut":            {"\xb0" + text + "\xd0", "поле"},
		"utf-16 without a mark": {string(wide[2:]), "code"},
	} {
		file := filepath.Join(t.TempDir(), "log.txt")
		if err := os.WriteFile(file, []byte(c.data), 0o644); err != nil {
			t.Fatal(err)
		}
		tab.paste("")
		tab.choose(file)
		tab.wait("text.value.includes(" + strconv.Quote(c.want) + ") && document.querySelector('#report .card')")
		// Dropped on the page, anywhere.
		tab.paste("")
		tab.wait("!document.querySelector('#report .card')")
		eval[any](tab, `(async () => {
			const bytes = Uint8Array.from(atob("`+base64.StdEncoding.EncodeToString([]byte(c.data))+`"), c => c.charCodeAt(0));
			const data = new DataTransfer();
			data.items.add(new File([bytes], "log.txt"));
			const over = new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true});
			document.querySelector("h1").dispatchEvent(over);
			if (!over.defaultPrevented) throw new Error("a file would leave the page");
			if (!document.querySelector(".awaits")) throw new Error("the box does not show that it waits for a file");
			document.querySelector("h1").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		})()`)
		tab.wait("text.value.includes(" + strconv.Quote(c.want) + ") && document.querySelector('#report .card') && !document.querySelector('.awaits')")
		if name == "windows-1251" {
			if got := eval[string](tab, "text.value"); got != text {
				t.Errorf("%s is read as %q", name, got)
			}
		}
	}
}

// TestUndo goes back over what was typed, deleted and set, and forth again.
func TestUndo(t *testing.T) {
	tab := openTool(t, "")
	tab.paste("AAA")
	tab.click("#clear")
	tab.paste("BBB")
	tab.press('a', chromedp.ModifierCtrl)
	tab.press([]rune(kb.Delete)[0])
	tab.wait("text.value === ''")
	for _, want := range []string{"BBB", "", "AAA", ""} {
		tab.press('z', chromedp.ModifierCtrl)
		if got := eval[string](tab, "text.value"); got != want {
			t.Errorf("undone, the box has %q, want %q", got, want)
		}
	}
	for _, want := range []string{"AAA", "", "BBB", "", ""} {
		tab.press('z', chromedp.ModifierCtrl, chromedp.ModifierShift)
		if got := eval[string](tab, "text.value"); got != want {
			t.Errorf("done again, the box has %q, want %q", got, want)
		}
	}
	tab.press('z', chromedp.ModifierCtrl)
	tab.do(chromedp.SendKeys(chromedp.CSS("#text"), "C"))
	if got := eval[string](tab, "text.value"); got != "BBBC" {
		t.Errorf("typed at the end of what came back, the box has %q", got)
	}
	// A German keyboard has Z where others have Y, a Russian one has neither.
	for _, c := range []struct{ key, code, want string }{{"z", "KeyY", "BBB"}, {"y", "KeyZ", "BBBC"}, {"я", "KeyZ", "BBB"}, {"н", "KeyY", "BBBC"}} {
		eval[any](tab, "text.dispatchEvent(new KeyboardEvent('keydown', {key: "+strconv.Quote(c.key)+", code: "+strconv.Quote(c.code)+", ctrlKey: true, bubbles: true, cancelable: true}))")
		if got := eval[string](tab, "text.value"); got != c.want {
			t.Errorf("after Ctrl+%s the box has %q, want %q", c.key, got, c.want)
		}
	}
}

// TestLargeDraft wants what is written after a text that no storage takes to survive a reload.
func TestLargeDraft(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url)
	noise := make([]byte, 2_500_000)
	rand.NewChaCha8([32]byte{}).Read(noise)
	eval[any](tab, "(text.value = "+strconv.Quote(base64.StdEncoding.EncodeToString(noise))+".replace(/.{76}/g, '$&\\n'), text.dispatchEvent(new Event('input', {bubbles: true})))")
	tab.click("#clear")
	tab.wait("!text.classList.contains('unpainted')")
	tab.paste("оплата")
	tab.stored()
	tab.do(reload)
	tab.wait("document.getElementById('text')?.value === 'оплата'")
}
