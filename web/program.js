// The program, which is compiled once, beside the page, and the workers that share it.

import { advance, words } from "./state.js";

const root = document.documentElement;
const { wasm, compiler, rehearsal, size } = document.getElementById("report").dataset;

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
    const workers = [];
    const give = (error) => {
      for (const worker of workers) worker.terminate();
      reject(error);
    };
    try {
      for (const path of [compiler, rehearsal]) workers.push(work(path));
      const [worker, stage] = workers;
      worker.onerror = worker.onmessageerror = () => give();
      worker.onmessage = ({ data: { module, error, received } }) => {
        if (module) {
          stage.postMessage({ module, lang: root.lang, text: document.getElementById("example").dataset.text });
          resolve(module);
        } else if (error) give(error);
        else if (root.dataset.tool === "loading") advance(words.loading.replace("{percent}", Math.min(75, Math.floor((received / size) * 4) * 25)));
      };
      worker.postMessage(new URL(wasm, document.baseURI).href);
    } catch {
      give();
    }
  });
}

let policy;

// work starts a worker.
export function work(path) {
  policy ??= window.trustedTypes?.createPolicy("workers", { createScriptURL: (s) => s });
  const url = new URL(path, document.baseURI).href;
  return new Worker(policy ? policy.createScriptURL(url) : url);
}

const here = () => WebAssembly.compileStreaming(fetch(wasm));
