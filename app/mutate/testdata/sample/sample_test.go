package sample

import "testing"

func TestName(t *testing.T) {
	for n, want := range map[int]string{-1: "negative", 0: "zero", 1: "many", 3: "four", 50: "many", 5000: "many"} {
		if got := Name(n, n%2 != 0); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestKind(t *testing.T) {
	if Kind(1) != "int" || Kind("") != "other" {
		t.Error(Kind(1), Kind(""))
	}
}
