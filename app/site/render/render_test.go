package render_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/site/render"
)

func label(sure string) string { return "<" + sure + ">" }

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a Russian heading", "## Ответ сервиса\n", "<h2 id=\"otvet-servisa\">Ответ сервиса</h2>\n"},
		{"a heading twice", "## Код\n\n## Код\n", "<h2 id=\"kod\">Код</h2>\n<h2 id=\"kod-2\">Код</h2>\n"},
		{"a heading with an id", "## Код {#code}\n", "<h2 id=\"code\">Код</h2>\n"},
		{"evidence with a source", "Так {documented errors-page}\n", "<p>Так <a class=\"sure\" href=\"#source-errors-page\">&lt;documented&gt;</a></p>\n"},
		{"evidence without", "Так {inferred}\n", "<p>Так <span class=\"sure\">&lt;inferred&gt;</span></p>\n"},
		{"braces that are none", "Поле {subject}\n", "<p>Поле {subject}</p>\n"},
		{"markup in code", "`<img src=x>`\n", "<p><code>&lt;img src=x&gt;</code></p>\n"},
		{"no style in a table", "| a |\n|:-:|\n| b |\n", "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"center\">b</td>\n</tr>\n</tbody>\n</table>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _, err := render.New(label).HTML(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCodeHasClassesOnly(t *testing.T) {
	got, _, err := render.New(label).HTML("```json\n{\"a\": 1}\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	if s := string(got); !strings.Contains(s, `class="nt"`) || strings.Contains(s, "style=") {
		t.Errorf("code is rendered as %s", s)
	}
}

func TestRawHTMLIsAnError(t *testing.T) {
	for _, in := range []string{"a <b>c</b>\n", "<div>x</div>\n"} {
		if out, _, err := render.New(label).HTML(in); err == nil {
			t.Errorf("%q is rendered as %q, want an error", in, out)
		}
	}
}

func TestHeadings(t *testing.T) {
	_, got, err := render.New(label).HTML("# A\n\n## `B` c {#b}\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []render.Heading{{1, "a", "A"}, {2, "b", "B c"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
