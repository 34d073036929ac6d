package page

import (
	"evotor-errors/app/catalog/entry"
	"regexp"
	"strings"
)

// Typeset puts non-breaking spaces where a line must not break: before a dash, after short
// words of Russian, between a number and its unit. Code in backticks is left as it is.
func Typeset(lang entry.Lang, s string) string {
	parts := strings.Split(s, "`")
	for i := 0; i < len(parts); i += 2 {
		p := strings.ReplaceAll(parts[i], " — ", "\u00a0— ")
		p = unit.ReplaceAllString(p, "$1\u00a0$2")
		p = seconds.ReplaceAllString(p, "$1\u00a0$2$3")
		if lang == entry.Russian {
			// Twice: of two short words in a row the first pass reaches only every other.
			p = shortWord.ReplaceAllStringFunc(shortWord.ReplaceAllStringFunc(p, bind), bind)
			p = particle.ReplaceAllString(p, "\u00a0$1$2")
		}
		if i > 0 && strings.HasPrefix(p, " — ") {
			p = "\u00a0" + p[1:]
		}
		parts[i] = p
	}
	for i := 1; i < len(parts); i += 2 {
		// A short word right before code stays with it.
		if m := shortTail.FindStringIndex(parts[i-1]); lang == entry.Russian && m != nil {
			parts[i-1] = parts[i-1][:len(parts[i-1])-1] + "\u00a0"
		}
	}
	return strings.Join(parts, "`")
}

// bind ties a short word to the next one, unless it belongs to the one before.
func bind(match string) string {
	switch strings.TrimLeft(strings.TrimSuffix(match, " "), " \u00a0(«") {
	case "же", "ли", "бы", "кБ", "МБ", "ГБ":
		return match
	}
	return strings.TrimSuffix(match, " ") + "\u00a0"
}

var (
	unit      = regexp.MustCompile(`([\d}]) ([кКМГ]Б|[kKMG]B|байт|bytes|секунд|seconds|минут|minutes|символ|characters)`)
	seconds   = regexp.MustCompile(`([\d}]) ([сs])([\s.,:;]|$)`)
	shortWord = regexp.MustCompile(`(?:^|[\s\x{00a0}(«])(?:(?:же|ли|бы|кБ|МБ|ГБ) )?[А-ЯЁа-яё]{1,2} `)
	shortTail = regexp.MustCompile(`(?:^|[\s\x{00a0}(«])[А-ЯЁа-яё]{1,2} $`)
	particle  = regexp.MustCompile(` (же|ли|бы)([\s.,;:!?]|$)`)
)
