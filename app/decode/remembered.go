package decode

import (
	"strings"

	"evotor-errors/app/decode/secret"
)

// maxRemembered is how many secrets of the pieces before are masked where they recur.
const maxRemembered = 1000

// remembered are the last secrets of the pieces before.
type remembered struct {
	vocabulary Vocabulary
	list       []string // in the order in which they were seen
	known      map[string]bool
	all        secret.Values
}

// add remembers secrets.
func (m *remembered) add(values []string) {
	n := len(m.list)
	for _, v := range values {
		if !m.known[v] {
			if m.known == nil {
				m.known = map[string]bool{}
			}
			v = strings.Clone(v)
			m.known[v] = true
			m.list = append(m.list, v)
		}
	}
	if len(m.list) == n {
		return
	}
	for len(m.list) > maxRemembered {
		delete(m.known, m.list[0])
		m.list = m.list[1:]
	}
	m.all = secret.Values{}
	for _, v := range m.list {
		m.all.AddSecret(v)
	}
}

// mask masks in a response what is a secret elsewhere.
func (m *remembered) mask(r *Response) {
	if len(m.list) == 0 {
		return
	}
	for i := range r.Errors {
		e := &r.Errors[i]
		if !m.vocabulary.Code(e.Code) {
			e.Code = m.cover(e.Code)
		}
		for _, f := range [...]*Field{&e.Reason, &e.Subject, &e.Value, &e.Message} {
			f.Text = m.cover(f.Text)
		}
	}
}

func (m *remembered) cover(s string) string { return secret.Replace(s, m.all.Find(s)) }
