package catalog

import (
	"math/bits"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// Search finds the published entries that a few words or a sentence speak of, the best first:
// words of a title, a reason or a keyword count more than those of a text. Endings, ё and the
// layout of the keyboard do not matter. A query of codes and statuses, such as "код 2002", finds
// those alone.
func Search(query string) []*Entry {
	for _, q := range [...]string{query, otherLayout(query)} {
		if e, ok := Lookup(strings.TrimSpace(q)); ok {
			return []*Entry{e}
		}
		if list := numbered(q); len(list) > 0 {
			return list
		}
		if list := search(stems(q)); len(list) > 0 {
			return list
		}
	}
	return nil
}

// numbered finds the entries of a query that names nothing but codes and statuses.
func numbered(query string) []*Entry {
	var list []*Entry
	for _, w := range wordsOf(query) {
		if slices.Contains(stopWords, w) {
			continue
		}
		e, ok := Lookup(w)
		if status, err := strconv.Atoi(w); !ok && err == nil && 400 <= status && status <= 599 {
			e, ok = ByStatus(status), true
		}
		if !ok {
			return nil
		}
		if e.Published && !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// A term is the stem of a word that an entry has, and how much it counts.
type term struct {
	stem  string
	count int
}

// A searched entry has its terms, and its phrases: a title, a reason or a keyword each.
type searched struct {
	*Entry
	terms   []term
	phrases []string // stems with a space before, between and behind them
}

// index is made when somebody first searches.
var index = sync.OnceValue(func() []searched {
	var list []searched
	for _, e := range All() {
		s := searched{Entry: e}
		add := func(text string, count int) {
			for _, stem := range stems(text) {
				s.terms = append(s.terms, term{stem, count})
			}
		}
		phrase := func(text string) {
			add(text, 4)
			if p := phraseOf(stems(text)); p != "" {
				s.phrases = append(s.phrases, p)
			}
		}
		for _, text := range e.Text {
			phrase(text.Title)
			add(text.Meaning, 1)
		}
		for _, text := range e.Reasons {
			phrase(text)
		}
		for text := range strings.SplitSeq(e.Keywords, ",") {
			phrase(text)
		}
		add(e.Code+" "+e.Name, 4)
		list = append(list, s)
	}
	return list
})

func phraseOf(stems []string) string {
	if len(stems) == 0 {
		return ""
	}
	return " " + strings.Join(stems, " ") + " "
}

// best is how much the word q counts for the entry; 0 if it does not have it.
func (s *searched) best(q string) (count int) {
	for _, t := range s.terms {
		if t.count > count && t.is(q) {
			count = t.count
		}
	}
	return count
}

// search finds the entries that have all of a few words, or most of a sentence: rare words weigh
// more. An entry that has the query as a phrase comes first.
func search(query []string) []*Entry {
	if len(query) == 0 {
		return nil
	}
	entries := index()
	counts := make([][]int, len(query)) // by word and entry
	weights := make([]int, len(query))
	total := 0
	for i, q := range query {
		counts[i] = make([]int, len(entries))
		having := 0
		for k := range entries {
			if counts[i][k] = entries[k].best(q); counts[i][k] > 0 {
				having++
			}
		}
		weights[i] = bits.Len(uint(len(entries) / max(having, 1)))
		total += weights[i]
	}
	type hit struct {
		entry *Entry
		score int
	}
	var hits []hit
	phrase := phraseOf(query)
	for k := range entries {
		score, matched := 0, 0
		for i := range query {
			if n := counts[i][k]; n > 0 {
				score += n * weights[i]
				matched += weights[i]
			}
		}
		if matched < total && (len(query) < 3 || matched*10 < total*7) {
			continue
		}
		for _, p := range entries[k].phrases {
			switch {
			case p == phrase:
				score += 100
			case strings.Contains(phrase, p):
				score += 4 * (strings.Count(p, " ") - 1)
			case strings.Contains(p, phrase):
				score += 2
			}
		}
		hits = append(hits, hit{entries[k].Entry, score})
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].score > hits[j].score })
	list := make([]*Entry, len(hits))
	for i, h := range hits {
		list[i] = h.entry
	}
	return list
}

// is reports whether the term is a word that begins like the stem q.
func (t term) is(q string) bool {
	return strings.HasPrefix(t.stem, q) || len(t.stem) >= 4 && strings.HasPrefix(q, t.stem)
}

func wordsOf(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "ё", "е")
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// stems are the stems of the words of a text.
func stems(text string) []string {
	list := wordsOf(text)
	out := list[:0]
	for _, w := range list {
		if s := stem(w); len(s) > 1 && !slices.Contains(stopWords, w) {
			out = append(out, s)
		}
	}
	return out
}

// stopWords say nothing of what an error is about.
var stopWords = []string{
	"не", "и", "или", "а", "но", "за", "от", "до", "для", "у", "из", "о", "об", "мне", "меня", "мой", "это", "есть", "нет", "почему", "or", "and", "for", "my", "why", "no",
	"в", "с", "на", "по", "при", "что", "как", "эвотор", "evotor", "the", "a", "is", "not", "of", "to", "in", "on",
	"ошибка", "ошибки", "ошибку", "код", "кода", "статус", "статуса", "хттп", "error", "errors", "code", "status", "http",
}

// endings of words, longer ones first.
var endings = []string{
	"иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ться", "ает", "яет", "ует", "ены", "ена", "ено", "ющий", "ный", "ная", "ное", "ных",
	"ия", "ии", "ию", "ой", "ей", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ен", "ет", "ит", "ть",
	"а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й",
	"ing", "ed", "es", "s",
}

// stem takes an ending off a word, and leaves at least three letters of it.
func stem(w string) string {
	if s, ok := strings.CutPrefix(w, "не"); ok && len([]rune(s)) >= 5 {
		w = s // неактивен, не активен
	}
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len([]rune(s)) >= 3 {
			return s
		}
	}
	return w
}

// otherLayout is what was meant by a text typed in the wrong layout of the keyboard.
func otherLayout(s string) string {
	const latin, russian = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"
	from, to := []rune(latin), []rune(russian)
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if i := slices.Index(from, r); i >= 0 {
			return to[i]
		}
		if i := slices.Index(to, r); i >= 0 {
			return from[i]
		}
		return r
	}, s)
}
