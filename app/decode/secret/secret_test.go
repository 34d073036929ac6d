package secret

import (
	"strings"
	"testing"
	"unicode/utf8"

	"evotor-errors/app/decode/text"
)

// TestFind finds what is marked in each text, ⟦a secret⟧ or ⟦kind|somebody's⟧, and nothing else.
func TestFind(t *testing.T) {
	for _, marked := range []string{
		// A word behind a name.
		"token=⟦FAKEtoken123⟧", "TOKEN: ⟦FAKEtoken123⟧", `"access_token":"⟦FAKEtoken123⟧"`, `\"password\":\"⟦qwerty123⟧\"`, "EVOTOR_TOKEN=⟦FAKEtoken123⟧", "my_service_api_key: ⟦FAKEtoken123⟧",
		"Пароль: ⟦qwerty123⟧, токен: ⟦abcdef⟧", "пароль = ⟦x1⟧", "jwt: ⟦FAKEtoken123⟧", "otp=⟦123456⟧",
		"password=⟦hunter2⟧!", "token=⟦FAKE/cd\\/ef⟧ x", "token=«⟦FAKEtoken123⟧»", "token:“⟦FAKEtoken123⟧”",
		"{'token': u'⟦FAKEtoken123⟧'}", "<token>⟦FAKEtoken123⟧</token>", "[token] => ⟦FAKEtoken123⟧", ":token=>\"⟦FAKEtoken123⟧\"", "$password = '⟦pa55word⟧';",
		"%22token%22%3A%22⟦FAKEtoken123⟧%22", "token%3d⟦FAKEtoken123⟧&x=1", "{&quot;token&quot;:&quot;⟦FAKEtoken123⟧&quot;}", "[\"token\"]=>\n  string(12) \"⟦FAKEtoken123⟧\"",
		"token=[\"⟦FAKEtoken123⟧\", \"⟦FAKEtoken456⟧\"]", `{"password":["must be longer"]}`,
		// A word apart from its name, if it looks random.
		"app --token ⟦hunter⟧ sync", "\"token\",\"⟦FAKEtoken123⟧\"", "| token | ⟦FAKEtoken123⟧ |", "Токен облака: ⟦FAKEtoken123⟧", "token ⟦FAKE-0a1b-2c3d⟧ is unknown", "токен облака ⟦9179d780-56a4-49ea-b042-435e3257eaf8⟧",
		"Пароль — ⟦qwerty123⟧", "the token is unknown", "токен терминала ⟦device|20170222-D58C-40E0-8051-B53ADFF38860⟧", "token Bearer ⟦abcdef-123⟧",
		// Headers.
		"Authorization: Bearer ⟦FAKE-a1b2⟧", "authorization: Basic ⟦dXNlcjpwYXNz⟧", "X-Authorization: ⟦6f9619ff⟧, x", "Authorization:\n Bearer ⟦FAKE-a1b2c3d4e5⟧", "x-authorization:\n⟦S2aaaaaaaa⟧\naccept:\n*/*", "Authorization:\nHost: partner.example",
		"map[Authorization:[Bearer ⟦FAKE-a1b2c3d4e5⟧]]", "{\"name\":\"Cookie\",\"value\":\"⟦sid=abc123⟧\"}", "{\"value\":\"⟦FAKEtoken123⟧\",\"name\":\"X-Authorization\"}",
		"Cookie: ⟦sid=abc123; x=y⟧\nA: b", "'set-cookie': [ '⟦sid=S3aaaaaa⟧', '⟦b=S3bbbbbb⟧' ]", "{Cookie=[⟦sid=S3aaaaaa; b=c⟧], Accept=[x]}", "[HTTP_COOKIE] => ⟦sid=S3aaaaaa⟧", "Authorization=%22Bearer%20⟦FAKE-a1b2⟧%22",
		"[X-Authorization] => Array\n    (\n        [0] => ⟦S2aaaaaaaa⟧\n    )", "'X-Authorization' => \n  array (\n    0 => '⟦S2aaaaaaaa⟧',\n  ),",
		"Bearer ⟦abcdef.ghijkl-1⟧", "bearer token", "basic auth", "\"cookies\":[{\"name\":\"sid\",\"value\":\"⟦abcdef1234⟧\"},{\"value\":\"⟦ghijkl5678⟧\"}]", "\"cookies\":\"⟦sid=S3aaaaaa⟧\"",
		"auth=('ivan', '⟦pa55word⟧')", "auth = true",
		"curl -u ivan:⟦pa55word⟧ -b ⟦sid=abcdef1234⟧ https://x", "curl -u 'ivan:⟦pa,55;word⟧' x", "curl --oauth2-bearer ⟦FAKEtoken123⟧ https://x",
		// By form and place.
		"https://user:⟦pa55w0rd⟧@partner/", "https://partner.example:8080/a@b", "x ⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123456_-xyz⟧ y",
		"/bot123456:⟦AAaaaaaaaaaaaaaa11⟧/send", "https://p.example/x?key=⟦a8f3c19e55⟧&sign=⟦b7d2e40f66⟧&auth=⟦c7d2e40f66⟧", "?key=name&sign=no",
		// None, or masked.
		"Authorization: Bearer ***", "token=<token> password={{password}} secret=null", "token=██████", "Authorization: [REDACTED]", "mytokens=x", "stoken", "token", "token=", "a=b",
		// Somebody's.
		"тел. ⟦phone|8 (916) 123-45-67⟧", "⟦phone|+7 916 123-45-67⟧", "⟦phone|79161234567⟧", "89991234", "⟦email|ivan.petrov+a@example.co.uk⟧.", "@example", "a@b", "ИНН ⟦inn|7707083893⟧", "inn=⟦inn|770708389312⟧", "инн 77",
		"user ⟦user|01-000000000015463⟧", "⟦device|20170222-D58C-40E0-8051-B53ADFF38860⟧", "93a9bfa3-7353-490d-aa54-8c6efe9d8a8f", "1.2.3.4",
	} {
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
			for _, k := range []Kind{Phone, Email, INN, Device, User} {
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
		"deviceUuid": Device, "customer.fio": User, "ФИО": User, "card-number": User, "phone": Phone, "inn": INN, "ИНН": 0,
		"name": 0, "": 0, "fio.length": 0, "tokenizer": 0, strings.Repeat("a", 100): 0, "pw": 0,
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
		var values Values
		for _, p := range Find(s) {
			if p.Start < 0 || p.Start >= p.End || p.End > len(s) || p.Kind < Secret || p.Kind > User {
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
