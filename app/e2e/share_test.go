package e2e

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"strconv"
	"strings"
	"testing"
)

// TestShare follows a link to a result that was made in the page for frames, to the tool's own: the
// fields are there, secrets and the text are not.
func TestShare(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/help/")
	tab := newTab(t)
	tab.open(s.url + "embed/")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelector('[data-do=share-codes]')")
	tab.click("[data-do=share-codes]")
	tab.wait("window.got")
	link := eval[string](tab, "got")
	if link != s.url+"#status=400&code=2003&reason=incorrect&subject=deviceUuid&value=null&code=1005&subject=deviceUuid" {
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

	// A result that came with a link gives way to the next one, unasked, and the way back leads to it.
	eval[any](other, "location.hash = 'code=1004'")
	other.wait("text.value.includes('1004') && document.title.startsWith('1004 — ')")
	eval[any](other, "history.back()")
	other.wait("text.value.includes('2003') && document.title.startsWith('2003, 1005 — ')")
	// What is typed is not, and the prompt goes with its link.
	eval[any](other, "(text.focus(), document.execCommand('insertText', false, ' '), location.hash = 'code=1003')")
	other.wait("document.querySelector('#state button')")
	eval[any](other, "history.back()")
	other.waitText("#state", "Текст не покидает эту страницу")
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

// TestShareText follows a link that holds the text, without what is secret or personal.
func TestShareText(t *testing.T) {
	tab := openTool(t, "")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste(two)
	tab.wait("document.querySelector('#report .card')")
	tab.pass("share-text")
	tab.wait("window.got")
	other := newTab(t)
	other.open(eval[string](tab, "got"))
	other.wait("document.querySelectorAll('#report .card').length === 2")
	want := strings.NewReplacer("FAKE-0000-sample-token", "•••", "01-000000000015463", "•••").Replace(two)
	if got := eval[string](other, "text.value"); got != want {
		t.Errorf("the link holds %q, want %q", got, want)
	}
	// Edited, the page is no longer the link's.
	eval[any](other, "(text.focus(), document.execCommand('insertText', false, 'x'))")
	if got := eval[string](other, "location.hash"); got != "" {
		t.Errorf("the address still ends with %s", got)
	}
	// What is hidden is not copied, however fast the hand is.
	tab.paste(strings.Repeat(`{"errors":[{"code":2003,"subject":"hideme"}]}`+"\n", 200))
	tab.wait("document.querySelectorAll('#report .card').length === 1 && document.querySelector('#report .card').textContent.includes('hideme')")
	tab.click("[data-do=copy-ticket]")
	tab.wait("preview.querySelector('textarea').value.includes('hideme')")
	if got := eval[string](tab, `(async () => {
		const area = preview.querySelector("textarea");
		const from = area.value.indexOf("hideme");
		area.setSelectionRange(from, from + 6);
		window.got = "";
		mask.click();
		preview.querySelector("[data-pass=copy]").click();
		while (!got) await new Promise((resolve) => setTimeout(resolve, 20));
		return got;
	})()`); strings.Contains(got, "hideme") {
		t.Errorf("copied is %.300q", got)
	}
	// What is too large for a link is said to be.
	tab.paste(`{"errors":[{"code":2001}]} ` + strings.Join(random(20_000), " "))
	tab.wait("document.querySelector('#report .card')?.dataset.code === '2001'")
	tab.pass("share-text")
	tab.wait("document.getElementById('state').innerText.startsWith('Разбор слишком велик')")
}

// random are words that do not compress.
func random(n int) (list []string) {
	x := uint32(1)
	for range n {
		x = x*1664525 + 1013904223
		list = append(list, strconv.FormatUint(uint64(x), 36))
	}
	return list
}

// TestSharedLinks opens links as people write and mangle them.
func TestSharedLinks(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url + "en/#code=2002&reason=missing&subject=token")
	tab.wait("document.querySelector('#report .card h2')?.textContent.startsWith('2002 ')")
	for _, c := range []struct{ fragment, want string }{
		{"code=1005&status=405", "1005 "},
		{"code=2003,1004", "2003 "},
		{"2001", "2001 "},
		{"status=404", "404 "},
		{"code=1001&direction=from-cloud", "1001 The cloud rejected"},
		{"code=1001&direction=to-cloud%0A", "1001 Your service rejected"},
		{"code=1001&direction=likely-from-cloud", "1001 The cloud rejected"},
		{"status=400&code=1003&code=2003&subject=%7E\"a", "1003 "},
		// As mail and messengers hand them on.
		{"code=2003).", "2003 "},
		{"code=1005,&code=", "1005 "},
		{"code%3D2003%26subject%3D%D0%BF", "2003 Field п:"},
		{"status=400&amp;code=2003&amp;subject=deviceUuid", "2003 Field deviceUuid:"},
		{"2002&utm_source=x", "2002 "},
		{"403", "403 "},
	} {
		eval[any](tab, "location.hash = "+strconv.Quote(c.fragment))
		tab.wait("document.querySelector('#report .card h2')?.innerText.replace(/\\s+/g, ' ').startsWith(" + strconv.Quote(c.want) + ")")
		if got := tab.text("#report"); strings.Contains(got, "without a code") {
			t.Errorf("#%s has %q", c.fragment, got)
		}
	}
	bomb, err := deflated(strings.Repeat("A", 4<<20))
	if err != nil || len(bomb) > 8000 {
		t.Fatal(len(bomb), err)
	}
	before := eval[string](tab, "text.value")
	for _, fragment := range []string{"v1.%%%", "v1.AAAA", "v1.", "v2.abc", "code=", "status=4x4", "v1." + strings.Repeat("A", 9000), "v1." + bomb} {
		eval[any](tab, "(document.getElementById('state').textContent = '', location.hash = "+strconv.Quote(fragment)+")")
		tab.wait("document.getElementById('state').innerText.startsWith('The link is damaged')")
		if got := eval[string](tab, "text.value"); got != before {
			t.Errorf("#%.20s has %q in the box", fragment, got)
		}
	}
	tab.leave()
	// With a text in the box, neither address nor page has a damaged link any more.
	tab.open(s.url + "en/#v1.AAAA")
	tab.wait("document.getElementById('state').innerText.startsWith('The link is damaged')")
	tab.clipboard(logOf(3000))
	tab.wait("location.hash === '' && !document.getElementById('state').innerText.startsWith('The link is damaged')")
	tab.click("#clear")
	// With another text in the box, the address has none of the link.
	for _, does := range []func(){
		func() { tab.click("#example") },
		func() { tab.clipboard(logOf(3000)) },
		func() {},
	} {
		eval[any](tab, "location.hash = 'code=2003'")
		tab.wait("text.value.includes('2003')")
		tab.wait("document.querySelector('#report .card[data-code=\"2003\"]') && !document.getElementById('clear').disabled")
		does()
		tab.wait("document.querySelector('#report .card') && !document.getElementById('clear').disabled")
		tab.click("#clear")
		tab.wait("location.hash === '' && text.value === ''")
	}
	tab.leave()
	// A fragment of the page's own is none of ours.
	tab.open(s.url + "en/#codes")
	tab.ready()
	if got := tab.text("#state"); got != "The text never leaves this page" {
		t.Errorf("the page says %q", got)
	}
}

// deflated is a text as links have it.
func deflated(text string) (string, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := io.WriteString(w, text); err != nil {
		return "", err
	}
	err = w.Close()
	return base64.RawURLEncoding.EncodeToString(b.Bytes()), err
}

// TestCopyingForbidden says so where the browser does not let the page copy.
func TestCopyingForbidden(t *testing.T) {
	tab := openTool(t, "")
	eval[any](tab, "(navigator.clipboard.writeText = async () => { throw new Error('no') }, document.execCommand = () => false)")
	eval[any](tab, "(text.value = "+strconv.Quote(curl)+", text.dispatchEvent(new Event('input', {bubbles: true})))")
	tab.wait("document.querySelector('[data-do=copy-ticket]')")
	tab.pass("copy-ticket")
	tab.waitText("#state", "Браузер не разрешил копирование. Дайте этой странице доступ к буферу обмена.")
}
