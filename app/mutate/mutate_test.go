package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestSample names exactly the branches that the tests of testdata/sample do not pin.
func TestSample(t *testing.T) {
	out, err := exec.Command("go", "run", ".", "-operands", "./testdata/sample").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(string(out), "app/mutate/testdata/sample/", "")), "\n")
	summary := lines[len(lines)-3:]
	lines = lines[:len(lines)-3]
	slices.Sort(lines)
	want := `
sample.go:12: operand: never tried: odd
sample.go:15: off: never tried: n > 1000
sample.go:21: off: survives: case 1, 2: // as the default
sample.go:40: off: survives: case string:
`
	if got := "\n" + strings.Join(lines, "\n") + "\n"; got != want {
		t.Errorf("it names%swant%s%s", got, want, strings.Join(summary, "\n"))
	}
}
