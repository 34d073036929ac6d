package catalog_test

import (
	"testing"

	"evotor-errors/app/catalog"
)

func TestSearch(t *testing.T) {
	for query, want := range map[string]string{
		"терминал не активен":  "1005",
		"терминалы неактивные": "1005",
		"оплата":               "1004",
		"оплаты подписки":      "1004",
		"unknown field":        "2002",
		"2002":                 "2002",
		"истекший токен":       "1003",
		"истёк":                "1003",
		"jgkfnf":               "1004", // оплата
		"еуксыфт":              "",
		"validation_failed":    "validation_failed",
		"expired token":        "1003",
		"лицензий":             "1007",
		"кшшшш":                "",
		"код 1005":             "1005",
		"Ошибка: 2002":         "2002",
		"rjl 1003":             "1003", // код 1003
		"error 2003, HTTP 400": "2003",
		"HTTP 500":             "http-5xx",
		"404":                  "http-404",
		"418":                  "",
		"ошибка при оплате":    "1004",
		"Unauthorized":         "http-401",
		"bad gateway":          "http-5xx",
		"внутренняя ошибка сервера": "http-5xx",
		"server error":      "http-5xx",
		"сервер недоступен": "http-5xx",
		"конфликт":          "http-409",
		"inactive terminal": "1005",
		"rate limit":        "http-429",
		"подписка истекла":  "1004",
		"лицензий мало":     "1007",
		"уже существует":    "2005",
		"заказ 2003":        "",
		"":                  "",
	} {
		got := ""
		if list := catalog.Search(query); len(list) > 0 {
			got = list[0].Name
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}
