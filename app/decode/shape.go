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
	needsStatus bool   // counts only under an HTTP status of 400 or more
	system      string // whose look-alike it is
	doubtful    bool
	state       string
}

// A shapeKey is a key that decides the shape of an object.
type shapeKey uint8

const (
	otherKey shapeKey = iota
	errorsKey
	codeKey
	messageKey
	violationsKey
	statusKey
	detailsKey
	reasonKey
	subjectKey
	valueKey
	errKey
	idKey
	typKey
	textKey
	errorIDKey
	titleKey
	detailKey
	pathKey
	timestampKey
	shapeKeys int = iota
)

var shapeKeyOf = func() (l text.Lexicon[shapeKey]) {
	for k, word := range strings.Fields("errors code message violations status details reason subject value error id type text error_id title detail path timestamp") {
		l.Add(shapeKey(k+1), word)
	}
	return l
}()

// members are the children of an object that decide its shape, and how many others it has.
type members [shapeKeys]int32

func (t *document) members(i int32) (m members) {
	for c := t.Nodes[i].Child; c != 0; c = t.Nodes[c].Next {
		n := &t.Nodes[c]
		k := otherKey
		if n.HasKey {
			k = shapeKeyOf.Of([]byte(strings.ToLower(t.Key(n))))
		}
		if k == otherKey {
			m[k]++
			continue
		}
		m[k] = c // of duplicates the last one counts
	}
	return m
}

// foreign counts what an error object of Evotor's does not have.
func (m *members) foreign() int {
	n := int(m[otherKey])
	for k, c := range m {
		switch shapeKey(k) {
		case otherKey, codeKey, reasonKey, subjectKey, valueKey, messageKey:
		default:
			if c != 0 {
				n++
			}
		}
	}
	return n
}

// shapes are the shapes of error bodies; the first one that fits counts. To add one, add it
// here and its cases to the table of its test.
var shapes = [...]func(d *decoder, t *document, i int32, m *members) *found{
	(*decoder).lookalikeShape, (*decoder).numericShape, (*decoder).bulkShape, (*decoder).apiShape, (*decoder).bareShape,
}

// shape recognises an error body in the container i; nil if it is none.
func (d *decoder) shape(t *document, i int32) *found {
	m := t.members(i)
	for _, shape := range shapes {
		if f := shape(d, t, i, &m); f != nil {
			f.node = i
			return f
		}
	}
	return nil
}

func (d *decoder) numericShape(t *document, i int32, m *members) *found {
	if m[errorsKey] == 0 {
		return nil
	}
	errors, ok := d.numeric(t, m[errorsKey])
	if !ok {
		return nil
	}
	return &found{kind: Numeric, errors: errors, doubtful: t.doubtful(m[errorsKey])}
}

func (d *decoder) bulkShape(t *document, i int32, m *members) *found {
	if !t.bulk(i, m) {
		return nil
	}
	return &found{kind: Bulk, errors: t.details(m[detailsKey]), state: strings.ToUpper(t.Text(m[statusKey]))}
}

func (d *decoder) apiShape(t *document, i int32, m *members) *found {
	if m[codeKey] == 0 || t.Nodes[m[codeKey]].Kind == tree.Container || t.Nodes[m[codeKey]].Null {
		return nil
	}
	code := t.Text(m[codeKey])
	certain := m[violationsKey] != 0 || d.vocabulary.Code(code) && m[errKey] == 0
	if !codeWord(code) || !certain && m[messageKey] == 0 {
		return nil
	}
	return &found{kind: API, errors: t.violations(i, m), needsStatus: !certain}
}

func (d *decoder) bareShape(t *document, i int32, m *members) *found {
	if !d.bareError(t, i, m) || t.elsewhere(i, m) {
		return nil
	}
	return &found{kind: Numeric, errors: t.items(nil, i, m), bare: true}
}

// worlds are words of other worlds whose codes are the same numbers: the closing of a WebSocket,
// MySQL.
var worlds = [...]string{"websocket", "closeevent", "mysql", "going away", "wss://"}

// elsewhere reports whether a bare error is one of another world, or the labels of a metric.
func (t *document) elsewhere(i int32, m *members) bool {
	s, n := t.View.Text, &t.Nodes[0]
	if rest := s[n.End:]; n.Open == '{' && t.Dump && i == 0 && len(rest) > 1 && rest[0] == ' ' && text.Digit(rest[1]) {
		return true // errors_total{code="1005"} 3
	}
	before := s[max(0, int(n.Start)-80):n.Start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	words := strings.ToLower(before + " " + t.field(m[messageKey]).Text + " " + t.field(m[reasonKey]).Text)
	for _, w := range worlds {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// complains reports whether the root is an object that has a word on what went wrong.
func (t *document) complains() bool {
	m := t.members(0)
	return m[messageKey] != 0 || m[errKey] != 0 || m[errorsKey] != 0 || m[detailKey] != 0 || m[titleKey] != 0
}

// doubtful reports whether an item of an errors array has no documented field but its code beside
// others.
func (t *document) doubtful(list int32) bool {
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != tree.Container {
			continue
		}
		if m := t.members(c); m.foreign() > 0 && m[reasonKey]+m[subjectKey]+m[valueKey]+m[messageKey] == 0 {
			return true
		}
	}
	return false
}

// lookalikes are the answers of other systems that have a shape of Evotor's: the keys that an
// object has, and those that its error, or the first of its errors, has. To add one, add it here
// and its words to docs/errors/words.yaml.
var lookalikes = [...]struct {
	system, body, item string
	needsStatus        bool
}{
	{"fiscal", "error", "code error_id", true},
	{"cloudflare", "success errors messages", "code message", false},
	{"moysklad", "errors", "error moreInfo", false},
}

func (d *decoder) lookalikeShape(t *document, i int32, m *members) *found {
	item := max(m[errorsKey], m[errKey])
	if item == 0 || t.Nodes[item].Kind != tree.Container {
		return nil
	}
	if t.Nodes[item].Open == '[' {
		item = t.Nodes[item].Child
	}
	for _, l := range lookalikes {
		if t.has(i, l.body) && item != 0 && t.has(item, l.item) {
			return &found{kind: Other, needsStatus: l.needsStatus, system: l.system}
		}
	}
	return nil
}

// has reports whether a container has all of the keys.
func (t *document) has(i int32, keys string) bool {
	for key := range strings.FieldsSeq(keys) {
		if t.Find(i, key) == 0 {
			return false
		}
	}
	return true
}

// bulk reports whether an object is a bulk task that failed: it has the details of such a
// task, or the other members of one. A payment that was declined is none.
func (t *document) bulk(i int32, m *members) bool {
	if m[statusKey] == 0 || t.Nodes[m[statusKey]].Kind == tree.Container {
		return false
	}
	if s := t.Text(m[statusKey]); !strings.EqualFold(s, "FAILED") && !strings.EqualFold(s, "DECLINED") {
		return false
	}
	if m[detailsKey] != 0 && t.Nodes[m[detailsKey]].Kind == tree.Container && t.Nodes[m[detailsKey]].Child != 0 {
		c := m[detailsKey]
		if t.List(c) {
			c = t.Nodes[c].Child
		}
		of := t.members(c)
		return t.Nodes[c].Kind == tree.Container && (of[codeKey] != 0 || of[violationsKey] != 0 || of[messageKey] != 0 &&
			t.Find(i, "modified_at") != 0)
	}
	if m[idKey] == 0 || m[typKey] == 0 {
		return false
	}
	if t.Find(i, "modified_at") != 0 {
		return true
	}
	switch strings.ToLower(t.scalarText(m[typKey])) {
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
		if m[errorsKey] != 0 && m[codeKey] == 0 {
			continue // the next response, behind one that was cut off
		}
		counts = counts || d.counts(t, &m)
		errors = t.items(errors, c, &m)
	}
	return errors, counts
}

func (d *decoder) counts(t *document, m *members) bool {
	if m[codeKey] != 0 && t.Nodes[m[codeKey]].Kind != tree.Container && codeNumber(t.Text(m[codeKey])) {
		return true
	}
	return m[reasonKey] != 0 && m[subjectKey] != 0 && t.Nodes[m[reasonKey]].Kind != tree.Container &&
		d.vocabulary.Reason(t.Text(m[reasonKey]))
}

// bareError reports whether an object is an error object without the array around it. A
// product with a code and a name is none, nor is a confirmation code.
func (d *decoder) bareError(t *document, i int32, m *members) bool {
	if m[codeKey] == 0 || m.foreign() > 0 || t.Code || t.Nodes[m[codeKey]].Kind == tree.Container ||
		!codeNumber(t.Text(m[codeKey])) || !t.mayBeBare(i) {
		return false
	}
	code := t.Text(m[codeKey])
	if d.vocabulary.Code(code) || m[reasonKey] != 0 && m[subjectKey] != 0 {
		return true
	}
	return len(code) == 4 && t.Nodes[m[codeKey]].Kind == tree.Bare && m[valueKey] == 0
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
	if m[codeKey] != 0 && !t.Nodes[m[codeKey]].Null && t.Nodes[m[codeKey]].Kind != tree.Container {
		e.Code, e.CodeSpan = t.Text(m[codeKey]), t.inner(m[codeKey])
		n := &t.Nodes[m[codeKey]]
		e.CodeCut = t.Cut && n.Kind == tree.Bare && n.To == t.Nodes[0].End
	}
	e.Reason, e.Subject, e.Value, e.Message = t.field(m[reasonKey]), t.field(m[subjectKey]), t.field(m[valueKey]),
		t.field(m[messageKey])
	return e
}

// items adds an error object to a list. It is the one place that does, an error being large.
func (t *document) items(list []Error, i int32, m *members) []Error {
	return append(list, t.item(i, m))
}

// violations reads the errors of an API error: one per violation, each with the body's
// code, or one without a subject.
func (t *document) violations(i int32, m *members) (errors []Error) {
	body := t.item(i, m)
	if m[violationsKey] == 0 || t.Nodes[m[violationsKey]].Kind != tree.Container {
		return append(errors, body)
	}
	for c := t.Nodes[m[violationsKey]].Child; c != 0; c = t.Nodes[c].Next {
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
		errors = append(errors, body)
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
func (t *document) span(i int32) Span {
	return t.View.Span(int(t.Nodes[i].Start), int(t.Nodes[i].End))
}

// inner is the place of a scalar without its quotes.
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

// A document is a tree in which error bodies are looked for.
type document struct{ tree.Tree }

// newTree is an empty tree for a view of this depth; trees of other depths stay in use.
func (d *decoder) newTree(depth int) *document {
	for len(d.trees) <= depth {
		d.trees = append(d.trees, &document{tree.Tree{Nodes: make([]tree.Node, 0, 24), Restart: "errors"}})
	}
	return d.trees[depth]
}

func (t *document) scalarText(i int32) string {
	if n := &t.Nodes[i]; n.Kind == tree.Container || n.Null || n.To-n.From > 2048 {
		return ""
	}
	return t.Text(i)
}
