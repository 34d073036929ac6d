import { define } from "./define.js";

define();

export * from "./define.js";
