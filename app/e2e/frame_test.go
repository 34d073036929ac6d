package e2e

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
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
	// Two questions at once get their own answers.
	codes := eval[[]string](h.tab, `Promise.all(["2001", "1003"].map(c => document.querySelector("evotor-error-decoder").decode('{"errors":[{"code":' + c + '}]}').then(r => r.responses[0].errors[0].code)))`)
	if strings.Join(codes, " ") != "2001 1003" {
		t.Errorf("the answers are %v", codes)
	}
}

// TestDecoderFails wants a promise kept where the tool cannot start.
func TestDecoderFails(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", framed)
	h.site.lose()
	h.expect("404")
	h.start()
	got := eval[string](h.tab, "document.querySelector('evotor-error-decoder').decode('x').catch(e => e.message)")
	if got != "the tool cannot start in this browser" {
		t.Errorf("decode says %q", got)
	}
	for element, want := range map[string]string{
		"document.createElement('evotor-error-decoder')":                                                     "the element is gone",
		"(e => (e.setAttribute('base', 'javascript:1'), e))(document.createElement('evotor-error-decoder'))": "invalid base javascript:1",
	} {
		got := eval[string](h.tab, "(e => { document.body.append(e); const answer = e.decode('x').catch(e => e.message); e.remove(); return answer })("+element+")")
		if got != want {
			t.Errorf("decode says %q, want %q", got, want)
		}
	}
}

// TestLazyFrame wants the tool loaded when it comes into view, not before.
func TestLazyFrame(t *testing.T) {
	t.Parallel()
	h := newHost(t, "", script+`<p style="height: 5000px">far away</p><evotor-error-decoder></evotor-error-decoder>`)
	h.start()
	eval[any](h.tab, "new Promise(r => setTimeout(r, 300))")
	if eval[bool](h.tab, "!!document.querySelector('evotor-error-decoder').shadowRoot.querySelector('iframe').src") {
		t.Error("the frame is loaded out of view")
	}
	eval[any](h.tab, "document.querySelector('evotor-error-decoder').scrollIntoView()")
	h.wait("document.querySelector('evotor-error-decoder').shadowRoot.querySelector('iframe').src")
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
		for (let n = 0; n < 100 && !log.includes("good report"); n++) await new Promise(r => setTimeout(r, 100));
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
	h.wait("document.querySelector('evotor-error-decoder').shadowRoot.querySelector('iframe').src")
	got := eval[string](h.tab, "Promise.race([document.querySelector('evotor-error-decoder').decode('x').then(() => 'answered'), new Promise(r => setTimeout(() => r('silent'), 3000))])")
	if got != "silent" {
		t.Errorf("the frame %s", got)
	}
}
