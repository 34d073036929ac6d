package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// maxHeading is how long the line may be that names the columns of a table.
const maxHeading = 512

// column hides what looks drawn at random in the column that the name s[start:i] heads: of CSV, of a
// table in Markdown or of psql. The rows of one table head no other.
func (f *finder) column(start, i int) {
	s := f.s
	k := i
	for k < len(s) && (s[k] == ' ' || s[k] == '"') {
		k++
	}
	if k == len(s) || strings.IndexByte(",;|\t\r\n", s[k]) < 0 {
		return
	}
	from := max(0, start-maxHeading)
	line := from + strings.LastIndexByte(s[from:start], '\n') + 1
	heading := s[line:f.lineEnd(i)]
	before := strings.TrimRight(s[line:start], " \"")
	if len(heading) > maxHeading || line < f.rows && line != f.heading || strings.ContainsAny(heading, ":={(") {
		return
	}
	mark := s[k : k+1]
	if eol := line + len(heading); before == "" && strings.TrimSpace(s[min(k+1, eol):eol]) == "" {
		return // the only column
	}
	if strings.TrimSpace(mark) == "" && mark != "\t" && before != "" {
		mark = before[len(before)-1:] // of the last column
	}
	if !strings.Contains(",;|\t", mark) || before != "" && !strings.HasSuffix(before, mark) {
		return
	}
	f.heading = line
	f.cells(line+len(heading)+1, strings.Count(before, mark), mark)
}

// cells hides the cells behind so many marks, of the rows from s[row] on.
func (f *finder) cells(row, columns int, mark string) {
	for s := f.s; row < len(s); {
		end := text.LineEnd(s, row)
		f.rows = end
		cells := s[row:end]
		row = end + 1
		if strings.Trim(cells, "-+|: \r") == "" && cells != "" {
			continue // the rule below a heading
		}
		if strings.Count(cells, mark) < max(columns, 1) {
			return
		}
		for range columns {
			_, cells, _ = strings.Cut(cells, mark)
		}
		cell, _, _ := strings.Cut(cells, mark)
		cell = strings.TrimLeft(cell, " \"'")
		at := end - len(cells) + strings.Index(cells, cell)
		if cell = strings.TrimRight(cell, " \"'\r"); random(cell) && endOfWord(cell, 0) == len(cell) {
			f.hide(at, at+len(cell))
		}
	}
}
