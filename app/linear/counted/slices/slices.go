// Package slices stands in for the standard library's and counts the elements that its
// functions look at. Functions that call back are counted by the calls.
package slices

import (
	"cmp"
	"iter"
	"slices"

	"evotor-errors/app/linear/counted"
)

func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

func Index[S ~[]E, E comparable](s S, v E) int {
	i := slices.Index(s, v)
	if i < 0 {
		counted.Add(len(s))
	} else {
		counted.Add(i + 1)
	}
	return i
}

func Clone[S ~[]E, E any](s S) S {
	counted.Add(len(s))
	return slices.Clone(s)
}

func Sort[S ~[]E, E cmp.Ordered](s S) { SortFunc(s, cmp.Compare[E]) }

func SortFunc[S ~[]E, E any](s S, f func(a, b E) int) {
	slices.SortFunc(s, func(a, b E) int { counted.Step(); return f(a, b) })
}

func SortStableFunc[S ~[]E, E any](s S, f func(a, b E) int) {
	slices.SortStableFunc(s, func(a, b E) int { counted.Step(); return f(a, b) })
}

func BinarySearch[S ~[]E, E cmp.Ordered](s S, v E) (int, bool) {
	return BinarySearchFunc(s, v, cmp.Compare[E])
}

func BinarySearchFunc[S ~[]E, E, T any](s S, v T, f func(E, T) int) (int, bool) {
	return slices.BinarySearchFunc(s, v, func(e E, t T) int { counted.Step(); return f(e, t) })
}

func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return slices.ContainsFunc(s, f) }
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int     { return slices.IndexFunc(s, f) }
func Backward[S ~[]E, E any](s S) iter.Seq2[int, E]        { return slices.Backward(s) }
func Compact[S ~[]E, E comparable](s S) S {
	counted.Add(len(s))
	return slices.Compact(s)
}
