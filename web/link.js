// Links to a result: all of it is in the fragment, which no server sees.
//
//   #code=2003&subject=deviceUuid   fields of one error, as a person writes them; several codes
//                                   with commas between them have them all
//   #2003                           a code alone
//   #code=2003&subject=a&code=1005  several errors, each with the fields that follow its code
//   #status=404                     a status, alone or before the errors; #404 alone, too
//   #direction=from-cloud           who answered whom, with one of these: to-cloud, from-cloud, or
//                                   likely- and one of them
//   #v1.…                           any text, deflated, in base64url; a direction behind it, after an
//                                   ampersand, is what its sender chose

import { box, replace, set } from "./box.js";
import { decode, deflate, encode, inflate } from "./bytes.js";
import { restored } from "./draft.js";
import { rest, said, say, warn, words } from "./state.js";

const page = new URL(document.documentElement.classList.contains("bare") ? "../" : "", location.href); // the tool's own
const most = 8192; // characters of a link
const mostText = 256 << 10; // bytes of the text in it
const mostReadable = 300; // characters of a fragment that a person would still read

const pack = async (text) => `v1.${encode(await deflate(text)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
const unpack = (data) => inflate(decode(data.replaceAll("-", "+").replaceAll("_", "/")), mostText);

const names = ["reason", "subject", "value"];
const masked = "•••";

// readable is the fragment of a result of one response, as a person would write it; undefined where
// that would not say it all.
function readable(text) {
  const [, status, direction, body] = text.match(/^(?:HTTP\/1\.1 (\d{3})\n)?(?:Direction: ((?:likely )?(?:to|from)-cloud)\n)?\n?({"errors":\[.*\]})?$/) ?? [];
  const all = [];
  const add = (name, value) => all.push(`${name}=${encodeURIComponent(value).replaceAll("%20", "+").replaceAll("%2C", ",")}`);
  if (status) add("status", status);
  if (direction) add("direction", direction.replace(" ", "-"));
  for (const error of body ? JSON.parse(body).errors : []) {
    if (!("code" in error) || String(error.code).includes(",")) return undefined;
    add("code", error.code);
    for (const name of names) if (name in error && error[name] !== masked) add(name, error[name]);
  }
  const fragment = all.join("&");
  return fragment.length <= mostReadable && (status || body) ? fragment : undefined;
}

// link is the address of a result, with who was said to have answered whom; undefined if it is too
// long.
export async function link(text, direction) {
  const { href } = new URL(`#${readable(text) ?? (await pack(text))}${direction ? `&direction=${direction}` : ""}`, page);
  return href.length <= most ? href : undefined;
}

// mended is a fragment without what mail and messengers do to addresses.
function mended(fragment) {
  const marks = fragment.includes("=") ? fragment : fragment.replace(/%3D/gi, "=").replaceAll("%26", "&").replaceAll("%2C", ",").replaceAll("%25", "%");
  return marks.replaceAll("&amp;", "&").replace(/^\d{4}(?=$|[&,])/, "code=$&").replace(/^[45]\d\d$/, "status=$&");
}

// codesIn are the codes of a value, without what stands behind an address in a sentence.
const codesIn = (value) => value.split(",").map((code) => code.trim().replace(/[^\p{L}\p{N}_]+$/u, "")).filter(Boolean);

// read is the text of a fragment: undefined if the fragment is none of ours.
async function read(fragment) {
  if (/^v\d+\./.test(fragment)) {
    if (!fragment.startsWith("v1.") || fragment.length > most) throw new Error("not a link of this version");
    return unpack(fragment.slice(3).split("&")[0]);
  }
  const fields = new URLSearchParams(mended(fragment));
  const [status] = fields.get("status")?.match(/^\d{3}$/) ?? [];
  const [, likely = "", direction] = fields.get("direction")?.match(/^(likely-)?((?:to|from)-cloud)$/) ?? [];
  const codes = fields.getAll("code").flatMap(codesIn);
  if (!codes.length && !status) return fields.has("code") || fields.has("status") ? "" : undefined; // damaged
  const head = (status ? `HTTP/1.1 ${status}\n` : "") + (direction ? `Direction: ${likely && "likely "}${direction}\n` : "");
  const errors = fields.getAll("code").length > 1 ? grouped(fields) : codes.map((code) => written(Object.fromEntries(fields), code));
  return (head && `${head}\n`) + (errors.length ? `{"errors":[${errors.join(",")}]}` : "");
}

// grouped are several errors, each with the fields that follow its code.
function grouped(fields) {
  const errors = [];
  for (const [name, value] of fields) {
    if (name === "code") errors.push({});
    errors.at(-1) && (errors.at(-1)[name] = value);
  }
  return errors.flatMap((error) => codesIn(error.code).map((code) => written(error, code)));
}

// written is an error as JSON; what looks like a number or a literal is one.
function written(fields, code) {
  const value = (s) => (/^(null|true|false|0|-?[1-9]\d{0,9})$/.test(s) ? s : JSON.stringify(s));
  return `{"code":${value(code)}${names.filter((name) => name in fields).map((name) => `,"${name}":${value(fields[name])}`).join("")}}`;
}

const report = document.getElementById("report");

let linked; // the text of the link in the address, "" if that is damaged

async function open() {
  const before = linked;
  linked = undefined;
  if (said(words.waiting) || said(words.damaged)) rest(); // it was for another link
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
  const [, chosen = ""] = fragment.match(/^v1\..*&direction=((?:to|from)-cloud)$/) ?? [];
  const show = (put) => {
    report.dataset.chosen = chosen;
    put(text);
  };
  if (box.value.trim() && box.value !== before) return say(words.waiting, words.open, () => show(replace));
  answerFirst(true);
  show(set);
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
