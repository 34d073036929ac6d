package decode

import "testing"

// TestForms reads the example of each form: alone and before a body.
func TestForms(t *testing.T) {
	for _, f := range forms {
		for _, text := range []string{f.example, f.example + "\n{\"errors\":[{\"code\":1004}]}"} {
			got := Text(text, vocabulary).Responses
			if len(got) != 1 || got[0].Status != 402 {
				t.Errorf("%q: %d responses %s", text, len(got), summary(text))
			}
		}
	}
}
