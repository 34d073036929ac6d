package text

import "sort"

// A View is a text that was read out of another one and knows where each of its bytes lay
// in the text as it was given. It is the one way in which spans survive decoding: an
// encoding writes what it reads through a Writer, and every place is kept.
type View struct {
	Text   string
	Layers []Mark // the encodings taken off to get here, outermost first
	Depth  int    // how many times one text was read out of another
	Spent  int    // bytes that readers looked ahead for nothing: they keep count, to look less far

	base      int   // where Text begins, if runs is nil
	runs      []run // in order, covering Text; nil if Text is a part of the given one
	line, eol int   // a part of a line, and its end: what was asked for last
}

// A Mark is a place with an id: of a repair, or of a kind of personal data.
type Mark struct {
	ID   string
	Span Span
}

// Given is a text as it was given.
func Given(s string) *View { return &View{Text: s} }

// LineEnd is where the line of Text[i] ends: at its line feed, or at the end of the text. A line
// is gone through once, however often it is asked for from left to right.
func (v *View) LineEnd(i int) int {
	if i < v.line || i > v.eol || v.eol == 0 {
		v.line, v.eol = i, LineEnd(v.Text, i)
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

// Span is the place of Text[i:j] in the given text.
func (v *View) Span(i, j int) Span {
	if v.runs == nil {
		return Span{Start: v.base + i, End: v.base + j}
	}
	if j <= i {
		p := v.place(i)
		return Span{Start: p, End: p}
	}
	return Span{Start: v.place(i), End: v.PlaceEnd(j)}
}

func (v *View) run(i int) run {
	k := sort.Search(len(v.runs), func(k int) bool { return v.runs[k].at > i }) - 1
	return v.runs[max(k, 0)]
}

// place is where byte i begins.
func (v *View) place(i int) int {
	if len(v.runs) == 0 {
		return v.base + i
	}
	if i >= len(v.Text) {
		return v.PlaceEnd(len(v.Text))
	}
	r := v.run(i)
	return r.start + (i-r.at)*r.step
}

// PlaceEnd is where the byte before j ends.
func (v *View) PlaceEnd(j int) int {
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

// Shared reports whether byte i has no place of its own but that of a longer run.
func (v *View) Shared(i int) bool {
	if v.runs == nil {
		return false
	}
	r, k := v.run(i), sort.Search(len(v.runs), func(k int) bool { return v.runs[k].at > i })
	end := len(v.Text)
	if k < len(v.runs) {
		end = v.runs[k].at
	}
	return r.step == 0 && end-r.at > 4
}

// A Writer makes a view out of another one.
type Writer struct {
	From *View
	buf  []byte
	runs []run
}

// Keep copies From.Text[i:j].
func (w *Writer) Keep(i, j int) {
	if i >= j {
		return
	}
	v := w.From
	if v.runs == nil {
		w.run(run{len(w.buf), v.base + i, v.base + j, 1})
	} else {
		k := max(sort.Search(len(v.runs), func(k int) bool { return v.runs[k].at > i })-1, 0)
		for at := i; at < j; k++ {
			r, next := v.runs[k], len(v.Text)
			if k+1 < len(v.runs) {
				next = v.runs[k+1].at
			}
			end := min(next, j)
			w.run(run{len(w.buf) + at - i, r.start + (at-r.at)*r.step, r.end, r.step})
			at = end
		}
	}
	w.buf = append(w.buf, v.Text[i:j]...)
}

// Put writes s in place of From.Text[i:j].
func (w *Writer) Put(s string, i, j int) {
	if s == "" {
		return
	}
	p := w.From.Span(i, j)
	w.run(run{len(w.buf), p.Start, p.End, 0})
	w.buf = append(w.buf, s...)
}

// run adds a run, or lengthens the last one if it goes on without a gap.
func (w *Writer) run(r run) {
	if n := len(w.runs); n > 0 && r.step > 0 {
		last := &w.runs[n-1]
		if last.step == r.step && last.start+(r.at-last.at)*r.step == r.start {
			last.end = r.end
			return
		}
	}
	w.runs = append(w.runs, r)
}

// View is what was written; layer names the encoding and the part of the view it was read
// from, or is "" where reading it is no repair.
func (w *Writer) View(layer string, i, j int) *View {
	v := &View{Text: string(w.buf), runs: w.runs, Layers: w.From.Layers, Depth: w.From.Depth + 1}
	if v.runs == nil {
		v.runs = []run{{0, w.From.place(i), w.From.place(i), 0}}
	}
	if layer != "" {
		v.Layers = append(v.Layers[:len(v.Layers):len(v.Layers)], Mark{layer, w.From.Span(i, j)})
	}
	return v
}
