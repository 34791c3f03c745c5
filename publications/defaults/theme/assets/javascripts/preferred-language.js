// Offers the reader's language first: that of the address they asked for, else the browser's.
// Without script, every language stands there in the order of the site.
const list = document.querySelector("[data-languages]")
const wanted = [...location.pathname.split("/"), ...navigator.languages]
  .map(tag => tag.toLowerCase().split("-")[0])
const parts = [...list.children]
const first = wanted
  .map(code => parts.find(part => part.lang.split("-")[0] === code))
  .find(part => part)

if (first) {
  list.prepend(first)
  first.dataset.preferred = ""
}
