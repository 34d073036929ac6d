package decode

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// said is what is compared of a response. Who answered is not: in a log the decoder takes it from
// a request however far before.
func said(r *Response) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d %t", r.Kind, r.Status, r.Truncated)
	if r.Time != nil {
		b.WriteString(" " + r.Time.Text)
	}
	for _, e := range r.Errors {
		fmt.Fprintf(&b, " %s(%s|%s|%s)", e.Code, e.Reason.Text, e.Subject.Text, e.Value.Text)
	}
	return b.String()
}

// streamed are the responses of a text that is read in parts, each with its line.
func streamed(of sizes, text string, part int) (list []string, unread int) {
	r := newReader(vocabulary, of, func(f Finding) { list = append(list, fmt.Sprintf("%d %d: %s", f.Line, f.Offset, said(f.Response))) })
	for at := 0; at < len(text); at += part {
		r.Write([]byte(text[at:min(at+part, len(text))]))
	}
	r.Close()
	return list, r.Unread
}

func whole(text string) (list []string) {
	for _, r := range Text(text, vocabulary).Responses {
		list = append(list, fmt.Sprintf("%d %d: %s", 1+strings.Count(text[:r.Span.Start], "\n"), r.Span.Start, said(&r)))
	}
	return list
}

// logged are what logs are made of: each is whole, and fits the margin of the tests.
var logged = []string{
	"2026-11-24T19:13:22.123Z INFO sync of store %d took 12 ms and sent 40 documents",
	"2026-11-24T19:13:22.123Z ERROR PUT https://partner.example/inventories/devices status=400 body={\"errors\":[{\"code\":2003,\"reason\":\"incorrect\",\"subject\":\"deviceUuid\",\"value\":\"a%d\"}]}",
	"10.0.0.1 - - [24/Nov/2026:19:13:22 +0300] \"POST /api/v1/%d HTTP/1.1\" 401 25",
	"HTTP/1.1 400 Bad Request\nDate: Tue, 24 Nov 2026 19:13:22 GMT\n\n{\"errors\":[{\"code\":1005,\"value\":\"%d\"}]}\n",
	"{\n  \"errors\": [\n    {\n      \"code\": 2002,\n      \"reason\": \"missing\",\n      \"subject\": \"f%d\"\n    }\n  ]\n}",
	"> GET /stores/%d HTTP/1.1\n> Host: api.evotor.ru\n\n< HTTP/1.1 404 Not Found\n<\n< {\"code\":\"not_found\",\"message\":\"no store\"}\n",
	"{\"level\":\"error\",\"time\":\"2026-11-24T19:13:22Z\",\"status\":402,\"msg\":\"payment %d\",\"body\":\"{\\\"errors\\\":[{\\\"code\\\":1004}]}\"}",
	"",
	"Traceback (most recent call last):\n  File \"a.py\", line %d\nrequests.HTTPError: 500 Server Error",
	"it's %d o'clock { \"half open",
}

// TestLines wants of logs, however they are cut into pieces, what is found in the whole.
func TestLines(t *testing.T) {
	runs := 60
	if testing.Short() {
		runs = 10
	}
	for seed := range runs {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		piece := 1 + r.IntN(8<<10)
		of := sizes{margin: 4 << 10, least: piece, most: piece, maxRecord: 32 << 10}
		var b strings.Builder
		for i := range 20 + r.IntN(400) {
			record := logged[r.IntN(len(logged))]
			if r.IntN(3) > 0 {
				record = logged[0]
			}
			if strings.Contains(record, "%d") {
				record = fmt.Sprintf(record, i)
			}
			b.WriteString(record + "\n")
		}
		same(t, of, b.String(), 1+r.IntN(5000))
	}
}

// TestDocuments wants the same of documents: every entry of each is read, however large the whole.
func TestDocuments(t *testing.T) {
	of := sizes{margin: 1 << 10, least: 2 << 10, most: 2 << 10, maxRecord: 16 << 10}
	error := `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":"a%d"}]}`
	entry := `{"startedDateTime":"2026-11-24T19:13:22Z","request":{"method":"PUT","url":"https://partner.example/x?a=%d","headers":[]},"response":{"status":%d,"content":{"size":%d,"mimeType":"application/json","text":%q}}}`
	har := func(n int, between string) string {
		var list []string
		for i := range n {
			status, body := 200, strings.Repeat("x", i*37%3000)
			if i%3 == 0 {
				status, body = 400, fmt.Sprintf(error, i)
			}
			list = append(list, fmt.Sprintf(entry, i, status, len(body), body))
		}
		return `{"log":{"version":"1.2","pages":[{"id":"p"},{"id":"q"}],"entries":[` + strings.Join(list, ","+between) + `],"comment":""}}`
	}
	var bodies, strs []string
	for i := range 400 {
		bodies = append(bodies, fmt.Sprintf(`{"id":%d,"response":{"status":400,"body":`+error+`}}`, i, i))
		strs = append(strs, fmt.Sprintf("%q", fmt.Sprintf(`{"id":%d,"status":500,"msg":"failed \ %d"}`, i, i)))
	}
	for name, text := range map[string]string{
		"a HAR":                har(200, ""),
		"one over lines":       "\ufeff" + har(200, "\n  ") + "\n",
		"two":                  har(100, "") + "\n" + har(100, ""),
		"one with a log":       har(100, "") + "\n" + strings.Repeat("GET /x HTTP/1.1 401 Unauthorized\n", 200),
		"one that is cut off":  har(200, "")[:90_000],
		"a list":               "[" + strings.Join(bodies, ",\n") + "]",
		"a list in a document": `{"took":1,"hits":{"total":400,"hits":[` + strings.Join(bodies, ",") + `]}}`,
		"lists in a list":      "[[" + strings.Join(bodies[:200], ",") + "],[" + strings.Join(bodies[200:], ",") + "]]",
		"an object":            `{"a":{"a":0},` + `"b":{"x":[` + strings.Join(bodies, ",") + `]}}`,
		"strings":              "[" + strings.Join(strs, ",") + "]",
		"a line each":          strings.Join(bodies, "\n"),
		"no JSON":              "{" + strings.Repeat("status: ok, all is well\n", 300) + "HTTP/1.1 404 Not Found\n",
		"a quote left open":    "{\"a\":\"b\n" + strings.Repeat("all is well\n", 600) + strings.Join(bodies, "\n"),
	} {
		t.Run(name, func(t *testing.T) {
			for _, part := range []int{1, 977, len(text)} {
				same(t, of, text, part)
			}
		})
	}
}

// TestManyErrors wants the errors of one body that goes on over pieces: what leads to them is kept.
func TestManyErrors(t *testing.T) {
	of := sizes{margin: 1 << 10, least: 2 << 10, most: 2 << 10, maxRecord: 8 << 10}
	text := `{"a":[[1]],"errors":[` + strings.Repeat(`{"code":4999,"more":{"a":[1]}},`, 2000) + `{"code":4999}]}`
	list, unread := streamed(of, text, 977)
	if n := strings.Count(strings.Join(list, " "), " 4999("); n != 2001 || unread > 0 {
		t.Errorf("%d errors, %d places not read", n, unread)
	}
}

// TestTooLong wants what is too long to be counted, and all that comes behind it.
func TestTooLong(t *testing.T) {
	of := sizes{margin: 1 << 10, least: 2 << 10, most: 2 << 10, maxRecord: 8 << 10}
	long := strings.Repeat(`x\\\"`, 8<<10)
	error := `{"errors":[{"code":2003,"value":"%s"}]}`
	for name, text := range map[string]string{
		"an entry":           `[{"a":"` + long + `","b":{"c":[1]}},` + strings.Repeat(fmt.Sprintf(error, "x")+",", 200) + "{}]",
		"a string in a list": `{"a":["` + long + `","",` + strings.Repeat(fmt.Sprintf(error, "x")+",", 200) + "{}]}",
		"the last entry":     `[` + strings.Repeat(fmt.Sprintf(error, "x")+",", 200) + `{"a":"` + long + `"}]`,
		"a member":           `{"a":"` + long + `","b":[` + strings.Repeat(fmt.Sprintf(error, "x")+",", 200) + "{}]}",
		"a value in a log":   strings.Repeat("all is well\n", 500) + fmt.Sprintf(error, long) + "\n" + strings.Repeat("10:00 "+fmt.Sprintf(error, "x")+"\n", 199),
	} {
		t.Run(name, func(t *testing.T) {
			for _, part := range []int{1, 977, len(text)} {
				got, unread := streamed(of, text, part)
				if unread == 0 || len(got) != 200 {
					t.Errorf("in parts of %d, %d responses are found and %d places not read, want 200 and some", part, len(got), unread)
				}
			}
		})
	}
}

// TestSecret wants a secret masked where it recurs, pieces later, too.
func TestSecret(t *testing.T) {
	of := sizes{margin: 1 << 10, least: 2 << 10, most: 2 << 10, maxRecord: 8 << 10}
	text := "Authorization: Bearer FAKE-123-456\n" + strings.Repeat("all is well\n", 1000) + `{"errors":[{"code":2003,"value":"a FAKE-123-456 b"}]}`
	if got, _ := streamed(of, text, 100); len(got) != 1 || strings.Contains(got[0], "FAKE") {
		t.Errorf("%q", got)
	}
	var many strings.Builder
	for i := range maxRemembered + 300 {
		fmt.Fprintf(&many, "token=FAKE-%06d-0\n", i)
	}
	text = strings.ReplaceAll(text, "all is well\n", "") // its secret is one of too many
	text = strings.Replace(text, "\n", "\n"+many.String(), 1)
	if got, _ := streamed(of, text, 100); len(got) != 1 || !strings.Contains(got[0], "FAKE-123-456") {
		t.Errorf("more than %d are remembered: %q", maxRemembered, got)
	}
}

func same(t *testing.T, of sizes, text string, part int) {
	t.Helper()
	got, _ := streamed(of, text, part)
	if diff := cmp.Diff(whole(text), got); diff != "" {
		file := filepath.Join(os.TempDir(), "stream.txt")
		os.WriteFile(file, []byte(text), 0o600)
		t.Fatalf("read in pieces, %s gives something else (-whole +pieces):\n%s", file, diff)
	}
}
