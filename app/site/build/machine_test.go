package main

import (
	"encoding/xml"
	"path"
	"regexp"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/site/render"
)

var (
	leftover = regexp.MustCompile(`\{\d+\}|\{#|\{\{|\(\)|<no value>|\n\n\n|\x{00a0}|[ \t]\n`)
	href     = regexp.MustCompile(`href="([^"]*)"`)
)

// TestEveryPageHasATwin wants beside each page its Markdown, which the page names, without HTML
// and without what is left of templates, and whose links lead somewhere.
func TestEveryPageHasATwin(t *testing.T) {
	tree := testTree(t, "")
	for _, name := range forReading(tree) {
		dir := strings.TrimSuffix(name, "index.html")
		twin := strings.TrimSuffix(dir, "/") + ".md"
		if dir == "" || dir == "en/" {
			twin = dir + "index.md"
		}
		text := string(tree[twin])
		if !strings.HasPrefix(text, "# ") || len(text) < 300 {
			t.Errorf("%s has no twin %s, or an empty one", name, twin)
			continue
		}
		want := `<link rel="alternate" type="text/markdown" href="` + strings.Repeat("../", strings.Count(dir, "/"))
		if !strings.Contains(string(tree[name]), want) {
			t.Errorf("%s does not name its twin", name)
		}
		if bad := leftover.FindString(outsideCode(text)); bad != "" {
			t.Errorf("%s has %q in it", twin, bad)
		}
		html, _, err := render.New().HTML(text)
		if err != nil {
			t.Errorf("%s: %v", twin, err)
		}
		ways := 0
		for _, m := range href.FindAllStringSubmatch(string(html), -1) {
			if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "#") { // a heading's own
				continue
			}
			target := path.Join(path.Dir(twin), m[1])
			if strings.HasSuffix(m[1], "/") {
				target = path.Join(target, "index.html")
				ways++
			}
			if tree[target] == nil {
				t.Errorf("%s leads to %q, where nothing is", twin, m[1])
			}
		}
		if ways == 0 {
			t.Errorf("%s does not lead to its page", twin)
		}
	}
}

// outsideCode is a text without its blocks and words of code.
func outsideCode(text string) string {
	text = regexp.MustCompile("(?s)```.*?```").ReplaceAllString(text, "code")
	return regexp.MustCompile("`[^`\n]*`").ReplaceAllString(text, "`")
}

// TestTwinSaysWhatThePageSays looks for something of each kind.
func TestTwinSaysWhatThePageSays(t *testing.T) {
	tree := testTree(t, "")
	for name, wants := range map[string][]string{
		"en/errors/2003.md": {
			"# 2003: Invalid parameter value\n", "HTTP 400 Bad Request · Service developer to fix · Do not retry",
			"2. Service developer: ignore letter case when comparing IDs.", "(documented, source 2)", "(our inference)",
			"  **Check.** ", "\"subject\": \"deviceUuid\",", "curl -i -X POST", "[Delivery and retries](../guide/delivery.md)",
			"2. [Evotor’s API reference: objects](https://github.com/evotor/documentation-api/", "`definitions.yaml#/document/properties/deviceUuid`",
			"[This page on the site](2003/) · [Открыть по-русски](../../errors/2003.md)",
		},
		"errors/2003.md":        {"(документировано, источник 1)", "[Open in English](../en/errors/2003.md)"},
		"errors/url-warning.md": {"\n\nИсправляет разработчик сервиса · Повторять не нужно: запрос выполнен\n"},
		"en/guide/answers.md":   {"| `POST user/verify` | request | [2001](../errors/2001.md) ", "(observed in public code: a base64 token", "; projects: 1, years: 2019)", "the [tool](../index.md)"},
		"errors.md":             {"| 400 Неверный запрос | [2003](errors/2003.md) |", "- [Адрес скоро отключат](errors/url-warning.md): "},
		"index.md":              {"[2003](errors/2003.md)"},
		"en/changes.md":         {"## 23 November 2026\n\n- The first edition", "[2001](errors/2001.md)"},
	} {
		for _, want := range wants {
			if !strings.Contains(string(tree[name]), want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}
}

// TestLLMs wants llms.txt in the form of llmstxt.org, leading to every twin and to the data.
func TestLLMs(t *testing.T) {
	for _, base := range []string{"", base} {
		tree := testTree(t, base)
		text := string(tree["llms.txt"])
		if !regexp.MustCompile(`^# [^\n]+\n\n> [^\n]+\n>\n> [^\n]+\n\n`).MatchString(text) {
			t.Errorf("llms.txt begins with %q", text[:min(len(text), 200)])
		}
		for _, name := range forReading(tree) {
			dir := strings.TrimSuffix(name, "index.html")
			if dir != "" && dir != "en/" && !strings.Contains(text, "]("+base+strings.TrimSuffix(dir, "/")+".md): ") {
				t.Errorf("base %q: llms.txt does not lead to the twin of %s", base, name)
			}
		}
		for line := range strings.Lines(text) {
			if m := regexp.MustCompile(`^- \[[^\]]+\]\(([^)]+)\): .+\n$`).FindStringSubmatch(line); m != nil {
				if tree[strings.TrimPrefix(m[1], base)] == nil {
					t.Errorf("llms.txt leads to %q, where nothing is", m[1])
				}
			} else if strings.HasPrefix(line, "-") {
				t.Errorf("llms.txt has the line %q", line)
			}
		}
	}
}

// TestEveryChangeIsTold wants an entry in the list of changes for the day on which the catalogue
// last changed.
func TestEveryChangeIsTold(t *testing.T) {
	docs, err := (&workshop{root: root}).docs()
	if err != nil {
		t.Fatal(err)
	}
	if told := docs.Changes[0].Date; told < catalog.Date {
		t.Errorf("the catalogue changed on %s, the newest entry of docs/errors/changes.yaml is of %s: say there what changed", catalog.Date, told)
	}
	var feed struct {
		Entry []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	tree := testTree(t, base)
	if err := xml.Unmarshal(tree["en/changes.atom"], &feed); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for i, e := range feed.Entry {
		c := docs.Changes[i]
		if e.Title != strings.ReplaceAll(c.Text[catalog.English], "`", "") || e.Updated != c.Date+"T00:00:00Z" || ids[e.ID] {
			t.Errorf("entry %d of the feed is %+v, the change %+v", i+1, e, c)
		}
		ids[e.ID] = true
	}
	page := string(tree["en/changes/index.html"])
	if len(feed.Entry) != len(docs.Changes) || !strings.Contains(page, `href="../../en/changes.atom"`) {
		t.Errorf("%d entries in the feed, %d changes; or the page does not name the feed", len(feed.Entry), len(docs.Changes))
	}
}
