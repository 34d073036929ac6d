// The overview of many errors: counts by code and status, the chart over time, what passes it on.
// The page fetches it, with its words, when a file or a text has more than a handful of them.

import { words } from "words";

const { lang } = document.documentElement;
export { words };

export const number = (n) => n.toLocaleString(lang);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// make makes an element; what is undefined is left out.
function make(name, attributes = {}, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) e.setAttribute(key, value);
  e.append(...children.filter((child) => child !== undefined));
  return e;
}

function draw(name, attributes, ...children) {
  const e = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...children);
  return e;
}

const button = (text, act, attributes = {}) => {
  const e = make("button", { type: "button", ...attributes }, text);
  e.addEventListener("click", act);
  return e;
};

// bytes is a size in words.
export function bytes(n) {
  const units = words.units.split(/\s/);
  let k = 0;
  for (; n >= 1000 && k < units.length - 1; k++) n /= 1000;
  return `${n.toLocaleString(lang, { maximumFractionDigits: k && n < 10 ? 1 : 0 })} ${units[k]}`;
}

// stamp is a time as the text has it, short is one without year and seconds; of two, the second
// has a date only where that is another one.
function stamp(time, after = "") {
  const [date, clock] = time.split("T");
  const day = lang === "ru" ? date.split("-").reverse().join(".") : date;
  return date === after.split("T")[0] ? clock : `${day} ${clock}`;
}

// span is from when till when, in one of these forms.
const span = (first, last, as) => (as(first) === as(last) ? as(first) : `${as(first)} — ${as(last, first)}`);

const short = (time, after) => stamp(time, after).replace(/^\d{4}-|\.\d{4}(?= )/, "").slice(0, -3);

const add = (time, seconds) => new Date(Date.parse(`${time}Z`) + seconds * 1000).toISOString().slice(0, 19);

function width(seconds) {
  const [unit, name] = [[86400, words.day], [3600, words.hour], [60, words.minute]].find(([unit]) => seconds >= unit) ?? [1, words.second];
  return `${seconds / unit} ${name}`;
}

// save hands a file to the person.
function save(name, type, data) {
  const url = URL.createObjectURL(new Blob([data], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(URL.revokeObjectURL, 60_000, url);
}

// cell is a field of CSV; a spreadsheet must not take it for a formula.
const cell = (value) => `"${String(value ?? "").replace(/^[=+@\t\r\n-]/, "'$&").replaceAll('"', '""')}"`;

function table(summary) {
  const rows = summary.groups.map((g) => [g.status, g.code, g.kind, g.count, g.first, g.last, g.places[0].file, g.places[0].line, g.title]);
  return [["status", "code", "kind", "errors", "first", "last", "file", "line", "title"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

const plain = (summary) => JSON.stringify({ ...summary, groups: summary.groups.map((g) => ({ ...g, places: g.places.map(({ excerpt, ...place }) => place) })) }, undefined, 1);

const some = 12; // rows until the person wants all

// show fills place with the overview of a summary. pick(group) shows the first errors of a group, or
// with none what was there before; leave(groups) is told which groups are left, undefined when all are.
export function show(place, summary, { name, pick = () => {}, leave = () => {} }) {
  const { groups, chart } = summary;
  const most = Math.max(...groups.map((g) => g.count));
  let group; // the one that is open
  let at = -1; // the bucket that is chosen
  let all = false;

  const counted = (g) => (at < 0 ? g.count : g.counts?.[at] ?? 0);

  const head = make("div", { class: "sum" },
    make("h2", {}, fill(words.title, { errors: number(summary.errors), responses: number(summary.responses) })),
    summary.first && make("p", {}, span(summary.first, summary.last, stamp)),
    summary.unread ? make("p", { class: "note" }, fill(words.unread, { count: number(summary.unread) })) : undefined);
  const body = make("tbody");
  const filter = make("p", { class: "chips filter" });
  const rest = button("", () => {
    all = true;
    rows();
    body.children[some].querySelector("button").focus();
  }, { class: "all" });
  const figure = chart?.counts.length > 1 ? make("figure") : undefined;

  function rows() {
    const shown = groups.filter((g) => counted(g) > 0).sort((a, b) => counted(b) - counted(a));
    body.replaceChildren(...shown.slice(0, all ? undefined : some).map((g) => {
      const open = g === group;
      const row = make("tr", { class: open ? "open" : undefined },
        make("td", {}, String(g.status ?? "—")),
        make("td", { class: "code" }, g.code ?? "—"),
        make("td", {},
          button(g.title ?? words.unknown, () => choose(open ? undefined : g), { "aria-pressed": open }),
          g.first && make("span", {}, span(g.first, g.last, short)),
          open ? make("span", {}, fill(words.first, { shown: g.places.length, count: number(g.count), lines: g.places.map(({ file, line }) => [file, number(line)].filter(Boolean).join(" ")).join(", ") })) : undefined),
        make("td", { class: "count" }, number(counted(g)),
          draw("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": true },
            draw("rect", { width: Math.max((counted(g) / most) * 100, 1), height: 6 }))));
      return row;
    }));
    rest.hidden = all || shown.length <= some;
    rest.textContent = fill(words.more, { count: number(shown.length - some) });
    leave(group ? [group] : at < 0 ? undefined : shown);
    const part = group ? counted(group) : shown.reduce((sum, g) => sum + counted(g), 0);
    filter.hidden = !group && at < 0;
    filter.replaceChildren(fill(words.shown, { part: number(part), all: number(summary.errors - summary.others) }), " ",
      button(words.reset, () => {
        at = -1;
        choose();
      }));
  }

  function choose(g) {
    group = g;
    pick(g);
    render();
  }

  function bucket(i) {
    at = at === i ? -1 : i;
    if (group && !counted(group)) return choose();
    render();
  }

  // The chart: all errors behind, those of the open group before them.
  function bars() {
    const { counts, start, seconds } = chart;
    const peak = Math.max(...counts);
    const height = (n) => (n ? Math.max((n / peak) * 100, 2) : 0);
    const when = (i) => (seconds < 60 ? stamp : short)(add(start, i * seconds));
    const bar = (kind, i, n) => draw("rect", { class: kind, x: i * 10 + 1, y: 100 - height(n), width: 8, height: height(n) });
    const svg = draw("svg", { viewBox: `0 0 ${counts.length * 10} 100`, preserveAspectRatio: "none", "aria-hidden": true, class: group ? "parts" : "" },
      ...counts.map((n, i) => {
        const one = draw("g", i === at ? { class: "chosen" } : {}, draw("title", {}, `${when(i)} — ${number(group ? group.counts?.[i] ?? 0 : n)}`),
          draw("rect", { class: "hit", x: i * 10, y: 0, width: 10, height: 100 }), bar("whole", i, n));
        if (group) one.append(bar("part", i, group.counts?.[i] ?? 0));
        if (n) one.addEventListener("click", () => bucket(i));
        return one;
      }));
    const list = make("tbody", {}, ...counts.flatMap((n, i) => (n ? [make("tr", {},
      make("td", {}, button(when(i), () => bucket(i), { "aria-pressed": i === at })),
      make("td", { class: "count" }, number(group ? group.counts?.[i] ?? 0 : n)))] : [])));
    const open = figure.querySelector("details")?.open;
    figure.replaceChildren(
      make("figcaption", {}, fill(words.chart, { width: width(seconds), peak: number(peak) })), svg,
      make("p", { class: "axis", "aria-hidden": true }, make("span", {}, when(0)), make("span", {}, when(counts.length - 1))),
      make("details", open ? { open: "" } : {}, make("summary", {}, words.table),
        make("table", {}, make("thead", {}, make("tr", {}, make("th", {}, words.time), make("th", { class: "count" }, words.errors))), list)));
  }

  function render() {
    const focused = place.contains(document.activeElement) ? document.activeElement.textContent : "";
    rows();
    if (figure) bars();
    if (focused) [...place.querySelectorAll("button")].find((e) => e.textContent === focused)?.focus();
  }

  const file = name.replace(/[^\p{L}\d._-]+/gu, "-") || "errors";
  place.replaceChildren(head, ...(figure ? [figure] : []), filter,
    make("table", {}, make("caption", { class: "unseen" }, words.codes), make("thead", {}, make("tr", {},
      make("th", {}, "HTTP"), make("th", {}, words.code), make("th", {}, words.error), make("th", { class: "count" }, words.errors))), body), rest,
    make("p", { class: "chips" }, make("span", {}, words.save),
      button("CSV", () => save(`${file}.csv`, "text/csv", `\ufeff${table(summary)}\r\n`)),
      button("JSON", () => save(`${file}.json`, "application/json", plain(summary)))));
  render();
}
