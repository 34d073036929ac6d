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
		{"", "empty.txt", "Файл пуст."},
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
}

// TestHeard counts what is read out: each thing once, however often the page says it.
func TestHeard(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	s.hold = make(chan struct{})
	tab := newTab(t)
	tab.open(s.url)
	// Every live region of the accessibility tree tells what it comes to say.
	eval[any](tab, "window.heard = []")
	tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
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
				const listen = "function () { new MutationObserver(() => this.textContent && heard.push(this.textContent)).observe(this, {childList: true, subtree: true, characterData: true}) }"
				if _, err := chromedp.Call(ctx, runtime.CallFunctionOn, runtime.CallFunctionOnParams{FunctionDeclaration: listen, ObjectID: got.Object.ObjectID}); err != nil {
					return err
				}
			}
		}
		return nil
	}))
	tab.do(chromedp.SendKeys(chromedp.CSS("#text"), `{"errors":[{"code":2001}]}`))
	close(s.hold)
	tab.ready()
	tab.wait("heard.at(-1).startsWith('1 ошибка')")
	tab.do(chromedp.SendKeys(chromedp.CSS("#text"), `    and some more words`))
	eval[any](tab, "new Promise(resolve => setTimeout(resolve, 1000))")
	heard := eval[[]string](tab, "heard")
	progress := 0
	var rest []string
	for _, s := range heard {
		if strings.HasPrefix(s, "Загружаю") || strings.HasPrefix(s, "Запускаю") {
			progress++
		} else {
			rest = append(rest, s)
		}
	}
	if got := strings.Join(rest, "; "); got != "Предварительный разбор: 2001; 1 ошибка. 2001 Запрос не\u00a0удалось разобрать: в\u00a0нём синтаксическая ошибка" || progress == 0 || progress > 5 {
		t.Errorf("read out are %q", heard)
	}
	tab.leave()
}
