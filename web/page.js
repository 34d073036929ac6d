// What pages of the documentation do beyond being read: samples can be copied.

import "./find.js";
import "./offline.js";

const { copy, copied } = document.documentElement.dataset;

for (const pre of document.querySelectorAll("pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(pre.querySelector("code").textContent);
    button.textContent = copied;
    setTimeout(() => (button.textContent = copy), 2000);
  });
  pre.parentElement.classList.add("sample");
  pre.after(button);
}
