package explain_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

const conversation = `2024-03-04T12:00:00.123+03:00 PUT https://partner.example/inventories/devices
Authorization: Bearer FAKE-0000-sample-token
X-Request-Id: 7f3a-11

HTTP/1.1 405 Method Not Allowed

{"errors":[{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}]}`

// audiences are all there are.
var audiences = []explain.Audience{explain.Ticket, explain.Merchant, explain.Support, explain.Unknown}

// word is a word of messages, with a value in its slot.
func word(id, value string, lang catalog.Lang) string {
	return strings.ReplaceAll(catalog.Word("reply", id, lang), "{value}", value)
}

func TestReply(t *testing.T) {
	const lang = catalog.English
	report := explain.Text(conversation, lang)
	want := strings.Join([]string{
		word("support-head", "", lang), "",
		word("status", "405", lang),
		catalog.Word("direction", "to-cloud", lang),
		word("request", "PUT https://partner.example/inventories/devices", lang),
		word("request-id", "7f3a-11", lang),
		word("time", "2024-03-04T12:00:00.123+03:00", lang),
		word("code", "1005", lang),
		sentence{"1005", "", map[string]string{"value": "93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}}.in(t, lang), "",
		word("excerpt", "", lang),
		"HTTP/1.1 405 Method Not Allowed", "",
		`{"errors":[{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}]}`,
	}, "\n") + "\n"
	if diff := cmp.Diff(want, report.Reply(explain.Support, explain.Form{})); diff != "" {
		t.Error(diff)
	}
	// What developers get says too who acts, and what to do.
	e, _ := catalog.ByName("1005")
	want = strings.Join([]string{
		word("ticket-head", "", lang), "",
		word("status", "405", lang),
		catalog.Word("direction", "to-cloud", lang),
		word("request", "PUT https://partner.example/inventories/devices", lang),
		word("request-id", "7f3a-11", lang),
		word("time", "2024-03-04T12:00:00.123+03:00", lang),
		word("code", "1005", lang),
		sentence{"1005", "", map[string]string{"value": "93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}}.in(t, lang),
		catalog.Word("acts", "merchant", lang) + ". " + e.Text[lang].Retry,
		numbered(steps(e, lang)),
		word("excerpt", "", lang),
		"HTTP/1.1 405 Method Not Allowed", "",
		`{"errors":[{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}]}`,
	}, "\n") + "\n"
	if diff := cmp.Diff(want, report.Reply(explain.Ticket, explain.Form{})); diff != "" {
		t.Error(diff)
	}
	// For a tracker that lays out Markdown: a title, a list of facts, a quoted body, and the way to
	// the code's page.
	want = strings.Join([]string{
		"### " + word("ticket-head", "", lang), "",
		"- " + word("status", "405", lang),
		"- " + catalog.Word("direction", "to-cloud", lang),
		"- " + word("request", "PUT https://partner.example/inventories/devices", lang),
		"- " + word("request-id", "7f3a-11", lang),
		"- " + word("time", "2024-03-04T12:00:00.123+03:00", lang),
		"- " + word("code", "1005", lang), "",
		sentence{"1005", "", map[string]string{"value": "93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}}.in(t, lang),
		catalog.Word("acts", "merchant", lang) + ". " + e.Text[lang].Retry,
		numbered(steps(e, lang)),
		word("page", "https://example.com/errors/1005/", lang), "",
		word("excerpt", "", lang), "~~~~~~~~",
		"HTTP/1.1 405 Method Not Allowed", "",
		`{"errors":[{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}]}`,
		"~~~~~~~~", "",
		word("result", "https://example.com/#code=1005", lang),
	}, "\n") + "\n"
	if diff := cmp.Diff(want, report.Reply(explain.Ticket, explain.Form{Markdown: true, Site: "https://example.com/", Link: "https://example.com/#code=1005"})); diff != "" {
		t.Error(diff)
	}
}

// TestFacts wants of each exchange what the text shows of it, and nothing that is secret or
// somebody's.
func TestFacts(t *testing.T) {
	const text = conversation + "\n\n2024-03-04T12:00:07+03:00 GET https://api.evotor.ru/stores/20170222-D58C-40E0-8051-B53ADFF38860?token=FAKE-0000-sample-token\nHTTP/1.1 404 Not Found\n\n{}"
	report := explain.Text(text, catalog.English)
	want := []map[string]string{
		{"status": "405", "request": "PUT https://partner.example/inventories/devices", "request-id": "7f3a-11", "time": "2024-03-04T12:00:00.123+03:00"},
		{"status": "404", "request": "GET https://api.evotor.ru/stores/•••", "time": "2024-03-04T12:00:07+03:00"},
	}
	if diff := cmp.Diff(want, report.Facts()); diff != "" {
		t.Error(diff)
	}
}

// TestTextFrom tells who answered where the text does not say, and there alone.
func TestTextFrom(t *testing.T) {
	for text, want := range map[string]string{
		`{"errors":[{"code":1001}]}`: "The cloud rejected",
		"PUT https://partner.example/user/token\n\nHTTP/1.1 401\n\n" + `{"errors":[{"code":1001}]}`: "Your service rejected",
	} {
		report := explain.TextFrom(text, catalog.FromCloud, catalog.English)
		if got := report.Responses[0].Errors[0].Explanation; !strings.HasPrefix(got, want) {
			t.Errorf("%s is explained as %q", text, got)
		}
	}
}

// numbered are the lines of a list.
func numbered(list []string) string {
	var b strings.Builder
	for i, s := range list {
		fmt.Fprintf(&b, "%d. %s\n", i+1, s)
	}
	return b.String()
}

// TestReplyMasks wants of messages no secrets, ids of terminals and users where developers and
// support look for them, and what else is somebody's only where it was asked for.
func TestReplyMasks(t *testing.T) {
	const (
		device = "20170222-D58C-40E0-8051-B53ADFF38860"
		user   = "01-000000000015463"
		phone  = "+7 912 345-67-89"
		email  = "ivan@example.com"
		secret = "FAKE-0000-sample-token"
	)
	const text = "PUT https://partner.example/inventories/devices\nAuthorization: Bearer " + secret + "\n\nHTTP/1.1 400 Bad Request\n\n" +
		`{"errors":[{"code":1005,"subject":"deviceUuid","value":"` + device + `"},{"code":1004,"subject":"userUuid","value":"` + user + `"},` +
		`{"code":2003,"subject":"phone","value":"` + phone + `"},{"code":2003,"subject":"email","value":"` + email + `"},` +
		`{"code":3000,"message":"call ` + phone + `"},{"code":3001,"subject":"` + device + `"}]}`
	for _, lang := range catalog.Langs {
		report := explain.Text(text, lang)
		for _, to := range audiences {
			for _, unmasked := range []bool{false, true} {
				got := report.Reply(to, explain.Form{Unmasked: unmasked})
				has := func(s string, want bool) {
					t.Helper()
					if strings.Contains(got, s) != want {
						t.Errorf("the reply for %s, unmasked %v, has %q: %v, want %v\n%s", to, unmasked, s, !want, want, got)
					}
				}
				has(secret, false)
				switch to {
				case explain.Ticket, explain.Support:
					has(device, true)
					has(user, true)
					has(phone, unmasked)
					has(email, unmasked)
				case explain.Unknown:
					has(device, unmasked)
					has(phone, unmasked)
				case explain.Merchant:
					if !unmasked {
						for _, s := range []string{device, user, phone, email} {
							has(s, false)
						}
					}
				}
			}
		}
		for name, shared := range map[string]string{"link": report.Shared(), "history": report.Codes(), "text": report.Redacted(false)} {
			for _, s := range []string{device, user, phone, email, secret} {
				if strings.Contains(shared, s) {
					t.Errorf("the %s has %q:\n%s", name, s, shared)
				}
			}
		}
	}
}

// TestMasks wants a switch for personal data where it changes a message, and nowhere else.
func TestMasks(t *testing.T) {
	const (
		device  = `{"errors":[{"code":1005,"subject":"deviceUuid","value":"20170222-D58C-40E0-8051-B53ADFF38860"}]}`
		phone   = `{"errors":[{"code":2003,"subject":"phone","value":"+7 912 345-67-89"}]}`
		unknown = `{"errors":[{"code":3000}]}`
		both    = `{"errors":[{"code":3000,"subject":"deviceUuid","value":"20170222-D58C-40E0-8051-B53ADFF38860"}]}`
		mail    = `{"errors":[{"code":3000,"message":"of ivan@example.com"}]}`
	)
	for text, want := range map[string]bool{
		"": false, device: false, unknown: false, phone: true, both: true, mail: true,
		device + "\n" + unknown: false, unknown + "\n" + device: false,
		device + "\n" + both: true, both + "\n" + device: true,
		unknown + "\n" + device + "\n" + phone: true, phone + "\n" + device + "\n" + unknown: true,
	} {
		report := explain.Text(text, catalog.English)
		changes := slices.ContainsFunc(audiences, func(to explain.Audience) bool {
			return report.Reply(to, explain.Form{}) != report.Reply(to, explain.Form{Unmasked: true})
		})
		if changes != want || report.Masks() != want {
			t.Errorf("%s\nsome message changes: %v, there is a switch: %v, want %v", text, changes, report.Masks(), want)
		}
	}
}

// TestAudiences wants Evotor's support left out where services alone answered: it cannot help
// with what a service answers.
func TestAudiences(t *testing.T) {
	const cloud, service = `{"code":"validation_failed","violations":[{"reason":"r","subject":"s"}]}`, `{"errors":[{"code":2003}]}`
	for text, support := range map[string]bool{
		service: false, // most likely
		"PUT https://partner.example/inventories/devices\nHTTP/1.1 400 x\n\n" + service: false,
		"PUT https://partner.example/inventories/devices\nHTTP/1.1 402 x\n\n":           false,
		"HTTP/1.1 404 Not Found\n\n": true, // either
		cloud:                        true,
		service + "\n\n" + cloud:     true,
		"GET https://api.evotor.ru/stores\nHTTP/1.1 401 x\n\n" + `{"errors":[{"code":1001}]}`: true,
		`{"id":"1","type":"product","status":"FAILED"}`:                                       true,
	} {
		report := explain.Text(text, catalog.English)
		want := []explain.Audience{explain.Ticket, explain.Merchant}
		if support {
			want = append(want, explain.Support)
		}
		if got := report.Audiences(); !slices.Equal(got, want) {
			t.Errorf("%s\nmay be sent to %v, want %v", text, got, want)
		}
	}
}

// TestReplyKnowsValues masks what is somebody's wherever the sentences repeat it.
func TestReplyKnowsValues(t *testing.T) {
	for value, text := range map[string]string{
		"9161234567":  `{"errors":[{"code":2003,"subject":"phone","reason":"9161234567 is wrong","value":"9161234567"}]}`,
		"Ivanov":      `{"errors":[{"code":2003,"subject":"lastName","reason":"no Ivanov here","value":"Ivanov"}]}`,
		"79161234567": `{"errors":[{"code":2003},{"code":"79161234567"}]}`,
		"ivan@mail":   `{"errors":[{"code":2003,"value":"ivan\u0040mail.ru"}]}`,
	} {
		report := explain.Text(text, catalog.Russian)
		for _, to := range audiences {
			if got := report.Reply(to, explain.Form{}); strings.Contains(got, value) {
				t.Errorf("the reply for %s on\n%s\nrepeats %q:\n%s", to, text, value, got)
			}
		}
		if got := report.Shared() + report.Codes() + report.Redacted(false); strings.Contains(got, value) {
			t.Errorf("what is shared or copied of\n%s\nrepeats %q:\n%s", text, value, got)
		}
	}
}

// TestUnknownReport makes the report on a code that the catalogue does not have.
func TestUnknownReport(t *testing.T) {
	const text = "04.03.2024 12:00:00 status=401 token=FAKE-0000-sample-token\n" + `{"errors":[{"code":3000,"reason":"no user","subject":"userUuid","value":"01-000000000015463"},{"code":1003}]}`
	for _, lang := range catalog.Langs {
		report := explain.Text(text, lang)
		clue := func(id string, slots ...string) string {
			return "- " + strings.NewReplacer(slots...).Replace(catalog.Word("clue", id, lang))
		}
		want := strings.Join([]string{
			word("unknown-head", "", lang), "",
			word("status", "401", lang),
			catalog.Word("direction", "to-cloud-likely", lang),
			word("time", "04.03.2024 12:00:00", lang),
			word("code", "3000", lang),
			sentence{"unknown-code", "", map[string]string{"code": "3000", "subject": "userUuid"}}.in(t, lang),
			clue("beside", "{beside}", "1003"),
			clue("status", "{status}", "401", "{title}", catalog.ByStatus(401).Text[lang].Title),
			clue("numeric"), "",
			word("excerpt", "", lang),
			"status=401 token=•••",
			`{"errors":[{"code":3000,"reason":"no user","subject":"userUuid","value":"•••"},{"code":1003}]}`,
		}, "\n") + "\n"
		if diff := cmp.Diff(want, report.Reply(explain.Unknown, explain.Form{})); diff != "" {
			t.Error(diff)
		}
	}
}

// TestTrace finds the line, the id and the time of the request that a response answers.
func TestTrace(t *testing.T) {
	const body = `{"errors":[{"code":1003}]}`
	for name, c := range map[string]struct{ text, want string }{
		"the nearest before":  {"2024-03-04 10:00:00 x-request-id: aaaa-1111\n2024-03-04 11:00:00,5 request_id=bbbb-2222 " + body + "\n2024-03-04 12:00:00 request_id=cccc-3333", "|bbbb-2222 2024-03-04 11:00:00,5"},
		"behind the response": {body + "\n{\"requestId\":\"abcd-1234\",\"at\":\"2024-03-04T12:00:00Z\"}", "|abcd-1234 2024-03-04T12:00:00Z"},
		"headers":             {"HTTP/1.1 401 Unauthorized\nDate: Mon, 04 Mar 2024 09:00:00 GMT\nX-Correlation-ID: 42-abc-9\n\n" + body, "|42-abc-9 Mon, 04 Mar 2024 09:00:00 GMT"},
		"an access log":       {`1.2.3.4 - - [04/Mar/2024:12:00:00 +0300] "PUT /x HTTP/1.1" 401 ` + body, "PUT /x| 04/Mar/2024:12:00:00 +0300"},
		"the line of curl":    {"curl -X PATCH 'https://api.example/v2/stores?token=aaa&x=1' -d '{}'\n" + body, "PATCH https://api.example/v2/stores| "},
		"a masked address":    {"POST https://user:FAKE-0000@api.example/hook\n" + body, "POST https://user:•••@api.example/hook| "},
		"no address":          {"GET the report\nFORGET /x\n" + body, "| "},
		"none":                {body, "| "},
		"a secret is no id":   {"trace_id: 1\ntoken: x-request-id-99-secret\n" + body, "| "},
	} {
		report := explain.Text(c.text, catalog.English)
		message := report.Reply(explain.Ticket, explain.Form{})
		got := line(message, word("request", "", catalog.English)) + "|" + line(message, word("request-id", "", catalog.English)) + " " + line(message, word("time", "", catalog.English))
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// line is what stands behind a prefix.
func line(text, prefix string) string {
	for l := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(l, prefix); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// asked is what a message to the merchant says of an entry in a case.
func asked(e *catalog.Entry, lang catalog.Lang, direction catalog.Direction) string {
	m := &e.Text[lang].Merchant
	fits := func(when string, step bool) bool {
		return when == "" || when == string(direction) || step && direction == catalog.Unknown
	}
	var said string
	var list []string
	for _, line := range m.What {
		if said == "" && fits(line.When, false) {
			said = line.Text
		}
	}
	for _, line := range m.Do {
		if fits(line.When, true) {
			list = append(list, line.Text)
		}
	}
	return said + "\n" + word("merchant-do", "", lang) + "\n" + numbered(list)
}

// TestMerchant wants of a message to the merchant what he has to do, in his own terms, and
// nothing else.
func TestMerchant(t *testing.T) {
	const (
		cloud   = "GET https://api.evotor.ru/stores\n"
		service = "PUT https://partner.example/inventories/devices\n"
	)
	for _, c := range []struct {
		text      string
		direction catalog.Direction
		entries   []string // in the order of the message
	}{
		{conversation, catalog.ToCloud, []string{"1005"}},
		{`{"errors":[{"code":1004}]}`, catalog.ToCloud, []string{"1004"}},
		{`{"errors":[{"code":1002,"value":"FAKE-0000-sample-token"}]}`, catalog.ToCloud, []string{"1002"}},
		{cloud + "HTTP/1.1 401 x\n\n" + `{"errors":[{"code":1002}]}`, catalog.FromCloud, []string{"1002"}},
		{`{"errors":[{"code":1003}]}`, catalog.ToCloud, []string{"1003"}},
		{"HTTP/1.1 402 x\n\n", catalog.Unknown, []string{"http-402"}},
		{cloud + "HTTP/1.1 402 x\n\n", catalog.FromCloud, []string{"http-402"}},
		{service + "HTTP/1.1 402 x\n\n", catalog.ToCloud, []string{"http-402"}},
		{cloud + "HTTP/1.1 402 x\n\n" + `{"errors":[{"code":9999}]}`, catalog.FromCloud, []string{"http-402"}},
		{`{"errors":[{"code":1005},{"code":1004},{"code":1005,"value":"x"}]}`, catalog.ToCloud, []string{"1005", "1004"}},
		{`{"errors":[{"code":2001},{"code":1005}]}`, catalog.ToCloud, []string{"1005"}},
		{`{"errors":[{"code":9999}]}`, catalog.ToCloud, nil},
		{service + "HTTP/1.1 400 x\n\n" + `{"errors":[{"code":2002,"subject":"a"}]}`, catalog.ToCloud, nil},
		{"HTTP/1.1 503 x\n\n", catalog.Unknown, nil},
	} {
		for _, lang := range catalog.Langs {
			report := explain.Text(c.text, lang)
			if got := report.Responses[0].Direction; got != c.direction {
				t.Errorf("%s\nis %s, want %s", c.text, got, c.direction)
			}
			want := word("merchant-head", "", lang) + "\n"
			for _, name := range c.entries {
				e, _ := catalog.ByName(name)
				want += "\n" + strings.ReplaceAll(asked(e, lang, c.direction), "`", "")
			}
			if c.entries == nil {
				want += "\n" + word("merchant-none", "", lang) + "\n"
			}
			for _, unmasked := range []bool{false, true} {
				if diff := cmp.Diff(want, report.Reply(explain.Merchant, explain.Form{Unmasked: unmasked})); diff != "" {
					t.Errorf("%s\n%s", c.text, diff)
				}
			}
		}
	}
}

// TestMerchantInBothCases wants what is asked of the merchant in either case, where one text has
// both.
func TestMerchantInBothCases(t *testing.T) {
	const text = "GET https://api.evotor.ru/stores\nHTTP/1.1 402 Payment Required\n\n\nPUT https://partner.example/inventories/devices\nHTTP/1.1 402 Payment Required\n\n"
	e := catalog.ByStatus(402)
	for _, lang := range catalog.Langs {
		report := explain.Text(text, lang)
		want := word("merchant-head", "", lang) + "\n\n" + asked(e, lang, catalog.FromCloud) + "\n" + asked(e, lang, catalog.ToCloud)
		if diff := cmp.Diff(want, report.Reply(explain.Merchant, explain.Form{})); diff != "" {
			t.Error(diff)
		}
	}
}

// TestMerchantAsks wants the points of what some merchants are asked, with blanks for what the
// text does not have.
func TestMerchantAsks(t *testing.T) {
	const (
		cloud   = "GET https://api.evotor.ru/stores\nHTTP/1.1 402 x\n\n"
		service = "PUT https://partner.example/inventories/devices\nHTTP/1.1 402 x\n\n"
	)
	blank := regexp.MustCompile(`\[[^\]]+\]`)
	for _, c := range []struct {
		text    string
		asks    [2]string // parts of words in small letters, in Russian and in English
		asksNot [2]string
		blanks  [2]string // parts of them, in the order of the alphabet
	}{
		// Uncertain: nothing but the code says that a service answered.
		{`{"errors":[{"code":1004}]}`, [2]string{"подписк плат", "subscription pay"}, [2]string{"1004 разработчик hasbilling", "1004 developer hasbilling"}, [2]string{"сервис", "service"}},
		{cloud, [2]string{"все касс установ", "all terminals install"}, [2]string{"402 плат разработчик", "402 pay paid developer"}, [2]string{"сервис", "service"}},
		{service, [2]string{"подписк плат", "subscription pay"}, [2]string{"402 установ разработчик", "402 install developer"}, [2]string{"сервис", "service"}},
		{`{"errors":[{"code":1002}]}`, [2]string{"войдите", "log in"}, [2]string{"1002 токен authorization разработчик", "1002 token authorization developer"}, [2]string{"сервис", "service"}},
		{`{"errors":[{"code":1005}]}`, [2]string{"подписк отмет", "subscription"}, [2]string{"1005 uuid лицензи", "1005 uuid licence"}, [2]string{"касс сервис", "service terminal"}},
	} {
		for _, lang := range catalog.Langs {
			report := explain.Text(c.text, lang)
			_, got, _ := strings.Cut(strings.ReplaceAll(report.Reply(explain.Merchant, explain.Form{}), "\u00a0", " "), "\n\n")
			lower := strings.ToLower(got)
			for want := range strings.FieldsSeq(c.asks[lang]) {
				if !strings.Contains(lower, want) {
					t.Errorf("%s\nthe merchant is not told of %q:\n%s", c.text, want, got)
				}
			}
			for not := range strings.FieldsSeq(c.asksNot[lang]) {
				if strings.Contains(lower, not) {
					t.Errorf("%s\nthe merchant is told of %q:\n%s", c.text, not, got)
				}
			}
			blanks := blank.FindAllString(lower, -1)
			slices.Sort(blanks)
			blanks = slices.Compact(blanks)
			want := strings.Fields(c.blanks[lang])
			fit := len(blanks) == len(want)
			for _, b := range blanks {
				fit = fit && slices.ContainsFunc(want, func(w string) bool { return strings.Contains(b, w) })
			}
			if !fit || strings.ContainsAny(got, "{}`") {
				t.Errorf("%s\nthe blanks are %v, want %v:\n%s", c.text, blanks, want, got)
			}
		}
	}
}

// TestWhoeverActsIsTold wants of every entry, whoever answered, steps for whoever is to act, but
// for Evotor, whom nobody here instructs, and
// of whatever the merchant has to do a message that asks him.
func TestWhoeverActsIsTold(t *testing.T) {
	entries := append(slices.Clone(catalog.All()), catalog.UnknownCode, catalog.HTTPOther, catalog.Bulk, catalog.Fiscal)
	seen := map[catalog.Direction]int{}
	merchants := 0
	check := func(what string, r *explain.Response, v *explain.Verdict, lang catalog.Lang, message string) {
		if len(v.Steps) == 0 {
			t.Errorf("%s: there is nothing to do", what)
		}
		if v.Actor != catalog.Actor("unknown") && v.Actor != catalog.Actor("evotor") && !slices.ContainsFunc(v.Steps, func(s explain.Step) bool { return s.For == v.Actor }) {
			t.Errorf("%s, %s: acts %s, and no step is for them: %q", what, r.Direction, v.Actor, spoken(v.Steps))
		}
		merchant := v.Actor == catalog.Merchant || slices.ContainsFunc(slices.Concat(v.Steps, v.Otherwise), func(s explain.Step) bool { return s.For == catalog.Merchant })
		does := strings.Contains(message, word("merchant-do", "", lang)+"\n1. ")
		if none := strings.Contains(message, word("merchant-none", "", lang)); does == none {
			t.Errorf("%s: the merchant is asked for something and for nothing:\n%s", what, message)
		}
		if merchant && !does {
			t.Errorf("%s, %s: acts %s, steps %q, otherwise %q, and the merchant reads:\n%s", what, r.Direction, v.Actor, spoken(v.Steps), spoken(v.Otherwise), message)
		}
		for _, s := range v.Steps {
			if s.For == "" || s.For == catalog.Actor("unknown") {
				t.Errorf("%s: a step is for nobody: %q", what, spoken([]explain.Step{s}))
			}
		}
		if merchant {
			merchants++
		}
		seen[r.Direction]++
	}
	each := func(what, text string) {
		for _, lang := range catalog.Langs {
			report := explain.Text(text, lang)
			if len(report.Responses) != 1 {
				t.Errorf("%s: %d responses in\n%s", what, len(report.Responses), text)
				continue
			}
			r := &report.Responses[0]
			message := report.Reply(explain.Merchant, explain.Form{})
			if r.Verdict != nil {
				check(what+" in "+lang.String(), r, r.Verdict, lang, message)
			}
			for i := range r.Errors {
				check(what+" in "+lang.String(), r, &r.Errors[i].Verdict, lang, message)
			}
		}
	}
	statuses := []int{400, 418} // those without an entry
	for _, e := range entries {
		if e.Code == "" && e.Status != 0 {
			statuses = append(statuses, e.Status)
		}
	}
	for who, before := range map[string]string{
		"to the cloud":          "PUT https://partner.example/inventories/devices\n",
		"from the cloud":        "GET https://api.evotor.ru/stores\n",
		"from nobody knows who": "",
	} {
		for _, e := range entries {
			reasons := append([]string{""}, e.Reasons...)
			switch {
			case strings.Trim(e.Code, "0123456789") != "":
				each(e.Name+" "+who, fmt.Sprintf("%sHTTP/1.1 %d x\n\n"+`{"code":%q,"message":"m","violations":[{"reason":"r","subject":"s"}]}`, before, e.Status, e.Code))
			case e.Code != "":
				for _, reason := range reasons {
					each(e.Name+" "+who, fmt.Sprintf("%sHTTP/1.1 %d x\n\n"+`{"errors":[{"code":%s,"reason":%q}]}`, before, e.Status, e.Code, reason))
					each(e.Name+" "+who+", without a status", fmt.Sprintf("%s\n"+`{"errors":[{"code":%s,"reason":%q}]}`, before, e.Code, reason))
				}
			case e == catalog.Bulk:
				for _, state := range e.Reasons {
					each(e.Name+" "+who, before+"HTTP/1.1 200 OK\n\n"+`{"id":"1","type":"product","status":"`+state+`"}`)
				}
			}
		}
		for _, status := range statuses {
			each(fmt.Sprint("status ", status, " ", who), fmt.Sprintf("%sHTTP/1.1 %d x\n\n", before, status))
			each(fmt.Sprint("an unknown code under ", status, " ", who), fmt.Sprintf("%sHTTP/1.1 %d x\n\n"+`{"errors":[{"code":3000}]}`, before, status))
		}
	}
	for _, direction := range []catalog.Direction{catalog.ToCloud, catalog.FromCloud, catalog.Unknown} {
		if seen[direction] == 0 {
			t.Errorf("nobody answered %s", direction)
		}
	}
	if merchants < 20 {
		t.Errorf("merchants have to do something %d times only", merchants)
	}
	// What has neither code nor status is never answered.
	for _, e := range entries {
		for _, lang := range catalog.Langs {
			said := &e.Text[lang]
			for _, direction := range []catalog.Direction{catalog.ToCloud, catalog.FromCloud, ""} {
				fits := func(l catalog.Line) bool { return l.When == "" || l.When == string(direction) }
				if slices.ContainsFunc(said.Steps, func(l catalog.Line) bool { return fits(l) && l.For == catalog.Merchant }) && !slices.ContainsFunc(said.Merchant.Do, fits) {
					t.Errorf("%s in %s, %q: a step is for the merchant, and he is asked for nothing", e.Name, lang, direction)
				}
				for _, l := range slices.Concat(said.Merchant.What, said.Merchant.Do) {
					if strings.Contains(l.Text, "{") {
						t.Errorf("%s in %s: nothing fills a slot of what the merchant reads: %q", e.Name, lang, l.Text)
					}
				}
				if slices.ContainsFunc(said.Merchant.Do, fits) && !slices.ContainsFunc(said.Merchant.What, fits) {
					t.Errorf("%s in %s, %q: the merchant is asked for something and not told what happened", e.Name, lang, direction)
				}
			}
		}
	}
}
