// Bytes as text, and text as few bytes.

const sample = 1000; // bytes

// encodingOf is the encoding of a part of a file: UTF-16 by its mark, or by the zeros beside its letters;
// Windows-1251 where most of what is not ASCII would be no UTF-8. It is "" while all is ASCII.
export function encodingOf(bytes) {
  if (bytes[0] + bytes[1] === 0x1fd) return bytes[0] === 0xff ? "utf-16le" : "utf-16be";
  const zeros = [0, 0];
  const begin = bytes.subarray(0, sample);
  begin.forEach((byte, i) => byte || zeros[i % 2]++);
  const half = zeros.findIndex((n, i) => n * 8 > begin.length && zeros[1 - i] * 4 < n);
  if (half >= 0) return half ? "utf-16le" : "utf-16be";
  const foreign = new TextDecoder().decode(bytes, { stream: true }).match(/[^\0-\x7f]/g);
  if (!foreign) return "";
  return foreign.filter((c) => c === "\ufffd").length * 2 > foreign.length ? "windows-1251" : "utf-8";
}

const chunk = 1 << 15; // arguments of one call

// encode writes bytes in Base64, decode reads them.
export function encode(bytes) {
  let text = "";
  for (let i = 0; i < bytes.length; i += chunk) text += String.fromCharCode(...bytes.subarray(i, i + chunk));
  return btoa(text);
}

export function decode(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);

// deflate makes few bytes of a text.
export async function deflate(text) {
  return new Uint8Array(await new Response(through(text, new CompressionStream("deflate-raw"))).arrayBuffer());
}

// inflate makes the text again; with most it fails where that has more bytes.
export async function inflate(bytes, most = Infinity) {
  const reader = through(bytes, new DecompressionStream("deflate-raw")).getReader();
  const text = new TextDecoder("utf-8", { fatal: true });
  let all = "";
  let size = 0;
  for (let part; !(part = await reader.read()).done; ) {
    if ((size += part.value.length) > most) {
      reader.cancel();
      throw new RangeError("too long");
    }
    all += text.decode(part.value, { stream: true });
  }
  return all + text.decode();
}
