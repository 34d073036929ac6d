// A provisional answer while the tool is on its way: the numeric codes of errors arrays in the box,
// with the page's own words on each. Where the tool cannot run that is all there is, and what the
// search finds by the codes, statuses and words in the box: see web/find.js.

import { hear, words } from "./state.js";

const root = document.documentElement;
const box = document.getElementById("text");
const report = document.getElementById("report");
const place = document.getElementById("provisional");
const cards = document.getElementById("brief").content;

function show() {
  const { tool, held } = root.dataset;
  if (tool === "ready" || held !== undefined) return;
  const codes = new Set();
  for (const part of box.value.split(/errors\W{1,9}\[/).slice(1)) for (const [, code] of part.matchAll(/\bcode\W{1,9}(\d{4})\b/g)) codes.add(code);
  const found = [...codes].map((code) => cards.querySelector(`[data-code="${code}"]`)).filter(Boolean);
  const failed = tool === "failed";
  const note = cards.querySelector(failed ? "[data-final]" : ".note");
  place.replaceChildren(...(found.length ? [note, ...found] : []).map((e) => e.cloneNode(true)));
  if (failed && !found.length) search();
  report.hidden = found.length > 0;
  if (found.length) hear(`${words.early} ${[...codes].join(", ")}`);
}

const short = 300; // characters of a text that is searched for whole; of others, what looks like a code

function search() {
  const text = box.value.trim();
  const codes = new Set(text.length > short ? text.match(/\b([1-5]\d{3}|[45]\d\d|[a-z]+(_[a-z]+)+)\b/g) : [text]);
  const found = document.createElement("div");
  found.dataset.search = [...codes].slice(0, 20).join(" ");
  if (found.dataset.search) place.append(found);
}

box.addEventListener("input", show);
if (box.value) show();

// Where the tool cannot run, the note says that this is all.
new MutationObserver(show).observe(root, { attributeFilter: ["data-tool", "data-held"] });

// The tool takes over in the frame in which it has drawn.
new MutationObserver(() => {
  if (root.dataset.tool !== "ready" || (box.value.trim() && report.querySelector("[data-state=empty]"))) return;
  place.replaceChildren();
  report.hidden = false;
}).observe(report, { childList: true, subtree: true, characterData: true, attributeFilter: ["data-state"] });
