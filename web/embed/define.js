// The names of the elements.

import { EvotorErrorDecoder } from "./decoder.js";
import { EvotorError } from "./element.js";

const elements = { "evotor-error": EvotorError, "evotor-error-decoder": EvotorErrorDecoder };

// define defines the elements once and quietly: a second copy or another version leaves the first
// one alone, and so does a page that has an element of this name already.
export function define() {
  for (const name of Object.keys(elements)) if (!customElements.get(name)) customElements.define(name, elements[name]);
}
