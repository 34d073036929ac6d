// The guide to embedding: its snippets live, and the form that makes one.
//
// The page's own policy forbids markup from text, so elements are made of the snippet's
// attributes.

import "./page.js";

function element(snippet) {
  const [, name, attributes, text] = snippet.match(/^<(evotor-error)((?: [\w-]+="[^"]*")*)>([^<]*)</) ?? [];
  if (!name) return undefined;
  const e = document.createElement(name);
  for (const [, key, value] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) e.setAttribute(key, value);
  e.textContent = text;
  return e;
}

for (const code of document.querySelectorAll("article pre code")) {
  const live = code.id ? undefined : element(code.textContent.trim());
  if (!live) continue;
  const place = document.createElement("div");
  place.className = "live";
  place.append(live);
  code.closest(".sample").after(place);
}

const form = document.getElementById("form");

// quoted is a value as an attribute of HTML has it.
const quoted = (s) => `"${s.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;

function update() {
  const e = document.createElement("evotor-error");
  let attributes = "";
  for (const { name, value } of form.elements) {
    if (!value || (name === "variant" && value === "card") || (name === "theme" && value === "auto")) continue;
    e.setAttribute(name, value);
    attributes += ` ${name}=${quoted(value)}`;
  }
  const text = form.elements.code.value;
  e.textContent = text;
  document.getElementById("snippet").textContent = `<evotor-error${attributes}>${quoted(text).slice(1, -1)}</evotor-error>`;
  document.getElementById("live").replaceChildren(e);
}

form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
update();
