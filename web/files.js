// Files, however they come: chosen, dropped or pasted. A small one is a text like any other. Of a
// large one the box would make the page slow: it is read beside the page, and the box has the lines
// around its first errors.

import { box, change, replace } from "./box.js";
import { encodingOf } from "./bytes.js";
import { compile, dismiss, reader } from "./program.js";
import { hear, rest, warn, words } from "./state.js";

const root = document.documentElement;
const small = 100_000; // bytes
const few = 5; // errors that need no overview
const first = 12; // groups, of each of which the box has an error
const report = document.getElementById("report");
const place = document.getElementById("overview");
const chip = document.getElementById("opened");
const [name, said, bar, stop] = chip.children;

// text is what small files hold, undefined if one of them is none of text.
async function text(files) {
  const all = await Promise.all(files.map(async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const encoding = encodingOf(bytes) || "utf-8";
    const foreign = !encoding.startsWith("utf-16") && bytes.subarray(0, 999).some((c) => c < 9);
    return foreign ? undefined : new TextDecoder(encoding).decode(bytes);
  }));
  return all.includes(undefined) ? undefined : all.join("\n\n");
}

// open is the door for files: some of them at once, none of them pictures.
export async function open(files) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  rest(); // what was said was of others
  if (!size) return warn(words.blank);
  try {
    const whole = size <= small ? await text(files) : undefined;
    if (whole === undefined) await read(files, size);
    else if (whole.trim()) replace(whole);
    else warn(words.blank);
  } catch (error) {
    console.info(error);
    warn(words.unread);
  }
}

let loading;

const load = () => (loading ??= import(new URL(report.dataset.overview, document.baseURI)).catch((error) => {
  loading = undefined;
  throw error;
}));

let worker;
let turn = 0;
let timer; // of the overview of a text

// end ends what is being read.
function end() {
  turn++;
  if (worker) dismiss(worker);
  worker = undefined;
}

// sum has files, or texts, summed up in a worker; it fails with the word for what went wrong.
async function sum(files, progress) {
  end();
  const own = turn;
  const module = await compile();
  return new Promise((resolve, reject) => {
    if (own !== turn) return; // as below
    const mine = (worker = reader(module));
    mine.onerror = () => reject(new Error("stopped"));
    mine.onmessage = ({ data: { read, answer, error, file } }) => {
      if (mine !== worker) return;
      if (read) return progress(read);
      end();
      if (answer) resolve(answer);
      else reject(Object.assign(new Error(error), { file }));
    };
    mine.postMessage({ lang: root.lang, files });
  });
}

let own = false; // the box gets lines of the file

function enter(put, text) {
  own = true;
  put(text);
  own = false;
}

// close ends what there is of files.
function close() {
  end();
  clearTimeout(timer);
  chip.hidden = place.hidden = true;
  place.replaceChildren();
  filter();
}

async function read(files, size) {
  const { bytes, show, words: terms, number } = await load();
  close();
  const title = files.length > 1 ? terms.files.replace("{count}", number(files.length)) : files[0].name;
  name.textContent = title;
  said.textContent = bytes(size);
  bar.max = size;
  bar.value = 0;
  stop.textContent = terms.cancel;
  bar.hidden = chip.hidden = false;
  hear(`${terms.reading} ${title}, ${bytes(size)}`);
  const before = box.value;
  let summary;
  try {
    summary = await sum(files, (read) => {
      bar.value = read;
      said.textContent = terms.read.replace("{read}", bytes(read)).replace("{size}", bytes(size));
    });
  } catch ({ message, file }) {
    close();
    return warn([file, terms[message] ?? words.unread].filter(Boolean).join(": "));
  }
  bar.hidden = true;
  stop.textContent = terms.close;
  const tell = (text) => (said.textContent = `${bytes(size)}${text && `. ${text}`}`);
  tell(summary.errors ? "" : terms.none);
  if (!summary.errors) return hear(`${title}: ${terms.none}`);
  const pick = (put) => (group) => {
    tell(terms.around);
    const places = group ? group.places : summary.groups.slice(0, first).map((g) => g.places[0]);
    enter(put, places.map(({ line, file, excerpt }) => `⋯ ${file ? `${file} ` : ""}L${line}\n${excerpt}`).join("\n\n"));
  };
  show(place, summary, { name: title, pick: pick(change) });
  place.hidden = false;
  if (box.value === before) pick(replace)(); // else somebody typed meanwhile
}

stop.addEventListener("click", close);
document.addEventListener("box:replaced", () => own || !bar.hidden || close());

// A text with many errors has an overview, too; a click in it leaves the cards of the kinds that it
// leaves, of those that come later as well.
let picked;

function filter(groups) {
  picked = groups;
  const named = groups?.map(({ status, code, kind }) => `${status ?? 0} ${code ?? kind}`); // as app/ui/card.go does
  for (const card of report.querySelectorAll(".card")) {
    card.hidden = !!named && !card.dataset.groups?.split("\n").some((name) => named.includes(name));
  }
}

new MutationObserver(() => picked && filter(picked)).observe(report, { childList: true, subtree: true, attributeFilter: ["data-groups"] });

document.addEventListener("tool:count", ({ detail }) => {
  filter(); // the next cards come into the same elements
  if (!chip.hidden) return;
  clearTimeout(timer);
  if (+detail <= few) return close();
  timer = setTimeout(async () => {
    const { value } = box;
    const { show } = await load();
    if (!chip.hidden) return; // a file came meanwhile
    const summary = await sum([value], () => {}).catch(console.info);
    if (!summary || value !== box.value) return;
    show(place, summary, { name: "", leave: filter });
    place.hidden = false;
  }, 500);
});
