// Command measure counts the work of the core on hostile inputs, and prints the inputs whose
// work grows faster than they do. It counts only if it is built with the overlay of
// linear.Instrument. The literals to make inputs of come on its standard input as JSON.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
	"evotor-errors/app/linear"
	"evotor-errors/app/linear/counted"
)

// functions are what runs over a text, and over the report on it.
var functions = []struct {
	name string
	run  func(text string, r *explain.Report)
}{
	{"Text", func(text string, r *explain.Report) { *r = explain.Text(text, catalog.Russian) }},
	{"Answer", func(text string, _ *explain.Report) { explain.Answer(400, text, catalog.Russian) }},
	{"Plan", func(_ string, r *explain.Report) { r.Plan() }},
	{"Codes", func(_ string, r *explain.Report) { r.Codes() }},
	{"Shared", func(_ string, r *explain.Report) { r.Shared() }},
	{"MarshalJSON", func(_ string, r *explain.Report) { r.MarshalJSON() }},
	{"Redacted", func(_ string, r *explain.Report) { r.Redacted(false) }},
	{"Facts", func(_ string, r *explain.Report) { r.Facts() }},
	{"Reply for a ticket", func(_ string, r *explain.Report) { r.Reply(explain.Ticket, explain.Form{}) }},
	{"Reply for the merchant", func(_ string, r *explain.Report) { r.Reply(explain.Merchant, explain.Form{}) }},
	{"Reply for support", func(_ string, r *explain.Report) { r.Reply(explain.Support, explain.Form{}) }},
	{"Reply on what is unknown", func(_ string, r *explain.Report) { r.Reply(explain.Unknown, explain.Form{}) }},
	{"Named", func(text string, _ *explain.Report) { catalog.Named(text) }},
}

// A cost is what is measured of one function: steps, bytes of memory, calls in one another.
type cost struct{ work, memory, depth int }

const (
	growth  = 2.6    // at most, when an input doubles
	little  = 2_000  // steps a function may take whatever the input
	roomy   = 64_000 // bytes, likewise
	deep    = 100    // calls in one another, whatever the input
	runaway = 20_000 // steps for a byte, at which a function is stopped
)

func main() {
	n := flag.Int("n", 1000, "bytes of the smallest inputs")
	each := flag.Int("each", 1, "run every `k`-th input")
	nested := flag.Bool("nested", true, "run all inputs that nest a name in itself, too")
	seed := flag.Int("seed", 0, "which partners the literals get, and which inputs are run")
	flag.Parse()
	var literals []string
	if err := json.NewDecoder(os.Stdin).Decode(&literals); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(2)
	}
	// What is not in a pool counts as memory: one processor has one pool, which no collection
	// empties.
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	for _, in := range linear.Known {
		compare(in, *n)
	}
	for i, in := range linear.Inputs(literals, *seed) {
		if in.Nested && *nested || (i+*seed)%*each == 0 {
			compare(in, *n)
		}
		if i%1000 == 0 {
			runtime.GC()
		}
	}
}

// compare runs everything over an input of n, 2n and 4n bytes and prints what grows faster.
func compare(in linear.Input, n int) {
	var texts [3]string
	for k := range texts {
		texts[k] = in.Make(n << k)
	}
	var reports [3]explain.Report
	for _, f := range functions {
		measured := func() (c [3]cost) {
			for k := range c {
				c[k] = measure(func() { f.run(texts[k], &reports[k]) }, runaway*(n<<k+1000))
			}
			return c
		}
		c := measured()
		if grows(roomy, c[0].memory, c[1].memory, c[2].memory) {
			c = measured() // perhaps pools were filled on the way: now they are full
		}
		if grows(little, c[0].work, c[1].work, c[2].work) || grows(roomy, c[0].memory, c[1].memory, c[2].memory) || c[2].depth > deep {
			fmt.Printf("%s of %s\n  steps: %d, %d, %d; bytes of memory: %d, %d, %d; calls in one another: %d\n", f.name, in.Name,
				c[0].work, c[1].work, c[2].work, c[0].memory, c[1].memory, c[2].memory, c[2].depth)
		}
	}
}

// grows reports whether what is measured at n, 2n and 4n grows faster than n log n.
func grows(least, one, two, four int) bool {
	return four > least && float64(two) > growth*float64(one) && float64(four) > growth*float64(two)
}

// measure counts what f does; of one that does not end, the work is that at which it was
// stopped.
func measure(f func(), most int) (c cost) {
	var before, after runtime.MemStats
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(counted.Overrun); !ok {
				panic(r)
			}
			c.work = 1 << 40
		}
	}()
	counted.Reset(most)
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return cost{counted.Work, int(after.TotalAlloc - before.TotalAlloc), counted.Deepest}
}
