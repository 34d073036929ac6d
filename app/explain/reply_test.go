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
	got := report.Reply(conversation, explain.Support, catalog.English, false)
	want := `Hello! The exchange with the Evotor cloud ends in an error response. Please help us find out why.

HTTP status: 405
Your service answered the Evotor cloud
Code: 1005
` + "Terminal `•••` is not active in the current subscription" + `

Request id: 7f3a-11
Time: 2024-03-04T12:00:00.123+03:00
`
	if diff := cmp.Diff(want, strings.ReplaceAll(got, "\u00a0", " ")); diff != "" {
		t.Error(diff)
	}
	for _, to := range explain.Audiences {
		for _, lang := range catalog.Langs {
			report := explain.Text(conversation, lang)
			masked, unmasked := report.Reply(conversation, to, lang, false), report.Reply(conversation, to, lang, true)
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
	// A merchant who has nothing to do is told so, and nothing else.
	report = explain.Text(`{"errors":[{"code":2001}]}`, catalog.English)
	if got := report.Reply("", explain.Merchant, catalog.English, false); strings.Contains(got, "2001") || !strings.Contains(got, "nothing for you to do") {
		t.Errorf("the merchant reads %q", got)
	}
}
