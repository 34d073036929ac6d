package decode

import (
	"encoding/json"
	"strings"
	"testing"
)

// bodies are the clean ones of Evotor's page.
var bodies = []string{
	"{ \"errors\":\n  [\n    { \"code\": 2001 }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 2002,\n      \"reason\": \"missing\",\n      \"subject\": \"deviceUuid\"\n    },\n    {\n      \"code\": 2002,\n      \"reason\": \"unexpected\",\n      \"subject\": \"deviceUuid\"\n    }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 2003,\n      \"reason\": \"incorrect\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"null\"\n    }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 1004,\n      \"reason\": \"payment required\",\n      \"subject\": \"userUuid\",\n      \"value\": \"01-000000000015463\"\n    }\n  ]\n}",
	"{ \"errors\":\n  [\n    {\n      \"code\": 1005,\n      \"reason\": \"not allowed\",\n      \"subject\": \"deviceUuid\",\n      \"value\": \"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\"\n    }\n  ]\n}",
}

// BenchmarkText and BenchmarkUnmarshal read the same bodies; compare them in one run.
func BenchmarkText(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range bodies {
			if len(Text(s, vocabulary).Responses) != 1 {
				b.Fatal("not read")
			}
		}
	}
}

func BenchmarkUnmarshal(b *testing.B) {
	type body struct {
		Errors []struct {
			Code    int     `json:"code"`
			Reason  string  `json:"reason"`
			Subject string  `json:"subject"`
			Value   *string `json:"value"`
		} `json:"errors"`
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range bodies {
			var v body
			if err := json.Unmarshal([]byte(s), &v); err != nil || len(v.Errors) == 0 {
				b.Fatal(err)
			}
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
