package explain

import (
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// An Audience is whom a reply is for.
type Audience string

const (
	Ticket   Audience = "ticket"   // the developers of the service
	Merchant Audience = "merchant" // the owner of the terminals
	Support  Audience = "support"  // Evotor's support
)

// Audiences are all of them.
var Audiences = []Audience{Ticket, Merchant, Support}

// Reply is the report on a text as a message to copy. Secrets are never in it; personal data
// only if unmasked.
func (r *Report) Reply(text string, to Audience, lang catalog.Lang, unmasked bool) string {
	w := reply{lang: lang, unmasked: unmasked}
	w.line(w.word(string(to)+"-head", ""))
	_, repeated := r.Diagnosis.Repeats()
	for i := range r.Responses {
		resp := &r.Responses[i]
		w.line("")
		if to != Merchant && resp.Status != nil {
			w.line(w.word("status", strconv.Itoa(*resp.Status)))
		}
		if to != Merchant && resp.Direction != catalog.Unknown {
			w.line(catalog.Word("direction", string(resp.Direction), lang))
		}
		if resp.Verdict != nil {
			w.verdict(resp, "", resp.Verdict, to)
		}
		for j := range resp.Errors {
			if !repeated[[2]int{i, j}] {
				w.verdict(resp, resp.Errors[j].Code, &resp.Errors[j].Verdict, to)
			}
		}
	}
	if to != Merchant {
		w.line("")
		if id := requestID(text); id != "" && !r.secret(text, id) {
			w.line(w.word("request", id))
		}
		if at := moment(text); at != "" {
			w.line(w.word("time", at))
		}
	}
	return strings.TrimSpace(w.b.String()) + "\n"
}

// secret reports whether the value that stands in the text is a part of a secret.
func (r *Report) secret(text, value string) bool {
	at := strings.Index(text, value)
	for i := range r.Responses {
		for _, n := range r.Responses[i].Notes {
			if n.ID == "secret" && n.Span != nil && n.Span[0] <= at && at < n.Span[1] {
				return true
			}
		}
	}
	return false
}

type reply struct {
	b        strings.Builder
	lang     catalog.Lang
	unmasked bool
}

func (w *reply) word(id, value string) string {
	return strings.ReplaceAll(catalog.Word("reply", id, w.lang), "{value}", value)
}

func (w *reply) line(s string) { w.b.WriteString(s + "\n") }

// verdict writes what happened and what the audience has to know of it.
func (w *reply) verdict(resp *Response, code string, v *Verdict, to Audience) {
	if to == Merchant {
		if string(v.Actor) != string(Merchant) {
			w.line(w.word("merchant-none", ""))
			return
		}
		w.line(w.sentence(resp, v.Sentence))
		w.line(w.word("merchant-do", ""))
		w.steps(resp, v)
		return
	}
	if code != "" {
		w.line(w.word("code", code))
	}
	w.line(w.sentence(resp, v.Sentence))
	if to == Ticket {
		w.line(catalog.Word("acts", string(v.Actor), w.lang) + ". " + v.RetryText())
		w.steps(resp, v)
	}
}

func (w *reply) steps(resp *Response, v *Verdict) {
	for i, s := range v.Steps {
		w.line(strconv.Itoa(i+1) + ". " + w.sentence(resp, s))
	}
}

// sentence is a sentence with personal data masked: the values of the response's errors
// that are marked as such.
func (w *reply) sentence(resp *Response, parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		text := p.Text
		if p.Slot != "" && !w.unmasked && personal(resp, text) {
			text = decode.Masked
		}
		if p.Code {
			text = "`" + text + "`"
		}
		b.WriteString(text)
	}
	return b.String()
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
