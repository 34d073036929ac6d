package site

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/site/page"
)

// catalogueForm is the version of the form of catalogue.json. It grows when a key goes or gets
// another meaning, or one with fixed words gets another word; a new key leaves it as it is.
const catalogueForm = 1

// catalogueJSON is catalogue.json: all that the pages of the codes say, for programs.
// docs/schema/catalogue.json says what each key means.
type catalogueJSON struct {
	Schema   string        `json:"$schema"`
	Form     int           `json:"form"`
	Version  string        `json:"version"`
	Date     string        `json:"date"`
	Entries  []entryJSON   `json:"entries"`
	Labels   labelsJSON    `json:"labels"`
	Webhooks []webhookJSON `json:"webhooks"`
	Guides   []guideJSON   `json:"guides"`
	Sources  []sourceJSON  `json:"sources"`
	Changes  []changeJSON  `json:"changes"`
}

// textsJSON is a text in every language.
type textsJSON struct {
	Ru string `json:"ru"`
	En string `json:"en"`
}

type entryJSON struct {
	Name            string            `json:"name"`
	Code            string            `json:"code,omitempty"`
	Status          int               `json:"status,omitempty"`
	StatusTo        int               `json:"status_to,omitempty"`
	Family          string            `json:"family"`
	Actors          []entry.Actor     `json:"actors"`
	ActorsToCloud   []entry.Actor     `json:"actors_to_cloud,omitempty"`
	ActorsFromCloud []entry.Actor     `json:"actors_from_cloud,omitempty"`
	Retry           entry.Retry       `json:"retry"`
	RetryText       textsJSON         `json:"retry_text"`
	Gate            bool              `json:"gate"`
	Secret          bool              `json:"secret"`
	Reasons         []string          `json:"reasons,omitempty"`
	Obsolete        *obsoleteJSON     `json:"obsolete,omitempty"`
	Title           textsJSON         `json:"title"`
	Meaning         statementJSON     `json:"meaning"`
	Sentences       []lineJSON        `json:"sentences"`
	Steps           []lineJSON        `json:"steps"`
	Causes          []causeJSON       `json:"causes,omitempty"`
	Merchant        *merchantJSON     `json:"merchant,omitempty"`
	Samples         []sampleJSON      `json:"samples,omitempty"`
	Answers         *answersJSON      `json:"answers,omitempty"`
	Requests        []requestJSON     `json:"requests,omitempty"`
	Webhooks        []string          `json:"webhooks,omitempty"`
	Keywords        []string          `json:"keywords,omitempty"`
	Related         []string          `json:"related,omitempty"`
	Guides          []string          `json:"guides,omitempty"`
	Added           string            `json:"added,omitempty"`
	Changed         string            `json:"changed,omitempty"`
	Pages           *entryAddressJSON `json:"pages,omitempty"`
}

type entryAddressJSON struct {
	HTML     textsJSON `json:"html"`
	Markdown textsJSON `json:"markdown"`
	Short    textsJSON `json:"short"`
}

// statementJSON is a text with what it rests on.
type statementJSON struct {
	Text     textsJSON    `json:"text"`
	Evidence evidenceJSON `json:"evidence"`
}

type evidenceJSON struct {
	Sure     string     `json:"sure"`
	Source   string     `json:"source,omitempty"`
	Place    string     `json:"place,omitempty"`
	Seen     *textsJSON `json:"seen,omitempty"`
	Projects int        `json:"projects,omitempty"`
	Years    string     `json:"years,omitempty"`
}

type obsoleteJSON struct {
	Reason   string       `json:"reason,omitempty"`
	Evidence evidenceJSON `json:"evidence"`
}

type lineJSON struct {
	When  string      `json:"when,omitempty"`
	Actor entry.Actor `json:"actor,omitempty"`
	Text  textsJSON   `json:"text"`
}

type causeJSON struct {
	ID        string          `json:"id"`
	Direction entry.Direction `json:"direction,omitempty"`
	Text      textsJSON       `json:"text"`
	Check     textsJSON       `json:"check"`
	Fix       textsJSON       `json:"fix"`
	Evidence  evidenceJSON    `json:"evidence"`
}

type merchantJSON struct {
	What []lineJSON `json:"what"`
	Do   []lineJSON `json:"do"`
}

type sampleJSON struct {
	Response string       `json:"response"`
	Evidence evidenceJSON `json:"evidence"`
}

type answersJSON struct {
	Wrong string    `json:"wrong"`
	Right string    `json:"right"`
	Text  textsJSON `json:"text"`
}

type requestJSON struct {
	Shell string    `json:"shell"`
	Shows textsJSON `json:"shows"`
}

// labelsJSON are what people read for the words of entries.
type labelsJSON struct {
	Actors []labelJSON `json:"actors"`
	Retry  []labelJSON `json:"retry"`
	Sure   []labelJSON `json:"sure"`
}

type labelJSON struct {
	ID   string    `json:"id"`
	Text textsJSON `json:"text"`
}

type webhookJSON struct {
	ID       string       `json:"id"`
	Method   string       `json:"method"`
	Path     string       `json:"path"`
	Kind     string       `json:"kind"`
	Codes    []string     `json:"codes"`
	NotFound bool         `json:"not_found"`
	Evidence evidenceJSON `json:"evidence"`
}

type guideJSON struct {
	Name        string      `json:"name"`
	Title       textsJSON   `json:"title"`
	Description textsJSON   `json:"description"`
	Pages       addressJSON `json:"pages"`
}

type addressJSON struct {
	HTML     textsJSON `json:"html"`
	Markdown textsJSON `json:"markdown"`
}

type sourceJSON struct {
	ID     string    `json:"id"`
	Title  textsJSON `json:"title"`
	Year   string    `json:"year"`
	Repo   string    `json:"repo,omitempty"`
	Commit string    `json:"commit,omitempty"`
	Path   string    `json:"path,omitempty"`
	URL    string    `json:"url,omitempty"`
	Page   string    `json:"page,omitempty"`
}

type changeJSON struct {
	Date    string    `json:"date"`
	Added   []string  `json:"added,omitempty"`
	Changed []string  `json:"changed,omitempty"`
	Text    textsJSON `json:"text"`
}

// catalogue publishes catalogue.json and the schemas of docs/schema, at addresses that stay.
func (b *builder) catalogue() error {
	c := catalogueJSON{
		Schema: b.in.Base + "schema/catalogue.json", Form: catalogueForm,
		Version: b.in.Version, Date: b.in.Date.Format(time.DateOnly),
		Labels: labelsJSON{b.labels("actor"), b.labels("retry"), b.labels("sure")},
	}
	for _, r := range b.in.Docs.Records {
		c.Entries = append(c.Entries, b.entry(r))
	}
	for _, w := range b.in.Docs.Webhooks {
		codes := append([]string{}, w.Codes...) // never null
		evidence := b.evidence(w.Evidence())
		c.Webhooks = append(c.Webhooks, webhookJSON{w.ID, w.Method, w.Path, w.Kind, codes, w.Missing, evidence})
	}
	for _, g := range b.in.Docs.Guides {
		text := func(lang entry.Lang) *page.GuideText { return g.Text[lang] }
		c.Guides = append(c.Guides, guideJSON{
			Name:        g.Name,
			Title:       each(func(l entry.Lang) string { return text(l).Title }),
			Description: each(func(l entry.Lang) string { return text(l).Description }),
			Pages:       b.addresses("guide/" + g.Name + "/"),
		})
	}
	for _, s := range b.in.Docs.Sources {
		c.Sources = append(c.Sources, sourceJSON{s.ID, both(s.Title), s.Year, s.Repo, s.Commit, s.Path, s.URL(), s.Page})
	}
	for _, d := range b.in.Docs.Changes {
		c.Changes = append(c.Changes, changeJSON{d.Date, d.Added, d.Changed, both(d.Text)})
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(c)
	b.tree["catalogue.json"] = out.Bytes()
	return err
}

// entry is a record as programs read it.
func (b *builder) entry(r *page.Record) entryJSON {
	ru, en := r.Text[entry.Russian], r.Text[entry.English]
	e := entryJSON{
		Name: r.Name, Code: r.Code, Status: r.Status, Family: r.Family,
		Actors: r.Actors, ActorsToCloud: r.ActorsToCloud, ActorsFromCloud: r.ActorsFromCloud,
		Retry: r.Retry, RetryText: textsJSON{ru.Retry, en.Retry}, Gate: r.Gate, Secret: r.Secret,
		Reasons: r.Reasons, Keywords: r.Keywords,
		Title:     textsJSON{ru.Title, en.Title},
		Meaning:   statementJSON{textsJSON{ru.Meaning, en.Meaning}, b.evidence(r.Meaning)},
		Sentences: lines(ru.Sentences, en.Sentences), Steps: steps(ru.Steps, en.Steps),
		Added: b.in.Docs.Added(r.Name), Changed: b.in.Docs.Changed(r.Name),
	}
	if ru.Retry == "" {
		e.RetryText = both(b.in.Docs.Words["retry"][string(r.Retry)])
	}
	if r.Status == 500 {
		e.StatusTo = 599
	}
	if r.Obsolete != nil {
		e.Obsolete = &obsoleteJSON{r.Obsolete.Reason, b.evidence(r.Obsolete.Evidence)}
	}
	for _, c := range r.Causes {
		a, z := ru.Causes[c.ID], en.Causes[c.ID]
		e.Causes = append(e.Causes, causeJSON{
			c.ID, c.Direction, textsJSON{a.Text, z.Text}, textsJSON{a.Check, z.Check}, textsJSON{a.Fix, z.Fix},
			b.evidence(c.Evidence),
		})
	}
	if len(ru.Do) > 0 {
		e.Merchant = &merchantJSON{lines(ru.What, en.What), lines(ru.Do, en.Do)}
	}
	for _, s := range r.Samples {
		e.Samples = append(e.Samples, sampleJSON{strings.TrimSpace(s.Text), b.evidence(s.Evidence)})
	}
	if r.Wrong != "" {
		right := r.Right
		if right == "" {
			right = r.Samples[0].Text
		}
		e.Answers = &answersJSON{strings.TrimSpace(r.Wrong), strings.TrimSpace(right), textsJSON{ru.Answers, en.Answers}}
	}
	for i, s := range r.Requests {
		shows := textsJSON{ru.Requests[i].Text, en.Requests[i].Text}
		e.Requests = append(e.Requests, requestJSON{strings.TrimSpace(s), shows})
	}
	for _, w := range b.in.Docs.Webhooks {
		if w.AnsweredWith(r) {
			e.Webhooks = append(e.Webhooks, w.ID)
		}
	}
	b.relate(&e, r)
	return e
}

// relate adds where the entry leads.
func (b *builder) relate(e *entryJSON, r *page.Record) {
	records, guides := b.related(r.Name)
	for _, r := range records {
		e.Related = append(e.Related, r.Name)
	}
	for _, g := range guides {
		e.Guides = append(e.Guides, g.Name)
	}
	if r.Family != "general" {
		a := b.addresses("errors/" + r.Name + "/")
		e.Pages = &entryAddressJSON{a.HTML, a.Markdown, b.everywhere(shortPath(r))}
	}
}

// addresses are those of a page, from the root of the site, or absolute with a base.
func (b *builder) addresses(path string) addressJSON {
	return addressJSON{b.everywhere(path), b.everywhere(twinName(path))}
}

// everywhere is an address in each language.
func (b *builder) everywhere(path string) textsJSON {
	return each(func(lang entry.Lang) string { return b.in.Base + lang.Prefix() + path })
}

func (b *builder) evidence(e page.Evidence) evidenceJSON {
	out := evidenceJSON{Sure: e.Sure, Source: e.Source, Place: e.At}
	if e.Seen != nil {
		form := both(e.Seen.Form)
		out.Seen, out.Projects, out.Years = &form, e.Seen.Projects, e.Seen.Years
	}
	return out
}

// labels are the words of a group.
func (b *builder) labels(group string) []labelJSON {
	var list []labelJSON
	words := b.in.Docs.Words[group]
	for _, id := range slices.Sorted(maps.Keys(words)) {
		list = append(list, labelJSON{id, both(words[id])})
	}
	return list
}

func each(text func(entry.Lang) string) textsJSON {
	return textsJSON{text(entry.Russian), text(entry.English)}
}

func both(b entry.Both) textsJSON { return textsJSON{b[entry.Russian], b[entry.English]} }

// lines are the lines of both languages, which have the same conditions: the lint sees to it.
func lines(ru, en []page.Line) []lineJSON {
	list := make([]lineJSON, len(ru))
	for i := range ru {
		list[i] = lineJSON{ru[i].When, ru[i].For, textsJSON{ru[i].Text, en[i].Text}}
	}
	return list
}

// steps are lines without whom they are for: that is the actor.
func steps(ru, en []page.Line) []lineJSON {
	list := lines(ru, en)
	for i := range list {
		list[i].Text = textsJSON{ru[i].Plain, en[i].Plain}
	}
	return list
}

// schemas publishes the schemas, under their whole address where it is known: a validator needs
// it to find one from another.
func (b *builder) schemas() error {
	files, err := fs.Glob(b.in.Schema, "*.json")
	for _, name := range files {
		data, err := fs.ReadFile(b.in.Schema, name)
		if err != nil {
			return err
		}
		if b.in.Base != "" {
			data = bytes.Replace(data, []byte(`"$id": "`), []byte(`"$id": "`+b.in.Base+`schema/`), 1)
		}
		b.tree[path.Join("schema", name)] = data
	}
	return err
}
