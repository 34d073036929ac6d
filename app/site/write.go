package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// manifest lists the files of a tree in the folder that holds it. Whatever it does not list
// is not ours.
const manifest = ".site-files"

// Write puts the tree into the folder dir, whole or not at all: it is written to a fresh
// folder beside it, which then takes its place. Files in dir that an earlier Write did not
// put there are carried over. A folder that holds files but was never written by Write is
// left alone, with an error.
func Write(dir string, tree Tree) error {
	foreign, err := foreignFiles(dir)
	if err != nil {
		return err
	}
	for _, f := range foreign {
		if _, ours := tree[f]; ours {
			return fmt.Errorf("%q is not ours and the site needs its place\nmove it away or choose another folder with -out", filepath.Join(dir, f))
		}
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	names := make([]string, 0, len(tree))
	for name, data := range tree {
		names = append(names, name)
		if err := writeFile(filepath.Join(fresh, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	slices.Sort(names)
	if err := writeFile(filepath.Join(fresh, manifest), []byte(strings.Join(names, "\n")+"\n")); err != nil {
		return err
	}
	for _, f := range foreign {
		if err := carry(filepath.Join(dir, f), filepath.Join(fresh, f)); err != nil {
			return err
		}
	}
	return swap(dir, fresh)
}

// swap puts the folder fresh in the place of dir.
func swap(dir, fresh string) error {
	old := fresh + "-old"
	err := os.Rename(dir, old)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, dir)
	}
	if err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}

// carry makes the file from appear at to as well.
func carry(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if os.Link(from, to) == nil {
		return nil
	}
	data, err := os.ReadFile(from) // where links are not possible
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// foreignFiles are the files in dir that no Write put there.
func foreignFiles(dir string) ([]string, error) {
	list, err := os.ReadFile(filepath.Join(dir, manifest))
	written := err == nil
	ours := map[string]bool{manifest: true}
	for name := range strings.Lines(string(list)) {
		ours[strings.TrimSuffix(name, "\n")] = true
	}
	var foreign []string
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if name := filepath.ToSlash(rel); !ours[name] {
			foreign = append(foreign, name)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && len(foreign) > 0 && !written {
		err = fmt.Errorf("%q holds files but no site\nchoose an empty or a new folder with -out", dir)
	}
	return foreign, err
}

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
