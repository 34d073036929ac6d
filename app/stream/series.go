package stream

import "time"

// widths are those of a bucket in seconds; each is a multiple of the one before.
var widths = [...]int64{
	1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 12 * 3600,
	86400, 7 * 86400, 28 * 86400, 364 * 86400, 3640 * 86400, 36400 * 86400,
}

// maxBuckets is how many buckets are kept. With more of them they get wider.
const maxBuckets = 256

// A series counts what happened when, in buckets that are as wide as they must be.
type series struct {
	width       int // the place in widths
	counts      map[int64]int
	first, last int64 // buckets
}

func (s *series) add(t time.Time) {
	if s.counts == nil {
		s.counts = map[int64]int{}
	}
	at := bucket(t.Unix(), s.width)
	if len(s.counts) == 0 {
		s.first, s.last = at, at
	}
	s.first, s.last = min(s.first, at), max(s.last, at)
	s.counts[at]++
	for s.last-s.first >= maxBuckets && s.width < len(widths)-1 {
		*s = s.widened(s.width + 1)
	}
}

// widened is the series with wider buckets.
func (s *series) widened(width int) series {
	wide := series{width: width, counts: make(map[int64]int, len(s.counts))}
	move := func(at int64) int64 { return bucket(at*widths[s.width], width) }
	wide.first, wide.last = move(s.first), move(s.last)
	for at, n := range s.counts {
		wide.counts[move(at)] += n
	}
	return wide
}

// bucket is the number of the bucket of a second.
func bucket(second int64, width int) int64 {
	w := widths[width]
	n := second / w
	if second < 0 && second%w != 0 {
		n--
	}
	return n
}

// fitting is the width with which the series has no more than n buckets.
func (s *series) fitting(n int64) int {
	width := s.width
	for width < len(widths)-1 && bucket(s.last*widths[s.width], width)-bucket(s.first*widths[s.width], width) >= n {
		width++
	}
	return width
}
