package decode

import "strings"

// Directions.
const (
	toCloud   = "to-cloud"
	fromCloud = "from-cloud"
	unknown   = "unknown"
)

// direction says who answered a request: the cloud if it went to a host of Evotor, a
// partner's service if it went elsewhere, or without a host, to the path of a webhook.
func direction(method, host, path string) string {
	if host != "" && evotorHost(host) {
		return fromCloud
	}
	if p, _, _ := strings.Cut(path, "?"); webhook(strings.ToUpper(method), strings.Trim(p, "/"), host != "") {
		return toCloud
	}
	return unknown
}

func evotorHost(host string) bool {
	host, _, _ = strings.Cut(strings.ToLower(host), ":")
	switch name, rest, _ := strings.Cut(host, "."); name {
	case "developer", "developers", "www", "support", "help", "market", "evotor":
		if rest == "evotor.ru" || rest == "ru" {
			return false // pages for people
		}
	}
	return strings.HasSuffix(host, ".evotor.ru") || strings.HasSuffix(host, ".evotor.tech")
}

// webhook reports whether a path is one that the cloud calls. Some paths are those of the
// cloud's own API too; they count only at another host, or with a method of webhooks.
func webhook(method, path string, foreign bool) bool {
	for _, p := range [...]string{"user/verify", "user/create", "user/token", "subscription/event",
		"installation/event", "v2/receipts"} {
		if hasPath(path, p) {
			return true
		}
	}
	for _, p := range [...]string{"devices", "employees", "stores", "documents"} {
		if hasPath(path, p) && (method == "PUT" || foreign && strings.Contains(path, "inventories/")) {
			return true
		}
	}
	for _, p := range [...]string{"products", "commodities", "receipts"} {
		if hasPath(path, p) && foreign {
			return true
		}
	}
	return false
}

func hasPath(path, end string) bool {
	rest, ok := strings.CutSuffix(path, end)
	return ok && (rest == "" || rest[len(rest)-1] == '/')
}

// splitURL is the host and path of an address, whose scheme ends before s.
func splitURL(s string) (host, path string) {
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		host, path = s[:i], s[i:]
	} else {
		host = s
	}
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	return host, path
}
