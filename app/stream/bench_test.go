package stream

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// largeLog is a log of at least n bytes in which one line of a thousand is an error.
func largeLog(n int) []byte {
	var log bytes.Buffer
	for i := 0; log.Len() < n; i++ {
		fmt.Fprintf(&log, "2026-11-26T%02d:%02d:%02d.%03dZ ", i/3600000%24, i/60000%60, i/1000%60, i%1000)
		if i%1000 == 500 {
			log.WriteString("ERROR PUT https://partner.example/inventories/devices status=400 body=" + `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":"a1"}]}` + "\n")
			continue
		}
		fmt.Fprintf(&log, "INFO sync of store %d took %d ms and sent %d documents\n", i%97, i%31, i%7)
	}
	return log.Bytes()
}

// BenchmarkSummary sums up a log on one core, and reports how many times as long grep -c and jq take
// to look for the same: more than 1 is slower than the summary.
func BenchmarkSummary(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	text := largeLog(50 << 20)
	file := filepath.Join(b.TempDir(), "app.log")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := &Summary{}
		r := s.Reader("")
		io.Copy(r, bytes.NewReader(text))
		r.Close()
		if s.Responses == 0 {
			b.Fatal("nothing is found")
		}
	}
	own := b.Elapsed() / time.Duration(b.N)
	for name, args := range map[string][]string{
		"grep": {"-c", `"code":2003`, file},
		"jq":   {"-nR", `reduce (inputs | select(contains("\"code\":2003"))) as $_ (0; . + 1)`, file},
	} {
		begin := time.Now()
		if err := exec.Command(name, args...).Run(); err != nil {
			b.Log(name, err)
			continue
		}
		b.ReportMetric(float64(time.Since(begin))/float64(own), name+"/own")
	}
}
