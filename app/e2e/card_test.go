package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// two are an unknown code before one that is a gate, and a secret.
const two = "04.03.2024 12:00:00 status=401 token=FAKE-0000-sample-token\n" +
	`{"errors":[{"code":20003,"reason":"no user","subject":"userUuid","value":"01-000000000015463"},{"code":1003}]}`

// TestCardUnfolds wants a card to open with the verdict, and to unfold the rest.
func TestCardUnfolds(t *testing.T) {
	tab := openTool(t, "en/")
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	first := eval[string](tab, "[...document.querySelector('#report .card > div').children].map(e => e.className || e.localName).join()")
	if first != "verdict,h2,ol" {
		t.Errorf("a card opens with %s", first)
	}
	if eval[bool](tab, "!!document.querySelector('#report .more')") {
		t.Error("a card is unfolded")
	}
	tab.click(`#report [data-card="0.1"] [data-do=unfold]`)
	tab.wait("document.querySelector('#report .more h3')")
	if got := eval[string](tab, "document.querySelector('#report .more').closest('.card').dataset.card + document.querySelector('#report [data-card=\"0.1\"] [data-do=unfold]').ariaExpanded"); got != "0.1true" {
		t.Errorf("unfolded is %s", got)
	}
	more := tab.text("#report .more")
	for _, part := range []string{
		"What it means", "documented", "Causes", "our inference", "Check.", "Fix.", "HTTP/1.1 405 Method Not Allowed", "Sources", "Evotor’s documentation",
	} {
		if !strings.Contains(more, part) {
			t.Errorf("what is unfolded lacks %q:\n%s", part, more)
		}
	}
	tab.click(`#report [data-card="0.1"] [data-do=unfold]`)
	tab.wait("!document.querySelector('#report .more')")
	// Another text begins folded.
	tab.click(`#report [data-card="0.0"] [data-do=unfold]`)
	tab.wait("document.querySelector('#report .more')")
	tab.paste(`{"errors":[{"code":2001}]}`)
	tab.wait("document.querySelectorAll('#report .card').length === 1 && !document.querySelector('#report .more')")
}

// TestOrder wants what to do first to come first, whatever the text's order, and the cards and their
// buttons told apart by those who hear them alone.
func TestOrder(t *testing.T) {
	tab := openTool(t, "")
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	if got := eval[string](tab, "[...document.querySelectorAll('#report .card')].map(c => document.getElementById(c.getAttribute('aria-labelledby')).textContent.slice(0, 4)).join()"); got != "2003,1005" {
		t.Errorf("the cards are named %s", got)
	}
	if n := eval[int](tab, "new Set([...document.querySelectorAll('#report button')].map(b => b.ariaLabel ?? b.textContent)).size"); n != eval[int](tab, "document.querySelectorAll('#report button').length") {
		t.Errorf("only %d buttons have a name of their own", n)
	}
	tab.paste(`{"errors":[{"code":1004},{"code":2002,"reason":"missing","subject":"a"},{"code":2002,"reason":"unexpected","subject":"b"},{"code":1001}]}`)
	tab.wait("document.querySelectorAll('#report .card').length === 3")
	if got := eval[string](tab, "[...document.querySelectorAll('#report .card')].map(e => e.dataset.code).join()"); got != "1001,2002,1004" {
		t.Errorf("the cards are %s", got)
	}
	if got := tab.text("#report .card[data-code='2002'] h2"); got != "2002 Похоже, поле переименовано: не хватает a, а b лишнее" {
		t.Errorf("the card of a cause says %q", got)
	}
	if got := tab.text("#report .card[data-code='2002'] .verdict"); !strings.HasSuffix(got, "Ошибок с этой причиной: 2") {
		t.Errorf("its labels are %q", got)
	}
}

// TestUnknownCode says what is implied of an unknown code, and makes a report on it.
func TestUnknownCode(t *testing.T) {
	tab := openTool(t, "en/")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
	tab.paste(two)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	if got := eval[string](tab, "document.querySelector('#report .card').dataset.code"); got != "1003" {
		t.Errorf("the first card is that of %s", got)
	}
	card := `#report .card[data-code="20003"] `
	if got := tab.text(card + ".clues"); !strings.HasPrefix(got, "Possible typo: there is code 2003, “Invalid parameter value” The same response contains a known error, 1003.") {
		t.Errorf("what is implied: %s", got)
	}
	tab.pass("copy-unknown")
	tab.wait("window.got")
	got := eval[string](tab, "got")
	for _, part := range []string{"Code: 20003\n", "HTTP status: 401\n", "Time: 04.03.2024 12:00:00\n", "- On its own, status 401 means", `"subject":"userUuid","value":"•••"`, "token=•••"} {
		if !strings.Contains(got, part) {
			t.Errorf("the report lacks %q:\n%s", part, got)
		}
	}
	if strings.Contains(got, "FAKE") || strings.Contains(got, "01-0000") {
		t.Errorf("the report repeats what is secret or personal:\n%s", got)
	}
	tab.waitText("#state", "Copied: Report on this code")
}

// TestAnswerBelow has a phone's window, with the answer below it: a button says so and leads
// there.
func TestAnswerBelow(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.do(chromedp.EmulateViewport(360, 640))
	tab.open(s.url)
	tab.paste(curl)
	tab.wait("!document.getElementById('jump').hidden && document.getElementById('jump').innerText === '2 ошибки ↓'")
	eval[any](tab, "document.getElementById('jump').click()") // chromedp would scroll to it
	tab.wait("document.querySelector('#report .sum').getBoundingClientRect().top < innerHeight / 2 && document.getElementById('jump').hidden")
	// A keyboard leaves half of the window: the button is above it.
	eval[any](tab, "(scrollTo(0, 0), Object.defineProperty(visualViewport, 'height', {value: 320}), visualViewport.dispatchEvent(new Event('resize')))")
	tab.wait("!document.getElementById('jump').hidden && document.getElementById('jump').getBoundingClientRect().bottom <= 310")
	if got := eval[string](tab, "document.activeElement.dataset.card"); got != "0.0" {
		t.Errorf("the focus is on card %q", got)
	}
}
