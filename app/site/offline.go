package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// offline publishes the worker that keeps the site for when there is no network, and the list of
// what it keeps for visitors of the tool, each file with its hash. The hash of the list is the
// worker's version. worker-off.js, published in its place, turns it off.
func (b *builder) offline() error {
	files := map[string]string{} // a hash by name
	for name, data := range b.tree {
		if strings.HasPrefix(name, "assets/") || !notKept.MatchString("/"+name) {
			sum := sha256.Sum256(data)
			files[name] = hex.EncodeToString(sum[:])[:16]
		}
	}
	list, err := json.Marshal(files)
	if err != nil {
		return err
	}
	if err := b.asset("files.json", list); err != nil {
		return err
	}
	version := strings.Split(b.assets["files.json"], ".")[1]
	module := fmt.Sprintf("export const version = %q, live = %t;", version, b.in.Live)
	for name, modules := range map[string]map[string]string{"worker.js": {"version": module}, "worker-off.js": nil} {
		if b.tree[name], err = bundle(b.in.Web, name, api.FormatIIFE, modules); err != nil {
			return err
		}
	}
	return nil
}

// notKept are the frames, the releases of the element, short and old addresses, and what is for other
// sites and programs.
var notKept = regexp.MustCompile(`/(embed|e)/|^/v1\.|^/doc_|\.(json|xml|atom|md|png)$|^/(robots|llms)\.txt$`)
