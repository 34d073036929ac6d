package stream

import (
	"strconv"
	"time"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// maxChart is how many buckets the chart of a summary for programs has.
const maxChart = 120

// JSON is the summary for programs, on one line: the guide "logs" describes it. With excerpts it
// has what stands around the first errors of each kind.
func (s *Summary) JSON(lang catalog.Lang, excerpts bool) []byte {
	w := object{'{'}
	w.number("responses", int64(s.Responses))
	w.number("errors", int64(s.Errors))
	w.number("others", int64(s.Others))
	w.number("unread", int64(s.Unread))
	w.number("bytes", s.Bytes)
	w.number("lines", int64(s.Lines))
	w.stamp("first", s.First)
	w.stamp("last", s.Last)
	if c := s.Chart(maxChart); c.Counts != nil {
		w.key("chart")
		w = append(w, '{')
		w.stamp("start", c.Start)
		w.number("seconds", c.Seconds)
		w.numbers("counts", c.Counts)
		w = append(w, '}')
	}
	w.key("groups")
	w = append(w, '[')
	for i, g := range s.Groups() {
		if i > 0 {
			w = append(w, ',')
		}
		w.group(s, g, lang, excerpts)
	}
	return append(w, "]}"...)
}

func (w *object) group(s *Summary, g *Group, lang catalog.Lang, excerpts bool) {
	*w = append(*w, '{')
	if g.Status != 0 {
		w.number("status", int64(g.Status))
	}
	if g.Code != "" {
		w.text("code", g.Code)
	}
	w.text("kind", string(g.Kind))
	if title := g.Title(lang); title != "" {
		w.text("title", title)
	}
	w.number("count", int64(g.Count))
	w.stamp("first", g.First)
	w.stamp("last", g.Last)
	if c := s.GroupChart(g, maxChart); c.Counts != nil {
		w.numbers("counts", c.Counts)
	}
	w.key("places")
	*w = append(*w, '[')
	for i, p := range g.Places {
		if i > 0 {
			*w = append(*w, ',')
		}
		*w = append(*w, '{')
		if p.File != "" {
			w.text("file", p.File)
		}
		w.number("line", int64(p.Line))
		w.number("offset", p.Offset)
		if excerpts {
			w.text("excerpt", p.Excerpt)
		}
		*w = append(*w, '}')
	}
	*w = append(*w, "]}"...)
}

// An object is a JSON object that is being written.
type object []byte

func (w *object) key(name string) {
	if b := *w; b[len(b)-1] != '{' {
		*w = append(*w, ',')
	}
	*w = append(*w, `"`+name+`":`...)
}

func (w *object) text(name, s string) {
	w.key(name)
	*w = append(*w, explain.Quote(s)...)
}

func (w *object) number(name string, n int64) {
	w.key(name)
	*w = strconv.AppendInt(*w, n, 10)
}

// stamp writes a time without its zone, which the text may lack; nothing where there is none.
func (w *object) stamp(name string, t time.Time) {
	if !t.IsZero() {
		w.text(name, Stamp(t))
	}
}

func (w *object) numbers(name string, list []int) {
	w.key(name)
	for i, n := range list {
		*w = append(*w, "[,"[min(i, 1)])
		*w = strconv.AppendInt(*w, int64(n), 10)
	}
	*w = append(*w, ']')
}
