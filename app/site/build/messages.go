package main

import "evotor-errors/app/cli"

// messages are what the command says.
var messages = cli.Messages{
	"usage": {`Собирает и проверяет сайт с инструментом.

  ./build.sh serve [-addr 127.0.0.1:8000] [-base URL] [-hosts ORIGINS] [-edit URL] [-report URL]
      собрать сайт и раздавать его, показывая правки сразу
  ./build.sh site [-out build/site] [-base URL] [-hosts ORIGINS] [-edit URL] [-report URL]
      собрать сайт в папку
  ./build.sh test [-nobrowser]
      все тесты
  ./build.sh test-browsers
      встраивание и инструмент в Firefox и WebKitGTK
  ./build.sh bench
      измерения
  ./build.sh mutate [PACKAGES]
      какие ветви кода не держит ни один тест
  ./build.sh generate
      обновить по docs каталог (app/catalog) и поиск командной строки (app/cmd/search)
  ./build.sh evidence DIR
      найти слова источников в папке с клонами репозиториев Эвотора
  ./build.sh package [-out build/package] [-base URL]
      записать встраиваемый элемент пакетом для npm
  ./build.sh release v1.2.3
      сохранить встраиваемый элемент как неизменную версию
  ./build.sh help

Язык сообщений — из -lang ru|en, без него — из настроек системы, а если там ни русского, ни английского — русский.
`, `Builds and tests the site with the tool.

  ./build.sh serve [-addr 127.0.0.1:8000] [-base URL] [-hosts ORIGINS] [-edit URL] [-report URL]
      build the site and serve it, showing edits at once
  ./build.sh site [-out build/site] [-base URL] [-hosts ORIGINS] [-edit URL] [-report URL]
      build the site into a folder
  ./build.sh test [-nobrowser]
      run all tests
  ./build.sh test-browsers
      run what embeds and the tool in Firefox and WebKitGTK
  ./build.sh bench
      run the benchmarks
  ./build.sh mutate [PACKAGES]
      name the branches of the code that no test holds
  ./build.sh generate
      bring the catalogue (app/catalog) and the command line's search (app/cmd/search) up to date with docs
  ./build.sh evidence DIR
      find the words of the sources in a folder with clones of Evotor's repositories
  ./build.sh package [-out build/package] [-base URL]
      write the embedded element as a package for npm
  ./build.sh release v1.2.3
      keep the embedded element as a version that never changes
  ./build.sh help

Messages are in the language of -lang ru|en; without it in the system's; if that is neither, in Russian.
`},
	"not-a-tree": {"папка %q лежит не в исходном коде evotor-errors\nперейдите в его папку: сайт собирается из docs, web и app",
		"the folder %q is not in the source of evotor-errors\nchange to its folder: the site is made of docs, web and app"},
	"building-wasm":  {"собираю WebAssembly, в первый раз это занимает до минуты…", "building the WebAssembly, which takes up to a minute the first time…"},
	"building-pages": {"собираю страницы…", "making the pages…"},
	"compressing":    {"сжимаю файлы…", "compressing the files…"},
	"written":        {"сайт записан в %s, файлов: %d", "the site is in %s, files: %d"},
	"serving":        {"открывайте %s\nостановить: Ctrl+C", "open %s\nto stop it: Ctrl+C"},
	"port-in-use":    {"адрес %q занят другой программой\nвыберите другой порт: ./build.sh serve -addr %s", "the address %q is in use by another program\nchoose another port: ./build.sh serve -addr %s"},
	"cannot-listen":  {"нельзя слушать адрес %q: %v\nадрес пишется так: 127.0.0.1:8000", "cannot listen on %q: %v\nan address is written like this: 127.0.0.1:8000"},
	"edited":         {"правки приняты", "edits taken over"},
	"rebuilding":     {"запись о коде изменена: каталог обновлён, собираю WebAssembly заново…", "a record was edited: the catalogue is up to date, building the WebAssembly anew…"},
	"rebuilt":        {"WebAssembly собран, обновите страницу", "the WebAssembly is built, reload the page"},
	"problems":       {"правки с ошибками, показываю прежнее:\n%v", "the edits have mistakes, what was there before is shown:\n%v"},
	"bad-hosts":      {"неверный список -hosts %q\nэто адреса сайтов через запятую, https://crm.example.ru,https://lk.example.ru, или * для любых", "wrong list -hosts %q\nit has the origins of sites with commas between, https://crm.example.com,https://lk.example.com, or * for any"},
	"evidence-usage": {"укажите папку, в которой лежат клоны; в ней:\n" + clone, "name the folder with the clones; in it:\n" + clone},
	"evidence-found": {"слова источников найдены у утверждений: %d; без клонов не проверено: %d", "statements whose words were found: %d; not checked for want of a clone: %d"},
	"packed":         {"пакет записан в %[1]s\nустановить: npm install %[1]s", "the package is in %[1]s\nto install it: npm install %[1]s"},
	"no-version":     {"укажите одну версию, например v1.2.3", "name one version, for instance v1.2.3"},
	"released":       {"версия %s записана в web/embed/release", "version %s is in web/embed/release"},
	"bad-base":       {"неверный адрес -base %q\nон пишется целиком: https://example.ru/errors/", "wrong address -base %q\nit is written in full: https://example.com/errors/"},
	"bad-edit":       {"неверный адрес -edit %q\nза ним следует путь файла: https://github.com/OWNER/REPO/edit/main/", "wrong address -edit %q\nthe path of a file follows it: https://github.com/OWNER/REPO/edit/main/"},
	"bad-report":     {"неверный адрес -report %q\nподойдёт https://… или mailto:…, вместо {page} в нём встанет путь страницы", "wrong address -report %q\nit is written https://… or mailto:…, the path of the page takes the place of {page}"},
}

// clone gets the repositories that docs/errors/sources.yaml names.
const clone = "for r in documentation documentation-api evotor-cloud-java-sdk evotor-publisher-java-sdk; do git clone https://github.com/evotor/$r; done"
