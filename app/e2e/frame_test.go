package e2e

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
)

const framed = script + `<evotor-error-decoder></evotor-error-decoder>`

// TestDecoderElement hands a text to the tool in its frame and reads the report.
func TestDecoderElement(t *testing.T) {
	t.Parallel()
	h := newHost(t, "default-src 'none'; script-src {site}; frame-src {site}; style-src 'none'", framed)
	h.start()
	got := eval[map[string]any](h.tab, "document.querySelector('evotor-error-decoder').decode("+strconv.Quote(curl)+")")
	responses, _ := got["responses"].([]any)
	if len(responses) != 1 || responses[0].(map[string]any)["direction"] != "to-cloud" {
		t.Errorf("the report is %v", got)
	}
	// Its height is that of its content.
	h.wait("document.querySelector('evotor-error-decoder').shadowRoot.querySelector('iframe').offsetHeight > 700")
	if err := reportSchema(t).Validate(got); err != nil {
		t.Error(err)
	}
	// An object is a body, and its answer is told as an event.
	h.check(map[string]any{`(async () => {
		const decoder = document.querySelector("evotor-error-decoder");
		const told = new Promise((resolve) => decoder.addEventListener("evotor-error-decoded", ({detail}) => resolve(detail), {once: true}));
		const {responses: [r], help} = await decoder.decode({errors: [{code: 1004, reason: "payment required"}]});
		return [r.errors[0].code, r.repairs.length, help[1004].steps[0].for, (await told).responses[0].errors[0].code];
	})()`: "[1004 0 merchant 1004]"})
	// Two questions at once get their own answers.
	codes := eval[[]string](h.tab, `Promise.all(["2001", "1003"].map(c => document.querySelector("evotor-error-decoder").decode('{"errors":[{"code":' + c + '}]}').then(r => r.responses[0].errors[0].code)))`)
	if strings.Join(codes, " ") != "2001 1003" {
		t.Errorf("the answers are %v", codes)
	}
}

// TestDecoderReadsBeside has a large text read beside the page in the frame, once.
func TestDecoderReadsBeside(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url + "embed/demo/")
	got := eval[[]int](tab, `(async () => {
		const decoder = document.createElement("evotor-error-decoder");
		document.body.append(decoder);
		await decoder.decode("x");
		const {contentWindow} = decoder.shadowRoot.querySelector("iframe");
		let asked = 0;
		const {evotorMessage} = contentWindow;
		contentWindow.evotorMessage = (...args) => (asked++, evotorMessage(...args));
		const {responses} = await decoder.decode('2026-11-24 INFO all is well\n'.repeat(2000) + '{"errors":[{"code":2003}]}\n{"errors":[{"code":1005}]}');
		return [responses.length, asked];
	})()`)
	if got[0] != 2 || got[1] != 0 {
		t.Errorf("%d responses are found, and the page's own program is asked %d times", got[0], got[1])
	}
}

// TestDecoderFails wants each text answered, with a reason, whatever keeps the tool away, and no
// hole where it would have been.
func TestDecoderFails(t *testing.T) {
	t.Parallel()
	h := newHost(t, "frame-src {site}", `<script>const wait = setTimeout; setTimeout = (f, time, ...rest) => wait(f, time > 5000 ? time / 2 : time, ...rest);</script>`+framed+
		`<evotor-error-decoder id="policy" base="http://127.0.0.1:1/"></evotor-error-decoder><evotor-error-decoder id="base" base="javascript:1"></evotor-error-decoder><div id="place"></div>`)
	h.site.lose()
	h.expect("404")
	h.expect("set base")
	h.expect("violates the following Content Security Policy")
	h.start()
	answer := func(element string) string { return element + ".decode('x').then(() => 'answered', e => e.message)" }
	h.check(map[string]any{
		answer("document.querySelector('evotor-error-decoder')"): "the tool cannot start in this browser",
		answer("at('policy')"): "silent",
		answer("at('base')"):   "base",
		answer("document.createElement('evotor-error-decoder')"):                                                                                    "slow",
		"(e => { place.append(e); const answer = " + answer("e") + "; e.remove(); return answer })(document.createElement('evotor-error-decoder'))": "gone",
		"(e => { const answer = " + answer("e") + "; place.append(e); return answer })(document.createElement('evotor-error-decoder'))":             "the tool cannot start in this browser",
	})
	h.check(map[string]any{
		"[at('policy'), at('base')].map(e => e.offsetHeight < 100 && e.shadowRoot.textContent.trim()).join()": "The tool did not load. Decode it in the tool,The tool did not load.",
		"at('policy').shadowRoot.querySelector('a').href":                                                     "http://127.0.0.1:1/en/",
	})
}

// TestIsolatedHost has a page that admits only frames that ask for the same of theirs.
func TestIsolatedHost(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", framed)
	h.header.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.start()
	// A text that is too long is answered by the frame without the program.
	h.check(map[string]any{"document.querySelector('evotor-error-decoder').decode('x'.repeat(9e6)).catch(e => e.message)": "the text is too long"})
	// Files are copied and links open from the frame.
	h.check(map[string]any{"document.querySelector('evotor-error-decoder').shadowRoot.querySelector('iframe').allow": "clipboard-write"})
}

// TestLazyFrame wants the tool loaded when it comes into view, not before.
func TestLazyFrame(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", script+`<p style="height: 5000px">far away</p><evotor-error-decoder></evotor-error-decoder>`)
	h.start()
	eval[any](h.tab, "new Promise(r => setTimeout(r, 300))")
	asked := func() bool {
		h.site.mu.Lock()
		defer h.site.mu.Unlock()
		return h.site.sent["/en/embed/"] > 0
	}
	if asked() {
		t.Error("the frame is loaded out of view")
	}
	eval[any](h.tab, "document.querySelector('evotor-error-decoder').scrollIntoView()")
	if !comes(asked) {
		t.Error("the frame is not loaded in view")
	}
}

// TestSandboxedFrame runs the tool where it has no origin and no storage.
func TestSandboxedFrame(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<script>
		addEventListener("message", ({source, origin, data}) => {
			if (data?.type !== "loaded") return;
			const {port1, port2} = new MessageChannel();
			port1.onmessage = ({data}) => data.type === "report" && (window.got = data.report);
			source.postMessage({ns: "evotor-error", version: 1, type: "hello"}, "*", [port2]);
			port1.postMessage({ns: "evotor-error", version: 1, type: "decode", id: 1, text: '{"errors":[{"code":2004}]}'});
			window.origin_ = origin;
		});
	</script><iframe sandbox="allow-scripts" src="{site}en/embed/" width="600" height="600" title="tool"></iframe>`)
	h.open(h.url)
	h.wait("window.got?.responses[0].errors[0].code === '2004'")
	if got := eval[string](h.tab, "origin_"); got != "null" {
		t.Errorf("the frame's origin is %s", got)
	}
}

// TestChannelUnderAttack floods the frame with what it must ignore, and then uses it.
func TestChannelUnderAttack(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", `<iframe id="f" src="{site}en/embed/" title="tool"></iframe><iframe id="other" srcdoc="<p>other</p>" title="other"></iframe>`)
	h.open(h.url)
	h.wait("f.contentWindow.length === 0 && performance.getEntriesByType('resource').some(e => e.name.endsWith('/en/embed/') && e.responseEnd)")
	got := eval[[]string](h.tab, `new Promise(async (resolve) => {
		const log = [];
		const channel = (hello) => {
			const {port1, port2} = new MessageChannel();
			port1.onmessage = ({data}) => log.push(hello.tag + " " + data.type);
			f.contentWindow.postMessage(hello, "*", [port2]);
			port1.postMessage({ns: "evotor-error", version: 1, type: "decode", id: 1, text: '{"errors":[{"code":2004}]}'});
			return port1;
		};
		await new Promise(r => setTimeout(r, 500));
		for (let i = 0; i < 2000; i++) f.contentWindow.postMessage({ns: "evotor-error", version: 1, type: "decode", id: i, text: "x"}, "*");
		const cyclic = {}; cyclic.self = cyclic;
		for (const m of [null, 1, "hello", [], cyclic, {ns: "other"}, new Map(), {ns: "evotor-error", version: 1, type: "hello"}]) f.contentWindow.postMessage(m, "*");
		channel({tag: "wrong-ns", ns: "x", version: 1, type: "hello"});
		channel({tag: "wrong-version", ns: "evotor-error", version: 2, type: "hello"});
		const good = channel({tag: "good", ns: "evotor-error", version: 1, type: "hello"});
		channel({tag: "second", ns: "evotor-error", version: 1, type: "hello"});
		for (const m of [null, 7, {type: "decode"}, {ns: "evotor-error", version: 1, type: "decode", id: "x", text: {}}, {ns: "evotor-error", version: 1, type: "decode", id: 2, text: "y".repeat(9 << 20)}, {ns: "evotor-error", version: 1, type: "theme", theme: "<script>"}]) good.postMessage(m);
		for (let n = 0; n < 600 && !log.includes("good report"); n++) await new Promise(r => setTimeout(r, 100));
		await new Promise(r => setTimeout(r, 300));
		resolve([...new Set(log)].sort());
	})`)
	if want := "good error,good height,good report"; strings.Join(got, ",") != want {
		t.Errorf("the frame answered %v, want %s", got, want)
	}
}

// TestForbiddenHost wants the frame deaf to hosts that the site does not list.
func TestForbiddenHost(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", framed)
	h.site.change = func(r *http.Response) {
		if !strings.HasSuffix(r.Request.URL.Path, "/embed/") {
			return
		}
		body, _ := io.ReadAll(r.Body)
		body = bytes.ReplaceAll(body, []byte(`data-hosts="*"`), []byte(`data-hosts="https://crm.example"`))
		r.Body = io.NopCloser(bytes.NewReader(body))
		r.ContentLength = int64(len(body))
		r.Header.Set("Content-Length", strconv.Itoa(len(body)))
	}
	h.start()
	h.check(map[string]any{
		"document.querySelector('evotor-error-decoder').decode('x').catch(e => e.message)":     "refused",
		"document.querySelector('evotor-error-decoder').decode('x').catch(e => 2 + e.message)": "2refused",
	})
}

// TestBarePagesFit wants each code's page whole in the frame that the guide and oEmbed make, down
// to a phone's width, and its link open another page that runs.
func TestBarePagesFit(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.open(s.url + "en/guide/embedding/")
	frame := regexp.MustCompile(`width="640" height="(\d+)" title="2003: [^"]+" sandbox="allow-popups allow-popups-to-escape-sandbox"`).FindStringSubmatch(tab.text("article"))
	if frame == nil {
		t.Fatal("the guide has no frame of a code")
	}
	var paths []string
	for _, e := range catalog.All() {
		if path, ok := strings.CutPrefix(e.Page(), "errors/"); ok && e.Status != 0 {
			paths = append(paths, "/embed/"+path, "/en/embed/"+path)
		}
	}
	data, err := json.Marshal(paths)
	if err != nil {
		t.Fatal(err)
	}
	tab.open(s.url + "embed/2003/")
	for _, path := range eval[[]string](tab, `Promise.all(`+string(data)+`.map(async (src) => {
		const frame = Object.assign(document.createElement("iframe"), {src, width: 360, height: `+frame[1]+`});
		await new Promise((loaded) => (frame.onload = loaded, document.body.append(frame)));
		const {scrollHeight, clientHeight} = frame.contentDocument.documentElement;
		frame.remove();
		return scrollHeight > clientHeight ? src + " " + scrollHeight : "";
	})).then(list => list.filter(Boolean))`) {
		t.Errorf("more than %s high: %s", frame[1], path)
	}
}
