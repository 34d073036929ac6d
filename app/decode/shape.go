package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

// A found is an error body in a tree.
type found struct {
	kind        Kind
	node        int32
	errors      []Error
	bare        bool
	needsStatus bool // counts only under an HTTP status of 400 or more
	fiscal      bool
	state       string
}

// members are the children of an object that decide its shape.
type members struct {
	errors, code, message, violations, status, details  int32
	reason, subject, value, err, id, typ, text, errorID int32
	title, detail, path, timestamp                      int32
	others                                              int // children that no error object has
}

func (t *document) members(i int32) (m members) {
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		slot := t.member(c, &m)
		if slot == nil {
			m.others++
			continue
		}
		*slot = c // of duplicates the last one counts
	}
	return m
}

// member is the slot of the child c, nil if no shape has it.
func (t *document) member(c int32, m *members) *int32 {
	n := &t.Nodes[c]
	if !n.HasKey {
		return nil
	}
	key := t.Key(n)
	slot := m.slot(key)
	if slot == nil {
		if lower := strings.ToLower(key); lower != key {
			slot = m.slot(lower)
		}
	}
	return slot
}

func (m *members) slot(key string) *int32 {
	switch key {
	case "code":
		return &m.code
	case "reason":
		return &m.reason
	case "subject":
		return &m.subject
	case "value":
		return &m.value
	case "errors":
		return &m.errors
	case "message":
		return &m.message
	case "violations":
		return &m.violations
	case "status":
		return &m.status
	case "details":
		return &m.details
	case "error":
		return &m.err
	case "id":
		return &m.id
	case "type":
		return &m.typ
	case "text":
		return &m.text
	case "error_id":
		return &m.errorID
	case "title":
		return &m.title
	case "detail":
		return &m.detail
	case "path":
		return &m.path
	case "timestamp":
		return &m.timestamp
	}
	return nil
}

// foreign counts what an error object of Evotor's does not have.
func (m *members) foreign() int {
	n := m.others
	for _, c := range [...]int32{m.errors, m.violations, m.status, m.details, m.err, m.id, m.typ, m.text, m.errorID, m.title, m.detail, m.path, m.timestamp} {
		if c != 0 {
			n++
		}
	}
	return n
}

// shapes are the shapes of error bodies; the first one that fits counts. To add one, add it
// here and its cases to the table of its test.
var shapes = [...]func(d *decoder, t *document, i int32, m members) (found, bool){
	(*decoder).numericShape, (*decoder).bulkShape, (*decoder).apiShape, (*decoder).bareShape, (*decoder).fiscalShape,
}

// shape recognises an error body in the container i.
func (d *decoder) shape(t *document, i int32) (found, bool) {
	m := t.members(i)
	for _, shape := range shapes {
		if f, ok := shape(d, t, i, m); ok {
			f.node = i
			return f, true
		}
	}
	return found{}, false
}

func (d *decoder) numericShape(t *document, i int32, m members) (found, bool) {
	if m.errors == 0 {
		return found{}, false
	}
	errors, ok := d.numeric(t, m.errors)
	return found{kind: Numeric, errors: errors}, ok
}

func (d *decoder) bulkShape(t *document, i int32, m members) (found, bool) {
	if !t.bulk(i, &m) {
		return found{}, false
	}
	return found{kind: Bulk, errors: t.details(m.details), state: strings.ToUpper(t.Text(m.status))}, true
}

func (d *decoder) apiShape(t *document, i int32, m members) (found, bool) {
	if m.code == 0 || t.Nodes[m.code].Kind == tree.Container || t.Nodes[m.code].Null {
		return found{}, false
	}
	code := t.Text(m.code)
	certain := m.violations != 0 || d.vocabulary.Code(code) && m.err == 0
	if !codeWord(code) || !certain && m.message == 0 {
		return found{}, false
	}
	return found{kind: API, errors: t.violations(i, &m), needsStatus: !certain}, true
}

func (d *decoder) bareShape(t *document, i int32, m members) (found, bool) {
	if !d.bareError(t, i, &m) {
		return found{}, false
	}
	return found{kind: Numeric, errors: t.items(nil, i, &m), bare: true}, true
}

// complains reports whether the root is an object that has a word on what went wrong.
func (t *document) complains() bool {
	m := t.members(0)
	return m.message != 0 || m.err != 0 || m.errors != 0 || m.detail != 0 || m.title != 0
}

// fiscalShape is the look-alike of the fiscalisation service.
func (d *decoder) fiscalShape(t *document, i int32, m members) (found, bool) {
	if m.err == 0 || t.Nodes[m.err].Kind != tree.Container {
		return found{}, false
	}
	e := t.members(m.err)
	return found{kind: Other, needsStatus: true, fiscal: true}, e.code != 0 && e.errorID != 0 && (e.text != 0 || e.typ != 0)
}

// bulk reports whether an object is a bulk task that failed: it has the details of such a
// task, or the other members of one. A payment that was declined is none.
func (t *document) bulk(i int32, m *members) bool {
	if m.status == 0 || t.Nodes[m.status].Kind == tree.Container {
		return false
	}
	if s := t.Text(m.status); !strings.EqualFold(s, "FAILED") && !strings.EqualFold(s, "DECLINED") {
		return false
	}
	if m.details != 0 && t.Nodes[m.details].Kind == tree.Container && t.Nodes[m.details].Child != 0 {
		c := m.details
		if t.List(c) {
			c = t.Nodes[c].Child
		}
		of := t.members(c)
		return t.Nodes[c].Kind == tree.Container && (of.code != 0 || of.violations != 0 || of.message != 0 && t.Find(i, "modified_at") != 0)
	}
	if m.id == 0 || m.typ == 0 {
		return false
	}
	if t.Find(i, "modified_at") != 0 {
		return true
	}
	switch strings.ToLower(t.scalarText(m.typ)) {
	case "product", "product_group", "product-group", "product_image", "device", "employee", "store", "document":
		return true
	}
	return false
}

// numeric reads the items of an errors array. It counts when one of them has a numeric
// code, or a documented reason with a subject.
func (d *decoder) numeric(t *document, list int32) ([]Error, bool) {
	if t.Nodes[list].Kind != tree.Container {
		return nil, false
	}
	n, counts := 0, false
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		n++
	}
	if !t.List(list) { // a single error object without the array's brackets
		m := t.members(list)
		if !d.counts(t, &m) {
			return nil, false
		}
		return t.items(nil, list, &m), true
	}
	errors := make([]Error, 0, n)
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != tree.Container {
			continue
		}
		m := t.members(c)
		if m.errors != 0 && m.code == 0 {
			continue // the next response, behind one that was cut off
		}
		counts = counts || d.counts(t, &m)
		errors = t.items(errors, c, &m)
	}
	return errors, counts
}

func (d *decoder) counts(t *document, m *members) bool {
	if m.code != 0 && t.Nodes[m.code].Kind != tree.Container && codeNumber(t.Text(m.code)) {
		return true
	}
	return m.reason != 0 && m.subject != 0 && t.Nodes[m.reason].Kind != tree.Container && d.vocabulary.Reason(t.Text(m.reason))
}

// bareError reports whether an object is an error object without the array around it. A
// product with a code and a name is none, nor is a confirmation code.
func (d *decoder) bareError(t *document, i int32, m *members) bool {
	if m.code == 0 || m.foreign() > 0 || t.Code || t.Nodes[m.code].Kind == tree.Container || !codeNumber(t.Text(m.code)) || !t.mayBeBare(i) {
		return false
	}
	code := t.Text(m.code)
	if d.vocabulary.Code(code) || m.reason != 0 && m.subject != 0 {
		return true
	}
	return len(code) == 4 && t.Nodes[m.code].Kind == tree.Bare && m.value == 0
}

// mayBeBare reports whether an object stands where a whole body may stand.
func (t *document) mayBeBare(i int32) bool {
	for up := 0; i != 0 && up < 3; up++ {
		n := &t.Nodes[i]
		if n.HasKey {
			for _, key := range [...]string{"error", "err", "body", "response", "content", "exception", "details", "detail"} {
				if t.IsKey(i, key) {
					return true
				}
			}
			return false
		}
		i = n.Parent
	}
	return i == 0
}

// item reads an error object.
func (t *document) item(i int32, m *members) Error {
	e := Error{Span: t.span(i)}
	if m.code != 0 && !t.Nodes[m.code].Null && t.Nodes[m.code].Kind != tree.Container {
		e.Code, e.CodeSpan = t.Text(m.code), t.inner(m.code)
	}
	e.Reason, e.Subject, e.Value, e.Message = t.field(m.reason), t.field(m.subject), t.field(m.value), t.field(m.message)
	return e
}

// items adds an error object to a list. It is the one place that does, an error being large.
//
//go:noinline
func (t *document) items(list []Error, i int32, m *members) []Error {
	return append(list, t.item(i, m))
}

// violations reads the errors of an API error: one per violation, each with the body's
// code, or one without a subject.
func (t *document) violations(i int32, m *members) []Error {
	body := t.item(i, m)
	if m.violations == 0 || t.Nodes[m.violations].Kind != tree.Container {
		return []Error{body}
	}
	var errors []Error
	for c := t.Nodes[m.violations].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != tree.Container {
			continue
		}
		of := t.members(c)
		e := t.item(c, &of)
		first := len(errors) == 0
		if e.Code == "" && (first || len(body.Code) <= maxShared) {
			e.Code, e.CodeSpan = body.Code, body.CodeSpan
		}
		inherit(&e.Value, &body.Value, first)
		inherit(&e.Message, &body.Message, first)
		errors = append(errors, e)
	}
	if len(errors) == 0 {
		return []Error{body}
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

// codeNumber reports whether a code is one of a webhook: digits, perhaps with an empty
// fraction.
func codeNumber(code string) bool {
	i := 0
	for i < len(code) && code[i] == ' ' {
		i++
	}
	start := i
	for i < len(code) && text.Digit(code[i]) {
		i++
	}
	if i == start || i-start > 9 {
		return false
	}
	if i < len(code) && code[i] == '.' {
		for i++; i < len(code) && code[i] == '0'; i++ {
		}
	}
	for i < len(code) && code[i] == ' ' {
		i++
	}
	return i == len(code)
}

// codeWord reports whether a code is one of the REST API: a word.
func codeWord(code string) bool {
	if code == "" || len(code) > 80 || !text.Letter(code[0]) {
		return false
	}
	for i := 0; i < len(code); i++ {
		if !text.WordByte(code[i]) && code[i] != '-' && code[i] != '.' {
			return false
		}
	}
	return true
}

// Places and fields.

// span is the place of a node.
//
//go:noinline
func (t *document) span(i int32) Span {
	return t.View.Span(int(t.Nodes[i].Start), int(t.Nodes[i].End))
}

// inner is the place of a scalar without its quotes.
//
//go:noinline
func (t *document) inner(i int32) Span {
	return t.View.Span(int(t.Nodes[i].From), int(t.Nodes[i].To))
}

func (t *document) field(i int32) Field {
	if i == 0 {
		return Field{}
	}
	n := &t.Nodes[i]
	switch {
	case n.Kind == tree.Container:
		return Field{State: Present, Text: t.View.Text[n.Start:n.End], Span: t.span(i), Cut: n.Cut}
	case n.Null:
		return Field{State: Null, Span: t.inner(i)}
	}
	return Field{State: Present, Text: t.Text(i), Span: t.inner(i), Cut: n.Cut}
}
