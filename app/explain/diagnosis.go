package explain

import (
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// A Diagnosis is what can be said of a text as a whole.
type Diagnosis struct {
	Direction catalog.Direction
	Certain   bool // every response shows it by a host or by its shape
	Causes    []Cause
}

// A Cause is behind several errors, so that it is enough to deal with it once. Its ID is
// same (one code, reason and subject again and again), renamed or licence.
type Cause struct {
	ID     string
	Text   string
	Errors [][2]int // of each the response and its place in it; the one to deal with first

	Parts []Part // Text in parts
	step  []Part // what to do before what the first error says; nil if nothing
}

func diagnosis(responses []Response, lang catalog.Lang) Diagnosis {
	d := Diagnosis{Direction: catalog.Unknown, Causes: []Cause{}}
	d.Certain = len(responses) > 0
	seen := map[catalog.Direction]bool{}
	for i := range responses {
		direction := responses[i].Direction
		seen[direction] = true
		d.Certain = d.Certain && responses[i].Certain
		if direction != catalog.Unknown {
			d.Direction = direction
		}
	}
	if seen[catalog.ToCloud] && seen[catalog.FromCloud] { // a conversation
		d.Direction, d.Certain = catalog.Unknown, false
	}
	d.same(responses, lang)
	for i := range responses {
		d.renamed(i, &responses[i], lang)
		d.licence(i, &responses[i], lang)
	}
	return d
}

func (d *Diagnosis) add(id string, errors [][2]int, s slots, lang catalog.Lang) {
	parts, _ := s.fill(catalog.Line{Text: catalog.Word("cause", id, lang)}, nil, false)
	step, _ := s.fill(catalog.Line{Text: catalog.Word("cause-step", id, lang)}, nil, false)
	d.Causes = append(d.Causes, Cause{ID: id, Text: plain(parts), Errors: errors, Parts: parts, step: step})
}

// same finds the errors that say one thing several times.
func (d *Diagnosis) same(responses []Response, lang catalog.Lang) {
	groups := map[string][][2]int{}
	var order []string
	for i := range responses {
		for j := range responses[i].Errors {
			e := &responses[i].Errors[j]
			key := strings.Join([]string{
				string(responses[i].Kind), string(responses[i].Direction),
				catalog.Canonical(e.Code), strings.ToLower(e.Reason.Text), e.Subject.Text,
			}, "\x00")
			if _, seen := groups[key]; !seen {
				order = append(order, key)
			}
			groups[key] = append(groups[key], [2]int{i, j})
		}
	}
	for _, key := range order {
		if n := len(groups[key]); n > 1 {
			d.add("same", groups[key], slots{"count": strconv.Itoa(n)}, lang)
		}
	}
}

// renamed finds a field that is missing beside one that is unknown.
func (d *Diagnosis) renamed(i int, r *Response, lang catalog.Lang) {
	missing, unexpected := -1, -1
	for j := range r.Errors {
		e := &r.Errors[j]
		if !e.Known || e.Entry.Code != "2002" || e.Subject.State != decode.Present {
			continue
		}
		at := &missing
		if strings.EqualFold(e.Reason.Text, "unexpected") {
			at = &unexpected
		} else if !strings.EqualFold(e.Reason.Text, "missing") {
			continue
		}
		if *at >= 0 {
			return // several: nothing tells which became which
		}
		*at = j
	}
	if missing < 0 || unexpected < 0 || r.Errors[missing].Subject.Text == r.Errors[unexpected].Subject.Text {
		return
	}
	was, is := r.Errors[missing].Subject, r.Errors[unexpected].Subject
	names := slots{"missing": shown(was.Field), "unexpected": shown(is.Field)}
	d.add("renamed", [][2]int{{i, missing}, {i, unexpected}}, names, lang)
	for _, parts := range [...][]Part{d.Causes[len(d.Causes)-1].Parts, d.Causes[len(d.Causes)-1].step} {
		personal(parts, "missing", was.Personal)
		personal(parts, "unexpected", is.Personal)
	}
}

// licence finds a terminal that is not active because there are too few licences.
func (d *Diagnosis) licence(i int, r *Response, lang catalog.Lang) {
	inactive, overhead := -1, -1
	for j := range r.Errors {
		if e := &r.Errors[j]; e.Known {
			switch e.Entry.Code {
			case "1005":
				inactive = j
			case "1007":
				overhead = j
			}
		}
	}
	if inactive >= 0 && overhead >= 0 && r.Errors[inactive].Value.Text == r.Errors[overhead].Value.Text {
		d.add("licence", [][2]int{{i, overhead}, {i, inactive}}, nil, lang)
	}
}
