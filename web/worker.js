// The site without a network: after the first visit its pages and the tool come from a cache.
//
// One cache holds one version whole: it is filled before the version counts, or not at all,
// and a page never gets files of two. The name has the scope in it, so nothing of another
// application on this origin is touched. A new version waits until the person lets it in.
//
// live is whether the site may change under the worker, as under serve: then the network
// comes first.

import { files, live, version } from "files";

const prefix = `evotor-errors ${registration.scope} `;
const name = prefix + version;

self.addEventListener("install", (event) => event.waitUntil(fill()));

async function fill() {
  const cache = await caches.open(name);
  await Promise.all(files.map(async (file) => {
    const url = new URL(file, registration.scope).href;
    // What has its hash in its name need not come twice.
    const kept = file.startsWith("assets/") && (await caches.match(url));
    if (kept) return cache.put(url, kept);
    const response = await fetch(url, { cache: file.startsWith("assets/") ? "default" : "no-cache" });
    if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
    return cache.put(url, response);
  })).catch(async (error) => {
    await caches.delete(name);
    throw error;
  });
}

self.addEventListener("activate", (event) => event.waitUntil(sweep()));

async function sweep() {
  for (const key of await caches.keys()) if (key.startsWith(prefix) && key !== name) await caches.delete(key);
}

self.addEventListener("message", ({ data }) => {
  if (data === "activate") skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(name);
  const url = new URL(request.url);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  const kept = await cache.match(url.href);
  const immutable = url.href.startsWith(new URL("assets/", registration.scope).href);
  if (kept && (immutable || !live)) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    const missing = request.mode === "navigate" && (await cache.match(new URL("404.html", registration.scope).href));
    if (!missing) throw error;
    return missing;
  }
}
