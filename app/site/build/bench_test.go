package main

import (
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"evotor-errors/app/site"
	"evotor-errors/app/site/page"
)

// BenchmarkSite makes the site of 30, 300 and 1,000 codes: compare what a code takes.
func BenchmarkSite(b *testing.B) {
	for _, n := range []int{30, 300, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			docs := manyRecords(b, n)
			b.ReportAllocs()
			for b.Loop() {
				loaded, err := page.Load(docs, decodeSample)
				if err != nil {
					b.Fatal(err)
				}
				in := (&workshop{root: root, program: []byte("program"), runtime: []byte("runtime")}).input(loaded)
				if _, err := site.Build(in); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/code")
		})
	}
}

// manyRecords are the documents with records added, like that of 2001, until there are n.
func manyRecords(b *testing.B, n int) fs.FS {
	files := fstest.MapFS{}
	records := 0
	err := fs.WalkDir(os.DirFS(root+"/docs"), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if strings.HasSuffix(name, "/facts.yaml") {
			records++
		}
		data, err := os.ReadFile(root + "/docs/" + name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	var added []string
	for i := range n - records {
		code := strconv.Itoa(30_000 + i)
		added = append(added, strconv.Quote(code))
		for _, name := range []string{"facts.yaml", "ru.md", "en.md"} {
			files["errors/"+code+"/"+name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(files["errors/2001/"+name].Data), "2001", code))}
		}
	}
	changes := files["errors/changes.yaml"]
	changes.Data = fmt.Appendf(changes.Data, "- {date: 2026-11-23, added: [%s], text: {ru: x, en: x}}\n", strings.Join(added, ", "))
	return files
}
