// Package utf8 stands in for the standard library's and counts the bytes that its functions
// look at.
package utf8

import (
	"unicode/utf8"

	"evotor-errors/app/linear/counted"
)

const (
	RuneError = utf8.RuneError
	RuneSelf  = utf8.RuneSelf
	UTFMax    = utf8.UTFMax
)

func ValidString(s string) bool {
	counted.Add(len(s) + 1)
	return utf8.ValidString(s)
}

func RuneCountInString(s string) int {
	counted.Add(len(s) + 1)
	return utf8.RuneCountInString(s)
}

// The others look at one character.

func AppendRune(b []byte, r rune) []byte          { return utf8.AppendRune(b, r) }
func DecodeRune(b []byte) (rune, int)             { return utf8.DecodeRune(b) }
func DecodeRuneInString(s string) (rune, int)     { return utf8.DecodeRuneInString(s) }
func DecodeLastRuneInString(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }
func FullRune(b []byte) bool                      { return utf8.FullRune(b) }
func FullRuneInString(s string) bool              { return utf8.FullRuneInString(s) }
func RuneLen(r rune) int                          { return utf8.RuneLen(r) }
func RuneStart(b byte) bool                       { return utf8.RuneStart(b) }
