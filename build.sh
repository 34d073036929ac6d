#!/bin/sh
# The only script a person needs: serve, site, test, bench. See README.md.
set -eu
cd "$(dirname "$0")"

usage() {
	cat >&2 <<-END
	./build.sh serve [-addr 127.0.0.1:8000] [-base URL] [-hosts ORIGINS]   build the site with the tool and serve it
	./build.sh site [-out build/site] [-base URL] [-hosts ORIGINS]         build the site into a folder
	./build.sh test [-nobrowser]                          run all tests
	./build.sh test-browsers                              run what embeds and the tool in Firefox and WebKitGTK
	./build.sh bench                                      run the benchmarks
	END
	exit 2
}

# have NAME [NAME...]: one of the programs is there.
have() {
	for name in "$@"; do
		command -v "$name" >/dev/null 2>&1 && return 0
	done
	return 1
}

# want PACKAGES PROGRAM...: install Debian's packages unless one of the programs is there.
want() {
	packages=$1
	shift
	have "$@" && return
	echo "installing $packages from the system's packages…" >&2
	sudo=
	[ "$(id -u)" = 0 ] || sudo=sudo
	if ! have apt-get || ! { $sudo apt-get update -q && $sudo apt-get install -qy --no-install-recommends $packages; } >&2; then
		echo "build.sh: cannot install $packages" >&2
		echo "  install it yourself, or leave the browser tests out: ./build.sh test -nobrowser" >&2
		exit 1
	fi
}

# want_browser: what the tests and benchmarks in a browser need.
want_browser() {
	want "chromium fonts-noto-core" chromium chromium-browser google-chrome google-chrome-stable
	want nginx-light nginx /usr/sbin/nginx
	want "nodejs npm" node
	[ app/e2e/node_modules/.package-lock.json -nt app/e2e/package-lock.json ] ||
		npm ci --prefix app/e2e --no-audit --no-fund --ignore-scripts
}

test_all() {
	short=
	case "${1-}" in
	"") ;;
	-nobrowser) short=-short ;;
	*) usage ;;
	esac
	unformatted=$(gofmt -l main.go app docs)
	if [ -n "$unformatted" ]; then
		echo "gofmt would change:" >&2
		echo "$unformatted" >&2
		exit 1
	fi
	go vet ./...
	go vet -tags browsers ./app/e2e
	GOOS=js GOARCH=wasm go vet . ./app/cmd ./app/ui
	if [ -z "$short" ]; then
		want_browser
		# The packages that run in the browser, as they run there.
		GOOS=js GOARCH=wasm go test -short -exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./app/decode ./app/explain ./app/catalog
	else
		echo "the browser tests are left out, as asked" >&2
	fi
	go test -count 1 -timeout 20m $short ./... # a busy machine needs more than Go's 10 minutes
}

[ $# -gt 0 ] || usage
command=$1
shift
case $command in
serve | site)
	echo "compiling…" >&2
	exec go run . "$command" "$@"
	;;
test) test_all "$@" ;;
test-browsers)
	want "chromium fonts-noto-core" chromium chromium-browser google-chrome google-chrome-stable
	want firefox-esr firefox-esr firefox
	want "webkit2gtk-driver xvfb" WebKitWebDriver
	want xvfb Xvfb
	exec go test -count 1 -tags browsers ./app/e2e -run Browsers -v "$@"
	;;
bench)
	want_browser
	go test -run '^$' -bench . -timeout 30m "$@" ./app/...
	;;
*) usage ;;
esac
