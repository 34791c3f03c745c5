// What comes into a text otherwise than by a key: pasted, dropped, put in by the system.

import { Fragment, Slice, TextSelection } from "/desk/vendor/prosemirror.js";
import { aside, select } from "./chip_keys.js";

export function pasted(schema, text) {
  return text ? new Slice(Fragment.from(schema.text(text.replace(/\r\n?/g, "\n"))), 0, 0) : Slice.empty;
}

export function domEvents(schema) {
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
