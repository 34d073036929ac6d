// Command mutate names the branches of packages that can be switched off, or always taken, with
// every test green: what no test pins is a promise without a case, or code to be deleted.
//
//	go run ./app/mutate [-limit 5s] [-operands] [-match REGEXP] [PACKAGES]
//
// Each condition of an if, and each case of a switch, is laid under a call with go test -overlay
// that forces it as MUTANT says, so that one build serves for all mutants. They run against the
// short tests of their package and of those of decode and explain that depend on it. A mutant is
// killed by a test that fails, hangs or takes all memory. One that no test tells apart, since the
// branch is never or always taken, is not even run. With -operands what stands in && and || is
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
	binary          string          // of its tests
	saw             map[string]bool // what the conditions were while it ran, by mutant that would change it
	takes           time.Duration
}

func main() {
	limit := flag.Duration("limit", 5*time.Second, "the time that a test has, beside three times what it takes")
	operands := flag.Bool("operands", false, "leave out operands of && and || too")
	match := flag.String("match", "", "only mutants whose line of output `matches`")
	flag.Parse()
	dir, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(dir)

	targets := list(cmp.Or(strings.Join(flag.Args(), " "), "evotor-errors/app/decode/..."))
	tests := slices.Clone(targets)
	for _, p := range list("evotor-errors/app/decode/... evotor-errors/app/explain") {
		depends := func(t *listed) bool { return slices.Contains(p.Deps, t.ImportPath) }
		same := func(t *listed) bool { return p.ImportPath == t.ImportPath }
		if slices.ContainsFunc(targets, depends) && !slices.ContainsFunc(tests, same) {
			tests = append(tests, p)
		}
	}
	var mutants []mutant
	replace := map[string]string{}
	for _, p := range targets {
		mutants = append(mutants, instrument(p, dir, *operands, replace)...)
	}
	overlay := filepath.Join(dir, "overlay.json")
	data, _ := json.Marshal(map[string]any{"Replace": replace})
	check(os.WriteFile(overlay, data, 0o644))
	for i, p := range tests {
		p.binary = filepath.Join(dir, fmt.Sprint("test", i))
		out, err := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", p.binary, p.ImportPath).CombinedOutput()
		if err != nil {
			fail("%s%v", out, err)
		}
		if _, err := os.Stat(p.binary); err != nil {
			p.binary = "" // it has no tests
			continue
		}
		record := p.binary + ".saw"
		start := time.Now()
		if !passes(p, "MUTANT_RECORD="+record, 10*time.Minute) {
			fail("%s: the tests fail without a mutant", p.ImportPath)
		}
		p.takes, p.saw = time.Since(start), map[string]bool{}
		saw, _ := os.ReadFile(record)
		for line := range strings.FieldsSeq(string(saw)) {
			p.saw[line] = true
		}
	}

	only := regexp.MustCompile(*match)
	mutants = slices.DeleteFunc(mutants, func(m mutant) bool { return !only.MatchString(m.String()) })
	var wait sync.WaitGroup
	turns := make(chan struct{}, runtime.NumCPU())
	for i := range mutants {
		turns <- struct{}{}
		wait.Go(func() {
			m := &mutants[i]
			m.verdict = "never tried"
			for _, p := range tests {
				if p.binary == "" || !p.saw[m.id] || m.verdict == "" {
					continue
				}
				if m.verdict = "survives"; !passes(p, "MUTANT="+m.id, *limit+3*p.takes) {
					m.verdict = ""
				}
			}
			if m.verdict != "" {
				fmt.Println(m)
			}
			<-turns
		})
	}
	wait.Wait()
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
	out, err := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,Deps"}, strings.Fields(patterns)...)...).Output()
	check(err)
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		p := &listed{}
		check(d.Decode(p))
		packages = append(packages, p)
	}
	return packages
}

// passes runs the short tests of a package.
func passes(p *listed, setting string, limit time.Duration) bool {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.binary, "-test.short", "-test.failfast")
	cmd.Dir, cmd.Env = p.Dir, append(os.Environ(), setting)
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
