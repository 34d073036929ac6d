package decode

// An answer is a body, or an error of HTTP without one, and what was said of it so far. It becomes a
// Response when nothing more can be said of it.
type answer struct {
	body *Response // what the body shows by itself
	context
	whole Span // of the body and its status
	needs bool // the body counts only under an HTTP error
	ended bool // a message without a body: what follows is another answer
}

// in is a body in its context.
func (r *Response) in(c *context, needs bool) answer {
	a := answer{body: r, context: *c, whole: r.Span, needs: needs}
	if c.status != 0 {
		a.whole = a.whole.Union(c.span)
	}
	return a
}

// has gives an answer the status that stands behind its body.
func (a *answer) has(code int, span Span) {
	a.status, a.whole = code, a.whole.Union(span)
}

// takes notes what another place says of the answer.
func (a *answer) takes(other *answer) {
	a.context.within(&other.context)
	a.whole = a.whole.Union(other.whole)
}

// tell writes the answer as it is told.
func (a *answer) tell(r *Response) {
	*r = *a.body
	r.Span, r.Status, r.Direction, r.Certain, r.Reset, r.exchange = a.whole, a.status, a.direction, a.certain, a.reset,
		a.exchange
	if r.Kind == API || r.Kind == Bulk {
		certain := !a.needs || a.direction == fromCloud && a.certain
		r.Direction, r.Certain, r.Doubtful = fromCloud, certain, !certain
	}
	if r.Direction == "" {
		r.Direction = unknown
	}
}

// A context is what surrounds a text that was found inside another one.
type context struct {
	status    int
	span      Span   // of what the status begins
	direction string // "" if nothing shows it
	certain   bool   // the direction is shown by a host
	reset     int
	exchange  Span // the request and its answer, as far as they show; empty if they do not
}

// within completes the context by the one around it.
func (c *context) within(outer *context) {
	if c.status == 0 {
		c.status, c.span = outer.status, outer.span
	}
	if c.direction == "" || c.direction == unknown {
		c.direction, c.certain = outer.direction, outer.certain
	}
	if c.reset == 0 {
		c.reset = outer.reset
	}
	if c.exchange.End == 0 {
		c.exchange = outer.exchange
	}
}
