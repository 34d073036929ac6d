// Package sample has branches that its test pins, and some that it does not.
package sample

// Name says what a number is.
func Name(n int, odd bool) string {
	for {
		if n < 100 { // otherwise without end
			break
		}
		n /= 10
	}
	if n < 0 && odd {
		return "negative"
	}
	if n > 1000 {
		return "never"
	}
	switch n {
	case 0:
		return "zero"
	case 1, 2: // as the default
		return "many"
	case 3:
		n++
	default:
		return "many"
	}
	switch {
	case odd, n == 4:
		return "four"
	}
	return "?"
}

// Kind is what a value is.
func Kind(v any) string {
	switch v.(type) {
	case int:
		return "int"
	case string:
	}
	return "other"
}
