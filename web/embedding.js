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

const { src } = document.querySelector('script[src*="/embed."]');
const script = `<script src=${quoted(src)} defer></script>`;

// A status of HTTP has no fields of an error.
const ofStatus = { code: "status", reason: "", subject: "", value: "" };

function update() {
  const e = document.createElement("evotor-error");
  const text = form.elements.code.value;
  const names = /^[1-5]\d\d$/.test(text) ? ofStatus : {};
  let attributes = "";
  for (const { name, value } of form.elements) {
    const attribute = names[name] ?? name;
    if (!value || !attribute || (name === "variant" && value === "card") || (name === "theme" && value === "auto")) continue;
    e.setAttribute(attribute, value);
    attributes += ` ${attribute}=${quoted(value)}`;
  }
  e.textContent = text;
  document.getElementById("snippet").textContent = `${script}\n<evotor-error${attributes}>${quoted(text).slice(1, -1)}</evotor-error>`;
  document.getElementById("live").replaceChildren(e);
}

form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
update();
