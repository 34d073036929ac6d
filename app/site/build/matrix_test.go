package main

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
	"evotor-errors/app/site/page"
)

// webhookOf is the webhook that a request is, nil if it is none.
func webhookOf(docs *page.Docs, method, path string) *page.Webhook {
	path, _, _ = strings.Cut(path, "?")
	for i := range docs.Webhooks {
		w := &docs.Webhooks[i]
		pattern := `(?:^|/)` + strings.ReplaceAll(regexp.QuoteMeta(w.Path), `\{storeUuid\}`, `[^/]+`) + `$`
		if w.Method == method && regexp.MustCompile(pattern).MatchString(path) {
			return w
		}
	}
	return nil
}

// allows reports whether the reference lists a code for the request; "" is a 404.
func allows(w *page.Webhook, code string) bool {
	return slices.Contains(w.Codes, code) || code == "" && w.Missing
}

var (
	requestLine = regexp.MustCompile(`(?m)^[> ]*(GET|POST|PUT) (\S+) HTTP/`)
	curlLine    = regexp.MustCompile(`curl -i (?:-X (\w+) )?"\$SERVICE(/[^"]*)"`)
	demoRow     = regexp.MustCompile(`<code>(GET|POST|PUT) ([^<]*)</code></td><td>\d+</td><td><evotor-error [^>]*code="(\d+)"[^>]*direction="to-cloud"`)
)

// TestExamplesObeyTheTable wants the tool's example, the demonstration and the samples and
// requests of the records to answer webhooks with codes that the reference lists for them.
func TestExamplesObeyTheTable(t *testing.T) {
	tree := testTree(t, "")
	docs, err := (&workshop{root: root}).docs()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	obeys := func(where, method, path, code string) {
		t.Helper()
		seen++
		if w := webhookOf(docs, method, path); w == nil || !allows(w, code) {
			t.Errorf("%s: %s %s is answered with %q, which the table of webhooks does not have", where, method, path, code)
		}
	}
	exchanges := func(where, text string) {
		for _, part := range strings.SplitAfter(text, "}\n\n") { // an exchange each
			m := requestLine.FindStringSubmatch(part)
			if m == nil {
				continue
			}
			for _, r := range explain.Text(part, catalog.Russian).Responses {
				for _, e := range r.Errors {
					if r.Direction == catalog.ToCloud {
						obeys(where, m[1], m[2], e.Code)
					}
				}
			}
		}
	}
	example := regexp.MustCompile(`id="example" data-text="([^"]*)"`).FindSubmatch(tree["index.html"])
	exchanges("the tool's example", html.UnescapeString(string(example[1])))
	if seen != 2 {
		t.Errorf("the example has %d errors, want 2", seen)
	}
	rows := demoRow.FindAllSubmatch(tree["embed/demo/index.html"], -1)
	for _, m := range rows {
		obeys("the demonstration", string(m[1]), string(m[2]), string(m[3]))
	}
	if len(rows) != 3 {
		t.Errorf("the demonstration has %d rows of webhooks, want 3", len(rows))
	}
	for _, r := range docs.Records {
		for _, s := range r.Samples {
			exchanges(r.Name, s.Text)
		}
		if r.Family != "webhook" || r.Code == "" {
			continue
		}
		for _, request := range r.Requests {
			for _, m := range curlLine.FindAllStringSubmatch(request, -1) {
				obeys(r.Name, cmp.Or(m[1], "GET"), m[2], r.Code)
			}
		}
	}
}
