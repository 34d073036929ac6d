package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestHeld has the page die over a text. The text comes back, but is read only when the person
// asks.
func TestHeld(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	const text = `{"errors":[{"code":1003}]}`
	tab := newTab(t)
	tab.open(s.url)
	tab.paste(text)
	tab.waitText("#report .sum strong", "1 ошибка")
	tab.wait("sessionStorage.draft && !sessionStorage.reading")
	// The page hangs in the middle of reading, and is closed by force.
	eval[any](tab, `document.addEventListener("tool:reading", () => { for (;;); })`)
	eval[any](tab, `setTimeout(() => { text.value += " "; text.dispatchEvent(new Event("input", { bubbles: true })); }, 100)`)
	crash, cancel := context.WithTimeout(tab.ctx, 4*time.Second)
	defer cancel()
	chromedp.Do(crash, chromedp.Sleep(2*time.Second), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, page.Crash, cdp.Empty{})
		return err // of the context: nobody is left to answer
	}))
	tab.open(s.url)
	const message = "Страница перестала отвечать, когда читала этот текст. Он на месте, но ещё не разобран. Разобрать"
	tab.waitText("#state", message)
	again := func() {
		t.Helper()
		tab.wait("text.value === " + fmt.Sprintf("%q", text))
		eval[any](tab, "new Promise(resolve => setTimeout(resolve, 500))")
		eval[any](tab, "(text.blur(), text.focus())")
		if got := eval[string](tab, "document.documentElement.dataset.tool ?? 'none'"); got == "ready" || eval[int](tab, "document.querySelectorAll('#report .card, #provisional > *').length") != 0 {
			t.Errorf("the text is read again unasked: the tool is %q", got)
		}
	}
	again()
	// Nor at the next reload.
	eval[any](tab, "location.reload()")
	tab.waitText("#state", message)
	again()
	tab.click("#state button")
	tab.waitText("#report .sum strong", "1 ошибка")
	tab.waitText("#state", "Текст не покидает эту страницу")
	if got := eval[string](tab, "sessionStorage.reading ?? 'none'"); got != "none" {
		t.Errorf("the mark %q is left", got)
	}
	// Another text is read at once.
	eval[any](tab, `addEventListener("pagehide", () => { sessionStorage.reading = "1"; })`)
	eval[any](tab, "location.reload()")
	tab.waitText("#state", message)
	tab.wait("text.value === " + fmt.Sprintf("%q", text))
	tab.paste(`{"errors":[{"code":2001},{"code":2004}]}`)
	tab.waitText("#report .sum strong", "2 ошибки")
	tab.leave()
}

// TestFarSecret covers secrets that stand far out in the lines of a large text, and says how many
// places it did not mark.
func TestFarSecret(t *testing.T) {
	tab := openTool(t, "")
	tab.view(1440, "light")
	line := strings.Repeat("x", 30) + "\n"
	out := strings.Repeat("y ", 20_000)
	text := strings.Repeat(line, 4000) + `{"errors":[{"code":1003}]} ` + out + " Authorization: Bearer FAKE-0001-abcdef " + out + "token=FAKE-0002-abcdef\n" +
		strings.Repeat(out+"token=FAKE-0003-abcdef\n", 7) + line
	eval[any](tab, "(text.blur(), text.focus())")
	tab.ready()
	eval[any](tab, "(value => { text.value = value; text.dispatchEvent(new Event('input', {bubbles: true})); })("+fmt.Sprintf("%q", text)+")")
	tab.wait("!text.classList.contains('unpainted') && (text.scrollTop = text.scrollHeight) > 9999 && document.querySelectorAll('#marks mark.secret').length > 8")
	// Each secret lies under a mark: laid out by itself, or with all that is behind in its line.
	got := eval[[]string](tab, `[...document.querySelectorAll("#marks > div > div")].flatMap(row => {
		const marks = [...row.querySelectorAll(".secret")];
		return marks.map(m => m.classList.contains("rest") ? "rest " + Math.round(m.getBoundingClientRect().width / 1e6) : m.textContent);
	})`)
	want := "FAKE-0001-abcdef FAKE-0002-abcdef" + strings.Repeat(" FAKE-0003-abcdef", 5) + strings.Repeat(" rest 10", 2)
	if strings.Join(got, " ") != want {
		t.Errorf("covered are %v", got)
	}
	if got := eval[string](tab, "getComputedStyle(document.querySelector('#marks .rest')).backgroundColor"); got == "rgba(0, 0, 0, 0)" {
		t.Error("what is left of a line is not covered")
	}
	tab.paste(many(400))
	tab.waitText("#report .sum", "400 ответов с ошибкой Скорее всего, ваш сервис ответил облаку Эвотор В тексте отмечены не все места: осталось 200 Скопировать для задачи По порядку: сначала то, что мешает остальному")
	tab.leave()
}
