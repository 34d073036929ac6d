//go:build !js

package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// TestDraw draws every state of the report.
func TestDraw(t *testing.T) {
	const (
		two    = `{"errors":[{"code":2003,"reason":"incorrect","subject":"type","value":"x"},{"code":1005}]}`
		secret = "Authorization: Bearer FAKE-123-456\n" + `{"errors":[{"code":2001,}]}`
		person = `{"errors":[{"code":2003,"subject":"email","value":"ivan@example.com"}]}`
		cloud  = "GET https://api.evotor.ru/stores\nHTTP/1.1 "
	)
	for name, c := range map[string]struct {
		text   string
		change func(*view)
		shows  []string
		hides  []string
	}{
		"nothing typed":             {"", nil, []string{`data-state="empty"`}, []string{"nothing", "<article"}},
		"no response":               {strings.Repeat("просто текст, ", 20), nil, []string{"nothing", `data-state="nothing"`}, []string{"data-search", "<article"}},
		"not read":                  {strconv.Quote(strings.Repeat(`\"`, 9)) + "x", func(v *view) { v.report.Unread = make([]explain.Span, 1) }, []string{"note unread"}, []string{"<article"}},
		"a query":                   {"оплата", func(v *view) { v.query = "оплата" }, []string{`data-search="оплата"`}, []string{"<article", ">nothing<"}},
		"chosen from what it finds": {"оплата", func(v *view) { v.query = "оплата"; v.found = catalog.Named("1004") }, []string{`data-search="оплата"`, `data-card="1004"`}, []string{"found"}},
		"found":                     {"1004", func(v *view) { v.found = catalog.Named("1004") }, []string{`data-code="1004"`, "found", "unfold"}, []string{"data-do=\"show\"", "copy-ticket"}},
		"two errors":                {two, nil, []string{`data-card="0.0"`, `data-card="0.1"`, "order", `data-do="show"`, `<code class="value">type</code>`, "direction to-cloud-likely", "copy-ticket", `data-to="ticket merchant"`, `data-masks="false"`, "who-to-cloud"}, []string{"id=\"more\"", "mended", `class="more"`, "<details", "data-facts"}},
		"unfolded":                  {two, func(v *view) { v.open["0.1"] = true }, []string{`aria-expanded="true"`, `<div class="more" data-entry="1005"></div>`}, []string{`data-entry="2003"`}},
		"more cards":                {two, func(v *view) { v.most = 1 }, []string{`data-card="0.0"`, `id="more"`}, []string{`data-card="0.1"`}},
		"a switch pressed":          {two, func(v *view) { v.direction = catalog.ToCloud }, []string{`aria-pressed="true"`, `aria-pressed="false"`}, nil},
		"several lines":             {two, func(v *view) { v.lines = map[string]int{"0.1": 7} }, []string{"show-line", `data-do="show"`}, nil},
		"unmarked":                  {two, func(v *view) { v.unmarked = 7 }, []string{"unmarked"}, nil},
		"mended, a secret":          {secret, nil, []string{`data-mend="comma"`}, []string{"FAKE"}},
		"personal data":             {person, nil, []string{`data-masks="true"`}, nil},
		"an id of a terminal":       {`{"errors":[{"code":1005,"subject":"deviceUuid","value":"20170222-D58C-40E0-8051-B53ADFF38860"}]}`, nil, []string{`data-masks="false"`}, nil},
		"it, and an unknown code":   {`{"errors":[{"code":2998,"subject":"deviceUuid","value":"20170222-D58C-40E0-8051-B53ADFF38860"}]}`, nil, []string{`data-masks="true"`}, nil},
		"an unknown code, unfolded": {"HTTP/1.1 402 Payment Required\n\n" + `{"errors":[{"code":2998}]}`, func(v *view) { v.open["0.0"] = true }, []string{`data-entry="http-402"`}, nil},
		"an unknown code":           {`{"errors":[{"code":2998}]}`, nil, []string{"clues", "copy-unknown", "2998"}, []string{`href="../errors/`}},
		"its status has a page":     {cloud + "402 x\n\n" + `{"errors":[{"code":2998}]}`, nil, []string{"clues", "copy-unknown", "2998", `href="../errors/http-402/"`, "about-status", "acts merchant", `class="tag merchant"`}, []string{"acts unknown"}},
		"no sign of who answered":   {`{"errors":[{"code":1001}]}`, nil, []string{"direction to-cloud-likely", `<details class="otherwise"><summary>`, "case from-cloud", "who-from-cloud"}, []string{"support"}},
		"the cloud answered":        {cloud + "401 x\n\n" + `{"errors":[{"code":1001}]}`, nil, []string{"direction from-cloud", `data-to="ticket merchant support"`}, []string{"<details", "case to-cloud", "who"}},
		"no code, no status":        {"url", func(v *view) { e, _ := catalog.ByName("url-warning"); v.found = []*catalog.Entry{e} }, []string{`data-card="url-warning"`, `href="../errors/url-warning/"`, "more"}, []string{"about-status", ">0<", `class="code"`}},
		"a status alone":            {"HTTP/1.1 404 Not Found\n\n", nil, []string{`data-card="0"`, "about-status", ">404<"}, nil},
		"two responses":             {"HTTP/1.1 400 Bad Request\n\n" + two + "\n\nHTTP/1.1 404 Not Found\n\n", nil, []string{"response", "HTTP 400"}, []string{"data-facts"}},
		"the facts of a response":   {cloud + "401 x\n\n" + two, nil, []string{`class="facts" data-facts="status 401`}, nil},
		"hostile":                   {`{"errors":[{"code":2003,"subject":"<img src=x onerror=alert(1)>"}]}`, nil, []string{"&lt;img src=x"}, []string{"<img"}},
	} {
		for _, lang := range catalog.Langs {
			t.Run(name+", "+lang.String(), func(t *testing.T) {
				v := &view{lang: lang, root: "../", empty: c.text == "", report: explain.Text(c.text, lang), state: state{most: maxCards, open: map[string]bool{}}}
				v.plan, v.facts = v.report.Plan(), v.report.Facts()
				if c.change != nil {
					c.change(v)
				}
				got := rendered(v)
				for _, want := range c.shows {
					if !strings.Contains(got, said(lang, want)) {
						t.Errorf("it does not show %q:\n%s", said(lang, want), got)
					}
				}
				for _, not := range c.hides {
					if strings.Contains(got, said(lang, not)) {
						t.Errorf("it shows %q:\n%s", said(lang, not), got)
					}
				}
			})
		}
	}
}

// said is a word by its id, or by its group and id, up to its slot; what is no id is itself.
func said(lang catalog.Lang, id string) string {
	group, word, ok := strings.Cut(id, " ")
	if !ok {
		group, word = "ui", id
	}
	text := catalog.Word(group, word, lang)
	if text == "" {
		return id
	}
	text, _, _ = strings.Cut(text, "{")
	return strings.ReplaceAll(text, `"`, "&#34;")
}

// TestWords wants each id of a word that stands in the source in the catalogue: a misspelt one
// would say nothing.
func TestWords(t *testing.T) {
	seen := 0
	want := func(place token.Position, group, id string) {
		seen++
		if catalog.Word(group, id, catalog.Russian) == "" {
			t.Errorf("%s: there is no word %q in the group %q", place, id, group)
		}
	}
	for _, dir := range []string{".", "../explain", "../cmd"} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, dir+"/"+f.Name(), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				literal := func(i int) (string, bool) {
					if i >= len(call.Args) {
						return "", false
					}
					l, ok := call.Args[i].(*ast.BasicLit)
					if !ok || l.Kind != token.STRING {
						return "", false
					}
					s, err := strconv.Unquote(l.Value)
					return s, err == nil
				}
				place := set.Position(call.Pos())
				switch f := call.Fun.(type) {
				case *ast.Ident:
					id, ok := literal(1)
					switch {
					case ok && f.Name == "word":
						want(place, "ui", id)
					case ok && f.Name == "counted":
						want(place, "ui", id+"-one")
					}
				case *ast.SelectorExpr:
					if group, ok := literal(0); ok && f.Sel.Name == "Word" {
						if id, ok := literal(1); ok {
							want(place, group, id)
						}
					}
				}
				return true
			})
		}
	}
	if seen < 20 {
		t.Errorf("only %d ids were found in the source", seen)
	}
}
