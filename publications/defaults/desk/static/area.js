// The Markdown of one part, to be typed as it stands in the file.

import { element } from "./talk.js";

/** A field in an element, of the same shape as `edit` makes one. on: what to tell of changes, `changed(typed)`, and of keys. */
export function editMarkdown(place, { markdown, label, describedBy, lang, dir, on }) {
  const area = element("textarea", {
    class: "text", "aria-label": `${label} (Markdown)`, "aria-describedby": describedBy, lang, dir,
    rows: String(Math.max(2, markdown.split("\n").length + 1)),
    oninput: () => changed(), onkeydown: (event) => on.key(event), onblur: () => on.left(),
  });
  area.value = markdown;
  place.append(area);
  const changed = () => on.changed({ markdown: area.value });
  const put = (text, start, end) => {
    area.setRangeText(text, start, end, "end");
    area.focus();
    changed();
  };
  return {
    parts: () => null, // its marks are signs
    put: ([{ name, words }]) => put(name === "fact" ? `{{ ${words} }}` : `<!-- ${words} -->`, area.selectionStart, area.selectionEnd),
    use: (text) => put(text.markdown, 0, area.value.length),
    undo: () => document.execCommand("undo"),
    focus: () => area.focus({ preventScroll: true }),
    hasFocus: () => document.activeElement === area,
    toEnd: (size = 0) => area.setSelectionRange(area.value.length - size, area.value.length - size),
    toPoint: () => {},
    isAtStart: () => false,
    destroy: () => area.remove(),
  };
}
