package text

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// pattern is a word of a Finder as a regular expression for what ends at the end of a text.
func pattern(word string) *regexp.Regexp {
	var b strings.Builder
	for _, c := range []byte(word) {
		switch c {
		case '9':
			b.WriteString("[0-9]")
		case '4':
			b.WriteString("[45]")
		case '^':
			b.WriteString("(?:^|[^A-Za-z])")
		case '!':
			b.WriteString("(?:^|[^0-9A-Za-z_.-])")
		default:
			b.WriteString("(?i:" + regexp.QuoteMeta(string(c)) + ")")
		}
	}
	return regexp.MustCompile("(?s)" + b.String() + "$")
}

// TestFinder wants of a Finder what regular expressions find, over the bounds of its blocks too.
func TestFinder(t *testing.T) {
	lists := [][]string{{"code", "de", "errors"}, {"^499", "!+9"}, {"{", "{\n", ": http"}, {"decoder", "^in"}}
	f := NewFinder(lists...)
	patterns := map[string]*regexp.Regexp{}
	for _, list := range lists {
		for _, word := range list {
			patterns[word] = pattern(word)
		}
	}
	pieces := []string{"code", "ErrORS", "errors", "r", " ", "4", "59", "412", "+", "_", "{", "\n", ": HTTPS", ":", "In", "dec", "oder", "0"}
	r := rand.New(rand.NewPCG(1, 1))
	for _, size := range []int{0, 1, 3, 5, 40, 200, 1000} {
		for range 20 {
			var b strings.Builder
			if size == 1000 {
				b.WriteString(strings.Repeat("x ", block/2-250))
			}
			from := b.Len()
			for b.Len() < from+size {
				b.WriteString(pieces[r.IntN(len(pieces))])
			}
			s := b.String()
			got := map[int]uint16{}
			for end, kinds := range f.All(s) {
				if got[end] = kinds; kinds == 0 {
					t.Errorf("%q: nothing ends at %d", s, end)
				}
			}
			for end := 1; end <= len(s); end++ {
				if end < from && got[end] == 0 {
					continue
				}
				want, begin := uint16(0), max(0, end-10) // longer than the words, lest a cut is taken for the beginning
				for k, list := range lists {
					for _, word := range list {
						if patterns[word].MatchString(s[begin:end]) {
							want |= 1 << k
						}
					}
				}
				if got[end] != want {
					t.Fatalf("%q: kinds %b, want %b", s[begin:end], got[end], want)
				}
			}
		}
	}
}
