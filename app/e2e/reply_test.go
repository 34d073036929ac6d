package e2e

import (
	"strings"
	"testing"
)

// TestReplies copies a message: with the ids that developers need, without secrets, and without
// what is about a person until asked.
func TestReplies(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url)
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste("Authorization: Bearer FAKE-0000-sample-token\nX-Request-Id: 7f3a-11\n" + `{"errors":[{"code":1005,"subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"},{"code":2003,"subject":"phone","value":"+7 900 123-45-67"}]}`)
	tab.ready()
	tab.wait("document.querySelector('.pass button')")
	// Evotor's support cannot help with what a service responds.
	if eval[bool](tab, "!!document.querySelector('[data-do=copy-support]')") {
		t.Error("there is a message for Evotor's support")
	}
	tab.click("[data-do=copy-ticket]")
	tab.wait("window.got && document.querySelector('.toast')?.innerText === 'Скопировано'")
	if got := eval[string](tab, "got"); !strings.Contains(got, "1005") || !strings.Contains(got, "7f3a-11") || !strings.Contains(got, "93a9bfa3") || strings.Contains(got, "FAKE") || strings.Contains(got, "123-45-67") {
		t.Errorf("the ticket reads %q", got)
	}
	tab.click("#unmask")
	tab.wait("document.querySelector('[data-do=copy-ticket]').innerText === 'для задачи'")
	tab.click("[data-do=copy-ticket]")
	tab.wait("window.got.includes('123-45-67')")
	tab.click("#foreign")
	tab.click("[data-do=copy-merchant]")
	tab.wait("window.got.startsWith('Hello!')")
	tab.click("#foreign")
	tab.click("[data-do=copy-merchant]")
	tab.wait("window.got.startsWith('Здравствуйте!')")
	if got := eval[string](tab, "got"); strings.Contains(got, "FAKE") || !strings.Contains(got, "Что сделать:") {
		t.Errorf("the merchant reads %q", got)
	}
	// With what the cloud responds, it can.
	tab.paste("GET https://api.evotor.ru/stores\nHTTP/1.1 403 Forbidden\n\n")
	tab.wait("document.querySelector('[data-do=copy-support]')")
}
