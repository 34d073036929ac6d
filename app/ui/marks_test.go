package ui

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

func TestMarks(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing":            {"просто текст", ""},
		"fields":             {`{"errors":[{"code":2003,"subject":"имя","value":null}]}`, "code 2003 0.0|subject имя 0.0|value null 0.0"},
		"beyond the BMP":     {`😀😀 {"errors":[{"code":2003,"value":"😀x"}]}`, "code 2003 0.0|value 😀x 0.0"},
		"a secret":           {"Authorization: Bearer FAKE-123-456\n" + `{"errors":[{"code":2001}]}`, "secret FAKE-123-456 |code 2001 0.0"},
		"a secret value":     {`{"errors":[{"code":1002,"subject":"token","value":"FAKE-123-456"}]}`, "code 1002 0.0|subject token 0.0|secret FAKE-123-456 "},
		"what was mended":    {`{"errors":[{"code":2001,}]}`, "code 2001 0.0|mend-comma , "},
		"what is missing":    {`{"errors":[{"code":2003 "subject":token}]}`, "code 2003 0.0|mend-comma  |mend-quotes  |subject token 0.0|mend-quotes  "},
		"a mended value":     {`{"errors":[{"code":2003,"value":None}]}`, "code 2003 0.0|value+mend-literal None 0.0"},
		"other quotes":       {`{'errors':[{"code":2001}]}`, "mend-quotes ' |mend-quotes ' |code 2001 0.0"},
		"a body in a string": {`"{\"errors\":[{\"code\":2001}]}"`, `code 2001 0.0|region-escaped {\"errors\":[{\"code\":2001}]} `},
		"a status alone":     {"HTTP/1.1 404 Not Found\nX: y\n\n", "status HTTP/1.1 404 Not Found 0"},
		"one cause":          {`{"errors":[{"code":2001},{"code":2001}]}`, "code 2001 0.0|code 2001 0.0"},
	} {
		t.Run(name, func(t *testing.T) {
			units := utf16.Encode([]rune(c.text))
			var got []string
			report := explain.Text(c.text, catalog.Russian)
			places, _, unmarked := marks(c.text, report, report.Plan())
			if unmarked != 0 {
				t.Errorf("%d places are not marked", unmarked)
			}
			for line := range strings.Lines(places) {
				f := strings.Split(strings.TrimSuffix(line, "\n"), " ")
				start, _ := strconv.Atoi(f[0])
				end, _ := strconv.Atoi(f[1])
				got = append(got, f[2]+" "+string(utf16.Decode(units[start:end]))+" "+f[3])
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestUnmarked counts the places beyond those that are marked, and covers every secret.
func TestUnmarked(t *testing.T) {
	text := strings.Repeat(`{"errors":[{"code":2003,"subject":"a"}]}`+"\n", 400) + "token=FAKE-123-456\n" + `{"errors":[{"code":2001}]}`
	report := explain.Text(text, catalog.Russian)
	places, lines, unmarked := marks(text, report, report.Plan())
	if n := strings.Count(places, "\n"); n != maxMarks+1 || unmarked != 2*400+1-maxMarks || !strings.Contains(places, "secret") {
		t.Errorf("%d places are marked, %d are not", n, unmarked)
	}
	if lines["0.0"] != 1 {
		t.Errorf("the first card has its place in line %d", lines["0.0"])
	}
}
