// Command mutate names the branches of packages that can be switched off, or always taken, with
// every test green: what no test pins is a promise without a case, or code to be deleted.
//
//	go run ./app/mutate [-limit 2s] [-operands] [-match REGEXP] [PACKAGES]
//
// Each condition of an if, and each case of a switch, is laid under a call with go test -overlay
// that forces it as MUTANT says, so that one build serves for all mutants. They run against the
// short tests of their package and of those of decode and explain that depend on it, the quick ones
// first. A mutant is killed by a test that fails, hangs or takes all memory. One that no test tells
// apart, since the branch is never or always taken, is not even run. With -operands what stands in && and || is
// left out too.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// A listed package is one of go list.
type listed struct {
	ImportPath, Dir string
	GoFiles, Deps   []string
}

// A run is of some tests of a package: its quick ones, or one that takes longer.
type run struct {
	in      *listed
	binary  string
	tests   []string
	takes   time.Duration
	reaches map[string]bool // the mutants that force something else than what was seen
}

func main() {
	limit := flag.Duration("limit", 2*time.Second, "the time that tests have, beside five times what they take")
	operands := flag.Bool("operands", false, "leave out operands of && and || too")
	match := flag.String("match", "", "only mutants whose line of output `matches`")
	flag.Parse()
	dir, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(dir)

	targets := list(cmp.Or(strings.Join(flag.Args(), " "), "evotor-errors/app/decode/..."))
	var mutants []mutant
	replace := map[string]string{}
	for _, p := range targets {
		mutants = append(mutants, instrument(p, dir, *operands, replace)...)
	}
	overlay := filepath.Join(dir, "overlay.json")
	data, _ := json.Marshal(map[string]any{"Replace": replace})
	check(os.WriteFile(overlay, data, 0o644))
	var runs []*run
	for i, p := range testers(targets) {
		runs = append(runs, split(p, overlay, filepath.Join(dir, fmt.Sprint("test", i)))...)
	}
	slices.SortFunc(runs, func(a, b *run) int { return cmp.Compare(a.takes, b.takes) })

	only := regexp.MustCompile(*match)
	mutants = slices.DeleteFunc(mutants, func(m mutant) bool { return !only.MatchString(m.String()) })
	try(mutants, runs, *limit)
	report(targets, mutants)
}

// testers are the packages whose tests the targets run against.
func testers(targets []*listed) []*listed {
	tests := slices.Clone(targets)
	for _, p := range list("evotor-errors/app/decode/... evotor-errors/app/explain") {
		depends := func(t *listed) bool { return slices.Contains(p.Deps, t.ImportPath) }
		same := func(t *listed) bool { return p.ImportPath == t.ImportPath }
		if slices.ContainsFunc(targets, depends) && !slices.ContainsFunc(tests, same) {
			tests = append(tests, p)
		}
	}
	return tests
}

// try runs the tests with each mutant, and prints those that no test kills.
func try(mutants []mutant, runs []*run, limit time.Duration) {
	var wait sync.WaitGroup
	turns := make(chan struct{}, runtime.NumCPU())
	for i := range mutants {
		turns <- struct{}{}
		wait.Go(func() {
			m := &mutants[i]
			m.verdict = "never tried"
			for _, r := range runs {
				if r.reaches[m.id] && m.verdict != "" {
					if m.verdict = "survives"; !r.passes("MUTANT="+m.id, limit+5*r.takes) {
						m.verdict = ""
					}
				}
			}
			if m.verdict != "" {
				fmt.Println(m)
			}
			<-turns
		})
	}
	wait.Wait()
}

// report prints how many mutants of each kind survive.
func report(targets []*listed, mutants []mutant) {
	for _, p := range targets {
		for _, kind := range []string{"off", "always", "operand"} {
			survivors, all := 0, 0
			for _, m := range mutants {
				if m.in == p && m.kind == kind {
					if all++; m.verdict != "" {
						survivors++
					}
				}
			}
			if all > 0 {
				fmt.Printf("%s: %s: %d of %d survive, %d%%\n", p.ImportPath, kind, survivors, all, 100*survivors/all)
			}
		}
	}
}

// list are the packages that go list names.
func list(patterns string) (packages []*listed) {
	args := append([]string{"list", "-json=ImportPath,Dir,GoFiles,Deps"}, strings.Fields(patterns)...)
	out, err := exec.Command("go", args...).Output()
	check(err)
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		p := &listed{}
		check(d.Decode(p))
		packages = append(packages, p)
	}
	return packages
}

// split builds the tests of a package, runs each without a mutant, and puts the quick ones together.
func split(p *listed, overlay, binary string) (runs []*run) {
	out, err := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", binary, p.ImportPath).CombinedOutput()
	if err != nil {
		fail("%s%v", out, err)
	}
	if _, err := os.Stat(binary); err != nil {
		return nil // it has no tests
	}
	names, err := exec.Command(binary, "-test.list", "^(Test|Fuzz|Example)").Output()
	check(err)
	quick := &run{in: p, binary: binary, reaches: map[string]bool{}}
	for name := range strings.FieldsSeq(string(names)) {
		r := &run{in: p, binary: binary, tests: []string{name}, reaches: map[string]bool{}}
		record := binary + "." + name
		start := time.Now()
		if !r.passes("MUTANT_RECORD="+record, 10*time.Minute) {
			fail("%s: %s fails without a mutant", p.ImportPath, name)
		}
		if r.takes = time.Since(start); r.takes < time.Second {
			quick.tests, quick.takes, r.reaches = append(quick.tests, name), quick.takes+r.takes, quick.reaches
		} else {
			runs = append(runs, r)
		}
		seen, _ := os.ReadFile(record)
		for id := range strings.FieldsSeq(string(seen)) {
			r.reaches[id] = true
		}
	}
	return append(runs, quick)
}

// passes runs the tests, short.
func (r *run) passes(setting string, limit time.Duration) bool {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, r.binary, "-test.short", "-test.failfast", "-test.timeout", limit.String(),
		"-test.run", "^("+strings.Join(r.tests, "|")+")$")
	cmd.Dir, cmd.Env = r.in.Dir, append(os.Environ(), setting)
	return cmd.Run() == nil
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "mutate: "+format+"\n", args...)
	os.Exit(1)
}
