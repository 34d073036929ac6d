package secret

import (
	"sort"
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// shortest is how long a value must be to be looked for elsewhere, and longest how much of one
// must be there: less could be a coincidence.
const (
	shortest = 6
	longest  = 64
)

// Values are what is to be covered wherever it recurs.
type Values struct {
	all    map[string]bool
	list   []string // those that are long enough, sorted; nil if all has more
	root   []int    // of each in the list, how long the shortest one is that it begins with
	begins []bool   // the first two bytes of those in the list
}

// Add adds a value.
func (v *Values) Add(value string) {
	if v.all[value] {
		return
	}
	if v.all == nil {
		v.all = map[string]bool{}
	}
	v.all[value] = true
	v.list = nil
}

// Has reports whether a text is one of the values.
func (v *Values) Has(s string) bool { return v.all[s] }

// AddSecret adds a secret, and of cookies each one.
func (v *Values) AddSecret(value string) {
	v.Add(value)
	for pair := range strings.SplitSeq(value, ";") {
		if _, cookie, ok := strings.Cut(pair, "="); ok {
			v.Add(strings.TrimSpace(cookie))
		}
	}
}

// List are the values that are long enough to be looked for, sorted.
func (v *Values) List() []string {
	if len(v.all) == 0 {
		return nil
	}
	v.sort()
	return v.list
}

// Find finds the places where values recur, in order and apart. A value of which the beginning
// alone recurs counts as far as it goes, if that is long.
func (v *Values) Find(s string) (list []text.Span) {
	if len(v.all) == 0 {
		return nil
	}
	v.sort()
	for i := 0; i+shortest <= len(s); {
		n := 0
		if v.begins[beginning(s[i:])] {
			n = v.at(s[i:])
		}
		if n > 0 {
			list = append(list, text.Span{Start: i, End: i + n})
		}
		i += max(n, 1)
	}
	return list
}

// at is how many bytes at the beginning of s are those of a value; 0 if none are. Of all
// values, the neighbours in the order of the list have most in common with s.
func (v *Values) at(s string) int {
	k := sort.Search(len(v.list), func(k int) bool { return v.list[k] > s })
	n, whole := 0, false
	if k > 0 {
		n = common(v.list[k-1], s)
		whole = v.root[k-1] <= n
	}
	if k < len(v.list) {
		n = max(n, common(v.list[k], s))
	}
	if !whole && n < longest {
		return 0
	}
	return n
}

// beginning is the first two bytes of a value.
func beginning(s string) int { return int(s[0])<<8 | int(s[1]) }

// common is how many bytes two strings have in common.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func (v *Values) sort() {
	if v.list != nil {
		return
	}
	v.list = make([]string, 0, len(v.all))
	for value := range v.all {
		if len(value) >= shortest {
			v.list = append(v.list, value)
		}
	}
	sort.Strings(v.list)
	v.root, v.begins = make([]int, len(v.list)), make([]bool, 1<<16)
	for k, value := range v.list {
		v.root[k] = len(value)
		if k > 0 && strings.HasPrefix(value, v.list[k-1][:v.root[k-1]]) {
			v.root[k] = v.root[k-1]
		}
		v.begins[beginning(value)] = true
	}
}

// Cover is a text with its secrets, which its own words name, and the known values masked. From a
// secret on that is no single word it is left out.
func Cover(s string, known *Values) string {
	spans := known.Find(s)
	for _, f := range Find(s) {
		if f.Kind != Secret {
			continue
		}
		if endOfWord(s, f.Start) < f.End {
			f.End = len(s)
		}
		spans = append(spans, f.Span)
	}
	if len(spans) == 0 {
		return s
	}
	out := Replace(s, text.Join(spans))
	if !utf8.ValidString(out) {
		return Masked // a value was half a character
	}
	return out
}

// Replace puts Masked in the place of spans, which lie in order and apart.
func Replace(s string, spans []text.Span) string {
	var b strings.Builder
	end := 0
	for _, p := range spans {
		b.WriteString(s[end:p.Start])
		b.WriteString(Masked)
		end = p.End
	}
	b.WriteString(s[end:])
	return b.String()
}
