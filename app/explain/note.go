package explain

import (
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// notes are what is to be said of a response beyond its errors.
func notes(r *Response, from *decode.Response, lang catalog.Lang) []Note {
	n := noter{list: []Note{}, lang: lang, said: map[string]bool{}}
	if from.Kind != decode.Bulk {
		n.statuses(r, from.Status)
	}
	n.unknown(r, from)
	if from.Bare {
		n.add("bare-error", -1)
	}
	if from.Doubtful {
		n.add("doubtful", -1)
	}
	n.outdated(r)
	if from.Truncated {
		n.add("truncated", -1)
	}
	for i, s := range from.Secrets {
		if i == 0 {
			n.add("secret", -1)
		} else {
			n.list = append(n.list, Note{ID: "secret"}) // what there is to say was said
		}
		place := span(s)
		n.list[len(n.list)-1].Span = &place
	}
	return n.list
}

type noter struct {
	list []Note
	lang catalog.Lang
	said map[string]bool // by note and code or reason: what concerns many errors is said once
}

// once reports whether it is asked with this key for the first time.
func (n *noter) once(key string) bool {
	first := !n.said[key]
	n.said[key] = true
	return first
}

// statuses are the notes on codes that do not go with the status.
func (n *noter) statuses(r *Response, status int) {
	success := status >= 200 && status < 300
	for i := range r.Errors {
		e := &r.Errors[i]
		if !e.Known || status == 0 || success || e.Entry.Status == status || !n.once("status "+e.Code) {
			continue
		}
		n.add("status-mismatch", i, "code", e.Code, "status", strconv.Itoa(status),
			"expected", strconv.Itoa(e.Entry.Status))
	}
	if success && len(r.Errors) > 0 {
		n.add("success-status", -1, "status", strconv.Itoa(status))
	}
}

// unknown are the notes on codes that the catalogue does not have.
func (n *noter) unknown(r *Response, from *decode.Response) {
	for i := range r.Errors {
		e := &r.Errors[i]
		if e.Known || from.Errors[i].CodeCut || !n.once("unknown "+e.Code) {
			continue
		}
		if e.Code == "" {
			n.say("unknown-code", "no-code", i)
		} else {
			n.add("unknown-code", i, "code", short(e.Code))
		}
	}
}

// outdated are the notes on codes and reasons that are not, or no longer, in the documentation.
func (n *noter) outdated(r *Response) {
	for i := range r.Errors {
		e := &r.Errors[i]
		if !e.Known {
			continue
		}
		reason := e.Reason.Text
		whole := e.Reason.State == decode.Present && !e.Reason.Cut
		if len(e.Entry.Reasons) > 0 && whole && !e.Entry.HasReason(reason) && n.once("reason "+e.Code+reason) {
			n.add("unusual-reason", i, "code", e.Code, "reason", shown(e.Reason.Field),
				"expected", strings.Join(e.Entry.Reasons, ", "))
			e.ofSomebody(n.list[len(n.list)-1].Parts)
		}
		if !e.Entry.Obsolete {
			continue
		}
		if o := e.Entry.ObsoleteReason; o == "" {
			if n.once("obsolete " + e.Code) {
				n.add("obsolete", i, "code", e.Code)
			}
		} else if strings.EqualFold(o, reason) && n.once("obsolete "+e.Code) {
			n.say("obsolete", "obsolete-reason", i, "reason", o)
		}
	}
}

// add adds the note id; pairs are the names of its slots and what is in them.
func (n *noter) add(id string, i int, pairs ...string) { n.say(id, id, i, pairs...) }

// say adds the note id with the text of the given word; i is the error it concerns, or -1.
func (n *noter) say(id, word string, i int, pairs ...string) {
	parts, _ := slotsOf(pairs).fill(catalog.Line{Text: catalog.Word("note", word, n.lang)}, nil, false)
	note := Note{ID: id, Text: plain(parts), Parts: parts}
	if i >= 0 {
		note.Error = &i
	}
	n.list = append(n.list, note)
}

// slotsOf are slots of pairs of a name and what is in it: a call instead of a map written out at each
// place, which is a third of the code.
func slotsOf(pairs []string) slots {
	s := slots{}
	for i := 1; i < len(pairs); i += 2 {
		s[pairs[i-1]] = pairs[i]
	}
	return s
}
