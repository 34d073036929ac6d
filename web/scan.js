// Reads beside the page what is too large for it, with the page's own program and what
// app/ui/worker_js.go has: files are read part by part and summed up, a text is read as the page would.

import { encodingOf } from "./bytes.js";
import { pretend } from "./goapp.js";
import "runtime";

const most = 8 * 2 ** 30; // bytes of what is unpacked
const often = 100; // milliseconds between two reports

// kinds are files without text, by what they begin with.
const kinds = [
  [/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM....\0\0)/s, "picture"],
  [/^(PK[\x03\x05]|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd|\xfd7zXZ|BZh\d|.{257}ustar)/s, "archive"],
  [/^(%PDF-|\x7fELF|MZ.{60}|SQLite format 3)/s, "binary"],
];

let program;

// start runs the program, and has it draw an example as on a page. A browser compiles each function when
// it is first called, some 1,550 of them until the first cards, and whoever holds the same module shares
// the compiled code: so the page itself has next to none to compile.
async function start(module, lang, example) {
  const addEventListener = (event, then) => event === "box:read" && then({ detail: example });
  pretend({ lang, length: 0, root: "", addEventListener });
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  go.run(instance); // until the worker ends
}

let read = 0;
let shown = 0;

// each takes the parts of a stream, one after another.
async function each(stream, take) {
  const reader = stream.getReader();
  for (let part; !(part = await reader.read()).done; ) await take(part.value);
}

// A file may be several packed ones in a row. The browser unpacks the first and takes the next for damage:
// so each has a stream of its own. One ends where another could begin, if the four bytes before are as
// many as came out.
async function unpack(stream, take) {
  const magic = [0x1f, 0x8b, 8];
  const tail = magic.length - 1 + 4;
  let out; // of this one
  let size;
  let over;
  const open = () => {
    const { readable, writable } = new DecompressionStream("gzip");
    out = writable.getWriter();
    size = 0;
    over = each(readable, (part) => {
      size += part.length;
      take(part);
    });
    over.catch(() => {});
  };
  const put = (bytes) => Promise.race([out.write(bytes), over]);
  const close = () => Promise.all([out.close(), over]);
  open();
  let held = new Uint8Array();
  await each(stream, async (part) => {
    const bytes = new Uint8Array(held.length + part.length);
    bytes.set(held);
    bytes.set(part, held.length);
    let from = 0;
    for (let at = 4; (at = bytes.indexOf(magic[0], at)) >= 0 && at < bytes.length - 2; at++) {
      if (!magic.every((byte, i) => bytes[at + i] === byte)) continue;
      await put(bytes.subarray(from, at));
      await new Promise((resolve) => setTimeout(resolve)); // all of it comes out
      from = at;
      if (new DataView(bytes.buffer).getUint32(at - 4, true) !== size % 2 ** 32) continue;
      await close();
      open();
    }
    const end = Math.max(from, bytes.length - tail);
    await put(bytes.subarray(from, end));
    held = bytes.subarray(end);
  });
  await put(held);
  await close();
}

// refuse fails for what is no text; it gives the beginning.
function refuse(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  const [, kind] = kinds.find(([mark]) => mark.test(head)) ?? [];
  if (kind) throw new Error(kind);
  return head;
}

async function sum(source, several) {
  const file = typeof source === "string" ? new Blob([source]) : source; // to make one keeps a page waiting
  const packed = refuse(new Uint8Array(await file.slice(0, 300).arrayBuffer())).startsWith("\x1f\x8b");
  evotorFile(several ? file.name : "");
  let encoding = ""; // until a part tells
  let decoder; // of what is not UTF-8
  let size = 0;
  const stream = file.stream().pipeThrough(new TransformStream({
    transform(part, controller) {
      read += part.length;
      controller.enqueue(part);
    },
  }));
  await (packed ? unpack : each)(stream, (part) => {
    if (!size) refuse(part);
    encoding ||= encodingOf(part);
    if (encoding && encoding !== "utf-8") decoder ??= new TextDecoder(encoding);
    if ((size += part.length) > most && packed) throw new Error("endless");
    evotorRead(decoder ? new TextEncoder().encode(decoder.decode(part, { stream: true })) : part);
    if (performance.now() - shown > often) {
      shown = performance.now();
      postMessage({ read });
    }
  });
}

async function summary(lang, files) {
  read = 0;
  evotorBegin(lang);
  const several = files.length > 1;
  for (const file of files) {
    try {
      await sum(file, several);
    } catch (error) {
      throw Object.assign(error, several && { file: file.name });
    }
  }
  return JSON.parse(evotorSum());
}

// The first message has the module, a language and an example, each other one a question.
self.addEventListener("message", async ({ data: { module, example, lang, files, text, do: click, message } }) => {
  try {
    if (module) return (program = start(module, lang, example));
    await program;
    if (files) postMessage({ answer: await summary(lang, files) });
    else postMessage({ answer: text ? evotorText(text) : click ? evotorDo(click) : evotorPass(message) });
  } catch (error) {
    postMessage({ error: error.message, file: error.file });
  }
});
