// The explanations of app/explain for what an element can read: a code with its fields, or
// a response of well-formed JSON. A table made by the Go side tests that both say the same.

import { codes, words } from "data";
import { parse, Numeral } from "./json.js";

// explain is the report on a response, without places: see decode-report.md. undefined
// means that it is no response of the catalogue's shapes.
export function explain(response, status) {
  const body = typeof response === "string" ? parse(response) : response;
  const found = isObject(body) ? shape(body) : undefined;
  if (found) return report(found.kind, status, found.direction, found.errors);
  return status >= 400 ? report(/^\s*({})?\s*$/.test(textOf(response)) ? "status-only" : "other", status, "unknown", []) : undefined;
}

// report is the report on the error objects of one response; without any, its status has the
// verdict.
export function report(kind, status, direction, list) {
  const errors = [];
  for (let i = 0; i < list.length; i++) errors[i] = error(list[i], status, direction);
  const { code, known, ...own } = errors.length ? {} : error({}, status, direction);
  return { responses: [{ kind, status: status ?? null, direction, ...own, errors, notes: [], repairs: [] }] };
}

// shape recognises a body and returns its error objects.
function shape(body) {
  if (isArray(body.errors)) {
    let numeric = false;
    for (let i = 0; i < body.errors.length; i++) {
      const e = body.errors[i];
      if (!isObject(e)) return undefined;
      numeric ||= /^ *\d{1,9}(\.0*)? *$/.test(textOf(e.code) ?? "");
    }
    return numeric ? { kind: "numeric-error", direction: "unknown", errors: body.errors } : undefined;
  }
  const failed = /^(failed|declined)$/i.test(textOf(body.status) ?? "");
  if (failed && isArray(body.details) && isObject(body.details[0])) {
    const errors = [];
    for (let i = 0; i < body.details.length; i++) if (isObject(body.details[i])) violations(body.details[i], errors);
    return { kind: "bulk-error", direction: "from-cloud", errors };
  }
  if (/^[a-z][\w.-]*$/i.test(textOf(body.code) ?? "") && (isArray(body.violations) || codes[textOf(body.code)])) {
    const errors = [];
    violations(body, errors);
    return { kind: "api-error", direction: "from-cloud", errors };
  }
  return undefined;
}

function violations(body, errors) {
  const before = errors.length;
  const add = (v) => {
    errors[errors.length] = { code: v.code ?? body.code, message: v.message ?? body.message, reason: v.reason ?? body.reason, subject: v.subject ?? body.subject, value: "value" in v ? v.value : body.value };
  };
  const list = isArray(body.violations) ? body.violations : [];
  for (let i = 0; i < list.length; i++) if (isObject(list[i])) add(list[i]);
  if (errors.length === before) add({});
}

// error is what the report says of one error object.
function error(fields, status, direction = "unknown") {
  const code = textOf(fields.code) ?? "";
  const slots = { direction, status: status === undefined || status === null ? undefined : `${status}`, code: code || undefined };
  const e = { code };
  const entry = find(code, status);
  const secret = entry.secret || /^(x-?)?(api|app|auth|access|refresh|user|cloud|client|secret|id)?[-_]?(token|key|password|passwd|pwd|secret|pass)$/i.test(textOf(fields.subject) ?? "");
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (fields[name] === undefined) continue;
    e[name] = textOf(fields[name]) ?? null;
    if (e[name]) e[name] = name === "value" && secret ? "•••" : e[name].replace(secrets, "$1•••");
    slots[name] = e[name] === null ? "null" : e[name] === "" ? '""' : short(e[name]);
  }
  const known = !!(code && entry.code);
  return Object.assign(e, { known }, verdict(entry, slots, known, status));
}

const names = ["reason", "subject", "value", "message"];
const secrets = /(\b(?:bearer|basic) +|(?:token|key|password|passwd|pwd|secret)["']?[:=] *["']?)[\w.+/=~-]{6,}/gi;

// find is the entry of a code, of a status without one, or the text for neither.
function find(code, status) {
  const canonical = /^ *\d+(\.0*)? *$/.test(code) ? code.trim().replace(/\..*/, "").replace(/^0+(?=.)/, "") : code;
  if (canonical) return codes[canonical]?.code ? codes[canonical] : codes["unknown-code"];
  if (!status) return codes["unknown-code"];
  return codes[`http-${status >= 500 ? "5xx" : status}`] ?? codes["http-other"];
}

// verdict fills the entry's texts: what happened, who acts, whether to repeat, what to do.
function verdict(entry, slots, known, status) {
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
  let retry = entry.retry;
  if (!known && slots.code && status >= 400) retry = find("", status).retry;
  const actor = (slots.direction === "to-cloud" && entry.actorToCloud) || entry.actor;
  const v = { title: entry.title, explanation: plain(sentence), actor, retry, entry, sentence, steps };
  v.retryText = retry === entry.retry && entry.retryText ? entry.retryText : words.retry[retry];
  if (entry.page) for (const name in codes) if (codes[name] === entry) v.page = `errors/${name}/`;
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

// textOf is a scalar as text, an object as JSON, null and undefined as undefined.
export function textOf(v) {
  if (v === null || v === undefined) return undefined;
  if (typeof v === "object" && !(v instanceof Numeral)) return write(v);
  return String(v);
}

function write(v) {
  if (v === null || v === undefined) return "null";
  if (typeof v === "string") return `"${v.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
  if (typeof v !== "object" || v instanceof Numeral) return String(v);
  let s = "";
  if (isArray(v)) {
    for (let i = 0; i < v.length; i++) s += (i ? "," : "") + write(v[i]);
    return `[${s}]`;
  }
  for (const k in v) if (Object.hasOwn(v, k)) s += `${s && ","}"${k}":${write(v[k])}`;
  return `{${s}}`;
}

const isArray = Array.isArray;
const isObject = (v) => v !== null && typeof v === "object";

// short is a value on one line, its middle left out if it is long.
function short(s) {
  const most = 100;
  if (s.length > 8 * most) s = `${s.slice(0, 4 * most)}…${s.slice(-4 * most)}`;
  s = s.replace(/[\n\r\t]/g, " ").replace(/[\0-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "\ufffd");
  const runes = s.match(/[^]/gu) ?? [];
  if (runes.length <= most) return s;
  let head = "";
  let tail = "";
  for (let i = 0; i < 66; i++) head += runes[i];
  for (let i = runes.length - 33; i < runes.length; i++) tail += runes[i];
  return `${head}…${tail}`;
}
