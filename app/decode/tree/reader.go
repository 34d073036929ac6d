package tree

// A reader reads one body into a tree. It mends what it can and never goes back by more
// than a token: where the text cannot be part of the body any more, the body ends.
type reader struct {
	t     *Tree
	s     string
	i     int
	after bool // a value stands before, so a comma is due
	comma int  // where the last comma stands, if nothing followed it yet; else -1
	end   int  // where the last value ended
	long  bool // the body may go on behind s

	quoted bool // s ends in a string
	member bool // the value has a key
	named  named
	root   int32 // the container at whose end the reader stops
}

// named says how the key is written whose value is read.
type named uint8

const (
	inQuotes   named = iota
	bareWord         // code: 2003
	inBrackets       // [code] => 2003
)

// goMap is a square bracket around members: Go's map[key:value key:value], Groovy's
// [key:value, key:value].
const goMap = 'm'

// A token is a string or a word.
type token struct {
	kind       Kind
	start, end int  // with quotes
	from, to   int  // without
	escaped    bool // not what it stands for letter by letter
	joined     bool // of strings with a plus between them
	null       bool
	cut        bool
}

// blanks passes over what says nothing: spaces, comments, marks.
func (r *reader) blanks() {
	for r.i < len(r.s) {
		c := r.s[r.i]
		if c == ' ' {
			r.i++
			continue
		}
		if c > ' ' && c < 0x80 && c != '\\' && c != '<' && c != '#' && c != '^' && c != '/' && c != '&' && c != '+' {
			return
		}
		if n, id := blank(r.s, r.i); n > 0 {
			if id != "" {
				r.t.mend(id, r.i, r.i+n)
			}
			r.i += n
		} else if n := comment(r.s, r.i); n > 0 {
			r.t.mend("comment", r.i, r.i+n)
			r.i += n
		} else {
			return
		}
	}
}

func (r *reader) missingComma(start int) {
	if r.after {
		r.t.mend("comma", r.end, r.end)
	}
	r.after, r.comma = false, -1
}

func (r *reader) addScalar(open int32, n Node, tok token) {
	n.Kind, n.From, n.To = tok.kind, int32(tok.from), int32(tok.to)
	n.escaped, n.joined, n.Null, n.Cut = tok.escaped, tok.joined, tok.null, tok.cut
	n.Start, n.End = int32(tok.start), int32(tok.end)
	if tok.kind == Bare && tok.start == 0 {
		n.Start = n.From
	}
	r.t.add(open, n)
	r.after, r.comma, r.end = true, -1, r.i
}

// setKey makes tok the node's key.
func (n *Node) setKey(s string, tok token) {
	n.HasKey, n.KeyFrom, n.KeyTo, n.odd = true, int32(tok.from), int32(tok.to), tok.escaped
	for i := tok.from; i < tok.to && !n.odd; i++ {
		n.odd = s[i] >= 0x80 || s[i] == '\\' || s[i] == '\n'
	}
}
