// Fetches and compiles the program beside the page, whose own thread it would keep busy for a
// third of a second. It says how much has come, and hands over the module or what went wrong.

self.addEventListener("message", async ({ data: url }) => {
  try {
    // The browser keeps compiled code for what comes from its own cache, but not for what the
    // service worker answers: that is asked only where the browser has nothing, and the server
    // is away or has another version already.
    let response = await fetch(url).catch(() => undefined);
    if (!response?.ok) response = await fetch(`${url}?kept`);
    if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
    count(response.clone().body.getReader());
    postMessage({ module: await WebAssembly.compileStreaming(response) });
  } catch (error) {
    postMessage({ error });
  }
});

async function count(reader) {
  let received = 0;
  try {
    for (let part; !(part = await reader.read()).done; postMessage({ received })) received += part.value.length;
  } catch {
    // The other copy reports what went wrong.
  }
}
