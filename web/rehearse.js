// Runs the program once in a worker, without a page. A browser compiles each function when it
// is first called, some 1,550 of them until the first cards, and whoever holds the same module
// shares the compiled code: afterwards the page itself has next to none to compile.

import { pretend } from "./goapp.js";
import "runtime";

self.addEventListener("message", async ({ data: { module, lang, text } }) => {
  const addEventListener = (event, then) => event === "box:read" && then({ detail: text });
  pretend({ lang, length: 0, root: "", addEventListener }, close);
  const go = new Go();
  go.run(await WebAssembly.instantiate(module, go.importObject));
});
