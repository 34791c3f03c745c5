// What is wrong with a text, in the language of who sits here: the check's name, the word as typed, what could stand there.

import { desk, element, say } from "./talk.js";

const LONGEST = 80; // characters

/** A fault as an item of a list. lead: what stands before its words, the name of its check unless something else is given. */
export function faultItem(fault, lead = nameOf(fault.rule)) {
  const words = { typed: asWritten([fault.typed]), better: asWritten(fault.better), place: element("bdi", {}, fault.place) };
  const told = say(fault.said).split(/\{(\w+)\}/).map((text, at) => (at % 2 ? words[text] : text));
  return element("li", { class: fault.level }, lead, " ", ...told);
}

function nameOf(rule) {
  const name = desk.words[`check: ${rule}`];
  return name ? element("strong", {}, name) : "";
}

/** Words of the page, on a ground of their own; of several, any will do. */
const asWritten = (words) => element("span", {}, ...words.flatMap((word, at) => [at ? " / " : "", element("bdi", { class: "as-written", lang: desk.locale }, inShort(word))]));

const inShort = (words) => words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
