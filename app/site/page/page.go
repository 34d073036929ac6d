// Package page reads what people write under docs/ and checks it.
//
// Under errors/ there is one folder per code: facts.yaml holds what is the same in every
// language, ru.md and en.md hold the text. Under guide/ there is one folder per page for
// people. Statements say how sure they are and where they come from: see Evidence. Load reads all of it and reports every problem at once, each with its file and
// line; a Docs that comes with problems is good for nothing but looking at.
package page

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"evotor-errors/app/catalog/entry"
)

// Docs is all that is written under docs/.
type Docs struct {
	Records   []*Record // by status, then by code
	Guides    []*Guide  // in the order of guide/order.yaml
	Webhooks  []Webhook
	Changes   []Change // the newest first
	Sources   []Source
	Words     Words // of all ways of use
	SiteWords Words // of the site's pages alone
}

// A Webhook is a request of the cloud that a partner's service answers.
type Webhook struct {
	ID, Method, Path string
	Kind             string   // request: the cloud wants a result; notification: it wants a 200
	Codes            []string // those that it may be answered with
	Missing          bool     // so may a 404 without a code
	At, Words        string   // in the source of the table, WebhookSource
}

// WebhookSource is the source of the table of webhooks.
const WebhookSource = "api-paths"

// Evidence is where the row of the table comes from.
func (w *Webhook) Evidence() Evidence {
	return Evidence{Sure: Documented, Source: WebhookSource, At: w.At, Words: w.Words}
}

// AnsweredWith reports whether the webhook may be answered with what the record describes.
func (w *Webhook) AnsweredWith(r *Record) bool {
	return slices.Contains(w.Codes, r.Code) || w.Missing && r.Name == "http-404"
}

// Words are the short texts that all ways of use share, by group and id.
type Words map[string]map[string]entry.Both

// A Problem is one thing to mend. Line is 0 where it concerns the whole file.
type Problem struct {
	File string
	Line int
	Text string
}

func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// Problems is what a load found, in the order of files and lines.
type Problems []Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// A Decoder reads a sample as the tool does: one element for each error in it.
type Decoder func(sample string) []Decoded

// Decoded is what the tool finds in a sample. Slots are what a sentence can repeat of it,
// by name: subject, value, status and so on.
type Decoded struct {
	Code  string // "" for a status without a code
	Slots map[string]string
}

// Load reads and lints fsys, whose root is the folder docs. Without a decoder the samples are
// not looked at.
func Load(fsys fs.FS, decode Decoder) (*Docs, error) {
	l := &loader{fsys: fsys, decode: decode, docs: &Docs{}}
	l.glossary()
	l.yaml("errors/webhooks.yaml", &l.docs.Webhooks)
	l.yaml("errors/sources.yaml", &l.docs.Sources)
	l.docs.Words = l.words("errors/words.yaml")
	l.docs.SiteWords = l.words("template/words.yaml")
	for _, name := range l.folders("errors") {
		l.record(name)
	}
	slices.SortStableFunc(l.docs.Records, func(a, b *Record) int {
		if status := func(r *Record) int { return cmp.Or(r.Status, 1000) }; a.Status != b.Status { // those without one come last
			return status(a) - status(b)
		}
		return strings.Compare(a.Name, b.Name)
	})
	l.guides()
	l.changes()
	l.lintWhole()
	if len(l.problems) > 0 {
		slices.SortStableFunc(l.problems, func(a, b Problem) int {
			if a.File != b.File {
				return strings.Compare(a.File, b.File)
			}
			return a.Line - b.Line
		})
		return l.docs, l.problems
	}
	return l.docs, nil
}

// Source is the source with this id.
func (d *Docs) Source(id string) (Source, bool) {
	i := slices.IndexFunc(d.Sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return d.Sources[i], true
}

// Record is the record with this name, nil if there is none.
func (d *Docs) Record(name string) *Record {
	i := slices.IndexFunc(d.Records, func(r *Record) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return d.Records[i]
}

// Guide is the guide with this name, nil if there is none.
func (d *Docs) Guide(name string) *Guide {
	i := slices.IndexFunc(d.Guides, func(g *Guide) bool { return g.Name == name })
	if i < 0 {
		return nil
	}
	return d.Guides[i]
}

// A loader gathers documents and problems.
type loader struct {
	fsys     fs.FS
	decode   Decoder
	docs     *Docs
	terms    [2][]term // of the glossary, by language
	problems Problems
}

func (l *loader) report(file string, line int, format string, args ...any) {
	l.problems = append(l.problems, Problem{"docs/" + file, line, fmt.Sprintf(format, args...)})
}

// read is the text of a file, or a problem.
func (l *loader) read(file string) (string, bool) {
	data, err := fs.ReadFile(l.fsys, file)
	if err != nil {
		l.report(file, 0, "cannot be read: %v", err)
		return "", false
	}
	return string(data), true
}

// folders are the names of the folders in dir, in order.
func (l *loader) folders(dir string) []string {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		l.report(dir, 0, "cannot be read: %v", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}
