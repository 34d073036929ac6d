// Package catalog holds what is known of Evotor's error codes and of the HTTP statuses that
// come without one, in Russian and English, as data that needs no files at run time.
//
// The data are generated from docs/errors, which the site is made of too. A code is never
// removed from the catalogue; it is marked obsolete.
package catalog

import "strings"

// Version is the version of the product: of the tool, the element, the command and the package.
const Version = "1.1.0"

// Lang is a language of the texts.
type Lang int

const (
	Russian Lang = iota
	English
)

// Langs are the languages that every text exists in.
var Langs = []Lang{Russian, English}

// String is the language's tag: ru, en.
func (l Lang) String() string { return [...]string{"ru", "en"}[l] }

// Prefix is what the addresses of the site's pages in the language begin with.
func (l Lang) Prefix() string { return [...]string{"", "en/"}[l] }

// ParseLang reads a language's tag.
func ParseLang(s string) (Lang, bool) {
	for _, l := range Langs {
		if l.String() == s {
			return l, true
		}
	}
	return Russian, false
}

// Actor is who must act: partner, merchant, evotor, unknown.
type Actor string

// Retry says whether to send the same request again: no, after-fix (it succeeds once
// somebody has acted), later (wait, then repeat).
type Retry string

// Direction is who answered whom: to-cloud (a partner's service answered the cloud),
// from-cloud (the cloud answered a service), unknown. In an entry "" means either.
type Direction string

// Those that the order of a plan depends on.
const (
	Merchant Actor = "merchant"
	Later    Retry = "later"
)

const (
	ToCloud   Direction = "to-cloud"
	FromCloud Direction = "from-cloud"
	Unknown   Direction = "unknown"
)

// Evidence says how sure a statement is (documented, observed, inferred) and, by id, whose
// it is; what we infer has no source.
type Evidence struct{ Sure, Source string }

// An Entry is one code, or one HTTP status without a code.
type Entry struct {
	Name           string // "2003", "validation_failed", "http-404"
	Code           string // as an error carries it; "" for a status without a code
	Status         int    // the HTTP status it goes with; 500 stands for all 5xx, 0 for any
	Published      bool   // whether it has a page; false for the texts said where there is no entry
	Actors         []Actor
	ActorsToCloud  []Actor // where they differ when a service answered the cloud
	Retry          Retry
	Gate           bool     // until it is dealt with, nothing else of a request is looked at
	Secret         bool     // a value under this code is a token or a password
	Reasons        []string // the documented ones
	Keywords       []string // what people call it
	Obsolete       bool     // gone from the API reference since 2017: the code, or, if set, ObsoleteReason alone
	ObsoleteReason string
	Meaning        Evidence
	Causes         []Cause
	Sample         string  // an HTTP response
	Text           [2]Text // by Lang
}

// A Cause is one reason why the code appears; its text has the same index in Text.Causes.
type Cause struct {
	Direction Direction
	Evidence
}

// Text is what an entry says in one language: Markdown without blocks, with slots such as
// {subject} in braces.
type Text struct {
	Title     string
	Meaning   string
	Sentences []Line // what happened: the first that fits is said
	Causes    []string
	Steps     []Line // what to do: all that fit
	Retry     string
}

// A Line is said only When its condition holds: a documented reason, a direction, or the
// name of a slot that must be filled. "" always holds.
type Line struct{ When, Text string }

// Page is the entry's page relative to the root of the site, "" if it has none.
func (e *Entry) Page() string {
	if !e.Published {
		return ""
	}
	return "errors/" + e.Name + "/"
}

// All are the entries with a page, by status and code.
func All() []*Entry { return published }

// ByName finds an entry by its name; ok is false where there is none.
func ByName(name string) (e *Entry, ok bool) {
	for i := range entries {
		if entries[i].Name == name {
			return &entries[i], true
		}
	}
	return nil, false
}

// Lookup finds the entry of a code. A webhook code is looked up as a number: 02003 and
// 2003.0 are 2003.
func Lookup(code string) (e *Entry, ok bool) {
	code = Canonical(code)
	if code == "" {
		return nil, false
	}
	for i := range entries {
		if entries[i].Code == code {
			return &entries[i], true
		}
	}
	return nil, false
}

// Canonical is a numeric code without leading zeros and an empty fraction; any other code
// is returned as it is.
func Canonical(code string) string {
	whole, fraction, _ := strings.Cut(strings.TrimSpace(code), ".")
	if whole == "" || strings.Trim(whole, "0123456789") != "" || strings.Trim(fraction, "0") != "" {
		return code
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		return "0"
	}
	return whole
}

// ByStatus is the entry for an HTTP status that comes without a code; where the status has
// none of its own, it is the general one, which has no page.
func ByStatus(status int) *Entry {
	if status >= 500 {
		status = 500
	}
	for i := range entries {
		if entries[i].Code == "" && entries[i].Status == status {
			return &entries[i]
		}
	}
	return HTTPOther
}

// Reason reports whether a reason is documented for some code, letter case aside.
func Reason(reason string) bool {
	for i := range entries {
		if entries[i].HasReason(reason) {
			return true
		}
	}
	return false
}

// HasReason reports whether a reason is documented for the code, letter case aside.
func (e *Entry) HasReason(reason string) bool {
	for _, r := range e.Reasons {
		if strings.EqualFold(r, reason) {
			return true
		}
	}
	return false
}

// Word is a text that all ways of use share, such as Word("retry", "later", English); ""
// if there is none.
func Word(group, id string, lang Lang) string {
	for _, w := range words {
		if w.group == group && w.id == id {
			return w.text[lang]
		}
	}
	return ""
}

type word struct {
	group, id string
	text      [2]string
}

// A Source is where a statement comes from.
type Source struct {
	ID, Years, Where string
	Title            [2]string // by Lang
}

// Sources finds a source by its id.
func Sources(id string) (Source, bool) {
	for _, s := range sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

var published = func() (list []*Entry) {
	for i := range entries {
		if entries[i].Published {
			list = append(list, &entries[i])
		}
	}
	return list
}()

// Near finds the entry whose code somebody may have meant: with letters in another case or
// two of them wrong, with dashes for underscores, with a digit twice or two digits swapped.
func Near(code string) (e *Entry, ok bool) {
	if code == "" || len(code) > 40 {
		return nil, false
	}
	for i := range entries {
		if want := entries[i].Code; want != "" && alike(code, want) {
			return &entries[i], true
		}
	}
	return nil, false
}

func alike(code, want string) bool {
	if strings.Trim(want, "0123456789") == "" {
		for i := range code {
			if code[:i]+code[i+1:] == want || i > 0 && code[:i-1]+code[i:i+1]+code[i-1:i]+code[i+1:] == want {
				return true
			}
		}
		return false
	}
	fold := strings.NewReplacer("-", "_", " ", "_")
	return distance(strings.ToLower(fold.Replace(code)), want) <= 2
}

// distance is how many bytes to insert, remove or replace to make a of b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
