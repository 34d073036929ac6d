package explain_test

import (
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

func TestReply(t *testing.T) {
	report := explain.Text(conversation, catalog.English)
	got := report.Reply(explain.Support, false)
	want := `Hello! The exchange with the Evotor cloud ends in an error response. Please help us find out why.

HTTP status: 405
Your service answered the Evotor cloud
Request: PUT https://partner.example/inventories/devices
Request id: 7f3a-11
Time: 2024-03-04T12:00:00.123+03:00
Code: 1005
` + "Terminal `•••` is not active in the current subscription" + `

The response, secrets masked:
HTTP/1.1 405 Method Not Allowed

{"errors":[{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"•••"}]}
`
	if diff := cmp.Diff(want, strings.ReplaceAll(got, "\u00a0", " ")); diff != "" {
		t.Error(diff)
	}
	for _, to := range explain.Audiences {
		for _, lang := range catalog.Langs {
			report := explain.Text(conversation, lang)
			masked, unmasked := report.Reply(to, false), report.Reply(to, true)
			if strings.Contains(masked+unmasked, "FAKE") {
				t.Errorf("the reply for %s repeats a secret", to)
			}
			if strings.Contains(masked, "93a9bfa3") {
				t.Errorf("the reply for %s has personal data:\n%s", to, masked)
			}
			if !strings.Contains(unmasked, "93a9bfa3") {
				t.Errorf("the unmasked reply for %s has no value:\n%s", to, unmasked)
			}
		}
	}
	// What the merchant reads is for him alone.
	report = explain.Text(conversation, catalog.Russian)
	if got := report.Reply(explain.Merchant, false); strings.Contains(got, "азработчику") || !strings.Contains(got, "1. Активируйте терминал") {
		t.Errorf("the merchant reads %q", got)
	}
	// A merchant who has nothing to do is told so, and nothing else.
	report = explain.Text(`{"errors":[{"code":2001}]}`, catalog.English)
	if got := report.Reply(explain.Merchant, false); strings.Contains(got, "2001") || !strings.Contains(got, "nothing for you to do") {
		t.Errorf("the merchant reads %q", got)
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
		for _, to := range append(explain.Audiences, explain.Unknown) {
			if got := report.Reply(to, false); strings.Contains(got, value) {
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
	report := explain.Text(text, catalog.English)
	got := strings.ReplaceAll(report.Reply(explain.Unknown, false), "\u00a0", " ")
	want := `The response has an error code that the catalogue of Evotor's codes does not have.

HTTP status: 401
Time: 04.03.2024 12:00:00
Code: 3000
` + "Field `userUuid`: code `3000` is not in the catalogue" + `
` + "- A known error stands beside it: `1003`. Start with that one: the unknown one may follow from it." + `
- Status 401 by itself means: “The request is not authorised”
- A body of this shape is what partners' services answer webhooks with. The service probably made the code up: look for its meaning in the service's source.

The response, secrets masked:
status=401 token=•••
{"errors":[{"code":3000,"reason":"no user","subject":"userUuid","value":"•••"},{"code":1003}]}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
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
		message := report.Reply(explain.Ticket, false)
		got := line(message, "Request: ") + "|" + line(message, "Request id: ") + " " + line(message, "Time: ")
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

// TestMerchant wants of a message to the merchant what he has to do, in his own terms.
func TestMerchant(t *testing.T) {
	for _, c := range []struct {
		text     string
		unmasked bool
		want     string
	}{
		{conversation, false, "Терминал не активен в текущей подписке\nЧто сделать:\n1. Активируйте терминал в подписке на сервис.\n2. Повторите операцию на терминале.\n"},
		{conversation, true, "Терминал 93a9bfa3-7353-490d-aa54-8c6efe9d8a8f не активен в текущей подписке\nЧто сделать:\n1. Активируйте терминал в подписке на сервис.\n2. Повторите операцию на терминале.\n"},
		{`{"errors":[{"code":1003}]}`, false, "Срок действия токена пользователя истёк\nЧто сделать:\n1. Ещё раз войдите в сервис из личного кабинета Эвотора, и облако получит новый токен.\n"},
		{`{"errors":[{"code":1004}]}`, false, "Подписка пользователя не активна, нужна оплата\nЧто сделать:\n1. Проверьте подписку на сервис в личном кабинете Эвотора и оплатите её.\n2. После оплаты повторите операцию.\n"},
		{`{"errors":[{"code":9999}]}`, false, "Сейчас от вас ничего не требуется. Если понадобится ваша помощь, вам напишут.\n"},
	} {
		report := explain.Text(c.text, catalog.Russian)
		got := strings.ReplaceAll(report.Reply(explain.Merchant, c.unmasked), "\u00a0", " ")
		_, got, _ = strings.Cut(got, "\n\n")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}
