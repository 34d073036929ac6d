// Bytes as text, and text as few bytes.

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
