#!/bin/sh
# The only script a person needs: ./build.sh help names its commands.
set -eu
BUILD_FROM=$PWD # what -out is relative to
export BUILD_FROM
cd "$(dirname "$0")"

staticcheck=honnef.co/go/tools/cmd/staticcheck@v0.8.2
actionlint=github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

# The language of the messages: that of -lang, then the system's, then Russian.
lang=ru
case ${LC_ALL:-${LC_MESSAGES:-${LANG-}}} in en | en[_.-]*) lang=en ;; esac
case " $* " in
*" -lang en "* | *" -lang=en "* | *" --lang en "* | *" --lang=en "*) lang=en ;;
*" -lang ru "* | *" -lang=ru "* | *" --lang ru "* | *" --lang=ru "*) lang=ru ;;
esac

# say RUSSIAN ENGLISH: a message in the person's language.
say() {
	if [ $lang = ru ]; then printf '%s\n' "$1" >&2; else printf '%s\n' "$2" >&2; fi
}

# wrong ARGUMENT: it is none of the command's.
wrong() {
	say "build.sh: лишний аргумент \"$1\"
  список команд: build.sh help" "build.sh: unexpected argument \"$1\"
  the commands: build.sh help -lang en"
	exit 2
}

# compile PROGRAM: build/bin has it then. (What go run runs ends with a line of go's own, and with 1.)
compile() {
	have go || {
		say "build.sh: нужен Go 1.26
  https://go.dev/dl/" "build.sh: Go 1.26 is needed
  https://go.dev/dl/"
		exit 1
	}
	go build -buildvcs=false -o build/bin/ "./app/$1"
}

# have NAME [NAME...]: one of the programs is there.
have() {
	for name in "$@"; do
		command -v "$name" >/dev/null 2>&1 && return 0
	done
	return 1
}

have_chromium() {
	while read -r name; do
		have "$name" && return 0
	done <app/e2e/chromium.txt
	return 1
}

# install PACKAGES: install those of Debian's packages: at once as root, on a terminal after a
# question; elsewhere stop with the command to run.
install() {
	[ "$1" ] || return 0
	sudo=sudo
	[ "$(id -u)" = 0 ] && sudo=
	command="$sudo apt-get update && $sudo apt-get install -y --no-install-recommends$1"
	if ! have apt-get; then
		say "build.sh: не хватает программ:$1
  поставьте их средствами своей системы или оставьте тесты в браузере: ./build.sh test -nobrowser" \
			"build.sh: programs are missing:$1
  install them the way your system does, or leave the browser tests out: ./build.sh test -nobrowser"
		exit 1
	fi
	if [ "$sudo" ]; then
		answer=n
		if [ -t 0 ] && [ -t 2 ] && have sudo; then
			say "Поставить$1 через sudo apt-get? [y/N]" "Install$1 with sudo apt-get? [y/N]"
			read -r answer
		fi
		case $answer in
		[yYдД]*) ;;
		*)
			say "build.sh: не хватает программ; поставьте их:
  $command" "build.sh: programs are missing; install them:
  $command"
			exit 1
			;;
		esac
	fi
	say "ставлю$1…" "installing$1…"
	eval "$command" >&2 || {
		say "build.sh: не получилось поставить$1
  поставьте сами или оставьте тесты в браузере: ./build.sh test -nobrowser" "build.sh: cannot install$1
  install it yourself, or leave the browser tests out: ./build.sh test -nobrowser"
		exit 1
	}
}

# want_browser [MORE PACKAGES]: what the tests and benchmarks in a browser need.
want_browser() {
	missing=${1-}
	have_chromium || missing="$missing chromium"
	# What fits a phone is tested with a font as phones have; Debian's own alone, DejaVu, is a fifth wider.
	! have apt-get || [ -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf ] || missing="$missing fonts-noto-core"
	have nginx /usr/sbin/nginx || missing="$missing nginx-light"
	have node || missing="$missing nodejs"
	have npm || missing="$missing npm"
	install "$missing"
	[ app/e2e/node_modules/.package-lock.json -nt app/e2e/package-lock.json ] ||
		npm ci --prefix app/e2e --no-audit --no-fund --ignore-scripts
}

test_all() {
	short=
	for argument do
		case $argument in
		-nobrowser) short=-short ;;
		-lang | --lang | -lang=* | --lang=* | ru | en) ;; # read above
		*) wrong "$argument" ;;
		esac
	done
	compiler=
	have cc gcc clang || compiler=" gcc libc6-dev" # the race detector's
	if [ "$short" ]; then
		say "тесты в браузере не запускаются, как указано" "the browser tests are left out, as asked"
		install "$compiler"
	else
		have parallel || compiler="$compiler parallel" # the guide on logs runs it
		want_browser "$compiler"
	fi
	unformatted=$(gofmt -l main.go app)
	if [ -n "$unformatted" ]; then
		say "gofmt изменит:" "gofmt would change:"
		echo "$unformatted" >&2
		exit 1
	fi
	go vet ./...
	go vet -tags browsers ./app/e2e
	GOOS=js GOARCH=wasm go vet . ./app/cmd ./app/ui
	go run $staticcheck ./...
	go run $actionlint -shellcheck= docs/guide/hosting/pages.yml
	if [ -z "$short" ]; then
		# The packages that run in the browser, as they run there.
		GOOS=js GOARCH=wasm go test -short -exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./app/decode/... ./app/explain ./app/catalog
	fi
	CGO_ENABLED=1 go test -vet=off -race -count 1 $short ./app/site/serve
	go test -vet=off -count 1 -timeout 40m $short ./... # a busy machine needs more than Go's 10 minutes
}

case ${1-} in
test)
	shift
	test_all "$@"
	exit
	;;
test-browsers)
	shift
	missing=
	have firefox-esr firefox || missing=" firefox-esr"
	have WebKitWebDriver || missing="$missing webkit2gtk-driver"
	have Xvfb || missing="$missing xvfb"
	have caddy || missing="$missing caddy"
	want_browser "$missing"
	frameworks=app/e2e/testdata/frameworks
	[ $frameworks/node_modules/.package-lock.json -nt $frameworks/package-lock.json ] ||
		npm ci --prefix $frameworks --no-audit --no-fund --ignore-scripts
	go run $staticcheck -tags browsers ./app/e2e
	exec go test -count 1 -tags browsers ./app/e2e -run Browsers -v "$@"
	;;
bench)
	shift
	want_browser
	exec go test -run '^$' -bench . -timeout 30m "$@" ./app/...
	;;
mutate)
	shift
	compile mutate
	exec build/bin/mutate "$@"
	;;
generate)
	shift
	compile site/gen
	exec build/bin/gen "$@"
	;;
serve | site | package | release | evidence)
	say "компилирую…" "compiling…"
	compile site/gen
	build/bin/gen -lang $lang
	;;
esac
compile site/build # it has the list of the commands, too
exec build/bin/build "$@"
