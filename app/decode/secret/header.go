package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Headers of authorization and cookies.

// stop is how far a header may go: to the end of its string, of its tag or of its line. quoted is
// whether it is a string.
func (f *finder) stop(p place) (end int, quoted bool) {
	switch {
	case p.quote >= 0 || p.tag:
		return f.valueEnd(p), true
	case p.start > 0 && strings.IndexByte("\"'`", f.s[p.start-1]) >= 0:
		return f.closing(p.at, p.start-1), true
	}
	return f.lineEnd(p.at), false
}

// isScheme reports whether a word says how a token behind it is presented.
func isScheme(s string) bool { return strings.EqualFold(s, "bearer") || strings.EqualFold(s, "basic") }

// schemes are words that a token stands behind in a header.
const schemes = " bearer basic token digest apikey api-key oauth jwt key negotiate ntlm hawk signature "

// header hides what a header of authorization carries. The scheme stays.
func (f *finder) header(p place) int {
	s := f.s
	limit, quoted := f.stop(p)
	i := p.at
	for range 2 {
		end := f.wordEnd(i)
		next := pastSpaces(s, end)
		if next == end || next >= limit {
			break
		}
		word := strings.ToLower(s[i:min(end, i+24)])
		value := s[next:min(limit, f.wordEnd(next)+1)]
		if !strings.Contains(schemes, " "+word+" ") && !parameter(value) && (random(word) || !random(value)) {
			break
		}
		i = next
	}
	if quoted {
		if isScheme(strings.TrimSpace(s[i:limit])) {
			return max(limit, f.schemed(i+len(strings.TrimSpace(s[i:limit]))))
		}
		return f.hide(i, limit)
	}
	if i < limit && strings.IndexByte("\"'", s[i]) >= 0 {
		return f.hide(i+1, f.closing(i+1, i))
	}
	end := run(s, i, limit)
	for parameter(s[i:end]) && end+1 < limit && s[end] == ',' {
		next := pastSpaces(s, end+1)
		to := run(s, next, limit)
		if !parameter(s[next:to]) {
			break
		}
		end = to
	}
	return f.hide(i, end)
}

// parameter reports whether s is a name and its value: realm="x".
func parameter(s string) bool {
	n := strings.IndexByte(s, '=')
	return n > 0 && n < len(strings.TrimRight(s, "="))
}

// run is where the part of a header ends that has no spaces but in strings.
func run(s string, i, limit int) int {
	for i < limit {
		if c := s[i]; strings.IndexByte(" \r,})]\"'`<>\\", c) >= 0 {
			if c != '"' || s[i-1] != '=' {
				return i
			}
			n := strings.IndexByte(s[i+1:limit], '"')
			if n < 0 {
				return i
			}
			i += n + 1
		}
		i++
	}
	return i
}

// cookies hides a header of cookies: the rest of its string, of its line if it has one for
// itself, or else as far as its pairs go.
func (f *finder) cookies(p place) int {
	s := f.s
	limit, quoted := f.stop(p)
	if quoted {
		return f.hide(p.at, limit)
	}
	lined := p.start - 1
	for lined >= 0 && p.start-lined < 12 && strings.IndexByte(" \t<>*", s[lined]) >= 0 {
		lined--
	}
	if lined < 0 || s[lined] == '\n' {
		for limit+1 < len(s) && strings.HasSuffix(strings.TrimRight(s[p.at:limit], " \r"), ";") && (s[limit+1] == ' ' ||
			s[limit+1] == '\t') {
			limit = f.lineEnd(limit + 1) // folded
		}
		return f.hide(p.at, p.at+len(strings.TrimRight(s[p.at:limit], " \r")))
	}
	end := p.at
	for end < limit {
		c := s[end]
		if c == '"' && s[end-1] == '=' {
			if n := strings.IndexByte(s[end+1:limit], '"'); n > 0 {
				end += n + 2
				continue
			}
		}
		if strings.IndexByte("\"'`<>\\]\r", c) >= 0 || c == ' ' && end > p.at && s[end-1] != ';' || c == '%' &&
			text.HexAt(s, end+1, "22") {
			break
		}
		end++
	}
	return f.hide(p.at, end)
}

// pastSpaces is where the spaces at s[i] end, those of an address too.
func pastSpaces(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '+' || text.At(s, i, nbsp)) {
		if i++; s[i-1] == nbsp[0] {
			i++
		}
	}
	if i < len(s) && s[i] == '%' && text.HexAt(s, i+1, "20") {
		i += len("%20")
	}
	return i
}

// schemed hides the token behind Bearer or Basic, whose name ends at s[i].
func (f *finder) schemed(i int) int {
	s := f.s
	j := pastSpaces(s, i)
	if j == i || j >= len(s) {
		return i
	}
	if k := joinedAfter(s, j); k > 0 {
		return f.hide(k, f.closing(k, k-1))
	}
	if s[j] == '"' {
		if j+1 < len(s) && strings.IndexByte(" +.&),;", s[j+1]) >= 0 {
			return i // the end of "Bearer "
		}
		return f.hide(j+1, f.closing(j+1, j))
	}
	end := f.valueEnd(place{at: j, quote: -1})
	if end-j < 6 || parameter(s[j:end]) || s[i-1]|0x20 == 'c' && !base64Like(s[j:end]) || s[i-1]|0x20 == 'r' &&
		!strings.ContainsAny(s[j:end], "0123456789-_.") && end-j < 16 {
		return i // «basic auth», «bearer token»
	}
	return f.hide(j, end)
}

// joinedAfter is where the string begins that is joined to the one whose quote stands at s[i], as in
// "Bearer " + "…"; 0 if none is.
func joinedAfter(s string, i int) int {
	if strings.IndexByte("\"'", s[i]) < 0 {
		return 0
	}
	k := text.SkipSpaces(s, i+1)
	if k >= len(s) || strings.IndexByte("+.&", s[k]) < 0 {
		return 0
	}
	if k = text.SkipSpaces(s, k+1); k >= len(s) || strings.IndexByte("\"'", s[k]) < 0 {
		return 0
	}
	return k + 1
}

func base64Like(s string) bool {
	const loud = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789="
	return len(s) >= 8 && strings.Trim(s, loud+"abcdefghijklmnopqrstuvwxyz+/_-") == "" && strings.ContainsAny(s, loud)
}
