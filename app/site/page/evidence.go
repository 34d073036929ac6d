package page

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"evotor-errors/app/catalog/entry"
)

// How sure a statement is.
const (
	Documented = "documented" // by Evotor, in a source
	Observed   = "observed"   // in public code
	Inferred   = "inferred"   // by us
)

// Evidence says how sure a statement is, and what it rests on.
type Evidence struct {
	Sure   string
	Source string // of what is documented: its id in errors/sources.yaml
	At     string // the place in it: a heading, or for YAML a JSON pointer
	Words  string // of the source, which prove the statement; they are not published
	Seen   *Seen  // of what was observed
}

// Seen says what was observed, when, and in how many public projects.
type Seen struct {
	Form     entry.Both
	Years    string
	Projects int
}

// A Source is where statements come from: a file of a public repository at a commit, or a page
// of Evotor's site that was read in a copy.
type Source struct {
	ID                 string
	Repo, Commit, Path string
	Page               string // in place of these: what the page is called on the site
	Year               string // of the file's last change, or of the copy
	Title              entry.Both
}

// URL leads to the file at its commit, "" where there is none.
func (s *Source) URL() string {
	if s.Repo == "" {
		return ""
	}
	return "https://github.com/" + s.Repo + "/blob/" + s.Commit + "/" + s.Path
}

// Place is a place in the source as a reader finds it: responses.yaml#/4021004, «Heading».
func (s *Source) Place(at string) string {
	if strings.HasPrefix(at, "/") {
		return s.Path[strings.LastIndexByte(s.Path, '/')+1:] + "#" + at
	}
	return at
}

var lineOf = regexp.MustCompile(`^line (\d+)$`)

// FindIn finds the words and the place of what is documented in the text of its source.
func (e *Evidence) FindIn(text string) error {
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if !strings.Contains(plain(text), plain(e.Words)) {
		return fmt.Errorf("no words %q", e.Words)
	}
	m := lineOf.FindStringSubmatch(e.At)
	switch {
	case m != nil:
		lines := strings.Split(text, "\n")
		if n, err := strconv.Atoi(m[1]); err != nil || n < 1 || n > len(lines) || strings.TrimSpace(lines[n-1]) == "" {
			return fmt.Errorf("nothing stands at %q", e.At)
		}
	case strings.HasPrefix(e.At, "/"):
		var node any
		if err := yaml.Load([]byte(text), &node); err != nil {
			return err
		}
		for _, key := range strings.Split(e.At[1:], "/") {
			next, ok := member(node, strings.NewReplacer("~1", "/", "~0", "~").Replace(key))
			if !ok {
				return fmt.Errorf("no key %q of %q", key, e.At)
			}
			node = next
		}
	case !regexp.MustCompile(`(?m)^#+ ` + regexp.QuoteMeta(e.At) + `\s*(\{#[^}]*\})?\s*$`).MatchString(text):
		return fmt.Errorf("no heading %q", e.At)
	}
	return nil
}

// member is the value of a key of a YAML mapping, whose keys may be numbers.
func member(node any, key string) (any, bool) {
	switch m := node.(type) {
	case map[string]any:
		v, ok := m[key]
		return v, ok
	case map[any]any:
		for k, v := range m {
			if fmt.Sprint(k) == key {
				return v, true
			}
		}
	}
	return nil, false
}

// A Statement is evidence with the file that it stands in and what it is for.
type Statement struct {
	File, What string
	Evidence
}

// Statements are all statements of the documentation, in the order of files.
func (d *Docs) Statements() []Statement {
	var list []Statement
	for i := range d.Webhooks {
		w := &d.Webhooks[i]
		list = append(list, Statement{"docs/errors/webhooks.yaml", "webhook " + w.ID, w.Evidence()})
	}
	for _, r := range d.Records {
		add := func(what string, e Evidence) {
			list = append(list, Statement{"docs/errors/" + r.Name + "/facts.yaml", what, e})
		}
		add("meaning", r.Meaning)
		if r.Obsolete != nil {
			add("obsolete", r.Obsolete.Evidence)
		}
		for _, c := range r.Causes {
			add("cause "+c.ID, c.Evidence)
		}
		for i, s := range r.Samples {
			add(fmt.Sprint("sample ", i+1), s.Evidence)
		}
	}
	for _, g := range d.Guides {
		for _, lang := range entry.Langs {
			if t := g.Text[lang]; t != nil {
				for _, e := range t.Evidence {
					list = append(list, Statement{"docs/guide/" + g.Name + "/" + lang.String() + ".md", "", e})
				}
			}
		}
	}
	return list
}

// lintEvidence reports what is wrong with a statement.
func (l *loader) lintEvidence(s Statement) {
	file, what := strings.TrimPrefix(s.File, "docs/"), ""
	if s.What != "" {
		what = s.What + ": "
	}
	source, known := l.docs.Source(s.Source)
	switch {
	case s.Sure != Documented && s.Sure != Observed && s.Sure != Inferred:
		l.report(file, 0, "%ssure is %q, want documented, observed or inferred", what, s.Sure)
	case s.Sure != Documented && (s.Source != "" || s.At != "" || s.Words != ""):
		l.report(file, 0, "%swhat is %s has no source", what, s.Sure)
	case s.Sure != Observed && s.Seen != nil:
		l.report(file, 0, "%swhat is %s was not seen", what, s.Sure)
	case s.Sure == Observed && (s.Seen == nil || s.Seen.Years == "" || s.Seen.Projects < 1 || s.What != "" && (s.Seen.Form[0] == "" || s.Seen.Form[1] == "")):
		l.report(file, 0, "%swhat was observed needs its form, the years, and in how many projects", what)
	case s.Sure == Documented && !known:
		l.report(file, 0, "%sunknown source %q", what, s.Source)
	case s.Sure == Documented && s.At == "":
		l.report(file, 0, "%sa place in source %q is missing", what, s.Source)
	case s.Sure == Documented && s.Words == "" && source.Repo != "":
		l.report(file, 0, "%sthe words of source %q that it rests on are missing", what, s.Source)
	}
}

var yearPattern = regexp.MustCompile(`20\d\d`)

// lintSources reports sources that lack something, that nothing cites, and whose title has
// another year.
func (l *loader) lintSources(statements []Statement) {
	const file = "errors/sources.yaml"
	for _, s := range l.docs.Sources {
		if (s.Repo == "" || s.Commit == "" || s.Path == "") == (s.Page == "") {
			l.report(file, 0, "source %q needs repo, commit and path, or page", s.ID)
		}
		if s.Repo != "" && len(s.Commit) != 40 {
			l.report(file, 0, "source %q: commit is %q, want all 40 digits", s.ID, s.Commit)
		}
		if yearPattern.FindString(s.Year) != s.Year || s.Year == "" {
			l.report(file, 0, "source %q: year is %q, want a year", s.ID, s.Year)
		}
		for _, lang := range entry.Langs {
			if year := yearPattern.FindString(s.Title[lang]); year != "" && year != s.Year {
				l.report(file, 0, "source %q: its title says %s, its year is %s", s.ID, year, s.Year)
			}
		}
		if !slices.ContainsFunc(statements, func(st Statement) bool { return st.Source == s.ID }) {
			l.report(file, 0, "nothing cites source %q", s.ID)
		}
	}
}
