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
const others = dialog.querySelector(".search-elsewhere")
const locale = document.documentElement.lang
const loading = new Map()
let found = []

const bundle = new URL(text.bundle, document.baseURI)
const baseUrl = new URL(text.root, document.baseURI).pathname

/** Fetched or made once; asked for again after a failure. */
function once(name, make) {
  if (!loading.has(name)) {
    loading.set(name, make().catch((error) => {
      loading.delete(name)
      throw error
    }))
  }
  return loading.get(name)
}

/** Pagefind, with the index of a language. */
function load(language = locale) {
  return once(`index ${language}`, async () => {
    const { createInstance } = await import(new URL("pagefind.js", bundle))
    const pagefind = createInstance({ basePath: bundle.pathname, baseUrl, language, noWorker: true })
    await pagefind.init()
    return pagefind
  })
}

function file(name, read) {
  return once(name, async () => read(await fetch(new URL(name, bundle))))
}

async function search() {
  const query = input.value.trim()
  others.hidden = true
  if (!query) return show([], "")
  try {
    const pagefind = await load()
    const answer = await pagefind.debouncedSearch(query, {}, PAUSE)
    if (!answer || query !== input.value.trim()) return // the reader has typed on
    const { results } = answer
    const none = text.none.replace("{query}", () => query)
    await show(results, results.length ? text.count.replace("{count}", results.length) : none)
    await helpOn(query, results.length).catch(() => {}) // the hits stand without it
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

/** What may be meant beyond the hits. */
async function helpOn(query, hits) {
  const elsewhere = await showElsewhere(query)
  if (!hits && !elsewhere) await showMeant(query)
}

/** Below the hits: pages that are not translated, in the language they are shown in. Returns how many. */
async function showElsewhere(query) {
  const pages = await file(`../${locale}/search.json`, (answer) => answer.json())
  const items = []
  for (const language of Object.keys(pages)) {
    const { results } = await (await load(language)).search(query)
    for (const result of results.slice(0, 2 * PER_STEP)) {
      const page = await result.data()
      const here = page.url.replace(`${baseUrl}${language}/`, `${baseUrl}${locale}/`)
      if (pages[language].includes(here.slice(baseUrl.length)) && items.length < PER_STEP) {
        items.push(inLanguage(passage(page.meta.title, here, page.excerpt), language))
      }
    }
  }
  if (query !== input.value.trim()) return items.length
  others.hidden = !items.length
  others.querySelector("ol").replaceChildren(...items)
  if (items.length) status.textContent += ` – ${text.elsewhere}: ${items.length}`
  return items.length
}

/** The words are the text's, and the name of their language is the reader's. */
function inLanguage(item, language) {
  for (const words of item.querySelectorAll(".search-link, .search-excerpt")) Object.assign(words, { lang: language, dir: "auto" })
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(language)
  item.firstChild.append(element("p", "search-language", name))
  return item
}

/** Nothing was found: the nearest words that would be, each as a link that looks for it. */
async function showMeant(query) {
  const known = (await file(`words.${locale}.txt`, (answer) => answer.text())).split(" ")
  const near = nearest(query, known)
  if (!near.length || query !== input.value.trim()) return
  const item = element("li", "search-meant")
  for (const word of near) {
    const link = element("a", "search-link", word)
    link.href = "#"
    link.addEventListener("click", (event) => {
      event.preventDefault()
      event.stopPropagation()
      input.value = word
      input.focus()
      search()
    })
    item.append(link, " ")
  }
  list.replaceChildren(item)
  status.textContent += ` – ${text.meant} ${near.join(", ")}`
}

function nearest(query, words) {
  const plain = (word) => word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()
  const wanted = plain(query)
  const most = wanted.length < 6 ? 1 : 2
  const near = words.map((word, at) => ({ word, at, far: distance(wanted, plain(word), most) }))
  return near.filter(({ far }) => far <= most).sort((a, b) => a.far - b.far || a.at - b.at)
    .slice(0, SECTIONS_PER_PAGE).map(({ word }) => word)
}

/** How many letters were left out, added, mistaken or exchanged (optimal string alignment); more than `most` is enough. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]
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
  const below = [...(more.hidden ? [] : [more]), ...(others.hidden ? [] : others.querySelectorAll("a"))]
  const stops = [input, ...list.querySelectorAll("a"), ...below]
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
