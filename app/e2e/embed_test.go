package e2e

import (
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
)

// A host is a page of a partner, on an origin of its own, with the elements in it.
type host struct {
	*tab
	site *site
	url  string
}

// newHost serves body as a page under the policy; {site} in it is the address of our site.
func newHost(t *testing.T, policy, body string) *host {
	t.Helper()
	h := &host{site: newSite(t, "/help/"), tab: newTab(t)}
	h.tab.most = 2
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if policy != "" {
			w.Header().Set("Content-Security-Policy", strings.ReplaceAll(policy, "{site}", h.site.url))
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		io.WriteString(w, `<!doctype html><html lang="en"><head><title>host</title></head><body><main>`+strings.ReplaceAll(body, "{site}", h.site.url)+`</main></body></html>`)
	}))
	t.Cleanup(page.Close)
	h.url = page.URL + "/"
	return h
}

func (h *host) start() {
	h.Helper()
	h.open(h.url)
	h.wait("customElements.get('evotor-error')")
}

// shown is what the n-th element shows.
func (h *host) shown(n int) string {
	h.Helper()
	return strings.Join(strings.Fields(eval[string](h.tab, fmt.Sprintf("(root => [...root.children].map(e => e.innerText).join(' '))(document.querySelectorAll('evotor-error')[%d].shadowRoot)", n))), " ")
}

const script = `<script src="{site}v1/embed.en.js" defer></script>`

// get reads a file of the site.
func (s *site) get(t *testing.T, path string) []byte {
	t.Helper()
	r, err := http.Get(s.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatal(path, r.Status, err)
	}
	return data
}

// TestStrictHost admits the script by its hash alone, no style, and enforces Trusted Types.
func TestStrictHost(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/help/")
	sum := sha512.Sum384(s.get(t, "v1/embed.en.js"))
	hash := "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
	h := newHost(t, "default-src 'none'; script-src '"+hash+"'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
		`<evotor-error code="2003" reason="incorrect" subject="deviceUuid" value="null">2003</evotor-error><script src="{site}v1/embed.en.js" integrity="`+hash+`" crossorigin="anonymous" defer></script>`)
	h.start()
	h.wait("document.querySelector('evotor-error').shadowRoot.querySelector('[part=card]')")
	if got := h.shown(0); !strings.Contains(got, "2003 Field deviceUuid: the value null is invalid") {
		t.Errorf("the element shows %q", got)
	}
	if got := eval[string](h.tab, "getComputedStyle(document.querySelector('evotor-error').shadowRoot.querySelector('[part=card]')).borderTopWidth"); got != "1px" {
		t.Errorf("the card has a border of %s: its styles were not applied", got)
	}
}

// TestHostileHost has global styles, patched built-ins and a foreign element in the page.
func TestHostileHost(t *testing.T) {
	t.Parallel()
	patch := `<script>
		for (const name of Object.getOwnPropertyNames(Array.prototype)) if (typeof Array.prototype[name] === "function" && name !== "constructor") Array.prototype[name] = () => { throw new Error("patched"); };
		Array.prototype[Symbol.iterator] = () => { throw new Error("patched"); };
		Array.prototype.extra = Object.prototype.extra = 1;
		JSON.parse = JSON.stringify = () => { throw new Error("patched"); };
	</script>`
	t.Run("built-ins", func(t *testing.T) {
		h := newHost(t, "", patch+`<style>* { all: unset !important; color: red !important; display: inline !important }</style>`+script+
			`<evotor-error code="1005" subject="deviceUuid">1005</evotor-error><evotor-error>{"errors":[{"code":2002,"reason":"missing","subject":"token"}]}</evotor-error>`)
		h.start()
		h.wait("document.querySelectorAll('evotor-error')[1].shadowRoot.querySelector('[part=card]')")
		for i, want := range []string{"1005", "2002"} {
			got := eval[string](h.tab, fmt.Sprintf("document.querySelectorAll('evotor-error')[%d].shadowRoot.querySelector('[part=sentence]').innerText", i))
			if !strings.HasPrefix(got, want) {
				t.Errorf("element %d says %q", i, got)
			}
		}
		if got := eval[string](h.tab, "getComputedStyle(document.querySelector('evotor-error').shadowRoot.querySelector('[part=meaning]')).color"); got == "rgb(255, 0, 0)" {
			t.Error("the host's colour leaks in")
		}
		if got := eval[string](h.tab, "getComputedStyle(document.querySelector('evotor-error')).display"); got != "block" {
			t.Errorf("the element is shown as %s", got)
		}
	})
	t.Run("a foreign element", func(t *testing.T) {
		h := newHost(t, "", `<script>customElements.define("evotor-error", class Foreign extends HTMLElement {})</script>`+script+`<evotor-error code="2003">mine</evotor-error>`)
		h.start()
		h.wait("customElements.get('evotor-error-decoder')")
		if got := eval[string](h.tab, "document.querySelector('evotor-error').constructor.name + document.querySelector('evotor-error').textContent"); got != "Foreignmine" {
			t.Errorf("the foreign element became %q", got)
		}
	})
	t.Run("twice and in two versions", func(t *testing.T) {
		h := newHost(t, "", script+script+`<script src="{site}v1.0.0/embed.en.js" defer></script><evotor-error code="2003">2003</evotor-error>`)
		h.start()
		h.wait("document.readyState === 'complete' && document.querySelector('evotor-error').shadowRoot.querySelector('[part=card]')")
	})
}

// TestElementValues passes in what a host may have and wants it shown as text.
func TestElementValues(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", script+`<div id="place"></div>`)
	h.start()
	show := func(set string) string {
		t.Helper()
		eval[bool](h.tab, `new Promise(resolve => {
			const e = document.createElement("evotor-error");
			e.code = 2003; e.subject = "field";
			`+set+`
			e.addEventListener("evotor-error:decoded", () => resolve(true), {once: true});
			place.replaceChildren(e);
		})`)
		return eval[string](h.tab, "place.firstChild.shadowRoot.querySelector('[part=sentence]').innerText")
	}
	for set, want := range map[string]string{
		`e.value = "<img src=x onerror=alert(1)><b>"`: "<img src=x onerror=alert(1)><b>",
		`e.value = false`:                  "false",
		`e.value = null`:                   "null",
		`e.value = 0`:                      "0",
		`e.value = {a: [1]}`:               `{"a":[1]}`,
		`e.setAttribute("value", "false")`: "false",
		`e.value = "x".repeat(100000)`:     "…",
		`e.value = "javascript:alert(1)"`:  "javascript:alert(1)",
	} {
		if got := show(set); !strings.Contains(got, want) || len(got) > 400 {
			t.Errorf("%s: shows %.300q, want %q in it", set, got, want)
		}
	}
	if got := eval[int](h.tab, "place.firstChild.shadowRoot.querySelectorAll('img, script, b').length"); got != 0 {
		t.Error("a value became markup")
	}
	if got := eval[bool](h.tab, "(e => (e.value = false, e.value === false))(document.createElement('evotor-error'))"); !got {
		t.Error("false does not stay false")
	}
	// The element needs nobody: with the site gone it explains on, and it has asked for nothing.
	h.site.answer = func(w http.ResponseWriter, r *http.Request) bool {
		t.Errorf("the element asked for %s", r.URL)
		return false
	}
	if got := eval[[]string](h.tab, "performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.endsWith('/favicon.ico'))"); len(got) != 1 {
		t.Errorf("the page asked for %v", got)
	}
	if got := show(`e.code = "9876"`); !strings.Contains(got, "9876") {
		t.Errorf("an unknown code shows %q", got)
	}
	// A site without a slash at its end is one, and a broken address is none.
	for base, want := range map[string]string{"https://crm.example/evotor": "https://crm.example/evotor/en/errors/2003/", "https://": "", "javascript:alert(1)": ""} {
		show("e.base = " + strconv.Quote(base))
		if got := eval[string](h.tab, "place.firstChild.shadowRoot.querySelector('a')?.href ?? ''"); got != want {
			t.Errorf("with the base %s the link leads to %q", base, got)
		}
	}
	// A status that is none leaves the element's own text to be read.
	for _, none := range []string{"null", "''", "'x'", "0"} {
		eval[any](h.tab, `place.replaceChildren(Object.assign(document.createElement("evotor-error"), {status: `+none+`, textContent: '{"errors":[{"code":1003}]}'}))`)
		h.wait(`place.firstChild.shadowRoot.querySelector("[part=code]")?.textContent === "1003"`)
	}
	eval[any](h.tab, `place.replaceChildren(Object.assign(document.createElement("evotor-error"), {response: "not JSON"}))`)
	h.wait(`place.firstChild.shadowRoot.textContent.includes("could not be read") && place.firstChild.shadowRoot.querySelector("a").href === ` + strconv.Quote(h.site.url+"en/"))
}

// TestManyElements adds, moves and removes elements; they share one style sheet.
func TestManyElements(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<div id="a"></div><div id="b" dir="rtl"></div>`+script)
	h.start()
	took := eval[float64](h.tab, `(async () => {
		const begin = performance.now();
		const all = document.createDocumentFragment();
		for (let i = 0; i < 500; i++) {
			const e = document.createElement("evotor-error");
			e.code = 2003; e.subject = "field" + i; e.value = i;
			all.append(e);
		}
		a.append(all);
		await Promise.resolve();
		return performance.now() - begin;
	})()`)
	t.Logf("500 elements took %.0f ms", took)
	if got := eval[[]int](h.tab, `[...document.querySelectorAll("evotor-error")].length ? [new Set([...document.querySelectorAll("evotor-error")].map(e => e.shadowRoot.adoptedStyleSheets[0])).size, [...document.querySelectorAll("evotor-error")].filter(e => e.shadowRoot.querySelector("[part=card]")).length] : []`); got[0] != 1 || got[1] != 500 {
		t.Errorf("%d style sheets, %d elements explained", got[0], got[1])
	}
	eval[any](h.tab, `for (const e of [...a.children].slice(0, 100)) b.append(e); for (const e of [...a.children].slice(0, 300)) e.remove(); b.firstChild.value = "moved"`)
	h.wait(`b.firstChild.shadowRoot.querySelector("[part=sentence]").innerText.includes("moved")`)
	if got := eval[string](h.tab, `getComputedStyle(b.firstChild.shadowRoot.querySelector("[part=card]")).direction`); got != "ltr" {
		t.Errorf("in a page from right to left the explanation runs %s", got)
	}
}

// TestTooltip opens and closes the explanation with the keyboard.
func TestTooltip(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<h1>Log</h1><p>Error <evotor-error variant="tooltip" code="1003">1003</evotor-error></p>`+script)
	h.start()
	h.wait("document.querySelector('evotor-error').shadowRoot.querySelector('button')")
	eval[any](h.tab, "document.querySelector('evotor-error').focus()")
	open := "!document.querySelector('evotor-error').shadowRoot.querySelector('[part=panel]').hidden"
	if eval[bool](h.tab, open) {
		t.Error("the tooltip is open from the start")
	}
	eval[any](h.tab, "document.querySelector('evotor-error').shadowRoot.activeElement.click()")
	h.wait(open + " && document.querySelector('evotor-error').shadowRoot.querySelector('button').getAttribute('aria-expanded') === 'true'")
	eval[any](h.tab, "document.querySelector('evotor-error').shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
	h.wait("!(" + open + ")")
	h.accessible("the tooltip")
}

// TestElementsWhileLoading gives the page elements before it knows them, with properties
// set, moved and removed on the way.
func TestElementsWhileLoading(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<div id="a"></div><div id="b"></div><script>
		for (let i = 0; i < 20; i++) {
			const e = document.createElement("evotor-error");
			e.code = 2003; e.subject = "f" + i; e.value = false;
			e.textContent = "2003";
			a.append(e);
		}
		b.append(a.firstChild);
		a.lastChild.remove();
		window.before = b.firstChild.innerText;
	</script>`+script+`<script type="module">a.append(b.firstChild); b.append(a.firstChild);</script>`)
	h.start()
	h.wait("[...document.querySelectorAll('evotor-error')].filter(e => e.shadowRoot?.querySelector('[part=card]')).length === 19")
	if got := eval[string](h.tab, "before"); got != "2003" {
		t.Errorf("before the script the element shows %q", got)
	}
	if got := eval[string](h.tab, "b.firstChild.shadowRoot.querySelector('[part=sentence]').innerText"); !strings.Contains(got, "the value false") {
		t.Errorf("a property set before says %q", got)
	}
}

// TestElementForcedColors wants the card told apart where the system chooses the colours.
func TestElementForcedColors(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<evotor-error code="2003">2003</evotor-error>`+script)
	h.media("", "forced-colors", "active", "prefers-reduced-motion", "reduce")
	h.start()
	h.wait("document.querySelector('evotor-error').shadowRoot.querySelector('[part=card]')")
	if got := eval[string](h.tab, `["[part=card]", "[part=verdict] span"].map(s => getComputedStyle(document.querySelector("evotor-error").shadowRoot.querySelector(s)).borderTopStyle).join()`); got != "solid,solid" {
		t.Errorf("the borders are %s", got)
	}
	if got := eval[int](h.tab, "document.getAnimations().length"); got != 0 {
		t.Errorf("%d things move", got)
	}
}
