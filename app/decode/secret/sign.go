package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Signs are lists of words for a text.Finder: a line in which none of them Shows, and that is not Russian,
// has no finding.
func Signs() [][]string {
	return [][]string{
		nameSigns(),
		{"!+9", "!7", "!8", "!99-999999", "!20999999-"},
		{"@", "bot9", "eyj", "sign=", "sig=", "code=", strings.ToLower(begin)},
	}
}

// lastWords are the last words of names of two, which the tables of words have as one: device_uuid.
const lastWords = "id uuid name key keys number date day port mail mails word words wd code phrase pwd"

// Russian reports whether a line has Russian letters.
func Russian(line string) bool {
	return strings.IndexByte(line, 0xd0) >= 0 || strings.IndexByte(line, 0xd1) >= 0
}

// nameSigns are the words of the tables, but for the Russian ones.
func nameSigns() (list []string) {
	all := strings.Join(ends[:], " ")
	for i := range words {
		if words[i].class != kept {
			all += " " + words[i].words
		}
	}
	for i := range people {
		all += " " + people[i].words
	}
	for _, word := range strings.Fields(all) {
		if !Russian(word) {
			list = append(list, word)
		}
	}
	for _, word := range strings.Fields(lastWords) {
		list = append(list, "_"+word, "-"+word)
	}
	return list
}

// Shows reports whether a sign of the list k that ends at s[i] shows that its line may have a finding.
func Shows(k int, s string, i int) bool {
	switch k {
	case 0:
		return endsPart(s, i)
	case 1:
		for _, n := range [...]int{len("7"), len("+9"), len("99-999999")} {
			if _, k := numbered(s, max(0, i-n)); k != 0 {
				return true
			}
		}
		return false
	}
	return true
}

// endsPart reports whether a word of a name ends at s[i], as name.read has it.
func endsPart(s string, i int) bool {
	switch {
	case i == len(s) || !text.Letter(s[i]):
		return true
	case s[i] >= 'a':
		return false
	}
	return s[i-1] >= 'a' || i+1 < len(s) && s[i+1]-'a' < 26
}
