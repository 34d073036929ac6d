// Package catalog holds what is known of Evotor's error codes and of the HTTP statuses that
// come without one, in Russian and English, as data that needs no files at run time.
//
// The data are generated from docs/errors, which the site is made of too. A code is never
// removed from the catalogue; it is marked obsolete.
package catalog

import (
	"strings"

	"evotor-errors/app/catalog/entry"
)

// Version is the version of the product: of the tool, the element, the command and the package.
const Version = "1.1.0"

// What the catalogue is made of; package entry says what each is.
type (
	Lang      = entry.Lang
	Actor     = entry.Actor
	Retry     = entry.Retry
	Direction = entry.Direction
	Entry     = entry.Entry
	Text      = entry.Text
	Line      = entry.Line
	Message   = entry.Message
)

const (
	Russian = entry.Russian
	English = entry.English

	Merchant = entry.Merchant
	Later    = entry.Later

	ToCloud   = entry.ToCloud
	FromCloud = entry.FromCloud
	Unknown   = entry.Unknown
)

// Langs are the languages that every text exists in.
var Langs = entry.Langs

// ParseLang reads a language's tag.
func ParseLang(s string) (Lang, bool) { return entry.ParseLang(s) }

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
		if e := &entries[i]; e.Code == "" && e.Status == status && status != 0 {
			return e
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
	code = strings.ReplaceAll(strings.ReplaceAll(code, "-", "_"), " ", "_")
	return distance(strings.ToLower(code), want) <= 2
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
