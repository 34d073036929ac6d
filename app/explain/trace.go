package explain

import (
	"strconv"

	"evotor-errors/app/decode"
	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
)

// maxFacts is of how many responses the facts are told.
const maxFacts = 10

// Facts are what the text shows of the exchange around each of the first responses, by what it
// is: its status, and the line, the id and the time of its request. What is secret or somebody's
// is masked.
func (r *Report) Facts() []map[string]string {
	masks, values := r.masks(func(string) bool { return true })
	facts := make([]map[string]string, min(len(r.Responses), maxFacts))
	for i := range facts {
		resp := &r.Responses[i]
		facts[i] = map[string]string{}
		if resp.Status != nil {
			facts[i]["status"] = strconv.Itoa(*resp.Status)
		}
		for kind, t := range resp.traces {
			if s := r.told(t, masks, values); s != "" {
				facts[i][traces[kind]] = s
			}
		}
	}
	return facts
}

// traces are the words for what a response tells of its request.
var traces = [...]string{"request", "request-id", "time"}

// told is what the text says of a request, with what is masked in an address replaced; of an id or
// a time that is masked nothing
// is told.
func (r *Report) told(t *decode.Trace, masks []text.Span, values *secret.Values) string {
	if t == nil {
		return ""
	}
	said := secret.Cover(t.Text, values)
	if s := t.Span; s.Start+len(t.Text) <= s.End && r.text[s.Start:s.Start+len(t.Text)] == t.Text {
		said = redacted(r.text, s.Start, s.Start+len(t.Text), masks)
	}
	if t.Method != "" {
		return t.Method + " " + said
	}
	if said != t.Text {
		return ""
	}
	return said
}
