package secret

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// texts are those of testdata, a JSON string on each line.
func texts(t *testing.T) (list []string) {
	var lines string
	for _, file := range []string{"testdata/texts.txt", "testdata/tool.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines += string(data)
	}
	for line := range strings.Lines(lines) {
		if line == "\n" || line[0] == '#' {
			continue
		}
		var s string
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatalf("%s%v", line, err)
		}
		list = append(list, s)
	}
	return list
}

// signed are the lines of a text that may have a finding, by their signs.
func signed(s string) (lines []text.Span) {
	shown := map[int]bool{} // lines by their number
	for end, found := range signs.All(s) {
		for k := range Signs() {
			if found>>k&1 != 0 && Shows(k, s, end) {
				shown[strings.Count(s[:end-1], "\n")] = true
			}
		}
	}
	at, number := 0, 0
	for line := range strings.Lines(s) {
		if shown[number] || Russian(line) {
			lines = append(lines, text.Span{Start: at, End: at + len(line)})
		}
		at, number = at+len(line), number+1
	}
	return lines
}

var signs = text.NewFinder(Signs()...)

// TestFind finds what is marked in each text, ⟦a secret⟧ or ⟦kind|somebody's⟧, and nothing else, in the whole and
// in the lines that have signs.
func TestFind(t *testing.T) {
	for _, marked := range texts(t) {
		var plain strings.Builder
		var want []Finding
		for rest := marked; rest != ""; {
			before, after, ok := strings.Cut(rest, "⟦")
			plain.WriteString(before)
			if !ok {
				break
			}
			value, behind, _ := strings.Cut(after, "⟧")
			f := Finding{Kind: Secret}
			for _, k := range []Kind{Phone, Email, INN, Device, User, Person} {
				if rest, ok := strings.CutPrefix(value, k.String()+"|"); ok {
					value, f.Kind = rest, k
				}
			}
			f.Start = plain.Len()
			plain.WriteString(value)
			f.End = plain.Len()
			want = append(want, f)
			rest = behind
		}
		got := Find(plain.String())
		if in := AppendIn(nil, plain.String(), signed(plain.String())); !slices.Equal(in, got) {
			t.Errorf("%s\nfound in the lines with signs: %v, want %v", plain.String(), in, got)
		}
		show := func(list []Finding) string {
			var b strings.Builder
			for _, f := range list {
				b.WriteString(f.Kind.String() + " " + plain.String()[f.Start:f.End] + "\n")
			}
			return b.String()
		}
		if show(got) != show(want) {
			t.Errorf("%s\nfound:\n%swant:\n%s", plain.String(), show(got), show(want))
		}
	}
}

func TestNamed(t *testing.T) {
	for name, want := range map[string]Kind{
		"token": Secret, "sessionId": Secret, "пароль": Secret, "headers.authorization": Secret, "tokens[0].token": Secret, "/data/attributes/token": Secret, `body["token"]`: Secret, "$.token": Secret, "user token": 0, "token=x": 0, "jwt": Secret, "auth": Secret, "Set-Cookie": Secret,
		"deviceUuid": Device, "customer.fio": Person, "ФИО": Person, "card-number": Person, "phone": Phone, "inn": INN, "ИНН": INN,
		"name": 0, "": 0, "fio.length": 0, "tokenizer": 0, strings.Repeat("a", 100): 0, "pw": Secret, "tokenType": 0, "TokenValidator": 0, "token_expires_in": 0, "EVOTOR_TOKEN_PROD": Secret, "SECRET_KEY_BASE": Secret, "passwordConfirmation": Secret, "APIKey": Secret, "ПарольПользователя": Secret, "customerPhone": Phone, "tokens": Secret,
	} {
		if got := Named(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	long := strings.Repeat("0123456789", 20)
	for _, c := range []struct {
		values, s, want string
	}{
		{"abcdef", "xabcdefx abcdef abcde", "x•••x ••• abcde"},
		{"abcde", "abcde", "abcde"}, // too short to tell
		{"abcdef abcdefghi", "abcdefghi abcdefgh abcdef", "••• ••• •••"},
		{"abcdef1 abcdef2", "abcdef3 abcdef2", "abcdef3 •••"},
		{long, long + " " + long[:100] + " " + long[:63], "••• ••• " + long[:63]},
		{"пароль1", "пароль1 пароль", "••• пароль"},
		{"sid=abcdef; b=ghijkl", "abcdef ghijkl", "••• •••"},
	} {
		var v Values
		for _, value := range strings.Fields(c.values) {
			v.Add(value)
		}
		v.AddSecret(c.values)
		if got := Replace(c.s, v.Find(c.s)); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.values, c.s, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	for s, want := range map[string]string{
		"token mismatch: expected S1aaaaaa11, got S2aaaaaa22":       "token mismatch: expected •••, got •••",
		"9179d780-56a4-49ea-b042-435e3257eaf8 is not valid":         "••• is not valid",
		"OAuth2Exception: token expired at 2024-03-04T12:00:00Z":    "OAuth2Exception: token expired at 2024-03-04T12:00:00Z",
		"истёк срок 01-000000000015463":                             "истёк срок 01-000000000015463",
		"the client 1234567 of the cloud is not the one it was for": "the client 1234567 of the cloud is not the one it was for",
	} {
		if got := Replace(s, Tokens(s)); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// FuzzFind wants findings that lie in the text, and a covered text that repeats no secret.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"token=FAKEtoken123 again FAKEtoken123", "Cookie: a=b; c=d", "https://a:b@c", "+7 916 123-45-67", "curl -u a:b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if in := AppendIn(nil, s, signed(s)); !slices.Equal(in, Find(s)) {
			t.Fatalf("%q\nfound in the lines with signs: %v, want %v", s, in, Find(s))
		}
		var values Values
		for _, p := range Find(s) {
			if p.Start < 0 || p.Start >= p.End || p.End > len(s) || p.Kind < Secret || p.Kind > Person {
				t.Fatalf("finding %+v in %d bytes", p, len(s))
			}
			if p.Kind == Secret {
				values.AddSecret(s[p.Start:p.End])
			}
		}
		out := Cover(s, &values)
		if utf8.ValidString(s) && !utf8.ValidString(out) {
			t.Fatalf("%q is covered as %q", s, out)
		}
		for v := range values.all {
			if len(v) >= shortest && strings.Contains(out, v) {
				t.Fatalf("%q repeats %q", out, v)
			}
		}
		spans := text.Join(values.Find(s))
		for i := 1; i < len(spans); i++ {
			if spans[i].Start < spans[i-1].End {
				t.Fatalf("%v and %v overlap", spans[i-1], spans[i])
			}
		}
	})
}
