// What helps with a row: the marks that are not there yet, what was translated before, terms, and what can be done with it.

import { nameOf, signOf } from "./chips.js";
import { insert, mend, openChart, remove } from "./deeds.js";
import { chooseFact } from "./facts.js";
import { marksOf } from "./parts.js";
import { ask, askText, desk, element, say } from "./talk.js";

const WITHOUT_NOTES = new Set(["title", "subtitle", "summary", "description", "lead", "alt", "caption", "alt text", "code"]);

const ASK_AGAIN_AFTER = 500; // milliseconds

const keyOf = (part) => [part.kind, part.name, part.words].join(" ");
const button = (text, onclick) => element("button", { type: "button", onclick }, text);

export class Tools {
  constructor(row) {
    this.row = row;
    this.place = row.section.querySelector(".tools");
    this.mending = button(say("Set right"), () => mend(row));
    this.mending.hidden = true;
  }

  show() {
    if (!this.place.hidden) return;
    this.place.hidden = false;
    this.marks = element("p", { class: "marks" });
    this.advice = element("div", { class: "advice" });
    this.place.replaceChildren(this.marks, element("p", { class: "actions" }, ...this.actions()), this.advice);
    this.showMissingMarks();
    this.showAdvice();
  }

  actions() {
    const { row } = this;
    const found = [];
    if (row.source.parts.length) found.push(button(say("Copy the source"), () => row.use(row.source)));
    found.push(button(say("Markdown"), () => row.showMarkdown()));
    if (!WITHOUT_NOTES.has(row.kind)) {
      found.push(button(say("Note"), () => this.addNote()), button(say("Fact"), () => this.addFact()));
      if (!desk.source) found.push(button(say("New part below"), () => insert(row, say("New text."))));
      if (!desk.source || row.section.hasAttribute("data-chart")) found.push(button(say("Chart"), () => openChart(row)));
    }
    found.push(this.mending);
    if (["removed", "extra"].includes(row.state)) found.push(button(say("Take it out"), () => remove(row)));
    return found;
  }

  canMend(can) {
    this.mending.hidden = !can;
  }

  /** Presses the mark or suggestion of a number, from 1. */
  press(number) {
    this.place.querySelectorAll("button[data-number]")[number - 1]?.click();
  }

  /** Marks of the source that the translation does not have yet, to be put in where the cursor is. */
  showMissingMarks() {
    const { row } = this;
    if (!this.marks) return;
    const own = (row.field ? row.field.parts() : row.parts)?.filter((part) => part.kind !== "text").map(keyOf);
    const missing = own ? marksOf(row.source.parts).filter((marks) => {
      const at = own.indexOf(keyOf(marks[0]));
      if (at >= 0) own.splice(at, 1);
      return at < 0;
    }) : [];
    const buttons = missing.map((marks) => element(
      "button", { type: "button", class: `chip ${marks[0].name}`, "data-number": "", "aria-label": say("Put in: {mark}", { mark: nameOf(marks[0]) }), onmousedown: (event) => event.preventDefault(), onclick: () => row.put(marks) },
      marks.map(signOf).join(""),
    ));
    this.marks.replaceChildren(...(buttons.length ? [element("span", {}, say("Not here yet:")), ...buttons] : []));
  }

  async showAdvice() {
    const { suggestions = [], terms = [], is_known: isKnown = true } = desk.source ? await ask("advise", { key: this.row.key }) : {};
    if (!isKnown && this.row.section.isConnected) setTimeout(() => this.showAdvice(), ASK_AGAIN_AFTER);
    const of = (one) => element("li", {},
      element("button", { type: "button", "data-number": "", onclick: () => this.row.use(one) }, say("Use it")),
      " ", element("span", { lang: desk.locale, dir: desk.direction }, one.translation), " ",
      element("small", {}, `${Math.round(one.likeness)} % · `, element("span", { lang: desk.source }, one.source), " · ", element("bdi", {}, `${one.page}:${one.line}`)));
    const term = (one) => element("li", {}, element("span", { lang: desk.source }, one.source), " → ", element("span", { lang: desk.locale }, one.forms.join(", ")));
    this.advice.replaceChildren(
      ...(suggestions.length ? [element("h3", {}, say("Translated before")), element("ul", {}, ...suggestions.map(of))] : []),
      ...(terms.length ? [element("h3", {}, say("Terms")), element("ul", {}, ...terms.map(term))] : []),
    );
  }

  async addNote() {
    const note = await askText(say("A note for the next reader of this text; it is never published."));
    if (note) this.row.put([{ kind: "alone", name: "note", words: note, label: note }]);
  }

  async addFact() {
    const fact = await chooseFact();
    if (fact) this.row.put([fact]);
  }
}
