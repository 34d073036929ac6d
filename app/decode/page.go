package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// tag reads an HTML tag, as far as it tells a page from a text.
func (w *walker) tag() {
	s, i := w.s, w.i
	w.i++
	w.label = plainWord
	if text.At(s, i, "<-- ") {
		w.okhttp(i)
		return
	}
	rest := strings.ToLower(s[i:min(len(s), i+16)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<center>", "<title>"} {
		if strings.HasPrefix(rest, tag) {
			w.page(i)
		}
	}
	if !w.ex.html {
		return
	}
	w.ex.end = max(w.ex.end, min(len(s), i+1))
	switch {
	case strings.HasPrefix(rest, "<title>"):
		w.title(i + len("<title>"))
	case strings.HasPrefix(rest, "</html>"):
		w.ex.end = i + len("</html>")
		w.flush()
		w.ex = exchange{direction: w.ex.direction, certain: w.ex.certain}
	}
}

// page notes that an HTML page begins at s[i], or goes on.
func (w *walker) page(i int) {
	if w.ex.html {
		return
	}
	if w.ex.status != 0 && w.ex.strength < message && w.lineNo-w.ex.line > 2 {
		w.flush()
	}
	if w.ex.used {
		w.ex = exchange{}
	}
	if w.ex.status == 0 {
		w.ex.start = i
	}
	w.ex.html = true
}

// title reads the title of a page at s[i]. It is that of an error if a status begins it, or
// begins its last part, or if it is the standard text of one.
func (w *walker) title(i int) {
	end := strings.IndexByte(w.s[i:min(len(w.s), i+200)], '<')
	if end < 0 {
		return
	}
	words := strings.TrimSpace(w.s[i : i+end])
	part := words[strings.LastIndexByte(words, '|')+1:]
	for _, s := range [...]string{words, part} {
		s = strings.TrimSpace(s)
		for _, label := range [...]string{"HTTP ", "Error ", "Ошибка ", "Status "} {
			s = strings.TrimPrefix(s, label)
		}
		if len(s) >= 3 && (len(s) == 3 || !text.WordByte(s[3])) {
			if status, ok := text.Decimal(s[:3]); ok && phrases[status] != "" {
				w.setStatus(status, w.ex.start, i+end, title, "")
				w.i = i + end
				return
			}
		}
	}
	if n := len(words); n > 5 && words[n-1] == ')' && words[n-5] == '(' { // Django's Server Error (500)
		if status, ok := text.Decimal(words[n-4 : n-1]); ok && phrases[status] != "" && status >= 400 {
			w.setStatus(status, w.ex.start, i+end, title, "")
			w.i = i + end
			return
		}
	}
	squashed := strings.ToLower(strings.ReplaceAll(words, " ", ""))
	w.ex.harmless = w.ex.status < 400 && names[squashed] == 0 && !strings.HasSuffix(squashed, "error") && squashed != ""
}
