package site

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"evotor-errors/app/catalog/entry"
	"fmt"
	"io/fs"
	"path"
	"regexp"
)

// Releases of the embedded element are kept as files below web/embed/release, a folder per
// version, so that no later build changes or loses them. integrity.json beside them has the
// hash of each file, as the integrity attribute of a script wants it.
const releaseDir = "embed/release"

var version = regexp.MustCompile(`^v1\.\d+\.\d+$`)

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

// Release makes the files of a new release, by their paths below web.
func Release(in Input, name string) (map[string][]byte, error) {
	if !version.MatchString(name) {
		return nil, fmt.Errorf("wrong version %q\nit is written like this: v1.2.3", name)
	}
	hashes, err := readHashes(in.Web)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, lang := range entry.Langs {
		scripts, err := (&builder{in: in}).pages(lang).embedScripts()
		if err != nil {
			return nil, err
		}
		for file, script := range scripts {
			file = path.Join(name, file)
			if hashes[file] != "" {
				return nil, fmt.Errorf("version %q is out already\nchoose the next one", name)
			}
			files[path.Join(releaseDir, file)], hashes[file] = script, integrity(script)
		}
	}
	files[path.Join(releaseDir, "integrity.json")], err = hashesJSON(hashes)
	return files, err
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
