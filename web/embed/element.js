// <evotor-error>: the explanation of an error in any page. See the guide «Встроить».
//
// Nothing that the host passes in becomes markup, an address or a request: it is text in
// text nodes. Nothing of the host is relied on that it may have patched: no method of
// Array.prototype, no JSON. Styles are adopted, so a policy without inline styles holds.

import { words } from "data";
import css from "./element.css";
import { explain, parts, report as reportOn, textOf } from "./explain.js";

// The attributes. The first three keep the type of what is set as a property; the others are
// strings through and through.
const typed = 3;
const attributes = ["response", "status", "value", "code", "reason", "subject", "message", "direction", "theme", "variant", "base"];

// The site that the script came from: …/v1/embed.ru.js.
const home = document.currentScript?.src ? new URL("..", document.currentScript.src).href : "";

// siteOf is the address of an element's site, with the slash at its end; "" if it has none.
export function siteOf(element) {
  try {
    const { href } = new URL(element.getAttribute("base") ?? home);
    return /^https?:/.test(href) ? href.replace(/\/*$/, "/") : "";
  } catch {
    return "";
  }
}

const most = 50; // cards; of the others their number is said

let sheet;
function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

// sequence is a list for the browser, whatever the host did to Array.prototype.
export const sequence = (list) => ({
  *[Symbol.iterator]() {
    for (let i = 0; i < list.length; i++) yield list[i];
  },
});

// tell dispatches one of the elements' events.
export const tell = (element, name, detail) => element.dispatchEvent(new CustomEvent(`evotor-error:${name}`, { bubbles: true, composed: true, detail }));

// make builds an element with parts and children; strings become text.
function make(tag, part, ...children) {
  const e = document.createElement(tag);
  if (part) e.setAttribute("part", part);
  for (let i = 0; i < children.length; i++) if (children[i]) e.append(children[i]);
  return e;
}

function sentence(tag, part, list) {
  const e = make(tag, part);
  for (let i = 0; i < list.length; i++) {
    const p = list[i];
    e.append(p.code ? make("code", p.slot ? "value" : "", p.text) : p.text);
  }
  return e;
}

export class EvotorError extends HTMLElement {
  static observedAttributes = sequence(attributes);
  static explain = explain;

  #root;
  #given = Object.create(null); // what was set as a property: kept with its type
  #pending = false;
  #ready = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open", delegatesFocus: true });
    this.#root.adoptedStyleSheets = sequence([styles()]);
    // Properties that were set before the element was defined.
    for (let i = 0; i < attributes.length; i++) {
      const name = attributes[i];
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
  }

  connectedCallback() {
    this.#later();
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    delete this.#given[name];
    this.#later();
  }

  // A property is undefined if there is none: null is a value.
  static {
    for (let i = 0; i < attributes.length; i++) {
      const name = attributes[i];
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          const v = name in this.#given ? this.#given[name] : (this.getAttribute(name) ?? undefined);
          return name !== "status" ? v : v >= 100 && v < 600 ? Number(v) : undefined;
        },
        set(v) {
          if (i >= typed) v = textOf(v);
          this.removeAttribute(name);
          if (v === undefined) delete this.#given[name];
          else if (typeof v === "string" && v.length < 1000) this.setAttribute(name, v);
          else this.#given[name] = v;
          this.#later();
        },
      });
    }
  }

  // #later draws once for all changes of one task.
  #later() {
    if (this.#pending || !this.isConnected) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.isConnected) this.#draw();
    });
  }

  #draw() {
    const { status } = this;
    const text = this.textContent.trim();
    const response = this.response ?? (this.code === undefined && (status === undefined ? text : /^[{[]/.test(text)) ? text || undefined : undefined);
    let report;
    if (response !== undefined) {
      report = explain(response, status);
    } else if (this.code !== undefined || status !== undefined) {
      const fields = { code: this.code, reason: this.reason, subject: this.subject, value: this.value, message: this.message };
      const numeric = /^ *\d/.test(this.code);
      const direction = /^(to|from)-cloud$/.test(this.direction) ? this.direction : numeric || !this.code ? "unknown" : "from-cloud";
      report = reportOn(numeric ? "numeric-error" : this.code ? "api-error" : "status-only", status, direction, this.code === undefined ? [] : [fields]);
    }
    this.#root.replaceChildren();
    if (report) this.#explained(report.responses[0]);
    else this.#root.append(this.#failed());
    if (!this.#ready) {
      this.#ready = true;
      tell(this, "ready", {});
    }
    if (report) tell(this, "decoded", clean(report));
    else tell(this, "failed", { reason: response === undefined ? "empty" : "unreadable" });
  }

  // #explained shows the errors, or what the response itself says.
  #explained(response) {
    const list = response.errors.length ? response.errors : [response];
    const cards = [];
    for (let i = 0; i < list.length && i < most; i++) cards[i] = this.variant === "inline" ? this.#inline(list[i]) : this.#card(list[i]);
    if (list.length > most) cards[most] = make("p", "message", `+${list.length - most} `, this.#link("", words.tool));
    if (this.variant === "tooltip") return this.#tooltip(cards);
    for (let i = 0; i < cards.length; i++) this.#root.append(cards[i]);
  }

  // #link leads to a page of the site, if there is both.
  #link(page, text) {
    const site = siteOf(this);
    if (page === undefined || !site) return undefined;
    const a = make("a", "link", text);
    a.href = site + words.prefix + page;
    a.target = "_blank";
    a.rel = "noopener";
    return a;
  }

  #inline(e) {
    const span = sentence("span", "sentence", e.sentence);
    return make("span", "inline", e.code ? make("span", "code", e.code) : undefined, e.code ? " " : undefined, span, " ", this.#link(e.page, words.about));
  }

  #card(e) {
    const steps = make("div");
    let list;
    for (let i = 0; i < e.steps.length; i++) {
      const { lead, parts } = e.steps[i];
      if (lead) steps.append(sentence("p", "case", lead));
      if (lead || !i) steps.append((list = make("ol", "steps")));
      list.append(sentence("li", "", parts));
    }
    const head = sentence("p", "sentence", e.sentence);
    if (e.code) head.prepend(make("span", "code", e.code), " ");
    const card = make("article", "card",
      make("p", "verdict", make("span", `actor ${e.actor}`, words.acts[e.actor]), make("span", "retry", e.retryText)),
      head, sentence("p", "meaning", parts(e.entry.meaning)), steps, this.#link(e.page, words.about));
    card.setAttribute("aria-label", e.code || e.title);
    return card;
  }

  // #tooltip puts the explanation behind the element's own text.
  #tooltip(cards) {
    const button = make("button", "button", document.createElement("slot"));
    button.type = "button";
    const panel = make("div", "panel");
    for (let i = 0; i < cards.length; i++) panel.append(cards[i]);
    panel.id = "panel";
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "panel");
    const open = (on) => {
      panel.hidden = !on;
      button.setAttribute("aria-expanded", `${on}`);
      if (!on) return;
      panel.style.setProperty("--shift", "0px");
      const over = panel.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
      if (over > 0) panel.style.setProperty("--shift", `${-Math.min(over, panel.getBoundingClientRect().left - 8)}px`);
    };
    button.addEventListener("click", () => open(panel.hidden));
    button.onkeydown = panel.onkeydown = (event) => {
      if (event.key === "Escape" && !panel.hidden) {
        open(false);
        button.focus();
      }
    };
    panel.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget) && !this.#root.contains(event.relatedTarget)) open(false);
    });
    this.#root.append(button, panel);
  }

  // #failed says that nothing could be read and offers the tool.
  #failed() {
    const slot = document.createElement("slot");
    slot.name = "failed";
    slot.append(document.createElement("slot"));
    return make("div", "failed", slot, make("p", "message", words.unreadable, " ", this.#link("", words.tool)));
  }
}

// clean is a report as decode-report.md has it, without what drawing needs.
function clean(report) {
  const bare = ({ entry, sentence, steps, retryText, ...rest }) => rest;
  const response = bare(report.responses[0]);
  const errors = [];
  for (let i = 0; i < response.errors.length; i++) errors[i] = bare(response.errors[i]);
  return { responses: [{ ...response, errors }] };
}
