package explain

import (
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
	"evotor-errors/app/decode/text"
)

// Shared is the report as a text to pass on: the statuses, codes and fields of the responses,
// and who answered whom. What a service wrote may be about anybody, so of its values only
// literals stay, of its fields those that look like names, and of its reasons those too and
// the documented ones; the cloud's own words all stay. Read again, it explains the same.
func (r *Report) Shared() string {
	return r.outline(func(resp *Response, e *Error, name string, f Field) (string, bool) {
		own := resp.Kind == decode.Numeric && !nameLike(f.Text) &&
			(name == "subject" || name == "reason" && !e.Entry.HasReason(f.Text))
		if name == "value" && !literal(f.Text) || own || f.Personal != "" {
			return decode.Masked, name != "reason"
		}
		return short(f.Text), true
	})
}

// literal reports whether a value says nothing of anybody: true, false, null, or a number that
// is shorter than any secret or key of a person.
func literal(s string) bool {
	switch strings.ToLower(s) {
	case "", "true", "false", "null":
		return true
	}
	digits := len(s) - strings.Count(s, ".") - strings.Count(s, "-")
	return digits <= 3 && len(s) <= 5 && strings.Trim(s, "-.0123456789") == ""
}

// Codes is the report as a text to be kept: less than Shared, without values and without
// words of the response's own. Fields stay if they look like names, reasons if they are
// documented.
func (r *Report) Codes() string {
	return r.outline(func(resp *Response, e *Error, name string, f Field) (string, bool) {
		return f.Text, (name == "code" || name == "subject") && nameLike(f.Text) && f.Personal == "" ||
			name == "reason" && e.Entry.HasReason(f.Text)
	})
}

// nameLike reports whether a text looks like a code or the name of a field: 2003,
// deviceUuid, items[0].price.
func nameLike(s string) bool {
	return len(s) > 0 && len(s) <= 40 && strings.IndexFunc(s, func(r rune) bool {
		return !(r == '.' || r == '[' || r == ']' || r == '-' || r < 0x80 && text.WordByte(byte(r)))
	}) < 0
}

// maxOutline is how many responses are passed on; of the others, their number.
const maxOutline = 100

// A keeper says how an outline has a field of an error; ok is false if it does not.
type keeper func(resp *Response, e *Error, name string, f Field) (kept string, ok bool)

// outline writes the responses with the fields that keep wants, as it wants them.
func (r *Report) outline(keep keeper) string {
	var w writer
	direction := string(catalog.Unknown)
	for i := range r.Responses[:min(len(r.Responses), maxOutline)] {
		if i > 0 {
			w.raw("\n\n")
		}
		resp := &r.Responses[i]
		direction = w.head(resp, direction)
		switch {
		case resp.Kind == decode.Bulk && len(resp.Errors) == 0:
			w.raw(`{"id":"•••","type":"•••","modified_at":"•••","status":"` + resp.State + `"}`)
		case len(resp.Errors) == 0:
		case resp.Kind == decode.Bulk:
			w.raw(`{"status":"` + resp.State + `","details":[{"violations":`)
			w.kept(resp, keep)
			w.raw("}]}")
		case resp.Kind == decode.API:
			w.raw(`{"code":`)
			w.quote(resp.Errors[0].Code)
			w.raw(`,"violations":`)
			w.kept(resp, keep)
			w.raw("}")
		default:
			w.raw(`{"errors":`)
			w.kept(resp, keep)
			w.raw("}")
		}
	}
	if left := len(r.Responses) - maxOutline; left > 0 {
		w.raw("\n\n… +" + strconv.Itoa(left))
	}
	return string(w)
}

// head writes what stands above a body: the status, who answered whom if that is not as before,
// and when a limit ends. It returns who answered whom.
func (w *writer) head(resp *Response, before string) (direction string) {
	start := len(*w)
	if resp.Status != nil {
		w.raw("HTTP/1.1 " + strconv.Itoa(*resp.Status) + "\n")
	}
	theirs := resp.Kind == decode.API || resp.Kind == decode.Bulk // of the cloud by their shape
	direction = string(resp.Direction)
	if !resp.Certain && resp.Direction != catalog.Unknown {
		if direction = "likely " + direction; resp.Kind == decode.Numeric && resp.Direction == catalog.ToCloud {
			direction = string(catalog.Unknown) // it is likely without a word
		}
	}
	if theirs {
		direction = before
	}
	if direction != before {
		w.raw("Direction: " + direction + "\n")
	}
	if resp.Reset != 0 {
		w.raw("Retry-After: " + strconv.Itoa(resp.Reset) + "\n")
	}
	if len(*w) > start {
		w.raw("\n")
	}
	return direction
}

// kept writes the errors of a response with the fields that keep wants.
func (w *writer) kept(resp *Response, keep keeper) {
	w.raw("[")
	for i := range resp.Errors {
		e := &resp.Errors[i]
		w.item(i)
		w.raw("{")
		code := Field{decode.Field{Text: e.Code, State: decode.Present}}
		if e.Code == "" {
			code.State = decode.Absent
		}
		for _, f := range [...]struct {
			name string
			Field
		}{{"code", code}, {"reason", e.Reason}, {"subject", e.Subject}, {"value", e.Value}} {
			if f.State == decode.Present {
				kept, ok := keep(resp, e, f.name, f.Field)
				if !ok {
					continue
				}
				f.Text = kept
			}
			w.field(f.name, f.Field)
		}
		w.raw("}")
	}
	w.raw("]")
}
