//go:build !js

package cmd_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cmd"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"evotor-errors": cmd.Main,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true, Setup: func(env *testscript.Env) error {
		env.Setenv("VERSION", catalog.Version)
		env.Setenv("DATE", catalog.Date)
		guide, err := os.ReadFile("../../docs/guide/logs/ru.md")
		if err != nil {
			return err
		}
		env.Setenv("COMMAND", regexp.MustCompile(`(?m)^parallel .*$`).FindString(string(guide)))
		for _, lang := range catalog.Langs {
			texts(lang, func(name, text string) {
				env.Setenv(lang.String()+"."+name, strings.ReplaceAll(text, "\u00a0", " "))
				env.Setenv(lang.String()+"."+name+".json", text)
			})
		}
		return nil
	}})
}

// TestReadme wants the README to show what the command prints.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile(`(?s)\n\$ printf '%s' '([^']*)' \| \./evotor-errors ([^\n]*)\n(.*?)  …\n`)
	m := example.FindStringSubmatch(string(readme))
	if m == nil {
		t.Fatal("README.md has no example")
	}
	if _, out, said := run(strings.NewReader(m[1]), strings.Fields(m[2])...); !strings.HasPrefix(out, m[3]) || said != "" {
		t.Errorf("README.md has\n%swhere the command prints\n%s%s", m[3], out, said)
	}
}

// texts sets what the scripts repeat of the catalogue, so that they say how it is laid out, not
// how it is worded: words as GROUP.ID; of an entry title, meaning, retry, its last sentence, and
// steps as they are printed. steps.WHEN are those that fit when this holds, steps.only.WHEN
// those that need it, steps.WHEN.from.2 are numbered from 2. NAME.json is a text as JSON has it,
// with non-breaking spaces.
func texts(lang catalog.Lang, set func(name, text string)) {
	word := func(group, id string) string { return catalog.Word(group, id, lang) }
	for group, ids := range map[string]string{
		"acts": "partner merchant", "retry": "no after-fix", "direction": "to-cloud-likely from-cloud", "case": "from-cloud any",
	} {
		for id := range strings.FieldsSeq(ids) {
			set(group+"."+id, word(group, id))
		}
	}
	set("cause.same", strings.TrimSuffix(word("cause", "same"), "{count}"))
	renamed := strings.NewReplacer("{missing}", "userUuid", "{unexpected}", "userId")
	set("cause.renamed", renamed.Replace(word("cause", "renamed")))
	set("cause-step.renamed", renamed.Replace(word("cause-step", "renamed")))
	set("note.obsolete-reason", strings.ReplaceAll(word("note", "obsolete-reason"), "{reason}", "unexpected"))
	set("clue.numeric", word("clue", "numeric"))
	set("clue.402", strings.NewReplacer("{status}", "402", "{title}", catalog.ByStatus(402).Text[lang].Title).Replace(word("clue", "status")))
	for _, name := range []string{"1001", "1003", "2002", "2003", "http-402", "mobile-cashier", "unknown-code"} {
		e, _ := catalog.ByName(name)
		said := &e.Text[lang]
		retry := said.Retry
		if retry == "" {
			retry = word("retry", string(e.Retry))
		}
		set(name+".title", said.Title)
		set(name+".meaning", said.Meaning)
		set(name+".retry", retry)
		for _, s := range said.Sentences {
			if s.When == "" || s.When == "to-cloud" {
				set(name+".sentence", s.Text)
				break
			}
		}
		for _, when := range []string{"", "to-cloud", "from-cloud", "missing", "unexpected"} {
			key := name + ".steps"
			if when != "" {
				key += "." + when
				set(name+".steps.only."+when, printed(said.Steps, 1, when))
			}
			set(key, printed(said.Steps, 1, when, ""))
			set(key+".from.2", printed(said.Steps, 2, when, ""))
		}
	}
}

// printed are the steps with one of these conditions, numbered from n.
func printed(steps []catalog.Line, n int, whens ...string) string {
	var list []string
	for _, s := range steps {
		if slices.Contains(whens, s.When) {
			list = append(list, fmt.Sprintf("  %d. %s", n, s.Text))
			n++
		}
	}
	return strings.Join(list, "\n")
}
