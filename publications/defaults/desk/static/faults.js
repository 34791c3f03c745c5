// What is wrong with a text, in the language of who sits here: the check's name, the word as typed, what could stand there.

import { desk, element, say } from "./talk.js";

const OF_SOURCE = new Set(["code", "facts", "footnotes", "foreign-html", "foreign-link", "foreign-picture", "heading-ids", "links", "numbers", "pictures"]);

const LONGEST = 80; // characters

/** A fault as an item of a list. lead: what stands before its words, the name of its check unless something else is given. */
export function faultItem(fault, lead = element("strong", {}, say(`check: ${fault.rule}`))) {
  const words = { typed: asWritten([fault.typed]), better: asWritten(fault.better ?? []) };
  const phrase = phraseOf(fault);
  const told = phrase ? phrase.split(/\{(\w+)\}/).map((text, at) => (at % 2 ? words[text] : text)) : [element("span", { lang: "en", dir: "ltr" }, fault.message)];
  return element("li", { class: fault.level }, lead, " ", ...told);
}

/** "" for what there are no words for but the check's own, in English. */
function phraseOf({ rule, typed, better = [] }) {
  if (typed && better.length) return desk.words["Write {better} instead of {typed}."];
  if (better.length) return desk.words["{better} is missing here."];
  if (!typed) return "";
  if (rule === "poster") return desk.words["{typed} does not fit. Shorten it."];
  return desk.words[OF_SOURCE.has(rule) ? "{typed} is not in the source." : "Look at this again: {typed}"];
}

/** Words of the page, on a ground of their own; of several, any will do. */
const asWritten = (words) => element("span", {}, ...words.flatMap((word, at) => [at ? " / " : "", element("bdi", { class: "as-written", lang: desk.locale }, inShort(word))]));

const inShort = (words) => words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
