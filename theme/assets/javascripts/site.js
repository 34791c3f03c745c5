// What the header's buttons do. Without script the menu is open, languages open by themselves, and the
// colours follow the reader's system.
const root = document.documentElement
const schemeSwitch = document.querySelector("[data-scheme-switch]")
const menuButton = document.querySelector("[data-menu-button]")
const menu = document.getElementById("site-menu")
const system = matchMedia("(prefers-color-scheme: dark)")

function showScheme() {
  const isDark = root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches
  schemeSwitch.setAttribute("aria-pressed", isDark)
}

function openMenu(isOpen) {
  menuButton.setAttribute("aria-expanded", isOpen)
  menu.toggleAttribute("data-open", isOpen)
}

schemeSwitch.addEventListener("click", () => {
  root.dataset.scheme = schemeSwitch.getAttribute("aria-pressed") === "true" ? "light" : "dark"
  try { localStorage.setItem("scheme", root.dataset.scheme) } catch { /* the choice lasts for this page */ }
  showScheme()
})
system.addEventListener("change", showScheme)
showScheme()

menuButton.addEventListener("click", () => openMenu(menuButton.getAttribute("aria-expanded") !== "true"))

for (const details of document.querySelectorAll("details[data-closes]")) {
  document.addEventListener("click", event => {
    if (!details.contains(event.target)) details.open = false
  })
  details.addEventListener("focusout", event => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false
  })
  details.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !details.open) return
    details.open = false
    details.querySelector("summary").focus()
  })
}
document.querySelector(".site-header").addEventListener("keydown", event => {
  if (event.key !== "Escape" || menuButton.getAttribute("aria-expanded") !== "true") return
  openMenu(false)
  menuButton.focus()
})
