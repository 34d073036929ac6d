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

// TestSearchFindsTheTable pastes the descriptions of the page that the catalogue started from,
// as a person copies them.
func TestSearchFindsTheTable(t *testing.T) {
	for query, want := range map[string]string{
		"Синтаксическая ошибка в запросе.":                                                                                        "2001",
		"В запросе отсутствует обязательное поле или присутствуют неизвестные поля.":                                              "2002",
		"Параметры запроса содержат недопустимые значения.":                                                                       "2003",
		"Неверный токен облака Эвотор.":                                                                                           "1001",
		"Неверный токен пользователя.":                                                                                            "1002",
		"Истёк срок действия токена пользователя.":                                                                                "1003",
		"При авторизации в стороннем сервисе, пользователь указал неверные данные.":                                               "1006",
		"Подписка для пользователя не активна. Требуется оплата.":                                                                 "1004",
		"Отсутствует указанный ресурс.":                                                                                           "http-404",
		"Терминал не активен в рамках текущей подписки. Активируйте терминал и попробуйте ещё раз.":                               "1005",
		"Лицензированных терминалов недостаточно для активации в рамках тарифа.":                                                  "1007",
		"Ассоциация записей невозможна. В стороннем сервисе userUuid ассоциирован с другой учётной записью пользователя Эвотора.": "2004",
		"Регистрация невозможна. В стороннем сервисе уже зарегистрирована учётная запись с указанными данными.":                   "2005",
	} {
		var names []string
		for _, e := range catalog.Search(query) {
			names = append(names, e.Name)
		}
		if len(names) == 0 || names[0] != want {
			t.Errorf("%q finds %q, want %q first", query, names, want)
		}
	}
}

// TestSearchFindsWhatPeopleSay looks up what owners and their support say.
func TestSearchFindsWhatPeopleSay(t *testing.T) {
	for query, want := range map[string]string{
		"логин или пароль":       "1006",
		"не могу войти":          "1006",
		"ошибка авторизации":     "http-401",
		"токен протух":           "1003",
		"таймаут":                "http-5xx",
		"чек не выгружается":     "1004",
		"смена владельца":        "2004",
		"вебхук не приходит":     "http-404",
		"uuid":                   "2003",
		"касса не отвечает":      "1005",
		"деньги не списались":    "1004",
		"слишком много запросов": "http-429",
		"нет прав":               "http-403",
		"wrong password":         "1006",
		"token expired":          "1003",
		"too many requests":      "http-429",
		"unsupported media type": "http-415",
	} {
		var names []string
		for _, e := range catalog.Search(query) {
			names = append(names, e.Name)
		}
		if len(names) == 0 || names[0] != want {
			t.Errorf("%q finds %q, want %q first", query, names, want)
		}
	}
}
