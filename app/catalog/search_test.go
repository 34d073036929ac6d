package catalog_test

import (
	"strings"
	"testing"

	"evotor-errors/app/catalog"
)

func TestUnlisted(t *testing.T) {
	for query, want := range map[string]string{"9999": "9999", "Код ошибки: 0000": "0000", "2002": "", "404": "", "12345": "", "9999 2002": "", "заказ 9999": "", "": ""} {
		if got, ok := catalog.Unlisted(query); ok != (want != "") || ok && got != want {
			t.Errorf("%q has the unlisted code %q, want %q", query, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for query, want := range map[string]string{
		"2002":                 "2002",
		"02003":                "2003",
		"код 1005":             "1005",
		"Ошибка: 2002":         "2002",
		"error 2003, HTTP 400": "2003",
		"HTTP 500":             "http-5xx",
		"404":                  "http-404",
		"1001 и 404":           "1001 http-404",
		"validation_failed":    "validation_failed",
		"418":                  "",
		"заказ 2003":           "",
		"токен истёк":          "",
		"ошибка":               "",
		"":                     "",
	} {
		var names []string
		for _, e := range catalog.Named(query) {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q names %q, want %q", query, got, want)
		}
	}
}
