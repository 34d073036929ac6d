package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestPages walks through the documentation under a prefix: filters, headings, copying where the
// page has no clipboard, the language switch, and an address that leads nowhere.
func TestPages(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/some/prefix/")
	tab := newTab(t)

	// What is chosen stands in the address, is announced, and the way back leads through it.
	tab.open(s.url + "errors/?status=401&family=nobodys")
	shown := func(want string) {
		t.Helper()
		tab.waitText("#count", want)
		tab.wait("document.querySelectorAll('[data-family]:not([hidden])').length === " + strings.Fields(want)[1])
	}
	shown("Показано: 5 из 31")
	choose := func(name, value string) {
		t.Helper()
		eval[any](tab, `(s => { s.value = "`+value+`"; s.dispatchEvent(new Event("input", {bubbles: true})) })(document.querySelector("select[name=`+name+`]"))`)
	}
	choose("acts", "merchant")
	shown("Показано: 3 из 31")
	tab.wait("location.search === '?status=401&acts=merchant' && document.querySelector('#api').closest('section').hidden")
	eval[any](tab, "history.back()")
	shown("Показано: 5 из 31")
	choose("status", "5xx")
	shown("Показано: 1 из 31")
	tab.click("#all")
	shown("Показано: 31 из 31")
	tab.wait("location.search === '' && document.activeElement.name === 'status'")

	// A heading is called what it says, and leads to itself.
	tab.open(s.url + "errors/2003/")
	if got := eval[string](tab, "getComputedStyle(document.querySelector('#causes a'), '::after').opacity"); got != "0" {
		t.Errorf("the sign of a heading's link is shown with %q", got)
	}
	eval[any](tab, "document.querySelector('#meaning a').focus()")
	tab.press([]rune(kb.Enter)[0])
	tab.wait("location.hash === '#meaning'")
	tab.click("#causes a")
	tab.wait("location.hash === '#causes'")

	// Without a clipboard the editing command copies; nothing covers the code.
	eval[any](tab, "(Object.defineProperty(navigator, 'clipboard', {value: undefined}), document.execCommand = (c) => (window.copied = c + getSelection(), true))")
	eval[any](tab, lasting)
	const sample = "#sample ~ .sample"
	tab.click(sample + " .copy")
	tab.waitText(sample+" .copy", "Скопировано")
	if got := eval[string](tab, "window.copied"); !strings.HasPrefix(got, "copyHTTP/1.1 400 Bad Request") {
		t.Errorf("copied %q", got)
	}
	for _, width := range []int64{360, 1440} {
		tab.view(width, "light")
		if got := eval[float64](tab, "Math.max(...[...document.querySelectorAll('.sample')].map(s => s.querySelector('.copy').getBoundingClientRect().bottom - s.querySelector('pre').getBoundingClientRect().top))"); got > 0 {
			t.Errorf("at %d pixels a button covers %v pixels of code", width, got)
		}
		if got := eval[int64](tab, "Math.max(...[...document.querySelectorAll('pre')].map(p => p.scrollWidth - p.clientWidth))"); got > 0 {
			t.Errorf("at %d pixels code is %d pixels wider than its block", width, got)
		}
	}
	tab.click(".lang a[hreflang=en]")
	tab.wait("location.pathname === '/some/prefix/en/errors/2003/' && location.hash === '#causes' && document.querySelector('#causes')")

	// The page of missing pages has its style, finds the site, and leads to the code asked for.
	tab.expect("404")
	tab.expect("MIME") // there is no style at the root, which some servers need
	for _, c := range [][2]string{{"e/9999/x/y", "/some/prefix/#code=9999"}, {"en/errors/2002.html", "/some/prefix/en/errors/2002/"}} {
		address, want := c[0], c[1]
		tab.open(s.url + address)
		tab.wait("document.querySelector('.asked').href.endsWith(" + `"` + want + `"` + ")")
		if got := eval[string](tab, "getComputedStyle(document.querySelector('.asked')).borderRadius"); got != "8px" {
			t.Errorf("%s: the page of missing pages has no style: %q", address, got)
		}
		if got, en := tab.text("h1"), strings.HasPrefix(address, "en/"); en != (got == "404 Page not found") {
			t.Errorf("%s is called %q", address, got)
		}
	}
	tab.click(".ways a:last-child")
	tab.wait("location.pathname === '/some/prefix/en/guide/' && document.querySelector('.guides a')")
}
