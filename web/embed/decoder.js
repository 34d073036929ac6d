// <evotor-error-decoder>: the whole tool in an iframe of the site, loaded when it comes into
// view. It and its host speak over a MessagePort that one handshake hands over: the frame
// says loaded, its window and origin are checked, and it gets the port with hello.

import { words } from "data";
import { sequence, siteOf, tell } from "./element.js";

const ns = "evotor-error";
const version = 1;

export class EvotorErrorDecoder extends HTMLElement {
  static observedAttributes = sequence(["theme"]);

  #frame;
  #port;
  #queue = []; // messages until the port is there
  #replies = new Map();
  #last = 0;
  #watch;
  #listen = (event) => this.#hello(event);

  connectedCallback() {
    window.addEventListener("message", this.#listen);
    if (this.#frame) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{display:block!important}iframe{display:block;width:100%;height:640px;border:0;color-scheme:auto}");
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sequence([sheet]);
    this.#frame = document.createElement("iframe");
    this.#frame.title = words.frame;
    root.append(this.#frame);
    this.#watch = new IntersectionObserver((seen) => {
      for (let i = 0; i < seen.length; i++) if (seen[i].isIntersecting) this.#load();
    }, { rootMargin: "200px" });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    window.removeEventListener("message", this.#listen);
    this.#port = undefined;
    this.#queue = [];
    this.#replies.forEach(({ reject }) => reject(new Error("the element is gone")));
    this.#replies.clear();
  }

  attributeChangedCallback() {
    if (this.#port) this.#send({ type: "theme", theme: this.getAttribute("theme") });
  }

  // decode shows text in the tool and resolves to the report on it.
  decode(text) {
    this.#load();
    return new Promise((resolve, reject) => {
      if (this.#frame && !this.#frame.src) throw new Error(`invalid base ${this.getAttribute("base")}`);
      const id = ++this.#last;
      this.#replies.set(id, { resolve, reject });
      this.#send({ type: "decode", id, text: `${text}` });
    });
  }

  #load() {
    this.#watch?.disconnect();
    const site = siteOf(this);
    if (this.#frame && !this.#frame.src && site) this.#frame.src = `${site}${words.prefix}embed/`;
  }

  #hello(event) {
    if (event.source !== this.#frame?.contentWindow || event.data?.ns !== ns || event.data.version !== version || event.data.type !== "loaded") return;
    if (event.origin !== new URL(this.#frame.src).origin) return;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = (e) => this.#reply(e.data);
    this.#frame.contentWindow.postMessage({ ns, version, type: "hello", theme: this.getAttribute("theme") }, event.origin, sequence([port2]));
    const queue = this.#queue;
    this.#queue = [];
    for (let i = 0; i < queue.length; i++) this.#send(queue[i]);
  }

  #send(message) {
    if (this.#port) this.#port.postMessage({ ns, version, ...message });
    else this.#queue[this.#queue.length] = message;
  }

  #reply(m) {
    if (m?.type === "height" && m.height > 0 && m.height < 100000) this.#frame.style.height = `${m.height}px`;
    const waiting = this.#replies.get(m?.id);
    if (!waiting) return;
    this.#replies.delete(m.id);
    if (m.type === "report") {
      waiting.resolve(m.report);
      tell(this, "decoded", m.report);
    } else {
      waiting.reject(new Error(`${m.error}`));
    }
  }
}
