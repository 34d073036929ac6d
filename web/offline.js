// Keeps for when there is no network the pages that are visited, and all of the site once
// somebody comes to the tool; says when a new version is ready. Not in the frames of other
// pages, and not for those who save data.

const bar = document.getElementById("update");
const workers = bar && parent === window && !navigator.connection?.saveData ? navigator.serviceWorker : undefined;
const root = new URL(document.documentElement.dataset.root, document.baseURI);
const tool = document.getElementById("report");
let asked = false;

// offer lets the person decide when the new version comes. Where only pages are kept they come
// from the network, and nothing waits.
async function offer(accept) {
  const prefix = `evotor-errors ${root.href} `;
  if (!(await caches.keys()).some((key) => key.startsWith(prefix) && key !== `${prefix}pages`)) return;
  bar.hidden = false;
  bar.querySelector("button").onclick = accept;
  bar.querySelector(".later").onclick = () => (bar.hidden = true);
}

function ready(worker) {
  offer(() => {
    asked = true;
    worker.postMessage("activate");
  });
}

async function keep() {
  let url = new URL("worker.js", root).href;
  if (window.trustedTypes) url = trustedTypes.createPolicy("worker", { createScriptURL: () => url }).createScriptURL("");
  const registration = await workers.register(url, { scope: root.pathname });
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && workers.controller) ready(worker);
  });
  if (registration.waiting && workers.controller) ready(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // All of the site is kept by the newest worker: the server may have no other version.
  if (tool && registration.active) await registration.update();
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  const tell = () => {
    if (worker.state !== "activated") return false;
    if (tool) worker.postMessage("whole");
    else if (!workers.controller) worker.postMessage(loaded());
    return true;
  };
  if (!tell()) worker.addEventListener("statechange", tell);
}

// loaded are the addresses of the page and of what it is made of.
const loaded = () => [location, ...performance.getEntriesByType("resource")].map((e) => e.href ?? e.name).filter((url) => url.startsWith(root.href));

if (workers) {
  // In another tab the person let the new version in: this one may need files that are gone.
  workers.addEventListener("controllerchange", () => (asked ? location.reload() : offer(() => location.reload())));
  // The program and its first cards come first: on a slow network or phone they would be in each
  // other's way.
  const later = () => setTimeout(() => keep().catch((error) => console.info(error)), 1500);
  if (tool) document.addEventListener("tool:fetched", later, { once: true });
  else window.addEventListener("load", later);
}
