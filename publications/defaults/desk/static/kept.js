// Texts that were typed and not saved yet. This browser keeps them, so that a window that is closed loses nothing.

import { wordsOf } from "./parts.js";
import { desk, element, say } from "./talk.js";

const START = `desk ${desk.locale}/${desk.page} `, WINDOW = crypto.randomUUID();
const WAIT = 500; // milliseconds, in which a window that was just closed gives up its lock

// Held for as long as this window shows the page: no other takes over what is being typed here.
navigator.locks.request(WINDOW, () => new Promise(() => {}));

const storeOf = (key) => `${START}${key} ${WINDOW}`;

export function keep(key, text) {
  localStorage.setItem(storeOf(key), JSON.stringify(text));
}

export function forget(key) {
  localStorage.removeItem(storeOf(key));
}

/** Gives each text that a closed window has left to its row; those whose row is no more are shown in a place. */
export async function takeOver(rowOf, place) {
  const left = Object.keys(localStorage).filter((store) => store.startsWith(START))
    .map((store) => [store, ...store.slice(START.length).split(" ")]);
  const lost = [];
  await Promise.allSettled(left.map(([store, key, owner]) => whenClosed(owner, () => {
    const text = localStorage.getItem(store);
    if (text === null) return; // another window was first
    const row = rowOf(key);
    if (!row?.text) lost.push([store, JSON.parse(text)]);
    else if (!row.isUnsaved) {
      row.restore(JSON.parse(text));
      localStorage.removeItem(store);
    }
  })));
  if (lost.length) showLost(place, lost);
}

const whenClosed = (owner, then) => navigator.locks.request(owner ?? "", { signal: AbortSignal.timeout(WAIT) }, then);

function showLost(place, lost) {
  const throwAway = () => {
    lost.forEach(([store]) => localStorage.removeItem(store));
    place.replaceChildren();
  };
  place.replaceChildren(
    element("p", {}, say("This was typed and not saved, and its part is no more on this page:")),
    ...lost.map(([, { markdown, parts }]) => element("pre", { lang: desk.locale, dir: desk.direction }, markdown ?? wordsOf(parts ?? []))),
    element("button", { type: "button", onclick: throwAway }, say("Throw it away")),
  );
}
