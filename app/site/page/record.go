package page

import (
	"evotor-errors/app/catalog/entry"
	"io/fs"
	"regexp"
	"strings"
)

// A Record is all that is known of one code, or of one HTTP status without a code.
type Record struct {
	Facts
	Text   map[entry.Lang]*Text
	Sample map[string]string // what the first sample fills into sentences
	fills  map[string]bool   // what some sample fills
}

// Facts are the same in every language: errors/NAME/facts.yaml.
type Facts struct {
	Name          string // of the record and its page: "2003", "http-404"; the folder's
	Code          string // as an error carries it; "" where the status comes without one
	Status        int    // of HTTP; 500 stands for all 5xx
	Family        string // webhook: a partner's service answers; api: REST API v2; general: no entry, a text for what has none
	Actors        []entry.Actor
	ActorsToCloud []entry.Actor `yaml:"actors-to-cloud"` // where they differ when a service answered the cloud
	Retry         entry.Retry
	Gate          bool     // until it is dealt with, nothing else of a request is looked at
	Secret        bool     // a value under this code is a token or a password
	Reasons       []string // documented ones
	Keywords      []string // what people call it, for the search, beyond the words of its texts
	Obsolete      *Obsolete
	Meaning       entry.Evidence
	Causes        []Cause
	Webhooks      Answers
	Samples       []string // responses; the first is the one to show
	Slots         []string // what the surroundings of a body can fill, beyond the fields of the samples
}

// Obsolete says that the code, or one reason of it, is gone from the API reference.
type Obsolete struct {
	Reason         string
	entry.Evidence `yaml:",inline"`
}

// A Cause is one reason why a code appears. Its text stands in the languages' files.
type Cause struct {
	ID          string
	entry.Cause `yaml:",inline"`
}

// Answers are the webhooks that may be answered with the code.
type Answers struct {
	entry.Evidence `yaml:",inline"`
	IDs            []string `yaml:"ids"`
}

// Text is what a record says in one language, in Markdown without blocks.
type Text struct {
	Title     string
	Meaning   string
	Sentences []Line // what happened: the first that fits is said
	Steps     []Line // all that fit are to be done
	Causes    map[string]Line
	Retry     string // "" where the shared word does
	title     int    // line
}

// A Line is one item of a list.
type Line struct {
	entry.Line
	line int
}

var slotPattern = regexp.MustCompile(`\{([a-z]+)\}`)

// slots are the names in braces, in order.
func (t Line) slots() []string {
	var names []string
	for _, m := range slotPattern.FindAllStringSubmatch(t.Text, -1) {
		names = append(names, m[1])
	}
	return names
}

func (l *loader) record(name string) {
	dir := "errors/" + name
	r := &Record{Text: map[entry.Lang]*Text{}, fills: map[string]bool{}}
	l.yaml(dir+"/facts.yaml", &r.Facts)
	if r.Name != "" && r.Name != name {
		l.report(dir+"/facts.yaml", 0, "name is %q, the folder's is %q", r.Name, name)
	}
	r.Name = name
	if r.Code != "" && r.Code != name {
		l.report(dir+"/facts.yaml", 0, "code is %q, the folder's name %q", r.Code, name)
	}
	for _, lang := range entry.Langs {
		file := dir + "/" + lang.String() + ".md"
		if _, err := fs.Stat(l.fsys, file); err != nil {
			l.report(file, 0, "is missing: every record has a text in every language")
			continue
		}
		if text, ok := l.read(file); ok {
			r.Text[lang] = l.text(file, lang, text)
		}
	}
	l.samples(dir+"/facts.yaml", r)
	l.lintRecord(dir, r)
	l.docs.Records = append(l.docs.Records, r)
}

// samples decodes each sample and wants nothing but the record's code in it.
func (l *loader) samples(file string, r *Record) {
	for _, slot := range r.Slots {
		r.fills[slot] = true
	}
	if r.Family != "general" && len(r.Samples) == 0 {
		l.report(file, 0, "a sample is missing")
	}
	if l.decode == nil {
		return
	}
	for i, sample := range r.Samples {
		decoded := l.decode(sample)
		if len(decoded) == 0 {
			l.report(file, 0, "sample %d does not decode to an error response", i+1)
		}
		for _, d := range decoded {
			if d.Code != r.Code {
				l.report(file, 0, "sample %d decodes to code %q, want %q", i+1, d.Code, r.Code)
			}
			for slot := range d.Slots {
				r.fills[slot] = true
			}
			if r.Sample == nil {
				r.Sample = d.Slots
			}
		}
	}
}

// Filled is the text of a line with what the record's sample shows in its slots.
func (r *Record) Filled(line Line) string {
	return slotPattern.ReplaceAllStringFunc(line.Text, func(slot string) string {
		if value, ok := r.Sample[slot[1:len(slot)-1]]; ok {
			return value
		}
		return slot
	})
}

var (
	itemPattern  = regexp.MustCompile(`^(?:- |\d+\. )(?:\[([^\]]+)\] )?(.+)$`)
	causePattern = regexp.MustCompile(`^- ([a-z-]+): (.+)$`)
)

// text reads the language's file of a record: a title, a paragraph that says what the code
// means, and the sections sentences, causes, steps and retry.
func (l *loader) text(file string, lang entry.Lang, source string) *Text {
	t := &Text{Causes: map[string]Line{}}
	section := ""
	for i, s := range strings.Split(source, "\n") {
		n := i + 1
		s = strings.TrimRight(s, " \r")
		if s == "" {
			continue
		}
		l.lintTypography(file, n, lang, s)
		s = Typeset(lang, s)
		switch {
		case strings.HasPrefix(s, "## "):
			section = s[3:]
			switch section {
			case "sentences", "causes", "steps", "retry":
			default:
				l.report(file, n, "unknown section %q\nthe sections are sentences, causes, steps, retry", section)
			}
		case strings.HasPrefix(s, "# "):
			t.Title, t.title = s[2:], n
		case section == "":
			t.Meaning = strings.TrimSpace(t.Meaning + " " + s)
		case section == "retry":
			t.Retry = s
		case section == "causes":
			m := causePattern.FindStringSubmatch(s)
			if m == nil {
				l.report(file, n, "not a cause: %q\na cause is written: - id: text", s)
				continue
			}
			if _, twice := t.Causes[m[1]]; twice {
				l.report(file, n, "cause %q stands twice", m[1])
			}
			t.Causes[m[1]] = Line{entry.Line{Text: m[2]}, n}
		default:
			m := itemPattern.FindStringSubmatch(s)
			if m == nil {
				l.report(file, n, "not an item of a list: %q", s)
				continue
			}
			item := Line{entry.Line{When: m[1], Text: m[2]}, n}
			if section == "steps" {
				t.Steps = append(t.Steps, item)
			} else {
				t.Sentences = append(t.Sentences, item)
			}
		}
	}
	return t
}
