package main

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"image/png"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
	"evotor-errors/app/site"
	"evotor-errors/app/site/page"
)

// An opened page is parsed as a browser does.
type opened struct{ *html.Node }

func open(t *testing.T, data []byte) opened {
	t.Helper()
	node, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return opened{node}
}

// all are the elements of a name whose attributes have the given values: names and values.
func (o opened) all(name string, attrs ...string) (list []opened) {
	for n := range o.Descendants() {
		if n.Type != html.ElementNode || n.Data != name {
			continue
		}
		fits := true
		for pair := range slices.Chunk(attrs, 2) {
			fits = fits && (opened{n}).attr(pair[0]) == pair[1]
		}
		if fits {
			list = append(list, opened{n})
		}
	}
	return list
}

func (o opened) attr(name string) string {
	for _, a := range o.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (o opened) text() string {
	var b strings.Builder
	for n := range o.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// meta is what a meta element says, by its name or property.
func (o opened) meta(name string) string {
	for _, m := range slices.Concat(o.all("meta", "name", name), o.all("meta", "property", name)) {
		return m.attr("content")
	}
	return ""
}

// published are the records that have a page.
func published(t *testing.T) (list []*page.Record) {
	t.Helper()
	docs, err := (&workshop{root: root}).docs()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range docs.Records {
		if r.Family != "general" {
			list = append(list, r)
		}
	}
	return list
}

// readPages are the pages that people read, by folder.
func readPages(t *testing.T, tree site.Tree) map[string]opened {
	list := map[string]opened{}
	for _, name := range forReading(tree) {
		if dir, ok := strings.CutSuffix(name, "index.html"); ok {
			list[dir] = open(t, tree[name])
		}
	}
	return list
}

// TestHeads wants of each page what search engines and those who show links need: an address of
// its own, its twins in the other language that name it in turn, a picture, words without markup.
func TestHeads(t *testing.T) {
	tree := testTree(t, base)
	pages := readPages(t, tree)
	alternates := func(p opened) map[string]string {
		list := map[string]string{}
		for _, l := range p.all("link", "rel", "alternate") {
			if lang := l.attr("hreflang"); lang != "" {
				list[lang] = l.attr("href")
			}
		}
		return list
	}
	titles := map[string]string{}
	for dir, p := range pages {
		title, description := p.all("title")[0].text(), p.meta("description")
		if other := titles[title]; other != "" {
			t.Errorf("%s and %s are both called %q", dir, other, title)
		}
		titles[title] = dir
		if n := len([]rune(description)); n < 40 || n > 320 || strings.ContainsAny(title+description, "`{}<>") || strings.Contains(description, "](") {
			t.Errorf("%s: %q is described as %q", dir, title, description)
		}
		twins := alternates(p)
		if twins["x-default"] != twins["ru"] || len(twins) != 3 || !slices.Contains(slices.Collect(maps.Values(twins)), base+dir) {
			t.Errorf("%s: its twins are %v", dir, twins)
		}
		for _, twin := range twins {
			if there, ok := pages[strings.TrimPrefix(twin, base)]; !ok || !maps.Equal(alternates(there), twins) {
				t.Errorf("%s names %s, which does not name it", dir, twin)
			}
		}
		kind := "website"
		if strings.Count(strings.TrimPrefix(dir, "en/"), "/") == 2 {
			kind = "article"
		}
		here, other := "ru_RU", "en_US"
		if strings.HasPrefix(dir, "en/") {
			here, other = other, here
		}
		for property, want := range map[string]string{
			"og:title": title, "og:description": description, "og:url": base + dir, "og:type": kind, "og:locale": here,
			"og:locale:alternate": other, "og:image": base + "picture.png", "og:image:width": "1200", "og:image:height": "630", "twitter:card": "summary_large_image",
		} {
			if got := p.meta(property); got != want {
				t.Errorf("%s: %s is %q, want %q", dir, property, got, want)
			}
		}
		if p.meta("og:site_name") == "" || p.meta("og:image:alt") == "" || p.all("link", "rel", "canonical")[0].attr("href") != base+dir {
			t.Errorf("%s: its head is not whole", dir)
		}
	}
	picture := tree["picture.png"]
	if c, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || c.Width != 1200 || c.Height != 630 || len(picture) > 40<<10 {
		t.Errorf("the picture is %v, %d bytes, %v", c, len(picture), err)
	}
	for dir, p := range readPages(t, testTree(t, "")) {
		if strings.Contains(dir, "//") || p.meta("og:title") != "" || len(p.all("link", "rel", "canonical"))+len(alternates(p)) > 0 {
			t.Errorf("%s: without a base nothing is absolute", dir)
		}
	}
}

// TestCodesAreFound wants on each code's page what people type into a search engine.
func TestCodesAreFound(t *testing.T) {
	pages := readPages(t, testTree(t, ""))
	for _, r := range published(t) {
		number, status := r.Code, "HTTP "+strings.TrimPrefix(r.Name, "http-")
		if number != "" {
			status = strconv.Itoa(r.Status)
		} else if number = status; r.Family == "page" {
			continue
		}
		for prefix, form := range map[string]string{"": "Ошибка " + number + " Эвотор", "en/": "Evotor error " + number} {
			p := pages[prefix+"errors/"+r.Name+"/"]
			if title := p.all("title")[0].text(); !strings.HasPrefix(title, form+": ") {
				t.Errorf("%s%s is called %q", prefix, r.Name, title)
			}
			if d := p.meta("description"); !strings.HasPrefix(d, form) || !strings.Contains(d, status) {
				t.Errorf("%s%s is described as %q", prefix, r.Name, d)
			}
			if h1 := p.all("h1")[0].text(); !strings.HasPrefix(h1, number+" ") {
				t.Errorf("%s%s has the heading %q", prefix, r.Name, h1)
			}
		}
	}
}

// TestWaysOn wants ways from each code's page: to related codes and guides, to the tool, and there
// to the sample, which the tool reads as this code.
func TestWaysOn(t *testing.T) {
	pages := readPages(t, testTree(t, ""))
	for _, r := range published(t) {
		for _, prefix := range []string{"", "en/"} {
			p := pages[prefix+"errors/"+r.Name+"/"]
			to := map[string]int{}
			fragment := ""
			for _, a := range p.all("article")[0].all("a") {
				href := a.attr("href")
				to[strings.TrimSuffix(href, strings.TrimPrefix(href, "../../errors/"))]++
				to[strings.TrimSuffix(href, strings.TrimPrefix(href, "../../guide/"))]++
				if href == "../../" {
					to["tool"]++
				}
				if after, ok := strings.CutPrefix(href, "../../#"); ok {
					fragment = after
				}
			}
			if to["../../errors/"] < 2 || to["../../guide/"] == 0 || to["tool"] != 1 { // one leads to the table
				t.Errorf("%s%s leads to %v", prefix, r.Name, to)
			}
			if r.Family == "page" {
				continue
			}
			packed, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(fragment, "v1."))
			if err != nil {
				t.Errorf("%s%s: %q: %v", prefix, r.Name, fragment, err)
				continue
			}
			text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
			if err != nil {
				t.Errorf("%s%s: %q: %v", prefix, r.Name, fragment, err)
			}
			about := ""
			for _, response := range explain.Text(string(text), catalog.Russian).Responses {
				if len(response.Errors) > 0 {
					about = response.Errors[0].Page
				} else {
					about = response.Page
				}
			}
			if about != "errors/"+r.Name+"/" {
				t.Errorf("%s%s: the tool says of %q what stands on %q", prefix, r.Name, text, about)
			}
		}
	}
}

// TestAnchors wants the same anchors in both languages, so that the switch stays where it is, and
// each heading of a text to lead to itself.
func TestAnchors(t *testing.T) {
	docs := pages(t, testTree(t, ""))
	for name, d := range docs {
		if en := docs["en/"+name]; en != nil && !maps.Equal(d.ids, en.ids) {
			for id := range d.ids {
				if !en.ids[id] {
					t.Errorf("%s: #%s is in Russian only", name, id)
				}
			}
			for id := range en.ids {
				if !d.ids[id] {
					t.Errorf("%s: #%s is in English only", name, id)
				}
			}
		}
	}
	for dir, p := range readPages(t, testTree(t, "")) {
		for _, article := range p.all("article", "class", "text") {
			for _, h := range slices.Concat(article.all("h2"), article.all("h3")) {
				if links := h.all("a", "href", "#"+h.attr("id")); len(links) != 1 || links[0].text() != h.text() {
					t.Errorf("%s: the heading %q does not lead to itself", dir, h.text())
				}
			}
		}
	}
}

// TestMissing wants the page of missing pages out of search engines and, where nobody knows the
// root, its style and script within it, as its policy allows.
func TestMissing(t *testing.T) {
	for _, from := range []string{"", base} {
		p := open(t, testTree(t, from)["404.html"])
		if p.meta("robots") != "noindex" || len(p.all("link", "rel", "canonical"))+len(p.all("link", "rel", "alternate")) > 0 || p.meta("og:url") != "" {
			t.Errorf("with base %q the page of missing pages is offered to search engines", from)
		}
		policy := ""
		for _, m := range p.all("meta", "http-equiv", "Content-Security-Policy") {
			policy = m.attr("content")
		}
		within := p.all("style")
		for _, s := range p.all("script") {
			if s.attr("src") == "" {
				within = append(within, s)
			}
		}
		if want := map[string]int{"": 2, base: 0}[from]; len(within) != want {
			t.Errorf("with base %q %d styles and scripts are within the page, want %d", from, len(within), want)
		}
		for _, s := range within {
			sum := sha256.Sum256([]byte(s.text()))
			if hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, s.Data+"-src 'self' "+hash) {
				t.Errorf("the policy %s does not allow <%s>", policy, s.Data)
			}
		}
		root := map[string]string{"": "/", base: "/help/"}[from]
		for _, lang := range []string{"", "en/"} {
			for _, part := range []string{"", "errors/", "guide/"} {
				if len(p.all("main")[0].all("a", "href", root+lang+part)) == 0 {
					t.Errorf("with base %q there is no link to %s", from, root+lang+part)
				}
			}
		}
	}
}

// TestMend wants each page that is read to lead to its source and to where mistakes are reported,
// if the build is told where that is.
func TestMend(t *testing.T) {
	w := &workshop{root: root, program: []byte("program"), edit: "https://example.com/edit/", mistakes: "mailto:docs@example.com?subject={page}"}
	told, err := makeTree(w)
	if err != nil {
		t.Fatal(err)
	}
	for dir, p := range readPages(t, told) {
		if strings.Count(strings.TrimPrefix(dir, "en/"), "/") < 2 {
			continue // made of no text of its own
		}
		links := map[string]bool{}
		for _, a := range p.all("a") {
			if source, ok := strings.CutPrefix(a.attr("href"), w.edit); ok {
				_, err := os.Stat(filepath.Join(root, source))
				links["edit"] = err == nil && strings.Contains(source, strings.Trim(strings.TrimPrefix(dir, "en/"), "/"))
			}
			if a.attr("href") == "mailto:docs@example.com?subject="+strings.ReplaceAll(dir, "/", "%2F") {
				links["report"] = true
			}
		}
		if !links["edit"] || !links["report"] {
			t.Errorf("%s cannot be mended: %v", dir, links)
		}
	}
	for name, data := range testTree(t, "") {
		if strings.HasSuffix(name, ".html") && bytes.Contains(data, []byte(`class="mend"`)) {
			t.Errorf("%s leads to where nobody said", name)
		}
	}
}

// TestFilters wants each row of the table to have what the filters offer, and no choice in vain.
func TestFilters(t *testing.T) {
	p := open(t, testTree(t, "")["errors/index.html"])
	had := map[string]bool{}
	rows := 0
	for _, row := range slices.Concat(p.all("tr"), p.all("li")) {
		if row.attr("data-family") == "" {
			continue
		}
		rows++
		for _, name := range []string{"family", "status", "acts", "retry"} {
			for _, value := range strings.Fields(row.attr("data-" + name)) {
				had[name+"="+value] = true
			}
		}
	}
	offered := map[string]bool{}
	for _, s := range p.all("select") {
		for _, o := range s.all("option") {
			if v := o.attr("value"); v != "" {
				offered[s.attr("name")+"="+v] = true
			}
		}
	}
	if !maps.Equal(had, offered) {
		t.Errorf("rows have %v, the filters offer %v", had, offered)
	}
	want := len(published(t))
	if said := fmt.Sprintf("Показано: %d из %d", want, want); rows != want || strings.ReplaceAll(p.all("span", "id", "count")[0].text(), "\u00a0", " ") != said {
		t.Errorf("%d rows can be filtered, want %d", rows, want)
	}
}
