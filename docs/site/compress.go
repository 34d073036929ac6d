package site

import (
	"bytes"
	"compress/gzip"
	"path"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
)

// Qualities of brotli: seconds for a tree, or half a minute for the fewest bytes.
const (
	Quick = 5
	Best  = brotli.BestCompression
)

// Precompress adds to a tree what a web server sends instead of its files to browsers that
// take it: NAME.br at a quality of brotli and NAME.gz, where they are smaller. What before
// has for the same files is taken over.
func Precompress(tree Tree, quality int, before Tree) error {
	var mu sync.Mutex
	var group sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	made := Tree{}
	var failed error
	for name, data := range tree {
		switch path.Ext(name) {
		case ".html", ".css", ".js", ".wasm", ".svg", ".json", ".xml", ".txt":
		default:
			continue
		}
		if bytes.Equal(data, before[name]) && before[name+".br"] != nil && before[name+".gz"] != nil {
			mu.Lock()
			made[name+".br"], made[name+".gz"] = before[name+".br"], before[name+".gz"]
			mu.Unlock()
			continue
		}
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			br, err := brotliBytes(data, quality)
			gz, gzErr := gzipBytes(data)
			mu.Lock()
			defer mu.Unlock()
			if err != nil || gzErr != nil {
				failed = err
				if err == nil {
					failed = gzErr
				}
				return
			}
			if len(br) < len(data) {
				made[name+".br"] = br
			}
			if len(gz) < len(data) {
				made[name+".gz"] = gz
			}
		})
	}
	group.Wait()
	for name, data := range made {
		tree[name] = data
	}
	return failed
}

func brotliBytes(data []byte, quality int) ([]byte, error) {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, quality)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

func gzipBytes(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}
