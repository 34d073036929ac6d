// Package cmd is the command line, and for a browser the program that draws the tool.
package cmd

import "evotor-errors/app/ui"

// Main runs the tool in the page that loaded the program.
func Main() { ui.Run() }
