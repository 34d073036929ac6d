// Has what is in the box read: a small text by the page's own program, at once; a large one by the
// same program in a worker, when the hand rests, so that nothing on the page waits for it.

import { box } from "./box.js";
import { compile, dismiss, reader } from "./program.js";
import { rest, said, say, words } from "./state.js";

const root = document.documentElement;
const report = document.getElementById("report");

const large = 20_000; // characters: full of errors, a slow phone takes longer over them than a key may
const hand = 400; // milliseconds
const patience = 10_000; // milliseconds until the person can have it read again

let text; // that is read or being read
let worker; // that has it, if it is large
let waiting = []; // for its answers, in order
let marks; // it said
let codes = ""; // of the text that was read last, by whatever program
let chosen = ""; // of its answer
let reading = Promise.resolve(); // until the text is read
let resting = 0;
let answers = false; // a worker has answered
let alone = false; // there are no workers

const ended = new Error("ended");
const tell = (event, detail) => document.dispatchEvent(new CustomEvent(event, { detail }));

// end ends the worker, and what it is asked.
function end(error = ended) {
  if (worker) dismiss(worker);
  worker = undefined;
  for (const { reject } of waiting.splice(0)) reject(error);
}

function start(module) {
  const mine = (worker = reader(module));
  mine.onerror = () => {
    if (mine !== worker) return;
    const idle = !waiting.some(({ reads }) => reads);
    end(idle ? ended : new Error("stopped"));
    if (idle) reading = beside(text); // for the next click
  };
  mine.onmessage = ({ data: { answer, error } }) => {
    if (mine !== worker) return;
    const { resolve, reject } = waiting.shift();
    if (answer === undefined) return reject(new Error(error));
    answers = true;
    resolve(answer);
  };
}

const ask = (question) => new Promise((resolve, reject) => {
  waiting.push({ resolve, reject, reads: question.text });
  worker.postMessage(question);
});

function show({ drawn, marks: places, chosen: now }, anew = false) {
  report.hidden = false;
  report.ariaBusy = "false";
  tell("tool:drawn", { drawn, anew });
  tell("tool:chosen", now);
  if (places !== marks) tell("tool:marks", (marks = places));
}

// beside reads a text in a worker.
async function beside(own) {
  if (waiting.some(({ reads }) => reads)) end(); // another one; a click is done first
  report.ariaBusy = "true";
  marks = undefined;
  const late = setTimeout(() => own === text && say(words.slow, words.again, again), patience);
  try {
    const module = await compile();
    if (own !== text) return;
    if (!worker) start(module);
    const { root: path, chosen: given = "" } = report.dataset;
    report.dataset.chosen = "";
    const answer = await ask({ text: { lang: root.lang, root: path, text: own, given, codes, chosen } });
    show(answer, true);
    tell("tool:count", answer.count);
    tell("tool:codes", answer.codes);
  } catch (error) {
    if (own !== text || error === ended) return;
    console.info(error);
    end();
    if (answers) return failed();
    alone = true;
    here();
  } finally {
    clearTimeout(late);
    if (said(words.slow)) rest();
  }
}

function here() {
  report.hidden = false;
  report.ariaBusy = "false";
  tell("box:read", text);
}

function failed() {
  text = undefined;
  report.hidden = true; // it is of another text
  report.ariaBusy = "false";
  say(words.stopped, words.again, again);
}

function again() {
  end();
  rest();
  text = undefined;
  take(box.value);
}

// take has a text read, unless it was.
function take(now) {
  clearTimeout(resting);
  resting = 0;
  if (root.dataset.tool !== "ready") return;
  const known = now === text;
  text = now;
  if (now.length < large || alone) {
    end();
    here();
  } else if (!known) reading = beside(now);
  else if (marks !== undefined) tell("tool:marks", marks); // it may be in the box only now
}

document.addEventListener("input", ({ target, isTrusted }) => {
  if (target !== box) return;
  clearTimeout(resting);
  if (isTrusted && box.textLength >= large) resting = setTimeout(() => take(box.value), hand);
  else take(box.value);
});
document.addEventListener("tool:codes", ({ detail }) => (codes = detail));
document.addEventListener("tool:chosen", ({ detail }) => (chosen = detail));
document.addEventListener("box:coming", ({ detail }) => take(detail));
document.addEventListener("tool:ready", () => queueMicrotask(() => take(box.value))); // when all know

document.addEventListener("tool:do", ({ detail }) => {
  const [what, card] = detail.split(" ");
  const own = text; // that of the next one is shown with what was clicked
  if (worker) ask({ do: { what, card } }).then((answer) => own === text && show(answer), console.info);
});

// message is what the page passes on of the present text, once that is read.
export async function message(what, form) {
  if (resting) take(box.value);
  for (let seen; seen !== reading; ) await (seen = reading);
  if (!worker) return evotorMessage(what, form);
  return ask({ message: { what, form } }).catch((error) => (error === ended ? message(what, form) : Promise.reject(error)));
}
