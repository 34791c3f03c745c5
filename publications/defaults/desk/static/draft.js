// A draft: what is typed in a part and not saved yet. It is checked while it is typed, and saved at each pause.

import { showConflict } from "./conflict.js";
import { forget, keep } from "./kept.js";
import { dividedAt, isBlank, sizeOf } from "./parts.js";
import { ask, freshRows, inTurn, say } from "./talk.js";

const SAVE_AFTER = 700, CHECK_AFTER = 200, AGAIN_AFTER = 2000; // milliseconds

export class Draft {
  constructor(row) {
    this.row = row;
  }

  get isEmpty() {
    return this.typed === undefined;
  }

  get isBlank() {
    return Boolean(this.typed?.parts) && isBlank(this.typed.parts);
  }

  /** typed: `parts`, or `markdown`. */
  changed(typed) {
    this.typed = typed;
    this.keep();
    this.row.page.news.tellQuietly(say("Typing …"));
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.check(), CHECK_AFTER);
    this.saveAfter(SAVE_AFTER);
  }

  keep() {
    keep(this.row.key, { base: this.row.base, ...this.typed });
  }

  forget() {
    this.typed = undefined;
    forget(this.row.key);
  }

  async check() {
    const { typed, row } = this;
    if (!typed) return;
    const answer = await ask("check", { key: row.key, base: row.base, ...typed });
    if (answer.faults && this.typed === typed) row.showFaults(answer.faults);
  }

  saveAfter(time) {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), time);
  }

  /** Gives whether no word that was typed is missing in the file; what is was told. */
  async save() {
    clearTimeout(this.saving);
    await inTurn(() => this.write());
    return this.isEmpty || this.isBlank;
  }

  async write() {
    const { typed, row } = this;
    if (!typed || row.isInConflict || !row.section.isConnected) return;
    if (this.isBlank) {
      if (row.isUntranslated) this.forget(); // nothing was written yet, and nothing is
      return;
    }
    const answer = await ask("save", { key: row.key, base: row.base, ...typed });
    if (answer.again) this.saveAfter(AGAIN_AFTER);
    if (answer.error) row.page.news.tell(answer.error, true);
    else if (answer.outcome === "conflict") showConflict(row, answer, typed);
    else this.written(typed, answer);
  }

  written(typed, { keys = [], ...answer }) {
    const { row } = this;
    row.base = answer.markdown;
    if (this.typed !== typed) {
      this.keep();
      return row.page.saved({ ...answer, rows: null }); // who types on is not disturbed
    }
    this.forget();
    if (keys.length > 1 && typed.parts) return this.divide(keys, answer);
    row.showState(answer.state);
    row.showFaults(answer.faults);
    row.page.saved(answer);
  }

  /** The part has become several, which are shown as such. The cursor stays where it is. */
  async divide(keys, answer) {
    const { row } = this;
    const above = dividedAt(row.field.above()).length - 1, below = sizeOf(dividedAt(row.field.below())[0]);
    const to = row.hasFocus ? keys[Math.min(above, keys.length - 1)] : null;
    row.base = null; // shown anew
    row.page.saved({ ...answer, rows: answer.rows ?? await freshRows() }, to, below);
  }
}
