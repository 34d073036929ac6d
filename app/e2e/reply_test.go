package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// pass asks for a message or for a link with the text, and lets it go as it is shown.
func (t *tab) pass(do string) {
	t.Helper()
	t.click("[data-do=" + do + "]")
	t.wait("document.querySelector('#preview[open] textarea')?.value")
	t.click("#preview [data-pass=copy]")
}

// TestReplies copies a message once it was seen: with the ids that developers need, without
// secrets, without what is about a person until asked, and without what the person hides.
func TestReplies(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url)
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste("Authorization: Bearer FAKE-0000-sample-token\nX-Request-Id: 7f3a-11\n" + `{"errors":[{"code":1005,"subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f","note":"Иван Петров"},{"code":2003,"subject":"phone","value":"+7 900 123-45-67"}]}`)
	tab.ready()
	tab.wait("document.querySelector('#report .card')")
	// Evotor's support cannot help with what a service responds.
	if eval[bool](tab, "document.querySelector('[data-do=copy-support]').checkVisibility()") {
		t.Error("there is a message for Evotor's support")
	}
	// What is about to go is shown, with the places that were hidden.
	preview := "document.querySelector('#preview textarea')"
	tab.click("[data-do=copy-ticket]")
	tab.wait(preview + ".value && document.querySelector('#preview[open]')")
	if got := eval[int](tab, preview+".value.split('•••').length - document.querySelectorAll('#preview mark').length"); got != 1 {
		t.Errorf("of the places that were hidden %d are not marked", got-1)
	}
	if got := tab.text("#preview-note"); !strings.HasPrefix(got, "Скрыто мест: 2. Имена") {
		t.Errorf("the page says %q", got)
	}
	eval[any](tab, "(area => area.setSelectionRange(area.value.indexOf('Иван'), area.value.indexOf('Иван') + 'Иван Петров'.length))("+preview+")")
	tab.click("#mask")
	tab.waitText("#preview-note", "Скрыто мест: 3. Имена и слова в свободном тексте программа не распознаёт: прочтите и скройте лишнее.")
	tab.click("#markdown")
	tab.wait(preview + ".value.startsWith('### ')")
	tab.click("#preview [data-pass=copy]")
	tab.wait("window.got && document.querySelector('.toast')?.innerText === 'Скопировано: Сообщение для задачи'")
	got := eval[string](tab, "got")
	for _, want := range []string{"1005", "7f3a-11", "93a9bfa3", "~~~~", s.url + "errors/1005/", "Разбор: " + s.url + "#code=1005&subject=deviceUuid&code=2003&subject=phone"} {
		if !strings.Contains(got, want) {
			t.Errorf("the ticket lacks %q: %q", want, got)
		}
	}
	for _, not := range []string{"FAKE", "123-45-67", "Иван"} {
		if strings.Contains(got, not) {
			t.Errorf("the ticket has %q: %q", not, got)
		}
	}
	tab.click("[data-do=copy-ticket]")
	tab.click("#unmask")
	tab.wait(preview + ".value.includes('123-45-67')")
	tab.click("#unmask")
	// Of two presses the last counts, whichever message is there first.
	tab.wait("!" + preview + ".value.includes('123-45-67')")
	eval[any](tab, `((message) => {
		window.evotorMessage = (what, form) => new Promise((resolve) => setTimeout(resolve, form.unmask ? 200 : 0, message(what, form)));
		unmask.click();
		unmask.click();
		return new Promise((resolve) => setTimeout(resolve, 400)).then(() => (window.evotorMessage = message));
	})(evotorMessage).then(() => {})`)
	if got := eval[string](tab, preview+".value"); strings.Contains(got, "123-45-67") {
		t.Errorf("the switch is off, and the ticket has %q", got)
	}
	// Where the system sends something to somebody, it gets what is shown; that it is not sent is no error.
	if eval[bool](tab, "document.querySelector('#preview [data-pass=send]').checkVisibility()") {
		t.Error("there is a button to send where nothing sends")
	}
	tab.click("#preview [data-pass=no]")
	eval[any](tab, "(navigator.share = async (data) => { window.sent = data; throw new DOMException('', 'AbortError') })")
	tab.click("[data-do=copy-ticket]")
	tab.wait(preview + ".value.includes('•••')")
	shown := eval[string](tab, preview+".value")
	tab.click("#preview [data-pass=send]")
	tab.wait("window.sent && !document.querySelector('#preview[open]')")
	if got := eval[map[string]string](tab, "sent"); len(got) != 1 || got["text"] != shown || strings.Contains(shown, "123-45-67") {
		t.Errorf("sent is %q, shown was %q", got, shown)
	}
	if eval[bool](tab, "document.getElementById('state').classList.contains('failed')") {
		t.Errorf("what was not sent is an error: %s", tab.text("#state"))
	}
	eval[any](tab, "(navigator.share = async () => { throw new Error() })")
	tab.click("[data-do=copy-ticket]")
	tab.wait("document.querySelector('#preview[open] [data-pass=send]').checkVisibility()")
	tab.click("#preview [data-pass=send]")
	tab.waitText("#state.failed", "Отправить не получилось. Скопируйте текст.")
	tab.click("[data-do=copy-merchant]")
	tab.click("#foreign")
	tab.wait(preview + ".value.startsWith('Hello!')")
	tab.click("#foreign")
	tab.wait(preview + ".value.startsWith('Здравствуйте!') && " + preview + ".value.includes('Что сделать:')")
	tab.click("#preview [data-pass=no]")
	// With what the cloud responds, it can.
	tab.paste("GET https://api.evotor.ru/stores\nHTTP/1.1 403 Forbidden\n\n")
	tab.wait("document.querySelector('[data-do=copy-support]').checkVisibility()")
}

// TestFacts has what was read of the exchange in a line, each to be copied, and the advice follow
// who is said to have answered.
func TestFacts(t *testing.T) {
	tab := openTool(t, "")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste("X-Request-Id: 7f3a-11\nDate: Thu, 26 Nov 2026 09:13:22 GMT\nHTTP/1.1 401 Unauthorized\n\n" + `{"errors":[{"code":1001}]}`)
	tab.waitText(".facts", "HTTP 401 Thu, 26 Nov 2026 09:13:22 GMT id 7f3a-11")
	tab.click(".facts button:last-child")
	tab.wait("window.got === '7f3a-11'")
	first := tab.text("#report .card h2")
	tab.click("[data-do=who-from-cloud]")
	tab.waitText(".sum span", "Облако Эвотор ответило вашему сервису")
	if got := tab.text("#report .card h2"); got == first {
		t.Errorf("the card goes on saying %q", got)
	}
	tab.click("[data-do=share-codes]")
	tab.wait("window.got === " + `location.origin + "/#status=401&direction=from-cloud&code=1001"`)
	// What was chosen holds as long as the answer is the same, over a reload and in a link with the text.
	tab.click("[data-do=unfold]")
	const chosen = "document.querySelector('.more h3') && document.querySelector('[data-do=who-from-cloud][aria-pressed=true]')"
	tab.wait(chosen)
	tab.do(chromedp.SendKeys(chromedp.CSS("#text"), " "))
	tab.wait("sessionStorage.getItem('chosen') === 'from-cloud 0.0'")
	tab.stored()
	tab.do(reload)
	tab.wait("text.value.endsWith(' ') && " + chosen)
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.pass("share-text")
	tab.wait("window.got?.endsWith('&direction=from-cloud')")
	link := eval[string](tab, "got")
	tab.leave()
	tab.open(link)
	tab.wait("text.value.includes('7f3a-11') && document.querySelector('[data-do=who-from-cloud][aria-pressed=true]')")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	// It can be taken back, and is not of another answer.
	tab.click("[data-do=who-from-cloud]")
	tab.waitText("#report .card h2", first)
	tab.click("[data-do=who-from-cloud]")
	tab.paste("HTTP/1.1 401 Unauthorized\n\n" + `{"errors":[{"code":1002}]}`)
	tab.wait("document.querySelector('#report .card[data-code=\"1002\"]') && !document.querySelector('#report [aria-pressed=true]')")
	// What the text says is not asked.
	tab.paste("GET https://api.evotor.ru/stores\nHTTP/1.1 403 Forbidden\n\n")
	tab.waitText(".facts", "HTTP 403 GET https://api.evotor.ru/stores curl")
	// What a card unfolds ends with the body, a line for each field.
	tab.paste("HTTP/1.1 400 Bad Request\n\n" + `{"token":"FAKE-0000-sample-token","errors":[{"code":2003,"reason":"incorrect","subject":"amount","value":1.50}],"more":[]}`)
	tab.wait("document.querySelector('#report .card[data-code=\"2003\"]')")
	tab.click("[data-do=unfold]")
	tab.wait("document.querySelector('.more .body')")
	if got, want := eval[string](tab, "document.querySelector('.more .body').textContent"), "{\n  \"token\": \"•••\",\n  \"errors\": [\n    {\n      \"code\": 2003,\n      \"reason\": \"incorrect\",\n      \"subject\": \"amount\",\n      \"value\": 1.50\n    }\n  ],\n  \"more\": []\n}"; got != want {
		t.Errorf("the body is %s, want %s", got, want)
	}
	// It changes with the text, and stays unfolded while the answer is the same.
	tab.paste("HTTP/1.1 400 Bad Request\n\n" + `{"token":"FAKE-0000-sample-token","errors":[{"code":2003,"reason":"incorrect","subject":"amount","value":2.50}],"more":[]}`)
	tab.wait("document.querySelectorAll('.more .body').length === 1 && document.querySelector('.more .body').textContent.includes('2.50')")
	// The command that repeats the request has variables for what is secret or unknown, and no word of
	// the text is one of the shell.
	tab.paste("PUT /inventories/$HOME/stores/20170222-D58C-40E0-8051-B53ADFF38860/products\nHTTP/1.1 400 Bad Request\n\n" + `{"errors":[{"code":2001}]}`)
	tab.wait("document.querySelector('.facts')?.innerText.includes('PUT')")
	tab.click(".facts button:nth-child(3)")
	tab.wait("window.got.startsWith('curl')")
	const want = `curl -i -X PUT "https://$HOST/inventories/%24HOME/stores/$ID/products" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" --data @body.json`
	if got := eval[string](tab, "got"); got != want {
		t.Errorf("the command is %s, want %s", got, want)
	}
	// Whatever the address is, the line is of this text.
	tab.paste("POST https://partner.example/😀/a!b\u2028c HTTP/1.1\nHTTP/1.1 402 x\n\n" + `{"errors":[{"code":1004}]}`)
	tab.wait("document.querySelector('.facts')?.innerText.includes('402')")
	eval[any](tab, "document.querySelector('.facts .curl').click()")
	tab.wait("window.got.includes('POST \"https://partner.example/%F0%9F%98%80/a%21b')")
	tab.paste("GET https://api.evotor.ru/stores\nHTTP/1.1 403 Forbidden\n\n")
	tab.wait("!document.querySelector('[data-do=who-from-cloud]')")
}
