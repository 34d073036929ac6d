// Package search finds pages of the site by words: by a code, a status, a field, a reason, by
// what people say of an error, in Russian and English, whatever the endings, е or ё, the layout
// of the keyboard, and with one typing error in a word.
//
// There is one index a language, a JSON document that app/site/gen writes from docs for the
// command line and app/site puts into the script of the pages. An index holds texts alone; what
// a search needs beyond them is made in a few milliseconds when somebody first searches. The
// ranking exists twice, here and in web/rank.js, of the same functions in the same order: the
// tests hold both to the same hits.
package search

import (
	"encoding/json"
	"maps"
	"math/bits"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// An Index is what can be found, and what the ranking has to know of the languages.
type Index struct {
	Stop    []string          `json:"stop"`    // words that say nothing of what is looked for
	Endings map[string]string `json:"endings"` // of words by kind, as regular expressions that Go and JavaScript read alike
	Layouts []string          `json:"layouts"` // the keys of a keyboard in one layout and in the other
	Docs    []Doc             `json:"docs"`    // of equal hits the first comes first
	Text    string            `json:"text"`    // the stems of their texts, each with the documents that have it: see pack

	endings map[string]*regexp.Regexp
	terms   []term // the words of all documents
	phrases []phrases
}

// A Doc is a page, or a section of one.
type Doc struct {
	Path    string   `json:"path"`            // below the root of the language: errors/1003/
	Label   string   `json:"label,omitempty"` // the code, or the status
	Title   string   `json:"title"`
	Names   []string `json:"names,omitempty"`   // other titles: in the other language, that of a status
	Of      string   `json:"of,omitempty"`      // the title of the guide that a section is of
	Codes   []string `json:"codes,omitempty"`   // words that mean this document and no other
	Status  string   `json:"status,omitempty"`  // of HTTP, that the document has among others
	Phrases []string `json:"phrases,omitempty"` // what else it is called
	Text    string   `json:"-"`                 // what else it says: its words go into Index.Text
}

// A Hit is a document that a query finds.
type Hit struct {
	*Doc
	Also  string   // the phrase that the query found, or its words in the text, if the title shows none
	Words []string // the words of Title and Also that are to be marked
}

// Phrases are names and phrases of a document as stems with a space before, between and behind.
type phrases struct{ names, others []string }

// A term is a word and how much it counts for each document that has it.
type term struct {
	word, stem string
	length     int // of the stem, in letters
	counts     map[int]int
}

const (
	inTitle, inPhrase, inText    = 6, 4, 1  // how much a word counts by where it stands
	same, begins, near           = 4, 2, 1  // and by how it fits: the same but for its ending, the beginning, a typing error
	wholeName, whole             = 200, 100 // a query that is a name or a phrase,
	insideName, inside           = 60, 2    // and one that is part of it
	phraseWord                   = 4        // for each word of a phrase that stands in the query
	itsCode, itsStatus           = 1000, 500
	shortest, shortestMisspelled = 3, 4 // words that are looked for, and with an error
	most                         = 300  // characters of a query
)

// New makes an index of documents.
func New(docs []Doc) *Index {
	x := &Index{Stop: stop, Endings: endings, Layouts: layouts, Docs: docs}
	x.compile()
	x.pack()
	x.prepare()
	return x
}

// firstDoc stands for the first document in Index.Text, the next character for the next one.
const firstDoc = 'Ā'

// pack writes the stems of the documents' texts in alphabetical order, behind each the characters
// of the documents that have it.
func (x *Index) pack() {
	having := map[string]string{}
	for i := range x.Docs {
		var known []string
		for _, w := range words(strings.Join(slices.Concat(x.Docs[i].names(), x.Docs[i].Phrases), " ")) {
			known = append(known, x.stem(w))
		}
		for _, w := range words(x.Docs[i].Of + " " + x.Docs[i].Text) {
			if strings.ContainsAny(w, "0123456789") && (len(w) > 4 || !digits(w)) {
				continue // a piece of an identifier
			}
			if stem := x.stem(w); x.counts(w) && !slices.Contains(known, stem) {
				known = append(known, stem)
				having[stem] += string(firstDoc + rune(i))
			}
		}
	}
	for _, stem := range slices.Sorted(maps.Keys(having)) {
		x.Text += stem + having[stem]
	}
}

// Read reads an index.
func Read(data []byte) (*Index, error) {
	x := &Index{}
	if err := json.Unmarshal(data, x); err != nil {
		return nil, err
	}
	x.compile()
	x.prepare()
	return x, nil
}

func (x *Index) compile() {
	x.endings = map[string]*regexp.Regexp{}
	for kind, pattern := range x.Endings {
		x.endings[kind] = regexp.MustCompile(pattern)
	}
}

// prepare collects the words of the documents.
func (x *Index) prepare() {
	terms := map[string]int{}
	add := func(doc, count int, text string) {
		for _, w := range words(text) {
			if !x.counts(w) {
				continue
			}
			i, ok := terms[w]
			if !ok {
				i = len(x.terms)
				terms[w] = i
				x.terms = append(x.terms, newTerm(w, x.stem(w)))
			}
			x.terms[i].counts[doc] = max(x.terms[i].counts[doc], count)
		}
	}
	x.phrases = make([]phrases, len(x.Docs))
	for i := range x.Docs {
		d, p := &x.Docs[i], &x.phrases[i]
		for _, text := range d.names() {
			add(i, inTitle, text)
			p.names = append(p.names, x.phrase(words(text)))
		}
		for _, text := range d.Phrases {
			add(i, inPhrase, text)
			p.others = append(p.others, x.phrase(words(text)))
		}
	}
	for _, m := range textPattern.FindAllStringSubmatch(x.Text, -1) {
		t := newTerm(m[1], m[1])
		for _, r := range m[2] {
			t.counts[int(r-firstDoc)] = inText
		}
		x.terms = append(x.terms, t)
	}
}

func newTerm(word, stem string) term {
	return term{word, stem, utf8.RuneCountInString(stem), map[int]int{}}
}

var textPattern = regexp.MustCompile(`([0-9a-zа-я]+)([^0-9a-zа-я]+)`)

// names are the titles of a document.
func (d *Doc) names() []string { return append([]string{d.Title, d.Label}, d.Names...) }

// Find finds the documents of a query, the best first.
func (x *Index) Find(query string) []Hit {
	if r := []rune(query); len(r) > most {
		query = string(r[:most])
	}
	if hits := x.find(query); hits != nil || len(words(query)) == 0 {
		return hits
	}
	return x.find(x.otherLayout(query))
}

// A match is what a word of the query finds.
type match struct {
	counts map[int]int     // by document
	found  map[string]bool // the words it stands for
	word   string          // of the query
	stem   string          // of the word, or of the right one
	weight int             // rare words weigh more
}

func (x *Index) find(query string) []Hit {
	list := words(query)
	var matches []match
	phrase, all := "", 0
	for _, w := range list {
		if m, ok := x.match(w); ok {
			matches = append(matches, m)
			all += m.weight
			phrase += " " + m.stem
		}
	}
	if phrase != "" {
		phrase += " "
	}
	scores := map[int]int{}
	var order []int
	for i := range x.Docs {
		score, weight := x.called(i, list), 0
		named := score > 0
		for _, m := range matches {
			if n := m.counts[i]; n > 0 {
				score += n * m.weight
				weight += m.weight
			}
		}
		// All of a few words, or most of a sentence.
		if !named && (weight == 0 || weight < all && (len(matches) < 3 || weight*10 < all*7)) {
			continue
		}
		scores[i] = score + x.bonus(i, phrase)
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return scores[b] - scores[a] })
	var hits []Hit
	for _, i := range order {
		hits = append(hits, x.hit(i, matches))
	}
	return hits
}

// match looks a word up. It is not ok for a word that says nothing.
func (x *Index) match(w string) (m match, ok bool) {
	if !x.counts(w) {
		return m, false
	}
	stem := x.stem(w)
	length := utf8.RuneCountInString(stem)
	m = match{counts: map[int]int{}, found: map[string]bool{}, word: w, stem: stem}
	x.collect(&m, func(t *term) int {
		switch {
		case t.word == w || t.stem == stem:
			return same
		case strings.HasPrefix(t.stem, stem):
			return begins
		}
		return 0
	})
	if len(m.found) == 0 && utf8.RuneCountInString(w) >= shortestMisspelled && !digits(w) {
		if slices.ContainsFunc(x.Stop, func(s string) bool { return utf8.RuneCountInString(s) > shortestMisspelled && misspelled(w, s) }) {
			return m, false
		}
		x.collect(&m, func(t *term) int {
			if t.length >= shortestMisspelled && length-t.length <= 2 && strings.HasPrefix(stem, t.stem) {
				return begins
			}
			if utf8.RuneCountInString(t.word) < shortestMisspelled || digits(t.word) || !misspelled(w, t.word) && !misspelled(stem, t.stem) {
				return 0
			}
			if len(m.found) == 0 {
				m.stem = t.stem
			}
			return near
		})
	}
	m.weight = bits.Len(uint(len(x.Docs) / max(len(m.counts), 1)))
	return m, true
}

// collect adds the terms that fit.
func (x *Index) collect(m *match, fits func(*term) int) {
	for i := range x.terms {
		t := &x.terms[i]
		if n := fits(t); n > 0 {
			m.found[t.word] = true
			for doc, count := range t.counts {
				m.counts[doc] = max(m.counts[doc], n*count)
			}
		}
	}
}

// called is how much a document counts for being called by its code or its status.
func (x *Index) called(i int, query []string) (score int) {
	d := &x.Docs[i]
	for _, w := range query {
		if len(w) == 3 && w[0] == '5' && digits(w) {
			w = "5xx"
		}
		if slices.Contains(d.Codes, w) {
			score += itsCode
		} else if w == d.Status {
			score += itsStatus
		}
	}
	return score
}

// bonus is how much a document counts for having the query as a phrase, or a phrase in it.
func (x *Index) bonus(i int, query string) (score int) {
	if query == "" {
		return 0
	}
	add := func(list []string, all, part int) {
		for _, p := range list {
			switch {
			case p == query:
				score += all
			case p != "" && strings.Contains(query, p):
				score += phraseWord * (strings.Count(p, " ") - 1)
			case strings.Contains(p, query):
				score += part
			}
		}
	}
	add(x.phrases[i].names, wholeName, insideName)
	add(x.phrases[i].others, whole, inside)
	return score
}

// hit says what of a document the query found.
func (x *Index) hit(i int, matches []match) Hit {
	h := Hit{Doc: &x.Docs[i]}
	found := func(text string) (list []string) {
		for _, w := range words(text) {
			if slices.ContainsFunc(matches, func(m match) bool { return m.found[w] }) {
				list = append(list, w)
			}
		}
		return list
	}
	h.Words = found(h.Label + " " + h.Title)
	best := len(h.Words)
	for _, p := range slices.Concat(h.Names, h.Phrases) {
		if n := len(found(p)); n > best {
			h.Also, best = p, n
		}
	}
	if best == 0 {
		for _, m := range matches {
			if m.counts[i] > 0 {
				h.Also = strings.TrimSpace(h.Also + " " + m.word)
			}
		}
		h.Words = words(h.Also)
		return h
	}
	h.Words = append(h.Words, found(h.Also)...)
	return h
}
