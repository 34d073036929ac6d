// Links to a result: all of it is in the fragment, which no server sees.
//
//   #v1.…                       the shared text, deflated, in base64url
//   #code=2002&subject=token    fields of one error, as a person writes them

import { restored } from "./draft.js";

const box = document.getElementById("text");
const state = document.getElementById("state");

const most = 8192; // characters of a link

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

async function pack(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return `v1.${btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

async function unpack(data) {
  const bytes = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
}

document.addEventListener("tool:share", async ({ detail }) => {
  const link = new URL(`#${await pack(detail)}`, location.href).href;
  if (link.length > most) {
    state.textContent = state.dataset.long;
    return;
  }
  await navigator.clipboard.writeText(link);
  state.textContent = state.dataset.linked;
});

// read is the text of a fragment: undefined if the fragment is none of ours.
async function read(fragment) {
  if (fragment.length > most) throw new Error("too long");
  if (fragment.startsWith("v1.")) return unpack(fragment.slice(3));
  if (/^v\d+\./.test(fragment)) throw new Error("a later version");
  const fields = new URLSearchParams(fragment);
  if (!fields.has("code")) return undefined;
  const error = {};
  for (const name of ["code", "reason", "subject", "value"]) if (fields.has(name)) error[name] = fields.get(name);
  const status = /^\d{3}$/.test(fields.get("status") ?? "") ? `HTTP/1.1 ${fields.get("status")}\n\n` : "";
  return status + JSON.stringify({ errors: [error] });
}

async function open() {
  const fragment = location.hash.slice(1);
  if (!fragment) return;
  await restored;
  try {
    const text = await read(fragment);
    if (text === undefined || box.value) return; // what is typed there is not replaced
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  } catch {
    const say = () => (state.textContent = state.dataset.badLink);
    say();
    document.addEventListener("tool:ready", () => setTimeout(say), { once: true });
  }
}

window.addEventListener("hashchange", open);
open();
