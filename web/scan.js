// Reads files beside the page, part by part, and sums them up: the program is the page's own, and
// does in a worker what app/ui/worker_js.go has.

import "runtime";

const most = 8 * 2 ** 30; // bytes of what is unpacked
const often = 100; // milliseconds between two reports

// kinds are files without text, by what they begin with.
const kinds = [
  [/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM....\0\0)/s, "picture"],
  [/^(PK\x03\x04|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd|\xfd7zXZ|BZh\d|.{257}ustar)/s, "archive"],
  [/^(%PDF-|\x7fELF|MZ.{60}|SQLite format 3)/s, "binary"],
];

let program;

async function start(module) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  go.run(instance); // until the worker ends
}

let read = 0;
let shown = 0;

async function sum(file, several) {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 300).arrayBuffer()));
  const [, kind] = kinds.find(([mark]) => mark.test(head)) ?? [];
  if (kind) throw new Error(kind);
  let stream = file.stream().pipeThrough(new TransformStream({
    transform(part, controller) {
      read += part.length;
      controller.enqueue(part);
    },
  }));
  if (head.startsWith("\x1f\x8b")) stream = stream.pipeThrough(new DecompressionStream("gzip"));
  evotorFile(several ? file.name : "");
  const reader = stream.getReader();
  let decoder; // of UTF-16
  let size = 0;
  for (let part; !(part = await reader.read()).done; ) {
    let { value } = part;
    if (!size && value[0] + value[1] === 0x1fd) decoder = new TextDecoder(value[0] === 0xff ? "utf-16le" : "utf-16be");
    if ((size += value.length) > most) throw new Error("endless");
    if (decoder) value = new TextEncoder().encode(decoder.decode(value, { stream: true }));
    evotorRead(value);
    if (performance.now() - shown > often) {
      shown = performance.now();
      postMessage({ read });
    }
  }
}

self.addEventListener("message", async ({ data: { module, lang, files } }) => {
  try {
    await (program ??= start(module));
    read = 0;
    evotorBegin(lang);
    for (const file of files) await sum(file, files.length > 1);
    postMessage({ summary: JSON.parse(evotorSum()) });
  } catch (error) {
    postMessage({ error: error.message });
  }
});
