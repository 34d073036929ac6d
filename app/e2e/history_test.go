package e2e

import (
	"strings"
	"testing"
)

// TestHistory wants nothing kept until the history is on, then codes and names of fields
// alone, and one button to forget them.
func TestHistory(t *testing.T) {
	tab := openTool(t, "")
	stored := "(localStorage.getItem('history') ?? '')"
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	eval[any](tab, "new Promise(resolve => setTimeout(resolve, 2000))")
	if got := eval[string](tab, "JSON.stringify({...localStorage})"); got != "{}" {
		t.Errorf("before anybody asked, %s is stored", got)
	}
	tab.click("#history summary")
	tab.click("#remember")
	tab.waitText("#remember", "История включена")
	tab.paste(two)
	tab.wait(stored + ".includes('20003')")
	tab.paste(`{"errors":[{"code":2003,"reason":"своими словами","subject":"поле Ивана","value":"Иван"}]}`)
	tab.wait(stored + ".includes('\\\\\"2003\\\\\"')")
	for _, word := range []string{"FAKE", "01-0000", "no user", "своими", "Иван"} {
		if got := eval[string](tab, stored); strings.Contains(got, word) {
			t.Errorf("%q is stored: %s", word, got)
		}
	}
	if got := tab.text("#past li button"); got != "2003" {
		t.Errorf("the last entry is %q", got)
	}
	// An entry shows its result again, in a new visit too, and what was typed can come back.
	tab.do(reload)
	tab.wait("document.querySelector('#past li:nth-child(2) button')")
	tab.wait("document.querySelector('#report .card')")
	tab.click("#history summary")
	tab.click("#past li:nth-child(2) button")
	tab.wait("document.querySelector('#report .card[data-code=\"20003\"]')")
	tab.click("#restore")
	tab.wait("text.value.includes('поле Ивана')")

	tab.click("#forget")
	tab.wait("!document.querySelector('#past li') && forget.hidden")
	if got := eval[string](tab, stored); got != `{"results":[]}` {
		t.Errorf("after forgetting, %s is stored", got)
	}
	tab.click("#remember")
	if got := eval[string](tab, "JSON.stringify({...localStorage})"); got != "{}" {
		t.Errorf("switched off, %s is stored", got)
	}
}
