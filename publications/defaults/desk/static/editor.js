// The editor of one block: words to type, and marks (links, facts, bold …) that are moved or taken out whole.

import {
  baseKeymap, Decoration, DecorationSet, EditorState, EditorView, history, keymap, Plugin, redo, Slice, TextSelection, undo,
} from "/desk/vendor/prosemirror.js";
import { aside, beside, move, newline, select } from "./chip_keys.js";
import { docOf, lonely, nodesOf, partsOf, schemaOf } from "./chips.js";
import { domEvents, pasted } from "./pasting.js";

const FORMATTED = new Set(["strong", "emphasis", "struck", "link"]);

/**
 * An editor in an element. on: what to tell of changes, `changed(typed)`; of a mark that was moved, `moved(around)`; of keys,
 * `key(event)` → whether it was one; that the text was left, `left()`.
 */
export function edit(place, { parts, label, describedBy, lang, dir, on }) {
  const known = new Map(), schema = schemaOf(known);
  const view = new EditorView(place, {
    state: EditorState.create({ doc: docOf(schema, known, parts), plugins: plugins(schema, known, { lang, dir, moved: on.moved }) }),
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, "aria-describedby": describedBy, lang, dir, spellcheck: "true", class: "text" },
    clipboardTextParser: (text) => pasted(schema, text),
    transformPasted: (slice) => Slice.maxOpen(slice.content),
    handleTextInput: (shown, _from, _to, text) =>
      aside(shown) && (shown.dispatch(shown.state.tr.insertText(text)), true),
    handleKeyDown: (shown, event) => {
      if (event.keyCode === 229) aside(shown);
      return on.key(event);
    },
    handleDOMEvents: domEvents(schema),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) on.changed({ parts: partsOf(view.state.doc, known) });
    },
  });
  view.dom.addEventListener("blur", () => on.left());
  return asField(view, schema, known);
}

/** What a part asks of its editor, whatever is edited in it: the text as it is read, or Markdown. */
function asField(view, schema, known) {
  const to = (at) => select(view, TextSelection.create(view.state.doc, Math.max(1, at)));
  return {
    parts: () => partsOf(view.state.doc, known),
    above: () => partsOf(view.state.doc.cut(0, view.state.selection.head), known),
    below: () => partsOf(view.state.doc.cut(view.state.selection.head), known),
    put: (parts) => putIn(view, schema, known, parts),
    use: ({ parts }) => {
      const { doc, tr } = view.state;
      view.dispatch(tr.replaceWith(0, doc.content.size, docOf(schema, known, parts).content));
    },
    undo: () => undo(view.state, view.dispatch),
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus(),
    toEnd: (size = 0) => to(view.state.doc.content.size - 1 - size),
    toPoint: (left, top) => {
      const at = view.posAtCoords({ left, top });
      if (at) select(view, TextSelection.near(view.state.doc.resolve(at.pos)));
    },
    isAtStart: () => view.state.selection.empty && view.state.selection.from <= 1,
    destroy: () => view.destroy(),
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
