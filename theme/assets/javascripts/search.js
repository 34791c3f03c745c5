/**
 * The search box: finds the words of the reader's language, by keyboard, touch or screen reader.
 *
 * Results are a plain list of links in a modal dialog, and the arrow keys move the real focus. The ARIA
 * Authoring Practices keep combobox and listbox for choosing a value: an option may hold no heading, list
 * or link, and iOS VoiceOver does not follow aria-activedescendant. Links are read by every screen reader,
 * and open in a new tab. The dialog brings the focus trap and the way back of the focus with it.
 *
 * site.js opens the box and fetches this then. Texts stand in partials/search.html.
 */
const PER_STEP = 10
const SECTIONS_PER_PAGE = 3
const PAUSE = 150 // milliseconds without a key, before a search begins

const dialog = document.querySelector("[data-search]")
const input = dialog.querySelector("[type=search]")
const status = dialog.querySelector("[role=status]")
const list = dialog.querySelector(".search-results")
const more = dialog.querySelector("[data-search-more]")
const text = dialog.dataset
let loading
let found = []

/** Pagefind, with the index of the page's language; asked for again after a failure. */
function load() {
  const bundle = new URL(text.bundle, document.baseURI)
  loading ??= import(new URL("pagefind.js", bundle))
    .then(async (pagefind) => {
      const baseUrl = new URL(text.root, document.baseURI).pathname
      await pagefind.options({ baseUrl, noWorker: true })
      await pagefind.init()
      return pagefind
    })
    .catch((error) => {
      loading = undefined
      throw error
    })
  return loading
}

async function search() {
  const query = input.value.trim()
  if (!query) return show([], "")
  try {
    const pagefind = await load()
    const answer = await pagefind.debouncedSearch(query, {}, PAUSE)
    if (!answer || query !== input.value.trim()) return // the reader has typed on
    const { results } = answer
    const none = text.none.replace("{query}", () => query)
    await show(results, results.length ? text.count.replace("{count}", results.length) : none)
  } catch {
    await show([], text.failed)
  }
}

async function show(results, message) {
  found = results
  const pages = await Promise.all(results.slice(0, PER_STEP).map((result) => result.data()))
  if (found !== results) return // a later search was faster
  list.replaceChildren(...pages.map(pageItem))
  more.hidden = results.length <= PER_STEP
  status.textContent = message
}

async function showMore() {
  const results = found
  const shown = list.children.length
  const pages = await Promise.all(results.slice(shown, shown + PER_STEP).map((result) => result.data()))
  if (found !== results) return
  list.append(...pages.map(pageItem))
  list.children[shown].querySelector("a").focus()
  more.hidden = list.children.length === results.length
}

/** A page with the passage that was found, or with the sections that have the most of it. */
function pageItem(page) {
  const isSection = (part) => part.anchor && part.anchor.element !== "h1"
  const sections = page.sub_results.filter(isSection).sort((a, b) => b.locations.length - a.locations.length)
  const item = passage(page.meta.title, page.url, sections.length ? "" : page.excerpt)
  if (sections.length) {
    const parts = element("ul", "search-sections")
    parts.setAttribute("role", "list") // Safari forgets lists without bullets
    parts.append(...sections.slice(0, SECTIONS_PER_PAGE).map((part) => passage(part.title, part.url, part.excerpt)))
    item.append(parts)
  }
  return item
}

function passage(title, url, excerpt) {
  const link = element("a", "search-link", title)
  link.href = url
  const block = element("div", "search-passage")
  block.append(link)
  if (excerpt) block.append(marked(withoutHeading(excerpt, title)))
  const item = element("li", "")
  item.append(block)
  return item
}

/** An excerpt often begins with the heading it stands below, or the end of it; the link says that already. */
function withoutHeading(excerpt, title) {
  const words = excerpt.split(" ")
  const bare = (word = "") => word.replaceAll(/<\/?mark>/g, "").replace(/\.$/, "")
  const heading = title.split(/\s+/)
  const isRepeated = (start) => heading.slice(start).every((word, at) => bare(word) === bare(words[at]))
  const start = heading.findIndex((_, at) => isRepeated(at))
  return start < 0 ? excerpt : words.slice(heading.length - start).join(" ")
}

/** Pagefind's excerpt, made anew of text nodes: its only tags are <mark>, around the words that were found. */
function marked(excerpt) {
  const paragraph = element("p", "search-excerpt")
  const pieces = excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
  paragraph.append(...pieces.map((piece, at) => (at % 2 ? element("mark", "", piece) : piece)))
  return paragraph
}

function element(name, className, content = "") {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = content
  return made
}

/** Up and down through the field, the links and the button for more; Enter in the field goes to the first. */
function move(step) {
  const stops = [input, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])]
  const at = Math.max(stops.indexOf(document.activeElement), 0)
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus()
}

function onDialogKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.isComposing) return
  if (step) move(step)
  else if (event.key === "Escape") dialog.close() // a search field would only empty itself
  else return
  event.preventDefault()
}

function closeOn(event) {
  const link = event.target.closest("a")
  const isOnThisPage = link && link.pathname === location.pathname && !event.ctrlKey && !event.metaKey
  if (event.target === dialog || isOnThisPage) dialog.close()
}

dialog.addEventListener("keydown", onDialogKey)
dialog.addEventListener("click", closeOn)
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault()
  move(1)
})
input.addEventListener("input", search)
more.addEventListener("click", showMore)
if (input.value) search() // typed while this was fetched
else load().catch(() => {}) // said when the reader has typed something
