// What the page of the tool does before its WebAssembly is there, and without it: the
// buttons, the start on first intent with its progress, and what to say when it fails.
// The WebAssembly itself draws into #report and reads the box; it never touches the box.

import "./draft.js";
import "./marks.js";
import "./offline.js";
import "./provisional.js";
import "./share.js";

const $ = (id) => document.getElementById(id);
const box = $("text");
const state = $("state");
const words = state.dataset;
const privacy = state.textContent;

// Buttons. Text goes in and out by an editing command, so that Ctrl+Z brings it back.

function edit(text) {
  box.focus();
  box.select();
  const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  if (!done) {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(0, 0);
  box.scrollTop = 0;
}

let kept = "";

function replaceBy(text) {
  if (box.value.trim() && box.value !== $("example").dataset.text) kept = box.value;
  edit(text);
  $("restore").hidden = !kept;
}

$("example").addEventListener("click", () => replaceBy($("example").dataset.text));
$("clear").addEventListener("click", () => replaceBy(""));
$("restore").addEventListener("click", () => {
  edit(kept);
  kept = "";
  $("restore").hidden = true;
});

// The start.

const { wasm, runtime, size } = $("report").dataset;
let started = false;

function say(text, action) {
  state.textContent = text;
  state.classList.toggle("failed", !!action);
  if (action) {
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = words.again;
    again.addEventListener("click", action);
    state.append(" ", again);
  }
}

// go-app draws into the body, keeps a storage and asks for its environment. It gets the
// report as a body and an empty storage for as long as it takes to start.
function lend() {
  try {
    decodeURIComponent(location.hash);
  } catch {
    history.replaceState(null, "", location.pathname + location.search); // go-app would stop at it
  }
  Object.defineProperty(document, "body", { configurable: true, value: $("report") });
  const empty = { length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {} };
  const own = {};
  for (const name of ["localStorage", "sessionStorage"]) {
    own[name] = Object.getOwnPropertyDescriptor(window, name);
    Object.defineProperty(window, name, { configurable: true, value: empty });
  }
  window.goappGetenv = (name) => (name === "GOAPP_ROOT_PREFIX" ? location.pathname : "");
  document.addEventListener("tool:ready", () => {
    delete document.body;
    Object.defineProperties(window, own);
    document.documentElement.dataset.tool = "ready";
    say(privacy);
  }, { once: true });
}

// progress passes a response on and says how much of it is there.
function progress(response) {
  const counted = response.clone().body.getReader();
  let received = 0;
  (async () => {
    for (let part; !(part = await counted.read()).done; ) {
      received += part.value.length;
      if (started && document.documentElement.dataset.tool !== "ready") {
        say(words.loading.replace("{percent}", Math.min(99, Math.floor((received / size) * 100))));
      }
    }
  })().catch(() => {}); // the other copy reports what went wrong
  return response;
}

async function start() {
  if (started) return;
  started = true;
  delete document.documentElement.dataset.tool;
  say(words.loading.replace("{percent}", 0));
  try {
    if (typeof WebAssembly !== "object") throw new WebAssembly.CompileError();
    const [response] = await Promise.all([fetch(wasm), import(new URL(runtime, document.baseURI).href)]);
    if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(progress(response), go.importObject);
    lend();
    go.run(instance).then(() => failed(words.stopped));
  } catch (error) {
    console.info(error);
    failed(error instanceof TypeError ? words.broken : words.blocked);
  }
}

function failed(text) {
  started = false;
  document.documentElement.dataset.tool = "failed";
  say(text, start);
}

for (const intent of ["focus", "paste", "drop", "input"]) box.addEventListener(intent, start, { once: true });
if (location.hash.length > 1 || box.value) start();

// Fetched at idle, so that it is in the cache by the time of the first intent. As a blob the
// main thread never sees its bytes: with Lighthouse 12.8.2 the page then has 0 ms of blocking
// time and a score of 100; read as a stream it had 280 ms and 94, started at load 840 and 80.
if (!navigator.connection?.saveData) {
  (window.requestIdleCallback ?? ((f) => setTimeout(f, 2000)))(() => {
    if (!started) fetch(wasm, { priority: "low" }).then((r) => r.blob()).catch(() => {});
  });
}
