// The table of a chart: cells to type in, rows and columns to put in and take out, and what a spreadsheet has on the clipboard.

import { inputOf } from "./chart_fields.js";
import { desk, element, say } from "./talk.js";

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;

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

export class ChartGrid {
  /** on: what to tell of, `changed()`, `renamed(before, now)` of a column, `reshaped()` where there are more or fewer of them, `save()`. */
  constructor(on) {
    const button = (text, onclick) => element("button", { type: "button", onclick }, text);
    this.on = on;
    this.grid = element("table", { class: "chart-grid", lang: desk.locale, dir: desk.direction });
    this.lessRow = button("", () => this.takeRow());
    this.lessColumn = button("", () => this.takeColumn());
    this.tools = element("div", { class: "buttons", role: "group", "aria-label": say("Table") },
      button(say("Add a row"), () => this.addRow()), button(say("Add a column"), () => this.addColumn()), this.lessRow, this.lessColumn);
    this.place = element("div", { class: "chart-scroll" }, this.grid);
  }

  /** form: the chart's, whose cells are written into. */
  show(form) {
    this.form = form;
    this.at = [1, 0];
    this.draw();
  }

  get lines() {
    return [this.form.header, ...this.form.rows];
  }

  draw() {
    const row = (line, at) => element("tr", {}, ...line.map((_, column) => element(at ? "td" : "th", at ? {} : { scope: "col" }, this.cell(at, column))));
    const [header, ...rows] = this.lines.map(row);
    this.grid.replaceChildren(element("caption", { class: "hidden", lang: document.documentElement.lang }, say("Table")),
      element("thead", {}, header), element("tbody", {}, ...rows));
    this.showTools();
  }

  cell(row, column) {
    const input = inputOf(this.lines[row][column], (value) => this.write(row, column, value));
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
    if (!row && column) this.on.renamed(before, value);
    this.on.changed();
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
    if (key === "Enter" && event.ctrlKey) return this.on.save();
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
    this.draw();
    this.on.reshaped();
    this.go(row, column);
    this.on.changed();
  }

  /** The rows of the table that have words, in the order in which the file has them; the heading is the first. */
  get written() {
    return this.lines.map((_, at) => at).filter((at) => !at || this.lines[at].some((words) => words.trim()));
  }

  /** rows: those that something is wrong with. */
  mark(rows) {
    this.grid.querySelectorAll("tr").forEach((line, at) => line.classList.toggle("faulty", rows.includes(at)));
  }
}
