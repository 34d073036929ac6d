package render_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/site/render"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a Russian heading", "## Ответ сервиса\n", "<h2 id=\"otvet-servisa\"><a href=\"#otvet-servisa\">Ответ сервиса</a></h2>\n"},
		{"a heading twice", "## Код\n\n## Код\n", "<h2 id=\"kod\"><a href=\"#kod\">Код</a></h2>\n<h2 id=\"kod-2\"><a href=\"#kod-2\">Код</a></h2>\n"},
		{"a heading with an id", "## Код {#code}\n", "<h2 id=\"code\"><a href=\"#code\">Код</a></h2>\n"},
		{"a label with a source", "Так {0}\n", "<p>Так <a class=\"sure\" href=\"#source-a\">&lt;есть&gt;</a></p>\n"},
		{"a label without", "Так {1}\n", "<p>Так <span class=\"sure\">вывод</span></p>\n"},
		{"a number that is no label", "Так {2}\n", "<p>Так {2}</p>\n"},
		{"braces that are none", "Поле {subject}\n", "<p>Поле {subject}</p>\n"},
		{"an option", "`-base`, `a-b`\n", "<p><code class=\"option\">-base</code>, <code>a-b</code></p>\n"},
		{"markup in code", "`<img src=x>`\n", "<p><code>&lt;img src=x&gt;</code></p>\n"},
		{"no style in a table", "| a |\n|:-:|\n| b |\n", "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"center\">b</td>\n</tr>\n</tbody>\n</table>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _, err := render.New().HTML(c.in, render.Label{Text: "<есть>", Href: "#source-a"}, render.Label{Text: "вывод"})
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
	got, _, err := render.New().HTML("```json\n{\"a\": 1}\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	if s := string(got); !strings.Contains(s, `class="nt"`) || strings.Contains(s, "style=") {
		t.Errorf("code is rendered as %s", s)
	}
}

func TestRawHTMLIsAnError(t *testing.T) {
	for _, in := range []string{"a <b>c</b>\n", "<div>x</div>\n"} {
		if out, _, err := render.New().HTML(in); err == nil {
			t.Errorf("%q is rendered as %q, want an error", in, out)
		}
	}
}

func TestHeadings(t *testing.T) {
	_, got, err := render.New().HTML("# A\n\n## `B` c {#b}\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []render.Heading{{1, "a", "A"}, {2, "b", "B c"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
