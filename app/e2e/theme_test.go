package e2e

import "testing"

// TestTheme follows the system until the person chooses, and remembers the choice.
func TestTheme(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	paper := "getComputedStyle(document.body).backgroundColor"
	tab.view(1440, "dark")
	tab.open(s.url)
	dark := eval[string](tab, paper)
	tab.view(1440, "light")
	light := eval[string](tab, paper)
	if light == dark {
		t.Error("the page does not follow the system")
	}
	tab.click("#theme")
	tab.click("#theme")
	if got := eval[string](tab, paper); got != dark {
		t.Errorf("dark by choice is %s, by the system %s", got, dark)
	}
	tab.open(s.url + "en/errors/2003/")
	if got := eval[string](tab, paper); got != dark {
		t.Error("the choice is forgotten on the next page")
	}
	if got := eval[string](tab, "document.getElementById('theme').ariaLabel"); got != "Theme: dark" {
		t.Errorf("the button is called %q", got)
	}
	tab.click("#theme")
	if got := eval[string](tab, paper+" + localStorage.length"); got != light+"0" {
		t.Errorf("back at the system's theme the page has %s", got)
	}
}
