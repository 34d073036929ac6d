package decode

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// plain are lines without a sign of an answer, of which logs are made.
var plain = []func(i int) string{
	logs["application"], logs["java"], logs["access"],
	func(i int) string {
		return fmt.Sprintf(`{"time":"%s","level":"info","msg":"store synced","store":%d,"took":%d,"path":"/stores/%d"}`+"\n",
			moment(i, "2006-01-02T15:04:05.000Z"), i%700, i%900, i%600)
	},
	func(i int) string {
		return fmt.Sprintf("%s  ИНФО  Обработка.Обмен  выгружено товаров: %d, заняло %d мс\n", moment(i, "02.01.2006 15:04:05"), i%700, i%900)
	},
}

// amid is a text with so many lines around it that the scanner passes over some.
func amid(s string, line func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < 2*ahead; i++ {
		b.WriteString(line(i))
	}
	b.WriteString(s + "\n")
	for i, end := 0, b.Len()+ahead+3*behind; b.Len() < end; i++ {
		b.WriteString(line(i))
	}
	return b.String()
}

// skimmed wants of a text what is found where nothing is passed over, but for what far names.
func skimmed(t *testing.T, text string, far ...string) {
	t.Helper()
	want, got := read(text, 0, vocabulary, 1<<62), read(text, 0, vocabulary, 1)
	but := cmpopts.IgnoreFields(Response{}, far...)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Response{}), but); diff != "" {
		t.Errorf("%s", diff)
	}
}

// FuzzSkim wants it of texts amid logs; its seeds are all cases, or some of each file.
func FuzzSkim(f *testing.F) {
	for _, file := range caseFiles(f) {
		_, cases := readCases(f, file)
		for i, c := range cases {
			if i%10 == 0 || !testing.Short() {
				f.Add(c.input(f))
			}
		}
	}
	// What a document says of its answers stands far from them.
	f.Add("{\n \"url\": \"https://api.evotor.ru/x\",\n \"list\": [\n" + strings.Repeat("  \"x\",\n", ahead) +
		"  \"x\"\n ],\n \"status\": 402,\n \"body\": \"{\\\"errors\\\":[{\\\"code\\\":1004}]}\"\n}")
	f.Fuzz(func(t *testing.T, s string) { skimmed(t, amid(s, plain[len(s)%len(plain)])) })
}

// TestSkimLogs wants it of logs with many errors. Who answered the whole text may say from further away.
func TestSkimLogs(t *testing.T) {
	for seed := range 20 {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		var b strings.Builder
		for i := 0; b.Len() < 20*ahead; i++ {
			if r.IntN(200) > 0 {
				b.WriteString(plain[seed%len(plain)](i))
			} else if record := logged[r.IntN(len(logged))]; strings.Contains(record, "%d") {
				fmt.Fprintf(&b, record+"\n", i)
			}
		}
		skimmed(t, b.String(), "Request", "Direction", "Certain", "exchange")
	}
}

// TestSigns looks at which lines have a sign of an answer, "sign", are read by themselves to see whether
// they have one, "doubt", or need not be, "". Both make large logs slow, where nothing is missed.
func TestSigns(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"code":20}`, "sign"},
		{"Errors:", "sign"},
		{`line\ncode: 2001`, "sign"},
		{"barcode 4600000000000, 2 codes, status_code OK, code_2", ""},
		{`"state": "FAILED"`, "sign"},
		{"delivery failed", ""},
		{"status=404", "sign"},
		{"12:404 Not Found", "sign"},
		{"402", "sign"},
		{"<h1>404 Not Found</h1>", "sign"},
		{"it took 412 ms", ""},
		{"took 12.404", ""},
		{"at 10:00:00,404 x", ""},
		{"at 10.0.4.404", ""},
		{"took 4041 ms", ""},
		{"took 404b", ""},
		{"it took (412) ms", "doubt"},
		{`10.0.0.1 - - "GET /products HTTP/1.1" 200 404 "-" "x/404.1"`, ""},
		{`10.0.0.1 - - "GET /products HTTP/1.1" 404 12`, "doubt"},
		{`{"took":412,"sum":500}`, ""},
		{`{\"took\":412,\"sum\":500}`, ""},
		{"выгружено товаров: 412, всего", ""},
		{"of stat 412 500 431", ""},
		{"it took 412", ""},
		{"it took 412 #", "doubt"},
		{"it took 412 body: x", "doubt"},
		{`x "kind":412,"a":1`, "doubt"},
		{"/took 412 ms", "doubt"},
		{"SyncError 412 ms", "doubt"},
		{"PUT /inventories/devices 412", "sign"},
		{"it took 412 Precondition Failed", "sign"},
		{"http_status 412, x", "sign"},
		{"x httpStatus 412", "sign"},
		{"x статус 412", "sign"},
		{`request failed (412): {"message":"x"}`, "sign"},
		{"list /stores/412/products", ""},
		{"list /stores/412-products", "doubt"},
		{"GET /a then /stores/412/products", "doubt"},
		{"PaymentRequired: https://x.example", "sign"},
		{"see: https://x.example", ""},
		{`Payment Required: {"message":"x"}`, "sign"},
		{`EVOTOR_HTTP_429: {"message":"x"}`, "sign"},
		{`request: {"message":"x"}`, ""},
		{"Response {", "sign"},
		{"%7B%22%63ode", "sign"},
		{"%D0%BF%20x@y%40z", ""},
		{`\u007b \u0430`, "sign"},
		{`\u0430\u0020`, ""},
		{"&#123;", "sign"},
		{"&#39;", ""},
		{"eyJlcnJvcnMiOlt7ImNvZGUiOjIwMDF9XX0=", "sign"},
		{"eyJhIjoxMjM0NTY3OH0", "doubt"},
		{"InventorySynchronizationService", ""},
		{"err\u200bors", "sign"},
		{"an em dash \u2014 and no more", ""},
		{"00000000  7b 22 65 72 72 6f 72 73  22 3a 5b 7b 22 63 6f 64  |{\"errors\":[{\"cod|", "sign"},
		{"0000 items", ""},
		{strings.Repeat("x", maxNoted) + "(412)", "sign"},
		{strings.Repeat("x (412)\n", 4*ahead), "sign"},
	} {
		d := &decoder{vocabulary: vocabulary}
		m := d.skim(text.Given(amid(c.line, func(int) string { return "plain\n" })), false)
		got := ""
		if len(m.parts) > 2 {
			got = "sign"
		} else if m.spent > 0 {
			got = "doubt"
		}
		if got != c.want {
			t.Errorf("%.80s: %q, want %q", c.line, got, c.want)
		}
		apart(t, m.s, m.parts)
		apart(t, m.s, m.secrets)
	}
	for _, line := range []string{"a company inside passed keyboards", "SPANS", "KEYed", "hash value test", "7 items of 80", "+7 or 12-345678"} {
		d := &decoder{}
		if m := d.skim(text.Given(line), true); len(m.secrets) > 0 {
			t.Errorf("%s: it may have a secret", line)
		}
	}
	// Of a log without an error nothing is read but its ends, and of a Russian one the secrets.
	for k, line := range plain {
		d := &decoder{vocabulary: vocabulary}
		m := d.skim(text.Given(amid("", line)), false)
		if part := m.spent * 50 / len(m.s); len(m.parts) > 2 || part > 0 || (len(m.secrets) > 0) != secret.Russian(line(1)) {
			t.Errorf("log %d: %d parts, %d/50 read beforehand, %d lines with secrets", k, len(m.parts), part, len(m.secrets))
		}
	}
}

// apart wants parts of a text that begin lines, in order and apart.
func apart(t *testing.T, s string, parts []Span) {
	t.Helper()
	end := -1
	for _, p := range parts {
		if p.Start <= end || p.Start > 0 && s[p.Start-1] != '\n' {
			t.Errorf("%v in %v", p, parts)
		}
		end = p.End
	}
}
