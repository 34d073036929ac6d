// A provisional answer while the tool is on its way, and all there is where it cannot run:
// the numeric codes of errors arrays in the box, with the page's own words on each.

const box = document.getElementById("text");
const report = document.getElementById("report");
const place = document.getElementById("provisional");
const cards = document.getElementById("brief").content;

function show() {
  if (document.documentElement.dataset.tool === "ready") return;
  const [, ...parts] = box.value.split(/errors\W{1,9}\[/);
  const codes = new Set();
  for (const part of parts) for (const [, code] of part.matchAll(/\bcode\W{1,9}(\d{4})\b/g)) codes.add(code);
  const found = [...codes].map((code) => cards.querySelector(`[data-code="${code}"]`)).filter(Boolean);
  place.replaceChildren(...(found.length ? [cards.firstElementChild, ...found] : []).map((e) => e.cloneNode(true)));
  report.hidden = found.length > 0;
}

box.addEventListener("input", show);
if (box.value) show();

// The tool takes over in the frame in which it has drawn.
new MutationObserver(() => {
  if (document.documentElement.dataset.tool !== "ready" || (box.value.trim() && report.querySelector("[data-state=empty]"))) return;
  place.replaceChildren();
  report.hidden = false;
}).observe(report, { childList: true, subtree: true, characterData: true });
