// Command evotor-errors explains error responses of Evotor's cloud. Compiled for a browser,
// it is the tool of the site.
package main

import "evotor-errors/app/cmd"

func main() { cmd.Main() }
