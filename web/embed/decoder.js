// <evotor-error-decoder>: the whole tool in an iframe of the site, loaded when it comes near the
// view or has a text to read. It and its host speak over a MessagePort that one handshake hands
// over: the frame says loaded, its window and origin are checked, and it gets the port with hello.

import { dress, Element, make, note, siteOf, tell } from "./element.js";
import { textsOf } from "./texts.js";

const ns = "evotor-error";
const version = 1;

// How long an answer may take, and the first word of a frame that is loaded. The guide says what
// the reasons mean for which a text is not answered: base, silent, refused, slow, gone.
const most = 30_000;
const mostLoaded = 10_000;

export class EvotorErrorDecoder extends Element {
  static observedAttributes = ["theme"];

  #root = this.attachShadow({ mode: "open" });
  #frame;
  #port;
  #refused = false;
  #asked = new Map(); // what is to be answered
  #last = 0;
  #timer;
  #listen = (event) => this.#hear(event);

  connectedCallback() {
    addEventListener("message", this.#listen);
    dress(this.#root);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listen);
    this.#settle("gone");
  }

  attributeChangedCallback() {
    this.#send({ type: "theme", theme: this.getAttribute("theme") });
  }

  // decode shows text in the tool and resolves to the report on it; an object is one as JSON.
  decode(text) {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      const timer = setTimeout(() => this.#answer({ id, error: "slow" }), most);
      const message = { type: "decode", id, text: typeof text === "string" ? text : JSON.stringify(text) };
      this.#asked.set(id, { resolve, reject, timer, message });
      this.#send(message);
      if (this.#refused) this.#settle("refused");
      else if (this.#frame) this.#frame.loading = "eager";
      else if (this.isConnected) this.#show();
    });
  }

  #show() {
    this.#port = undefined;
    const site = siteOf(this);
    if (!site) return this.#fail("base");
    const texts = textsOf(this);
    const frame = (this.#frame = make("iframe"));
    frame.title = texts.words.frame;
    frame.allow = "clipboard-write";
    if (!this.#asked.size) frame.loading = "lazy";
    frame.src = `${site}${texts.prefix}embed/`;
    // One that is loaded and says nothing is none of the site's.
    frame.onload = () => (this.#port ? 0 : (this.#timer = setTimeout(() => this.#fail("silent"), mostLoaded)));
    this.#root.replaceChildren(frame);
  }

  // #fail leaves a line where the tool would have been; the next text tries again.
  #fail(reason) {
    const texts = textsOf(this);
    this.#frame = undefined;
    this.#root.replaceChildren(note(this, texts, texts.words.unreachable));
    this.#settle(reason);
    tell(this, "failed", { reason });
  }

  // #settle ends all that is open.
  #settle(reason) {
    clearTimeout(this.#timer);
    for (const id of this.#asked.keys()) this.#answer({ id, error: reason });
  }

  #hear({ source, origin, data }) {
    if (!source || source !== this.#frame?.contentWindow || data?.ns !== ns || data.version !== version || origin !== new URL(this.#frame.src).origin) return;
    if (data.type === "refused") {
      this.#refused = true;
      this.#settle("refused");
    } else if (data.type === "loaded") {
      clearTimeout(this.#timer);
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = (event) => this.#answer(event.data);
      source.postMessage({ ns, version, type: "hello", theme: this.getAttribute("theme") }, origin, [port2]);
      for (const { message } of this.#asked.values()) this.#send(message);
    }
  }

  #send(message) {
    this.#port?.postMessage({ ns, version, ...message });
  }

  #answer({ type, height, id, report, error }) {
    if (type === "height" && height > 0 && height < 100000) this.#frame.style.height = `${height}px`;
    const asked = this.#asked.get(id);
    if (!asked) return;
    clearTimeout(asked.timer);
    this.#asked.delete(id);
    if (type !== "report") return asked.reject(new Error(error));
    asked.resolve(report);
    tell(this, "decoded", report);
  }
}
