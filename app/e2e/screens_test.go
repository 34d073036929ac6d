//go:build browsers

package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBrowsersScreens takes pictures of every kind of page, for people to look at.
func TestBrowsersScreens(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	dir := filepath.Join("..", "..", "build", "screens")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	tab := newTab(t)
	for _, width := range []int64{360, 768, 1440} {
		for _, scheme := range []string{"light", "dark"} {
			for name, path := range map[string]string{"tool-ru": "", "tool-en": "en/", "empty-ru": "", "codes-ru": "errors/", "code-ru": "errors/2002/", "code-en": "en/errors/1001/", "embedding-ru": "guide/embedding/", "demo-en": "en/embed/demo/", "bare-ru": "embed/2003/"} {
				if (scheme == "dark" || width == 768) && !strings.HasPrefix(name, "tool") && !strings.HasPrefix(name, "code-") {
					continue // what they are made of is on these pages too
				}
				tab.view(width, scheme)
				tab.open(s.url + path)
				if strings.HasPrefix(name, "tool") {
					tab.click("#example")
					tab.wait("document.querySelectorAll('#report .card').length === 2")
				}
				picture, err := chromedp.Run(tab.ctx, chromedp.FullScreenshot(90))
				if err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(dir, name+"-"+strconv.FormatInt(width, 10)+"-"+scheme+".jpg")
				if err := os.WriteFile(file, picture, 0o644); err != nil {
					t.Fatal(err)
				}
				eval[any](tab, "sessionStorage.clear()")
			}
		}
	}
}

// TestBrowsersLighthouse runs Lighthouse as a phone: on the tool on what does not depend on the
// machine's speed, for which there is BenchmarkLighthouse; on a code's page on everything.
func TestBrowsersLighthouse(t *testing.T) {
	s := newSite(t, "/")
	for _, path := range []string{"", "errors/2003/"} {
		for category, score := range lighthouse(t, s.url+path, "accessibility", "best-practices", "seo") {
			if score != 100 {
				t.Errorf("/%s: %s: %v, want 100", path, category, score)
			}
		}
	}
	// What else the machine does makes a page slower, never faster.
	best := 0.0
	for n := 0; n < 5 && best < 100; n++ {
		best = max(best, lighthouse(t, s.url+"errors/2003/", "performance")["performance"])
	}
	if best != 100 {
		t.Errorf("a code's page: performance: %v, want 100", best)
	}
}
