// The site without a network: after the first visit its pages and the tool come from a cache.
//
// One cache holds one version whole: it is filled before the version counts, each file with
// the hash that the version says, or not at all. So a page never gets files of two, not even
// while a new version is on its way to the server. The name has the scope in it, so nothing
// of another application on this origin is touched. A new version waits until the person
// lets it in.
//
// live is whether the site may change under the worker, as under serve: then the network
// comes first.

import { files, live, version } from "files";

const prefix = `evotor-errors ${registration.scope} `;
const name = prefix + version;

self.addEventListener("install", (event) => event.waitUntil(fill()));

// own are the names of this site's caches.
const own = async () => (await caches.keys()).filter((key) => key.startsWith(prefix));

async function fill() {
  const cache = await caches.open(name);
  const before = await own();
  try {
    await Promise.all(Object.entries(files).map(async ([file, hash]) => {
      const url = new URL(file, registration.scope).href;
      const immutable = file.startsWith("assets/");
      // What has its hash in its name need not come twice.
      for (const key of immutable ? before : []) {
        const kept = await caches.match(url, { cacheName: key });
        if (kept) return cache.put(url, kept);
      }
      const response = await fetch(url, { cache: immutable ? "default" : "no-cache" });
      if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
      const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
      if (!hex(digest).startsWith(hash)) throw new TypeError(`${url} is of another version`);
      return cache.put(url, response);
    }));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

const hex = (buffer) => Array.from(new Uint8Array(buffer), (b) => b.toString(16).padStart(2, "0")).join("");

self.addEventListener("activate", (event) => event.waitUntil(sweep()));

async function sweep() {
  for (const key of await own()) if (key !== name) await caches.delete(key);
}

self.addEventListener("message", ({ data }) => {
  if (data === "activate") skipWaiting();
});

// What is not of this site goes its own way, and so does the program: see web/compile.js.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.url.endsWith(".wasm") || !request.url.startsWith(registration.scope)) return;
  const url = new URL(request.url);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  if (files[url.href.slice(registration.scope.length)]) event.respondWith(answer(request, url.href));
});

async function answer(request, url) {
  const kept = await caches.match(url, { cacheName: name });
  if (kept && (!live || url.startsWith(new URL("assets/", registration.scope).href))) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
