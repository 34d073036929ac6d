package decode

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

// A layer encodes text the way something between the service and the person does, letter
// by letter: the encoding of a part is a part of the encoding of the whole.
type layer struct {
	name   string
	encode func(string) string
	around [2]string // what stands around an encoded body
}

var layers = []layer{
	{"escaped", strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace, [2]string{`"`, `"`}},
	{"escaped by number", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			if r == '"' || r == '\\' || r >= 0x80 && r < 0x10000 {
				fmt.Fprintf(&b, `\u%04x`, r)
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	}, [2]string{`"`, `"`}},
	{"percent", func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }, [2]string{"https://partner.example/?e=", "&x=1"}},
	{"entities", strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", ">", "&gt;").Replace, [2]string{"<td>", "</td>"}},
	{"entities by number", strings.NewReplacer("&", "&#38;", `"`, "&#34;", "<", "&#x3c;", ">", "&#62;").Replace, [2]string{"<td>", "</td>"}},
}

// values are hard for one layer or another.
var values = []string{"incorrect", "deviceUuid", "цена", `say \"hi\"`, `a\\b`, "x&y<z>", "100%25 +1", "}]{[", `\u0446`, "😀", ""}

// body is an errors array of n errors with random values.
func body(r *rand.Rand, n int) (text string, fields [][4]string) {
	var items []string
	for range n {
		f := [4]string{fmt.Sprint(2000 + r.IntN(10)), values[r.IntN(len(values))], values[r.IntN(len(values))], values[r.IntN(len(values))]}
		fields = append(fields, f)
		items = append(items, fmt.Sprintf(`{"code":%s,"reason":"%s","subject":"%s","value":"%s"}`, f[0], f[1], f[2], f[3]))
	}
	return `{"errors":[` + strings.Join(items, ",") + `]}`, fields
}

// spansThroughLayers stacks layers in random order and wants each field read, and its
// span to lie on the encoding of just that field.
func spansThroughLayers(t *testing.T, r *rand.Rand) {
	text, fields := body(r, 1+r.IntN(3))
	stack := make([]layer, r.IntN(4))
	encode := func(s string) string {
		for _, l := range stack {
			s = l.encode(s)
		}
		return s
	}
	names := ""
	for i := range stack {
		stack[i] = layers[r.IntN(len(layers))]
		names += " " + stack[i].name
	}
	whole, hidden := text, false
	for _, l := range stack {
		// Without a quote that it encodes, nothing tells an encoding from a value with its marks.
		hidden = hidden || l.name != "percent" && !strings.Contains(whole, `"`)
		whole = l.encode(whole)
	}
	if hidden {
		return
	}
	if n := len(stack); n > 0 {
		whole = stack[n-1].around[0] + whole + stack[n-1].around[1]
	}
	responses := Text(whole, vocabulary).Responses
	if len(responses) != 1 || len(responses[0].Errors) != len(fields) {
		t.Fatalf("layers%s: %d responses in\n%s\nwhich is\n%s", names, len(responses), whole, text)
	}
	for i, e := range responses[0].Errors {
		for k, got := range []struct {
			text string
			span Span
		}{{e.Code, e.CodeSpan}, {e.Reason.Text, e.Reason.Span}, {e.Subject.Text, e.Subject.Span}, {e.Value.Text, e.Value.Span}} {
			raw := fields[i][k]
			want := raw
			if err := json.Unmarshal([]byte(`"`+raw+`"`), &want); err != nil {
				t.Fatal(err)
			}
			if got.text != want {
				t.Fatalf("layers%s: field %d is %q, want %q\n%s", names, k, got.text, want, whole)
			}
			if at := whole[got.span.Start:got.span.End]; at != encode(raw) {
				t.Fatalf("layers%s: the span of %q lies on %q, want %q\n%s", names, raw, at, encode(raw), whole)
			}
		}
	}
}

// damages are what happens to a body on its way, once each. Each gives back the body
// damaged at a random place, or the same body if there is no such place.
var damages = []struct {
	name string
	do   func(*rand.Rand, string) string
}{
	{"a comma missing", func(r *rand.Rand, s string) string { return replaceOne(r, s, `,"`, ` "`) }},
	{"a comma missing between errors", func(r *rand.Rand, s string) string { return replaceOne(r, s, `},{`, `} {`) }},
	{"a comma too many", func(r *rand.Rand, s string) string { return replaceOne(r, s, `}`, `,}`) }},
	{"a comma too many in the array", func(r *rand.Rand, s string) string { return replaceOne(r, s, `]`, `,]`) }},
	{"single quotes", func(r *rand.Rand, s string) string { return strings.ReplaceAll(s, `"`, `'`) }},
	{"typographic quotes", func(r *rand.Rand, s string) string {
		open := false
		return strings.Map(func(c rune) rune {
			if c != '"' {
				return c
			}
			if open = !open; open {
				return '“'
			}
			return '”'
		}, s)
	}},
	{"keys without quotes", func(r *rand.Rand, s string) string {
		return strings.NewReplacer(`"errors":`, `errors:`, `"code":`, `code:`, `"reason":`, `reason:`, `"subject":`, `subject:`, `"value":`, `value:`).Replace(s)
	}},
	{"a quote missing behind a value", func(r *rand.Rand, s string) string { return replaceOne(r, s, `","`, `,"`) }},
	{"a quote missing before a value", func(r *rand.Rand, s string) string { return replaceOne(r, s, `:"`, `:`) }},
	{"a quote missing behind a key", func(r *rand.Rand, s string) string { return replaceOne(r, s, `":"`, `:"`) }},
	{"a quote missing before a key", func(r *rand.Rand, s string) string { return replaceOne(r, s, `,"`, `,`) }},
	{"a comment", func(r *rand.Rand, s string) string { return replaceOne(r, s, `,"`, `, /* x */ "`) }},
	{"a comment to the end of the line", func(r *rand.Rand, s string) string { return replaceOne(r, s, `,"`, ", // x\n\"") }},
	{"line feeds", func(r *rand.Rand, s string) string { return replaceOne(r, s, `,"`, ",\r\n  \"") }},
	{"quoted mail", func(r *rand.Rand, s string) string { return "> " + strings.ReplaceAll(s, `,"`, ",\n>   \"") }},
	{"non-breaking spaces", func(r *rand.Rand, s string) string { return strings.ReplaceAll(s, `,"`, ",\u00a0\"") }},
	{"marks of line ends", func(r *rand.Rand, s string) string { return strings.ReplaceAll(s, `,"`, ",<EOL>\"") }},
	{"a bracket of the array missing", func(r *rand.Rand, s string) string { return strings.Replace(s, `]}`, `}`, 1) }},
	{"a brace of an error missing", func(r *rand.Rand, s string) string { return strings.Replace(s, `}]}`, `]}`, 1) }},
	{"a bracket too many", func(r *rand.Rand, s string) string { return strings.Replace(s, `]}`, `]]}`, 1) }},
	{"a fence around", func(r *rand.Rand, s string) string { return "```json\n" + s + "\n```" }},
	{"a call around", func(r *rand.Rand, s string) string { return "callback(" + s + ");" }},
	{"Ruby's arrows", func(r *rand.Rand, s string) string { return strings.ReplaceAll(s, `":`, `"=>`) }},
	{"a byte order mark", func(r *rand.Rand, s string) string { return "\ufeff" + s }},
}

func replaceOne(r *rand.Rand, s, old, new string) string {
	n := strings.Count(s, old)
	if n == 0 {
		return s
	}
	at := 0
	for range r.IntN(n) {
		at += strings.Index(s[at:], old) + len(old)
	}
	at += strings.Index(s[at:], old)
	return s[:at] + new + s[at+len(old):]
}

// plainValues are whole under every damage: no text is repaired for sure in which quotes
// and commas stand that the damage puts there too.
var plainValues = []string{"incorrect", "deviceUuid", "цена", "payment required", "01-000000000015463", "93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"}

// oneDamage does each damage to a body and wants the same errors.
func oneDamage(t *testing.T, r *rand.Rand) {
	for _, d := range damages {
		var items []string
		for range 1 + r.IntN(3) {
			items = append(items, fmt.Sprintf(`{"code":%d,"reason":"%s","subject":"%s","value":"%s"}`, 2001+r.IntN(4),
				plainValues[r.IntN(len(plainValues))], plainValues[r.IntN(len(plainValues))], plainValues[r.IntN(len(plainValues))]))
		}
		clean := `{"errors":[` + strings.Join(items, ",") + `]}`
		damaged := d.do(r, clean)
		if got, want := fields(damaged), fields(clean); got != want {
			t.Fatalf("%s: errors are %s, want %s\n%s", d.name, got, want, damaged)
		}
	}
}

// fields are the errors of a text without their places.
func fields(text string) string {
	var b strings.Builder
	for _, r := range Text(text, vocabulary).Responses {
		b.WriteString(string(r.Kind))
		for _, e := range r.Errors {
			fmt.Fprintf(&b, " %s(%s|%s|%s)", e.Code, e.Reason.Text, e.Subject.Text, e.Value.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// textAround puts balanced text before and after a body, a blank line between, and
// wants the same errors.
func textAround(t *testing.T, r *rand.Rand) {
	parts := []string{"text", "(see [1])", "{a: 1}", `"quoted"`, "«кавычки»", "[2024-03-04 12:00:00] app.INFO: ok {\"user\":5} []", "GET /x", "12:00", "it's fine, isn't it", "a, b; c", "`code`",
		"<b>x</b>", "100 %", `{"ok":true,"list":[1,2,{"a":"b"}]}`, "key=value", "# comment", "// comment", "/* comment */", "> quoted", "\n", "HTTP", "status", "200", "\\n", "Array", "map[a:b]"}
	clean, _ := body(r, 1+r.IntN(2))
	around := func() string {
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteString(parts[r.IntN(len(parts))] + " ")
		}
		return b.String()
	}
	text := around() + "\n\n" + clean + "\n\n" + around()
	if got, want := fields(text), fields(clean); got != want {
		t.Fatalf("errors are %s, want %s\n%s", got, want, text)
	}
}

// noSecret puts a secret into every kind of place and wants it found and never repeated.
func noSecret(t *testing.T, r *rand.Rand) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	var b strings.Builder
	for range 8 + r.IntN(40) {
		b.WriteByte(letters[r.IntN(len(letters))])
	}
	secret := "S1" + b.String()
	value := fmt.Sprintf(`{"errors":[{"code":1002,"reason":"wrong","value":"%s","message":"token %s is wrong"}]}`, secret, secret)
	plain := fmt.Sprintf(`{"errors":[{"code":2003,"reason":"bad %s","subject":"%s","value":"a %s b"}]}`, secret, secret, secret)
	places := []string{
		"Authorization: Bearer %s", "authorization: Basic %s", "X-Authorization: %s", "Cookie: a=1; sid=%s", "set-cookie: sid=%s; Path=/",
		`-H 'Authorization: Bearer %s'`, `"Authorization": "Bearer %s"`, `{"name":"Authorization","value":"Bearer %s"}`, `[Authorization] => Bearer %s`, `'X-Authorization': '%s'`,
		"https://partner.example/?token=%s&x=1", "https://user:%s@partner.example/", `password=%s`, `"password":"%s"`, `"access_token":"%s"`, `api_key: %s`, "token=%s", "Пароль: %s", "токен: %s",
		`{&quot;token&quot;:&quot;%s&quot;}`, `client_secret=%s&grant_type=x`, `:token=>"%s"`, `$password = '%s';`,
	}
	place := fmt.Sprintf(places[r.IntN(len(places))], secret)
	for _, text := range []string{place + "\n\n" + plain, plain + "\n" + place, value, place + "\nHTTP/1.1 401 Unauthorized\n\n" + value, fmt.Sprintf("%q", place+" "+plain)} {
		result := Text(text, vocabulary)
		if len(result.Responses) == 0 {
			t.Fatalf("no response in %s", text)
		}
		for _, resp := range result.Responses {
			for _, e := range resp.Errors {
				for _, f := range []Field{e.Reason, e.Subject, e.Value, e.Message} {
					if strings.Contains(f.Text, secret) {
						t.Fatalf("%q repeats the secret of\n%s", f.Text, text)
					}
				}
			}
		}
		if len(result.Secrets) == 0 {
			t.Fatalf("no secret is found in\n%s", text)
		}
	}
}

// properties hold for whatever the random numbers make.
var properties = map[string]func(*testing.T, *rand.Rand){
	"spans through layers": spansThroughLayers,
	"one damage":           oneDamage,
	"text around":          textAround,
	"no secret":            noSecret,
}

func TestProperties(t *testing.T) {
	seeds := uint64(2000)
	if testing.Short() {
		seeds = 200
	}
	for name, property := range properties {
		t.Run(name, func(t *testing.T) {
			for seed := range seeds {
				property(t, rand.New(rand.NewPCG(seed, 1)))
			}
		})
	}
}

func FuzzProperties(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		for _, property := range properties {
			property(t, rand.New(rand.NewPCG(a, b)))
		}
	})
}

// TestCutAnywhere cuts a body at every place and wants what is left of it, never more.
func TestCutAnywhere(t *testing.T) {
	const whole = `HTTP/1.1 400 Bad Request` + "\n\n" + `{"errors":[{"code":2003,"reason":"incorrect","subject":"цена","value":"a\"b\u0446"},{"code":1005,"value":null}]}`
	want := Text(whole, vocabulary).Responses[0].Errors
	for cut := strings.Index(whole, "{") + 1; cut < len(whole); cut++ {
		responses := Text(whole[:cut], vocabulary).Responses
		if len(responses) != 1 {
			t.Fatalf("%d responses in %s", len(responses), whole[:cut])
		}
		r := responses[0]
		if r.Kind == Numeric && !r.Truncated {
			t.Errorf("nothing is said to be missing from %s", whole[:cut])
		}
		for i, e := range r.Errors {
			if !strings.HasPrefix(want[i].Code, e.Code) {
				t.Errorf("code %q in %s", e.Code, whole[:cut])
			}
			for _, f := range [][2]Field{{e.Reason, want[i].Reason}, {e.Subject, want[i].Subject}, {e.Value, want[i].Value}} {
				if f[0].State == Present && f[1].State == Present && !strings.HasPrefix(f[1].Text, strings.TrimRight(f[0].Text, "\ufffd")) || !f[0].Cut && f[0].State == Present && f[0].Text != f[1].Text && f[1].State == Present {
					t.Errorf("%q for %q, cut %t, in %s", f[0].Text, f[1].Text, f[0].Cut, whole[:cut])
				}
			}
		}
	}
}
