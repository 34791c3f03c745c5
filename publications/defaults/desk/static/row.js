// A row: a part of the page, its editor, what is wrong with it, and what could help. It saves itself.

import { edit, nameOf, signOf } from "./editor.js";
import { chooseFact } from "./facts.js";
import { ask, askText, desk, element, keepPicture, pictureAddress, say } from "./talk.js";

const SAVE_AFTER = 700, CHECK_AFTER = 200, AGAIN_AFTER = 2000; // milliseconds

const WITHOUT_NOTES = new Set(["title", "subtitle", "summary", "description", "lead", "alt", "caption", "alt text", "code"]);

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
    section.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
    section.addEventListener("drop", (event) => {
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      this.dropped(file);
    }, true);
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
    const typed = this.typed;
    const answer = await ask("check", { key: this.key, base: this.base, ...typed });
    if (answer.faults && this.typed === typed) this.showFaults(answer.faults);
  }

  /** Saves what is typed. Of two at once, the second waits for the first. */
  save() {
    clearTimeout(this.saving);
    this.queue = (this.queue ?? Promise.resolve()).then(() => this.write());
    return this.queue;
  }

  async write() {
    const typed = this.typed;
    if (!typed || this.isInConflict || !this.section.isConnected) return;
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

  /** Whether what is shown here is still so; what is being typed stays, and is held against the file when it is saved. */
  stays(fresh) {
    if (this.isUnsaved) return true;
    const sides = [fresh, this.section].map((section) => section.querySelector(".source")?.innerHTML);
    const markdown = fresh.querySelector(".target .text")?.dataset.markdown;
    return fresh.dataset.state === this.section.dataset.state && sides[0] === sides[1] && markdown === this.base;
  }

  showConflict(answer, typed) {
    const box = this.section.querySelector(".conflict");
    const side = (name, text, button) => element("div", {}, element("h3", {}, name), element("pre", { lang: desk.locale, dir: desk.direction }, text || "—"), button ?? "");
    this.isInConflict = true;
    const keep = async (base) => {
      this.isInConflict = false;
      this.base = base;
      this.typed = typed;
      box.hidden = true;
      await this.save();
      this.page.refresh();
    };
    const take = () => {
      this.isInConflict = false;
      this.forget();
      this.base = null;
      box.hidden = true;
      this.page.refresh();
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

  /** Quotes, dashes, spaces and letters as the language sets them. */
  async mend() {
    await this.save();
    const answer = await ask("mend", { key: this.key, base: this.base });
    if (answer.error) return this.page.tell(answer.error, true);
    if (answer.outcome === "saved") this.page.saved(this, answer);
    this.page.refresh();
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
    actions.append(button(say("Markdown"), () => this.showMarkdown()));
    if (!WITHOUT_NOTES.has(this.section.dataset.kind)) {
      actions.append(button(say("Note"), () => this.addNote()), button(say("Fact"), () => this.addFact()));
      if (!desk.source) actions.append(button(say("New part below"), () => this.insert(say("New text."))));
    }
    this.mending = button(say("Set right"), () => this.mend());
    this.mending.hidden = true;
    actions.append(this.mending);
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
    const missing = marksOf(this.source).filter((marks) => {
      const at = own.indexOf(keyOf(marks[0]));
      if (at >= 0) own.splice(at, 1);
      return at < 0;
    });
    const buttons = missing.map((marks) => element(
      "button", { type: "button", class: `chip ${marks[0].name}`, "data-number": "", "aria-label": say("Put in: {mark}", { mark: nameOf(marks[0]) }), onmousedown: (event) => event.preventDefault(), onclick: () => this.put(marks) },
      marks.map(signOf).join(""),
    ));
    this.marks.replaceChildren(...(buttons.length ? [say("Not here yet:"), " ", ...buttons] : []));
  }

  put(marks) {
    if (!this.editor) this.mount(this.isUntranslated ? [] : this.parts);
    this.editor.put(marks);
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
    const note = await askText(say("A note for the next reader of this text; it is never published."));
    if (note) this.put([{ kind: "alone", name: "note", words: note, label: note }]);
  }

  async addFact() {
    const fact = await chooseFact();
    if (fact) this.put([fact]);
  }

  /** Puts Markdown below this part, as a part of its own. */
  async insert(markdown) {
    await this.save();
    const answer = await ask("insert", { key: this.key, markdown });
    if (answer.error) return this.page.tell(answer.error, true);
    this.page.saved(this, answer, true);
  }

  /** A picture that was dropped on this part stands below it, with what it shows in words. */
  async dropped(file) {
    const name = await keepPicture(file, (text) => this.page.tell(text, true));
    if (!name) return;
    const alt = await askText(say("What does the picture show? For those who do not see it."));
    await this.insert(`![${alt.replace(/[[\]]/g, "")}](${pictureAddress(name)})`);
  }

  showFaults(faults = []) {
    if (this.mending) this.mending.hidden = !faults.some((fault) => fault.message.endsWith("pubs fix"));
    const list = this.section.querySelector(".faults");
    list.replaceChildren(...faults.map((fault) => element("li", { class: fault.level },
      element("strong", {}, say(`check: ${fault.rule}`)), " ", element("span", { lang: "en", dir: "ltr" }, fault.message))));
  }
}

/** The marks of a text, those that belong together as one. */
function marksOf(parts) {
  const found = [], open = [];
  for (const part of parts) {
    if (part.kind === "open") open.push(found.push([part]) - 1);
    else if (part.kind === "close") found[open.pop()]?.push(part);
    else if (part.kind === "alone" && part.name !== "note") found.push([part]);
  }
  return found;
}

function wordsOf(parts) {
  return parts.map((part) => part.typed || part.words).join("");
}
