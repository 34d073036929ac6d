package explain_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// TestPlan wants what stands in the way of the rest first, waiting last, and one cause told
// once.
func TestPlan(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a gate first":           {`{"errors":[{"code":1004},{"code":2003,"subject":"a"},{"code":1003}]}`, "1003 2003 1004"},
		"the text's order":       {`{"errors":[{"code":2003,"subject":"b"},{"code":2003,"subject":"a"},{"code":1005}]}`, "2003 2003 1005"},
		"waiting last":           {"HTTP/1.1 503 Service Unavailable\n\nHTTP/1.1 401 Unauthorized\n\n" + `{"errors":[{"code":1001}]}`, "1001 HTTP503"},
		"the same again":         {`{"errors":[{"code":2003,"subject":"a"},{"code":2003,"subject":"a"}]} {"errors":[{"code":2003,"subject":"a"}]}`, "2003×3"},
		"a renamed field":        {`{"errors":[{"code":2002,"reason":"unexpected","subject":"userId"},{"code":2002,"reason":"missing","subject":"userUuid"}]}`, "2002×2"},
		"licences":               {`{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"x"}]}`, "1007×2"},
		"licences twice":         {`{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"x"}]} {"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"x"}]}`, "1007×4"},
		"licences of several":    {`{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"y"}]}`, "1005 1007"},
		"an unknown one between": {`{"errors":[{"code":1004},{"code":3000},{"code":1001}]}`, "1001 3000 1004"},
	} {
		var got []string
		report := explain.Text(c.text, catalog.Russian)
		for _, task := range report.Plan() {
			s := task.Code
			if s == "" {
				s = fmt.Sprintf("HTTP%d", *report.Responses[task.Response].Status)
			}
			if n := len(task.Errors); n > 1 {
				s += fmt.Sprintf("×%d", n)
			}
			got = append(got, s)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestPlanTellsAll wants each error in one task, and each note but those of secrets and
// unknown codes with one.
func TestPlanTellsAll(t *testing.T) {
	files, err := filepath.Glob("testdata/samples/*.in")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		report := explain.Text(string(text), catalog.English)
		seen := map[[2]int]int{}
		notes := map[string]bool{}
		for _, task := range report.Plan() {
			for _, e := range task.Errors {
				seen[e]++
			}
			for _, n := range task.Notes {
				notes[n.Text] = true
			}
		}
		for i, r := range report.Responses {
			for j := range r.Errors {
				if n := seen[[2]int{i, j}]; n != 1 {
					t.Errorf("%s: error %d of response %d stands in %d tasks", file, j, i, n)
				}
			}
			for _, n := range r.Notes {
				if n.ID != "secret" && n.ID != "unknown-code" && !notes[n.Text] {
					t.Errorf("%s: no task has the note %q", file, n.Text)
				}
			}
		}
	}
}

// TestClues says what is implied of unknown codes.
func TestClues(t *testing.T) {
	for text, want := range map[string]string{
		`{"errors":[{"code":3000}]}`:                                                             "numeric",
		`{"errors":[{"code":20003}]}`:                                                            "near numeric",
		`{"errors":[{"code":1008},{"code":1001}]}`:                                               "beside access numeric",
		`{"errors":[{"code":401}]}`:                                                              "is-status numeric",
		"HTTP/1.1 404 Not Found\n\n" + `{"errors":[{"code":2009}]}`:                              "status request numeric",
		`{"code":"validation-failed","message":"m","violations":[{"reason":"r","subject":"s"}]}`: "near api",
		`{"code":"brand_new","message":"m","violations":[]}`:                                     "api",
		`{"code":"validation_failed","message":"m","violations":[{"reason":"r","subject":"s"}]}`: "",
	} {
		var got []string
		report := explain.Text(text, catalog.English)
		for _, r := range report.Responses {
			for _, e := range r.Errors {
				for _, clue := range e.Clues {
					said := ""
					for _, p := range clue {
						said += p.Text
					}
					for _, id := range []string{"near", "is-status", "status", "numeric", "api", "access", "request", "beside"} {
						start, _, _ := strings.Cut(strings.TrimLeft(catalog.Word("clue", id, catalog.English), "`"), "`")
						start, _, _ = strings.Cut(start, "{")
						if start != "" && strings.HasPrefix(said, start) || id == "is-status" && strings.Contains(said, "is an HTTP status") {
							got = append(got, id)
						}
					}
				}
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestRedacted passes a text on without secrets and personal data, wherever they recur.
func TestRedacted(t *testing.T) {
	const text = "call +7 912 345-67-89, token=FAKE-0000-sample-token\n" +
		`{"errors":[{"code":1005,"subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}]}` +
		"\nretry of 93a9bfa3-7353-490d-aa54-8c6efe9d8a8f with FAKE-0000-sample-token"
	report := explain.Text(text, catalog.English)
	const want = "call •••, token=•••\n" + `{"errors":[{"code":1005,"subject":"deviceUuid","value":"•••"}]}` + "\nretry of ••• with •••"
	if got := report.Redacted(false); got != want {
		t.Errorf("redacted: %s", got)
	}
	if got := report.Redacted(true); strings.Contains(got, "FAKE") || !strings.Contains(got, "+7 912") {
		t.Errorf("with personal data: %s", got)
	}
	// In whatever way it is written elsewhere.
	for _, secret := range []string{"FAKE/cd/efghij", `FAKE\/cd\/efghij`, "FAKE%2Fcd%2Fefghij"} {
		text := "token=" + secret + "\n" + `{"errors":[{"code":1003}]}` + "\nFAKE/cd/efghij " + `FAKE\/cd\/efghij` + " FAKE%2Fcd%2Fefghij"
		report := explain.Text(text, catalog.English)
		if got := report.Redacted(false); strings.Contains(got, "FAKE") {
			t.Errorf("redacted: %s", got)
		}
	}
	if got := (&explain.Report{}).Redacted(true); got != "" {
		t.Errorf("of a text without a response %q is passed on", got)
	}
}
