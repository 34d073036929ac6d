package explain_test

import (
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
		for _, want := range []string{"2003", evil, "The service's developer fixes it", "Repeating will not help", "Find the request in the log"} {
			if !strings.Contains(text.String(), want) {
				t.Errorf("root %q: %q is missing in %q", root, want, text.String())
			}
		}
	}
}
