// The explanations of app/explain for what an element can read: a code with its fields, or
// a response of well-formed JSON. A table made by the Go side tests that both say the same.

import { codes, words } from "data";
import { parse, raw } from "./json.js";
import { Known, masked, named } from "./secret.js";

for (const name in codes) {
  const c = codes[name];
  const e = (codes[name] = { title: c[0], meaning: c[1], sentences: c[2], steps: c[3], actor: c[4], retry: c[5], ...c[6] });
  e.code = !e.general && !name.startsWith("http-"); // it is a code's, not a status's
  if (!e.general) e.page = `errors/${name}/`;
}

// explain is the report on a response, without places: see decode-report.md. undefined means
// that it is left to the tool: what is no JSON, and documents that hold a response within
// themselves, as members, in lists, in strings or beside a status of their own.
export function explain(response, status) {
  const known = new Known();
  const text = typeof response === "string" ? response : write(response);
  let body = text;
  for (let n = 0; n < 9 && typeof body === "string"; n++) body = parse(body); // a string may hold a string
  if (garbled.test(text) || (body === undefined && /^\s*(?![\s<])[^]*[{[]/.test(text))) return undefined;
  const found = isObject(body) ? shape(body) : undefined;
  if (found && (!found.needsStatus || status >= 400)) {
    known.look(body);
    return report(found.kind, found.status ?? status, found.direction ?? "unknown", found.errors ?? [], known, found);
  }
  if (!(status >= 400) || (isObject(body) && (within(body) || statusOf(lower(body))))) return undefined;
  return report(/^[\s[\]{}]*(?:"errors"[\s[\]{}:]*)?$/i.test(text) ? "status-only" : "other", status, "unknown", []);
}

// garbled is UTF-8 that was read as Windows-1251.
const garbled = /([РС][^\0-~А-я]){3}/;

// report is the report on the error objects of one response; without any, its status or entry
// has the verdict. Without another sign a numeric error is what a service answered.
export function report(kind, status, direction, list, known = new Known(), { entry, state } = {}) {
  const certain = direction !== "unknown";
  if (!certain && kind === "numeric-error") direction = "to-cloud";
  const fields = [];
  for (let i = 0; i < list.length; i++) fields[i] = hidden(list[i], known);
  const errors = [];
  for (let i = 0; i < list.length; i++) errors[i] = error(fields[i], status, direction, known);
  const { code, known: _, reason, ...own } = errors.length ? {} : error({ reason: state }, status, direction, known, codes[entry] ?? find("", status));
  return { responses: [{ kind, status: status ?? null, direction, certain, state, ...own, errors, notes: [], repairs: [] }] };
}

const number = /^ *\d{1,9}(?:\.0*)? *$/;

// lower is an object with its keys in lower case: of several that are alike the last one counts.
function lower(o) {
  const m = Object.create(null);
  for (const k in o) m[k.toLowerCase()] = o[k];
  return m;
}

// items are the objects of a list, also of one that has numbers for keys; undefined if it is
// none.
function items(list) {
  const found = [];
  const add = (v) => isObject(v) && (found[found.length] = lower(v));
  if (isArray(list)) for (let i = 0; i < list.length; i++) add(list[i]);
  else {
    for (const k in list) {
      if (/\D/.test(k)) return undefined;
      add(list[k]);
    }
  }
  return found;
}

// counts is whether an object is an error of a webhook: by its code, or by a documented reason.
function counts(m) {
  if (number.test(scalar(m.code))) return true;
  if (m.subject === undefined) return false;
  for (const name in codes) if (isReason(codes[name], scalar(m.reason))) return true;
  return false;
}

// bare is whether an object is an error object by itself.
function bare(m) {
  for (const k in m) if (!fields.includes(` ${k} `)) return false;
  const code = scalar(m.code);
  if (!number.test(code)) return false;
  return !!find(code).code || (m.reason !== undefined && m.subject !== undefined) || (code.length === 4 && typeof m.code !== "string" && m.value === undefined);
}

const fields = " code reason subject value message ";

// shape recognises a body: its kind and its error objects.
function shape(body) {
  if (isArray(body)) {
    const list = items(body);
    let all = list.length === body.length && list.length > 0;
    for (let i = 0; i < list.length; i++) all &&= bare(list[i]);
    return all ? { kind: "numeric-error", errors: list } : undefined;
  }
  const m = lower(body);
  if (isObject(m.errors)) {
    const list = items(m.errors) ?? [lower(m.errors)];
    let numeric = false;
    const errors = [];
    for (let i = 0; i < list.length; i++) {
      if (list[i].errors !== undefined && list[i].code === undefined) continue;
      numeric ||= counts(list[i]);
      errors[errors.length] = list[i];
    }
    if (numeric) return { kind: "numeric-error", errors, status: statusOf(m) };
  }
  if (bulk(m)) {
    const errors = [];
    const list = isObject(m.details) ? (items(m.details) ?? [lower(m.details)]) : [];
    for (let i = 0; i < list.length; i++) violations(list[i], errors);
    return { kind: "bulk-error", direction: "from-cloud", errors, entry: "bulk", state: scalar(m.status).toUpperCase() };
  }
  const code = scalar(m.code);
  const certain = m.violations !== undefined || (find(code).code && m.error === undefined);
  if (/^[a-z][\w.-]{0,79}$/i.test(code) && (certain || m.message !== undefined)) {
    const errors = [];
    violations(m, errors);
    return { kind: "api-error", direction: "from-cloud", errors, needsStatus: !certain };
  }
  if (bare(m)) return { kind: "numeric-error", errors: [m] };
  const e = isObject(m.error) ? lower(m.error) : {};
  if (e.code !== undefined && e.error_id !== undefined && (e.text !== undefined || e.type !== undefined)) return { kind: "other", needsStatus: true, entry: "fiscal" };
  return undefined;
}

// bulk is whether an object is a bulk task that failed.
function bulk(m) {
  if (!/^(?:failed|declined)$/i.test(scalar(m.status))) return false;
  if (isObject(m.details) && /\w/.test(textOf(m.details))) {
    const list = items(m.details);
    const of = list ? (list[0] ?? {}) : lower(m.details);
    return of.code !== undefined || of.violations !== undefined || (of.message !== undefined && m.modified_at !== undefined);
  }
  return m.id !== undefined && m.type !== undefined && (m.modified_at !== undefined || /^(?:product([_-]group|_image)?|device|employee|store|document)$/i.test(scalar(m.type)));
}

// statusOf is the status that a body names itself.
function statusOf(m) {
  let status;
  for (const k in m) {
    const named = /^(?:http|response)?(?:status(?:code)?|(?<=.)code)$/.test(k.replaceAll("_", ""));
    const n = named && /^[1-5]\d\d(?= |$)/.exec(scalar(m[k]));
    if (n) status = Number(n[0]);
  }
  return status;
}

// within is whether a document may hold a response within itself.
function within(body) {
  const holds = (v) => (isObject(v) ? shape(v) || within(v) : typeof v === "string" && /[{<]|%7b|HTTP\/|=>|\\[ux]/i.test(v));
  if (isArray(body)) {
    for (let i = 0; i < body.length; i++) if (holds(body[i])) return true;
  } else for (const k in body) if (holds(body[k])) return true;
  return false;
}

function violations(body, errors) {
  const before = errors.length;
  const add = (v) => {
    errors[errors.length] = { code: v.code ?? body.code, message: v.message === undefined ? body.message : v.message, reason: v.reason, subject: v.subject, value: v.value === undefined ? body.value : v.value };
  };
  const list = isArray(body.violations) ? items(body.violations) : [];
  for (let i = 0; i < list.length; i++) add(list[i]);
  if (errors.length === before) errors[before] = body;
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

// error is what the report says of one error object.
function error(fields, status, direction, known, general) {
  const code = scalar(fields.code);
  const entry = general ?? find(code);
  const e = { code: entry.code ? code : known.cover(code) };
  const slots = { direction, status: status === undefined || status === null ? undefined : `${status}`, code: short(e.code) || undefined };
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (fields[name] === undefined) continue;
    e[name] = textOf(fields[name]) ?? null;
    if (e[name] && e[name] !== masked) e[name] = known.cover(e[name]);
    slots[name] = e[name] === null ? "null" : e[name] === "" ? '""' : short(e[name]);
  }
  e.known = !!(code && entry.code);
  Object.assign(e, verdict(entry, slots));
  const by = find("", status);
  if (!e.known && !general && by.page) {
    const { actor, retry, retryText, steps } = verdict(by, slots);
    Object.assign(e, { actor, retry, retryText, steps });
  }
  return e;
}

const names = ["reason", "subject", "value", "message"];

// find is the entry of a code, of a status without one, or the text for neither.
function find(code, status) {
  const canonical = number.test(code) ? code.trim().replace(/\..*/, "").replace(/^0+(?=.)/, "") : code;
  if (canonical) return codes[canonical]?.code ? codes[canonical] : codes["unknown-code"];
  if (!status) return codes["unknown-code"];
  return codes[`http-${status >= 500 ? "5xx" : status}`] ?? codes["http-other"];
}

// verdict fills the entry's texts: what happened, who acts, whether to repeat, what to do.
function verdict(entry, slots) {
  let sentence = [];
  for (let i = 0; i < entry.sentences.length; i++) {
    const parts = fill(entry.sentences[i], entry, slots, false);
    if (parts) {
      sentence = parts;
      break;
    }
  }
  const steps = [];
  let last = "";
  for (let i = 0; i < entry.steps.length; i++) {
    const when = condition(entry.steps[i]);
    const parts = fill(entry.steps[i], entry, slots, true);
    if (!parts) continue;
    const unsure = holds(when, entry, slots) ? "" : when;
    const lead = unsure !== last && fill(words.case[unsure || "any"] ?? words.case.reason, entry, { reason: when });
    steps[steps.length] = { lead, parts };
    last = unsure;
  }
  const { retry } = entry;
  const actor = entry[slots.direction] || entry.actor;
  const v = { title: entry.title, explanation: plain(sentence), actor, retry, entry, sentence, steps };
  v.retryText = entry.retryText || words.retry[retry];
  if (entry.page) v.page = entry.page;
  return v;
}

const condition = (line) => (typeof line === "string" ? "" : line[0]);

// fill puts the slots into a line, a text or an array of a condition and a text. It returns
// parts {text, code, slot}, or undefined if the condition does not hold or a slot is empty.
function fill(line, entry, slots, step) {
  if (!holds(condition(line), entry, slots, step)) return undefined;
  const text = typeof line === "string" ? line : line[1];
  const parts = [];
  const pattern = /`|\{([a-z]+)\}|[^`{]+|\{/g;
  let code = false;
  let joined = false;
  for (let m; (m = pattern.exec(text)); ) {
    if (m[0] === "`") {
      code = !code;
      joined = false;
    } else if (m[1]) {
      if (slots[m[1]] === undefined) return undefined;
      parts[parts.length] = { text: slots[m[1]], code, slot: m[1] };
      joined = false;
    } else if (joined) {
      parts[parts.length - 1].text += m[0];
    } else {
      parts[parts.length] = { text: m[0], code };
      joined = true;
    }
  }
  return parts;
}

// parts are a text of the catalogue without slots.
export function parts(text) {
  return fill(text, {}, {}, false);
}

function holds(when, entry, slots, step) {
  if (!when) return true;
  if (when === "to-cloud" || when === "from-cloud") return slots.direction === when || (step && slots.direction === "unknown");
  if (isReason(entry, when)) return same(slots.reason, when) || (step && !isReason(entry, slots.reason));
  return slots[when] !== undefined;
}

function isReason(entry, reason) {
  for (let i = 0; i < (entry.reasons?.length ?? 0); i++) if (same(entry.reasons[i], reason)) return true;
  return false;
}

const same = (a, b) => a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();

function plain(list) {
  let s = "";
  for (let i = 0; i < list.length; i++) s += list[i].code ? `\`${list[i].text}\`` : list[i].text;
  return s;
}

// textOf is a scalar as text, an object as the JSON that it was read from or would be, null and
// undefined as undefined.
export function textOf(v) {
  if (v === null || v === undefined) return undefined;
  if (isObject(v)) return raw(v) ?? write(v);
  return String(v);
}

// scalar is a scalar as text, anything else as "".
const scalar = (v) => (isObject(v) ? "" : (textOf(v) ?? ""));

// write is a value of the host as JSON; around are the objects that it stands in.
function write(v, around = new Set()) {
  if (typeof v?.toJSON === "function") v = v.toJSON();
  if (typeof v === "string") return `"${v.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
  if (v === undefined || v !== v || around.has(v) || around.size > 64) return "null";
  if (!isObject(v)) return String(v);
  around.add(v);
  const list = isArray(v);
  let s = "";
  for (const k in v) if (Object.hasOwn(v, k) && (list || v[k] !== undefined)) s += (s && ",") + (list ? "" : `${write(k)}:`) + write(v[k], around);
  around.delete(v);
  return list ? `[${s}]` : `{${s}}`;
}

const isArray = Array.isArray;
const isObject = (v) => v !== null && typeof v === "object" && !(v instanceof String);

// short is a value on one line, its middle left out if it is long.
function short(s) {
  const most = 100;
  if (s.length > 8 * most) s = `${s.slice(0, 4 * most)}…${s.slice(-4 * most)}`;
  s = s.replace(/[\n\r\t]/g, " ").replace(/[\0-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "\ufffd");
  return s.replace(/^([^]{66})[^]{2,}([^]{33})$/u, "$1…$2");
}
