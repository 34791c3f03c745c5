// A page at the desk: its rows, the way from one to the next, and what concerns all of it.

import { listenToForm } from "./about.js";
import { PosterPane } from "./poster.js";
import { Row } from "./row.js";
import { ask, choose, desk, element, freshRows, say } from "./talk.js";

const byId = (id) => document.getElementById(id);

class Page {
  constructor() {
    this.rows = [];
    this.current = null;
    this.words = { saved: say("Saved.") };
    this.read();
    this.listen();
    listenToForm(this);
    this.followAddress();
  }

  read() {
    this.rows = [...document.querySelectorAll("#rows > .row")].map((section) => new Row(section, this));
  }

  listen() {
    byId("next")?.addEventListener("click", () => this.go(1));
    byId("previous")?.addEventListener("click", () => this.go(-1));
    byId("undo")?.addEventListener("click", () => this.undo());
    byId("preview")?.addEventListener("click", () => this.showSite());
    byId("poster-button")?.addEventListener("click", () => this.showPoster());
    byId("done")?.addEventListener("click", () => this.done());
    byId("begin")?.addEventListener("click", () => this.begin());
    addEventListener("hashchange", () => this.followAddress());
    addEventListener("beforeunload", () => this.rows.forEach((row) => row.isUnsaved && row.save()));
    document.addEventListener("keydown", (event) => this.pressed(event), true);
    const events = new EventSource("/desk/events");
    events.onmessage = () => this.filesChanged();
  }

  pressed(event) {
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
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
    const key = decodeURIComponent(location.hash.replace("#b-", ""));
    this.rows.find((row) => row.key === key)?.focus();
  }

  opened(row) {
    if (this.current === row) return;
    this.current?.section.classList.remove("current");
    this.current = row;
    row.section.classList.add("current");
    history.replaceState(null, "", `#b-${row.key}`);
  }

  above(row) {
    return this.rows[this.rows.indexOf(row) - 1];
  }

  /** To the next part, or the one before, that there is something to do in. */
  go(step) {
    const start = this.rows.indexOf(this.current);
    const count = this.rows.length;
    for (let n = 1; n <= count; n++) {
      const row = this.rows[(((start < 0 && step > 0 ? -1 : start) + step * n) % count + count) % count];
      if (row.isToDo && row.text && row !== this.current) return row.focus();
    }
    this.tell(say("Nothing is left to do on this page."));
  }

  tell(text, isFault = false) {
    const place = byId("saved");
    place.textContent = text;
    place.classList.toggle("fault", isFault);
  }

  saved(row, answer, isOther = false) {
    this.tell(say("Saved."));
    this.showProgress(answer.progress);
    this.showBehind(answer.behind ?? []);
    if (answer.rows) this.replace(answer.rows, isOther ? row : null);
  }

  showProgress(progress) {
    if (!progress) return;
    byId("progress").max = progress.blocks;
    byId("progress").value = progress.done;
    byId("progress-text").textContent = progress.text;
  }

  /** The translations that an edit has made outdated, and the question whether it has changed the meaning. */
  showBehind(behind) {
    const names = behind.map((one) => say("{language} ({words})", { language: new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(one.locale), words: one.words }));
    byId("behind").replaceChildren(...(behind.length ? [
      element("p", {}, say("Outdated by this, with the words to write anew: {languages}.", { languages: names.join(", ") }), " ",
        element("button", { type: "button", onclick: () => this.minor() }, say("The meaning is the same"))),
    ] : []));
  }

  async minor() {
    const answer = await ask("minor");
    this.tell(answer.error ?? say("Said: the translations stay as they are."), Boolean(answer.error));
    if (!answer.error) byId("behind").replaceChildren();
  }

  /** The rows as the desk has them now; one that says the same, or is being typed in, stays as it is. */
  replace(html, next = null) {
    const made = element("div");
    made.innerHTML = html;
    const known = new Map(this.rows.map((row) => [row.key, row]));
    const had = this.current?.section.contains(document.activeElement) ? this.current.key : null;
    const rows = [...made.children].map((section) => {
      const row = known.get(section.dataset.key);
      known.delete(section.dataset.key);
      return row?.stays(section) ? row : new Row(section, this);
    });
    const unsaved = [...known.values()].filter((row) => row.isUnsaved);
    this.rows = [...rows, ...unsaved];
    const sections = this.rows.map((row) => row.section);
    const place = byId("rows");
    if (sections.length !== place.children.length || sections.some((section, at) => section !== place.children[at])) {
      place.replaceChildren(...sections);
    }
    const wanted = this.rows.find((row) => row.key === (next?.key ?? had));
    if (wanted && (next || !wanted.section.contains(document.activeElement))) wanted.focus();
  }

  async refresh() {
    const html = await freshRows();
    if (html) this.replace(html);
  }

  /** Somebody has written into the project's files, perhaps from here. */
  async filesChanged() {
    await this.refresh();
    if (!byId("site").hidden) this.loadSite();
    if (!byId("poster").hidden) this.poster.show(desk.locale, desk.page);
  }

  async undo() {
    if (this.current?.editor && this.current.section.contains(document.activeElement)) return this.current.editor.undo();
    const answer = await ask("undo");
    if (answer.outcome === "nothing") return this.tell(say("There is nothing to take back."));
    if (answer.error) return this.tell(answer.error, true);
    this.showProgress(answer.progress);
    this.replace(answer.rows);
    this.tell(say("Taken back."));
  }

  async begin() {
    const answer = await ask("begin");
    if (answer.error) this.tell(answer.error, true);
    else location.reload();
  }

  async done() {
    await Promise.all(this.rows.map((row) => row.isUnsaved && row.save()));
    let answer = await ask("done");
    if (answer.outcome === "asked") {
      const question = say("Parts that are still to do: {count}. Say that the page is done all the same?", { count: answer.left.length });
      const choice = await choose(question, [["show", say("Show me the first")], ["sure", say("It is done")], ["", say("Cancel")]]);
      if (choice === "show") return this.rows.find((row) => row.key === answer.left[0])?.focus();
      if (choice !== "sure") return;
      answer = await ask("done", { sure: true });
    }
    if (answer.error) this.tell(answer.error, true);
    else location.reload();
  }

  showSite() {
    const frame = byId("site");
    frame.hidden = !frame.hidden;
    byId("preview").setAttribute("aria-expanded", String(!frame.hidden));
    this.widen();
    if (!frame.hidden) this.loadSite();
  }

  showPoster() {
    const place = byId("poster");
    place.hidden = !place.hidden;
    byId("poster-button").setAttribute("aria-expanded", String(!place.hidden));
    this.poster ??= new PosterPane(place, { alt: say("The poster") });
    this.widen();
    if (!place.hidden) this.poster.show(desk.locale, desk.page);
  }

  /** A column beside the text, where there is something to show in it. */
  widen() {
    document.body.classList.toggle("with-site", !byId("site").hidden || !byId("poster").hidden);
  }

  loadSite() {
    const frame = byId("site");
    const at = frame.contentWindow?.scrollY ?? 0;
    frame.onload = () => frame.contentWindow.scrollTo(0, at);
    frame.src = desk.site;
  }
}

new Page();
document.body.dataset.ready = "";
