// All that the page assumes of go-app v10.1.11, whose component is the report and no more. What
// it takes of the page for itself is given to it as something else while it starts, and taken
// back when it says tool:ready.
//
//   - it draws into document.body: it gets the report for that;
//   - it keeps a storage: it gets an empty one;
//   - it asks goappGetenv for its environment, and routes below GOAPP_ROOT_PREFIX: with the
//     page's path for that, its route "/" is any page;
//   - it answers clicks on links, the history and the size of the window by handlers of the
//     window: they go.
//
// On the Go side: app/ui/run_js.go starts it, and app/wasm/standin has what it imports and does not
// use here.

const handlers = ["onclick", "onpopstate", "onresize"];
const storages = ["localStorage", "sessionStorage"];
const getenv = (name) => (name === "GOAPP_ROOT_PREFIX" ? location.pathname : "");

// prepare prepares the page for its start, and returns what takes everything back.
export function prepare(report) {
  Object.defineProperty(document, "body", { configurable: true, value: report });
  const empty = { length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {} };
  const own = {};
  for (const name of storages) {
    own[name] = Object.getOwnPropertyDescriptor(window, name);
    Object.defineProperty(window, name, { configurable: true, value: empty });
  }
  window.goappGetenv = getenv;
  return () => {
    delete document.body;
    Object.defineProperties(window, own);
    for (const name of handlers) window[name] = null;
  };
}

// pretend gives a worker's program a page in which everything it asks for is nothing; by the
// names of known, what it reads.
export function pretend(known) {
  const nothing = new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => "" : (known[name] ?? nothing)),
    set: () => true,
    apply: () => nothing,
    construct: () => nothing,
  });
  Object.assign(self, {
    document: nothing, history: nothing, localStorage: nothing, sessionStorage: nothing,
    innerWidth: 1, innerHeight: 1, goappGetenv: getenv,
  });
}
