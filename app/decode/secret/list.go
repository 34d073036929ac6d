package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// Values in brackets, and the options of commands.

// inside hides the strings in the brackets at s[j], but for names: of headers and cookies all,
// of other secrets the members value and what looks drawn at random.
func (f *finder) inside(j int, c class) {
	if j < f.looked {
		return
	}
	s := f.s
	stop := min(len(s), j+most)
	f.looked = stop
	all := c == headerWord || c == cookieWord || c == cookiesWord
	key := ""
	for i, depth := j, 0; i < stop; {
		switch s[i] {
		case '[', '(':
			depth++
			i = text.SkipSpaces(s[:stop], i+1)
			if at := strings.TrimLeft(s[i:stop], "[0]"); strings.HasPrefix(at, " =>") { // the first of print_r
				i = text.SkipSpaces(s[:stop], stop-len(at)+len(" =>"))
			}
			if i < stop && strings.IndexByte("\"'[({])}", s[i]) < 0 {
				i = f.bare(i, c)
			}
		case '{':
			depth++
			i++
		case ']', ')', '}':
			i++
			if depth--; depth == 0 {
				f.looked = i
				return
			}
		case '"', '\'':
			from, to := i+1, min(stop, f.closing(i+1, i))
			i = to + 1
			k := to
			for k < stop && strings.IndexByte(" \\\"'", s[k]) >= 0 {
				k++
			}
			if text.At(s, k, ":") || text.At(s, k, "=>") {
				key = " " + strings.ToLower(s[from:to]) + " "
				i = k + 1
				continue
			}
			if word := f.wordEnd(from); word < to && isScheme(s[from:word]) {
				from = pastSpaces(s, word)
			}
			if key == " value " || all && (key == "" ||
				!strings.Contains(" name domain path expires samesite priority type key url ", key)) || random(s[from:to]) &&
				f.wordEnd(from) == to {
				f.hide(from, to)
			}
			key = ""
		default:
			i++
		}
	}
}

// paired hides the second string of auth=('user', 'password').
func (f *finder) paired(i int) int {
	s := f.s
	j := i
	for j < len(s) && j < i+16 && strings.IndexByte(" =:([\"'\\", s[j]) >= 0 {
		j++
	}
	if j == i || strings.IndexByte("\"'", s[j-1]) < 0 || !strings.ContainsAny(s[i:j], "([") {
		return i
	}
	j = f.closing(j, j-1)
	from := j
	for from < len(s) && from < j+16 && strings.IndexByte(" ,\"'\\", s[from]) >= 0 {
		from++
	}
	if from-j < 3 || strings.IndexByte(s[j:from], ',') < 0 || strings.IndexByte("\"'", s[from-1]) < 0 {
		return i
	}
	return f.hide(from, f.closing(from, from-1))
}

// continued reports whether a line of commands goes on on the next one.
func continued(line string) bool {
	line = strings.TrimRight(line, " \r")
	return line != "" && strings.IndexByte("\\^`", line[len(line)-1]) >= 0
}

// commanded hides what the options of the command line behind s[:i] hold: -u user:password,
// -b cookies.
func (f *finder) commanded(i int) {
	if i < f.looked {
		return
	}
	s := f.s[:min(len(f.s), i+most)]
	end := text.LineEnd(s, i)
	for end < len(s) && continued(s[i:end]) {
		end = text.LineEnd(s, end+1)
	}
	s = s[:end]
	f.looked = len(s)
	for {
		n := strings.Index(s[i:], " -")
		if n < 0 {
			return
		}
		i += n + len(" -")
		option, at := s[i:], 0
		switch {
		case strings.HasPrefix(option, "-"): // a long one
			at = strings.IndexAny(option, " =")
			if at < 0 {
				return
			}
			option, at = option[1:at], i+at+1
		default:
			for at < len(option)-1 && strings.IndexByte("sSkLivfgG", option[at]) >= 0 {
				at++ // those without a value
			}
			if option == "" {
				return
			}
			option, at = option[at:at+1], i+at+1
		}
		for at < len(s) && strings.IndexByte(" \"'$", s[at]) >= 0 {
			at++
		}
		stop := at
		if at > 0 && strings.IndexByte("\"'", s[at-1]) >= 0 {
			stop = min(len(s), f.closing(at, at-1))
		} else {
			for stop < len(s) && s[stop] > ' ' && strings.IndexByte("\"'", s[stop]) < 0 {
				stop++
			}
		}
		switch option {
		case "u", "user", "U", "proxy-user":
			if colon := strings.IndexByte(s[at:stop], ':'); colon >= 0 {
				f.hide(at+colon+1, stop)
			}
		case "b", "cookie":
			if strings.IndexByte(s[at:stop], '=') > 0 {
				f.hide(at, stop)
			}
		}
		i = max(i, stop)
	}
}

// bare hides the value without quotes that begins at s[i], behind a bracket.
func (f *finder) bare(i int, c class) int {
	switch p := (place{start: i, at: i, quote: -1}); {
	case c == headerWord:
		return max(i, f.header(p))
	case c == cookieWord, c == cookiesWord:
		return max(i, f.cookies(p))
	case random(f.s[i:f.wordEnd(i)]):
		return f.hide(i, f.valueEnd(p))
	}
	return i
}
