// The editor of a chart: its words and numbers as a form and a small table, and beside them the chart as readers see it.

import { faultItem } from "./faults.js";
import { ask, choose, desk, element, say } from "./talk.js";

const DRAW_AFTER = 200; // milliseconds
const KINDS = {
  bars: "Bars", share: "Parts of a whole", columns: "Columns", number: "One large number", icons: "A row of icons", timeline: "Timeline",
};
const LABELS = {
  alt: "What it shows, in a sentence for those who cannot see it",
  source: "Where the figures are from",
  column: "Column that is drawn",
  of: "The whole, as a number",
  rest: "What the rest of the whole is called",
  icon: "Icon",
};
// What is asked of every chart, and what of some kinds only.
const ALWAYS = ["alt", "source"];
const OF_KIND = { of: ["share", "icons"], rest: ["share"], icon: ["icons"] };

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;

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

/** What a spreadsheet puts on the clipboard: cells between tabs, in quotes where a cell has several lines. */
export function cellsOf(text) {
  const rows = [[]];
  for (const [, quoted, typed, end] of text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").matchAll(CELL)) {
    rows.at(-1).push((quoted?.replaceAll('""', '"') ?? typed).replace(/[ \t\n]+/g, " ").trim());
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows;
}

export class ChartEditor {
  constructor() {
    const button = (text, onclick, attributes = {}) => element("button", { type: "button", onclick, ...attributes }, text);
    this.fields = element("div", { class: "chart-fields" });
    this.grid = element("table", { class: "chart-grid", lang: desk.locale, dir: desk.direction });
    this.lessRow = button("", () => this.takeRow());
    this.lessColumn = button("", () => this.takeColumn());
    const tools = element("div", { class: "buttons", role: "group", "aria-label": say("Table") },
      button(say("Add a row"), () => this.addRow()), button(say("Add a column"), () => this.addColumn()), this.lessRow, this.lessColumn);
    this.picture = element("div", { class: "chart-preview", role: "region", "aria-label": say("The chart as readers see it"), tabindex: "0" });
    this.faults = element("ul", { class: "faults", "aria-live": "polite" });
    this.message = element("p", { class: "chart-message", role: "alert" });
    this.conflict = element("div", { class: "conflict", hidden: true });
    const form = element("form", { onsubmit: (event) => { event.preventDefault(); this.save(); } },
      element("h2", { id: "chart-editor-name" }, say("Chart")),
      element("div", { class: "chart-sides" },
        element("div", { class: "chart-typed" }, this.fields, tools, element("div", { class: "chart-scroll" }, this.grid),
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
    this.at = [1, 0];
    this.conflict.hidden = true;
    this.tell(this.restore() ? say("This is what you had typed before; it is not saved yet.") : "");
    this.picture.replaceChildren();
    this.showAll();
    this.dialog.showModal();
    this.fields.querySelector("input").focus();
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

  // What it is

  option(name) {
    return this.form.options.find(([own]) => own === name)?.[1] ?? "";
  }

  setOption(name, value) {
    const own = this.form.options.find(([one]) => one === name);
    if (own) own[1] = value;
    else this.form.options.push([name, value]);
    this.changed();
  }

  showAll() {
    this.showFields();
    this.showGrid();
  }

  showFields() {
    const isAsked = (name) => ALWAYS.includes(name) || OF_KIND[name]?.includes(this.option("type")) || (name === "column" && this.form.header.length > 2);
    const names = [...this.known.filter((name) => name !== "type" && (isAsked(name) || this.option(name))),
      ...this.form.options.map(([name]) => name).filter((name) => !this.known.includes(name))];
    const title = this.input(this.form.title, (value) => { this.form.title = value; this.changed(); });
    title.placeholder = this.heading; // which is its title when it has none of its own
    const sources = element("datalist", { id: "chart-sources" }, ...this.sources.map((value) => element("option", { value })));
    this.fields.replaceChildren(field(say("Title"), title), field(say("Kind of chart"), this.kinds()), ...names.map((name) => this.asOption(name)), sources);
  }

  kinds() {
    const names = [...new Set([...this.types, this.option("type")])].filter(Boolean);
    return this.select(names.map((name) => [name, KINDS[name] ? say(KINDS[name]) : name]), this.option("type"), (value) => {
      this.setOption("type", value);
      this.showFields();
      this.fields.querySelector("select").focus();
    });
  }

  asOption(name) {
    const label = LABELS[name] ? say(LABELS[name]) : name;
    const value = this.option(name);
    if (name === "column") return field(label, this.columns(value));
    const input = name === "alt" ? element("textarea", { rows: "3" }) : element("input", { type: "text", list: name === "source" ? "chart-sources" : null });
    return field(label, this.typed(input, value, (text) => this.setOption(name, text.replace(/\n/g, " "))));
  }

  columns(value) {
    const names = this.form.header.slice(1).map((words, at) => [/^\d*$|\{\{/.test(words) ? String(at + 2) : words, words || `${at + 2}`]);
    if (value && !names.some(([name]) => name === value)) names.push([value, value]);
    return this.select([["", say("The last one")], ...names], value, (chosen) => this.setOption("column", chosen));
  }

  select(choices, value, chosen) {
    const made = element("select", { onchange: () => chosen(made.value) }, ...choices.map(([name, label]) => element("option", { value: name }, label)));
    made.value = value;
    return made;
  }

  input(value, typed) {
    return this.typed(element("input", { type: "text" }), value, typed);
  }

  typed(input, value, typed) {
    input.lang = desk.locale;
    input.dir = desk.direction;
    input.value = value;
    input.addEventListener("input", () => typed(input.value));
    return input;
  }

  // The table

  get lines() {
    return [this.form.header, ...this.form.rows];
  }

  showGrid() {
    const row = (line, at) => element("tr", {}, ...line.map((_, column) => element(at ? "td" : "th", at ? {} : { scope: "col" }, this.cell(at, column))));
    const [header, ...rows] = this.lines.map(row);
    this.grid.replaceChildren(element("caption", { class: "hidden", lang: document.documentElement.lang }, say("Table")),
      element("thead", {}, header), element("tbody", {}, ...rows));
    this.showTools();
  }

  cell(row, column) {
    const input = this.input(this.lines[row][column], (value) => this.write(row, column, value));
    input.dataset.cell = `${row} ${column}`;
    input.classList.add(`side-${this.form.sides[column] || "none"}`);
    input.setAttribute("aria-label", row ? say("Row {row}, column {column}", { row, column: this.form.header[column] || column + 1 }) : say("Heading of column {column}", { column: column + 1 }));
    input.addEventListener("focus", () => { this.at = [row, column]; this.showTools(); });
    input.addEventListener("keydown", (event) => this.pressed(event, row, column));
    input.addEventListener("paste", (event) => this.pasted(event, row, column));
    return input;
  }

  write(row, column, value) {
    const before = this.lines[row][column];
    this.lines[row][column] = value;
    if (!row && column && before && this.option("column") === before) this.setOption("column", value);
    this.changed();
  }

  showTools() {
    const [row, column] = this.at;
    this.lessRow.textContent = say("Take out row {row}", { row: Math.max(row, 1) });
    this.lessColumn.textContent = say("Take out column {column}", { column: column + 1 });
    this.lessRow.disabled = this.form.rows.length < 2;
    this.lessColumn.disabled = this.form.header.length < 3;
  }

  pressed(event, row, column) {
    if (event.isComposing || event.altKey || event.metaKey) return;
    const { key, target } = event;
    if (key === "Enter" && event.ctrlKey) return this.save();
    const ahead = desk.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const isAtEdge = target.selectionStart === target.selectionEnd && target.selectionStart === (key === ahead ? target.value.length : 0);
    const step = {
      Enter: [event.shiftKey ? -1 : 1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0],
      ArrowLeft: isAtEdge && [0, ahead === "ArrowLeft" ? 1 : -1], ArrowRight: isAtEdge && [0, ahead === "ArrowRight" ? 1 : -1],
    }[key];
    if (!step || (event.shiftKey && key !== "Enter")) return;
    event.preventDefault();
    if (key === "Enter" && row + step[0] === this.lines.length) this.addRow(column);
    else this.go(row + step[0], column + step[1]);
  }

  go(row, column) {
    const input = this.grid.querySelector(`[data-cell="${row} ${column}"]`);
    input?.focus();
    input?.select();
  }

  /** Fills the table from this cell on, and makes it larger where it is too small. */
  pasted(event, row, column) {
    const cells = cellsOf(event.clipboardData.getData("text/plain"));
    if (cells.length === 1 && cells[0].length === 1) return;
    event.preventDefault();
    while (this.form.header.length < column + Math.max(...cells.map((line) => line.length))) this.widen(this.form.header.length);
    while (this.lines.length < row + cells.length) this.form.rows.push(this.form.header.map(() => ""));
    cells.forEach((line, down) => line.forEach((value, across) => { this.lines[row + down][column + across] = value; }));
    this.reshaped(row + cells.length - 1, column + cells.at(-1).length - 1);
  }

  addRow(column = 0) {
    const at = Math.max(this.at[0], 0);
    this.form.rows.splice(at, 0, this.form.header.map(() => ""));
    this.reshaped(at + 1, column);
  }

  addColumn() {
    this.widen(this.at[1] + 1);
    this.reshaped(0, this.at[1] + 1);
  }

  takeRow() {
    this.form.rows.splice(Math.max(this.at[0], 1) - 1, 1);
    this.reshaped(Math.min(Math.max(this.at[0], 1), this.form.rows.length), this.at[1]);
  }

  takeColumn() {
    for (const line of [...this.lines, this.form.sides]) line.splice(this.at[1], 1);
    this.reshaped(this.at[0], Math.min(this.at[1], this.form.header.length - 1));
  }

  widen(at) {
    for (const line of this.lines) line.splice(at, 0, "");
    this.form.sides.splice(at, 0, at ? "right" : "");
  }

  reshaped(row, column) {
    this.showAll();
    this.go(row, column);
    this.changed();
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
    const rows = this.lines.map((line, at) => at).filter((at) => !at || this.lines[at].some((words) => words.trim()));
    this.grid.querySelectorAll("tr").forEach((line, at) => line.classList.toggle("faulty", faults.some((fault) => rows[fault.row] === at && fault.row > 0)));
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

function field(label, input) {
  return element("label", {}, element("span", {}, label), input);
}

/** The desk's own drawing, read as XML: what stands in it is text, and nothing in it runs. */
function asPicture(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}
