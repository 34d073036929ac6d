package secret

import (
	"strings"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// apart hides the value of a name without a separator, as an option, a column or an argument
// has it, --token X, "token","X", | token | X, and that of a longer name: токен облака: X. It
// must look like one that was drawn at random, or stand alone behind a label.
func (f *finder) apart(start, i int, c class) int {
	s := f.s
	limit := min(len(s), i+48)
	j := i
	for j < limit {
		n := text.Among(s, j, " \t\"'\\,;|-—–«“„"+nbsp)
		if n == 0 {
			break
		}
		j += n
	}
	if j == i || j >= limit {
		return i
	}
	if start >= 2 && s[start-2:start] == "--" {
		return f.hide(j, f.valueEnd(place{at: j, quote: -1}))
	}
	at, separated, hidden := f.wordsApart(j, limit)
	if hidden > 0 {
		if _, device := deviceID(s, hidden); device { // токен облака X
			return i
		}
		return f.hide(hidden, f.valueEnd(place{at: hidden, quote: -1}))
	}
	if !separated {
		at = j
	}
	end := f.valueEnd(place{at: at, quote: -1})
	if word := s[at:end]; isScheme(word) || strings.EqualFold(word, "token") {
		return max(i, f.schemed(end))
	}
	if at > j && s[at-1] == '\n' { // on the line below its label it must look like a secret
		if random(s[at:end]) && f.label(start, at, end) {
			return f.hide(at, end)
		}
		return i
	}
	if end > at && (random(s[at:end]) || separated && c != looseWord && f.label(start, at, end)) {
		return f.hide(at, end)
	}
	return i
}

// wordsApart goes over up to four words at s[j] to what separates them from a value, which begins at
// at. drawn is where what looks drawn at random stands behind the first of them; 0 if nothing does.
func (f *finder) wordsApart(j, limit int) (at int, separated bool, drawn int) {
	s := f.s
	at = j
	for words := 0; words < 4 && !separated; words++ {
		end := at
		for end < limit && (s[end] >= utf8.RuneSelf || text.WordByte(s[end])) && !text.At(s, end, nbsp) &&
			!text.At(s, end, "—") {
			end++
		}
		if end == at || end >= limit {
			break
		}
		mark := text.Among(s, end, ":=")
		if next := text.SkipSpaces(s[:limit], end); mark == 0 && next < limit {
			if n := text.Among(s, next, "—–"); n > 0 {
				end, mark = next, n
			}
		}
		switch {
		case mark > 0:
			separated = true
			for at = end + mark; at < len(s) && strings.IndexByte(" \"'\r\n", s[at]) >= 0 && s[at-1] != '\n'; at++ {
			}
		case words == 0 && s[end] == ' ' && strings.IndexFunc(s[at:end],
			func(r rune) bool { return !text.Alphabetic(r) }) < 0 && random(s[end+1:f.wordEnd(end+1)]):
			return at, false, end + 1
		case s[end] == ' ':
			at = end + 1
		default:
			words = 4
		}
	}
	return at, separated, 0
}

// label reports whether the name at s[start] begins its line and the value s[at:end] ends it.
func (f *finder) label(start, at, end int) bool {
	s := f.s
	for start > 0 && strings.IndexByte(" \t>*•-", s[start-1]) >= 0 {
		start--
	}
	return (start == 0 || s[start-1] == '\n') && strings.Trim(s[end:f.lineEnd(end)], " .!\r") == "" && end-at >= 4
}
