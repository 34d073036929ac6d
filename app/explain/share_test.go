package explain_test

import (
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// TestShared reads what is shared and wants the same diagnosis, without secrets and personal
// data.
func TestShared(t *testing.T) {
	for _, text := range []string{
		conversation,
		`{"errors":[{"code":2003,"reason":"incorrect","subject":"a.b","value":null},{"code":1005}]}`,
		"HTTP/1.1 404 Not Found\n\n",
		`{"code":"validation_failed","message":"m","violations":[{"reason":"r","subject":"s"},{"reason":"q","subject":"t"}]}`,
		`{"errors":[{"code":1001}]} from GET https://api.evotor.ru/x`,
		"> GET / HTTP/1.1\n> Host: api.evotor.ru\n\n< HTTP/1.1 401\n\n" + `{"errors":[{"code":1001}]}`,
		"> PUT /inventories/devices HTTP/1.1\n\n< HTTP/1.1 401\n\n" + `{"errors":[{"code":1001}]}` + "\n> GET /x HTTP/1.1\n> Host: crm.example\n\n< HTTP/1.1 402 Payment Required\n\n",
		"HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: 17\n\n",
		"HTTP/1.1 429 Too Many Requests\nRetry-After: 17\n\n",
		`{"id":"1","type":"product","status":"FAILED"}`,
		`{"id":"1","type":"product","status":"DECLINED","details":[{"code":"validation_failed","violations":[{"reason":"r","subject":"s"}]},{"code":"invalid_format"}]}`,
		`token=FAKE-123-456 {"errors":[{"code":1002,"subject":"token","value":"FAKE-123-456"}]}`,
	} {
		report := explain.Text(text, catalog.English)
		shared := report.Shared()
		if strings.Contains(shared, "FAKE") || strings.Contains(shared, "93a9bfa3") {
			t.Errorf("shared: %s", shared)
		}
		again := explain.Text(shared, catalog.English)
		if len(again.Responses) != len(report.Responses) {
			t.Fatalf("%q is read as %d responses, not %d", shared, len(again.Responses), len(report.Responses))
		}
		for i := range report.Responses {
			a, b := &report.Responses[i], &again.Responses[i]
			if a.Direction != b.Direction || a.Certain != b.Certain || a.State != b.State || a.Kind != b.Kind || a.Reset != b.Reset || a.Verdict != nil && a.Explanation != b.Explanation {
				t.Errorf("%q is read as %s, %s, certain %v, reset %d, state %s", shared, b.Kind, b.Direction, b.Certain, b.Reset, b.State)
			}
			if len(a.Errors) != len(b.Errors) || (a.Status == nil) != (b.Status == nil) {
				t.Errorf("%q: %d errors, not %d", shared, len(b.Errors), len(a.Errors))
				continue
			}
			for j := range a.Errors {
				if a.Errors[j].Actor != b.Errors[j].Actor || a.Errors[j].Page != b.Errors[j].Page || a.Errors[j].Code != b.Errors[j].Code || a.Errors[j].Subject.Text != b.Errors[j].Subject.Text {
					t.Errorf("%q: %+v, not %+v", shared, b.Errors[j], a.Errors[j])
				}
			}
		}
	}
}

// TestSharedIsAboutNobody shares values and reasons of which nobody can be told.
func TestSharedIsAboutNobody(t *testing.T) {
	for text, want := range map[string]string{
		`{"errors":[{"code":2003,"subject":"comment","value":"Иванова Мария"}]}`:                   `{"errors":[{"code":"2003","subject":"comment","value":"•••"}]}`,
		`{"errors":[{"code":2003,"subject":"x","value":"4276160012345674"}]}`:                      `{"errors":[{"code":"2003","subject":"x","value":"•••"}]}`,
		`{"errors":[{"code":2003,"reason":"incorrect","subject":"price","value":-1.5}]}`:           `{"errors":[{"code":"2003","reason":"incorrect","subject":"price","value":"-1.5"}]}`,
		`{"errors":[{"code":2003,"subject":"Иванов, ул. Ленина 5","value":123456}]}`:               `{"errors":[{"code":"2003","subject":"•••","value":"•••"}]}`,
		`{"errors":[{"code":2009,"reason":"Иванов занят","subject":"user"}]}`:                      `{"errors":[{"code":"2009","subject":"user"}]}`,
		`{"errors":[{"code":2009,"reason":"already_taken","subject":"user"}]}`:                     `{"errors":[{"code":"2009","reason":"already_taken","subject":"user"}]}`,
		`{"code":"validation_failed","violations":[{"reason":"must not be empty","subject":"a"}]}`: `{"code":"validation_failed","violations":[{"code":"validation_failed","reason":"must not be empty","subject":"a"}]}`,
	} {
		report := explain.Text(text, catalog.Russian)
		if got := report.Shared(); got != want {
			t.Errorf("%s\nis shared as %s\nwant         %s", text, got, want)
		}
	}
}

// TestSomebodysFields masks the values of fields that are somebody's.
func TestSomebodysFields(t *testing.T) {
	for _, subject := range []string{"fullName", "customer.first_name", "snils", "card-number", "ФИО", "phone"} {
		text := `{"errors":[{"code":2003,"subject":"` + subject + `","value":"Иванова Мария"}]}`
		report := explain.Text(text, catalog.Russian)
		if got := report.Redacted(false); strings.Contains(got, "Мария") {
			t.Errorf("redacted: %s", got)
		}
		if got := report.Reply(explain.Ticket, explain.Form{}); strings.Contains(got, "Мария") {
			t.Errorf("told: %s", got)
		}
	}
}

// TestCodes keeps no words of the response's own.
func TestCodes(t *testing.T) {
	const text = "HTTP/1.1 400 Bad Request\n\n" + `{"errors":[{"code":2003,"reason":"Иван Петров","subject":"Мария","value":"Пётр"},{"code":2002,"reason":"missing","subject":"items[0].price","value":null}]}`
	report := explain.Text(text, catalog.English)
	const want = "HTTP/1.1 400\n\n" + `{"errors":[{"code":"2003"},{"code":"2002","reason":"missing","subject":"items[0].price","value":null}]}`
	if got := report.Codes(); got != want {
		t.Errorf("kept: %s", got)
	}
}
