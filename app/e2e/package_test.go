package e2e

import (
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	site_ "evotor-errors/app/site"
	"evotor-errors/app/site/page"
)

// A description is what custom-elements.json says of an element.
type description struct {
	TagName                                                     string
	Attributes, Members, Events, Slots, CSSProperties, CSSParts []struct {
		Name   string
		Static bool
	}
}

// described reads a description of the elements: that of <evotor-error> comes first.
func described(t *testing.T, data []byte) []description {
	t.Helper()
	var manifest struct {
		Modules []struct{ Declarations []description }
	}
	if err := json.Unmarshal(data, &manifest); err != nil {
		t.Fatal(err)
	}
	return manifest.Modules[0].Declarations
}

// makePackage makes the npm package of the element.
func makePackage() (site_.Tree, error) {
	docs, err := page.Load(os.DirFS("../../docs"), nil)
	if err != nil {
		return nil, err
	}
	return site_.Package(site_.Input{Docs: docs, Web: os.DirFS("../../web"), Base: "https://example.com/evotor/"})
}

// packed is the package in a folder.
func packed(t *testing.T) (dir string) {
	t.Helper()
	tree, err := makePackage()
	if err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(t.TempDir(), "package")
	if err := site_.Write(dir, tree); err != nil {
		t.Fatal(err)
	}
	return dir
}

// inPackage runs a program in the package's folder.
func inPackage(t *testing.T, dir, program string, args ...string) []byte {
	t.Helper()
	c := exec.Command(program, args...)
	c.Dir, c.Stderr = dir, os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", program, args, err, out)
	}
	return out
}

// TestPackage packs with npm, and imports what is packed where there is no page, as a server does.
func TestPackage(t *testing.T) {
	t.Parallel()
	dir := packed(t)
	if !testing.Short() {
		packsAll(t, dir)
	}
	data, err := os.ReadFile(dir + "/CHANGELOG.md")
	if err != nil || !strings.Contains(string(data), "\n### 1.0.0\n") && !strings.Contains(string(data), "\n### 1.0.0 ") {
		t.Errorf("the changelog is %q", data)
	}

	var got struct {
		Base, None string
		Code, Help string
		Observed   [][]string
		Members    [][]string
		Static     []string
	}
	out := inPackage(t, dir, "node", "--input-type=module", "-e", `
		const { EvotorError: e, EvotorErrorDecoder: d, define } = await import("evotor-error/define");
		const None = String(e.explain({ errors: [{ code: 1003 }] }));
		await import("evotor-error");
		await import("evotor-error/en");
		await import("evotor-error/ru");
		define();
		const report = e.explain({ errors: [{ code: 1003 }] }, 401, "de");
		const names = (o) => Object.getOwnPropertyNames(o);
		console.log(JSON.stringify({
			Base: e.base, None, Code: report.responses[0].errors[0].code, Help: report.help[1003].retryText,
			Observed: [e.observedAttributes, d.observedAttributes], Members: [names(e.prototype), names(d.prototype)], Static: names(e),
		}));`)
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err, string(out))
	}
	// The first language speaks where there is no other.
	if got.Base != "https://example.com/evotor/" || got.None != "undefined" || got.Code != "1003" || got.Help != "Retry after the fix" {
		t.Errorf("the package says %+v", got)
	}

	data, err = os.ReadFile(dir + "/custom-elements.json")
	if err != nil {
		t.Fatal(err)
	}
	types, err := os.ReadFile(dir + "/define.d.ts")
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range described(t, data) {
		var attributes, members []string
		for _, a := range d.Attributes {
			attributes = append(attributes, a.Name)
		}
		for _, m := range d.Members {
			if m.Static && !slices.Contains(got.Static, m.Name) {
				t.Errorf("%s has no static %s", d.TagName, m.Name)
			} else if !m.Static {
				members = append(members, m.Name)
			}
			if !regexp.MustCompile(`\n  (?:static |readonly |get )?` + m.Name + `\b`).Match(types) {
				t.Errorf("the types of %s lack %s", d.TagName, m.Name)
			}
		}
		own := regexp.MustCompile(`^(constructor|\w+Callback|redraw)$`)
		has := slices.DeleteFunc(got.Members[i], func(name string) bool { return own.MatchString(name) })
		slices.Sort(has)
		slices.Sort(members)
		if i == 1 {
			attributes = slices.DeleteFunc(attributes, func(name string) bool { return name == "base" }) // read when the frame loads
		}
		slices.Sort(attributes)
		slices.Sort(got.Observed[i])
		if diff := cmp.Diff(attributes, got.Observed[i]); diff != "" {
			t.Errorf("%s: described and observed attributes\n%s", d.TagName, diff)
		}
		if diff := cmp.Diff(members, has); diff != "" {
			t.Errorf("%s: described and real members\n%s", d.TagName, diff)
		}
	}
	schemaNames(t, types)
}

// packsAll wants npm to pack what belongs to the package, and nothing else.
func packsAll(t *testing.T, dir string) {
	var packs []struct {
		Name, Version string
		Files         []struct{ Path string }
	}
	if err := json.Unmarshal(inPackage(t, dir, "npm", "pack", "--dry-run", "--json"), &packs); err != nil || len(packs) != 1 {
		t.Fatal(packs, err)
	}
	var files []string
	for _, f := range packs[0].Files {
		files = append(files, f.Path)
	}
	slices.Sort(files)
	want := "CHANGELOG.md NOTICE.txt README.md custom-elements.json define.d.ts define.js en.js index.d.ts index.js language.d.ts package.json react.d.ts ru.js vue.d.ts"
	if got := strings.Join(files, " "); got != want || packs[0].Name != "evotor-error" || !regexp.MustCompile(`^1\.\d+\.\d+(-0)?$`).MatchString(packs[0].Version) {
		t.Errorf("%s %s holds %s", packs[0].Name, packs[0].Version, got)
	}
}

// schemaNames wants every field of the report among the types.
func schemaNames(t *testing.T, types []byte) {
	data, err := os.ReadFile("../../docs/schema/report.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	var look func(v any)
	look = func(v any) {
		m, _ := v.(map[string]any)
		properties, _ := m["properties"].(map[string]any)
		for name := range properties {
			if name != "file" && !regexp.MustCompile(`\b`+name+`\??:`).Match(types) {
				t.Errorf("the types lack the field %s of the report", name)
			}
		}
		for _, v := range m {
			look(v)
		}
	}
	look(schema)
}

// TestPromises runs what the elements are described by against the script as it is and against the
// newest version that never changes.
func TestPromises(t *testing.T) {
	t.Parallel()
	site := newSite(t, "/")
	// The guide shows the tag of the newest version, with the hash of what it loads.
	tag := regexp.MustCompile(`/(v1\.\d+\.\d+)/embed\.en\.js&#34; integrity=&#34;(sha384-[^&]+)&#34;`)
	shown := tag.FindStringSubmatch(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(site.get(t, "en/guide/embedding/")), ""))
	if shown == nil {
		t.Fatal("the guide shows no version")
	}
	newest := shown[1]
	if got := integrity(site.get(t, newest+"/embed.en.js")); got != html.UnescapeString(shown[2]) {
		t.Errorf("the guide has the hash %s of %s, which has %s", shown[2], newest, got)
	}
	for folder, file := range map[string]string{"v1": "../../web/embed/custom-elements.json", newest: "../../web/embed/release/" + newest + "/custom-elements.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		h := newHost(t, "", `<script src="{site}`+folder+`/embed.en.js" defer></script><div id="place"></div>`)
		h.expect("set base")
		h.start()
		eval[any](h.tab, `void (globalThis.d = `+string(data)+`.modules[0].declarations, globalThis.names = (list) => list.map((n) => n.name).sort().join(),
			globalThis.made = async (set) => {
				const e = document.createElement("evotor-error");
				set(e);
				place.append(e);
				await 0;
				return e;
			})`)
		h.check(map[string]any{
			"d.every((d) => customElements.get(d.tagName))":                              true,
			"['EvotorError', 'EvotorErrorDecoder'].join() === d.map(d => d.name).join()": true,
			// Each attribute is a property, and takes part in what is told.
			"names(d[0].attributes) === customElements.get('evotor-error').observedAttributes.toSorted().join()":                                                                               true,
			"made(e => { for (const {fieldName} of d[0].attributes) if (fieldName) e[fieldName] = 402 }).then(e => d[0].attributes.every(({fieldName}) => !fieldName || e[fieldName] == 402))": true,
			"d[0].members.every(({name, static: s}) => name in (s ? customElements.get('evotor-error') : document.createElement('evotor-error')))":                                             true,
			"typeof document.createElement('evotor-error-decoder').decode":                                                                                                                     "function",
			"customElements.get('evotor-error').explain({errors: [{code: 1004}]}, 402, 'en').help[1004].steps[0].for":                                                                          "merchant",
			"made(e => e.code = 1004).then(e => e.report.responses[0].errors[0].code)":                                                                                                         "1004",
			"Promise.all([['code', '1003'], ['response', '?']].map(([k, v]) => new Promise(r => (setTimeout(r, 5000), made(e => (e[k] = v, d[0].events.forEach(({name}) => e.addEventListener(name, () => r(name))))))))).then(l => l.join() === d[0].events.map(e => e.name).join())": true,
			"(e => (e.setAttribute('base', 'javascript:1'), place.append(e), e.decode('x').catch(r => r.message)))(document.createElement('evotor-error-decoder'))":                                                                                                                    "base",
		})
		// All parts are there, and no others.
		h.check(map[string]any{`(async () => {
			const seen = new Set(), slots = new Set();
			for (const set of [
				(e) => { e.response = {errors: [{code: 1001}, {code: 2003, subject: "f", value: 1}, {code: 1004}]}; },
				(e) => { e.status = 503; e.direction = "from-cloud"; }, (e) => { e.code = 9999; }, (e) => { e.variant = "inline"; e.code = 1005; },
				(e) => { e.variant = "tooltip"; e.code = 1005; }, (e) => { e.response = "?"; },
			]) {
				const e = await made(set);
				for (const s of e.shadowRoot.querySelectorAll("[part]")) s.part.forEach((p) => seen.add(p));
				for (const s of e.shadowRoot.querySelectorAll("slot")) slots.add(s.name);
			}
			return [[...seen].sort().join() === names(d[0].cssParts) || [...seen].sort().join(), [...slots].sort().join() === names(d[0].slots)];
		})()`: "[true true]"})
		// Each CSS property changes something.
		h.check(map[string]any{`(async () => {
			const bad = [];
			for (const {name} of d[0].cssProperties) {
				const value = name.endsWith("font") ? "13px/2 serif" : "rgb(1, 2, 3)";
				const e = await made((e) => {
					e.response = {errors: [{code: 2003, value: 1}, {code: 1004}, {code: 9999}]};
					e.style.setProperty(name, value);
				});
				const f = await made((e) => { e.status = 503; e.direction = "from-cloud"; e.style.setProperty(name, value); });
				const all = [...e.shadowRoot.querySelectorAll("*"), ...f.shadowRoot.querySelectorAll("*")].map((x) => getComputedStyle(x));
				if (!all.some((s) => [s.color, s.backgroundColor, s.borderTopColor, s.fontSize].includes(value.slice(0, 12).split("/")[0]))) bad.push(name);
			}
			return bad.join();
		})()`: ""})
	}
}
