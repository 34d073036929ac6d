// Package cmd is the command line, and for a browser the program that draws the tool.
package cmd

import (
	"io"

	"evotor-errors/app/ui"
)

// Main runs the tool in the page that loaded the program.
func Main([]string, io.Reader, io.Writer, io.Writer) int {
	ui.Run()
	return 0
}
