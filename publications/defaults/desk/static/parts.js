// The parts of a text, words and marks, without an editor.

const EMPTY_LINE = /\n\s*\n/;

/** How many texts it is made into with empty lines. */
export const countOf = (markdown) => markdown.split(EMPTY_LINE).length;

/** What stands behind the last empty line. */
export function lastOf(parts) {
  const at = parts.findLastIndex((part) => part.kind === "text" && EMPTY_LINE.test(part.words));
  if (at < 0) return parts;
  return [{ kind: "text", words: parts[at].words.split(EMPTY_LINE).at(-1) }, ...parts.slice(at + 1)];
}

/** The marks of a text, those that belong together as one. */
export function marksOf(parts) {
  const found = [], open = [];
  for (const part of parts) {
    if (part.kind === "open") open.push(found.push([part]) - 1);
    else if (part.kind === "close") found[open.pop()]?.push(part);
    else if (part.kind === "alone" && part.name !== "note") found.push([part]);
  }
  return found;
}

export function wordsOf(parts) {
  return parts.map((part) => part.typed || part.words).join("");
}
