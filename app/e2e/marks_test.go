package e2e

import (
	"fmt"
	"image"
	"image/color"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestMarks wants each field marked where it stands in the box, and tied to its card.
func TestMarks(t *testing.T) {
	tab := openTool(t, "")
	tab.view(1440, "light")
	tab.paste("строка до\n" + curl)
	tab.ready()
	tab.wait("document.querySelectorAll('#marks mark').length > 5")
	if got := eval[string](tab, "[...document.querySelectorAll('#marks mark')].map(m => m.className + ' ' + m.textContent).join('|')"); got !=
		"secret FAKE-0000-sample-token|code 2003|reason incorrect|subject deviceUuid|value null|code 1005|subject deviceUuid" {
		t.Errorf("the marks are %s", got)
	}
	// The layer lays its text out as the box does: a mark's own text is where the box has it.
	if got := eval[float64](tab, `(() => {
		const copy = document.createElement("div");
		const style = getComputedStyle(text);
		for (const p of ["fontFamily", "fontSize", "fontKerning", "padding", "lineHeight", "whiteSpace", "overflowWrap", "tabSize"]) copy.style[p] = style[p];
		copy.style.width = text.clientWidth + "px"; copy.style.boxSizing = "border-box";
		copy.textContent = text.value;
		document.body.append(copy);
		const node = copy.firstChild, at = text.value.indexOf("1005");
		const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 4);
		const want = range.getBoundingClientRect(), base = copy.getBoundingClientRect();
		const mark = [...document.querySelectorAll("#marks mark")].find(m => m.textContent === "1005").getBoundingClientRect(), box = text.getBoundingClientRect();
		copy.remove();
		return Math.abs((want.x - base.x) - (mark.x - box.x - text.clientLeft)) + Math.abs((want.y - base.y) - (mark.y - box.y - text.clientTop + text.scrollTop));
	})()`); got > 3 {
		t.Errorf("a mark is %.1f pixels off its text", got)
	}
	tab.legible()
	// The caret in a field points out its card, a card its marks.
	eval[any](tab, "(at => (text.focus(), text.setSelectionRange(at, at)))(text.value.indexOf('1005') + 1)")
	tab.wait("document.querySelector('#report .card.active')?.dataset.card === '0.1'")
	eval[any](tab, "document.querySelector('#report .card[data-card=\"0.0\"] footer a').focus()")
	tab.wait("[...document.querySelectorAll('#marks mark.active')].map(m => m.textContent).join() === '2003,incorrect,deviceUuid,null'")
	// A secret is covered until the caret stands in it.
	opaque := "getComputedStyle(document.querySelector('#marks mark.secret')).backgroundColor !== 'rgba(0, 0, 0, 0)'"
	if !eval[bool](tab, opaque) {
		t.Error("the secret is not covered")
	}
	eval[any](tab, "(at => (text.focus(), text.setSelectionRange(at, at)))(text.value.indexOf('FAKE') + 2)")
	tab.wait("!(" + opaque + ")")
	// What was mended is marked, and said in words.
	tab.paste(`{"errors":[{"code":2001,}]}`)
	tab.wait("document.querySelector('#marks mark.mend')?.textContent === ','")
	tab.waitText(".mended", "При чтении исправлено: запятые")
	// While a text was not read, the line promises nothing of its secrets.
	eval[any](tab, "document.addEventListener('tool:marks', e => e.stopImmediatePropagation(), true)")
	tab.paste(curl)
	tab.waitText("#state", "Текст ещё не проверен: секреты в нём пока не скрыты. Страницу он не покидает.")
}

// legible wants the letters in the box as dark with the marks as without them; a covered secret has
// none.
func (t *tab) legible() {
	t.Helper()
	eval[any](t, "(text.blur(), document.querySelectorAll('#marks .secret').forEach(m => m.style.visibility = 'hidden'), new Promise(requestAnimationFrame))")
	marked := t.picture(chromedp.Screenshot(chromedp.CSS("#text")))
	eval[any](t, "(document.getElementById('marks').style.visibility = 'hidden', new Promise(requestAnimationFrame))")
	plain := t.picture(chromedp.Screenshot(chromedp.CSS("#text")))
	eval[any](t, "(document.getElementById('marks').style.visibility = '', document.querySelectorAll('#marks .secret').forEach(m => m.style.visibility = ''))")
	letters, changed := 0, 0
	bounds := plain.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			light := func(of image.Image) uint8 { return color.GrayModel.Convert(of.At(x, y)).(color.Gray).Y }
			is, was := light(marked), light(plain)
			if was < 80 {
				letters++
			}
			if was < 80 && is > was+60 || was > 120 && is < 80 { // covered, or a letter of the layer's own
				changed++
			}
		}
	}
	if letters < 1000 || changed > 0 {
		t.Errorf("of %d pixels of letters the marks change %d", letters, changed)
	}
}

// TestMarksAndCards goes from cards and repairs to their places, and from marks to their cards,
// with the mouse.
func TestMarksAndCards(t *testing.T) {
	tab := openTool(t, "")
	tab.view(1440, "light")
	tab.paste(`{'errors': [{'code': 2003 "subject": deviceUuid, "value": None,}]}` + "\n\nHTTP/1.1 404 Not Found\n\n")
	tab.wait("document.querySelectorAll('#marks mark').length > 8")
	selected := "text.value.slice(text.selectionStart, text.selectionEnd)"
	// Each click leads to the next place of the card.
	for _, want := range []string{"2003", "deviceUuid", "None", "2003"} {
		tab.click(`#report [data-card="0.0"] [data-do=show]`)
		if got := eval[string](tab, selected); got != want {
			t.Errorf("the card leads to %q, want %q", got, want)
		}
	}
	tab.click(`#report [data-card="1"] [data-do=show]`)
	if got := eval[string](tab, selected); got != "HTTP/1.1 404 Not Found" {
		t.Errorf("the card of a status leads to %q", got)
	}
	// Repairs are shown where they were made, and named.
	if got := tab.text(".mended"); got != "При чтении исправлено: кавычки ×3 запятые ×2 None, True и подобные слова" {
		t.Errorf("mended: %q", got)
	}
	tab.click(`.mended [data-mend=literal]`)
	if got := eval[string](tab, selected); got != "None" {
		t.Errorf("the repair leads to %q", got)
	}
	tab.click(`.mended [data-mend=comma]`)
	if got := eval[string](tab, "text.value.slice(0, text.selectionStart)"); !strings.HasSuffix(got, "2003") {
		t.Errorf("the missing comma is behind %q", got)
	}
	// The mouse on a mark points out its card, on a card its marks; a repair says what it is.
	at := func(selector string) (x, y float64) {
		p := eval[[]float64](tab, "(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector("+strconv.Quote(selector)+").getBoundingClientRect())")
		return p[0], p[1]
	}
	move := func(selector string) {
		x, y := at(selector)
		tab.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y))
	}
	move("#marks mark.subject")
	tab.wait("document.querySelector('.card.active')?.dataset.card === '0.0'")
	move("#marks mark.quotes:not(:empty)")
	if got := eval[string](tab, "text.title"); got != "При чтении исправлено: кавычки" {
		t.Errorf("the repair is called %q", got)
	}
	move(`#report [data-card="0.0"] h2`)
	tab.wait("[...document.querySelectorAll('#marks mark.active')].map(m => m.textContent).join() === '2003,deviceUuid,None'")
	// A click in the text does too.
	x, y := at("#marks mark.status")
	tab.do(chromedp.MouseClickXY(x, y))
	tab.wait("document.querySelector('.card.active')?.dataset.card === '1'")
}

// many is a text with n errors, none like another.
func many(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"errors\":[{\"code\":2003,\"subject\":\"field%d\"}]}\n", i)
	}
	return b.String()
}

// TestManyCards draws some cards at first, and the rest on demand.
func TestManyCards(t *testing.T) {
	tab := openTool(t, "")
	tab.paste(many(120))
	tab.wait("document.querySelectorAll('#report .card').length === 50")
	if got := tab.text("#more"); got != "Показать ещё 50" {
		t.Errorf("the button says %q", got)
	}
	tab.click("#more")
	tab.wait("document.activeElement.closest('.card') === document.querySelectorAll('#report .card')[50]")
	tab.wait("document.querySelectorAll('#report .card').length === 100")
	tab.click("#more")
	tab.wait("document.querySelectorAll('#report .card').length === 120 && !document.querySelector('#more')")
	// The box stays in sight beside the last of them.
	tab.view(1440, "light")
	eval[any](tab, "document.querySelector('#report .card:last-of-type').scrollIntoView({block: 'end'})")
	if top := eval[float64](tab, "text.getBoundingClientRect().top"); top < 0 || top > 200 {
		t.Errorf("beside the last card the box begins at %v", top)
	}
}
