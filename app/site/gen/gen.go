// Command gen writes app/catalog/entries_gen.go from docs/errors: the same records that the
// site is made of, as Go data for the tool, the command line and the Go package; and the command
// line's copies of the search's indexes, app/cmd/search. It imports
// nothing of what it writes, so that it runs however damaged that is.
//
//	go run ./app/site/gen
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/format"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/cli"
	"evotor-errors/app/site/page"
)

// file is what is generated, relative to the root of the module.
const file = "app/catalog/entries_gen.go"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// messages are what the command says.
var messages = cli.Messages{
	"usage": {`  ./build.sh generate [-lang ru|en]
      обновить по docs каталог (app/catalog) и поиск командной строки (app/cmd/search)
`, `  ./build.sh generate [-lang ru|en]
      bring the catalogue (app/catalog) and the command line's search (app/cmd/search) up to date with docs
`},
	"updated": {"%s обновлён по docs", "%s brought up to date with docs"},
}

// A call is one run of the program.
type call struct{ *cli.Call }

// run is the program with its arguments; it returns the exit status.
func run(args []string, out, err io.Writer) int {
	c := &cli.Call{Out: out, Err: err, Name: "build.sh", Messages: messages}
	return c.Run([]cli.Command{{Name: "generate", Run: func(c *cli.Call, args []string) int {
		rest, status, ok := c.Flags(args, nil)
		switch {
		case !ok:
			return status
		case len(rest) > 0:
			return c.Usage("no-arguments", rest[0])
		}
		if _, err := (call{c}).generate(".", true, time.Now()); err != nil {
			return c.Fail(cli.Wrong, err.Error())
		}
		return cli.OK
	}}}, append([]string{"generate"}, args...))
}

// generate brings the generated files under root up to date, and says so. It reports whether one
// was stale; with write false it leaves them alone.
func (c call) generate(root string, write bool, now time.Time) (stale bool, err error) {
	docs, err := page.Load(os.DirFS(filepath.Join(root, "docs")), nil)
	if err != nil {
		return false, errors.New(c.Say("docs-problems", err))
	}
	for _, lang := range entry.Langs {
		index, err := json.MarshalIndent(docs.Index(lang), "", " ")
		if err != nil {
			return false, err
		}
		name := filepath.Join("app/cmd/search", lang.String()+".json")
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil && !os.IsNotExist(err) {
			return false, err
		}
		if bytes.Equal(got, append(index, '\n')) {
			continue
		}
		if stale = true; !write {
			return stale, nil
		}
		if err := c.put(root, name, append(index, '\n')); err != nil {
			return stale, err
		}
	}
	entries, err := c.catalogue(root, docs, write, now)
	return stale || entries, err
}

// put writes a file and says so.
func (c call) put(root, file string, data []byte) error {
	name := filepath.Join(root, file)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name+".new", data, 0o644); err != nil {
		return err
	}
	c.Note("updated", file)
	return os.Rename(name+".new", name)
}

// catalogue does the same for the catalogue.
func (c call) catalogue(root string, docs *page.Docs, write bool, now time.Time) (stale bool, err error) {
	name := filepath.Join(root, file)
	got, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		return false, err
	}
	// The date is that of the last change: as long as nothing else differs it stays.
	date := ""
	if m := dated.FindSubmatch(got); m != nil {
		date = string(m[1])
	}
	want, err := source(docs, date)
	if err != nil || date != "" && bytes.Equal(got, want) {
		return false, err
	}
	if !write {
		return true, nil
	}
	if want, err = source(docs, now.UTC().Format(time.DateOnly)); err != nil {
		return true, err
	}
	return true, c.put(root, file, want)
}

var dated = regexp.MustCompile(`(?m)^const Date = "(\d{4}-\d\d-\d\d)"$`)

// general are the records that code needs by name.
var general = [...]struct{ name, record string }{
	{"Bulk", "bulk"}, {"Fiscal", "fiscal"}, {"UnknownCode", "unknown-code"}, {"HTTPOther", "http-other"},
}

// source is the Go source of the catalogue.
func source(docs *page.Docs, date string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("// Code generated from docs/errors by go run ./app/site/gen; DO NOT EDIT.\n\npackage catalog\n\n")
	fmt.Fprintf(&b, "// Date is the day of the last change of what the catalogue says.\nconst Date = %q\n\n", date)
	b.WriteString("var entries = []Entry{\n")
	for _, r := range docs.Records {
		record(&b, r)
	}
	b.WriteString("}\n\n// The records that code needs by name.\nvar (\n")
	for _, g := range general {
		i := slices.IndexFunc(docs.Records, func(r *page.Record) bool { return r.Name == g.record })
		if i < 0 {
			return nil, fmt.Errorf("record %q is missing\ncode needs it by its name, as catalog.%s: see app/site/gen",
				g.record, g.name)
		}
		fmt.Fprintf(&b, "%s = &entries[%d]\n", g.name, i)
	}
	b.WriteString(")\n\nvar words = []word{\n")
	for _, group := range slices.Sorted(maps.Keys(docs.Words)) {
		for _, id := range slices.Sorted(maps.Keys(docs.Words[group])) {
			w := docs.Words[group][id]
			fmt.Fprintf(&b, "{%q, %q, [2]string{%q, %q}},\n", group, id, w[entry.Russian], w[entry.English])
		}
	}
	b.WriteString("}\n")
	return format.Source(b.Bytes())
}

func record(b *bytes.Buffer, r *page.Record) {
	fmt.Fprintf(b, "{\nName: %q,\n", r.Name)
	field := func(name, format string, value any, zero bool) {
		if !zero {
			fmt.Fprintf(b, "%s: "+format+",\n", name, value)
		}
	}
	field("Code", "%q", r.Code, r.Code == "")
	field("Status", "%d", r.Status, r.Status == 0)
	field("Published", "%t", true, r.Family == "general")
	field("Actors", "[]Actor{%s}", quoted(r.Actors), false)
	field("ActorsToCloud", "[]Actor{%s}", quoted(r.ActorsToCloud), len(r.ActorsToCloud) == 0)
	field("ActorsFromCloud", "[]Actor{%s}", quoted(r.ActorsFromCloud), len(r.ActorsFromCloud) == 0)
	field("Retry", "%q", r.Retry, false)
	field("Gate", "%t", true, !r.Gate)
	field("Secret", "%t", true, !r.Secret)
	field("Reasons", "[]string{%s}", quoted(r.Reasons), len(r.Reasons) == 0)
	if r.Obsolete != nil {
		field("Obsolete", "%t", true, false)
		field("ObsoleteReason", "%q", r.Obsolete.Reason, r.Obsolete.Reason == "")
	}
	if len(r.Samples) > 0 && r.Family != "page" { // no error response
		field("Sample", "%q", r.Samples[0].Text, false)
	}
	b.WriteString("Text: [2]Text{\n")
	for _, lang := range entry.Langs {
		t := r.Text[lang]
		fmt.Fprintf(b, "{\nTitle: %q,\nMeaning: %q,\n", t.Title, t.Meaning)
		lines(b, "Sentences", t.Sentences)
		lines(b, "Steps", t.Steps)
		if t.Retry != "" {
			fmt.Fprintf(b, "Retry: %q,\n", t.Retry)
		}
		if len(t.Do) > 0 {
			b.WriteString("Merchant: Message{\n")
			lines(b, "What", t.What)
			lines(b, "Do", t.Do)
			b.WriteString("},\n")
		}
		b.WriteString("},\n")
	}
	b.WriteString("},\n},\n")
}

func lines(b *bytes.Buffer, name string, list []page.Line) {
	fmt.Fprintf(b, "%s: []Line{\n", name)
	for _, l := range list {
		b.WriteString("{")
		if l.When != "" {
			fmt.Fprintf(b, "When: %q, ", l.When)
		}
		fmt.Fprintf(b, "Text: %q", l.Text)
		if l.For != "" {
			fmt.Fprintf(b, ", For: %q", l.For)
		}
		b.WriteString("},\n")
	}
	b.WriteString("},\n")
}

func quoted[S ~string](list []S) string {
	var b bytes.Buffer
	for i, s := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", s)
	}
	return b.String()
}
