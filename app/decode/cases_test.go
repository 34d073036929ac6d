package decode

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCases reads the texts of testdata/cases, one file a class. A case is a name, a text
// and the summary of what is in it:
//
//	### name
//	text
//	=> numeric-error 400 2003(incorrect|deviceUuid|null) +comma
//
// A text without an error response has no line with an arrow.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		class := strings.TrimSuffix(filepath.Base(file), ".txt")
		for _, c := range strings.Split("\n"+string(data), "\n### ")[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			text, want, _ := strings.Cut("\n"+rest, "\n=> ")
			text = strings.TrimPrefix(text, "\n")
			want = strings.TrimSpace(strings.ReplaceAll(want, "\n=> ", "\n"))
			t.Run(class+"/"+name, func(t *testing.T) {
				if diff := cmp.Diff(want, summary(text)); diff != "" {
					t.Errorf("%s\n%s", text, diff)
				}
			})
		}
	}
}
