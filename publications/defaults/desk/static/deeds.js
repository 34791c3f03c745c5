// What is done with a part as a whole: joined, set right, taken out, and what is put below it.

import { editChart } from "./chart.js";
import { sizeOf } from "./parts.js";
import { ask, askText, keepPicture, pictureAddress, say } from "./talk.js";

/** Draws the part and the one above it together; the cursor stands between them. */
export async function joinAbove(row) {
  const above = row.page.above(row);
  if (!above?.text || above.kind !== row.kind || !await row.save()) return;
  const answer = await ask("join", { key: row.key, base: row.base, above: above.key });
  shown(row, answer, answer.keys?.[0], sizeOf(row.field.parts()));
}

/** Quotes, dashes, spaces and letters as the language sets them. */
export async function mend(row) {
  if (!await row.save()) return;
  const answer = await ask("mend", { key: row.key, base: row.base });
  if (answer.error) return row.page.news.tell(answer.error, true);
  if (answer.outcome === "saved") row.page.saved(answer);
  await row.showAnew();
}

/** Takes the part out; the next one has the focus. */
export async function remove(row) {
  const next = row.page.below(row) ?? row.page.above(row);
  if (!await row.save()) return;
  row.draft.forget();
  shown(row, await ask("remove", { key: row.key, base: row.base }), next?.key);
}

/** The chart in which this part stands, else a new one below it, as a form. */
export async function openChart(row) {
  if (!await row.save()) return;
  const answer = await editChart(row.key);
  if (answer) shown(row, answer, answer.keys?.[0] ?? row.key);
}

/** Puts Markdown below this part, as a part of its own. */
export async function insert(row, markdown) {
  if (!await row.save()) return;
  const answer = await ask("insert", { key: row.key, base: row.base, markdown });
  shown(row, answer, answer.keys?.[0]);
}

/** What has become of the page; the cursor goes to the row of a key, so far from its end. */
function shown(row, answer, to, fromEnd) {
  if (answer.error || answer.outcome === "conflict") row.page.news.tell(answer.error ?? say("Somebody has changed this part meanwhile."), true);
  else row.page.saved(answer, to, fromEnd);
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
  const name = await keepPicture(file, (text) => row.page.news.tell(text, true));
  if (!name) return;
  const alt = await askText(say("What does the picture show? For those who do not see it."));
  await insert(row, `![${alt.replace(/[[\]]/g, "")}](${pictureAddress(name)})`);
}
