// A provisional answer while the tool is on its way, and all there is where it cannot run:
// the numeric codes of errors arrays in the box, with the page's own words on each.

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
  const note = cards.querySelector(tool === "failed" ? "[data-final]" : ".note");
  place.replaceChildren(...(found.length ? [note, ...found] : []).map((e) => e.cloneNode(true)));
  report.hidden = found.length > 0;
  if (found.length) hear(`${words.early} ${[...codes].join(", ")}`);
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
