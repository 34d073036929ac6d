package explain

import (
	"strconv"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// clues say of each unknown code of a response what its spelling, the HTTP status, the
// shape of the body and its neighbours imply.
func (r *Response) clues(lang catalog.Lang) {
	beside, first := "", 0 // the known error to be dealt with first
	for i := range r.Errors {
		e := &r.Errors[i]
		if turn := (&Task{Verdict: e.Verdict}).turn(); e.Known && (beside == "" || turn < first) {
			beside, first = e.Code, turn
		}
	}
	for i := range r.Errors {
		e := &r.Errors[i]
		if e.Known {
			continue
		}
		add := func(id string, pairs ...string) {
			parts, _ := slotsOf(pairs).fill(catalog.Line{Text: catalog.Word("clue", id, lang)}, nil, false)
			e.Clues = append(e.Clues, parts)
		}
		number, err := strconv.Atoi(catalog.Canonical(e.Code))
		numeric := err == nil
		near, like := catalog.Near(e.Code)
		switch {
		case like:
			add("near", "near", near.Code, "title", near.Text[lang].Title)
		case numeric && number >= 400 && number <= 599 && catalog.ByStatus(number).Published:
			add("is-status", "code", e.Code, "title", catalog.ByStatus(number).Text[lang].Title)
		}
		if beside != "" {
			add("beside", "beside", beside)
		}
		if r.Status != nil && *r.Status >= 400 && *r.Status != number {
			if by := catalog.ByStatus(*r.Status); by.Published {
				add("status", "status", strconv.Itoa(*r.Status), "title", by.Text[lang].Title)
			}
		}
		switch number / 100 {
		case 10:
			add("access")
		case 20:
			add("request")
		}
		switch r.Kind {
		case decode.Numeric:
			add("numeric")
		case decode.API, decode.Bulk:
			add("api")
		}
	}
}
