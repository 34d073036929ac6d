package decode

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// hide notes a secret at s[i:j], unless it is masked already or no value at all.
func (d *decoder) hide(v *view, i, j int) int {
	s := v.text[i:j]
	for len(s) > 0 && strings.IndexByte(".!?", s[len(s)-1]) >= 0 {
		s = s[:len(s)-1]
	}
	j = i + len(s)
	if masked(s) {
		return j
	}
	span := v.span(i, j)
	d.secrets = append(d.secrets, span)
	if v.shared(i) {
		d.share(span, s)
	}
	d.remember(s)
	for pair := range strings.SplitSeq(s, ";") { // of cookies each one
		if _, value, ok := strings.Cut(pair, "="); ok {
			d.remember(strings.TrimSpace(value))
		}
	}
	return j
}

// share notes the value of a secret whose place others have too: it tells them apart.
func (d *decoder) share(span Span, value string) {
	if d.shared == nil {
		d.shared = map[Span]string{}
	}
	d.shared[span] += value + "\n"
}

// remember hides a value wherever it recurs, unless it is too short to tell.
//
//go:noinline
func (d *decoder) remember(value string) {
	if len(value) < 6 {
		return
	}
	if d.hidden == nil {
		d.hidden = map[string]bool{}
	}
	d.hidden[value] = true
}

// masked reports whether a value hides its secret already, or is a word that stands for
// one: ***, <token>, {{token}}, null.
func masked(s string) bool {
	if len(s) < 2 || strings.Contains(s, "***") || strings.Contains(s, "•") || strings.Contains(s, "…") || strings.Contains(s, "...") {
		return true
	}
	switch s[0] {
	case '$', '%', '<', '{', '[':
		return true
	}
	if strings.HasPrefix(s, "█") || strings.HasPrefix(s, "●") {
		return true
	}
	switch strings.ToLower(s) {
	case "null", "none", "nil", "true", "false", "undefined", "redacted", "filtered", "hidden", "masked", "removed", "secret", "token", "required", "missing", "incorrect", "invalid", "скрыт", "скрыто", "неверен", "неверный", "string", "array", "object":
		return true
	}
	return strings.Trim(s, "xX*#-_.") == ""
}

// secretValue hides the value of an error that is about a token or a password, whatever it
// looks like; what is masked already, or stands for a value, is no secret to be noted.
func (d *decoder) secretValue(e *Error) {
	if e.Code != "" && d.vocabulary.Secret(e.Code) {
		d.tokens(e, &e.Reason)
		d.tokens(e, &e.Message)
	}
	f := &e.Value
	if f.State != Present || f.Span.Start >= f.Span.End {
		return
	}
	var room [48]byte
	end, n := wordName(e.Subject.Text, 0, &room)
	about := secretKind(0)
	if n > 3 && n <= len(room) && end == len(e.Subject.Text) {
		about = secretOf(room[:n])
	}
	if (about == 0 || about == innName) && (e.Code == "" || !d.vocabulary.Secret(e.Code)) {
		return
	}
	if object := len(f.Text) > 2 && (f.Text[0] == '{' && f.Text[1] != '{' || f.Text[0] == '['); object || !masked(f.Text) {
		d.secrets = append(d.secrets, f.Span)
		if f.Span == e.Span {
			d.share(f.Span, f.Text)
		}
		d.remember(f.Text)
	}
	f.Text = Masked
}

// tokens hides what looks like a token among the words of an error about one.
func (d *decoder) tokens(e *Error, f *Field) {
	at := f.Span.Start
	for i := 0; i < len(f.Text); i++ {
		from := i
		letters, figures, lower, upper := 0, 0, false, false
		for ; i < len(f.Text) && (wordByte(f.Text[i]) || f.Text[i] == '-'); i++ {
			if c := f.Text[i]; digit(c) {
				figures++
			} else if letter(c) {
				letters++
				lower, upper = lower || c >= 'a', upper || c < 'a'
			}
		}
		// OAuth2Exception has one figure, 2024-03-04T12 one letter.
		if i-from < 8 || figures == 0 || figures == 1 && lower && upper || letters == 0 || letters == 1 && i-from < 16 {
			continue
		}
		token := f.Text[from:i]
		d.remember(token)
		k := strings.Index(d.root.text[at:f.Span.End], token)
		if k < 0 { // in an encoding: the whole field is hidden
			d.secrets = append(d.secrets, f.Span)
			if f.Span == e.Span {
				d.share(f.Span, f.Text)
			}
			return
		}
		d.secrets = append(d.secrets, Span{at + k, at + k + len(token)})
		at += k + len(token)
	}
}

// mask replaces the secrets that a field repeats.
func (d *decoder) mask(r *Response, f *Field) {
	if f.State != Present || f.Text == "" || len(d.secrets) == 0 {
		return
	}
	k := sort.Search(len(r.Secrets), func(k int) bool { return r.Secrets[k].End > f.Span.Start })
	if k < len(r.Secrets) && r.Secrets[k].contains(f.Span) && f.Span.Start < f.Span.End {
		if values, ok := d.shared[r.Secrets[k]]; !ok || strings.Contains("\n"+values, "\n"+f.Text+"\n") {
			f.Text = Masked
			return
		}
	}
	f.Text = d.masked(f.Text)
}

// masked is a text with the secrets in it replaced: those that its own words name, and
// those that were found elsewhere.
func (d *decoder) masked(text string) string {
	inner := decoder{}
	v := &view{text: text}
	inner.sensitive(v)
	spans := inner.secrets
	for i := 0; i < len(text) && len(d.hidden) > 0; {
		j := i
		for j < len(text) && strings.IndexByte(" \t\n\r\"'`,;<>{}[]()=:&?/\\", text[j]) < 0 {
			j++
		}
		if j > i && d.hidden[text[i:j]] {
			spans = append(spans, Span{i, j})
		}
		i = j + 1
	}
	if len(d.hidden) <= 32 {
		for s := range d.hidden {
			if k := strings.Index(text, s); k >= 0 {
				spans = append(spans, Span{k, k + len(s)})
			}
		}
	}
	if len(spans) == 0 {
		return text
	}
	var b strings.Builder
	end := 0
	for _, s := range disjoint(spans) {
		b.WriteString(text[end:s.Start])
		b.WriteString(Masked)
		end = s.End
	}
	b.WriteString(text[end:])
	if out := b.String(); utf8.ValidString(out) {
		return out
	}
	return Masked
}
