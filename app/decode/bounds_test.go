package decode

import (
	"evotor-errors/app/decode/tree"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// TestUnread names what lies beyond a bound, with its place.
func TestUnread(t *testing.T) {
	defer func(most int) { tree.MaxBody = most }(tree.MaxBody)
	tree.MaxBody = 100
	const one = `{"errors":[{"code":2001}]}`
	long := `[` + one + `,` + strings.Repeat(one+",", 10) + one + `]`
	deep := one
	for range maxDepth + 1 {
		deep = strconv.Quote(deep)
	}
	inside := strings.Trim(deep, `\"`)
	for _, c := range []struct {
		name, text, unread string
		responses          int
	}{
		{"nothing", one, "", 1},
		{"a long body", "x " + long + " " + one, long[100:], 4},
		{"a long string", `{"a":"` + strings.Repeat("b", 100) + `"} ` + one, strings.Repeat("b", 6) + `"}`, 1},
		{"a long item of a list", "errors:\n  - code: 2003\n    message: \"" + strings.Repeat("b", 100) + "\"\n    subject: a\n  - code: 2001\n", strings.Repeat("b", 37) + "\"\n    subject: a\n  - code: 2001\n", 1},
		{"encoded again and again", one + " " + deep, inside, 1},
		{"encoded again and again, alone", deep, inside, 0},
	} {
		got := Text(c.text, vocabulary)
		unread := ""
		for _, s := range got.Unread {
			unread += c.text[s.Start:s.End]
		}
		if unread != c.unread || len(got.Responses) != c.responses {
			t.Errorf("%s: %d responses, want %d, %q is not read, want %q", c.name, len(got.Responses), c.responses, unread, c.unread)
		}
	}
}

// TestSharedFields gives a body's fields to all of its violations, unless they are long: a report
// that repeats them would grow with the square.
func TestSharedFields(t *testing.T) {
	for _, c := range []struct{ length, want int }{{maxShared, 3}, {maxShared + 1, 1}} {
		message := strings.Repeat("a", c.length)
		got := 0
		for _, e := range Text(`{"code":"validation_failed","message":"`+message+`","violations":[{},{},{"message":""},{}]}`, vocabulary).Responses[0].Errors {
			if e.Message.Text == message {
				got++
			}
		}
		if got != c.want {
			t.Errorf("a message of %d bytes goes to %d violations, want %d", c.length, got, c.want)
		}
	}
}

// TestLargeBody reads a HAR of 24 MB whole.
func TestLargeBody(t *testing.T) {
	if testing.Short() {
		t.Skip("24 MB take seconds, and in Node ten")
	}
	var b strings.Builder
	b.WriteString(`{"log":{"entries":[`)
	page := strings.Repeat(`товар, 10 шт.; `, 200)
	want := 0
	for i := 0; b.Len() < 24<<20; i++ {
		status, content := 200, page
		if i%50 == 0 {
			status, content = 400, `{\"errors\":[{\"code\":2003,\"subject\":\"deviceUuid\"}]}`
			want++
		}
		fmt.Fprintf(&b, `{"request":{"method":"PUT","url":"https://partner.example/inventories/devices"},"response":{"status":%d,"content":{"text":"%s"}}},`, status, content)
	}
	b.WriteString(`{}]}}`)
	got := Text(b.String(), vocabulary)
	if len(got.Responses) != want || len(got.Unread) > 0 {
		t.Errorf("%d responses of %d, not read: %v", len(got.Responses), want, got.Unread)
	}
}
