package decode

import (
	"strings"
	"testing"
)

// roleExamples are what the words of each role do: • is the word, ⟨⟩ a body. They show the status 402, or none.
var roleExamples = map[role]struct {
	text string
	want int
}{
	labelWord:     {"request failed, •: 402", 402},
	weakLabel:     {"x •: 402\n⟨⟩", 402},
	fillerWord:    {"status • 402\n⟨⟩", 402},
	partyWord:     {"Got it, • returned 402", 402},
	reportedWord:  {"partner • error 402\n", 402},
	happenedWord:  {"partner • error 402\n", 402},
	failureWord:   {"x • 402 Payment Required", 402},
	conditionWord: {"x • status 402: x failed", 0},
	logWord:       {"• verify → 402", 402},
	betweenWord:   {"failed: 402 •: ⟨⟩", 402},
	methodWord:    {"• /verify → 402", 402},
	idWord:        {"•: 7f3a-11-b2\nHTTP/1.1 402 x", 402},
}

// TestRoles reads the example of each role with each of its words.
func TestRoles(t *testing.T) {
	for _, row := range roleWords {
		c, ok := roleExamples[row.role]
		if !ok {
			t.Errorf("no example for %q", row.words)
		}
		for word := range strings.FieldsSeq(row.words) {
			if row.role == methodWord {
				word = strings.ToUpper(word)
			}
			read := func(word string) (status int) {
				s := strings.NewReplacer("•", word, "⟨⟩", `{"errors":[{"code":1004}]}`).Replace(c.text)
				for _, r := range Text(s, vocabulary).Responses {
					if row.role != idWord || r.RequestID != nil {
						status = r.Status
					}
				}
				return status
			}
			if got := read(word); got != c.want {
				t.Errorf("%q with %q: status %d", c.text, word, got)
			}
			if other := "zebra"; read(other) == c.want {
				t.Errorf("%q says the same with %q", c.text, other)
			}
		}
	}
}
