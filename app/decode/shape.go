package decode

import (
	"evotor-errors/app/decode/text"
	"strings"
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

func (t *tree) members(i int32) (m members) {
	for c := t.nodes[i].child; c != 0; c = t.nodes[c].next {
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
func (t *tree) member(c int32, m *members) *int32 {
	n := &t.nodes[c]
	if !n.hasKey {
		return nil
	}
	key := t.key(n)
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
var shapes = [...]func(d *decoder, t *tree, i int32, m members) (found, bool){
	(*decoder).numericShape, (*decoder).bulkShape, (*decoder).apiShape, (*decoder).bareShape, (*decoder).fiscalShape,
}

// shape recognises an error body in the container i.
func (d *decoder) shape(t *tree, i int32) (found, bool) {
	m := t.members(i)
	for _, shape := range shapes {
		if f, ok := shape(d, t, i, m); ok {
			f.node = i
			return f, true
		}
	}
	return found{}, false
}

func (d *decoder) numericShape(t *tree, i int32, m members) (found, bool) {
	if m.errors == 0 {
		return found{}, false
	}
	errors, ok := d.numeric(t, m.errors)
	return found{kind: Numeric, errors: errors}, ok
}

func (d *decoder) bulkShape(t *tree, i int32, m members) (found, bool) {
	if !t.bulk(i, &m) {
		return found{}, false
	}
	return found{kind: Bulk, errors: t.details(m.details), state: strings.ToUpper(t.text(m.status))}, true
}

func (d *decoder) apiShape(t *tree, i int32, m members) (found, bool) {
	if m.code == 0 || t.nodes[m.code].kind == container || t.nodes[m.code].null {
		return found{}, false
	}
	code := t.text(m.code)
	certain := m.violations != 0 || d.vocabulary.Code(code) && m.err == 0
	if !codeWord(code) || !certain && m.message == 0 {
		return found{}, false
	}
	return found{kind: API, errors: t.violations(i, &m), needsStatus: !certain}, true
}

func (d *decoder) bareShape(t *tree, i int32, m members) (found, bool) {
	if !d.bareError(t, i, &m) {
		return found{}, false
	}
	return found{kind: Numeric, errors: t.items(nil, i, &m), bare: true}, true
}

// complains reports whether the root is an object that has a word on what went wrong.
func (t *tree) complains() bool {
	m := t.members(0)
	return m.message != 0 || m.err != 0 || m.errors != 0 || m.detail != 0 || m.title != 0
}

// fiscalShape is the look-alike of the fiscalisation service.
func (d *decoder) fiscalShape(t *tree, i int32, m members) (found, bool) {
	if m.err == 0 || t.nodes[m.err].kind != container {
		return found{}, false
	}
	e := t.members(m.err)
	return found{kind: Other, needsStatus: true, fiscal: true}, e.code != 0 && e.errorID != 0 && (e.text != 0 || e.typ != 0)
}

// bulk reports whether an object is a bulk task that failed: it has the details of such a
// task, or the other members of one. A payment that was declined is none.
func (t *tree) bulk(i int32, m *members) bool {
	if m.status == 0 || t.nodes[m.status].kind == container {
		return false
	}
	if s := t.text(m.status); !strings.EqualFold(s, "FAILED") && !strings.EqualFold(s, "DECLINED") {
		return false
	}
	if m.details != 0 && t.nodes[m.details].kind == container && t.nodes[m.details].child != 0 {
		c := m.details
		if t.list(c) {
			c = t.nodes[c].child
		}
		of := t.members(c)
		return t.nodes[c].kind == container && (of.code != 0 || of.violations != 0 || of.message != 0 && t.find(i, "modified_at") != 0)
	}
	if m.id == 0 || m.typ == 0 {
		return false
	}
	if t.find(i, "modified_at") != 0 {
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
func (d *decoder) numeric(t *tree, list int32) ([]Error, bool) {
	if t.nodes[list].kind != container {
		return nil, false
	}
	n, counts := 0, false
	for c := t.nodes[list].child; c != 0; c = t.nodes[c].next {
		n++
	}
	if !t.list(list) { // a single error object without the array's brackets
		m := t.members(list)
		if !d.counts(t, &m) {
			return nil, false
		}
		return t.items(nil, list, &m), true
	}
	errors := make([]Error, 0, n)
	for c := t.nodes[list].child; c != 0; c = t.nodes[c].next {
		if t.nodes[c].kind != container {
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

func (d *decoder) counts(t *tree, m *members) bool {
	if m.code != 0 && t.nodes[m.code].kind != container && codeNumber(t.text(m.code)) {
		return true
	}
	return m.reason != 0 && m.subject != 0 && t.nodes[m.reason].kind != container && d.vocabulary.Reason(t.text(m.reason))
}

// bareError reports whether an object is an error object without the array around it. A
// product with a code and a name is none, nor is a confirmation code.
func (d *decoder) bareError(t *tree, i int32, m *members) bool {
	if m.code == 0 || m.foreign() > 0 || t.code || t.nodes[m.code].kind == container || !codeNumber(t.text(m.code)) || !t.mayBeBare(i) {
		return false
	}
	code := t.text(m.code)
	if d.vocabulary.Code(code) || m.reason != 0 && m.subject != 0 {
		return true
	}
	return len(code) == 4 && t.nodes[m.code].kind == bare && m.value == 0
}

// mayBeBare reports whether an object stands where a whole body may stand.
func (t *tree) mayBeBare(i int32) bool {
	for up := 0; i != 0 && up < 3; up++ {
		n := &t.nodes[i]
		if n.hasKey {
			for _, key := range [...]string{"error", "err", "body", "response", "content", "exception", "details", "detail"} {
				if t.isKey(i, key) {
					return true
				}
			}
			return false
		}
		i = n.parent
	}
	return i == 0
}

// item reads an error object.
func (t *tree) item(i int32, m *members) Error {
	e := Error{Span: t.span(i)}
	if m.code != 0 && !t.nodes[m.code].null && t.nodes[m.code].kind != container {
		e.Code, e.CodeSpan = t.text(m.code), t.inner(m.code)
	}
	e.Reason, e.Subject, e.Value, e.Message = t.field(m.reason), t.field(m.subject), t.field(m.value), t.field(m.message)
	return e
}

// items adds an error object to a list. It is the one place that does, an error being large.
//
//go:noinline
func (t *tree) items(list []Error, i int32, m *members) []Error {
	return append(list, t.item(i, m))
}

// violations reads the errors of an API error: one per violation, each with the body's
// code, or one without a subject.
func (t *tree) violations(i int32, m *members) []Error {
	body := t.item(i, m)
	if m.violations == 0 || t.nodes[m.violations].kind != container {
		return []Error{body}
	}
	var errors []Error
	for c := t.nodes[m.violations].child; c != 0; c = t.nodes[c].next {
		if t.nodes[c].kind != container {
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
func (t *tree) details(list int32) (errors []Error) {
	if list == 0 || t.nodes[list].kind != container {
		return nil
	}
	if !t.list(list) {
		m := t.members(list)
		return t.violations(list, &m)
	}
	for c := t.nodes[list].child; c != 0; c = t.nodes[c].next {
		if t.nodes[c].kind == container {
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
func (t *tree) span(i int32) Span {
	return t.view.span(int(t.nodes[i].start), int(t.nodes[i].end))
}

// inner is the place of a scalar without its quotes.
//
//go:noinline
func (t *tree) inner(i int32) Span {
	return t.view.span(int(t.nodes[i].from), int(t.nodes[i].to))
}

func (t *tree) field(i int32) Field {
	if i == 0 {
		return Field{}
	}
	n := &t.nodes[i]
	switch {
	case n.kind == container:
		return Field{State: Present, Text: t.view.text[n.start:n.end], Span: t.span(i), Cut: n.cut}
	case n.null:
		return Field{State: Null, Span: t.inner(i)}
	}
	return Field{State: Present, Text: t.text(i), Span: t.inner(i), Cut: n.cut}
}
