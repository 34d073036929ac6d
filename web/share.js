// What passes a result on: messages, links, facts. Whatever holds words of the text is shown before
// it goes, with what was hidden in it, and the person can hide more.

import { write } from "./copy.js";
import { link } from "./link.js";
import { message } from "./reader.js";
import { rest, said, say, warn, words } from "./state.js";

const $ = (id) => document.getElementById(id);
const report = $("report");
const root = document.documentElement;
const masked = "•••";

// tell says how it went under the box, and where the person looks in any case.
const toast = document.createElement("div");
toast.className = "toast";
toast.ariaHidden = "true"; // the line under the box is read out
let timer;

function tell(text, failed) {
  clearTimeout(timer);
  (failed ? warn : say)(text);
  toast.textContent = text;
  root.append(toast);
  timer = setTimeout(() => {
    toast.remove();
    if (said(text)) rest();
  }, failed ? 8000 : 4000);
}

// copy puts a text on the clipboard; where the browser has none for the page, the person is told.
async function copy(text, done) {
  if (await write(text)) tell(done);
  else tell(words.uncopied, true);
}

// send gives something to the system to be sent, where it does so.
const send = (data) => navigator.share(data).catch((error) => error.name === "AbortError" || tell(words.unsent, true));

// passLink copies a link, or says that the result is too large for one. Where there are fingers the
// system asks whom to send it to.
async function passLink(text, done, direction) {
  const url = await link(text, direction);
  if (!url) tell(words.long, true);
  else if (navigator.share && matchMedia("(pointer: coarse)").matches) send({ url });
  else copy(url, done);
}

// who is whom the person says to have answered; the codes and fields have it among them.
const who = () => report.querySelector("[data-do^=who-][aria-pressed=true]")?.dataset.do.slice("who-".length);

// The preview.

const preview = $("preview");
const area = preview.querySelector("textarea");
const sheet = preview.querySelector(".marks > div");
const note = $("preview-note");
const switches = [...preview.querySelectorAll(".switch")];
let asked; // what is to be passed on: text, or whom the message is for
let hidden; // what the person hid
let written; // once the message is there

const hide = (text) => hidden.reduce((all, part) => all.replaceAll(part, masked), text);

// form is how the message is to be written, by the switches.
function form() {
  const on = Object.fromEntries(switches.map((b) => [b.id, b.ariaPressed === "true" && !b.hidden]));
  const english = (root.lang === "en") !== on.foreign;
  return { ...on, link: "", site: new URL(root.dataset.root + (english ? "en/" : ""), document.baseURI).href };
}

let turn = 0;

async function draw() {
  const mine = ++turn;
  const how = form();
  how.link = (asked === "ticket" && (await link(hide(await message("codes", how))))) || "";
  const text = hide(await message(asked, how));
  if (mine !== turn) return; // the switches say otherwise
  area.value = text;
  const parts = text.split(masked);
  sheet.replaceChildren(...parts.flatMap((part, i) => {
    const mark = document.createElement("mark");
    mark.textContent = masked;
    return i ? [mark, part] : [part];
  }));
  note.textContent = words.hidden.replace("{count}", parts.length - 1);
}

function show(what) {
  asked = what;
  hidden = [];
  area.value = "";
  sheet.replaceChildren();
  preview.querySelector("h2").textContent = preview.dataset[what];
  const { masks } = document.querySelector("#report .report").dataset;
  $("markdown").hidden = !["ticket", "unknown"].includes(what);
  $("unmask").hidden = masks !== "true" || what === "text";
  $("foreign").hidden = what === "text";
  preview.querySelector("[data-pass=send]").hidden = !navigator.share || what === "text";
  preview.showModal();
  preview.querySelector(".main").focus();
  written = draw();
  area.scrollTop = 0;
}

for (const b of switches) {
  b.addEventListener("click", () => {
    b.ariaPressed = String(b.ariaPressed !== "true");
    written = draw();
  });
}

area.addEventListener("scroll", () => (sheet.style.transform = `translateY(${-area.scrollTop}px)`));

$("mask").addEventListener("click", async () => {
  const part = area.value.slice(area.selectionStart, area.selectionEnd).trim();
  if (!part || part.includes(masked)) return void (note.textContent = words.select);
  hidden.push(part);
  const { scrollTop } = area;
  await (written = draw());
  area.scrollTop = scrollTop;
});

preview.addEventListener("click", async ({ target }) => {
  const { pass } = target.closest("button")?.dataset ?? {};
  if (pass || target === preview) preview.close();
  if (pass) await written;
  const done = words.copied.replace("{what}", preview.dataset[asked]);
  if (pass === "copy" && asked === "text") passLink(area.value, words.linked, who());
  else if (pass === "copy") copy(area.value, done);
  else if (pass === "send") send({ text: area.value });
});

document.addEventListener("click", async ({ target }) => {
  const [, verb, what] = target.closest("[data-do]")?.dataset.do.match(/^(copy|share)-(\w+)$/) ?? [];
  if (what === "codes") passLink(await message("codes", form()), words.linked);
  else if (verb) show(what);
});

// The facts of an exchange, each copied by a click, and the command that repeats its request.

const kinds = { status: "HTTP ", "request-id": "id " };
const filled = new WeakMap();

// curl repeats a request: what is secret, or not in the text, is a variable of the shell, and
// nothing of the text is a word of it.
function curl(request) {
  const [method, address] = request.split(" ");
  const path = address.replace(/[^\w.~:/%@&=+•-]/gu, encodeURIComponent).replaceAll("!", "%21").replaceAll(masked, "$ID");
  const body = /^P/.test(method) ? ' -H "Content-Type: application/json" --data @body.json' : "";
  return `curl -i -X ${method} "${path.startsWith("/") ? "https://$HOST" : ""}${path}" -H "Authorization: Bearer $TOKEN"${body}`;
}

function fact(kind, text, shown, title) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = kind;
  button.textContent = shown;
  button.title = title;
  button.ariaLabel = `${title}: ${shown}`;
  button.addEventListener("click", () => copy(text, words.copied.replace("{what}", text)));
  return button;
}

function fill() {
  for (const place of report.querySelectorAll("[data-facts]")) {
    const { facts } = place.dataset;
    if (filled.get(place) === facts) continue;
    place.replaceChildren(...facts.trim().split("\n").flatMap((line) => {
      const [, kind, text] = line.match(/^(\S+) ([^]*)$/);
      const one = fact(kind, text, (kinds[kind] ?? "") + text, words.copy);
      return kind === "request" ? [one, fact("curl", curl(text), "curl", words.repeat)] : [one];
    }));
    filled.set(place, facts);
  }
}

new MutationObserver(fill).observe(report, { childList: true, subtree: true, attributeFilter: ["data-facts"] });
