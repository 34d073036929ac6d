package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
	site_ "evotor-errors/app/site"
	"evotor-errors/app/site/page"
)

// An elementCase is a response that both the Go package and the element explain.
type elementCase struct {
	Status int    `json:"status"`
	Body   string `json:"body"`

	secrets []string // that must not be said
}

// elementCases are the shapes of the catalogue with every code and reason, values of every
// kind, secrets in every field, and every text of well-formed JSON among the cases of the
// decoder and the samples, by itself and under a status.
func elementCases(t testing.TB) (list []elementCase) {
	values := []string{`null`, `""`, `"x"`, `false`, `0`, `15.50`, `-1e3`, `"<img src=x onerror=alert(1)>"`, `"` + strings.Repeat("длинное ", 60) + `"`, `{"a":[1,"b"],"c":15.50}`, `[]`, `"a\nb\t\"c\" \\ \u0041"`}
	for _, e := range catalog.All() {
		if e.Code == "" {
			continue
		}
		if _, err := strconv.Atoi(e.Code); err == nil {
			list = append(list, elementCase{Status: e.Status, Body: `{"errors":[{"code":` + e.Code + `}]}`}, elementCase{Body: `{"errors":[{"code":"0` + e.Code + `"}]}`})
			for _, reason := range append(e.Reasons, "Strange") {
				list = append(list, elementCase{Status: e.Status, Body: `{"errors":[{"code":` + e.Code + `,"reason":"` + reason + `","subject":"deviceUuid"}]}`})
			}
			for _, v := range values {
				list = append(list, elementCase{Status: 400, Body: `{"errors":[{"code":` + e.Code + `,"reason":"incorrect","subject":"field","value":` + v + `}]}`})
			}
			continue
		}
		list = append(list,
			elementCase{Status: e.Status, Body: `{"code":"` + e.Code + `","message":"m"}`},
			elementCase{Body: `{"code":"` + e.Code + `","message":"m","violations":[{"reason":"must not be null","subject":"name"},{"reason":"r","subject":"price","value":"5"}],"value":"v"}`},
			elementCase{Status: 200, Body: `{"id":"1","modified_at":"2024","type":"product","status":"FAILED","details":[{"code":"` + e.Code + `","message":"m","violations":[{"reason":"r","subject":"s"}]}]}`})
	}
	for _, body := range []string{
		`{"errors":[{"code":3000,"reason":"r"}]}`, `{"errors":[{"code":9999,"subject":"x"}]}`, `{}`, ``, `[]`, `{"errors":[]}`, `<html><title>502 Bad Gateway</title></html>`, `{"a":1}`, `{"id":"x","name":"y","price":5}`,
		` {"errors" : [ {"code":2001}, {"code":2004} ] } `,
		// Shapes that are not those of the page.
		`{"errors":[{"reason":"missing","subject":"deviceUuid"}]}`, `{"errors":[{"reason":"strange","subject":"deviceUuid"}]}`, `{"errors":{"code":2003,"subject":"s"}}`, `{"errors":{"0":{"code":2003}}}`,
		`{"errors":[null,{"code":2003},"x",7]}`, `{"Errors":[{"Code":2003,"Subject":"S","VALUE":"v"}]}`, `{"errors":[{"code":2003,"Code":2004}]}`, `{"errors":[{"errors":[{"code":2001}]}]}`,
		`{"code":2003}`, `{"code":"2003","reason":"incorrect"}`, `{"code":3000}`, `{"code":3000,"reason":"r","subject":"s"}`, `{"code":2003,"id":1}`, `[{"code":2003},{"code":2001}]`, `[{"code":2003},5]`,
		`{"code":"strange_word","message":"m"}`, `{"code":"strange_word"}`, `{"code":"unknown_device","error":"e"}`, `{"code":"validation_failed","violations":null}`,
		`{"code":"validation_failed","violations":[null,"x",{"reason":"r","subject":"s"}]}`, `{"code":"validation_failed","message":"m","violations":[null]}`, `{"code":"validation_failed","message":null,"value":null,"violations":[{"subject":"s"}]}`,
		`{"id":"1","type":"product","status":"FAILED"}`, `{"id":"1","type":"x","modified_at":"y","status":"declined","details":[]}`, `{"id":"1","type":"x","status":"FAILED"}`, `{"status":"FAILED","details":{"code":"validation_failed"}}`,
		`{"id":"1","type":"product","status":"FAILED","modified_at":"2024","details":[{"code":"validation_failed","message":"m"},null]}`, `{"id":"1","type":"product","status":"FAILED","modified_at":"2024","details":[{"message":"m"}]}`,
		`{"error":{"code":7,"text":"t","type":"y","error_id":"z"}}`, `{"error":{"code":7,"text":"t"}}`,
		`{"status":403,"errors":[{"code":1001}]}`,
	} {
		list = append(list, elementCase{Body: body}, elementCase{Status: 400, Body: body}, elementCase{Status: 503, Body: body})
	}
	for _, secret := range []string{
		"password=qwerty-12345 and Bearer abcdef.ghijkl", "пароль: qwerty123", "Cookie: sid=abcdef123; b=c", "at https://user:pa55w0rd@host/", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123456_-xyz is wrong",
		"token S1aaaaaa11 is wrong", "expected S1aaaaaa11", "{\"token\":\"FAKE-1234\"}", "token облака: FAKE-1234", "Authorization: Basic dXNlcjpwYXNz", "x?key=a8f3c19e55&sign=b7d2e40f66", "curl -u ivan:pa55word https://x", "auth=('ivan', 'pa55word')",
		"token=<token>", "bearer token, basic auth", "токен неверен", "A=b", "session expired", "https://api.telegram.org/bot123456:AAaaaaaaaaaaaaaa11/x", "--token hunter2 x", "Set-Cookie: a=FAKE-abc, x",
	} {
		s, _ := json.Marshal(secret)
		for _, code := range []string{"2003", "1002", `"validation_failed"`, "3000"} {
			list = append(list, elementCase{Status: 400, Body: fmt.Sprintf(`{"errors":[{"code":%s,"reason":%s,"subject":%s,"value":%s,"message":%s}]}`, code, s, s, s, s)})
		}
	}
	list = append(list, secretCases(t)...)
	for _, subject := range []string{"sessionId", "пароль", "headers.authorization", "body.token", "data.attributes.token", "/settings/token", "tokens[0].token", "jwt", "key", "X-Authorization", "name", "user token", "inn", "cookies"} {
		list = append(list, elementCase{Status: 400, Body: `{"errors":[{"code":2003,"subject":"` + subject + `","value":"FAKE-1234","message":"not FAKE-1234"},{"code":2002,"reason":"FAKE-1234"}]}`},
			elementCase{Body: `{"code":"validation_failed","violations":[{"subject":"` + subject + `","value":{"a":"FAKE-5678"},"reason":"FAKE-5678"}],"message":"FAKE-5678"}`})
	}
	for _, text := range wellFormed(t) {
		list = append(list, elementCase{Body: text}, elementCase{Status: 400, Body: text})
	}
	return list
}

// secretCases have the texts of the package secret for messages.
func secretCases(t testing.TB) (list []elementCase) {
	data, err := os.ReadFile("../decode/secret/testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var marked string
		if json.Unmarshal([]byte(line), &marked) != nil {
			continue // a heading
		}
		var c elementCase
		text := ""
		for rest, more := marked, true; more; {
			var before, value string
			before, rest, more = strings.Cut(rest, "⟦")
			value, rest, _ = strings.Cut(rest, "⟧")
			if _, somebodys, ok := strings.Cut(value, "|"); ok {
				value = somebodys
			} else if len(value) > 4 {
				c.secrets = append(c.secrets, value)
			}
			text += before + value
		}
		s, _ := json.Marshal(text)
		c.Status, c.Body = 400, fmt.Sprintf(`{"errors":[{"code":2003,"reason":"r","subject":"s","message":%s}]}`, s)
		list = append(list, c)
	}
	if len(list) < 150 {
		t.Fatalf("only %d texts with secrets", len(list))
	}
	return list
}

// wellFormed are the cases of the decoder and the samples that are JSON.
func wellFormed(t testing.TB) (list []string) {
	files, err := filepath.Glob("../decode/testdata/cases/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split("\n"+string(data), "\n### ")[1:] {
			_, text, _ := strings.Cut(c, "\n")
			text, _, _ = strings.Cut(text, "\n=> ")
			list = append(list, text)
		}
	}
	files, err = filepath.Glob("../explain/testdata/samples/*.in")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(data))
	}
	list = slices.DeleteFunc(list, func(s string) bool { return !json.Valid([]byte(s)) })
	if len(list) < 30 {
		t.Fatalf("only %d cases are JSON", len(list))
	}
	return list
}

// An elementAnswer is what the element says, and what Go does.
type elementAnswer struct {
	Kind   string
	Own    map[string]any // verdict of the response itself
	Errors []map[string]any
	Help   map[string]any // the table of the report
}

var ownFields = []string{"title", "explanation", "actor", "retry", "page", "help"}

// said is what Go says of a response; nil if it is none, or not the only one.
func said(c elementCase, lang catalog.Lang) *elementAnswer {
	report := explain.Text(c.Body, lang)
	if c.Status != 0 {
		report = explain.Answer(c.Status, c.Body, lang)
	}
	if len(report.Responses) != 1 {
		return nil
	}
	answer := answerOf(fields(report))
	for _, e := range answer.Errors {
		delete(e, "span")
		delete(e, "spans")
		delete(e, "clues") // the element has no room for them
	}
	return answer
}

// answerOf is what the first response of a report says.
func answerOf(report map[string]any) *elementAnswer {
	r := report["responses"].([]any)[0].(map[string]any)
	answer := &elementAnswer{Kind: r["kind"].(string), Own: map[string]any{}, Help: report["help"].(map[string]any)}
	for _, e := range r["errors"].([]any) {
		answer.Errors = append(answer.Errors, e.(map[string]any))
	}
	for name, value := range r {
		if answer.Errors == nil && slices.Contains(ownFields, name) {
			answer.Own[name] = value
		}
	}
	return answer
}

// fields are what a part of a report has in JSON.
func fields(v any) (m map[string]any) {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		panic(err)
	}
	return m
}

// elsewhere is what other systems say beside the same numbers, and a garbled word.
var elsewhere = regexp.MustCompile(`moreInfo|"messages"|MySQL|SQLSTATE|РќРµРІ`)

// leftToTool is what the element leaves to the tool, and says so: answers of other systems that look
// alike, documents that hold a response within themselves or beside a status of their own, statuses
// that only words tell, and garbled letters.
func leftToTool(c elementCase, want *elementAnswer) bool {
	if want != nil && len(want.Errors) == 0 && c.Status == 0 && want.Kind != "bulk-error" ||
		elsewhere.MatchString(c.Body) {
		return true
	}
	var v any
	if json.Unmarshal([]byte(c.Body), &v) != nil {
		return strings.ContainsAny(c.Body, "{[") && !strings.HasPrefix(c.Body, "<")
	}
	var within func(v any, depth int) bool
	within = func(v any, depth int) bool {
		switch v := v.(type) {
		case string:
			return strings.ContainsAny(v, "{<") || strings.Contains(v, "HTTP/") || strings.Contains(v, "=>") || strings.Contains(v, `\u`)
		case []any:
			for _, item := range v {
				if within(item, depth+1) {
					return true
				}
			}
		case map[string]any:
			for name, item := range v {
				if depth > 0 && slices.Contains([]string{"errors", "code", "violations", "details"}, strings.ToLower(name)) || within(item, depth+1) || strings.Contains(strings.ToLower(name), "status") {
					return true
				}
			}
		}
		return false
	}
	return within(v, 0)
}

// allowMore lets the element hide more than Go where it hides something, never less.
func allowMore(want, got map[string]any) {
	for name, w := range want {
		w, _ := w.(string)
		if g, ok := got[name].(string); ok {
			got[name] = hidingMore(w, g)
		}
	}
}

// allowMoreHelp does so in what is to be done.
func allowMoreHelp(want, got map[string]any) {
	for name := range want {
		w, _ := want[name].(map[string]any)
		g, _ := got[name].(map[string]any)
		for _, list := range []string{"steps", "otherwise"} {
			w, _ := w[list].([]any)
			g, _ := g[list].([]any)
			for i := range min(len(w), len(g)) {
				allowMore(w[i].(map[string]any), g[i].(map[string]any))
			}
		}
	}
}

func hidingMore(want, got string) string {
	if before, _, ok := strings.Cut(got, "•••"); ok && strings.HasPrefix(want, before) {
		return want
	}
	return got
}

// compare reports how the element's answer differs from Go's.
func compare(t testing.TB, c elementCase, lang catalog.Lang, got *elementAnswer) {
	t.Helper()
	want := said(c, lang)
	var compact bytes.Buffer
	if json.Compact(&compact, []byte(c.Body)) == nil && !cmp.Equal(want, got) {
		c.Body = compact.String() // the element does not keep the blanks of an object that is a value
		want = said(c, lang)
	}
	if got == nil && leftToTool(c, want) {
		return
	}
	if got != nil {
		said := ""
		for _, e := range got.Errors {
			for _, v := range e {
				text, _ := v.(string)
				said += text + "\n"
			}
		}
		for _, secret := range c.secrets {
			if strings.Contains(said, secret) {
				t.Errorf("%s\nthe element repeats %q:\n%s", c.Body, secret, said)
			}
		}
	}
	if want != nil && got != nil {
		allowMore(want.Own, got.Own)
		for i := range min(len(want.Errors), len(got.Errors)) {
			allowMore(want.Errors[i], got.Errors[i])
		}
		allowMoreHelp(want.Help, got.Help)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%d %s\n%s", c.Status, c.Body, diff)
	}
}

// TestElementSaysWhatGoSays compares the two explanations of one response.
func TestElementSaysWhatGoSays(t *testing.T) {
	t.Parallel()
	for _, lang := range catalog.Langs {
		ask := element(t, lang)
		for _, c := range elementCases(t) {
			compare(t, c, lang, ask(t, c))
		}
	}
}

// node runs the element's script with as much of a browser as it needs to explain, and answers
// cases, a line of JSON each.
const node = `
globalThis.HTMLElement = class {};
globalThis.document = {};
let explain;
globalThis.customElements = { get() {}, define(name, element) { explain ??= element.explain; } };
require("node:vm").runInThisContext(require("node:fs").readFileSync(process.argv[1], "utf8"));
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
	const { status, body } = JSON.parse(line);
	console.log(JSON.stringify(explain(body, status || undefined) ?? null));
});
`

// elementScript is the element's script in one language, in a file.
func elementScript(t testing.TB, lang catalog.Lang) string {
	docs, err := page.Load(os.DirFS("../../docs"), nil)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := site_.Build(site_.Input{Docs: docs, Template: os.DirFS("../../docs/template"), Schema: os.DirFS("../../docs/schema"), Web: os.DirFS("../../web"), Program: []byte("x")})
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "embed.js")
	if err := os.WriteFile(script, tree["v1/embed."+lang.String()+".js"], 0o644); err != nil {
		t.Fatal(err)
	}
	return script
}

// reportSchema is the published schema of reports.
func reportSchema(t testing.TB) *jsonschema.Schema {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/schema/report.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// element starts the element in Node and returns what asks it.
func element(t testing.TB, lang catalog.Lang) func(testing.TB, elementCase) *elementAnswer {
	cmd := exec.Command("node", "-e", node, elementScript(t, lang))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		cmd.Wait()
	})
	lines := bufio.NewReader(out)
	schema := reportSchema(t)
	return func(t testing.TB, c elementCase) *elementAnswer {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write(append(data, '\n')); err != nil {
			t.Fatal(err)
		}
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var report map[string]any
		if err := json.Unmarshal(line, &report); err != nil {
			t.Fatal(err)
		}
		if report == nil {
			return nil
		}
		if err := schema.Validate(report); err != nil {
			t.Errorf("%s\n%s", line, err)
		}
		return answerOf(report)
	}
}

// FuzzElement compares the element with Go on whatever JSON comes. It needs Node, no browser:
// go test ./app/e2e -short -run '^$' -fuzz FuzzElement.
func FuzzElement(f *testing.F) {
	ask := element(f, catalog.Russian)
	for _, c := range elementCases(f) {
		f.Add(c.Status, c.Body)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		if status != 0 && (status < 100 || status > 599) || !utf8.ValidString(body) || !json.Valid([]byte(body)) {
			return
		}
		if strings.Contains(strings.ToLower(body), `[{"errors"`) {
			return // a text that goes on behind a cut body looks so: the decoder begins anew
		}
		c := elementCase{Status: status, Body: body}
		compare(t, c, catalog.Russian, ask(t, c))
	})
}
