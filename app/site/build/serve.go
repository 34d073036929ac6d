package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"evotor-errors/app/cli"
	"evotor-errors/app/site"
	"evotor-errors/app/site/serve"
)

// serve builds the site and serves it, taking over what is edited meanwhile.
func (c call) serve(args []string) int {
	addr := "127.0.0.1:8000"
	w, _, status, ok := c.workshop("serve", args, func(f *flag.FlagSet) { f.StringVar(&addr, "addr", addr, "") })
	if !ok {
		return status
	}
	w.live = true
	listener, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return c.Fail(cli.Wrong, c.Say("port-in-use", addr, nextPort(addr)))
	case err != nil:
		return c.Fail(cli.Wrong, c.Say("cannot-listen", addr, err))
	}
	defer listener.Close()
	handler, err := c.server(w)
	if err != nil {
		return c.Fail(cli.Wrong, err.Error())
	}
	c.Note("serving", "http://"+listener.Addr().String()+"/")
	return c.Fail(cli.Wrong, (&http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}).Serve(listener).Error())
}

// nextPort is the address with the next port.
func nextPort(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	n, convErr := strconv.Atoi(port)
	if err != nil || convErr != nil {
		return "127.0.0.1:8001"
	}
	return net.JoinHostPort(host, strconv.Itoa(n+1))
}

// server serves what the workshop makes.
func (c call) server(w *workshop) (http.Handler, error) {
	c.Note("building-wasm")
	if err := c.compile(w); err != nil {
		return nil, err
	}
	var mu sync.Mutex // a program is built while pages are made
	return serve.New(serve.Site{
		Stamp: w.stamp,
		Make: func() (map[string][]byte, error) {
			mu.Lock()
			now := *w
			mu.Unlock()
			docs, err := now.docs()
			if err != nil {
				return nil, errors.New(c.Say("docs-problems", err))
			}
			tree, err := now.tree(docs)
			if err != nil {
				return nil, err
			}
			return tree, site.Precompress(tree, site.Quick)
		},
		Stale: func() (bool, error) { return c.generate(w) },
		Build: func() error {
			fresh := *w
			err := c.compile(&fresh)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				w.program, w.runtime = fresh.program, fresh.runtime
			}
			return err
		},
		Policy: func(name string) string {
			switch {
			case name == "404.html":
				return "" // its own allows its style and script, see site.Build
			case strings.Contains("/"+name, "/embed/"):
				return site.FrameCSP(w.hosts)
			}
			return site.CSP
		},
		Say: c.Note,
	})
}

// sources are the folders whose edits show at once.
var sources = []string{"docs", "web"}

// stamp changes when a source file does.
func (w *workshop) stamp() string {
	var b strings.Builder
	for _, dir := range sources {
		filepath.WalkDir(filepath.Join(w.root, dir), func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return nil
			}
			if info, err := e.Info(); err == nil {
				fmt.Fprintf(&b, "%s %d %d\n", path, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return b.String()
}
