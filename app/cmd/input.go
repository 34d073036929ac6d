//go:build !js

package cmd

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync/atomic"
	"syscall"
	"unicode/utf16"

	"evotor-errors/app/cli"
)

// An input is a file, or the standard input, without gzip around it, and UTF-16 as UTF-8.
type input struct {
	io.Reader
	file io.ReadCloser
	read *atomic.Int64 // bytes of the file read so far
}

func (in *input) Close() error { return in.file.Close() }

// open opens a file, or the standard input for "-".
func (c call) open(name string) (*input, error) {
	in := &input{file: io.NopCloser(c.In), read: new(atomic.Int64)}
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		in.file = f
	}
	raw := bufio.NewReaderSize(counted{in.file, in.read}, 1<<16)
	in.Reader = raw
	if magic, _ := raw.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(raw)
		if err != nil {
			return nil, errors.Join(err, in.Close())
		}
		raw = bufio.NewReaderSize(z, 1<<16)
		in.Reader = raw
	}
	begin, _ := raw.Peek(1000)
	if little, big := isWide(begin); little || big {
		in.Reader = &wide{from: raw, bigEndian: big}
	}
	return in, nil
}

// unread says why a file was not read, in the language of the call where the system does not
// have the word, and returns the exit status.
func (c call) unread(file string, err error) int {
	var of *fs.PathError
	why := err.Error()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = c.Say("no-file")
	case errors.Is(err, fs.ErrPermission):
		why = c.Say("no-right")
	case errors.Is(err, syscall.EISDIR):
		why = c.Say("folder")
	case errors.Is(err, io.ErrUnexpectedEOF):
		why = c.Say("cut-off")
	case errors.As(err, &of):
		why = of.Err.Error()
	}
	return c.Fail(cli.Wrong, c.Say("cannot-read", file, why))
}

// isWide tells UTF-16 by its mark, or by the zeros beside its letters.
func isWide(begin []byte) (little, big bool) {
	var zeros [2]int
	for i, b := range begin {
		if b == 0 {
			zeros[i%2]++
		}
	}
	often := func(n, other int) bool { return n*8 > len(begin) && other*4 < n }
	return bytes.HasPrefix(begin, []byte("\xff\xfe")) || often(zeros[1], zeros[0]),
		bytes.HasPrefix(begin, []byte("\xfe\xff")) || often(zeros[0], zeros[1])
}

// counted counts what is read.
type counted struct {
	io.Reader
	n *atomic.Int64
}

func (r counted) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.n.Add(int64(n))
	return n, err
}

// wide reads UTF-16 as UTF-8.
type wide struct {
	from      *bufio.Reader
	bigEndian bool
	out       bytes.Buffer
}

func (w *wide) Read(p []byte) (int, error) {
	var err error
	for w.out.Len() < len(p) && err == nil {
		var r rune
		if r, err = w.unit(); err == nil && utf16.IsSurrogate(r) {
			var low rune
			if low, err = w.unit(); err == nil {
				r = utf16.DecodeRune(r, low)
			}
		}
		if err == nil {
			w.out.WriteRune(r)
		}
	}
	n, _ := w.out.Read(p)
	if n > 0 {
		err = nil
	}
	return n, err
}

func (w *wide) unit() (rune, error) {
	a, err := w.from.ReadByte()
	if err != nil {
		return 0, err
	}
	b, err := w.from.ReadByte()
	if w.bigEndian {
		a, b = b, a
	}
	return rune(b)<<8 | rune(a), err
}

// copyUntil copies until the end, or until the context ends, however long a Read takes. It reads
// ahead.
func copyUntil(ctx context.Context, to io.Writer, from io.Reader) error {
	type part struct {
		data []byte
		err  error
	}
	const size = 1 << 18
	parts, free := make(chan part), make(chan []byte, 2)
	free <- make([]byte, size)
	free <- make([]byte, size)
	go func() {
		for {
			select {
			case buf := <-free:
				n, err := io.ReadAtLeast(from, buf, 1)
				select {
				case parts <- part{buf[:n], err}:
				case <-ctx.Done():
					return
				}
				if err != nil {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case p := <-parts:
			if _, err := to.Write(p.data); err != nil {
				return err
			}
			if p.err == io.EOF {
				return nil
			}
			if p.err != nil {
				return p.err
			}
			free <- p.data[:size]
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// bytesText is a number of bytes in words: 1,2 ГБ.
func (c call) bytesText(n int64) string {
	units := []string{"unit-b", "unit-kb", "unit-mb", "unit-gb", "unit-tb"}
	f, k := float64(n), 0
	for f >= 1000 && k < len(units)-1 {
		f /= 1000
		k++
	}
	format := "%.0f"
	if k > 0 && f < 10 {
		format = "%.1f"
	}
	return c.decimal(fmt.Sprintf(format, f)) + " " + c.Say(units[k])
}
