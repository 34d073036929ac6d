// A text over which the page died is put back into the box, but not read again until the person
// asks: it would take the page down at every reload. The tab's storage says that a text is being
// read, under the key reading.

import { box } from "./box.js";
import { rest, say, words } from "./state.js";

const root = document.documentElement;
const key = "reading";

const store = storage();

// storage is undefined in the frame of another page, and where the person forbids it.
function storage() {
  try {
    return parent === window ? sessionStorage : undefined;
  } catch {
    return undefined;
  }
}

// held resolves once the person asks, or at once if the page did not die. While it has not,
// data-held says so.
export const held = store?.getItem(key) ? new Promise(hold) : Promise.resolve();

function hold(resolve) {
  root.dataset.held = "";
  const release = () => {
    if (!("held" in root.dataset)) return;
    delete root.dataset.held;
    store.removeItem(key);
    rest();
    resolve();
  };
  say(words.held, words.read, release);
  box.addEventListener("input", ({ isTrusted }) => isTrusted && release());
  document.addEventListener("box:replaced", release);
}

document.addEventListener("tool:reading", () => store?.setItem(key, "1"));
document.addEventListener("tool:codes", () => store?.removeItem(key));
