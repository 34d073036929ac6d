package decode

import (
	"strings"
	"testing"
)

// TestTies reads the example of each tie: its body has the status with it, and not without it.
func TestTies(t *testing.T) {
	for i := range ties {
		tie := &ties[i]
		for _, body := range []string{`{"errors":[{"code":1004}]}`, "{\n  \"errors\": [{\"code\": 1004}]\n}"} {
			text := strings.Replace(tie.example, "⟨⟩", body, 1)
			status := func() int {
				for _, r := range Text(text, vocabulary).Responses {
					if r.Kind == Numeric {
						return r.Status
					}
				}
				t.Errorf("%q has no body", text)
				return 0
			}
			if got := status(); got != 402 {
				t.Errorf("%q: status %d", text, got)
			}
			was := *tie
			tie.where = nowhere
			if got := status(); got != 0 {
				t.Errorf("%q: status %d without its tie", text, got)
			}
			*tie = was
		}
	}
}
