package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestKeys goes from the text to the cards and back, and uses a card, with the keyboard.
func TestKeys(t *testing.T) {
	tab := openTool(t, "en/")
	tab.view(1440, "light")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#marks mark').length > 5")
	selected := "text.value.slice(text.selectionStart, text.selectionEnd)"
	eval[any](tab, "text.setSelectionRange(0, 0)")
	for _, want := range []string{"FAKE-0000-sample-token", "2003", "incorrect", "deviceUuid"} {
		tab.press([]rune(kb.ArrowDown)[0], chromedp.ModifierAlt)
		if got := eval[string](tab, selected); got != want {
			t.Errorf("Alt+↓ selects %q, want %q", got, want)
		}
	}
	tab.press([]rune(kb.ArrowUp)[0], chromedp.ModifierAlt)
	if got := eval[string](tab, selected); got != "incorrect" {
		t.Errorf("Alt+↑ selects %q", got)
	}
	card := "document.activeElement.closest('.card')?.dataset.card"
	tab.press([]rune(kb.Enter)[0], chromedp.ModifierAlt)
	if got := eval[string](tab, card); got != "0.0" {
		t.Errorf("Alt+Enter leads to card %q", got)
	}
	tab.wait("[...document.querySelectorAll('#marks mark.active')].map(m => m.textContent).join() === '2003,incorrect,deviceUuid,null'")
	tab.press('j')
	if got := eval[string](tab, card); got != "0.1" {
		t.Errorf("J leads to card %q", got)
	}
	tab.press('o')
	tab.wait("document.querySelector('.card[data-card=\"0.1\"] .more')")
	tab.press('k')
	tab.press('t')
	if got := eval[string](tab, selected+" + document.activeElement.id"); got != "2003text" {
		t.Errorf("T leads to %q", got)
	}
	// A letter in the box is a letter.
	tab.do(chromedp.KeyEvent("j"))
	tab.wait("text.value.includes('\"code\":j,')")
	tab.press([]rune(kb.Escape)[0])
	if got := eval[string](tab, card); got != "0.0" {
		t.Errorf("Escape leads to card %q", got)
	}
	eval[any](tab, "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '?', code: 'Digit7', shiftKey: true, bubbles: true}))") // as on a Russian keyboard
	tab.wait("sheet.open")
	tab.press([]rune(kb.Escape)[0])
	tab.wait("!sheet.open")
	tab.press('s') // no message to support is offered
	tab.press('c')
	tab.wait("preview.open && preview.querySelector('h2').textContent === preview.dataset.ticket && preview.querySelector('textarea').value")
	tab.do(chromedp.KeyEvent(kb.Enter))
	tab.wait("window.got?.startsWith('Evotor integration error')")
	// The sheet says all that; it opens from anywhere and closes with Escape.
	tab.press('/', chromedp.ModifierCtrl)
	tab.wait("sheet.open")
	tab.accessible("the sheet of keys")
	tab.press([]rune(kb.Escape)[0])
	tab.wait("!sheet.open")
	tab.press([]rune(kb.Escape)[0])
	tab.wait("document.activeElement === text")
	tab.click("#keys")
	tab.wait("sheet.open && document.activeElement.closest('dialog')")
	tab.click("#sheet button")
	tab.wait("!sheet.open")
}
