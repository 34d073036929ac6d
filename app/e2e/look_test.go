package e2e

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestAccessibility runs axe-core on every other kind of page, light and dark, wide and narrow.
func TestAccessibility(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.expect("404") // of the page of missing pages
	for _, path := range []string{"errors/", "errors/1001/", "en/errors/validation_failed/", "guide/", "guide/embedding/", "missing/2002/", "en/embed/", "embed/2003/", "embed/demo/"} {
		tab.open(s.url + path)
		if path == "en/embed/" { // the tool's own page is in TestAccessibleStates
			tab.paste(curl)
			tab.wait("document.querySelectorAll('#report .card').length === 2")
		}
		tab.accessible("/" + path)
	}
}

// TestAccessibleStates runs axe-core on every state of the tool.
func TestAccessibleStates(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	states := []struct {
		name string
		do   func()
	}{
		{"empty", func() {}},
		{"a secret, repairs, notes", func() {
			tab.paste("")
			tab.click("#example")
			tab.wait("document.querySelectorAll('#report .card').length === 2")
		}},
		{"unfolded", func() { tab.click("[data-do=unfold]"); tab.wait("document.querySelector('.more h3')") }},
		{"switches pressed", func() {
			tab.paste(`{"errors":[{"code":2003,"subject":"email","value":"ivan@example.com"}]}`)
			tab.wait("document.querySelector('[data-masks=true]')")
			tab.click("[data-do=who-from-cloud]")
			tab.wait("document.querySelector('#report .switch[aria-pressed=true]')")
			tab.click("[data-do=copy-ticket]")
			tab.wait("document.querySelector('#preview[open] textarea').value")
			tab.click("#foreign")
			tab.click("#unmask")
			tab.wait("document.querySelectorAll('#preview [aria-pressed=true]').length === 2")
		}},
		{"copied", func() {
			eval[any](tab, "navigator.clipboard.writeText = async () => {}")
			tab.click("#preview [data-pass=copy]")
			tab.wait("document.getElementById('state').innerText === 'Скопировано: Сообщение для задачи'")
		}},
		{"an unknown code", func() { tab.paste(two); tab.wait("document.querySelector('.clues')") }},
		{"the other case", func() { tab.click(".otherwise summary"); tab.wait("document.querySelector('.otherwise').open") }},
		{"a card pointed out", func() {
			tab.press([]rune(kb.ArrowDown)[0], chromedp.ModifierAlt)
			tab.press([]rune(kb.Enter)[0], chromedp.ModifierAlt)
		}},
		{"search", func() {
			tab.paste("оплата")
			tab.wait("document.querySelector('#report .hit')")
			tab.click("#report .hit")
			tab.wait("document.querySelector('#report .card')")
		}},
		{"nothing found", func() { tab.paste("фывафыва"); tab.wait("document.querySelector('#report [data-none]')") }},
		{"the search's dialog", func() {
			tab.click("#find")
			tab.wait("document.querySelector('.finder[open]')")
			tab.do(chromedp.KeyEvent("токен истек"))
			tab.wait("document.querySelector('.finder .hit mark')")
		}},
		{"the dialog with nothing found", func() {
			eval[any](tab, "document.querySelector('.finder input').select()")
			tab.do(chromedp.KeyEvent("фывафыва"))
			tab.wait("!document.querySelector('.finder .hit')")
		}},
		{"history", func() {
			tab.press([]rune(kb.Escape)[0])
			tab.click("#history summary")
			tab.click("#remember")
			tab.paste(curl)
			tab.wait("document.querySelector('#past li')")
		}},
		{"a new version", func() { eval[any](tab, "document.getElementById('update').hidden = false") }},
		{"another result waits", func() {
			eval[any](tab, "location.hash = 'code=1003'")
			tab.wait("document.querySelector('#state button')")
		}},
		{"more cards", func() { tab.clipboard(many(60)); tab.wait("document.querySelector('#more')") }},
		{"a large text", func() {
			tab.clipboard(logOf(150_000))
			tab.wait("text.value.length > 150_000 && report.ariaBusy === 'false' && !text.classList.contains('unpainted')")
			tab.click("#report [data-do=show]")
			tab.wait("document.querySelector('#marks mark')")
		}},
	}
	tab.open(s.url)
	for _, state := range states {
		state.do()
		tab.accessible(state.name)
	}
	s.lose()
	failing := newTab(t)
	failing.expect("404")
	failing.open(s.url)
	failing.paste(curl)
	failing.wait("document.documentElement.dataset.tool === 'failed' && document.querySelector('#provisional .card')")
	failing.accessible("a start that failed")
}

// TestPrint prints the explanation, and neither box nor buttons nor what invites to paste.
func TestPrint(t *testing.T) {
	tab := openTool(t, "")
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	tab.media("print")
	if got := eval[string](tab, "[...document.querySelectorAll('header, textarea, button:not(.facts :not(.curl)), .card, .codes, h1')].filter(e => e.checkVisibility()).map(e => e.className || e.localName).join()"); got != "card,card" {
		t.Errorf("printed are %s", got)
	}
	// An overview is printed with the names of its errors.
	tab.media("")
	tab.paste(strings.Repeat("2026-11-24 19:13:22 "+`{"errors":[{"code":1003}]}`+"\n", 6))
	tab.wait("overview.querySelector('td button')")
	tab.media("print")
	if got := eval[string](tab, "[...overview.querySelectorAll('tr:last-child td')].map(e => e.innerText.trim()).join()"); !strings.HasPrefix(got, "—,1003,Срок действия токена пользователя истёк") {
		t.Errorf("printed is %q", got)
	}
}

// TestReducedMotion wants nothing to move for those who asked the system for that.
func TestReducedMotion(t *testing.T) {
	tab := openTool(t, "")
	moving := func(value string) int {
		tab.media("", "prefers-reduced-motion", value)
		return eval[int](tab, `(document.documentElement.dataset.tool = "loading", [...document.querySelectorAll("*")].flatMap(e => ["", "::before", "::after"].map(part => getComputedStyle(e, part)))
			.filter(s => s.transitionDuration !== "0s" || s.animationName !== "none" || s.scrollBehavior === "smooth").length)`)
	}
	if n := moving("no-preference"); n == 0 {
		t.Error("nothing ever moves")
	}
	if n := moving("reduce"); n != 0 {
		t.Errorf("%d things move", n)
	}
}

// accessible runs axe-core on the page, wide and light, and again narrow and dark for what depends
// on width and colours.
func (t *tab) accessible(where string) {
	t.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v\n./build.sh test installs it", err)
	}
	if !eval[bool](t, "!!window.axe") {
		eval[any](t, string(source)+";0")
	}
	for _, v := range []struct {
		width         int64
		scheme, rules string
	}{
		{1440, "light", ""},
		{360, "dark", ", runOnly: ['color-contrast', 'scrollable-region-focusable', 'target-size']"},
	} {
		t.view(v.width, v.scheme)
		eval[any](t, "new Promise(requestAnimationFrame).then(() => document.getAnimations().forEach(a => a.finish()))")
		for _, found := range eval[[]string](t, "axe.run({exclude: ['.bench ~ .codes']}, {iframes: false, resultTypes: ['violations']"+v.rules+"}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary)))") {
			t.Errorf("%s, %s: %s", where, v.scheme, found)
		}
		if wide := eval[int64](t, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
			t.Errorf("%s, %s is %d pixels wider than its window", where, v.scheme, wide)
		}
	}
	t.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.ClearDeviceMetricsOverride, struct{}{})
		return err
	}))
	t.media("")
}
