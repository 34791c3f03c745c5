// A conflict: somebody has written into a part meanwhile. Three texts are shown, and one is chosen; none is lost.

import { wordsOf } from "./parts.js";
import { desk, element, say } from "./talk.js";

const ATTRIBUTES = /\s*\{:?\s[^{}]*\}\s*$/;

/** answer: what the desk said, with the text in the file as `now`; typed: what was to be saved. */
export function showConflict(row, answer, typed) {
  const box = row.section.querySelector(".conflict");
  row.isInConflict = true;
  row.page.news.tellQuietly("");
  const keep = async () => {
    closeConflict(row);
    row.base = answer.now;
    await row.save();
    await row.showAnew();
  };
  const take = async () => {
    closeConflict(row);
    row.draft.forget();
    await row.showAnew();
  };
  const button = (text, onclick) => element("button", { type: "button", onclick }, text);
  const texts = withoutIds([row.base, answer.now, answer.markdown || wordsOf(typed.parts ?? [])]);
  box.replaceChildren(
    element("p", { role: "alert" }, say("Somebody has changed this part meanwhile. Nothing is lost: choose a text.")),
    side(say("As you found it"), texts[0]),
    side(say("As it is in the file now"), texts[1], button(say("Take this one"), take)),
    side(say("As you typed it"), texts[2], button(say("Keep mine"), keep)),
  );
  box.hidden = false;
}

/** An id at the end, as headings have it, is not shown where all have the same. */
function withoutIds(texts) {
  const ids = new Set(texts.map((text) => text?.match(ATTRIBUTES)?.[0]));
  return ids.size === 1 ? texts.map((text) => text?.replace(ATTRIBUTES, "")) : texts;
}

function closeConflict(row) {
  row.isInConflict = false;
  row.section.querySelector(".conflict").hidden = true;
}

const side = (name, text, button = "") =>
  element("div", {}, element("h3", {}, name), element("pre", { lang: desk.locale, dir: desk.direction }, text || "—"), button);
