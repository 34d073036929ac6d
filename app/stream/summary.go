// Package stream counts the error responses of texts of any size: how many of which there are, when
// and where.
package stream

import (
	"sort"
	"strconv"
	"strings"
	"time"

	"evotor-errors/app/catalog"
	"evotor-errors/app/decode"
	"evotor-errors/app/decode/text"
	"evotor-errors/app/explain"
)

// A Summary says of texts how many errors of which kind they have, and when. It takes little
// memory, however many there are.
type Summary struct {
	Responses int
	Errors    int // those of the responses, or one for a response without
	Others    int // of the errors, those of codes beyond the first maxGroups
	Unread    int // places that were too long to be read whole
	Bytes     int64
	Lines     int

	First, Last time.Time // as the texts have them; zero without any

	groups map[key]*Group
	times  series
}

// A Group is the errors of one code and status.
type Group struct {
	Status      int    // of HTTP; 0 where the text shows none
	Code        string // "" for a response without errors
	Kind        decode.Kind
	Count       int
	First, Last time.Time // as the text has them; zero without any
	Places      []Place   // of the first ones

	system string
	times  series
}

type key struct {
	status int
	code   string
	kind   decode.Kind // of what has no code, as is
	system string      // whose look-alike it is
}

// A Place is where an error stands.
type Place struct {
	File    string // "" of the only one
	Line    int    // from 1
	Offset  int64  // in bytes
	Excerpt string
}

const (
	maxGroups = 500
	maxPlaces = 3
	maxCode   = 100 // bytes of a code
)

// A Reader reads a text, part by part.
type Reader = decode.Reader

// Reader is a Reader whose findings the summary counts. name tells the places of several texts
// apart.
func (s *Summary) Reader(name string) *Reader {
	var r *Reader
	var clock clock
	r = explain.Reader(func(f decode.Finding) { s.add(&f, name, clock.when(&f), r) })
	return r
}

// Read adds up what a Reader read.
func (s *Summary) Read(r *Reader) {
	s.Bytes += r.Bytes
	s.Lines += r.Lines
	s.Unread += r.Unread
}

func (s *Summary) add(f *decode.Finding, name string, t time.Time, r *Reader) {
	s.Responses++
	if !t.IsZero() {
		s.times.add(t)
		if s.First.IsZero() || t.Before(s.First) {
			s.First = t
		}
		if t.After(s.Last) {
			s.Last = t
		}
	}
	seen := map[key]bool{} // in this response
	if len(f.Errors) == 0 {
		s.count(f, key{status: f.Status, kind: f.Kind, system: f.System}, name, t, seen, r)
	}
	for i := range f.Errors {
		code := f.Errors[i].Code
		if len(code) > maxCode {
			code = strings.ToValidUTF8(code[:maxCode], "") + "…"
		}
		k := key{status: f.Status, code: code}
		if code == "" {
			k.kind = f.Kind
		}
		s.count(f, k, name, t, seen, r)
	}
}

func (s *Summary) count(f *decode.Finding, k key, name string, t time.Time, seen map[key]bool, r *Reader) {
	s.Errors++
	g := s.groups[k]
	if g == nil {
		if len(s.groups) == maxGroups {
			s.Others++
			return
		}
		if s.groups == nil {
			s.groups = map[key]*Group{}
		}
		k.code = strings.Clone(k.code)
		g = &Group{Status: k.status, Code: k.code, Kind: f.Kind, system: k.system}
		s.groups[k] = g
	}
	g.Count++
	if !t.IsZero() {
		g.times.add(t)
		if g.First.IsZero() || t.Before(g.First) {
			g.First = t
		}
		if t.After(g.Last) {
			g.Last = t
		}
	}
	if len(g.Places) < maxPlaces && !seen[k] {
		g.Places = append(g.Places, Place{name, f.Line, f.Offset, excerpt(f, r)})
	}
	seen[k] = true
}

// Groups are the groups, those with the most errors first.
func (s *Summary) Groups() []*Group {
	list := make([]*Group, 0, len(s.groups))
	for _, g := range s.groups {
		list = append(list, g)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		switch {
		case a.Count != b.Count:
			return a.Count > b.Count
		case a.Status != b.Status:
			return a.Status < b.Status
		case a.Code != b.Code:
			return a.Code < b.Code
		}
		return string(a.Kind)+a.system < string(b.Kind)+b.system
	})
	return list
}

// Title says what the error is; "" of a code that is not known.
func (g *Group) Title(lang catalog.Lang) string {
	if title := catalog.Word("lookalike", g.system, lang); title != "" {
		return title
	}
	e, known := catalog.Lookup(g.Code)
	switch {
	case known:
	case g.Code != "":
		return ""
	case g.Kind == decode.Numeric, g.Kind == decode.API:
		sentences := catalog.UnknownCode.Text[lang].Sentences
		return sentences[len(sentences)-1].Text // an error without a code
	case g.Kind == decode.Bulk:
		e = catalog.Bulk
	case g.system == "fiscal":
		e = catalog.Fiscal
	default:
		e = catalog.ByStatus(g.Status)
	}
	return e.Text[lang].Title
}

// A Chart counts the errors in buckets of Seconds, the first of which begins at Start.
type Chart struct {
	Start   time.Time
	Seconds int64
	Counts  []int
}

// Chart is the chart of all responses, in no more than n buckets; without Counts if no response
// has a time.
func (s *Summary) Chart(n int) Chart {
	return s.times.chart(&s.times, s.times.fitting(int64(n)))
}

// GroupChart is that of one group, with the same buckets.
func (s *Summary) GroupChart(g *Group, n int) Chart {
	return g.times.chart(&s.times, s.times.fitting(int64(n)))
}

func (s *series) chart(all *series, width int) Chart {
	if len(all.counts) == 0 {
		return Chart{}
	}
	from, to := bucket(all.first*widths[all.width], width), bucket(all.last*widths[all.width], width)
	c := Chart{time.Unix(from*widths[width], 0).UTC(), widths[width], make([]int, to-from+1)}
	for at, n := range s.counts {
		c.Counts[bucket(at*widths[s.width], width)-from] += n
	}
	return c
}

// maxExcerpt is how long an excerpt is at most.
const maxExcerpt = 4 << 10

// excerpt is what stands around a response: read by itself it is the same response.
func excerpt(f *decode.Finding, r *Reader) string {
	cut := func(span text.Span) string {
		end := min(span.End, span.Start+maxExcerpt)
		return strings.ToValidUTF8(r.Cover(f.Text[span.Start:end]), "")
	}
	for _, s := range [...]string{cut(around(f.Text, f.Span, 2)), cut(f.Span)} {
		if found := explain.Find(s).Responses; len(found) == 1 && alike(&found[0], f.Response) {
			return s
		}
	}
	s := cut(f.Span)
	if f.Status != 0 {
		s = "HTTP/1.1 " + strconv.Itoa(f.Status) + "\n\n" + s
	}
	return s
}

// alike reports whether two responses have the same status and codes.
func alike(a, b *decode.Response) bool {
	same := a.Status == b.Status && a.Kind == b.Kind && len(a.Errors) == len(b.Errors)
	for i := 0; same && i < len(a.Errors); i++ {
		same = a.Errors[i].Code == b.Errors[i].Code
	}
	return same
}

// Stamp is a time as it is written for machines; "" without one.
func Stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	date, clock := explain.Stamp(t)
	return date + "T" + clock
}

// around is a span with the lines that it stands in and up to n more on either side, if these
// are short.
func around(s string, span text.Span, n int) text.Span {
	const long = 1 << 10
	for k := 0; k <= n; k++ {
		at := max(span.Start-1, 0)
		if k == 0 {
			at = span.Start
		}
		if i := strings.LastIndexByte(s[max(0, at-long):at], '\n'); i >= 0 {
			span.Start = max(0, at-long) + i + 1
		} else if at <= long {
			span.Start = 0
		}
		end := min(span.End+1, len(s))
		if k == 0 {
			end = span.End
		}
		if i := strings.IndexByte(s[end:min(len(s), end+long)], '\n'); i >= 0 {
			span.End = end + i
		} else if len(s)-end <= long {
			span.End = len(s)
		}
	}
	return span
}
