// The facts of the project, to be put into a text: looked for by their names and by what they say.

import { ask, desk, element } from "./talk.js";

/** Lets somebody choose a fact; gives it as a mark of a text, null for none. */
export async function chooseFact() {
  const dialog = document.getElementById("facts");
  const search = dialog.querySelector("input");
  const { facts = [] } = await ask("facts");
  const all = facts.flatMap((fact) => Object.entries(fact.forms).map(([form, text]) => {
    const typed = form === fact.usual ? fact.id : `${fact.id} | ${form}`;
    return { typed, text, sought: `${typed} ${text}`.toLowerCase() };
  }));
  let chosen = null;
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/);
    const found = all.filter((one) => words.every((word) => one.sought.includes(word))).slice(0, 50);
    dialog.querySelector("ul").replaceChildren(...found.map((one) => element("li", {},
      element("button", { type: "button", onclick: () => { chosen = one; dialog.close(); } }, element("span", { lang: desk.locale }, one.text), " ", element("code", {}, one.typed)))));
  };
  search.value = "";
  search.oninput = show;
  search.onkeydown = (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      dialog.querySelector("li button")?.click();
    }
  };
  show();
  dialog.showModal();
  search.focus();
  await new Promise((told) => dialog.addEventListener("close", told, { once: true }));
  return chosen && { kind: "alone", name: "fact", words: chosen.typed, label: chosen.text };
}
