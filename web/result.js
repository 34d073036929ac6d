// What the page says of a result as a whole: to those who listen, once the hand rests, and in the
// title, by which tabs are told apart.

import { hear } from "./state.js";

const report = document.getElementById("report");
const overview = document.getElementById("overview");
const site = document.querySelector(".name"); // not in a frame
const { title } = document;
const most = 3; // codes in a title

let timer;

// tell says how much there is, of a file all that it has, or how much of it the person picked; and
// what comes first.
function tell() {
  const picked = overview.querySelector(".filter:not([hidden])")?.firstChild;
  const file = document.querySelector("#opened:not([hidden])") && overview.querySelector("h2");
  const sum = picked ?? file ?? report.querySelector(".report:not([data-state=empty]) > .sum strong");
  if (sum) hear([sum, report.querySelector(".card:not([hidden]) h2")].filter(Boolean).map((e) => e.textContent).join(". "));
}

function look() {
  const found = [...report.querySelectorAll(".card")].map((card) => card.dataset.code);
  const codes = [...new Set(found)].filter((code) => /^[\w.-]{1,40}$/.test(code)); // no text that only stands as one
  const named = codes.slice(0, most).join(", ") + (codes.length > most ? "…" : "");
  if (site) document.title = codes.length ? `${named} — ${site.textContent.trim()}` : title;
  clearTimeout(timer);
  timer = setTimeout(tell, 700);
}

const changes = { childList: true, subtree: true, characterData: true };
new MutationObserver(look).observe(report, changes);
new MutationObserver(() => overview.hidden || look()).observe(overview, changes);
