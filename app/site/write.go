package site

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// In the folder of a site manifest lists its files, and after an empty line the assets of the site
// before it: whatever it does not list is not ours. In staging lies what is being written; what an
// interrupted run has left there goes with the next.
const (
	manifest = ".site-files"
	staging  = ".site-new"
)

// Write puts the tree into the folder dir. All of it is written beside the old site, inside of
// dir, before the first file takes its place, so that a failure or an interruption leaves the
// old site as it was; files that others lead to come first, pages last. What the old site had
// and the new one has not goes, but for its assets: pages of it are still open, or in a cache, and
// load them until the next site takes their place. What Write did not put there stays as it is. A
// folder that holds files but was never written by Write is left alone, with an error.
func Write(dir string, tree Tree) (err error) {
	old, before, err := check(dir, tree)
	if err != nil {
		return err
	}
	stage := filepath.Join(dir, staging)
	made := missing(dir)
	if err := errors.Join(os.RemoveAll(stage), os.MkdirAll(stage, 0o755)); err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, os.RemoveAll(stage))
		for i := len(made) - 1; i >= 0 && err != nil; i-- {
			os.Remove(made[i])
		}
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)

	names := order(tree)
	for _, name := range names {
		select {
		case s := <-stop:
			return fmt.Errorf("%v: the folder %q is as it was", s, dir)
		default:
		}
		if err := writeFile(filepath.Join(stage, filepath.FromSlash(name)), tree[name]); err != nil {
			return err
		}
	}
	// From here on it takes moments. Should it be cut short all the same, the next run knows the
	// files of both.
	if err := list(dir, slices.Concat(names, old, before), nil); err != nil {
		return err
	}
	stay, gone, way := part(tree, old, before)
	if err := remove(dir, way); err != nil {
		return err
	}
	for _, name := range names {
		if err := put(filepath.Join(stage, filepath.FromSlash(name)), filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	if err := remove(dir, gone); err != nil {
		return err
	}
	return list(dir, names, stay)
}

// part parts what the new site has not, of the old one and of what stayed of the one before: its
// assets stay, the rest goes, at once where it is in the way. If no asset is new, those of the site
// before stay on: the same site was built again.
func part(tree Tree, old, before []string) (stay, gone, way []string) {
	dirs := folders(tree)
	left := func(list []string) (assets []string) {
		for _, name := range list {
			switch _, same := tree[name]; {
			case same:
			case dirs[name] || inFile(name, tree):
				way = append(way, name)
			case strings.HasPrefix(name, "assets/"):
				assets = append(assets, name)
			default:
				gone = append(gone, name)
			}
		}
		return assets
	}
	stay, older := left(old), left(before)
	if len(stay) == 0 {
		return older, gone, way
	}
	return stay, append(gone, older...), way
}

// Check reports what keeps Write from writing into the folder dir.
func Check(dir string) error {
	_, _, err := check(dir, nil)
	return err
}

// check returns the files that Write has put into dir, and those that stayed of the site before.
func check(dir string, tree Tree) (old, before []string, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w\nchoose an empty or a new folder with -out", err)
	}
	data, err := os.ReadFile(filepath.Join(dir, manifest))
	if err != nil {
		// What is hidden is no site: a checkout, a host's own marks.
		if i := slices.IndexFunc(entries, func(e fs.DirEntry) bool {
			return !strings.HasPrefix(e.Name(), ".") && !empty(filepath.Join(dir, e.Name()))
		}); i >= 0 {
			return nil, nil, fmt.Errorf("%q holds files but no site\nchoose an empty or a new folder with -out", dir)
		}
	}
	ours, oursIn := map[string]bool{}, map[string]bool{}
	names := func(lines string) (list []string) {
		for name := range strings.Lines(lines) {
			if name = strings.TrimSuffix(name, "\n"); filepath.IsLocal(filepath.FromSlash(name)) {
				ours[name] = true
				list = append(list, name)
				for dir := path.Dir(name); dir != "." && !oursIn[dir]; dir = path.Dir(dir) {
					oursIn[dir] = true
				}
			}
		}
		return list
	}
	now, stayed, _ := strings.Cut(string(data), "\n\n")
	old, before = names(now), names(stayed)
	for name := range tree {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if info, err := os.Lstat(file); err == nil && !ours[name] && (!info.IsDir() || !empty(file) && !oursIn[name]) {
			return nil, nil, fmt.Errorf("%q is not ours and the site needs its place\nmove it away or choose another folder with -out", file)
		}
	}
	return old, before, nil
}

// empty reports whether there is no file in a folder, however deep.
func empty(dir string) bool {
	found := false
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return !found
}

// folders are the folders of a tree.
func folders(tree Tree) map[string]bool {
	list := map[string]bool{}
	for name := range tree {
		for dir := path.Dir(name); dir != "." && !list[dir]; dir = path.Dir(dir) {
			list[dir] = true
		}
	}
	return list
}

// inFile reports whether a file of the tree stands where a folder on the way to name is.
func inFile(name string, tree Tree) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, file := tree[dir]; file {
			return true
		}
	}
	return false
}

// order is the order in which the files take their places: assets, the rest, pages, and last of
// all the worker that keeps them and the page that people open.
func order(tree Tree) []string {
	names := make([]string, 0, len(tree))
	for name := range tree {
		names = append(names, name)
	}
	rank := func(name string) int {
		name = strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
		switch {
		case strings.HasPrefix(name, "assets/"):
			return 0
		case name == "index.html", name == "worker.js":
			return 3
		case strings.HasSuffix(name, ".html"):
			return 2
		}
		return 1
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a, b)) })
	return names
}

// missing are the folders on the way to dir that are not there, dir last.
func missing(dir string) (list []string) {
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); err == nil || dir == filepath.Dir(dir) {
			slices.Reverse(list)
			return list
		}
		list = append(list, dir)
	}
}

// list writes the manifest.
func list(dir string, names, before []string) error {
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	fresh := filepath.Join(dir, staging, manifest)
	if err := writeFile(fresh, []byte(strings.Join(append(append(names, ""), before...), "\n")+"\n")); err != nil {
		return err
	}
	return os.Rename(fresh, filepath.Join(dir, manifest))
}

// put moves a file to its place.
func put(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if info, err := os.Lstat(to); err == nil && info.IsDir() {
		if err := os.Remove(to); err != nil { // it is empty
			return err
		}
	}
	return os.Rename(from, to)
}

// remove removes files of the old site, and the folders that nothing is left in.
func remove(dir string, names []string) error {
	for _, name := range names {
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for parent := path.Dir(name); parent != "." && os.Remove(filepath.Join(dir, filepath.FromSlash(parent))) == nil; parent = path.Dir(parent) {
		}
	}
	return nil
}

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
