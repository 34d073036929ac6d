// Keeps the site for when there is no network, and says when a new version is ready. Not in
// the frames of other pages, and not for those who save data.

const bar = document.getElementById("update");

function offer(worker) {
  bar.hidden = false;
  bar.querySelector("button").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("activate");
  }, { once: true });
}

async function keep() {
  const root = new URL(document.documentElement.dataset.root, document.baseURI);
  let url = new URL("worker.js", root).href;
  if (window.trustedTypes) url = trustedTypes.createPolicy("worker", { createScriptURL: () => url }).createScriptURL("");
  const registration = await navigator.serviceWorker.register(url, { scope: root.pathname });
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
  });
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}

if (bar && parent === window && navigator.serviceWorker && !navigator.connection?.saveData) {
  window.addEventListener("load", () => setTimeout(() => keep().catch((error) => console.info(error)), 1500));
}
