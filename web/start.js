// What the page of the tool does before its WebAssembly is there, and without it: the start on
// first intent with its progress, and what to say when it fails. The WebAssembly itself draws
// into #report and reads the box; it never touches the box.

import "./box.js";
import "./details.js";
import "./draft.js";
import "./find.js";
import { prepare } from "./goapp.js";
import { held } from "./held.js";
import "./history.js";
import "./jump.js";
import "./keys.js";
import "./link.js";
import "./marks.js";
import "./offline.js";
import "./paste.js";
import { compile } from "./program.js";
import "./provisional.js";
import "./reader.js";
import "./result.js";
import "./share.js";
import "runtime";
import { advance, rest, say, words } from "./state.js";

const root = document.documentElement;
const box = document.getElementById("text");
const report = document.getElementById("report");
const idle = window.requestIdleCallback ?? ((f) => setTimeout(f, 2000));
let started = false;

let restore; // takes the page back from go-app

document.addEventListener("tool:ready", () => {
  restore();
  root.dataset.tool = "ready";
  report.ariaBusy = "false";
  advance("");
});

async function start() {
  if (started) return;
  started = true;
  await held;
  if (root.dataset.tool === "failed") rest();
  root.dataset.tool = "loading";
  report.ariaBusy = "true";
  advance(words.starting);
  try {
    if (typeof WebAssembly !== "object") throw new WebAssembly.CompileError();
    const go = new Go();
    const instance = await WebAssembly.instantiate(await compile(), go.importObject);
    restore = prepare(report);
    const stop = () => {
      restore();
      failed(words.stopped);
    };
    go.run(instance).then(stop, stop);
  } catch (error) {
    console.info(error);
    failed(error instanceof TypeError ? words.broken : words.blocked);
  }
}

function failed(text) {
  started = false;
  root.dataset.tool = "failed";
  report.ariaBusy = "false";
  advance("");
  say(text, words.again, start);
}

for (const intent of ["pointerenter", "dragenter", "focus", "paste", "drop", "input"]) box.addEventListener(intent, start, { once: true });
if (location.hash.length > 1 || box.value) start();

// Fetched and compiled at idle, so that it is there by the time of the first intent. The
// page's own thread takes no part: with Lighthouse 12.8.2 it has no blocking time and a score
// of 100; with the program compiled there it had 1,160 ms and 75.
const fetched = () => document.dispatchEvent(new Event("tool:fetched"));
document.addEventListener("tool:ready", fetched);
if (!navigator.connection?.saveData) idle(() => started || compile().then(fetched, () => {}));
