// The way to the search, on every page: its script, with the index, is fetched when somebody
// first asks for it: with /, Ctrl+K or the link in the page's head, which without a script leads
// to the table of codes. A page may ask itself: the element <div data-search="a query"> is filled
// with what the query finds, and again when the query changes.

const root = document.documentElement;
const link = document.getElementById("find"); // not in frames
let script;

function load() {
  script ??= import(new URL(root.dataset.search, document.baseURI));
  script.catch(() => (script = undefined));
  return script;
}

const open = () => load().then(({ open }) => open(link), () => location.assign(link.href));

if (link) link.role = "button";
link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to another tab
  event.preventDefault();
  open();
});

document.addEventListener("keydown", (event) => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (!link || event.isComposing || altKey || document.querySelector("dialog[open]")) return;
  const wanted = ctrlKey || metaKey
    ? code === "KeyK" && !shiftKey
    : (key === "/" || (code === "Slash" && key === ".")) && !target.closest("input, textarea, select");
  if (!wanted) return;
  event.preventDefault();
  open();
});

const asked = new WeakMap(); // queries by element
const places = document.querySelector(".result") ?? document.body;

function look() {
  for (const place of places.querySelectorAll("[data-search]")) {
    const { search } = place.dataset;
    if (asked.get(place) === search) continue;
    asked.set(place, search);
    const words = search.replace(/\w+\\?"\s*:/g, " "); // in a piece of a body, not the names of its fields
    load().then(({ fill }) => asked.get(place) === search && fill(place, words), () => (place.dataset.none = ""));
  }
}

look();
new MutationObserver(look).observe(places, { subtree: true, childList: true, attributeFilter: ["data-search"] });
