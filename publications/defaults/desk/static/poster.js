// The poster of an infographic beside its text, as it would be printed now, with what is wrong with it in words below.

import { faultItem } from "./faults.js";
import { element } from "./talk.js";

const PAUSE = 1000; // milliseconds from one question to the next

/** Draws into a place of the page. alt: what the picture is, for those who do not see it. */
export class PosterPane {
  constructor(place, { alt = "" } = {}) {
    this.picture = element("img", { class: "poster-picture", alt, hidden: true });
    this.faults = element("div", { role: "status" });
    place.classList.add("poster");
    place.replaceChildren(this.picture, this.faults);
    this.wanted = null;
    this.isBusy = false;
  }

  /** Asks for the poster of a page. Of many calls in a second the last one is answered. */
  show(locale, page) {
    this.wanted = `/desk/poster/${locale}/${page}`;
    if (!this.isBusy) this.work();
  }

  async work() {
    this.isBusy = true;
    while (this.wanted) {
      const address = this.wanted;
      this.wanted = null;
      const pause = new Promise((over) => setTimeout(over, PAUSE));
      const answer = await this.asked(address);
      const isOfAnotherPage = this.wanted && this.wanted !== address;
      if (answer && !isOfAnotherPage) await this.draw(answer);
      await pause;
    }
    this.isBusy = false;
  }

  /** A desk that does not answer leaves the poster as it is. */
  async asked(address) {
    try {
      const answer = await fetch(address);
      return await answer.json();
    } catch {
      return null;
    }
  }

  /** The older picture stays until the new one can be seen, so that nothing flickers. */
  async draw({ picture = "", faults = [] }) {
    if (picture !== this.picture.getAttribute("src")) {
      const next = new Image();
      next.className = this.picture.className;
      next.alt = this.picture.alt;
      next.hidden = !picture;
      if (picture) next.src = picture;
      await next.decode().catch(() => {});
      this.picture.replaceWith(next);
      this.picture = next;
    }
    this.tell(faults);
  }

  /** What is said already is not said again: a screen reader would read it once a second. */
  tell(faults) {
    const told = JSON.stringify(faults);
    if (told === this.told) return;
    this.told = told;
    const items = faults.map((fault) => faultItem(fault));
    this.faults.replaceChildren(...(items.length ? [element("ul", { class: "faults" }, ...items)] : []));
  }
}
