// The search: a dialog that finds as one types, and the places of a page that ask for something
// themselves. Both show a line a hit: the code, the title, and what it was found by, marked.

import { docs, prefix, words } from "index";
import { search } from "./rank.js";
import style from "./search.css";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

const first = 8; // hits shown at first, and how many more on demand
const find = search(docs);
const base = new URL(document.documentElement.dataset.root + prefix, document.baseURI);

function element(name, props, ...children) {
  const e = Object.assign(document.createElement(name), props);
  e.append(...children);
  return e;
}

const say = (word, count) => words[word].replace("{count}", count);

// marked is a text with the words that were found.
function marked(text, found) {
  const parts = text.split(/([0-9a-zа-яё]+)/i);
  return parts.map((part, i) => (i % 2 && found.includes(part.toLowerCase().replaceAll("ё", "е")) ? element("mark", {}, part) : part));
}

function line({ path, label, title, of, also, words: found }) {
  const a = element("a", { href: new URL(path, base), className: "hit" });
  const kind = of || (path.startsWith("guide/") ? words.guide : words.page);
  a.append(element("span", { className: "code" }, ...marked(label, found)), " ", element("span", { className: "title" }, ...marked(title, found)));
  if (!label) a.append(" ", element("span", { className: "of" }, kind));
  if (also) a.append(" ", element("span", { className: "also" }, ...marked(also, found)));
  return a;
}

// list shows the hits of a query in an element, some of them at first. It returns how many there
// are, and what shows more.
function list(place, hits, dress = (a) => a) {
  place.replaceChildren();
  return function more() {
    const shown = place.childElementCount;
    place.append(...hits.slice(shown, shown + first).map(line).map(dress));
    return hits.length - place.childElementCount;
  };
}

// button shows what is left, and goes with the last of it.
function button(more, left, after = () => {}) {
  const b = element("button", { type: "button", className: "rest", hidden: !left }, say("more", left));
  b.addEventListener("click", () => {
    const left = more();
    b.textContent = say("more", left);
    b.hidden = !left;
    after();
  });
  return b;
}

// fill shows in a place of the page what a query finds. In the tool a code opens as a card.
export function fill(place, query) {
  const hits = find(query);
  const status = element("p", { className: "sum", role: "status" });
  const results = element("div", { className: "hits" });
  const more = list(results, hits);
  const left = more();
  place.replaceChildren(status, results, button(more, left, () => results.children[results.childElementCount - 1].focus()));
  place.toggleAttribute("data-none", !hits.length);
  // A region that is there already is read out when it changes.
  setTimeout(() => status.append(element("strong", {}, hits.length ? say("found", hits.length) : words.none)));
  if (place.closest("#report")) results.addEventListener("click", card);
}

function card(event) {
  const [, name] = event.target.closest("a")?.pathname.match(/\/errors\/([^/]+)\/$/) ?? [];
  if (!name || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const report = document.getElementById("report");
  const focus = () => {
    const card = report.querySelector(`[data-card="${name}"]`);
    if (!card) return;
    watch.disconnect();
    card.focus();
    card.scrollIntoView({ block: "nearest" });
  };
  const watch = new MutationObserver(focus);
  watch.observe(report, { childList: true, subtree: true, attributeFilter: ["data-card"] });
  document.dispatchEvent(new CustomEvent("tool:open", { detail: name }));
  focus();
}

// The dialog: made when it is first opened.

let box;

export function open(link) {
  box ??= make(link);
  if (box.open) return;
  box.showModal();
  box.querySelector("input").select();
}

function make(link) {
  const results = element("div", { className: "hits", id: "hits", role: "listbox", ariaLabel: words.results });
  const input = element("input", {
    type: "text", inputMode: "search", role: "combobox", ariaLabel: words.label, ariaExpanded: "false", ariaAutoComplete: "list", placeholder: words.placeholder,
    autocomplete: "off", spellcheck: false, autocapitalize: "off", enterKeyHint: "go", maxLength: 300,
  });
  input.setAttribute("aria-controls", "hits");
  const close = element("button", { type: "button" }, words.close);
  const status = element("p", { role: "status" }, words.hint);
  const all = element("a", { href: link.href }, words.all);
  const dialog = element("dialog", { className: "finder", ariaLabel: words.label }, element("div", { className: "ask" }, input, close), status, results, all);
  let rest = element("button", { hidden: true });
  let more = () => 0;
  let active = -1;

  const dress = (a, i) => {
    Object.assign(a, { role: "option", id: `hit-${results.childElementCount + i}`, tabIndex: -1, ariaSelected: "false" });
    return a;
  };

  function choose(i) {
    results.children[active]?.setAttribute("aria-selected", "false");
    active = i;
    const a = results.children[active];
    a?.setAttribute("aria-selected", "true");
    a?.scrollIntoView({ block: "nearest" });
    if (a) input.setAttribute("aria-activedescendant", a.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function show() {
    const query = input.value;
    const hits = find(query);
    more = list(results, hits, dress);
    const left = more();
    rest.remove();
    rest = button(more, left, () => input.focus());
    results.after(rest);
    input.ariaExpanded = String(!!hits.length);
    results.scrollTop = 0;
    choose(hits.length ? 0 : -1);
    const empty = query.trim().length < 3 ? words.hint : words.none;
    status.textContent = hits.length ? say("found", hits.length) : empty;
    all.hidden = !!hits.length || empty === words.hint;
  }

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    const count = results.childElementCount;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (key === "ArrowDown" && active === count - 1 && !rest.hidden) rest.click();
      choose(Math.min(Math.max(active + (key === "ArrowDown" ? 1 : -1), 0), results.childElementCount - 1));
    } else if (key === "Enter" && count) {
      event.preventDefault();
      results.children[active].click();
    }
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => (target === dialog || target.closest("a")) && dialog.close());
  document.body.append(dialog);
  show();
  return dialog;
}
