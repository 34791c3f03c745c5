// What the header's buttons do. Without script the menu is open, languages open by themselves, the
// colours follow the reader's system, and there is no search.
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

// The search: its box opens at once, and what it does (search.js) is fetched then.
const SHORTCUT_OFF = "search-shortcut-off"
const searchButton = document.querySelector("[data-search-open]")
const searchBox = document.querySelector("[data-search]")
const shortcut = searchBox.querySelector("[data-search-shortcut]")

function openSearch() {
  if (document.querySelector("dialog[open]")) return
  searchBox.showModal()
  searchBox.querySelector("[type=search]").select()
  import(new URL(searchBox.dataset.search, document.baseURI)).catch(() => {
    searchBox.querySelector("[role=status]").textContent = searchBox.dataset.failed
  })
}

function showShortcut() {
  if (shortcut.checked) searchButton.setAttribute("aria-keyshortcuts", "/")
  else searchButton.removeAttribute("aria-keyshortcuts")
}

searchButton.addEventListener("click", openSearch)
searchBox.querySelector("[data-search-close]").addEventListener("click", () => searchBox.close())
searchBox.querySelector("form").addEventListener("submit", event => event.preventDefault())
document.addEventListener("keydown", event => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]")
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || isTyping || !shortcut.checked) return
  event.preventDefault()
  openSearch()
})
// One-character shortcuts must be possible to turn off (WCAG 2.1.4), for readers who speak to their computer.
shortcut.addEventListener("change", () => {
  try {
    if (shortcut.checked) localStorage.removeItem(SHORTCUT_OFF)
    else localStorage.setItem(SHORTCUT_OFF, "1")
  } catch { /* the choice lasts for this page */ }
  showShortcut()
})
try {
  shortcut.checked = localStorage.getItem(SHORTCUT_OFF) === null
} catch { /* no choice was kept */ }
showShortcut()
