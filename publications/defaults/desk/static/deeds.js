// What is done with a part as a whole: joined, set right, taken out, and what is put below it.

import { editChart } from "./chart.js";
import { ask, askText, keepPicture, pictureAddress, say } from "./talk.js";

/** Draws the part and the one above it together. */
export async function joinAbove(row) {
  const above = row.page.above(row);
  if (!above?.text || above.kind !== row.kind) return;
  await row.save();
  const answer = await ask("join", { key: row.key, base: row.base, above: above.key });
  if (answer.outcome !== "saved") return tellRefusal(row, answer);
  const words = row.editor.size;
  row.page.saved(above, answer, { isNext: true })?.editor?.toBeforeLast(words);
}

/** Quotes, dashes, spaces and letters as the language sets them. */
export async function mend(row) {
  await row.save();
  const answer = await ask("mend", { key: row.key, base: row.base });
  if (answer.error) return row.page.tell(answer.error, true);
  if (answer.outcome === "saved") row.page.saved(row, answer);
  await row.page.refresh(row);
}

/** Takes the part out; the next one has the focus. */
export async function remove(row) {
  const next = row.page.below(row) ?? row.page.above(row);
  await row.save();
  const answer = await ask("remove", { key: row.key, base: row.base });
  if (answer.outcome === "saved") row.page.saved(next, answer, { isNext: true });
  else tellRefusal(row, answer);
}

function tellRefusal(row, answer) {
  row.page.tell(answer.error ?? say("Somebody has changed this part meanwhile."), true);
}

/** The chart in which this part stands, else a new one below it, as a form. */
export async function openChart(row) {
  await row.save();
  const answer = await editChart(row.key);
  if (answer?.error) row.page.tell(answer.error, true);
  else if (answer) row.page.saved(row, answer, { below: answer.is_new ? 1 : 0 });
}

/** Puts Markdown below this part, as a part of its own. */
export async function insert(row, markdown) {
  await row.save();
  const answer = await ask("insert", { key: row.key, base: row.base, markdown });
  if (answer.outcome === "saved") row.page.saved(row, answer, { below: 1 });
  else tellRefusal(row, answer);
}

/** A picture that is dropped on the part is put below it. */
export function listenToDrops(row) {
  row.section.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
  row.section.addEventListener("drop", (event) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    dropped(row, file);
  }, true);
}

/** The picture, with what it shows in words. */
async function dropped(row, file) {
  const name = await keepPicture(file, (text) => row.page.tell(text, true));
  if (!name) return;
  const alt = await askText(say("What does the picture show? For those who do not see it."));
  await insert(row, `![${alt.replace(/[[\]]/g, "")}](${pictureAddress(name)})`);
}
