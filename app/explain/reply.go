package explain

import (
	"slices"
	"strconv"
	"strings"

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

// Audiences are those that the report has a reply for; Unknown is for unknown codes alone.
// Evotor's support is asked where the cloud may have answered: it cannot help with what a
// service answers.
func (r *Report) Audiences() []Audience {
	list := []Audience{Ticket, Merchant}
	if slices.ContainsFunc(r.Responses, func(resp Response) bool { return resp.Direction != catalog.ToCloud }) {
		list = append(list, Support)
	}
	return list
}

// hides reports whether a kind of personal data is no business of an audience: ids of terminals
// and users are the point of a message to the service's developers and to Evotor's support.
func (to Audience) hides(kind string) bool {
	return to == Merchant || to == Unknown || kind != "device" && kind != "user"
}

// Masks reports whether some message leaves out personal data that it has when unmasked.
func (r *Report) Masks() bool {
	return slices.ContainsFunc(r.Responses, func(resp Response) bool {
		unknown := slices.ContainsFunc(resp.Errors, func(e Error) bool { return !e.Known })
		return slices.ContainsFunc(resp.Personal, func(m Mark) bool { return unknown || Ticket.hides(m.ID) })
	})
}

// A Form says how a message is written.
type Form struct {
	Unmasked bool   // with personal data that its audience has no use for
	Markdown bool   // to be laid out by a tracker
	Site     string // the address of the pages that a ticket leads to, with its slash; "" for none
	Link     string // the address of the result that a ticket leads to; "" for none
}

// Reply is the report as a message to copy, in the language of the report. Secrets are never in
// it; personal data that the audience has no use for only if unmasked.
func (r *Report) Reply(to Audience, form Form) string {
	w := reply{report: r, to: to, lang: r.lang, Form: form}
	w.title(w.word(string(to)+"-head", ""))
	plan := r.Plan()
	masks, values := r.masks(w.hides)
	w.masks, w.hidden = masks, values
	if to == Merchant {
		w.merchant(plan)
		return w.String()
	}
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
			w.item(w.word("code", t.Code))
		}
		w.paragraph()
		w.line(w.sentence(t.Sentence))
		for _, n := range t.Notes {
			w.line(w.sentence(n.Parts))
		}
		switch to {
		case Ticket:
			w.line(catalog.Word("acts", string(t.Actor), r.lang) + ". " + t.RetryText())
			w.steps(t.Steps)
			w.steps(t.Otherwise)
			if page := t.About().Page(); page != "" && w.Site != "" {
				w.paragraph()
				w.line(w.word("page", w.Site+page))
			}
		case Unknown:
			for _, c := range t.Clues {
				w.line("- " + w.sentence(c))
			}
		}
	}
	w.excerpts()
	if to == Ticket && w.Link != "" {
		w.line("")
		w.line(w.word("result", w.Link))
	}
	return w.String()
}

// maxExcerpts is how many responses a message quotes.
const maxExcerpts = 5

// excerpts quotes the first responses that the message is about, and says how many it leaves
// out.
func (w *reply) excerpts() {
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
		w.fence()
		w.line(w.report.excerpt(resp.Span, w.masks))
		w.fence()
	}
	if n > maxExcerpts {
		w.line("")
		w.line(w.word("more", strconv.Itoa(n-maxExcerpts)))
	}
}

type reply struct {
	strings.Builder
	Form
	report *Report
	to     Audience
	lang   catalog.Lang
	masks  []text.Span
	hidden *secret.Values
}

// String is the message, one line feed at its end.
func (w *reply) String() string { return strings.TrimSpace(w.Builder.String()) + "\n" }

func (w *reply) word(id, value string) string {
	return strings.ReplaceAll(catalog.Word("reply", id, w.lang), "{value}", value)
}

func (w *reply) line(s string) { w.WriteString(s + "\n") }

// What Markdown wants before a title, before one of a list, around a quoted text, and before
// lines that are no part of the list above them.
func (w *reply) title(s string) { w.marked("### "); w.line(s) }
func (w *reply) item(s string)  { w.marked("- "); w.line(s) }
func (w *reply) fence()         { w.marked("~~~~~~~~\n") }
func (w *reply) paragraph()     { w.marked("\n") }

func (w *reply) marked(s string) {
	if w.Markdown {
		w.WriteString(s)
	}
}

// answer writes what the text shows of an answer: its status, who answered whom, the line, the
// id and the time of the request.
func (w *reply) answer(resp *Response) {
	if resp.Status != nil {
		w.item(w.word("status", strconv.Itoa(*resp.Status)))
	}
	if resp.Direction != catalog.Unknown {
		w.item(resp.DirectionText(w.lang))
	}
	for kind, t := range resp.traces {
		if said := w.report.told(t, w.masks, w.hidden); said != "" {
			w.item(w.word(traces[kind], said))
		}
	}
}

// merchant writes what the owner of the terminals has to do, or that there is nothing.
func (w *reply) merchant(plan []Task) {
	idle := true
	type told struct {
		entry     *catalog.Entry
		direction catalog.Direction
	}
	done := map[told]bool{}
	for i := range plan {
		t := &plan[i]
		e, direction := t.About(), w.report.Responses[t.Response].Direction
		if slices.ContainsFunc(t.Otherwise, func(s Step) bool { return s.For == catalog.Merchant }) {
			direction = catalog.Unknown // so that either is asked
		}
		s := slots{"direction": string(direction)}
		steps := s.all(e.Text[w.lang].Merchant.Do, e)
		if steps == nil || done[told{e, direction}] {
			continue
		}
		done[told{e, direction}], idle = true, false
		w.line("")
		w.line(w.sentence(s.first(e.Text[w.lang].Merchant.What, e)))
		w.line(w.word("merchant-do", ""))
		w.steps(steps)
	}
	if idle {
		w.line("")
		w.line(w.word("merchant-none", ""))
	}
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

func (w *reply) masked(p Part) bool { return p.personal != "" && w.hides(p.personal) }

func (w *reply) hides(kind string) bool { return !w.Unmasked && w.to.hides(kind) }
