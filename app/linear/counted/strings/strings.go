// Package strings stands in for the standard library's and counts the bytes that its
// functions look at. A search that ends early is counted as far as it went.
package strings

import (
	"iter"
	"strings"

	"evotor-errors/app/linear/counted"
)

type (
	Builder  = strings.Builder
	Replacer = strings.Replacer
)

// found counts a search in s that ended at i, -1 for none.
func found(s string, i int) int {
	if i < 0 {
		counted.Add(len(s))
	} else {
		counted.Add(i + 1)
	}
	return i
}

// foundLast counts a search from the end.
func foundLast(s string, i int) int {
	counted.Add(len(s) - i)
	return i
}

// kept counts what was taken off the ends of s.
func kept(s, rest string) string {
	counted.Add(len(s) - len(rest) + 1)
	return rest
}

// all counts what is looked at as a whole.
func all(s string) string {
	counted.Add(len(s) + 1)
	return s
}

func Index(s, sub string) int                         { return found(s, strings.Index(s, sub)) }
func IndexByte(s string, c byte) int                  { return found(s, strings.IndexByte(s, c)) }
func IndexAny(s, chars string) int                    { return found(s, strings.IndexAny(s, chars)) }
func IndexFunc(s string, f func(rune) bool) int       { return found(s, strings.IndexFunc(s, f)) }
func LastIndex(s, sub string) int                     { return foundLast(s, strings.LastIndex(s, sub)) }
func LastIndexByte(s string, c byte) int              { return foundLast(s, strings.LastIndexByte(s, c)) }
func LastIndexAny(s, chars string) int                { return foundLast(s, strings.LastIndexAny(s, chars)) }
func Contains(s, sub string) bool                     { return Index(s, sub) >= 0 }
func ContainsAny(s, chars string) bool                { return IndexAny(s, chars) >= 0 }
func ContainsRune(s string, r rune) bool              { return found(s, strings.IndexRune(s, r)) >= 0 }
func HasPrefix(s, p string) bool                      { return strings.HasPrefix(s, all(p)) }
func HasSuffix(s, p string) bool                      { return strings.HasSuffix(s, all(p)) }
func EqualFold(s, t string) bool                      { return len(all(s)) >= 0 && strings.EqualFold(s, t) }
func Count(s, sub string) int                         { return strings.Count(all(s), sub) }
func Trim(s, set string) string                       { return kept(s, strings.Trim(s, set)) }
func TrimLeft(s, set string) string                   { return kept(s, strings.TrimLeft(s, set)) }
func TrimRight(s, set string) string                  { return kept(s, strings.TrimRight(s, set)) }
func TrimSpace(s string) string                       { return kept(s, strings.TrimSpace(s)) }
func TrimPrefix(s, p string) string                   { return strings.TrimPrefix(s, all(p)) }
func TrimSuffix(s, p string) string                   { return strings.TrimSuffix(s, all(p)) }
func CutPrefix(s, p string) (string, bool)            { return strings.CutPrefix(s, all(p)) }
func CutSuffix(s, p string) (string, bool)            { return strings.CutSuffix(s, all(p)) }
func ToLower(s string) string                         { return strings.ToLower(all(s)) }
func ToUpper(s string) string                         { return strings.ToUpper(all(s)) }
func ToValidUTF8(s, to string) string                 { return strings.ToValidUTF8(all(s), to) }
func Map(f func(rune) rune, s string) string          { return strings.Map(f, all(s)) }
func ReplaceAll(s, old, new string) string            { return strings.ReplaceAll(all(s), old, new) }
func Repeat(s string, n int) string                   { return all(strings.Repeat(s, n)) }
func Clone(s string) string                           { return strings.Clone(all(s)) }
func Join(list []string, sep string) string           { return all(strings.Join(list, sep)) }
func Split(s, sep string) []string                    { return strings.Split(all(s), sep) }
func SplitSeq(s, sep string) iter.Seq[string]         { return strings.SplitSeq(all(s), sep) }
func Fields(s string) []string                        { return strings.Fields(all(s)) }
func FieldsSeq(s string) iter.Seq[string]             { return strings.FieldsSeq(all(s)) }
func FieldsFunc(s string, f func(rune) bool) []string { return strings.FieldsFunc(all(s), f) }
func Lines(s string) iter.Seq[string]                 { return strings.Lines(all(s)) }
func NewReplacer(pairs ...string) *Replacer           { return strings.NewReplacer(pairs...) }

func Cut(s, sep string) (before, after string, ok bool) {
	before, after, ok = strings.Cut(s, sep)
	counted.Add(len(before) + 1)
	return before, after, ok
}
