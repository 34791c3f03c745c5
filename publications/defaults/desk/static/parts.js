// The parts of a text, words and marks, without an editor.

const EMPTY_LINE = /\n\s*\n/;

/** The texts that it is made into with empty lines, each as parts. */
export function dividedAt(parts) {
  const texts = [[]];
  for (const part of parts) {
    const [first, ...others] = part.kind === "text" ? part.words.split(EMPTY_LINE) : [null];
    texts.at(-1).push(first === null ? part : { ...part, words: first });
    for (const words of others) texts.push([{ ...part, words }]);
  }
  return texts;
}

/** How many steps of the cursor it is long. */
export function sizeOf(parts) {
  return parts.reduce((size, part) => size + (part.kind === "text" ? part.words.length : 1), 0);
}

export function isBlank(parts) {
  return parts.every((part) => part.kind === "text" && !part.words.trim());
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

/** The text as it was typed. */
export function wordsOf(parts) {
  return parts.map((part) => part.typed || part.words).join("");
}
