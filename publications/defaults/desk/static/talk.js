// What the page knows of itself, and how it asks the desk for something.

export const desk = JSON.parse(document.getElementById("desk").textContent);

/** A text of the interface in the language of who sits here, with `{names}` filled in. */
export function say(text, values = {}) {
  const words = desk.words[text] ?? text;
  return words.replace(/\{(\w+)\}/g, (typed, name) => values[name] ?? typed);
}

const NO_ROOM = 507; // on the disk (RFC 4918, 11.5)

/** Asks for an action. What went wrong is `error`; where it may go well after a while, as when the desk does not answer, `again` is true. */
export async function ask(action, values = {}) {
  const body = JSON.stringify({ page: desk.page, locale: desk.locale, ...values });
  try {
    const answer = await fetch(`/desk/do/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
      body,
    });
    return { ...await answer.json(), again: answer.status === NO_ROOM };
  } catch {
    return { again: true, error: say("Not saved: the desk does not answer. Is its window closed? Your text is kept here.") };
  }
}

let turn = Promise.resolve();

/** Does one thing after the other, so that no older answer overtakes a newer one. A job must not wait for another. */
export function inTurn(job) {
  turn = turn.then(job, job);
  return turn;
}

/** The rows of this page as they are now, as HTML. */
export async function freshRows() {
  try {
    const answer = await fetch(`${location.pathname}?rows`);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null; // the desk does not answer; who saves is told
  }
}

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Puts elements into a place in their order. Those that stay where they are are not touched, and keep the focus. */
export function exchange(place, elements) {
  const wanted = new Set(elements);
  for (const child of [...place.children]) if (!wanted.has(child)) child.remove();
  let at = place.firstElementChild;
  for (const one of elements) {
    if (one === at) at = at.nextElementSibling;
    else place.insertBefore(one, at);
  }
}

/** Asks a question with buttons; gives the name of the one that was pressed, "" for none. */
export function choose(question, choices) {
  const dialog = document.getElementById("ask");
  dialog.querySelector("p").textContent = question;
  const buttons = choices.map(([name, label]) => element("button", { value: name }, label));
  dialog.querySelector("form").replaceChildren(...buttons);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((told) => dialog.addEventListener("close", () => told(dialog.returnValue), { once: true }));
}

/** Asks for a text; gives it, or "" for none. */
export function askText(question) {
  const dialog = document.getElementById("ask");
  const field = element("input", { "aria-labelledby": "ask-text", lang: desk.locale });
  dialog.querySelector("p").textContent = question;
  dialog.querySelector("form").replaceChildren(field, element("button", { value: "yes", class: "main" }, say("OK")), element("button", { value: "" }, say("Cancel")));
  dialog.returnValue = "";
  dialog.showModal();
  field.focus();
  return new Promise((told) => dialog.addEventListener("close", () => told(dialog.returnValue === "yes" ? field.value.trim() : ""), { once: true }));
}

/** Keeps a picture among the project's; gives its name, null when it cannot be. */
export async function keepPicture(file, tell) {
  const answer = await fetch(`/desk/picture?name=${encodeURIComponent(file.name)}`, { method: "POST", headers: { "Content-Type": "application/octet-stream", "Accept-Language": document.documentElement.lang }, body: file });
  const told = await answer.json();
  if (told.error) tell(told.error, true);
  return told.name ?? null;
}

/** Where the shared pictures lie, seen from this page. */
export const pictureAddress = (name) => `${"../".repeat(desk.page.split("/").length)}assets/pictures/${name}`;
