package decode

import (
	"sort"
	"strings"

	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
)

// sensitive notes the secrets and the personal data of a view, also where what names them, or
// they, are written otherwise in it. parts are those of a long text that are read.
func (d *decoder) sensitive(v *text.View) (parts []Span) {
	parts = d.find(v)
	if plain := text.Opened(v); plain != nil {
		d.find(plain)
	}
	return parts
}

func (d *decoder) find(v *text.View) (parts []Span) {
	if len(v.Text) < d.long {
		d.findings = secret.Append(d.findings[:0], v.Text)
	} else {
		m := d.skim(v, v != &d.root.View)
		parts = m.parts
		d.findings = secret.AppendIn(d.findings[:0], v.Text, m.secrets)
	}
	for _, f := range d.findings {
		if f.Kind == secret.Secret {
			d.secret(v.Span(f.Start, f.End), v.Text[f.Start:f.End], v.Shared(f.Start))
		} else {
			d.personal = append(d.personal, Mark{ID: f.Kind.String(), Span: v.Span(f.Start, f.End)})
		}
	}
	return parts
}

// secret notes a secret; shared is whether its place is that of a longer run.
func (d *decoder) secret(span Span, value string, shared bool) {
	d.secrets = append(d.secrets, span)
	d.hidden.AddSecret(value)
	if shared {
		d.shared = append(d.shared, span)
	} else if written := d.given[span.Start:span.End]; written != value {
		d.hidden.AddSecret(written) // a value without quotes keeps its escapes
	}
}

// attach gives secrets and personal data to the responses that they stand with, and masks in
// these what is secret anywhere in the text.
func (d *decoder) attach() {
	for i := range d.responses {
		for j := range d.responses[i].Errors {
			d.value(&d.responses[i].Errors[j])
		}
	}
	d.secrets, d.shared = text.Join(d.secrets), text.Join(d.shared)
	d.someones()
	if len(d.secrets)+len(d.personal) == 0 {
		return
	}
	near := d.neighbours()
	for _, s := range d.secrets {
		if r := near.of(s); r != nil {
			r.Secrets = append(r.Secrets, s)
		}
	}
	for _, p := range d.personal {
		if r := near.of(p.Span); r != nil {
			r.Personal = append(r.Personal, p)
		}
	}
	for i := range d.responses {
		r := &d.responses[i]
		for j := range r.Errors {
			e := &r.Errors[j]
			if !d.vocabulary.Code(e.Code) {
				if e.Code = secret.Cover(e.Code, &d.hidden); len(secret.Find(e.Code)) > 0 {
					e.Code = Masked // somebody's phone is no code
				}
			}
			for _, f := range [...]*Field{&e.Reason, &e.Subject, &e.Value, &e.Message} {
				d.mask(f)
				if f.State == Present {
					f.Personal = d.personalKind(f.Span)
				}
			}
		}
	}
}

// value hides the value of an error that is about a token or a password, whatever it looks like;
// what is masked already, or stands for a value, is no secret to be noted. The value of one whose
// subject is somebody's is noted as such.
func (d *decoder) value(e *Error) {
	about := e.Code != "" && d.vocabulary.Secret(e.Code)
	if about {
		for _, f := range [...]*Field{&e.Reason, &e.Subject, &e.Message} {
			d.tokens(e, f)
		}
	}
	f := &e.Value
	if f.State != Present || f.Span.Start >= f.Span.End {
		return
	}
	if kind := secret.Named(e.Subject.Text); !about && kind != secret.Secret {
		if kind != 0 && f.Text != Masked && f.Text != "null" {
			d.personal = append(d.personal, Mark{ID: kind.String(), Span: f.Span})
		}
		return
	}
	if object := len(f.Text) > 2 && (f.Text[0] == '{' && f.Text[1] != '{' || f.Text[0] == '['); object ||
		!secret.IsMasked(f.Text) {
		d.secret(f.Span, f.Text, f.Span == e.Span)
	}
	f.Text = Masked
}

// tokens hides what looks like a token among the words of an error about one.
func (d *decoder) tokens(e *Error, f *Field) {
	at := f.Span.Start
	for _, t := range secret.Tokens(f.Text) {
		token := f.Text[t.Start:t.End]
		k := strings.Index(d.given[at:f.Span.End], token)
		if k < 0 { // in an encoding: the whole field is hidden
			d.secret(f.Span, f.Text, f.Span == e.Span)
			return
		}
		d.secret(Span{Start: at + k, End: at + k + len(token)}, token, false)
		at += k + len(token)
	}
}

// mask replaces the secrets that a field is or repeats.
func (d *decoder) mask(f *Field) {
	if f.State != Present || f.Text == "" || len(d.secrets) == 0 {
		return
	}
	if covered(d.secrets, f.Span) && (!covered(d.shared, f.Span) || d.hidden.Has(f.Text)) {
		f.Text = Masked
		return
	}
	f.Text = secret.Cover(f.Text, &d.hidden)
}

// covered reports whether a place lies in one of spans, which are in order and apart.
func covered(spans []Span, s Span) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].End > s.Start })
	return k < len(spans) && spans[k].Contains(s) && s.Start < s.End
}

// someones puts the personal data in order, without the parts of secrets.
func (d *decoder) someones() {
	before := func(i, j int) bool {
		a, b := d.personal[i].Span, d.personal[j].Span
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	}
	for i := 1; i < len(d.personal); i++ {
		if before(i, i-1) {
			sort.SliceStable(d.personal, before)
			break
		}
	}
	list := d.personal[:0]
	for _, p := range d.personal {
		k := sort.Search(len(d.secrets), func(k int) bool { return d.secrets[k].End > p.Span.Start })
		if k < len(d.secrets) && d.secrets[k].Start < p.Span.End || len(list) > 0 &&
			p.Span.Start < list[len(list)-1].Span.End {
			continue
		}
		list = append(list, p)
	}
	d.personal = list
}

// personalKind is the kind of personal data that a place holds; of several, one that is about a
// person rather than about a device or an account.
func (d *decoder) personalKind(s Span) (kind string) {
	k := sort.Search(len(d.personal), func(k int) bool { return d.personal[k].Span.End > s.Start })
	for ; k < len(d.personal) && d.personal[k].Span.Start < s.End; k++ {
		if kind = d.personal[k].ID; kind != "device" && kind != "user" {
			break
		}
	}
	return kind
}

// nearLines is over how many lines a response is what follows.
const nearLines = 64

// A neighbourhood knows what stands with a response: its span, its lines and its exchange, and
// the lines before it.
type neighbourhood struct {
	responses []Response
	lines     []Span // of each response: from where the lines before it begin that are near to its last line's end
}

// neighbours goes through the lines of the text once.
func (d *decoder) neighbours() neighbourhood {
	n := neighbourhood{d.responses, d.near[:0]}
	s := d.given
	var begins [nearLines + 1]int // of the last lines, a ring
	line, at, end := 0, 0, 0      // number of the line of at; where the line of the last response ends
	for i := range d.responses {
		r := d.responses[i].Span
		for at < r.Start {
			if at = text.LineEnd(s[:r.Start], at) + 1; at <= r.Start {
				line++
				begins[line%len(begins)] = at
			}
		}
		at = min(at, r.Start)
		if end < r.End {
			end = text.LineEnd(s, r.End)
		}
		n.lines = append(n.lines, Span{Start: begins[(line+1)%len(begins)], End: end})
	}
	d.near = n.lines
	return n
}

// of is the response that a place stands with, nil if there is none.
func (n *neighbourhood) of(s Span) *Response {
	next := sort.Search(len(n.responses), func(i int) bool { return n.responses[i].Span.Start > s.Start })
	if last := next - 1; last >= 0 {
		if r := &n.responses[last]; s.Start < n.lines[last].End || r.exchange.Contains(s) {
			return r
		}
	}
	if next < len(n.responses) {
		if r := &n.responses[next]; s.Start >= n.lines[next].Start || r.exchange.Contains(s) {
			return r
		}
	}
	return nil
}

// maxTrace is how far from a response its request is looked for, and maxLine how far its lines go.
const maxTrace, maxLine = 16 << 10, 1 << 10

// trace gives the responses their traces: those of their exchange, else of their lines, else those
// that stand between the responses around.
func (d *decoder) trace() {
	some := 0
	for _, list := range d.traces.list {
		if some += len(list); len(list) > 1 {
			sort.SliceStable(list, func(i, j int) bool { return list[i].Span.Start < list[j].Span.Start })
		}
	}
	if some == 0 {
		return
	}
	from := 0
	for i := range d.responses {
		r := &d.responses[i]
		lines, to := d.lines(r.Span), len(d.given)
		if i+1 < len(d.responses) {
			next := &d.responses[i+1]
			if to = d.lines(next.Span).Start; next.exchange.End > 0 {
				to = min(to, next.exchange.Start)
			}
		}
		between := Span{Start: max(from, r.Span.Start-maxTrace), End: min(to, r.Span.End+maxTrace)}
		for kind, of := range [...]**Trace{&r.Request, &r.RequestID, &r.Time} {
			for _, within := range [...]Span{r.exchange, lines, between} {
				if *of == nil {
					*of = nearest(d.traces.list[kind], within, r.Span.End)
				}
			}
		}
		from = max(from, lines.End)
	}
}

// lines is a span with the lines that it begins and ends in, if they are short.
func (d *decoder) lines(s Span) Span {
	before := d.given[max(0, s.Start-maxLine):s.Start]
	behind := d.given[s.End:min(len(d.given), s.End+maxLine)]
	return Span{Start: s.Start - len(before) + strings.LastIndexByte(before, '\n') + 1,
		End: s.End + text.LineEnd(behind, 0)}
}

// nearest is the last trace of a place up to i, else the first one behind.
func nearest(list []Trace, within Span, i int) *Trace {
	k := sort.Search(len(list), func(k int) bool { return list[k].Span.Start >= i })
	switch {
	case k > 0 && list[k-1].Span.Start >= within.Start && list[k-1].Span.Start < within.End:
		return &list[k-1]
	case k < len(list) && list[k].Span.Start < within.End:
		return &list[k]
	}
	return nil
}
