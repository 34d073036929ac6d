// Links to a result: all of it is in the fragment, which no server sees.
//
//   #v1.…                       the shared text, deflated, in base64url
//   #code=2002&subject=token    fields of one error, as a person writes them; several codes
//   #status=404                 with commas between them; a status alone; with both,
//                               direction=to-cloud or from-cloud

import { box, replace, set } from "./box.js";
import { decode, deflate, encode, inflate } from "./bytes.js";
import { write } from "./copy.js";
import { restored } from "./draft.js";
import { rest, said, say, warn, words } from "./state.js";

const page = new URL(document.documentElement.classList.contains("bare") ? "../" : "", location.href); // the tool's own
const most = 8192; // characters of a link
const mostText = 256 << 10; // bytes of the text in it

const pack = async (text) => `v1.${encode(await deflate(text)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
const unpack = (data) => inflate(decode(data.replaceAll("-", "+").replaceAll("_", "/")), mostText);

// copy puts a text on the clipboard; where the browser has none for the page, the person is
// told.
async function copy(text, done) {
  if (await write(text)) tell(done, 4000);
  else tell(words.uncopied, 8000);
}

// tell says how it went under the box, and where the person looks in any case.
const toast = document.createElement("div");
toast.className = "toast";
toast.ariaHidden = "true"; // the line under the box is read out
let timer;

function tell(text, milliseconds) {
  clearTimeout(timer);
  say(text);
  toast.textContent = text;
  document.documentElement.append(toast);
  timer = setTimeout(() => {
    toast.remove();
    if (said(text)) rest();
  }, milliseconds);
}

document.addEventListener("tool:copy", ({ detail }) => copy(detail, words.copied));

document.addEventListener("tool:share", async ({ detail }) => {
  const link = new URL(`#${await pack(detail)}`, page).href;
  if (link.length > most) tell(words.long, 8000);
  else copy(link, words.linked);
});

// read is the text of a fragment: undefined if the fragment is none of ours.
async function read(fragment) {
  if (/^v\d+\./.test(fragment)) {
    if (!fragment.startsWith("v1.") || fragment.length > most) throw new Error("not a link of this version");
    return unpack(fragment.slice(3));
  }
  const fields = new URLSearchParams(fragment);
  const [status] = fields.get("status")?.match(/^\d{3}$/) ?? [];
  const [direction] = fields.get("direction")?.match(/^(to|from)-cloud$/) ?? [];
  if (!fields.has("code") && !status) return undefined;
  const fixed = {};
  for (const name of ["reason", "subject", "value"]) if (fields.has(name)) fixed[name] = fields.get(name);
  const errors = fields.get("code")?.split(",").map((code) => ({ code, ...fixed }));
  const head = (status ? `HTTP/1.1 ${status}\n` : "") + (direction ? `Direction: ${direction}\n` : "");
  return (head && `${head}\n`) + (errors ? JSON.stringify({ errors }) : "");
}

let linked; // the text of the link in the address, "" if that is damaged

async function open() {
  const before = linked;
  linked = undefined;
  if (said(words.waiting)) rest(); // it was for another link
  const fragment = location.hash.slice(1);
  if (!fragment) return;
  await restored;
  let text;
  try {
    text = await read(fragment);
  } catch {
    text = "";
  }
  if (location.hash.slice(1) !== fragment) return;
  linked = text;
  if (text === "") return warn(words.damaged);
  if (text === undefined || text === box.value) return;
  // What the person wrote there is not replaced unasked.
  if (box.value.trim() && box.value !== before) return say(words.waiting, words.open, () => replace(text));
  answerFirst(true);
  set(text);
}

// Whoever follows a link wants its answer: where there is one column, that comes before the text.
const bench = document.querySelector(".bench");
const result = bench.querySelector(".result");

function answerFirst(is) {
  if (is && !matchMedia("(min-width: 900px)").matches) bench.prepend(result);
  else if (!is && result === bench.firstChild) bench.append(result);
}

// Once the text is another one, the link is no longer its own.
document.addEventListener("input", () => {
  if (linked === undefined || box.value === linked) return;
  history.replaceState(null, "", location.pathname + location.search);
  answerFirst(false);
});

window.addEventListener("hashchange", open);
open();
