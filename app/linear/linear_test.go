package linear_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"evotor-errors/app/linear"
)

const root = "../.."

// measure builds the command that measures the core, with plant in its sources, runs it, and
// returns what it prints: the inputs on which something grows faster than they do.
func measure(t testing.TB, plant func(file, source string) string, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	overlay, err := linear.Instrument(root, dir, plant)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "measure")
	if out, err := exec.Command("go", "build", "-overlay", overlay, "-o", program, "./measure").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\na function that app/linear/counted lacks is to be added there", err, out)
	}
	literals, err := linear.Literals(root)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(literals)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// TestLinear runs everything that runs over a text over inputs that are made to be slow.
func TestLinear(t *testing.T) {
	if out := measure(t, nil, "-each", "151"); out != "" {
		t.Errorf("the work on these grows faster than the text, or has no bound in depth:\n%s", out)
	}
}

// TestSkimmed does so where every text is long, and all but what tells is passed over.
func TestSkimmed(t *testing.T) {
	const long, around = "const long = 64 << 10", "const ahead, behind = 16 << 10, 4 << 10"
	planted := false
	out := measure(t, func(file, source string) string {
		planted = planted || strings.Contains(source, long) && strings.Contains(source, around)
		source = strings.Replace(source, long, "const long = 1", 1)
		return strings.Replace(source, around, "const ahead, behind = 64, 16", 1)
	}, "-each", "453")
	if !planted {
		t.Fatalf("no file has %q and %q any more", long, around)
	}
	if out != "" {
		t.Errorf("the work on these grows faster than the text, or has no bound in depth:\n%s", out)
	}
}

// TestPlanted plants what must not be, and wants it found.
func TestPlanted(t *testing.T) {
	for _, c := range []struct{ name, file, behind, code, want string }{
		{"a loop in a loop", "app/decode/read.go", "func read(s string, answered int, v Vocabulary, long int) Result {", "for i := range s { for range s[:i] {} };", "Text of "},
		{"a search in a loop", "app/explain/share.go", "func (r *Report) Codes() string {", `for i := range r.text { strings.Contains(r.text[i:], "\x00") };`, "Codes of "},
		{"a text that grows letter by letter", "app/explain/redact.go", "func (r *Report) Redacted(unmasked bool) string {", `grown := ""; for range r.text { grown += "x" }; _ = grown;`, "Redacted of "},
		{"a function that calls itself", "app/explain/plan.go", "func (r *Report) Plan() []Task {", "var call func(n int); call = func(n int) { if n > 0 { call(n-1) } }; call(len(r.text));", "Plan of "},
	} {
		t.Run(c.name, func(t *testing.T) {
			planted := false
			out := measure(t, func(file, source string) string {
				if file != c.file {
					return source
				}
				planted = strings.Contains(source, c.behind)
				return strings.Replace(source, c.behind, c.behind+c.code, 1)
			}, "-each", "3000", "-nested=false")
			if !planted {
				t.Fatalf("%s has no %q any more", c.file, c.behind)
			}
			if !strings.Contains(out, c.want) {
				t.Errorf("it is not found, only:\n%s", out)
			}
		})
	}
}

// BenchmarkAll measures all inputs, with partners that differ from run to run.
func BenchmarkAll(b *testing.B) {
	seed := 0
	for b.Loop() {
		seed++
		if out := measure(b, nil, "-n", "2000", "-seed", strconv.Itoa(seed)); out != "" {
			b.Error(out)
		}
	}
}
