// The script that a partner includes: it defines the elements, once and quietly.

import { EvotorErrorDecoder } from "./decoder.js";
import { EvotorError } from "./element.js";

// A second copy or another version leaves the first one alone, and so does a page that has
// an element of this name already.
function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}

define("evotor-error", EvotorError);
define("evotor-error-decoder", EvotorErrorDecoder);
