package page_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// good is the smallest content without a problem.
func good() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"errors/webhooks.yaml": file("- {id: verify, method: POST, path: user/verify}\n"),
		"errors/sources.yaml":  file("- {id: page, years: '2017', where: x, title: {ru: Х, en: X}}\n"),
		"errors/words.yaml": file("actor:\n  partner: {ru: Разработчик, en: Developer}\nretry:\n  \"no\": {ru: Нет, en: No}\n" +
			"sure:\n  documented: {ru: есть, en: is}\n  inferred: {ru: вывод, en: inferred}\n"),
		"errors/2002/facts.yaml": file("code: \"2002\"\nstatus: 400\nfamily: webhook\nactors: [partner]\nretry: no\nreasons: [missing]\n" +
			"meaning: {sure: documented, source: page}\ncauses:\n  - {id: renamed, sure: inferred}\nsamples: [sample]\n"),
		"errors/2002/ru.md": file("# Нет поля\n\nПоля не хватает.\n\n## sentences\n\n- [missing] Нет поля `{subject}`\n- Поля нет\n\n" +
			"## causes\n\n- renamed: Имя другое.\n\n## steps\n\n1. Сравните имя `{subject}`.\n"),
		"errors/2002/en.md": file("# A field is missing\n\nA field is missing.\n\n## sentences\n\n- [missing] No field `{subject}`\n- No field\n\n" +
			"## causes\n\n- renamed: Another name.\n\n## steps\n\n1. Compare the name `{subject}`.\n"),
		"template/words.yaml": file("site:\n  name: {ru: Имя, en: Name}\n"),
		"guide/order.yaml":    file("[start]\n"),
		"guide/start/ru.md":   file("---\ntitle: Начало\ndescription: О начале\n---\nТекст.\n"),
		"guide/start/en.md":   file("---\ntitle: Start\ndescription: The start\n---\nText.\n"),
	}
}

// decode finds in every sample one error with a subject.
func decode(string) []page.Decoded {
	return []page.Decoded{{Code: "2002", Slots: map[string]string{"subject": "deviceUuid", "code": "2002"}}}
}

func TestLoad(t *testing.T) {
	docs, err := page.Load(good(), decode)
	if err != nil {
		t.Fatal(err)
	}
	r := docs.Records[0]
	if got := r.Text[entry.Russian].Sentences[0]; got.When != "missing" || got.Text != "Нет поля `{subject}`" {
		t.Errorf("first sentence is %+v", got)
	}
	if got := r.Filled(r.Text[entry.English].Steps[0]); got != "Compare the name `deviceUuid`." {
		t.Errorf("filled step is %q", got)
	}
	if got := docs.Guides[0].Text[entry.Russian].Markdown; got != "Текст.\n" {
		t.Errorf("guide is %q", got)
	}
}

// TestProblems breaks the content in one place each and wants that problem, with its file
// and line, and no other.
func TestProblems(t *testing.T) {
	const ru, en, facts = "errors/2002/ru.md", "errors/2002/en.md", "errors/2002/facts.yaml"
	for _, c := range []struct {
		name, file, old, new string
		want                 string
	}{
		{"a language is missing", en, "", "", "docs/errors/2002/en.md: is missing: every record has a text in every language"},
		{"an unknown field", facts, "retry: no", "retry: no\nstatsu: 4", "docs/errors/2002/facts.yaml:6: field statsu not found in type page.Facts"},
		{"an unknown actor", facts, "[partner]", "[partnr]", `docs/errors/2002/facts.yaml: unknown actor "partnr"`},
		{"an unknown family", facts, "family: webhook", "family: web", `docs/errors/2002/facts.yaml: family is "web", want one of webhook, api, general`},
		{"an impossible status", facts, "status: 400", "status: 200", "docs/errors/2002/facts.yaml: status is 200, want 400 to 599"},
		{"an unknown source", facts, "source: page", "source: pgae", `docs/errors/2002/facts.yaml: meaning: unknown source "pgae"`},
		{"an inference with a source", facts, "sure: inferred", "sure: inferred, source: page", "docs/errors/2002/facts.yaml: cause renamed: what we infer has no source"},
		{"an unknown webhook", facts, "samples", "webhooks: {sure: documented, source: page, ids: [vrfy]}\nsamples", `docs/errors/2002/facts.yaml: unknown webhook "vrfy"`},
		{"a code of another folder", facts, "code: \"2002\"", "code: \"2003\"", `docs/errors/2002/facts.yaml: code is "2003", the folder's name "2002"`},
		{"a sample of another code", facts, "code: \"2002\"", "code: \"2003\"", `docs/errors/2002/facts.yaml: sample 1 decodes to code "2002", want "2003"`},
		{"no sample", facts, "samples: [sample]", "slots: [subject]", "docs/errors/2002/facts.yaml: a sample is missing"},
		{"a slot that no body fills", ru, "Сравните имя `{subject}`", "Сравните `{value}` и `{subject}`", "docs/errors/2002/ru.md:16: no response with this code can fill the slot {value}"},
		{"other slots in English", en, "No field `{subject}`", "No field", "docs/errors/2002/en.md:7: sentence 1 has another condition or other slots than the Russian one"},
		{"a step less in English", en, "1. Compare the name `{subject}`.", "", "docs/errors/2002/en.md: 0 steps, the Russian text has 1"},
		{"an unknown condition", ru, "[missing]", "[mising]", "docs/errors/2002/ru.md:7: condition \"mising\" is no reason of this code, no direction and no slot"},
		{"no sentence for every response", ru, "- Поля нет", "- Поля `{subject}` нет", "docs/errors/2002/ru.md: the last sentence must fit every response: no condition and no slot"},
		{"a cause without facts", ru, "renamed:", "other:", `docs/errors/2002/ru.md: cause "renamed" is missing`},
		{"an unknown section", ru, "## steps", "## stpes", "docs/errors/2002/ru.md:14: unknown section \"stpes\"\nthe sections are sentences, causes, steps, retry"},
		{"a title with a period", ru, "# Нет поля", "# Нет поля.", "docs/errors/2002/ru.md:1: a title has no period"},
		{"straight quotes", ru, "Имя другое.", `Имя "другое".`, "docs/errors/2002/ru.md:12: straight quotes: want «» in Russian and “” in English"},
		{"е for ё", ru, "Имя другое.", "Имя еще другое.", `docs/errors/2002/ru.md:12: "еще" is written with ё`},
		{"a hyphen for a dash", ru, "Имя другое.", "Имя - другое.", "docs/errors/2002/ru.md:12: a hyphen stands where a dash belongs"},
		{"Cyrillic in English", en, "Another name.", "Another имя.", "docs/errors/2002/en.md:12: Cyrillic letters in an English text"},
		{"a word in one language", "template/words.yaml", ", en: Name", "", "docs/template/words.yaml: site name: language en is missing"},
		{"a guide out of order", "guide/order.yaml", "[start]", "[]", `docs/guide/order.yaml: "start" is missing`},
		{"a guide without front matter", "guide/start/ru.md", "---\n", "", "docs/guide/start/ru.md:1: front matter is missing: title and description between two lines of ---"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := good()
			if c.old == "" {
				delete(fsys, c.file)
			} else {
				data := string(fsys[c.file].Data)
				if !strings.Contains(data, c.old) {
					t.Fatalf("%s has no %q", c.file, c.old)
				}
				fsys[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(data, c.old, c.new, 1))}
			}
			_, err := page.Load(fsys, decode)
			problems, _ := err.(page.Problems)
			found := false
			for _, p := range problems {
				found = found || p.String() == c.want
			}
			if !found {
				t.Errorf("problems are\n%v\nwant among them\n%s", err, c.want)
			}
		})
	}
}

// TestEveryProblem wants all problems of a load at once, in the order of files and lines.
func TestEveryProblem(t *testing.T) {
	fsys := good()
	fsys["errors/2002/ru.md"].Data = []byte(strings.ReplaceAll(string(fsys["errors/2002/ru.md"].Data), "имя", `"имя"`))
	fsys["errors/2002/facts.yaml"].Data = []byte(strings.Replace(string(fsys["errors/2002/facts.yaml"].Data), "[partner]", "[you, me]", 1))
	_, err := page.Load(fsys, decode)
	want := `docs/errors/2002/facts.yaml: unknown actor "you"
docs/errors/2002/facts.yaml: unknown actor "me"
docs/errors/2002/ru.md:16: straight quotes: want «» in Russian and “” in English`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestTypeset(t *testing.T) {
	for _, c := range []struct {
		lang     entry.Lang
		in, want string
	}{
		{entry.Russian, "Поле в запросе — пустое", "Поле в\u00a0запросе\u00a0— пустое"},
		{entry.Russian, "и не в том", "и\u00a0не\u00a0в\u00a0том"},
		{entry.Russian, "проверьте же это", "проверьте\u00a0же это"},
		{entry.Russian, "предел 5 МБ", "предел 5\u00a0МБ"},
		{entry.Russian, "лежит в `violations`", "лежит в\u00a0`violations`"},
		{entry.Russian, "код `a в b` тут", "код `a в b` тут"},
		{entry.English, "in a field — empty", "in a field\u00a0— empty"},
		{entry.English, "at most 5 MB", "at most 5\u00a0MB"},
	} {
		if got := page.Typeset(c.lang, c.in); got != c.want {
			t.Errorf("Typeset(%s, %q) is %q, want %q", c.lang, c.in, got, c.want)
		}
	}
}
