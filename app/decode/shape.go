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

// shape recognises an error body in the container i: the first shape that fits counts. To add one,
// add it here and its cases to the table of its test.
func (d *decoder) shape(t *document, i int32, f *found) bool {
	m := t.members(i)
	f.node = i
	return t.lookalikeShape(i, &m, f) || d.numericShape(t, &m, f) || t.bulkShape(i, &m, f) || d.apiShape(t, i, &m, f) ||
		d.bareShape(t, i, &m, f)
}

func (d *decoder) numericShape(t *document, m *members, f *found) bool {
	return m[errorsKey] != 0 && d.numeric(t, m[errorsKey], f)
}

func (t *document) bulkShape(i int32, m *members, f *found) bool {
	if !t.bulk(i, m) {
		return false
	}
	f.kind, f.errors, f.state = Bulk, t.details(m[detailsKey]), strings.ToUpper(t.Text(m[statusKey]))
	return true
}

func (d *decoder) apiShape(t *document, i int32, m *members, f *found) bool {
	if m[codeKey] == 0 || t.Nodes[m[codeKey]].Kind == tree.Container || t.Nodes[m[codeKey]].Null {
		return false
	}
	code := t.Text(m[codeKey])
	certain := m[violationsKey] != 0 || d.vocabulary.Code(code) && m[errKey] == 0
	if !codeWord(code) || !certain && m[messageKey] == 0 {
		return false
	}
	f.kind, f.errors, f.needsStatus = API, t.violations(i, m), !certain
	return true
}

func (d *decoder) bareShape(t *document, i int32, m *members, f *found) bool {
	if !d.bareError(t, i, m) || t.elsewhere(m) || i == 0 && t.metric() {
		return false
	}
	f.kind, f.errors, f.bare = Numeric, t.items(nil, i, m), true
	f.doubtful = m[messageKey] != 0 && m[reasonKey]+m[subjectKey]+m[valueKey] == 0 // as many others write it
	return true
}

// worlds are words of other worlds whose codes are the same numbers: the closing of a WebSocket,
// MySQL.
var worlds = [...]string{"websocket", "closeevent", "mysql", "going away", "wss://", "socket close", "sqlstate"}

// metric reports whether a document holds the labels of a metric: errors_total{code="1005"} 3
func (t *document) metric() bool {
	n := &t.Nodes[0]
	rest := t.View.Text[n.End:]
	return n.Open == '{' && t.Dump && len(rest) > 1 && rest[0] == ' ' && text.Digit(rest[1])
}

// elsewhere reports whether a bare error is one of another world.
func (t *document) elsewhere(m *members) bool {
	s, n := t.View.Text, &t.Nodes[0]
	before := s[max(0, int(n.Start)-80):n.Start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	words := strings.ToLower(before + " " + t.scalarText(m[messageKey]) + " " + t.scalarText(m[reasonKey]))
	for _, w := range worlds {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// lookalikes are the answers of other systems that have a shape of Evotor's: the keys that an
// object has, and those that its error, or the first of its errors, has. To add one, add it here
// and its words to docs/errors/words.yaml.
var lookalikes = [...]struct {
	system      string
	body, item  []string
	needsStatus bool
}{
	{"fiscal", []string{"error"}, []string{"error_id", "code"}, true},
	{"cloudflare", []string{"success", "errors", "messages"}, []string{"message", "code"}, false},
	{"moysklad", []string{"errors"}, []string{"moreInfo", "error"}, false},
}

func (t *document) lookalikeShape(i int32, m *members, f *found) bool {
	item := max(m[errorsKey], m[errKey])
	if item == 0 || t.Nodes[item].Kind != tree.Container {
		return false
	}
	if t.Nodes[item].Open == '[' {
		item = t.Nodes[item].Child
	}
	for k := range lookalikes {
		if l := &lookalikes[k]; item != 0 && t.has(item, l.item) && t.has(i, l.body) {
			f.kind, f.needsStatus, f.system = Other, l.needsStatus, l.system
			return true
		}
	}
	return false
}

// has reports whether a container has all of the keys.
func (t *document) has(i int32, keys []string) bool {
	for _, key := range keys {
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
func (d *decoder) numeric(t *document, list int32, f *found) (counts bool) {
	if t.Nodes[list].Kind != tree.Container {
		return false
	}
	f.kind = Numeric
	if !t.List(list) { // a single error object without the array's brackets
		m := t.members(list)
		if counts = d.counts(t, &m); counts {
			f.errors = t.items(nil, list, &m)
		}
		return counts
	}
	n := 0
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		n++
	}
	f.errors = d.errors.take(n)[:0]
	for c := t.Nodes[list].Child; c != 0; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != tree.Container {
			continue
		}
		m := t.members(c)
		f.doubtful = f.doubtful || m.doubtful()
		if m[errorsKey] != 0 && m[codeKey] == 0 {
			continue // the next response, behind one that was cut off
		}
		counts = counts || d.counts(t, &m)
		f.errors = t.items(f.errors, c, &m)
	}
	return counts
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
