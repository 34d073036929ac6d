package explain

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
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

// Reply is the report as a message to copy, in the language of the report. Secrets are never in
// it; personal data only if unmasked.
func (r *Report) Reply(to Audience, unmasked bool) string {
	w := reply{report: r, to: to, lang: r.lang, unmasked: unmasked}
	w.line(w.word(string(to)+"-head", ""))
	plan := r.Plan()
	masks, values := r.masks(unmasked)
	w.hidden = values
	if to == Merchant {
		w.merchant(plan)
		return w.String()
	}
	w.traces = traced(r.text, masks)
	told := -1
	for i := range plan {
		t := &plan[i]
		if to == Unknown && t.Clues == nil {
			continue
		}
		w.line("")
		resp := &r.Responses[t.Response]
		if t.Response != told {
			w.answer(resp)
			told = t.Response
		}
		if t.Code != "" {
			w.line(w.word("code", t.Code))
		}
		w.line(w.sentence(t.Sentence))
		for _, n := range t.Notes {
			w.line(w.sentence(n.Parts))
		}
		switch to {
		case Ticket:
			w.line(catalog.Word("acts", string(t.Actor), r.lang) + ". " + t.RetryText())
			w.steps(t.Steps)
		case Unknown:
			for _, c := range t.Clues {
				w.line("- " + w.sentence(c))
			}
		}
	}
	if to != Ticket {
		w.excerpts(masks)
	}
	return w.String()
}

// maxExcerpts is how many responses a message quotes.
const maxExcerpts = 5

// excerpts quotes the first responses that the message is about, and says how many it leaves
// out.
func (w *reply) excerpts(masks []text.Span) {
	n := 0
	for i := range w.report.Responses {
		resp := &w.report.Responses[i]
		if w.to == Unknown && !slices.ContainsFunc(resp.Errors, func(e Error) bool { return !e.Known }) {
			continue
		}
		if n++; n > maxExcerpts {
			continue
		}
		w.line("")
		w.line(w.word("excerpt", ""))
		w.line(w.report.excerpt(resp.Span, masks))
	}
	if n > maxExcerpts {
		w.line("")
		w.line(w.word("more", strconv.Itoa(n-maxExcerpts)))
	}
}

type reply struct {
	strings.Builder
	report   *Report
	to       Audience
	lang     catalog.Lang
	unmasked bool
	hidden   *secret.Values
	traces   [len(traces)][]trace
}

// String is the message, one line feed at its end.
func (w *reply) String() string { return strings.TrimSpace(w.Builder.String()) + "\n" }

func (w *reply) word(id, value string) string {
	return strings.ReplaceAll(catalog.Word("reply", id, w.lang), "{value}", value)
}

func (w *reply) line(s string) { w.WriteString(s + "\n") }

// answer writes what the text shows of an answer: its status, who answered whom, the line, the
// id and the time of the request.
func (w *reply) answer(resp *Response) {
	if resp.Status != nil {
		w.line(w.word("status", strconv.Itoa(*resp.Status)))
	}
	if resp.Direction != catalog.Unknown {
		w.line(catalog.Word("direction", string(resp.Direction), w.lang))
	}
	for k, t := range traces {
		if found := nearest(w.traces[k], resp.Span); found != "" {
			w.line(w.word(t.word, found))
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
		what := t.Sentence
		if slices.ContainsFunc(what, w.masked) {
			what = Parts(t.Title) // he can do nothing with a dot in place of his terminal
		}
		w.line("")
		w.line(w.sentence(what))
		w.line(w.word("merchant-do", ""))
		w.steps(steps)
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

func (w *reply) steps(steps []Step) {
	n := 0
	for _, s := range steps {
		if s.Lead != nil {
			w.line(w.sentence(s.Lead) + ":")
			n = 0
		}
		n++
		w.line(strconv.Itoa(n) + ". " + w.sentence(s.Parts))
	}
}

// sentence is a sentence with personal data masked.
func (w *reply) sentence(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		said := p.Text
		if w.masked(p) {
			said = decode.Masked
		} else if p.Slot != "" {
			said = secret.Replace(said, w.hidden.Find(said))
		}
		if p.Code && w.to != Merchant {
			said = "`" + said + "`"
		}
		b.WriteString(said)
	}
	return b.String()
}

func (w *reply) masked(p Part) bool { return p.personal && !w.unmasked }
