package page

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"evotor-errors/app/catalog/entry"
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
	Name            string // of the record and its page: "2003", "http-404"; the folder's
	Code            string // as an error carries it; "" where the status comes without one
	Status          int    // of HTTP; 500 stands for all 5xx
	Family          string // webhook: a partner's service answers; api: REST API v2; page: neither, but people ask about it; general: no entry, a text for what has none
	Actors          []entry.Actor
	ActorsToCloud   []entry.Actor `yaml:"actors-to-cloud"`   // where they differ when a service answered the cloud
	ActorsFromCloud []entry.Actor `yaml:"actors-from-cloud"` // likewise, when the cloud answered
	Retry           entry.Retry
	Gate            bool     // until it is dealt with, nothing else of a request is looked at
	Secret          bool     // a value under this code is a token or a password
	Reasons         []string // documented ones
	Keywords        []string // what people call it, for the search, beyond the words of its texts
	See             []string // records and guides that belong to it; they lead back to it
	Obsolete        *Obsolete
	Meaning         Evidence
	Causes          []Cause  // the likeliest first
	Samples         []Sample // the first is the one to show
	Wrong, Right    string   // answers of a service; Right is the first sample if it is ""
	Requests        []string // what provokes the error, as lines for a shell
	Slots           []string // what the surroundings of a body can fill, beyond the fields of the samples
}

// Obsolete says that the code, or one reason of it, is gone from the API reference.
type Obsolete struct {
	Reason   string
	Evidence `yaml:",inline"`
}

// A Cause is one reason why a code appears. Its text stands in the languages' files.
type Cause struct {
	ID        string
	Direction entry.Direction
	Evidence  `yaml:",inline"`
}

// A Sample is a response. One that is inferred was made up by us after a documented shape.
type Sample struct {
	Evidence `yaml:",inline"`
	Text     string
}

// Text is what a record says in one language, in Markdown without blocks.
type Text struct {
	Title     string
	Meaning   string
	Sentences []Line // what happened: the first that fits is said
	Steps     []Line // all that fit are to be done
	Causes    map[string]CauseText
	What, Do  []Line // to the merchant: what happened, what to do
	Answers   string // what tells the wrong answer from the right one
	Requests  []Line // what each of the requests shows
	Retry     string // "" where the shared word does
	title     int    // line
}

// CauseText is a cause, how to tell that it is this one, and what to do about it.
type CauseText struct {
	Text, Check, Fix string
	line             int
}

// A Line is one item of a list.
type Line struct {
	entry.Line
	Plain string // of a step: the text without whom it is for
	line  int
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
			l.docs.label(lang, r.Text[lang].Steps)
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
	if (r.Family == "webhook" || r.Family == "api") && len(r.Samples) == 0 {
		l.report(file, 0, "a sample is missing")
	}
	if l.decode == nil {
		return
	}
	for i, sample := range r.Samples {
		decoded := l.decode(sample.Text)
		if len(decoded) == 0 && r.Family != "page" {
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
	itemPattern  = regexp.MustCompile(`^(- |\d+\. )(?:\[([^\]]+)\] )?(.+)$`)
	stepPattern  = regexp.MustCompile(`^([a-z]+): (.+)$`)
	causePattern = regexp.MustCompile(`^- ([a-z-]+): (.+)$`)
	partPattern  = regexp.MustCompile(`^  - (check|fix): (.+)$`)
)

var sections = []string{"sentences", "causes", "steps", "merchant", "answers", "requests", "retry"}

// text reads the language's file of a record: a title, a paragraph that says what the code
// means, and the sections.
func (l *loader) text(file string, lang entry.Lang, source string) *Text {
	t := &Text{Causes: map[string]CauseText{}}
	section, cause := "", ""
	for i, s := range strings.Split(source, "\n") {
		n := i + 1
		s = strings.TrimRight(s, " \r")
		if s == "" {
			continue
		}
		l.lintTypography(file, n, lang, s)
		indent := s[:len(s)-len(strings.TrimLeft(s, " "))]
		s = indent + Typeset(lang, s[len(indent):])
		switch {
		case strings.HasPrefix(s, "## "):
			if section = s[3:]; !slices.Contains(sections, section) {
				l.report(file, n, "unknown section %q\nthe sections are %s", section, strings.Join(sections, ", "))
			}
		case strings.HasPrefix(s, "# "):
			t.Title, t.title = s[2:], n
		case section == "":
			t.Meaning = strings.TrimSpace(t.Meaning + " " + s)
		case section == "answers":
			t.Answers = strings.TrimSpace(t.Answers + " " + s)
		case section == "retry":
			t.Retry = s
		case section == "causes":
			cause = l.cause(file, n, s, cause, t)
		default:
			l.item(file, n, section, s, t)
		}
	}
	return t
}

// cause reads a line of the causes: a cause, or what belongs to the one before.
func (l *loader) cause(file string, n int, s, last string, t *Text) string {
	if m := causePattern.FindStringSubmatch(s); m != nil {
		if _, twice := t.Causes[m[1]]; twice {
			l.report(file, n, "cause %q stands twice", m[1])
		}
		t.Causes[m[1]] = CauseText{Text: m[2], line: n}
		return m[1]
	}
	m, c := partPattern.FindStringSubmatch(s), t.Causes[last]
	switch {
	case m == nil || last == "":
		l.report(file, n, "not a cause: %q\na cause is written: - id: text, and below it, two spaces in, - check: text and - fix: text", s)
	case m[1] == "check":
		c.Check = m[2]
	default:
		c.Fix = m[2]
	}
	if last != "" {
		t.Causes[last] = c
	}
	return last
}

// item reads an item of a list.
func (l *loader) item(file string, n int, section, s string, t *Text) {
	m := itemPattern.FindStringSubmatch(s)
	if m == nil {
		l.report(file, n, "not an item of a list: %q", s)
		return
	}
	if section == "merchant" && m[2] != "" && !slices.Contains(directions, m[2]) {
		m[2], m[3] = "", "["+m[2]+"] "+m[3] // a blank to be filled in
	}
	line := Line{Line: entry.Line{When: m[2], Text: m[3]}, line: n}
	switch {
	case section == "sentences":
		t.Sentences = append(t.Sentences, line)
	case section == "requests":
		t.Requests = append(t.Requests, line)
	case section == "merchant" && m[1] == "- ":
		t.What = append(t.What, line)
	case section == "merchant":
		t.Do = append(t.Do, line)
	case section == "steps":
		step := stepPattern.FindStringSubmatch(line.Text)
		if step == nil {
			l.report(file, n, "not a step: %q\na step is written: 1. actor: text, or 1. [condition] actor: text", s)
			return
		}
		line.For, line.Text, line.Plain = entry.Actor(step[1]), step[2], step[2]
		t.Steps = append(t.Steps, line)
	}
}

// label puts before each step whom it is for, where a record has steps for several.
func (d *Docs) label(lang entry.Lang, steps []Line) {
	if !slices.ContainsFunc(steps, func(s Line) bool { return s.For != steps[0].For }) {
		return
	}
	for i := range steps {
		s := &steps[i]
		s.Text = d.Words["actor"][string(s.For)][lang] + ": " + Lower(s.Text)
	}
}

// Lower is a sentence that goes on after a colon.
func Lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(next) {
		return s // an abbreviation
	}
	return string(unicode.ToLower(first)) + s[size:]
}
