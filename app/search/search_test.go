package search_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/search"
	"evotor-errors/app/site/page"
)

// indexes are those of the real catalogue, by language.
func indexes(t testing.TB) [2]*search.Index {
	t.Helper()
	docs, err := page.Load(os.DirFS("../../docs"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return [2]*search.Index{docs.Index(entry.Russian), docs.Index(entry.English)}
}

// A row is a line of the table of queries.
type row struct {
	lang  string // of the index, "" for both
	query string
	first bool     // the only name comes first; else all names are among the first three
	names []string // none: nothing is found
}

func table(t testing.TB) (rows []row) {
	t.Helper()
	data, err := os.ReadFile("testdata/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		query, names, first := strings.Cut(line, " = ")
		if !first {
			query, names, _ = strings.Cut(line, " ~ ")
		}
		lang := ""
		if l, q, ok := strings.Cut(query, ": "); ok && (l == "ru" || l == "en") {
			lang, query = l, q
		}
		rows = append(rows, row{lang, query, first, strings.Fields(names)})
		if names == "-" {
			rows[len(rows)-1].names = nil
		}
	}
	return rows
}

// name is what the table calls a hit.
func name(path string) string {
	return strings.TrimPrefix(strings.ReplaceAll(strings.TrimSuffix(path, "/"), "/#", "#"), "errors/")
}

func names(hits []search.Hit) (list []string) {
	for _, h := range hits {
		list = append(list, name(h.Path))
	}
	return list
}

// inBrowser finds queries with web/rank.js.
func inBrowser(t *testing.T, x *search.Index, queries []string) (hits [][]search.Hit) {
	t.Helper()
	dir := t.TempDir()
	rank, err := os.ReadFile("../../web/rank.js")
	if err != nil {
		t.Fatal(err)
	}
	input, err := json.Marshal(map[string]any{"index": x, "queries": queries})
	if err != nil {
		t.Fatal(err)
	}
	const script = `import { search } from "./rank.mjs";
		import { readFileSync } from "node:fs";
		const { index, queries } = JSON.parse(readFileSync("input.json"));
		const find = search(index);
		const start = performance.now();
		const hits = queries.map((query) => find(query).map(({ path, also, words }) => ({ path, also, words })));
		console.error((performance.now() - start) / queries.length);
		console.log(JSON.stringify(hits));`
	for name, data := range map[string][]byte{"rank.mjs": rank, "input.json": input, "main.mjs": []byte(script)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var complaint strings.Builder
	cmd := exec.Command("node", "main.mjs")
	cmd.Dir, cmd.Stderr = dir, &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, complaint.String())
	}
	t.Logf("%s ms a query", strings.TrimSpace(complaint.String()))
	if err := json.Unmarshal(out, &hits); err != nil {
		t.Fatal(err)
	}
	return hits
}

// misspellings are a word with a letter more, a letter less, another letter, two letters
// swapped, and in the other layout of the keyboard; each word gets some of them.
func misspellings(word string, n int) []string {
	r := []rune(word)
	at := n % max(len(r)-1, 1)
	with := func(list ...rune) string { return string(r[:at]) + string(list) + string(r[min(at+2, len(r)):]) }
	if len(r) < 4 {
		return []string{word}
	}
	return []string{
		word, with(r[at], 'ъ', r[at+1]), with(r[at]), with(r[at], 'q'), with(r[at+1], r[at]),
		strings.ReplaceAll(word, "е", "ё"), strings.ToUpper(word), string(r[:len(r)-1]),
	}
}

// TestSame wants the ranking of the pages to be that of the command line, hit by hit: for the
// table of queries, and for every title with an error in one word and in the other layout.
func TestSame(t *testing.T) {
	const latin, russian = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"
	swap := strings.NewReplacer(slices.Collect(func(yield func(string) bool) {
		for i, r := range []rune(russian) {
			if !yield(string(r)) || !yield(latin[i:i+1]) || !yield(latin[i:i+1]) || !yield(string(r)) {
				return
			}
		}
	})...)
	for lang, x := range indexes(t) {
		var queries []string
		for _, r := range table(t) {
			queries = append(queries, r.query)
		}
		for i, d := range x.Docs {
			queries = append(queries, d.Title, swap.Replace(strings.ToLower(d.Title)))
			list := strings.Fields(d.Title)
			for k, w := range list {
				for n, wrong := range misspellings(w, i+k) {
					if (n+i+k)%8 == 0 {
						queries = append(queries, strings.Join(slices.Concat(list[:k], []string{wrong}, list[k+1:]), " "), wrong)
					}
				}
			}
		}
		t.Logf("%s: %d queries", entry.Lang(lang), len(queries))
		for i, got := range inBrowser(t, x, queries) {
			var want, have []string
			for _, h := range x.Find(queries[i]) {
				want = append(want, fmt.Sprint(h.Path, " ", h.Also, h.Words))
			}
			for _, h := range got {
				have = append(have, fmt.Sprint(h.Path, " ", h.Also, h.Words))
			}
			if !slices.Equal(have, want) {
				t.Fatalf("%s: %q finds\n%q in a browser,\n%q on the command line", entry.Lang(lang), queries[i], have, want)
			}
		}
	}
}

func TestQueries(t *testing.T) {
	rows := table(t)
	if len(rows) < 120 {
		t.Errorf("the table has %d queries", len(rows))
	}
	for lang, x := range indexes(t) {
		for _, r := range rows {
			if r.lang != "" && r.lang != entry.Lang(lang).String() {
				continue
			}
			got := names(x.Find(r.query))
			ok := len(r.names) == 0 && len(got) == 0
			if r.first && len(r.names) == 1 {
				ok = len(got) > 0 && got[0] == r.names[0]
			} else if !r.first {
				ok = !slices.ContainsFunc(r.names, func(n string) bool { return !slices.Contains(got[:min(len(got), 3)], n) })
			}
			if !ok {
				t.Errorf("%s: %q finds %q, want %q (first: %t)", entry.Lang(lang), r.query, got[:min(len(got), 6)], r.names, r.first)
			}
		}
	}
}
