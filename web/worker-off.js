// Published as worker.js, this turns the worker off for every visitor: at the next visit it
// takes the old one's place, removes the caches of this site, and itself.

self.addEventListener("install", () => skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const prefix = `evotor-errors ${registration.scope} `;
  for (const key of await caches.keys()) if (key.startsWith(prefix)) await caches.delete(key);
  await registration.unregister();
})()));
