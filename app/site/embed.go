package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"iter"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"evotor-errors/app/catalog/entry"
	"evotor-errors/app/decode/secret"
	"evotor-errors/app/site/page"
)

// embedMore is what few records have for the embedded element. What all have stands in a list
// before it: actor and retry.
type embedMore struct {
	General        bool     `json:"general,omitempty"`  // it is that of no code or status, and has no page
	ActorToCloud   string   `json:"to-cloud,omitempty"` // who acts, by direction
	ActorFromCloud string   `json:"from-cloud,omitempty"`
	Reasons        []string `json:"reasons,omitempty"`
	Secret         bool     `json:"secret,omitempty"`
}

// embedded are the records that a response can be about.
func (b *builder) embedded() iter.Seq[*page.Record] {
	return func(yield func(*page.Record) bool) {
		for _, r := range b.in.Docs.Records {
			if r.Family != "page" && !yield(r) {
				return
			}
		}
	}
}

// embedData is the module "data" of the embedded element: what holds in all languages.
func (b *builder) embedData() (string, error) {
	codes := map[string][]any{}
	for r := range b.embedded() {
		more := embedMore{General: r.Family == "general", Reasons: r.Reasons, Secret: r.Secret}
		if len(r.ActorsToCloud) > 0 {
			more.ActorToCloud = string(r.ActorsToCloud[0])
		}
		if len(r.ActorsFromCloud) > 0 {
			more.ActorFromCloud = string(r.ActorsFromCloud[0])
		}
		codes[r.Name] = []any{r.Actors[0], r.Retry}
		if !reflect.DeepEqual(more, embedMore{}) {
			codes[r.Name] = append(codes[r.Name], more)
		}
	}
	names, roots, none := secret.Tables()
	secrets := map[string]any{"names": names, "roots": strings.Join(roots, "|"), "none": strings.Join(none, "|")}
	return exported("codes", codes, "secrets", secrets)
}

// embedTexts is its module "texts": all texts in one language. Those of a record are a list: title,
// meaning, sentences, steps, and what it says of repeating if that is its own.
func (p *pages) embedTexts() (string, error) {
	group := func(name string) map[string]string {
		out := map[string]string{}
		for id, w := range p.in.Docs.Words[name] {
			out[id] = w[p.lang]
		}
		return out
	}
	codes := map[string][]any{}
	for r := range p.embedded() {
		t := r.Text[p.lang]
		sentences, err := p.embedLines(r, t.Sentences)
		if err != nil {
			return "", err
		}
		steps, err := p.embedLines(r, t.Steps)
		if err != nil {
			return "", err
		}
		codes[r.Name] = []any{t.Title, t.Meaning, sentences, steps}
		if t.Retry != "" {
			codes[r.Name] = append(codes[r.Name], t.Retry)
		}
	}
	cases, actors := group("case"), group("actor")
	delete(cases, "either") // no step is for both, or for nobody known
	delete(actors, "unknown")
	words := map[string]any{"actor": actors, "acts": group("acts"), "case": cases, "retry": group("retry"), "about": p.word("ui", "more")}
	for _, id := range []string{"unreadable", "unreachable", "tool", "frame"} {
		words[id] = p.word("embed", id)
	}
	return exported("texts", map[string]any{"lang": p.lang.String(), "prefix": p.lang.Prefix(), "words": words, "codes": codes})
}

// embedMarks tell what a line depends on and, in the place of a name, whom a step is for.
var embedMarks = map[string]string{
	string(entry.ToCloud): ">", string(entry.FromCloud): "<",
	string(entry.Partner): "1", string(entry.Merchant): "2", string(entry.Evotor): "3",
}

var embedMarked = regexp.MustCompile(`^(?:[<>\d]|[\w ]+\|)`)

// embedLines are lines as read in explain.js has them: [>|<|reason "|"] [1|2|3] text. A step that
// names nobody is for who must act, or for the partner if that is not known.
func (p *pages) embedLines(r *page.Record, list []page.Line) ([]string, error) {
	var out []string
	for _, l := range list {
		when := embedMarks[l.When]
		if when == "" && l.When != "" {
			when = l.When + "|"
		}
		who, text := "", l.Text
		if l.For != "" {
			name := p.in.Docs.Words["actor"][string(l.For)][p.lang] + ": "
			main := r.Actors[0]
			if main == "unknown" {
				main = entry.Partner
			}
			if rest, ok := strings.CutPrefix(text, name); ok {
				who, text = embedMarks[string(l.For)], rest
			} else if l.For != main {
				return nil, fmt.Errorf("%s: a step for %s does not say so, and the element takes it to be for %s", r.Name, l.For, main)
			}
		}
		if embedMarked.MatchString(text) {
			return nil, fmt.Errorf("%s: the element would misread the beginning of %q", r.Name, text)
		}
		out = append(out, when+who+text)
	}
	return out, nil
}

// exported is a module that exports values: a name and a value each.
func exported(values ...any) (string, error) {
	var b strings.Builder
	for pair := range slices.Chunk(values, 2) {
		data, err := json.Marshal(pair[1])
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "export const %s = %s;\n", pair[0], data)
	}
	return b.String(), nil
}

// embed publishes the embedded element as it is now, and what shows the same without a
// script: the tool for a frame, a bare page per code, a demonstration.
func (p *pages) embed() error {
	scripts, err := p.embedScripts()
	if err != nil {
		return err
	}
	for name, script := range scripts {
		p.tree["v1/"+name] = script
	}
	if err := p.frame(); err != nil {
		return err
	}
	for _, r := range p.in.Docs.Records {
		if r.Family == "general" || r.Family == "page" {
			continue
		}
		if err := p.bare(r); err != nil {
			return err
		}
		if err := p.oembed(r); err != nil {
			return err
		}
	}
	return p.demo()
}

// frame makes the compact tool.
func (p *pages) frame() error {
	return p.page("frame.html", layout{
		Title: p.word("embed", "frame"), Description: p.word("tool", "description"), Path: "embed/", Script: "frame.js", Bare: true, Tool: true,
		Body: p.bench(),
	})
}

// bare makes the page of a code for hosts that admit no script.
func (p *pages) bare(r *page.Record) error {
	t := r.Text[p.lang]
	return p.page("bare.html", layout{
		Title: p.short(r) + ": " + t.Title, Description: page.Plain(t.Meaning), Path: "embed/" + r.Name + "/", Bare: true,
		Body: bareBody{p.verdict(r), inline(t.Meaning), p.filledSteps(r, t), "errors/" + r.Name + "/"},
	})
}

type bareBody struct {
	verdict
	Meaning template.HTML
	Steps   []template.HTML
	Page    string
}

// filledSteps are the steps of a code in any case it knows.
func (p *pages) filledSteps(r *page.Record, t *page.Text) []template.HTML {
	var list []template.HTML
	for _, s := range t.Steps {
		list = append(list, inline(r.Filled(s)))
	}
	return list
}

// inline is a sentence with its backticks as code.
func inline(s string) template.HTML {
	var b strings.Builder
	for i, part := range strings.Split(s, "`") {
		if i%2 == 1 {
			b.WriteString("<code>" + template.HTMLEscapeString(part) + "</code>")
		} else {
			b.WriteString(template.HTMLEscapeString(part))
		}
	}
	return template.HTML(b.String())
}

// The frame of a bare page: each fits, down to a phone's width.
const bareWidth, bareHeight = 640, 720

// oembed writes what tells other systems how to show a code's page in a frame.
func (p *pages) oembed(r *page.Record) error {
	if p.in.Base == "" {
		return nil
	}
	address := p.in.Base + p.lang.Prefix() + "embed/" + r.Name + "/"
	title := p.short(r) + ": " + r.Text[p.lang].Title
	data, err := json.Marshal(map[string]any{
		"version": "1.0", "type": "rich", "provider_name": p.word("site", "name"), "provider_url": p.in.Base,
		"title": title, "width": bareWidth, "height": bareHeight,
		"html": fmt.Sprintf(`<iframe src="%s" width="%d" height="%d" title="%s" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`, template.HTMLEscapeString(address), bareWidth, bareHeight, template.HTMLEscapeString(title)),
	})
	p.tree[p.lang.Prefix()+"errors/"+r.Name+"/oembed.json"] = append(data, '\n')
	return err
}

// demo makes a partner's dashboard with the elements in it.
func (p *pages) demo() error {
	return p.page("demo.html", layout{
		Title: p.word("embed", "demo"), Description: p.word("embed", "demo-lead"), Path: "embed/demo/", Bare: true, Embed: true,
	})
}

// embedScripts are the embedded element with its texts in one script, and the texts alone for pages
// that have the element in another language. A mark of UTF-8 stands before each: their pages may
// be in another encoding, and their server may not name one.
func (p *pages) embedScripts() (map[string][]byte, error) {
	data, err := p.embedData()
	if err != nil {
		return nil, err
	}
	texts, err := p.embedTexts()
	if err != nil {
		return nil, err
	}
	files, err := fs.Sub(p.in.Web, "embed")
	if err != nil {
		return nil, err
	}
	scripts := map[string][]byte{}
	for name, main := range map[string]string{"embed." + p.lang.String() + ".js": "main.js", p.lang.String() + ".js": "language.js"} {
		script, err := bundle(files, main, api.FormatIIFE, map[string]string{"data": data, "texts": texts})
		if err != nil {
			return nil, err
		}
		scripts[name] = append([]byte("\ufeff"), script...)
	}
	return scripts, nil
}

// bundle bundles the script entry with the modules it imports, to be sent: files, and those given
// as text by name.
func bundle(files fs.FS, entry string, format api.Format, modules map[string]string) ([]byte, error) {
	return bundled(files, entry, api.BuildOptions{Format: format, MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true}, modules)
}

func bundled(files fs.FS, entry string, options api.BuildOptions, modules map[string]string) ([]byte, error) {
	const space = "site"
	options.EntryPoints, options.Bundle = []string{entry}, true
	options.Target, options.Charset, options.LegalComments = api.ES2022, api.CharsetUTF8, api.LegalCommentsNone
	options.LogLevel = api.LogLevelSilent
	options.Plugins = []api.Plugin{{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: strings.TrimPrefix(a.Path, "./"), Namespace: space}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			if text, ok := modules[a.Path]; ok {
				return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
			}
			data, err := fs.ReadFile(files, a.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			text, loader := string(data), api.LoaderJS
			if strings.HasSuffix(a.Path, ".css") {
				css := api.Transform(text, api.TransformOptions{Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true, Charset: api.CharsetUTF8})
				text, loader = strings.ReplaceAll(string(css.Code), ", ", ","), api.LoaderText
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, nil
		})
	}}}
	result := api.Build(options)
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return result.OutputFiles[0].Contents, nil
}
