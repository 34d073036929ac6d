package explain

import (
	"strings"

	"evotor-errors/app/catalog"
)

// HTML is the verdict as an HTML fragment for a page that is made on a server, in the
// language that it was explained in. Whatever the response holds is text in it. root is the
// address of the site that links to pages begin with, such as https://example.ru/help/; ""
// leaves them out. The classes are those of the embedded element's parts:
// evotor-error, evotor-error-actor, -retry, -code, -sentence, -value, -meaning, -steps, -case, -link.
func (v *Verdict) HTML(root string) string {
	var b strings.Builder
	b.WriteString(`<section class="evotor-error"><p><span class="evotor-error-actor evotor-error-`)
	b.WriteString(string(v.Actor))
	b.WriteString(`">`)
	b.WriteString(escaped(catalog.Word("acts", string(v.Actor), v.lang)))
	b.WriteString(`</span> <span class="evotor-error-retry">`)
	writeParts(&b, Parts(v.RetryText()))
	b.WriteString(`</span></p><p class="evotor-error-sentence">`)
	if v.code != "" {
		b.WriteString(`<span class="evotor-error-code">` + escaped(v.code) + `</span> `)
	}
	writeParts(&b, v.Sentence)
	b.WriteString(`</p><p class="evotor-error-meaning">`)
	writeParts(&b, v.Meaning())
	b.WriteString("</p>")
	for i, s := range append(append([]Step{}, v.Steps...), v.Otherwise...) {
		if i > 0 && s.Lead != nil {
			b.WriteString("</ol>")
		}
		if s.Lead != nil {
			b.WriteString(`<p class="evotor-error-case">`)
			writeParts(&b, s.Lead)
			b.WriteString("</p>")
		}
		if i == 0 || s.Lead != nil {
			b.WriteString(`<ol class="evotor-error-steps">`)
		}
		b.WriteString("<li>")
		writeParts(&b, s.Parts)
		b.WriteString("</li>")
	}
	b.WriteString("</ol>")
	scheme, host, _ := strings.Cut(root, "://")
	web := strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http")
	if web && host != "" && v.About().Page() != "" {
		href := strings.TrimSuffix(root, "/") + "/" + v.lang.Prefix() + v.About().Page()
		more := escaped(catalog.Word("ui", "more", v.lang))
		b.WriteString(`<a class="evotor-error-link" href="` + escaped(href) + `">` + more + `</a>`)
	}
	b.WriteString("</section>")
	return b.String()
}

func writeParts(b *strings.Builder, parts []Part) {
	for _, p := range parts {
		switch {
		case p.Code && p.Slot != "":
			b.WriteString(`<code class="evotor-error-value">` + escaped(p.Text) + `</code>`)
		case p.Code:
			b.WriteString(`<code>` + escaped(p.Text) + `</code>`)
		default:
			b.WriteString(escaped(p.Text))
		}
	}
}

// escaped is s as text in HTML. The package html is not in the browser program, see app/wasm.
func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;").Replace(s)
}
