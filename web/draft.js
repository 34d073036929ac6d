// The draft: what is in the box survives a reload, a change of language and a new version of
// the site, in this tab alone, and so does what its button would bring back. The tab's
// storage has it enciphered; the key is in the window's name, which lives in memory. So
// neither the text nor a secret in it is stored anywhere.
//
// Where that cannot be done (no cipher outside a secure context, no room) the browser asks
// before it leaves the page.

import { box, keep, kept, painted, set } from "./box.js";
import { deflate, encode, decode, inflate } from "./bytes.js";

const mark = "evotor-errors key ";
const room = { draft: 3 << 20, kept: 1 << 20 }; // characters of the storage that each may take
const large = 100_000; // characters that are not enciphered at every key
const settle = 300; // milliseconds without a change

const store = storage();

// storage is undefined in the frame of another page, without a cipher, and where the person
// forbids it.
function storage() {
  try {
    return parent === window && window.crypto?.subtle ? sessionStorage : undefined;
  } catch {
    return undefined;
  }
}

function key() {
  if (!window.name.startsWith(mark)) window.name = mark + encode(crypto.getRandomValues(new Uint8Array(32)));
  return crypto.subtle.importKey("raw", decode(window.name.slice(mark.length)), "AES-GCM", false, ["encrypt", "decrypt"]);
}

let saving; // resolves when what is in the box is stored
let changed = 0;
let lost = false; // a reload would lose the text
let written = kept; // as it is stored

const filled = () => box.value.trim() !== "" && parent === window;

function save({ isTrusted }) {
  if (isTrusted || !store) lost = filled(); // until it is written
  changed++;
  if (store) saving ??= write().finally(() => (saving = undefined));
}

async function write() {
  for (let seen; seen !== changed;) {
    if (box.value.length > 4096) await painted();
    seen = changed;
    if (box.value.length > large) {
      lost = true;
      await new Promise((resolve) => setTimeout(resolve, settle));
      if (seen !== changed) continue;
    }
    try {
      const before = kept;
      const draft = await seal(box.value ? [box.value] : [], room.draft);
      const others = before === written ? undefined : await fitting(before);
      // Both at once: a text that moves from one to the other is never in neither.
      put("draft", draft);
      if (others !== undefined) put("kept", others);
      written = before;
      lost &&= seen !== changed;
    } catch {
      store.removeItem("draft");
      lost = filled();
    }
  }
}

// fitting seals what its button would bring back, the oldest of it left out where there is no
// room.
async function fitting(texts) {
  for (;; texts = texts.slice(1)) {
    try {
      return await seal(texts, room.kept);
    } catch {
      // With one less.
    }
  }
}

// seal enciphers texts for the storage; "" for none.
async function seal(texts, most) {
  if (!texts.length) return "";
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), await deflate(JSON.stringify(texts)));
  const value = `${encode(iv)} ${encode(new Uint8Array(data))}`;
  if (value.length > most) throw new RangeError("no room");
  return value;
}

function put(name, value) {
  if (value) store.setItem(name, value);
  else store.removeItem(name);
}

async function read(name) {
  const [iv, data] = store.getItem(name)?.split(" ") ?? [];
  if (!data || !window.name.startsWith(mark)) return [];
  const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: decode(iv) }, await key(), decode(data));
  return JSON.parse(await inflate(new Uint8Array(bytes)));
}

async function restore() {
  const chosen = store.getItem("chosen") ?? "";
  const [text] = await read("draft");
  const before = await read("kept");
  if (box.value) return; // typed meanwhile
  keep(before);
  written = kept;
  if (!text) return;
  document.getElementById("report").dataset.chosen = chosen;
  set(text);
}

// What the person chose of the answer: who gave it, and which cards are unfolded.
document.addEventListener("tool:chosen", ({ detail }) => {
  try {
    if (store) put("chosen", detail);
  } catch {
    // It holds until the page goes.
  }
});

// restored resolves when the draft is back in the box, if there was one.
export const restored = store ? restore().catch(() => Object.keys(room).forEach((name) => store.removeItem(name))) : Promise.resolve();

box.addEventListener("input", save);
document.getElementById("restore").addEventListener("click", save);
// A link of the page may be followed at once: it waits for the text.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([target], [href^='#'])");
  if (!saving || !link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  saving.then(() => location.assign(link.href));
});
window.addEventListener("beforeunload", (event) => lost && event.preventDefault());
