package catalog

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Named finds the published entries of a query that names nothing but codes and statuses, such
// as "код 2002". What is asked in other words package search finds.
func Named(query string) (list []*Entry) {
	if e, ok := Lookup(strings.TrimSpace(query)); ok {
		return []*Entry{e}
	}
	for _, w := range named(query) {
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

// Unlisted is the code of a query that names nothing but one, of four digits, that the catalogue lacks.
func Unlisted(query string) (code string, ok bool) {
	words := named(query)
	if len(words) != 1 || len(words[0]) != 4 || strings.Trim(words[0], "0123456789") != "" {
		return "", false
	}
	_, listed := Lookup(words[0])
	return words[0], !listed
}

// named are the words of a query but for those that may stand beside a code.
func named(query string) (list []string) {
	words := strings.FieldsFunc(strings.ToLower(query), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range words {
		if !slices.Contains(nameless, w) {
			list = append(list, w)
		}
	}
	return list
}

// nameless are words that may stand beside a code.
var nameless = []string{
	"код", "кода", "ошибка", "ошибки", "ошибку", "статус", "статуса", "и", "или", "эвотор",
	"code", "error", "errors", "status", "http", "and", "or", "evotor",
}
