package explain_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// said are the explanations of a text's errors, or of its responses without any.
func said(text string, lang catalog.Lang) []string {
	var list []string
	for _, r := range explain.Text(text, lang).Responses {
		if r.Verdict != nil {
			list = append(list, r.Explanation)
		}
		for _, e := range r.Errors {
			list = append(list, e.Explanation)
		}
	}
	return list
}

// TestHostileCode wants of a code that is no code at most a line of harmless characters.
func TestHostileCode(t *testing.T) {
	text := `{"errors":[{"code":"\u001b]0;x\u0007\u202e` + strings.Repeat("A", 3000) + `"},{"code":2001}]}`
	report := explain.Text(text, catalog.English)
	shown := report.Responses[0].Errors[0].HTML("/")
	for _, task := range report.Plan() {
		shown += task.Code + task.Explanation
	}
	if strings.ContainsAny(shown, "\x1b\x07\u202e") || strings.Contains(shown, strings.Repeat("A", 200)) {
		t.Errorf("shown: %q", shown)
	}
}

// TestContract wants exactly the report that decode-report.md shows, texts aside.
func TestContract(t *testing.T) {
	const text = "HTTP/1.1 400 Bad Request\n\n" + `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":null}]}`
	out, err := json.Marshal(explain.Text(text, catalog.Russian))
	if err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	e := got.(map[string]any)["responses"].([]any)[0].(map[string]any)["errors"].([]any)[0].(map[string]any)
	if e["explanation"] != "Поле `deviceUuid`: значение `null` недопустимо" {
		t.Errorf("explanation is %q", e["explanation"])
	}
	delete(e, "title")
	delete(e, "explanation")
	var want any
	json.Unmarshal([]byte(`{"responses":[{"kind":"numeric-error","status":400,"direction":"unknown","span":[0,109],
		"errors":[{"code":"2003","known":true,"reason":"incorrect","subject":"deviceUuid","value":null,"actor":"partner","retry":"no",
		"page":"errors/2003/","span":[37,107],"spans":{"code":[45,49],"reason":[60,69],"subject":[82,92],"value":[102,106]}}],
		"notes":[],"repairs":[],"personal":[]}],"secrets":0,"diagnosis":{"direction":"unknown","certain":false,"causes":[]},"catalogue":{"version":"`+catalog.Version+`","date":"`+catalog.Date+`"}}`), &want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text, ru, en string }{
		{"real field and value", `{"errors":[{"code":2003,"subject":"price","value":-1}]}`, "Поле `price`: значение `-1` недопустимо", "Field `price`: the value `-1` is not allowed"},
		{"no value", `{"errors":[{"code":2003,"subject":"price"}]}`, "Поле `price`: значение недопустимо", "Field `price`: the value is not allowed"},
		{"nothing", `{"errors":[{"code":2003}]}`, "Одно из\u00a0значений в\u00a0запросе недопустимо", "One of the values in the request is not allowed"},
		{"an empty value", `{"errors":[{"code":2003,"subject":"a","value":""}]}`, "Поле `a`: значение `\"\"` недопустимо", "Field `a`: the value `\"\"` is not allowed"},
		{"by reason", `{"errors":[{"code":2002,"reason":"missing","subject":"a"}]}`, "В\u00a0запросе нет обязательного поля `a`", "The required field `a` is missing from the request"},
		{"by reason, in capitals", `{"errors":[{"code":2002,"reason":"Unexpected","subject":"a"}]}`, "В\u00a0запросе есть неизвестное поле `a`", "The request has an unknown field `a`"},
		{"without a reason", `{"errors":[{"code":2002,"subject":"a"}]}`, "Поля `a` не\u00a0хватает, или оно неизвестно", "Field `a`: required but missing, or unknown"},
		{"to the cloud", "POST /user/verify HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n\n" + `{"errors":[{"code":1001}]}`, "Ваш сервис не\u00a0признал токен, с\u00a0которым к\u00a0нему обратилось облако", "Your service did not recognise the token that the cloud presented"},
		{"from the cloud", "GET https://api.evotor.ru/stores\n401 Unauthorized\n" + `{"errors":[{"code":1001}]}`, "Облако не\u00a0признало токен вашего сервиса", "The cloud did not recognise your service's token"},
		{"markup in a value", `{"errors":[{"code":2003,"subject":"<b>","value":"{reason} ` + "`" + `x"}]}`, "Поле `<b>`: значение `{reason} `x` недопустимо", "Field `<b>`: the value `{reason} `x` is not allowed"},
		{"a cut value", `{"errors":[{"code":2003,"subject":"a","value":"93a9`, "Поле `a`: значение `93a9…` недопустимо", "Field `a`: the value `93a9…` is not allowed"},
		{"a token", `{"errors":[{"code":1002,"value":"abcdef0123456789"}]}`, "Токен пользователя неверен: сервис такого не\u00a0знает", "The user token is wrong: the service does not know it"},
		{"a secret subject", `{"errors":[{"code":2003,"subject":"password","value":"qwerty123"}]}`, "Поле `password`: значение `•••` недопустимо", "Field `password`: the value `•••` is not allowed"},
		{"an unknown code", `{"errors":[{"code":3000}]}`, "Код `3000` в\u00a0справочнике не\u00a0описан", "Code `3000` is not in the catalogue"},
		{"no code", `{"errors":[{"reason":"missing","subject":"a"}]}`, "Ошибка без кода: `missing`, поле `a`", "An error without a code: `missing`, field `a`"},
		{"a rate limit", "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: 17\n\n", "Запросов слишком много: новый примут через 17\u00a0с", "Too many requests: the next one will be taken in 17\u00a0s"},
		{"402 from the cloud", "GET https://api.evotor.ru/stores\nHTTP/1.1 402 Payment Required\n\n", "Приложение установлено не\u00a0на\u00a0всех терминалах магазина", "The application is not installed on all terminals of the store"},
		{"402 from nobody knows whom", "HTTP/1.1 402 Payment Required\n\n", "Приложение не\u00a0установлено на\u00a0терминалах магазина, если ответило облако, или не\u00a0оплачена подписка, если ответил сервис", "The application is not installed on the store's terminals, if the cloud answered, or the subscription is not paid, if the service did"},
		{"a proxy", "HTTP/1.1 502 Bad Gateway\n\n<html><title>502 Bad Gateway</title></html>", "Отвечающая сторона не\u00a0справилась с\u00a0запросом: статус 502", "The answering side could not cope with the request: status 502"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{c.ru}, said(c.text, catalog.Russian)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{c.en}, said(c.text, catalog.English)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLongValuesAreShortened(t *testing.T) {
	long := strings.Repeat("длинно", 1000)
	got := said(`{"errors":[{"code":2003,"subject":"a","value":"`+long+`"}]}`, catalog.English)[0]
	if n := len([]rune(got)); n > 160 || !strings.Contains(got, "…") {
		t.Errorf("the sentence has %d characters: %s", n, got)
	}
	r := explain.Text(`{"errors":[{"code":2003,"value":"`+long+`"}]}`, catalog.English)
	if r.Responses[0].Errors[0].Value.Text != long {
		t.Error("the value itself is not whole")
	}
}

func TestNotes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"none", `{"errors":[{"code":2003,"reason":"incorrect"}]}`, ""},
		{"another status", "HTTP/1.1 400 Bad Request\n\n" + `{"errors":[{"code":2003},{"code":1005}]}`, "status-mismatch 1"},
		{"another status, said once", "HTTP/1.1 400 Bad Request\n\n" + `{"errors":[{"code":1005},{"code":1005}]}`, "status-mismatch 0"},
		{"success", "HTTP/1.1 200 OK\n\n" + `{"errors":[{"code":2003}]}`, "success-status"},
		{"unknown", `{"errors":[{"code":2003},{"code":3000},{"code":3000}]}`, "unknown-code 1"},
		{"bare", `{"code":2003}`, "bare-error"},
		{"a reason that is cut off", `{"errors":[{"code":2003,"reason":"inc`, "truncated"},
		{"free text as a reason", `{"errors":[{"code":2003,"reason":"Bad value"}]}`, "unusual-reason 0"},
		{"letter case aside", `{"errors":[{"code":2003,"reason":"INCORRECT"}]}`, ""},
		{"a code without documented reasons", `{"errors":[{"code":1001,"reason":"Bad"}]}`, ""},
		{"obsolete code", `{"errors":[{"code":1007}]}`, "obsolete 0"},
		{"obsolete reason", `{"errors":[{"code":2002,"reason":"missing"},{"code":2002,"reason":"unexpected"}]}`, "obsolete 1"},
		{"cut off", `{"errors":[{"code":2003}`, "truncated"},
		{"a secret before", "Authorization: Bearer abcdef-0123\n\n" + `{"errors":[{"code":2003}]}`, "secret"},
		{"a secret that is masked", "Authorization: Bearer ***\n\n" + `{"errors":[{"code":2003}]}`, ""},
		{"a bulk task under 200", "HTTP/1.1 200 OK\n\n" + `{"id":"1","type":"product","status":"FAILED","details":[{"code":"validation_failed"}]}`, ""},
		{"an API code under another status", "HTTP/1.1 400 Bad Request\n\n" + `{"code":"unknown_device","message":"m"}`, "status-mismatch 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range explain.Text(c.text, catalog.Russian).Responses {
				for _, n := range r.Notes {
					s := n.ID
					if n.Error != nil {
						s += " " + string(rune('0'+*n.Error))
					}
					got = append(got, s)
					if n.Text == "" || strings.ContainsAny(n.Text, "{}") {
						t.Errorf("note %s says %q", n.ID, n.Text)
					}
				}
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("notes are %q, want %q", s, c.want)
			}
		})
	}
}

func TestRetryOfAnUnknownCodeFollowsTheStatus(t *testing.T) {
	for status, want := range map[string]catalog.Retry{"400 Bad Request": "no", "401 Unauthorized": "after-fix", "429 Too Many Requests": "later", "503 Service Unavailable": "later"} {
		r := explain.Text("HTTP/1.1 "+status+"\n\n"+`{"errors":[{"code":3000}]}`, catalog.Russian)
		if got := r.Responses[0].Errors[0].Retry; got != want {
			t.Errorf("under %s retry is %q, want %q", status, got, want)
		}
	}
}

// TestAnswer wants spans that count from the beginning of the body.
func TestAnswer(t *testing.T) {
	const body = `{"errors":[{"code":2003,"subject":"deviceUuid"}]}`
	r := explain.Answer(400, body, catalog.English)
	e := r.Responses[0].Errors[0]
	if s := e.Spans["subject"]; body[s[0]:s[1]] != "deviceUuid" {
		t.Errorf("the subject's span is %v", s)
	}
	if *r.Responses[0].Status != 400 || r.Responses[0].Span != (explain.Span{0, len(body)}) {
		t.Errorf("the response is %+v", r.Responses[0])
	}
	if r := explain.Answer(404, "", catalog.English); len(r.Responses) != 1 || r.Responses[0].Page != "errors/http-404/" {
		t.Errorf("an empty answer is %+v", r)
	}
	if r := explain.Answer(200, `{"ok":true}`, catalog.English); len(r.Responses) != 0 {
		t.Errorf("a success is %+v", r)
	}
}

// TestEveryEntry wants of each code, in each language, a sentence, steps and a sample that
// decodes to it.
func TestEveryEntry(t *testing.T) {
	for _, e := range catalog.All() {
		for _, lang := range catalog.Langs {
			r := explain.Text(e.Sample, lang).Responses[0]
			if r.Verdict == nil {
				r.Verdict = &r.Errors[0].Verdict
			}
			if r.Verdict.Entry != e {
				t.Errorf("%s: the sample decodes to %s", e.Name, r.Verdict.Entry.Name)
			}
			v := explain.Entry(e, lang)
			if v.Explanation == "" || len(v.Steps) == 0 || v.Title == "" || v.Page == "" {
				t.Errorf("%s in %s is incomplete: %+v", e.Name, lang, v)
			}
		}
	}
}

// TestCases wants the case said before the steps for it, where the text does not show which
// it is.
func TestCases(t *testing.T) {
	for text, want := range map[string]string{
		`{"errors":[{"code":1001}]}`:                                                      "If your service answered the cloud: 2, If the cloud answered your service: 2",
		"HTTP/1.1 401 Unauthorized\n\n{}":                                                 "If the cloud answered your service: 2, If your service answered the cloud: 1",
		"HTTP/1.1 413 x\n\n":                                                              "If the cloud answered your service: 1, If your service answered the cloud: 1",
		`{"errors":[{"code":1003}]}`:                                                      ": 3",
		`{"errors":[{"code":2002,"subject":"a"}]}`:                                        "Reason missing: 2, Reason unexpected: 1, In any case: 1",
		`{"errors":[{"code":2002,"reason":"missing","subject":"a"}]}`:                     ": 3",
		"POST /user/verify HTTP/1.1\n\nHTTP/1.1 401 x\n\n" + `{"errors":[{"code":1001}]}`: ": 2",
	} {
		r := explain.Text(text, catalog.English).Responses[0]
		if r.Verdict == nil {
			r.Verdict = &r.Errors[0].Verdict
		}
		var got []string
		n := 0
		flush := func(lead string) string { return fmt.Sprintf("%s: %d", lead, n) }
		last := ""
		for i, s := range r.Verdict.Steps {
			if s.Lead != nil {
				if i > 0 {
					got = append(got, flush(last))
				}
				last, n = "", 0
				for _, p := range s.Lead {
					last += p.Text
				}
			}
			n++
		}
		if got := strings.Join(append(got, flush(last)), ", "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestDiagnosis(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing in common", `{"errors":[{"code":2003,"subject":"a"},{"code":2003,"subject":"b"}]}`, "unknown"},
		{"the same again", `{"errors":[{"code":2003,"subject":"a","value":1},{"code":2001},{"code":2003,"subject":"a","value":2}]}`, "unknown same [[0 0] [0 2]]"},
		{"the same in several answers", `{"errors":[{"code":1003}]}` + "\n" + `{"errors":[{"code":1003}]}` + "\n" + `{"errors":[{"code":01003}]}`, "unknown same [[0 0] [1 0] [2 0]]"},
		{"a renamed field", `{"errors":[{"code":2002,"reason":"missing","subject":"userUuid"},{"code":2002,"reason":"unexpected","subject":"userId"}]}`, "unknown renamed [[0 0] [0 1]]"},
		{"the field of the seed page", `{"errors":[{"code":2002,"reason":"missing","subject":"deviceUuid"},{"code":2002,"reason":"unexpected","subject":"deviceUuid"}]}`, "unknown"},
		{"licences", `{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"x"}]}`, "unknown licence [[0 1] [0 0]]"},
		{"licences of several terminals", `{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"y"}]}`, "unknown"},
		{"to the cloud, by a host", "PUT https://partner.example/inventories/devices\nHTTP/1.1 400 x\n\n" + `{"errors":[{"code":2001}]}`, "to-cloud certain"},
		{"to the cloud, by a path", "POST /user/verify HTTP/1.1\n\nHTTP/1.1 400 x\n\n" + `{"errors":[{"code":2001}]}`, "to-cloud"},
		{"from the cloud, by its shape", `{"code":"validation_failed","message":"m"}`, "from-cloud certain"},
		{"a conversation", `{"code":"validation_failed","message":"m"}` + "\n\nPOST https://p.example/user/verify\nHTTP/1.1 400 x\n\n" + `{"errors":[{"code":2001}]}`, "unknown"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := explain.Text(c.text, catalog.English).Diagnosis
			got := string(d.Direction)
			if d.Certain {
				got += " certain"
			}
			for _, cause := range d.Causes {
				got += fmt.Sprint(" ", cause.ID, " ", cause.Errors)
				if cause.Text == "" || strings.ContainsAny(cause.Text, "{}") {
					t.Errorf("the cause says %q", cause.Text)
				}
			}
			if got != c.want {
				t.Errorf("diagnosis is %q, want %q", got, c.want)
			}
		})
	}
}

// TestReportSize explains a log that has a token and a device's id in each line: the report grows
// with the errors, not with the log.
func TestReportSize(t *testing.T) {
	var b strings.Builder
	errors := 0
	for i := 0; b.Len() < 8<<20; i++ {
		fmt.Fprintf(&b, "2024-03-04T12:00:00Z INFO token=FAKE-%08d device 20170222-D58C-40E0-8051-B53AD%07d synced\n", i, i)
		if i%1000 == 999 {
			fmt.Fprintf(&b, `2024-03-04T12:00:00Z ERROR status=400 {"errors":[{"code":2003,"reason":"incorrect","subject":"field%d"}]}`+"\n", i)
			errors++
		}
	}
	report := explain.Text(b.String(), catalog.Russian)
	data, err := report.MarshalJSON()
	if err != nil || len(report.Responses) != errors {
		t.Fatal(len(report.Responses), errors, err)
	}
	if each := len(data) / errors; each > 8<<10 {
		t.Errorf("the report has %d bytes an error", each)
	}
	if report.Secrets == 0 || report.Secrets+64*errors != len(report.Hidden()) {
		t.Errorf("%d secrets, of which %d stand with no response", len(report.Hidden()), report.Secrets)
	}
}
