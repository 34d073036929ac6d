package decode

import (
	"fmt"
	"strings"
	"testing"
)

// TestCutBeforeNext cuts a body at every place and lets another response follow it, in the
// styles of logs and messages: the second one must be read as if it stood alone, and the
// first one must have nothing of it.
func TestCutBeforeNext(t *testing.T) {
	const line = `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":"a1"}]}`
	const pretty = "{\n  \"errors\": [\n    {\n      \"code\": 2003,\n      \"reason\": \"incorrect\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"a1\"\n    }\n  ]\n}"
	const next = `{"errors":[{"code":1004,"subject":"userUuid"}]}`
	for _, style := range []struct{ name, first, body, gap, second string }{
		{"times", "10:00 ERROR ", line, "\n", "10:02 ERROR status=402 " + next},
		{"times and the body alone", "10:00 ERROR status=400 ", line, "\n", "10:02 ERROR status=402\n" + next},
		{"times with a zone", "2024-03-05T10:00:00Z ERROR resp ", line, "\n", "2024-03-05T10:02:00Z ERROR status=402 resp " + next},
		{"Laravel", "[2024-03-05 10:00:00] local.ERROR: failed ", line, " \n", "[2024-03-05 10:00:02] local.ERROR: HTTP 402 " + next},
		{"syslog", "Nov 24 12:00:00 host app[1]: body ", line, "\r\n", "Nov 24 12:00:01 host app[1]: status=402 body " + next},
		{"an access log between", "10:00 ERROR ", line, "\n", "198.51.100.4 - - [04/Mar/2024:12:00:00 +0300] \"POST /x HTTP/1.1\" 402 15\n" + next},
		{"levels", "ERROR ", line, "\n", "ERROR status=402 " + next},
		{"levels in brackets", "[ERROR] ", line, "\n", "[ERROR] status=402 " + next},
		{"no prefix but its own", "reply was ", line, "\n", "reply was status=402 " + next},
		{"logcat", "E/Evotor: ", line, "\n", "E/Evotor: status=402 " + next},
		{"key=value", `level=error status=400 body=`, line, "\n", `level=error status=402 body=` + next},
		{"escaped", `time="10:00:00" status=400 body="`, strings.ReplaceAll(line, `"`, `\"`), "\n", `time="10:00:01" status=402 body="` + strings.ReplaceAll(next, `"`, `\"`) + `"`},
		{"lines of JSON", `{"level":"error","status":400,"body":`, line, "\n", `{"level":"error","status":402,"body":` + next + "}"},
		{"lines of JSON with strings", `{"level":"error","status":400,"body":"`, strings.ReplaceAll(line, `"`, `\"`), "\n", `{"level":"error","status":402,"body":"` + strings.ReplaceAll(next, `"`, `\"`) + `"}`},
		{"messages", "HTTP/1.1 400 Bad Request\n\n", line, "\n\n", "HTTP/1.1 402 Payment Required\n\n" + next},
		{"messages over lines", "HTTP/1.1 400 Bad Request\n\n", pretty, "\n\n", "HTTP/1.1 402 Payment Required\n\n" + next},
		{"curl -v", "< HTTP/1.1 400 Bad Request\n< \n", line, "\n", "> PUT /x HTTP/1.1\n> \n< HTTP/1.1 402 Payment Required\n< \n" + next},
		{"requests", "PUT https://p.example/x\nHTTP/1.1 400 Bad Request\n\n", pretty, "\n", "PUT https://p.example/y\nHTTP/1.1 402 Payment Required\n\n" + next},
		{"OkHttp", "<-- 400 https://p.example/x (3ms)\n\n", line, "\n", "<-- 402 https://p.example/x (3ms)\n\n" + next},
		{"bodies alone", "", line, "\n", next},
		{"bodies over lines alone", "", pretty, "\n\n", next},
	} {
		t.Run(style.name, func(t *testing.T) {
			want := strings.Split(summary(style.second), "\n")
			if len(want) != 1 {
				t.Fatal("the second response is none:", want)
			}
			for cut := strings.Index(style.body, "2003"); cut < len(style.body); cut++ {
				text := style.first + style.body[:cut] + style.gap + style.second
				got := Text(text, vocabulary).Responses
				lines := strings.Split(summary(text), "\n")
				last := lines[len(lines)-1]
				if len(got) > 2 || last != want[0] && !strings.HasPrefix(last, strings.TrimSuffix(want[0], "}")+" +") {
					t.Errorf("%s\n\nis %s\nwant the last to be %s", text, strings.Join(lines, "\n"), want[0])
					continue
				}
				if len(got) == 1 {
					continue // nothing that counts is left of the first
				}
				if end := len(style.first) + cut + 2; got[0].Span.End > end {
					t.Errorf("%s\n\nthe first one goes on to %d, over its end at %d", text, got[0].Span.End, end)
				}
				if !got[0].Truncated && got[0].Kind == Numeric && cut < len(style.body)-3 {
					t.Errorf("%s\n\nnothing is said to be missing", text)
				}
				for _, e := range got[0].Errors {
					fields := fmt.Sprint(e.Code, "|", e.Reason.Text, "|", e.Subject.Text, "|", e.Value.Text)
					if strings.Contains(fields, "1004") || strings.Contains(fields, "user") || strings.Contains(fields, "HTTP") {
						t.Errorf("%s\n\nthe first one has %s", text, fields)
					}
				}
			}
		})
	}
}
