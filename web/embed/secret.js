// What must not be repeated: app/decode/secret for what the fields of a response can hold, with
// its tables.

import { secrets } from "data";

export const masked = "•••";

const classes = Object.create(null);
for (const names of secrets.names) {
  const [kind, ...words] = names.split(" ");
  for (const word of words) classes[word] = kind;
}
const rooted = new RegExp(secrets.roots);
const none = new RegExp(`^(?:${secrets.none})$`, "i");

// classOf is what a name says of its value; "" if nothing.
function classOf(name) {
  const words = name.match(/[A-ZА-ЯЁ]?[a-zа-яё]+|[A-ZА-ЯЁ]+(?![a-zа-яё])/g) ?? "";
  let after = "";
  for (let k = words.length; k--; ) {
    const word = words[k].toLowerCase();
    const two = classes[words[k - 1]?.toLowerCase() + word];
    const own = /secret|last/.test(two) ? two : (classes[word] ?? (rooted.test(word) ? "secret" : ""));
    if (own === "secret" || (!after && own && own !== "kept")) return k && own === "scheme" ? "secret" : own;
    if (own !== "kept" && /[a-z]/.test(name)) break;
    after = word;
  }
  return "";
}

const name = /api key|ключ api|[a-z\d\u0400-\u047f]+(?:[-_]_*[a-z\d\u0400-\u047f]+)*/gi;

// named is whether a field's name, or a part of it, says that its value is a secret.
export const named = (path) => path.match(name)?.some(classOf);

// What stands between a name and its value: marks, tags, what is in brackets; and a label's words.
const behind = /(?:!!\w+ |[^\wа-яё([{<]|\\[nrt]|<\/\w[^<>]{0,30}>|<t[dh]>|\([^()\n]{0,28}\)(?= *[:=]))*/iy;
const holder = /(?<=([{<][^{}<>]{0,99}(?:name|key|subject)["'\\ ]*[:=]["'\\ ]*|<(?:\w+:)?))/iy; // a member or an element
const label = /(?:(?:[\wа-яё]+ ){0,3}[\wа-яё]+(?:[:=]| ?—)[ "']*|[a-zа-яё]+ (?=\S*\d)(?!\S*\/|20\d{6}-))?/iy;
const word = /(?:\\\/|[^\0- "'`,;&<>{}[\]()|\\“”„«»\u00a0])*/y;

// What stands before a secret that is one by its form or place; the last one must look random.
const forms = [
  /(:\/\/[^\s"'<>`/?@:]{0,256}:)(?!\d+[/?])[^\s"'<>`]{1,256}@/g,
  /()eyJ[\w-]{12,}\.[\w-]*\./g,
  /(-----BEGIN [A-Z ]*PRIVATE KEY-----)/g,
  /( -(?:\w*[uU] ?|-(?:proxy-)?user[ =])["'$]*[^\s:]{0,256}:| -(?:b|-cookie)[ =]?["']?(?=\S{0,256}=))/g,
  /([?&;](?:key|sign(?:ature)?|sig|auth|code)=|\/bot\d+:|\/token\/|:\/\/(?=[^\s/?@]{0,256}@))([^\s"'&/@]{8,})/gi,
];

// find finds the secrets of a text: where they begin and end. One that is no single word goes to
// the end of the text.
function find(s) {
  const list = [];
  const test = (pattern, i) => {
    pattern.lastIndex = i;
    return pattern.exec(s)?.[0] ?? "";
  };
  const bare = (i) => test(word, i).replace(/[.!?]+$/, "");
  const cut = (i) => (list.push([i, s.length]), s.length);
  const hide = (i, whole) => {
    const text = bare(i);
    const shown = whole ? text : test(/[^"'\s,;]*/y, i);
    if ((!whole && shown.length < 2) || !isMasked(shown)) list.push([i, whole ? i + text.length : s.length]);
    return i + text.length;
  };
  const schemed = (i) => {
    const j = i + test(/[ +\u00a0]+/y, i).length;
    const text = bare(j);
    return j > i && text.length > 5 && !/\w=[^=]/.test(text) && /.[A-Z\d_.=-]|.{16}/.test(text) ? hide(j, true) : i;
  };
  const known = (start, i, kind) => {
    const gap = test(behind, i).replace(/[$%*#/@.!?&+~^]+$/, "");
    let j = i + gap.length;
    const header = kind === "cookie";
    const loose = /loose|auth|scheme/.test(kind);
    holder.lastIndex = start;
    const held = holder.exec(s)?.[1];
    if (held && (/[:=]/.test(held) || s.includes("</", j))) return cut(start - held.length);
    if (/[:=>]|<t[dh]|\n\r?\n/.test(gap) || (header && /["'], *["']$/.test(gap))) {
      if (/[[{(]|array\s/iy.test(s.slice(j))) return header || kind === "auth" || /value|["'][^"'\s]*\d[^"'\s]*["']/.test(s.slice(j, j + 99)) ? cut(j) : j;
      j += test(/(?:(?:bearer|basic|token)[ \u00a0]+)*/iy, j).length;
      const text = bare(j);
      const quote = /["']$/.exec(gap)?.[0];
      const next = s[j + text.length];
      return loose && !random(text) ? j : hide(j, quote ? next === quote : !header && !/["'(]/.test(next));
    }
    if (s.slice(start - 2, start) === "--") return hide(j, true);
    j += test(label, j).length;
    return gap && (random(bare(j)) || (!loose && /^[ >*•-]*[\wа-яё -]+[:=—–][ "']*\S{4,}$/i.test(s))) ? hide(j, true) : i;
  };

  for (const form of forms) for (const m of s.matchAll(form)) if (!m[2] || random(m[2])) hide(m.index + m[1].length);
  const names = new RegExp(`\\\\[nr]|${name.source}`, "gi");
  for (let m; (m = names.exec(s)); ) {
    const i = m.index;
    const end = i + m[0].length;
    const kind = /^[a-z\u0400-\u047f]/i.test(m[0]) ? classOf(m[0]) : "";
    let next = kind === "scheme" ? schemed(end) : end;
    if (kind && next === end && (kind !== "scheme" || s[end] === '"')) next = known(i, end, kind);
    names.lastIndex = Math.max(next, end);
  }
  return list;
}

const random = (s) => /^(?=.*\d)(?=.*[a-z])[^/]{8,}$/i.test(s);

const isMasked = (s) => s.length < 2 || /\*\*\*|[•…█●]|\.\.\.|^[xX*#\-_.]*$|^(?:\$[A-Z_]+|%\w|[$:]*[[{<%]+[^\d"'=:;,\\]*[\]}>%]+)$/.test(s) || none.test(s);

// Known are values to be masked wherever they recur.
export class Known {
  #all = Object.create(null); // by how they begin
  add(value) {
    if (value.replace(/[^\0-\x7f]/g, "xx").length < 6) return;
    (this.#all[value.slice(0, 3)] ??= new Set()).add(value);
  }
  addSecret(value) {
    this.add(value);
    value.match(/(?<==)[^;]+/g)?.forEach((pair) => this.add(pair.trim()));
  }
  // look adds the secrets of a value as JSON has it, all of it if it stands behind the name of one.
  look(v, secret) {
    if (v && typeof v === "object" && !(v instanceof String)) {
      for (const [k, of] of Object.entries(v)) this.look(of, secret || classOf(k));
    } else {
      const s = `${v}`;
      if (secret && !isMasked(s)) this.addSecret(s);
      for (const [from, to] of find(s)) this.addSecret(s.slice(from, to));
    }
  }
  // tokens adds what looks like a token among the words of an error about one.
  tokens(s) {
    for (const w of s.match(/[\w-]{8,}/g) ?? []) {
      if (/\d.*\d|^(?=.*\d)(?:[^a-z]*|[^A-Z]*)$/.test(w) && /[a-z].*[a-z]|^(?=.*[a-z]).{16}/i.test(w)) this.add(w);
    }
  }
  // cover is a text with its secrets and the known values masked.
  cover(s) {
    const plain = unescape(s);
    const list = find(s);
    if (plain !== s && find(plain).length) return masked;
    const end = []; // of the secret that begins at each place
    for (const [from, to] of list) end[from] = Math.max(to, end[from] ?? 0);
    let out = "";
    for (let i = 0; i < s.length; ) {
      let to = end[i] ?? i;
      for (const v of this.#all[s.slice(i, i + 3)] ?? []) if (s.startsWith(v, i)) to = Math.max(to, i + v.length);
      out += to > i ? masked : s[i];
      i = Math.max(to, i + 1);
    }
    return out;
  }
}
