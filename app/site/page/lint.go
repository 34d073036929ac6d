package page

import (
	"regexp"
	"slices"
	"strings"

	"evotor-errors/app/catalog/entry"
)

var (
	families   = []string{"webhook", "api", "page", "general"}
	directions = []string{"to-cloud", "from-cloud"}
)

// lintRecord reports what is wrong with a record as a whole.
func (l *loader) lintRecord(dir string, r *Record) {
	facts := dir + "/facts.yaml"
	coded := r.Family == "webhook" || r.Family == "api"
	l.oneOf(facts, "family", r.Family, families)
	if len(r.Actors) == 0 {
		l.report(facts, 0, "actors are missing")
	}
	for _, a := range r.allActors() {
		l.word(facts, "actor", string(a))
	}
	l.word(facts, "retry", string(r.Retry))
	if coded && (r.Status < 400 || r.Status > 599) {
		l.report(facts, 0, "status is %d, want 400 to 599", r.Status)
	}
	if r.Family == "page" && (r.Code != "" || r.Status != 0) {
		l.report(facts, 0, "a page has neither code nor status")
	}
	if r.Obsolete != nil && r.Obsolete.Reason != "" {
		l.oneOf(facts, "obsolete reason", r.Obsolete.Reason, r.Reasons)
	}
	if r.Right != "" && r.Wrong == "" {
		l.report(facts, 0, "a right answer without a wrong one is a sample")
	}
	for _, c := range r.Causes {
		if c.Direction != "" {
			l.oneOf(facts, "direction of cause "+c.ID, string(c.Direction), directions)
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
		l.lintSame(dir+"/en.md", "line to the merchant", ru.What, en.What)
		l.lintSame(dir+"/en.md", "step of the merchant", ru.Do, en.Do)
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
	l.lintActors(file, r, t)
	if n := len(t.What); n > 0 && (t.What[n-1].When != "" || t.What[n-1].needs(r)) {
		l.report(file, t.What[n-1].line, "the last line to the merchant must fit every response: no condition and no slot")
	}
	if (t.Answers == "") != (r.Wrong == "") {
		l.report(file, 0, "a wrong answer and the section answers belong together")
	}
	if len(t.Requests) != len(r.Requests) {
		l.report(file, 0, "%d lines on requests, facts.yaml has %d requests", len(t.Requests), len(r.Requests))
	}
	for _, line := range slices.Concat(t.Sentences, t.Steps, t.What, t.Do) {
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
		switch text, ok := t.Causes[c.ID]; {
		case !ok:
			l.report(file, 0, "cause %q is missing", c.ID)
		case text.Check == "" || text.Fix == "":
			l.report(file, text.line, "cause %q needs a check and a fix", c.ID)
		}
	}
	for id, line := range t.Causes {
		if !slices.ContainsFunc(r.Causes, func(c Cause) bool { return c.ID == id }) {
			l.report(file, line.line, "cause %q is not in facts.yaml", id)
		}
	}
}

// maxSteps is how many steps a card may have: it is read on a phone.
const maxSteps = 3

// allActors are those who must act in some case.
func (r *Record) allActors() []entry.Actor {
	return slices.Concat(r.Actors, r.ActorsToCloud, r.ActorsFromCloud)
}

// lintActors wants everybody who must act to have a step, but for Evotor, whom nobody instructs, everybody who has a step to be among
// those who must act, and a message for the merchant just where something is asked of them.
func (l *loader) lintActors(file string, r *Record, t *Text) {
	actors := r.allActors()
	for _, a := range actors {
		if a != "unknown" && a != entry.Evotor && r.Family != "general" && !slices.ContainsFunc(t.Steps, func(s Line) bool { return s.For == a }) {
			l.report(file, 0, "%s is to act, but no step is for them", a)
		}
	}
	for _, s := range t.Steps {
		if r.Family != "general" && !slices.Contains(actors, s.For) {
			l.report(file, s.line, "a step is for %s, who is not among the actors", s.For)
		}
	}
	for _, direction := range append(directions, "") {
		n := 0
		for _, s := range t.Steps {
			if s.When == "" || s.When == direction {
				n++
			}
		}
		if n > maxSteps {
			l.report(file, 0, "%d steps for one case, want at most %d: the rest belongs to the causes", n, maxSteps)
			break
		}
	}
	if asked := slices.Contains(actors, entry.Merchant); asked != (len(t.Do) > 0) || asked != (len(t.What) > 0) {
		l.report(file, 0, "the section merchant belongs where the merchant is to act: what happened, and what to do")
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
		if ru[i].When != en[i].When || ru[i].For != en[i].For || !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			l.report(file, en[i].line, "%s %d has another condition, another actor or other slots than the Russian one", what, i+1)
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

// lintWhole reports what is wrong with the documentation as a whole.
func (l *loader) lintWhole() {
	statements := l.docs.Statements()
	for _, s := range statements {
		l.lintEvidence(s)
	}
	l.lintSources(statements)
	l.lintChanges()
	for _, w := range l.docs.Webhooks {
		l.oneOf("errors/webhooks.yaml", "kind of webhook "+w.ID, w.Kind, []string{"request", "notification"})
		for _, code := range w.Codes {
			if r := l.docs.Record(code); r == nil || r.Family != "webhook" {
				l.report("errors/webhooks.yaml", 0, "webhook %s: unknown code %q", w.ID, code)
			}
		}
	}
	for _, r := range l.docs.Records {
		for _, name := range r.See {
			if l.docs.Record(name) == nil && l.docs.Guide(name) == nil || name == r.Name {
				l.report("errors/"+r.Name+"/facts.yaml", 0, "see: %q is neither another record nor a guide", name)
			}
		}
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
	withoutYo  = regexp.MustCompile(`(?i)(^|[^а-яё])(еще|ее|нее|свое|твое|счет[а-я]*|учет[а-я]*|отчет[а-я]*|пришел|нашел|идет|придет|найдет[а-я]*|вернет[а-я]*|трех|четырех|причем|расчет[а-я]*|зачет|прием|объем[а-я]*|жестк[а-я]*|тверд[а-я]*|истек|надежн[а-я]*)([^а-яё]|$)`)
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
	l.lintTerms(file, line, lang, s)
	if lang == entry.Russian {
		if m := withoutYo.FindStringSubmatch(s); m != nil {
			l.report(file, line, "%q is written with ё", m[2])
		}
	}
}
