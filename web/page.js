// What pages of the documentation do beyond being read: samples can be copied, and another
// language shows the same place.

import { write } from "./copy.js";
import "./find.js";
import "./offline.js";

const { copy, copied, uncopied } = document.documentElement.dataset;

for (const head of document.querySelectorAll(".sample > .head")) {
  const code = head.parentElement.querySelector("code");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    button.textContent = (await write(code.textContent)) ? copied : uncopied;
    setTimeout(() => (button.textContent = copy), 2000);
  });
  head.append(button);
}

for (const link of document.querySelectorAll(".lang a")) {
  for (const event of ["pointerdown", "click"]) {
    link.addEventListener(event, () => {
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}
