package cli

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"evotor-errors/app/catalog"
)

func TestSystemLang(t *testing.T) {
	for env, want := range map[string]catalog.Lang{
		"":                                catalog.Russian,
		"LANG=ru_RU.UTF-8":                catalog.Russian,
		"LANG=en_US.UTF-8":                catalog.English,
		"LANG=en":                         catalog.English,
		"LANG=C.UTF-8":                    catalog.Russian,
		"LANG=de_DE.UTF-8":                catalog.Russian,
		"LANG=ru_RU.UTF-8 LC_ALL=en_GB":   catalog.English,
		"LANG=ru_RU LC_MESSAGES=en_GB":    catalog.English,
		"LANG=en_US.UTF-8 LC_ALL=ru_RU":   catalog.Russian,
		"LANG=EN-us":                      catalog.English,
		"LC_CTYPE=en_US.UTF-8 LANG=ru_RU": catalog.Russian,
	} {
		got := systemLang(func(name string) string {
			for _, set := range strings.Fields(env) {
				if value, ok := strings.CutPrefix(set, name+"="); ok {
					return value
				}
			}
			return ""
		})
		if got != want {
			t.Errorf("%q: %v, want %v", env, got, want)
		}
	}
}

func TestFlags(t *testing.T) {
	for args, want := range map[string]string{
		"":                     "ru false []",
		"1004 -lang en":        "en false [1004]",
		"-lang en 1004":        "en false [1004]",
		"a -x b --lang=en - c": "en true [a b - c]",
		"a -- -x -lang":        "ru false [a -x -lang]",
		"-x -- -x":             "ru true [-x]",
		"a b -- ":              "ru false [a b]",
	} {
		var said strings.Builder
		c := &Call{Err: &said, Out: &said, Name: "test", Messages: Messages{"usage": {"", ""}}}
		x := false
		rest, _, ok := c.Flags(strings.Fields(args), func(f *flag.FlagSet) { f.BoolVar(&x, "x", false, "") })
		got := c.Lang.String() + " " + map[bool]string{true: "true", false: "false"}[x] + " [" + strings.Join(rest, " ") + "]"
		if !ok || got != want {
			t.Errorf("%q: %s, want %s; %s", args, got, want, &said)
		}
	}
	var said strings.Builder
	c := &Call{Err: &said, Out: &said, Name: "test"}
	if _, status, ok := c.Flags([]string{"a", "-y"}, nil); ok || status != Wrong || !slices.Contains(strings.Split(said.String(), "\n"), "  список команд: test help") {
		t.Errorf("an unknown flag: %d, %s", status, &said)
	}
}
