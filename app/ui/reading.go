package ui

import (
	"strings"
	"unicode/utf8"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// A reading is a text that was read, and what the person did with its report.
type reading struct {
	view
	text   string
	body   string // that is explained: the text, or that of a response with the code that is all of the text
	codes  string // of the report: as long as they are the same, the answer is
	places string // to be marked in the text
}

// read explains a text. given is what was chosen of it before a reload, or by whoever made a link to
// it, "" if nothing was.
func (r *reading) read(text, given string) {
	before := r.codes
	r.text, r.body, r.empty = text, text, blank(text)
	if given != "" {
		r.choose(given)
	}
	r.explain()
	if given == "" && (r.codes == "" || r.codes != before) { // what was chosen was for another answer
		said := r.direction
		r.choose("")
		if said != "" {
			r.explain()
		}
	}
	r.found, r.query = nil, ""
	if q := strings.TrimSpace(text); q != "" && len(r.plan) == 0 && isQuery(text) && !strings.Contains(q, "\n") {
		if code, ok := catalog.Unlisted(q); ok {
			r.body = `{"errors":[{"code":` + code + `}]}`
			r.explain()
		} else if r.found = catalog.Named(q); r.found == nil {
			r.query = q
		}
	}
}

// chosen is what the person chose of the answer: who gave it, and which cards are unfolded.
func (r *reading) chosen() string {
	s := string(r.direction)
	for id, is := range r.open {
		if is {
			s += " " + id
		}
	}
	return s
}

func (r *reading) choose(chosen string) {
	direction, cards, _ := strings.Cut(chosen, " ")
	r.state = state{most: maxCards, open: map[string]bool{}, direction: catalog.Direction(direction)}
	for _, id := range strings.Fields(cards) {
		r.open[id] = true
	}
}

// explain explains the text, by who answered whom if the person said so.
func (r *reading) explain() {
	r.report = r.reported(r.lang)
	r.plan = r.report.Plan()
	r.facts = r.report.Facts()
	r.codes = r.report.Codes()
	r.places, r.lines, r.unmarked = "", nil, 0
	if r.unplaced = r.body != r.text; !r.unplaced {
		r.places, r.lines, r.unmarked = marks(r.text, r.report, r.plan)
	}
	if !numbered(r.text) {
		r.lines = nil
	}
}

// numbered reports whether lines of a text have numbers for a person: there are several, and they are
// not excerpts of a file, which say themselves where they stand.
func numbered(text string) bool {
	return strings.Contains(strings.TrimSpace(text), "\n") && !strings.HasPrefix(text, "⋯ ")
}

func (r *reading) reported(lang catalog.Lang) explain.Report {
	if r.direction != "" {
		return explain.TextFrom(r.body, r.direction, lang)
	}
	return explain.Text(r.body, lang)
}

// errors is how many there are: those of the responses, or one for a response without.
func (v *view) errors() (n int) {
	for i := range v.report.Responses {
		n += max(len(v.report.Responses[i].Errors), 1)
	}
	return n
}

// do does what a button is for, on a card if it stands there. It reports whether it knows what.
func (r *reading) do(what, card string) bool {
	name, argument, _ := strings.Cut(what, "-")
	switch name {
	case "unfold":
		r.open[card] = !r.open[card]
	case "more":
		r.most += maxCards
	case "who":
		if r.direction == catalog.Direction(argument) {
			argument = ""
		}
		r.direction = catalog.Direction(argument)
		r.explain()
	default: // the page's own
		return false
	}
	return true
}

// message is what the page passes on: the report's codes and fields, all of its text but the
// secrets and the personal data, or a message for somebody.
func (r *reading) message(what string, foreign bool, form explain.Form) string {
	report := r.report
	if foreign {
		report = r.reported(catalog.Langs[1-int(r.lang)])
	}
	switch what {
	case "codes":
		return report.Shared()
	case "text":
		return report.Redacted(false)
	}
	return report.Reply(explain.Audience(what), form)
}

// json is the report on a text, mostly the present one, whoever the person says to have answered.
func (r *reading) json(text string) string {
	report := r.report
	if text != r.body || r.direction != "" {
		report = explain.Text(text, r.lang)
	}
	data, err := report.MarshalJSON()
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// maxQuery is how many characters a text may have to be a search in the reference: it holds a
// sentence of Evotor's documentation.
const maxQuery = 300

func isQuery(text string) bool {
	return len(text) <= utf8.UTFMax*maxQuery && utf8.RuneCountInString(text) <= maxQuery
}

func blank(s string) bool {
	for _, r := range s {
		if r > ' ' && r != '\u00a0' {
			return false
		}
	}
	return true
}
