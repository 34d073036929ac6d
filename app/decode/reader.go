package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// sizes of what a Reader reads, in bytes.
type sizes struct {
	margin    int // around a piece
	least     int // a piece of a text full of errors
	most      int // a piece of a text with few
	maxRecord int // a body, or an entry of a document
}

var ownSizes = sizes{margin: 64 << 10, least: 64 << 10, most: 2 << 20, maxRecord: 8 << 20}

// A Finding is an error response, and where it stands. Its strings are good until found returns.
type Finding struct {
	*Response
	Text   string // the piece, in which the response has its spans
	Offset int64  // of the response in the input, in bytes
	Line   int    // in which it begins, from 1
}

// A Reader takes a text of any size, part by part, and hands over what is found in it, in order. It
// reads pieces and keeps little of them.
//
// A piece ends where a line does, and is read with the lines around it: a margin of 64 KB on each
// side. So what is found in a text of lines is what Text finds in the whole of it, as long as a
// response and what belongs to it, its request and its status, lie within the margin. A JSON document
// that is larger than a piece, such as a HAR, is read entry by entry, each with the keys that lead to
// it; an entry may have 8 MB. What is not read all the same is counted in Unread.
//
// A secret is masked within its piece, and behind it where one of the last thousand recurs: Text, which
// has the whole, masks it before too, and is no loop over pieces for that reason.
type Reader struct {
	Bytes  int64 // read so far
	Lines  int   // likewise
	Unread int   // places that were too long to be read whole

	vocabulary Vocabulary
	sizes
	found  func(Finding)
	buf    []byte
	offset int64 // of buf in the input
	line   int   // in which buf begins, from 1
	lead   int   // how much of buf is of the piece before
	want   int   // how much of it there must be to go on
	piece  int   // bytes of the next piece
	doc    *outline
	inDoc  bool
	known  remembered
}

// NewReader is a Reader that calls found.
func NewReader(v Vocabulary, found func(Finding)) *Reader { return newReader(v, ownSizes, found) }

func newReader(v Vocabulary, of sizes, found func(Finding)) *Reader {
	r := &Reader{vocabulary: v, sizes: of, found: found, line: 1, piece: min(4*of.least, of.most)}
	r.known.vocabulary = v
	r.want = r.piece + r.margin
	return r
}

// Cover is a text with the secrets that were read so far masked.
func (r *Reader) Cover(s string) string { return r.known.cover(s) }

// Write reads on. It never fails.
func (r *Reader) Write(p []byte) (int, error) {
	n := len(p)
	r.Bytes += int64(n)
	r.Lines += newlines(p)
	for len(p) > 0 {
		k := min(len(p), r.want-len(r.buf))
		r.buf = append(r.buf, p[:k]...)
		p = p[k:]
		if len(r.buf) >= r.want {
			r.step(false)
		}
	}
	return n, nil
}

// Close reads what is left. It never fails.
func (r *Reader) Close() error {
	for len(r.buf) > r.lead {
		r.step(true)
	}
	return nil
}

// step reads a piece of what is in the buffer, or wants more of it.
func (r *Reader) step(final bool) {
	if !r.inDoc && r.lead == 0 && r.doc == nil {
		r.doc = begun(r.buf)
	}
	if r.doc != nil {
		if ended := r.doc.scan(r.buf); r.inDoc || !ended && !final && !r.doc.none {
			r.inDoc = true
			r.entries(final, ended)
			return
		}
		r.doc = nil // it fits, or is none
	}
	r.lines(final)
}

// lines reads a piece of lines, with what surrounds it.
func (r *Reader) lines(final bool) {
	end, own := len(r.buf), len(r.buf)
	if !final {
		end = r.lineStart(end)
		own = max(r.lineStart(end-r.margin), r.lead)
	}
	// A copy of each piece would take as long as to read it: what outlives found is cloned.
	s := unsafe.String(unsafe.SliceData(r.buf), end)
	result := Text(s, r.vocabulary)
	if !final && unfinished(result.Responses, own, end) {
		if len(r.buf) < r.maxRecord {
			r.want = 2 * len(r.buf)
			return
		}
		r.Unread++
	}
	n := r.hand(s, result, 0, r.lead, own)
	switch {
	case n > 2000:
		r.piece = max(r.piece/2, r.least)
	case n < 500:
		r.piece = min(r.piece*2, r.most)
	}
	keep := own
	if !final {
		keep = r.lineStart(max(own-r.margin, 0))
	}
	r.drop(keep)
	r.lead = own - keep
	r.want = max(r.lead+r.piece+r.margin, len(r.buf)+1)
}

// unfinished reports whether a response that begins before own is cut off by the end of the piece.
func unfinished(list []Response, own, end int) bool {
	for i := range list {
		if r := &list[i]; r.Truncated && r.Span.Start < own && r.Span.End >= end-1 {
			return true
		}
	}
	return false
}

// hand hands over the responses of s that begin from from up to to, and returns how many there
// are. What stands in s before at is not of the buffer.
func (r *Reader) hand(s string, found Result, at, from, to int) (n int) {
	line, seen := r.line, at
	r.Unread += len(found.Unread)
	r.known.add(found.Values)
	for i := range found.Responses {
		resp := &found.Responses[i]
		if start := max(resp.Span.Start, at); start-at < from || start-at >= to {
			continue
		}
		n++
		r.known.mask(resp)
		start := max(resp.Span.Start, seen)
		line += strings.Count(s[seen:start], "\n")
		seen = start
		r.found(Finding{resp, s, r.offset + int64(start-at), line})
	}
	return n
}

// drop lets go of the beginning of the buffer.
func (r *Reader) drop(n int) {
	r.line += newlines(r.buf[:n])
	r.offset += int64(n)
	r.buf = r.buf[:copy(r.buf, r.buf[n:])]
}

// newlines counts line ends. (In the browser program bytes.Count brings the search for more than a
// byte with it.)
func newlines(b []byte) (n int) {
	for i := bytes.IndexByte(b, '\n'); i >= 0; i = bytes.IndexByte(b, '\n') {
		n++
		b = b[i+1:]
	}
	return n
}

// lineStart is where a line begins, at i or before it; of a long line, where a character does.
func (r *Reader) lineStart(i int) int {
	b, half := r.buf, r.margin/2
	i = max(i, 0)
	if n := bytes.LastIndexByte(b[max(0, i-half):i], '\n'); n >= 0 {
		return max(0, i-half) + n + 1
	}
	for k := i; k > 0 && k > i-utf8.UTFMax; k-- {
		if k == len(b) || utf8.RuneStart(b[k]) {
			return k
		}
	}
	return i
}
