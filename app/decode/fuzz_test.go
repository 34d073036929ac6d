package decode

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"unicode/utf8"
)

// seeds are the texts of the cases and of the samples.
func seeds(t testing.TB) (list []string) {
	for _, file := range caseFiles(t) {
		_, cases := readCases(t, file)
		for _, c := range cases {
			list = append(list, c.input(t))
		}
	}
	files, _ := filepath.Glob("../explain/testdata/[sf]*/*.in")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(data))
	}
	if len(list) < 200 {
		t.Fatalf("only %d seeds", len(list))
	}
	return list
}

// check wants of a text's responses what must hold for every text.
func check(t *testing.T, text string) {
	result := Text(text, vocabulary)
	if again := Text(text, vocabulary); !reflect.DeepEqual(result, again) {
		t.Fatal("decoding is not deterministic")
	}
	whole, last := Span{End: len(text)}, Span{}
	for i := range result.Responses {
		r := &result.Responses[i]
		if i > 0 && r.Span.Start < last.Start || i > 0 && r.Span.Start < last.End && r.Span.End > last.End {
			t.Fatalf("responses %v and %v cross", last, r.Span)
		}
		if r.Span.End > last.End {
			last = r.Span
		}
		checkResponse(t, r, whole)
		if len(r.Secrets) > len(result.Secrets) || len(r.Personal) > len(result.Personal) {
			t.Fatal("a response has more than the text")
		}
	}
	for _, u := range result.Unread {
		inside(t, "unread", u, whole)
	}
	for _, m := range result.Personal {
		inside(t, m.ID, m.Span, whole)
	}
	for _, s := range result.Secrets {
		inside(t, "secret", s, whole)
		checkSecret(t, text[s.Start:s.End], result.Responses)
	}
}

// inside wants a span in another one.
func inside(t *testing.T, what string, s Span, outer Span) {
	if s.Start < outer.Start || s.Start > s.End || s.End > outer.End {
		t.Fatalf("%s %v is not inside %v", what, s, outer)
	}
}

func fieldsOf(e *Error) []Field { return []Field{e.Reason, e.Subject, e.Value, e.Message} }

func checkResponse(t *testing.T, r *Response, whole Span) {
	inside(t, "response", r.Span, whole)
	if r.Status != 0 && (r.Status < 100 || r.Status > 599) {
		t.Fatalf("status %d", r.Status)
	}
	for i := range r.Errors {
		e := &r.Errors[i]
		inside(t, "error", e.Span, r.Span)
		inside(t, "code", e.CodeSpan, whole)
		if !utf8.ValidString(e.Code) {
			t.Fatalf("code %q is not UTF-8", e.Code)
		}
		for _, f := range fieldsOf(e) {
			inside(t, "field", f.Span, whole)
			if !utf8.ValidString(f.Text) {
				t.Fatalf("field %q is not UTF-8", f.Text)
			}
			if f.State != Present && f.Text != "" {
				t.Fatalf("an absent field says %q", f.Text)
			}
		}
	}
	for _, m := range append(r.Repairs, r.Personal...) {
		inside(t, m.ID, m.Span, whole)
	}
	for _, trace := range []*Trace{r.Request, r.RequestID, r.Time} {
		if trace != nil && trace.Text != "" {
			inside(t, trace.Text, trace.Span, whole)
		} else if trace != nil {
			t.Fatal("a trace says nothing")
		}
	}
}

// checkSecret wants no field to repeat a secret.
func checkSecret(t *testing.T, secret string, responses []Response) {
	if len(secret) < 6 || !utf8.ValidString(secret) {
		return
	}
	for i := range responses {
		for j := range responses[i].Errors {
			for _, f := range fieldsOf(&responses[i].Errors[j]) {
				if strings.Contains(f.Text, secret) {
					t.Fatalf("%q repeats the secret %q", f.Text, secret)
				}
			}
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(check)
}

// FuzzCleanBody wants of every clean errors array what encoding/json reads.
func FuzzCleanBody(f *testing.F) {
	for _, s := range bodies {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, ok := cleanBody(text)
		if !ok {
			return
		}
		got := Text(text, vocabulary)
		if len(got.Responses) != 1 || len(got.Responses[0].Errors) != len(want) {
			t.Fatalf("%d responses, want one with %d errors", len(got.Responses), len(want))
		}
		if len(got.Secrets) > 0 {
			return // masked
		}
		for i, e := range got.Responses[0].Errors {
			fields := map[string]Field{"code": {State: Present, Text: e.Code}, "reason": e.Reason, "subject": e.Subject, "value": e.Value, "message": e.Message}
			for name, f := range fields {
				v, given := want[i][name]
				if f.Text == Masked {
					continue // under a code of tokens, also where it is too short to be noted
				}
				if f.State == Present && f.Text != fmt.Sprint(v) || f.State != Present && v != nil || f.State == Absent && given {
					t.Errorf("%s of error %d: %+v, want %v", name, i, f, v)
				}
			}
		}
	})
}

// cleanBody reads a text that is nothing but an errors array, all of its codes numbers and its
// other values simple.
func cleanBody(text string) (errors []map[string]any, ok bool) {
	var body map[string][]map[string]any
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&body); err != nil || len(body) != 1 || len(body["errors"]) == 0 {
		return nil, false
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, false
	}
	simple := regexp.MustCompile(`^[\w.,-]+( [\w.,-]+)*$`)
	for _, e := range body["errors"] {
		for name, v := range e {
			s := fmt.Sprint(v)
			switch {
			case name == "code" && regexp.MustCompile(`^[1-9]\d{0,8}$`).MatchString(s):
			case name == "code" || !strings.Contains(" reason subject value message ", " "+name+" "):
				return nil, false
			case v != nil && !simple.MatchString(s):
				return nil, false
			}
		}
		if e["code"] == nil {
			return nil, false
		}
	}
	return body["errors"], true
}

// hostile are inputs made to be slow, or to be read by recursion.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	return map[string]string{
		"open brackets":             fill("["),
		"open braces":               fill("{"),
		"open objects":              fill(`{"a":`),
		"open errors":               fill(`{"errors":[{"code":2001,`),
		"half-open in prose":        fill(`{"errors":[ and then `),
		"closing brackets":          fill("]"),
		"wrong brackets":            fill("[}"),
		"quotes":                    fill(`"`),
		"quotes in an object":       `{"errors":[{"code":2001,"value":"` + fill(`"x`),
		"quotes and spaces":         `{"a":"` + fill(`" `),
		"apostrophes":               `{'a':'` + fill(`'s `),
		"backslashes":               fill(`\`),
		"escaped quotes":            fill(`\"`),
		"escaped bodies":            fill(`{\"a\":`),
		"escaped deeper and deeper": `{"a":"` + fill(`\\\\\\\\\\\\\\\"{`),
		"percent":                   fill("%7B"),
		"percent and spaces":        fill("%7B "),
		"percent twice":             fill("%257B"),
		"entities":                  fill("&quot;"),
		"entity bodies":             fill("{&quot;a&quot;:"),
		"doubled quotes":            fill(`{""a"":`),
		"base64":                    fill("eyJh"),
		"base64 words":              fill("eyJhIjoxfQeyJhIjox "),
		"one endless line":          fill(`status 400 failed {x `),
		"status lines":              fill("HTTP/1.1 404 Not Found\n"),
		"labels":                    fill("status "),
		"requests":                  fill("GET /x "),
		"addresses":                 fill("https://a/b "),
		"prefixes":                  fill("> {\n"),
		"longer prefixes":           fill("12:00 x {\n12:00 x"),
		"chunks":                    "HTTP/1.1 400 x\nTransfer-Encoding: chunked\n\n" + fill("1\na\n"),
		"chunked messages":          fill("HTTP/1.1 400 x\nTransfer-Encoding: chunked\n\nff\n"),
		"line feeds":                fill("\n"),
		"line feeds in a string":    `{"a":"` + fill("x\n"),
		"wrapped strings":           `{"a":"` + fill("x\nx\"y"),
		"comments":                  fill("{/*"),
		"line comments":             "{" + fill("//\n"),
		"print_r":                   fill("Array\n(\n[a] => "),
		"var_dump":                  fill(`array(1) {["a"]=>`),
		"maps of Go":                fill("map[a:"),
		"html":                      fill("<html><title>"),
		"digits":                    fill("1"),
		"phones":                    fill("+7 ( "),
		"at signs":                  fill("a@"),
		"secrets":                   fill("token="),
		"bearers":                   fill("Bearer abcdef123 "),
		"cookies":                   fill("Cookie: "),
		"letters":                   fill("a"),
		"Cyrillic":                  fill("я"),
		"no UTF-8":                  fill("\xcf\xf0"),
		"UTF-16":                    "\xff\xfe" + fill("{\x00"),
		"zeros":                     fill("\x00"),
		"wide error lists":          `{"errors":[` + fill(`{"code":2001},`),
		"wide objects":              `{"errors":[{` + fill(`"code":2001,`),
		"errors within errors":      fill(`{"errors":[{"code":2001,"x":`),
		"records":                   fill(`{"status":400,"body":`),
		"records with bodies":       `{"status":400,` + fill(`"a":{"errors":[{"code":2001}]},`),
		"a HAR":                     `{"log":{"entries":[` + fill(`{"request":{"method":"GET"},"response":{"status":500}},`),
		"strings with bodies":       `[` + fill(`"{\"errors\":[{\"code\":2001}]}",`),
		"fragments":                 fill(`code:2001,reason:x `),
		"fragments over lines":      fill("code: 2001\nreason: x\n"),
		"lists in YAML":             fill("errors:\n- code: 2001\n"),
		"items in YAML":             "errors:\n" + fill("- code: 2001\n"),
		"cut bodies, a line each":   fill("10:00:00 {\"errors\":[{\"code\":2001,\n"),
		"cut marks":                 fill("{\"errors\":[{\"code\":2001,... (12 bytes)]\n"),
		"times":                     fill("10:00:00 {\n"),
		"tokens":                    `{"errors":[{"code":1002,"reason":"` + fill("a1b2c3d4e5 "),
		"errors with tokens":        `{"errors":[` + fill(`{"code":1002,"reason":"a1b2c3d4e5"},`),
		"lists of headers":          fill("Authorization=[["),
		"bulk":                      `[` + fill(`{"id":1,"type":"a","status":"FAILED"},`),
		"nested responses":          fill(`{"response":`) + `{"status":400}`,
		"nested requests":           fill(`{"request":`),
		"joined strings":            `{"errors":[{"code":2003,"value":` + fill(`"" +`) + `"x"}]}`,
	}
}

// TestHostileInput reads them with a stack that holds no recursion over them. How the work grows is
// counted in package linear.
func TestHostileInput(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(1 << 18))
	n := 1 << 18
	if testing.Short() {
		n = 1 << 16
	}
	for name, text := range hostile(n) {
		t.Run(name, func(t *testing.T) {
			Text(text, vocabulary)
		})
	}
}

// BenchmarkHostile shows what a byte of each hostile input costs; compare the MB/s of one
// run.
func BenchmarkHostile(b *testing.B) {
	for name, text := range hostile(2 << 20) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Text(text, vocabulary)
			}
		})
	}
}
