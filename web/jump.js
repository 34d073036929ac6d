// Where the answer lies below the window, as on a phone, a button says that it is there and
// leads to it.

const jump = document.getElementById("jump");
const report = document.getElementById("report");

function look() {
  const sum = report.querySelector(".card") && report.querySelector(".sum strong");
  jump.hidden = !sum || report.parentElement.getBoundingClientRect().top < innerHeight - 60;
  if (sum) jump.textContent = `${sum.textContent} ↓`;
}

jump.addEventListener("click", () => {
  report.scrollIntoView();
  report.querySelector(".card")?.focus({ preventScroll: true });
});

new MutationObserver(look).observe(report, { childList: true, subtree: true });
for (const event of ["scroll", "resize"]) addEventListener(event, look, { passive: true });
