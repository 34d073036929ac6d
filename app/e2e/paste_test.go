package e2e

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// bring dispatches an event that carries a text and files to an element: paste, dragover or drop.
func (t *tab) bring(kind, target, text string, files ...string) {
	t.Helper()
	var items strings.Builder
	for _, name := range files {
		body, mime := "{\"errors\":[{\"code\":1004}]}", "text/plain"
		switch {
		case strings.HasSuffix(name, ".png"):
			mime = "image/png"
		case strings.HasPrefix(name, "empty"):
			body = ""
		}
		items.WriteString("data.items.add(new File([" + strconv.Quote(body) + "], " + strconv.Quote(name) + ", {type: " + strconv.Quote(mime) + "}));")
	}
	eval[any](t, `(text => {
		const data = new DataTransfer();
		`+items.String()+`
		if (text) data.setData("text/plain", text);
		const init = {bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data};
		document.querySelector(`+strconv.Quote(target)+`).dispatchEvent(new (`+strconv.Quote(kind)+` === "paste" ? ClipboardEvent : DragEvent)(`+strconv.Quote(kind)+`, init));
	})(`+strconv.Quote(text)+`)`)
}

// TestPasteAnywhere pastes and drops texts, pictures and files where no box is.
func TestPasteAnywhere(t *testing.T) {
	tab := openTool(t, "")
	tab.wait("document.activeElement.id === 'text'")
	eval[any](tab, "new Promise(resolve => setTimeout(resolve, 300))")
	if got := eval[string](tab, "document.documentElement.dataset.tool ?? 'none'"); got != "none" {
		t.Errorf("the focus that the page gave has the tool %s", got)
	}
	eval[any](tab, "document.activeElement.blur()")
	tab.bring("paste", "body", `{"errors":[{"code":1005}]}`)
	tab.wait("document.querySelector('#report .card[data-code=\"1005\"]') && document.activeElement.id === 'text'")
	if got := eval[string](tab, "document.title"); got != "1005 — Разбор ошибок Эвотор" {
		t.Errorf("the title is %q", got)
	}
	// Where one can write, the browser does as ever.
	tab.click("#find")
	tab.wait("document.querySelector('.finder input')")
	tab.bring("paste", ".finder input", `{"errors":[{"code":1003}]}`)
	eval[any](tab, "document.querySelector('.finder').close()")
	if got := eval[string](tab, "text.value"); got != `{"errors":[{"code":1005}]}` {
		t.Errorf("the box has %q", got)
	}
	// A text is dropped beside the box; what is dragged within the page stays where it is.
	tab.bring("dragover", "h1", `{"errors":[{"code":1003}]}`)
	tab.waitText(".awaits", "Отпустите, чтобы разобрать")
	tab.bring("drop", "h1", `{"errors":[{"code":1003}]}`)
	tab.wait("document.querySelector('#report .card[data-code=\"1003\"]') && !document.querySelector('.awaits')")
	tab.bring("dragstart", "h1", "")
	tab.bring("drop", "h1", "x")
	tab.bring("dragend", "h1", "")
	// Nothing comes in silence.
	for _, c := range []struct{ text, files, says string }{
		{"", "screen.png", "Это картинка: текст на ней программа не прочтёт. Введите в поле код с неё или несколько слов."},
		{"", "empty.txt", "Файл пуст: откройте другой или вставьте текст ответа."},
	} {
		tab.bring("paste", "#text", c.text, strings.Fields(c.files)...)
		tab.waitText("#state.failed", c.says)
	}
	if got := eval[string](tab, "text.value"); got != `{"errors":[{"code":1003}]}` {
		t.Errorf("the box has %q", got)
	}
	// Excel adds a picture to its text, a file manager a name to its file.
	tab.bring("paste", "body", `{"errors":[{"code":2004}]}`, "image.png")
	tab.wait("text.value.includes('2004')")
	tab.bring("paste", "body", "a.txt", "a.txt", "b.txt")
	tab.wait("text.value.split('1004').length === 3")
}

// TestPhone has the answer on the screen of a phone, of a paste and of a link.
func TestPhone(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Call(ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true}); err != nil {
			return err
		}
		_, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 740, DeviceScaleFactor: 1, Mobile: true})
		return err
	}))
	seen := func(what string) {
		t.Helper()
		tab.wait("document.querySelector('#report .card')")
		eval[any](tab, "new Promise(resolve => setTimeout(resolve, 100))") // a paste is answered behind its event
		if top := eval[float64](tab, "document.querySelector('#report .card').getBoundingClientRect().top"); top < 0 || top > 400 {
			t.Errorf("the answer to %s begins at %v", what, top)
		}
		if got := eval[string](tab, "document.activeElement.id"); got == "text" {
			t.Errorf("the keyboard covers the answer to %s", what)
		}
	}
	tab.open(s.url)
	if got := eval[string](tab, "getComputedStyle(text).fontSize + document.activeElement.id + paste.hidden"); got != "16pxfalse" {
		t.Errorf("the box, the focus and the button are %q", got)
	}
	eval[any](tab, "(navigator.clipboard.readText = async () => "+strconv.Quote(curl)+", paste.click())")
	seen("the button")
	tab.clipboard(two)
	seen("a paste")
	eval[any](tab, "(navigator.clipboard.readText = async () => { throw new Error() }, paste.click())")
	tab.waitText("#state", "Браузер не дал прочитать буфер обмена. Нажмите на поле и удерживайте, затем выберите «Вставить».")
	tab.leave()
	tab.open(s.url + "#code=1003")
	seen("a link")
	eval[any](tab, "(text.focus(), document.execCommand('insertText', false, ' '))")
	tab.wait("text.getBoundingClientRect().top < report.getBoundingClientRect().top")
	// In the narrowest window no button has a row of its own.
	tab.view(320, "light")
	for _, row := range []string{".top .wrap > :is(a, button, .lang)", ".bar button"} {
		if got := eval[float64](tab, "(all => Math.max(...all) - Math.min(...all))([...document.querySelectorAll('"+row+"')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect()).map(r => (r.top + r.bottom) / 2))"); got > 10 {
			t.Errorf("%s: one stands %v pixels below another", row, got)
		}
	}
	// Nor is the page wider than its window, with letters of twice the size neither.
	tab.paste(strings.Repeat("2026-11-24 19:13:22 "+curl+"\n", 4))
	tab.wait("overview.querySelector('td button')")
	tab.click("#overview > table button")
	for _, size := range []string{"100%", "200%"} {
		eval[any](tab, "document.documentElement.style.fontSize = '"+size+"'")
		if wide := eval[int](tab, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
			t.Errorf("with letters of %s the page is %d pixels wider than its window", size, wide)
		}
	}
}

// listen has every live region of the accessibility tree tell what it comes to say, in window.heard.
func (t *tab) listen() {
	t.Helper()
	eval[any](t, "(window.heard ??= [], window.listened ??= new Set())")
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		tree, err := chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		for _, node := range tree.Nodes {
			for _, p := range node.Properties {
				if p.Name != "live" || !strings.Contains(string(p.Value.Value), "polite") {
					continue
				}
				got, err := chromedp.Call(ctx, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: node.BackendDOMNodeID})
				if err != nil {
					return err
				}
				const listen = `function () {
					if (listened.has(this)) return;
					listened.add(this);
					new MutationObserver(() => this.textContent && heard.push(this.textContent)).observe(this, {childList: true, subtree: true, characterData: true});
				}`
				if _, err := chromedp.Call(ctx, runtime.CallFunctionOn, runtime.CallFunctionOnParams{FunctionDeclaration: listen, ObjectID: got.Object.ObjectID}); err != nil {
					return err
				}
			}
		}
		return nil
	}))
}

// TestHeard counts what is read out: each thing once, however often the page says it.
func TestHeard(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	s.hold = make(chan struct{})
	tab := newTab(t)
	tab.open(s.url)
	tab.listen()
	tab.do(chromedp.SendKeys(chromedp.CSS("#text"), `{"errors":[{"code":2001}]}`))
	close(s.hold)
	tab.ready()
	hear := func(last string) {
		t.Helper()
		tab.wait("heard.at(-1)?.replaceAll('\u00a0', ' ') === " + strconv.Quote(last))
	}
	want := []string{"Предварительный разбор: 2001", "1 ошибка. 2001 Запрос не удалось разобрать: в нём синтаксическая ошибка"}
	next := func(says string, do func()) {
		t.Helper()
		do()
		want = append(want, says)
		hear(says)
	}
	hear(want[1])
	tab.do(chromedp.SendKeys(chromedp.CSS("#text"), `    and some more words`))
	next("1 ошибка. 1001 Ваш сервис не принял токен приложения, который предъявило облако", func() { tab.paste(`{"errors":[{"code":1001}]}`) })
	next("1 ошибка. 1001 Облако не приняло токен облака, который предъявил ваш сервис", func() { tab.click("[data-do=who-from-cloud]") })
	next(want[1], func() { tab.press('z', chromedp.ModifierCtrl) })
	next("6 ответов с ошибкой. 1003 Срок действия токена пользователя истёк", func() {
		tab.paste(strings.Repeat(`2026-11-24 19:13:22 {"errors":[{"code":1003}]}`+"\n", 4) + strings.Repeat(`2026-11-24 19:13:22 {"errors":[{"code":1005}]}`+"\n", 2))
	})
	tab.wait("document.querySelector('#overview:not([hidden]) tbody tr:nth-child(2) button')")
	next("Показано 4 из 6. 1003 Срок действия токена пользователя истёк", func() { tab.click("#overview > table tbody tr button") })
	tab.listen() // to what was not there before
	next("Показано 2 из 6. 1005 Терминал не активен в подписке", func() { tab.click("#overview > table tr:nth-child(2) button") })
	eval[any](tab, logFile)
	want = append(want, "Читаю app.log, 240 кБ")
	next("Ошибок: 3, ответов: 3. 1003 Срок действия токена пользователя истёк", func() { eval[any](tab, "drop(log(2e5))") })
	eval[any](tab, "new Promise(resolve => setTimeout(resolve, 1000))")
	progress := 0
	var rest []string
	for _, s := range eval[[]string](tab, "heard.map(s => s.replaceAll('\u00a0', ' '))") {
		if strings.HasPrefix(s, "Загружаю") || strings.HasPrefix(s, "Запускаю") {
			progress++
		} else {
			rest = append(rest, s)
		}
	}
	if diff := cmp.Diff(want, rest); diff != "" || progress == 0 || progress > 5 {
		t.Errorf("progress is read out %d times, and\n%s", progress, diff)
	}
	tab.leave()
}
