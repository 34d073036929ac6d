package e2e

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestSearch has a sample of the table of queries looked up on a page, where the search comes with
// the first key, and in the tool's box.
func TestSearch(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/sub/")
	page := newTab(t)
	page.view(1440, "light")
	page.open(s.url + "errors/2001/")
	scripts := "performance.getEntriesByType('resource').filter(e => e.name.includes('search-')).length"
	if eval[int](page, scripts) != 0 {
		t.Error("the page has fetched the search without being asked")
	}
	page.press('/')
	page.wait("document.querySelector('.finder[open]') && document.activeElement.role === 'combobox'")
	tool := newTab(t)
	tool.open(s.url)
	shown := func(tab *tab, place string) string {
		return eval[string](tab, "new URL(document.querySelector("+strconv.Quote(place+" .hit")+")?.href ?? 'x:none').pathname")
	}
	for _, q := range sample(t) {
		want := "/sub/errors/" + q.first + "/"
		eval[any](page, "(i => { i.value = "+strconv.Quote(q.query)+"; i.dispatchEvent(new Event('input', {bubbles: true})) })(document.querySelector('.finder input'))")
		if got := shown(page, ".finder"); got != want {
			t.Errorf("the page finds %q for %q, want %q", got, q.query, want)
		}
		tool.paste(q.query)
		tool.ready()
		tool.wait("document.querySelector('#report .hit, #report .card')")
		if eval[bool](tool, "!!document.querySelector('#report > * > .card')") { // nothing but a code
			continue
		}
		tool.wait("document.querySelector('#report [data-search]').dataset.search === " + strconv.Quote(q.query) + " && document.querySelector('#report .hit')?.pathname === " + strconv.Quote(want))
	}
	onPage(t, page)
	inTool(t, tool)
}

// onPage works the dialog with the keyboard.
func onPage(t *testing.T, tab *tab) {
	t.Helper()
	field := "document.querySelector('.finder input')"
	eval[any](tab, field+".select()")
	tab.do(chromedp.KeyEvent("т"))
	tab.wait("document.querySelector('.finder [role=status]').textContent.includes('три буквы')")
	tab.do(chromedp.KeyEvent("окен"))
	tab.wait("document.querySelectorAll('.finder .hit').length === 8")
	if got := tab.text(".finder [role=status]"); !strings.HasPrefix(got, "Нашлось: ") {
		t.Errorf("what is announced is %q", got)
	}
	if got := eval[string](tab, "document.querySelector('.finder .hit mark').textContent.toLowerCase()"); !strings.HasPrefix(got, "токен") {
		t.Errorf("what is marked is %q", got)
	}
	for range 8 {
		tab.press([]rune(kb.ArrowDown)[0])
	}
	active := "document.getElementById(" + field + ".getAttribute('aria-activedescendant'))"
	if n := eval[int](tab, "[...document.querySelectorAll('.finder .hit')].indexOf("+active+")"); n != 8 {
		t.Errorf("after ↓ eight times hit %d is chosen, want the ninth, of those shown on demand", n)
	}
	tab.press([]rune(kb.Escape)[0])
	tab.wait("!document.querySelector('.finder[open]')")
	tab.press('k', chromedp.ModifierCtrl)
	tab.wait("document.querySelector('.finder[open]')")
	tab.do(chromedp.KeyEvent("истекший токен"))
	tab.wait("document.querySelector('.finder .hit')?.pathname.endsWith('/1003/')")
	tab.press([]rune(kb.Enter)[0])
	tab.wait("location.pathname === '/sub/errors/1003/' && document.readyState === 'complete'")
	// A page may ask itself.
	eval[any](tab, "(e => { e.dataset.search = 'ошбика 2004'; document.querySelector('main').append(e) })(document.createElement('div'))")
	tab.wait("document.querySelector('main .hit')?.pathname === '/sub/errors/2004/'")
}

// inTool chooses one of the hits: its card opens, and the hits stay.
func inTool(t *testing.T, tab *tab) {
	t.Helper()
	tab.paste("нужно оплатить")
	tab.wait("document.querySelector('#report .hit')?.pathname === '/sub/errors/1004/' && document.querySelector('#report .sum strong')")
	tab.click("#report .hit")
	tab.wait("document.activeElement.dataset.card === '1004' && document.querySelector('#report .hit')")
	tab.paste("код 2002")
	tab.wait("document.querySelector('#report .card')?.dataset.code === '2002' && !document.querySelector('#report .hit')")
	// In a piece of a body the names of its fields say nothing.
	tab.paste(`reason":"license overhead","subject":"deviceUuid",…}]}`)
	tab.wait("document.querySelector('#report .hit')?.pathname === '/sub/errors/1007/'")
	tab.paste("фывафыва")
	tab.wait("document.querySelector('#report [data-none]') && document.querySelector('.hint').checkVisibility()")
}

type query struct{ query, first string }

// sample is some of the queries of app/search that a code comes first for.
func sample(t *testing.T) (list []query) {
	t.Helper()
	data, err := os.ReadFile("../search/testdata/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		q, first, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(q, "#") || first == "-" || strings.HasPrefix(first, "guide/") {
			continue
		}
		if n++; n%8 == 0 {
			list = append(list, query{q, first})
		}
	}
	return list
}
