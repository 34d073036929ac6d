package catalog_test

import (
	"slices"
	"testing"

	"evotor-errors/app/catalog"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"2003", "2003"},
		{"02003", "2003"},
		{"2003.0", "2003"},
		{" 2003 ", "2003"},
		{"validation_failed", "validation_failed"},
		{"2003.5", ""},
		{"200", ""},
		{"3000", ""},
		{"", ""},
		{"http-404", ""},
		{"url-warning", ""},
		{"Validation_Failed", ""},
	} {
		e, ok := catalog.Lookup(c.code)
		if ok != (c.want != "") || ok && e.Code != c.want {
			t.Errorf("Lookup(%q) is %+v, want %q", c.code, e, c.want)
		}
	}
}

func TestByStatus(t *testing.T) {
	for status, want := range map[int]string{404: "http-404", 429: "http-429", 500: "http-5xx", 503: "http-5xx", 599: "http-5xx", 415: "http-415", 418: "http-other", 400: "http-other", 0: "http-other"} {
		if got := catalog.ByStatus(status).Name; got != want {
			t.Errorf("ByStatus(%d) is %q, want %q", status, got, want)
		}
	}
}

// codes are all that were ever published: a code is never removed, it is marked obsolete.
var codes = []string{
	"1001", "1002", "1003", "1004", "1005", "1006", "1007", "2001", "2002", "2003", "2004", "2005",
	"invalid_format", "unknown_device", "validation_failed",
	"http-401", "http-402", "http-403", "http-404", "http-405", "http-406", "http-409", "http-413", "http-415", "http-422", "http-429", "http-5xx",
	"mobile-cashier", "products-violations", "push-states", "url-warning",
}

func TestNoCodeVanishes(t *testing.T) {
	for _, name := range codes {
		if e, ok := catalog.ByName(name); !ok || e.Page() != "errors/"+name+"/" {
			t.Errorf("%s has no page any more", name)
		}
	}
	for _, e := range catalog.All() {
		if !slices.Contains(codes, e.Name) {
			t.Errorf("%s is new: add it to codes, in this file, so that it never vanishes", e.Name)
		}
	}
}
