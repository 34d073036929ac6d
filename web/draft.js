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
const room = 4 << 20; // characters of the storage that a draft may take

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

let saving = false;
let changed = false;
let lost = false; // a reload would lose the text

async function save() {
  changed = true;
  if (saving) return;
  saving = true;
  while (changed) {
    if (box.value.length > 4096) await painted();
    changed = false;
    try {
      await write([box.value, ...kept]);
      lost = false;
    } catch {
      store?.removeItem("draft");
      lost = box.value.trim() !== "" && parent === window;
    }
  }
  saving = false;
}

async function write(texts) {
  if (!texts.some(Boolean)) return store?.removeItem("draft");
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), await deflate(JSON.stringify(texts)));
  const value = `${encode(iv)} ${encode(new Uint8Array(data))}`;
  if (value.length > room) throw new RangeError("no room");
  store.setItem("draft", value);
}

async function restore() {
  const [iv, data] = store.getItem("draft")?.split(" ") ?? [];
  if (!data || !window.name.startsWith(mark)) return;
  const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: decode(iv) }, await key(), decode(data));
  const [text, ...before] = JSON.parse(await inflate(new Uint8Array(bytes)));
  if (box.value) return; // typed meanwhile
  keep(before);
  if (text) set(text);
}

// restored resolves when the draft is back in the box, if there was one.
export const restored = store ? restore().catch(() => store.removeItem("draft")) : Promise.resolve();

box.addEventListener("input", save);
document.getElementById("restore").addEventListener("click", save);
window.addEventListener("beforeunload", (event) => lost && event.preventDefault());
