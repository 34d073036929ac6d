package decode

import (
	"flag"
	"fmt"
	"strings"
	"testing"
)

// prefixes are what logs put before a line; 01 in them counts the lines. Those with a name in
// brackets stand before every line, the others before every line or only before the first of an
// event.
var prefixes = []struct{ name, text string }{
	{"(none)", ""},
	{"docker compose", "web-1  | "},
	{"docker compose, times", "web-1  | 2026-11-26T08:00:01.123456789Z "},
	{"journalctl", "Nov 26 08:00:01 host app[123]: "},
	{"syslog, RFC 5424", "<11>1 2026-11-26T08:00:01.003Z host app 123 ID47 - "},
	{"Heroku", "2026-11-26T08:00:01.123456+00:00 app[web.1]: "},
	{"CRI", "2026-11-26T08:00:01.123456789Z stdout F "},
	{"kubectl --prefix", "[pod/sync-7d9f/app] "},
	{"GitHub Actions", "2026-11-26T08:00:01.1234567Z "},
	{"logcat", "11-26 08:00:01.123  1234  1240 E Tag     : "},
	{"logcat, brief", "E/Tag     ( 1234): "},
	{"Android Studio", "2026-11-26 08:00:01.123  1234-1240  Tag                     com.example.app                      E  "},
	{"Flutter", "I/flutter (12345): "},
	{"Python", "2026-11-26 08:00:01,123 ERROR root: "},
	{"Python, basicConfig", "ERROR:root:"},
	{"Log4j", "2026-11-26 08:00:01,123 [main] ERROR ru.example.Sync - "},
	{"Spring Boot", "2026-11-26T08:00:01.123+03:00 ERROR 1 --- [nio-8080-exec-1] ru.example.Sync : "},
	{"Serilog", "[08:00:01 ERR] "},
	{".NET", "fail: App.Sync[0] "},
	{"NLog", "2026-11-26 08:00:01.1234|ERROR|App.Sync|"},
	{"Laravel", "[2026-11-26 08:00:01] local.ERROR: "},
	{"Go", "2026/11/26 08:00:01 "},
	{"nginx", "2026/11/26 08:00:01 [error] 7#7: *1 "},
	{"PM2", "0|sync  | "},
	{"a level", "ERROR "},
	{"a time", "08:00:01 "},
	{"(quoted)", "> "},
	{"(quoted twice)", "> > "},
	{"(a diff)", "+ "},
	{"(a comment)", "# "},
	{"(grep -n)", "01:"},
	{"(cat -n)", "    01\t"},
	{"(set in)", "    "},
	{"journalctl, ISO", "2024-03-05T10:11:12+0300 app1 sync[1187]: "},
	{"syslog", "<134>Mar  5 10:11:12 app1 sync: "},
	{"Flutter, short", "flutter: "},
	{"GitLab", "2024-03-05T07:11:12.345678Z 01O "},
	{"a time in brackets", "[10:11:12] "},
	{"a level in brackets", "[ERROR] "},
	{"NSLog", "2024-03-05 10:11:12.345 App[4321:1234] "},
	{"a Russian date", "05.03.2024 10:11:12  "},
	{"(a comment of C)", "// "},
}

// statusForms are ways to write a status before a body. • is where the body is.
var statusForms = []string{
	"•",
	"response: •",
	"HTTP/1.1 400 Bad Request •", "HTTP/1.1 400 Bad Request\n•", "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n•",
	"400 Bad Request: •", "400 Bad Request\n•",
	"status: 400 •", "status: 400\n•",
	"status=400 body=•", "status=400\n•",
	"Response code: 400 •", "Response code: 400\n•",
	"HTTP 400: •", "HTTP 400\n•",
	"Ответ 400: •", "Ответ 400:\n•",
	"request failed with code 400: •", "request failed with code 400\n•",
	"POST https://partner.example/user/verify 400\n•",
	"partner answered 400: •", "partner answered 400\n•",
	"Эвотор вернул ошибку 400: •", "Эвотор вернул ошибку 400\n•",
	"request failed (400): •", "request failed (400)\n•",
	"start\npartner answered 400\n•\ndone",
	"unexpected response 400\n•", "partner replied 400: •",
	"Ошибка 400\n•", "Ответ сервера: 400\n•", "Сервис вернул код 400\n•",
	"POST /user/verify 400 •",
}

// A prefixedBody is an answer on one line and over lines.
type prefixedBody struct{ line, pretty string }

var prefixedBodies = []prefixedBody{
	{
		`{"errors":[{"code":2003,"reason":"incorrect","subject":"name","value":"Молоко 3,2% \"Утро\", 10 шт."}]}`,
		"{\n  \"errors\": [\n    {\n      \"code\": 2003,\n      \"reason\": \"incorrect\",\n      \"subject\": \"name\",\n      \"value\": \"Молоко 3,2% \\\"Утро\\\", 10 шт.\"\n    }\n  ]\n}",
	},
	{
		`{"errors":[{"code":2002,"reason":"missing","subject":"deviceUuid"},{"code":1005,"reason":"not allowed","subject":"цена","value":-1}]}`,
		"{\n\t\"errors\": [\n\t\t{\n\t\t\t\"code\": 2002,\n\t\t\t\"reason\": \"missing\",\n\t\t\t\"subject\": \"deviceUuid\"\n\t\t},\n\t\t{\n\t\t\t\"code\": 1005,\n\t\t\t\"reason\": \"not allowed\",\n\t\t\t\"subject\": \"цена\",\n\t\t\t\"value\": -1\n\t\t}\n\t]\n}",
	},
	{
		`{"code":"validation_failed","message":"Ошибка проверки","violations":[{"reason":"must not be null","subject":"price"}]}`,
		"{\n    \"code\": \"validation_failed\",\n    \"message\": \"Ошибка проверки\",\n    \"violations\": [\n        {\n            \"reason\": \"must not be null\",\n            \"subject\": \"price\"\n        }\n    ]\n}",
	},
	{ // another service's
		`{"errors":[{"error":"Объект с указанным идентификатором не найден","code":1021,"moreInfo":"https://dev.moysklad.ru/doc/api/#error_1021"}]}`,
		"{\n  \"errors\" : [ {\n    \"error\" : \"Объект с указанным идентификатором не найден\",\n    \"code\" : 1021,\n    \"moreInfo\" : \"https://dev.moysklad.ru/doc/api/#error_1021\"\n  } ]\n}",
	},
}

// prefixed puts a prefix before every line of a text, or before the first alone.
func prefixed(text, prefix string, every bool) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(text) {
		if n++; n == 1 || every {
			before := strings.Replace(prefix, "01", fmt.Sprintf("%02d", n), 1)
			if strings.HasSuffix(prefix, " ") && strings.TrimSpace(line) == "" {
				before = strings.TrimRight(before, " ")
			}
			b.WriteString(before)
		}
		b.WriteString(line)
	}
	return b.String()
}

// told is what a text says of its responses, places aside.
func told(text string) string {
	var b strings.Builder
	for _, r := range Text(text, vocabulary).Responses {
		fmt.Fprintf(&b, "%s %d", r.Kind, r.Status)
		for _, e := range r.Errors {
			fmt.Fprintf(&b, " %s(%s|%s|%s|%s)", e.Code, e.Reason.Text, e.Subject.Text, e.Value.Text, e.Message.Text)
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TestPrefixed wants answers in a log to be read as the bodies alone, with the status that is written
// in one of many ways, bodies on one line and over lines. With -v it prints, by prefix and form, how many
// hold, bodies on one line + over lines, and one that does not; -run Prefixed/docker -v prints all that
// do not.
func TestPrefixed(t *testing.T) {
	var matrix strings.Builder
	for i, form := range statusForms {
		fmt.Fprintf(&matrix, "%2d %q\n", i+1, form)
	}
	row := func(name string) { fmt.Fprintf(&matrix, "%-32s", name) }
	row("")
	for i := range statusForms {
		fmt.Fprintf(&matrix, "%4d", i+1)
	}
	matrix.WriteString("\n")
	row("of")
	for range statusForms {
		fmt.Fprintf(&matrix, " %d+%d", len(prefixedBodies), len(prefixedBodies))
	}
	matrix.WriteString("\n")

	texts, failures := 0, 0
	most := 1 // examples of a row; all of them where -run names prefixes
	if strings.Contains(flag.Lookup("test.run").Value.String(), "/") {
		most = 1000
	}
	// reads reads each body in each form, with a prefix before every line or the first.
	reads := func(t *testing.T, name, prefix string, every bool) {
		row(name)
		examples := 0
		for _, form := range statusForms {
			held := [2]int{}
			for _, body := range prefixedBodies {
				for i, text := range [...]string{body.line, body.pretty} {
					plain := strings.Replace(form, "•", text, 1)
					want := told(body.line)
					if strings.Contains(body.line, "moysklad") {
						want = told(plain) // however that is told
					} else if strings.Contains(form, "400") {
						want = strings.Replace(want, "error 0", "error 400", 1)
					}
					whole := prefixed(plain, prefix, every)
					texts++
					got := told(whole)
					if got == want {
						held[i]++
						continue
					}
					failures++
					if examples++; examples <= most {
						t.Logf("%s\n\nis   %s\nwant %s", whole, got, want)
					}
				}
			}
			fmt.Fprintf(&matrix, " %d+%d", held[0], held[1])
		}
		matrix.WriteString("\n")
	}
	ran := 0
	for _, p := range prefixes {
		t.Run(p.name, func(t *testing.T) {
			ran++
			reads(t, p.name, p.text, true)
			if p.name[0] != '(' {
				reads(t, p.name+", first line", p.text, false)
			}
		})
	}
	if ran < len(prefixes) {
		return // of -run, a few
	}
	t.Logf("%d of %d hold\n%s", texts-failures, texts, matrix.String())
	if failures > 0 {
		t.Errorf("%d of %d texts are not read as their bodies", failures, texts)
	}
}

// dumps are an answer as languages print it.
var dumps = []struct{ name, text string }{
	{"print_r", "Array\n(\n    [errors] => Array\n        (\n            [0] => Array\n                (\n" +
		"                    [code] => 2003\n                    [reason] => incorrect\n" +
		"                    [subject] => name\n                    [value] => Чай, 10 шт.\n" +
		"                )\n\n        )\n\n)\n"},
	{"var_dump", "array(1) {\n  [\"errors\"]=>\n  array(1) {\n    [0]=>\n    array(4) {\n      [\"code\"]=>\n      int(2003)\n" +
		"      [\"reason\"]=>\n      string(9) \"incorrect\"\n      [\"subject\"]=>\n      string(4) \"name\"\n" +
		"      [\"value\"]=>\n      string(17) \"Чай, 10 шт.\"\n    }\n  }\n}\n"},
	{"YAML", "errors:\n  - code: 2003\n    reason: incorrect\n    subject: name\n    value: Чай, 10 шт.\n"},
	{"util.inspect", "{\n  errors: [\n    {\n      code: 2003,\n      reason: 'incorrect',\n      subject: 'name',\n" +
		"      value: 'Чай, 10 шт.'\n    }\n  ]\n}\n"},
	{"pprint", "{'errors': [{'code': 2003,\n             'reason': 'incorrect',\n             'subject': 'name',\n" +
		"             'value': 'Чай, 10 шт.'}]}\n"},
	{"Kotlin", "ErrorBody(errors=[ErrorItem(code=2003, reason=incorrect, subject=name, value=Чай, 10 шт.)])\n"},
	{"Go", "map[errors:[map[code:2003 reason:incorrect subject:name value:Чай, 10 шт.]]]\n"},
}

// TestPrefixedDumps wants dumps to be read behind the prefix of a log as they are without it.
func TestPrefixedDumps(t *testing.T) {
	const want = "numeric-error 400 2003(incorrect|name|Чай, 10 шт.|)"
	for _, p := range prefixes {
		for _, d := range dumps {
			if text := prefixed("HTTP 400\n"+d.text, p.text, true); told(text) != want {
				t.Errorf("%s, %s:\n%s\nis   %s\nwant %s", p.name, d.name, text, told(text), want)
			}
		}
	}
}
