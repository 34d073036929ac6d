// Command evotor-errors explains error responses of Evotor's cloud. Compiled for a browser,
// it is the tool of the site that its own subcommand site writes.
package main

import (
	"os"

	"evotor-errors/app/cmd"
)

func main() {
	os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
