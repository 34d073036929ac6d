package explain_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
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

// TestContract wants exactly this report, texts aside.
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
	delete(got.(map[string]any), "help") // see TestHelp
	var want any
	json.Unmarshal([]byte(`{"responses":[{"kind":"numeric-error","status":400,"direction":"to-cloud","certain":false,"span":[0,109],
		"errors":[{"code":"2003","known":true,"reason":"incorrect","subject":"deviceUuid","value":null,"actor":"partner","retry":"no",
		"page":"errors/2003/","help":"2003","span":[37,107],"spans":{"code":[45,49],"reason":[60,69],"subject":[82,92],"value":[102,106]}}],
		"notes":[],"repairs":[],"personal":[]}],"secrets":0,"diagnosis":{"direction":"to-cloud","certain":false,"causes":[]},"catalogue":{"version":"`+catalog.Version+`","date":"`+catalog.Date+`"}}`), &want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestHelp wants what to do about each error in a table, once, by the name that the error gives.
func TestHelp(t *testing.T) {
	type step struct{ For, When, Text string }
	type help struct {
		Meaning, RetryText string
		Steps, Otherwise   []step
	}
	for _, lang := range catalog.Langs {
		report := explain.Text(`HTTP/1.1 400 Bad Request

{"errors":[{"code":2002,"reason":"missing","subject":"uuid"},{"code":2002,"reason":"missing","subject":"uuid"},
{"code":2002,"reason":"missing","subject":"name"},{"code":9999}]}

HTTP/1.1 503 Service Unavailable

`, lang)
		data, err := json.Marshal(report)
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Help      map[string]help
			Responses []struct {
				Help   string
				Errors []struct{ Help string }
			}
		}
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		of := func(v *explain.Verdict) help {
			steps := func(list []explain.Step) (all []step) {
				for _, s := range list {
					all = append(all, step{string(s.For), text(s.Lead), text(s.Parts)})
				}
				return all
			}
			return help{text(v.Meaning()), v.RetryText(), steps(v.Steps), steps(v.Otherwise)}
		}
		names := map[string]bool{}
		for i := range report.Responses {
			r := &report.Responses[i]
			if r.Verdict != nil {
				names[got.Responses[i].Help] = true
				if diff := cmp.Diff(of(r.Verdict), got.Help[got.Responses[i].Help]); diff != "" {
					t.Error(diff)
				}
			}
			for j := range r.Errors {
				name := got.Responses[i].Errors[j].Help
				names[name] = true
				if diff := cmp.Diff(of(&r.Errors[j].Verdict), got.Help[name]); diff != "" {
					t.Errorf("%s\n%s", name, diff)
				}
			}
		}
		if errors := got.Responses[0].Errors; errors[0].Help != "2002" || errors[1].Help != "2002" {
			t.Errorf("the same error has the help %q and %q", errors[0].Help, errors[1].Help)
		}
		if len(got.Help) != len(names) {
			t.Errorf("the table has %d texts, the errors name %d", len(got.Help), len(names))
		}
	}
}

// text is what the report says of parts: names and values in backticks.
func text(parts []explain.Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Code {
			b.WriteString("`" + p.Text + "`")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// A sentence of the catalogue: the one of an entry that has this condition and these slots.
type sentence struct {
	entry, when string
	slots       map[string]string // and what is in them
}

// in is the sentence in a language.
func (s sentence) in(t *testing.T, lang catalog.Lang) string {
	t.Helper()
	e, ok := catalog.ByName(s.entry)
	if !ok {
		t.Fatalf("there is no entry %s", s.entry)
	}
	for _, line := range e.Text[lang].Sentences {
		filled, rest := line.Text, line.Text
		for name, value := range s.slots {
			filled = strings.ReplaceAll(filled, "{"+name+"}", "\x00"+name)
			rest = strings.ReplaceAll(rest, "{"+name+"}", "")
			filled = strings.ReplaceAll(filled, "\x00"+name, value)
		}
		if line.When == s.when && strings.Count(line.Text, "{") == len(s.slots) && !strings.Contains(rest, "{") {
			return filled
		}
	}
	t.Fatalf("%s has no sentence of condition %q with the slots %v in %s", s.entry, s.when, s.slots, lang)
	return ""
}

func TestSentences(t *testing.T) {
	type in = map[string]string
	for _, c := range []struct {
		name, text string
		want       sentence
	}{
		{"real field and value", `{"errors":[{"code":2003,"subject":"price","value":-1}]}`, sentence{"2003", "", in{"subject": "price", "value": "-1"}}},
		{"no value", `{"errors":[{"code":2003,"subject":"price"}]}`, sentence{"2003", "", in{"subject": "price"}}},
		{"no field", `{"errors":[{"code":2003,"value":-1}]}`, sentence{"2003", "", in{"value": "-1"}}},
		{"nothing", `{"errors":[{"code":2003}]}`, sentence{"2003", "", nil}},
		{"an empty value", `{"errors":[{"code":2003,"subject":"a","value":""}]}`, sentence{"2003", "", in{"subject": "a", "value": `""`}}},
		{"by reason", `{"errors":[{"code":2002,"reason":"missing","subject":"a"}]}`, sentence{"2002", "missing", in{"subject": "a"}}},
		{"by reason, in capitals", `{"errors":[{"code":2002,"reason":"Unexpected","subject":"a"}]}`, sentence{"2002", "unexpected", in{"subject": "a"}}},
		{"by reason, no field", `{"errors":[{"code":2002,"reason":"missing"}]}`, sentence{"2002", "missing", nil}},
		{"without a reason", `{"errors":[{"code":2002,"subject":"a"}]}`, sentence{"2002", "", in{"subject": "a"}}},
		{"to the cloud", "POST /user/verify HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n\n" + `{"errors":[{"code":1001}]}`, sentence{"1001", "to-cloud", nil}},
		{"from the cloud", "GET https://api.evotor.ru/stores\n401 Unauthorized\n" + `{"errors":[{"code":1001}]}`, sentence{"1001", "from-cloud", nil}},
		{"most likely to the cloud", `{"errors":[{"code":1001}]}`, sentence{"1001", "to-cloud", nil}},
		{"markup in a value", `{"errors":[{"code":2003,"subject":"<b>","value":"{reason} ` + "`" + `x"}]}`, sentence{"2003", "", in{"subject": "<b>", "value": "{reason} `x"}}},
		{"a cut value", `{"errors":[{"code":2003,"subject":"a","value":"93a9`, sentence{"2003", "", in{"subject": "a", "value": "93a9…"}}},
		{"a token", `{"errors":[{"code":1002,"value":"abcdef0123456789"}]}`, sentence{"1002", "", nil}},
		{"a secret subject", `{"errors":[{"code":2003,"subject":"password","value":"qwerty123"}]}`, sentence{"2003", "", in{"subject": "password", "value": "•••"}}},
		{"an unknown code", `{"errors":[{"code":3000}]}`, sentence{"unknown-code", "", in{"code": "3000"}}},
		{"an unknown code on a field", `{"errors":[{"code":3000,"subject":"a"}]}`, sentence{"unknown-code", "", in{"code": "3000", "subject": "a"}}},
		{"an unknown code with a message", `{"errors":[{"code":3000,"subject":"a","message":"no such user"}]}`, sentence{"unknown-code", "message", in{"code": "3000", "message": "no such user"}}},
		{"no code", `{"errors":[{"reason":"missing","subject":"a"}]}`, sentence{"unknown-code", "", in{"reason": "missing", "subject": "a"}}},
		{"a rate limit", "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: 17\n\n", sentence{"http-429", "", in{"reset": "17"}}},
		{"402 from the cloud", "GET https://api.evotor.ru/stores\nHTTP/1.1 402 Payment Required\n\n", sentence{"http-402", "from-cloud", nil}},
		{"402 to the cloud", "PUT https://partner.example/inventories/devices\nHTTP/1.1 402 Payment Required\n\n", sentence{"http-402", "to-cloud", nil}},
		{"402 from nobody knows whom", "HTTP/1.1 402 Payment Required\n\n", sentence{"http-402", "", nil}},
		{"a proxy", "HTTP/1.1 502 Bad Gateway\n\n<html><title>502 Bad Gateway</title></html>", sentence{"http-5xx", "", in{"status": "502"}}},
		{"a bulk task that stopped", `{"id":"1","type":"product","status":"DECLINED"}`, sentence{"bulk", "DECLINED", nil}},
		{"a bulk task that failed", `{"id":"1","type":"product","status":"failed"}`, sentence{"bulk", "FAILED", nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, lang := range catalog.Langs {
				if diff := cmp.Diff([]string{c.want.in(t, lang)}, said(c.text, lang)); diff != "" {
					t.Error(diff)
				}
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

// TestUnknownCodeFollowsTheStatus wants of a code that the catalogue does not have who acts,
// whether to repeat, and what to do, from the entry of its HTTP status.
func TestUnknownCodeFollowsTheStatus(t *testing.T) {
	const body = "\n\n" + `{"errors":[{"code":3000}]}`
	for status, want := range map[string]catalog.Retry{"400 Bad Request": "no", "401 Unauthorized": "after-fix", "429 Too Many Requests": "later", "503 Service Unavailable": "later"} {
		r := explain.Text("HTTP/1.1 "+status+body, catalog.Russian)
		if got := r.Responses[0].Errors[0].Retry; got != want {
			t.Errorf("under %s retry is %q, want %q", status, got, want)
		}
	}
	for _, lang := range catalog.Langs {
		e := &explain.Text("GET https://api.evotor.ru/stores\nHTTP/1.1 402 Payment Required"+body, lang).Responses[0].Errors[0]
		by := catalog.ByStatus(402)
		if e.Known || e.Status != by || e.About() != by || e.Entry != catalog.UnknownCode || e.Actor != catalog.Merchant || e.Retry != by.Retry || e.RetryText() != by.Text[lang].Retry {
			t.Errorf("under 402 from the cloud: acts %s, retry %s, %q, known %v", e.Actor, e.Retry, e.RetryText(), e.Known)
		}
		if diff := cmp.Diff(steps(by, lang, catalog.FromCloud), spoken(e.Steps)); diff != "" || len(e.Steps) == 0 {
			t.Errorf("under 402 from the cloud it says %q\n%s", spoken(e.Steps), diff)
		}
		if e.Otherwise != nil {
			t.Errorf("the cloud answered for certain, and yet: %q", spoken(e.Otherwise))
		}
		// A status without an entry says nothing of an unknown code.
		e = &explain.Text("HTTP/1.1 418 I'm a teapot"+body, lang).Responses[0].Errors[0]
		if e.Status != nil || e.About() != catalog.UnknownCode || len(e.Steps) == 0 {
			t.Errorf("under 418: %+v", e.Status)
		}
	}
}

// steps are the lines of an entry's steps that are for one of these conditions, or for any case.
func steps(e *catalog.Entry, lang catalog.Lang, when ...catalog.Direction) (list []string) {
	for _, line := range e.Text[lang].Steps {
		if line.When == "" || slices.Contains(when, catalog.Direction(line.When)) {
			list = append(list, line.Text)
		}
	}
	return list
}

// spoken is what steps say.
func spoken(list []explain.Step) (said []string) {
	for _, s := range list {
		text := ""
		for _, p := range s.Parts {
			if p.Code {
				text += "`" + p.Text + "`"
			} else {
				text += p.Text
			}
		}
		said = append(said, text)
	}
	return said
}

// TestOtherwise wants what to do in the other case where the text has no sign of who answered,
// and only there.
func TestOtherwise(t *testing.T) {
	const body = `{"errors":[{"code":1001}]}`
	e, _ := catalog.ByName("1001")
	for _, lang := range catalog.Langs {
		r := &explain.Text(body, lang).Responses[0]
		if r.Direction != catalog.ToCloud || r.Certain || r.DirectionText(lang) != catalog.Word("direction", "to-cloud-likely", lang) {
			t.Errorf("without a sign: %s, certain %v, %q", r.Direction, r.Certain, r.DirectionText(lang))
		}
		v := &r.Errors[0].Verdict
		if diff := cmp.Diff(steps(e, lang, catalog.ToCloud), spoken(v.Steps)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(steps(e, lang, catalog.FromCloud), spoken(v.Otherwise)); diff != "" || len(v.Otherwise) == 0 {
			t.Errorf("otherwise: %q\n%s", spoken(v.Otherwise), diff)
		}
		for i, step := range v.Steps {
			if step.Lead != nil || step.For != catalog.Actor("partner") {
				t.Errorf("step %d is for %q, in the case %v", i+1, step.For, step.Lead)
			}
		}
		for i, step := range v.Otherwise {
			if got := led(step); (i == 0) != (got != "") || got != "" && got != catalog.Word("case", "from-cloud", lang) || step.For != catalog.Actor("partner") {
				t.Errorf("step %d of the other case is for %q, in the case %q", i+1, step.For, got)
			}
		}
		for name, text := range map[string]string{
			"a service answered":               "PUT https://partner.example/inventories/devices\nHTTP/1.1 401 Unauthorized\n\n" + body,
			"the cloud answered":               "GET https://api.evotor.ru/stores\nHTTP/1.1 401 Unauthorized\n\n" + body,
			"a code for which it is all one":   `{"errors":[{"code":1005}]}`,
			"the shape of the cloud's answers": `{"code":"validation_failed","violations":[{"reason":"r","subject":"s"}]}`,
			"a status without any sign at all": "HTTP/1.1 401 Unauthorized\n\n",
			"an unknown code without a status": `{"errors":[{"code":1005},{"code":2003}]}`,
		} {
			for _, r := range explain.Text(text, lang).Responses {
				if r.Verdict != nil && r.Otherwise != nil {
					t.Errorf("%s, and yet: %q", name, spoken(r.Otherwise))
				}
				for _, e := range r.Errors {
					if e.Otherwise != nil {
						t.Errorf("%s, and yet: %q", name, spoken(e.Otherwise))
					}
				}
			}
		}
	}
}

// led is the case that a step is the first for, "" if none.
func led(s explain.Step) string {
	lead := ""
	for _, p := range s.Lead {
		if p.Code {
			lead += "`" + p.Text + "`"
		} else {
			lead += p.Text
		}
	}
	return lead
}

// TestBulk tells bulk tasks without details apart, by their state.
func TestBulk(t *testing.T) {
	for _, lang := range catalog.Langs {
		for _, state := range []string{"DECLINED", "FAILED"} {
			for _, written := range []string{state, strings.ToLower(state)} {
				report := explain.Text(`{"id":"1","type":"product","modified_at":"x","status":"`+written+`"}`, lang)
				if len(report.Responses) != 1 || report.Responses[0].Verdict == nil {
					t.Fatalf("%s: %+v", written, report.Responses)
				}
				r := &report.Responses[0]
				if r.State != state || r.Entry != catalog.Bulk || r.Direction != catalog.FromCloud || len(r.Errors) != 0 {
					t.Errorf("%s: state %q, %s, direction %s", written, r.State, r.Entry.Name, r.Direction)
				}
				if diff := cmp.Diff(steps(catalog.Bulk, lang, catalog.Direction(state)), spoken(r.Steps)); diff != "" || len(r.Steps) == 0 {
					t.Errorf("%s: it says %q\n%s", written, spoken(r.Steps), diff)
				}
				for i, step := range r.Steps {
					if step.Lead != nil {
						t.Errorf("%s: step %d is for the case %q", written, i+1, led(step))
					}
				}
				if out, err := json.Marshal(report); err != nil || !strings.Contains(string(out), `"state":"`+state+`"`) {
					t.Errorf("%s: %s %v", written, out, err)
				}
			}
		}
	}
}

// TestReset tells a number of seconds from a moment, which is written as its language does.
func TestReset(t *testing.T) {
	for _, lang := range catalog.Langs {
		for reset, moments := range map[int][2]string{
			17: {}, 3600: {},
			1_000_000_000: {"09.09.2001 01:46:40 UTC", "2001-09-09 01:46:40 UTC"},
			1_709_542_800: {"04.03.2024 09:00:00 UTC", "2024-03-04 09:00:00 UTC"},
		} {
			moment := moments[lang]
			number := strconv.Itoa(reset)
			if moment != "" {
				milli := explain.Text("HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: "+number+"123\n\n", lang)
				if got := milli.Responses[0].Reset; got != reset {
					t.Errorf("%d in milliseconds: reset is %d", reset, got)
				}
			}
			report := explain.Text("HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: "+number+"\n\n", lang)
			r := &report.Responses[0]
			if r.Reset != reset {
				t.Errorf("%d: reset is %d", reset, r.Reset)
			}
			if got := strings.Contains(r.Explanation, number); got != (moment == "") {
				t.Errorf("%d: %s", reset, r.Explanation)
			}
			if said := strings.ReplaceAll(r.Explanation, "\u00a0", " "); !strings.Contains(said, moment) {
				t.Errorf("%d: %s, want %s", reset, said, moment)
			}
			key := `"reset":`
			if moment != "" {
				key = `"until":`
			}
			if out, err := json.Marshal(report); err != nil || !strings.Contains(string(out), key+number) {
				t.Errorf("%d: %s %v", reset, out, err)
			}
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

// TestEveryEntry wants of each entry with a page, in each language, a sentence and steps, and of
// each code and status a sample that decodes to it.
func TestEveryEntry(t *testing.T) {
	for _, e := range catalog.All() {
		for _, lang := range catalog.Langs {
			if e.Code != "" || e.Status != 0 {
				responses := explain.Text(e.Sample, lang).Responses
				if len(responses) == 0 {
					t.Fatalf("%s: the sample decodes to nothing", e.Name)
				}
				r := responses[0]
				if r.Verdict == nil {
					r.Verdict = &r.Errors[0].Verdict
				}
				if r.Verdict.Entry != e {
					t.Errorf("%s: the sample decodes to %s", e.Name, r.Verdict.Entry.Name)
				}
			}
			v := explain.Entry(e, lang)
			if v.Explanation == "" || len(v.Steps) == 0 || v.Title == "" || v.Page == "" || v.RetryText() == "" || len(v.Meaning()) == 0 {
				t.Errorf("%s in %s is incomplete: %+v", e.Name, lang, v)
			}
		}
	}
}

// TestCases wants the case said before the steps for it, where the text does not show which
// it is, and all steps of the case below. Of each group of steps it has the case that is said,
// and the conditions that the steps have in the catalogue; behind a stroke those of the other
// case.
func TestCases(t *testing.T) {
	for text, want := range map[string]string{
		`{"errors":[{"code":1001}]}`:                                  ": to-cloud | from-cloud: from-cloud",
		"HTTP/1.1 401 Unauthorized\n\n{}":                             "from-cloud: from-cloud, to-cloud: to-cloud",
		"HTTP/1.1 413 x\n\n":                                          "from-cloud: from-cloud, to-cloud: to-cloud",
		"GET https://api.evotor.ru/stores\nHTTP/1.1 413 x\n\n":        ": from-cloud",
		`{"errors":[{"code":1005}]}`:                                  ": ",
		`{"errors":[{"code":2002,"subject":"a"}]}`:                    "missing: missing, unexpected: unexpected, any: ",
		`{"errors":[{"code":2002,"reason":"missing","subject":"a"}]}`: ": missing ",
		`{"errors":[{"code":2002,"reason":"other","subject":"a"}]}`:   "missing: missing, unexpected: unexpected, any: ",
		"POST https://partner.example/user/verify HTTP/1.1\n\nHTTP/1.1 401 x\n\n" + `{"errors":[{"code":1001}]}`: ": to-cloud",
		"HTTP/1.1 413 x\n\n" + `{"errors":[{"code":3000}]}`:                                                      ": to-cloud | from-cloud: from-cloud",
	} {
		for _, lang := range catalog.Langs {
			r := explain.Text(text, lang).Responses[0]
			if r.Verdict == nil {
				r.Verdict = &r.Errors[0].Verdict
			}
			lines := r.About().Text[lang].Steps
			said := map[string]int{}
			groups := func(list []explain.Step) string {
				var got []string
				for i, s := range list {
					if i == 0 || s.Lead != nil {
						got = append(got, leadID(t, led(s), lang)+":")
					}
					when, ok := whenOf(spoken(list[i : i+1])[0], s.For, lines)
					if !ok {
						t.Errorf("%s\n%q is no step of %s", text, spoken(list[i : i+1])[0], r.About().Name)
					}
					said[when]++
					if last := &got[len(got)-1]; !strings.HasSuffix(*last, " "+when) {
						*last += " " + when
					}
				}
				return strings.Join(got, ", ")
			}
			got := groups(r.Steps)
			if r.Otherwise != nil {
				got += " | " + groups(r.Otherwise)
			}
			if got != want {
				t.Errorf("%s\n got %q\nwant %q", text, got, want)
			}
			for when, n := range said {
				all := 0
				for _, line := range lines {
					if line.When == when {
						all++
					}
				}
				if n != all {
					t.Errorf("%s\nsays %d steps of %q, there are %d", text, n, when, all)
				}
			}
		}
	}
}

// leadID is the id of the word that a lead is made of, or the reason that it names.
func leadID(t *testing.T, lead string, lang catalog.Lang) string {
	t.Helper()
	if lead == "" {
		return ""
	}
	for _, id := range []string{"to-cloud", "from-cloud", "any"} {
		if lead == catalog.Word("case", id, lang) {
			return id
		}
	}
	for _, reason := range []string{"missing", "unexpected"} {
		if lead == strings.ReplaceAll(catalog.Word("case", "reason", lang), "{reason}", reason) {
			return reason
		}
	}
	t.Errorf("no word leads with %q", lead)
	return lead
}

// whenOf is the condition of the step that says this, and is for this actor.
func whenOf(step string, to catalog.Actor, lines []catalog.Line) (when string, ok bool) {
	for _, line := range lines {
		if start, _, _ := strings.Cut(line.Text, "{"); line.For == to && strings.HasPrefix(step, start) {
			return line.When, true
		}
	}
	return "", false
}

func TestDiagnosis(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing in common", `{"errors":[{"code":2003,"subject":"a"},{"code":2003,"subject":"b"}]}`, "to-cloud"},
		{"the same again", `{"errors":[{"code":2003,"subject":"a","value":1},{"code":2001},{"code":2003,"subject":"a","value":2}]}`, "to-cloud same [[0 0] [0 2]]"},
		{"the same in several answers", `{"errors":[{"code":1003}]}` + "\n" + `{"errors":[{"code":1003}]}` + "\n" + `{"errors":[{"code":01003}]}`, "to-cloud same [[0 0] [1 0] [2 0]]"},
		{"a renamed field", `{"errors":[{"code":2002,"reason":"missing","subject":"userUuid"},{"code":2002,"reason":"unexpected","subject":"userId"}]}`, "to-cloud renamed [[0 0] [0 1]]"},
		{"the field of the seed page", `{"errors":[{"code":2002,"reason":"missing","subject":"deviceUuid"},{"code":2002,"reason":"unexpected","subject":"deviceUuid"}]}`, "to-cloud"},
		{"licences", `{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"x"}]}`, "to-cloud licence [[0 1] [0 0]]"},
		{"licences of several terminals", `{"errors":[{"code":1005,"value":"x"},{"code":1007,"value":"y"}]}`, "to-cloud"},
		{"nothing that shows it", "HTTP/1.1 404 Not Found\n\n", "unknown"},
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
	errors, size := 0, 8<<20
	if testing.Short() {
		size = 1 << 18
	}
	for i := 0; b.Len() < size; i++ {
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
