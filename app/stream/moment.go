package stream

import (
	"strings"
	"time"

	"evotor-errors/app/decode"
	"evotor-errors/app/decode/text"
)

// far is how far behind a response that has a time its time is that of one without.
const far = 16 << 10

// A clock tells when the responses of a text were given, one after another.
type clock struct {
	last   time.Time // of the response before
	offset int64     // where that ends in the input
}

// when is the time of a response, else that of the one before; zero without any. It is as the text has
// it, whatever the zone: so it can be found there.
func (c *clock) when(f *decode.Finding) time.Time {
	var t time.Time
	if f.Time != nil {
		t = moment(f.Time.Text)
	}
	if t.IsZero() && f.Offset-c.offset < far {
		t = c.last
	}
	c.last, c.offset = t, f.Offset+int64(f.Span.End-max(f.Span.Start, 0))
	return t
}

// months are as they are written in English, three letters each.
const months = "JanFebMarAprMayJunJulAugSepOctNovDec"

// moment is the time that is written so; zero if there is none such.
func moment(written string) time.Time {
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
		return time.Time{}
	}
	return t
}
