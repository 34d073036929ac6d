// What must not be repeated: app/decode/secret in the language of the page, with its tables.

import { secrets } from "data";

export const masked = "•••";

// How the value of each name is carried.
const carriers = Object.create(null);
for (const kind in secrets.names) {
  const words = /\S+/g;
  for (let m; (m = words.exec(secrets.names[kind])); ) carriers[m[0]] = kind;
}
const ends = new RegExp(`(?:${secrets.ends})$`);
const none = new RegExp(`^(?:${secrets.none})$`, "i");

function carrier(name) {
  name = name.toLowerCase().replace(/[-_]/g, "");
  return carriers[name] ?? (ends.test(name) ? "word" : "");
}

// named is whether a field's name, or one of a path's, says that its value is a secret.
export function named(path) {
  if (/[^\w\u0400-\u047f./[\]"':$-]/.test(path)) return false;
  const names = new RegExp(name, "g");
  for (let m; (m = names.exec(path)); ) {
    const kind = m[0].length > 2 && carrier(m[0]);
    if (kind && kind !== "options") return true;
  }
  return false;
}

const name = "[a-zA-Z\\d\\u0400-\\u047f]+(?:[-_][a-zA-Z\\d][a-zA-Z\\d\\u0400-\\u047f]*)*";
const curly = "“”„‟«»″＂";
const blank = `[ \\t"'\\\\\`${curly}]|&quot;|%2[02]`;
const value = `(?:\\\\/|%(?!2[02])|[^\\0- "'\`,;&<>{}[\\]()|\\\\${curly}\\u00a0%])+`;
const at = (pattern, flags = "") => new RegExp(pattern, `y${flags}`);

const words = new RegExp(`\\\\[nr]|%[\\da-f]{2}|\\d\\w*|${name}`, "gi");
const separated = at(`(?:>(?<=<[^<>]*>)|(?:${blank}|])*(?:, *["'\\\\ ]*value(?:${blank})*)?(?:[:=]|%3[ad])(?:${blank}|[>:=]|\\r?\\n[ \\t]|%3[ad]|(?<=:)\\[(?=\\w)|[ub](?=["']))*(?:\\[[\\s"']*)?)`, "i");
const token = at(value);
const line = at("[^\\n\\r\"'`<>\\\\]*");
const presented = at("(?:bearer|basic|token|digest|apikey)(?: +|%20)", "i");
const spaces = at("[ +]+(?:%20)?|%20");
const apart = at("[ \\t\"'\\\\,|\\-—–«“„]+");

// find finds the secrets of a text: pairs of places.
function find(s) {
  const list = [];
  const test = (pattern, i) => {
    pattern.lastIndex = i;
    return pattern.exec(s)?.[0] ?? "";
  };
  const hide = (i, text) => {
    text = text.replace(/[.!?]+$/, "");
    if (!isMasked(text)) list[list.length] = [i, i + text.length];
    return i + text.length;
  };
  const schemed = (i) => {
    const j = i + test(spaces, i).length;
    const text = test(token, j);
    const last = s[i - 1];
    if (j === i || text.length < 6 || (/c/i.test(last) && !(text.length > 7 && /^[\w+/=-]+$/.test(text) && /[A-Z\d=]/.test(text))) || (/r/i.test(last) && text.length < 16 && !/[\d_.-]/.test(text))) return i;
    return hide(j, text);
  };
  const headed = (i, kind) => {
    if (kind === "header") i += test(presented, i).length;
    let text = test(line, i).replace(/(?:%22|&quot;)[^]*/i, "");
    text = kind === "header" ? text.replace(/[ ,})\]][^]*/, "") : text.replace(/(?:\]|(?<=[^;]) )[^]*/, "");
    return hide(i, text);
  };
  const known = (start, i, kind) => {
    const gap = test(separated, i);
    let j = i + gap.length;
    if (gap && gap.length < 49) {
      if (kind !== "word") return headed(j, kind);
      const text = test(token, j);
      return /^(?:bearer|basic)$/i.test(text) ? schemed(j + text.length) : /\[[\s"']*$/.test(gap) && !random(text) ? j : hide(j, text);
    }
    const between = test(apart, i);
    j = i + between.length;
    let text = test(token, j);
    if (!between || !text) return i;
    const next = j + text.length + 1;
    if (/[:=]$/.test(text)) {
      j = next - 1 + /^[ "']*/.exec(s.slice(next - 1, next + 8))[0].length;
      text = test(token, j);
    } else if (s[next - 1] === " " && /^[a-z\u0400-\u047f]+$/i.test(text)) {
      const other = test(token, next);
      if (random(other) && !/^20\d{6}(-[\da-f]{4}){3}-[\da-f]{12}/i.test(other)) return hide(next, other);
    }
    if (/^(?:bearer|basic|token)$/i.test(text)) return schemed(j + text.length);
    return s.slice(start - 2, start) === "--" || random(text) ? hide(j, text) : i;
  };

  words.lastIndex = 0;
  for (let m; (m = words.exec(s)); ) {
    const i = m.index;
    const end = i + m[0].length;
    if (!/^[a-z\u0400-\u047f]/i.test(m[0])) continue;
    const kind = carrier(m[0]);
    let next = end;
    let found;
    if ((found = test(/:\/\/[^:@\0- /"?]*:[^@\0- /"?]*@/y, end))) {
      const from = found.indexOf(":", 3) + 1;
      hide(end + from, found.slice(from, -1));
    } else if (m[0].startsWith("eyJ") && m[0].length > 14 && s.startsWith(".eyJ", end)) {
      next = hide(i, m[0] + test(/[\w.-]*/y, end));
    } else if (((/[?&;]/.test(s[i - 1]) && s[end] === "=" && /^(key|sign|signature|sig|auth)$/i.test(m[0])) || (s[i - 1] === "/" && s[end] === ":" && m[0].startsWith("bot"))) && random((found = test(token, end + 1).replace(/\/.*/, "")))) {
      next = hide(end + 1, found);
    } else if (kind === "scheme") {
      next = schemed(end);
    } else if (kind === "word" || kind === "header" || kind === "cookie") {
      next = known(i, end, kind);
    } else if (kind === "pair" && (found = test(/[ =:([]*[([]["'][^"']*["'] *, *["']/y, end))) {
      next = hide(end + found.length, test(token, end + found.length));
    } else if (kind === "options") {
      const option = /( -(?:u|U|-user|-proxy-user) ["']?[^\s:]*:| -(?:b|-cookie) ["']?(?=\S*=))([^\s"']+)/g;
      option.lastIndex = end;
      for (let o; (o = option.exec(s)); ) hide(o.index + o[1].length, o[2]);
    }
    words.lastIndex = Math.max(next, end);
  }
  return list;
}

const random = (s) => s.length > 7 && /\d/.test(s) && /[a-z]/i.test(s) && !s.includes("/");

function isMasked(s) {
  return s.length < 2 || /\*\*\*|[•…]|\.\.\.|^[$%<{[█●]|^[xX*#\-_.]*$/.test(s) || none.test(s);
}

// Known are values to be masked wherever they recur.
export class Known {
  #all = Object.create(null);
  add(value) {
    if (value.replace(/[^\0-\x7f]/g, "xx").length > 5) this.#all[value] = true;
  }
  addSecret(value) {
    this.add(value);
    const pairs = /=([^;]*)/g;
    for (let m; (m = pairs.exec(value)); ) this.add(m[1].trim());
  }
  // look adds the secrets of a text.
  look(s) {
    const list = find(s);
    for (let i = 0; i < list.length; i++) this.addSecret(s.slice(list[i][0], list[i][1]));
  }
  // tokens adds what looks like a token among the words of an error about one.
  tokens(s) {
    const words = /[\w-]{8,}/g;
    for (let m; (m = words.exec(s)); ) {
      const figures = m[0].replace(/\D/g, "").length;
      const letters = m[0].replace(/[^a-z]/gi, "").length;
      if (figures && !(figures === 1 && /[a-z]/.test(m[0]) && /[A-Z]/.test(m[0])) && letters && (letters > 1 || m[0].length > 15)) this.add(m[0]);
    }
  }
  // cover masks a text's own secrets, and the known ones.
  cover(s) {
    const hidden = [];
    const hide = (from, to) => {
      for (let i = from; i < to; i++) hidden[i] = true;
    };
    const list = find(s);
    for (let i = 0; i < list.length; i++) hide(list[i][0], list[i][1]);
    for (const v in this.#all) for (let i = s.indexOf(v); i >= 0; i = s.indexOf(v, i + v.length)) hide(i, i + v.length);
    let out = "";
    for (let i = 0; i < s.length; i++) out += hidden[i] ? (hidden[i - 1] ? "" : masked) : s[i];
    return out;
  }
}

// isSecret is whether a value that is about a secret is one: what is masked already is none.
export const isSecret = (s) => /^[{[].[^]/.test(s) && !/^\{\{/.test(s) || !isMasked(s);
