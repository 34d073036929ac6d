package decode

import (
	"fmt"
	"strings"
	"testing"
)

// prefixes are what logs have before each line.
var prefixes = []struct{ name, prefix string }{
	{"docker compose", "sync_1  | "},
	{"docker compose v2", "web-1  | "},
	{"journalctl", "Mar 05 10:11:12 app1 sync[1187]: "},
	{"journalctl, iso", "2024-03-05T10:11:12+0300 app1 sync[1187]: "},
	{"syslog", "<134>Mar  5 10:11:12 app1 sync: "},
	{"logcat", "03-05 10:11:12.345  4321  4321 E SyncService: "},
	{"logcat, brief", "E/SyncService( 4321): "},
	{"flutter", "I/flutter ( 5880): "},
	{"flutter, short", "flutter: "},
	{"GitHub", "2024-03-05T07:11:12.3456789Z "},
	{"GitLab", "2024-03-05T07:11:12.345678Z 01O "},
	{"kubectl --prefix", "[pod/sync-7d9f/app] "},
	{"a time", "10:11:12 "},
	{"a time and a level", "2024-03-05 10:11:12,345 ERROR "},
	{"a time in brackets", "[10:11:12] "},
	{"a level in brackets", "[ERROR] "},
	{"pm2", "0|sync  | "},
	{"heroku", "2024-03-05T07:11:12.345678+00:00 app[web.1]: "},
	{"quoted mail", "> "},
	{"a comment", "// "},
	{"a comment of a shell", "# "},
	{"NSLog", "2024-03-05 10:11:12.345 App[4321:1234] "},
	{"windows", "05.03.2024 10:11:12  "},
}

// tellings are ways to write the status 400 before a body, on its line and on the line above.
var tellings = []struct{ name, same, above string }{
	{"answered", "partner answered 400: ", "partner answered 400"},
	{"HTTP", "HTTP 400: ", "HTTP 400"},
	{"status", "status=400 body=", "status: 400"},
	{"status code", "Request failed with status code 400: ", "Request failed with status code 400"},
	{"Response", "Response 400: ", "Response 400:"},
	{"Russian", "ответ 400: ", "ответ 400:"},
	{"Evotor returned", "Эвотор вернул ошибку 400: ", "Эвотор вернул ошибку 400"},
	{"an error in parentheses", "request failed (400): ", "request failed (400)"},
	{"a phrase", "400 Bad Request: ", "400 Bad Request"},
	{"a status line", "HTTP/1.1 400 Bad Request ", "HTTP/1.1 400 Bad Request"},
}

// TestLines reads one body, on one line and over several, behind each prefix and each way to tell
// its status.
func TestLines(t *testing.T) {
	bodies := []struct{ name, line, pretty, want string }{
		{"webhook",
			`{"errors":[{"code":2003,"reason":"incorrect","subject":"price","value":"0"},{"code":2002,"reason":"missing","subject":"inn"}]}`,
			"{\n  \"errors\": [\n    {\n      \"code\": 2003,\n      \"reason\": \"incorrect\",\n      \"subject\": \"price\",\n      \"value\": \"0\"\n    },\n    {\n      \"code\": 2002,\n      \"reason\": \"missing\",\n      \"subject\": \"inn\"\n    }\n  ]\n}",
			"numeric-error 400 2003(incorrect|price|0) 2002(missing|inn)"},
		{"REST",
			`{"code":"validation_failed","message":"not valid","violations":[{"reason":"must not be null","subject":"tax"}]}`,
			"{\n  \"code\": \"validation_failed\",\n  \"message\": \"not valid\",\n  \"violations\": [\n    {\n      \"reason\": \"must not be null\",\n      \"subject\": \"tax\"\n    }\n  ]\n}",
			"api-error 400 from-cloud validation_failed(must not be null|tax|message:not valid)"},
	}
	for _, p := range prefixes {
		for _, told := range tellings {
			for _, b := range bodies {
				for name, text := range map[string]string{
					"one line":                  told.same + b.line,
					"over lines":                told.same + b.pretty,
					"below, one line":           told.above + "\n" + b.line,
					"below, over lines":         told.above + "\n" + b.pretty,
					"below and lines around it": "start\n" + told.above + "\n" + b.pretty + "\ndone",
				} {
					text = p.prefix + strings.ReplaceAll(text, "\n", "\n"+p.prefix) + "\n"
					got, _, _ := strings.Cut(summary(text), " +")
					if got != b.want {
						t.Errorf("%s, %s, %s, %s: %s\n%s", p.name, told.name, b.name, name, got, text)
					}
				}
			}
		}
	}
}

// TestValues reads values as people write them, in the dumps of many languages.
func TestValues(t *testing.T) {
	values := []string{
		"10 шт.", "г. Казань, ул. Мира, д. 5", "+7 900 200-20-03", "8 (900) 200-20-03", `ООО "Ромашка"`, `ООО "Ромашка", Казань`,
		"ООО «Ромашка»", "12,50", "5, корп. 2", "1 000,00 руб.", "не более 10 символов", "2024-03-05", "10:30", "a@b.example", "100%", "№ 5", "5-2", "Иванов И. И.", "шт",
	}
	for name, dump := range map[string]string{
		"print_r":            "Array\n(\n    [errors] => Array\n        (\n            [0] => Array\n                (\n                    [code] => 2003\n                    [value] => %s\n                    [reason] => incorrect\n                    [subject] => x\n                )\n\n        )\n\n)\n",
		"print_r, last":      "Array\n(\n    [errors] => Array\n        (\n            [0] => Array\n                (\n                    [code] => 2003\n                    [reason] => incorrect\n                    [subject] => x\n                    [value] => %s\n                )\n\n        )\n\n)\n",
		"stdClass":           "stdClass Object\n(\n    [errors] => Array\n        (\n            [0] => stdClass Object\n                (\n                    [code] => 2003\n                    [reason] => incorrect\n                    [subject] => x\n                    [value] => %s\n                )\n        )\n)\n",
		"YAML":               "errors:\n  - code: 2003\n    reason: incorrect\n    subject: x\n    value: %s\n",
		"YAML, first":        "errors:\n- code: 2003\n  value: %s\n  reason: incorrect\n  subject: x\n",
		"YAML, nested":       "response:\n  body:\n    errors:\n      - code: 2003\n        value: %s\n        reason: incorrect\n        subject: x\n",
		"Java":               "{errors=[{code=2003, reason=incorrect, subject=x, value=%s}]}",
		"Java, first":        "{errors=[{value=%s, code=2003, reason=incorrect, subject=x}]}",
		"Java, a class":      "Response(errors=[Error(code=2003, reason=incorrect, subject=x, value=%s)])",
		"Java, two":          "{errors=[{code=2003, reason=incorrect, subject=x, value=%s}, {code=2001}]}",
		"Kotlin":             "ErrorBody(errors=[ErrorItem(code=2003, reason=incorrect, subject=x, value=%s)])",
		"Kotlin, in between": "ErrorBody(errors=[ErrorItem(code=2003, value=%s, reason=incorrect, subject=x)])",
		"Dart":               "I/flutter ( 5880): {errors: [{code: 2003, reason: incorrect, subject: x, value: %s}]}",
		"Dart, first":        "flutter: {errors: [{value: %s, code: 2003, reason: incorrect, subject: x}]}",
		"Go":                 "map[errors:[map[code:2003 reason:incorrect subject:x value:%s]]]",
		"Go, sorted":         "map[errors:[map[code:2003 reason:incorrect value:%s subject:x]]]",
		"C#":                 "ErrorItem { Code = 2003, Reason = incorrect, Subject = x, Value = %s }",
		"Groovy":             "[errors:[[code:2003, reason:incorrect, subject:x, value:%s]]]",
		"Python":             "{'errors': [{'code': 2003, 'reason': 'incorrect', 'subject': 'x', 'value': '%s'}]}",
		"by hand":            `{"errors":[{"code":2003,"reason":"incorrect","subject":"x","value":"%s"}]}`,
		"by hand, first":     `{"errors":[{"value":"%s","code":2003,"reason":"incorrect","subject":"x"}]}`,
		"by hand, curly":     `{“errors”:[{“code”:2003,“reason”:“incorrect”,“subject”:“x”,“value”:“%s”}]}`,
	} {
		for _, value := range values {
			text := fmt.Sprintf(dump, value)
			got := Text(text, vocabulary).Responses
			if len(got) != 1 || len(got[0].Errors) == 0 || got[0].Errors[0].Code != "2003" {
				t.Errorf("%s, %s: %s\n%s", name, value, summary(text), text)
				continue
			}
			if e := got[0].Errors[0]; e.Value.Text != value || e.Subject.Text != "x" || e.Reason.Text != "incorrect" {
				t.Errorf("%s, %s: %s|%s|%s", name, value, e.Reason.Text, e.Subject.Text, e.Value.Text)
			}
		}
	}
}
