// The words of a chart: its title, its kind, and what is asked of a chart of that kind.

import { desk, element, say } from "./talk.js";

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

export class ChartFields {
  /** changed: is called when something was typed or chosen. */
  constructor(changed) {
    this.changed = changed;
    this.place = element("div", { class: "chart-fields" });
  }

  /** form: the chart's; heading: its title when it has none of its own; types, known, sources: what can be chosen. */
  show({ form, heading, types, known, sources }) {
    Object.assign(this, { form, heading, types, known, sources });
    this.draw();
  }

  option(name) {
    return this.form.options.find(([own]) => own === name)?.[1] ?? "";
  }

  setOption(name, value) {
    const own = this.form.options.find(([one]) => one === name);
    if (own) own[1] = value;
    else this.form.options.push([name, value]);
    this.changed();
  }

  /** A column has another name now; the chart that draws it goes on drawing it. */
  renamed(before, now) {
    if (before && this.option("column") === before) this.setOption("column", now);
    this.draw();
  }

  draw() {
    const isAsked = (name) => ALWAYS.includes(name) || OF_KIND[name]?.includes(this.option("type")) || (name === "column" && this.form.header.length > 2);
    const names = [...this.known.filter((name) => name !== "type" && (isAsked(name) || this.option(name))),
      ...this.form.options.map(([name]) => name).filter((name) => !this.known.includes(name))];
    const title = inputOf(this.form.title, (value) => { this.form.title = value; this.changed(); });
    title.placeholder = this.heading; // which is its title when it has none of its own
    const sources = element("datalist", { id: "chart-sources" }, ...this.sources.map((value) => element("option", { value })));
    this.place.replaceChildren(field(say("Title"), title), field(say("Kind of chart"), this.kinds()), ...names.map((name) => this.asOption(name)), sources);
  }

  kinds() {
    const own = this.option("type"); // none, or another, where the file says so
    const names = this.types.includes(own) ? this.types : [own, ...this.types];
    const choices = names.map((name) => [name, KINDS[name] ? say(KINDS[name]) : name || "—"]);
    return this.select(choices, own, (value) => {
      this.setOption("type", value);
      this.draw();
      this.place.querySelector("select").focus();
    });
  }

  asOption(name) {
    const label = LABELS[name] ? say(LABELS[name]) : name;
    const value = this.option(name);
    if (name === "column") return field(label, this.columns(value));
    const input = name === "alt" ? element("textarea", { rows: "3" }) : element("input", { type: "text", list: name === "source" ? "chart-sources" : null });
    return field(label, inputOf(value, (text) => this.setOption(name, text.replace(/\n/g, " ")), input));
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
}

/** An input that holds a text of the page, in its language. told: is called with what is typed. */
export function inputOf(value, told, input = element("input", { type: "text" })) {
  input.lang = desk.locale;
  input.dir = desk.direction;
  input.value = value;
  input.addEventListener("input", () => told(input.value));
  return input;
}

function field(label, input) {
  return element("label", {}, element("span", {}, label), input);
}
