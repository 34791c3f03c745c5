// Texts that were typed and not saved, and whose part is no more on the page: they are shown, until they are thrown away.

import { wordsOf } from "./parts.js";
import { desk, element, say } from "./talk.js";

/** Shows in a place what no row of the page has taken. */
export function showKept(place, rows) {
  const start = `desk ${desk.locale}/${desk.page} `;
  const taken = new Set(rows.map((row) => row.store));
  const lost = Object.keys(localStorage).filter((store) => store.startsWith(start) && !taken.has(store));
  const texts = lost.map((store) => [store, JSON.parse(localStorage.getItem(store))]);
  if (!texts.length) return;
  const forget = () => {
    lost.forEach((store) => localStorage.removeItem(store));
    place.replaceChildren();
  };
  place.replaceChildren(
    element("p", {}, say("This was typed and not saved, and its part is no more on this page:")),
    ...texts.map(([, kept]) => element("pre", { lang: desk.locale, dir: desk.direction }, kept.markdown ?? wordsOf(kept.parts ?? []))),
    element("button", { type: "button", onclick: forget }, say("Throw it away")),
  );
}
