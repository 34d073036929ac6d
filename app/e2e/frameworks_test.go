//go:build browsers

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"
)

// frameworks are the applications of testdata/frameworks, as bodies of pages and as scripts by name:
// the package is installed beside them.
var frameworks = sync.OnceValues(func() (map[string]string, error) {
	dir, err := os.MkdirTemp("", "frameworks")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	modules, err := filepath.Abs("testdata/frameworks/node_modules")
	if err != nil {
		return nil, err
	}
	app := filepath.Join(dir, "app")
	installed := filepath.Join(app, "node_modules")
	if err := os.MkdirAll(installed, 0o755); err != nil {
		return nil, err
	}
	if err := os.Symlink(modules, filepath.Join(dir, "node_modules")); err != nil {
		return nil, err
	}
	sources, err := filepath.Glob("testdata/frameworks/*.*")
	if err != nil {
		return nil, err
	}
	for _, source := range sources {
		data, err := os.ReadFile(source)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(app, filepath.Base(source)), data, 0o644); err != nil {
			return nil, err
		}
	}
	pack, err := makePackage()
	if err != nil {
		return nil, err
	}
	for file, data := range pack {
		file = filepath.Join(installed, "evotor-error", file)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return nil, err
		}
	}

	types := exec.Command("node", filepath.Join(modules, "typescript/bin/tsc"), "-p", ".")
	types.Dir = app
	if out, err := types.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("tsc: %w\n%s", err, out)
	}
	server, err := bundle(app, "react-server.tsx", api.PlatformNode)
	if err != nil {
		return nil, err
	}
	render := exec.Command("node")
	render.Stdin = strings.NewReader(server)
	html, err := render.Output()
	if err != nil {
		return nil, fmt.Errorf("rendering on the server: %w", err)
	}
	files := map[string]string{}
	for name, entry := range map[string]string{"react": "react-client.tsx", "angular": "angular.ts", "vue": "vue.ts"} {
		code, err := bundle(app, entry, api.PlatformBrowser)
		if err != nil {
			return nil, err
		}
		files[name+".js"], files[name] = code, `<div id="app"></div><script src="`+name+`.js"></script>`
	}
	files["react"] = strings.Replace(files["react"], "></", ">"+strings.TrimSpace(string(html))+"</", 1)
	files["plain"] = `<main id="app"></main><script src="plain.js"></script><script src="{site}v1/embed.en.js"></script>`
	files["plain.js"], err = bundle(app, "plain.js", api.PlatformBrowser)
	return files, err
})

// bundle bundles an application.
func bundle(dir, entry string, platform api.Platform) (string, error) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: dir, EntryPoints: []string{entry}, Bundle: true, Format: api.FormatIIFE, Platform: platform, Target: api.ES2022,
		JSX: api.JSXAutomatic, Define: map[string]string{"process.env.NODE_ENV": `"development"`, "__VUE_OPTIONS_API__": "true", "__VUE_PROD_DEVTOOLS__": "false", "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__": "false"},
		Alias:       map[string]string{"vue": "vue/dist/vue.esm-bundler.js"},
		TsconfigRaw: `{"compilerOptions": {"experimentalDecorators": true, "useDefineForClassFields": false}}`,
	})
	if len(result.Errors) > 0 {
		return "", fmt.Errorf("%s", strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return string(result.OutputFiles[0].Contents), nil
}

// checkFrameworks opens each application and changes what it shows, in place.
func checkFrameworks(t *testing.T, d driver) {
	files, err := frameworks()
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t, "/")
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file := files[strings.Trim(r.URL.Path, "/")]
		if strings.HasSuffix(r.URL.Path, ".js") {
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		} else {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			file = `<!doctype html><html lang="en"><title>host</title><script>heard = ""; onerror = (message) => { heard += message; };</script>` + strings.ReplaceAll(file, "{site}", s.url)
		}
		fmt.Fprint(w, file)
	}))
	defer page.Close()
	if !strings.Contains(files["react"], `<evotor-error id="text">1003</evotor-error><evotor-error id="string" response="{&quot;errors&quot;:`) {
		t.Errorf("the server makes of React %.500s", files["react"])
	}
	said := func(ids string) string {
		return "" + ids + ".map((id) => document.getElementById(id).shadowRoot.querySelector('[part=code]').textContent).join()"
	}
	for _, name := range []string{"angular", "plain", "react", "vue"} {
		t.Run(name, func(t *testing.T) {
			if err := d.open(page.URL + "/" + name); err != nil {
				t.Fatal(err)
			}
			check := checker(t, d)
			check(said("['text', 'string']"), "1003,1004")
			check("(change(), typeof change)", "function")
			check(said("['text', 'string', 'object']"), "1005,2003,2003")
			check("heard.replace(' 1004', '')", " 2003")
		})
	}
}

// TestBrowsersFrameworks runs the applications in Chromium; Firefox and WebKitGTK run them too.
func TestBrowsersFrameworks(t *testing.T) {
	tab := newTab(t)
	tab.most = 2
	checkFrameworks(t, chrome{tab})
}

type chrome struct{ *tab }

func (c chrome) open(url string) error {
	return chromedp.Do(c.ctx, chromedp.Navigate(url))
}

func (c chrome) run(js string) (any, error) {
	return eval[any](c.tab, "(async () => ("+js+"))().catch(String)"), nil
}
