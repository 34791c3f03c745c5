// What a page says of itself: date, topics, picture, names; each field is saved when it is changed.

import { ask, keepPicture, pictureAddress } from "./talk.js";

export function listenToForm(page) {
  const form = document.getElementById("about");
  if (!form) return;
  const fields = [...form.querySelectorAll("[data-key]")];
  const shown = new Map(fields.map((field) => [field, valueOf(field)]));
  const save = (field) => saveField(field, page, shown);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => save(event.target.closest("fieldset") ?? event.target));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", async (event) => {
    const file = event.dataTransfer.files[0];
    const field = form.querySelector('[data-key="picture"]');
    if (!file || !field) return;
    event.preventDefault();
    const name = await keepPicture(file, (text) => page.news.tell(text, true));
    if (!name) return;
    const address = pictureAddress(name);
    if (![...field.options].some((option) => option.value === address)) field.add(new Option(name, address));
    field.value = address;
    await save(field);
  });
}

/** shown: what each field had when it was shown, or saved; who has filled it in otherwise meanwhile is not overruled. */
async function saveField(field, page, shown) {
  const { key } = field.dataset, value = valueOf(field);
  const answer = await ask("front", { key, value, base: shown.get(field) });
  page.news.tell(answer.error ?? page.news.savedWords, Boolean(answer.error));
  field.setAttribute("aria-invalid", String(Boolean(answer.error)));
  if (answer.error) return;
  shown.set(field, value);
  if (key === "picture") showPicture(field.value);
  page.news.showProgress(answer.progress);
  page.news.showBehind(answer.behind ?? []);
}

function valueOf(field) {
  if (field.dataset.kind === "topics") return [...field.querySelectorAll("input:checked")].map((box) => box.value);
  if (field.dataset.kind === "names") return field.value.split(",").map((name) => name.trim()).filter(Boolean);
  return field.value.trim();
}

function showPicture(address) {
  const picture = document.getElementById("picture");
  const below = address.split("assets/")[1];
  picture.hidden = !below;
  if (below) picture.src = `/desk/assets/${below}`;
}
