package e2e

import (
	"strings"
	"testing"
)

// TestReplies copies a message, without secrets and personal data until asked.
func TestReplies(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url)
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste("Authorization: Bearer FAKE-0000-sample-token\nX-Request-Id: 7f3a-11\n" + `{"errors":[{"code":1005,"subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}]}`)
	tab.ready()
	tab.wait("document.querySelector('.pass button')")
	tab.click("[data-do=copy-ticket]")
	tab.wait("window.got && document.querySelector('.toast')?.innerText === 'Скопировано'")
	if got := eval[string](tab, "got"); !strings.Contains(got, "1005") || !strings.Contains(got, "7f3a-11") || strings.Contains(got, "FAKE") || strings.Contains(got, "93a9bfa3") {
		t.Errorf("the ticket reads %q", got)
	}
	tab.click("#unmask")
	tab.wait("document.querySelector('[data-do=copy-ticket]').innerText === 'для задачи'")
	tab.click("#foreign")
	tab.click("[data-do=copy-merchant]")
	tab.wait("window.got.startsWith('Hello!') && window.got.includes('93a9bfa3')")
	tab.click("#foreign")
	tab.click("[data-do=copy-merchant]")
	tab.wait("window.got.startsWith('Здравствуйте!')")
	tab.wait("window.got.includes('93a9bfa3')")
	if got := eval[string](tab, "got"); strings.Contains(got, "FAKE") || !strings.Contains(got, "Что сделать:") {
		t.Errorf("the merchant reads %q", got)
	}
}
