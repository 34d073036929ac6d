// The filters of the tables of codes. What is chosen stands in the address, ?status=401&acts=partner:
// it can be passed on, and the way back leads through it.

import "./page.js";

const form = document.getElementById("filters");
const count = document.getElementById("count");
const all = document.getElementById("all");
const selects = [...form.querySelectorAll("select")];
const rows = [...document.querySelectorAll("[data-family]")];

function show() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = ""; // nobody's value
  }
  for (const row of rows) row.hidden = !selects.every(({ name, value }) => !value || row.dataset[name].split(" ").includes(value));
  for (const section of document.querySelectorAll(".codes")) section.hidden = !section.querySelector("[data-family]:not([hidden])");
  count.textContent = count.dataset.text.replace("{count}", rows.filter((row) => !row.hidden).length).replace("{all}", rows.length);
  all.hidden = selects.every(({ value }) => !value);
}

function choose() {
  const query = new URLSearchParams(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  history.pushState(null, "", query.size ? `?${query}` : location.pathname);
  show();
}

form.addEventListener("input", choose);
form.addEventListener("reset", () => {
  for (const select of selects) select.value = "";
  choose();
  selects[0].focus();
});
window.addEventListener("popstate", show);
show();
