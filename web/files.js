// Files, however they come: chosen, dropped or pasted.

import { replace } from "./box.js";
import { warn, words } from "./state.js";

const most = 32 << 20; // bytes

// characters reads the bytes of a file: UTF-16 with its mark, UTF-8, else Windows-1251.
function characters(bytes) {
  const mark = (bytes[0] << 8) | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

// open is the door for files: some of them at once, none of them pictures.
export async function open(files) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (!size) return warn(words.blank);
  if (size > most) return warn(words.large);
  try {
    replace((await Promise.all(files.map(async (file) => characters(new Uint8Array(await file.arrayBuffer()))))).join("\n\n"));
  } catch {
    warn(words.unread);
  }
}
