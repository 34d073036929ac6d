package explain

import (
	"strconv"
	"strings"
	"time"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
)

// slots are what a response can fill into a sentence, by name.
type slots map[string]string

// Slots are what a sentence can repeat of the response around its errors.
func (r *Response) Slots(lang catalog.Lang) map[string]string {
	s := map[string]string{"direction": string(r.Direction)}
	if r.Status != nil {
		s["status"] = strconv.Itoa(*r.Status)
	}
	switch {
	case r.Reset >= moment:
		date, clock := Stamp(time.Unix(int64(r.Reset), 0).UTC())
		if lang == catalog.Russian {
			year, day, _ := strings.Cut(date, "-")
			date = day[3:] + "." + day[:2] + "." + year
		}
		s["moment"] = date + " " + clock
	case r.Reset != 0:
		s["reset"] = strconv.Itoa(r.Reset)
	}
	return s
}

// Slots are what a sentence can repeat of the error, and what it can of the answer around.
func (e *Error) Slots(around map[string]string) map[string]string {
	s := map[string]string{}
	for k, v := range around {
		s[k] = v
	}
	if e.Code != "" {
		s["code"] = short(e.Code)
	}
	for name, f := range e.fields() {
		if f.State != decode.Absent {
			s[name] = shown(f.Field)
		}
	}
	return s
}

func (e *Error) fields() map[string]Field {
	return map[string]Field{"reason": e.Reason, "subject": e.Subject, "value": e.Value, "message": e.Message}
}

// Stamp is a time as 2006-01-02 and 15:04:05. (In the browser program time.Format
// weighs 12 KB.)
func Stamp(t time.Time) (date, clock string) {
	two := func(n int) string { return strconv.Itoa(100 + n)[1:] }
	return strconv.Itoa(t.Year()) + "-" + two(int(t.Month())) + "-" + two(t.Day()),
		two(t.Hour()) + ":" + two(t.Minute()) + ":" + two(t.Second())
}

// moment is where a reset is no number of seconds any more but a point in time.
const moment = 1_000_000_000

// shown is a field as a sentence shows it.
func shown(f decode.Field) string {
	switch {
	case f.State == decode.Null:
		return "null"
	case f.Text == "":
		return `""`
	case f.Cut:
		return short(f.Text) + "…"
	}
	return short(f.Text)
}

// maxShown is how many characters of a value a sentence repeats.
const maxShown = 100

// short is a value on one line, its middle left out if it is long, and without the
// characters that turn the direction of what follows.
func short(s string) string {
	const head, tail = maxShown * 2 / 3, maxShown / 3
	if len(s) > 8*maxShown { // far more than fits: count no characters
		s = strings.ToValidUTF8(s[:4*maxShown], "") + "…" + strings.ToValidUTF8(s[len(s)-4*maxShown:], "")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ', r == 0x7f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f:
			return '\ufffd'
		}
		return r
	}, s)
	runes := []rune(s)
	if len(runes) <= maxShown {
		return s
	}
	return string(runes[:head]) + "…" + string(runes[len(runes)-tail:])
}
