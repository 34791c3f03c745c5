// What a page says of itself: date, topics, picture, names; each field is saved when it is changed.

import { ask, keepPicture, pictureAddress } from "./talk.js";

export function listenToForm(page) {
  const form = document.getElementById("about");
  if (!form) return;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => save(event.target, page));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", async (event) => {
    const file = event.dataTransfer.files[0];
    const field = form.querySelector('[data-key="picture"]');
    if (!file || !field) return;
    event.preventDefault();
    const name = await keepPicture(file, (text) => page.tell(text, true));
    if (!name) return;
    const address = pictureAddress(name);
    if (![...field.options].some((option) => option.value === address)) field.add(new Option(name, address));
    field.value = address;
    await save(field, page);
  });
}

async function save(field, page) {
  const group = field.closest("fieldset");
  const key = (group ?? field).dataset.key;
  const answer = await ask("front", { key, value: valueOf(field, group) });
  page.tell(answer.error ?? page.words.saved, Boolean(answer.error));
  field.setAttribute("aria-invalid", String(Boolean(answer.error)));
  if (answer.error) return;
  if (key === "picture") showPicture(field.value);
  page.showProgress(answer.progress);
  page.showBehind(answer.behind ?? []);
}

function valueOf(field, group) {
  if (group) return [...group.querySelectorAll("input:checked")].map((box) => box.value);
  if (field.dataset.kind === "names") return field.value.split(",").map((name) => name.trim()).filter(Boolean);
  return field.value.trim();
}

function showPicture(address) {
  const picture = document.getElementById("picture");
  const below = address.split("assets/")[1];
  picture.hidden = !below;
  if (below) picture.src = `/assets/${below}`;
}
