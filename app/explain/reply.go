package explain

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// An Audience is whom a reply is for.
type Audience string

const (
	Ticket   Audience = "ticket"   // the developers of the service
	Merchant Audience = "merchant" // the owner of the terminals
	Support  Audience = "support"  // Evotor's support
	Unknown  Audience = "unknown"  // whoever knows of a code that the catalogue does not have
)

// Audiences are those that every report has a reply for; Unknown is for unknown codes alone.
var Audiences = []Audience{Ticket, Merchant, Support}

// Reply is the report on a text as a message to copy, in the language of the report. Secrets
// are never in it; personal data only if unmasked.
func (r *Report) Reply(text string, to Audience, lang catalog.Lang, unmasked bool) string {
	w := reply{report: r, to: to, lang: lang, unmasked: unmasked}
	w.line(w.word(string(to)+"-head", ""))
	plan := r.Plan()
	if to == Merchant {
		w.merchant(plan)
		return w.String()
	}
	masks := r.masks(text, unmasked)
	told := -1
	for i := range plan {
		t := &plan[i]
		if to == Unknown && t.Clues == nil {
			continue
		}
		w.line("")
		resp := &r.Responses[t.Response]
		if t.Response != told {
			w.answer(text, resp, masks)
			told = t.Response
		}
		if t.Code != "" {
			w.line(w.word("code", t.Code))
		}
		w.line(w.sentence(resp, t.Sentence))
		for _, n := range t.Notes {
			w.line(w.sentence(resp, n.Parts))
		}
		switch to {
		case Ticket:
			w.line(catalog.Word("acts", string(t.Actor), lang) + ". " + t.RetryText())
			w.steps(resp, t.Steps)
		case Unknown:
			for _, c := range t.Clues {
				w.line("- " + w.sentence(resp, c))
			}
		}
	}
	if to != Ticket {
		for i := range r.Responses {
			resp := &r.Responses[i]
			if i == maxExcerpts {
				break
			}
			if to == Unknown && !slices.ContainsFunc(resp.Errors, func(e Error) bool { return !e.Known }) {
				continue
			}
			w.line("")
			w.line(w.word("excerpt", ""))
			w.line(r.excerpt(text, resp.Span, masks))
		}
	}
	return w.String()
}

// maxExcerpts is how many responses a message quotes.
const maxExcerpts = 5

type reply struct {
	strings.Builder
	report   *Report
	to       Audience
	lang     catalog.Lang
	unmasked bool
}

// String is the message, one line feed at its end.
func (w *reply) String() string { return strings.TrimSpace(w.Builder.String()) + "\n" }

func (w *reply) word(id, value string) string {
	return strings.ReplaceAll(catalog.Word("reply", id, w.lang), "{value}", value)
}

func (w *reply) line(s string) { w.WriteString(s + "\n") }

// answer writes what the text shows of an answer: its status, who answered whom, the line, the
// id and the time of the request.
func (w *reply) answer(text string, resp *Response, masks []Span) {
	if resp.Status != nil {
		w.line(w.word("status", strconv.Itoa(*resp.Status)))
	}
	if resp.Direction != catalog.Unknown {
		w.line(catalog.Word("direction", string(resp.Direction), w.lang))
	}
	for _, trace := range [...]struct {
		word string
		at   func(text string, i int, masks []Span) string
	}{{"request", requestAt}, {"request-id", idAt}, {"time", momentAt}} {
		if found := nearest(text, resp.Span, func(i int) string { return trace.at(text, i, masks) }); found != "" {
			w.line(w.word(trace.word, found))
		}
	}
}

// merchant writes what the owner of the terminals has to do, or that there is nothing.
func (w *reply) merchant(plan []Task) {
	idle := true
	for i := range plan {
		t := &plan[i]
		steps := w.addressed(t)
		if steps == nil {
			continue
		}
		resp := &w.report.Responses[t.Response]
		what := t.Sentence
		if slices.ContainsFunc(what, func(p Part) bool { return w.masked(resp, p) }) {
			what = Parts(t.Title) // he can do nothing with a dot in place of his terminal
		}
		w.line("")
		w.line(w.sentence(resp, what))
		w.line(w.word("merchant-do", ""))
		w.steps(resp, steps)
		idle = false
	}
	if idle {
		w.line("")
		w.line(w.word("merchant-none", ""))
	}
}

// addressed are the steps of a task that are for the merchant: those that say so, and where
// he is the one who acts, those that do not say otherwise. They are without the address and
// the cases, which mean nothing to him.
func (w *reply) addressed(t *Task) []Step {
	var list []Step
	for _, s := range t.Steps {
		first := s.Parts[0].Text
		rest, ok := strings.CutPrefix(first, w.word("to-merchant", ""))
		if !ok && (t.Actor != catalog.Merchant || strings.Contains(first, w.word("to-partner", ""))) {
			continue
		}
		if ok {
			_, size := utf8.DecodeRuneInString(rest)
			s.Parts = slices.Clone(s.Parts)
			s.Parts[0].Text = strings.ToUpper(rest[:size]) + rest[size:]
		}
		list = append(list, Step{Parts: s.Parts})
	}
	return list
}

func (w *reply) steps(resp *Response, steps []Step) {
	n := 0
	for _, s := range steps {
		if s.Lead != nil {
			w.line(w.sentence(resp, s.Lead) + ":")
			n = 0
		}
		n++
		w.line(strconv.Itoa(n) + ". " + w.sentence(resp, s.Parts))
	}
}

// sentence is a sentence with personal data masked: the values of the response's errors
// that are marked as such.
func (w *reply) sentence(resp *Response, parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		text := p.Text
		if w.masked(resp, p) {
			text = decode.Masked
		}
		if p.Code && w.to != Merchant {
			text = "`" + text + "`"
		}
		b.WriteString(text)
	}
	return b.String()
}

func (w *reply) masked(resp *Response, p Part) bool {
	return p.Slot != "" && !w.unmasked && personal(resp, p.Text)
}

// personal reports whether a text that a sentence shows is personal data of the response, or
// holds some.
func personal(resp *Response, text string) bool {
	for i := range resp.Errors {
		for _, f := range resp.Errors[i].fields() {
			if f.State != decode.Present || shown(f.Field) != text {
				continue
			}
			for _, m := range resp.Personal {
				if m.Span[0] < f.Span.End && f.Span.Start < m.Span[1] {
					return true
				}
			}
		}
	}
	return false
}
