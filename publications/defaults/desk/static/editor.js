// The editor of one block: words to type, and marks (links, facts, bold …) that are moved or taken out whole.

import {
  baseKeymap, closeHistory, Decoration, DecorationSet, EditorState, EditorView, Fragment, history, keymap,
  NodeSelection, Plugin, redo, Slice, TextSelection, undo,
} from "/desk/vendor/prosemirror.js";
import { docOf, lonely, nodesOf, partsOf, schemaOf } from "./chips.js";

const FORMATTED = new Set(["strong", "emphasis", "struck", "link"]);

/** An editor in an element. on: what to tell of changes, `changed(parts)`, of a mark that was moved, `moved(around)`, and of keys, `key(event)` → whether it was one. */
export function edit(place, { parts, label, describedBy, lang, dir, on }) {
  const known = new Map();
  const schema = schemaOf(known);
  const view = new EditorView(place, {
    state: EditorState.create({ doc: docOf(schema, known, parts), plugins: plugins(schema, known, { lang, dir, moved: on.moved }) }),
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, "aria-describedby": describedBy, lang, dir, spellcheck: "true", class: "text" },
    clipboardTextParser: (text) => pasted(schema, text),
    transformPasted: (slice) => Slice.maxOpen(slice.content),
    handleTextInput: (shown, _from, _to, text) =>
      aside(shown) && (shown.dispatch(shown.state.tr.insertText(text)), true),
    handleKeyDown: (shown, event) => {
      if (event.keyCode === 229) aside(shown);
      return on.key(event, shown);
    },
    handleDOMEvents: domEvents(schema),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) on.changed(partsOf(view.state.doc, known));
    },
  });
  return {
    view,
    parts: () => partsOf(view.state.doc, known),
    put: (list) => putIn(view, schema, known, list),
    setAll: (list) => {
      const { doc } = view.state;
      view.dispatch(view.state.tr.replaceWith(0, doc.content.size, docOf(schema, known, list).content));
    },
    undo: () => undo(view.state, view.dispatch),
    get size() { return view.state.doc.content.size - 2; },
    toBeforeLast: (size) => select(view, TextSelection.create(view.state.doc, Math.max(1, view.state.doc.content.size - 1 - size))),
    toEnd: () => select(view, TextSelection.atEnd(view.state.doc)),
    toPoint: (left, top) => {
      const at = view.posAtCoords({ left, top });
      if (at) select(view, TextSelection.near(view.state.doc.resolve(at.pos)));
    },
    isAtStart: () => view.state.selection.empty && view.state.selection.from <= 1,
  };
}

/** Marks where the cursor is; two that belong together stand around what is chosen, and the cursor within. */
function putIn(view, schema, known, parts) {
  const { selection, doc } = view.state;
  const last = doc.content.size - 1;
  const [from, to] = [selection.from, selection.to].map((at) => Math.min(Math.max(at, 1), last));
  const [first, second] = nodesOf(schema, known, parts);
  const change = view.state.tr;
  if (second) change.insert(to, second).insert(from, first);
  else change.insert(to, first);
  change.setSelection(TextSelection.create(change.doc, to + first.nodeSize));
  view.dispatch(change.scrollIntoView());
  view.focus();
}

/** Who takes out one of two marks that belong together takes out the other too. */
function inPairs(known) {
  return new Plugin({
    appendTransaction: (_all, _old, { doc, tr }) => {
      for (const at of lonely(doc, known)) tr.delete(at, at + 1);
      return tr.docChanged ? tr : null;
    },
  });
}

function plugins(schema, known, way) {
  const keys = {
    "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo, Enter: newline, "Shift-Enter": newline,
    Backspace: beside(-1), Delete: beside(1), "Mod-Backspace": beside(-1), "Mod-Delete": beside(1),
    "Alt-ArrowLeft": move(-1, known, way), "Alt-ArrowRight": move(1, known, way),
  };
  return [history(), oneLine(schema), inPairs(known), formatting(known), keymap(keys), keymap(baseKeymap)];
}

const chosen = (state) => state.selection instanceof NodeSelection && state.selection.node.type.name === "chip" ? state.selection : null;
const select = (view, selection) => view.dispatch(view.state.tr.setSelection(selection));

/** What is typed while a mark is chosen goes behind it, and does not take its place. */
function aside(view) {
  const mark = chosen(view.state);
  if (mark) select(view, TextSelection.create(view.state.doc, mark.to));
  return Boolean(mark);
}

function newline(_state, _dispatch, view) {
  aside(view);
  view.dispatch(view.state.tr.insertText("\n").scrollIntoView());
  return true;
}

/** Backspace and Delete beside a mark choose it first, and take it out when pressed again. */
function beside(step) {
  return ({ selection: { $cursor: cursor } }, _dispatch, view) => {
    if ((step < 0 ? cursor?.nodeBefore : cursor?.nodeAfter)?.type.name !== "chip") return false;
    select(view, NodeSelection.create(view.state.doc, step < 0 ? cursor.pos - 1 : cursor.pos));
    return true;
  };
}

/** Moves the chosen mark to the next edge of a word, the way the arrow points. */
function move(step, known, { lang, dir, moved }) {
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

/** A browser that splits the line by itself gets a line end instead. */
function oneLine(schema) {
  return new Plugin({
    appendTransaction: (_all, _old, { doc, tr }) => {
      for (let i = doc.childCount - 1, at = doc.content.size; i > 0; i--) {
        at -= doc.child(i).nodeSize;
        tr.replaceWith(at - 1, at + 1, schema.text("\n"));
      }
      return tr.docChanged ? tr : null;
    },
  });
}

/** What stands between "bold begins" and "bold ends" is bold. */
function formatting(known) {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const found = [], open = [];
        doc.descendants((node, at) => {
          const part = node.type.name === "chip" ? known.get(node.attrs.id) : null;
          if (part?.kind === "open") open.push([part.name, at + 1]);
          if (part?.kind === "close" && open.length) {
            const [name, from] = open.pop();
            if (FORMATTED.has(name) && from < at) found.push(Decoration.inline(from, at, { class: `of-${name}` }));
          }
        });
        return DecorationSet.create(doc, found);
      },
    },
  });
}

function pasted(schema, text) {
  return text ? new Slice(Fragment.from(schema.text(text.replace(/\r\n?/g, "\n"))), 0, 0) : Slice.empty;
}

function domEvents(schema) {
  return {
    beforeinput(view, event) {
      const text = event.inputType === "insertParagraph" ? "\n" : event.inputType === "insertText" ? event.data : "";
      if (view.composing || !text?.includes("\n")) return false;
      event.preventDefault();
      aside(view);
      view.pasteText(text);
      return true;
    },
    paste(view, event) {
      event.preventDefault();
      aside(view);
      const html = event.clipboardData.getData("text/html");
      if (html.includes("data-pm-slice")) view.pasteHTML(html);
      else view.pasteText(event.clipboardData.getData("text/plain"));
      return true;
    },
    drop(view, event) {
      const text = event.dataTransfer.getData("text/plain");
      if (view.dragging || !text) return false;
      event.preventDefault();
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (at) select(view, TextSelection.create(view.state.doc, Math.max(1, at.pos)));
      view.pasteText(text);
      return true;
    },
  };
}
