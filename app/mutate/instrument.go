package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// A mutant is a condition that is forced.
type mutant struct {
	id      string // as MUTANT has it: 17=false
	in      *listed
	place   string
	kind    string // off, always, operand
	code    string
	verdict string // "" once it is killed
}

func (m mutant) String() string {
	return fmt.Sprintf("%s: %s: %s: %s", m.place, m.kind, m.verdict, m.code)
}

// forced is laid beside each package. A condition c becomes (asks_(17) && is_(17, c) || forced_(17)):
// where MUTANT forces it, it is not even evaluated, as if its branch were not there.
const forced = `package %s

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

var mutant_, value_, _ = strings.Cut(os.Getenv("MUTANT"), "=")
var active_, _ = strconv.Atoi(mutant_)
var record_ = os.Getenv("MUTANT_RECORD")
var seen_ [1 << 17]bool // no test reads two texts at once, and one that did would but write a line twice

func asks_(id int) bool   { return id != active_ }
func forced_(id int) bool { return id == active_ && value_ == "true" }

func is_(id int, is bool) bool {
	if record_ != "" {
		known := &seen_[2*id]
		if is {
			known = &seen_[2*id+1]
		}
		if !*known {
			*known = true
			f, err := os.OpenFile(record_, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			if err != nil {
				panic(err)
			}
			f.WriteString(strconv.Itoa(id) + "=" + strconv.FormatBool(!is) + "\n") // the mutant that tells
			f.Close()
		}
	}
	return is
}

func init() {
	go func() {
		for active_ != 0 {
			time.Sleep(200 * time.Millisecond)
			var m runtime.MemStats
			if runtime.ReadMemStats(&m); m.Sys > 2<<30 {
				os.Exit(3)
			}
		}
	}()
}
`

var lastID int

// instrument writes copies of a package's sources to dir, with a call around each condition, notes
// them in replace, and returns the mutants.
func instrument(p *listed, dir string, operands bool, replace map[string]string) (mutants []mutant) {
	name := ""
	for _, file := range p.GoFiles {
		path := filepath.Join(p.Dir, file)
		data, err := os.ReadFile(path)
		check(err)
		s := &source{
			in: p, file: file, text: string(data), files: token.NewFileSet(),
			before: map[int]string{}, behind: map[int]string{},
		}
		tree, err := parser.ParseFile(s.files, path, s.text, parser.SkipObjectResolution)
		check(err)
		name = tree.Name.Name
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IfStmt:
				s.around(s.add(n.Cond, "off", false), n.Cond)
				s.add(n.Cond, "always", true)
			case *ast.BinaryExpr:
				if operands && (n.Op == token.LAND || n.Op == token.LOR) {
					for _, e := range []ast.Expr{n.X, n.Y} {
						s.around(s.add(e, "operand", n.Op == token.LAND), e)
					}
				}
			case *ast.SwitchStmt, *ast.TypeSwitchStmt:
				s.switched(n)
			}
			return true
		})
		mutants = append(mutants, s.mutants...)
		replace[path] = filepath.Join(dir, strings.ReplaceAll(p.ImportPath+"/"+file, "/", "-"))
		check(os.WriteFile(replace[path], []byte(s.String()), 0o644))
	}
	added := filepath.Join(dir, strings.ReplaceAll(p.ImportPath, "/", "-")+"-forced.go")
	check(os.WriteFile(added, fmt.Appendf(nil, forced, name), 0o644))
	replace[filepath.Join(p.Dir, "mutated_forced.go")] = added
	return mutants
}

// A source is a file with its mutants.
type source struct {
	in             *listed
	file, text     string
	files          *token.FileSet
	before, behind map[int]string // what is put at an offset, and at the end of what ends there
	mutants        []mutant
}

func (s *source) at(p token.Pos) int { return s.files.Position(p).Offset }

// add adds a mutant of what stands in n and returns its number. One that is always forced has that of the
// one that never is.
func (s *source) add(n ast.Node, kind string, force bool) int {
	if kind != "always" {
		lastID++
	}
	line, _, _ := strings.Cut(s.text[s.at(n.Pos()):s.at(n.End())], "\n")
	folder := s.in.ImportPath[strings.IndexByte(s.in.ImportPath, '/')+1:]
	s.mutants = append(s.mutants, mutant{
		id: fmt.Sprintf("%d=%t", lastID, force), in: s.in, kind: kind, code: line,
		place: fmt.Sprintf("%s/%s:%d", folder, s.file, s.files.Position(n.Pos()).Line),
	})
	return lastID
}

// around puts a call around a condition.
func (s *source) around(id int, e ast.Expr) {
	s.before[s.at(e.Pos())] += fmt.Sprintf("(asks_(%d) && is_(%d, ", id, id)
	s.behind[s.at(e.End())] = fmt.Sprintf(") || forced_(%d))", id) + s.behind[s.at(e.End())]
}

// switched puts calls around the cases of a switch; where these are values or types, into them: what is
// not asked does what the default does.
func (s *source) switched(n ast.Node) {
	body, tagged, typed := cases(n)
	other := ""
	for _, c := range body {
		if c.List == nil && len(c.Body) > 0 {
			other = s.text[s.at(c.Body[0].Pos()):s.at(c.Body[len(c.Body)-1].End())]
			if typed {
				return // what is bound has another type there
			}
		}
	}
	last := strings.TrimSpace(other[strings.LastIndexByte(other, '\n')+1:])
	if !strings.HasPrefix(last, "return") && !strings.HasPrefix(last, "panic") {
		other += "; break"
	}
	for _, c := range body {
		if c.List == nil {
			continue
		}
		id := s.add(c, "off", false)
		if tagged {
			s.before[s.at(c.Colon)+1] += fmt.Sprintf(" if !(asks_(%d) && is_(%d, true)) { %s };", id, id, other)
			continue
		}
		for _, e := range c.List {
			s.around(id, e)
		}
	}
}

// String is the text with the calls in it.
func (s *source) String() string {
	var b strings.Builder
	for i := range len(s.text) + 1 {
		b.WriteString(s.behind[i] + s.before[i])
		if i < len(s.text) {
			b.WriteByte(s.text[i])
		}
	}
	return b.String()
}

// cases are those of a switch; tagged is whether they are values or types.
func cases(n ast.Node) (list []*ast.CaseClause, tagged, typed bool) {
	var body *ast.BlockStmt
	switch n := n.(type) {
	case *ast.SwitchStmt:
		body, tagged = n.Body, n.Tag != nil
	case *ast.TypeSwitchStmt:
		body, tagged, typed = n.Body, true, true
	}
	for _, c := range body.List {
		list = append(list, c.(*ast.CaseClause))
	}
	return list, tagged, typed
}
