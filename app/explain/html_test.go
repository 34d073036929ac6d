package explain_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// TestHTML wants the whole explanation in the fragment, and nothing of the response in it
// but text.
func TestHTML(t *testing.T) {
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	report := explain.Answer(400, `{"errors":[{"code":2003,"reason":"incorrect","subject":"na\"me","value":"\"><script>alert(1)</script><img src=x onerror=alert(1)>"}]}`, catalog.English)
	e := &report.Responses[0].Errors[0]
	for root, href := range map[string]string{
		"https://example.com/help/": "https://example.com/help/en/errors/2003/",
		"https://example.com/help":  "https://example.com/help/en/errors/2003/",
		"":                          "",
		"javascript:alert(1)//":     "",
		`https://x/"><b>`:           "https://x/\"><b>/en/errors/2003/",
	} {
		nodes, err := html.Parse(strings.NewReader(e.HTML(root)))
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		found := ""
		for n := range nodes.Descendants() {
			switch {
			case n.Type == html.TextNode:
				text.WriteString(n.Data)
			case n.Data == "script" || n.Data == "img" || n.Data == "b":
				t.Errorf("root %q: a value became <%s>", root, n.Data)
			case n.Data == "a":
				found = n.Attr[1].Val
			}
		}
		if found != href {
			t.Errorf("root %q: the link is %q, want %q", root, found, href)
		}
		shown := []string{"2003", evil, catalog.Word("acts", "partner", catalog.English), e.RetryText()}
		for _, step := range e.Steps {
			for _, p := range append(step.Lead, step.Parts...) {
				shown = append(shown, p.Text)
			}
		}
		for _, want := range shown {
			if !strings.Contains(text.String(), want) {
				t.Errorf("root %q: %q is missing in %q", root, want, text.String())
			}
		}
	}
}

// TestHTMLOtherwise wants what to do in either case in the fragment, each case under its name.
func TestHTMLOtherwise(t *testing.T) {
	for _, lang := range catalog.Langs {
		e := &explain.Text(`{"errors":[{"code":1001}]}`, lang).Responses[0].Errors[0]
		nodes, err := html.Parse(strings.NewReader(e.HTML("")))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for n := range nodes.Descendants() {
			switch {
			case n.Type == html.ElementNode && n.Data == "ol":
				got = append(got, "list")
			case n.Type == html.ElementNode && n.Data == "li":
				got = append(got, "step")
			case n.Type == html.ElementNode && n.Data == "p" && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Val == "evotor-error-case" }):
				got = append(got, n.FirstChild.Data)
			}
		}
		want := []string{"list"}
		for range e.Steps {
			want = append(want, "step")
		}
		want = append(want, catalog.Word("case", "from-cloud", lang), "list")
		for range e.Otherwise {
			want = append(want, "step")
		}
		if !slices.Equal(got, want) || len(e.Otherwise) == 0 {
			t.Errorf("it shows %q, want %q", got, want)
		}
		if shown := e.HTML(""); strings.Count(shown, "<ol") != strings.Count(shown, "</ol>") || strings.Count(shown, "<li>") != strings.Count(shown, "</li>") {
			t.Errorf("it is not closed: %s", shown)
		}
	}
}
