// The editor of a chart: its words and numbers as a form and a small table, and beside them the chart as readers see it.

import { ChartFields } from "./chart_fields.js";
import { ChartGrid } from "./chart_grid.js";
import { faultItem } from "./faults.js";
import { ask, choose, desk, element, say } from "./talk.js";

const DRAW_AFTER = 200; // milliseconds
let editor;

/** Opens the chart in which a row stands, or a new one below it; gives the desk's answer once it is saved, else null. */
export async function editChart(key, { isNew = false } = {}) {
  const read = await ask(isNew ? "chart-new" : "chart-read", { key });
  if (read.error) return read;
  const { line, heading } = read;
  editor ??= new ChartEditor();
  return editor.open({
    ...read,
    store: `desk chart ${desk.locale}/${desk.page} ${read.base ? line : `new ${key}`}`,
    draw: (form, base) => ask("chart-draw", { form, base, heading }),
    save: (form, base) => ask("chart-save", { form, base, key, line }),
  });
}

export class ChartEditor {
  constructor() {
    const button = (text, onclick, attributes = {}) => element("button", { type: "button", onclick, ...attributes }, text);
    this.fields = new ChartFields(() => this.changed());
    this.grid = new ChartGrid({
      changed: () => this.changed(),
      renamed: (before, now) => this.fields.renamed(before, now),
      reshaped: () => this.fields.draw(),
      save: () => this.save(),
    });
    this.picture = element("div", { class: "chart-preview", role: "region", "aria-label": say("The chart as readers see it"), tabindex: "0" });
    this.faults = element("ul", { class: "faults", "aria-live": "polite" });
    this.message = element("p", { class: "chart-message", role: "alert" });
    this.conflict = element("div", { class: "conflict", hidden: true });
    const form = element("form", { onsubmit: (event) => { event.preventDefault(); this.save(); } },
      element("h2", { id: "chart-editor-name" }, say("Chart")),
      element("div", { class: "chart-sides" },
        element("div", { class: "chart-typed" }, this.fields.place, this.grid.tools, this.grid.place,
          element("p", { class: "hint" }, say("Enter goes to the next row. Cells copied from a spreadsheet can be pasted."))),
        element("div", { class: "chart-shown" }, this.picture, this.faults)),
      this.conflict, this.message,
      element("div", { class: "buttons chart-ends" }, element("button", { class: "main" }, say("Save the chart")), button(say("Cancel"), () => this.leave())));
    this.dialog = element("dialog", { class: "chart-editor", "aria-labelledby": "chart-editor-name",
      oncancel: (event) => { event.preventDefault(); this.leave(); }, onclose: () => this.closed() }, form);
    document.body.append(this.dialog);
  }

  /**
   * Shows a form until it is saved or left. draw, save: are given the form and the text that it began as (`base`).
   * store: where what is typed is kept meanwhile, so that a closed window loses nothing.
   */
  open({ form, base = "", heading = "", types, known = [], sources = [], store, draw, save }) {
    Object.assign(this, { form: structuredClone(form), base, heading, types, known, sources, store, asked: { draw, save } });
    this.begun = JSON.stringify(form);
    this.answer = null;
    this.conflict.hidden = true;
    this.tell(this.restore() ? say("This is what you had typed before; it is not saved yet.") : "");
    this.picture.replaceChildren();
    this.showAll();
    this.dialog.showModal();
    this.fields.place.querySelector("input").focus();
    this.draw();
    return new Promise((told) => { this.told = told; });
  }

  get isChanged() {
    return JSON.stringify(this.form) !== this.begun;
  }

  restore() {
    const kept = JSON.parse(localStorage.getItem(this.store) ?? "null");
    if (!kept || JSON.stringify(kept.form) === this.begun) return false;
    Object.assign(this, kept);
    return true;
  }

  changed() {
    if (this.store) localStorage.setItem(this.store, JSON.stringify({ form: this.form, base: this.base }));
    clearTimeout(this.drawing);
    this.drawing = setTimeout(() => this.draw(), DRAW_AFTER);
  }

  tell(text) {
    this.message.textContent = text;
  }

  showAll() {
    this.fields.show(this);
    this.grid.show(this.form);
  }

  // What readers would see

  /** Of several drawings that are asked for, the last one is shown, whichever comes first. */
  async draw() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    const answer = await this.asked.draw(this.form, this.base);
    if (turn === this.turn && this.dialog.open) this.showDrawing(answer);
  }

  showDrawing({ wide, narrow, source, faults = [], error }) {
    const shown = wide ? [asPicture(wide), asPicture(narrow), ...(source ? [element("p", { class: "chart-source", lang: desk.locale, dir: desk.direction }, source)] : [])]
      : [element("p", { class: "hint" }, error ?? say("It cannot be drawn yet. What is missing stands below."))];
    this.picture.replaceChildren(...shown);
    const rows = this.grid.written;
    this.grid.mark(faults.filter((fault) => fault.row > 0).map((fault) => rows[fault.row]));
    const place = (fault) => fault.row > 0 ? element("strong", {}, say("Row {row}", { row: rows[fault.row] ?? fault.row })) : "";
    this.faults.replaceChildren(...faults.map((fault) => faultItem(fault, place(fault))));
  }

  // How it ends

  async save() {
    const answer = await this.asked.save(this.form, this.base);
    if (answer.error) return this.tell(answer.error);
    if (answer.outcome === "conflict") return this.showConflict(answer);
    this.close(answer);
  }

  showConflict(answer) {
    this.tell(say("Somebody has changed this chart meanwhile. Nothing is lost: choose a text."));
    const button = (text, onclick) => element("button", { type: "button", onclick }, text);
    const side = (name, text, chosen) => element("div", {}, element("h3", {}, name),
      element("pre", { lang: desk.locale, dir: desk.direction, tabindex: "0", role: "group", "aria-label": name }, text || "—"), chosen ?? "");
    const take = () => { this.form = answer.form; this.begun = JSON.stringify(answer.form); this.settled(answer.now); this.showAll(); this.changed(); };
    const keep = () => { this.settled(answer.now); this.save(); };
    this.conflict.replaceChildren(
      side(say("As you found it"), this.base),
      side(say("As it is in the file now"), answer.now, answer.form && button(say("Take this one"), take)),
      side(say("As you typed it"), answer.markdown, button(say("Keep mine"), keep)),
    );
    this.conflict.hidden = false;
    this.conflict.scrollIntoView({ block: "nearest" });
  }

  settled(base) {
    this.base = base;
    this.conflict.hidden = true;
    this.tell("");
  }

  async leave() {
    if (this.isChanged) {
      const choice = await choose(say("Close the chart without saving what you have typed?"), [["", say("Go on typing")], ["leave", say("Close without saving")]]);
      if (choice !== "leave") return;
    }
    this.close(null);
  }

  close(answer) {
    this.answer = answer;
    if (this.store) localStorage.removeItem(this.store);
    this.dialog.close();
  }

  closed() {
    clearTimeout(this.drawing);
    this.turn += 1;
    this.told?.(this.answer);
  }
}

/** The desk's own drawing, read as XML: what stands in it is text, and nothing in it runs. */
function asPicture(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}
