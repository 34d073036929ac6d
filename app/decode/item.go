package decode

import "evotor-errors/app/decode/tree"

// items adds an error object to a list. It is the one place that does, an error being large.
func (t *document) items(list []Error, i int32, m *members) []Error {
	list = append(list, Error{})
	e := &list[len(list)-1]
	e.Span = t.span(i)
	if m[codeKey] != 0 && !t.Nodes[m[codeKey]].Null && t.Nodes[m[codeKey]].Kind != tree.Container {
		e.Code, e.CodeSpan = t.Text(m[codeKey]), t.inner(m[codeKey])
		n := &t.Nodes[m[codeKey]]
		e.CodeCut = t.Cut && n.Kind == tree.Bare && n.To == t.Nodes[0].End
	}
	t.field(m[reasonKey], &e.Reason)
	t.field(m[subjectKey], &e.Subject)
	t.field(m[valueKey], &e.Value)
	t.field(m[messageKey], &e.Message)
	return list
}

// violations reads the errors of an API error: one per violation, each with the body's
// code, or one without a subject.
func (t *document) violations(i int32, m *members) (errors []Error) {
	of := t.items(nil, i, m)
	if m[violationsKey] == 0 || t.Nodes[m[violationsKey]].Kind != tree.Container {
		return of
	}
	body := &of[0]
	for c := t.Nodes[m[violationsKey]].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != tree.Container {
			continue
		}
		first := len(errors) == 0
		m := t.members(c)
		errors = t.items(errors, c, &m)
		e := &errors[len(errors)-1]
		if e.Code == "" && (first || len(body.Code) <= maxShared) {
			e.Code, e.CodeSpan = body.Code, body.CodeSpan
		}
		inherit(&e.Value, &body.Value, first)
		inherit(&e.Message, &body.Message, first)
	}
	if len(errors) == 0 {
		return of
	}
	return errors
}

// violationList reads an array of violations without the body around it: each has a reason and a
// subject, and nothing that a violation does not have.
func (t *document) violationList(list int32) (errors []Error) {
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		m := t.members(c)
		if t.Nodes[c].Kind != tree.Container || m[reasonKey] == 0 || m[subjectKey] == 0 || m.foreign()+int(m[codeKey]) > 0 {
			return nil
		}
		errors = t.items(errors, c, &m)
	}
	return errors
}

// maxShared is how long a code, a value or a message of a body may be that each of its violations
// has: a longer one goes to the first alone, or a report would grow with their product.
const maxShared = 1024

// inherit gives a violation the field of its body that it lacks.
func inherit(own, body *Field, first bool) {
	if own.State == Absent && (first || len(body.Text) <= maxShared) {
		*own = *body
	}
}

// details reads the errors of a bulk task.
func (t *document) details(list int32) (errors []Error) {
	if list == 0 || t.Nodes[list].Kind != tree.Container {
		return nil
	}
	if !t.List(list) {
		m := t.members(list)
		return t.violations(list, &m)
	}
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == tree.Container {
			m := t.members(c)
			errors = append(errors, t.violations(c, &m)...)
		}
	}
	return errors
}
