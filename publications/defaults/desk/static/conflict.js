// A conflict: somebody has written into a part meanwhile. Three texts are shown, and one is chosen; none is lost.

import { wordsOf } from "./parts.js";
import { desk, element, say } from "./talk.js";

/** answer: what the desk said, with the text in the file as `now`; typed: what was to be saved. */
export function showConflict(row, answer, typed) {
  const box = row.section.querySelector(".conflict");
  row.isInConflict = true;
  row.page.tellQuietly("");
  const keep = async () => {
    closeConflict(row);
    row.base = answer.now;
    row.typed = row.typed ?? typed;
    await row.save();
    await row.page.refresh(row);
  };
  const take = async () => {
    closeConflict(row);
    row.forget();
    row.base = null;
    await row.page.refresh(row);
  };
  const button = (text, onclick) => element("button", { type: "button", onclick }, text);
  box.replaceChildren(
    element("p", { role: "alert" }, say("Somebody has changed this part meanwhile. Nothing is lost: choose a text.")),
    side(say("As you found it"), row.base),
    side(say("As it is in the file now"), answer.now, button(say("Take this one"), take)),
    side(say("As you typed it"), answer.markdown || wordsOf(typed.parts ?? []), button(say("Keep mine"), keep)),
  );
  box.hidden = false;
}

function closeConflict(row) {
  row.isInConflict = false;
  row.section.querySelector(".conflict").hidden = true;
}

const side = (name, text, button = "") =>
  element("div", {}, element("h3", {}, name), element("pre", { lang: desk.locale, dir: desk.direction }, text || "—"), button);
