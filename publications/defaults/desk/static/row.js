// A row: a part of the page, its editor and what is wrong with it. It saves itself.

import { showConflict } from "./conflict.js";
import { joinAbove, listenToDrops } from "./deeds.js";
import { edit } from "./editor.js";
import { faultItem } from "./faults.js";
import { countOf, lastOf } from "./parts.js";
import { ask, desk, element, inTurn, say } from "./talk.js";
import { Tools } from "./tools.js";

const SAVE_AFTER = 700, CHECK_AFTER = 200, AGAIN_AFTER = 2000; // milliseconds

export class Row {
  /** page: is told what was saved, and is asked to show other rows. */
  constructor(section, page) {
    this.section = section;
    this.page = page;
    this.text = section.querySelector(".target .text");
    this.key = section.dataset.key;
    this.kind = section.dataset.kind;
    if (!this.text) return;
    this.base = this.text.dataset.markdown;
    this.parts = JSON.parse(this.text.dataset.parts);
    this.source = JSON.parse(this.text.dataset.source);
    this.label = this.text.getAttribute("aria-label");
    this.store = `desk ${desk.locale}/${desk.page} ${this.key}`;
    this.tools = new Tools(this);
    this.text.addEventListener("focus", () => this.open());
    this.text.addEventListener("mousedown", (event) => this.clicked(event));
    section.addEventListener("focusin", () => this.page.opened(this));
    listenToDrops(this);
    const kept = localStorage.getItem(this.store);
    if (kept !== null) this.restore(JSON.parse(kept));
  }

  get state() {
    return this.section.dataset.state;
  }

  get isUntranslated() {
    return this.state === "untranslated" || this.state === "missing";
  }

  get isToDo() {
    return !["done", "extra"].includes(this.state);
  }

  get isUnsaved() {
    return this.typed !== undefined;
  }

  get hasFocus() {
    return this.section.contains(document.activeElement);
  }

  /** To the text. isQuiet: the page stays where it is; atEnd: behind the last word. */
  focus({ isQuiet = false, atEnd = false } = {}) {
    if (this.text) this.open();
    else this.section.querySelector(".address").focus({ preventScroll: true });
    if (atEnd) this.editor?.toEnd();
    if (!isQuiet) this.section.scrollIntoView({ block: "center" });
  }

  /** The cursor stands where the text was clicked. */
  clicked(event) {
    if (event.button) return;
    event.preventDefault();
    this.open();
    this.editor?.toPoint(event.clientX, event.clientY);
  }

  open() {
    if (!this.editor && !this.area) this.mount(this.isUntranslated ? [] : this.parts);
    if (this.editor) this.editor.view.focus();
    else this.area.focus({ preventScroll: true });
    this.page.opened(this);
    this.tools.show();
  }

  mount(parts) {
    const place = element("div", { class: this.text.className.replace("text", "editing") });
    this.text.replaceWith(place);
    const on = { changed: () => this.changed(), moved: (around) => this.page.tell(around), key: (event) => this.pressed(event) };
    this.editor = edit(place, { parts, label: this.label, describedBy: `f-${this.key}`, lang: desk.locale, dir: desk.direction, on });
    this.area = null;
    this.place = place;
    this.editor.view.dom.addEventListener("blur", () => this.save());
  }

  pressed(event) {
    if (event.key === "Escape") {
      this.section.querySelector(".address").focus();
      return true;
    }
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "m") {
      event.preventDefault();
      this.showMarkdown();
      return true;
    }
    if (command && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      this.tools.press(Number(event.key));
      return true;
    }
    if (event.key === "Backspace" && this.editor?.isAtStart() && !this.isUntranslated) {
      joinAbove(this);
      return true;
    }
    return false;
  }

  // What is typed

  changed() {
    this.typed = this.area ? { markdown: this.area.value } : { parts: this.editor.parts() };
    localStorage.setItem(this.store, JSON.stringify({ base: this.base, ...this.typed }));
    this.page.tellQuietly(say("Typing …"));
    clearTimeout(this.saving);
    clearTimeout(this.checking);
    this.saving = setTimeout(() => this.save(), SAVE_AFTER);
    this.checking = setTimeout(() => this.check(), CHECK_AFTER);
    this.tools.showMissingMarks();
  }

  async check() {
    if (!this.typed) return;
    const typed = this.typed;
    const answer = await ask("check", { key: this.key, base: this.base, ...typed });
    if (answer.faults && this.typed === typed) this.showFaults(answer.faults);
  }

  /** Saves what is typed. */
  save() {
    clearTimeout(this.saving);
    return inTurn(() => this.write());
  }

  async write() {
    const typed = this.typed;
    if (!typed || this.isInConflict || !this.section.isConnected) return;
    if (typed.parts && !typed.parts.some((part) => part.kind !== "text" || part.words.trim())) {
      if (this.isUntranslated) this.forget(); // nothing was written yet, and nothing is
      return;
    }
    const answer = await ask("save", { key: this.key, base: this.base, ...typed });
    if (answer.again) {
      this.page.tell(answer.error, true);
      this.saving = setTimeout(() => this.save(), AGAIN_AFTER);
      return;
    }
    if (answer.error) return this.page.tell(answer.error, true);
    if (answer.outcome === "conflict") return showConflict(this, answer, typed);
    if (answer.rows && typed.parts && this.kind !== "code") return this.split(answer, this.typed === typed ? null : this.typed);
    this.base = answer.markdown;
    if (this.typed === typed) this.forget();
    else localStorage.setItem(this.store, JSON.stringify({ base: this.base, ...this.typed }));
    this.showState(answer.state);
    this.showFaults(answer.faults);
    this.page.saved(this, answer);
  }

  /** This part has become several; who types is in the last one, with what they have typed since. */
  split(answer, since) {
    const count = countOf(answer.markdown) - 1;
    this.forget();
    this.base = null;
    const last = this.page.saved(this, answer, { below: count });
    if (since && last?.editor) last.setParts(lastOf(since.parts));
  }

  forget() {
    this.typed = undefined;
    localStorage.removeItem(this.store);
  }

  showState(state) {
    if (!state || state === this.state) return;
    this.section.classList.replace(this.state, state);
    this.section.dataset.state = state;
    const told = this.section.querySelector(".row-state");
    if (told) told.textContent = say(`row: ${state}`);
    if (!this.isToDo) this.section.querySelector(".count")?.remove();
  }

  /** Text that was typed, and not saved, when the page was closed. The desk says whether somebody else was there meanwhile. */
  restore(kept) {
    this.base = kept.base;
    this.mount(kept.parts ?? this.parts);
    if (kept.markdown !== undefined) this.openArea(kept.markdown);
    this.typed = kept.markdown === undefined ? { parts: kept.parts } : { markdown: kept.markdown };
    this.saving = setTimeout(() => this.save());
  }

  /** Whether what is shown here is still so; what is being typed stays, and is held against the file when it is saved. */
  stays(fresh) {
    if (this.isUnsaved) return true;
    const isSame = (part) => fresh.querySelector(part)?.innerHTML === this.section.querySelector(part)?.innerHTML;
    const markdown = fresh.querySelector(".target .text")?.dataset.markdown;
    return fresh.dataset.state === this.state && isSame(".source") && isSame(".group") && markdown === this.base;
  }

  // What is put into it

  /** Marks where the cursor is. */
  put(marks) {
    if (this.editor) return this.editor.put(marks);
    const { name, words } = marks[0];
    this.area.setRangeText(name === "fact" ? `{{ ${words} }}` : `<!-- ${words} -->`, this.area.selectionStart, this.area.selectionEnd, "end");
    this.area.focus();
    this.changed();
  }

  setParts(parts) {
    if (!this.editor) return;
    this.editor.setAll(parts);
    this.editor.toEnd();
    this.editor.view.focus();
  }

  async useMarkdown(markdown) {
    this.typed = { markdown };
    await this.save();
    if (this.isUnsaved) return; // told already
    this.base = null;
    await this.page.refresh(this);
  }

  /** The Markdown in place of the text, and back. */
  async showMarkdown() {
    if (this.isUnsaved) await this.save();
    if (this.isUnsaved) return; // told already
    if (!this.area) return this.openArea(this.isUntranslated ? "" : this.base);
    this.base = null;
    await this.page.refresh(this);
  }

  openArea(markdown) {
    this.area = element("textarea", { class: "text", "aria-label": `${this.label} (Markdown)`, "aria-describedby": `f-${this.key}`, lang: desk.locale, dir: desk.direction, rows: String(Math.max(2, markdown.split("\n").length + 1)) });
    this.area.value = markdown;
    this.area.addEventListener("input", () => this.changed());
    this.area.addEventListener("keydown", (event) => this.pressed(event));
    this.area.addEventListener("blur", () => this.save());
    this.editor?.view.destroy();
    this.editor = null;
    this.place.replaceWith(this.area);
    this.place = this.area;
    this.area.focus({ preventScroll: true });
    this.tools.showMissingMarks();
  }

  /** What was told already is not told again: a screen reader would read it at each pause. */
  showFaults(faults = []) {
    this.tools.canMend(faults.some((fault) => fault.can_be_mended));
    const told = JSON.stringify(faults);
    if (told === this.told) return;
    this.told = told;
    this.section.querySelector(".faults").replaceChildren(...faults.map((fault) => faultItem(fault)));
  }
}
