package explain_test

import (
	"strings"
	"testing"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// planted is a secret like no other text.
const planted = "FAKE-S3cr3t-0a1b2c3d4e"

// carriers are how texts carry a secret, and answers the error responses around. S stands for
// it.
var carriers = strings.Split(strings.TrimSpace(`
Authorization: Bearer S
authorization: Basic S
X-Authorization: S
Cookie: a=1; sid=S
set-cookie: sid=S; Path=/
-H 'Authorization: Bearer S'
{"headers":{"X-Authorization":"S"}}
{"name":"Authorization","value":"Bearer S"}
{"value":"S","name":"X-Authorization"}
{"cookies":[{"name":"sid","value":"S"}]}
[Authorization] => Bearer S
https://user:S@partner.example/
https://partner.example/?token=S&x=1
password=S
"access_token":"S"
\"api_key\": \"S\"
%22token%22%3A%22S%22
{&quot;token&quot;:&quot;S&quot;}
Пароль: S
токен облака S
token S is unknown
app --token S sync
curl -u ivan:S https://partner.example/
auth=('ivan', 'S')
EVOTOR_TOKEN=S
<token>S</token>
$password = 'S';
`), "\n")

var answers = strings.Split(strings.TrimSpace(`
{"errors":[{"code":2003,"reason":"bad S","subject":"a S","value":"S","message":"S"}]}
{"errors":[{"code":1002,"reason":"S is wrong","message":"expected S"}]}
{"errors":[{"code":2003,"subject":"body.token","value":"S"},{"code":3000,"subject":"sessionId","value":"x S"}]}
{"code":"validation_failed","message":"S","value":"S","violations":[{"reason":"must not be S","subject":"jwt","value":"S"}]}
{"code":"S","message":"S"}
{"id":"1","type":"product","status":"FAILED","modified_at":"x","details":[{"code":"invalid_format","message":"token=S","violations":[{"reason":"S","subject":"password","value":"S"}]}]}
HTTP/1.1 401 Unauthorized
POST https://user:S@api.evotor.ru/api/S?token=S
status=502 S
`), "\n")

// outputs are all that is made of a report.
func outputs(r *explain.Report) map[string]string {
	json, err := r.MarshalJSON()
	if err != nil {
		return map[string]string{"error": err.Error()}
	}
	out := map[string]string{"report": string(json), "link": r.Shared(), "history": r.Codes(), "text": r.Redacted(false), "text with personal data": r.Redacted(true)}
	for _, to := range append([]explain.Audience{explain.Unknown}, audiences[:3]...) {
		out["reply for "+string(to)] = r.Reply(to, explain.Form{})
		out["reply with personal data for "+string(to)] = r.Reply(to, explain.Form{Unmasked: true})
	}
	for _, task := range r.Plan() {
		out["html"] += task.HTML("https://example.com/")
	}
	return out
}

func FuzzSecrets(f *testing.F) {
	for i := range carriers {
		for k := range answers {
			f.Add("", "", uint8(i), uint8(k), i%2 == 0)
		}
	}
	f.Add("\xff\xfe", "{", uint8(1), uint8(1), true)
	f.Fuzz(func(t *testing.T, before, after string, carrier, answer uint8, first bool) {
		a := strings.ReplaceAll(carriers[int(carrier)%len(carriers)], "S", planted)
		b := strings.ReplaceAll(answers[int(answer)%len(answers)], "S", planted)
		if strings.Contains(answers[int(answer)%len(answers)], "FAILED") {
			b = strings.ReplaceAll(b, strings.ReplaceAll("FAILED", "S", planted), "FAILED")
		}
		if !first {
			a, b = b, a
		}
		text := before + "\n" + a + "\n" + b + "\n" + after
		for _, report := range []explain.Report{explain.Text(text, catalog.Russian), explain.Answer(400, text, catalog.English)} {
			for name, out := range outputs(&report) {
				if strings.Contains(out, planted) {
					t.Errorf("the %s on\n%s\nrepeats the secret:\n%s", name, text, out)
				}
			}
		}
	})
}
