package explain

import (
	"strconv"

	"evotor-errors/app/decode"
)

// Shared is the report as a text to pass on: the statuses, codes and fields of the responses,
// personal data masked, secrets and the text around left out. Read again, it explains the
// same.
func (r *Report) Shared() string {
	var w writer
	for i := range r.Responses {
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
		w.raw(`{"errors":`)
		if resp.Kind == decode.API || resp.Kind == decode.Bulk {
			w = w[:len(w)-len(`{"errors":`)]
			w.raw(`{"code":`)
			w.quote(resp.Errors[0].Code)
			w.raw(`,"violations":`)
		}
		w.array(len(resp.Errors), func(j int) {
			e := &resp.Errors[j]
			w.object(func() {
				if e.Code != "" {
					w.text("code", e.Code)
				}
				for _, f := range [...]struct {
					name string
					Field
				}{{"reason", e.Reason}, {"subject", e.Subject}, {"value", e.Value}} {
					switch {
					case f.State == decode.Null:
						w.key(f.name)
						w.raw("null")
					case f.State == decode.Present && personal(resp, shown(f.Field.Field)):
						w.text(f.name, decode.Masked)
					case f.State == decode.Present:
						w.text(f.name, short(f.Text))
					}
				}
			})
		})
		w.raw("}")
	}
	return string(w)
}
