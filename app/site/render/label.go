package render

import (
	"regexp"
	"strconv"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Label says how sure a statement is. Href leads to what it rests on, "" where there is none.
type Label struct{ Text, Href string }

// labels is goldmark's extension for labels: {0} is the page's first.
type labels struct{}

func (e labels) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(labelParser{}, 100)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(e, 100)))
}

type labelNode struct {
	ast.BaseInline
	label Label
}

var kindLabel = ast.NewNodeKind("Label")

func (n *labelNode) Kind() ast.NodeKind            { return kindLabel }
func (n *labelNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type labelParser struct{}

func (labelParser) Trigger() []byte { return []byte{'{'} }

var (
	labelPattern = regexp.MustCompile(`^\{(\d+)\}`)
	labelsKey    = parser.NewContextKey()
)

func (labelParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	m := labelPattern.FindSubmatch(line)
	if m == nil {
		return nil
	}
	list, _ := pc.Get(labelsKey).([]Label)
	i, err := strconv.Atoi(string(m[1]))
	if err != nil || i >= len(list) {
		return nil
	}
	block.Advance(len(m[0]))
	return &labelNode{label: list[i]}
}

func (labels) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindLabel, func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		n := node.(*labelNode).label
		if !entering {
			return ast.WalkContinue, nil
		}
		said := string(util.EscapeHTML([]byte(n.Text)))
		if n.Href == "" {
			w.WriteString(`<span class="sure">` + said + `</span>`)
		} else {
			w.WriteString(`<a class="sure" href="` + string(util.EscapeHTML([]byte(n.Href))) + `">` + said + `</a>`)
		}
		return ast.WalkSkipChildren, nil
	})
}
