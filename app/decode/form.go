package decode

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A form is a place where a number is a status, whatever names it or does not: what stands before
// it, with the line above, and behind it. To add one, add a row; its example is its test.
type form struct {
	before, behind string
	when           when
	example        string // which shows the status 402 and no body
}

// when is what else must be so for a form.
type when uint8

const (
	failed      when = 1 << iota // the line says that something failed
	phrased                      // the standard text of the status follows; behind stands behind it
	asked                        // the line names a request, and nothing but marks stands since
	known                        // the request is a webhook, or went to the cloud
	askedUp                      // the line above names a request
	lineEnds                     // nothing follows on the line
	line                         // nothing else stands on the line
	namedBefore                  // the name of the status stands before
)

var forms = [...]form{
	{"[", "]>", 0, "<Response [402]>"},
	{"[", "]>", phrased, "<ClientResponse(https://a.example/x) [402 Payment Required]>"},
	{"← ", "", 0, "09:14:22 ← 402"},
	{"<< ", "", 0, "09:14:22 <<< 402"},
	{"[", "] during [", 0, "feign: [402] during [PUT] to x"},
	{" (", ")", failed, "EvotorAuthError: облако отклонило запрос (402), см. журнал"},
	{"(", ", '{", 0, "(402, '{}')"},
	{"(HTTP ", ")", 0, "не удалось обновить магазин (HTTP 402)"},
	{"", "", known | asked, "PUT /api/v1/inventories/devices 402"},
	{"HTTP/1.1\",", ",", 0, `{ok,{{"HTTP/1.1",402,"Payment Required"},[]}}`},
	{"ot ", " from http", 0, "Got 402 from https://a.example/x"},
	{"ms - ", "", lineEnds, "Received HTTP response headers after 143.2ms - 402"},
	{"status_code: Int(", ")", 0, "http.response.status_code: Int(402)"},
	{"Completed ", "", phrased, "Completed 402 Payment Required in 12ms"},
	{"esponse ", ":", lineEnds, "Response 402:"},
	{"твет ", ":", lineEnds, "E SyncService: ответ 402:"},
	{": ", "", phrased | namedBefore, "RestClient::PaymentRequired: 402 Payment Required"},
	{"ERR_FAILED ", "", phrased, "GET https://a.example/x net::ERR_FAILED 402 (Payment Required)"},
	{"", "", phrased | asked, "PUT https://a.example/x 402 (Payment Required)"},
	{"", "", line | askedUp, "PUT https://a.example/x\n402\n"},
	{"", "\nError: ", line, "402\nError: Payment Required"},
	{"Code\tDetails\n", "", line, "Code\tDetails\n402\nUndocumented"},
	{"status_code\n", "", line, ">>> r.status_code\n402\n"},
	{"status\n", "", line, "> r.status\n402\n"},
}

// formLabel labels a status that one of the forms shows.
const formLabel = "form"

// shown reports whether the number s[i:j], its standard text up to end, stands in one of the
// forms.
func (w *scanner) shown(code, i, j, end int) bool {
	s := w.s
	eol := w.v.LineEnd(j)
	rest := strings.TrimSpace(s[j:min(eol, j+80)])
	before := s[max(w.line, i-maxLook):i]
	two := s[max(0, w.line-40, i-maxLook):i]
	onLine, above := w.back(w.number, requestAt), w.back(w.number-1, requestAt)
	for k := range forms {
		f := &forms[k]
		at := j
		if f.when&phrased != 0 {
			at = end
		}
		switch {
		case !strings.HasSuffix(two, f.before),
			strings.HasPrefix(f.behind, "\n") && !text.At(s, eol, f.behind),
			f.behind != "" && f.behind[0] != '\n' && !text.At(s, at, f.behind),
			f.when&failed != 0 && !w.failed,
			f.when&phrased != 0 && end == j,
			f.when&asked != 0 && (onLine == nil || strings.LastIndexByte(before,
				'/') <= strings.LastIndexByte(strings.TrimRight(before, " \t["), ' ')),
			f.when&known != 0 && (!w.evotors() || phrases[code] == ""),
			f.when&askedUp != 0 && (onLine != nil || above == nil),
			f.when&lineEnds != 0 && rest != f.behind,
			f.when&namedBefore != 0 && !namesStatus(before, code),
			f.when&line != 0 && (before != "" || rest != ""):
		default:
			return true
		}
	}
	return false
}

// namesStatus reports whether what stands before a number and a colon is the name of the status.
func namesStatus(before string, code int) bool {
	before = strings.ToLower(strings.TrimSuffix(before, ": "))
	for p := range strings.SplitSeq(phrases[code], ",") {
		if strings.HasSuffix(before, p) {
			return true
		}
	}
	return false
}
