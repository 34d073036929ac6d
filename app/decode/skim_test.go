package decode

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

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

// TestSigns looks at which lines have a sign of an answer: a line that needs none makes logs slow.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		line string
		sign bool
	}{
		{`{"code":20}`, true},
		{"Errors:", true},
		{`line\ncode: 2001`, true},
		{"barcode 4600000000000, 2 codes, status_code OK", false},
		{`"state": "FAILED"`, true},
		{"delivery failed", false},
		{"status=404", true},
		{"12:404 Not Found", true},
		{"402", true},
		{"<h1>404 Not Found</h1>", true},
		{"took 412 ms, 12.404 s, 10:00:00,404 10.0.4.404 4041 a404 404b", false},
		{`10.0.0.1 - - "GET /products HTTP/1.1" 200 404 "-" "x/404.1"`, false},
		{`{"took":412,"sum":500}`, false},
		{`{\"took\":412,\"sum\":500}`, false},
		{"товаров: 412, всего", false},
		{"stat 412 500 431", false},
		{"PUT /inventories/devices 412", true},
		{"took 412 Precondition Failed", true},
		{`http_status 412, x`, true},
		{`request failed (412): {"message":"x"}`, true},
		{"list /stores/412/products", false},
		{"PaymentRequired: https://x.example", true},
		{"see: https://x.example", false},
		{`Payment Required: {"message":"x"}`, true},
		{`EVOTOR_HTTP_429: {"message":"x"}`, true},
		{`request: {"message":"x"}`, false},
		{"Response {", true},
		{"%7B%22%63ode", true},
		{"%D0%BF%20x@y%40z", false},
		{`\u007b \u0430`, true},
		{`\u0430\u0020`, false},
		{"&#123;", true},
		{"&#39;", false},
		{"eyJlcnJvcnMiOlt7ImNvZGUiOjIwMDF9XX0=", true},
		{"InventorySynchronizationService", false},
		{"err\u200bors", true},
		{"an em dash \u2014 and no more", false},
		{"00000000  7b 22 65 72 72 6f 72 73  22 3a 5b 7b 22 63 6f 64  |{\"errors\":[{\"cod|", true},
		{"0000 items", false},
	} {
		d := &decoder{vocabulary: vocabulary}
		v := text.Given(amid(c.line, func(int) string { return "plain\n" }))
		if parts, _ := d.skim(v, false); len(parts) == 3 != c.sign {
			t.Errorf("%s: has a sign: %t, want %t", c.line, !c.sign, c.sign)
		}
	}
}
