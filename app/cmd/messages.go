//go:build !js

package cmd

// messages are what the command line says, in Russian and English.
var messages = map[string][2]string{
	"usage": {`Объясняет ответы с ошибками облака Эвотор и сервисов, которые ему отвечают.

  evotor-errors decode [-format text|json] [-lang ru|en] [ФАЙЛ…]
      найти ответы в тексте (без файла или с «-» — со стандартного ввода) и объяснить их
  evotor-errors explain [-lang ru|en] КОД…
      рассказать о коде или статусе: 2002, validation_failed, 429
  evotor-errors serve [-addr 127.0.0.1:8000] [-base URL] [-hosts ORIGINS]
      собрать сайт с инструментом и раздавать его, показывая правки сразу
  evotor-errors site [-out build/site] [-base URL] [-hosts ORIGINS]
      собрать сайт в папку
  evotor-errors generate
      обновить app/catalog по docs/errors
  evotor-errors release v1.2.3
      сохранить встраиваемый элемент как неизменную версию
  evotor-errors help [-lang ru|en]

decode завершается со статусом 0, если объяснён хотя бы один ответ, 1, если ответов
с ошибкой в тексте нет, 2 при неверном вызове или нечитаемом файле.
`, `Explains the error responses of the Evotor cloud and of the services that answer it.

  evotor-errors decode [-format text|json] [-lang ru|en] [FILE…]
      find responses in a text (without a file or with -, in the standard input) and explain them
  evotor-errors explain [-lang ru|en] CODE…
      tell about a code or status: 2002, validation_failed, 429
  evotor-errors serve [-addr 127.0.0.1:8000] [-base URL] [-hosts ORIGINS]
      build the site with the tool and serve it, showing edits at once
  evotor-errors site [-out build/site] [-base URL] [-hosts ORIGINS]
      build the site into a folder
  evotor-errors generate
      bring app/catalog up to date with docs/errors
  evotor-errors release v1.2.3
      keep the embedded element as a version that never changes
  evotor-errors help [-lang ru|en]

decode exits with 0 if at least one response was explained, 1 if nothing in the text is an
error response, 2 for wrong usage or a file that cannot be read.
`},
	"see-help":        {"список команд: evotor-errors help", "the commands: evotor-errors help -lang en"},
	"unknown-command": {"неизвестная команда %q", "unknown command %q"},
	"bad-lang":        {"неизвестный язык %q, есть ru и en", "unknown language %q, there are ru and en"},
	"bad-format":      {"неизвестный формат %q, есть text и json", "unknown format %q, there are text and json"},
	"no-arguments":    {"лишний аргумент %q", "unexpected argument %q"},
	"no-code":         {"не указан код", "no code given"},
	"cannot-read":     {"не прочитать %q: %v", "cannot read %q: %v"},
	"nothing": {"ответа с ошибкой в тексте нет; читаются тело ответа, ответ HTTP, вывод curl, HAR, строки логов и дампы",
		"there is no error response in the text; it reads bodies, HTTP answers, the output of curl, HAR files, log lines and dumps"},
	"unknown-code": {"кода %q в справочнике нет\nесть: %s", "code %q is not in the catalogue\nthere are: %s"},
	"not-a-tree": {"папка %q лежит не в исходном коде evotor-errors\nперейдите в его папку: сайт собирается из docs, web и app",
		"the folder %q is not in the source of evotor-errors\nchange to its folder: the site is made of docs, web and app"},
	"building-wasm":  {"собираю WebAssembly, в первый раз это занимает до минуты…", "building the WebAssembly, which takes up to a minute the first time…"},
	"building-pages": {"собираю страницы…", "making the pages…"},
	"compressing":    {"сжимаю файлы…", "compressing the files…"},
	"generated":      {"%s обновлён по docs/errors", "%s brought up to date with docs/errors"},
	"up-to-date":     {"%s уже соответствует docs/errors", "%s matches docs/errors already"},
	"written":        {"сайт записан в %s, файлов: %d", "the site is in %s, files: %d"},
	"serving":        {"открывайте %s\nостановить: Ctrl+C", "open %s\nto stop it: Ctrl+C"},
	"port-in-use":    {"адрес %q занят другой программой\nвыберите другой порт: ./build.sh serve -addr %s", "the address %q is in use by another program\nchoose another port: ./build.sh serve -addr %s"},
	"cannot-listen":  {"нельзя слушать адрес %q: %v\nадрес пишется так: 127.0.0.1:8000", "cannot listen on %q: %v\nan address is written like this: 127.0.0.1:8000"},
	"edited":         {"правки приняты", "edits taken over"},
	"rebuilding":     {"запись о коде изменена: каталог обновлён, собираю WebAssembly заново…", "a record was edited: the catalogue is up to date, building the WebAssembly anew…"},
	"rebuilt":        {"WebAssembly собран, обновите страницу", "the WebAssembly is built, reload the page"},
	"problems":       {"правки с ошибками, показываю прежнее:\n%v", "the edits have mistakes, what was there before is shown:\n%v"},
	"bad-hosts":      {"неверный список -hosts %q\nэто адреса сайтов через запятую, https://crm.example.ru,https://lk.example.ru, или * для любых", "wrong list -hosts %q\nit has the origins of sites with commas between, https://crm.example.com,https://lk.example.com, or * for any"},
	"no-version":     {"укажите одну версию, например v1.2.3", "name one version, for instance v1.2.3"},
	"released":       {"версия %s записана в web/embed/release", "version %s is in web/embed/release"},
	"bad-base":       {"неверный адрес -base %q\nон пишется целиком: https://example.ru/errors/", "wrong address -base %q\nit is written in full: https://example.com/errors/"},
	"docs-problems":  {"в docs ошибки:\n%v", "there are mistakes in docs:\n%v"},
	"actor":          {"действует", "acts"},
	"more":           {"подробнее", "more"},
	"causes":         {"причины", "causes"},
	"steps":          {"что делать", "what to do"},
	"sample":         {"пример", "sample"},
}
