package main

import (
	"bytes"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"evotor-errors/app/catalog"
	"evotor-errors/app/site"
)

// testTree is the whole site but for its program, whose bytes do not matter here. It is made
// once for each base, and not to be changed.
func testTree(t *testing.T, base string) site.Tree {
	t.Helper()
	treesMu.Lock()
	make := trees[base]
	if make == nil {
		make = sync.OnceValues(func() (site.Tree, error) {
			return makeTree(&workshop{root: root, base: base, program: []byte("program")})
		})
		trees[base] = make
	}
	treesMu.Unlock()
	tree, err := make()
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// makeTree makes the site of a workshop that has its program.
func makeTree(w *workshop) (site.Tree, error) {
	w.runtime, w.notices = []byte("runtime"), []byte("notices")
	docs, err := w.docs()
	if err != nil {
		return nil, err
	}
	return w.tree(docs)
}

var (
	treesMu sync.Mutex
	trees   = map[string]func() (site.Tree, error){}
)

// A document is a page as a test sees it.
type document struct {
	ids   map[string]bool
	links []string // href and src
	h1    int
	lang  string
	meta  map[string]string
	title string
}

var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "rect"}

// read parses a page strictly: every element is closed where it must be, no id stands
// twice, nothing is in it that the Content-Security-Policy forbids. What the page of missing
// pages has of its own, TestMissing looks at.
func read(t *testing.T, name string, data []byte) *document {
	d := &document{ids: map[string]bool{}, meta: map[string]string{}}
	var open []string
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				t.Errorf("%s: %v", name, z.Err())
			}
			if len(open) > 0 {
				t.Errorf("%s: %v is never closed", name, open)
			}
			return d
		case html.TextToken:
			if len(open) > 0 && open[len(open)-1] == "title" {
				d.title = string(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			if !slices.Contains(void, token.Data) {
				open = append(open, token.Data)
			}
			d.element(t, name, token)
		case html.EndTagToken:
			token := z.Token()
			if slices.Contains(void, token.Data) {
				continue
			}
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Errorf("%s: </%s> where %v is open", name, token.Data, open)
				return d
			}
			open = open[:len(open)-1]
		}
	}
}

func (d *document) element(t *testing.T, name string, token html.Token) {
	attr := map[string]string{}
	for _, a := range token.Attr {
		attr[a.Key] = a.Val
		switch {
		case a.Key == "id":
			if d.ids[a.Val] {
				t.Errorf("%s: id %q stands twice", name, a.Val)
			}
			d.ids[a.Val] = true
		case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
			t.Errorf("%s: <%s %s> breaks the policy", name, token.Data, a.Key)
		case a.Key == "href" || a.Key == "src" || a.Key == "data-wasm" || a.Key == "data-compiler":
			d.links = append(d.links, a.Val)
		}
	}
	switch token.Data {
	case "h1":
		d.h1++
	case "html":
		d.lang = attr["lang"]
	case "meta":
		if _, twice := d.meta[attr["name"]]; twice && attr["name"] != "" && attr["media"] == "" {
			t.Errorf("%s: <meta name=%q> stands twice", name, attr["name"])
		}
		d.meta[attr["name"]] = attr["content"]
	case "script":
		if attr["src"] == "" && name != "404.html" {
			t.Errorf("%s: an inline script breaks the policy", name)
		}
	case "style":
		if name != "404.html" {
			t.Errorf("%s: an inline style breaks the policy", name)
		}
	}
}

func pages(t *testing.T, tree site.Tree) map[string]*document {
	docs := map[string]*document{}
	for name, data := range tree {
		if strings.HasSuffix(name, ".html") && !strings.HasPrefix(name, "assets/") {
			docs[name] = read(t, name, data)
		}
	}
	return docs
}

// details are the files that cards unfold, by the tag of their language: no pages, but parts of
// one.
func details(t *testing.T, tree site.Tree) map[string]string {
	t.Helper()
	files := map[string]string{}
	for name := range tree {
		if m := detailsFile.FindStringSubmatch(name); m != nil {
			files[m[1]] = name
		}
	}
	if len(files) != 2 {
		t.Fatalf("the files that cards unfold are %v", files)
	}
	return files
}

var detailsFile = regexp.MustCompile(`^assets/details-(ru|en)\.[0-9a-f]{12}\.html$`)

func TestEveryPage(t *testing.T) {
	tree := testTree(t, "")
	docs := pages(t, tree)
	for name, data := range tree {
		if strings.Contains(string(data), "ZgotmplZ") {
			t.Errorf("%s: html/template refused a name or a value", name)
		}
	}
	for name, d := range docs {
		lang := "ru"
		if strings.HasPrefix(name, "en/") {
			lang = "en"
		} else if other := "en/" + name; docs[other] == nil && name != "404.html" && name != "doc_errors_returned.html" {
			t.Errorf("%s has no English page", name)
		}
		if d.lang != lang || d.h1 != 1 || d.title == "" || d.meta["description"] == "" {
			t.Errorf("%s: lang %q, %d h1, title %q, description %q", name, d.lang, d.h1, d.title, d.meta["description"])
		}
	}
	for _, want := range []string{"index.html", "en/index.html", "errors/index.html", "en/errors/index.html", "errors/2002/index.html", "en/errors/2002/index.html", "errors/http-404/index.html", "404.html", "robots.txt"} {
		if tree[want] == nil {
			t.Errorf("%s is missing", want)
		}
	}
}

// TestDetails wants in what a card unfolds a part for each entry of the catalogue, with the same
// as its page; ids are those of the parts alone, since several may be unfolded in one page.
func TestDetails(t *testing.T) {
	tree := testTree(t, "")
	for tag, name := range details(t, tree) {
		lang, _ := catalog.ParseLang(tag)
		docs, err := (&workshop{root: root}).docs()
		if err != nil {
			t.Fatal(err)
		}
		d := read(t, name, append(slices.Clone(tree[name]), "</html>"...)) // HTML may leave it out
		if d.lang != tag || d.title == "" || d.h1 != 0 {
			t.Errorf("%s: lang %q, title %q, %d h1", name, d.lang, d.title, d.h1)
		}
		entries := append(slices.Clone(catalog.All()), catalog.UnknownCode, catalog.HTTPOther, catalog.Bulk, catalog.Fiscal)
		for _, e := range entries {
			if !d.ids[e.Name] {
				t.Errorf("%s has nothing on %s", name, e.Name)
			}
		}
		if len(d.ids) != len(entries) {
			t.Errorf("%s has %d ids, want those of %d entries", name, len(d.ids), len(entries))
		}
		for _, part := range []string{"what", "causes", "sample", "sources"} {
			if heading := docs.SiteWords["page"][part][lang]; heading == "" || !bytes.Contains(tree[name], []byte(">"+heading+"</h3>")) {
				t.Errorf("%s has no heading %q", name, heading)
			}
		}
		if bytes.Contains(tree[name], []byte("<h2")) {
			t.Errorf("%s has a heading of the level of a card's", name)
		}
	}
}

// TestEveryLink resolves each address of each page in the tree, with its anchor. Only sources lead
// elsewhere.
func TestEveryLink(t *testing.T) {
	tree := testTree(t, "")
	docs := pages(t, tree)
	for _, name := range details(t, tree) {
		docs[name] = read(t, name, append(slices.Clone(tree[name]), "</html>"...))
	}
	content, err := (&workshop{root: root}).docs()
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]int{}
	for i := range content.Sources {
		if url := content.Sources[i].URL(); url != "" {
			sources[url] = 0
		}
	}
	for name, d := range docs {
		for _, link := range d.links {
			if _, ok := sources[link]; ok {
				sources[link]++
				continue
			}
			if home, fragment, _ := strings.Cut(link, "#v1."); fragment != "" {
				link = home // a sample for the tool: see TestWaysOn
			}
			u, err := url.Parse(link)
			if err != nil || u.IsAbs() || u.Host != "" {
				t.Errorf("%s links to %q: want a relative address", name, link)
				continue
			}
			if strings.HasPrefix(u.Path, "/") != (name == "404.html" && u.Path != "") {
				t.Errorf("%s links to %q: only the page of missing pages has addresses from the root", name, link)
			}
			target := path.Join(path.Dir(name), u.Path)
			if strings.HasPrefix(u.Path, "/") {
				target = strings.TrimPrefix(path.Clean(u.Path), "/")
			}
			if u.Path == "" {
				target = name
			}
			if tree[target] == nil {
				target = path.Join(target, "index.html")
			}
			if tree[target] == nil {
				t.Errorf("%s links to %q: there is no such file", name, link)
			} else if u.Fragment != "" && !docs[target].ids[u.Fragment] {
				t.Errorf("%s links to %q: there is no such anchor", name, link)
			}
		}
	}
	for source, n := range sources {
		if n == 0 {
			t.Errorf("no page leads to the source %s", source)
		}
	}
}

// TestTablesHaveEveryCode wants each code of the seed page in the table under the tool and
// in the one of the codes, linked to its page.
func TestTablesHaveEveryCode(t *testing.T) {
	docs := pages(t, testTree(t, ""))
	for _, code := range []string{"2001", "2002", "2003", "1001", "1002", "1003", "1006", "1004", "http-404", "1005", "1007", "2004", "2005"} {
		for page, link := range map[string]string{"index.html": "errors/" + code + "/", "en/index.html": "errors/" + code + "/", "errors/index.html": code + "/", "en/errors/index.html": code + "/"} {
			if !slices.Contains(docs[page].links, link) {
				t.Errorf("%s has no link %q", page, link)
			}
		}
	}
}

func TestBase(t *testing.T) {
	tree := testTree(t, "https://example.ru/help/")
	page := string(tree["en/errors/2002/index.html"])
	for _, want := range []string{
		`<link rel="canonical" href="https://example.ru/help/en/errors/2002/">`,
		`<link rel="alternate" hreflang="ru" href="https://example.ru/help/errors/2002/">`,
		`<meta property="og:url" content="https://example.ru/help/en/errors/2002/">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if !strings.Contains(string(tree["sitemap.xml"]), "<loc>https://example.ru/help/errors/2002/</loc>") || !strings.Contains(string(tree["robots.txt"]), "Sitemap: https://example.ru/help/sitemap.xml") {
		t.Error("the site map lacks a page")
	}
	if !strings.Contains(string(tree["404.html"]), `href="/help/errors/"`) {
		t.Error("the page of missing pages does not know its root")
	}
}

func TestTreeIsTheSameEveryTime(t *testing.T) {
	first := testTree(t, "")
	for range 2 {
		second, err := makeTree(&workshop{root: root, program: []byte("program")})
		if err != nil {
			t.Fatal(err)
		}
		for name := range first {
			if !bytes.Equal(first[name], second[name]) {
				t.Fatalf("%s differs from build to build", name)
			}
		}
	}
}

// TestAddresses wants every file that was ever published where it was: pages are linked to,
// elements embedded, data read by programs. testdata/addresses.txt lists them, but for assets: those
// are named after what they hold, and go with the pages that ask for them.
func TestAddresses(t *testing.T) {
	data, err := os.ReadFile("testdata/addresses.txt")
	if err != nil {
		t.Fatal(err)
	}
	published := strings.Fields(string(data))
	if !slices.IsSorted(published) || len(slices.Compact(slices.Clone(published))) < len(published) {
		t.Error("testdata/addresses.txt is not sorted, or has a line twice: sort -u it, so that two branches can add to it")
	}
	there := map[string]bool{}
	for name := range testTree(t, base) { // with a base there are more
		there[name] = true
		if !strings.HasPrefix(name, "assets/") && !slices.Contains(published, name) {
			t.Errorf("%s is new: add it to testdata/addresses.txt, so that it never vanishes", name)
		}
	}
	for _, name := range published {
		if !there[name] {
			t.Errorf("%s was published and is not there any more: keep its line and make it lead on, in old of app/site/address.go", name)
		}
	}
}

// TestVersion wants the version and the date of the catalogue on every page.
func TestVersion(t *testing.T) {
	for name, d := range pages(t, testTree(t, "")) {
		if got, want := d.meta["generator"], "evotor-errors "+catalog.Version+", "+catalog.Date; got != want {
			t.Errorf("%s is made by %q, want %q", name, got, want)
		}
	}
	page := string(testTree(t, "")["en/errors/2003/index.html"])
	if !strings.Contains(page, `<time datetime="`+catalog.Date+`">`) || !strings.Contains(page, "version "+catalog.Version) {
		t.Error("the foot of a page does not say of when it is")
	}
}

// TestHeadersFile reads the file that the guide has for Netlify and Cloudflare Pages: where it keeps
// for good there are assets, where it allows frames there are pages for them.
func TestHeadersFile(t *testing.T) {
	data, err := os.ReadFile(root + "/docs/guide/hosting/_headers")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]string{} // headers by where an address begins
	var at string
	for line := range strings.Lines(string(data)) {
		if header, ok := strings.CutPrefix(line, "  "); ok {
			rules[at] += header
		} else {
			at = strings.TrimPrefix(strings.TrimSuffix(line, "*\n"), "/")
		}
	}
	for name := range testTree(t, "") {
		got := ""
		for at, headers := range rules {
			if strings.HasPrefix(name, at) {
				got += headers
			}
		}
		assets, frame := strings.HasPrefix(name, "assets/"), strings.Contains("/"+name, "/embed/")
		if !strings.Contains(got, "X-Content-Type-Options: nosniff\n") || strings.Contains(got, "immutable") != assets || strings.Contains(got, "frame-ancestors") != frame || strings.Contains(got, "Embedder-Policy: require-corp") != (assets || frame) {
			t.Errorf("%s gets the headers %q", name, got)
		}
	}
}

// TestAssetsAreNamedByTheirContent wants a new name where the content is new.
func TestAssetsAreNamedByTheirContent(t *testing.T) {
	names := func(program string) (list []string) {
		tree, err := makeTree(&workshop{root: root, program: []byte(program)})
		if err != nil {
			t.Fatal(err)
		}
		for name := range tree {
			if strings.HasPrefix(name, "assets/") {
				list = append(list, name)
			}
		}
		slices.Sort(list)
		return list
	}
	a, b := names("a"), names("b")
	differ := 0
	for i := range a {
		if a[i] != b[i] {
			differ++
			if !strings.HasPrefix(a[i], "assets/app.") && !strings.HasPrefix(a[i], "assets/files.") {
				t.Errorf("%s became %s", a[i], b[i])
			}
		}
	}
	if differ != 2 {
		t.Errorf("%d names differ, want that of the program, and of the list that has it", differ)
	}
}

func copySource(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", "main.go", "app", "docs", "web"} {
		from := filepath.Join(root, name)
		if info, err := os.Stat(from); err != nil {
			t.Fatal(err)
		} else if info.IsDir() {
			err = os.CopyFS(filepath.Join(dir, name), os.DirFS(from))
			if err != nil {
				t.Fatal(err)
			}
		} else if data, err := os.ReadFile(from); err != nil {
			t.Fatal(err)
		} else if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestNoBackticks wants code marked as such in every page, or plain where there are no marks.
func TestNoBackticks(t *testing.T) {
	for name, data := range testTree(t, "https://example.com/") {
		data = bytes.ReplaceAll(data, []byte(`<span class="sb">`+"`"), nil) // a string of JavaScript
		if i := bytes.IndexByte(data, '`'); strings.HasSuffix(name, ".html") && i >= 0 {
			t.Errorf("%s: %s", name, data[max(0, i-40):min(len(data), i+40)])
		}
	}
}
