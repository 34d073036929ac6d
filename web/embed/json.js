// A reader of strict JSON of its own: a host page may have patched JSON and Array.prototype.
// parse returns undefined for anything that is not JSON, and for JSON nested too deeply.

const deepest = 64;

// What containers were read from.
const texts = new WeakMap();
export const raw = (container) => texts.get(container);

// token is an expression for a token, with the blanks behind it.
const token = (pattern) => new RegExp(`${pattern}[ \\n\\r\\t]*`, "y");
const string = token('"((?:[^"\\\\]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*)"');
const word = token("(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)(?![\\w.+-])");
const blanks = token("");
const open = token("[[{]");
const close = token("[\\]}]");
const colon = token(":");
const comma = token(",");

// plain is a string without its escapes, and without what nobody sees.
const plain = (s) => s.replace(/\\(?:u(....)|(.))/g, (_, hex, c) => (hex ? String.fromCharCode(parseInt(hex, 16)) : ({ b: " ", f: " ", n: "\n", r: "\r", t: "\t" }[c] ?? c))).replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "");

export function parse(s) {
  let i = 0;
  const take = (pattern) => {
    pattern.lastIndex = i;
    const m = pattern.exec(s);
    if (m) i = pattern.lastIndex;
    return m;
  };

  // value reads a value; undefined is none.
  function value(depth) {
    const from = i;
    let m = take(string);
    if (m) return plain(m[1]);
    m = take(word);
    // A number stays what the text has, 15.50, not 15.5: an object, to tell it from a string.
    if (m) return m[1] === "null" ? null : m[1] === "true" ? true : m[1] === "false" ? false : new String(m[1]);
    m = take(open);
    if (!m || depth > deepest) return undefined;
    const list = s[from] === "[";
    const all = list ? [] : Object.create(null);
    let end = take(close);
    for (let n = 0; !end; n++) {
      const key = list ? undefined : take(string);
      if (!list && !(key && take(colon))) return undefined;
      const v = value(depth + 1);
      if (v === undefined) return undefined;
      all[list ? n : plain(key[1])] = v;
      if (!take(comma) && !(end = take(close))) return undefined;
    }
    if ((end[0][0] === "]") !== list) return undefined;
    texts.set(all, s.slice(from, i).trimEnd());
    return all;
  }

  take(blanks);
  const result = value(0);
  return i < s.length ? undefined : result;
}
