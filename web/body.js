// The body of a response in the card that is about it, a line for each field. Numbers and names stay
// as they are written; what is secret stays hidden.

import { box } from "./box.js";
import { masked, placeOf } from "./marks.js";
import { words } from "./state.js";

const near = 32 << 10; // characters before the place in which a body may begin, and how long it may be
const tries = 50; // brackets that may begin it

// around is where the outermost JSON value around a place begins and ends; undefined where none is
// whole.
function around(text, at) {
  const opening = /[{[]/g;
  opening.lastIndex = Math.max(0, at - near);
  for (let n = 0, m; n < tries && (m = opening.exec(text)) && m.index <= at; n++) {
    const end = endOf(text, m.index);
    if (end > at) return [m.index, end];
    if (end) opening.lastIndex = end;
  }
  return undefined;
}

// endOf is where the value ends that begins with a bracket, 0 if it does not.
function endOf(text, start) {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let m; (m = token.exec(text)) && m.index < start + 2 * near; ) {
    if ("{[".includes(m[0])) depth++;
    else if ("}]".includes(m[0]) && !--depth) return token.lastIndex;
  }
  return 0;
}

// laidOut is JSON over lines.
function laidOut(json) {
  let out = "";
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (token === "{" || token === "[") depth++, (out += token + line());
    else if (token === "}" || token === "]") depth--, (out += line() + token);
    else if (token === ",") out += token + line();
    else out += token === ":" ? ": " : token;
  }
  return out;
}

const short = 100; // characters that are seen at a glance

// body is what a card shows of its response's body, nothing where that is short or has lines already.
export function body(card) {
  const at = placeOf(card);
  const place = at === undefined ? undefined : around(box.value, at);
  if (!place) return [];
  const text = masked(...place);
  const out = laidOut(text);
  if (text.length <= short || out.split("\n").length <= text.split("\n").length) return [];
  const title = document.createElement("h3");
  const pre = document.createElement("pre");
  title.textContent = words.body;
  pre.className = "body";
  pre.textContent = out;
  return [title, pre];
}
