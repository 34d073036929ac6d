package site

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"evotor-errors/app/catalog/entry"
)

// Releases of the embedded element are kept as files below web/embed/release, a folder per
// version, so that no later build changes or loses them: the scripts, and what they promise.
// integrity.json beside them has the hash of each file, as the integrity attribute of a script
// wants it.
const releaseDir = "embed/release"

// A version is that of a release: v1.2.3.
type version [3]int

var versionPattern = regexp.MustCompile(`^v(1)\.(\d+)\.(\d+)$`)

func parseVersion(s string) (v version, ok bool) {
	m := versionPattern.FindStringSubmatch(s)
	if m == nil {
		return v, false
	}
	for i := range v {
		v[i], _ = strconv.Atoi(m[i+1])
	}
	return v, true
}

func (v version) String() string { return fmt.Sprintf("v%d.%d.%d", v[0], v[1], v[2]) }

// newest is the newest version that has a hash.
func newest(hashes map[string]string) (v version, ok bool) {
	for name := range hashes {
		if w, is := parseVersion(path.Dir(name)); is && slices.Compare(w[:], v[:]) > 0 {
			v, ok = w, true
		}
	}
	return v, ok
}

// releases publishes the releases and their hashes.
func (b *builder) releases() error {
	hashes, err := readHashes(b.in.Web)
	if err != nil {
		return err
	}
	for name, want := range hashes {
		data, err := fs.ReadFile(b.in.Web, path.Join(releaseDir, name))
		if err != nil {
			return fmt.Errorf("release file %q is missing: %w", name, err)
		}
		if got := integrity(data); got != want {
			return fmt.Errorf("release file %q has changed: its hash is %s, integrity.json has %s\nhosts refuse a changed file: restore it, and publish the change as a new version with ./build.sh release", name, got, want)
		}
		b.tree[name] = data
	}
	b.tree["integrity.json"], err = hashesJSON(hashes)
	return err
}

// pinned puts the newest release and the hash of its script into a text.
func (p *pages) pinned(text string) (string, error) {
	if !strings.Contains(text, "{release}") {
		return text, nil
	}
	hashes, err := readHashes(p.in.Web)
	if err != nil {
		return "", err
	}
	v, _ := newest(hashes)
	hash := hashes[path.Join(v.String(), "embed."+p.lang.String()+".js")]
	return strings.NewReplacer("{release}", v.String(), "{integrity}", hash).Replace(text), nil
}

// Release makes the files of a new release, by their paths below web.
func Release(in Input, name string) (map[string][]byte, error) {
	v, ok := parseVersion(name)
	if !ok {
		return nil, fmt.Errorf("wrong version %q\nit is written like this: v1.2.3", name)
	}
	hashes, err := readHashes(in.Web)
	if err != nil {
		return nil, err
	}
	b := &builder{in: in}
	description, err := b.mayRelease(v, hashes)
	if err != nil {
		return nil, err
	}
	release := map[string][]byte{path.Base(promisesFile): description}
	for _, lang := range entry.Langs {
		scripts, err := b.pages(lang).embedScripts()
		if err != nil {
			return nil, err
		}
		maps.Copy(release, scripts)
	}
	files := map[string][]byte{}
	for file, data := range release {
		file = path.Join(name, file)
		files[path.Join(releaseDir, file)], hashes[file] = data, integrity(data)
	}
	files[path.Join(releaseDir, "integrity.json")], err = hashesJSON(hashes)
	return files, err
}

// mayRelease is what the element promises, or why it may not come out as this version.
func (b *builder) mayRelease(v version, hashes map[string]string) ([]byte, error) {
	last, any := newest(hashes)
	if any && slices.Compare(v[:], last[:]) <= 0 {
		return nil, fmt.Errorf("version %q is out already\nthe newest is %s: choose a later one", v, last)
	}
	for _, lang := range entry.Langs {
		if !strings.Contains(b.pages(lang).changelog(), "### "+v.String()[1:]+" ") {
			return nil, fmt.Errorf("docs/guide/frameworks/%s.md does not say what %q changes\nadd it below {#versions}: ### %s {#%s}", lang, v, v.String()[1:], strings.ReplaceAll(v.String(), ".", "-"))
		}
	}
	description, err := fs.ReadFile(b.in.Web, promisesFile)
	if err != nil || !any {
		return description, err
	}
	before, err := fs.ReadFile(b.in.Web, path.Join(releaseDir, last.String(), path.Base(promisesFile)))
	if err != nil {
		return nil, err
	}
	lost, added, err := comparePromises(before, description)
	switch {
	case err != nil:
		return nil, err
	case lost != nil:
		return nil, fmt.Errorf("what %s promises is gone from web/%s:\n  %s\nhosts rely on it: v1 keeps its names", last, promisesFile, strings.Join(lost, "\n  "))
	case added != nil && v[1] == last[1]:
		return nil, fmt.Errorf("%q promises more than %s:\n  %s\nthat needs a new second number: v%d.%d.0", v, last, strings.Join(added, "\n  "), last[0], last[1]+1)
	}
	return description, nil
}

// comparePromises are those that are in one description alone.
func comparePromises(before, now []byte) (lost, added []string, err error) {
	old, err1 := promises(before)
	present, err2 := promises(now)
	for _, p := range slices.Sorted(maps.Keys(old)) {
		if !present[p] {
			lost = append(lost, p)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(present)) {
		if !old[p] {
			added = append(added, p)
		}
	}
	return lost, added, errors.Join(err1, err2)
}

func readHashes(web fs.FS) (map[string]string, error) {
	hashes := map[string]string{}
	data, err := fs.ReadFile(web, path.Join(releaseDir, "integrity.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return hashes, nil // before the first release
	}
	if err != nil {
		return nil, err
	}
	return hashes, json.Unmarshal(data, &hashes)
}

func hashesJSON(hashes map[string]string) ([]byte, error) {
	data, err := json.MarshalIndent(hashes, "", "  ")
	return append(data, '\n'), err
}

// integrity is the hash of a file as Subresource Integrity writes it.
func integrity(data []byte) string {
	sum := sha512.Sum384(data)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}
