// The keyboard: a key has its meaning in the box or in the report, not on the whole page, so
// that it gets in nobody's way. Keys are named by their place, whatever the layout.

import { box } from "./box.js";
import { cross, step } from "./marks.js";

const report = document.getElementById("report");
const sheet = document.getElementById("sheet");

const cards = () => [...report.querySelectorAll(".card")];

function press(selector, within = document) {
  const button = within?.querySelector(selector);
  if (button?.checkVisibility()) button.click(); // else it is not offered
}

function move(way) {
  const all = cards();
  const here = all.indexOf(document.activeElement.closest?.(".card"));
  const next = all[here < 0 ? 0 : Math.min(Math.max(here + way, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return !!next;
}

let left; // the card from which the person came to the box

function back() {
  if (!left?.isConnected) return move(0);
  left.focus();
  left = undefined;
}

const inBox = {
  "Alt+ArrowDown": () => step(1),
  "Alt+ArrowUp": () => step(-1),
  "Alt+Enter": () => cross() || move(0),
  Escape: back,
};

const inReport = {
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  KeyO: (card) => press('[data-do="unfold"]', card),
  KeyT: (card) => press('[data-do="show"]', (left = card)),
  KeyC: () => press('[data-do="copy-ticket"]'),
  KeyM: () => press('[data-do="copy-merchant"]'),
  KeyS: () => press('[data-do="copy-support"]'),
  KeyL: () => press('[data-do="share-codes"]'),
  Escape: () => box.focus(),
};

const help = () => sheet?.showModal();

document.addEventListener("keydown", (event) => {
  const { target, code, altKey, shiftKey } = event;
  if (document.querySelector("dialog[open]") || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && code === "Slash") {
    event.preventDefault();
    return help();
  }
  if (event.key === "?" && report.contains(target)) return help();
  if (event.ctrlKey || event.metaKey || shiftKey) return;
  const keys = target === box ? inBox : report.contains(target) ? inReport : {};
  const act = keys[`${altKey ? "Alt+" : ""}${code}`];
  if (!act) return;
  event.preventDefault();
  act(target.closest?.(".card"));
});

box.addEventListener("input", () => (left = undefined));

// The button for more cards goes, or moves on: the first new card gets the focus.
report.addEventListener("click", ({ target }) => {
  if (!target.closest("#more")) return;
  const first = cards().length;
  const watch = new MutationObserver(() => {
    if (cards().length <= first) return;
    watch.disconnect();
    cards()[first].focus();
  });
  watch.observe(report, { childList: true, subtree: true });
  box.addEventListener("input", () => watch.disconnect(), { once: true });
}, true); // before go-app, which may draw at once

document.getElementById("keys")?.addEventListener("click", help);
sheet?.querySelector("button").addEventListener("click", () => sheet.close());
sheet?.addEventListener("click", ({ target }) => target === sheet && sheet.close());
