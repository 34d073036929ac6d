// Keeps the site for when there is no network, and says when a new version is ready. Not in
// the frames of other pages, and not for those who save data.

const bar = document.getElementById("update");
const workers = bar && parent === window && !navigator.connection?.saveData ? navigator.serviceWorker : undefined;
let asked = false;

// offer lets the person decide when the new version comes.
function offer(accept) {
  bar.hidden = false;
  bar.querySelector("button").onclick = accept;
}

function ready(worker) {
  offer(() => {
    asked = true;
    worker.postMessage("activate");
  });
}

async function keep() {
  const root = new URL(document.documentElement.dataset.root, document.baseURI);
  let url = new URL("worker.js", root).href;
  if (window.trustedTypes) url = trustedTypes.createPolicy("worker", { createScriptURL: () => url }).createScriptURL("");
  const registration = await workers.register(url, { scope: root.pathname });
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && workers.controller) ready(worker);
  });
  if (registration.waiting && workers.controller) ready(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}

if (workers) {
  // In another tab the person let the new version in: this one may need files that are gone.
  workers.addEventListener("controllerchange", () => (asked ? location.reload() : offer(() => location.reload())));
  // The program and its first cards come first: on a slow network or phone they would be in each
  // other's way.
  const later = () => setTimeout(() => keep().catch((error) => console.info(error)), 1500);
  if (document.getElementById("report")) document.addEventListener("tool:fetched", later, { once: true });
  else window.addEventListener("load", later);
}
