//go:build !js

package cmd

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"mime"
	"net"
	"net/http"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"evotor-errors/docs/page"
	"evotor-errors/docs/site"
)

// serve builds the site and serves it, taking over what is edited meanwhile.
func (c *call) serve(args []string) int {
	addr := "127.0.0.1:8000"
	w, _, status, ok := c.workshop("serve", args, func(f *flag.FlagSet) { f.StringVar(&addr, "addr", addr, "") })
	if !ok {
		return status
	}
	w.live = true
	listener, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return c.fail(exitUsage, c.say("port-in-use", addr, nextPort(addr)))
	case err != nil:
		return c.fail(exitUsage, c.say("cannot-listen", addr, err))
	}
	defer listener.Close()
	s := &server{c: c, w: w}
	if err := s.start(); err != nil {
		return c.fail(exitUsage, err.Error())
	}
	fmt.Fprintln(c.err, c.say("serving", "http://"+listener.Addr().String()+"/"))
	return c.fail(exitUsage, (&http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}).Serve(listener).Error())
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

// A server serves the site and keeps it up to date with its sources.
type server struct {
	c        *call
	w        *workshop
	mu       sync.Mutex
	tree     site.Tree
	stamp    string // of the sources that the tree was made of
	building bool   // the WebAssembly is being built
	again    bool   // and its sources have changed since
}

// sources are the folders whose edits show at once.
var sources = []string{"docs", "web"}

// start makes the site for the first time.
func (s *server) start() error {
	docs, err := s.w.docs()
	if err != nil {
		return errors.New(s.c.say("docs-problems", err))
	}
	if _, err := s.w.generate(docs); err != nil {
		return err
	}
	fmt.Fprintln(s.c.err, s.c.say("building-wasm"))
	if err := s.c.compile(s.w); err != nil {
		return err
	}
	s.stamp = s.sourceStamp()
	if err := s.make(docs); err != nil {
		return err
	}
	go s.squeeze(maps.Clone(s.tree))
	return nil
}

// squeeze compresses the files of a tree as the published site has them, which takes half a
// minute, and sends them so from then on.
func (s *server) squeeze(tree site.Tree) {
	if site.Precompress(tree, site.Best, nil) != nil {
		return // they go on as they are
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh := maps.Clone(s.tree)
	if site.Precompress(fresh, site.Quick, tree) == nil {
		s.tree = fresh
	}
}

// refresh takes over what was edited since the last call.
func (s *server) refresh() {
	stamp := s.sourceStamp()
	if stamp == s.stamp {
		return
	}
	s.stamp = stamp
	docs, err := s.w.docs()
	if err == nil {
		err = s.make(docs)
	}
	if err != nil {
		fmt.Fprintln(s.c.err, s.c.say("problems", err))
		return
	}
	fmt.Fprintln(s.c.err, s.c.say("edited"))
	stale, err := s.w.generate(docs)
	if err != nil {
		fmt.Fprintln(s.c.err, err)
	} else if stale {
		fmt.Fprintln(s.c.err, s.c.say("rebuilding"))
		s.rebuild()
	}
}

func (s *server) make(docs *page.Docs) error {
	tree, err := s.w.tree(docs)
	if err == nil {
		err = site.Precompress(tree, site.Quick, s.tree)
	}
	if err == nil {
		s.tree = tree
	}
	return err
}

// rebuild builds the WebAssembly in the background.
func (s *server) rebuild() {
	if s.building {
		s.again = true
		return
	}
	s.building = true
	go func() {
		fresh := *s.w
		err := s.c.compile(&fresh)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.building = false
		if s.again {
			s.again = false
			s.rebuild()
			return
		}
		if err == nil {
			s.w = &fresh
			var docs *page.Docs
			if docs, err = s.w.docs(); err == nil {
				err = s.make(docs)
			}
		}
		if err != nil {
			fmt.Fprintln(s.c.err, s.c.say("problems", err))
			return
		}
		fmt.Fprintln(s.c.err, s.c.say("rebuilt"))
	}()
}

// sourceStamp changes when a source file does.
func (s *server) sourceStamp() string {
	var b strings.Builder
	for _, dir := range sources {
		filepath.WalkDir(filepath.Join(s.w.root, dir), func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || strings.HasSuffix(path, ".go") {
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

// ServeHTTP answers with a file of the tree. A page is made anew if its sources changed.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	s.mu.Lock()
	if !strings.HasPrefix(name, "assets/") {
		s.refresh()
	}
	tree, hosts := s.tree, s.w.hosts
	s.mu.Unlock()
	serveFile(w, r, tree, name, hosts)
}

// immutable are the releases of the embedded element.
var immutable = regexp.MustCompile(`^v\d+\.\d+\.\d+/`)

// serveFile answers with a file; hosts are the origins that may frame the pages for frames.
func serveFile(w http.ResponseWriter, r *http.Request, tree site.Tree, name, hosts string) {
	h := w.Header()
	h.Set("Content-Security-Policy", site.CSP)
	if strings.Contains("/"+name+"/", "/embed/") {
		h.Set("Content-Security-Policy", site.FrameCSP(hosts))
	}
	// Scripts of other sites, and frames without an origin, may read what is public anyway.
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-cache")
	data, ok := tree[name]
	if !ok {
		index := path.Join(name, "index.html")
		if _, isDir := tree[index]; isDir {
			if !strings.HasSuffix(r.URL.Path, "/") {
				h.Set("Location", path.Base(r.URL.Path)+"/") // relative: the site may have a prefix
				w.WriteHeader(http.StatusMovedPermanently)
				return
			}
			name, data, ok = index, tree[index], true
		}
	}
	status := http.StatusOK
	if !ok {
		name, data, status = "404.html", tree["404.html"], http.StatusNotFound
	}
	if strings.HasPrefix(name, "assets/") || immutable.MatchString(name) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Content-Type", contentType(name))
	h.Set("Vary", "Accept-Encoding")
	for _, e := range [...]struct{ encoding, ext string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if packed := tree[name+e.ext]; packed != nil && strings.Contains(r.Header.Get("Accept-Encoding"), e.encoding) {
			h.Set("Content-Encoding", e.encoding)
			data = packed
			break
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(data)
	}
}

// contentType does not depend on what the machine knows.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".wasm":
		return "application/wasm"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".txt":
		return "text/plain; charset=utf-8"
	default:
		return mime.TypeByExtension(ext)
	}
}
