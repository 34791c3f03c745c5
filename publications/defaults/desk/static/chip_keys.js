// The keys of marks: how they are chosen, moved by words, and taken out.

import { closeHistory, NodeSelection, TextSelection } from "/desk/vendor/prosemirror.js";
import { lonely } from "./chips.js";

const chosen = (state) => state.selection instanceof NodeSelection && state.selection.node.type.name === "chip" ? state.selection : null;
export const select = (view, selection) => view.dispatch(view.state.tr.setSelection(selection));

/** What is typed while a mark is chosen goes behind it, and does not take its place. */
export function aside(view) {
  const mark = chosen(view.state);
  if (mark) select(view, TextSelection.create(view.state.doc, mark.to));
  return Boolean(mark);
}

export function newline(_state, _dispatch, view) {
  aside(view);
  view.dispatch(view.state.tr.insertText("\n").scrollIntoView());
  return true;
}

/** Backspace and Delete beside a mark choose it first, and take it out when pressed again. */
export function beside(step) {
  return ({ selection: { $cursor: cursor } }, _dispatch, view) => {
    if ((step < 0 ? cursor?.nodeBefore : cursor?.nodeAfter)?.type.name !== "chip") return false;
    select(view, NodeSelection.create(view.state.doc, step < 0 ? cursor.pos - 1 : cursor.pos));
    return true;
  };
}

/** Moves the chosen mark to the next edge of a word, the way the arrow points. */
export function move(step, known, { lang, dir, moved }) {
  const words = new Intl.Segmenter(lang, { granularity: "word" });
  return (state, _dispatch, view) => {
    const mark = chosen(state);
    if (!mark) return true; // the browser would leave the page
    const ahead = (step > 0) === (dir !== "rtl");
    const change = state.tr.delete(mark.from, mark.to);
    const stops = stopsIn(change.doc, words);
    const to = ahead ? stops.find((at) => at > mark.from) : stops.findLast((at) => at < mark.from);
    if (to === undefined) return true;
    change.insert(to, mark.node);
    if (lonely(change.doc, known).length) return true; // it would stand before what it closes
    change.setSelection(NodeSelection.create(change.doc, to));
    view.dispatch(closeHistory(change).scrollIntoView());
    const around = [change.doc.textBetween(1, to).slice(-20), change.doc.textBetween(to + 1, change.doc.content.size).slice(0, 20)];
    moved(around.join(" ▯ "));
    return true;
  };
}

function stopsIn(doc, words) {
  const stops = [1, doc.content.size - 1];
  doc.firstChild.forEach((node, offset) => {
    const at = offset + 1;
    if (!node.isText) stops.push(at, at + 1);
    else for (const word of words.segment(node.text)) if (word.isWordLike) stops.push(at + word.index, at + word.index + word.segment.length);
  });
  return stops.sort((a, b) => a - b);
}
