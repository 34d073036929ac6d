//go:build !js

package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// TestPacked has what is drawn handed over, whatever a text has in it.
func TestPacked(t *testing.T) {
	for _, text := range []string{"", "оплата", `{"errors":[{"code":2003,"subject":"5 <b>\u0000\n😀","value":"` + strings.Repeat("x 1 ", 99) + `"},{"code":1005}]}`} {
		r := reading{}
		r.read(text, "")
		drawn := r.draw()
		from := string(drawn.packed(nil))
		var got, want strings.Builder
		unpack(&from).write(&got)
		drawn.write(&want)
		if diff := cmp.Diff(want.String(), got.String()); diff != "" || from != "" {
			t.Errorf("%q: %s, and %q is left", text, diff, from)
		}
	}
}

// TestReading reads a text, clicks on its report, and passes it on.
func TestReading(t *testing.T) {
	var text strings.Builder
	for i := range 2 * maxCards {
		fmt.Fprintf(&text, "{\"errors\":[{\"code\":1001,\"subject\":\"field%d\"}]}\n", i)
	}
	r := reading{view: view{lang: catalog.English}}
	r.read(text.String(), " 1.0")
	count := func(what string) int {
		var b strings.Builder
		r.draw().write(&b)
		return strings.Count(b.String(), what)
	}
	if r.errors() != 2*maxCards || count("<article") != maxCards || strings.Count(r.places, "\n") != 4*maxCards {
		t.Errorf("%d errors, %d cards, places %s", r.errors(), count("<article"), r.places)
	}
	// What was chosen holds for the same answer, and for no other.
	unfolded := `class="more"`
	if count(unfolded) != 1 || r.chosen() != " 1.0" {
		t.Errorf("chosen is %q", r.chosen())
	}
	r.do("who-from-cloud", "")
	for again, want := range map[string]string{text.String() + "x": "from-cloud 1.0", "1004": ""} {
		same := r
		if same.read(again, ""); same.chosen() != want {
			t.Errorf("chosen is %q, want %q", same.chosen(), want)
		}
	}
	r.do("who-from-cloud", "")
	r.do("unfold", "1.0")
	for _, c := range []struct {
		do, shows string
		want      int
	}{
		{"unfold", `class="more"`, 1},
		{"unfold", `class="more"`, 0},
		{"more", "<article", 2 * maxCards},
		{"who-from-cloud", `data-do="who-from-cloud" class="switch" aria-pressed="true"`, 1},
		{"who-from-cloud", `aria-pressed="true"`, 0},
	} {
		if done := r.do(c.do, "1.0"); !done || count(c.shows) != c.want {
			t.Errorf("%s shows %s %d times, want %d", c.do, c.shows, count(c.shows), c.want)
		}
	}
	if r.do("copy-ticket", "") {
		t.Error("what is the page's own is done")
	}
	for what, want := range map[string]string{"codes": `"code":"1001"`, "text": `"subject":"field1"`, "ticket": "1001"} {
		if got := r.message(what, false, explain.Form{}); !strings.Contains(got, want) {
			t.Errorf("%s is %.200q", what, got)
		}
	}
	if en, ru := r.message("ticket", false, explain.Form{}), r.message("ticket", true, explain.Form{}); en == ru {
		t.Error("a message is in one language only")
	}
	// A few words are searched for, a code is looked up, and a line of log is neither.
	for text, want := range map[string][2]bool{"оплата": {true, false}, "1004": {false, true}, strings.Repeat("просто текст, ", 40): {}} {
		if r.read(text, ""); r.query != "" != want[0] || len(r.found) > 0 != want[1] {
			t.Errorf("%q: query %q, %d found", text, r.query, len(r.found))
		}
	}
	// A code alone that the catalogue lacks is explained as that of a response, which has no place in the text.
	r.read(" код 9999\n", "")
	var drawn strings.Builder
	r.draw().write(&drawn)
	if got := drawn.String(); !strings.Contains(got, `data-code="9999"`) || strings.Contains(got, `data-do="show"`) || strings.Contains(got, "clues") || strings.Contains(got, "Most likely") || r.places != "" {
		t.Errorf("of a code alone is drawn %s, with the places %q", got, r.places)
	}
	if got := r.message("ticket", false, explain.Form{}); !strings.Contains(got, "9999") {
		t.Errorf("the ticket for a code alone is %q", got)
	}
	// A host is told of its own text, whatever the person sees or chose.
	for _, text := range []string{" код 9999\n", `{"errors":[{"code":1001}]}`} {
		r.read(text, "")
		r.do("who-from-cloud", "")
		for _, of := range []string{text, `{"errors":[{"code":2003}]}`} {
			want, err := explain.Text(of, r.lang).MarshalJSON()
			if got := r.json(of); err != nil || got != string(want) {
				t.Errorf("with %q in the box, the report on %q is %s, want %s, %v", text, of, got, want, err)
			}
		}
	}
}
