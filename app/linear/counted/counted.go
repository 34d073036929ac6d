// Package counted counts the work of instrumented code: see package linear.
package counted

// Work is what was done since the last Reset: functions called, loops entered once more, bytes
// and elements that the standard library looked at. Deepest is how many calls were under way
// at once.
var Work, Deepest int

// Overrun is the panic of code that works beyond the limit.
type Overrun struct{}

var depth, limit = 0, 1 << 62

// Reset begins anew. Work beyond most panics with Overrun.
func Reset(most int) { Work, Deepest, depth, limit = 0, 0, 0, most }

// Step counts a turn of a loop.
func Step() { Add(1) }

// Add counts n steps at once.
func Add(n int) {
	if Work += n; Work > limit {
		panic(Overrun{})
	}
}

// Enter counts a call; Leave ends it.
func Enter() {
	Add(1)
	depth++
	Deepest = max(Deepest, depth)
}

func Leave() { depth-- }
