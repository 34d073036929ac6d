// The explanations of app/explain for what an element can read: a code with its fields, or
// a response of well-formed JSON. A table made by the Go side tests that both say the same.

import { codes } from "data";
import { Known, masked, named } from "./secret.js";

for (const name of Object.keys(codes)) {
  const [actor, retry, more] = codes[name];
  const e = (codes[name] = { name, actor, retry, ...more });
  e.code = !e.general && !name.startsWith("http-"); // it is a code's, not a status's
  if (!e.general) e.page = `errors/${name}/`;
}

const number = /^ *\d{1,9}(?:\.0*)? *$/;
const isObject = (v) => v !== null && typeof v === "object" && !(v instanceof String);
export const isStatus = (n) => n >= 100 && n < 600;

export const isCode = (name) => find(name).code;

// explain is the report on a response, or on a list of them, without places: see the guide
// "report". Undefined means that it is left to the tool: what is no JSON, what may be the answer of
// another system that looks alike, and documents that hold a response within themselves, as members,
// in lists, in strings or beside a status of their own.
export function explain(response, status, texts) {
  const list = texts && responses(response, status, texts);
  return list && helped(list);
}

function responses(response, status, texts) {
  const { body, status: own } = unwrapped(response);
  const one = explainOne(body, status ?? own, texts);
  if (one || !Array.isArray(body)) return one && [one];
  const all = body.map((item) => responses(item, status, texts));
  return all.length && all.every(Boolean) ? all.flat() : undefined;
}

// unwrapped takes apart what an HTTP client has: a response of status and data, an error with
// such a response.
function unwrapped(v) {
  if (isObject(v?.response)) v = v.response;
  if (!isObject(v)) return { body: v };
  if (typeof v.json === "function") return {}; // its body comes later
  const member = v.name === "HttpErrorResponse" ? "error" : "data" in v ? "data" : "responseText";
  return isStatus(v.status) && member in v && !("errors" in v) ? { body: v[member], status: v.status } : { body: v };
}

function explainOne(response, status, texts) {
  const text = isObject(response) ? JSON.stringify(response) : textOf(response);
  if (text === undefined) return undefined;
  let body = text;
  for (let n = 0; n < 9 && typeof body === "string"; n++) body = parse(body); // a string may hold a string
  if (elsewhere.test(text) || (body === undefined && /^\s*(?![\s<])[^]*[{[]/.test(text))) return undefined;
  const found = isObject(body) ? shape(body) : undefined;
  if (found && (!found.needsStatus || status >= 400)) {
    const known = new Known();
    known.look(body);
    return answer(texts, found.kind, found.status ?? status, found.direction ?? "unknown", found.errors ?? [], known, found);
  }
  if (!(status >= 400) || (isObject(body) && (within(body) || statusOf(lower(body))))) return undefined;
  return answer(texts, /^[\s[\]{}]*(?:"errors"[\s[\]{}:]*)?$/i.test(text) ? "status-only" : "other", status, "unknown", []);
}

// elsewhere is what is left to the tool: UTF-8 that was read as Windows-1251, and what other systems
// whose errors look alike or have the same numbers say beside them: MoySklad, Cloudflare, axios, a database.
const elsewhere = /([РС][^\0-~А-я]){3}|"moreInfo"|"messages"|ERR_|MySQL|SQLSTATE/;

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const unseen = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

// parsed is a value of the host as parse would have read it; undefined if it holds itself.
export const parsed = (v) => (isObject(v) ? parse(v) : v);

// parse reads JSON, or what a host would write as such; undefined is none. A number stays what the
// text has, 15.50, not 15.5: an object, to tell it from a string.
function parse(s) {
  try {
    const text = isObject(s) ? JSON.stringify(s) : s;
    JSON.parse(text);
    const marked = text.replace(token, (t) => (t[0] === '"' ? t : `{"\\u0000":"${t}"}`));
    return JSON.parse(marked, (_, v) => (typeof v === "string" ? v.replace(unseen, "") : v?.["\0"] ? new String(v["\0"]) : v));
  } catch {
    return undefined;
  }
}

// write is a value of parse as JSON.
function write(v) {
  if (!isObject(v)) return typeof v === "string" ? JSON.stringify(v) : `${v}`;
  if (Array.isArray(v)) return `[${v.map(write)}]`;
  return `{${Object.keys(v).map((k) => `${write(k)}:${write(v[k])}`)}}`;
}

// report is the report on one error object, or on a status alone.
export const report = (...given) => helped([answer(...given)]);

// answer is a response in a report: its error objects, or without any the verdict of its status or
// entry. Without another sign a numeric error is what a service answered. What an error needs to be
// drawn is in its member said, which no copy has.
function answer(texts, kind, status, direction, list, known = new Known(), { entry, state, needsStatus } = {}) {
  const certain = direction !== "unknown" && !needsStatus;
  if (direction === "unknown" && kind === "numeric-error") direction = "to-cloud";
  const other = { "to-cloud": "from-cloud", "from-cloud": "to-cloud" }[!certain && direction];
  const hide = list.map((fields) => hidden(fields, known));
  const errors = hide.map((fields) => error(texts, fields, status, direction, other, known));
  const response = { kind, status: status ?? null, direction, certain, state, errors, notes: [] };
  if (!errors.length) {
    const own = error(texts, { reason: state }, status, direction, other, known, codes[entry] ?? find("", status));
    const { code: _, known: __, reason, ...verdict } = own;
    say(Object.assign(response, verdict), own.said);
  }
  return response;
}

// said are the errors of responses, or the responses that have none.
export const said = (list) => list.flatMap((r) => (r.errors.length ? r.errors : r));

// helped is a report with a table of what its errors mean and what to do, each text once.
function helped(list) {
  const help = {};
  const names = {};
  let n = 0;
  const told = (steps) => steps.map(({ actor, lead, parts }) => ({ for: actor, when: lead && plain(lead), text: plain(parts) }));
  for (const e of said(list)) {
    const { name, meaning, retry, steps, otherwise } = e.said;
    const h = { meaning: plain(meaning), retryText: plain(retry), steps: told(steps), otherwise: otherwise[0] && told(otherwise) };
    help[(e.help = names[JSON.stringify(h)] ??= ++n && help[name] ? `${name}.${n}` : name)] = h;
  }
  return { responses: list, help };
}

const say = (e, said) => Object.defineProperty(e, "said", { value: said });

// lower is an object with its keys in lower case: of several that are alike the last one counts.
function lower(o) {
  const m = Object.create(null);
  for (const k of Object.keys(o)) m[k.toLowerCase()] = o[k];
  return m;
}

// items are the objects of a list, also of one that has numbers for keys; undefined if it is
// none.
function items(list) {
  if (!Array.isArray(list) && Object.keys(list).some((k) => /\D/.test(k))) return undefined;
  return Object.values(list).filter(isObject).map(lower);
}

// counts is whether an object is an error of a webhook: by its code, or by a documented reason.
function counts(m) {
  if (number.test(scalar(m.code))) return true;
  return "subject" in m && Object.values(codes).some((e) => isReason(e, scalar(m.reason)));
}

const fields = ["code", "reason", "subject", "value", "message"];

// bare is whether an object is an error object by itself.
function bare(m) {
  const code = scalar(m.code);
  if (!number.test(code) || !Object.keys(m).every((k) => fields.includes(k))) return false;
  return isCode(code) || ("reason" in m && "subject" in m) || (code.length === 4 && typeof m.code !== "string" && !("value" in m));
}

// shape recognises a body: its kind and its error objects.
function shape(body) {
  if (Array.isArray(body)) {
    const list = items(body);
    return list.length && list.length === body.length && list.every(bare) ? { kind: "numeric-error", errors: list } : undefined;
  }
  const m = lower(body);
  if (isObject(m.errors)) {
    const errors = (items(m.errors) ?? [lower(m.errors)]).filter((e) => !("errors" in e) || "code" in e);
    if (errors.some(counts)) return { kind: "numeric-error", errors, status: statusOf(m) };
  }
  if (bulk(m)) {
    const list = isObject(m.details) ? (items(m.details) ?? [lower(m.details)]) : [];
    return { kind: "bulk-error", direction: "from-cloud", errors: list.flatMap(violations), entry: "bulk", state: scalar(m.status).toUpperCase() };
  }
  const code = scalar(m.code);
  const certain = m.violations !== undefined || (isCode(code) && !("error" in m));
  if (/^[a-z][\w.-]{0,79}$/i.test(code) && (certain || "message" in m)) {
    return { kind: "api-error", direction: "from-cloud", errors: violations(m), needsStatus: !certain };
  }
  if (bare(m)) return { kind: "numeric-error", errors: [m] };
  const e = isObject(m.error) ? lower(m.error) : {};
  if ("error_id" in e && "code" in e) return { kind: "other", needsStatus: true, entry: "fiscal" };
  return undefined;
}

// bulk is whether an object is a bulk task that failed.
function bulk(m) {
  if (!/^(?:failed|declined)$/i.test(scalar(m.status))) return false;
  if (isObject(m.details) && /\w/.test(textOf(m.details))) {
    const list = items(m.details);
    const of = list ? (list[0] ?? {}) : lower(m.details);
    return "code" in of || "violations" in of || ("message" in of && "modified_at" in m);
  }
  return "id" in m && "type" in m && ("modified_at" in m || /^(?:product([_-]group|_image)?|device|employee|store|document)$/i.test(scalar(m.type)));
}

// statusOf is the status that a body names itself.
function statusOf(m) {
  let status;
  for (const k of Object.keys(m)) {
    const named = /^(?:http|response)?(?:status(?:code)?|(?<=.)code)$/.test(k.replaceAll("_", ""));
    const n = named && /^[1-5]\d\d(?= |$)/.exec(scalar(m[k]));
    if (n) status = Number(n[0]);
  }
  return status;
}

// within is whether a document may hold a response within itself.
function within(body) {
  return Object.values(body).some((v) => (isObject(v) ? shape(v) || within(v) : typeof v === "string" && /[{<]|%7b|HTTP\/|=>|\\[ux]/i.test(v)));
}

// violations are the errors of an API error.
function violations(body) {
  const list = Array.isArray(body.violations) ? items(body.violations) : [];
  if (!list.length) return [body];
  return list.map((v) => ({ message: body.message, value: body.value, ...v, code: v.code ?? body.code }));
}

// hidden is an error object with what it is about hidden, where that is a token or a password.
function hidden(fields, known) {
  const e = { ...fields };
  const { secret } = find(scalar(e.code));
  if (secret) known.tokens(`${textOf(e.reason)} ${textOf(e.subject)} ${textOf(e.message)}`);
  const value = textOf(e.value);
  if (value && (secret || named(scalar(e.subject)))) {
    known.look(e.value, true);
    e.value = masked;
  }
  return e;
}

// error is what the report says of one error object. other is the direction that is less likely.
function error(texts, given, status, direction, other, known, general) {
  const code = scalar(given.code);
  const entry = general ?? find(code);
  const e = { code: entry.code ? code : known.cover(code) };
  const slots = { direction, status: status ? `${status}` : undefined, code: short(e.code) || undefined };
  for (const name of fields.slice(1)) {
    if (given[name] === undefined) continue;
    e[name] = textOf(given[name]) ?? null;
    if (e[name] && e[name] !== masked) e[name] = known.cover(e[name]);
    slots[name] = e[name] === null ? "null" : e[name] === "" ? '""' : short(e[name]);
  }
  e.known = !!(code && entry.code);
  const by = find("", status);
  const about = !e.known && !general && by.page ? by : entry; // who acts and what to do
  const [title, meaning, sentences] = texts.codes[entry.name];
  let sentence;
  for (const line of sentences) {
    const { when, text } = read(line);
    sentence ||= holds(when, entry, slots) && fill(text, slots);
  }
  sentence ||= [];
  Object.assign(e, { title, explanation: plain(sentence), actor: about[direction] || about.actor, retry: about.retry });
  if (entry.page) e.page = entry.page;
  return say(e, {
    name: entry.name, sentence, meaning: fill(meaning), page: about.page,
    retry: fill(texts.codes[about.name][4] || texts.words.retry[about.retry]),
    steps: steps(texts, about, slots),
    otherwise: other ? steps(texts, about, { ...slots, direction: other }, other) : [],
  });
}

// find is the entry of a code, of a status without one, or the text for neither.
function find(code, status) {
  const canonical = number.test(code) ? code.trim().replace(/\..*/, "").replace(/^0+(?=.)/, "") : code;
  if (canonical) return codes[canonical]?.code ? codes[canonical] : codes["unknown-code"];
  if (!status) return codes["unknown-code"];
  return codes[`http-${status >= 500 ? "5xx" : status}`] ?? codes["http-other"];
}

// read takes a line of the texts apart: what it depends on, whom a step is for, and the text.
function read(line) {
  const [, to, when, who, text] = /^(?:([<>])|([\w ]+)\|)?(\d?)([^]*)/.exec(line);
  return { when: to ? (to > "<" ? "to-cloud" : "from-cloud") : when, who: actors[who], text };
}

const actors = [, "partner", "merchant", "evotor"];

// steps are what to do, or only what is to be done if somebody else answered. Where the response
// does not show which case it is, the first step for a case has a lead that names the case.
function steps(texts, entry, slots, only) {
  const list = [];
  const { actor, case: cases } = texts.words;
  let last = "";
  for (const line of texts.codes[entry.name][3]) {
    const { when, who, text } = read(line);
    const parts = (!only || when === only) && holds(when, entry, slots, true) && fill(who ? `${actor[who]}: ${text}` : text, slots);
    if (!parts) continue;
    const unsure = only || !holds(when, entry, slots) ? when : "";
    const lead = unsure !== last ? fill(cases[unsure || "any"] ?? cases.reason, { reason: unsure }) : undefined;
    list.push({ actor: who ?? (entry.actor === "unknown" ? "partner" : entry.actor), lead, parts });
    last = unsure;
  }
  return list;
}

// fill puts the slots into a text. It returns parts {text, code, slot}, or undefined if a slot is
// empty.
function fill(line, slots) {
  const parts = [];
  let whole = true;
  line.split("`").forEach((run, i) => {
    run.split(/\{([a-z]+)\}/).forEach((piece, j) => {
      const slot = j % 2 ? piece : "";
      const text = slot ? slots[slot] : piece;
      whole &&= text !== undefined;
      if (text) parts.push({ text, slot, code: i % 2 });
    });
  });
  return whole ? parts : undefined;
}

function holds(when, entry, slots, step) {
  if (!when) return true;
  if (when === "to-cloud" || when === "from-cloud") return slots.direction === when || (step && slots.direction === "unknown");
  if (isReason(entry, when)) return same(slots.reason, when) || (step && !isReason(entry, slots.reason));
  return slots[when] !== undefined;
}

const isReason = (entry, reason) => (entry.reasons ?? []).some((r) => same(r, reason));

const same = (a, b) => a?.toLowerCase() === b?.toLowerCase();

const plain = (list) => list.map(({ code, text }) => (code ? `\`${text}\`` : text)).join("");

// textOf is a scalar as text, an object as JSON, null and undefined as undefined.
export function textOf(v) {
  if (v === null || v === undefined) return undefined;
  return isObject(v) ? write(v) : `${v}`;
}

// scalar is a scalar as text, anything else as "".
const scalar = (v) => (isObject(v) ? "" : (textOf(v) ?? ""));

// short is a value on one line, its middle left out if it is long.
function short(s) {
  const most = 100;
  if (s.length > 8 * most) s = `${s.slice(0, 4 * most)}…${s.slice(-4 * most)}`;
  s = s.replace(/[\n\r\t]/g, " ").replace(/[\0-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "\ufffd");
  return s.replace(/^([^]{66})[^]{2,}([^]{33})$/u, "$1…$2");
}
