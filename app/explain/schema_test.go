package explain_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// reportSchema is docs/schema/report.json, closed: published, it lets fields be added.
func reportSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("../../docs/schema/report.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var shut func(v any)
	shut = func(v any) {
		m, ok := v.(map[string]any)
		if !ok {
			return
		}
		if m["properties"] != nil {
			m["additionalProperties"] = false
		}
		for _, inner := range m {
			shut(inner)
		}
	}
	shut(v)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", v); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestReportsObeyTheSchema holds the report of every sample, of every entry of the catalogue, and
// of what has fields of its own, to the published schema, and wants it on a line the same without
// help, diagnosis and catalogue.
func TestReportsObeyTheSchema(t *testing.T) {
	schema := reportSchema(t)
	texts := []string{
		"", "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: 17\n\n", "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: 1709542800\n\n",
		`{"id":"1","type":"product","modified_at":"x","status":"DECLINED"}`,
		"HTTP/1.1 400 Bad Request\n\n" + `{"errors":[{"code":9999},{"code":2002,"reason":"missing","subject":"userUuid"},{"code":2002,"reason":"unexpected","subject":"userId"}]}`,
	}
	deep := `{"errors":[{"code":1003}]}`
	for range 12 {
		deep = explain.Quote(deep)
	}
	texts = append(texts, deep, deep+"\nHTTP/1.1 402 Payment Required\n")
	files, err := filepath.Glob("testdata/samples/*.in")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	for _, e := range catalog.All() {
		texts = append(texts, e.Sample)
	}
	read := func(data []byte) map[string]any {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		return v.(map[string]any)
	}
	var unhelped func(v any)
	unhelped = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, inner := range v {
				unhelped(inner)
			}
		case map[string]any:
			delete(v, "help")
			for _, inner := range v {
				unhelped(inner)
			}
		}
	}
	for _, text := range texts {
		for _, lang := range catalog.Langs {
			report := explain.Text(text, lang)
			data, err := report.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			whole := read(data)
			if err := schema.Validate(whole); err != nil {
				t.Errorf("%.200s\n%v", text, err)
			}
			unhelped(whole)
			delete(whole, "diagnosis")
			delete(whole, "catalogue")
			if diff := cmp.Diff(whole, read(report.Line())); diff != "" {
				t.Errorf("%.200s\non a line: %s", text, diff)
			}
		}
	}
}
