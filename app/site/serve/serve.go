// Package serve serves a site from memory while its sources are edited: for the person who
// writes it. It is no server for the public.
package serve

import (
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A Site is how the site is made. Make and Build are never called by two goroutines at once.
type Site struct {
	Stamp  func() string                              // changes when a source does
	Make   func() (tree map[string][]byte, err error) // makes the files, by path, from the sources
	Stale  func() (bool, error)                       // reports, after an edit, whether the program has to be built anew
	Build  func() error                               // builds the program, for Make to take
	Policy func(name string) string                   // the Content-Security-Policy of a file
	Say    func(id string, args ...any)               // tells the person: edited, rebuilding, rebuilt, problems
}

// A Server serves a site and keeps it up to date with its sources.
type Server struct {
	site     Site
	making   sync.Mutex // held by what calls the site's functions
	mu       sync.Mutex // holds the rest
	tree     map[string][]byte
	stamp    string // of the sources that the tree was made of
	building bool   // the program is being built
	again    bool   // and its sources have changed since
}

// New makes the site for the first time; its program is built.
func New(site Site) (*Server, error) {
	s := &Server{site: site, stamp: site.Stamp()}
	return s, s.make()
}

func (s *Server) make() error {
	tree, err := s.site.Make()
	if err == nil {
		s.mu.Lock()
		s.tree = tree
		s.mu.Unlock()
	}
	return err
}

// refresh takes over what was edited since the last call.
func (s *Server) refresh() {
	s.making.Lock()
	defer s.making.Unlock()
	stamp := s.site.Stamp()
	if stamp == s.stamp {
		return
	}
	s.stamp = stamp
	if err := s.make(); err != nil {
		s.site.Say("problems", err)
		return
	}
	s.site.Say("edited")
	stale, err := s.site.Stale()
	if err != nil {
		s.site.Say("problems", err)
	} else if stale {
		s.site.Say("rebuilding")
		s.rebuild()
	}
}

// rebuild builds the program in the background, as often as its sources change.
func (s *Server) rebuild() {
	if s.building {
		s.again = true
		return
	}
	s.building = true
	go func() {
		for {
			err := s.site.Build()
			s.making.Lock()
			if again := s.again; again {
				s.again = false
				s.making.Unlock()
				continue
			}
			s.building = false
			if err == nil {
				err = s.make()
			}
			s.making.Unlock()
			if err != nil {
				s.site.Say("problems", err)
			} else {
				s.site.Say("rebuilt")
			}
			return
		}
	}()
}

// ServeHTTP answers with a file of the tree. A page is made anew if its sources changed.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if !strings.HasPrefix(name, "assets/") {
		s.refresh()
	}
	s.mu.Lock()
	tree := s.tree
	s.mu.Unlock()
	file(w, r, tree, name, s.site.Policy)
}

// immutable are the releases of the embedded element.
var immutable = regexp.MustCompile(`^v\d+\.\d+\.\d+/`)

// file answers with a file of the tree.
func file(w http.ResponseWriter, r *http.Request, tree map[string][]byte, name string, policy func(string) string) {
	h := w.Header()
	// Scripts of other sites, and frames without an origin, may read what is public anyway.
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp") // or such pages could not frame ours
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
	if p := policy(name); p != "" {
		h.Set("Content-Security-Policy", p)
	}
	if strings.HasPrefix(name, "assets/") || immutable.MatchString(name) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Content-Type", contentType(name))
	h.Set("Vary", "Accept-Encoding")
	for _, e := range [...]struct{ encoding, ext string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if packed := tree[name+e.ext]; packed != nil && takes(r, e.encoding) {
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
	case ".html", ".css":
		return "text/" + ext[1:] + "; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".md":
		return "text/markdown; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".atom":
		return "application/atom+xml"
	case ".json", ".xml", ".wasm":
		return "application/" + ext[1:]
	}
	return "application/octet-stream"
}

// takes reports whether a browser takes an encoding.
func takes(r *http.Request, encoding string) bool {
	for _, offer := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(offer, " ", "")), ";q=")
		if weight, err := strconv.ParseFloat(q, 64); name == encoding && (q == "" || err == nil && weight > 0) {
			return true
		}
	}
	return false
}
