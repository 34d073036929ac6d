package decode

import (
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"runtime/metrics"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"
)

// bodies are the clean ones of Evotor's page.
var bodies = []string{
	"{ \"errors\":\n  [\n    { \"code\": 2001 }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 2002,\n      \"reason\": \"missing\",\n      \"subject\": \"deviceUuid\"\n    },\n    {\n      \"code\": 2002,\n      \"reason\": \"unexpected\",\n      \"subject\": \"deviceUuid\"\n    }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 2003,\n      \"reason\": \"incorrect\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"null\"\n    }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 1004,\n      \"reason\": \"payment required\",\n      \"subject\": \"userUuid\",\n      \"value\": \"01-000000000015463\"\n    }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 1005,\n      \"reason\": \"not allowed\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\"\n    }\n  ]\n}",
}

// BenchmarkText reads clean bodies, and encoding/json the same ones into a struct and into an any,
// in turns: the ratios of the medians say how much slower it is, whatever else the machine does.
func BenchmarkText(b *testing.B) {
	type body struct {
		Errors []struct {
			Code    int     `json:"code"`
			Reason  string  `json:"reason"`
			Subject string  `json:"subject"`
			Value   *string `json:"value"`
		} `json:"errors"`
	}
	readers := [...]func(s string) bool{
		func(s string) bool { return len(Text(s, vocabulary).Responses) == 1 },
		func(s string) bool { var v body; return json.Unmarshal([]byte(s), &v) == nil && len(v.Errors) > 0 },
		func(s string) bool { var v any; return json.Unmarshal([]byte(s), &v) == nil },
	}
	var times [len(readers)][]float64
	b.ReportAllocs()
	for b.Loop() {
		for k, read := range readers {
			began := time.Now()
			for range 20 {
				for _, s := range bodies {
					if !read(s) {
						b.Fatal("not read")
					}
				}
			}
			times[k] = append(times[k], float64(time.Since(began)))
		}
	}
	var median [len(readers)]float64
	for k := range times {
		sort.Float64s(times[k])
		median[k] = times[k][len(times[k])/2]
	}
	b.ReportMetric(median[0]/100, "ns/body")
	b.ReportMetric(median[0]/median[1], "×struct")
	b.ReportMetric(median[0]/median[2], "×any")
}

// TestAllocations bounds how often memory is taken for each clean body. What a body costs in time,
// BenchmarkText alone tells; this is of it what every machine counts the same.
func TestAllocations(t *testing.T) {
	for i, most := range [...]float64{1, 1, 1, 3, 3} {
		if got := testing.AllocsPerRun(1000, func() { Text(bodies[i], vocabulary) }); got > most {
			t.Errorf("%v times, want at most %v, for\n%s", got, most, bodies[i])
		}
	}
}

// BenchmarkLog reads a megabyte of log with one answer at its end.
func BenchmarkLog(b *testing.B) {
	const line = "2024-03-04T12:00:00Z INFO sync of a store took 12 ms and sent 40 documents\n"
	text := strings.Repeat(line, 1_000_000/len(line)) + "HTTP/1.1 400 Bad Request\n\n" + bodies[2]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if len(Text(text, vocabulary).Responses) != 1 {
			b.Fatal("not read")
		}
	}
}

// logs are lines as programs write them, of a kind each.
var logs = map[string]func(i int) string{
	"application": func(i int) string {
		return fmt.Sprintf("%s INFO sync of store %d took %d ms and sent %d documents\n",
			moment(i, "2006-01-02T15:04:05.000Z"), i%97, i%31, i%7)
	},
	"java": func(i int) string {
		return fmt.Sprintf("%s [http-nio-8080-exec-%d] DEBUG ru.example.evotor.sync.StoreSynchronizer - Synchronizing "+
			"products of the store, batch %d of 40, elapsed %d ms\n", moment(i, "2006-01-02 15:04:05,000"), i%16, i%40, i%300)
	},
	"access": func(i int) string {
		return fmt.Sprintf("10.0.%d.%d - - [%s] \"GET /api/v1/stores/%d/products?page=%d HTTP/1.1\" 200 %d "+
			"\"https://lk.example.ru/stores\" \"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "+
			"Chrome/120.0.0.0 Safari/537.36\"\n", i%200, i%250, moment(i, "02/Jan/2006:15:04:05 -0700"), i%99, i%50, i%9999)
	},
}

func moment(i int, form string) string {
	return time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Millisecond).Format(form)
}

// BenchmarkLargeLog reads logs in which one line of a thousand is an error.
func BenchmarkLargeLog(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(logs)) {
		b.Run(name, func(b *testing.B) {
			var log strings.Builder
			want := 0
			for i := 0; log.Len() < 20<<20; i++ {
				if i%1000 != 500 {
					log.WriteString(logs[name](i))
					continue
				}
				want++
				log.WriteString(moment(i, "2006-01-02T15:04:05.000Z") + " ERROR PUT https://partner.example/inventories/devices " +
					"status=400 body=" + `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":"a1"}]}` + "\n")
			}
			benchmarkMemory(b, log.String(), want)
		})
	}
}

// BenchmarkErrorLines reads 5 MB of bodies, a line each.
func BenchmarkErrorLines(b *testing.B) {
	const line = `{"errors":[{"code":2001}]}` + "\n"
	const want = 185_000
	benchmarkMemory(b, strings.Repeat(line, want), want)
}

// benchmarkMemory reports beside the time how much is allocated for a byte of text, and how much
// memory the objects took at most, the text aside.
func benchmarkMemory(b *testing.B, text string, want int) {
	b.SetBytes(int64(len(text)))
	objects := func() uint64 {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	runtime.GC()
	before, peak := objects(), uint64(0)
	done := make(chan bool)
	var watch sync.WaitGroup
	watch.Go(func() {
		for tick := time.Tick(5 * time.Millisecond); ; {
			select {
			case <-tick:
				peak = max(peak, objects())
			case <-done:
				return
			}
		}
	})
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	n := 0
	for b.Loop() {
		n++
		if got := len(Text(text, vocabulary).Responses); got != want {
			b.Fatalf("%d responses, want %d", got, want)
		}
	}
	runtime.ReadMemStats(&to)
	close(done)
	watch.Wait()
	b.ReportMetric(float64(to.TotalAlloc-from.TotalAlloc)/float64(n)/float64(len(text)), "allocated-B/B")
	b.ReportMetric(float64(peak-min(peak, before))/1e6, "peak-MB")
}
