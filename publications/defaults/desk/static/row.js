// A row: a part of the page, with the field that it is edited in and what is wrong with it.

import { editMarkdown } from "./area.js";
import { joinAbove, listenToDrops } from "./deeds.js";
import { Draft } from "./draft.js";
import { edit } from "./editor.js";
import { faultItem } from "./faults.js";
import { desk, element, say } from "./talk.js";
import { Tools } from "./tools.js";

export class Row {
  /** page: is told what was saved, and is asked to show other rows. */
  constructor(section, page) {
    this.section = section;
    this.page = page;
    this.text = section.querySelector(".target .text");
    this.key = section.dataset.key;
    this.kind = section.dataset.kind;
    this.draft = new Draft(this);
    if (!this.text) return;
    const { markdown, parts, source, sourceMarkdown } = this.text.dataset;
    this.base = markdown;
    this.parts = JSON.parse(parts);
    this.source = { parts: JSON.parse(source), markdown: sourceMarkdown };
    this.label = this.text.getAttribute("aria-label");
    this.tools = new Tools(this);
    this.text.addEventListener("focus", () => this.open());
    this.text.addEventListener("mousedown", (event) => this.clicked(event));
    section.addEventListener("focusin", () => this.page.opened(this));
    listenToDrops(this);
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
    return !this.draft.isEmpty;
  }

  get hasFocus() {
    return this.section.contains(document.activeElement);
  }

  save() {
    return this.draft.save();
  }

  // Where it is typed in

  /** To the text. isQuiet: the page stays where it is. */
  focus({ isQuiet = false } = {}) {
    if (this.text) this.open();
    else this.section.querySelector(".address").focus({ preventScroll: true });
    this.section.scrollIntoView({ block: isQuiet ? "nearest" : "center" });
  }

  /** The cursor stands where the text was clicked. */
  clicked(event) {
    if (event.button) return;
    event.preventDefault();
    this.open();
    this.field.toPoint(event.clientX, event.clientY);
  }

  open() {
    if (!this.field) this.mount(edit, { parts: this.isUntranslated ? [] : this.parts });
    this.field.focus();
    this.page.opened(this);
    this.tools.show();
  }

  /** makeField: `edit` or `editMarkdown`; text: what is in it. */
  mount(makeField, text) {
    const place = element("div", { class: this.text.className.replace("text", "editing") });
    (this.place ?? this.text).replaceWith(place);
    this.field?.destroy();
    const on = {
      changed: (typed) => this.changed(typed), left: () => this.save(),
      moved: (around) => this.page.news.tell(around), key: (event) => this.pressed(event),
    };
    this.field = makeField(place, { ...text, label: this.label, describedBy: `f-${this.key}`, lang: desk.locale, dir: desk.direction, on });
    this.place = place;
    this.tools.showMissingMarks();
  }

  changed(typed) {
    this.draft.changed(typed);
    this.tools.showMissingMarks();
  }

  pressed(event) {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") this.section.querySelector(".address").focus();
    else if (command && event.key.toLowerCase() === "m") this.showMarkdown();
    else if (command && /^[1-9]$/.test(event.key)) this.tools.press(Number(event.key));
    else if (event.key === "Backspace" && this.field.isAtStart() && !this.isUntranslated) joinAbove(this);
    else return false;
    event.preventDefault();
    return true;
  }

  /** The Markdown in place of the text, and back. */
  async showMarkdown() {
    if (!await this.save()) return; // told already
    if (this.field?.parts() === null) return this.showAnew();
    this.mount(editMarkdown, { markdown: this.isUntranslated ? "" : this.base });
    this.field.focus();
  }

  // What is put into it

  /** Marks where the cursor is. */
  put(marks) {
    this.field.put(marks);
  }

  /** A whole text in place of what is there: `parts`, and the same as `markdown`. */
  use(text) {
    this.open();
    this.field.use(text);
    this.field.toEnd();
    this.field.focus();
  }

  /** Text that was typed, and not saved, when a window was closed. The desk says whether somebody else was there meanwhile. */
  restore({ base, ...typed }) {
    if (!this.text) return;
    this.base = base;
    if (typed.markdown === undefined) this.mount(edit, typed);
    else this.mount(editMarkdown, typed);
    this.draft.changed(typed);
    this.save();
  }

  // What the desk says of it

  showState(state) {
    if (!state || state === this.state) return;
    this.section.classList.replace(this.state, state);
    this.section.dataset.state = state;
    const told = this.section.querySelector(".row-state");
    if (told) told.textContent = say(`row: ${state}`);
    if (!this.isToDo) this.section.querySelector(".count")?.remove();
  }

  /** What was told already is not told again: a screen reader would read it at each pause. */
  showFaults(faults = []) {
    this.tools.canMend(faults.some((fault) => fault.can_be_mended));
    const told = JSON.stringify(faults);
    if (told === this.told) return;
    this.told = told;
    this.section.querySelector(".faults").replaceChildren(...faults.map((fault) => faultItem(fault)));
  }

  /** The row as the desk has it now, whatever it is. */
  showAnew() {
    this.base = null;
    return this.page.refresh(this);
  }

  /** Whether what is shown here is still so; what is being typed stays, and is held against the file when it is saved. */
  stays(fresh) {
    if (this.isUnsaved) return true;
    const isSame = (part) => fresh.querySelector(part)?.innerHTML === this.section.querySelector(part)?.innerHTML;
    const markdown = fresh.querySelector(".target .text")?.dataset.markdown;
    return fresh.dataset.state === this.state && isSame(".source") && isSame(".group") && markdown === this.base;
  }
}
