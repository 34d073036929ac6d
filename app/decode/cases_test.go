package decode

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is found into testdata/cases")

// A testCase is a name, a text and what is found in it:
//
//	### name
//	text
//	=> numeric-error 400 2003(incorrect|deviceUuid|null) +comma
//	 the lines of the text with ⟦marks⟧ around what is found
//
// Where nothing is found, there is no line with an arrow. What these lines say is told at summary
// and at marked. In the text of a case whose name ends with \ the escapes of Go stand for
// characters: \r, \x00, \u200b, and \\ for a backslash.
type testCase struct {
	title string
	text  string // as it stands in the file
	found string
}

func (c testCase) name() string { return strings.TrimSuffix(c.title, ` \`) }

// input is the text that is read.
func (c testCase) input(t testing.TB) string {
	if c.name() == c.title {
		return c.text
	}
	var b []byte
	for rest := c.text; rest != ""; {
		r, multibyte, tail, err := strconv.UnquoteChar(rest, 0)
		if err != nil {
			t.Fatalf("%s: %v at %.20q", c.title, err, rest)
		}
		if rest = tail; multibyte {
			b = utf8.AppendRune(b, r)
		} else {
			b = append(b, byte(r))
		}
	}
	return string(b)
}

// readCases are the cases of a file, and what stands before them.
func readCases(t testing.TB, file string) (head string, list []testCase) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split("\n"+string(data), "\n### ")
	for _, part := range parts[1:] {
		title, rest, _ := strings.Cut(part, "\n")
		text, found, arrow := strings.Cut("\n"+rest, "\n=> ")
		if arrow {
			found = "=> " + strings.TrimRight(found, "\n") + "\n"
		}
		list = append(list, testCase{title, strings.Trim(text, "\n"), found})
	}
	return strings.TrimPrefix(parts[0], "\n"), list
}

func caseFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	return files
}

// report is what is found in a text, as it stands in the file.
func report(s string) string {
	var b strings.Builder
	for _, part := range [...]struct{ prefix, lines string }{{"=> ", summary(s)}, {" ", marked(s)}} {
		for line := range strings.Lines(part.lines) {
			b.WriteString(part.prefix + strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	return b.String()
}

// TestCases reads the texts of testdata/cases, one file a class.
func TestCases(t *testing.T) {
	for _, file := range caseFiles(t) {
		class := strings.TrimSuffix(filepath.Base(file), ".txt")
		head, cases := readCases(t, file)
		out := strings.TrimRight(head, "\n") + "\n"
		for _, c := range cases {
			found := report(c.input(t))
			out += "\n### " + c.title + "\n" + c.text + "\n" + found
			if !*update {
				t.Run(class+"/"+c.name(), func(t *testing.T) {
					if diff := cmp.Diff(c.found, found); diff != "" {
						t.Errorf("%s\n%s", c.text, diff)
					}
				})
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
