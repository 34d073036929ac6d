//go:build !js

package cmd

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// A progress shows on a terminal how much was read. It is a line of its own that is gone
// afterwards.
type progress struct {
	call
	w     io.Writer // nil where nobody looks
	total int64     // bytes of all files, 0 where that is not known
	done  int64     // of those files that are read
	in    *input
	shown time.Time
}

func (c call) progress(files []string) *progress {
	p := &progress{call: c}
	if terminal(c.Err) {
		p.w = c.Err
	}
	for _, name := range files {
		info, err := os.Stat(name)
		if name == "-" || err != nil || !info.Mode().IsRegular() {
			p.total = 0
			return p
		}
		p.total += info.Size()
	}
	return p
}

// of follows what is read of an input: each Write asks how much that is.
func (p *progress) of(in *input) io.Writer {
	if p.in != nil {
		p.done += p.in.read.Load()
	}
	p.in = in
	return p
}

// Write shows how much was read, a few times in a second.
func (p *progress) Write(b []byte) (int, error) {
	if now := time.Now(); p.w != nil && now.Sub(p.shown) > 200*time.Millisecond {
		p.shown = now
		read := p.done + p.in.read.Load()
		text := p.Say("read", p.bytesText(read))
		if p.total > 0 {
			done := min(int(read*100/p.total), 100)
			drawn := strings.Repeat("█", done*30/100) + strings.Repeat("░", 30-done*30/100)
			text = fmt.Sprintf("%3d %% %s %s", done, drawn, p.Say("read-of", p.bytesText(read), p.bytesText(p.total)))
		}
		fmt.Fprint(p.w, "\r\x1b[K"+text)
	}
	return len(b), nil
}

// clear takes the line away.
func (p *progress) clear() {
	if p.w != nil && !p.shown.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
