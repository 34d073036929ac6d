package site

import (
	"bytes"
	"compress/gzip"
	"path"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
)

// Precompress adds to a tree what a web server sends instead of its files to browsers that
// take it: NAME.br and NAME.gz, at the strongest settings, where they are smaller.
func Precompress(tree Tree) error {
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
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			br, err := brotliBytes(data)
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

func brotliBytes(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
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
