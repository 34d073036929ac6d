package e2e

import (
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A host is a page of a partner, on an origin of its own, with the elements in it.
type host struct {
	*tab
	site   *site
	url    string
	header http.Header
	head   string // of the page
}

// newHost serves body as a page under the policy; {site} in it is the address of our site.
func newHost(t *testing.T, policy, body string) *host {
	t.Helper()
	h := &host{site: newSite(t, "/help/"), tab: newTab(t), header: http.Header{"Content-Type": {"text/html; charset=utf-8"}}, head: "<title>host</title>"}
	h.tab.most = 2
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), h.header)
		if policy != "" {
			w.Header().Set("Content-Security-Policy", strings.ReplaceAll(policy, "{site}", h.site.url))
		}
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		io.WriteString(w, strings.ReplaceAll(`<!doctype html><html lang="en"><head>`+h.head+`</head><body><main>`+body+`</main></body></html>`, "{site}", h.site.url))
	}))
	t.Cleanup(page.Close)
	h.url = page.URL + "/"
	return h
}

func (h *host) start() {
	h.Helper()
	h.open(h.url)
	h.wait("customElements.get('evotor-error')")
	eval[any](h.tab, `void (globalThis.at = (id) => document.getElementById(id),
		globalThis.inside = (id, part) => at(id).shadowRoot.querySelector("[part~='" + part + "']"),
		globalThis.said = (id) => inside(id, "sentence")?.textContent ?? inside(id, "message")?.textContent ?? "")`)
}

// check wants JavaScript expressions to have values.
func (h *host) check(want map[string]any) {
	h.Helper()
	for js, want := range want {
		if got := eval[any](h.tab, "(async () => ("+js+"))()"); fmt.Sprint(got) != fmt.Sprint(want) {
			h.Errorf("%s is %v, want %v", js, got, want)
		}
	}
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

// integrity is the hash of a script as its tag has it.
func integrity(script []byte) string {
	sum := sha512.Sum384(script)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// TestStrictHost admits the script by its hash alone, no style, and enforces Trusted Types.
func TestStrictHost(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/help/")
	hash := integrity(s.get(t, "v1/embed.en.js"))
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

// TestHostileHost has global styles, more members of built-ins than there should be, and other
// elements of the same name.
func TestHostileHost(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<script>Array.prototype.extra = Object.prototype.extra = () => 1;</script>
		<style>* { all: unset !important; color: red !important }</style>`+script+script+`<script src="{site}v1.0.0/embed.en.js" defer></script>
		<evotor-error id="a" code="1005" subject="deviceUuid">1005</evotor-error><evotor-error id="b">{"errors":[{"code":2002,"reason":"missing","subject":"token"}]}</evotor-error>`)
	h.start()
	h.wait("document.readyState === 'complete' && inside('b', 'card')")
	h.check(map[string]any{
		"said('a').slice(0, 4)": "1005",
		"said('b').slice(0, 4)": "2002",
		"getComputedStyle(inside('a', 'meaning')).color === 'rgb(255, 0, 0)'": false,
		"getComputedStyle(inside('a', 'card')).display":                       "block",
	})

	foreign := newHost(t, "", `<script>customElements.define("evotor-error", class Foreign extends HTMLElement {})</script>`+script+`<evotor-error code="2003">mine</evotor-error>`)
	foreign.start()
	foreign.wait("customElements.get('evotor-error-decoder')")
	foreign.check(map[string]any{"document.querySelector('evotor-error').constructor.name + document.querySelector('evotor-error').textContent": "Foreignmine"})
}

// TestElementReads passes in what a host may have, in every way there is.
func TestElementReads(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", script+`<div id="place"></div>`)
	h.start()
	eval[any](h.tab, `void (globalThis.show = (set, text) => {
		const e = document.createElement("evotor-error");
		e.id = "e";
		if (text !== undefined) e.textContent = text;
		set(e);
		place.replaceChildren(e);
		return new Promise((resolve) => {
			e.addEventListener("evotor-error-decoded", () => resolve(said("e")), {once: true});
			e.addEventListener("evotor-error-failed", ({detail}) => resolve(detail.reason), {once: true});
		});
	}, globalThis.body = (code) => ({errors: [{code}]}), globalThis.cyclic = {}, cyclic.self = cyclic)`)
	field := func(set string) string { return "show((e) => { e.code = 2003; e.subject = 'field'; " + set + " })" }
	for set, want := range map[string]string{
		`e.value = "<img src=x onerror=alert(1)><b>"`: "<img src=x onerror=alert(1)><b>",
		`e.value = false`:                  "false",
		`e.value = null`:                   "null",
		`e.value = 0`:                      "0",
		`e.value = {a: [1]}`:               `{"a":[1]}`,
		`e.setAttribute("value", "false")`: "false",
		`e.value = "x".repeat(100000)`:     "…",
		`e.value = "🙂".repeat(500)`:        "🙂…🙂",
		`e.value = "javascript:alert(1)"`:  "javascript:alert(1)",
		`e.value = cyclic`:                 "Field field",
		`e.code = "9876"`:                  "9876",
	} {
		if got := eval[string](h.tab, field(set)); !strings.Contains(got, want) || len(got) > 600 || strings.Contains(got, "\ufffd") {
			t.Errorf("%s: shows %.300q, want %q in it", set, got, want)
		}
	}
	// The response comes first, then the code, then what stands between the tags, then the status.
	for show, want := range map[string]string{
		"show((e) => { e.response = body(1003); e.code = 2003 }, '{\"errors\":[{\"code\":1004}]}')": "1003",
		"show((e) => { e.code = 2003; e.status = 400 }, '{\"errors\":[{\"code\":1004}]}')":          "2003",
		"show((e) => { e.status = 402 }, '{\"errors\":[{\"code\":1004}]}')":                         "1004",
		"show((e) => { e.status = 402 }, ' 1004 ')":                                                 "1004",
		"show((e) => { e.status = 402 }, 'Payment Required')":                                       "The application is not on every terminal",
		"show((e) => { e.status = 402 }, '{\"errors\":[{\"code\":1004')":                            "unreadable",
		"show((e) => { e.setAttribute('code', '1003'); e.code = 2003; e.code = undefined })":        "empty",
		"show((e) => { e.code = 2003; e.setAttribute('code', '1003') })":                            "1003",
		"show((e) => { e.status = null }, '{\"errors\":[{\"code\":1003}]}')":                        "1003",
		"show((e) => { e.status = 0 }, '{\"errors\":[{\"code\":1003}]}')":                           "1003",
		// What an HTTP client has.
		"show((e) => { e.response = {status: 402, data: body(1004), config: cyclic, headers: {}} })":                    "1004",
		"show((e) => { e.response = Object.assign(new Error('x'), {response: {status: 402, data: '', headers: {}}}) })": "The application is not on every terminal",
		"show((e) => { e.response = {name: 'HttpErrorResponse', status: 401, error: body(1003), headers: {}} })":        "1003",
		"show((e) => { e.response = {status: 401, responseText: JSON.stringify(body(1003))} })":                         "1003",
		"show((e) => { e.response = [{status: 401, data: body(1003)}, {status: 402, data: body(1004)}] })":              "1003",
		"show((e) => { e.response = [body(1005), 5] })":                                                                 "unreadable",
		"show((e) => { e.status = 402; e.response = new Response('{}') })":                                              "unreadable",
		"show((e) => { e.response = 'HTTP/1.1 402\\n\\n{}' })":                                                          "unreadable",
		"show((e) => { e.response = cyclic })":                                                                          "unreadable",
		"show((e) => { e.response = {get errors() { throw new Error('no') }} })":                                        "unreadable",
		"show((e) => {})": "empty",
	} {
		if got := eval[string](h.tab, show); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", show, got, want)
		}
	}
	h.check(map[string]any{
		"(e => (e.value = false, e.value === false))(document.createElement('evotor-error'))": true,
		// Several responses are several cards, and what cannot be read leads to the tool.
		"show((e) => { e.response = [body(1003), body(1004)] }).then(() => at('e').shadowRoot.querySelectorAll('[part=card]').length)":                       2,
		"show((e) => { e.response = 'x' }).then(() => inside('e', 'message').textContent.startsWith('Could not be read: the body of a response is needed'))": true,
		"show((e) => { e.response = 'x' }).then(() => inside('e', 'link').href === '" + h.site.url + "en/')":                                                 true,
		// The report is there without an event, before it is drawn and out of the page too.
		"(e => (e.response = body(1003), e.report.responses[0].errors[0].code))(document.createElement('evotor-error'))": "1003",
		"(e => (e.response = 'x', e.report))(document.createElement('evotor-error'))":                                    "<nil>",
		"Object.keys(customElements.get('evotor-error').explain(body(1003), 401, 'en').responses[0].errors[0]).sort()":   "[actor code explanation help known page retry title]",
		// Without a sign of who answered, what to do in the other case stands too.
		"show((e) => { e.response = body(1001) }).then(() => [...at('e').shadowRoot.querySelectorAll('[part=case]')].length)": 1,
		// More than 50 errors are not all drawn.
		"show((e) => { e.response = {errors: Array(60).fill({code: 2001})} }).then(() => at('e').shadowRoot.querySelectorAll('[part=card]').length + inside('e', 'message').textContent)": "50+10 Decode it in the tool",
	})
	// What is told is told once.
	h.check(map[string]any{`(async () => {
		let n = 0;
		await show((e) => { e.code = 1003; e.addEventListener("evotor-error-decoded", () => n++) });
		for (let i = 0; i < 5; i++) { place.before(at("e")); place.append(at("e")); await 0; }
		at("e").code = 1003;
		await new Promise((r) => setTimeout(r));
		at("e").code = 1004;
		await new Promise((r) => setTimeout(r));
		return n;
	})()`: 2})
	if got := eval[int](h.tab, "document.querySelectorAll('evotor-error')[0].shadowRoot.querySelectorAll('img, script, b').length"); got != 0 {
		t.Error("a value became markup")
	}
	// The element needs nobody: it has asked for nothing.
	if got := eval[[]string](h.tab, "performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.endsWith('/favicon.ico'))"); len(got) != 1 {
		t.Errorf("the page asked for %v", got)
	}
	// A site without a slash at its end is one, and a broken address is none, which is said once.
	h.expect("set base")
	for base, want := range map[string]string{"https://crm.example/evotor": "https://crm.example/evotor/en/errors/2003/", "https://": "", "javascript:alert(1)": ""} {
		h.check(map[string]any{field("e.base = "+strconv.Quote(base)) + ".then(() => inside('e', 'link')?.href ?? '')": want})
	}
	// In the document of a frame it keeps its style.
	h.check(map[string]any{`(async () => {
		await show((e) => { e.code = 1003 });
		const frame = document.createElement("iframe");
		document.body.append(frame);
		frame.contentDocument.body.append(at("e"));
		const e = frame.contentDocument.getElementById("e");
		return getComputedStyle(e.shadowRoot.querySelector("[part=card]")).borderTopWidth;
	})()`: "1px"})
}

// TestCopiedScript has the script from an address that is not the site's: it links nowhere and says
// so once, until it is told where the site is.
func TestCopiedScript(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<evotor-error id="a" code="1003"></evotor-error><evotor-error id="b" code="1004"></evotor-error><evotor-error id="c" code="1005" base="{site}"></evotor-error><script>
		window.warned = [];
		console.warn = (text) => warned.push(text);
		fetch("{site}v1/embed.en.js").then((r) => r.blob()).then((copy) => document.body.append(Object.assign(document.createElement("script"), {src: URL.createObjectURL(copy)})));
	</script>`)
	h.start()
	h.wait("inside('c', 'card')")
	h.check(map[string]any{
		"['a', 'b', 'c'].map(id => !!inside(id, 'link')).join()": "false,false,true",
		"warned.join()": "evotor-error: set base, the address of your copy of the site",
	})
	h.check(map[string]any{"(customElements.get('evotor-error').base = 'https://crm.example/evotor', at('a').code = 1001, new Promise(r => setTimeout(r))).then(() => inside('a', 'link').href)": "https://crm.example/evotor/en/errors/1001/"})
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

// TestTooltip opens, changes and closes explanations behind codes.
func TestTooltip(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<h1>Log</h1><div style="position: relative; overflow: hidden; height: 3em; margin-top: 20px">Errors
		<evotor-error id="a" variant="tooltip" code="1003">1003</evotor-error> <evotor-error id="b" variant="tooltip" code="1004"></evotor-error></div>
		<div style="height: 3000px"></div>`+script)
	h.do(chromedp.EmulateViewport(360, 640))
	h.start()
	h.wait("inside('a', 'button') && inside('b', 'button')")
	open := func(id string) string { return "inside('" + id + "', 'panel').matches(':popover-open')" }
	click := func(js string) {
		t.Helper()
		at := eval[[]float64](h.tab, "(r => [r.x + r.width / 2, r.y + r.height / 2])(("+js+").getClientRects()[0])")
		h.do(chromedp.MouseClickXY(at[0], at[1]))
	}
	click("inside('a', 'button')")
	h.wait(open("a") + " && " + "inside('a', 'panel').getBoundingClientRect().top > inside('a', 'button').getBoundingClientRect().bottom")
	h.check(map[string]any{
		// It lies in the window, over what would cut it, and the button is named without a text.
		"(r => r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight)(inside('a', 'panel').getBoundingClientRect())": true,
		"(r => document.elementFromPoint(r.left + 20, r.top + 60)?.id)(inside('a', 'panel').getBoundingClientRect())":          "a",
		"document.activeElement.id + inside('b', 'button').firstChild.textContent":                                             "a1004",
	})
	h.check(map[string]any{
		"(at('a').setAttribute('code', '1005'), new Promise(r => setTimeout(r))).then(() => said('a').slice(0, 4) + " + open("a") + " + at('a').shadowRoot.activeElement?.getAttribute('part'))": "1005truebutton",
	})
	h.check(map[string]any{
		"(inside('a', 'link').focus(), at('a').setAttribute('code', '1006'), new Promise(r => setTimeout(r))).then(() => at('a').shadowRoot.activeElement?.ariaLabel + " + open("a") + ")": "Learn more: 1006true",
	})
	h.press('\u001b')
	h.wait("!" + open("a") + " && at('a').shadowRoot.activeElement === inside('a', 'button')")
	// One at a time, and none after a click elsewhere.
	click("inside('a', 'button')")
	h.wait(open("a"))
	click("inside('b', 'button')")
	h.wait(open("b") + " && !" + open("a") + "")
	click("inside('b', 'button')")
	h.wait("!" + open("b"))
	click("inside('b', 'button')")
	h.wait(open("b"))
	h.accessible("the tooltip")
	eval[any](h.tab, "scrollTo(0, 0)") // axe-core scrolls
	click("document.querySelector('h1')")
	h.wait("!" + open("b"))
	// At the foot of the window it opens upwards, and it goes with its code, to the other side at the top.
	eval[any](h.tab, "document.querySelector('h1').style.marginTop = document.body.style.paddingBottom = innerHeight + 'px', scrollTo(0, inside('a', 'button').getBoundingClientRect().bottom + scrollY - innerHeight + 20)")
	click("inside('a', 'button')")
	h.wait(open("a") + " && inside('a', 'panel').getBoundingClientRect().bottom <= inside('a', 'button').getBoundingClientRect().top")
	// Chromium keeps the side of a panel that was not drawn yet.
	eval[any](h.tab, "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))).then(() => scrollBy(0, inside('a', 'button').getBoundingClientRect().top - 10))")
	h.wait("inside('a', 'panel').getBoundingClientRect().top > inside('a', 'button').getBoundingClientRect().bottom")
}

// TestElementWhileLoading has a script that runs before what it explains is there, elements with
// properties before they are defined, and texts that change in place as frameworks change them.
func TestElementWhileLoading(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<script>
		window.log = [];
		for (const name of ["decoded", "failed"]) addEventListener("evotor-error-" + name, ({target, detail}) => log.push(target.id + " " + (detail.responses?.[0].errors[0]?.code ?? detail.reason ?? "status")));
		const e = document.createElement("evotor-error");
		e.id = "early"; e.code = 2003; e.subject = "f"; e.value = false; e.textContent = "2003";
		document.currentScript.before(e);
		window.before = e.innerText;
	</script><script src="{site}v1/embed.en.js"></script>
	<evotor-error id="a" status="402">{"errors":[{"code":1004}]}</evotor-error><evotor-error id="b">`+strings.Repeat(" ", 70000)+`{"errors":
		<!-- --><span>[{"code":1005}]}</span></evotor-error><evotor-error id="c" status="402">Payment Required</evotor-error><evotor-error id="d"></evotor-error>`)
	h.start()
	h.wait("log.length === 5")
	h.check(map[string]any{
		"before":                  "2003",
		"log.sort().join()":       "a 1004,b 1005,c status,d empty,early 2003",
		"said('early').slice(-9)": "s invalid",
	})
	eval[any](h.tab, `void (at("a").firstChild.data = '{"errors":[{"code":1003}]}', at("b").querySelector("span").firstChild.data = '[{"code":2004}]}', at("c").textContent = '{"errors":[{"code":1006}]}', at("d").append("1007"))`)
	h.wait("['a', 'b', 'c', 'd'].map(id => said(id).slice(0, 4)).join() === '1003,2004,1006,1007'")
}

// TestElementInItsPlace has elements in a page of another encoding, from a server that names none,
// laid out, coloured and translated by the page.
func TestElementInItsPlace(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<style>
			.m { margin: 16px; max-width: 300px; grid-column: 2; position: relative; }
			.dark { background: #111; color: #eee; font: italic 20px serif; }
		</style>
		<div class="dark"><evotor-error id="inline" variant="inline" code="1005">1005</evotor-error><evotor-error id="tip" variant="tooltip" code="1005">1005</evotor-error></div>
		<div style="display: grid; grid-template-columns: 1fr 1fr; letter-spacing: 5px; text-transform: uppercase"><evotor-error id="m" class="m" code="1004">1004</evotor-error></div>
		<evotor-error id="gone" style="display: none" code="1004"></evotor-error><evotor-error id="hidden" hidden code="1004"></evotor-error>
		<div style="color-scheme: dark"><evotor-error id="dark" code="1004"></evotor-error></div><evotor-error id="theme" theme="dark" code="1004"></evotor-error>
		<p lang="en-GB"><evotor-error id="en" code="1003"></evotor-error></p><evotor-error id="own" lang="en" code="1003"></evotor-error>
		<div id="shadow" lang="en"></div><evotor-error id="de" lang="de" code="1003"></evotor-error>
		<style>#m { --evotor-merchant: rgb(1, 2, 3) }</style>
		<script src="{site}v1/en.js" defer></script><script src="{site}v1/embed.ru.js" defer></script>`)
	h.head = `<meta charset="windows-1251"><title>host</title>`
	h.header = http.Header{"Content-Type": {"text/html"}}
	h.site.change = func(r *http.Response) {
		r.Header.Set("Content-Type", strings.TrimSuffix(r.Header.Get("Content-Type"), "; charset=utf-8"))
	}
	h.start()
	eval[any](h.tab, `void (document.documentElement.lang = "ru", at("shadow").attachShadow({mode: "open"}).append(at("own").cloneNode()), at("shadow").shadowRoot.firstChild.removeAttribute("lang"))`)
	h.wait("at('shadow').shadowRoot.firstChild.shadowRoot.querySelector('[part=card]')")
	style := func(id, part, name string) string {
		if part == "" {
			return "getComputedStyle(at('" + id + "'))." + name
		}
		return "getComputedStyle(inside('" + id + "', '" + part + "'))." + name
	}
	h.check(map[string]any{
		"document.characterSet": "windows-1251",
		"said('m')":             "1004 Подписка пользователя истекла, нужна оплата",
		// The box is the page's, the card inside is not.
		style("m", "", "marginTop") + " + " + style("m", "", "maxWidth") + " + " + style("m", "", "gridColumnStart"):              "16px300px2",
		style("m", "card", "letterSpacing") + " + " + style("m", "card", "textTransform"):                                         "normalnone",
		style("gone", "", "display") + " + " + style("hidden", "", "display") + " + " + style("inline", "", "display"):            "nonenoneinline",
		style("inline", "sentence", "color") + " + " + style("inline", "link", "color") + " + " + style("tip", "button", "color"): strings.Repeat("rgb(238, 238, 238)", 3),
		style("inline", "sentence", "fontStyle") + " + " + style("tip", "button", "fontSize"):                                     "italic20px",
		style("dark", "card", "backgroundColor") + " + " + style("theme", "card", "backgroundColor"):                              "rgb(28, 31, 32)rgb(28, 31, 32)",
		style("m", "card", "backgroundColor") + " + " + style("m", "merchant", "color"):                                           "rgb(255, 255, 255)rgb(1, 2, 3)",
		// Each speaks the nearest language that there is, and says so.
		"[at('en'), at('own'), at('shadow').shadowRoot.firstChild, at('de'), at('m')].map(e => e.shadowRoot.firstChild.lang).join()": "en,en,en,ru,ru",
		"['en', 'm'].map(id => inside(id, 'card').ariaLabel).join()":                                                                 "1003: User token expired,1004: Подписка истекла, нужна оплата",
		"inside('en', 'link').ariaLabel + inside('en', 'link').href.slice(-16)":                                                      "Learn more: 1003/en/errors/1003/",
	})
	h.check(map[string]any{
		"(document.documentElement.lang = 'en', new Promise(r => setTimeout(r))).then(() => said('m').slice(0, 21) + inside('m', 'card').lang)": "1004 The user’s subscen",
	})
	eval[any](h.tab, "void inside('m', 'meaning').click()")
	h.check(map[string]any{"document.activeElement.localName": "body"})
	h.media("print")
	h.check(map[string]any{style("theme", "card", "backgroundColor"): "rgb(255, 255, 255)"})
	h.media("", "forced-colors", "active", "prefers-reduced-motion", "reduce")
	h.check(map[string]any{
		style("m", "card", "borderTopStyle") + " + " + style("m", "merchant", "borderTopStyle"): "solidsolid",
		"document.getAnimations().length": 0,
	})
}

// TestConfigurator fills in the form of the guide, which makes a snippet and shows it live.
func TestConfigurator(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url + "en/guide/embedding/")
	script := `<script src="` + s.url + `v1/embed.en.js" defer></script>` + "\n"
	for _, c := range []struct{ code, live, snippet string }{
		{"2003", "deviceUuid", `<evotor-error code="2003" reason="incorrect" subject="deviceUuid" value="null">2003</evotor-error>`},
		{"404", "object not found", `<evotor-error status="404">404</evotor-error>`},
		{`"<`, `"<`, `<evotor-error code="&quot;&lt;" reason="incorrect" subject="deviceUuid" value="null">&quot;&lt;</evotor-error>`},
	} {
		eval[any](tab, "(form.elements.code.value = "+strconv.Quote(c.code)+", form.dispatchEvent(new Event('input')))")
		tab.wait("live.firstChild.shadowRoot?.textContent.includes(" + strconv.Quote(c.live) + ")")
		if got := eval[string](tab, "snippet.textContent"); got != script+c.snippet {
			t.Errorf("the snippet is %s, want %s", got, script+c.snippet)
		}
	}
}
