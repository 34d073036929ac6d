// Package render turns Markdown into HTML. It is the only importer of goldmark.
//
// Beyond CommonMark it reads tables, heading ids in braces, and labels that say how sure a
// statement is: {0} is the first of those that come with a page. Raw HTML in the source is an
// error, styles are classes, and heading ids transliterate Russian, so that
// the output fits a strict Content-Security-Policy and has readable anchors.
package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Heading is one of a page's headings, for a table of contents.
type Heading struct {
	Level    int
	ID, Text string
}

// A Renderer renders pages.
type Renderer struct{ markdown goldmark.Markdown }

// New makes a renderer.
func New() *Renderer {
	return &Renderer{goldmark.New(
		goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)), labels{}),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(blocks{}, 100))),
	)}
}

// HTML renders a page with its labels.
func (r *Renderer) HTML(markdown string, labels ...Label) (template.HTML, []Heading, error) {
	md := r.markdown
	source := []byte(markdown)
	context := parser.NewContext(parser.WithIDs(newIDs()))
	context.Set(labelsKey, labels)
	doc := md.Parser().Parse(text.NewReader(source), parser.WithContext(context))
	var headings []Heading
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock, *ast.RawHTML:
			return ast.WalkStop, errors.New("raw HTML in Markdown\nwrite it in Markdown, or put it into a template")
		case *ast.Heading:
			id, _ := n.AttributeString("id")
			name, _ := id.([]byte)
			headings = append(headings, Heading{n.Level, string(name), plain(n, source)})
		case *ast.CodeSpan:
			// A browser breaks a line behind a hyphen, even the first character.
			if code := plain(n, source); strings.HasPrefix(code, "-") && len(code) <= 20 {
				n.SetAttributeString("class", []byte("option"))
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	if err := md.Renderer().Render(&b, source, doc); err != nil {
		return "", nil, err
	}
	return template.HTML(b.String()), headings, nil
}

// plain is the text of a heading.
func plain(n ast.Node, source []byte) string {
	var b bytes.Buffer
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// blocks renders what differs from goldmark's own: headings lead to themselves, code is
// highlighted with classes below a row that names its language.
type blocks struct{}

func (blocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHeading, renderHeading)
	r.Register(ast.KindFencedCodeBlock, renderCode)
}

// renderHeading makes of all of a heading a link to it: it is called what the heading says, and
// nothing more is read out.
func renderHeading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	level := node.(*ast.Heading).Level
	if !entering {
		fmt.Fprintf(w, "</a></h%d>\n", level)
		return ast.WalkContinue, nil
	}
	name, _ := node.AttributeString("id")
	id := template.HTMLEscapeString(fmt.Sprintf("%s", name))
	fmt.Fprintf(w, `<h%d id="%s"><a href="#%s">`, level, id, id)
	return ast.WalkContinue, nil
}

func renderCode(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.FencedCodeBlock)
	var code bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code.Write(line.Value(source))
	}
	lexer, name := lexers.Get(string(n.Language(source))), ""
	if lexer == nil {
		lexer = lexers.Fallback
	} else {
		name = lexer.Config().Name
	}
	tokens, err := lexer.Tokenise(nil, code.String())
	if err != nil {
		return ast.WalkStop, fmt.Errorf("highlighting code: %w", err)
	}
	w.WriteString(`<div class="sample"><p class="head">` + template.HTMLEscapeString(name) + `</p>`)
	err = html.New(html.WithClasses(true), html.WithPreWrapper(plainPre{})).Format(w, styles.Fallback, tokens)
	w.WriteString("</div>\n")
	return ast.WalkSkipChildren, err
}

// plainPre is the element around code. Its lines wrap: there is nothing to scroll.
type plainPre struct{}

func (plainPre) Start(bool, string) string { return "<pre><code>" }
func (plainPre) End(bool) string           { return "</code></pre>" }
