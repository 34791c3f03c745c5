// What there is to do: a new page begins here.

import { ask, say } from "./talk.js";

const form = document.getElementById("new");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const place = document.getElementById("saved");
  place.textContent = say("Writing …");
  const answer = await ask("new", Object.fromEntries(new FormData(form)));
  place.classList.toggle("fault", Boolean(answer.error));
  place.textContent = answer.error ?? "";
  if (answer.address) location.assign(answer.address);
});
