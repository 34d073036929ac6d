// The line under the box: what the page has to say of what is in it, and of itself. Beside it
// stands a region that nobody sees, for those who listen: it has each thing once.

const line = document.getElementById("state");
const voice = document.getElementById("voice");

export const words = line.dataset;

let note = ""; // said until something else is, or until rest
let progress = "";
let usual = words.privacy;

function show(text, failed = false) {
  line.classList.toggle("failed", failed);
  if (line.textContent !== text) line.textContent = text;
}

// hear has a text read out, unless it was the last that was.
export function hear(text) {
  if (voice.textContent !== text) voice.textContent = text;
}

// say shows a text, and with a label a button that does something about it.
export function say(text, label, action) {
  note = text;
  show(text, !!action);
  hear(text);
  if (!action) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", action);
  line.append(" ", button);
}

// warn shows that something that the person wanted was not done.
export function warn(text) {
  say(text);
  show(text, true);
}

// rest ends what is said.
export function rest() {
  if (said(voice.textContent)) hear(""); // so that it is read out again when it is said again
  note = "";
  show(progress || usual);
}

// advance shows how far something is, unless there is more to say; "" when it is over.
export function advance(text) {
  if (text === progress) return;
  progress = text;
  if (note) return;
  rest();
  if (text) hear(text);
}

// usually is what is shown when there is nothing else to say.
export function usually(text) {
  if (text === usual) return;
  usual = text;
  if (note) return;
  rest();
  if (!progress && text === words.secret) hear(text);
}

// said reports whether a text is still what is said.
export const said = (text) => note === text;

// What is said of one text does not hold for the next; what can be done about it stays.
document.addEventListener("input", ({ isTrusted }) => isTrusted && !line.querySelector("button") && rest());
