// What comes from outside: pasted or dropped anywhere on the page, chosen, or taken from the
// clipboard by a button. Where else on the page one can write, the browser does as ever.

import { box, enter, slow } from "./box.js";
import { open } from "./files.js";
import { rest, warn, words } from "./state.js";

const $ = (id) => document.getElementById(id);

const touch = matchMedia("(pointer: coarse)").matches;
const elsewhere = (target) => target !== box && target.closest?.("input, textarea, select, [contenteditable], dialog");

// receive opens files; on a picture there is no text to be read.
function receive(files) {
  const rest = files.filter(({ type }) => !/^image\/(?!svg)/.test(type));
  if (files.length && !rest.length) warn(words.picture);
  else open(rest);
}

// within are the files of what was dropped, those in folders among them.
async function within(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const all = [];
  for (let some = [entry]; some.length; all.push(...(await Promise.all(some.map(within))).flat())) {
    some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)); // a hundred at a time
  }
  return all;
}

// answer shows what came in: with the focus where there are keys, and without the keyboard that
// would cover the answer where it is a part of the screen.
function answer() {
  if (!touch) return box.focus({ preventScroll: true });
  box.blur();
  const report = $("report");
  if (report.parentElement.getBoundingClientRect().top > box.getBoundingClientRect().bottom) report.parentElement.scrollIntoView();
}

document.addEventListener("paste", (event) => {
  const { target, clipboardData } = event;
  if (elsewhere(target) || !clipboardData) return;
  const files = [...clipboardData.files];
  const text = clipboardData.getData("text/plain").replaceAll("\r\n", "\n");
  // Beside files their names are pasted, beside a table a picture of it.
  if (files.length && (!text || files.some(({ name, type }) => text.includes(name) || !type.startsWith("image/")))) {
    event.preventDefault();
    return receive(files);
  }
  if (!text) return;
  if (target === box && !slow(text)) return void setTimeout(() => touch && answer());
  event.preventDefault();
  if (target === box) enter(text, box.selectionStart, box.selectionEnd);
  else enter(text);
  answer();
});

const button = $("paste");
button.hidden = !touch || !navigator.clipboard?.readText;
button.addEventListener("click", async () => {
  try {
    const text = await navigator.clipboard.readText();
    if (!text.trim()) return warn(words.nothing);
    enter(text);
    answer();
  } catch {
    warn(words.unpasted);
  }
});

const files = $("files");
$("file").addEventListener("click", () => files.click());
files.addEventListener("change", () => {
  if (files.files.length) receive([...files.files]);
  files.value = "";
});

// A frame around the window says that what is dragged may be dropped.
const frame = document.createElement("div");
frame.className = "awaits";
frame.ariaHidden = "true";
frame.append(document.createElement("span"));
frame.firstChild.textContent = words.drop;

let own = false; // it is dragged from a place of this page

const carried = ({ target, dataTransfer }) => {
  const types = dataTransfer?.types ?? [];
  if (types.includes("Files")) return true;
  return !own && types.includes("text/plain") && !types.includes("text/uri-list") && target !== box && !elsewhere(target);
};

document.addEventListener("dragstart", () => (own = true));
document.addEventListener("dragend", () => (own = false));
document.addEventListener("dragover", (event) => {
  if (!carried(event)) return frame.remove();
  event.preventDefault();
  if (!frame.isConnected) document.documentElement.append(frame);
});
document.addEventListener("dragleave", ({ relatedTarget }) => !relatedTarget && frame.remove()); // out of the window
document.addEventListener("drop", (event) => {
  frame.remove();
  if (!carried(event)) return;
  event.preventDefault(); // or the browser would leave the page for the file
  const { files, items } = event.dataTransfer;
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.some(({ isDirectory }) => isDirectory)) {
    return void Promise.all(entries.map(within)).then((all) => receive(all.flat()), () => warn(words.unread));
  }
  if (files.length) return receive([...files]);
  rest();
  enter(event.dataTransfer.getData("text/plain").replaceAll("\r\n", "\n"));
  answer();
});

// Whoever opens the tool is about to paste. In the frame of another page the focus is its own, and
// on a touch screen it would bring the keyboard. It is no intent yet: start.js looks for one behind it.
if (!touch && parent === window && !location.hash && document.activeElement === document.body) box.focus({ preventScroll: true });
