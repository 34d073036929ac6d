package search

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// layouts are the keys of a keyboard in the Latin and in the Russian layout.
var layouts = []string{"qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"}

// stop are the words that say nothing of what is looked for.
var stop = []string{
	"или", "для", "мне", "меня", "мой", "это", "эта", "этот", "есть", "нет", "при", "что", "как", "где", "так",
	"почему", "зачем", "когда", "если", "такое", "значит", "делать", "взять",
	"эвотор", "эвотора", "эвоторе", "evotor", "ошибка", "ошибки", "ошибку", "ошибкой", "ошибке", "ошибок",
	"код", "кода", "кодом", "статус", "статуса", "хттп",
	"error", "errors", "code", "codes", "status", "http", "https",
	"and", "for", "why", "not", "the", "what", "does", "how", "get", "with", "from", "should", "mean", "means",
}

// endings of words. What is in brackets must stand before an ending, and stays.
var endings = map[string]string{
	"english":    `^(.{3,}?)(?:ing|ed|es|e|s)$`,
	"gerund":     `(?:[иы]в(?:ши(?:сь)?)?)$|([ая])в(?:ши(?:сь)?)?$`,
	"reflexive":  `()с[яь]$`,
	"adjective":  `()(?:[еиоы]е|[иы]ми|[еиоы][йм]|[ео]го|[ео]му|[иы]х|[уюоеая]ю|[ая]я)$`,
	"participle": `(?:[иы]вш|ующ)$|([ая])(?:ем|нн|вш|ющ|щ)$`,
	"verb": `(?:[иы]л[аио]?|ен[аоы]?|[еу]йте|ите|[еу]й|[иы]м|ят|у[ею]т|[иы]т|[иы]ть|ишь|у?ю)$|` +
		`([ая])(?:н[аоы]?|нно|[ею]т|ете|йте|й|ем|ть|ешь)$`,
	"noun":    `()(?:[иь]?[еюя]|[ео]в|и?ями|ами|е?и|и?[ео]?й|и?ям|и?ем|[ао]м|[аоуыь]|ах|и?ях)$`,
	"vowel":   `()и$`,
	"quality": `()ость?$`,
	"most":    `()ейше?$`,
	"soft":    `()ь$`,
	"short":   `([бвгджзклмнпрстфхцчшщ])[нш]$`, // активный, активен; истёкший, истёк
}

// words are the words of a text, ё as е, in small letters.
func words(text string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(text), "ё", "е"), func(r rune) bool {
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'а' <= r && r <= 'я')
	})
}

var wordPattern = regexp.MustCompile(`[0-9A-Za-zА-Яа-яЁё]+`)

// Mark is a text with each of the words that were found as mark has it.
func Mark(text string, found []string, mark func(string) string) string {
	return wordPattern.ReplaceAllStringFunc(text, func(w string) string {
		if slices.Contains(found, words(w)[0]) {
			return mark(w)
		}
		return w
	})
}

func digits(w string) bool { return strings.Trim(w, "0123456789") == "" }

// counts reports whether a word says something.
func (x *Index) counts(w string) bool {
	return utf8.RuneCountInString(w) >= shortest && !slices.Contains(x.Stop, w)
}

// phrase joins the stems of words that say something.
func (x *Index) phrase(list []string) string {
	p := ""
	for _, w := range list {
		if x.counts(w) {
			p += " " + x.stem(w)
		}
	}
	if p != "" {
		p += " "
	}
	return p
}

// stem takes the ending off a word: of a Russian one by the steps of Snowball's stemmer, with
// what sets the short form of an adjective apart from the long one.
func (x *Index) stem(w string) string {
	if s, ok := strings.CutPrefix(w, "не"); ok && utf8.RuneCountInString(s) >= 5 {
		w = s // неактивен, не активен
	}
	vowel := strings.IndexAny(w, "аеиоуыэюя")
	if vowel < 0 {
		return x.endings["english"].ReplaceAllString(w, "$1")
	}
	root, rest := w[:vowel+2], w[vowel+2:]
	cut := func(kind string) bool {
		before := rest
		rest = x.endings[kind].ReplaceAllString(rest, "$1")
		return rest != before
	}
	if !cut("gerund") {
		cut("reflexive")
		if cut("adjective") {
			cut("participle")
		} else if !cut("verb") {
			cut("noun")
		}
	}
	for _, kind := range []string{"vowel", "quality", "most", "soft", "short"} {
		cut(kind)
	}
	return root + rest
}

// misspelled reports whether two words differ by a letter more, a letter less, another letter,
// or two letters swapped.
func misspelled(first, second string) bool {
	a, b := []rune(first), []rune(second)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return max(len(a), len(b)) == 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// otherLayout is what was meant by a text typed in the wrong layout of the keyboard.
func (x *Index) otherLayout(text string) string {
	a, b := []rune(x.Layouts[0]), []rune(x.Layouts[1])
	return strings.Map(func(r rune) rune {
		if i := slices.Index(a, r); i >= 0 {
			return b[i]
		}
		if i := slices.Index(b, r); i >= 0 {
			return a[i]
		}
		return r
	}, strings.ToLower(text))
}
