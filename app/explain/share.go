package explain

import (
	"strconv"
	"strings"

	"evotor-errors/app/decode"
)

// Shared is the report as a text to pass on: the statuses, codes and fields of the responses.
// What a service wrote may be about anybody, so of its values only literals stay, of its
// reasons those that are documented or look like names; the cloud's own words all stay.
// Read again, it explains the same.
func (r *Report) Shared() string {
	return r.outline(func(resp *Response, e *Error, name string, f Field) (string, bool) {
		own := resp.Kind == decode.Numeric && name == "reason" && !e.Entry.HasReason(f.Text) && !nameLike(f.Text)
		if name == "value" && !literal(f.Text) || own || personal(resp, shown(f.Field)) {
			return decode.Masked, name != "reason"
		}
		return short(f.Text), true
	})
}

// literal reports whether a value says nothing of anybody: a small number, true, false, null.
func literal(s string) bool {
	switch strings.ToLower(s) {
	case "", "true", "false", "null":
		return true
	}
	return len(s) <= 6 && strings.Trim(s, "-.0123456789") == ""
}

// Codes is the report as a text to be kept: less than Shared, without values and without
// words of the response's own. Fields stay if they look like names, reasons if they are
// documented.
func (r *Report) Codes() string {
	return r.outline(func(resp *Response, e *Error, name string, f Field) (string, bool) {
		return f.Text, (name == "code" || name == "subject") && nameLike(f.Text) && !personal(resp, shown(f.Field)) || name == "reason" && e.Entry.HasReason(f.Text)
	})
}

// nameLike reports whether a text looks like a code or the name of a field: 2003,
// deviceUuid, items[0].price.
func nameLike(s string) bool {
	return len(s) > 0 && len(s) <= 40 && strings.IndexFunc(s, func(r rune) bool {
		return !(r == '.' || r == '[' || r == ']' || r == '-' || r < 0x80 && wordByte(byte(r)))
	}) < 0
}

// maxOutline is how many responses are passed on.
const maxOutline = 100

// outline writes the responses with the fields that keep wants, as it wants them.
func (r *Report) outline(keep func(resp *Response, e *Error, name string, f Field) (string, bool)) string {
	var w writer
	for i := range r.Responses[:min(len(r.Responses), maxOutline)] {
		resp := &r.Responses[i]
		if i > 0 {
			w.raw("\n\n")
		}
		if resp.Status != nil {
			w.raw("HTTP/1.1 " + strconv.Itoa(*resp.Status) + "\n\n")
		}
		if len(resp.Errors) == 0 {
			continue
		}
		if resp.Kind == decode.API || resp.Kind == decode.Bulk {
			w.raw(`{"code":`)
			w.quote(resp.Errors[0].Code)
			w.raw(`,"violations":`)
		} else {
			w.raw(`{"errors":`)
		}
		w.array(len(resp.Errors), func(j int) {
			e := &resp.Errors[j]
			w.object(func() {
				code := Field{decode.Field{Text: e.Code, State: decode.Present}}
				if e.Code == "" {
					code.State = decode.Absent
				}
				for _, f := range [...]struct {
					name string
					Field
				}{{"code", code}, {"reason", e.Reason}, {"subject", e.Subject}, {"value", e.Value}} {
					if f.State == decode.Null {
						w.key(f.name)
						w.raw("null")
					} else if f.State == decode.Present {
						if text, ok := keep(resp, e, f.name, f.Field); ok {
							w.text(f.name, text)
						}
					}
				}
			})
		})
		w.raw("}")
	}
	return string(w)
}
