package e2e

import "testing"

// TestProvisional shows what the page itself has on the codes, until the tool is there; then
// the tool takes over in one frame.
func TestProvisional(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	s.hold = make(chan struct{})
	tab := newTab(t)
	tab.open(s.url)
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#provisional .card').length === 2")
	if got := tab.text("#provisional .card h2"); got != "2003 Недопустимое значение параметра" {
		t.Errorf("the first card says %q", got)
	}
	if got := tab.text("#provisional .note"); got != "Предварительно: коды нашёл простой поиск. Полный разбор появится, когда запустится программа." {
		t.Errorf("the note says %q", got)
	}
	// Each frame has cards, of one kind or the other.
	eval[any](tab, `window.bare = 0; (function frame() {
		if (!document.querySelector("#provisional .card") && !document.querySelector("#report:not([hidden]) .card")) bare++;
		requestAnimationFrame(frame);
	})(), 0`)
	close(s.hold)
	tab.ready()
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	if got := eval[int](tab, "bare"); got != 0 {
		t.Errorf("%d frames had no card", got)
	}
	tab.wait("!document.querySelector('#provisional').firstChild && !document.getElementById('report').hidden")
}
