package decode

import (
	"fmt"
	"testing"
)

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
