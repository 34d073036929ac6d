// A language for the npm package: the first one that is imported speaks where no other is asked for.

import { texts } from "texts";
import { add } from "./texts.js";

add(texts, true);
