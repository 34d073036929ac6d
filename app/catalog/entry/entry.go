// Package entry says what an entry of the catalogue consists of. It has the types alone, without
// the data: the generator of the data needs them too, and runs however damaged the data are.
package entry

import "strings"

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

const (
	Partner  Actor = "partner"
	Merchant Actor = "merchant"
	Evotor   Actor = "evotor"

	Later Retry = "later"
)

const (
	ToCloud   Direction = "to-cloud"
	FromCloud Direction = "from-cloud"
	Unknown   Direction = "unknown"
)

// An Entry is one code, or one HTTP status without a code, or something else that people ask
// about, which has neither.
type Entry struct {
	Name            string // "2003", "validation_failed", "http-404", "url-warning"
	Code            string // as an error carries it; "" for what comes without a code
	Status          int    // the HTTP status it goes with; 500 stands for all 5xx, 0 for any or none
	Published       bool   // whether it has a page; false for the texts said where there is no entry
	Actors          []Actor
	ActorsToCloud   []Actor // where they differ when a service answered the cloud
	ActorsFromCloud []Actor // likewise, when the cloud answered
	Retry           Retry
	Gate            bool     // until it is dealt with, nothing else of a request is looked at
	Secret          bool     // a value under this code is a token or a password
	Reasons         []string // the documented ones
	Obsolete        bool     // gone from the API reference since 2017: the code, or, if set, ObsoleteReason alone
	ObsoleteReason  string
	Sample          string  // an HTTP response
	Text            [2]Text // by Lang
}

// Text is what an entry says in one language: Markdown without blocks, with slots such as
// {subject} in braces. What else a page says (causes, samples, sources) is not in the catalogue.
type Text struct {
	Title     string
	Meaning   string
	Sentences []Line // what happened: the first that fits is said
	Steps     []Line // what to do: all that fit
	Retry     string
	Merchant  Message // to the merchant, empty where nothing is asked of them
}

// A Message is to somebody who knows nothing of codes.
type Message struct {
	What []Line // what happened: the first that fits is said
	Do   []Line // what to do: all that fit
}

// A Line is said only When its condition holds: a documented reason, a direction, or the
// name of a slot that must be filled. "" always holds.
type Line struct {
	When, Text string
	For        Actor // whom a step is for
}

// Both is a text in both languages, by Lang.
type Both [2]string

// UnmarshalYAML reads {ru: …, en: …}.
func (b *Both) UnmarshalYAML(unmarshal func(any) error) error {
	var texts struct{ Ru, En string }
	err := unmarshal(&texts)
	*b = Both{texts.Ru, texts.En}
	return err
}

// Page is the entry's page relative to the root of the site, "" if it has none.
func (e *Entry) Page() string {
	if !e.Published {
		return ""
	}
	return "errors/" + e.Name + "/"
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
