package e2e

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"evotor-errors/app/catalog"
)

// A question is what a reader comes with, and what an answer to it names: a place, a token, a
// step, an address.
type question struct {
	asks    string
	pages   []string // each of them answers
	paste   string   // the tool answers to it as well
	english string   // what is pasted in English, where that is another text
	copy    string   // the message that answers, instead of the cards
	first   []string // the entries of which the first card has one
	leads   []string // where links lead
	names   []string // what is named in both languages
	ru, en  []string // and in one
	never   []string // what is not said
}

// text is what is pasted into the tool of a language.
func (q *question) text(lang catalog.Lang) string {
	if lang == catalog.English && q.english != "" {
		return q.english
	}
	return q.paste
}

// named is what an answer in a language names.
func (q *question) named(lang catalog.Lang) []string {
	return slices.Concat(q.names, [][]string{q.ru, q.en}[lang])
}

// errorsOf is what an error of a service looks like where nothing else is known of it.
func errorsOf(errors string) string { return `{"errors":[` + errors + `]}` }

// asked is an exchange with the cloud.
func asked(status, rest string) string {
	return "GET https://api.evotor.ru/stores/20170928-3176-40EB-80E2-A11F032E282A/products\nHTTP/1.1 " + status + "\n" + rest
}

const (
	device = "93a9bfa3-7353-490d-aa54-8c6efe9d8a8f"
	bare   = `{"errors":[{"code":1001}]}`
)

// jargon is what a message to a merchant never has.
var jargon = []string{"`", "токен", "token", "HTTP", "Uuid", device, "партнёр", "partner", "сервер", "server", "API"}

// personas are five typical readers with what each wants to know.
var personas = []struct {
	who       string
	questions []question
}{
	{"a backend developer at ten in the evening", []question{
		{asks: "which token is it, and where is it set?", pages: []string{"errors/1001/"}, paste: bare,
			names: []string{"dev.evotor.ru", "Интеграция", "С помощью токена", "Basic Auth", "Authorization", "Bearer"}, ru: []string{"токен приложения"}, en: []string{"application token"}},
		{asks: "was it my service, or the cloud?", paste: bare,
			ru: []string{"Скорее всего, ваш сервис ответил облаку Эвотор", "Если облако ответило вашему сервису"}, en: []string{"Most likely your service responded to Evotor Cloud", "If the cloud responded to your service"}},
		{asks: "where does a valid cloud token come from, and whose is it?", pages: []string{"errors/1001/", "guide/tokens/"}, paste: bare,
			names: []string{"user/token", "iframe", "${token}", "userId", "X-Authorization"}, ru: []string{"«Настройки»", "пары «приложение — пользователь»"}, en: []string{"Настройки (Settings)", "pair of application and user"}},
		{asks: "how do I try?", pages: []string{"errors/1001/"}, paste: bare,
			names: []string{`curl -i -X POST "$SERVICE/api/v1/user/verify"`, "Bearer $APPLICATION_TOKEN", `curl -i "https://api.evotor.ru/`, "X-Authorization: $CLOUD_TOKEN"}},
		{asks: "where is the rest about tokens?", pages: []string{"errors/1001/"}, paste: bare, leads: []string{"guide/tokens/"}},
		{asks: "who sends it again?", pages: []string{"guide/tokens/"}, leads: []string{"guide/delivery/#again", "guide/delivery/#missed"}, names: []string{"user/*"}, ru: []string{"может прислать снова"}},
		{asks: "what is lost?", pages: []string{"guide/delivery/"},
			names: []string{"GET documents", `curl -G "https://api.evotor.ru/api/v1/inventories/stores/$STORE/documents"`}, ru: []string{"10 секунд", "трое суток", "шести месяцев", "месяца за запрос"}, en: []string{"10 seconds", "three days", "six months", "one month per request"}},
		{asks: "whose is a 500 that says nothing else?", pages: []string{"errors/http-5xx/"}, paste: "HTTP/1.1 500 Internal Server Error\n\n",
			ru: []string{"Если облако ответило вашему сервису", "Если ваш сервис ответил облаку", "в журнале сервиса", "поддержке Эвотора"}, en: []string{"If the cloud responded to your service", "If your service responded to the cloud", "the service’s log", "Evotor support"},
			never: []string{"Исправляет Эвотор", "Evotor to fix"}},
	}},

	{"a service that must respond", []question{
		{asks: "which codes for which webhook?", pages: []string{"guide/answers/"},
			ru: []string{"POST user/verify запрос 2001 2002 1001 1006 2004 404", "POST user/create запрос 2001 2002 1001 2005 404", "GET commodities запрос 2001 2002 1001 404", "PUT inventories/stores/{storeUuid}/documents уведомление 2001 2003 1002 1003 1004 1005 404", "PUT inventories/devices уведомление 2001 1002 1003 1004 1005 404"},
			en: []string{"POST user/verify request 2001 2002 1001 1006 2004 404", "POST user/create request 2001 2002 1001 2005 404", "GET commodities request 2001 2002 1001 404", "PUT inventories/stores/{storeUuid}/documents notification 2001 2003 1002 1003 1004 1005 404", "PUT inventories/devices notification 2001 1002 1003 1004 1005 404"}},
		{asks: "which webhooks is this code for?", pages: []string{"errors/2003/"}, names: []string{"POST v2/receipts", "PUT inventories/stores/{storeUuid}/documents"}},
		{asks: "what is checked first?", pages: []string{"guide/answers/"}, ru: []string{"не разбирайте тело"}, en: []string{"do not parse the body"}},
		{asks: "what is a success?", pages: []string{"guide/answers/"},
			names: []string{`HTTP/1.1 200 OK Content-Type: application/json {"userId":"01-000000000000001","hasBilling":false,"token":"`, `{"userId":"01-000000000000001","token":"`, "userUuid"}, ru: []string{"128 символов"}, en: []string{"128 characters"}},
		{asks: "when do I respond before I have processed it?", pages: []string{"guide/answers/"}, names: []string{"user/verify, user/create, user/token, commodities"},
			ru: []string{"ответьте 200 и обрабатывайте потом", "до ответа", "10 секунд"}, en: []string{"return 200, and process it later", "before you respond", "10 seconds"}},
		{asks: "is the code a number?", pages: []string{"guide/answers/"}, names: []string{"0000", "9999"}, ru: []string{"code числом", "Массив errors обязателен"}, en: []string{"code as a number", "errors array is required"}},
		{asks: "what do I send, word for word?", pages: []string{"guide/answers/"}, names: []string{
			`HTTP/1.1 400 Bad Request Content-Type: application/json {"errors":[{"code":2001}]}`, `{"errors":[{"code":2002,"reason":"missing","subject":"deviceUuid"}]}`, `{"errors":[{"code":2003,"reason":"incorrect","subject":"deviceUuid","value":"null"}]}`,
			`HTTP/1.1 401 Unauthorized Content-Type: application/json {"errors":[{"code":1001}]}`, `{"errors":[{"code":1002}]}`, `{"errors":[{"code":1003}]}`, `{"errors":[{"code":1006}]}`,
			`HTTP/1.1 402 Payment Required Content-Type: application/json {"errors":[{"code":1004,"reason":"payment required","subject":"userUuid"`,
			`HTTP/1.1 405 Method Not Allowed Content-Type: application/json {"errors":[{"code":1005,"reason":"not allowed","subject":"deviceUuid"`, `{"errors":[{"code":1007,"reason":"license overhead"`,
			`HTTP/1.1 409 Conflict Content-Type: application/json {"errors":[{"code":2004}]}`, `{"errors":[{"code":2005}]}`}},
		{asks: "what do others get wrong?", pages: []string{"guide/answers/"}, names: []string{"accessToken", "404", "1006", "5xx"}, ru: []string{"со статусом 200", "исключения в reason"}, en: []string{"status 200", "xception text in reason"}},
		{asks: "is my response right?", paste: "HTTP/1.1 200 OK\nContent-Type: application/json\n\n" + errorsOf(`{"code":1003}`), names: []string{"HTTP/1.1 401 Unauthorized"}, ru: []string{"примет его за успешный"}, en: []string{"treat it as a success"}},
		{asks: "is its status right?", paste: "HTTP/1.1 404 Not Found\n\n" + errorsOf(`{"code":1006}`), ru: []string{"Код 1006 передают со статусом 401, а здесь 404"}, en: []string{"Code 1006 goes with status 401, not 404"}},
	}},

	{"a bookkeeper who gets a message", []question{
		{asks: "1003?", paste: errorsOf(`{"code":1003}`), copy: "merchant",
			ru: []string{"[название сервиса]", "Войдите в [название сервиса] ещё раз", "«Мои приложения»", "«У меня уже есть учётная запись»"}, en: []string{"[name of the service]", "Log in to [name of the service] again", "My applications", "I already have an account"}, never: append(jargon, "1003")},
		{asks: "1004?", paste: errorsOf(`{"code":1004,"reason":"payment required","subject":"userUuid","value":"01-000000000015463"}`), copy: "merchant",
			ru: []string{"[название сервиса]", "карту или счёт", "«Мои приложения»", "напрямую"}, en: []string{"[name of the service]", "card or balance", "My applications", "directly"}, never: append(jargon, "1004", "01-0000")},
		{asks: "1005?", paste: errorsOf(`{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"` + device + `"}`), copy: "merchant",
			ru: []string{"[название сервиса]", "[название кассы]", "личный кабинет Эвотора → «Мои приложения»", "«Установка / удаление»", "«Применить»"}, en: []string{"[name of the service]", "[name of the terminal]", "My applications", "Install / remove", "Apply"}, never: append(jargon, "1005")},
		{asks: "2005?", paste: errorsOf(`{"code":2005}`), copy: "merchant",
			ru: []string{"[название сервиса]", "«У меня уже есть учётная запись»", "на сайте сервиса"}, en: []string{"[name of the service]", "I already have an account", "the service’s site"}, never: append(jargon, "2005")},
		{asks: "402 of the cloud?", paste: asked("402 Payment Required", "\n"), copy: "merchant",
			ru: []string{"[название сервиса]", "не на всех кассах", "личный кабинет Эвотора → «Мои приложения»", "«Установка / удаление»"}, en: []string{"[name of the service]", "not on all your terminals", "My applications", "Install / remove"},
			never: append(jargon, "402", "подписк", "subscription")},
		{asks: "what can I do about 1005 myself?", pages: []string{"errors/1005/"}, paste: errorsOf(`{"code":1005}`),
			ru: []string{"личный кабинет Эвотора → «Мои приложения» → приложение → «Установка / удаление»"}, en: []string{"My applications → the application → Install / remove"}},
		{asks: "do I pay Evotor or the service?", pages: []string{"errors/1004/"}, paste: errorsOf(`{"code":1004}`), names: []string{"hasBilling: true", "hasBilling: false"}, ru: []string{"«Мои приложения»"}, en: []string{"My applications"}},
	}},

	{"first-line support", []question{
		{asks: "what is a wrong password?", paste: "логин или пароль", english: "login or password", first: []string{"1006"}, ru: []string{"логин и пароль от сервиса"}, en: []string{"the service’s site"}},
		{asks: "why can they not log in?", paste: "не могу войти", english: "cannot log in", first: []string{"1006"}, ru: []string{"восстановите его на сайте сервиса"}, en: []string{"the service’s site"}},
		{asks: "what is a stale token?", paste: "токен протух", english: "token expired", first: []string{"1003"}, ru: []string{"войдите в сервис ещё раз"}, en: []string{"log in to the service again"}},
		{asks: "what is a timeout?", paste: "таймаут", english: "timeout", first: []string{"http-5xx"}, names: []string{"504"}, ru: []string{"10 секунд"}, en: []string{"10 seconds"}},
		{asks: "why do receipts not arrive?", paste: "чек не выгружается", english: "receipt not exported", first: []string{"1003", "1004", "1005", "2003"}},
		{asks: "what is an authorisation error?", paste: "ошибка авторизации", english: "authorization error", first: []string{"http-401", "1001", "1002"}, names: []string{"Authorization"}},
		{asks: "what if the business was sold?", paste: "смена владельца", english: "change of owner", first: []string{"2004"}, names: []string{"userId"}},
		{asks: "why does no webhook come?", paste: "вебхук не приходит", english: "webhook does not arrive", first: []string{"1001", "http-404", "http-405", "http-5xx", "url-warning"}, names: []string{"Интеграция"}},
		{asks: "whose id is that?", paste: "uuid", first: []string{"2003", "unknown_device", "1005"}, names: []string{"inventories/devices"}},
		{asks: "why is the terminal silent?", paste: "касса не отвечает", english: "terminal does not respond", first: []string{"1005", "push-states", "http-5xx", "unknown_device"}},
		{asks: "which terminal is it?", paste: errorsOf(`{"code":1005,"reason":"not allowed","subject":"deviceUuid","value":"` + device + `"}`), copy: "ticket", names: []string{device, "1005"}, ru: []string{"личный кабинет Эвотора"}, en: []string{"Evotor account"}},
		{asks: "which user is it?", paste: errorsOf(`{"code":1004,"reason":"payment required","subject":"userUuid","value":"01-000000000015463"}`), copy: "ticket", names: []string{"01-000000000015463", "hasBilling"}},
		{asks: "what does Evotor's support need?", paste: asked("422 Unprocessable Entity", "Date: Mon, 04 Mar 2024 12:00:00 GMT\n\n"+`{"code":"unknown_device","message":"device with specified id not found","violations":[{"reason":"not found","subject":"device_id","value":"`+device+`"}]}`), copy: "support",
			names: []string{device, "422", "https://api.evotor.ru/stores/20170928-3176-40EB-80E2-A11F032E282A/products", "unknown_device"}},
	}},

	{"a client of REST v2", []question{
		{asks: "402 with a code?", paste: asked("402 Payment Required", "\n"+`{"code":"payment_required","message":"store 20170928-3176-40EB-80E2-A11F032E282A"}`), first: []string{"payment_required"},
			ru: []string{"Облако Эвотор ответило вашему сервису", "Дело за владельцем кассы", "«Мои приложения» → приложение → «Установка / удаление»"}, leads: []string{"errors/http-402/"}, en: []string{"Evotor Cloud responded to your service", "Merchant to act", "My applications → the application → Install / remove"}},
		{asks: "402 with a message?", pages: []string{"errors/http-402/"}, paste: asked("402 Payment Required", "\n"+`{"message":"store 20170928-3176-40EB-80E2-A11F032E282A"}`), first: []string{"402"},
			names: []string{"GET /api/v1/inventories/devices/search", "storeUuid", "Установка / удаление"}, ru: []string{"Дело за владельцем кассы", "«Мои приложения»"}, en: []string{"Merchant to act", "My applications"}},
		{asks: "403?", pages: []string{"errors/http-403/"}, paste: asked("403 Forbidden", "\n"+`{"message":"Access is denied"}`), first: []string{"403"},
			names: []string{"scope", "store:read", "device:read", "document:read", "employee:read", "product:read", "product:write", "product.quantity:", "https://oauth.evotor.ru/oauth/authorize", "client_id"}, ru: []string{"в личном кабинете Эвотора"}, en: []string{"in the Evotor account"}},
		{asks: "401?", pages: []string{"errors/http-401/"}, paste: asked("401 Unauthorized", "\n"+`{"error":"invalid_token"}`), first: []string{"401"},
			names: []string{"expires_in", "1799", "user/token", "X-Authorization", "Authorization: Bearer", `curl -i "https://api.evotor.ru/stores"`}},
		{asks: "429 with seconds?", paste: asked("429 Too Many Requests", "X-RateLimit-Reset: 30\n\n"), first: []string{"429"}, ru: []string{"повторите через 30 с"}, en: []string{"retry in 30 s"}},
		{asks: "429 with a moment?", pages: []string{"errors/http-429/"}, paste: asked("429 Too Many Requests", "X-RateLimit-Reset: 1700000000\n\n"), first: []string{"429"}, names: []string{"X-RateLimit-Reset", "1000000000", "Unix"}, never: []string{"через 1700000000", "in 1700000000"}},
		{asks: "429 without a header?", pages: []string{"errors/http-429/"}, paste: asked("429 Too Many Requests", "\n"+`{"message":"too many"}`), first: []string{"429"}, names: []string{"1, 2, 4", "30"}},
		{asks: "what else is there to know?", pages: []string{"guide/rest/"}, names: []string{"Accept: application/vnd.evotor.v2+json", "application/vnd.evotor.v2+bulk+json", "GET /bulks/{id}", "X-RateLimit-Remaining", "product.quantity:write", "1000"}, ru: []string{"5 МБ"}, en: []string{"5 MB"}},
		{asks: "does the tool read what my client logs?", paste: `EVOTOR_HTTP_429: {"message":"too many"}`, first: []string{"429"}},
		{asks: "and this?", paste: `Evotor Cloud request failed (402): {"message":"not installed"}`, first: []string{"402"}},
		{asks: "and this?", paste: "Evotor Cloud request failed (403): ", first: []string{"403"}},
		{asks: "and this?", paste: `PaymentRequired: {"message":"store"} https://api.evotor.ru/stores`, first: []string{"402"}},
		{asks: "and this?", paste: "Эвотор вернул ошибку 402", first: []string{"402", "http-402"}},
		{asks: "and this?", paste: `Push API Эвотор вернул HTTP 422: {"code":"unknown_device"}`, first: []string{"unknown_device"}},
	}},
}

// TestPersonas asks the pages and the tool what readers ask, and reads all that Chromium shows.
func TestPersonas(t *testing.T) {
	t.Parallel()
	for _, lang := range catalog.Langs {
		t.Run(lang.String(), func(t *testing.T) {
			t.Parallel()
			s := newSite(t, "/")
			tab := newTab(t)
			root := s.url + lang.Prefix()
			tab.open(root)
			eval[any](tab, "navigator.clipboard.writeText = async (s) => { window.got = s }")
			pages := map[string][]question{}
			for _, p := range personas {
				for _, q := range p.questions {
					for _, path := range q.pages {
						pages[path] = append(pages[path], q)
					}
					if q.paste == "" {
						continue
					}
					tab.read(q.text(lang))
					if got := eval[[]string](tab, "(c => c ? [c.dataset.card, c.dataset.code] : [])(document.querySelector('#report .card'))"); q.first != nil && !slices.ContainsFunc(got, func(id string) bool { return slices.Contains(q.first, id) }) {
						t.Errorf("%s, %s %q: the first card is %q, want one of %q", p.who, q.asks, q.text(lang), got, q.first)
					}
					shown := ""
					if q.copy == "" {
						tab.unfold()
						shown = tab.text("#report")
					} else {
						eval[any](tab, "window.got = undefined")
						tab.pass("copy-" + q.copy)
						tab.wait("window.got")
						shown = words(eval[string](tab, "got"))
					}
					q.check(t, lang, shown, q.text(lang))
					q.follow(tab, "#report", root)
				}
			}
			tab.leave()
			for path, questions := range pages {
				tab.open(root + path)
				for _, q := range questions {
					q.check(t, lang, tab.text("main"), path)
					q.follow(tab, "main", root)
				}
			}
		})
	}
}

// check wants a text to name what an answer does, and nothing that it must not.
func (q *question) check(t *testing.T, lang catalog.Lang, shown, where string) {
	t.Helper()
	failed := false
	for _, name := range q.named(lang) {
		if !strings.Contains(shown, name) {
			t.Errorf("%s: %s %q: nothing names %q", lang, q.asks, where, name)
			failed = true
		}
	}
	for _, name := range q.never {
		if strings.Contains(strings.ToLower(shown), strings.ToLower(name)) {
			t.Errorf("%s: %s %q: says %q", lang, q.asks, where, name)
			failed = true
		}
	}
	if failed {
		t.Logf("%.1000s", shown)
	}
}

// follow wants links that lead where an answer does.
func (q *question) follow(tab *tab, selector, root string) {
	tab.Helper()
	if q.leads == nil {
		return
	}
	links := eval[[]string](tab, "[...document.querySelectorAll("+strconv.Quote(selector+" a")+")].map(a => a.href)")
	for _, path := range q.leads {
		if !slices.Contains(links, root+path) {
			tab.Errorf("%s: nothing leads to %s: %q", q.asks, path, links)
		}
	}
}

// read pastes a text and waits for what the tool says of it, not of the one before.
func (t *tab) read(text string) {
	t.Helper()
	t.paste("")
	t.wait("document.querySelector('#report [data-state=empty]')")
	t.paste(text)
	t.wait("document.querySelector('#report [data-state=found]')")
	// Of a search the first entry is chosen.
	t.wait("!document.querySelector('#report [data-search]') || document.querySelector('#report .sum strong')")
	if eval[bool](t, "!!document.querySelector('#report .hit')") {
		t.click("#report .hit[href*='/errors/']")
		t.wait("document.querySelector('#report .card')")
	}
}

// unfold opens all there is to open.
func (t *tab) unfold() {
	t.Helper()
	eval[any](t, "document.querySelectorAll('#report [data-do=unfold][aria-expanded=false]').forEach(b => b.click())")
	t.wait("!document.querySelector('#report [data-do=unfold][aria-expanded=false], #report .more:empty, #report .more[aria-busy=true]')")
	eval[any](t, "document.querySelectorAll('main details').forEach(d => { d.open = true })")
}

// TestBrevity has a phone's window and the sample of every code: within one screen the first card
// says who acts, what happened in one sentence, and at most three steps; it leads somewhere, and
// the rest is folded.
func TestBrevity(t *testing.T) {
	t.Parallel()
	const height = 844
	for _, lang := range catalog.Langs {
		t.Run(lang.String(), func(t *testing.T) {
			t.Parallel()
			s := newSite(t, "/")
			tab := newTab(t)
			tab.do(chromedp.EmulateViewport(390, height))
			tab.open(s.url + lang.Prefix())
			for _, e := range catalog.All() {
				if e.Sample == "" {
					continue
				}
				tab.read(e.Sample)
				got := eval[struct {
					Acts, Sentence string
					Steps          []string
					Foot           string
					Places         int
					Height         float64
					Odd            []string
				}](tab, `(() => {
					const card = document.querySelector("#report .card");
					if (!card) return {Acts: "", Sentence: "", Steps: [], Foot: "", Places: 0, Height: 0, Odd: ["no card"]};
					const top = card.getBoundingClientRect().top;
					const seen = (selector) => [...card.querySelectorAll(selector)].filter((e) => e.checkVisibility());
					const foot = card.querySelector("footer");
					const shown = [...seen(".verdict, h2, li"), foot];
					const folded = [...card.querySelectorAll("details[open], .more")].map((e) => "unfolded: " + e.className);
					const odd = [...card.querySelector("div").children].filter((e) => !e.matches(".verdict, h2, .note, .case, .sub, .clues, ol, details.otherwise")).map((e) => "beside them: " + e.outerHTML.slice(0, 80));
					return {
						Acts: seen(".verdict .tag")[0]?.innerText ?? "",
						Sentence: seen("h2")[0]?.innerText ?? "",
						Steps: seen("ol > li").map((e) => e.innerText),
						Foot: foot.innerText,
						Places: [...seen("ol > li"), foot].filter((e) => e.querySelector("code, a[href*='errors/']") || /→|кабинет|Мои приложения|Evotor account|your applications/.test(e.innerText)).length,
						Height: Math.max(...shown.map((e) => e.getBoundingClientRect().bottom)) - top,
						Odd: [...folded, ...odd],
					};
				})()`)
				if len(got.Odd) > 0 {
					t.Errorf("%s: %q", e.Name, got.Odd)
				}
				if got.Foot == "" {
					continue // no card
				}
				if got.Acts == "" {
					t.Errorf("%s: nobody acts", e.Name)
				}
				if sentence := words(got.Sentence); sentence == "" || strings.Contains(sentence, ". ") || strings.Contains(sentence, "? ") {
					t.Errorf("%s: not one sentence: %q", e.Name, sentence)
				}
				if n := len(got.Steps); n < 1 || n > 3 {
					t.Errorf("%s: %d steps, want 1 to 3: %q", e.Name, n, got.Steps)
				}
				if got.Places == 0 {
					t.Errorf("%s: neither its steps nor its foot name a place: %q, %q", e.Name, got.Steps, got.Foot)
				}
				if got.Height > height {
					t.Errorf("%s: the card needs %.0f pixels, a screen has %d", e.Name, got.Height, height)
				}
			}
			tab.leave()
		})
	}
}

// fetched is how many times the page has asked for the file of details.
const fetched = "performance.getEntriesByType('resource').filter(e => e.name.includes('/assets/details-')).length"

// tools are pages that have the tool, one of each kind.
var tools = map[string]catalog.Lang{"": catalog.Russian, "en/embed/": catalog.English}

// TestDetailsOnDemand unfolds cards: one file has what is in them all, and comes with the first; its
// links lead to pages from wherever the tool stands.
func TestDetailsOnDemand(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/help/")
	var samples []string
	for _, e := range catalog.All() {
		if e.Sample != "" {
			samples = append(samples, e.Sample)
		}
	}
	tab := newTab(t)
	for path, lang := range tools {
		tab.open(s.url + path)
		tab.read(curl)
		eval[any](tab, "new Promise(resolve => setTimeout(resolve, 1000))")
		if n := eval[int](tab, fetched); n != 0 {
			t.Errorf("/%s asks for the details %d times before anybody wants them", path, n)
		}
		tab.click(`#report [data-card="0.0"] [data-do=unfold]`)
		tab.wait("document.querySelector('#report .more h3')")
		tab.unfold()
		// All that is unfolded leads to pages that are there.
		tab.read(strings.Join(samples, "\n\n"))
		tab.unfold()
		links := eval[[]string](tab, "[...new Set([...document.querySelectorAll('#report .more a')].map(a => a.href))]")
		inside := 0
		for _, link := range links {
			if strings.HasPrefix(link, "https://") {
				continue // a source
			}
			rest, ok := strings.CutPrefix(link, s.url+lang.Prefix())
			if !ok || lang == catalog.Russian && strings.HasPrefix(rest, "en/") {
				t.Errorf("/%s leads to %s", path, link)
				continue
			}
			inside++
			if status := eval[int](tab, "fetch("+strconv.Quote(link)+").then(r => r.status)"); status != http.StatusOK {
				t.Errorf("/%s leads to %s: %d", path, link, status)
			}
			if _, id, ok := strings.Cut(link, "#"); ok && !eval[bool](tab, document+"("+strconv.Quote(link)+").then(d => !!d.getElementById("+strconv.Quote(id)+"))") {
				t.Errorf("/%s leads to %s, where nothing has that id", path, link)
			}
		}
		if inside < 10 || inside == len(links) {
			t.Errorf("/%s leads only to %q", path, links)
		}
		if n := eval[int](tab, "document.querySelectorAll('#report .more a:not([href])').length"); n != 0 {
			t.Errorf("/%s has %d links that lead nowhere", path, n)
		}
		if n := eval[int](tab, "document.querySelectorAll('#report .more [id]').length"); n != 0 {
			t.Errorf("/%s has %d ids in what is unfolded", path, n)
		}
		tab.read(errorsOf(`{"code":1003}`))
		tab.unfold()
		// Folded and unfolded again, a card has it still.
		tab.click("#report [data-do=unfold]")
		tab.wait("!document.querySelector('#report .more')")
		tab.click("#report [data-do=unfold]")
		tab.wait("document.querySelector('#report .more h3')")
		asked := eval[[]string](tab, "performance.getEntriesByType('resource').map(e => new URL(e.name).pathname).filter(n => n.includes('details-'))")
		if len(asked) != 1 || !strings.HasPrefix(asked[0], "/help/assets/details-"+lang.String()+".") {
			t.Errorf("/%s asks for %q", path, asked)
		}
		tab.leave()
	}
}

// blocks is JavaScript for what the parts of a document say, one by one, those with an id of skip
// and what is under them left out.
const blocks = `((root, skip = []) => {
	const list = [];
	let skipped = false;
	for (const e of root.querySelectorAll("h2, h3, h4, p, li, pre")) {
		if (e.localName === "h2") skipped = skip.includes(e.id);
		if (skipped || e.closest("nav") || e.matches("li") && e.querySelector("p")) continue;
		list.push(e.textContent.replace(/\s+/g, " ").trim());
	}
	return list;
})`

// document is JavaScript that promises a document: nothing else makes one of a text under the
// site's policy.
const document = `((address) => new Promise((resolve, reject) => {
	const request = new XMLHttpRequest();
	request.responseType = "document";
	request.onload = () => (request.status === 200 ? resolve(request.response) : reject(new Error(address + ": " + request.status)));
	request.onerror = reject;
	request.open("GET", address);
	request.send();
}))`

// TestDetailsArePages wants a card to unfold what the page of its code says.
func TestDetailsArePages(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	var names []string
	for _, e := range catalog.All() {
		names = append(names, e.Name)
	}
	list, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	tab.open(s.url)
	details := eval[string](tab, "new URL(document.getElementById('report').dataset.details, location).href")
	said := eval[[]struct{ Page, Details []string }](tab, document+"("+strconv.Quote(details)+").then(details => Promise.all("+string(list)+`.map(async (name) => {
		const page = (await `+document+`("errors/" + name + "/")).querySelector("article.text");
		for (const e of page.querySelectorAll("header, .head")) e.remove();
		return {Page: `+blocks+`(page, ["steps", "webhooks", "sure"]), Details: `+blocks+`(details.getElementById(name))};
	})))`)
	for i, name := range names {
		if diff := cmp.Diff(said[i].Page, said[i].Details); diff != "" {
			t.Errorf("%s: the page has -, what is unfolded has +\n%s", name, diff)
		}
		if len(said[i].Details) < 5 {
			t.Errorf("%s: unfolded is only %q", name, said[i].Details)
		}
	}
	// And that is what is in the card.
	for name, text := range map[string]string{"1001": bare, "http-402": asked("402 Payment Required", "\n"), "validation_failed": `{"code":"validation_failed","message":"m","violations":[{"reason":"r","subject":"s"}]}`, "unknown-code": errorsOf(`{"code":3000}`)} {
		tab.read(text)
		tab.unfold()
		if got, want := eval[string](tab, "document.querySelector('#report .more').textContent"), eval[string](tab, document+"("+strconv.Quote(details)+").then(d => d.getElementById("+strconv.Quote(name)+").textContent)"); got != want {
			t.Errorf("%s: the card unfolds %q, want %q", name, got, want)
		}
	}
	tab.leave()
}

// TestDetailsMissing has no file of details: the card says so, and tries again when it is unfolded
// anew.
func TestDetailsMissing(t *testing.T) {
	t.Parallel()
	s := newSite(t, "/")
	tab := newTab(t)
	tab.expect("404")
	tab.expect("ERR_")
	answer := func(fail http.HandlerFunc) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.answer = nil
		if fail != nil {
			s.answer = func(w http.ResponseWriter, r *http.Request) bool {
				if !strings.HasPrefix(r.URL.Path, "/assets/details-") {
					return false
				}
				fail(w, r)
				return true
			}
		}
	}
	answer(http.NotFound)
	tab.open(s.url + "en/embed/")
	tab.read(curl)
	for _, fail := range []http.HandlerFunc{http.NotFound, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }} {
		answer(fail)
		tab.click("#report [data-do=unfold]")
		tab.wait("document.querySelector('#report .more')?.ariaBusy === 'false'")
		if got, want := tab.text("#report .more"), words(eval[string](tab, "report.dataset.undetailed")); !strings.HasPrefix(got, want) || want == "" {
			t.Errorf("the card says %q, want %q", got, want)
		}
		if eval[bool](tab, "!document.querySelector('#report .card footer a[href*=\"errors/2003/\"]')") {
			t.Error("nothing leads to the page of the code")
		}
		tab.click("#report [data-do=unfold]")
		tab.wait("!document.querySelector('#report .more')")
	}
	answer(nil)
	tab.click("#report [data-do=unfold]")
	tab.wait("document.querySelector('#report .more h3')")
	tab.leave()
}
