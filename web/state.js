// The line under the box: what the page has to say of what is in it, and of itself.

const line = document.getElementById("state");

export const words = line.dataset;

let note = ""; // said until something else is, or until rest
let progress = "";
let usual = words.privacy;

function show(text) {
  line.classList.remove("failed");
  line.textContent = text;
}

// say shows a text, and with a label a button that does something about it.
export function say(text, label, action) {
  note = text;
  show(text);
  if (!action) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", action);
  line.classList.add("failed");
  line.append(" ", button);
}

// rest ends what is said.
export function rest() {
  note = "";
  show(progress || usual);
}

// advance shows how far something is, unless there is more to say; "" when it is over.
export function advance(text) {
  progress = text;
  if (!note) rest();
}

// usually is what is shown when there is nothing else to say.
export function usually(text) {
  usual = text;
  if (!note) rest();
}

// said reports whether a text is still what is said.
export const said = (text) => note === text;

// What is said of one text does not hold for the next; what can be done about it stays.
document.addEventListener("input", ({ isTrusted }) => isTrusted && !line.querySelector("button") && rest());
