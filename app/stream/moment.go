package stream

import (
	"strings"
	"time"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/explain"
)

// far is how far from a response its time is looked for.
const far = 16 << 10

// A clock tells when the responses of a text were given, one after another.
type clock struct {
	last   time.Time // of the response before
	offset int64     // where that ends in the input
}

// when is the time of a response: what its line begins with, else the last one before it, else
// the first in it; zero without any. It is as the text has it, whatever the zone: so it can be
// found there. What lies before the end of the last response is not gone through again.
func (c *clock) when(f *Finding) (t time.Time) {
	s, start := f.Text, max(f.Span.Start, 0)
	line := strings.LastIndexByte(s[max(0, start-far):start], '\n') + max(0, start-far) + 1
	if start-line < 1<<10 {
		t = first(s, line, start)
	}
	between := f.Offset - c.offset
	if t.IsZero() {
		for i := max(0, start-int(min(far, between))); i < start; i++ {
			if found, n := momentAt(s, i); n > 0 {
				t = found
			}
		}
	}
	if t.IsZero() && between < far {
		t = c.last
	}
	if t.IsZero() {
		t = first(s, start, min(text.LineEnd(s, f.Span.End), start+far))
	}
	c.last, c.offset = t, f.Offset+int64(f.Span.End-start)
	return t
}

// first is the first time in s[i:j].
func first(s string, i, j int) time.Time {
	for ; i < j; i++ {
		if t, n := momentAt(s, i); n > 0 {
			return t
		}
	}
	return time.Time{}
}

// months are as they are written in English, three letters each.
const months = "JanFebMarAprMayJunJulAugSepOctNovDec"

// momentAt is the time at s[i], and how long it is; 0 if there is none.
func momentAt(s string, i int) (time.Time, int) {
	c := s[i]
	if !text.Digit(c) && c != 'M' && c != 'T' && c != 'W' && c != 'F' && c != 'S' || i > 0 && text.WordByte(s[i-1]) {
		return time.Time{}, 0
	}
	written := explain.MomentAt(s, i)
	if written == "" {
		return time.Time{}, 0
	}
	var n [6]int // in the order of the text
	k, month := 0, 0
	for j := 0; j < len(written) && k < len(n); j++ {
		switch c := written[j]; {
		case text.Digit(c):
			for ; j < len(written) && text.Digit(written[j]); j++ {
				n[k] = n[k]*10 + int(written[j]-'0')
			}
			j--
			k++
		case text.Letter(c) && j+3 <= len(written) && k == 1:
			if m := strings.Index(months, written[j:j+3]); m >= 0 && m%3 == 0 {
				month, n[k] = m/3+1, m/3+1
				k++
			}
			j += 2
		}
	}
	year, day := n[0], n[2]
	if month > 0 || n[2] > 31 { // 24.11.2026, 24 Nov 2026
		year, day = n[2], n[0]
	}
	t := time.Date(year, time.Month(n[1]), day, n[3], n[4], n[5], 0, time.UTC)
	if k < len(n) || int(t.Month()) != n[1] || t.Day() != day || t.Hour() != n[3] || t.Minute() != n[4] {
		return time.Time{}, 0
	}
	return t, len(written)
}
