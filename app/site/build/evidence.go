package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"evotor-errors/app/cli"
	"evotor-errors/app/site/page"
)

// evidence looks up what the documentation cites in clones of the repositories, the folders of
// a directory: the words of every statement, its place, and the year of the file.
func (c call) evidence(args []string) int {
	rest, status, ok := c.Flags(args, func(*flag.FlagSet) {})
	if !ok {
		return status
	}
	if len(rest) != 1 {
		return c.Usage("evidence-usage")
	}
	root, ok := c.findRoot()
	if !ok {
		return cli.Wrong
	}
	docs, err := (&workshop{root: root}).docs()
	if err != nil {
		return c.Fail(cli.Wrong, c.Say("docs-problems", err))
	}
	clones := clones{dir: relative(rest[0]), files: map[string]string{}}
	found, missing := 0, 0
	for _, s := range docs.Statements() {
		source, ok := docs.Source(s.Source)
		if !ok || source.Repo == "" {
			continue
		}
		if !clones.has(source) {
			missing++
			continue
		}
		if err := clones.check(source, s.Evidence); err != nil {
			fmt.Fprintf(c.Err, "%s: %s: %s: %v\n", s.File, s.What, s.Source, err)
			status = cli.Wrong
			continue
		}
		found++
	}
	for _, s := range docs.Sources {
		if clones.has(s) {
			if year := clones.year(s); year != s.Year {
				fmt.Fprintf(c.Err, "docs/errors/sources.yaml: %s: year is %s, the file was last changed in %s\n", s.ID, s.Year, year)
				status = cli.Wrong
			}
		}
	}
	c.Note("evidence-found", found, missing)
	return status
}

// clones are clones of repositories in a directory, by the last part of their names.
type clones struct {
	dir   string
	files map[string]string
}

func (c *clones) git(s page.Source, args ...string) (string, error) {
	out, err := exec.Command("git", append([]string{"-C", filepath.Join(c.dir, path.Base(s.Repo))}, args...)...).Output()
	return string(out), err
}

func (c *clones) has(s page.Source) bool {
	_, err := os.Stat(filepath.Join(c.dir, path.Base(s.Repo)))
	return s.Repo != "" && err == nil
}

// file is the source's file at its commit.
func (c *clones) file(s page.Source) (string, error) {
	if text, ok := c.files[s.ID]; ok {
		return text, nil
	}
	text, err := c.git(s, "show", s.Commit+":"+s.Path)
	if err != nil {
		return "", fmt.Errorf("no file %q at commit %q", s.Path, s.Commit)
	}
	c.files[s.ID] = text
	return text, nil
}

// year is that of the file's last change.
func (c *clones) year(s page.Source) string {
	out, _ := c.git(s, "log", "-1", "--format=%cd", "--date=format:%Y", s.Commit, "--", s.Path)
	return strings.TrimSpace(out)
}

// check finds the place and the words of a statement.
func (c *clones) check(s page.Source, e page.Evidence) error {
	text, err := c.file(s)
	if err != nil {
		return err
	}
	return e.FindIn(text)
}
