// The module of the npm package: for hosts that bundle. The elements get their names as soon as a
// language is there; on a server they get none.

import { base } from "base";
import { define as name } from "./define.js";
import { EvotorErrorDecoder } from "./decoder.js";
import { EvotorError } from "./element.js";
import { onTexts, textsFor } from "./texts.js";

EvotorError.base = base;

export function define() {
  const now = () => textsFor() && name();
  if (!globalThis.customElements) return;
  onTexts(now);
  now();
}

export { EvotorError, EvotorErrorDecoder };
