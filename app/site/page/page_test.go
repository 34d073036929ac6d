package page_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// good is the smallest content without a problem that has something of everything.
func good() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"errors/glossary.yaml": file("- {term: {ru: облако, en: the cloud}, not: {ru: [облачный сервис*], en: []}}\n"),
		"errors/webhooks.yaml": file("- {id: verify, method: POST, path: user/verify, kind: request, codes: [\"2002\"], missing: true, at: /verify, words: w}\n"),
		"errors/sources.yaml": file("- {id: api-paths, repo: a/b, commit: " + strings.Repeat("0", 40) + ", path: c/paths.yaml, year: \"2017\", title: {ru: Пути 2017, en: Paths 2017}}\n" +
			"- {id: menu, page: Меню, year: \"2026\", title: {ru: Меню, en: The menu}}\n"),
		"errors/words.yaml": file("actor:\n  partner: {ru: Разработчик, en: Developer}\n  merchant: {ru: Владелец кассы, en: Merchant}\n" +
			"  evotor: {ru: Эвотор, en: Evotor}\nretry:\n  \"no\": {ru: Нет, en: No}\n"),
		"errors/2002/facts.yaml": file("code: \"2002\"\nstatus: 400\nfamily: webhook\nactors: [partner, merchant]\nretry: no\nreasons: [missing]\nsee: [start]\n" +
			"meaning: {sure: documented, source: api-paths, at: /x, words: w}\n" +
			"causes:\n  - {id: renamed, sure: inferred}\n  - {id: seen, sure: observed, seen: {projects: 2, years: \"2020–\", form: {ru: так, en: so}}}\n" +
			"samples:\n  - {sure: inferred, text: sample}\nwrong: wrong\nright: right\nrequests: [curl]\n"),
		"errors/2002/ru.md": file(lines("# Нет поля", "", "Поля не хватает.", "",
			"## sentences", "", "- [missing] Нет поля `{subject}`", "- Поля нет", "",
			"## causes", "", "- renamed: Имя другое.", "  - check: Сверьте.", "  - fix: Исправьте.", "- seen: Поля не стало.", "  - check: Найдите.", "  - fix: Верните.", "",
			"## steps", "", "1. [missing] partner: Сравните имя `{subject}`.", "2. merchant: Обновите сервис.", "3. partner: URL проверьте.", "",
			"## merchant", "", "- [to-cloud] Сервис отказал.", "- [название сервиса] не работает.", "", "1. [название сервиса]: обновите.", "",
			"## answers", "", "Код важнее статуса.", "",
			"## requests", "", "- Вход: ждите 400.", "",
			"## retry", "", "Не раньше")),
		"errors/2002/en.md": file(lines("# A field is missing", "", "A field is missing.", "",
			"## sentences", "", "- [missing] No field `{subject}`", "- No field", "",
			"## causes", "", "- renamed: Another name.", "  - check: Compare.", "  - fix: Correct.", "- seen: The field is gone.", "  - check: Find it.", "  - fix: Restore it.", "",
			"## steps", "", "1. [missing] partner: Compare the name `{subject}`.", "2. merchant: Update the service.", "3. partner: URL to be checked.", "",
			"## merchant", "", "- [to-cloud] The service refused.", "- [name of the service] does not work.", "", "1. [name of the service]: update it.", "",
			"## answers", "", "The code matters more than the status.", "",
			"## requests", "", "- A login: expect 400.", "",
			"## retry", "", "Not sooner")),
		"errors/url-warning/facts.yaml": file("name: url-warning\nfamily: page\nactors: [partner]\nretry: no\nmeaning: {sure: inferred}\n"),
		"errors/url-warning/ru.md":      file("# Адрес отключат\n\nАдрес отключат.\n\n## sentences\n\n- Адрес отключат\n\n## steps\n\n1. partner: Замените адрес.\n"),
		"errors/url-warning/en.md":      file("# The address goes\n\nThe address goes.\n\n## sentences\n\n- The address goes\n\n## steps\n\n1. partner: Replace the address.\n"),
		"errors/changes.yaml": file("- {date: 2026-11-24, changed: [\"2002\"], text: {ru: Стало точнее, en: More exact}}\n" +
			"- {date: 2026-11-23, added: [\"2002\", url-warning, start], text: {ru: Начало, en: The start}}\n"),
		"template/words.yaml": file("site:\n  name: {ru: Имя, en: Name}\n"),
		"guide/order.yaml":    file("[start]\n"),
		"guide/start/ru.md":   file("---\ntitle: Начало\ndescription: О начале\n---\nТекст. {documented menu: раздел}\n\nИ ещё. {observed 3, 2019–2021: `x` в коде}\n\nВывод. {inferred}\n\n```text\n{file conf}\n```\n"),
		"guide/start/conf":    file("a \"b\"\n"),
		"guide/start/en.md":   file("---\ntitle: Start\ndescription: The start\n---\nText. {documented menu: section}\n\nMore. {observed 3, 2019–2021: `x` in code}\n\nThat follows. {inferred}\n"),
	}
}

// lines is a text of these lines.
func lines(list ...string) string { return strings.Join(list, "\n") + "\n" }

// decode finds in every sample one error with a subject.
func decode(string) []page.Decoded {
	return []page.Decoded{{Code: "2002", Slots: map[string]string{"subject": "deviceUuid", "code": "2002"}}}
}

func TestLoad(t *testing.T) {
	docs, err := page.Load(good(), decode)
	if err != nil {
		t.Fatal(err)
	}
	r := docs.Record("2002")
	ru, en := r.Text[entry.Russian], r.Text[entry.English]
	if got := ru.Sentences[0]; got.When != "missing" || got.Text != "Нет поля `{subject}`" {
		t.Errorf("first sentence is %+v", got)
	}
	// A record with steps for several says of each whom it is for.
	for i, want := range []struct {
		actor entry.Actor
		text  string
		plain string
	}{
		{entry.Partner, "Developer: compare the name `deviceUuid`.", "Compare the name `{subject}`."},
		{entry.Merchant, "Merchant: update the service.", "Update the service."},
		{entry.Partner, "Developer: URL to be checked.", "URL to be checked."},
	} {
		if got := en.Steps[i]; got.For != want.actor || r.Filled(got) != want.text || got.Plain != want.plain {
			t.Errorf("step %d is for %s: %q, plain %q", i+1, got.For, r.Filled(got), got.Plain)
		}
	}
	if got := docs.Record("url-warning").Text[entry.English].Steps[0]; got.For != entry.Partner || got.Text != "Replace the address." {
		t.Errorf("the only step is %+v", got)
	}
	if got := ru.Causes["seen"]; got.Text != "Поля не\u00a0стало." || got.Check != "Найдите." || got.Fix != "Верните." {
		t.Errorf("the cause is %+v", got)
	}
	if ru.What[0].When != "to-cloud" || ru.What[1].Text != "[название сервиса] не\u00a0работает." || ru.Do[0].Text != "[название сервиса]: обновите." {
		t.Errorf("the merchant reads %+v, %+v", ru.What, ru.Do)
	}
	if ru.Answers != "Код важнее статуса." || ru.Requests[0].Text != "Вход: ждите 400." || ru.Retry != "Не\u00a0раньше" {
		t.Errorf("answers %q, requests %+v, retry %q", ru.Answers, ru.Requests, ru.Retry)
	}
	if docs.Record("start") != nil || docs.Guide("start") == nil || docs.Guide("2002") != nil {
		t.Error("records and guides are mixed up")
	}
	if docs.Added("2002") != "2026-11-23" || docs.Changed("2002") != "2026-11-24" || docs.Changed("start") != "2026-11-23" {
		t.Errorf("2002 was added %q, changed %q, start changed %q", docs.Added("2002"), docs.Changed("2002"), docs.Changed("start"))
	}
	g := docs.Guide("start").Text[entry.Russian]
	if want := "Текст. {0}\n\nИ\u00a0ещё. {1}\n\nВывод. {2}\n\n```text\na \"b\"\n```\n"; g.Markdown != want {
		t.Errorf("guide is %q, want %q", g.Markdown, want)
	}
	want := []page.Evidence{
		{Sure: page.Documented, Source: "menu", At: "раздел"},
		{Sure: page.Observed, Seen: &page.Seen{Form: entry.Both{"`x` в\u00a0коде", ""}, Years: "2019–2021", Projects: 3}},
		{Sure: page.Inferred},
	}
	if diff := cmp.Diff(want, g.Evidence); diff != "" {
		t.Error(diff)
	}
}

// TestStatements wants every statement of the content, with its file.
func TestStatements(t *testing.T) {
	docs, err := page.Load(good(), decode)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range docs.Statements() {
		got = append(got, strings.TrimPrefix(s.File, "docs/")+"|"+s.What+"|"+s.Sure+"|"+s.Source+"|"+s.At)
	}
	want := []string{
		"errors/webhooks.yaml|webhook verify|documented|api-paths|/verify",
		"errors/2002/facts.yaml|meaning|documented|api-paths|/x",
		"errors/2002/facts.yaml|cause renamed|inferred||",
		"errors/2002/facts.yaml|cause seen|observed||",
		"errors/2002/facts.yaml|sample 1|inferred||",
		"errors/url-warning/facts.yaml|meaning|inferred||",
		"guide/start/ru.md||documented|menu|раздел",
		"guide/start/ru.md||observed||",
		"guide/start/ru.md||inferred||",
		"guide/start/en.md||documented|menu|section",
		"guide/start/en.md||observed||",
		"guide/start/en.md||inferred||",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	paths, _ := docs.Source("api-paths")
	menu, _ := docs.Source("menu")
	if got := paths.Place("/verify"); got != "paths.yaml#/verify" {
		t.Errorf("the place of a pointer is %q", got)
	}
	if got := paths.URL(); got != "https://github.com/a/b/blob/"+strings.Repeat("0", 40)+"/c/paths.yaml" {
		t.Errorf("the file is at %q", got)
	}
	if menu.URL() != "" || menu.Place("раздел") != "раздел" {
		t.Errorf("the page is at %q, %q", menu.URL(), menu.Place("раздел"))
	}
}

// TestProblems breaks the content in one place each and wants that problem, with its file and line.
func TestProblems(t *testing.T) {
	const (
		ru, en, facts     = "errors/2002/ru.md", "errors/2002/en.md", "errors/2002/facts.yaml"
		sources, webhooks = "errors/sources.yaml", "errors/webhooks.yaml"
		guide, changes    = "guide/start/ru.md", "errors/changes.yaml"
		howToLabel        = "labels are written: {documented source: place | words}, {observed projects, years: form}, {inferred}"
	)
	for _, c := range []struct {
		name, file, old, new string
		want                 string
	}{
		{"a language is missing", en, "", "", "docs/errors/2002/en.md: is missing: every record has a text in every language"},
		{"an unknown field", facts, "retry: no", "retry: no\nstatsu: 4", "docs/errors/2002/facts.yaml:6: field statsu not found in type page.Facts"},
		{"an unknown actor", facts, "[partner, merchant]", "[partnr, merchant]", `docs/errors/2002/facts.yaml: unknown actor "partnr"`},
		{"an unknown actor of answers to the cloud", facts, "retry: no", "retry: no\nactors-to-cloud: [partnr]", `docs/errors/2002/facts.yaml: unknown actor "partnr"`},
		{"an unknown retry", facts, "retry: no", "retry: never", `docs/errors/2002/facts.yaml: unknown retry "never"`},
		{"an unknown family", facts, "family: webhook", "family: web", `docs/errors/2002/facts.yaml: family is "web", want one of webhook, api, page, general`},
		{"an impossible status", facts, "status: 400", "status: 200", "docs/errors/2002/facts.yaml: status is 200, want 400 to 599"},
		{"a status of what has none", "errors/url-warning/facts.yaml", "retry: no", "retry: no\nstatus: 400", "docs/errors/url-warning/facts.yaml: a page has neither code nor status"},
		{"a name of another folder", "errors/url-warning/facts.yaml", "name: url-warning", "name: warning", `docs/errors/url-warning/facts.yaml: name is "warning", the folder's is "url-warning"`},
		{"a code of another folder", facts, "code: \"2002\"", "code: \"2003\"", `docs/errors/2002/facts.yaml: code is "2003", the folder's name "2002"`},
		{"a sample of another code", facts, "code: \"2002\"", "code: \"2003\"", `docs/errors/2002/facts.yaml: sample 1 decodes to code "2002", want "2003"`},
		{"no sample", facts, "samples:\n  - {sure: inferred, text: sample}", "slots: [subject]", "docs/errors/2002/facts.yaml: a sample is missing"},
		{"an obsolete reason that is none", facts, "retry: no", "retry: no\nobsolete: {reason: unexpected, sure: inferred}", `docs/errors/2002/facts.yaml: obsolete reason is "unexpected", want one of missing`},
		{"a direction that is none", facts, "{id: renamed,", "{id: renamed, direction: to-mars,", `docs/errors/2002/facts.yaml: direction of cause renamed is "to-mars", want one of to-cloud, from-cloud`},

		// What a statement rests on.
		{"no word on how sure", facts, "sure: documented, source", "source", `docs/errors/2002/facts.yaml: meaning: sure is "", want documented, observed or inferred`},
		{"an unknown source", facts, "source: api-paths", "source: pgae", `docs/errors/2002/facts.yaml: meaning: unknown source "pgae"`},
		{"no place in a source", facts, ", at: /x", "", `docs/errors/2002/facts.yaml: meaning: a place in source "api-paths" is missing`},
		{"no words of a source", facts, ", words: w", "", `docs/errors/2002/facts.yaml: meaning: the words of source "api-paths" that it rests on are missing`},
		{"an inference with a source", facts, "sure: inferred", "sure: inferred, source: api-paths", "docs/errors/2002/facts.yaml: cause renamed: what is inferred has no source"},
		{"an observation with a place", facts, "sure: observed", "sure: observed, at: /x", "docs/errors/2002/facts.yaml: cause seen: what is observed has no source"},
		{"an inference that was seen", facts, "{id: seen, sure: observed", "{id: seen, sure: inferred", "docs/errors/2002/facts.yaml: cause seen: what is inferred was not seen"},
		{"an observation without a form", facts, ", form: {ru: так, en: so}", "", "docs/errors/2002/facts.yaml: cause seen: what was observed needs its form, the years, and in how many projects"},
		{"an observation with a form in one language", facts, ", en: so", "", "docs/errors/2002/facts.yaml: cause seen: what was observed needs its form, the years, and in how many projects"},
		{"an observation without years", facts, ", years: \"2020–\"", "", "docs/errors/2002/facts.yaml: cause seen: what was observed needs its form, the years, and in how many projects"},
		{"an observation in no project", facts, "projects: 2", "projects: 0", "docs/errors/2002/facts.yaml: cause seen: what was observed needs its form, the years, and in how many projects"},
		{"a sample that nothing is known of", facts, "{sure: inferred, text", "{text", `docs/errors/2002/facts.yaml: sample 1: sure is "", want documented, observed or inferred`},
		{"what is obsolete without a place", facts, "retry: no", "retry: no\nobsolete: {sure: documented, source: api-paths}", `docs/errors/2002/facts.yaml: obsolete: a place in source "api-paths" is missing`},
		{"a source that nothing cites", sources, "id: menu", "id: menus", `docs/errors/sources.yaml: nothing cites source "menus"`},
		{"another year in a title", sources, "Paths 2017", "Paths 2018", `docs/errors/sources.yaml: source "api-paths": its title says 2018, its year is 2017`},
		{"a source without a year", sources, "year: \"2017\"", "year: soon", `docs/errors/sources.yaml: source "api-paths": year is "soon", want a year`},
		{"a source without a path", sources, ", path: c/paths.yaml", "", `docs/errors/sources.yaml: source "api-paths" needs repo, commit and path, or page`},
		{"a source that is a file and a page", sources, "id: api-paths", "id: api-paths, page: X", `docs/errors/sources.yaml: source "api-paths" needs repo, commit and path, or page`},
		{"a commit cut short", sources, "0000, path", "000, path", `docs/errors/sources.yaml: source "api-paths": commit is "` + strings.Repeat("0", 39) + `", want all 40 digits`},
		{"a webhook without words", webhooks, ", words: w", "", `docs/errors/webhooks.yaml: webhook verify: the words of source "api-paths" that it rests on are missing`},
		{"a webhook with an unknown code", webhooks, "2002", "2003", `docs/errors/webhooks.yaml: webhook verify: unknown code "2003"`},
		{"a webhook with a code of another family", webhooks, "[\"2002\"]", "[url-warning]", `docs/errors/webhooks.yaml: webhook verify: unknown code "url-warning"`},
		{"a webhook of an unknown kind", webhooks, "kind: request", "kind: call", `docs/errors/webhooks.yaml: kind of webhook verify is "call", want one of request, notification`},
		{"an unknown name in see", facts, "see: [start]", "see: [strat]", `docs/errors/2002/facts.yaml: see: "strat" is neither another record nor a guide`},
		{"its own name in see", facts, "see: [start]", "see: [\"2002\"]", `docs/errors/2002/facts.yaml: see: "2002" is neither another record nor a guide`},

		// The texts of a record.
		{"no title", ru, "# Нет поля\n", "", "docs/errors/2002/ru.md:1: the title is missing"},
		{"a title with a period", ru, "# Нет поля", "# Нет поля.", "docs/errors/2002/ru.md:1: a title has no period"},
		{"no meaning", ru, "Поля не хватает.", "", "docs/errors/2002/ru.md:1: the paragraph that says what the code means is missing"},
		{"an unknown section", ru, "## steps", "## stpes", "docs/errors/2002/ru.md:19: unknown section \"stpes\"\nthe sections are sentences, causes, steps, merchant, answers, requests, retry"},
		{"not an item of a list", ru, "- Поля нет", "Поля нет", `docs/errors/2002/ru.md:8: not an item of a list: "Поля нет"`},
		{"a sentence with a period", ru, "- Поля нет", "- Поля нет.", "docs/errors/2002/ru.md:8: a sentence has no period"},
		{"no sentence for every response", ru, "- Поля нет", "- Поля `{subject}` нет", "docs/errors/2002/ru.md: the last sentence must fit every response: no condition and no slot"},
		{"an unknown condition", ru, "[missing]", "[mising]", "docs/errors/2002/ru.md:7: condition \"mising\" is no reason of this code, no direction and no slot"},
		{"a slot that no body fills", ru, "Сравните имя `{subject}`", "Сравните `{value}` и `{subject}`", "docs/errors/2002/ru.md:21: no response with this code can fill the slot {value}"},
		{"a slot that no body fills, for the merchant", ru, "обновите.", "обновите `{value}`.", "docs/errors/2002/ru.md:30: no response with this code can fill the slot {value}"},
		{"other slots in English", en, "No field `{subject}`", "No field", "docs/errors/2002/en.md:7: sentence 1 has another condition, another actor or other slots than the Russian one"},
		{"another condition in English", en, "2. merchant: Update", "2. [missing] merchant: Update", "docs/errors/2002/en.md:22: step 2 has another condition, another actor or other slots than the Russian one"},
		{"another actor in English", en, "3. partner: URL", "3. merchant: URL", "docs/errors/2002/en.md:23: step 3 has another condition, another actor or other slots than the Russian one"},
		{"a step less in English", en, "3. partner: URL to be checked.", "", "docs/errors/2002/en.md: 2 steps, the Russian text has 3"},
		{"a line to the merchant less in English", en, "- [to-cloud] The service refused.\n", "", "docs/errors/2002/en.md: 1 line to the merchants, the Russian text has 2"},
		{"another case for the merchant in English", en, "1. [name of the service]: update it.", "1. [to-cloud] Update it.", "docs/errors/2002/en.md:30: step of the merchant 1 has another condition, another actor or other slots than the Russian one"},
		{"whether to retry in one language", en, "## retry\n\nNot sooner\n", "", "docs/errors/2002/en.md: the section retry stands in one language only"},

		// Causes, and what to do about them.
		{"a cause without facts", ru, "- renamed:", "- other:", `docs/errors/2002/ru.md:12: cause "other" is not in facts.yaml`},
		{"a cause without a text", ru, "- renamed:", "- other:", `docs/errors/2002/ru.md: cause "renamed" is missing`},
		{"a cause without a check", ru, "  - check: Сверьте.\n", "", `docs/errors/2002/ru.md:12: cause "renamed" needs a check and a fix`},
		{"a cause without a fix", ru, "  - fix: Верните.\n", "", `docs/errors/2002/ru.md:15: cause "seen" needs a check and a fix`},
		{"a cause twice", ru, "- seen: Поля", "- renamed: Поля", `docs/errors/2002/ru.md:15: cause "renamed" stands twice`},
		{"not a part of a cause", ru, "  - check: Найдите.", "  - chekc: Найдите.", "docs/errors/2002/ru.md:16: not a cause: \"  - chekc: Найдите.\"\na cause is written: - id: text, and below it, two spaces in, - check: text and - fix: text"},
		{"a check of no cause", ru, "- renamed: Имя другое.\n", "", "docs/errors/2002/ru.md:12: not a cause: \"  - check: Сверьте.\"\na cause is written: - id: text, and below it, two spaces in, - check: text and - fix: text"},

		// Who has to do what.
		{"no actors", facts, "actors: [partner, merchant]\n", "", "docs/errors/2002/facts.yaml: actors are missing"},
		{"no steps", "errors/url-warning/ru.md", "1. partner: Замените адрес.\n", "", "docs/errors/url-warning/ru.md: steps are missing"},
		{"a step without an actor", ru, "2. merchant: Обновите сервис.", "2. Обновите сервис.", "docs/errors/2002/ru.md:22: not a step: \"2. Обновите сервис.\"\na step is written: 1. actor: text, or 1. [condition] actor: text"},
		{"an actor without a step", ru, "2. merchant: Обновите", "2. partner: Обновите", "docs/errors/2002/ru.md: merchant is to act, but no step is for them"},
		{"a step for somebody else", ru, "2. merchant: Обновите", "2. evotor: Обновите", "docs/errors/2002/ru.md:22: a step is for evotor, who is not among the actors"},
		{"more steps than a phone shows", ru, "3. partner: URL проверьте.", "3. partner: URL проверьте.\n4. [to-cloud] partner: Ещё.\n5. partner: Ещё.", "docs/errors/2002/ru.md: 4 steps for one case, want at most 3: the rest belongs to the causes"},
		{"more steps in any case", ru, "3. partner: URL проверьте.", "3. partner: URL проверьте.\n4. partner: Ещё.\n5. partner: Ещё.", "docs/errors/2002/ru.md: 4 steps for one case, want at most 3: the rest belongs to the causes"},
		{"nothing said to the merchant", ru, "1. [название сервиса]: обновите.\n", "", "docs/errors/2002/ru.md: the section merchant belongs where the merchant is to act: what happened, and what to do"},
		{"the merchant is not told what happened", ru, "- [to-cloud] Сервис отказал.\n- [название сервиса] не работает.\n", "", "docs/errors/2002/ru.md: the section merchant belongs where the merchant is to act: what happened, and what to do"},
		{"a merchant who has nothing to do", facts, "[partner, merchant]", "[partner]", "docs/errors/2002/ru.md: the section merchant belongs where the merchant is to act: what happened, and what to do"},
		{"no line to the merchant for every response", ru, "- [название сервиса] не работает.\n", "", "docs/errors/2002/ru.md:27: the last line to the merchant must fit every response: no condition and no slot"},

		// Answers of a service, and what provokes the error.
		{"a wrong answer that is not explained", ru, "Код важнее статуса.\n", "", "docs/errors/2002/ru.md: a wrong answer and the section answers belong together"},
		{"answers without a wrong one", facts, "wrong: wrong\n", "", "docs/errors/2002/ru.md: a wrong answer and the section answers belong together"},
		{"a right answer without a wrong one", facts, "wrong: wrong\n", "", "docs/errors/2002/facts.yaml: a right answer without a wrong one is a sample"},
		{"a request that is not explained", facts, "[curl]", "[curl, curl]", "docs/errors/2002/ru.md: 1 lines on requests, facts.yaml has 2 requests"},
		{"a line on no request", ru, "- Вход: ждите 400.", "- Вход: ждите 400.\n- Выход: ждите 200.", "docs/errors/2002/ru.md: 2 lines on requests, facts.yaml has 1 requests"},

		// Typography.
		{"straight quotes", ru, "Имя другое.", `Имя "другое".`, "docs/errors/2002/ru.md:12: straight quotes: want «» in Russian and “” in English"},
		{"straight quotes in a check", ru, "Сверьте.", `Сверьте "имя".`, "docs/errors/2002/ru.md:13: straight quotes: want «» in Russian and “” in English"},
		{"е for ё", ru, "Имя другое.", "Имя еще другое.", `docs/errors/2002/ru.md:12: "еще" is written with ё`},
		{"a hyphen for a dash", ru, "Имя другое.", "Имя - другое.", "docs/errors/2002/ru.md:12: a hyphen stands where a dash belongs"},
		{"Cyrillic in English", en, "Another name.", "Another имя.", "docs/errors/2002/en.md:12: Cyrillic letters in an English text"},
		{"a word in one language", "template/words.yaml", ", en: Name", "", "docs/template/words.yaml: site name: language en is missing"},

		// The list of changes.
		{"a change of nothing known", changes, "changed: [\"2002\"]", "changed: [\"2003\"]", `docs/errors/changes.yaml: 2026-11-24: "2003" is neither a record nor a guide`},
		{"a record that was never added", changes, "url-warning, ", "", `docs/errors/changes.yaml: "url-warning" is added 0 times, want once: say what is new, with the day, in both languages`},
		{"a guide that was never added", changes, ", start", "", `docs/errors/changes.yaml: "start" is added 0 times, want once: say what is new, with the day, in both languages`},
		{"a record that was added twice", changes, "changed:", "added:", `docs/errors/changes.yaml: "2002" is added 2 times, want once: say what is new, with the day, in both languages`},
		{"a later day after an earlier one", changes, "2026-11-23", "2026-11-25", `docs/errors/changes.yaml: date is "2026-11-25", want a day like 2026-11-23, not after the one before it`},
		{"a day that is none", changes, "2026-11-23", "yesterday", `docs/errors/changes.yaml: date is "yesterday", want a day like 2026-11-23, not after the one before it`},
		{"a change in one language", changes, ", en: The start", "", "docs/errors/changes.yaml: 2026-11-23: a text in both languages is missing"},
		{"a change in straight quotes", changes, "Стало точнее", "'\"x\"'", "docs/errors/changes.yaml: straight quotes: want «» in Russian and “” in English"},

		// Guides.
		{"a guide out of order", "guide/order.yaml", "[start]", "[]", `docs/guide/order.yaml: "start" is missing`},
		{"a guide without front matter", guide, "---\n", "", "docs/guide/start/ru.md:1: front matter is missing: title and description between two lines of ---"},
		{"a label that is not understood", guide, "{documented menu: раздел}", "{documented menu}", "docs/guide/start/ru.md:5: not a label: \"{documented\"\n" + howToLabel},
		{"an observation that is not counted", guide, "{observed 3, 2019", "{observed 2019", "docs/guide/start/ru.md:7: not a label: \"{observed\"\n" + howToLabel},
		{"an inference with more to it", guide, "{inferred}", "{inferred: так}", "docs/guide/start/ru.md:9: not a label: \"{inferred\"\n" + howToLabel},
		{"an unknown source in a guide", guide, "{documented menu:", "{documented munu:", `docs/guide/start/ru.md: unknown source "munu"`},
		{"no words of a source in a guide", guide, "{documented menu: раздел}", "{documented api-paths: /x}", `docs/guide/start/ru.md: the words of source "api-paths" that it rests on are missing`},
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
	fsys["errors/2002/facts.yaml"].Data = []byte(strings.Replace(string(fsys["errors/2002/facts.yaml"].Data), "retry: no", "retry: never\nactors-to-cloud: [unknown]", 1))
	_, err := page.Load(fsys, decode)
	want := `docs/errors/2002/facts.yaml: unknown actor "unknown"
docs/errors/2002/facts.yaml: unknown retry "never"
docs/errors/2002/ru.md:21: straight quotes: want «» in Russian and “” in English`
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
		{entry.Russian, "от 30 минут и 100 кБ до 8 ГБ", "от\u00a030\u00a0минут и\u00a0100\u00a0кБ до\u00a08\u00a0ГБ"},
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
