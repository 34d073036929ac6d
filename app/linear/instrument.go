// Package linear shows that reading a text and explaining it take work that grows with the
// text: not by a clock, but by counting what the code does.
//
// Instrument lays counting sources over those of the core with go build -overlay: each
// function call and each turn of a loop counts as one, each byte that the standard library
// looks at for it as another. Inputs are made out of what the core itself knows: every string
// literal of its sources, nested, repeated, alternating and left open. The command measure,
// built with the overlay, runs everything over inputs of n, 2n and 4n bytes and names what
// grows faster. Nothing of it is in any other build.
package linear

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Core are the folders of the packages that run over a text, relative to the root of the
// module.
var Core = []string{"app/decode", "app/decode/text", "app/decode/tree", "app/decode/secret", "app/explain", "app/catalog"}

// standIns are the packages of the standard library whose functions look at texts and lists.
var standIns = map[string]string{"strings": "strings", "unicode/utf8": "utf8", "slices": "slices"}

const counted = "evotor-errors/app/linear/counted"

// Instrument writes counting copies of the core's sources to dir, and the overlay that has
// the go command read them, whose name it returns. plant may change a source before: it gets
// the file's path from the root of the module.
func Instrument(root, dir string, plant func(file, source string) string) (overlay string, err error) {
	replace := map[string]string{}
	err = sources(root, func(file string, source []byte) error {
		text := string(source)
		if plant != nil {
			text = plant(file, text)
		}
		counting, err := instrument(file, text)
		if err != nil {
			return err
		}
		from, err := filepath.Abs(filepath.Join(root, file))
		if err != nil {
			return err
		}
		to := filepath.Join(dir, strings.ReplaceAll(file, "/", "-"))
		replace[from] = to
		return os.WriteFile(to, []byte(counting), 0o644)
	})
	if err != nil {
		return "", err
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, data, 0o644)
}

// sources calls each for the sources of the core, tests and data aside.
func sources(root string, each func(file string, source []byte) error) error {
	for _, folder := range Core {
		files, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
		if err != nil {
			return err
		}
		if len(files) == 0 {
			return fmt.Errorf("no sources in %q", folder)
		}
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") || strings.HasSuffix(f, "_gen.go") {
				continue
			}
			source, err := os.ReadFile(f)
			if err != nil {
				return err
			}
			if err := each(folder+"/"+filepath.Base(f), source); err != nil {
				return err
			}
		}
	}
	return nil
}

// instrument puts a step at the beginning of each function and loop, and has the imports lead
// to the packages that count.
func instrument(name, source string) (string, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	const call = "counted.Enter(); defer counted.Leave();"
	type insertion struct {
		at, until int
		text      string
	}
	at := func(p token.Pos) int { return files.Position(p).Offset }
	var list []insertion
	steps := false
	ast.Inspect(file, func(n ast.Node) bool {
		var body *ast.BlockStmt
		step := "counted.Step();"
		switch n := n.(type) {
		case *ast.FuncDecl:
			body, step = n.Body, call
		case *ast.FuncLit:
			body, step = n.Body, call
		case *ast.ForStmt:
			body = n.Body
		case *ast.RangeStmt:
			body = n.Body
		case *ast.ImportSpec:
			path, _ := strconv.Unquote(n.Path.Value)
			if to, ok := standIns[path]; ok {
				list = append(list, insertion{at(n.Path.Pos()), at(n.Path.End()), strconv.Quote(counted + "/" + to)})
			}
		}
		if body != nil {
			steps = true
			list = append(list, insertion{at(body.Lbrace) + 1, at(body.Lbrace) + 1, step})
		}
		return true
	})
	if steps {
		end := at(file.Name.End())
		list = append(list, insertion{end, end, `; import counted "` + counted + `"`})
	}
	slices.SortFunc(list, func(a, b insertion) int { return a.at - b.at })
	var b strings.Builder
	last := 0
	for _, i := range list {
		b.WriteString(source[last:i.at] + i.text)
		last = i.until
	}
	return b.String() + source[last:], nil
}

// Literals are the strings and characters of the core's sources: the keys, names, marks and
// words that it knows.
func Literals(root string) (list []string, err error) {
	err = sources(root, func(name string, source []byte) error {
		if strings.HasPrefix(name, "app/catalog/") {
			return nil // words of the search
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			i.Path.Value = `""`
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok {
				return true
			}
			switch lit.Kind {
			case token.STRING:
				if s, err := strconv.Unquote(lit.Value); err == nil && s != "" && len(s) <= 32 {
					list = append(list, s)
				}
			case token.CHAR:
				if r, _, _, err := strconv.UnquoteChar(lit.Value[1:], '\''); err == nil {
					list = append(list, string(r))
				}
			}
			return true
		})
		return nil
	})
	slices.Sort(list)
	return slices.Compact(list), err
}
