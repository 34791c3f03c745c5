// Marks: what cannot be typed in a text (links, facts, bold …), as one piece that is moved or taken out whole.

import { Schema } from "/desk/vendor/prosemirror.js";
import { say } from "./talk.js";

const SIGNS = { strong: "B", emphasis: "I", struck: "S", link: "↗" };

/** What a mark is called: "bold begins", "fact: 10–12 May 2021". */
export function nameOf(part) {
  const name = say(part.name);
  if (part.kind === "open") return say("{mark} begins", { mark: name });
  if (part.kind === "close") return say("{mark} ends", { mark: name });
  return `${name}: ${part.label ?? part.words}`;
}

/** What is written on it. */
export function signOf(part) {
  if (part.kind === "open") return `${SIGNS[part.name] ?? ""}‹`;
  if (part.kind === "close") return `›${SIGNS[part.name] ?? ""}`;
  if (part.name === "cell") return "|";
  if (part.name === "break") return "↵";
  return part.label || part.words || part.typed;
}

/** known: is filled with the marks of the text, by their ids. */
export function schemaOf(known) {
  const chip = {
    group: "inline", inline: true, atom: true, draggable: true, attrs: { id: {} },
    leafText: (node) => known.get(node.attrs.id)?.label ?? "",
    toDOM: (node) => {
      const part = known.get(node.attrs.id);
      const attributes = { class: `chip ${part.name} ${part.kind}`, "data-chip": node.attrs.id, role: "img", "aria-label": nameOf(part), title: part.typed || part.words, ...(part.kind === "alone" && { dir: "auto" }) };
      return ["span", attributes, signOf(part)];
    },
    parseDOM: [{ tag: "span[data-chip]", getAttrs: (dom) => known.has(dom.dataset.chip) && { id: dom.dataset.chip } }],
  };
  const line = { content: "inline*", whitespace: "pre", toDOM: () => ["p", 0], parseDOM: [{ tag: "p" }] };
  return new Schema({ nodes: { doc: { content: "line+" }, text: { group: "inline" }, chip, line } });
}

function idOf(known, part) {
  const id = JSON.stringify([part.kind, part.name, part.typed ?? "", part.words]);
  known.set(id, part);
  return id;
}

export function nodesOf(schema, known, parts) {
  return parts.map((part) =>
    part.kind === "text" ? part.words && schema.text(part.words) : schema.node("chip", { id: idOf(known, part) })
  ).filter(Boolean);
}

export function docOf(schema, known, parts) {
  return schema.node("doc", null, [schema.node("line", null, nodesOf(schema, known, parts))]);
}

export function partsOf(doc, known) {
  const parts = [];
  doc.firstChild.forEach((node) =>
    parts.push(node.isText ? { kind: "text", words: node.text } : known.get(node.attrs.id))
  );
  return parts;
}

/** Marks that have lost the one that they belong to, by their places. */
export function lonely(doc, known) {
  const open = [], alone = [];
  doc.descendants((node, at) => {
    const part = node.type.name === "chip" ? known.get(node.attrs.id) : null;
    if (part?.kind === "open") open.push({ name: part.name, at });
    if (part?.kind === "close") {
      if (open.at(-1)?.name === part.name) open.pop();
      else alone.push(at);
    }
  });
  return [...alone, ...open.map((one) => one.at)].sort((a, b) => b - a);
}
