package site_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/site"
)

// files are the contents of a folder by name, without what Write keeps for itself.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == ".site-files" {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		got[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWrite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1"), "old/index.html": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "CNAME"), "example.ru")
	write(t, filepath.Join(dir, ".git", "config"), "mine")
	if err := site.Write(dir, site.Tree{"index.html": []byte("2"), "new/index.html": []byte("2")}); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"index.html": "2", "new/index.html": "2", "CNAME": "example.ru", ".git/config": "mine"}
	if diff := cmp.Diff(want, files(t, dir)); diff != "" {
		t.Errorf("the second site, with what is not ours: %s", diff)
	}
	if left, _ := os.ReadDir(parent); len(left) != 1 {
		t.Errorf("beside the site lies %v", left)
	}
}

// TestWriteKeepsTheAssetsBefore keeps what pages of the site before load, until the next one.
func TestWriteKeepsTheAssetsBefore(t *testing.T) {
	dir := t.TempDir()
	tree := func(version string) site.Tree {
		return site.Tree{"index.html": []byte(version), "page" + version: nil, "assets/style." + version + ".css": []byte(version), "assets/icon.svg": nil}
	}
	for _, c := range []struct{ version, stays string }{
		{"1", ""}, {"2", "1"}, {"2", "1"}, {"3", "2"}, {"2", "3"}, {"2", "3"}, {"4", "2"},
	} {
		if err := site.Write(dir, tree(c.version)); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"index.html": c.version, "page" + c.version: "", "assets/style." + c.version + ".css": c.version, "assets/icon.svg": ""}
		if c.stays != "" {
			want["assets/style."+c.stays+".css"] = c.stays
		}
		if diff := cmp.Diff(want, files(t, dir)); diff != "" {
			t.Errorf("version %s: %s", c.version, diff)
		}
	}
	// A site without assets takes them all along, with what stayed.
	for range 2 {
		if err := site.Write(dir, site.Tree{"assets": []byte("a file")}); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(map[string]string{"assets": "a file"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestWriteLeavesForeignFoldersAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "thesis.txt"), "mine")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err == nil {
		t.Error("a folder with files that are not ours was written to")
	}
	if diff := cmp.Diff(map[string]string{"thesis.txt": "mine"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestWriteKeepsAForeignFileInOurWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "robots.txt"), "mine")
	if err := site.Write(dir, site.Tree{"index.html": []byte("2"), "robots.txt": []byte("ours")}); err == nil {
		t.Error("a file that is not ours was overwritten")
	}
	if diff := cmp.Diff(map[string]string{"index.html": "1", "robots.txt": "mine"}, files(t, dir)); diff != "" {
		t.Errorf("the old site: %s", diff)
	}
}

func TestWriteIntoAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err != nil {
		t.Error(err)
	}
}

// TestWriteWhereverAPersonPoints writes to folders as people name them.
func TestWriteWhereverAPersonPoints(t *testing.T) {
	parent := t.TempDir()
	t.Chdir(parent)
	if err := os.MkdirAll("real/folder", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("real", "folder"), "link"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ dir, file string }{
		{"a", "a/index.html"},
		{"a/", "a/index.html"},
		{"b/c/", "b/c/index.html"},
		{"./d/../d", "d/index.html"},
		{"link", "real/folder/index.html"},
		{"link/", "real/folder/index.html"},
	} {
		for _, content := range []string{"1", "2"} {
			if err := site.Write(c.dir, site.Tree{"index.html": []byte(content)}); err != nil {
				t.Fatalf("%s: %v", c.dir, err)
			}
			if got, err := os.ReadFile(c.file); err != nil || string(got) != content {
				t.Errorf("%s: %q, %v", c.dir, got, err)
			}
		}
	}
	if info, err := os.Lstat("link"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the symbolic link is one no more: %v", err)
	}
	// In the folder where one stands, one still stands afterwards.
	t.Chdir("a")
	if err := site.Write(".", site.Tree{"index.html": []byte("3")}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile("index.html"); err != nil || string(got) != "3" {
		t.Errorf("%q, %v", got, err)
	}
}

// TestWriteIntoACheckout keeps a checkout one, which the folders that are empty in it belong to.
func TestWriteIntoACheckout(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".git", "HEAD"), "ref: refs/heads/pages")
	for _, empty := range []string{".git/refs", ".git/objects/info", "drafts"} {
		if err := os.MkdirAll(filepath.Join(dir, empty), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, tree := range []site.Tree{{"a/b/index.html": []byte("1")}, {"index.html": []byte("2")}} {
		if err := site.Write(dir, tree); err != nil {
			t.Fatal(err)
		}
		for _, folder := range []string{".git/refs", ".git/objects/info", "drafts"} {
			if _, err := os.Stat(filepath.Join(dir, folder)); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "a")); !os.IsNotExist(err) {
		t.Errorf("a folder of the old site is still there: %v", err)
	}
	if diff := cmp.Diff(map[string]string{".git/HEAD": "ref: refs/heads/pages", "index.html": "2"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestWriteAfterAnInterruption wants nothing lost by a run that was cut short, and nothing of it
// left by the next.
func TestWriteAfterAnInterruption(t *testing.T) {
	dir := t.TempDir()
	if err := site.Write(dir, site.Tree{"index.html": []byte("1"), "page": []byte("1"), "old/x": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ".site-new", "index.html"), "half")
	write(t, filepath.Join(dir, "CNAME"), "mine")
	// Where there was a file there is a folder now, and the other way round.
	if err := site.Write(dir, site.Tree{"index.html": []byte("2"), "page/index.html": []byte("2"), "old": []byte("2")}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"index.html": "2", "page/index.html": "2", "old": "2", "CNAME": "mine"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestWriteThatFails leaves the old site as it was.
func TestWriteThatFails(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if err := site.Write(dir, site.Tree{"index.html": []byte("1"), "a": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	// No file can have this name.
	if err := site.Write(dir, site.Tree{"index.html": []byte("2"), "zz\x00": []byte("2")}); err == nil {
		t.Fatal("a file was written that cannot be")
	}
	if diff := cmp.Diff(map[string]string{"index.html": "1", "a": "1"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
	fresh := filepath.Join(parent, "new", "site")
	if err := site.Write(fresh, site.Tree{"zz\x00": nil}); err == nil {
		t.Fatal("a file was written that cannot be")
	}
	if left, err := os.ReadDir(parent); err != nil || len(left) != 1 {
		t.Errorf("left are %v, %v", left, err)
	}
	write(t, filepath.Join(parent, "file"), "mine")
	if err := site.Check(filepath.Join(parent, "file")); err == nil {
		t.Error("a file is taken for a folder")
	}
}

// TestWriteInterrupted sends the signal that Ctrl+C is.
func TestWriteInterrupted(t *testing.T) {
	if os.Getenv("WRITE_INTO") != "" {
		tree := site.Tree{}
		for i := range 200_000 {
			tree["f/"+strconv.Itoa(i)] = []byte("2")
		}
		t.Log(site.Write(os.Getenv("WRITE_INTO"), tree))
		return
	}
	if runtime.GOOS == "windows" {
		t.Skip("has no such signal")
	}
	dir := t.TempDir()
	if err := site.Write(dir, site.Tree{"index.html": []byte("1")}); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriteInterrupted$", "-test.v")
	cmd.Env = append(os.Environ(), "WRITE_INTO="+dir)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(time.Millisecond) {
		if _, err := os.Stat(filepath.Join(dir, ".site-new", "f")); err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("nothing is being written")
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || !strings.Contains(out.String(), "is as it was") {
		t.Errorf("%v, %s", err, &out)
	}
	if diff := cmp.Diff(map[string]string{"index.html": "1"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}
