package explain

import (
	"strconv"
	"unicode/utf8"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// Reports encode themselves: the browser program goes without encoding/json, which weighs
// 35 KB there.

// MarshalJSON writes the report as decode-report.md has it.
func (r Report) MarshalJSON() ([]byte, error) {
	var w writer
	w.object(func() {
		w.key("responses")
		w.array(len(r.Responses), func(i int) { w.response(&r.Responses[i]) })
		w.key("secrets")
		w.int(r.Secrets)
		if len(r.Unread) > 0 {
			w.key("unread")
			w.array(len(r.Unread), func(i int) { w.span(r.Unread[i]) })
		}
		w.key("diagnosis")
		w.object(func() {
			w.text("direction", string(r.Diagnosis.Direction))
			w.key("certain")
			w.bool(r.Diagnosis.Certain)
			w.key("causes")
			w.array(len(r.Diagnosis.Causes), func(i int) {
				c := &r.Diagnosis.Causes[i]
				w.object(func() {
					w.text("id", c.ID)
					w.text("text", c.Text)
					w.key("errors")
					w.array(len(c.Errors), func(i int) { w.span(Span(c.Errors[i])) })
				})
			})
		})
		w.key("catalogue")
		w.object(func() {
			w.text("version", catalog.Version)
			w.text("date", catalog.Date)
		})
	})
	return w, nil
}

// MarshalJSON writes the response as in its report.
func (r Response) MarshalJSON() ([]byte, error) {
	var w writer
	w.response(&r)
	return w, nil
}

// MarshalJSON writes the error as in its report.
func (e Error) MarshalJSON() ([]byte, error) {
	var w writer
	w.error(&e)
	return w, nil
}

func (w *writer) response(r *Response) {
	w.object(func() {
		w.text("kind", string(r.Kind))
		w.key("status")
		if r.Status == nil {
			w.raw("null")
		} else {
			w.int(*r.Status)
		}
		w.text("direction", string(r.Direction))
		w.key("certain")
		w.bool(r.Certain)
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
			w.verdict(r.Verdict)
		}
		w.key("errors")
		w.array(len(r.Errors), func(i int) { w.error(&r.Errors[i]) })
		w.key("notes")
		w.array(len(r.Notes), func(i int) { w.note(&r.Notes[i]) })
		w.key("repairs")
		w.marks(r.Repairs)
		w.key("personal")
		w.marks(r.Personal)
	})
}

func (w *writer) verdict(v *Verdict) {
	w.text("title", v.Title)
	w.text("explanation", v.Explanation)
	w.text("actor", string(v.Actor))
	w.text("retry", string(v.Retry))
	if v.Page != "" {
		w.text("page", v.Page)
	}
}

func (w *writer) error(e *Error) {
	w.object(func() {
		w.text("code", e.Code)
		w.key("known")
		w.bool(e.Known)
		w.verdict(&e.Verdict)
		for _, f := range [...]struct {
			name string
			Field
		}{{"reason", e.Reason}, {"subject", e.Subject}, {"value", e.Value}, {"message", e.Message}} {
			switch f.State {
			case decode.Null:
				w.key(f.name)
				w.raw("null")
			case decode.Present:
				w.text(f.name, f.Text)
			}
		}
		if len(e.Clues) > 0 {
			w.key("clues")
			w.array(len(e.Clues), func(i int) { w.quote(plain(e.Clues[i])) })
		}
		w.key("span")
		w.span(e.Span)
		w.key("spans")
		w.object(func() {
			for _, name := range [...]string{"code", "reason", "subject", "value"} {
				if s, ok := e.Spans[name]; ok {
					w.key(name)
					w.span(s)
				}
			}
		})
	})
}

func (w *writer) note(n *Note) {
	w.object(func() {
		w.text("id", n.ID)
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
	})
}

func (w *writer) marks(list []Mark) {
	w.array(len(list), func(i int) {
		w.object(func() {
			w.text("id", list[i].ID)
			w.key("span")
			w.span(list[i].Span)
		})
	})
}

// A writer writes JSON.
type writer []byte

func (w *writer) raw(s string) { *w = append(*w, s...) }

func (w *writer) int(n int) { *w = strconv.AppendInt(*w, int64(n), 10) }

func (w *writer) bool(b bool) { *w = strconv.AppendBool(*w, b) }

func (w *writer) span(s Span) {
	w.array(2, func(i int) { w.int(s[i]) })
}

func (w *writer) object(members func()) {
	w.raw("{")
	members()
	w.raw("}")
}

func (w *writer) array(n int, item func(i int)) {
	w.raw("[")
	for i := range n {
		if i > 0 {
			w.raw(",")
		}
		item(i)
	}
	w.raw("]")
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
