package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// readers has a page know the workers that read for it.
const readers = `window.readers = [];
	window.Worker = class extends Worker {
		constructor(url) {
			super(url);
			if (String(url).includes("/scan.")) readers.push(this);
		}
	}`

// holding is JavaScript with which workers do not get, while window.hold is true, what they are to
// read: it stays unread for as long as a test needs, however fast the machine is. window.held counts.
const holding = `(post => {
	window.held = 0;
	window.hold = true;
	Worker.prototype.postMessage = function (message, ...more) {
		if (window.hold && (message.text || message.files)) window.held++;
		else post.call(this, message, ...more);
	};
})(Worker.prototype.postMessage)`

// TestWithoutWorkers has large texts read on the page where there are no workers, and files refused with a
// sentence.
func TestWithoutWorkers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		script, complaint string
		site              func(*site)
	}{
		"missing": {script: "delete window.Worker"},
		"refused": {script: "window.Worker = class { constructor() { throw new Error('refused'); } }"},
		"blocked by policy": {complaint: "Content Security Policy", site: func(s *site) {
			s.change = func(r *http.Response) {
				policy := r.Header.Get("Content-Security-Policy")
				r.Header.Set("Content-Security-Policy", strings.Replace(policy, "worker-src 'self'", "worker-src 'none'", 1))
			}
		}},
		"not there": {complaint: "404", site: func(s *site) {
			s.answer = func(w http.ResponseWriter, r *http.Request) bool {
				if !strings.Contains(r.URL.Path, "/assets/scan.") {
					return false
				}
				http.NotFound(w, r)
				return true
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, "/")
			if c.site != nil {
				c.site(s)
			}
			tab := newTab(t)
			if c.complaint != "" {
				tab.expect(c.complaint)
			}
			tab.before(c.script)
			tab.open(s.url)
			text := logOf(30_000) + strings.Repeat("\n"+`{"errors":[{"code":2003,"subject":"a"}]}`, 5) // more than a handful
			tab.clipboard(text)
			tab.wait("document.querySelectorAll('#report .card').length === 3 && report.ariaBusy === 'false'")
			eval[any](tab, logFile+", drop(log(2e5))")
			tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Не\u00a0удалось прочитать файл')")
			if got := eval[string](tab, "text.value"); got != text || !eval[bool](tab, "opened.hidden") {
				t.Errorf("the box has %d bytes, want %d", len(got), len(text))
			}
		})
	}
}

// TestReaderDies ends the worker that reads a text: that is said, or it is read again, and no text is
// lost.
func TestReaderDies(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.before(readers + `
		const { setTimeout } = window;
		window.setTimeout = (f, ms, ...more) => setTimeout(f, ms === 10_000 ? 500 : ms, ...more);`)
	tab.open(s.url)
	small := logOf(30_000)
	large := strings.Repeat(`{"errors":[{"code":1005,"subject":"a"}]}`+"\n", 4000)
	die := "(readers.at(-1).terminate(), readers.at(-1).dispatchEvent(new Event('error')))"
	kept := func(text string) {
		t.Helper()
		if got := eval[int](tab, "text.value.length"); got != len(text) {
			t.Errorf("the box has %d characters, want %d", got, len(text))
		}
	}
	tab.clipboard(small)
	tab.wait("document.querySelectorAll('#report .card').length === 2 && report.ariaBusy === 'false' && text.value.length > 30_000")

	// It dies while nothing is asked of it: the next click is answered.
	eval[any](tab, "readers[0].dispatchEvent(new Event('error'))")
	tab.wait("report.ariaBusy === 'false'")
	tab.click("#report .card [data-do=unfold]")
	tab.wait("document.querySelector('#report .card .more h3')")

	// It dies while it reads.
	eval[any](tab, "text.value = ''")
	eval[any](tab, holding)
	tab.clipboard(large)
	tab.wait("held === 1 && text.value.length > 1.5e5")
	eval[any](tab, die)
	tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Программа разбора остановилась')")
	kept(large)

	// It dies and nobody is told: after a while the person can have it read again.
	tab.click("#state button")
	tab.wait("held === 2")
	eval[any](tab, "readers.map((reader) => reader.terminate())")
	tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Текст читается дольше')")
	kept(large)
	eval[any](tab, "hold = false")
	tab.click("#state button")
	tab.wait("document.querySelectorAll('#report .card').length && report.ariaBusy === 'false' && !document.querySelector('#state.failed')")
	kept(large)

	// Of a file nothing comes, and that is said.
	eval[any](tab, logFile+", hold = true, drop(log(2e5))")
	tab.wait("held === 3")
	eval[any](tab, "readers.map((reader) => reader.dispatchEvent(new Event('error')))")
	tab.wait("document.querySelector('#state.failed')?.textContent.startsWith('Не\u00a0удалось прочитать файл') && opened.hidden")
	kept(large)
}
