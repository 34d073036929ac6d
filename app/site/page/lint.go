package page

import (
	"evotor-errors/app/catalog/entry"
	"regexp"
	"slices"
	"strings"
)

var (
	families   = []string{"webhook", "api", "general"}
	directions = []string{"to-cloud", "from-cloud"}
)

// lintRecord reports what is wrong with a record as a whole.
func (l *loader) lintRecord(dir string, r *Record) {
	facts := dir + "/facts.yaml"
	general := r.Family == "general"
	l.oneOf(facts, "family", r.Family, families)
	if len(r.Actors) == 0 {
		l.report(facts, 0, "actors are missing")
	}
	for _, a := range slices.Concat(r.Actors, r.ActorsToCloud) {
		l.word(facts, "actor", string(a))
	}
	l.word(facts, "retry", string(r.Retry))
	if !general && (r.Status < 400 || r.Status > 599) {
		l.report(facts, 0, "status is %d, want 400 to 599", r.Status)
	}
	l.evidence(facts, "meaning", r.Meaning)
	if r.Obsolete != nil {
		l.evidence(facts, "obsolete", r.Obsolete.Evidence)
		if r.Obsolete.Reason != "" {
			l.oneOf(facts, "obsolete reason", r.Obsolete.Reason, r.Reasons)
		}
	}
	for _, c := range r.Causes {
		l.evidence(facts, "cause "+c.ID, c.Evidence)
		if c.Direction != "" {
			l.oneOf(facts, "direction of cause "+c.ID, string(c.Direction), directions)
		}
	}
	if len(r.Webhooks.IDs) > 0 {
		l.evidence(facts, "webhooks", r.Webhooks.Evidence)
	}
	for _, id := range r.Webhooks.IDs {
		if !slices.ContainsFunc(l.docs.Webhooks, func(w Webhook) bool { return w.ID == id }) {
			l.report(facts, 0, "unknown webhook %q", id)
		}
	}
	for _, lang := range entry.Langs {
		if t := r.Text[lang]; t != nil {
			l.lintText(dir+"/"+lang.String()+".md", r, t)
		}
	}
	if ru, en := r.Text[entry.Russian], r.Text[entry.English]; ru != nil && en != nil {
		l.lintSame(dir+"/en.md", "sentence", ru.Sentences, en.Sentences)
		l.lintSame(dir+"/en.md", "step", ru.Steps, en.Steps)
		if (ru.Retry == "") != (en.Retry == "") {
			l.report(dir+"/en.md", 0, "the section retry stands in one language only")
		}
	}
}

func (l *loader) lintText(file string, r *Record, t *Text) {
	if t.Title == "" {
		l.report(file, 1, "the title is missing")
	}
	if strings.HasSuffix(t.Title, ".") {
		l.report(file, t.title, "a title has no period")
	}
	if t.Meaning == "" {
		l.report(file, 1, "the paragraph that says what the code means is missing")
	}
	if len(t.Steps) == 0 {
		l.report(file, 0, "steps are missing")
	}
	for _, s := range t.Sentences {
		if strings.HasSuffix(s.Text, ".") {
			l.report(file, s.line, "a sentence has no period")
		}
	}
	if n := len(t.Sentences); n == 0 || t.Sentences[n-1].When != "" || t.Sentences[n-1].needs(r) {
		l.report(file, 0, "the last sentence must fit every response: no condition and no slot")
	}
	for _, line := range slices.Concat(t.Sentences, t.Steps) {
		if line.When != "" && !slices.Contains(directions, line.When) && !slices.Contains(r.Reasons, line.When) && !l.fills(r, line.When) {
			l.report(file, line.line, "condition %q is no reason of this code, no direction and no slot", line.When)
		}
		for _, slot := range line.slots() {
			if !l.fills(r, slot) {
				l.report(file, line.line, "no response with this code can fill the slot {%s}", slot)
			}
		}
	}
	for _, c := range r.Causes {
		if _, ok := t.Causes[c.ID]; !ok {
			l.report(file, 0, "cause %q is missing", c.ID)
		}
	}
	for id, line := range t.Causes {
		if !slices.ContainsFunc(r.Causes, func(c Cause) bool { return c.ID == id }) {
			l.report(file, line.line, "cause %q is not in facts.yaml", id)
		}
	}
}

// needs reports whether a line has a slot that some response with the code leaves empty.
func (t Line) needs(r *Record) bool {
	return slices.ContainsFunc(t.slots(), func(slot string) bool { return slot != "status" || r.Code != "" })
}

// lintSame wants the same conditions and slots in both languages, line by line.
func (l *loader) lintSame(file, what string, ru, en []Line) {
	if len(ru) != len(en) {
		l.report(file, 0, "%d %ss, the Russian text has %d", len(en), what, len(ru))
		return
	}
	for i := range ru {
		a, b := ru[i].slots(), en[i].slots()
		slices.Sort(a)
		slices.Sort(b)
		if ru[i].When != en[i].When || !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			l.report(file, en[i].line, "%s %d has another condition or other slots than the Russian one", what, i+1)
		}
	}
}

// fills reports whether a response with the record's code can fill a slot; without a decoder
// any can.
func (l *loader) fills(r *Record, slot string) bool { return l.decode == nil || r.fills[slot] }

func (l *loader) oneOf(file, what, got string, want []string) {
	if !slices.Contains(want, got) {
		l.report(file, 0, "%s is %q, want one of %s", what, got, strings.Join(want, ", "))
	}
}

// word wants an id that errors/words.yaml has in the group.
func (l *loader) word(file, group, id string) {
	if _, ok := l.docs.Words[group][id]; !ok {
		l.report(file, 0, "unknown %s %q", group, id)
	}
}

func (l *loader) evidence(file, what string, e entry.Evidence) {
	if _, ok := l.docs.Words["sure"][e.Sure]; !ok {
		l.report(file, 0, "%s: sure is %q, want documented, observed or inferred", what, e.Sure)
	}
	_, known := l.docs.Source(e.Source)
	switch {
	case e.Sure == "inferred" && e.Source != "":
		l.report(file, 0, "%s: what we infer has no source", what)
	case e.Sure != "inferred" && !known:
		l.report(file, 0, "%s: unknown source %q", what, e.Source)
	}
}

// words reads a file of words and wants each in every language, with the same slots.
func (l *loader) words(file string) Words {
	var words Words
	l.yaml(file, &words)
	for group, ids := range words {
		for id, texts := range ids {
			for _, lang := range entry.Langs {
				if texts[lang] == "" {
					l.report(file, 0, "%s %s: language %s is missing", group, id, lang)
				}
				l.lintTypography(file, 0, lang, texts[lang])
				texts[lang] = Typeset(lang, texts[lang])
			}
			ids[id] = texts
			l.lintSame(file, group+" "+id, []Line{{Line: entry.Line{Text: texts[entry.Russian]}}}, []Line{{Line: entry.Line{Text: texts[entry.English]}}})
		}
	}
	return words
}

var (
	code       = regexp.MustCompile("`[^`]*`|\\[[^\\]]*\\]\\([^)]*\\)")
	cyrillic   = regexp.MustCompile(`[А-Яа-яЁё]`)
	withoutYo  = regexp.MustCompile(`(?i)(^|[^а-яё])(еще|ее|нее|свое|твое|счет[а-я]*|учет[а-я]*|отчет[а-я]*|пришел|нашел|идет|придет|найдет[а-я]*|вернет[а-я]*|трех|четырех|причем|расчет[а-я]*|зачет|прием|объем[а-я]*|жестк[а-я]*|черт[а-я]*|тверд[а-я]*|истек|надежн[а-я]*)([^а-яё]|$)`)
	spacedDash = regexp.MustCompile(`[^\s|] - `)
)

// lintTypography reports what a reader of the language would stumble over.
func (l *loader) lintTypography(file string, line int, lang entry.Lang, s string) {
	s = code.ReplaceAllString(s, "")
	if strings.Contains(s, `"`) {
		l.report(file, line, "straight quotes: want «» in Russian and “” in English")
	}
	if spacedDash.MatchString(s) {
		l.report(file, line, "a hyphen stands where a dash belongs")
	}
	if strings.Contains(s, "\u00a0") {
		l.report(file, line, "a non-breaking space: write a plain one, they are set when the text is read")
	}
	if lang == entry.English && cyrillic.MatchString(s) {
		l.report(file, line, "Cyrillic letters in an English text")
	}
	if lang == entry.Russian {
		if m := withoutYo.FindStringSubmatch(s); m != nil {
			l.report(file, line, "%q is written with ё", m[2])
		}
	}
}
