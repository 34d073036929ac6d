package cli

import (
	"flag"
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
}

// TestWrongFlags says what is wrong in one language, and how to get help.
func TestWrongFlags(t *testing.T) {
	for args, want := range map[string]string{
		"a -y":                "неизвестный флаг \"-y\"",
		"--y=1 a":             "неизвестный флаг \"--y=1\"",
		"-lang en -y":         "unknown flag \"-y\"",
		"---x":                "неизвестный флаг \"---x\"",
		"-lang de":            "неизвестный язык \"de\", есть ru и en",
		"-lang en a -lang=de": "unknown language \"de\", there are ru and en",
		"a -lang":             "у флага \"-lang\" нет значения",
		"-lang=en --s":        "flag \"--s\" lacks a value",
		"-x=maybe":            "неверное значение флага: \"-x=maybe\"",
	} {
		var said strings.Builder
		c := &Call{Err: &said, Out: &said, Name: "test"}
		_, status, ok := c.Flags(strings.Fields(args), func(f *flag.FlagSet) {
			f.Bool("x", false, "")
			f.String("s", "", "")
		})
		help := c.Say("see-help", "test")
		if got := said.String(); ok || status != Wrong || got != "test: "+want+"\n  "+help+"\n" {
			t.Errorf("%q: status %d, %s\nwant %s", args, status, got, want)
		}
	}
}

// TestLang speaks the language that -lang asks for, wherever it stands and whatever else is said.
func TestLang(t *testing.T) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		t.Setenv(name, "")
	}
	do := []Command{{Name: "do", Run: func(c *Call, args []string) int {
		_, status, _ := c.Flags(args, nil)
		return status
	}}}
	for args, want := range map[string]string{
		"help": "справка", "help -lang en": "help", "-h --lang=en": "help",
		"do -h": "справка", "do --help -lang en": "help", "do -lang en -help": "help", "do a -h b -lang=en": "help",
		"od": "test: неизвестная команда", "od -lang en": "test: unknown command", "do -x -lang en": "test: unknown flag",
		"do -x -lang de": "test: неизвестный флаг", "od -- -lang en": "test: неизвестная команда", "od -lang": "test: неизвестная команда",
		"do -lang en -lang ru -x": "test: неизвестный флаг", "od lang=en": "test: неизвестная команда",
	} {
		var said strings.Builder
		c := &Call{Out: &said, Err: &said, Name: "test", Messages: Messages{"usage": {"справка", "help"}}}
		if c.Run(do, strings.Fields(args)); !strings.HasPrefix(said.String(), want) {
			t.Errorf("%q: %s, want %s", args, &said, want)
		}
	}
}
