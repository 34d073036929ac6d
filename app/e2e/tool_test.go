package e2e

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

const curl = "> PUT /api/v1/inventories/devices HTTP/1.1\n> Authorization: Bearer FAKE-0000-sample-token\n< HTTP/1.1 400 Bad Request\n< \n" +
	`{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":null},{"code":1005,"subject":"deviceUuid"}]}`

func TestPasteAndRead(t *testing.T) {
	tab := openTool(t, "")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	for selector, want := range map[string]string{
		".sum":                                  "2 ошибки Скорее всего, ваш сервис ответил облаку Эвотор Скопировать для задачи По порядку: сначала то, что мешает остальному",
		"#report .card:nth-of-type(1) h2":       "2003 Поле deviceUuid: значение null недопустимо",
		"#report .card:nth-of-type(1) .verdict": "Исправляет разработчик сервиса Не повторять",
		"#report .card:nth-of-type(2) .verdict": "Дело за владельцем кассы Повторить после активации",
		"#report .card:nth-of-type(1) footer":   "Смысл и причины Показать строку 5 Всё о коде 2003",
		`.card[data-code="1005"] .note`:         "Код 1005 передают со статусом 405, а здесь 400. Получатель может неверно понять ответ.",
	} {
		if got := tab.text(selector); got != want {
			t.Errorf("%s says %q, want %q", selector, got, want)
		}
	}
	if got := tab.text("#report .card:nth-of-type(1) ol li"); !strings.HasPrefix(got, "Разработчик сервиса: ") {
		t.Errorf("the first step is %q", got)
	}
	if got := tab.text("#report"); strings.Contains(got, "FAKE-0000") {
		t.Errorf("the report repeats a token: %s", got)
	}
	// As one types: what is there is explained, what is gone is not.
	tab.paste("")
	tab.waitText(".sum", "Здесь появится разбор")
	tab.paste("просто текст")
	tab.waitText(".sum", "Ничего не нашлось. Попробуйте код, статус или слово из ответа.")
	tab.paste(`{"errors":[{"code":3000}]}`)
	tab.wait("document.querySelector('#report .card h2')?.innerText.includes('3000')")
}

// TestTypingBeforeTheProgram types while the program is on its way and wants nothing lost:
// text, selection, focus, and what can be undone.
func TestTypingBeforeTheProgram(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	s.hold = make(chan struct{})
	tab := newTab(t)
	tab.open(s.url)
	tab.do(chromedp.Click(chromedp.CSS("#text")), chromedp.SendKeys(chromedp.CSS("#text"), `{"errors":[{"code":2001}]}`))
	tab.wait("document.getElementById('state').innerText.includes('программу разбора')")
	eval[any](tab, "text.setSelectionRange(3, 9)")
	if tab.text(".sum") != "Здесь появится разбор" {
		t.Error("an explanation before the program was there")
	}
	if !eval[bool](tab, "report.ariaBusy === 'true'") {
		t.Error("nothing says that the report is on its way")
	}
	close(s.hold)
	tab.ready()
	if !eval[bool](tab, "report.ariaBusy === 'false'") {
		t.Error("the report stays on its way")
	}
	tab.wait("document.querySelector('#report .card h2')?.innerText.includes('2001')")
	if got := eval[string](tab, "text.value + [text.selectionStart, text.selectionEnd] + document.activeElement.id"); got != `{"errors":[{"code":2001}]}3,9text` {
		t.Errorf("text, selection and focus are %q", got)
	}
	if got := tab.text("#state"); got != "Текст не покидает эту страницу" {
		t.Errorf("the state says %q", got)
	}
	eval[any](tab, "document.execCommand('undo')")
	if got := eval[string](tab, "text.value"); got == `{"errors":[{"code":2001}]}` {
		t.Error("typing cannot be undone any more")
	}
}

// TestProgramStartsOnIntentOnly wants the program to run once somebody comes to the box, with a
// file or a link, and not before.
func TestProgramStartsOnIntentOnly(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		do   func(*tab)
	}{
		{"focus", func(tab *tab) { eval[any](tab, "(text.blur(), text.focus())") }},
		{"pointer", func(tab *tab) {
			at := eval[[]float64](tab, "(r => [r.x + 20, r.y + 20])(text.getBoundingClientRect())")
			tab.do(chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
		}},
		{"dragged file", func(tab *tab) { eval[any](tab, "text.dispatchEvent(new DragEvent('dragenter', {bubbles: true}))") }},
		{"example", func(tab *tab) { tab.click("#example") }},
		{"fragment", func(tab *tab) {
			tab.open(eval[string](tab, "location.href") + "#code=2001")
			eval[any](tab, "location.reload()")
		}},
		{"drop", func(tab *tab) { eval[any](tab, "text.dispatchEvent(new DragEvent('drop', {bubbles: true}))") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t, "/")
			tab := newTab(t)
			tab.open(s.url)
			time.Sleep(300 * time.Millisecond)
			if eval[bool](tab, "'tool' in document.documentElement.dataset || 'evotorMessage' in window") {
				t.Fatal("the program runs before anybody wants it")
			}
			c.do(tab)
			if !comes(func() bool { return s.programs() > 0 }) {
				t.Error("the program is not asked for")
			}
		})
	}
}

// TestSaveData wants the program fetched at idle, but not by those who save data.
func TestSaveData(t *testing.T) {
	t.Parallel()
	for save, want := range map[bool]int{false: 1, true: 0} {
		t.Run(strconv.FormatBool(save), func(t *testing.T) {
			s := newSite(t, "/")
			tab := newTab(t)
			tab.before("Object.defineProperty(navigator, 'connection', {value: {saveData: " + strconv.FormatBool(save) + "}})")
			tab.open(s.url)
			if want > 0 {
				comes(func() bool { return s.programs() > 0 })
			} else {
				time.Sleep(time.Second)
			}
			if got := s.programs(); got != want {
				t.Errorf("the program was asked for %d times, want %d", got, want)
			}
			eval[any](tab, "(text.blur(), text.focus())")
			tab.ready()
		})
	}
}

func TestProgramThatCannotRun(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, says string
		complaint  string
		site       func(*site)
	}{
		{"blocked by policy", "Браузер не запустил WebAssembly", "Content Security Policy", func(s *site) {
			s.change = func(r *http.Response) {
				r.Header.Set("Content-Security-Policy", strings.Replace(r.Header.Get("Content-Security-Policy"), " 'wasm-unsafe-eval'", "", 1))
			}
		}},
		{"not there", "Программа разбора не загрузилась", "404", (*site).lose},
		{"broken off", "Программа разбора не загрузилась", "ERR_", func(s *site) {
			s.answer = func(w http.ResponseWriter, r *http.Request) bool {
				if !isProgram(r.URL.Path) {
					return false
				}
				w.Header().Set("Content-Type", "application/wasm")
				w.Header().Set("Content-Length", "5000000")
				w.Write([]byte("\x00asm\x01\x00\x00\x00"))
				w.(http.Flusher).Flush()
				panic(http.ErrAbortHandler)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t, "/")
			c.site(s)
			tab := newTab(t)
			tab.expect(c.complaint)
			tab.open(s.url)
			tab.paste(curl)
			tab.wait("document.documentElement.dataset.tool === 'failed'")
			if got := tab.text("#state"); !strings.HasPrefix(got, c.says) || !strings.HasSuffix(got, "Ещё раз") {
				t.Errorf("the page says %q", got)
			}
			if eval[string](tab, "text.value") != curl {
				t.Error("what was typed is lost")
			}
			// The provisional answer is what remains, and says so.
			tab.wait("document.querySelectorAll('#provisional .card').length === 2")
			if got := tab.text("#provisional .note"); got != "Это предварительный разбор: коды нашёл простой поиск. Полный разбор здесь не запустился, подробности — на страницах кодов." {
				t.Errorf("the note says %q", got)
			}
			if got := tab.text(".codes td:nth-child(3)"); got != "Синтаксическая ошибка в запросе" {
				t.Errorf("the table says %q", got)
			}
			// The search finds whatever has a page, and what is said is no more than that.
			for text, path := range map[string]string{
				"HTTP/1.1 404 Not Found\n\n": "/errors/http-404/", "терминал не активен": "/errors/1005/",
				strings.Repeat("просто строка лога\n", 30) + "status code was validation_failed": "/errors/validation_failed/",
			} {
				tab.paste(text)
				tab.wait("document.querySelector('#provisional .hit')?.pathname === " + strconv.Quote(path))
			}
			tab.paste("")
			tab.waitText(".hint", "Полный разбор здесь не запустился. Поиск работает: введите код, статус или слова из ответа, и найдутся страницы справочника.")
			if eval[bool](tab, "document.querySelector('#report').checkVisibility()") {
				t.Errorf("the page says %q", tab.text("#report"))
			}
			tab.paste(curl)
			// Once the obstacle is gone, the button helps.
			if c.name == "not there" {
				// The worker of a start that failed ends.
				eval[any](tab, "(ended => (window.ended = () => ended, window.Worker = class extends Worker { terminate() { ended++; super.terminate(); } }))(0)")
				tab.click("#state button")
				tab.wait("ended() === 1 && document.documentElement.dataset.tool === 'failed'")
				s.mu.Lock()
				s.answer = nil
				s.mu.Unlock()
				tab.click("#state button")
				tab.ready()
				tab.wait("document.querySelectorAll('#report .card').length === 2")
			}
		})
	}
}

// TestTrap has the program break off at its start: the page gets back what go-app had taken, and
// the button starts it anew.
func TestTrap(t *testing.T) {
	tab := openTool(t, "")
	eval[any](tab, `(instantiate => {
		WebAssembly.instantiate = async (...all) => {
			WebAssembly.instantiate = instantiate;
			return {exports: {...(await instantiate(...all)).exports, run() { throw new WebAssembly.RuntimeError("unreachable"); }}};
		};
	})(WebAssembly.instantiate)`)
	tab.paste(curl)
	tab.wait("document.documentElement.dataset.tool === 'failed'")
	if got := tab.text("#state"); !strings.HasPrefix(got, "Программа разбора остановилась") {
		t.Errorf("the page says %q", got)
	}
	if got := eval[string](tab, "document.body.localName + ' ' + (localStorage instanceof Storage)"); got != "body true" {
		t.Errorf("the page is left with %s", got)
	}
	tab.click("#state button")
	tab.wait("document.querySelectorAll('#report .card').length === 2")
}

func TestWithoutJavaScript(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	tab.open(s.url)
	for selector, want := range map[string]string{
		"noscript":             "Без JavaScript разобрать текст нельзя: найдите код из ответа в таблице ниже, у каждого кода есть страница с объяснением.",
		".codes tbody tr td a": "2001",
	} {
		got, err := chromedp.Run(tab.ctx, chromedp.Text(chromedp.CSS(selector)))
		if err != nil {
			t.Fatal(err)
		}
		if got = strings.Join(strings.Fields(got), " "); got != want {
			t.Errorf("%s says %q, want %q", selector, got, want)
		}
	}
	// What would do nothing is not there.
	if eval[bool](tab, "document.getElementById('text').checkVisibility()") {
		t.Error("there is a box that does nothing")
	}
}

// TestLinks clicks on links while the tool runs, in every way, under a path with a space, and with a
// fragment that is none.
func TestLinks(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/a b/")
	root := strings.ReplaceAll(s.url, " ", "%20")
	tab := newTab(t)
	tab.open(root + "en/?x=%zz#%zz")
	tab.paste(curl)
	tab.ready()
	tab.wait("document.querySelector('#report .card footer a')")
	tab.click("#report .card footer a", chromedp.ButtonModifiers(chromedp.ModifierCtrl))
	opened := func() bool {
		targets, err := chromedp.Targets(tab.ctx)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(targets, func(i *target.Info) bool { return i.Type == "page" && i.URL == root+"en/errors/2003/" })
	}
	isOpen := comes(opened)
	if here := eval[string](tab, "location.pathname"); !isOpen || here != "/a%20b/en/" {
		t.Errorf("a click with Ctrl: another tab is %t, this one is at %s", isOpen, here)
	}
	tab.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, page.BringToFront, struct{}{})
		return err
	}))
	tab.click("#report .card footer a")
	tab.wait("location.pathname === '/a%20b/en/errors/2003/' && document.querySelector('h1')")
	if got := tab.text("h1"); !strings.HasSuffix(got, "Invalid parameter value") {
		t.Errorf("the page is called %q", got)
	}
	tab.open(root + "en/")
	// The table's links work while the tool runs, and the language's.
	tab.paste(curl)
	tab.ready()
	tab.do(chromedp.Click(chromedp.CSS(`.codes a[href="errors/2002/"]`)))
	tab.wait("location.pathname === '/a%20b/en/errors/2002/' && document.querySelector('.lang a[hreflang=ru]')")
	tab.click(`.lang a[hreflang=ru]`)
	tab.wait("location.pathname === '/a%20b/errors/2002/' && document.documentElement.lang === 'ru' && document.querySelector('.name')")
	tab.click(`.name`)
	tab.wait("location.pathname === '/a%20b/'")
}

func TestLanguage(t *testing.T) {
	tab := openTool(t, "")
	tab.click(`.lang a[hreflang=en]`)
	tab.wait("document.documentElement.lang === 'en' && document.readyState === 'complete'")
	tab.paste(curl)
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	if got := tab.text("#report .card h2"); got != "2003 Field deviceUuid: the value null is invalid" {
		t.Errorf("the card says %q", got)
	}
	if got := eval[string](tab, "document.querySelector('main').innerText.match(/[а-яё]+/i)?.[0] ?? ''"); got != "" {
		t.Errorf("the English page says %q", got)
	}
}

// TestHostileText pastes markup in every place of a response and wants it shown as text.
func TestHostileText(t *testing.T) {
	tab := openTool(t, "")
	const evil = `<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script><a href='https://evil.example/'>x</a>`
	tab.paste(`HTTP/1.1 400 ` + "\n\n" + `{"errors":[{"code":2003,"reason":"` + evil + `","subject":"` + evil + `","value":"` + evil + `"},{"code":"` + evil + `","message":"` + evil + `"},{"code":"999<b>"}]}`)
	tab.ready()
	tab.wait("document.querySelectorAll('#report .card').length >= 2")
	if n := eval[int](tab, "document.querySelectorAll('#report :is(img, script, b, a[href*=evil])').length"); n != 0 {
		t.Errorf("%d elements of the pasted text are in the page", n)
	}
	if title := eval[string](tab, "document.title"); strings.Contains(title, "owned") {
		t.Error("pasted text ran as script")
	}
	if got := tab.text("#report .card h2"); !strings.Contains(got, "<img src=x onerror=") {
		t.Errorf("the card says %q", got)
	}
}

func TestButtons(t *testing.T) {
	tab := openTool(t, "")
	if !eval[bool](tab, "document.getElementById('clear').disabled") {
		t.Error("nothing can be cleared")
	}
	tab.paste("мой текст")
	tab.click("#example")
	tab.wait("document.querySelectorAll('#report .card').length === 2")
	tab.click("#clear")
	tab.wait("text.value === ''")
	tab.waitText(".sum", "Здесь появится разбор")
	tab.click("#restore")
	tab.wait("text.value === 'мой текст'")
	if eval[bool](tab, "!restore.hidden") {
		t.Error("there is nothing more to bring back")
	}
	// Whatever a button did can be undone with the keyboard.
	tab.click("#clear")
	tab.press('z', chromedp.ModifierCtrl)
	tab.wait("text.value === 'мой текст'")
	tab.click("#example")
	tab.press('z', chromedp.ModifierCtrl) // the focus is on the button
	tab.wait("text.value === 'мой текст'")
	tab.press('z', chromedp.ModifierCtrl, chromedp.ModifierShift)
	tab.wait("text.value.includes('2003')")
	// They stand in one row, with the one that brings a text back, too.
	for _, width := range []int64{768, 1024, 1440} {
		tab.view(width, "light")
		if got := eval[int](tab, "(all => all.length * 10 + new Set(all.map(e => e.getBoundingClientRect().top)).size)([...document.querySelectorAll('.bar button')].filter(e => e.checkVisibility()))"); got != 41 {
			t.Errorf("at %d pixels buttons and rows are %d", width, got)
		}
	}
}

// lasting is JavaScript with which a button goes on saying what it did: a test may look late.
const lasting = `(wait => {
	window.setTimeout = (f, time, ...more) => time === 2000 || wait(f, time, ...more);
})(window.setTimeout)`

// TestCopySample copies the sample of a code's page.
func TestCopySample(t *testing.T) {
	tab := openTool(t, "errors/2003/")
	eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.copied = s }")
	eval[any](tab, lasting)
	const button = "#sample ~ .sample .copy"
	tab.click(button)
	tab.wait("window.copied")
	if got := eval[string](tab, "window.copied"); !strings.HasPrefix(got, "HTTP/1.1 400 Bad Request\n") || !strings.Contains(got, `"code": 2003,`) {
		t.Errorf("copied %q", got)
	}
	if got := tab.text(button); got != "Скопировано" {
		t.Errorf("the button says %q", got)
	}
}
