package decode

import (
	"evotor-errors/app/decode/text"
	"sort"
)

// A view is a text that was read out of another one and knows where each of its bytes lay
// in the text as it was given. It is the one way in which spans survive decoding: an
// encoding writes what it reads through a writer, and every place is kept.
type view struct {
	text   string
	base   int    // where text begins, if runs is nil
	runs   []run  // in order, covering text; nil if text is a part of the given one
	layers []Mark // the encodings taken off to get here, outermost first
	depth  int

	line, eol int // a part of a line, and its end: what was asked for last
	spent     int // bytes that were read as words of a value without quotes
}

// lineEnd is where the line of text[i] ends: at its line feed, or at the end of the text. A line
// is gone through once, however often it is asked for from left to right.
func (v *view) lineEnd(i int) int {
	if i < v.line || i > v.eol || v.eol == 0 {
		v.line, v.eol = i, text.LineEnd(v.text, i)
	}
	return v.eol
}

// A run is a part of a view. With a step, its byte k is the step bytes of the given text at
// start+k*step; without one, the whole run stands for start to end and nothing in it has a
// place of its own.
type run struct {
	at         int // where the run begins in the view
	start, end int // in the given text
	step       int
}

// span is the place of text[i:j] in the given text.
func (v *view) span(i, j int) Span {
	if v.runs == nil {
		return Span{Start: v.base + i, End: v.base + j}
	}
	if j <= i {
		p := v.place(i)
		return Span{Start: p, End: p}
	}
	return Span{Start: v.place(i), End: v.placeEnd(j)}
}

func (v *view) run(i int) run {
	k := sort.Search(len(v.runs), func(k int) bool { return v.runs[k].at > i }) - 1
	return v.runs[max(k, 0)]
}

// place is where byte i begins.
func (v *view) place(i int) int {
	if len(v.runs) == 0 {
		return v.base + i
	}
	if i >= len(v.text) {
		return v.placeEnd(len(v.text))
	}
	r := v.run(i)
	return r.start + (i-r.at)*r.step
}

// placeEnd is where the byte before j ends.
func (v *view) placeEnd(j int) int {
	if len(v.runs) == 0 {
		return v.base + j
	}
	if j == 0 {
		return v.runs[0].start
	}
	r := v.run(j - 1)
	if r.step == 0 {
		return r.end
	}
	return r.start + (j-r.at)*r.step
}

// shared reports whether byte i has no place of its own but that of a longer run.
func (v *view) shared(i int) bool {
	if v.runs == nil {
		return false
	}
	r, k := v.run(i), sort.Search(len(v.runs), func(k int) bool { return v.runs[k].at > i })
	end := len(v.text)
	if k < len(v.runs) {
		end = v.runs[k].at
	}
	return r.step == 0 && end-r.at > 4
}

// A writer makes a view out of another one.
type writer struct {
	from *view
	buf  []byte
	runs []run
}

// keep copies from.text[i:j].
func (w *writer) keep(i, j int) {
	if i >= j {
		return
	}
	v := w.from
	if v.runs == nil {
		w.run(run{len(w.buf), v.base + i, v.base + j, 1})
	} else {
		k := max(sort.Search(len(v.runs), func(k int) bool { return v.runs[k].at > i })-1, 0)
		for at := i; at < j; k++ {
			r, next := v.runs[k], len(v.text)
			if k+1 < len(v.runs) {
				next = v.runs[k+1].at
			}
			end := min(next, j)
			w.run(run{len(w.buf) + at - i, r.start + (at-r.at)*r.step, r.end, r.step})
			at = end
		}
	}
	w.buf = append(w.buf, v.text[i:j]...)
}

// put writes s in place of from.text[i:j].
func (w *writer) put(s string, i, j int) {
	if s == "" {
		return
	}
	p := w.from.span(i, j)
	w.run(run{len(w.buf), p.Start, p.End, 0})
	w.buf = append(w.buf, s...)
}

// run adds a run, or lengthens the last one if it goes on without a gap.
//
//go:noinline
func (w *writer) run(r run) {
	if n := len(w.runs); n > 0 && r.step > 0 {
		last := &w.runs[n-1]
		if last.step == r.step && last.start+(r.at-last.at)*r.step == r.start {
			last.end = r.end
			return
		}
	}
	w.runs = append(w.runs, r)
}

// view is what was written; layer names the encoding and the part of the view it was read
// from, or is "" where reading it is no repair.
func (w *writer) view(layer string, i, j int) *view {
	v := &view{text: string(w.buf), runs: w.runs, layers: w.from.layers, depth: w.from.depth + 1}
	if v.runs == nil {
		v.runs = []run{{0, w.from.place(i), w.from.place(i), 0}}
	}
	if layer != "" {
		v.layers = append(v.layers[:len(v.layers):len(v.layers)], Mark{layer, w.from.span(i, j)})
	}
	return v
}
