package stream

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

func summed(texts ...string) *Summary {
	s := &Summary{}
	for _, text := range texts {
		r := s.Reader("")
		io.WriteString(r, text)
		r.Close()
		s.Read(r)
	}
	return s
}

const answer = `HTTP/1.1 401 Unauthorized` + "\n\n" + `{"errors":[{"code":1003}]}`

// TestWhen finds the time of a response in the forms that texts write it.
func TestWhen(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-24T19:13:22.5Z status=401 body={\"errors\":[{\"code\":1003}]}":                        "2026-11-24T19:13:22",
		"[2026-11-24 19:13:22] valid until 2027-01-01 00:00:00 " + answer:                              "2026-11-24T19:13:22",
		"24.11.2026 19:13:22 " + answer:                                                                "2026-11-24T19:13:22",
		`1.2.3.4 - - [24/Nov/2026:19:13:22 +0300] "POST /api HTTP/1.1" 401 {"errors":[{"code":1003}]}`: "2026-11-24T19:13:22",
		"HTTP/1.1 401 x\nDate: Tue, 24 Nov 2026 19:13:22 GMT\n\n{\"errors\":[{\"code\":1003}]}":        "2026-11-24T19:13:22",
		"2026-11-23 00:00:00 x\n2026-11-24 19:13:22 request\n" + answer:                                "2026-11-24T19:13:22",
		"2026-11-24 19:13:22 " + answer + "\n  caused by\nHTTP/1.1 402 Payment Required\n":             "2026-11-24T19:13:22",
		"2026-13-24 19:13:22 2026-02-30 19:13:22 2026-11-24 29:13:22 " + answer:                        "",
		answer: "",
	} {
		s := summed(text)
		if got := Stamp(s.Last); got != want || s.Responses == 0 {
			t.Errorf("%q is of %q, want %q", text, got, want)
		}
	}
}

// TestSeries wants every time counted in some bucket, however far apart they are.
func TestSeries(t *testing.T) {
	var s series
	for _, day := range []int{0, 1, 400, 399, 40_000, -40_000} {
		s.add(time.Unix(int64(day)*86400+5, 0))
		if len(s.counts) > maxBuckets || s.last-s.first >= maxBuckets {
			t.Errorf("%d buckets from %d to %d", len(s.counts), s.first, s.last)
		}
		c := s.chart(&s, s.fitting(24))
		n := 0
		for _, count := range c.Counts {
			n += count
		}
		total := 0
		for _, count := range s.counts {
			total += count
		}
		if n != total || len(c.Counts) > 24 || c.Start.Unix() > s.first*widths[s.width] {
			t.Errorf("of %d the chart has %d in %d buckets from %s", total, n, len(c.Counts), c.Start)
		}
	}
}

// TestSummary counts by code and status over several texts, and keeps what stands around the first
// errors of each.
func TestSummary(t *testing.T) {
	one := "2026-11-24 19:13:22 all is well\n2026-11-24 19:13:22 " + answer + "\nbehind\n"
	s := summed(strings.Repeat(one, 9), "10:00 {\"errors\":[{\"code\":2003},{\"code\":2003},{\"code\":\""+strings.Repeat("я", 200)+"\"}]}")
	var got []string
	for _, g := range s.Groups() {
		got = append(got, fmt.Sprint(g.Status, " ", g.Code, " ", g.Count, " ", len(g.Places), " ", g.Places[0].Line))
	}
	if diff := cmp.Diff([]string{"401 1003 9 3 2", "0 2003 2 1 1", "0 " + strings.Repeat("я", maxCode/2) + "… 1 1 1"}, got); diff != "" {
		t.Error(diff)
	}
	if s.Errors != 12 || s.Responses != 10 || s.Lines != 9*5 {
		t.Errorf("%d errors in %d responses in %d lines", s.Errors, s.Responses, s.Lines)
	}
	text := s.Groups()[0].Places[0].Excerpt
	if !strings.HasPrefix(text, "2026-11-24 19:13:22 all is well\n2026") || !strings.HasSuffix(text, "behind\n2026-11-24 19:13:22 all is well") {
		t.Errorf("the first stands in\n%s", text)
	}
	if data := string(s.JSON(catalog.English, true)); !strings.Contains(data, `"excerpt":"2026-11-24 19:13:22 all is well\n`) || !strings.Contains(data, `"counts":[9]`) {
		t.Error(data)
	}
}

// TestExcerpt wants an excerpt that says the same as the whole, of much text around, too.
func TestExcerpt(t *testing.T) {
	headers := strings.Repeat("X-Header: value\n", 400)
	for _, text := range []string{
		answer,
		"HTTP/1.1 401 Unauthorized\n" + headers + "\n{\"errors\":[{\"code\":1003}]}",
		`{"log":{"entries":[{"request":{},"response":{"status":401,"headers":[` + strings.Repeat(`{"name":"a","value":"b"},`, 400) + `{}],"content":{"text":"{\"errors\":[{\"code\":1003}]}"}}}]}}`,
		strings.Repeat("x", 9000) + " status=401 {\"errors\":[{\"code\":1003}]} " + strings.Repeat("x", 9000),
	} {
		s := summed(text)
		e := s.Groups()[0].Places[0].Excerpt
		found := explain.Find(e).Responses
		if len(found) == 0 || found[0].Status != 401 {
			t.Errorf("of %q there is %q", text[:min(len(text), 100)], e)
		}
		if len(e) > maxExcerpt+100 {
			t.Errorf("an excerpt has %d bytes", len(e))
		}
	}
}

// TestGroups keeps the groups few, whatever stands in a text.
func TestGroups(t *testing.T) {
	var b strings.Builder
	for i := range maxGroups + 50 {
		fmt.Fprintf(&b, "{\"errors\":[{\"code\":%d}]}\n", 3000+i)
	}
	if s := summed(b.String()); len(s.Groups()) != maxGroups || s.Others != 50 {
		t.Errorf("%d groups, %d others", len(s.Groups()), s.Others)
	}
}

// TestMemory reads much, of few errors and of nothing else, and wants little memory taken.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 40 MB")
	}
	well := []byte(strings.Repeat("2026-11-24T19:13:22Z INFO sync of a store took 12 ms and sent 40 documents\n", 10_000))
	failed := []byte(strings.Repeat("2026-11-24T19:13:22Z ERROR status=400 body={\"errors\":[{\"code\":2003,\"subject\":\"a\"}]}\n", 1_000))
	s := &Summary{}
	r := s.Reader("")
	var peak uint64
	for i := range 80 {
		r.Write(well)
		if i%10 == 0 {
			for range 20 {
				r.Write(failed)
			}
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak = max(peak, m.HeapInuse)
	}
	r.Close()
	if s.Read(r); s.Responses != 8*20*1_000 || peak > 48<<20 {
		t.Errorf("%d responses in %d MB, with %d MB of memory", s.Responses, s.Bytes>>20, peak>>20)
	}
}
