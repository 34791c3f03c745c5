// What a page tells: that something was saved or not, how far the page has come, what an edit has made outdated.

import { desk, element, say } from "./talk.js";

const byId = (id) => document.getElementById(id);

export class News {
  /** same: is called when the editor says that the meaning of what they have changed is the same. */
  constructor({ same }) {
    this.same = same;
    this.savedWords = say("Saved.");
  }

  /** News, which a screen reader reads aloud. */
  tell(text, isFault = false) {
    const place = byId("saved");
    place.textContent = text;
    place.classList.toggle("fault", isFault);
  }

  /** What changes with every pause of who types: to be seen, and not read aloud. */
  tellQuietly(text) {
    byId("saving").textContent = text;
    if (byId("saved").textContent) this.tell("");
  }

  /** answer: what the desk says of a part that it has written. */
  tellSaved(answer) {
    this.tellQuietly(this.savedWords);
    this.showProgress(answer.progress);
    this.showBehind(answer.behind ?? []);
  }

  showProgress(progress) {
    const bar = byId("progress");
    if (!progress || !bar) return;
    if (progress.done === progress.blocks && bar.value < bar.max) this.tell(say("Nothing is left to do on this page."));
    bar.max = progress.blocks;
    bar.value = progress.done;
    byId("progress-text").textContent = progress.text;
  }

  /** The translations that an edit has made outdated, and the question whether it has changed the meaning. */
  showBehind(behind) {
    const told = JSON.stringify(behind);
    if (told === this.behind) return;
    this.behind = told;
    const nameOf = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
    const names = behind.map(({ locale, words }) => say("{language} ({words})", { language: nameOf.of(locale), words }));
    byId("behind").replaceChildren(...(behind.length ? [
      element("p", {}, say("Outdated by this, with the words to write anew: {languages}.", { languages: names.join(", ") }), " ",
        element("button", { type: "button", onclick: this.same }, say("The meaning is the same"))),
    ] : []));
  }
}
