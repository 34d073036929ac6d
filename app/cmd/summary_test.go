//go:build !js

package cmd_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"evotor-errors/app/cmd"
)

const failed = `2026-11-24T19:13:22Z ERROR status=401 body={"errors":[{"code":1003}]}` + "\n"

// run runs the command and returns its status and what it prints.
func run(in io.Reader, args ...string) (status int, out, err string) {
	var stdout, stderr strings.Builder
	status = cmd.Run(args, in, &stdout, &stderr)
	return status, stdout.String(), stderr.String()
}

// TestInterrupt stops a summary of a text that does not end.
func TestInterrupt(t *testing.T) {
	in, out := io.Pipe()
	go func() {
		for range 10_000 {
			io.WriteString(out, failed) // a pipe has no room: the summary has read it
		}
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Signal(os.Interrupt)
		}
		if err != nil {
			out.CloseWithError(err)
		}
	}()
	status, text, said := run(in, "decode", "-summary", "-lang", "en", "-format", "json")
	if status != 130 || !strings.Contains(text, `"complete": false`) || strings.Contains(text, `"responses": 0`) || !strings.Contains(said, "stopped, 700 kB read") {
		t.Errorf("status %d\n%s\n%s", status, said, text[:min(len(text), 300)])
	}
}

// TestInput reads what is packed or in UTF-16 as it is without.
func TestInput(t *testing.T) {
	packed := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		io.WriteString(w, s)
		w.Close()
		return b.String()
	}
	wide := func(s string, high int) string {
		b := []byte{0xfe, 0xff}
		if high == 1 {
			b = []byte{0xff, 0xfe}
		}
		for _, u := range utf16.Encode([]rune(s)) {
			pair := [2]byte{}
			pair[high], pair[1-high] = byte(u>>8), byte(u)
			b = append(b, pair[:]...)
		}
		return string(b)
	}
	text := strings.Repeat("строка журнала 2026 кот 😀\n", 5000) + failed
	_, want, _ := run(strings.NewReader(text), "decode", "-summary", "-format", "csv")
	if !strings.Contains(want, "401,1003,") || !strings.Contains(want, ",5001,") {
		t.Fatal(want)
	}
	for name, text := range map[string]string{
		"gzip":             packed(text),
		"gzip, in parts":   packed(text[:20]) + packed(text[20:]),
		"UTF-16":           wide(text, 1),
		"the other UTF-16": wide(text, 0),
		"UTF-16 in gzip":   packed(wide(text, 1)),
		"without its mark": wide(text, 1)[2:],
		"the other, too":   wide(text, 0)[2:],
		"cut off":          packed(text + strings.Repeat(failed, 9))[:60],
	} {
		file := filepath.Join(t.TempDir(), "app.log")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		status, got, said := run(nil, "decode", "-summary", "-format", "csv", file)
		if name == "cut off" {
			if status != 2 || !strings.Contains(said, "файл .gz обрывается") {
				t.Errorf("%s: status %d, %s", name, status, said)
			}
			continue
		}
		if status != 0 || got != want {
			t.Errorf("%s: status %d, %s\n%s", name, status, said, got)
		}
		if status, got, _ := run(nil, "decode", "-format", "json", file); status != 0 || !strings.Contains(got, "1003") {
			t.Errorf("%s is not explained: %s", name, got)
		}
	}
}

// TestFormula wants no cell of the table that a spreadsheet calculates.
func TestFormula(t *testing.T) {
	for code, want := range map[string]string{
		"1003":      ",1003,",
		"a=b":       ",a=b,",
		"=1+1":      ",'=1+1,",
		"+1":        ",'+1,",
		"-1":        ",'-1,",
		"@SUM(1)":   ",'@SUM(1),",
		`\t=1+1`:    ",'\t=1+1,",
		`=A(\"b\")`: `,"'=A(""b"")",`,
		`\r\n=1+1`:  ",\"'\r\n=1+1\",",
	} {
		_, out, _ := run(strings.NewReader(`{"errors":[{"code":1004},{"code":"`+code+`"}]}`), "decode", "-summary", "-format", "csv")
		if !strings.Contains(out, want) {
			t.Errorf("%q: want %q in\n%s", code, want, out)
		}
	}
	name := filepath.Join(t.TempDir(), "=1.log")
	if err := os.WriteFile(name, []byte(failed), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Dir(name))
	if _, out, _ := run(nil, "decode", "-summary", "-format", "csv", "=1.log", "./=1.log"); !strings.Contains(out, ",'=1.log,1,") {
		t.Error(out)
	}
}
