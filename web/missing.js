// What the page of missing pages does, which is one for all addresses: it speaks the language of
// the address that was asked for, finds where the site begins, leads to the code in the address,
// and searches for its words.
//
// It comes within the page or as a file, or both: see app/site/missing.go.

const root = document.documentElement;
const { landmark, known, page } = root.dataset;

// locate is where the site begins: the folder on the way to here that has its style.
async function locate() {
  const folders = location.pathname.split("/").slice(0, -1);
  for (let n = 1; landmark && n <= folders.length; n++) {
    const folder = `${folders.slice(0, n).join("/")}/`;
    const found = await fetch(folder + landmark).catch(() => undefined);
    if (found?.ok) return folder;
  }
  return root.dataset.root;
}

function speak() {
  if (!location.pathname.split("/").includes("en")) return;
  root.lang = "en";
  for (const other of document.querySelectorAll("main [lang=ru], .name[lang=ru]")) other.remove();
  document.title = document.querySelector("section").dataset.title;
}

// point leads to the code that is a part of the address.
function point() {
  const parts = location.pathname.split(/[/.]/);
  const name = parts.find((part) => known.split(" ").includes(part));
  const code = name ?? parts.find((part) => /^\d{4}$/.test(part));
  for (const link of code ? document.querySelectorAll(".asked") : []) {
    link.textContent = link.dataset[name ? "known" : "unknown"].replace("{code}", code.replace(/^http-/, "HTTP "));
    link.setAttribute("href", link.getAttribute("href") + (name ? `errors/${name}/` : `#code=${code}`));
    link.hidden = false;
  }
}

function readable(path) {
  try {
    return decodeURI(path);
  } catch {
    return path; // damaged
  }
}

// ask has the words of the address searched for: see web/find.js.
function ask() {
  const { index } = document.querySelector("section").dataset;
  const parts = readable(location.pathname.slice(root.dataset.root.length)).split(/[/._-]+/);
  const words = parts.filter((part) => part && !/^(en|errors|guide|e|html?|md)$/.test(part));
  if (!index || !words.length) return;
  root.dataset.search = root.dataset.root + index;
  document.getElementById("likely").dataset.search = words.join(" ");
}

async function lead() {
  const from = root.dataset.root;
  root.dataset.root = await locate();
  for (const link of document.querySelectorAll("a[href]")) link.href = root.dataset.root + link.getAttribute("href").slice(from.length);
  ask();
  const script = document.createElement("script");
  const url = new URL(root.dataset.root + page, location).href;
  script.type = "module";
  script.src = window.trustedTypes ? trustedTypes.createPolicy("page", { createScriptURL: () => url }).createScriptURL("") : url;
  document.head.append(script);
}

if (!("found" in root.dataset)) {
  root.dataset.found = "";
  speak();
  point();
  lead();
}
