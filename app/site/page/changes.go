package page

import (
	"slices"
	"time"

	"evotor-errors/app/catalog/entry"
)

// A Change is an entry of the list of changes, errors/changes.yaml.
type Change struct {
	Date    string
	Added   []string // records and guides that are new
	Changed []string // those that say something else now
	Text    entry.Both
}

// Names are the records and guides that a change concerns; none means all.
func (c *Change) Names() []string { return slices.Concat(c.Added, c.Changed) }

// Added is the day on which a record or guide was added, "" where no change says so.
func (d *Docs) Added(name string) string {
	return d.newest(func(c Change) bool { return slices.Contains(c.Added, name) })
}

// Changed is the day of the last change of a record or guide.
func (d *Docs) Changed(name string) string {
	return d.newest(func(c Change) bool { return len(c.Names()) == 0 || slices.Contains(c.Names(), name) })
}

// newest is the day of the newest change that is so.
func (d *Docs) newest(is func(Change) bool) string {
	if i := slices.IndexFunc(d.Changes, is); i >= 0 {
		return d.Changes[i].Date
	}
	return ""
}

const changesFile = "errors/changes.yaml"

func (l *loader) changes() {
	l.yaml(changesFile, &l.docs.Changes)
	for i := range l.docs.Changes {
		c := &l.docs.Changes[i]
		for _, lang := range entry.Langs {
			l.lintTypography(changesFile, 0, lang, c.Text[lang])
			c.Text[lang] = Typeset(lang, c.Text[lang])
		}
	}
}

// lintChanges wants every record with a page and every guide to have been added once, the
// newest day first.
func (l *loader) lintChanges() {
	added := map[string]int{}
	last := "9999"
	for _, c := range l.docs.Changes {
		if _, err := time.Parse(time.DateOnly, c.Date); err != nil || c.Date > last {
			l.report(changesFile, 0, "date is %q, want a day like 2026-11-23, not after the one before it", c.Date)
		}
		last = c.Date
		if c.Text[entry.Russian] == "" || c.Text[entry.English] == "" {
			l.report(changesFile, 0, "%s: a text in both languages is missing", c.Date)
		}
		for _, name := range c.Names() {
			if l.docs.Record(name) == nil && l.docs.Guide(name) == nil {
				l.report(changesFile, 0, "%s: %q is neither a record nor a guide", c.Date, name)
			}
		}
		for _, name := range c.Added {
			added[name]++
		}
	}
	var names []string
	for _, r := range l.docs.Records {
		if r.Family != "general" {
			names = append(names, r.Name)
		}
	}
	for _, g := range l.docs.Guides {
		names = append(names, g.Name)
	}
	for _, name := range names {
		if n := added[name]; n != 1 {
			l.report(changesFile, 0, "%q is added %d times, want once: say what is new, with the day, in both languages", name, n)
		}
	}
}
