// The script that a partner includes: it defines the elements and brings the texts of one language.

import { texts } from "texts";
import { define } from "./define.js";
import { EvotorError } from "./element.js";
import { add } from "./texts.js";

// The site that it came from. A copy elsewhere does not know it.
EvotorError.base = /^.*\/(?=v1[.\d]*\/embed\.)/.exec(document.currentScript?.src)?.[0] ?? "";
add(texts, true);
define();
