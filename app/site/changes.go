package site

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"

	"evotor-errors/app/site/page"
)

// A day is what changed on a day.
type day struct {
	Day, ID string
	Changes []change
}

type change struct {
	Text  string
	Pages []link // what it concerns
}

// changes makes the page that says what changed in the reference, and with a base its feed.
func (p *pages) changes() error {
	const at = "changes/"
	var days []day
	for _, c := range p.in.Docs.Changes {
		if n := len(days); n == 0 || days[n-1].ID != c.Date {
			t, err := time.Parse(time.DateOnly, c.Date)
			if err != nil {
				return err
			}
			days = append(days, day{Day: p.date(t), ID: c.Date})
		}
		var concerns []link
		if names := c.Names(); len(names) <= 12 { // more are the reference as a whole
			concerns = p.named(names, "../")
		}
		d := &days[len(days)-1]
		d.Changes = append(d.Changes, change{c.Text[p.lang], concerns})
	}
	md, err := p.markdown("changes.md", days)
	if err != nil {
		return err
	}
	body, err := p.article(md, nil)
	if err != nil {
		return err
	}
	title := p.word("machines", "changes")
	if err := p.twin(twin{Path: at, Title: title, Text: md}); err != nil {
		return err
	}
	if err := p.feed(title, at); err != nil {
		return err
	}
	return p.page("text.html", layout{
		Title: title + " — " + p.word("site", "name"), Description: p.word("machines", "changes-description"),
		Heading: escape(title), Path: at, Body: textBody{article: body},
	})
}

// named leads to records and guides, from a page that root leads to the root of the language's
// pages from.
func (p *pages) named(names []string, root string) []link {
	var list []link
	for _, name := range names {
		if r := p.in.Docs.Record(name); r != nil {
			list = append(list, link{Href: root + "errors/" + name + "/", Text: p.short(r)})
		} else if g := p.in.Docs.Guide(name); g != nil {
			list = append(list, link{Href: root + "guide/" + name + "/", Text: g.Text[p.lang].Title})
		}
	}
	return list
}

type atomFeed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string   `xml:"xml:lang,attr"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Links   []atomLink
	Entries []atomEntry
}

type atomLink struct {
	XMLName xml.Name `xml:"link"`
	Rel     string   `xml:"rel,attr,omitempty"`
	Href    string   `xml:"href,attr"`
}

type atomEntry struct {
	XMLName xml.Name `xml:"entry"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink
	Content string `xml:"content"`
}

// feed publishes the list of changes as Atom, whose addresses are absolute.
func (p *pages) feed(title, at string) error {
	base := p.in.Base + p.lang.Prefix()
	if p.in.Base == "" {
		return nil
	}
	f := atomFeed{
		Lang: p.lang.String(), ID: base + at, Title: title + " — " + p.word("site", "name"), Author: p.word("site", "name"),
		Links: []atomLink{{Href: base + at}, {Rel: "self", Href: base + feedName(at)}},
	}
	for i, c := range p.in.Docs.Changes {
		var names []string
		for _, l := range p.named(c.Names(), "") {
			names = append(names, l.Text)
		}
		same := 0 // changes of the same day that are older: ids stay when a change is added
		for _, older := range p.in.Docs.Changes[i+1:] {
			if older.Date == c.Date {
				same++
			}
		}
		f.Entries = append(f.Entries, atomEntry{
			ID: base + at + "#" + c.Date + "-" + strconv.Itoa(same+1), Link: atomLink{Href: base + at + "#" + c.Date},
			Title: strings.ReplaceAll(c.Text[p.lang], "`", ""), Updated: moment(c), Content: strings.Join(names, ", "),
		})
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	data, err := xml.MarshalIndent(f, "", "  ")
	p.tree[p.lang.Prefix()+feedName(at)] = append([]byte(xml.Header), append(data, '\n')...)
	return err
}

func feedName(at string) string { return strings.TrimSuffix(at, "/") + ".atom" }

func moment(c page.Change) string { return c.Date + "T00:00:00Z" }
