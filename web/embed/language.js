// The script of one more language.

import { texts } from "texts";
import { add } from "./texts.js";

add(texts);
