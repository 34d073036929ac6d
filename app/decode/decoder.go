package decode

import (
	"sync"

	"evotor-errors/app/decode/secret"
	"evotor-errors/app/decode/text"
	"evotor-errors/app/decode/tree"
)

var decoders = sync.Pool{New: func() any { return &decoder{} }}

// release gives the decoder back, without what it found.
func (d *decoder) release() {
	for _, t := range d.trees {
		t.View = nil
	}
	d.answers.clear()
	d.inner.clear()
	d.pairing = pairing{answers: d.pairing.answers, room: emptied(d.pairing.room)}
	d.near = emptied(d.near)
	d.vocabulary, d.given, d.root, d.traces, d.hidden = Vocabulary{}, "", text.Reading{}, traces{}, secret.Values{}
	d.responses, d.secrets, d.personal, d.unread, d.shared = nil, nil, nil, nil, nil
	decoders.Put(d)
}

// emptied is the room of a list, which lets go of what is in it; nil if it is large.
func emptied[T any](list []T) []T {
	if cap(list) > window {
		return nil
	}
	clear(list)
	return list[:0]
}

// A decoder holds what was found so far in one text.
type decoder struct {
	vocabulary Vocabulary
	responses  []Response
	secrets    []Span
	personal   []Mark
	unread     []Span
	shared     []Span        // of the secrets, those that have no place of their own
	hidden     secret.Values // the values of secrets, to be masked wherever they recur
	given      string
	long       int // a view of this length is skimmed
	root       text.Reading
	pairing    pairing
	traces     traces

	// Room that is used again, from text to text.
	events   []event // of the whole text
	answers  room[Response]
	inner    room[event]      // for the first event of a scope, mostly the only one
	findings []secret.Finding // of a view
	near     []Span
	errors   slab[Error]
	results  slab[Response]
	trees    []*document // by the depth of their view, also from body to body
}

// A room gives out values, one by one, and is used again for the next text.
type room[T any] struct{ list []T }

// one is a slice of one zero value.
func (r *room[T]) one() []T {
	n := len(r.list)
	if n == cap(r.list) {
		r.list, n = make([]T, 0, 32), 0
	}
	r.list = r.list[:n+1]
	return r.list[n : n+1 : n+1]
}

// clear forgets the values.
func (r *room[T]) clear() {
	clear(r.list)
	r.list = r.list[:0]
}

// newTree is an empty tree for a view of this depth; trees of other depths stay in use.
func (d *decoder) newTree(depth int) *document {
	for len(d.trees) <= depth {
		d.trees = append(d.trees, &document{tree.Tree{Nodes: make([]tree.Node, 0, 24), Restart: "errors"}})
	}
	return d.trees[depth]
}

// maxDepth is how many encodings one in another are read.
const maxDepth = 8

// A slab gives out what is kept, a few texts' worth of which are made at a time.
type slab[T any] struct{ left []T }

// take is n zero values.
func (b *slab[T]) take(n int) []T {
	if n > len(b.left) {
		if n > 2 {
			return make([]T, n)
		}
		b.left = make([]T, 8)
	}
	list := b.left[:n:n]
	b.left = b.left[n:]
	return list
}
