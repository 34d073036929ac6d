// The box: how text gets into it and out of it, so that nothing that was in it is lost.

import { rest } from "./state.js";

const $ = (id) => document.getElementById(id);

export const box = $("text");

// Texts of this many characters and more take the browser so long to lay out that the cards
// should not wait for it.
const large = 100_000;

// painted resolves when the next frame is on the screen.
export const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

// A large text that did not come from the keyboard is painted and laid out one frame after
// the cards. A caret would have it laid out at once, so it goes for as long.
document.addEventListener("input", ({ target, isTrusted }) => {
  if (target !== box || isTrusted || box.value.length < large || box.classList.contains("unpainted")) return;
  const { selectionStart, selectionEnd } = box;
  box.classList.add("unpainted");
  if (document.activeElement === box) getSelection().removeAllRanges();
  painted().then(() => setTimeout(() => {
    box.classList.remove("unpainted");
    if (document.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd);
  }, 50));
}, true);

// set sets the text, in a moment even if it is large.
export function set(text) {
  shown = box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  if (text.length < large) top();
  else painted().then(top); // scrolling would have it laid out at once
}

function top() {
  box.setSelectionRange(0, 0);
  box.scrollTop = box.scrollLeft = 0;
}

// The browser's own undo does not know of a text that was set, and mixes it up with what was
// typed: the box has an undo of its own, for both.

const mostSteps = 200;
const mostUndone = 32 << 20; // characters
const burst = 1000; // milliseconds: what is typed in one go is one step

let shown = box.value; // what was there before the next input
let undone = []; // steps that can be done again
let done = []; // texts to go back to
let last = {}; // input

function step(text) {
  done = [...done, text].slice(-mostSteps);
  while (done.length > 1 && done.reduce((sum, { length }) => sum + length, 0) > mostUndone) done.shift();
  undone = [];
}

// change sets the text as a step.
export function change(text) {
  document.dispatchEvent(new Event("box:replaced")); // by the person
  if (text !== box.value) step(box.value);
  last = {};
  set(text);
}

box.addEventListener("input", ({ isTrusted, inputType, timeStamp }) => {
  if (!isTrusted) return;
  const typing = /^(insert(Composition)?Text|deleteContent)/.test(inputType);
  if (!typing || inputType !== last.inputType || timeStamp - last.timeStamp > burst) step(shown);
  last = { inputType, timeStamp };
  shown = box.value;
}, true);

function travel(from, to) {
  if (!from.length) return;
  document.dispatchEvent(new Event("box:replaced"));
  const text = from.pop();
  to.push(box.value);
  last = {};
  // The caret goes behind what differs.
  let end = 0;
  const most = Math.min(text.length, box.value.length, large);
  while (end < most && text.at(-1 - end) === box.value.at(-1 - end)) end++;
  set(text);
  if (text.length < large) box.setSelectionRange(text.length - end, text.length - end);
}

const undo = () => (coming ? change(box.value) : travel(done, undone)); // what is coming does not come
const redo = () => travel(undone, done);

box.addEventListener("beforeinput", (event) => {
  const act = { historyUndo: undo, historyRedo: redo }[event.inputType];
  if (!act) return;
  event.preventDefault();
  act();
});

// The browser asks for nothing where it has nothing to undo, or where the box has no focus.
document.addEventListener("keydown", (event) => {
  const { target, key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(ctrlKey || metaKey) || altKey || (target !== box && target.closest("input, textarea, dialog"))) return;
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.slice(-1).toLowerCase(); // by its place on a Russian keyboard
  const act = letter === "z" ? (shiftKey ? redo : undo) : letter === "y" && ctrlKey && !shiftKey ? redo : undefined;
  if (!act) return;
  event.preventDefault();
  act();
});

// What was in the box before something else came, for a button; the last first.

const bring = $("restore");
const mostKept = 5;

export let kept = [];

export function keep(texts) {
  kept = texts.slice(-mostKept);
  bring.hidden = !kept.length;
}

// theirs is what is in the box, unless it is nothing or the page's own example.
const theirs = () => [box.value].filter((text) => text.trim() && text !== $("example").dataset.text);

// replace puts a text into the box and keeps what was there.
export function replace(text) {
  if (text !== box.value) keep([...kept, ...theirs()]);
  rest();
  change(text);
}

bring.addEventListener("click", () => {
  const text = kept.at(-1);
  keep([...theirs(), ...kept.slice(0, -1)]);
  change(text);
});
$("example").addEventListener("click", () => replace($("example").dataset.text));

const clear = $("clear");
const filled = () => (clear.disabled = !box.value);
box.addEventListener("input", filled);
filled(); // the browser may have kept what was there
clear.addEventListener("click", () => {
  replace("");
  box.focus();
});

// A text of more than a few lines is answered before it is laid out: the tool gets what the box
// is about to hold, and once the cards are on the screen the text goes in. A large one goes in by
// itself in any case: the browser would lay it out several times over.

const short = 2000;

const ready = () => document.documentElement.dataset.tool === "ready";

// slow is whether the browser would take so long over a text that the cards should not wait.
export const slow = (text) => text.length >= (ready() ? short : large);

// coming is the text that the tool knows already and the box is about to hold; "" if there is none.
export let coming = "";

// Whoever wants another text meanwhile gets that alone.
document.addEventListener("box:replaced", () => (coming = ""));

// answered resolves when a text is read, or takes longer than a person would wait.
const answered = () => new Promise((resolve) => {
  document.addEventListener("tool:codes", resolve, { once: true });
  setTimeout(resolve, 150);
});

// enter puts a text from outside in the place of what stands between start and end.
export function enter(text, start = 0, end = box.value.length) {
  if (coming) return;
  const { value } = box;
  const insert = () => {
    coming = "";
    const { value: now } = box; // with what was typed in that moment
    replace(now.slice(0, start) + text + now.slice(now === value ? end : start));
  };
  if (!ready() || !slow(text)) return insert();
  const whole = value.slice(0, start) + text + value.slice(end);
  coming = whole;
  const soon = whole.length < large ? undefined : answered();
  document.dispatchEvent(new CustomEvent("box:coming", { detail: whole }));
  Promise.resolve(soon).then(painted).then(() => coming === whole && insert());
}
