//go:build browsers

package e2e

import (
	"strings"
	"testing"
)

// TestBrowsersCaddy follows the guide with Caddy, which only ./build.sh test-browsers installs: its
// package is large and starts a server of its own.
func TestBrowsersCaddy(t *testing.T) {
	dir := publish(t)
	addr := freeAddr(t)
	config := strings.NewReplacer("example.com {", "http://"+addr+" {", "/var/www", dir).Replace(recipe(t, "Caddyfile"))
	hosted(t, dir, addr, "{\nadmin off\n}\n"+config, "caddy", "run", "--adapter", "caddyfile", "--config")
}
