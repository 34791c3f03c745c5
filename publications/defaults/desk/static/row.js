// A row: a part of the page, its editor, what is wrong with it, and what could help. It saves itself.

import { edit, nameOf, signOf } from "./editor.js";
import { ask, choose, desk, element, say } from "./talk.js";

const SAVE_AFTER = 700, CHECK_AFTER = 200, AGAIN_AFTER = 2000; // milliseconds

const keyOf = (part) => [part.kind, part.name, part.words].join(" ");

export class Row {
  /** page: is told what was saved, and is asked to show other rows. */
  constructor(section, page) {
    this.section = section;
    this.page = page;
    this.text = section.querySelector(".target .text");
    this.key = section.dataset.key;
    if (!this.text) return;
    this.base = this.text.dataset.markdown;
    this.parts = JSON.parse(this.text.dataset.parts);
    this.source = JSON.parse(this.text.dataset.source);
    this.store = `desk ${desk.locale}/${desk.page} ${this.key}`;
    this.text.addEventListener("focus", () => this.open());
    this.text.addEventListener("click", () => this.open());
    const kept = localStorage.getItem(this.store);
    if (kept !== null) this.restore(JSON.parse(kept));
  }

  get isUntranslated() {
    return this.section.dataset.state === "untranslated" || this.section.dataset.state === "missing";
  }

  get isToDo() {
    return !["done", "extra"].includes(this.section.dataset.state);
  }

  get isUnsaved() {
    return this.typed !== undefined;
  }

  open() {
    if (!this.text) return;
    if (!this.editor && !this.area) this.mount(this.isUntranslated ? [] : this.parts);
    this.page.opened(this);
    this.showTools();
  }

  mount(parts) {
    const label = this.text.getAttribute("aria-label");
    const place = element("div", { class: "editing" });
    this.text.replaceWith(place);
    const on = { changed: () => this.changed(), key: (event) => this.pressed(event) };
    this.editor = edit(place, { parts, label, lang: desk.locale, dir: desk.direction, on });
    this.area = null;
    this.place = place;
    this.editor.view.dom.addEventListener("blur", () => this.save());
    this.editor.view.focus();
  }

  focus() {
    if (!this.text) return this.section.scrollIntoView({ block: "center" });
    if (this.editor) this.editor.view.focus();
    else if (this.area) this.area.focus();
    else this.text.focus();
    this.open();
    this.section.scrollIntoView({ block: "center" });
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
      const button = this.tools.querySelectorAll("button[data-number]")[Number(event.key) - 1];
      event.preventDefault();
      button?.click();
      return true;
    }
    if (event.key === "Backspace" && this.editor?.isAtStart() && !this.isUntranslated) {
      this.joinAbove();
      return true;
    }
    return false;
  }

  // What is typed

  changed() {
    this.typed = this.area ? { markdown: this.area.value } : { parts: this.editor.parts() };
    localStorage.setItem(this.store, JSON.stringify({ base: this.base, ...this.typed }));
    this.page.tell(say("Typing …"));
    clearTimeout(this.saving);
    clearTimeout(this.checking);
    this.saving = setTimeout(() => this.save(), SAVE_AFTER);
    this.checking = setTimeout(() => this.check(), CHECK_AFTER);
    this.showMissingMarks();
  }

  async check() {
    if (!this.typed) return;
    const answer = await ask("check", { key: this.key, base: this.base, ...this.typed });
    if (answer.faults) this.showFaults(answer.faults);
  }

  /** Saves what is typed. Of two at once, the second waits for the first. */
  save() {
    clearTimeout(this.saving);
    this.queue = (this.queue ?? Promise.resolve()).then(() => this.write());
    return this.queue;
  }

  async write() {
    const typed = this.typed;
    if (!typed || !this.section.isConnected) return;
    if (typed.parts && !typed.parts.some((part) => part.kind !== "text" || part.words.trim())) {
      if (this.isUntranslated) this.forget(); // nothing was written yet, and nothing is
      return;
    }
    const answer = await ask("save", { key: this.key, base: this.base, ...typed });
    if (answer.gone) {
      this.page.tell(answer.error, true);
      this.saving = setTimeout(() => this.save(), AGAIN_AFTER);
      return;
    }
    if (answer.error) return this.page.tell(answer.error, true);
    if (answer.outcome === "conflict") return this.showConflict(answer, typed);
    this.base = answer.markdown;
    if (this.typed === typed) this.forget();
    else localStorage.setItem(this.store, JSON.stringify({ base: this.base, ...this.typed }));
    this.section.dataset.state = answer.state || this.section.dataset.state;
    this.section.classList.remove("missing", "untranslated", "changed");
    if (answer.state) this.section.classList.add(answer.state);
    const state = this.section.querySelector(".row-state");
    if (answer.state) state.textContent = say(`row: ${answer.state}`);
    this.showFaults(answer.faults);
    this.page.saved(this, answer);
  }

  forget() {
    this.typed = undefined;
    localStorage.removeItem(this.store);
  }

  /** Text that was typed, and not saved, when the page was closed. */
  restore(kept) {
    if (kept.base !== this.base) return this.showConflict({ now: this.base, markdown: kept.markdown ?? wordsOf(kept.parts ?? []) }, kept);
    this.mount(kept.parts ?? this.parts);
    if (kept.markdown !== undefined) this.showMarkdown(kept.markdown);
    this.typed = kept.markdown === undefined ? { parts: kept.parts } : { markdown: kept.markdown };
    this.save();
  }

  /** The text in the file, which somebody else has changed; what is typed here stays if there is any. */
  update(section) {
    const fresh = section.querySelector(".target .text");
    if (!fresh || this.isUnsaved) return false;
    return fresh.dataset.markdown === this.base;
  }

  showConflict(answer, typed) {
    const box = this.section.querySelector(".conflict");
    const side = (name, text, button) => element("div", {}, element("h3", {}, name), element("pre", { lang: desk.locale, dir: desk.direction }, text || "—"), button ?? "");
    const keep = async (base) => {
      this.base = base;
      this.typed = typed;
      box.hidden = true;
      await this.save();
      this.page.refresh();
    };
    const take = () => {
      this.forget();
      box.hidden = true;
      this.page.refresh(true);
    };
    box.replaceChildren(
      element("p", { role: "alert" }, say("Somebody has changed this part meanwhile. Nothing is lost: choose a text.")),
      side(say("As you found it"), this.base),
      side(say("As it is in the file now"), answer.now, element("button", { type: "button", onclick: take }, say("Take this one"))),
      side(say("As you typed it"), answer.markdown, element("button", { type: "button", onclick: () => keep(answer.now) }, say("Keep mine"))),
    );
    box.hidden = false;
  }

  async joinAbove() {
    const above = this.page.above(this);
    if (!above?.text || above.section.dataset.kind !== this.section.dataset.kind) return;
    await this.save();
    const answer = await ask("join", { key: this.key, above: above.key });
    if (answer.outcome === "saved") this.page.saved(above, answer, true);
  }

  async remove() {
    const answer = await ask("remove", { key: this.key, base: this.base });
    if (answer.outcome === "saved") this.page.saved(this, answer, true);
    else this.page.tell(answer.error ?? say("Somebody has changed this part meanwhile."), true);
  }

  // What helps

  get tools() {
    return this.section.querySelector(".tools");
  }

  showTools() {
    if (!this.tools.hidden) return;
    this.tools.hidden = false;
    const button = (text, onclick) => element("button", { type: "button", onclick }, text);
    this.marks = element("p", { class: "marks" });
    this.advice = element("div", { class: "advice" });
    const actions = element("p", { class: "actions" });
    if (this.source.length) actions.append(button(say("Copy the source"), () => this.setParts(this.source)));
    actions.append(button(say("Markdown"), () => this.showMarkdown()), button(say("Note"), () => this.addNote()));
    if (["removed", "extra"].includes(this.section.dataset.state)) actions.append(button(say("Take it out"), () => this.remove()));
    this.tools.replaceChildren(this.marks, actions, this.advice);
    this.showMissingMarks();
    this.showAdvice();
  }

  setParts(parts) {
    if (!this.editor) this.mount([]);
    this.editor.setAll(parts);
  }

  /** Marks of the source that the translation does not have yet, to be put in where the cursor is. */
  showMissingMarks() {
    if (!this.marks) return;
    const own = (this.editor ? this.editor.parts() : this.parts).filter((part) => part.kind !== "text").map(keyOf);
    const missing = this.source.filter((part) => {
      if (part.kind === "text" || part.name === "note") return false;
      const at = own.indexOf(keyOf(part));
      if (at >= 0) own.splice(at, 1);
      return at < 0;
    });
    const buttons = missing.map((part) => element(
      "button", { type: "button", class: `chip ${part.name}`, "data-number": "", "aria-label": say("Put in: {mark}", { mark: nameOf(part) }), onmousedown: (event) => event.preventDefault(), onclick: () => this.put(part) },
      signOf(part),
    ));
    this.marks.replaceChildren(...(buttons.length ? [say("Not here yet:"), " ", ...buttons] : []));
  }

  put(part) {
    if (!this.editor) this.mount(this.isUntranslated ? [] : this.parts);
    this.editor.put([part]);
  }

  async showAdvice() {
    const { suggestions = [], terms = [] } = await ask("advise", { key: this.key });
    const of = (one) => element("li", {},
      element("button", { type: "button", "data-number": "", onclick: () => this.useMarkdown(one.translation) }, say("Use it")),
      " ", element("span", { lang: desk.locale, dir: desk.direction }, one.translation), " ",
      element("small", {}, `${Math.round(one.likeness)} % · `, element("span", { lang: desk.source }, one.source), ` · ${one.page}:${one.line}`));
    const term = (one) => element("li", {}, element("span", { lang: desk.source }, one.source), " → ", element("span", { lang: desk.locale }, one.forms.join(", ")));
    this.advice.replaceChildren(
      ...(suggestions.length ? [element("h3", {}, say("Translated before")), element("ul", {}, ...suggestions.map(of))] : []),
      ...(terms.length ? [element("h3", {}, say("Terms")), element("ul", {}, ...terms.map(term))] : []),
    );
  }

  async useMarkdown(markdown) {
    this.typed = { markdown };
    await this.save();
    this.page.refresh();
  }

  showMarkdown(markdown) {
    if (this.area) return this.save().then(() => this.page.refresh());
    const label = this.text.getAttribute("aria-label");
    const value = markdown ?? (this.isUntranslated && !this.typed ? "" : null);
    const open = (words) => {
      this.area = element("textarea", { class: "text", "aria-label": `${label} (Markdown)`, lang: desk.locale, dir: desk.direction, rows: String(Math.max(2, words.split("\n").length + 1)) });
      this.area.value = words;
      this.area.addEventListener("input", () => this.changed());
      this.area.addEventListener("keydown", (event) => this.pressed(event));
      this.area.addEventListener("blur", () => this.save());
      (this.place ?? this.text).replaceWith(this.area);
      this.place = this.area;
      this.editor?.view.destroy();
      this.editor = null;
      this.area.focus();
    };
    if (value !== null) open(value);
    else this.save().then(() => open(this.base));
  }

  async addNote() {
    const note = prompt(say("A note for the next reader of this text; it is never published."));
    if (note?.trim()) this.put({ kind: "alone", name: "note", words: note.trim(), label: note.trim() });
  }

  showFaults(faults = []) {
    const list = this.section.querySelector(".faults");
    list.replaceChildren(...faults.map((fault) => element("li", { class: fault.level },
      element("strong", {}, say(`check: ${fault.rule}`)), " ", element("span", { lang: "en", dir: "ltr" }, fault.message))));
  }
}

function wordsOf(parts) {
  return parts.map((part) => part.typed || part.words).join("");
}
