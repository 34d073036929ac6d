//go:build !js

package cmd

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestLayout wants the same JSON, what is short on one line and the rest a member a line.
func TestLayout(t *testing.T) {
	long := strings.Repeat("x", 100)
	for in, want := range map[string]string{
		`{}`:                          `{}`,
		`{"a":[1,2],"b":"x,:{}\""}`:   `{"a": [1, 2], "b": "x,:{}\""}`,
		`{"a":"` + long + `","b":[]}`: "{\n  \"a\": \"" + long + "\",\n  \"b\": []\n}",
		`{"a":[` + strings.Repeat("1,", 99) + `1],"b":2}`: "{\n  \"a\": [" + strings.Repeat("1, ", 99) + "1],\n  \"b\": 2\n}",
		`[["` + long + `"],{"a":{"b":[1,2]}}]`:            "[\n  [\n    \"" + long + "\"\n  ],\n  {\"a\": {\"b\": [1, 2]}}\n]",
	} {
		got := layout([]byte(in))
		if string(got) != want {
			t.Errorf("%s\nis laid out as\n%s\nwant\n%s", in, got, want)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, got); err != nil || compact.String() != in {
			t.Errorf("%s\nbecame %s, %v", in, compact.String(), err)
		}
	}
}
