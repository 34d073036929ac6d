//go:build !js

package cmd

import "evotor-errors/app/cli"

// messages are what the command says.
var messages = cli.Messages{
	"usage": {`Объясняет ответы с ошибками облака Эвотор и сервисов, которые ему отвечают.

  evotor-errors decode [-format text|json] [-lang ru|en] [ФАЙЛ…]
      найти ответы в тексте (без файла или с «-» — со стандартного ввода) и объяснить их
  evotor-errors decode -summary [-format text|json|csv] [-lang ru|en] [ФАЙЛ…]
      посчитать ошибки по кодам и по времени в логе любого размера
  evotor-errors decode -lines [-lang ru|en] [ФАЙЛ…]
      на каждую строку — отчёт в одну строку JSON
  evotor-errors explain [-lang ru|en] КОД…|СЛОВА…
      рассказать о коде или статусе: 2002, validation_failed, 429;
      найти по словам: токен истёк, deviceUuid
  evotor-errors version [-lang ru|en]
      назвать версию и дату справочника
  evotor-errors help [-lang ru|en]

Файлы .gz распаковываются. Без -lang язык берётся из настроек системы, а если там ни русского, ни английского — русский.

decode завершается со статусом 0, если объяснён хотя бы один ответ, 1, если ответов
с ошибкой в тексте нет, 2 при неверном вызове или нечитаемом файле; с -lines — 0 и без ответов.
Ctrl+C останавливает -summary: сводка по прочитанному, статус 130.
`, `Explains the error responses of the Evotor cloud and of the services that respond to it.

  evotor-errors decode [-format text|json] [-lang ru|en] [FILE…]
      find responses in a text (without a file or with -, in the standard input) and explain them
  evotor-errors decode -summary [-format text|json|csv] [-lang ru|en] [FILE…]
      count the errors of a log of any size by code and over time
  evotor-errors decode -lines [-lang ru|en] [FILE…]
      print for each line a report as one line of JSON
  evotor-errors explain [-lang ru|en] CODE…|WORDS…
      tell about a code or status: 2002, validation_failed, 429;
      look words up: token expired, deviceUuid
  evotor-errors version [-lang ru|en]
      name the version and the date of the reference
  evotor-errors help [-lang ru|en]

.gz files are unpacked. Without -lang the language is the system's; if that is neither Russian nor English, Russian.

decode exits with 0 if at least one response was explained, 1 if nothing in the text is an
error response, 2 for wrong usage or a file that cannot be read; with -lines also with 0 if
nothing is. Ctrl+C stops -summary: it sums up what was read, and exits with 130.
`},
	"bad-format":    {"неизвестный формат %q, есть %s", "unknown format %q, want %s"},
	"one-of":        {"или %s, или %s", "either %s or %s"},
	"too-large":     {"больше %s\nпосчитайте ошибки: decode -summary", "more than %s\ncount the errors: decode -summary"},
	"summary":       {"ошибок: %s, ответов с ошибкой: %s, строк: %s, %s", "errors: %s, error responses: %s, lines: %s, %s"},
	"head-code":     {"код", "code"},
	"head-errors":   {"ошибок", "errors"},
	"others":        {"… и ещё ошибок с другими кодами: %s", "… and errors of other codes: %s"},
	"over-time":     {"ответы по времени, шаг %s", "responses over time, every %s"},
	"unread-places": {"прочитано не до конца: слишком длинных мест — %s", "not read to the end: %s places are too long"},
	"interrupted":   {"остановлено, прочитано %s: сводка по ним", "stopped, %s read: the summary is of these"},
	"read":          {"прочитано %s", "%s read"},
	"read-of":       {"%s из %s", "%s of %s"},
	"unit-b":        {"байт", "bytes"},
	"unit-kb":       {"кБ", "kB"},
	"unit-mb":       {"МБ", "MB"},
	"unit-gb":       {"ГБ", "GB"},
	"unit-tb":       {"ТБ", "TB"},
	"unit-second":   {"с", "s"},
	"unit-minute":   {"мин", "min"},
	"unit-hour":     {"ч", "h"},
	"unit-day":      {"дн.", "d"},
	"no-code":       {"не указан код", "no code given"},
	"cannot-read":   {"не прочитать %q: %s", "cannot read %q: %s"},
	"no-file": {"такого файла нет\nответ читается из файла или со стандартного ввода; о коде расскажет evotor-errors explain 2002",
		"there is no such file\na response is read from a file or from the standard input; for a code: evotor-errors explain 2002"},
	"no-right": {"нет прав на чтение", "it may not be read"},
	"folder":   {"это папка", "it is a folder"},
	"cut-off":  {"файл .gz обрывается", "the .gz file ends too early"},
	"page":     {"на сайте: %s", "on the site: %s"},
	"nothing": {"ответа с ошибкой в тексте нет\nчитаются тело ответа, ответ HTTP, вывод curl, HAR, строки логов и дампы; о коде расскажет evotor-errors explain 402",
		"there is no error response in the text\naccepted are response bodies, HTTP responses, the output of curl, HAR files, log lines and dumps; for a code: evotor-errors explain 402"},
	"unfound":      {"по словам %q ничего не нашлось\nкоды: %s", "nothing found for %q\nthe codes: %s"},
	"unknown-code": {"кода %q в справочнике нет\nесть: %s", "code %q is not in the reference\nthere are: %s"},
	"steps":        {"что делать", "what to do"},
	"sample":       {"пример", "sample"},
	"catalogue":    {"справочник от %s", "the reference of %s"},
}
