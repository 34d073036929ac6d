package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// bodies are the events of a tree and of the strings in it. key is that of an array without the
// object around it.
func (d *decoder) bodies(t *document, key string, line preface) scope {
	b := nodes{d: d, t: t, line: line}
	b.out.view = t.View
	switch key {
	case "errors":
		if f := (found{}); d.numeric(t, 0, &f) {
			d.answer(t, &f, &b.out)
			return b.out
		}
	case "violations":
		if errors := t.violationList(0); len(errors) > 0 {
			d.answer(t, &found{kind: API, errors: errors}, &b.out)
			return b.out
		}
	}
	if errors := d.bareList(t); len(errors) > 0 {
		d.answer(t, &found{kind: Numeric, errors: errors, bare: true}, &b.out)
		return b.out
	}
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
	return b.out
}

// container notes the error body in a container, or what it says of an exchange.
func (b *nodes) container(i int32) {
	t, n := b.t, &b.t.Nodes[i]
	if rec := b.records[n.Parent]; rec != nil && rec.export && rec.request == i && i != 0 {
		b.until = n.End // what was sent is no answer
		return
	}
	var f found
	if !b.d.shape(t, i, &f) || f.needsStatus && b.record(i).request != 0 { // what a client has, with its request
		rec := b.record(i)
		b.traced(rec)
		if rec.status != 0 || rec.request != 0 || rec.direction != unknown {
			b.keep(i, rec)
			if (rec.shown || i == 0 && b.line.failed && rec.header+rec.body != 0) && rec.status >= 400 && !b.line.source {
				b.recorded(i, rec)
			}
		}
		return
	}
	e := b.d.answer(t, &f, &b.out)
	e.around = t.around(i, b.records)
	if f.kind == Numeric && n.Child != n.LastChild {
		if own := b.record(i); own.status != 0 {
			if e.around == nil {
				e.around = &context{}
			}
			e.around.status, e.around.span = own.status, t.span(own.statusNode)
		}
	}
	if !e.needs {
		b.until = n.End
	}
}

// text notes what a string stands for.
func (b *nodes) text(i int32) {
	t, n := b.t, &b.t.Nodes[i]
	layer, export := "escaped", t.exported(i, b.records)
	if export {
		layer = ""
	}
	inner := text.Unescaped(t.View, int(n.From), int(n.To), layer)
	s := b.d.inside(inner, literal{export: export, errors: n.HasKey && t.IsKey(i, "errors")})
	if len(s.events) > 0 {
		e := b.out.note(encodedAt, place{at: int(n.Start)}, int(n.End))
		e.around, e.inner = t.around(i, b.records), s
	}
}

// recorded notes the answer that the record of the object i shows.
func (b *nodes) recorded(i int32, rec *record) {
	t, n := b.t, &b.t.Nodes[i]
	b.d.traces.around()
	e := b.out.note(recordAt, place{at: int(n.Start)}, int(n.End))
	e.answer = &Response{Kind: StatusOnly, Span: t.span(rec.answer)}
	e.around = &context{status: rec.status, span: e.answer.Span, direction: rec.direction,
		certain: rec.host != "" && rec.direction != unknown, reset: rec.reset, exchange: t.span(i)}
	if t.hasContent(rec) {
		e.answer.Kind = Other
	}
}

// mayHold reports whether a string is worth a look: whether it can hold a body or a status.
func mayHold(s string) bool {
	return strings.IndexByte(s, '{') >= 0 || strings.Contains(s, "%7B") || strings.Contains(s, "%7b") ||
		strings.Contains(s, "HTTP/") || strings.Contains(s, "=>") || strings.Contains(s, `\u007`) ||
		strings.Contains(s, `\x7`) ||
		strings.Contains(s, "&#") || text.MayBeBase64(s, 0) || strings.IndexByte(s, '<') >= 0 &&
		strings.Contains(s, "itle>") || strings.Contains(s, " 4") || strings.Contains(s, " 5")
}

// bareList are the errors of an array of nothing but error objects.
func (d *decoder) bareList(t *document) (errors []Error) {
	if t.Nodes[0].Open != '[' || t.Nodes[0].Child == 0 || !t.List(0) {
		return nil
	}
	for c := t.Nodes[0].Child; c != 0; c = t.Nodes[c].Next {
		m := t.members(c)
		if !d.bareError(t, c, &m) {
			return nil
		}
		errors = t.items(errors, c, &m)
	}
	return errors
}

// answer notes the answer that a body is of, but for what stands around it.
func (d *decoder) answer(t *document, f *found, out *scope) *event {
	n := &t.Nodes[f.node]
	r := &d.answers.one()[0]
	*r = Response{Kind: f.kind, Span: t.span(f.node), Errors: f.errors, Bare: f.bare, System: f.system,
		Doubtful: f.doubtful, State: f.state, Truncated: n.Cut}
	r.Repairs = append(r.Repairs, t.View.Layers...)
	for i := range f.errors {
		e := &f.errors[i]
		d.rejoin(&e.Reason)
		d.rejoin(&e.Subject)
		d.rejoin(&e.Value)
		for _, f := range [...]*Field{&e.Reason, &e.Message, &e.Value} {
			if read, ok := text.Reread(f.Text); ok {
				f.Text = read
				r.Repairs = append(r.Repairs, Mark{ID: "encoding", Span: f.Span})
			}
		}
	}
	r.Repairs = append(r.Repairs, d.root.Repairs(r.Span)...)
	r.Repairs = t.mended(f.node, r.Repairs)
	if out.events == nil {
		out.events = d.inner.one()[:0]
	}
	e := out.note(answerAt, place{at: int(n.Start)}, int(n.End))
	e.answer, e.needs = r, f.needsStatus
	d.traces.around()
	return e
}

// mended adds what was mended to read the container i.
func (t *document) mended(i int32, list []Mark) []Mark {
	n := &t.Nodes[i]
	if t.Dump {
		list = append(list, Mark{ID: "syntax", Span: t.span(i)})
	}
	for _, m := range t.Mended(int(n.Start), int(n.End)) {
		if t.Dump && (m.ID == "comma" || m.ID == "quotes" || m.ID == "literal" || m.ID == "bracket" || m.ID == "colon") {
			continue
		}
		if k := len(list); (m.ID == "escaped" || m.ID == "spaces") && k > 0 && list[k-1].ID == m.ID {
			continue // one note for all line feeds
		}
		list = append(list, Mark{ID: m.ID, Span: t.View.Span(m.Start, m.End)})
	}
	return list
}

// rejoin takes back the line breaks inside a word. One in place of the space of a documented
// reason is a space.
func (d *decoder) rejoin(f *Field) {
	if strings.IndexByte(f.Text, '\n') < 0 {
		return
	}
	if words := strings.Join(strings.Fields(f.Text), " "); d.vocabulary.Reason(words) {
		f.Text = words
		return
	}
	if s := f.Span; strings.ContainsAny(f.Text, " \t") || s.End-s.Start > 8*len(f.Text) ||
		strings.IndexByte(d.given[s.Start:s.End], '\n') < 0 {
		return // words, or its place is that of a longer run, or the line breaks are its own
	}
	f.Text = strings.ReplaceAll(strings.ReplaceAll(f.Text, "\r", ""), "\n", "")
}
