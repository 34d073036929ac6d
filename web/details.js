// What a card unfolds: causes, samples, sources, as the page of its code has them. All codes
// share one file, so that no request tells which of them somebody looks at; it is fetched when
// the first card is unfolded.

import { body } from "./body.js";

const report = document.getElementById("report");
const { details, undetailed } = report.dataset;

let file;

// load resolves to the document. A policy of trusted types lets nothing else make one of text.
function load() {
  file ??= new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject());
    request.onerror = reject;
    request.open("GET", details);
    request.send();
  });
  file.catch(() => (file = undefined));
  return file;
}

async function fill(more) {
  const { card } = more.closest(".card").dataset; // it may be folded again before the details are there
  more.ariaBusy = "true";
  try {
    const from = await load();
    for (const link of from.querySelectorAll("a[href]")) link.href = link.href; // from here on without its base
    more.replaceChildren(...[...from.getElementById(more.dataset.entry).childNodes].map((node) => document.importNode(node, true)));
  } catch {
    more.textContent = undetailed;
  }
  more.append(...body(card));
  more.ariaBusy = "false";
}

// The body changes with the text.
document.addEventListener("tool:marks", () => {
  for (const more of report.querySelectorAll(".more[aria-busy=false]")) {
    for (const e of more.querySelectorAll(".body, h3:has(+ .body)")) e.remove();
    more.append(...body(more.closest(".card").dataset.card));
  }
});

new MutationObserver(() => {
  for (const more of report.querySelectorAll(".more:empty:not([aria-busy=true])")) fill(more);
}).observe(report, { childList: true, subtree: true });
