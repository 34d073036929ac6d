// The text explained in place: a layer over the box marks what the report speaks of, and each
// mark and its card point at one another. The layer lays its text out as the box does and
// never takes part in editing; the tool says what to mark.

import { box, coming, painted } from "./box.js";
import { say, usually, words } from "./state.js";

const layer = document.getElementById("marks");
const sheet = layer.firstChild;
const report = document.getElementById("report");

// Up to this many characters the layer is drawn with the cards, beyond it right after them.
const prompt = 4096;
// From here on lines do not wrap, so that each has its place without the text before it.
const long = 100_000;
const longLine = 5000;
// How many characters are laid out to cover secrets that stand further out in their lines. With
// more, all that is behind in the line is covered.
const farOut = 300_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, 300)); // in typing

let list = []; // of marks: {start, end, kind, card, mark}, regions last and without a mark
let rows = []; // the lines that have some, if the text is laid out line by line: {number, from, marks}
let near = [0, -1]; // the lines that are drawn
let laid = ""; // the text that is laid out
let pointed; // the card that is pointed out
let bare; // a secret that the caret uncovers
let turn = 0;

function parse(detail) {
  const length = box.value.length;
  const all = [];
  for (const line of detail.split("\n")) {
    const [start, end, kind, card] = line.split(" ");
    if (kind && +end <= length) all.push({ start: +start, end: +end, kind, card });
  }
  return all;
}

function element(m, text) {
  if (m.kind.startsWith("region")) return undefined;
  const mark = document.createElement("mark");
  mark.className = m.kind.replace(/[-+]/g, " ");
  mark.textContent = text.slice(m.start, m.end);
  mark.classList.toggle("active", !!m.card && m.card === pointed);
  mark.classList.toggle("uncovered", m === bare);
  return mark;
}

const marked = (m) => m.mark || m.row;

// layOut says whether a text is laid out line by line.
function layOut(text) {
  const lines = text.length > long && text.length < longLine * (text.split("\n").length + 1);
  box.classList.toggle("long", lines);
  layer.classList.toggle("long", lines);
  return lines;
}

async function draw(detail) {
  const own = ++turn;
  const text = box.value;
  list = parse(detail);
  const lined = rows.length > 0;
  const lines = layOut(text);
  if (text.length > prompt) {
    if (!lines || !lined) sheet.replaceChildren(); // what stood there would be off
    await (text.length > long && !lines ? pause() : painted());
    if (own !== turn) return;
  }
  laid = text;
  rows = lines ? byLine(text) : [];
  near = [0, -1];
  if (!rows.length) sheet.replaceChildren(...(lines ? [] : inFlow(text)));
  follow();
  caret();
  clearTimeout(unread);
  usually(list.some(({ kind }) => kind === "secret") ? words.secret : words.privacy);
}

// Until a text was read, nothing in it is covered, and the line says so; not of what is read at
// once.
let unread;

document.addEventListener("input", ({ target, isTrusted }) => {
  if (target !== box) return;
  clearTimeout(unread);
  if (!isTrusted) { // it is another text
    list = rows = [];
    sheet.replaceChildren();
    layOut(box.value);
  }
  if (!box.value.trim()) return usually(words.privacy);
  unread = setTimeout(usually, document.documentElement.dataset.tool === "ready" ? 150 : 0, words.unchecked);
}, true);

// inFlow lays out the text up to the last mark, as the box does.
function inFlow(text) {
  const parts = [];
  let at = 0;
  for (const m of list) {
    m.mark = element(m, text);
    if (!m.mark) continue;
    parts.push(text.slice(at, m.start), m.mark);
    at = m.end;
  }
  return parts;
}

// byLine finds the lines with marks.
function byLine(text) {
  const all = [];
  let number = 0;
  let from = 0; // where the line begins
  for (const m of list) {
    if (m.kind.startsWith("region")) continue;
    for (let next; (next = text.indexOf("\n", from)) >= 0 && next < m.start; from = next + 1) number++;
    if (m.start - from > longLine && m.kind !== "secret") continue;
    if (all.at(-1)?.number !== number) all.push({ number, from, marks: [] });
    m.row = all.at(-1);
    m.row.marks.push(m);
  }
  return all;
}

const screens = 3; // around what is seen, that are drawn

const lineHeight = () => parseFloat(getComputedStyle(box).lineHeight);

// within draws the lines that are seen, each in its place: all of a large text would keep the page busy.
function within() {
  const height = lineHeight();
  const first = box.scrollTop / height;
  const some = box.clientHeight / height;
  if (first >= near[0] && first + some <= near[1]) return;
  near = [first - screens * some, first + (screens + 1) * some];
  let room = farOut;
  const parts = [];
  for (const { number, from, marks } of rows) {
    for (const m of marks) m.mark = undefined;
    if (number < near[0] || number > near[1]) continue;
    const row = document.createElement("div");
    row.style.setProperty("--line", number);
    parts.push(row);
    let rest; // covers what is left of the line
    let at = from;
    for (const m of marks) {
      if (rest) {
        m.mark = rest;
        continue;
      }
      m.mark = element(m, laid);
      if (m.start - from > longLine && (room -= m.start - at) < 0) {
        rest = m.mark;
        rest.textContent = "";
        rest.classList.add("rest");
        row.append(rest);
      } else {
        row.append(laid.slice(at, m.start), m.mark);
        at = m.end;
      }
    }
  }
  sheet.replaceChildren(...parts);
}

// follow keeps the layer's text under the box's own.
function follow() {
  if (rows.length) within();
  sheet.style.transform = `translate(${-box.scrollLeft}px, ${-box.scrollTop}px)`;
}

// activate points out a card and its marks, or nothing.
function activate(card) {
  if (card !== pointed) {
    for (const m of list) if (m.card && (m.card === pointed || m.card === card)) m.mark?.classList.toggle("active", m.card === card);
    pointed = card;
  }
  for (const e of report.querySelectorAll(".card")) e.classList.toggle("active", !!card && e.dataset.card === card);
}

const drawn = (card) => (card ? report.querySelector(`.card[data-card="${card}"]`) : undefined);

function caret() {
  if (document.activeElement !== box) return;
  const at = box.selectionStart;
  const found = list.find((m) => marked(m) && m.start <= at && at <= m.end);
  bare?.mark?.classList.remove("uncovered");
  bare = found?.kind === "secret" ? found : undefined;
  bare?.mark?.classList.add("uncovered");
  activate(found?.card);
  if (matchMedia("(min-width: 900px)").matches) drawn(found?.card)?.scrollIntoView({ block: "nearest" });
}

// under is the mark at a point of the window.
const under = (x, y) => list.find(({ mark }) => mark && [...mark.getClientRects()].some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom));

// named is what a mark is, in words: what was mended there, or that it covers a secret.
function named(m) {
  if (m?.kind === "secret") return words.covered;
  const [, id] = m?.kind.match(/mend-(\w+)/) ?? [];
  if (!id) return "";
  return `${words.mended} ${report.querySelector(`[data-mend="${id}"]`)?.textContent.replace(/ ×\d+$/, "") ?? ""}`;
}

// bring scrolls to the line of a mark, and says where both are.
function bring(m) {
  if (!m.mark) {
    box.scrollTop = m.row.number * lineHeight() - box.clientHeight / 3;
    follow();
  }
  const place = m.mark.getBoundingClientRect();
  const view = box.getBoundingClientRect();
  box.scrollTop += place.top - view.top - box.clientHeight / 3;
  return [place, view];
}

// reach brings a mark into view and selects it, and so points out its card.
export function reach(m) {
  if (matchMedia("(pointer: coarse)").matches) box.inputMode = "none"; // to be looked at: no keyboard
  box.focus({ preventScroll: true });
  box.setSelectionRange(m.start, m.end);
  if (marked(m)) {
    const [place, view] = bring(m);
    if (place.left < view.left || place.right > view.right) box.scrollLeft += place.left - view.left - box.clientWidth / 3;
  }
  box.scrollIntoView({ block: "nearest" });
  caret();
}

box.addEventListener("pointerdown", () => (box.inputMode = ""));

// step leads to the mark before (-1) or behind (1) the caret, around the ends.
export function step(way) {
  const marks = list.filter(marked);
  if (!marks.length) return;
  const at = box.selectionStart;
  reach(way > 0 ? marks.find((m) => m.start > at) ?? marks[0] : marks.findLast((m) => m.start < at) ?? marks.at(-1));
}

// cross leads from the mark at the caret to its card, and reports whether there is one.
export function cross() {
  const at = box.selectionStart;
  const card = drawn(list.find((m) => m.card && m.start <= at && at <= m.end)?.card);
  card?.focus();
  card?.scrollIntoView({ block: "nearest" });
  return !!card;
}

// Where marks of a card, or repairs of a kind, were led to before: the next click leads on.
const led = new Map();

function lead(name, marks) {
  if (!marks.length) return;
  const next = ((led.get(name) ?? -1) + 1) % marks.length;
  led.set(name, next);
  if (marks.length > 1) say(words.place.replace("{at}", next + 1).replace("{all}", marks.length));
  reach(marks[next]);
}

// placeOf is where a card's first mark begins, undefined if it has none.
export const placeOf = (card) => list.find((m) => m.card === card)?.start;

// masked is a part of the text with its secrets hidden.
export function masked(start, end) {
  let out = "";
  let at = start;
  for (const m of list.filter(({ kind, start: s, end: e }) => kind === "secret" && s < end && e > start)) {
    out += `${box.value.slice(at, m.start)}•••`;
    at = m.end;
  }
  return out + box.value.slice(at, end);
}

document.addEventListener("tool:marks", ({ detail }) => {
  if (coming) return; // they come again with the text
  led.clear();
  draw(detail);
});
document.addEventListener("selectionchange", caret);
box.addEventListener("selectionchange", caret);
box.addEventListener("scroll", follow);
box.addEventListener("mousemove", ({ clientX, clientY }) => {
  const found = under(clientX, clientY);
  activate(found?.card);
  box.title = named(found);
});
box.addEventListener("mouseleave", () => activate());
for (const type of ["mouseover", "focusin"]) {
  report.addEventListener(type, ({ target }) => activate(target.closest(".card")?.dataset.card));
}
report.addEventListener("mouseleave", () => activate());

report.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do]");
  const { mend } = button?.dataset ?? {};
  if (button?.dataset.do === "show") {
    const { card } = button.closest(".card").dataset;
    lead(card, list.filter((m) => m.card === card && marked(m)));
  } else if (mend) {
    lead(mend, list.filter((m) => m.kind.endsWith(`mend-${mend}`) || m.kind === `region-${mend}`));
  } else if (!button && target.closest(".card h2") && getSelection().isCollapsed) {
    const { card } = target.closest(".card").dataset;
    const first = list.find((m) => m.card === card && marked(m));
    if (first) bring(first);
  }
});
