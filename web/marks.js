// The text explained in place: a layer over the box marks what the report speaks of, and each
// mark and its card point at one another. The layer lays its text out as the box does and
// never takes part in editing; the tool says what to mark.

const box = document.getElementById("text");
const layer = document.getElementById("marks");
const sheet = layer.firstChild;
const report = document.getElementById("report");

const most = 200_000; // characters: more are not laid out twice

let list = [];

function draw(detail) {
  const text = box.value;
  list = [];
  const parts = [];
  let at = 0;
  for (const line of detail.split("\n")) {
    const [start, end, kind, card] = line.split(" ");
    if (!kind || +end > most || +end > text.length) continue;
    const mark = document.createElement("mark");
    mark.className = kind;
    mark.textContent = text.slice(+start, +end);
    parts.push(text.slice(at, +start), mark);
    at = +end;
    list.push({ mark, card, start: +start, end: +end });
  }
  sheet.replaceChildren(...parts);
  align();
}

// align keeps the layer's text under the box's own.
function align() {
  layer.style.width = `${box.clientWidth}px`;
  layer.style.height = `${box.clientHeight}px`;
  sheet.style.transform = `translateY(${-box.scrollTop}px)`;
}

// activate points out a card and its marks, or nothing.
function activate(card) {
  for (const m of list) m.mark.classList.toggle("active", !!card && m.card === card);
  for (const e of report.querySelectorAll(".card")) e.classList.toggle("active", !!card && e.dataset.card === card);
}

function caret() {
  if (document.activeElement !== box) return;
  const at = box.selectionStart;
  const found = list.find((m) => m.start <= at && at <= m.end);
  for (const m of list) m.mark.classList.toggle("uncovered", m === found && m.mark.className.startsWith("secret"));
  activate(found?.card);
  if (found?.card && matchMedia("(min-width: 900px)").matches) {
    report.querySelector(`.card[data-card="${found.card}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

function hover(event) {
  const found = list.find(({ mark }) => {
    for (const r of mark.getClientRects()) {
      if (event.clientX >= r.left && event.clientX <= r.right && event.clientY >= r.top && event.clientY <= r.bottom) return true;
    }
    return false;
  });
  activate(found?.card);
}

document.addEventListener("tool:marks", ({ detail }) => draw(detail));
document.addEventListener("selectionchange", caret);
box.addEventListener("selectionchange", caret);
box.addEventListener("scroll", align);
box.addEventListener("mousemove", hover);
box.addEventListener("mouseleave", () => activate());
new ResizeObserver(align).observe(box);

for (const type of ["mouseover", "focusin"]) {
  report.addEventListener(type, ({ target }) => activate(target.closest(".card")?.dataset.card));
}
report.addEventListener("mouseleave", () => activate());

// A click on a card's head brings its place in the text into view.
report.addEventListener("click", ({ target }) => {
  const card = target.closest(".card :is(h2, h3)")?.closest(".card").dataset.card;
  const found = card && list.find((m) => m.card === card);
  if (found) box.scrollTop = found.mark.offsetTop - box.clientHeight / 3;
});
