// Runs the program once beside the page, before an empty house. A browser compiles each function
// when it is first called, some 1,550 of them until the first cards, and whoever holds the same
// module shares the compiled code: afterwards the page itself has next to none to compile.

import "runtime";

self.addEventListener("message", async ({ data: { module, lang, text } }) => {
  // Whatever the program asks of a page, it gets more of nothing; by these names, what it reads.
  const known = { lang, length: 0, root: "", value: text };
  const nothing = new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => "" : (known[name] ?? nothing)),
    set: () => true,
    apply: () => nothing,
    construct: () => nothing,
  });
  const { setTimeout } = self;
  Object.assign(self, {
    document: nothing, history: nothing, localStorage: nothing, sessionStorage: nothing,
    innerWidth: 1, innerHeight: 1,
    goappGetenv: (name) => (name === "GOAPP_ROOT_PREFIX" ? location.pathname : ""),
    // With nothing left to draw, go-app waits for an hour.
    setTimeout: (then, ms) => (ms < 60_000 ? setTimeout(then, ms) : close()),
  });
  const go = new Go();
  go.run(await WebAssembly.instantiate(module, go.importObject));
});
