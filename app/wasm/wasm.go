// Package wasm builds the browser program: the module's main.go for js/wasm, reproducibly
// and small.
//
// What was measured with Go 1.26.8 and go-app v10.1.11 at brotli -q 11, for a program that
// says hello: 1.40 MB as it comes; 0.97 MB with stand-ins for net/http and regexp, of which
// go-app calls nothing in a browser; 0.91 MB with stand-ins for the cryptography of its
// stored states as well, which is not used here; 0.83 MB without inlining. Of the whole tool
// a stand-in for encoding/json, with reports that encode themselves, took 80 KB, one for
// net/url 35 KB: go-app takes the page's address apart with it, nothing more. Without files and
// an environment, os, path/filepath and internal/godebug took 43 KB; one for fmt, 30 KB; one for html, with
// the names of all entities, 17 KB; one for reflect.DeepEqual 6 KB.
//
// The stand-ins are laid over the standard library with go build -overlay. Which files they
// replace is asked of the go command at every build, so that a new patch release of Go
// changes nothing here. Inlining stays on where it counts: in the decoder.
package wasm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// standIns are the packages of the standard library that go-app imports and the browser
// program does not need. Their replacements are in the folder standin.
var standIns = []string{
	"crypto/aes",
	"crypto/cipher",
	"crypto/md5",
	"crypto/rand",
	"crypto/sha1",
	"database/sql/driver",
	"encoding/json",
	"fmt",
	"html",
	"internal/godebug",
	"net/http",
	"net/url",
	"os",
	"path/filepath",
	"regexp",
}

// altered are packages of which the program needs but a part: see silence, whole and shallow.
var altered = []string{"internal/strconv", "reflect", "runtime", "strconv", "time"}

// Folder is where the stand-ins lie, relative to the root of the module. The name of each
// is its import path with dashes.
const Folder = "app/wasm/standin"

// Build compiles the module at root and writes the program to out. What the go command
// prints goes to log.
func Build(root, out string, log io.Writer) error {
	dir, err := os.MkdirTemp("", "wasm")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	overlay, err := writeOverlay(root, dir)
	if err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	cmd := goCommand(root, "build", "-overlay", overlay, "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=",
		"-gcflags=all=-l", "-o", out, ".")
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building the WebAssembly failed: %w", err)
	}
	return nil
}

// Imports are the packages of the browser program, those of the standard library included.
func Imports(root string) ([]string, error) {
	dir, err := os.MkdirTemp("", "wasm")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	overlay, err := writeOverlay(root, dir)
	if err != nil {
		return nil, err
	}
	out, err := output(goCommand(root, "list", "-overlay", overlay, "-deps", "."))
	return strings.Fields(string(out)), err
}

// Notices are the licences of what the program is made of: Go's and those of the modules that it
// imports, each under its name and version.
func Notices(root string) ([]byte, error) {
	const format = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	out, err := output(goCommand(root, "list", "-deps", "-f", format, "."))
	if err != nil {
		return nil, err
	}
	version, err := goEnv(root, "GOVERSION")
	if err != nil {
		return nil, err
	}
	goroot, err := goEnv(root, "GOROOT")
	if err != nil {
		return nil, err
	}
	modules := append([]string{"Go " + strings.TrimPrefix(version, "go") + "\t" + goroot},
		slices.Compact(slices.Sorted(strings.SplitSeq(strings.TrimSpace(string(out)), "\n")))...)
	var b bytes.Buffer
	for _, module := range modules {
		name, dir, _ := strings.Cut(module, "\t")
		text, err := licence(dir)
		if err != nil {
			return nil, fmt.Errorf("no licence of %s: %w", name, err)
		}
		fmt.Fprintf(&b, "%s\n\n%s\n\n\n", name, bytes.TrimSpace(text))
	}
	return b.Bytes(), nil
}

// licence is the text of the licence in a folder.
func licence(dir string) (text []byte, err error) {
	for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"} {
		if text, err = os.ReadFile(filepath.Join(dir, name)); err == nil {
			return text, nil
		}
	}
	return nil, fmt.Errorf("%q has no file LICENSE", dir)
}

// Runtime is the script that the Go of the module at root runs WebAssembly with.
func Runtime(root string) ([]byte, error) {
	goroot, err := goEnv(root, "GOROOT")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
}

func goEnv(root, name string) (string, error) {
	out, err := output(goCommand(root, "env", name))
	return strings.TrimSpace(string(out)), err
}

func goCommand(root string, args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=-mod=readonly", "CGO_ENABLED=0")
	return cmd
}

// output runs a go command; its error carries what the command printed.
func output(cmd *exec.Cmd) ([]byte, error) {
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, fmt.Errorf("%s failed: %s", strings.Join(cmd.Args[:2], " "), exit.Stderr)
	}
	return out, err
}

// writeOverlay writes the file that tells the go command to read the stand-ins instead of
// the packages' own files.
func writeOverlay(root, dir string) (string, error) {
	list := append([]string{"list", "-json=Dir,ImportPath,GoFiles,SFiles"}, append(altered, standIns...)...)
	out, err := output(goCommand(root, list...))
	if err != nil {
		return "", err
	}
	folder, err := filepath.Abs(filepath.Join(root, Folder))
	if err != nil {
		return "", err
	}
	replace, dirs := map[string]string{}, map[string]string{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir, ImportPath string
			GoFiles, SFiles []string
		}
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return "", err
		}
		if dirs[p.ImportPath] = p.Dir; slices.Contains(altered, p.ImportPath) {
			continue
		}
		for _, f := range append(p.GoFiles, p.SFiles...) {
			replace[filepath.Join(p.Dir, f)] = ""
		}
		standIn := strings.ReplaceAll(p.ImportPath, "/", "-") + ".txt"
		replace[filepath.Join(p.Dir, "standin.go")] = filepath.Join(folder, standIn)
	}
	if err := silence(replace, dirs, dir); err != nil {
		return "", err
	}
	whole(replace, dirs["internal/strconv"], folder)
	shallow(replace, dirs["reflect"], folder)
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, data, 0o644)
}

// silenced are functions that nothing calls in a browser, but that something refers to: what prints panics
// writes times, 12 KB; what looks a zone up reads its rules, which that of a browser does not have, 14 KB;
// an error of a number has it in quotes, with a table of what can be printed, 18 KB. What the runtime has for
// GODEBUG, profiles, traces and programs of several modules took 20 KB of the packed program.
var silenced = []struct{ of, file, function, instead string }{
	{"time", "format.go", "func (t Time) String() string {\n", "\treturn \"\"\n"},
	{"time", "zoneinfo.go", "func tzset(s string, lastTxSec, sec int64) (name string, offset int, start, end int64, isDST, ok bool) {\n",
		"\treturn\n"},
	{"strconv", "quote.go", "func Quote(s string) string {\n", "\treturn s\n"},
	{"runtime", "error.go", "func printanycustomtype(i any) {\n", "\treturn\n"},
	{"runtime", "mcheckmark.go", "func checkFinalizersAndCleanups() {\n", "\treturn\n"},
	{"runtime", "proc.go", "func schedtrace(detailed bool) {\n", "\treturn\n"},
	{"runtime", "profbuf.go", "func (b *profBuf) read(mode profBufReadMode) (data []uint64, tags []unsafe.Pointer, eof bool) {\n",
		"\treturn\n"},
	{"runtime", "symtab.go", "func moduledataverify1(datap *moduledata) {\n", "\treturn\n"},
	{"runtime", "trace.go", "func traceAdvance(stopTrace bool) {\n", "\treturn\n"},
	{"runtime", "type.go", "func typelinksinit() {\n", "\treturn\n"},
}

// silence lets them return nothing, or what they are given. dirs is where the packages lie, dir where their
// changed files go.
func silence(replace, dirs map[string]string, dir string) error {
	for _, f := range silenced {
		file := filepath.Join(dirs[f.of], f.file)
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if !bytes.Contains(source, []byte(f.function)) {
			return fmt.Errorf("%s has no %q", file, f.function)
		}
		replace[file] = filepath.Join(dir, f.file)
		source = bytes.Replace(source, []byte(f.function), []byte(f.function+f.instead), 1)
		if err := os.WriteFile(replace[file], source, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// floats are the files of internal/strconv that read and write numbers with a fraction, 27 KB of the
// program; the stand-in floats.txt is in their place.
var floats = []string{
	"atoc.go", "atof.go", "atofeisel.go", "ctoa.go", "decimal.go", "ftoa.go", "ftoadbox.go", "ftoafixed.go",
}

// whole leaves of internal/strconv what reads and writes whole numbers.
func whole(replace map[string]string, from, folder string) {
	for _, f := range floats {
		replace[filepath.Join(from, f)] = ""
	}
	replace[filepath.Join(from, "standin.go")] = filepath.Join(folder, "floats.txt")
}

// shallow leaves out of reflect what compares values of any depth.
func shallow(replace map[string]string, from, folder string) {
	replace[filepath.Join(from, "deepequal.go")] = filepath.Join(folder, "deepequal.txt")
}
