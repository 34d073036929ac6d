package main

import (
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/site"
	"evotor-errors/app/site/page"
)

const base = "https://example.ru/help/"

// forReading are the pages that people read: not those of frames, short and old addresses.
func forReading(tree site.Tree) (list []string) {
	for name := range tree {
		if strings.HasSuffix(name, "index.html") && !strings.Contains("/"+name, "/embed/") && !strings.Contains("/"+name, "/e/") {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

// TestOldAndShortAddresses follows each: it leads on without a script, from under any path, and
// has a link in each language.
func TestOldAndShortAddresses(t *testing.T) {
	tree := testTree(t, base)
	want := map[string]string{"doc_errors_returned.html": "errors/"}
	for _, e := range catalog.All() {
		for _, lang := range catalog.Langs {
			want[lang.Prefix()+"e/"+strings.TrimPrefix(e.Name, "http-")+"/index.html"] = lang.Prefix() + e.Page()
		}
	}
	if want["e/2002/index.html"] != "errors/2002/" || want["en/e/404/index.html"] != "en/errors/http-404/" {
		t.Fatalf("the addresses are %v", want)
	}
	refresh := regexp.MustCompile(`<meta http-equiv="refresh" content="0; url=([^"]+)">`)
	for name, to := range want {
		html := string(tree[name])
		m := refresh.FindStringSubmatch(html)
		if m == nil || path.Join(path.Dir(name), m[1])+"/" != to || tree[to+"index.html"] == nil {
			t.Errorf("%s leads to %q, want %s", name, m, to)
		}
		if !strings.Contains(html, `<link rel="canonical" href="`+base+to+`">`) || strings.Contains(html, "noindex") {
			t.Errorf("%s does not pass on what search engines know of it", name)
		}
		for _, lang := range []string{"ru", "en"} {
			if !regexp.MustCompile(`<a href="[^":]+/errors/[^"]*" lang="` + lang + `"`).MatchString(html) {
				t.Errorf("%s has no link in %s", name, lang)
			}
		}
	}
}

var inPage = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">`)

// TestSiteMap wants each page for reading once, with the day of its last change and the same
// alternates as the page itself.
func TestSiteMap(t *testing.T) {
	w := &workshop{root: root, base: base, program: []byte("program"), runtime: []byte("runtime")}
	docs, err := w.docs()
	if err != nil {
		t.Fatal(err)
	}
	old := docs.Changed("tokens")
	docs.Changes = append([]page.Change{{Date: "2099-01-01", Changed: []string{"2003"}}}, docs.Changes...)
	tree, err := w.tree(docs)
	if err != nil {
		t.Fatal(err)
	}
	var siteMap struct {
		URL []struct {
			Loc  string `xml:"loc"`
			Mod  string `xml:"lastmod"`
			Link []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(tree["sitemap.xml"], &siteMap); err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, u := range siteMap.URL {
		name := strings.TrimPrefix(u.Loc, base) + "index.html"
		if days[name] != "" {
			t.Errorf("%s stands twice", u.Loc)
		}
		days[name] = u.Mod
		var got, want []string
		for _, l := range u.Link {
			got = append(got, l.Lang+" "+l.Href)
		}
		for _, m := range inPage.FindAllStringSubmatch(string(tree[name]), -1) {
			want = append(want, m[1]+" "+m[2])
		}
		if len(want) < 2 || !slices.Equal(got, want) {
			t.Errorf("%s has the alternates %v, the page %v", u.Loc, got, want)
		}
	}
	for _, name := range forReading(tree) {
		if days[name] == "" {
			t.Errorf("%s is not in the site map", name)
		}
	}
	for name, want := range map[string]string{
		"errors/2003/index.html": "2099-01-01", "en/errors/2002/index.html": old, "en/guide/tokens/index.html": old,
		"errors/index.html": "2099-01-01", "en/index.html": "2099-01-01",
	} {
		if days[name] != want || want == "" {
			t.Errorf("%s changed on %q, want %q", name, days[name], want)
		}
	}
	if len(days) != len(forReading(tree)) {
		t.Errorf("%d pages in the site map, %d for reading", len(days), len(forReading(tree)))
	}
}
