package e2e

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// TestNothingLeaves uses the whole tool, records every request and every store, and finds
// neither the text nor its secrets.
func TestNothingLeaves(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	var mu sync.Mutex
	var sent strings.Builder
	events := chromedp.Events(tab.ctx, network.RequestWillBeSent)
	go func() {
		for e, err := range events {
			if err != nil {
				return
			}
			mu.Lock()
			fmt.Fprintln(&sent, e.Request.URL, e.Request.Headers, e.Request.HasPostData)
			mu.Unlock()
		}
	}()
	tab.visit(s.url)
	eval[any](tab, "navigator.clipboard.writeText = async () => {}")
	tab.paste("> GET https://api.evotor.ru/stores HTTP/1.1\n> Authorization: Bearer FAKE-0000-sample-token\n< HTTP/1.1 403 Forbidden\n< \n")
	tab.ready()
	tab.wait("document.querySelector('[data-to~=support]')")
	tab.pass("copy-support")
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	tab.click("[data-do=unfold]")
	tab.wait("document.querySelector('#report .more h3')")
	tab.pass("share-text")
	tab.wait("document.getElementById('state').innerText.trim() === document.getElementById('state').dataset.linked")
	tab.click("#history summary")
	tab.click("#remember")
	tab.wait("document.getElementById('remember').ariaPressed === 'true'")
	tab.paste(two)
	tab.wait("document.querySelector('#past li')")
	tab.click("[data-do=share-codes]")
	for _, do := range []string{"copy-ticket", "copy-merchant"} {
		tab.pass(do)
	}
	tab.click("#theme")
	tab.click(".lang a[lang=en]")
	tab.wait("document.documentElement.lang === 'en' && document.querySelectorAll('#report .card').length === 2")
	stored := eval[string](tab, `(async () => {
		let all = JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}) + document.cookie + JSON.stringify(history.state) + window.name + (await indexedDB.databases()).map(d => d.name);
		for (const key of await caches.keys()) {
			const cache = await caches.open(key);
			for (const request of await cache.keys()) all += request.url + (request.url.endsWith(".wasm") ? "" : await (await cache.match(request)).text());
		}
		return all;
	})()`)
	tab.do(chromedp.Navigate("about:blank"))
	mu.Lock()
	defer mu.Unlock()
	for _, secret := range []string{"FAKE-0000-sample-token", `"reason":"no user"`, `"reason\":\"no user`, "/api/v1/inventories/devices HTTP/1.1\n> Authorization: Bearer FAKE"} {
		if strings.Contains(stored, secret) {
			t.Errorf("%q is stored", secret)
		}
		if strings.Contains(sent.String(), secret) {
			t.Errorf("%q is sent: %s", secret, sent.String())
		}
	}
	if sent.Len() == 0 || len(stored) == 0 {
		t.Error("nothing was recorded")
	}
}
