package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"evotor-errors/app/catalog"
	"evotor-errors/app/site"
)

// schemaOf compiles a schema of the site. The site is built without a base too: then its
// schemas find one another from where they were fetched.
func schemaOf(t *testing.T, base, name string, change func(schema any)) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	fetched := "https://elsewhere.example/schema/"
	if base != "" {
		fetched = base + "schema/"
	}
	for file, data := range testTree(t, base) {
		if dir, file := filepath.Split(file); dir == "schema/" {
			schema := parsed(t, data)
			if change != nil && file == name {
				change(schema)
			}
			if err := c.AddResource(fetched+file, schema); err != nil {
				t.Fatal(err)
			}
		}
	}
	s, err := c.Compile(fetched + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return v
}

// realBodies are what services and the cloud really send, by the schema that is to take them: the
// samples and right answers of the records, and the clean bodies of the decoder's samples.
func realBodies(t *testing.T) map[string][]string {
	docs, err := (&workshop{root: root}).docs()
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string][]string{}
	add := func(schema, text string) {
		if _, body, ok := strings.Cut(text, "\n\n"); ok {
			text = body
		}
		bodies[schema] = append(bodies[schema], text)
	}
	for _, r := range docs.Records {
		texts := []string{r.Right}
		for _, s := range r.Samples {
			texts = append(texts, s.Text)
		}
		for _, text := range texts {
			switch {
			case r.Code == "" || text == "":
			case strings.Contains(text, `"details"`):
				add("bulk-task.json", text)
			case r.Family == "api":
				add("api-error.json", text)
			default:
				add("webhook-errors.json", text)
			}
		}
	}
	for schema, names := range map[string][]string{
		"webhook-errors.json": {"clean-1004-pretty", "clean-1005-1007", "clean-2001", "clean-401-all", "code-string",
			"code-unknown", "contract-example", "mismatch-404-2004", "values"},
		"api-error.json":  {"v2-violations"},
		"bulk-task.json":  {"bulk-failed"},
		"error-body.json": {"bare"},
	} {
		for _, name := range names {
			data, err := os.ReadFile(filepath.Join(root, "app/explain/testdata/samples", name+".in"))
			if err != nil {
				t.Fatal(err)
			}
			add(schema, string(data))
		}
	}
	return bodies
}

// TestErrorBodies validates what is really sent with the schema of its form and with that of all.
func TestErrorBodies(t *testing.T) {
	bodies := realBodies(t)
	for _, base := range []string{"", base} {
		whole := schemaOf(t, base, "error-body.json", nil)
		for name, list := range bodies {
			schema := schemaOf(t, base, name, nil)
			for _, body := range list {
				for _, s := range []*jsonschema.Schema{schema, whole} {
					if err := s.Validate(parsed(t, []byte(body))); err != nil {
						t.Errorf("%s does not take %s\n%v", s.Location, body, err)
					}
				}
			}
		}
	}
	if n := len(bodies["webhook-errors.json"]); n < 20 {
		t.Errorf("only %d bodies of webhooks", n)
	}
}

// TestNoErrorBodies wants what is none refused.
func TestNoErrorBodies(t *testing.T) {
	schema := schemaOf(t, "", "error-body.json", nil)
	for _, body := range []string{
		`{}`, `[]`, `"2003"`, `2003`, `null`,
		`{"errors":[]}`, `{"errors":{"code":2003}}`, `{"errors":["2003"]}`, `{"errors":[{"reason":"missing"}]}`,
		`{"errors":[{"code":10000}]}`, `{"errors":[{"code":-1}]}`, `{"errors":[{"code":2003.5}]}`, `{"errors":[{"code":null}]}`,
		`{"errors":[{"code":"203"}]}`, `{"errors":[{"code":"20031"}]}`, `{"errors":[{"code":"validation_failed"}]}`,
		`{"errors":[{"code":2003,"reason":1}]}`, `{"errors":[{"code":2003,"subject":["a"]}]}`,
		`{"errors":[{"code":2003},{"code":"x"}]}`,
		`{"code":"Validation failed"}`, `{"code":10000}`, `{"message":"validation failed for specified payload"}`,
		`{"code":"validation_failed","message":1}`, `{"code":"validation_failed","violations":{}}`,
		`{"code":"validation_failed","violations":[{"subject":1}]}`,
		`{"id":"ca187ddc-8d1b-4d0e-b20d-c509082da528","status":"COMPLETED","type":"product","details":[]}`,
		`{"id":"ca187ddc-8d1b-4d0e-b20d-c509082da528","status":"FAILED","details":[{"message":"no code"}]}`,
		`{"error":{"code":1,"text":"x","type":"system","error_id":"x"}}`, `{"error":"User not found"}`,
	} {
		if schema.Validate(parsed(t, []byte(body))) == nil {
			t.Errorf("%s passes", body)
		}
	}
}

// TestCatalogueHasItsSchema validates catalogue.json with its schema closed: a key that the
// schema does not know fails, and so does one of the schema that no entry has.
func TestCatalogueHasItsSchema(t *testing.T) {
	properties := map[string]bool{}
	var shut func(schema any)
	shut = func(schema any) {
		switch s := schema.(type) {
		case map[string]any:
			if members, ok := s["properties"].(map[string]any); ok && s["type"] == "object" {
				s["additionalProperties"] = false
				for name := range members {
					properties[name] = true
				}
			}
			for key, part := range s {
				if key != "oneOf" { // its cases name a part of the members
					shut(part)
				}
			}
		}
	}
	for _, base := range []string{"", base} {
		catalogue := parsed(t, testTree(t, base)["catalogue.json"])
		if err := schemaOf(t, base, "catalogue.json", shut).Validate(catalogue); err != nil {
			t.Errorf("base %q: %v", base, err)
		}
		if got, want := catalogue.(map[string]any)["$schema"], base+"schema/catalogue.json"; got != want {
			t.Errorf("the catalogue names the schema %q, want %q", got, want)
		}
	}
	there := map[string]bool{}
	var keys func(any)
	keys = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, member := range v {
				there[k] = true
				keys(member)
			}
		case []any:
			for _, member := range v {
				keys(member)
			}
		}
	}
	keys(parsed(t, testTree(t, "")["catalogue.json"]))
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if !there[name] {
			t.Errorf("the schema describes %q, which nothing in the catalogue has", name)
		}
	}
}

// catalogueText is what the tests read of catalogue.json.
type catalogueText struct {
	Version, Date string
	Entries       []struct {
		Name, Code, Retry string
		Status            int
		Title             struct{ Ru, En string }
		Steps             []struct {
			When, Actor string
			Text        struct{ Ru, En string }
		}
		Causes          []struct{ Evidence struct{ Source string } }
		Webhooks        []string
		Related, Guides []string
		Pages           *map[string]struct{ Ru, En string }
	}
	Webhooks []struct{ ID string }
	Guides   []struct {
		Name  string
		Pages map[string]struct{ Ru, En string }
	}
	Sources []struct{ ID string }
}

func readCatalogue(t *testing.T, tree site.Tree) (c catalogueText) {
	t.Helper()
	if err := json.Unmarshal(tree["catalogue.json"], &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCatalogueIsThatOfGo wants in catalogue.json what the Go package has.
func TestCatalogueIsThatOfGo(t *testing.T) {
	c := readCatalogue(t, testTree(t, base))
	if c.Version != catalog.Version || c.Date != catalog.Date {
		t.Errorf("version %q of %q, want %q of %q", c.Version, c.Date, catalog.Version, catalog.Date)
	}
	pages := 0
	for _, e := range c.Entries {
		if e.Pages != nil {
			pages++
		}
		want, ok := catalog.ByName(e.Name)
		if !ok {
			t.Errorf("the Go package has no entry %q", e.Name)
			continue
		}
		ru := want.Text[catalog.Russian]
		if e.Code != want.Code || e.Status != want.Status || e.Retry != string(want.Retry) || e.Title.Ru != ru.Title {
			t.Errorf("%s differs from the entry of the Go package", e.Name)
		}
		if len(e.Steps) != len(ru.Steps) {
			t.Fatalf("%s has %d steps, %d in the Go package", e.Name, len(e.Steps), len(ru.Steps))
		}
		for i, s := range e.Steps {
			want := ru.Steps[i]
			if s.When != want.When || s.Actor != string(want.For) || strings.HasPrefix(s.Text.En, "Merchant: ") {
				t.Errorf("%s: step %d is %+v, of the Go package %+v", e.Name, i+1, s, want)
			}
		}
	}
	if want := len(catalog.All()); pages != want {
		t.Errorf("%d entries have pages, want %d", pages, want)
	}
}

// TestCatalogueNamesWhatExists wants what catalogue.json names: sources, webhooks, other entries
// and guides in itself; pages, twins and short addresses on the site.
func TestCatalogueNamesWhatExists(t *testing.T) {
	tree := testTree(t, base)
	c := readCatalogue(t, tree)
	names := map[string]bool{}
	for _, s := range c.Sources {
		names["source "+s.ID] = true
	}
	for _, w := range c.Webhooks {
		names["webhook "+w.ID] = true
	}
	for _, g := range c.Guides {
		names["guide "+g.Name] = true
	}
	for _, e := range c.Entries {
		names["entry "+e.Name] = true
	}
	known := func(from, kind string, list ...string) {
		for _, name := range list {
			if name != "" && !names[kind+" "+name] {
				t.Errorf("%s names the %s %q, which is not in the catalogue", from, kind, name)
			}
		}
	}
	published := func(from string, addresses map[string]struct{ Ru, En string }) {
		for _, a := range addresses {
			for _, address := range []string{a.Ru, a.En} {
				path, ok := strings.CutPrefix(address, base)
				if strings.HasSuffix(path, "/") {
					path += "index.html"
				}
				if !ok || tree[path] == nil {
					t.Errorf("%s is at %q, where nothing is", from, address)
				}
			}
		}
	}
	for _, e := range c.Entries {
		known(e.Name, "entry", e.Related...)
		known(e.Name, "guide", e.Guides...)
		known(e.Name, "webhook", e.Webhooks...)
		for _, cause := range e.Causes {
			known(e.Name, "source", cause.Evidence.Source)
		}
		if e.Pages != nil {
			published(e.Name, *e.Pages)
		}
	}
	for _, g := range c.Guides {
		published(g.Name, g.Pages)
	}
}
