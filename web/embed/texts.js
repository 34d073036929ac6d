// The texts of the elements, language by language. Each script that brings a language adds it to
// what all scripts of the page share, in any order.

const shared = (globalThis[Symbol.for("evotor-error 1")] ??= { texts: {}, listeners: [] });

// add brings the texts of a language; those that came first stay.
export function add(texts, main) {
  shared.texts[texts.lang] ??= texts;
  if (main) shared.main ??= texts.lang;
  for (const listener of shared.listeners) listener();
}

export const onTexts = (listener) => shared.listeners.push(listener);

// textsFor are the texts in a language, or else in that of the first script with the elements.
export const textsFor = (lang = "") => shared.texts[lang.toLowerCase().split("-")[0]] ?? shared.texts[shared.main];

// textsOf are those in the nearest language around an element, its own before its ancestors'.
export function textsOf(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const around = at.closest("[lang]");
    if (around) return textsFor(around.lang);
  }
  return textsFor();
}
