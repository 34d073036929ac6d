// Where the answer lies below what is seen, as on a phone with its keyboard, a button says that it
// is there and leads to it.

const jump = document.getElementById("jump");
const report = document.getElementById("report");
const seen = window.visualViewport; // the window without the keyboard

function look() {
  const sum = report.querySelector(".card") && report.querySelector(".sum strong");
  const bottom = seen.offsetTop + seen.height;
  jump.hidden = !sum || report.parentElement.getBoundingClientRect().top < bottom - 60;
  jump.style.setProperty("--below", `${Math.max(0, innerHeight - bottom)}px`);
  if (sum) jump.textContent = `${sum.textContent} ↓`;
}

jump.addEventListener("click", () => {
  document.activeElement.blur(); // the keyboard goes
  report.parentElement.scrollIntoView();
  report.querySelector(".card")?.focus({ preventScroll: true });
});

new MutationObserver(look).observe(report, { childList: true, subtree: true });
addEventListener("scroll", look, { passive: true });
for (const event of ["scroll", "resize"]) seen.addEventListener(event, look, { passive: true });
