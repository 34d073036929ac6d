// <evotor-error>: the explanation of an error in any page. See the guide «Встроить».
//
// Nothing that the host passes in becomes markup, an address or a request: it is text in
// text nodes. Styles are adopted, so a policy without inline styles holds.

import css from "./element.css";
import { explain, isCode, isStatus, parsed, report, said, textOf } from "./explain.js";
import { onTexts, textsFor, textsOf } from "./texts.js";

// The attributes. The first three keep the type of what is set as a property; the others are
// strings through and through.
const typed = 3;
const attributes = ["response", "status", "value", "code", "reason", "subject", "message", "direction", "theme", "variant", "base"];

let warned = false;

// siteOf is the address of an element's site, with the slash at its end; "" if it has none.
export function siteOf(element) {
  try {
    const { href } = new URL(element.getAttribute("base") ?? EvotorError.base);
    if (/^https?:/.test(href)) return href.replace(/\/*$/, "/");
  } catch {
    // No address.
  }
  if (!warned) console.warn("evotor-error: set base, the address of your copy of the site");
  warned = true;
  return "";
}

const most = 50; // cards; of the others their number is said

// The elements that are in a page, and the style sheet of each document that they are in.
const live = new Set();
const sheets = new WeakMap();
const redraw = () => live.forEach((element) => element.redraw());
onTexts(redraw);

// dress gives a shadow tree its styles; a sheet belongs to one document.
export function dress(root) {
  const { ownerDocument, ownerDocument: { defaultView } } = root;
  if (!defaultView) return;
  if (!sheets.has(ownerDocument)) {
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(ownerDocument, [sheet]);
    new MutationObserver(redraw).observe(ownerDocument, { subtree: true, attributeFilter: ["lang"] });
  }
  root.adoptedStyleSheets = sheets.get(ownerDocument);
}

// tell dispatches one of the elements' events.
export const tell = (element, name, detail) => element.dispatchEvent(new CustomEvent(`evotor-error-${name}`, { bubbles: true, composed: true, detail }));

// make builds an element with parts and children; strings become text.
export function make(tag, part, ...children) {
  const e = document.createElement(tag);
  if (part) e.setAttribute("part", part);
  e.append(...children.filter(Boolean));
  return e;
}

const sentence = (tag, part, list) => make(tag, part, ...list.map(({ code, slot, text }) => (code ? make("code", slot && "value", text) : text)));

// link leads to a page of the element's site, if there is both, about what it says.
function link(element, { prefix }, page, text, about) {
  const site = siteOf(element);
  if (page === undefined || !site) return undefined;
  const a = make("a", "link", text);
  a.href = site + prefix + page;
  a.target = "_blank";
  if (about) a.ariaLabel = `${text}: ${about}`;
  return a;
}

// note says something of the element's own, and offers the tool.
export function note(element, texts, text) {
  return Object.assign(make("p", "message", text, " ", link(element, texts, "", texts.words.tool)), { lang: texts.lang });
}

const inline = (element, e, texts) => make("span", "inline",
  e.code && make("span", "code", e.code), e.code && " ", sentence("span", "sentence", e.said.sentence), " ", linkOf(element, e, texts));

function card(element, e, texts) {
  const head = sentence("p", "sentence", e.said.sentence);
  if (e.code) head.prepend(make("span", "code", e.code), " ");
  const steps = make("div");
  for (const { lead, parts } of [...e.said.steps, ...e.said.otherwise]) {
    if (lead) steps.append(sentence("p", "case", lead));
    if (lead || !steps.lastChild) steps.append(make("ol", "steps"));
    steps.lastChild.append(sentence("li", "", parts));
  }
  const article = make("article", "card",
    make("p", "verdict", make("span", `actor ${e.actor}`, texts.words.acts[e.actor]), sentence("span", "retry", e.said.retry)),
    head, sentence("p", "meaning", e.said.meaning), steps, linkOf(element, e, texts));
  article.ariaLabel = e.code ? `${e.code}: ${e.title}` : e.title;
  return article;
}

const linkOf = (element, e, texts) => link(element, texts, e.said.page, texts.words.about, e.code || e.title);

const focusable = (root) => [...root.querySelectorAll("a, button")];

// On a server there are no elements, and a module is imported all the same.
export const Element = globalThis.HTMLElement ?? class {};

export class EvotorError extends Element {
  static base = ""; // of all elements that have none of their own

  static observedAttributes = [...attributes, "lang"];

  // explain is the report on a response; undefined if it is left to the tool.
  static explain = (response, status, lang) => explain(response, status, textsFor(lang));

  #root = this.attachShadow({ mode: "open" });
  #given = {}; // what was set as a property: kept with its type
  #pending = false;
  #told; // what the last event said
  #button; // of the tooltip, which outlive what they say
  #panel;
  #again = () => this.redraw();

  constructor() {
    super();
    this.#root.append(make("slot"));
    // Properties that were set before the element was defined.
    for (const name of attributes) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    new MutationObserver(this.#again).observe(this, { childList: true, characterData: true, subtree: true });
  }

  connectedCallback() {
    live.add(this);
    dress(this.#root);
    this.redraw();
  }

  disconnectedCallback() {
    live.delete(this);
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    delete this.#given[name];
    this.redraw();
  }

  // A property is undefined if there is none: null is a value.
  static {
    attributes.forEach((name, i) => {
      Object.defineProperty(this.prototype, name, {
        get() {
          const v = name in this.#given ? this.#given[name] : (this.getAttribute(name) ?? undefined);
          return name !== "status" ? v : isStatus(v) ? Number(v) : undefined;
        },
        set(v) {
          if (i >= typed) v = textOf(parsed(v));
          this.removeAttribute(name);
          if (v === undefined) delete this.#given[name];
          else if (typeof v === "string" && v.length < 1000) this.setAttribute(name, v);
          else this.#given[name] = v;
          this.redraw();
        },
      });
    });
  }

  // report is what the element says, undefined if it says nothing.
  get report() {
    return this.#read(textsOf(this)).report;
  }

  // redraw draws once for all changes of one task.
  redraw() {
    if (this.#pending || !this.isConnected) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.isConnected) this.#draw();
    });
  }

  // #read explains the response; else the code; else what stands between the tags, if that is a
  // response or a code; else the status. inside is whether more between the tags would change it.
  #read(texts) {
    const { status, reason, subject, message } = this;
    const response = this.response ?? undefined;
    const text = this.textContent.trim();
    try {
      if (response !== undefined) return { report: explain(response, status, texts) };
      if (this.code === undefined && /[[{]/.test(text)) {
        const found = explain(text, status, texts);
        return { report: found, inside: !found };
      }
      const code = this.code ?? (isCode(text) ? text : undefined);
      if (code !== undefined || status) {
        const numeric = /^ *\d/.test(code);
        const direction = /^(to|from)-cloud$/.test(this.direction) ? this.direction : numeric || !code ? "unknown" : "from-cloud";
        const fields = code === undefined ? [] : [{ code, reason, subject, message, value: parsed(this.value) }];
        return { report: report(texts, numeric ? "numeric-error" : code ? "api-error" : "status-only", status, direction, fields), inside: code === undefined };
      }
    } catch {
      // A getter of the host throws.
    }
    return { empty: response === undefined && !text, inside: response === undefined };
  }

  #draw() {
    const texts = textsOf(this);
    const { report, empty, inside } = this.#read(texts);
    // The parser may not have come to what stands between the tags.
    if (inside && document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", this.#again, { once: true });
      return;
    }
    const root = this.#root;
    const at = focusable(root).indexOf(root.activeElement);
    const content = report ? this.#explained(report, texts) : this.#failed(texts, empty);
    if (report && this.variant === "tooltip") this.#tooltip(report, content);
    else root.replaceChildren(...content);
    if (at >= 0) focusable(root)[at]?.focus({ preventScroll: true });
    const detail = report ?? { reason: empty ? "empty" : "unreadable" };
    const told = JSON.stringify(detail);
    if (told === this.#told) return;
    this.#told = told;
    tell(this, report ? "decoded" : "failed", detail);
  }

  // #explained are the errors, or what the responses themselves say.
  #explained({ responses }, texts) {
    const all = said(responses);
    const draw = this.variant === "inline" ? inline : card;
    const list = all.slice(0, most).flatMap((e) => [Object.assign(draw(this, e, texts), { lang: texts.lang }), " "]);
    if (all.length > most) list.push(note(this, texts, `+${all.length - most}`));
    return list;
  }

  // #tooltip puts the explanation behind the element's own text; the style has its place.
  #tooltip({ responses: [first] }, content) {
    const button = (this.#button ??= make("button", "button", make("slot")));
    const panel = (this.#panel ??= make("div", "panel"));
    panel.popover = "auto";
    // Browsers that look at the document alone lose a focus that was in the panel.
    panel.onbeforetoggle = () => {
      if (panel.contains(this.#root.activeElement)) button.focus();
    };
    button.popoverTargetElement = panel;
    button.firstChild.textContent = first.errors[0]?.code || first.status;
    if (!button.parentNode) this.#root.replaceChildren(button, panel);
    panel.replaceChildren(...content);
  }

  // #failed is the element's own text; if there was something to read, it says that it could not
  // be, and offers the tool.
  #failed(texts, empty) {
    const slot = make("slot", "", make("slot"));
    slot.name = "failed";
    return empty ? [slot] : [make("div", "failed", slot, note(this, texts, texts.words.unreadable))];
  }
}
