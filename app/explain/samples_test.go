package explain_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// TestSamples reads what people paste: testdata/samples/README.md says what each case
// holds and how it is compared.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/[sf]*/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			in, err := os.ReadFile(strings.TrimSuffix(file, ".json") + ".in")
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want map[string]any
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			out, err := json.Marshal(explain.Text(string(in), catalog.Russian))
			if err != nil {
				t.Fatal(err)
			}
			checkSample(t, len(in), want, out)
		})
	}
}

func checkSample(t *testing.T, size int, want map[string]any, out []byte) {
	var got map[string]any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	for _, secret := range list(want["never"]) {
		if strings.Contains(string(out), secret.(string)) {
			t.Errorf("the report repeats %q", secret)
		}
	}
	checkSpans(t, size, got)
	responses := list(got["responses"])
	if exit, ok := want["exit"].(float64); ok && (len(responses) == 0) != (exit == 1) {
		t.Fatalf("%d responses, want exit status %v\n%s", len(responses), exit, out)
	}
	if _, ok := want["responses"]; !ok {
		return
	}
	wanted := list(want["responses"])
	if len(responses) != len(wanted) {
		t.Fatalf("%d responses, want %d\n%s", len(responses), len(wanted), out)
	}
	for i, w := range wanted {
		w, r := w.(map[string]any), responses[i].(map[string]any)
		for key, value := range w {
			switch key {
			case "errors":
				errors := list(r["errors"])
				if len(errors) != len(list(value)) {
					t.Errorf("response %d: %d errors, want %d", i, len(errors), len(list(value)))
					continue
				}
				for j, e := range list(value) {
					checkKeys(t, errors[j].(map[string]any), e.(map[string]any))
				}
			case "notes", "repairs":
				for _, id := range list(value) {
					if !hasID(r[key], id) {
						t.Errorf("response %d: %s lack %q: %v", i, key, id, r[key])
					}
				}
			case "notes_not", "repairs_not":
				for _, id := range list(value) {
					if hasID(r[strings.TrimSuffix(key, "_not")], id) {
						t.Errorf("response %d: %s must not have %q", i, key, id)
					}
				}
			default:
				checkKeys(t, r, map[string]any{key: value})
			}
		}
	}
	if t.Failed() {
		t.Logf("%s", out)
	}
}

func checkKeys(t *testing.T, got, want map[string]any) {
	for key, value := range want {
		if key == "absent" {
			for _, k := range list(value) {
				if v, ok := got[k.(string)]; ok {
					t.Errorf("%s is %v, want it absent", k, v)
				}
			}
			continue
		}
		if v, ok := got[key]; !ok || v != value {
			t.Errorf("%s is %v (present %t), want %v", key, v, ok, value)
		}
	}
}

// checkSpans wants every span, at any depth, to lie inside the text.
func checkSpans(t *testing.T, size int, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			checkSpans(t, size, e)
		}
	case map[string]any:
		for key, e := range v {
			if s, ok := e.([]any); ok && len(s) == 2 && (key == "span" || key == "code" || key == "reason" || key == "subject" || key == "value") {
				start, end := s[0].(float64), s[1].(float64)
				if start < 0 || start > end || int(end) > size {
					t.Errorf("%s is [%v, %v] in a text of %d bytes", key, start, end, size)
				}
			}
			checkSpans(t, size, e)
		}
	}
}

func hasID(v, id any) bool {
	return slices.ContainsFunc(list(v), func(e any) bool { return e.(map[string]any)["id"] == id })
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}
