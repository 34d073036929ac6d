package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
)

// offline publishes the worker that keeps the site for when there is no network, with the
// list of what it keeps: everything but what other sites and programs read, each with its hash. Its
// version is the hash of all of that. worker-off.js, published in its place, turns it off.
func (b *builder) offline() error {
	files := map[string]string{} // a hash by name
	all := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(b.tree)) {
		if notKept.MatchString("/" + name) {
			continue
		}
		sum := sha256.Sum256(b.tree[name])
		files[name] = hex.EncodeToString(sum[:])[:16]
		fmt.Fprintln(all, name, files[name])
	}
	list, err := json.Marshal(files)
	if err != nil {
		return err
	}
	module := fmt.Sprintf("export const files = %s, version = %q, live = %t;", list, hex.EncodeToString(all.Sum(nil))[:16], b.in.Live)
	for name, modules := range map[string]map[string]string{"worker.js": {"files": module}, "worker-off.js": nil} {
		if b.tree[name], err = bundle(b.in.Web, name, modules); err != nil {
			return err
		}
	}
	return nil
}

// notKept are the frames, the releases of the element, short and old addresses, and what is for
// programs.
var notKept = regexp.MustCompile(`/(embed|e)/|^/v1\.|^/doc_|\.(json|xml|atom|md)$|^/(robots|llms)\.txt$`)
