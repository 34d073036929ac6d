// The site without a network. Of the documentation the pages that were visited are kept: the
// network comes first, the cache when there is none. For those who have come to the tool all of
// the site is kept, as one version.
//
// A version counts once each of its files has come with the hash that the version's list says,
// or not at all. So a page never gets files of two, not even while a new version is on its way
// to the server; a new one waits until the person lets it in. The list is a file of its own, for
// only the tool's visitors need it. The names of the caches have the scope in them, so nothing
// of another application on this origin is touched.
//
// live is whether the site may change under the worker, as under serve: then the network
// comes first.

import { live, version } from "version";

const prefix = `evotor-errors ${registration.scope} `;
const name = prefix + version;
const pages = `${prefix}pages`;
const assets = new URL("assets/", registration.scope).href;
const list = `${assets}files.${version}.json`;

// own are the names of this site's caches.
const own = async () => (await caches.keys()).filter((key) => key.startsWith(prefix));

// Where a version is kept, the next one comes whole too, and waits. Where only pages are, there
// is nothing to wait for.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  if ((await own()).some((key) => key !== pages)) await fill();
  else await skipWaiting();
})()));

let complete;

// whole is whether this version is kept: its list comes last.
const whole = () => (complete ??= caches.match(list, { cacheName: name }).then(Boolean));

let filling;

const fill = () => (filling ??= fetchAll().finally(() => (filling = undefined)));

async function fetchAll() {
  if (await whole()) return;
  const before = await own();
  const cache = await caches.open(name);
  const take = async (url, hash) => {
    const immutable = url.startsWith(assets);
    // What has its hash in its name need not come twice.
    for (const key of immutable ? before : []) {
      const kept = await caches.match(url, { cacheName: key });
      if (kept) return kept;
    }
    const response = await fetch(url, { cache: immutable ? "default" : "no-cache" });
    if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
    const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
    if (!hex(digest).startsWith(hash)) throw new TypeError(`${url} is of another version`);
    return response;
  };
  try {
    const listed = await take(list, version);
    await Promise.all(Object.entries(await listed.clone().json()).map(async ([file, hash]) => {
      const url = new URL(file, registration.scope).href;
      await cache.put(url, await take(url, hash));
    }));
    await cache.put(list, listed);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  complete = Promise.resolve(true);
  await caches.delete(pages);
}

const hex = (buffer) => Array.from(new Uint8Array(buffer), (b) => b.toString(16).padStart(2, "0")).join("");

self.addEventListener("activate", (event) => event.waitUntil(sweep()));

async function sweep() {
  for (const key of await own()) if (key !== name && key !== pages) await caches.delete(key);
  if (!(await caches.has(pages))) return;
  // Of the pages' assets those stay that a page, or a script of it, still asks for.
  const cache = await caches.open(pages);
  const requests = await cache.keys();
  const texts = (await Promise.all(requests.map(async (request) => (await cache.match(request)).text()))).join();
  for (const { url } of requests) {
    if (url.startsWith(assets) && !texts.includes(url.slice(assets.length))) await cache.delete(url);
  }
}

// A page lets the new version in, wants all of the site kept, or names what it is made of: it was
// there before the worker.
self.addEventListener("message", (event) => {
  const { data } = event;
  if (data === "activate") skipWaiting();
  else if (data === "whole") event.waitUntil(fill());
  else event.waitUntil(Promise.all(data.map(async (url) => visited(address(url), await fetch(url, { cache: "force-cache" })))));
});

// address is what a URL is kept under.
function address(href) {
  const url = new URL(href);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}

// visited keeps a page or an asset of one, never the program.
async function visited(url, response) {
  const page = response.headers.get("Content-Type")?.startsWith("text/html");
  if (!response.ok || !(page || url.startsWith(assets)) || url.endsWith(".wasm") || (await whole())) return;
  await (await caches.open(pages)).put(url, response);
}

// What is not of this site goes its own way, and so does the program: see web/compile.js.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.url.endsWith(".wasm") || !request.url.startsWith(registration.scope)) return;
  event.respondWith(answer(event, address(request.url)));
});

async function answer(event, url) {
  const kept = await caches.match(url, { cacheName: (await whole()) ? name : pages });
  if (kept && (url.startsWith(assets) || ((await whole()) && !live))) return kept;
  try {
    const response = await fetch(event.request);
    event.waitUntil(visited(url, response.clone()));
    return response;
  } catch (error) {
    const missing = kept ?? (event.request.mode === "navigate" && (await caches.match(address(`${registration.scope}404.html`))));
    if (missing) return missing;
    throw error;
  }
}
