// A reader of strict JSON of its own: a host page may have patched JSON and Array.prototype.
// parse returns undefined for anything that is not JSON, and for JSON nested too deeply.

const deepest = 64;

// What containers were read from.
const texts = new WeakMap();
export const raw = (container) => texts.get(container);

export function parse(s) {
  let i = 0;
  let failed = false;

  const fail = () => void (failed = true);
  const space = () => {
    while (i < s.length && " \n\r\t".includes(s[i])) i++;
  };

  function string() {
    let out = "";
    for (let from = ++i; i < s.length; i++) {
      const c = s[i];
      if (c !== '"' && c !== "\\") continue;
      out += s.slice(from, i);
      if (c === '"') {
        i++;
        return out;
      }
      const escape = s[++i];
      if (escape === "u") {
        const hex = s.slice(i + 1, i + 5);
        if (!/^[\da-f]{4}$/i.test(hex)) return fail();
        out += String.fromCharCode(parseInt(hex, 16));
        i += 4;
      } else {
        const at = '"\\/bfnrt'.indexOf(escape);
        if (!escape || at < 0) return fail();
        out += '"\\/  \n\r\t'[at]; // what no page shows is a space
      }
      from = i + 1;
    }
    return fail();
  }

  function container(depth, close, entry) {
    i++;
    space();
    if (s[i] === close) {
      i++;
      return;
    }
    while (!failed) {
      space();
      entry(depth + 1);
      space();
      const c = s[i++];
      if (c === close) return;
      if (c !== ",") return fail();
    }
  }

  function value(depth) {
    space();
    const c = s[i];
    if (depth > deepest || c === undefined) return fail();
    if (c === '"') return string();
    const from = i;
    if (c === "[") {
      const list = [];
      container(depth, "]", (d) => {
        list[list.length] = value(d);
      });
      texts.set(list, s.slice(from, i));
      return list;
    }
    if (c === "{") {
      const object = Object.create(null);
      container(depth, "}", (d) => {
        if (s[i] !== '"') return fail();
        const key = string();
        space();
        if (s[i++] !== ":") return fail();
        object[key] = value(d);
      });
      texts.set(object, s.slice(from, i));
      return object;
    }
    // A number stays what the text has, 15.50, not 15.5: an object, to tell it from a string.
    const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
    word.lastIndex = i;
    const m = word.exec(s);
    if (!m) return fail();
    i = word.lastIndex;
    return m[0] === "null" ? null : m[0] === "true" ? true : m[0] === "false" ? false : new String(m[0]);
  }

  const result = value(0);
  space();
  return failed || i < s.length ? undefined : result;
}
