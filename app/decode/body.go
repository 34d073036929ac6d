package decode

import (
	"sort"
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// A document is a tree in which error bodies are looked for.
type document struct{ tree.Tree }

// newTree is an empty tree for a view of this depth; trees of other depths stay in use.
func (d *decoder) newTree(depth int) *document {
	for len(d.trees) <= depth {
		d.trees = append(d.trees, &document{tree.Tree{Nodes: make([]tree.Node, 0, 24), Restart: "errors"}})
	}
	return d.trees[depth]
}

// bodies emits the responses of a tree, of the strings in it too. c is what surrounds the
// tree; errorsKey says that its root is an errors array without the object around it.
func (d *decoder) bodies(t *document, c context, errorsKey bool) {
	if errorsKey {
		if errors, ok := d.numeric(t, 0); ok {
			d.emit(t, found{kind: Numeric, node: 0, errors: errors}, c)
			return
		}
	}
	if f, ok := d.bareList(t); ok {
		d.emit(t, f, c)
		return
	}
	b := treeWalk{d: d, t: t, c: c, first: len(d.responses), held: len(d.held)}
	for i := int32(0); int(i) < len(t.Nodes); i++ {
		n := &t.Nodes[i]
		switch {
		case n.Start < b.until:
		case n.Kind == tree.Container:
			b.container(i)
		case n.Kind == tree.Quoted && mayHold(t.View.Text[n.From:n.To]):
			b.text(i)
		}
	}
	b.answers()
	b.settle()
}

// A treeWalk is the walk through the nodes of a tree.
type treeWalk struct {
	d       *decoder
	t       *document
	c       context
	first   int   // index of the first response of the tree
	held    int   // of the first status held back
	until   int32 // nodes that begin before are part of a body that was emitted
	records map[int32]record
	shown   []int32 // records of an answer, whatever its body
}

// container emits the error body in a container, or keeps what it says of an exchange.
func (b *treeWalk) container(i int32) {
	t, n := b.t, &b.t.Nodes[i]
	if rec := b.records[n.Parent]; rec.export && rec.request == i && i != 0 {
		b.until = n.End // what was sent is no answer
		return
	}
	f, ok := b.d.shape(t, i)
	if !ok {
		if n.Open == '[' {
			return
		}
		if rec := b.record(i); rec.status != 0 || rec.request != 0 {
			b.keep(i, rec)
			if rec.shown && rec.status >= 400 {
				b.shown = append(b.shown, i)
			}
		}
		return
	}
	around := t.around(i, b.c, b.records)
	if f.kind == Numeric && n.Child != n.LastChild {
		if own := b.record(i); own.status != 0 {
			around.status, around.span = own.status, t.span(own.statusNode)
		}
	}
	if b.d.emit(t, f, around) {
		b.until = n.End
		if around.same(b.c) {
			b.c.status = 0
		}
	}
}

// text walks through what a string stands for.
func (b *treeWalk) text(i int32) {
	t, n := b.t, &b.t.Nodes[i]
	around := t.around(i, b.c, b.records)
	around.inTree, around.errors = true, n.HasKey && t.IsKey(i, "errors")
	layer := "escaped"
	if around.export = t.exported(i, b.records); around.export {
		layer = ""
	}
	inner := text.Unescaped(t.View, int(n.From), int(n.To), layer)
	before := len(b.d.responses)
	b.d.inside(inner, around)
	if len(b.d.responses) > before && around.same(b.c) {
		b.c.status = 0
	}
}

// answers emits the HTTP errors that the records tell of and for which no body was found.
func (b *treeWalk) answers() {
	d, t := b.d, b.t
	if b.c.source {
		return
	}
	list := d.responses[b.first:] // in the order of the text
	done := map[int32]bool{}
	for _, i := range b.shown {
		rec := b.records[i]
		span := t.span(i)
		k := sort.Search(len(list), func(k int) bool { return list[k].Span.Start >= span.Start })
		if done[rec.answer] || k < len(list) && span.Contains(list[k].Span) || b.c.status != 0 && b.c.status < 400 {
			continue
		}
		done[rec.answer] = true
		r := Response{Kind: StatusOnly, Status: rec.status, Span: t.span(rec.answer), Direction: rec.direction, Certain: rec.host != "" && rec.direction != unknown, Reset: rec.reset}
		if t.hasContent(rec) {
			r.Kind = Other
		}
		if b.c.status != 0 {
			r.Status, r.Span = b.c.status, r.Span.Union(b.c.span)
			b.c.status = 0
		}
		if r.Direction == unknown && b.c.direction != "" {
			r.Direction, r.Certain = b.c.direction, b.c.certain
		}
		r.exchange = span
		d.responses = append(d.responses, r)
	}
}

// settle gives the statuses that stand in strings to the body of the tree that has none. A
// status that no body is found for is an answer without one, unless another one is shown.
func (b *treeWalk) settle() {
	d := b.d
	held := d.held[b.held:]
	if b.c.inTree {
		return // the document around decides
	}
	d.held = d.held[:b.held]
	if len(held) == 0 || b.c.status != 0 {
		return
	}
	var spans []Span
	var first [600]int // of each status, the first response that has it, plus one; of 0, that has none
	for k, r := range d.responses[b.first:] {
		spans = append(spans, r.Span)
		if first[r.Status] == 0 {
			first[r.Status] = b.first + k + 1
		}
	}
	spans = text.Join(spans)
	for _, h := range held {
		k := sort.Search(len(spans), func(k int) bool { return spans[k].End >= h.Span.End })
		if k < len(spans) && spans[k].Contains(h.Span) {
			continue // the body that it stands in has it
		}
		none, same := &first[0], &first[h.Status]
		switch {
		case *none > 0 && (*same == 0 || *none < *same):
			d.responses[*none-1].Status, *same = h.Status, *none
			for *none++; *none <= len(d.responses) && d.responses[*none-1].Status != 0; *none++ {
			}
			if *none > len(d.responses) {
				*none = 0
			}
		case *same == 0:
			d.responses = append(d.responses, h)
			*same = len(d.responses)
		}
	}
}

// same reports whether two contexts speak of the same status.
func (c context) same(other context) bool { return c.status == other.status && c.span == other.span }

// mayHold reports whether a string is worth a look: whether it can hold a body or a status.
func mayHold(s string) bool {
	if len(s) < 8 {
		return false
	}
	return strings.IndexByte(s, '{') >= 0 || strings.Contains(s, "%7B") || strings.Contains(s, "%7b") ||
		strings.Contains(s, "HTTP/") || strings.Contains(s, "=>") || strings.Contains(s, `\u007`) || strings.Contains(s, `\x7`) ||
		strings.Contains(s, "&#") || text.MayBeBase64(s, 0) || strings.IndexByte(s, '<') >= 0 && strings.Contains(s, "itle>") || strings.Contains(s, " 4") || strings.Contains(s, " 5")
}

// bareList recognises an array of nothing but error objects.
func (d *decoder) bareList(t *document) (found, bool) {
	if t.Nodes[0].Open != '[' || t.Nodes[0].Child == 0 || !t.List(0) {
		return found{}, false
	}
	var errors []Error
	for c := t.Nodes[0].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != tree.Container {
			return found{}, false
		}
		m := t.members(c)
		if !d.bareError(t, c, &m) {
			return found{}, false
		}
		errors = t.items(errors, c, &m)
	}
	return found{kind: Numeric, node: 0, errors: errors, bare: true}, true
}

// emit adds a response, unless the body counts only under an HTTP error that the context
// does not show.
func (d *decoder) emit(t *document, f found, c context) bool {
	if f.needsStatus && c.status < 400 {
		return false
	}
	n := &t.Nodes[f.node]
	body := t.span(f.node)
	var again []Mark
	for i := range f.errors {
		e := &f.errors[i]
		d.rejoin(&e.Reason)
		d.rejoin(&e.Subject)
		d.rejoin(&e.Value)
		for _, f := range [...]*Field{&e.Reason, &e.Message, &e.Value} {
			if read, ok := text.Reread(f.Text); ok {
				f.Text = read
				again = append(again, Mark{ID: "encoding", Span: f.Span})
			}
		}
	}
	r := Response{Kind: f.kind, Status: c.status, Direction: c.direction, Certain: c.certain, Span: body, Errors: f.errors, Reset: c.reset, Bare: f.bare, System: f.system, Doubtful: f.doubtful, State: f.state}
	if c.status != 0 {
		r.Span = r.Span.Union(c.span)
	}
	if f.kind == API || f.kind == Bulk {
		certain := !f.needsStatus || c.direction == fromCloud && c.certain
		r.Direction, r.Certain, r.Doubtful = fromCloud, certain, !certain
	}
	if r.Direction == "" {
		r.Direction = unknown
	}
	r.Repairs = append(append(r.Repairs, t.View.Layers...), again...)
	r.Repairs = append(r.Repairs, d.root.Repairs(body)...)
	if t.Dump {
		r.Repairs = append(r.Repairs, Mark{ID: "syntax", Span: body})
	}
	for _, m := range t.Mended(int(n.Start), int(n.End)) {
		if t.Dump && (m.ID == "comma" || m.ID == "quotes" || m.ID == "literal" || m.ID == "bracket" || m.ID == "colon") {
			continue
		}
		if m.ID == "truncated" && !n.Cut {
			continue
		}
		if k := len(r.Repairs); (m.ID == "escaped" || m.ID == "spaces") && k > 0 && r.Repairs[k-1].ID == m.ID {
			continue // one note for all line feeds
		}
		r.Repairs = append(r.Repairs, Mark{ID: m.ID, Span: t.View.Span(m.Start, m.End)})
	}
	r.Truncated = n.Cut
	r.exchange = c.exchange
	d.responses = append(d.responses, r)
	return true
}

// rejoin takes back the line breaks inside a word. One in place of the space of a documented
// reason is a space.
func (d *decoder) rejoin(f *Field) {
	if strings.IndexByte(f.Text, '\n') < 0 || strings.ContainsAny(f.Text, " \t") {
		return
	}
	if s := f.Span; s.End-s.Start > 8*len(f.Text) || strings.IndexByte(d.given[s.Start:s.End], '\n') < 0 {
		return // its place is that of a longer run, or the line breaks are its own
	}
	words := strings.ReplaceAll(f.Text, "\r", "")
	if f.Text = strings.ReplaceAll(words, "\n", " "); !d.vocabulary.Reason(f.Text) {
		f.Text = strings.ReplaceAll(words, "\n", "")
	}
}
