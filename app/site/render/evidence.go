package render

import (
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// evidence is goldmark's extension for labels such as {documented errors-page} and
// {inferred}.
type evidence struct {
	label func(sure string) string
}

func (e *evidence) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(evidenceParser{}, 100)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(e, 100)))
}

type evidenceNode struct {
	ast.BaseInline
	sure, source string
}

var kindEvidence = ast.NewNodeKind("Evidence")

func (n *evidenceNode) Kind() ast.NodeKind            { return kindEvidence }
func (n *evidenceNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type evidenceParser struct{}

func (evidenceParser) Trigger() []byte { return []byte{'{'} }

var evidencePattern = regexp.MustCompile(`^\{(documented|observed|inferred)(?: ([a-z0-9-]+))?\}`)

func (evidenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	m := evidencePattern.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	return &evidenceNode{sure: string(m[1]), source: string(m[2])}
}

func (e *evidence) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindEvidence, func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		n := node.(*evidenceNode)
		if !entering {
			return ast.WalkContinue, nil
		}
		label := string(util.EscapeHTML([]byte(e.label(n.sure))))
		if n.source == "" {
			w.WriteString(`<span class="sure">` + label + `</span>`)
		} else {
			w.WriteString(`<a class="sure" href="#source-` + n.source + `">` + label + `</a>`)
		}
		return ast.WalkSkipChildren, nil
	})
}
