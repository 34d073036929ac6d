// The script that a partner includes: it defines the elements, once and quietly, and brings the
// texts of one language.

import { texts } from "texts";
import { EvotorErrorDecoder } from "./decoder.js";
import { EvotorError } from "./element.js";
import { add } from "./texts.js";

// A second copy or another version leaves the first one alone, and so does a page that has
// an element of this name already.
function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}

add(texts, true);
define("evotor-error", EvotorError);
define("evotor-error-decoder", EvotorErrorDecoder);
