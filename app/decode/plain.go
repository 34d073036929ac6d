package decode

// plain reads the common case in one pass: a text that is nothing but an errors array of
// JSON, of error objects with documented keys and harmless scalars. It reports whether the
// text is one; any other text is left to the walk, which would find the same, as
// FuzzPlainText holds. It is there for speed alone: three times that of encoding/json.
func (d *decoder) plain(s string) bool {
	p := plainReader{s: s, d: d}
	begin := p.spaces(0)
	p.i = begin
	if !p.token('{') || !p.literal(`"errors"`) || !p.token(':') || !p.token('[') {
		return false
	}
	errors := make([]Error, 0, 1)
	for {
		e, ok := p.item()
		if !ok {
			return false
		}
		errors = append(errors, e)
		if p.token(',') {
			continue
		}
		if !p.token(']') || !p.token('}') {
			return false
		}
		end := p.end
		if p.i != len(s) {
			return false
		}
		d.responses = append(d.responses, Response{Kind: Numeric, Direction: unknown, Span: Span{begin, end}, Errors: errors})
		return true
	}
}

// A plainReader stands at the next token, behind the spaces before it.
type plainReader struct {
	s   string
	i   int
	end int // of the last token
	d   *decoder
}

func (p *plainReader) spaces(i int) int {
	for i < len(p.s) && (p.s[i] == ' ' || p.s[i] == '\n' || p.s[i] == '\r' || p.s[i] == '\t') {
		i++
	}
	return i
}

func (p *plainReader) token(c byte) bool {
	if p.i >= len(p.s) || p.s[p.i] != c {
		return false
	}
	p.end = p.i + 1
	p.i = p.spaces(p.end)
	return true
}

func (p *plainReader) literal(s string) bool {
	if len(p.s)-p.i < len(s) || p.s[p.i:p.i+len(s)] != s {
		return false
	}
	p.end = p.i + len(s)
	p.i = p.spaces(p.end)
	return true
}

// item reads an error object: a numeric code, and any of the other keys once.
func (p *plainReader) item() (e Error, ok bool) {
	e.Span.Start = p.i
	if !p.token('{') {
		return e, false
	}
	for {
		var f *Field
		switch {
		case p.literal(`"code"`):
			var code Field
			if e.Code != "" || !p.token(':') || !p.scalar(&code) || code.State != Present || !codeNumber(code.Text) {
				return e, false
			}
			e.Code, e.CodeSpan = code.Text, code.Span
		case p.literal(`"reason"`):
			f = &e.Reason
		case p.literal(`"subject"`):
			f = &e.Subject
		case p.literal(`"value"`):
			f = &e.Value
		case p.literal(`"message"`):
			f = &e.Message
		default:
			return e, false
		}
		if f != nil && (f.State != Absent || !p.token(':') || !p.scalar(f)) {
			return e, false
		}
		if p.token(',') {
			continue
		}
		if !p.token('}') {
			return e, false
		}
		e.Span.End = p.end
		return e, e.Code != "" && !p.d.vocabulary.Secret(e.Code)
	}
}

// scalar reads a string, an integer or null.
func (p *plainReader) scalar(f *Field) bool {
	if p.i >= len(p.s) {
		return false
	}
	s, i := p.s, p.i
	switch c := s[i]; {
	case c == '"':
		return p.string(f)
	case c == 'n':
		if !p.literal("null") {
			return false
		}
		f.State, f.Span = Null, Span{i, i + len("null")}
		return true
	case c >= '1' && c <= '9':
		j := i + 1
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if j-i > 9 || j >= len(s) || s[j] > ' ' && s[j] != ',' && s[j] != '}' {
			return false
		}
		f.State, f.Text, f.Span = Present, s[i:j], Span{i, j}
		p.end = j
		p.i = p.spaces(j)
		return true
	}
	return false
}

// string reads a string without escapes in which nothing can be a secret.
func (p *plainReader) string(f *Field) bool {
	s, from := p.s, p.i+1
	j, word := from, true
	for ; j < len(s) && harmless[s[j]]; j++ {
		if word && mayNameSecret(s[j:]) {
			return false
		}
		if word && isDigit(s[j]) {
			p.d.figures(&p.d.root, j)
		}
		if s[j] == ' ' && mayEndSecret(s[from:j]) {
			return false
		}
		word = s[j] == ' ' || s[j] == '_' || s[j] == '-'
	}
	if j >= len(s) || s[j] != '"' {
		return false
	}
	f.State, f.Text, f.Span = Present, s[from:j], Span{from, j}
	p.end = j + 1
	p.i = p.spaces(j + 1)
	return true
}

// harmless are the bytes of strings that hold neither a name with a secret, nor an address,
// nor anything encoded.
var harmless = func() (t [256]bool) {
	for c := range t {
		t[c] = wordByte(byte(c)) || c == ' ' || c == '-' || c == '.' || c == ','
	}
	return t
}()

// mayNameSecret reports whether a text begins like the name of a secret, or like a token.
func mayNameSecret(s string) bool {
	if len(s) < 3 {
		return false
	}
	second, third := s[1]|0x20, s[2]|0x20
	switch s[0] | 0x20 {
	case 'a':
		return second == 'u' || second == 'c' || second == 'p'
	case 'b':
		return second == 'a' || second == 'e'
	case 'c':
		return second != 'o' || third != 'd'
	case 'e':
		return s[1] == 'y'
	case 'i':
		return second == 'd' || third == 'n'
	case 'j', 'x':
		return true
	case 'o':
		return second == 'a'
	case 'p':
		return second == 'a' && third == 's' || second == 'w' || second == 'r' || second == 'h'
	case 'r':
		return second == 'e' && third == 'f'
	case 's':
		return second == 'e' || second == 'i'
	case 't':
		return second == 'o'
	case 'u':
		return second == 's' && third == 'e' && len(s) > 8 && s[4]|0x20 != 'u'
	}
	return false
}

// mayEndSecret reports whether a text ends like the name of a secret: evotortoken.
func mayEndSecret(s string) bool {
	if len(s) < 6 {
		return false
	}
	switch end := s[len(s)-2:]; end[0] | 0x20 {
	case 'e':
		return end[1]|0x20 == 'n' || end[1]|0x20 == 'y' || end[1]|0x20 == 't'
	case 'r', 'w':
		return end[1]|0x20 == 'd'
	}
	return false
}
