package decode

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTraces wants of each response the line, the id and the time of its request.
func TestTraces(t *testing.T) {
	const body = `{"errors":[{"code":1003}]}`
	const har = `{"log":{"entries":[` +
		`{"startedDateTime":"2024-03-04T12:00:00.5Z","time":12,"request":{"method":"PUT","url":"https://p.example/x?token=a","headers":[{"name":"X-Request-Id","value":"aaaa-1111"}]},"response":{"status":401,"content":{"text":"{\"errors\":[{\"code\":1003}]}"}}},` +
		`{"response":{"status":401,"headers":[{"name":"x-trace-id","value":"bbbb-2222"}],"content":{"text":"{\"errors\":[{\"code\":1003}]}"}},"request":{"method":"POST","url":"https://p.example/y"},"startedDateTime":"2024-03-04T12:00:01Z"}]}}`
	type want = [3]string // request, id, time
	for name, c := range map[string]struct {
		text string
		want []want
	}{
		"none":                    {body, []want{{}}},
		"the nearest before":      {"2024-03-04 10:00:00 x-request-id: aaaa-1111\n2024-03-04 11:00:00,5 request_id=bbbb-2222 " + body + "\n2024-03-04 12:00:00 request_id=cccc-3333", []want{{"", "bbbb-2222", "2024-03-04 11:00:00,5"}}},
		"the first of its line":   {"[04.03.2024 12:00:00] valid until 01.01.2027 00:00:00 " + body, []want{{"", "", "04.03.2024 12:00:00"}}},
		"two on a line":           {"2024-03-04 12:00:00 " + body + " and " + body, []want{{"", "", "2024-03-04 12:00:00"}, {"", "", "2024-03-04 12:00:00"}}},
		"headers behind a status": {"429 {'Date': 'Tue, 05 Mar 2024 07:11:12 GMT', 'Content-Length': '0'}", []want{{"", "", "Tue, 05 Mar 2024 07:11:12 GMT"}}},
		"a message":               {"> PUT /x HTTP/1.1\n> Host: p.example\n\n< HTTP/1.1 401 x\n< Date: Mon, 04 Mar 2024 09:00:00 GMT\n< X-Correlation-ID: 42-abc-9\n\n" + body, []want{{"PUT /x", "42-abc-9", "Mon, 04 Mar 2024 09:00:00 GMT"}}},
		"a status alone":          {"12.03.2024 10:00:00 PUT https://p.example/user/token?a=b 401 request-id: aaaa-1111", []want{{"PUT https://p.example/user/token", "aaaa-1111", "12.03.2024 10:00:00"}}},
		"an access log":           {`1.2.3.4 - - [04/Mar/2024:12:00:00 +0300] "PUT /x HTTP/1.1" 401 ` + body, []want{{"PUT /x", "", "04/Mar/2024:12:00:00 +0300"}}},
		"curl":                    {"curl -X PATCH 'https://p.example/x?token=a' -d '{}'\n" + body, []want{{"PATCH https://p.example/x", "", ""}}},
		"behind, but not of the next": {body + "\n{\"requestId\":\"aaaa-1111\"}\nGET https://api.evotor.ru/stores\nx-request-id: bbbb-2222\nHTTP/1.1 404 Not Found",
			[]want{{"", "aaaa-1111", ""}, {"GET https://api.evotor.ru/stores", "bbbb-2222", ""}}},
		"entries of a HAR": {har, []want{{"PUT https://p.example/x", "aaaa-1111", "2024-03-04T12:00:00.5Z"}, {"POST https://p.example/y", "bbbb-2222", "2024-03-04T12:00:01Z"}}},
		"records of a log, the time last": {`{"body":"{\"errors\":[{\"code\":1003}]}","method":"put","path":"/x","trace_id":"aaaa-1111","ts":"2024-03-04T12:00:00Z"}` + "\n" +
			`{"body":"{\"errors\":[{\"code\":1003}]}","status":401,"request":"PUT /y HTTP/1.1","ts":"2024-03-04T12:00:01Z"}`,
			[]want{{"PUT /x", "aaaa-1111", "2024-03-04T12:00:00Z"}, {"PUT /y", "", "2024-03-04T12:00:01Z"}}},
		"a record's request in a string": {`{"status":401,"request":"PUT https://p.example/y?a=b","body":"x","level":"error"}`, []want{{"PUT https://p.example/y", "", ""}}},
		"a record's request in words":    {`{"status":401,"request":"put off","body":"x","level":"error"}`, []want{{}}},
		"headers of Go":                  {`{"status":401,"headers":{"X-Request-Id":["aaaa-1111"]},"body":"x","url":"https://p.example/x","method":"GET"}`, []want{{"GET https://p.example/x", "aaaa-1111", ""}}},
		"in the response itself":         {`{"errors":[{"code":1003,"value":"2024-03-04T12:00:00Z","reason":"PUT /x request_id=aaaa-1111"}]}`, []want{{}}},
		"no address, no id":              {"GET the report\nFORGET /x\ntrace_id: 1\nmy-request-id: aaaa-1111\n" + body, []want{{}}},
	} {
		got := []want{}
		for _, r := range Text(c.text, vocabulary).Responses {
			said := want{}
			for kind, trace := range []*Trace{r.Request, r.RequestID, r.Time} {
				if trace == nil {
					continue
				}
				said[kind] = strings.TrimSpace(trace.Method + " " + trace.Text)
				if at := c.text[trace.Span.Start:trace.Span.End]; len(at) < len(trace.Text) || at[:len(trace.Text)] != trace.Text {
					t.Errorf("%s: the place of %q is that of %q", name, trace.Text, at)
				}
			}
			got = append(got, said)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n%s", name, diff)
		}
	}
}
