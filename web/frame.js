// The tool in a frame of another page: what start.js does, and a channel to the host.
//
// The host's first message must come from the parent window, from an origin that the site
// allows, and carry a port; from then on only that port is listened to. A message that is
// not of the form {ns, version, type, id} changes nothing.

import "./start.js";
import { replace } from "./box.js";
import { message } from "./reader.js";

const ns = "evotor-error";
const version = 1;
const most = 8 << 20; // characters of a text
const { hosts } = document.documentElement.dataset; // "*" or origins with spaces between
let port;

const valid = (m, type) => typeof m === "object" && m !== null && m.ns === ns && m.version === version && m.type === type;

const allowed = (origin) => hosts === "*" || hosts.split(" ").includes(origin);

function theme(name) {
  if (name === "light" || name === "dark") document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
}

// settled resolves to whether the tool is there, once it is or cannot be.
const settled = () => new Promise((resolve) => {
  const root = document.documentElement;
  const watch = new MutationObserver(look);
  function look() {
    if (!["ready", "failed"].includes(root.dataset.tool)) return;
    watch.disconnect();
    resolve(root.dataset.tool === "ready");
  }
  watch.observe(root, { attributeFilter: ["data-tool"] });
  look();
});

async function decode({ id, text }) {
  if (typeof id !== "number" || typeof text !== "string") return;
  if (text.length > most) return port.postMessage({ ns, version, type: "error", id, error: "the text is too long" });
  replace(text);
  try {
    if (!(await settled())) throw new Error("the tool cannot start in this browser");
    port.postMessage({ ns, version, type: "report", id, report: JSON.parse(await message("report", { text })) });
  } catch (error) {
    port.postMessage({ ns, version, type: "error", id, error: error.message });
  }
}

function hello(event) {
  if (port || event.source !== parent || !valid(event.data, "hello") || event.ports.length !== 1) return;
  if (!allowed(event.origin)) return parent.postMessage({ ns, version, type: "refused" }, "*");
  port = event.ports[0];
  theme(event.data.theme);
  port.onmessage = ({ data }) => {
    if (valid(data, "decode")) decode(data);
    else if (valid(data, "theme")) theme(data.theme);
  };
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== last) port.postMessage({ ns, version, type: "height", height: (last = height) });
  }).observe(document.body);
}

// Links lead out of the frame.
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link) Object.assign(link, { target: "_blank", rel: "noopener" });
}, true);

if (parent !== window) {
  window.addEventListener("message", hello);
  parent.postMessage({ ns, version, type: "loaded" }, "*");
}
