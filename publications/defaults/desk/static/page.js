// A page at the desk: its rows, the way from one to the next, and what concerns all of it.

import { listenToForm } from "./about.js";
import { takeOver } from "./kept.js";
import { News } from "./news.js";
import { PosterPane } from "./poster.js";
import { Row } from "./row.js";
import { SitePane } from "./site.js";
import { ask, choose, desk, element, exchange, freshRows, inTurn, say } from "./talk.js";

const FIRST = "#first", LISTEN_AGAIN_AFTER = 3000; // milliseconds

const byId = (id) => document.getElementById(id);

class Page {
  constructor() {
    this.rows = [];
    this.current = null;
    this.news = new News({ same: () => this.minor() });
    this.site = new SitePane();
    this.rows = [...document.querySelectorAll("#rows > .row")].map((section) => new Row(section, this));
    this.listen();
    this.listenToFiles();
    listenToForm(this);
    this.followAddress();
    takeOver((key) => this.named(key), byId("kept"));
  }

  listen() {
    const actions = { next: () => this.go(1), previous: () => this.go(-1), undo: () => this.undo(), preview: () => this.showSite(), "poster-button": () => this.showPoster(), done: () => this.done(), begin: () => this.begin() };
    for (const [id, action] of Object.entries(actions)) byId(id)?.addEventListener("click", action);
    addEventListener("hashchange", () => this.followAddress());
    addEventListener("beforeunload", () => this.rows.forEach((row) => row.isUnsaved && row.save()));
    document.addEventListener("keydown", (event) => this.pressed(event), true);
  }

  listenToFiles() {
    const events = new EventSource("/desk/events");
    events.onmessage = () => this.filesChanged();
    events.onerror = () => events.readyState === EventSource.CLOSED && setTimeout(() => this.listenToFiles(), LISTEN_AGAIN_AFTER);
  }

  pressed(event) {
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp") && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      event.stopPropagation();
      this.go(event.key === "ArrowDown" ? 1 : -1);
    }
    const isInText = event.target.closest?.(".text, textarea, input");
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isInText) {
      event.preventDefault();
      this.undo();
    }
  }

  followAddress() {
    if (location.hash === FIRST) return this.go(1);
    const key = decodeURIComponent(location.hash.replace("#b-", ""));
    this.rows.find((row) => row.key === key && row !== this.current)?.focus();
  }

  opened(row) {
    if (this.current === row) return;
    this.current?.section.classList.remove("current");
    this.current = row;
    row.section.classList.add("current");
    history.replaceState(null, "", `#b-${row.key}`);
    this.site.scrollTo(this.anchorOf(row));
  }

  /** The id of the heading that a part stands below. */
  anchorOf(row) {
    return this.rows.slice(0, this.rows.indexOf(row) + 1).findLast((one) => one.section.dataset.anchor)?.section.dataset.anchor ?? "";
  }

  above(row) {
    return this.rows[this.rows.indexOf(row) - 1];
  }

  below(row) {
    return this.rows[this.rows.indexOf(row) + 1];
  }

  /** To the next part, or the one before, that there is something to do in. */
  go(step) {
    const start = this.rows.indexOf(this.current);
    const count = this.rows.length;
    for (let n = 1; n <= count; n++) {
      const row = this.rows[(((start < 0 && step > 0 ? -1 : start) + step * n) % count + count) % count];
      if (row.isToDo && row.text && row !== this.current) return row.focus();
    }
    if (this.current?.isToDo) this.current.focus();
    else this.news.tell(say("Nothing is left to do on this page."));
  }

  named(key) {
    return this.rows.find((row) => row.key === key);
  }

  /** Shows what the desk has changed. to: the key of the row that the cursor goes to, and how far from its end. */
  saved(answer, to, fromEnd) {
    this.news.tellSaved(answer);
    if (answer.rows) this.replace(answer.rows, to);
    const row = this.named(to);
    if (row && !row.hasFocus) row.focus({ isQuiet: true });
    if (fromEnd !== undefined) row?.field?.toEnd(fromEnd);
  }

  async minor() {
    await this.saveAll();
    const answer = await ask("minor");
    this.news.tell(answer.error ?? say("Said: the translations stay as they are."), Boolean(answer.error));
    if (answer.error) return;
    this.news.showBehind([]);
    (this.current ?? this.rows[0])?.focus({ isQuiet: true });
  }

  /** The rows as the desk has them now; one that says the same, or is being typed in, stays as it is. to: the key of the one that the focus goes to. */
  replace(html, to) {
    const made = element("div");
    made.innerHTML = html;
    const known = new Map(this.rows.map((row) => [row.key, row]));
    const had = this.rows.findIndex((row) => row.hasFocus);
    const wanted = to ?? this.rows[had]?.key;
    const fresh = [...made.children].map((section) => {
      const row = known.get(section.dataset.key);
      known.delete(section.dataset.key);
      return row?.stays(section) ? row : new Row(section, this);
    });
    this.rows = [...fresh, ...[...known.values()].filter((row) => row.isUnsaved)];
    exchange(byId("rows"), this.rows.map((row) => row.section));
    if (this.current) this.current = this.named(this.current.key) ?? null;
    this.current?.section.classList.add("current");
    const row = this.named(wanted) ?? this.rows[Math.min(had, this.rows.length - 1)];
    if (row && !row.hasFocus) row.focus({ isQuiet: true });
  }

  /** next: the row that is to have the focus. */
  refresh(next = null) {
    return inTurn(async () => {
      const html = await freshRows();
      if (html) this.replace(html, next?.key);
    });
  }

  /** Somebody has written into the project's files, perhaps from here. */
  async filesChanged() {
    if (this.isToRefresh) return;
    this.isToRefresh = true;
    await inTurn(() => { this.isToRefresh = false; });
    await this.refresh();
    this.site.load();
    this.drawPoster();
  }

  saveAll() {
    return Promise.all(this.rows.map((row) => row.isUnsaved && row.save()));
  }

  async undo() {
    if (this.current?.field?.hasFocus()) return this.current.field.undo();
    await this.saveAll();
    const answer = await ask("undo");
    if (answer.outcome === "nothing") return this.news.tell(say("There is nothing to take back."));
    if (answer.error) return this.news.tell(answer.error, true);
    this.news.showProgress(answer.progress);
    this.replace(answer.rows);
    this.news.tellQuietly("");
    this.news.tell(say("Taken back."));
  }

  async begin() {
    const answer = await ask("begin");
    if (answer.error) return this.news.tell(answer.error, true);
    history.replaceState(null, "", FIRST);
    location.reload();
  }

  async done() {
    await this.saveAll();
    let answer = await ask("done");
    if (answer.outcome === "asked") {
      const question = say("Parts that are still to do: {count}. Say that the page is done all the same?", { count: answer.left.length });
      const choice = await choose(question, [["show", say("Show me the first")], ["sure", say("It is done")], ["", say("Cancel")]]);
      if (choice === "show") return this.named(answer.left[0])?.focus();
      if (choice !== "sure") return;
      answer = await ask("done", { sure: true });
    }
    if (answer.error) this.news.tell(answer.error, true);
    else location.reload();
  }

  showPoster() {
    const place = byId("poster");
    place.hidden = !place.hidden;
    byId("poster-button").setAttribute("aria-expanded", String(!place.hidden));
    document.body.classList.toggle("with-poster", !place.hidden);
    this.drawPoster();
  }

  /** The poster as it would be printed now, while it is looked at. */
  drawPoster() {
    if (byId("poster").hidden) return;
    this.poster ??= new PosterPane(byId("poster"), { alt: say("The poster") });
    this.poster.show(desk.locale, desk.page);
  }

  showSite() {
    const isShown = this.site.toggle(this.current ? this.anchorOf(this.current) : "");
    byId("preview").setAttribute("aria-expanded", String(isShown));
  }
}

new Page();
document.body.dataset.ready = "";
