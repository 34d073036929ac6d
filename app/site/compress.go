package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/bits"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// Qualities of brotli: a second for a tree, or half a minute for the fewest bytes.
const (
	Quick = 5
	Best  = brotli.BestCompression
)

// Precompress adds to a tree what a web server sends instead of its files to browsers that
// take it: NAME.br at a quality of brotli, better if that is at hand, and NAME.gz, where they
// are smaller. What is made is kept in the folder of Cache, by content.
func Precompress(tree Tree, quality int) error {
	type packed struct {
		name string
		data []byte
		err  error
	}
	var group sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	made := make(chan packed, 2*len(tree))
	for name, data := range tree {
		switch path.Ext(name) {
		case ".html", ".css", ".js", ".wasm", ".svg", ".json", ".xml", ".txt", ".md", ".atom":
		default:
			continue
		}
		group.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			br, err := Brotli(data, quality)
			made <- packed{name + ".br", br, err}
			gz, err := cached(data, []string{"gz"}, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) })
			made <- packed{name + ".gz", gz, err}
		})
	}
	group.Wait()
	close(made)
	if Cache != "" {
		forget()
	}
	for p := range made {
		if p.err != nil {
			return fmt.Errorf("compressing %q: %w", p.name, p.err)
		}
		if name := p.name[:len(p.name)-len(".br")]; len(p.data) < len(tree[name]) {
			tree[p.name] = p.data
		}
	}
	return nil
}

// Brotli compresses data at a quality, or better if that is at hand.
func Brotli(data []byte, quality int) ([]byte, error) {
	kinds := []string{fmt.Sprintf("%d.br", quality)}
	if quality < Best {
		kinds = append(kinds, fmt.Sprintf("%d.br", Best))
	}
	return cached(data, kinds, func(w io.Writer) (io.WriteCloser, error) {
		// A window beyond the file is memory to clear.
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: quality, LGWin: min(max(bits.Len(uint(len(data))), 16), 22)}), nil
	})
}

// Cache is the folder in which compressed files are kept for the next build; without one
// nothing is kept.
var Cache = func() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "evotor-errors")
}()

// cached is what a compressor makes of data, kept under the first of kinds, or what is kept
// under another one.
func cached(data []byte, kinds []string, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	sum := sha256.Sum256(data)
	file := func(kind string) string { return filepath.Join(Cache, hex.EncodeToString(sum[:16])+"."+kind) }
	for i := len(kinds) - 1; i >= 0 && Cache != ""; i-- {
		if kept, ok := keptIn(file(kinds[i])); ok {
			return kept, nil
		}
	}
	var b bytes.Buffer
	w, err := compressor(&b)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if Cache != "" {
		keep(file(kinds[0]), b.Bytes())
	}
	return b.Bytes(), nil
}

// unused is how long a file is kept that no build has asked for.
const unused = 30 * 24 * time.Hour

// keptIn is what a file holds. It begins with its hash, so that a damaged one is not taken.
func keptIn(file string) ([]byte, bool) {
	data, err := os.ReadFile(file)
	if err != nil || len(data) < sha256.Size || sha256.Sum256(data[sha256.Size:]) != [sha256.Size]byte(data) {
		return nil, false
	}
	now := time.Now()
	os.Chtimes(file, now, now)
	return data[sha256.Size:], true
}

// forget removes the files that have not been asked for.
func forget() {
	files, err := os.ReadDir(Cache)
	if err != nil {
		return
	}
	for _, f := range files {
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > unused {
			os.Remove(filepath.Join(Cache, f.Name()))
		}
	}
}

// keep keeps a file; where that is not possible, the next build takes longer.
func keep(file string, data []byte) {
	if os.MkdirAll(filepath.Dir(file), 0o755) != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(file), "new-")
	if err != nil {
		return
	}
	defer os.Remove(f.Name())
	sum := sha256.Sum256(data)
	_, err = f.Write(append(sum[:], data...))
	if f.Close() == nil && err == nil {
		os.Rename(f.Name(), file)
	}
}
