package decode

import "testing"

// TestForms wants each example read by its row, and not without it.
func TestForms(t *testing.T) {
	for i := range forms {
		f := &forms[i]
		for _, text := range []string{f.example, f.example + "\n{\"errors\":[{\"code\":1004}]}"} {
			got := Text(text, vocabulary).Responses
			if len(got) != 1 || got[0].Status != 402 {
				t.Errorf("%q: %d responses %s", text, len(got), summary(text))
			}
		}
		was := *f
		f.before = "\x00"
		if got := Text(f.example, vocabulary).Responses; len(got) > 0 && got[0].Status == 402 {
			t.Errorf("%q is read without its row", f.example)
		}
		*f = was
	}
}
