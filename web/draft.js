// The draft: what is in the box survives a reload, a change of language and a new version of
// the site, in this tab alone. The tab's storage has it enciphered; the key is in the window's
// name, which lives in memory. So neither the text nor a secret in it is stored anywhere.
//
// Without a secure context there is no cipher, and no draft.

const mark = "evotor-errors key ";
const most = 1 << 18; // characters: more take too long at every key

const box = document.getElementById("text");
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

const encode = (bytes) => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
const decode = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

function key() {
  if (!window.name.startsWith(mark)) window.name = mark + encode(crypto.getRandomValues(new Uint8Array(32)));
  return crypto.subtle.importKey("raw", decode(window.name.slice(mark.length)), "AES-GCM", false, ["encrypt", "decrypt"]);
}

let saving = false;
let changed = false;

async function save() {
  changed = true;
  if (saving) return;
  saving = true;
  while (changed) {
    changed = false;
    const text = box.value;
    if (!text || text.length > most) {
      store.removeItem("draft");
      continue;
    }
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(text));
      store.setItem("draft", `${encode(iv)} ${encode(new Uint8Array(data))}`);
    } catch {
      store.removeItem("draft"); // full: the text stays in the box alone
    }
  }
  saving = false;
}

async function restore() {
  const [iv, data] = store.getItem("draft")?.split(" ") ?? [];
  if (!data || !window.name.startsWith(mark)) return;
  const text = new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: decode(iv) }, await key(), decode(data)));
  if (box.value) return;
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// restored resolves when the draft is back in the box, if there was one.
export const restored = store ? restore().catch(() => store.removeItem("draft")) : Promise.resolve();

if (store) box.addEventListener("input", save);
