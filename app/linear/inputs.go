package linear

import (
	"fmt"
	"strings"
)

// An Input is a text of any length, made to be slow to read.
type Input struct {
	Name   string
	Nested bool // a name that the core knows, in itself
	// Make gives the text of about n bytes.
	Make func(n int) string
}

const (
	body = `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":"a1"}]}`
	item = `{"code":2003,"reason":"incorrect"}`
)

// fill repeats s over n bytes.
func fill(s string, n int) string { return strings.Repeat(s, max(1, n/len(s))) }

// nested repeats open, then puts the core, then close as often.
func nested(open, core, close string, n int) string {
	times := max(1, n/(len(open)+len(close)))
	return strings.Repeat(open, times) + core + strings.Repeat(close, times)
}

// numbered repeats s with {} replaced by a number that differs each time.
func numbered(s string, n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.ReplaceAll(s, "{}", number(i)))
	}
	return b.String()
}

// number has six digits, and six letters that differ from the first on.
func number(i int) string {
	var d, l [6]byte
	for k := range d {
		d[len(d)-1-k], l[k] = '0'+byte(i%10), 'a'+byte(i%10)
		i /= 10
	}
	return string(l[:]) + string(d[:])
}

// forms are what is made of two literals of the sources.
var forms = []struct {
	name string
	make func(a, b string, n int) string
}{
	{"keys nested around a status", func(a, b string, n int) string { return nested(`{"`+a+`":`, `{"status":400}`, "}", n) }},
	{"keys nested around a body", func(a, b string, n int) string { return nested(`{"`+a+`":[`, body, "]}", n) }},
	{"keys nested in turn", func(a, b string, n int) string { return nested(`{"`+a+`":{"`+b+`":`, body, "}}", n) }},
	{"repeated", func(a, b string, n int) string { return fill(a, n) }},
	{"repeated as words", func(a, b string, n int) string { return fill(a+" ", n) }},
	{"repeated as lines", func(a, b string, n int) string { return fill(a+"\n", n) }},
	{"alternating", func(a, b string, n int) string { return fill(a+b, n) }},
	{"alternating as words", func(a, b string, n int) string { return fill(a+" "+b+": ", n) }},
	{"alternating, a body behind", func(a, b string, n int) string { return fill(a+" "+b+"\n", n) + body }},
	{"keys nested and left open", func(a, b string, n int) string { return fill(`{"`+a+`":`, n) }},
	{"keys beside one another", func(a, b string, n int) string { return "{" + fill(`"`+a+`":{"status":400},`, n) + "}" }},
	{"keys beside bodies", func(a, b string, n int) string { return "[" + fill(`{"`+a+`":"`+b+`","body":`+body+`},`, n) + "]" }},
	{"keys of items", func(a, b string, n int) string {
		return `{"errors":[` + numbered(`{"code":2003,"`+a+`":"{}"},`, n) + "]}"
	}},
	{"subjects of items", func(a, b string, n int) string {
		return `{"errors":[` + numbered(`{"code":1002,"subject":"`+a+`","reason":"`+b+` {}","value":"{}"},`, n) + "]}"
	}},
	{"reasons of items", func(a, b string, n int) string {
		return `{"errors":[` + numbered(`{"code":2003,"reason":"`+a+` {}","message":"`+b+`={}"},`, n) + "]}"
	}},
	{"a value", func(a, b string, n int) string {
		return `{"errors":[{"code":2003,"value":"` + fill(a, n) + `"}]}`
	}},
	{"joined values", func(a, b string, n int) string {
		return `{"errors":[{"code":2003,"value":` + fill(`"`+b+`" `+a+` `, n) + `"x"}]}`
	}},
	{"between items", func(a, b string, n int) string { return `{"errors":[` + fill(item+a, n) + "]}" }},
	{"between entries", func(a, b string, n int) string { return `{"errors":[{` + fill(`"code":2003`+a+`"`+b+`":`, n) }},
	{"behind bodies", func(a, b string, n int) string { return fill(body+a, n) }},
	{"lines before bodies", func(a, b string, n int) string { return numbered(a+" {}\n"+item+" "+b+"\n", n) }},
	{"lines with statuses", func(a, b string, n int) string { return numbered("10:00:00 "+a+" status=400 "+b+" {}\n", n) }},
	{"messages", func(a, b string, n int) string {
		return numbered("HTTP/1.1 400 Bad Request\n"+a+": {}\n\n"+b+"\n", n)
	}},
	{"strings in a list", func(a, b string, n int) string {
		return "[" + fill(`"`+a+` status 400","`+strings.ReplaceAll(body, `"`, `\"`)+`",`, n) + "]"
	}},
	{"statuses in strings of a document", func(a, b string, n int) string {
		return `{"` + a + `":[` + fill(`"HTTP/1.1 404 Not Found",`, n/2) + `],"` + b + `":[` + fill(body+",", n/2) + "]}"
	}},
	{"names with values", func(a, b string, n int) string { return body + numbered("\n"+a+"="+b+"{}", n) }},
	{"names before bodies", func(a, b string, n int) string { return numbered(a+": {}@"+b+".ru\n", n) + body }},
	{"escaped", func(a, b string, n int) string {
		return `{"m":"` + fill(strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(`{"`+a+`":"`+b+`",`), n) + `"}`
	}},
	{"lines of a list", func(a, b string, n int) string { return "errors:\n" + fill("- code: 2003\n  "+a+": "+b+"\n", n) }},
}

// marks are what stands between words; joins are forms of a literal and one of them.
var (
	marks = []string{"—", "+", ":", "=", "?", "&", "/", "<", ">", "[", "{", "(", "\"", "'", "\\", "%", ",", ";", "|", "@", "-", "*", "#", ".", " ", "\t", "\n", "\r\n", "->", "=>", "\\u00", "%25", "“"}
	joins = []struct {
		name string
		make func(a, mark string, n int) string
	}{
		{"joined", func(a, mark string, n int) string { return fill(a+mark, n) }},
		{"joined, a quote behind", func(a, mark string, n int) string { return fill(a+" "+mark, n) + `"` }},
		{"in brackets, a quote behind", func(a, mark string, n int) string { return fill("[["+mark+a+" ", n) + `"` }},
		{"behind a long run", func(a, mark string, n int) string { return "GET /x " + fill(mark, n/2) + fill(a+" ", n/2) }},
		{"before a long run", func(a, mark string, n int) string { return fill(a+mark+" 404 ", n/2) + fill(mark+" ", n/2) }},
		{"beside a long value", func(a, mark string, n int) string {
			return `{"code":"validation_error","` + a + `":"` + fill("x"+mark+" ", n/2) + `","violations":[` + fill("{},", n/2) + "{}]}"
		}},
		{"beside a long item", func(a, mark string, n int) string {
			return `{"errors":[{"code":2003,"` + a + `":"` + fill("x"+mark+" ", n/2) + `"},` + fill(item+",", n/2) + "]}"
		}},
	}
)

// Known are inputs that were slow once.
var Known = []Input{
	{"violations of a long value", false, func(n int) string {
		return `{"status":"FAILED","details":{"code":"a","value":{"a":"` + fill("x", n/2) + `"},"violations":[` + fill("{},", n/2) + "{}]}}"
	}},
	{"messages that are no chunks at their end", false, func(n int) string { return "HTTP/1.1 400 B\n\n" + fill("f\nHTTP/1.1 400 B\n\n", n) + "zz\n" }},
	{"brackets in a string of errors", false, func(n int) string { return `{"errors":"` + fill(" ", n/2) + fill("{}", n/2) + `"}` }},
	{"items of a list that are none", false, func(n int) string { return fill("- errors:\n  - code: 2003 x {\n", n) }},
	{"parts behind a preview", false, func(n int) string {
		return `{"errors":[` + fill(item+",", n/2) + item + "]}" + fill("\n:\n"+`{"errors":[`+item+"]}", n/2)
	}},
	{"statuses behind a request", false, func(n int) string { return "GET /x " + fill("404 Not Found ", n) }},
	{"numbers before a long run of blanks", false, func(n int) string { return fill("note 404 ", n/2) + fill("\t ", n/2) }},
	{"quotes in a row in a value", false, func(n int) string {
		return `{"errors":[{"code":2003,"value":"` + fill(`"`, n) + `x"}]}`
	}},
	{"lines of a hexdump without a byte", false, func(n int) string { return fill("0000000\n", n) }},
	{"columns of tables", false, func(n int) string {
		return fill(strings.Repeat("token,", 80)+"\n"+strings.Repeat(strings.Repeat("a,", 80)+"\n", 5), n)
	}},
	{"objects in a list", false, func(n int) string { return "[" + fill(`{"a":0},`, n) + "]" }},
	{"options of a command line", false, func(n int) string { return fill("curl -u a:b12345678 ", n) }},
}

// nesting is how many of the forms, the first ones, nest a name in itself.
const nesting = 3

// Inputs are all forms of the literals, each with another literal or mark for its partner, which
// differs from seed to seed.
func Inputs(literals []string, seed int) (list []Input) {
	for i, a := range literals {
		name := strings.Trim(a, "abcdefghijklmnopqrstuvwxyz_-") == ""
		for k, f := range forms {
			b := literals[(i*7+k*13+seed*31+1)%len(literals)]
			list = append(list, Input{
				fmt.Sprintf("%s: %q, %q", f.name, a, b), name && k < nesting,
				func(n int) string { return f.make(a, b, n) },
			})
		}
		for k, f := range joins {
			mark := marks[(i+k*5+seed)%len(marks)]
			list = append(list, Input{fmt.Sprintf("%s: %q, %q", f.name, a, mark), false, func(n int) string { return f.make(a, mark, n) }})
		}
	}
	return list
}
