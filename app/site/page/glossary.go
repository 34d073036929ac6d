package page

import (
	"regexp"
	"strings"

	"evotor-errors/app/catalog/entry"
)

// A term is what a thing is called in one language, and what it is not called.
type term struct {
	want string
	not  *regexp.Regexp
}

// glossary reads errors/glossary.yaml.
func (l *loader) glossary() {
	var list []struct {
		Term entry.Both
		Not  struct{ Ru, En []string }
	}
	l.yaml("errors/glossary.yaml", &list)
	for _, t := range list {
		for _, lang := range entry.Langs {
			var words []string
			for _, w := range [...][]string{t.Not.Ru, t.Not.En}[lang] {
				words = append(words, strings.ReplaceAll(regexp.QuoteMeta(w), `\*`, `\p{L}*`))
			}
			if words != nil {
				not := regexp.MustCompile(`(?i)(?:^|[^\p{L}-])(` + strings.Join(words, "|") + `)(?:[^\p{L}]|$)`)
				l.terms[lang] = append(l.terms[lang], term{t.Term[lang], not})
			}
		}
	}
}

// lintTerms reports words that the glossary has another one for.
func (l *loader) lintTerms(file string, line int, lang entry.Lang, s string) {
	for _, t := range l.terms[lang] {
		if m := t.not.FindStringSubmatch(s); m != nil {
			l.report(file, line, "%q is called %q in these texts: see docs/errors/glossary.yaml", m[1], t.want)
		}
	}
}
