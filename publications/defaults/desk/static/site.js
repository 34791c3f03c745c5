// The page as readers see it, beside its text; it goes to the part that is being edited.

import { desk } from "./talk.js";

export class SitePane {
  constructor() {
    this.frame = document.getElementById("site");
    this.anchor = "";
  }

  /** Shows or hides it; says which. anchor: the id of the heading to begin at. */
  toggle(anchor) {
    this.frame.hidden = !this.frame.hidden;
    document.body.classList.toggle("with-site", !this.frame.hidden);
    this.anchor = anchor;
    this.isNew = true;
    this.load();
    return !this.frame.hidden;
  }

  /** Loads it anew, where it stands. */
  load() {
    if (this.frame.hidden) return;
    const at = this.frame.contentWindow?.scrollY ?? 0;
    this.frame.onload = () => {
      if (this.isNew) this.show();
      else this.frame.contentWindow.scrollTo({ top: at, behavior: "instant" });
      this.isNew = false;
    };
    this.frame.src = desk.site;
  }

  /** To the heading of an id, or to the top. */
  scrollTo(anchor) {
    if (anchor === this.anchor) return;
    this.anchor = anchor;
    if (!this.frame.hidden) this.show();
  }

  show() {
    const { contentDocument: shown, contentWindow: view } = this.frame;
    const heading = this.anchor && shown?.getElementById(this.anchor);
    if (heading) heading.scrollIntoView({ block: "start" });
    else view?.scrollTo(0, 0);
  }
}
