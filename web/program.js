// The program, which is compiled once, beside the page, and the workers that run it.

import { advance, words } from "./state.js";

const root = document.documentElement;
const { wasm, compiler, scanner, size } = document.getElementById("report").dataset;

// compiled is the program, on its way or there.
let compiled;

// compile gives the program; after a failure the next call tries again.
export const compile = () => (compiled ??= beside()
  .catch((error) => (error instanceof Error ? Promise.reject(error) : here()))
  .catch((error) => {
    compiled = undefined;
    throw error;
  }));

// beside compiles in a worker; without one, in a sandboxed frame, it fails with no error. The
// worker stays: the browser keeps the compiled code for the next visit only while it is there.
function beside() {
  return new Promise((resolve, reject) => {
    let worker;
    const give = (error) => {
      worker?.terminate();
      reject(error);
    };
    try {
      worker = work(compiler);
      worker.onerror = worker.onmessageerror = () => give();
      worker.onmessage = ({ data: { module, error, received } }) => {
        if (module) {
          resolve(module);
          ready(module);
        } else if (error) give(error);
        else if (root.dataset.tool === "loading") advance(words.loading.replace("{percent}", Math.min(75, Math.floor((received / size) * 4) * 25)));
      };
      worker.postMessage(new URL(wasm, document.baseURI).href);
      coming ??= fresh();
    } catch {
      give();
    }
  });
}

let policy;

// work starts a worker.
function work(path) {
  policy ??= window.trustedTypes?.createPolicy("workers", { createScriptURL: (s) => s });
  const url = new URL(path, document.baseURI).href;
  return new Worker(policy ? policy.createScriptURL(url) : url);
}

let coming; // a worker whose script is on its way while the program is
let spare; // one that can read at once

function fresh() {
  const worker = work(scanner);
  worker.onerror = () => {
    if (worker === coming) coming = undefined;
    if (worker === spare) spare = undefined;
  };
  return worker;
}

// ready starts the spare worker: to start one takes a tenth of a second and more.
function ready(module) {
  try {
    spare ??= reading(module);
  } catch {
    // Who asks for a reader is told.
  }
}

function reading(module) {
  const worker = coming ?? fresh();
  coming = undefined;
  worker.postMessage({ module, lang: root.lang, example: document.getElementById("example").dataset.text });
  return worker;
}

// reader gives a worker that reads, see web/scan.js; it fails where there are no workers.
export function reader(module) {
  const worker = spare ?? reading(module);
  spare = undefined;
  return worker;
}

// dismiss ends a reader; the next one is on its way.
export function dismiss(worker) {
  worker.terminate();
  compile().then(ready);
}

const here = () => WebAssembly.compileStreaming(fetch(wasm));
