// The search of app/search/search.go, function by function: what differs in one must differ in
// the other, which the tests of that package see to.

const inTitle = 6, inPhrase = 4, inText = 1;
const same = 4, begins = 2, near = 1;
const wholeName = 200, whole = 100, insideName = 60, inside = 2, phraseWord = 4;
const itsCode = 1000, itsStatus = 500;
const shortest = 3, shortestMisspelled = 4, most = 300;
const firstDoc = 0x100;

// words are the words of a text, ё as е, in small letters.
export const words = (text) => text.toLowerCase().replaceAll("ё", "е").match(/[0-9a-zа-я]+/g) ?? [];

const digits = (w) => /^\d*$/.test(w);

// misspelled reports whether two words differ by a letter more, a letter less, another letter,
// or two letters swapped.
function misspelled(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (start + end < a.length && start + end < b.length && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  return Math.max(left, right) === 1 || (left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]);
}

// search makes the function that finds the documents of a query in an index, the best first.
export function search({ stop, endings, layouts, docs, text }) {
  const stopped = new Set(stop);
  const patterns = Object.fromEntries(Object.entries(endings).map(([kind, pattern]) => [kind, new RegExp(pattern)]));
  const counts = (w) => w.length >= shortest && !stopped.has(w);

  // stem takes the ending off a word.
  function stem(word) {
    const w = word.startsWith("не") && word.length >= 7 ? word.slice(2) : word;
    const vowel = w.search(/[аеиоуыэюя]/);
    if (vowel < 0) return w.replace(patterns.english, "$1");
    let rest = w.slice(vowel + 1);
    const cut = (kind) => rest !== (rest = rest.replace(patterns[kind], "$1"));
    if (!cut("gerund")) {
      cut("reflexive");
      if (cut("adjective")) cut("participle");
      else if (!cut("verb")) cut("noun");
    }
    for (const kind of ["vowel", "quality", "most", "soft", "short"]) cut(kind);
    return w.slice(0, vowel + 1) + rest;
  }

  // phrase joins the stems of words that say something.
  const joined = (stems) => (stems.length ? ` ${stems.join(" ")} ` : "");
  const phrase = (text) => ({ text, list: words(text), stems: joined(words(text).filter(counts).map(stem)) });

  const terms = []; // the words of all documents, and how much they count for each
  const known = new Map();
  const phrases = docs.map(({ title, label = "", names = [], phrases = [] }, i) => {
    const add = (count) => (text) => {
      for (const word of words(text).filter(counts)) {
        if (!known.has(word)) {
          known.set(word, terms.length);
          terms.push({ word, stem: stem(word), counts: new Map() });
        }
        const { counts: having } = terms[known.get(word)];
        having.set(i, Math.max(having.get(i) ?? 0, count));
      }
      return phrase(text);
    };
    return { title: phrase(`${label} ${title}`), names: [title, label, ...names].map(add(inTitle)), others: phrases.map(add(inPhrase)) };
  });
  for (const [, word, having] of text.matchAll(/([0-9a-zа-я]+)([^0-9a-zа-я]+)/g)) {
    terms.push({ word, stem: word, counts: new Map([...having].map((c) => [c.charCodeAt(0) - firstDoc, inText])) });
  }

  // match looks a word up; undefined for a word that says nothing.
  function match(word) {
    if (!counts(word)) return undefined;
    const m = { word, stem: stem(word), counts: new Map(), found: new Set() };
    const root = m.stem;
    const collect = (fits) => {
      for (const t of terms) {
        const n = fits(t);
        if (!n) continue;
        m.found.add(t.word);
        for (const [doc, count] of t.counts) m.counts.set(doc, Math.max(m.counts.get(doc) ?? 0, n * count));
      }
    };
    collect((t) => {
      if (t.word === word || t.stem === root) return same;
      return t.stem.startsWith(root) ? begins : 0;
    });
    if (!m.found.size && word.length >= shortestMisspelled && !digits(word)) {
      if (stop.some((s) => s.length > shortestMisspelled && misspelled(word, s))) return undefined;
      collect((t) => {
        if (t.stem.length >= shortestMisspelled && root.length - t.stem.length <= 2 && root.startsWith(t.stem)) return begins;
        if (t.word.length < shortestMisspelled || digits(t.word) || !(misspelled(word, t.word) || misspelled(root, t.stem))) return 0;
        if (!m.found.size) m.stem = t.stem;
        return near;
      });
    }
    m.weight = 32 - Math.clz32(docs.length / Math.max(m.counts.size, 1));
    return m;
  }

  // called is how much a document counts for being called by its code or its status.
  function called({ codes = [], status }, query) {
    let score = 0;
    for (const word of query) {
      const w = /^5\d\d$/.test(word) ? "5xx" : word;
      if (codes.includes(w)) score += itsCode;
      else if (w === status) score += itsStatus;
    }
    return score;
  }

  // bonus is how much a document counts for having the query as a phrase, or a phrase in it.
  function bonus({ names, others }, query) {
    if (!query) return 0;
    let score = 0;
    const add = (list, all, part) => {
      for (const { stems: p } of list) {
        if (p === query) score += all;
        else if (p && query.includes(p)) score += phraseWord * (p.split(" ").length - 2);
        else if (p.includes(query)) score += part;
      }
    };
    add(names, wholeName, insideName);
    add(others, whole, inside);
    return score;
  }

  // hit says what of a document the query found: the phrase, or its words in the text, if the
  // title shows none, and the words that are to be marked.
  function hit(i, matches) {
    const { path, label = "", title, of = "" } = docs[i];
    const found = ({ list }) => list.filter((w) => matches.some((m) => m.found.has(w)));
    const marked = found(phrases[i].title);
    let best = marked;
    let also = "";
    for (const p of [...phrases[i].names.slice(2), ...phrases[i].others]) {
      const list = found(p);
      if (list.length > best.length) [also, best] = [p.text, list];
    }
    if (also) return { path, label, title, of, also, words: [...marked, ...best] };
    if (best.length) return { path, label, title, of, also, words: marked };
    const list = matches.filter((m) => m.counts.has(i)).map((m) => m.word);
    return { path, label, title, of, also: list.join(" "), words: list };
  }

  function find(query) {
    const list = words(query);
    const matches = list.map(match).filter(Boolean);
    const all = matches.reduce((sum, m) => sum + m.weight, 0);
    const asked = joined(matches.map((m) => m.stem));
    const hits = [];
    docs.forEach((doc, i) => {
      let score = called(doc, list);
      const named = score > 0;
      let weight = 0;
      for (const m of matches) {
        const n = m.counts.get(i);
        if (!n) continue;
        score += n * m.weight;
        weight += m.weight;
      }
      // All of a few words, or most of a sentence.
      if (!named && (!weight || (weight < all && (matches.length < 3 || weight * 10 < all * 7)))) return;
      hits.push({ i, score: score + bonus(phrases[i], asked) });
    });
    return hits.sort((a, b) => b.score - a.score).map(({ i }) => hit(i, matches));
  }

  // otherLayout is what was meant by a text typed in the wrong layout of the keyboard.
  const [a, b] = layouts;
  const otherLayout = (text) => text.toLowerCase().replace(/./gsu, (c) => b[a.indexOf(c)] ?? a[b.indexOf(c)] ?? c);

  return (query) => {
    const text = [...query].slice(0, most).join("");
    const hits = find(text);
    return hits.length || !words(text).length ? hits : find(otherLayout(text));
  };
}
