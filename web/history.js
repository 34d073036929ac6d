// The history of results: only if the person switches it on, on this device, and only codes,
// statuses and names of fields. It is kept under the key history.

import { replace } from "./box.js";
import { warn, words } from "./state.js";

const place = document.getElementById("history");
const list = document.getElementById("past");
const remember = document.getElementById("remember");
const forget = document.getElementById("forget");

const most = 30;
const settle = 1500; // milliseconds without a change

// past is what is kept, the last first; undefined while the history is off.
function past() {
  try {
    const { results } = JSON.parse(localStorage.getItem("history"));
    return results.filter(({ at, codes }) => typeof at === "number" && typeof codes === "string");
  } catch {
    return undefined;
  }
}

function save(results) {
  try {
    if (results) localStorage.setItem("history", JSON.stringify({ results: results.slice(0, most) }));
    else localStorage.removeItem("history");
  } catch {
    warn(words.unstored); // the switch stays off
  }
  show();
}

// title says what a result was: HTTP 400: 2003, 1005.
function title(codes) {
  const status = codes.match(/^HTTP\/1\.1 (\d+)/)?.[1];
  const all = [...new Set([...codes.matchAll(/"code":"([^"]*)"/g)].map(([, code]) => code))];
  return [status && `HTTP ${status}`, all.join(", ")].filter(Boolean).join(": ");
}

function show() {
  const results = past();
  remember.ariaPressed = String(!!results);
  remember.textContent = results ? remember.dataset.kept : remember.dataset.idle;
  forget.hidden = !results?.length;
  list.replaceChildren(...(results ?? []).map(({ at, codes }) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const time = document.createElement("time");
    button.type = "button";
    button.textContent = title(codes);
    button.addEventListener("click", () => replace(codes));
    time.dateTime = new Date(at).toISOString();
    time.textContent = new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    item.append(button, " ", time);
    return item;
  }));
}

let timer;

function add(codes) {
  const results = past();
  if (codes && results && title(codes)) save([{ at: Date.now(), codes }, ...results.filter((r) => r.codes !== codes)]);
}

if (place) {
  remember.addEventListener("click", () => save(past() ? undefined : []));
  forget.addEventListener("click", () => {
    save([]);
    remember.focus();
  });
  document.addEventListener("tool:codes", ({ detail }) => {
    clearTimeout(timer);
    timer = setTimeout(add, settle, detail);
  });
  window.addEventListener("storage", show); // another tab
  show();
}
