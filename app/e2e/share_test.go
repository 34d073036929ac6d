package e2e

import (
	"strings"
	"testing"
)

// TestShare follows a link to a result: the fields are there, secrets and the text are not.
func TestShare(t *testing.T) {
	s := newSite(t, "/help/")
	tab := newTab(t)
	tab.open(s.url)
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelector('[data-do=share-codes]')")
	tab.click("[data-do=share-codes]")
	tab.wait("window.got")
	link := eval[string](tab, "got")
	if !strings.HasPrefix(link, s.url+"#v1.") || len(link) > 400 {
		t.Fatalf("the link is %s", link)
	}
	if got := tab.text("#state"); !strings.HasPrefix(got, "Ссылка скопирована") {
		t.Errorf("the page says %q", got)
	}
	other := newTab(t)
	other.open(link)
	other.wait("document.querySelectorAll('#report .card').length === 2")
	if got := eval[string](other, "text.value"); strings.Contains(got, "FAKE") || !strings.Contains(got, `"subject":"deviceUuid"`) {
		t.Errorf("the link holds %q", got)
	}
	if got := other.text("#report .card h2"); got != "2003 Поле deviceUuid: значение null недопустимо" {
		t.Errorf("the card says %q", got)
	}

	// What is typed is not replaced by a link that comes later.
	eval[any](other, "location.hash = 'code=1003'")
	other.waitText("#state", "По ссылке открывается другой разбор. Ваш текст можно будет вернуть. Показать разбор")
	if got := eval[string](other, "text.value"); !strings.Contains(got, "2003") {
		t.Errorf("the box has %q", got)
	}
	other.click("#state button")
	other.wait("text.value.includes('1003')")
	other.click("#restore")
	other.wait("text.value.includes('2003')")
}

// TestSharedLinks opens links as people write and mangle them.
func TestSharedLinks(t *testing.T) {
	s := newSite(t, "/")
	for fragment, want := range map[string]string{
		"code=2002&reason=missing&subject=token": "2002 ",
		"code=1005&status=405":                   "1005 ",
	} {
		tab := newTab(t)
		tab.open(s.url + "en/#" + fragment)
		tab.wait("document.querySelector('#report .card h2')")
		if got := tab.text("#report .card h2"); !strings.HasPrefix(got, want) {
			t.Errorf("#%s shows %q", fragment, got)
		}
	}
	for _, fragment := range []string{"v1.%%%", "v1.AAAA", "v1.", "v2.abc", "v1." + strings.Repeat("A", 9000)} {
		tab := newTab(t)
		tab.open(s.url + "en/#" + fragment)
		tab.ready()
		tab.wait("document.getElementById('state').innerText.startsWith('The link is damaged')")
		if got := tab.text(".sum"); got != "The explanation will appear here" {
			t.Errorf("#%.20s shows %q", fragment, got)
		}
	}
	// A fragment of the page's own is none of ours.
	tab := newTab(t)
	tab.open(s.url + "en/#codes")
	tab.ready()
	if got := tab.text("#state"); got != "The text does not leave this page" {
		t.Errorf("the page says %q", got)
	}
}

// TestSearch finds entries by words, by a code, and in the wrong layout of the keyboard.
func TestSearch(t *testing.T) {
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url)
	for query, want := range map[string]string{
		"терминал не активен": "1005",
		"оплата":              "1004",
		"jgkfnf":              "1004",
		"unknown field":       "2002",
		"2002":                "2002",
	} {
		tab.paste(query)
		tab.ready()
		tab.wait("document.querySelector('#report .card .code')?.innerText.trim() === '" + want + "'")
	}
	tab.paste("фывафыва")
	tab.waitText(".sum", "Ответа с ошибкой в тексте нет")
}
