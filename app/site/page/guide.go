package page

import (
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"evotor-errors/app/catalog/entry"
)

// A Guide is a page for people: guide/NAME/LANG.md, Markdown below its front matter.
type Guide struct {
	Name string
	Text map[entry.Lang]*GuideText
}

// GuideText is a guide in one language.
type GuideText struct {
	Title       string
	Menu        string     // the short title of menus; "" where the title does
	Description string     // one sentence, for search engines and lists
	Markdown    string     `yaml:"-"` // with {0}, {1} … where the evidence of a statement stands
	Evidence    []Evidence `yaml:"-"`
}

// evidencePattern is a label as guides have it: {documented source: place | words},
// {observed projects, years: form}, {inferred}.
var evidencePattern = regexp.MustCompile(`\{(?:(documented) ([a-z0-9-]+): ([^|{}]+)(?:\| ([^{}]+))?|(observed) (\d+), ([\d–, ]+): ([^{}]+)|(inferred))\}`)

// includePattern is a line of a code block in whose place a file beside the guide stands, so that
// both languages show what is tested.
var includePattern = regexp.MustCompile(`^\{file ([\w.]+)\}$`)

var labelPattern = regexp.MustCompile(`\{(documented|observed|inferred)\b`)

// evidence takes the labels of a line.
func (l *loader) evidence(file string, n int, lang entry.Lang, line string, g *GuideText) string {
	line = evidencePattern.ReplaceAllStringFunc(line, func(label string) string {
		m := evidencePattern.FindStringSubmatch(label)
		e := Evidence{Sure: m[1] + m[5] + m[9], Source: m[2], At: strings.TrimSpace(m[3]), Words: m[4]}
		if e.Sure == Observed {
			projects, _ := strconv.Atoi(m[6])
			e.Seen = &Seen{Years: m[7], Projects: projects}
			e.Seen.Form[lang] = Typeset(lang, m[8])
		}
		g.Evidence = append(g.Evidence, e)
		return "{" + strconv.Itoa(len(g.Evidence)-1) + "}"
	})
	if bad := labelPattern.FindString(line); bad != "" {
		l.report(file, n, "not a label: %q\nlabels are written: {documented source: place | words}, {observed projects, years: form}, {inferred}", bad)
	}
	return line
}

// guides reads the folders that guide/order.yaml names.
func (l *loader) guides() {
	var order []string
	l.yaml("guide/order.yaml", &order)
	for _, name := range l.folders("guide") {
		found := false
		for _, o := range order {
			found = found || o == name
		}
		if !found {
			l.report("guide/order.yaml", 0, "%q is missing", name)
		}
	}
	for _, name := range order {
		g := &Guide{Name: name, Text: map[entry.Lang]*GuideText{}}
		for _, lang := range entry.Langs {
			file := "guide/" + name + "/" + lang.String() + ".md"
			if _, err := fs.Stat(l.fsys, file); err != nil {
				l.report(file, 0, "is missing: every guide exists in every language")
				continue
			}
			if text, ok := l.read(file); ok {
				g.Text[lang] = l.guide(file, lang, text)
			}
		}
		l.docs.Guides = append(l.docs.Guides, g)
	}
}

// guide parts the front matter from the Markdown and typesets the prose of it.
func (l *loader) guide(file string, lang entry.Lang, source string) *GuideText {
	g := &GuideText{}
	rest, ok := strings.CutPrefix(source, "---\n")
	front, markdown, closed := strings.Cut(rest, "\n---\n")
	if !ok || !closed {
		l.report(file, 1, "front matter is missing: title and description between two lines of ---")
		return g
	}
	l.yamlText(file, 1, front, g)
	if g.Title == "" || g.Description == "" {
		l.report(file, 1, "front matter needs title and description")
	}
	g.Title, g.Description = Typeset(lang, g.Title), Typeset(lang, g.Description)
	lines := strings.Split(markdown, "\n")
	fenced := false
	for i, s := range lines {
		if strings.HasPrefix(strings.TrimSpace(s), "```") {
			fenced = !fenced
		} else if m := includePattern.FindStringSubmatch(s); fenced && m != nil {
			included, _ := l.read(path.Join(path.Dir(file), m[1]))
			lines[i] = strings.TrimSuffix(included, "\n")
		} else if !fenced && !strings.HasPrefix(s, "    ") {
			n := strings.Count(front, "\n") + 4 + i
			s = l.evidence(file, n, lang, s, g)
			l.lintTypography(file, n, lang, s)
			lines[i] = Typeset(lang, s)
		}
	}
	g.Markdown = strings.Join(lines, "\n")
	return g
}
