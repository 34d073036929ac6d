// Light or dark: as the system, until the person chooses. It runs before the first paint, so
// that nothing flashes. The choice is kept on this device, under the key theme. What needs a
// script to be of use is shown from the first paint too, so that nothing moves.

const root = document.documentElement;
root.dataset.script = "";
const next = { auto: "light", light: "dark", dark: "auto" };

let kept;
try {
  kept = localStorage.getItem("theme");
} catch {
  // No storage here: the choice holds for this page.
}
let theme = kept in next ? kept : "auto";

function apply() {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

apply();

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  const show = () => {
    button.textContent = { auto: "◐", light: "☀", dark: "☾" }[theme];
    button.ariaLabel = button.title = button.dataset[theme];
  };
  button.addEventListener("click", () => {
    theme = next[theme];
    try {
      if (theme === "auto") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch {
      // As above.
    }
    apply();
    show();
  });
  show();
});
