package text

// A Balance finds the bracket that closes the first one of a text that may itself be in a
// further encoding: quotes count as such if they are escaped as often as the first one is.
type Balance struct {
	Depth   int
	Opened  bool
	Quoted  bool
	Level   int // slashes before the first quote, plus one; 0 while there was none
	slashes int // before the byte to come
}

func (b *Balance) Next(c byte) {
	switch {
	case c == '"':
		if b.Level == 0 {
			b.Level = b.slashes + 1
		}
		if b.slashes+1 == b.Level {
			b.Quoted = !b.Quoted
		}
	case b.Quoted:
	case c == '{' || c == '[':
		b.Depth++
		b.Opened = true
	case c == '}' || c == ']':
		b.Depth--
	}
	if c == '\\' {
		b.slashes++
	} else {
		b.slashes = 0
	}
}

func (b *Balance) Closed() bool { return b.Opened && b.Depth <= 0 && !b.Quoted }
