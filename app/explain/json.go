package explain

import (
	"strconv"
	"unicode/utf8"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// Reports encode themselves: the browser program goes without encoding/json, which weighs
// 35 KB there.

// MarshalJSON writes the report as the guide "report" and its schema have it.
func (r Report) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.found(&r, &helpTable{names: map[string]string{}})
	w.raw(`,"diagnosis":{"direction":`)
	w.quote(string(r.Diagnosis.Direction))
	w.bool("certain", r.Diagnosis.Certain)
	w.raw(`,"causes":[`)
	for i := range r.Diagnosis.Causes {
		c := &r.Diagnosis.Causes[i]
		w.item(i)
		w.raw(`{"id":`)
		w.quote(c.ID)
		w.text("text", c.Text)
		w.raw(`,"errors":[`)
		for i, e := range c.Errors {
			w.item(i)
			w.span(Span(e))
		}
		w.raw("]}")
	}
	w.raw(`]},"catalogue":{"version":`)
	w.quote(catalog.Version)
	w.text("date", catalog.Date)
	w.raw("}}")
	return w, nil
}

// Line is the report on one line, without help, diagnosis and catalogue: of many texts they would
// be the most part, and the same again and again.
func (r Report) Line() []byte {
	w := writer{}
	w.found(&r, nil)
	w.raw("}")
	return w
}

// found writes what the text holds, and what was not read of it; with a table what to do about it.
func (w *writer) found(r *Report, help *helpTable) {
	w.raw(`{"responses":[`)
	for i := range r.Responses {
		w.item(i)
		w.response(&r.Responses[i], help)
	}
	w.raw("]")
	if help != nil {
		w.raw(`,"help":{`)
		for _, h := range help.list {
			w.key(h.name)
			w.raw(h.said)
		}
		w.raw("}")
	}
	w.key("secrets")
	w.int(r.Secrets)
	if len(r.Unread) > 0 {
		w.raw(`,"unread":[`)
		for i, u := range r.Unread {
			w.item(i)
			w.span(u)
		}
		w.raw("]")
	}
}

func (w *writer) response(r *Response, help *helpTable) {
	w.raw(`{"kind":`)
	w.quote(string(r.Kind))
	w.key("status")
	if r.Status == nil {
		w.raw("null")
	} else {
		w.int(*r.Status)
	}
	w.text("direction", string(r.Direction))
	w.bool("certain", r.Certain)
	w.key("span")
	w.span(r.Span)
	if r.Reset != 0 {
		if r.Reset < moment {
			w.key("reset")
		} else {
			w.key("until")
		}
		w.int(r.Reset)
	}
	if r.State != "" {
		w.text("state", r.State)
	}
	if r.Verdict != nil {
		w.verdict(r.Verdict, help)
	}
	w.raw(`,"errors":[`)
	for i := range r.Errors {
		w.item(i)
		w.error(&r.Errors[i], help)
	}
	w.raw(`],"notes":[`)
	for i := range r.Notes {
		w.item(i)
		w.note(&r.Notes[i])
	}
	w.raw("]")
	w.marks("repairs", r.Repairs)
	w.marks("personal", r.Personal)
	w.raw("}")
}

func (w *writer) verdict(v *Verdict, help *helpTable) {
	w.text("title", v.Title)
	w.text("explanation", v.Explanation)
	w.text("actor", string(v.Actor))
	w.text("retry", string(v.Retry))
	if v.Page != "" {
		w.text("page", v.Page)
	}
	if help != nil {
		w.text("help", help.name(v))
	}
}

func (w *writer) error(e *Error, help *helpTable) {
	w.raw(`{"code":`)
	w.quote(e.Code)
	w.bool("known", e.Known)
	w.verdict(&e.Verdict, help)
	w.field("reason", e.Reason)
	w.field("subject", e.Subject)
	w.field("value", e.Value)
	w.field("message", e.Message)
	if len(e.Clues) > 0 {
		w.raw(`,"clues":[`)
		for i, clue := range e.Clues {
			w.item(i)
			w.quote(plain(clue))
		}
		w.raw("]")
	}
	w.key("span")
	w.span(e.Span)
	w.raw(`,"spans":{`)
	for _, name := range [...]string{"code", "reason", "subject", "value"} {
		if s, ok := e.Spans[name]; ok {
			w.key(name)
			w.span(s)
		}
	}
	w.raw("}}")
}

func (w *writer) field(name string, f Field) {
	switch f.State {
	case decode.Null:
		w.key(name)
		w.raw("null")
	case decode.Present:
		w.text(name, f.Text)
	}
}

func (w *writer) note(n *Note) {
	w.raw(`{"id":`)
	w.quote(n.ID)
	if n.Text != "" {
		w.text("text", n.Text)
	}
	if n.Error != nil {
		w.key("error")
		w.int(*n.Error)
	}
	if n.Span != nil {
		w.key("span")
		w.span(*n.Span)
	}
	w.raw("}")
}

func (w *writer) marks(name string, list []Mark) {
	w.key(name)
	w.raw("[")
	for i, m := range list {
		w.item(i)
		w.raw(`{"id":`)
		w.quote(m.ID)
		w.key("span")
		w.span(m.Span)
		w.raw("}")
	}
	w.raw("]")
}

// A helpTable has what is said about the errors of a report beyond a sentence each, once.
type helpTable struct {
	names map[string]string // by what is said; each name too
	list  []struct{ name, said string }
}

// name is the name of what is said about a verdict: its entry's, with a number behind it if the
// values make another text of it.
func (t *helpTable) name(v *Verdict) string {
	w := writer{}
	w.raw(`{"meaning":`)
	w.quote(plain(v.Meaning()))
	w.text("retryText", v.RetryText())
	w.steps("steps", v.Steps)
	if len(v.Otherwise) > 0 {
		w.steps("otherwise", v.Otherwise)
	}
	w.raw("}")
	said := string(w)
	name, ok := t.names[said]
	if !ok {
		name = v.Entry.Name
		if _, taken := t.names[name]; taken {
			name += "." + strconv.Itoa(len(t.list)+1)
		}
		t.names[said], t.names[name] = name, name
		t.list = append(t.list, struct{ name, said string }{name, said})
	}
	return name
}

func (w *writer) steps(name string, list []Step) {
	w.key(name)
	w.raw("[")
	for i, step := range list {
		w.item(i)
		w.raw("{")
		if step.For != "" {
			w.text("for", string(step.For))
		}
		if len(step.Lead) > 0 {
			w.text("when", plain(step.Lead))
		}
		w.text("text", plain(step.Parts))
		w.raw("}")
	}
	w.raw("]")
}

// A writer writes JSON.
type writer []byte

func (w *writer) raw(s string) { *w = append(*w, s...) }

func (w *writer) int(n int) { *w = strconv.AppendInt(*w, int64(n), 10) }

func (w *writer) bool(name string, b bool) {
	w.key(name)
	*w = strconv.AppendBool(*w, b)
}

func (w *writer) span(s Span) {
	w.raw("[")
	w.int(s[0])
	w.raw(",")
	w.int(s[1])
	w.raw("]")
}

// item begins an item of an array.
func (w *writer) item(i int) {
	if i > 0 {
		w.raw(",")
	}
}

// key begins a member.
func (w *writer) key(name string) {
	if b := *w; b[len(b)-1] != '{' {
		w.raw(",")
	}
	w.quote(name)
	w.raw(":")
}

func (w *writer) text(key, value string) {
	w.key(key)
	w.quote(value)
}

// Quote is a text as JSON has it.
func Quote(s string) string {
	var w writer
	w.quote(s)
	return string(w)
}

func (w *writer) quote(s string) {
	const hex = "0123456789abcdef"
	w.raw(`"`)
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			*w = append(*w, '\\', byte(r))
		case r == '\n':
			w.raw(`\n`)
		case r < ' ' || r == 0x2028 || r == 0x2029: // the last two end lines in scripts
			*w = append(*w, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			*w = utf8.AppendRune(*w, r)
		}
	}
	w.raw(`"`)
}
